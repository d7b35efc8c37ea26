/** pgbench's TPC-B-like script (its documentation, "tpcb-like"), through node-postgres with prepared statements. */
import pg from "pg";
import { clients, type Clients } from "./clients.js";

const ACCOUNTS = 100_000;
const TELLERS = 10;

/** One branch per client at least, or the branches' rows and not the server are measured (pgbench's own advice). */
export async function tpcb(url: string, count: number): Promise<Clients> {
  const pool = new pg.Pool({ connectionString: url, max: count });
  await fill(pool, count);
  return clients(pool, count, (client) => transaction(client, count));
}

async function transaction(client: pg.PoolClient, scale: number): Promise<void> {
  const account = random(ACCOUNTS * scale);
  const teller = random(TELLERS * scale);
  const branch = random(scale);
  const delta = random(10_000) - 5_000;
  await client.query("begin");
  await client.query({
    name: "account",
    text: "update pgbench_accounts set abalance = abalance + $1 where aid = $2",
    values: [delta, account],
  });
  await client.query({ name: "balance", text: "select abalance from pgbench_accounts where aid = $1", values: [account] });
  await client.query({
    name: "teller",
    text: "update pgbench_tellers set tbalance = tbalance + $1 where tid = $2",
    values: [delta, teller],
  });
  await client.query({
    name: "branch",
    text: "update pgbench_branches set bbalance = bbalance + $1 where bid = $2",
    values: [delta, branch],
  });
  await client.query({
    name: "history",
    text: "insert into pgbench_history (tid, bid, aid, delta, mtime) values ($1, $2, $3, $4, now())",
    values: [teller, branch, account, delta],
  });
  await client.query("commit");
}

const random = (most: number): number => 1 + Math.floor(Math.random() * most);

async function fill(pool: pg.Pool, scale: number): Promise<void> {
  const { rows } = await pool.query<{ there: boolean }>("select to_regclass('pgbench_accounts') is not null as there");
  if (rows[0]?.there) return;
  await pool.query(`
    create table pgbench_history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22));
    create table pgbench_tellers (tid int primary key, bid int, tbalance int, filler char(84)) with (fillfactor = 100);
    create table pgbench_branches (bid int primary key, bbalance int, filler char(88)) with (fillfactor = 100);
    create table pgbench_accounts (aid int primary key, bid int, abalance int, filler char(84)) with (fillfactor = 100);
    insert into pgbench_branches select b, 0, '' from generate_series(1, ${scale}) b;
    insert into pgbench_tellers select t, 1 + (t - 1) / ${TELLERS}, 0, '' from generate_series(1, ${TELLERS * scale}) t;
    insert into pgbench_accounts select a, 1 + (a - 1) / ${ACCOUNTS}, 0, '' from generate_series(1, ${ACCOUNTS * scale}) a`);
  await pool.query("vacuum analyze pgbench_accounts");
}
