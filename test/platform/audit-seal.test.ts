import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { auditRow } from "../../src/platform/trail/audit.js";
import { sealAudit, verifyAudit } from "../../src/platform/trail/audit-seal.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { ANONYMOUS, type Viewer } from "../../src/platform/viewer.js";
import { write } from "../../src/platform/postgres/write.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";
import { newTestId } from "../support/make.js";
import { sized } from "../support/size.js";
import { asserted } from "../support/asserted.js";

const viewer: Viewer = { ...ANONYMOUS, role: "HEALTH_TEAM", subject: "ht-1", assurance: "HIGH", purpose: "CASE_HANDLING" };
/** Attempts at forging, of each kind in turn. */
const FORGERIES = sized(10, 100);
let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const note = (n: number) =>
  transaction(fresh.database, viewer, (tx) =>
    write(tx, {
      audit_event: Array.from({ length: n }, (_, i) =>
        auditRow(viewer, `t-${i}`, { operation: "claim", memberId: newTestId(), fields: ["condition"], outcome: "ALLOWED" }),
      ),
    }),
  );
/** As somebody who owns the server would: past every trigger and policy. */
const behindOurBack = async (text: string, values: unknown[] = []): Promise<any[]> => {
  const client = await fresh.database.pool.connect();
  try {
    await client.query("set session_replication_role = replica");
    return (await client.query(text, values)).rows;
  } finally {
    await client.query("set session_replication_role = origin");
    client.release();
  }
};

/** Seals until this many rows are; any session of the database that is just ending holds the newest back for a moment. */
async function sealAll(rows: number): Promise<number> {
  let sealed = 0;
  for (let tries = 0; sealed < rows && tries < 100; tries += 1) {
    sealed += (await Promise.all([sealAudit(fresh.database, 0), sealAudit(fresh.database, 0)])).reduce((sum, each) => sum + each.sealed, 0);
    if (sealed < rows) await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return sealed;
}

it("seals what is settled, once, and finds the chain whole", async () => {
  await note(120);
  expect(await sealAll(120)).toBe(120);
  await note(30);
  expect(await sealAll(30)).toBe(30);
  expect((await sealAudit(fresh.database, 0)).sealed).toBe(0);
  expect(await verifyAudit(fresh.database)).toMatchObject({ rows: 150, broken: [] });
});

it("waits for a transaction that was there before and may still leave a row with a lower number", async () => {
  const slow = await fresh.database.pool.connect();
  await slow.query("begin");
  await slow.query(
    "insert into audit_event (id, actor, actor_role, assurance, purpose, operation, outcome, trace_id) values ($1, 'a', 'MEMBER', 'HIGH', 'OWN_CASE', 'x', 'ALLOWED', 't')",
    [newTestId()],
  );
  await note(5);
  expect((await sealAudit(fresh.database, 0)).sealed).toBe(0);
  await slow.query("commit");
  slow.release();
  expect(await sealAll(6)).toBe(6);
  expect((await verifyAudit(fresh.database)).broken).toEqual([]);
});

it("finds every change and every removal of a sealed row", async () => {
  const seqs = (await behindOurBack("select seq from audit_event order by seq")).map((row) => row.seq);
  let found = 0;
  for (let i = 0; i < FORGERIES; i += 1) {
    const seq = seqs[(i * 7) % seqs.length];
    const [before] = await behindOurBack("select to_jsonb(a) as row from audit_event a where seq = $1", [seq]);
    const forge = FORGE[i % FORGE.length] ?? "";
    await behindOurBack(forge, [seq]);
    if ((await verifyAudit(fresh.database)).broken.length > 0) found += 1;
    await behindOurBack("delete from audit_event where seq = $1", [seq]);
    await behindOurBack("insert into audit_event select * from jsonb_populate_record(null::audit_event, $1)", [before.row]);
  }
  expect(found).toBe(FORGERIES);
  expect((await verifyAudit(fresh.database)).broken).toEqual([]);
});
const FORGE = [
  "update audit_event set actor = actor || 'x' where seq = $1",
  "delete from audit_event where seq = $1",
  "update audit_event set at = at - interval '1 microsecond' where seq = $1",
  "update audit_event set fields = array_append(fields, 'more') where seq = $1",
  "update audit_event set member_id = null where seq = $1",
];

it("is contradicted by the heads in the log when somebody writes the whole chain again", async () => {
  const head = (await verifyAudit(fresh.database)).head;
  await behindOurBack("delete from audit_seal");
  await behindOurBack("delete from audit_event where seq = (select min(seq) from audit_event)");
  expect(await sealAll(155)).toBe(155);
  expect((await verifyAudit(fresh.database)).broken).toEqual([]);
  expect((await verifyAudit(fresh.database, { expected: head ? [head] : [] })).broken).toHaveLength(1);
});

it("lets no role of the application change or remove a row, or a seal", async () => {
  const attempts = [
    "update audit_event set actor = 'x'",
    "delete from audit_event",
    "update audit_seal set hash = 'x'",
    "delete from audit_seal",
    "truncate audit_event",
  ];
  for (const role of ["WORKER", "HEALTH_TEAM", "MEMBER"] as const) {
    for (const text of attempts) {
      const gone = await transaction(fresh.database, { ...viewer, role }, (tx) =>
        tx.query(asserted(`${text}${text.startsWith("delete") ? " returning 1" : ""}`)),
      ).then(
        (rows) => rows.length,
        () => 0,
      );
      expect([role, text, gone]).toEqual([role, text, 0]);
    }
  }
  expect((await verifyAudit(fresh.database)).broken).toEqual([]);
});
