import fc from "fast-check";
import { checkLedger } from "../../src/features/ledger/check-ledger.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { WORKER } from "../../src/platform/viewer.js";
import { startApp, type TestApp } from "../support/app.js";
import type { MadeClinic } from "../support/make.js";
import { sized } from "../support/size.js";
import { approve, close, exportFile, importFile } from "./acts.js";
import { attend } from "./attended.js";
import { paymentsIn } from "./bank.js";
import { Bank, OUTCOMES, type Ordered, type Outcome } from "./misbehaving-bank.js";
import { resolveEverything } from "./resolve-everything.js";

/** A run is some forty requests and as many looks at the whole book; each has three of the eight ways to go wrong, whatever else comes. */
const RUNS = sized(2, 60);
let t: TestApp;
beforeAll(async () => {
  t = await startApp();
});
afterAll(async () => t.stop());

type Step =
  | { readonly do: "attend"; readonly at: number; readonly count: number; readonly minor: number }
  | { readonly do: "pay"; readonly outcomes: readonly Outcome[]; readonly twice: boolean }
  | { readonly do: "other"; readonly what: Parameters<Bank["other"]>[0] }
  | { readonly do: "state" }
  | { readonly do: "fetch"; readonly every: number; readonly twice: boolean; readonly reversed: boolean };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant("attend" as const),
    at: fc.integer({ min: 0, max: 2 }),
    count: fc.integer({ min: 1, max: 3 }),
    minor: fc.integer({ min: 2_000, max: 90_000 }),
  }),
  fc.record({
    do: fc.constant("pay" as const),
    outcomes: fc.array(fc.constantFrom(...OUTCOMES), { minLength: 1, maxLength: 4 }),
    twice: fc.boolean(),
  }),
  fc.record({
    do: fc.constant("other" as const),
    what: fc.constantFrom("CHARGE", "INTEREST", "FOREIGN", "FOREIGN_WITHOUT_REFERENCE", "SOMEBODY_ELSES_ACCOUNT" as const),
  }) as fc.Arbitrary<Step>,
  fc.record({ do: fc.constant("state" as const) }),
  fc.record({ do: fc.constant("fetch" as const), every: fc.integer({ min: 1, max: 3 }), twice: fc.boolean(), reversed: fc.boolean() }),
);

type World = {
  readonly bank: Bank;
  readonly clinics: MadeClinic[];
  readonly owed: Map<string, number>;
  readonly sent: Ordered[];
  readonly rejects: Set<string>;
};

async function pay(w: World, outcomeOf: (i: number) => Outcome, twice: boolean): Promise<boolean> {
  const { batch } = (await close(t.asFinance("a"))).data.closeSettlementBatch;
  if (!batch) return false;
  await approve(t.asFinance("b"), batch.id);
  const { file, errors } = (await exportFile(t.asFinance("a"), batch.id)).data.exportPaymentFile;
  expect(errors).toEqual([]);
  const payments = paymentsIn(file.content);
  w.sent.push(...payments);
  payments.forEach((p, i) => {
    if (outcomeOf(i) === "ACCEPTED_THEN_REJECTED") w.rejects.add(p.id);
  });
  w.bank.take(batch.reference, payments, outcomeOf, twice);
  return true;
}

async function fetch(files: readonly string[], twice: boolean): Promise<void> {
  for (const content of twice ? files.flatMap((f) => [f, f]) : files)
    expect((await importFile(t.asFinance(), content)).data.importBankFile.errors).toEqual([]);
}

async function take(w: World, s: Step): Promise<void> {
  if (s.do === "attend") {
    const clinic = w.clinics[s.at]!;
    await attend(t, clinic, { count: s.count, minor: () => s.minor });
    w.owed.set(clinic.providerId, (w.owed.get(clinic.providerId) ?? 0) + s.count * s.minor);
  }
  if (s.do === "pay") await pay(w, (i) => s.outcomes[i % s.outcomes.length]!, s.twice);
  if (s.do === "other") w.bank.other(s.what, w.sent);
  if (s.do === "state") w.bank.state();
  if (s.do === "fetch") {
    const chosen = w.bank.files.filter((_, i) => i % s.every === 0);
    await fetch(s.reversed ? [...chosen].reverse() : chosen, s.twice);
    if (!s.twice) w.bank.files = w.bank.files.filter((f) => !chosen.includes(f));
  }
}

const fault = () => transaction(t.fresh.database, WORKER, checkLedger);

/** The bank tells all it has to tell, a person resolves what is left over, and what is payable is paid, until nothing is. */
async function finish(w: World): Promise<void> {
  for (let round = 0; round < 30; round += 1) {
    w.bank.state();
    await fetch(w.bank.files, false);
    w.bank.files = [];
    const resolved = await resolveEverything(t, w.bank, w.rejects);
    const paid = await pay(w, () => "BOOKED", false);
    if (!paid && resolved === 0 && w.bank.files.length === 0) return;
  }
  throw new Error("it does not come to an end");
}

it(
  "however the bank misbehaves, every treatment is paid once, the book is the bank's, and each deviation is resolved to zero",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 16 }), fc.nat(OUTCOMES.length - 1), async (steps, first) => {
        await t.rows(
          "truncate settlement_line, settlement_payment, settlement_batch, settlement_attempt, payment_file, bank_file, bank_statement, bank_movement, bank_event, bank_exception, ledger_entry, posting, booking, slot cascade",
        );
        const clinics = [await t.make.clinic(), await t.make.clinic(), await t.make.clinic()];
        const w: World = { bank: new Bank(), clinics, owed: new Map(), sent: [], rejects: new Set() };
        // whatever else happens, three of the ways to go wrong do
        const wrong = [0, 1, 2].map((i) => OUTCOMES[(first + i) % OUTCOMES.length]!);
        const begin: Step[] = [0, 1, 2].map((at) => ({ do: "attend", at, count: 2, minor: 36_586 + at }));
        for (const s of [...begin, { do: "pay", outcomes: wrong, twice: true } as const, ...steps]) {
          await take(w, s);
          expect(await fault()).toEqual([]);
        }
        await finish(w);
        expect(await fault()).toEqual([]);
        const got = new Map<string, number>();
        const payees = await t.rows<{ end: string; provider: string }>(
          "select end_to_end_id as end, provider_id as provider from settlement_payment",
        );
        for (const { end, provider } of payees) got.set(provider, (got.get(provider) ?? 0) + (w.bank.received.get(end) ?? 0));
        expect([...got].filter(([, minor]) => minor !== 0).sort()).toEqual([...w.owed].sort());
        // what the bank has paid at once and never called rejected was never ordered again
        const again = await t.rows<{ end: string }>(
          "select distinct p.end_to_end_id as end from settlement_attempt a join settlement_payment p on p.id = a.payment_id",
        );
        expect(again.filter(({ end }) => ["BOOKED", "BOOKED_TWICE"].includes(w.bank.outcomes.get(end) ?? ""))).toEqual([]);
        expect(await t.rows("select 1 from settlement_line where state <> 'PAID'")).toEqual([]);
        const sums = await t.rows<{ account: string; minor: number }>(
          "select account, sum(amount_minor)::int as minor from posting where account in ('BANK', 'SUSPENSE', 'BANK_IN_TRANSIT') group by 1",
        );
        const of = (account: string): number => sums.find((s) => s.account === account)?.minor ?? 0;
        expect({ bank: of("BANK"), suspense: of("SUSPENSE"), transit: of("BANK_IN_TRANSIT") }).toEqual({
          bank: w.bank.balance(),
          suspense: 0,
          transit: 0,
        });
      }),
      { numRuns: RUNS, ...(process.env["SEED"] ? { seed: Number(process.env["SEED"]) } : {}) },
    );
  },
  sized(600_000, 7_200_000),
);
