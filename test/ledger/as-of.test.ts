/** The book as of an instant: one answer, now and for ever, whoever is writing meanwhile. */
import { setTimeout as pause } from "node:timers/promises";
import { lockSettlement } from "../../src/features/settlement/batches/closing/gather.store.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { WORKER } from "../../src/platform/viewer.js";
import { attend } from "../settlement/attended.js";
import { correct } from "../settlement/acts.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { asserted } from "../support/asserted.js";

let t: TestApp;
let line: string;
beforeAll(async () => {
  t = await startApp();
  const [attended] = await attend(t, await t.make.clinic());
  line = globalId("SettlementLine", attended!.lineId);
});
afterAll(async () => t.stop());

const owedAsOf = async (asOf: string): Promise<string> =>
  (await t.asFinance()("query ($asOf: DateTime!) { ledger(account: CLINIC_PAYABLE, asOf: $asOf) { balance { amountMinor } } }", { asOf }))
    .data.ledger.balance.amountMinor;
const now = async (): Promise<string> =>
  (await t.rows<{ now: Date }>("select date_trunc('milliseconds', clock_moment()) as now"))[0]!.now.toISOString();

it("does not change when a correction that waited for its lock comes in afterwards", async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const holding = transaction(t.fresh.database, WORKER, async (tx) => {
    await lockSettlement(tx);
    await held;
  });
  await pause(50);
  // its transaction begins here, and it waits for whoever holds the settlement lock
  const waiting = correct(t.asFinance(), line, -1_000n, "PARTLY_ATTENDED");
  await pause(200);
  const asOf = await now();
  await pause(5);
  const first = await owedAsOf(asOf);
  release();
  await holding;
  expect((await waiting).data.correctSettlement.errors).toEqual([]);
  expect(first).toBe("-45000");
  expect(await owedAsOf(asOf)).toBe(first);
  expect(await owedAsOf(await now())).toBe("-44000");
});

it("waits for whoever has written and not committed, and blocks nobody who writes", async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const writing = transaction(
    t.fresh.database,
    WORKER,
    async (tx) => {
      await tx.query(
        asserted(
          "insert into ledger_entry (id, kind, status, effective_on, actor) values (gen_random_uuid(), 'RELEASE', 'VOIDED', clock_today(), 'test')",
        ),
      );
      await held;
    },
    { role: null },
  );
  await pause(100);
  const asOf = await now();
  await pause(5);
  const asked = owedAsOf(asOf);
  expect(await Promise.race([asked, pause(300).then(() => "still waiting")])).toBe("still waiting");
  expect((await correct(t.asFinance(), line, -500n, "PARTLY_ATTENDED")).data.correctSettlement.errors).toEqual([]);
  release();
  await writing;
  expect(await asked).toBe(await owedAsOf(asOf));
});

it("is not told of an instant that is still to come", async () => {
  const answer = await t.asFinance()('{ trialBalance(asOf: "2199-01-01T00:00:00Z") { account } }');
  expect(answer.errors?.[0].extensions).toMatchObject({ code: "BAD_USER_INPUT", inputPath: ["asOf"] });
});

it("takes no instant from whoever writes an entry", async () => {
  await t.rows(
    "insert into ledger_entry (id, kind, status, effective_on, actor, recorded_at) values (gen_random_uuid(), 'RELEASE', 'VOIDED', clock_today(), 'backdater', '2020-01-01')",
  );
  expect(await t.rows("select recorded_at > clock_now() - interval '1 minute' as now from ledger_entry where actor = 'backdater'")).toEqual(
    [{ now: true }],
  );
});
