import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { sql } from "drizzle-orm";
import { Refused, refusal } from "../../src/kernel/refusal.js";
import { bulkConnection } from "../../src/platform/postgres/bulk.js";
import { connectDatabase } from "../../src/platform/postgres/database.js";
import { classify, Unavailable, UnknownOutcome } from "../../src/platform/postgres/database-errors.js";
import { transaction, type Tx } from "../../src/platform/postgres/transaction.js";
import { ANONYMOUS, type Viewer } from "../../src/platform/viewer.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";
import { proxyTo } from "./proxy.js";
import { asserted } from "../support/asserted.js";

const MEMBER = "01890a5d-ac96-774b-bcce-b302099a8057";
const viewer: Viewer = { ...ANONYMOUS, role: "MEMBER", subject: "o'hara; drop table note; --", memberIds: [MEMBER], purpose: "OWN_CASE" };
let fresh: FreshDatabase;

beforeAll(async () => {
  fresh = await freshDatabase({ empty: true });
  const owner = bulkConnection(fresh.url);
  await owner.unsafe(`
    do $$ begin create role gateway_app nologin; exception when duplicate_object or unique_violation then null; end $$;
    grant usage on schema public to gateway_app;
    create table note (id int primary key, text text not null, constraint note_says_something check (text <> ''));
    create table pair (id int, constraint pair_is_unique unique (id) deferrable initially deferred);
    grant select, insert, update on note, pair to gateway_app;`);
  await owner.end();
});
afterAll(() => fresh.drop());
beforeEach(async () => {
  await fresh.database.pool.query("truncate note, pair");
});

const insert = (tx: Tx, id: number, text = "x") => tx.query(asserted("insert into note values ($1, $2)", [id, text], "note-insert"));
const notes = async (): Promise<number> => Number((await fresh.database.pool.query("select count(*)::int as n from note")).rows[0].n);

test("a transaction sees its viewer, works as the application's role and costs one round trip of its own", async () => {
  const before = fresh.database.statements;
  const [row] = await transaction(
    fresh.database,
    viewer,
    (tx) =>
      tx.query(
        asserted(`select current_user as me, current_setting('app.role') as role, current_setting('app.subject') as subject,
      current_setting('app.member_ids')::uuid[] as members, current_setting('app.trace_id') as trace`),
      ),
    { traceId: "t-1" },
  );
  expect(row).toEqual({ me: "gateway_app", role: "MEMBER", subject: viewer.subject, members: [MEMBER], trace: "t-1" });
  expect(fresh.database.statements - before).toBe(2);
});

test("nothing of a viewer stays on the connection", async () => {
  const one = connectDatabase(fresh.url, { max: 1 });
  await transaction(one, viewer, (tx) => tx.query(asserted("select 1")));
  const { rows } = await one.pool.query("select current_setting('app.subject', true) as subject, current_user as me");
  expect(rows).toEqual([{ subject: "", me: "postgres" }]);
  await one.close();
});

test("the query builder runs inside the transaction and its statements are counted", async () => {
  const before = fresh.database.statements;
  await expect(
    transaction(fresh.database, viewer, async (tx) => {
      await tx.db.execute(sql`insert into note values (1, ${"built"})`);
      throw new Refused([refusal("BUSY", "no")]);
    }),
  ).rejects.toBeInstanceOf(Refused);
  expect(fresh.database.statements - before).toBe(2);
  expect(await notes()).toBe(0);
});

test("big integers, instants and days arrive as what they are", async () => {
  const [row] = await transaction(fresh.database, viewer, (tx) =>
    tx.query(
      asserted(
        "select 9007199254740993::int8 as ore, array[1,null]::int8[] as list, '2026-03-01'::date as day, array['2026-03-01'::date] as days, '2026-03-01T10:00:00+01'::timestamptz as at",
      ),
    ),
  );
  expect(row).toEqual({
    ore: 9007199254740993n,
    list: [1n, null],
    day: "2026-03-01",
    days: ["2026-03-01"],
    at: new Date("2026-03-01T09:00:00Z"),
  });
});

test("a serialization failure is tried again, and not for ever", async () => {
  let tries = 0;
  const collide = (times: number) => async (tx: Tx) => {
    tries += 1;
    await insert(tx, 1);
    if (tries <= times) await tx.query(asserted("do $$ begin raise exception using errcode = '40001'; end $$"));
    return tries;
  };
  await expect(transaction(fresh.database, viewer, collide(2))).resolves.toBe(3);
  expect(await notes()).toBe(1);
  tries = 0;
  await fresh.database.pool.query("truncate note");
  const error: unknown = await transaction(fresh.database, viewer, collide(99)).catch((e: unknown) => e);
  expect([classify(error).kind, tries]).toEqual(["RETRY", 4]);
});

test("a violation found only at commit is a failure with its name, not an unknown outcome", async () => {
  const error: unknown = await transaction(fresh.database, viewer, (tx) => tx.query(asserted("insert into pair values (1), (1)"))).catch(
    (e: unknown) => e,
  );
  expect(classify(error)).toEqual({ kind: "UNIQUE", constraint: "pair_is_unique" });
});

test("work that swallows a failed statement does not count as done", async () => {
  const error: unknown = await transaction(fresh.database, viewer, async (tx) => {
    await insert(tx, 1);
    await insert(tx, 2, "").catch(() => {});
  }).catch((e: unknown) => e);
  expect(classify(error)).toEqual({ kind: "CHECK", constraint: "note_says_something" });
  expect(await notes()).toBe(0);
});

test("a transaction that is over takes no more statements", async () => {
  let kept: Tx | undefined;
  await transaction(fresh.database, viewer, async (tx) => void (kept = tx));
  await expect(kept?.query(asserted("select 1"))).rejects.toThrow("only while it is open");
});

test("statements sent at once run one after the other", async () => {
  const rows = await transaction(fresh.database, viewer, (tx) => Promise.all([1, 2, 3].map((n) => tx.query(asserted(`select ${n} as n`)))));
  expect(rows.flat()).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
});

test("a read-only transaction does not write, an aborted one leaves nothing", async () => {
  await expect(transaction(fresh.database, viewer, (tx) => insert(tx, 1), { readOnly: true })).rejects.toThrow("read-only");
  const abort = new AbortController();
  await expect(
    transaction(
      fresh.database,
      viewer,
      async (tx) => {
        await insert(tx, 1);
        abort.abort(new Error("gone"));
      },
      { signal: abort.signal },
    ),
  ).rejects.toThrow("gone");
  expect(await notes()).toBe(0);
});

test("a pooled connection whose server process died is replaced without anyone noticing", async () => {
  const one = connectDatabase(fresh.url, { max: 1, applicationName: "to-be-killed" });
  await transaction(one, viewer, (tx) => tx.query(asserted("select 1")));
  await fresh.database.pool.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'to-be-killed'");
  await expect(transaction(one, viewer, (tx) => tx.query(asserted("select 2 as n")))).resolves.toEqual([{ n: 2 }]);
  await one.close();
});

test("a connection lost in the middle is reported as unavailable and nothing is kept", async () => {
  const lost = transaction(fresh.database, viewer, async (tx) => {
    await insert(tx, 1);
    const [row] = await tx.query(asserted<{ pid: number }>("select pg_backend_pid() as pid"));
    await fresh.database.pool.query("select pg_terminate_backend($1)", [row?.pid]);
    await insert(tx, 2);
  });
  await expect(lost).rejects.toBeInstanceOf(Unavailable);
  expect(await notes()).toBe(0);
});

test("a commit whose acknowledgement is cut off is unknown, never failed: 50 of 50", async () => {
  const proxy = await proxyTo(fresh.url);
  const database = connectDatabase(proxy.url, { max: 4 });
  for (let id = 1; id <= 50; id += 1) {
    proxy.cuts = 1;
    const error: unknown = await transaction(database, viewer, (tx) => insert(tx, id)).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(UnknownOutcome);
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await notes()).toBe(50);
  await database.close();
  await proxy.close();
});

test("a reader whose commit is cut off has no outcome to lose: it is told that nothing was changed", async () => {
  const proxy = await proxyTo(fresh.url);
  const database = connectDatabase(proxy.url, { max: 1 });
  proxy.cuts = 1;
  await expect(transaction(database, viewer, (tx) => tx.query(asserted("select 1")), { readOnly: true })).rejects.toBeInstanceOf(
    Unavailable,
  );
  await expect(transaction(database, viewer, (tx) => tx.query(asserted("select 1 as n")), { readOnly: true })).resolves.toEqual([{ n: 1 }]);
  await database.close();
  await proxy.close();
});

test("several statements travel together, each sees what was done before it, and after a failure none of the rest is done", async () => {
  const before = fresh.database.statements;
  const text = "insert into note values ($1, $2)";
  const found = await transaction(fresh.database, viewer, (tx) =>
    tx.all([
      asserted(text, [1, "one"], "note-insert"),
      asserted("select array_agg(id order by id) as ids from note", [], "notes-found"),
      asserted("insert into note values (2, 'two') returning id, text"),
      asserted("select array_agg(id order by id) as ids from note", [], "notes-found"),
    ]),
  );
  expect(found).toEqual([[], [{ ids: [1] }], [{ id: 2, text: "two" }], [{ ids: [1, 2] }]]);
  expect(fresh.database.statements - before).toBe(2);
  const failed: unknown = await transaction(fresh.database, viewer, (tx) =>
    tx.all([asserted(text, [3, "three"], "note-insert"), asserted(text, [1, "again"]), asserted(text, [4, "four"], "note-four")]),
  ).catch((e: unknown) => e);
  expect(classify(failed)).toEqual({ kind: "UNIQUE", constraint: "note_pkey" });
  expect(await notes()).toBe(2);
});

test("a name stands for one text, also after the statement it stands for has failed", async () => {
  const one = connectDatabase(fresh.url, { max: 1 });
  const divide = (by: number) => transaction(one, viewer, (tx) => tx.query(asserted("select 1 / $1::int as n", [by], "divide")));
  const twice = (name: string) => transaction(one, viewer, (tx) => tx.query(asserted("select no_such_column", [], name)));
  await expect(divide(0)).rejects.toThrow("division by zero");
  expect(await divide(1)).toEqual([{ n: 1 }]);
  expect(await divide(1)).toEqual([{ n: 1 }]);
  for (let i = 0; i < 2; i += 1) await expect(twice("wrong")).rejects.toThrow("no_such_column");
  await expect(transaction(one, viewer, (tx) => tx.query(asserted("select 2", [], "divide")))).rejects.toThrow("stands for one text");
  await one.close();
});

test("the last statement travels with the commit; if it fails nothing is kept, and after it there is none", async () => {
  const before = fresh.database.statements;
  const last = (id: number, text: string) => (tx: Tx) =>
    tx.finish(asserted("insert into note values ($1, $2) returning id", [id, text], "note-last"));
  await expect(transaction(fresh.database, viewer, last(1, "x"))).resolves.toEqual([{ id: 1 }]);
  expect(fresh.database.statements - before).toBe(1);
  const failed: unknown = await transaction(fresh.database, viewer, async (tx) => {
    await insert(tx, 2);
    return last(3, "")(tx);
  }).catch((e: unknown) => e);
  expect(classify(failed)).toEqual({ kind: "CHECK", constraint: "note_says_something" });
  const late = transaction(fresh.database, viewer, async (tx) => {
    await last(4, "x")(tx);
    await insert(tx, 5);
  });
  await expect(late).rejects.toThrow("only while it is open");
  expect(await notes()).toBe(2);
});

test("a last statement whose commit is cut off is unknown, and kept; one that was refused is not", async () => {
  const proxy = await proxyTo(fresh.url);
  const database = connectDatabase(proxy.url, { max: 2 });
  const last = (id: number) => transaction(database, viewer, (tx) => tx.finish(asserted("insert into note values ($1, 'x')", [id])));
  proxy.cuts = 1;
  await expect(last(1)).rejects.toBeInstanceOf(UnknownOutcome);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await notes()).toBe(1);
  const again: unknown = await last(1).catch((e: unknown) => e);
  expect(classify(again)).toEqual({ kind: "UNIQUE", constraint: "note_pkey" });
  await database.close();
  await proxy.close();
});

test("a value that cannot be sent fails before anything is, and the connection stays", async () => {
  const circle: Record<string, unknown> = {};
  circle["self"] = circle;
  const one = connectDatabase(fresh.url, { max: 1 });
  const pid = async () =>
    (await transaction(one, viewer, (tx) => tx.query(asserted<{ pid: number }>("select pg_backend_pid() as pid"))))[0]?.pid;
  const before = await pid();
  await expect(transaction(one, viewer, (tx) => tx.finish(asserted("select $1::jsonb", [circle])))).rejects.toThrow("circular");
  expect(await pid()).toBe(before);
  await one.close();
});

test("a server that no longer answers is given up after the client's own limit", async () => {
  const proxy = await proxyTo(fresh.url);
  const database = connectDatabase(proxy.url, { max: 1, statementMs: 200, connectMs: 500 });
  await transaction(database, viewer, (tx) => tx.query(asserted("select 1")));
  const began = performance.now();
  const stuck = transaction(database, viewer, async (tx) => {
    proxy.blackHole = true;
    return tx.query(asserted("select 1"));
  });
  await expect(stuck).rejects.toBeInstanceOf(Unavailable);
  expect(performance.now() - began).toBeLessThan(2_000);
  proxy.blackHole = false;
  await expect(transaction(database, viewer, (tx) => tx.query(asserted("select 3 as n")))).resolves.toEqual([{ n: 3 }]);
  await database.close();
  await proxy.close();
});

test("a full pool refuses within two seconds and recovers", async () => {
  const database = connectDatabase(fresh.url, { max: 2 });
  const busy = [1, 2].map(() => transaction(database, viewer, (tx) => tx.query(asserted("select pg_sleep(2.2)"))));
  const began = performance.now();
  await expect(transaction(database, viewer, (tx) => tx.query(asserted("select 1")))).rejects.toBeInstanceOf(Unavailable);
  expect(performance.now() - began).toBeLessThan(2_000);
  await Promise.all(busy);
  await expect(transaction(database, viewer, (tx) => tx.query(asserted("select 1 as n")))).resolves.toEqual([{ n: 1 }]);
  await database.close();
});

test("a lock that others keep is not waited for without end", async () => {
  const database = connectDatabase(fresh.url, { max: 2, lockMs: 200 });
  await transaction(database, viewer, (tx) => insert(tx, 1));
  const error: unknown = await transaction(database, viewer, async (tx) => {
    await tx.query(asserted("select 1 from note where id = 1 for update"));
    return transaction(database, viewer, (other) => other.query(asserted("select 1 from note where id = 1 for update")));
  }).catch((e: unknown) => e);
  expect(classify(error).kind).toBe("TIMEOUT");
  await database.close();
});
