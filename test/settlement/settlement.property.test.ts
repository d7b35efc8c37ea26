import fc from "fast-check";
import { checkLedger } from "../../src/features/ledger/check-ledger.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { WORKER } from "../../src/platform/viewer.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import type { MadeClinic } from "../support/make.js";
import { sized } from "../support/size.js";
import { approve, close, confirmException, correct, exportFile, importFile, resolveException } from "./acts.js";
import { attend, type Attended } from "./attended.js";
import { notification, paymentsIn, statusReport } from "./bank.js";

const RUNS = sized(4, 40);
let t: TestApp;
beforeAll(async () => {
  t = await startApp();
});
afterAll(async () => t.stop());

type Step =
  | { readonly do: "attend"; readonly count: number; readonly at: number; readonly minor: number }
  | { readonly do: "correct"; readonly which: number; readonly percent: number }
  | { readonly do: "batch" }
  | { readonly do: "reject" }
  | { readonly do: "withdraw" }
  | { readonly do: "export"; readonly twice: boolean }
  | { readonly do: "tell"; readonly what: "ACCP" | "RJCT" | "BOOKED" | "RETURNED"; readonly every: number; readonly twice: boolean };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant("attend" as const),
    count: fc.integer({ min: 1, max: 3 }),
    at: fc.integer({ min: 0, max: 1 }),
    minor: fc.integer({ min: 1, max: 90_000 }),
  }),
  fc.record({ do: fc.constant("correct" as const), which: fc.nat(50), percent: fc.integer({ min: -60, max: 40 }) }),
  fc.record({ do: fc.constant("batch" as const) }),
  fc.record({ do: fc.constant("reject" as const) }),
  fc.record({ do: fc.constant("withdraw" as const) }),
  fc.record({ do: fc.constant("export" as const), twice: fc.boolean() }),
  fc.record({
    do: fc.constant("tell" as const),
    what: fc.constantFrom("ACCP" as const, "RJCT" as const, "BOOKED" as const, "RETURNED" as const),
    every: fc.integer({ min: 1, max: 3 }),
    twice: fc.boolean(),
  }),
);

type World = {
  readonly clinics: MadeClinic[];
  readonly attended: Attended[];
  readonly sent: { reference: string; payments: { id: string; kroner: string }[] }[];
};

async function take(w: World, s: Step): Promise<void> {
  if (s.do === "attend") w.attended.push(...(await attend(t, w.clinics[s.at]!, { count: s.count, minor: () => s.minor })));
  if (s.do === "correct") {
    const line = w.attended[s.which % Math.max(1, w.attended.length)];
    if (line)
      await correct(
        t.asFinance(),
        globalId("SettlementLine", line.lineId),
        BigInt(Math.trunc((s.percent * 10_000) / 100)),
        "PARTLY_ATTENDED",
      );
  }
  if (s.do === "batch") {
    const { batch } = (await close(t.asFinance("a"))).data.closeSettlementBatch;
    if (batch) await approve(t.asFinance("b"), batch.id);
  }
  if (s.do === "reject" || s.do === "withdraw") await takeBack(s.do);
  if (s.do === "export") {
    const [open] = await t.rows<{ id: string; reference: string }>(
      "select id, reference from settlement_batch where state = 'APPROVED' order by reference limit 1",
    );
    if (!open) return;
    for (let i = 0; i < (s.twice ? 2 : 1); i += 1) {
      const { file } = (await exportFile(t.asFinance(), globalId("SettlementBatch", open.id))).data.exportPaymentFile;
      if (i === 0 && file) w.sent.push({ reference: open.reference, payments: paymentsIn(file.content) });
    }
  }
  if (s.do === "tell") await tell(w, s);
}

/** Sends the oldest unsent batch back, or takes its first payment out and approves the rest. */
async function takeBack(what: "reject" | "withdraw"): Promise<void> {
  const [open] = await t.rows<{ id: string; payment: string }>(
    "select b.id, p.id as payment from settlement_batch b join settlement_payment p on p.batch_id = b.id where b.state = 'APPROVED' and p.state = 'BATCHED' order by b.reference, p.end_to_end_id limit 1",
  );
  if (!open) return;
  const batchId = globalId("SettlementBatch", open.id);
  const input = { idempotencyKey: crypto.randomUUID(), reason: "AMOUNT_DOUBTED" };
  if (what === "reject")
    await t.asFinance("c")("mutation ($input: ChangeSettlementBatchInput!) { rejectSettlementBatch(input: $input) { errors { code } } }", {
      input: { ...input, batchId },
    });
  else {
    await t.asFinance("c")("mutation ($input: WithdrawPaymentInput!) { withdrawPayment(input: $input) { errors { code } } }", {
      input: { ...input, paymentId: globalId("SettlementPayment", open.payment) },
    });
    await approve(t.asFinance("b"), batchId);
  }
}

async function tell(w: World, s: Extract<Step, { do: "tell" }>): Promise<void> {
  const file = w.sent[s.every % Math.max(1, w.sent.length)];
  const some = file?.payments.filter((_, i) => i % s.every === 0) ?? [];
  if (!file || some.length === 0) return;
  for (let i = 0; i < (s.twice ? 2 : 1); i += 1) {
    const content =
      s.what === "ACCP" || s.what === "RJCT"
        ? statusReport(
            file.reference,
            some.map((p) => ({ ...p, status: s.what, ...(s.what === "RJCT" ? { reason: "AC01" } : {}) })),
          )
        : notification(some.map((p) => (s.what === "RETURNED" ? { ...p, credit: true, reason: "AC04" } : p)));
    expect((await importFile(t.asFinance(), content)).data.importBankFile.errors).toEqual([]);
  }
}

/** What the bank contradicted itself in holds back what could be paid twice, until two persons have said what it was. */
async function resolveOpen(): Promise<void> {
  const open = await t.rows<{ id: string; amount: string }>(
    "select id, amount_minor::text as amount from bank_exception where resolved_at is null order by id",
  );
  for (const { id, amount } of open) {
    const exception = globalId("BankException", id);
    for (const resolution of amount === "0" ? ["HANDLED_WITH_BANK"] : ["AS_THE_BANK_SAYS", "NOT_OURS"]) {
      const { errors } = (await resolveException(t.asFinance("a"), { id: exception, resolution })).data.resolveBankException;
      if (errors.length > 0) continue;
      if (amount === "0" || (await confirmException(t.asFinance("b"), exception)).data.confirmBankException.errors.length === 0) break;
    }
  }
}

/** Whatever is still open is batched, sent and booked until nothing can be paid any more. */
async function finish(w: World): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    await resolveOpen();
    // whoever's account the bank refused has stated another
    await t.rows("update provider_account set blocked_at = null, blocked_reason = null");
    await take(w, { do: "batch" });
    for (let i = 0; i < 4; i += 1) await take(w, { do: "export", twice: false });
    const open = await t.rows<{ id: string; kroner: string }>(
      "select end_to_end_id as id, (amount_minor / 100.0)::numeric(18,2)::text as kroner from settlement_payment where state in ('SENT','ACCEPTED')",
    );
    if (open.length > 0) await importFile(t.asFinance(), notification(open));
  }
}

it("whatever happens in whatever order, every attended treatment is settled exactly once and the book closes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 18 }), async (steps) => {
      const w: World = { clinics: [await t.make.clinic(), await t.make.clinic()], attended: [], sent: [] };
      for (const s of steps) {
        await take(w, s);
        expect(await transaction(t.fresh.database, WORKER, checkLedger)).toEqual([]);
      }
      await finish(w);
      expect(await transaction(t.fresh.database, WORKER, checkLedger)).toEqual([]);
      const lines = w.attended.map((a) => a.lineId);
      const [{ n }] = (await t.rows<{ n: number }>("select count(distinct id)::int as n from settlement_line where id = any ($1)", [
        lines,
      ])) as [{ n: number }];
      expect(n).toBe(lines.length);
      // what is not paid is a provider whom corrections leave nothing to be paid
      const rest = await t.rows<{ provider_id: string }>(
        "select provider_id from settlement_line where state not in ('PAID', 'NETTED') and provider_id = any ($1) group by 1 having sum(amount_minor) > 0",
        [w.clinics.map((c) => c.providerId)],
      );
      expect(rest).toEqual([]);
    }),
    { numRuns: RUNS, ...(process.env["SEED"] ? { seed: Number(process.env["SEED"]) } : {}) },
  );
}, 300_000);
