/**
 * What openings take on disk, and a day of churn on them: one in a hundred held, booked, and two in five of these given back.
 * How many rows kept their index entries (HOT), what went to the write-ahead log, what vacuum then takes and what stays larger.
 */
import pg from "pg";
import type { BenchContext } from "./context.js";
import { cpuDuring } from "./processes.js";
import type { PartResult } from "./ratios.js";

const MB = 1_048_576;
const SAMPLE =
  "create temporary table touched as select id from slot where state = 'OPEN' and booked = 0 and abs(hashtext(id::text)) % 100 = 0";
const STEPS: readonly (readonly [name: string, text: string])[] = [
  ["held", "update slot s set held_until = now() + interval '10 minutes' from touched t where t.id = s.id"],
  ["booked", "update slot s set booked = booked + 1, held_until = null from touched t where t.id = s.id"],
  [
    "givenBack",
    "update slot s set booked = booked - 1 from touched t where t.id = s.id and s.booked > 0 and abs(hashtext(t.id::text)) % 1000 < 400",
  ],
];
/** The world is left as it was found. */
const BACK = "update slot s set booked = 0, held_until = null from touched t where t.id = s.id and s.booked > 0";

const SIZES = `
select 'rows' as name, pg_relation_size('slot')::float8 as bytes
union all select indexrelid::regclass::text, pg_relation_size(indexrelid)::float8 from pg_index where indrelid = 'slot'::regclass
union all select 'listing', pg_total_relation_size('listing')::float8
union all select 'database', pg_database_size(current_database())::float8`;

type Figures = Record<string, number>;

export async function run(ctx: BenchContext): Promise<readonly PartResult[]> {
  const world = await ctx.world(ctx.scale);
  const client = new pg.Client({ connectionString: world.url });
  await client.connect();
  try {
    const before = await sizes(client);
    ctx.log("a day of churn");
    const churned = await churn(client);
    const vacuumCpu = await cpuDuring(ctx.cluster.pid, world.database, () => client.query("vacuum (analyze) slot"));
    const after = await sizes(client);
    const grown = Object.fromEntries(Object.entries(after).map(([name, mb]) => [`${name}Grown`, mb - (before[name] ?? 0)]));
    await client.query(BACK);
    await client.query("vacuum (analyze) slot");
    const figures = { ...before, ...churned, vacuumCpuMs: vacuumCpu / 1_000, ...grown };
    const notes = ["Sizes in MB; `Grown` is what stayed after vacuum, room that later rows use."];
    return [
      { name: "storage", title: `${world.size.slots.toLocaleString("en")} openings on disk`, compared: [], bars: [], figures, notes },
    ];
  } finally {
    await client.end();
  }
}

async function sizes(client: pg.Client): Promise<Figures> {
  const { rows } = await client.query<{ name: string; bytes: number }>(SIZES);
  return Object.fromEntries(rows.map(({ name, bytes }) => [`${name}Mb`, Math.round((bytes / MB) * 10) / 10]));
}

async function churn(client: pg.Client): Promise<Figures> {
  await client.query(SAMPLE);
  await client.query("checkpoint");
  const figures: Figures = {};
  for (const [name, text] of STEPS) {
    const before = await counters(client);
    const { rowCount } = await client.query(text);
    const after = await counters(client);
    figures[`${name}Rows`] = rowCount ?? 0;
    figures[`${name}Hot`] = after.hot - before.hot;
    figures[`${name}WalMb`] = Math.round((after.wal - before.wal) / MB);
  }
  return figures;
}

async function counters(client: pg.Client): Promise<{ readonly wal: number; readonly hot: number }> {
  await client.query("select pg_stat_force_next_flush()");
  const { rows } = await client.query<{ wal: number; hot: number }>(
    `select (pg_current_wal_insert_lsn() - '0/0')::float8 as wal, n_tup_hot_upd::float8 as hot from pg_stat_user_tables where relname = 'slot'`,
  );
  return rows[0] ?? { wal: NaN, hot: NaN };
}
