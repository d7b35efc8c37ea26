/** What is taken back beyond what is owed: set off by itself, or demanded in money, paid in parts, taken over by a successor. */
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { JOBS } from "../../src/assembly/jobs.js";
import { checkLedger } from "../../src/features/ledger/check-ledger.js";
import { afterRepayment, instalmentRefusals } from "../../src/features/settlement/receivables/receivable.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { WORKER } from "../../src/platform/viewer.js";
import { addDays } from "../../src/kernel/calendar.js";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { dayIn, type MadeClinic } from "../support/make.js";
import { expectTold } from "../support/told.js";
import { approve, close, correct, exportFile, importFile } from "./acts.js";
import { attend } from "./attended.js";
import { notification, paymentsIn } from "./bank.js";

const RECEIVABLE =
  "receivable { id reference amount { amountMinor } left { amountMinor } instalments { dueOn amount { amountMinor } } organisation { id } } errors { code path }";
const act = (name: string, input: string) => (as: Asker, of: object) =>
  as(`mutation ($input: ${input}!) { ${name}(input: $input) { ${RECEIVABLE} } }`, { input: { idempotencyKey: randomUUID(), ...of } }).then(
    (a) => a.data[name],
  );
const demand = act("demandRepayment", "DemandRepaymentInput");
const plan = act("agreeInstalments", "AgreeInstalmentsInput");
const repay = act("recordRepayment", "RecordRepaymentInput");
const transfer = act("transferReceivable", "TransferReceivableInput");

let t: TestApp;
let clinic: MadeClinic;
beforeAll(async () => {
  t = await startApp();
});
beforeEach(async () => {
  clinic = await t.make.clinic();
});
afterEach(async () => expect(await transaction(t.fresh.database, WORKER, checkLedger)).toEqual([]));
afterAll(async () => t.stop());

const organisationId = () => globalId("Organisation", clinic.providerId);
/** Two treatments that were paid, and of which one is taken back while 100 kroner are owed for another. */
async function overpaid() {
  const lines = await attend(t, clinic, { count: 2 });
  const { batch } = (await close(t.asFinance("a"))).data.closeSettlementBatch;
  await approve(t.asFinance("b"), batch.id);
  await importFile(
    t.asFinance(),
    notification(paymentsIn((await exportFile(t.asFinance("a"), batch.id)).data.exportPaymentFile.file.content)),
  );
  await correct(t.asFinance(), globalId("SettlementLine", lines[0]!.lineId), -45_000n, "NOT_ATTENDED");
  await attend(t, clinic, { minor: () => 10_000 });
}
const owed = async (account: string, owner = clinic.providerId) =>
  (
    await t.rows<{ n: number }>(
      "select coalesce(sum(amount_minor), 0)::int as n from posting p join ledger_entry e on e.id = p.entry_id where e.status = 'POSTED' and p.account = $1 and p.owner_id = $2",
      [account, owner],
    )
  )[0]?.n;

it("is demanded once, with a credit note, and leaves nothing to be set off", async () => {
  await overpaid();
  const left = (await close(t.asFinance("a"))).data.closeSettlementBatch;
  expect(left).toMatchObject({ batch: null, errors: [{ code: "NOTHING_DUE" }] });
  expect(
    (await t.asFinance()("{ settlementTasks(first: 1) { edges { node { reason total { amountMinor } } } } }")).data.settlementTasks.edges,
  ).toEqual([{ node: { reason: "NOTHING_LEFT", total: { amountMinor: "-35000" } } }]);
  const { receivable, errors } = await demand(t.asFinance("one"), { organisationId: organisationId() });
  expect(errors).toEqual([]);
  expect(receivable).toMatchObject({
    amount: { amountMinor: "35000" },
    instalments: [{ dueOn: addDays(dayIn(0), 30), amount: { amountMinor: "35000" } }],
  });
  expect([await owed("CLINIC_PAYABLE"), await owed("CLINIC_RECEIVABLE")]).toEqual([0, 35_000]);
  expect(
    await t.rows("select kind, total_minor::int as total from self_bill where provider_id = $1 order by number desc limit 2", [
      clinic.providerId,
    ]),
  ).toEqual([
    { kind: "CREDIT_NOTE", total: -45_000 },
    { kind: "INVOICE", total: 10_000 },
  ]);
  expect((await demand(t.asFinance("one"), { organisationId: organisationId() })).errors).toMatchObject([{ code: "NOTHING_TO_DEMAND" }]);
  const own = await t.asClinic(clinic)(
    "{ viewer { organisation { receivables(first: 5) { edges { node { reference left { amountMinor } demand(language: EN) { fileName } settled { state selfBills { kind } } } } } } } }",
  );
  expect(own.data.viewer.organisation.receivables.edges[0].node).toEqual({
    reference: receivable.reference,
    left: { amountMinor: "35000" },
    demand: { fileName: `${receivable.reference}.pdf` },
    settled: { state: "NETTED", selfBills: [{ kind: "INVOICE" }, { kind: "CREDIT_NOTE" }] },
  });
});

it("is paid back in instalments, never more than is owed, and by a successor whom another person accepted", async () => {
  await overpaid();
  const { receivable } = await demand(t.asFinance("one"), { organisationId: organisationId() });
  const receivableId = receivable.id;
  const days = [addDays(dayIn(0), 10), addDays(dayIn(0), 40)];
  const parts = (...amounts: string[]) => amounts.map((amountMinor, i) => ({ dueOn: days[i], amountMinor }));
  expect((await plan(t.asFinance(), { receivableId, instalments: parts("1", "2") })).errors).toMatchObject([
    { code: "INSTALMENTS_DIFFER" },
  ]);
  expect((await plan(t.asFinance(), { receivableId, instalments: parts("15000", "20000") })).errors).toEqual([]);
  expect((await repay(t.asFinance(), { receivableId, amountMinor: "35001" })).errors).toMatchObject([{ code: "REPAID_TOO_MUCH" }]);
  expect((await repay(t.asFinance(), { receivableId, amountMinor: "16000" })).receivable).toMatchObject({
    left: { amountMinor: "19000" },
    instalments: [{ dueOn: days[1], amount: { amountMinor: "19000" } }],
  });
  const other = await t.make.clinic();
  const successorId = globalId("Organisation", other.providerId);
  expect((await transfer(t.asFinance("one"), { receivableId, successorId })).errors).toMatchObject([{ code: "FOUR_EYES" }]);
  expect((await transfer(t.asFinance("two"), { receivableId, successorId: organisationId() })).errors).toMatchObject([
    { code: "SUCCESSOR_INVALID" },
  ]);
  expect((await transfer(t.asFinance("two"), { receivableId, successorId })).receivable.organisation.id).toBe(successorId);
  // what was recorded as paid back stands to the company's debit until the bank tells of the money
  expect([await owed("CLINIC_RECEIVABLE"), await owed("CLINIC_RECEIVABLE", other.providerId)]).toEqual([16_000, 19_000]);
  const taken = await t.asClinic(other)(
    "query ($id: ID!) { node(id: $id) { ... on Receivable { reference left { amountMinor } settled { id } } } }",
    { id: receivableId },
  );
  expect(taken.data.node).toEqual({ reference: receivable.reference, left: { amountMinor: "19000" }, settled: null });
  // each company is told what it is about, and not what the other is told
  await JOBS.find(({ name }) => name === "relay-outbox")?.run({ database: t.app.database } as never);
  for (const [of, type, subject] of [
    [clinic, "RECEIVABLE_TRANSFERRED", null],
    [other, "RECEIVABLE_TAKEN_OVER", { id: receivableId }],
  ] as const) {
    const { data } = await t.as({ sub: "practice-system", role: "CLINIC_SYSTEM", cvr: of.cvr })(
      "{ events(first: 5, types: [RECEIVABLE_TRANSFERRED, RECEIVABLE_TAKEN_OVER]) { edges { node { type subject { id } organisation { id } } } } }",
    );
    const organisation = { id: globalId("Organisation", of.providerId) };
    expect(data.events.edges).toEqual([{ node: { type, subject, organisation } }]);
  }
  expect((await repay(t.asFinance(), { receivableId, amountMinor: "19000" })).receivable).toMatchObject({
    left: { amountMinor: "0" },
    instalments: [],
  });
});

it("is for finance to demand and to change", async () => {
  const answer = await t.asClinic(clinic)(
    "mutation ($input: DemandRepaymentInput!) { demandRepayment(input: $input) { errors { code } } }",
    {
      input: { idempotencyKey: randomUUID(), organisationId: organisationId() },
    },
  );
  expect(answer.errors).toBeDefined();
});

describe("a plan", () => {
  it("holds, after any repayments, exactly what is left", () => {
    const amounts = fc.array(fc.bigInt({ min: 1n, max: 1_000n }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(amounts, fc.array(fc.bigInt({ min: 1n, max: 700n }), { maxLength: 6 }), (parts, paid) => {
        let left = parts.map((amountMinor, i) => ({ dueOn: addDays("2026-01-01", i + 1), amountMinor }));
        const sum = (): bigint => left.reduce((all, p) => all + p.amountMinor, 0n);
        for (const amount of paid) {
          const before = sum();
          const taken = amount < before ? amount : before;
          left = afterRepayment(left, taken);
          if (sum() !== before - taken || left.some((p) => p.amountMinor <= 0n)) return false;
        }
        return left.length === 0 || instalmentRefusals(left, sum(), "2026-01-01").length === 0;
      }),
    );
  });
});

it("others are told what these acts did", () =>
  expectTold(
    t,
    "receivable.demanded",
    "receivable.instalments-agreed",
    "receivable.repaid",
    "receivable.transferred",
    "receivable.taken-over",
  ));
