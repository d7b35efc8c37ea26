/** What is quoted is settled; a rate that is agreed later is corrected to, all of it at once, as it was looked at. */
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { checkLedger } from "../../src/features/ledger/check-ledger.js";
import { rateCorrection, type RatedLine } from "../../src/features/settlement/corrections/rate-correction.js";
import { addDays } from "../../src/kernel/calendar.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { WORKER } from "../../src/platform/viewer.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { dayIn, type MadeClinic } from "../support/make.js";
import { close, correct } from "./acts.js";
import { attend, type Attended } from "./attended.js";

const PREVIEW = `query ($clinicId: ID!, $from: LocalDate!, $until: LocalDate!) { rateCorrections(clinicId: $clinicId, from: $from, until: $until) {
  lineCount leftOutCount digest total { amountMinor } corrections { difference { amountMinor } leftOut line { id } rate { amount { amountMinor } retroactive } } } }`;
const CORRECT = `mutation ($input: CorrectToRatesInput!) { correctToRates(input: $input) { lineCount total { amountMinor } errors { code } replayed } }`;
const PROPOSE = `mutation ($input: ProposeRateInput!) { proposeRate(input: $input) { rate { id } errors { code } } }`;
const APPROVE = `mutation ($input: ApproveRateInput!) { approveRate(input: $input) { errors { code } } }`;

let t: TestApp;
let clinic: MadeClinic;
const from = addDays(dayIn(-3), -7);
const until = addDays(dayIn(0), 1);
beforeAll(async () => {
  t = await startApp();
});
beforeEach(async () => {
  // the follow-up rate is DKK 550.00: what attend quotes, gross
  clinic = await t.make.clinic({ followUpMinor: 55_000 });
});
afterAll(async () => t.stop());

const key = (): string => randomUUID();
const manager = (sub: string) => t.as({ sub, role: "NETWORK_MANAGER" });
async function agreeBack(amountMinor: string, validFrom = addDays(dayIn(-3), -1)): Promise<void> {
  const input = {
    idempotencyKey: key(),
    clinicId: globalId("Clinic", clinic.id),
    service: "PHYSIOTHERAPY",
    session: "FOLLOW_UP",
    amountMinor,
    validFrom,
  };
  expect((await manager("one")(PROPOSE, { input })).data.proposeRate.errors).toMatchObject([{ code: "RATE_IN_PAST" }]);
  const proposed = (await manager("one")(PROPOSE, { input: { ...input, idempotencyKey: key(), retroactive: true } })).data.proposeRate;
  expect(proposed.errors).toEqual([]);
  expect((await manager("two")(APPROVE, { input: { idempotencyKey: key(), id: proposed.rate.id } })).data.approveRate.errors).toEqual([]);
}
const preview = async () => (await t.asFinance()(PREVIEW, { clinicId: globalId("Clinic", clinic.id), from, until })).data.rateCorrections;
const correctTo = async (digest: string, idempotencyKey = key()) =>
  (await t.asFinance()(CORRECT, { input: { idempotencyKey, clinicId: globalId("Clinic", clinic.id), from, until, preview: digest } })).data
    .correctToRates;
const lineId = (of: Attended | undefined) => globalId("SettlementLine", of!.lineId);

it("a treatment is paid as it was quoted, and both parties see the rate that was agreed since", async () => {
  const [line] = await attend(t, clinic);
  await agreeBack("60000");
  const SINCE =
    "query ($id: ID!) { node(id: $id) { ... on SettlementLine { amount { amountMinor } rateAgreedSince { amount { amountMinor } } } } }";
  for (const as of [t.asFinance(), t.asClinic(clinic)])
    expect((await as(SINCE, { id: lineId(line) })).data.node).toEqual({
      amount: { amountMinor: "45000" },
      rateAgreedSince: { amount: { amountMinor: "60000" } },
    });
  expect((await close(t.asFinance())).data.closeSettlementBatch.batch.total.amountMinor).toBe("45000");
});

it("many lines are corrected to the rate of their days at once, exactly as previewed, once", async () => {
  const lines = await attend(t, clinic, { count: 3 });
  const [before] = await attend(t, clinic, { treatedOn: addDays(dayIn(-3), -2) });
  await agreeBack("60000");
  const seen = await preview();
  expect(seen).toMatchObject({ lineCount: 3, leftOutCount: 0, total: { amountMinor: "15000" } });
  expect(seen.corrections.map((c: any) => c.line.id)).not.toContain(lineId(before));
  expect(seen.corrections[0]).toMatchObject({ difference: { amountMinor: "5000" }, rate: { retroactive: true } });
  const again = key();
  expect(await correctTo(seen.digest, again)).toMatchObject({ errors: [], lineCount: 3, total: { amountMinor: "15000" } });
  expect(await correctTo(seen.digest, again)).toMatchObject({ replayed: true, lineCount: 3, total: { amountMinor: "15000" } });
  expect((await correctTo(seen.digest)).errors).toMatchObject([{ code: "PREVIEW_CHANGED" }]);
  expect((await correctTo((await preview()).digest)).errors).toMatchObject([{ code: "NOTHING_TO_CORRECT" }]);
  expect(
    await t.rows(
      "select reason, amount_minor::int as minor, count(*)::int as n from settlement_line where kind = 'CORRECTION' and clinic_id = $1 group by 1, 2",
      [clinic.id],
    ),
  ).toEqual([{ reason: "RATE_AGREED_LATER", minor: 5_000, n: lines.length }]);
  expect(
    await t.rows("select 1 from outbox where topic = 'settlement.corrected' and payload->>'providerId' = $1", [clinic.providerId]),
  ).toHaveLength(lines.length);
  expect(await transaction(t.fresh.database, WORKER, checkLedger)).toEqual([]);
});

it("a line that a person has to look at is left out, and what changed since the preview is not corrected", async () => {
  const lines = await attend(t, clinic, { count: 3 });
  await correct(t.asFinance(), lineId(lines[0]), -1_000n, "PARTLY_ATTENDED");
  await t.rows("update booking set quote = jsonb_set(quote, '{memberPaysMinor}', '700') where id = $1", [lines[1]!.bookingId]);
  await agreeBack("50000");
  const seen = await preview();
  expect(seen).toMatchObject({ lineCount: 1, leftOutCount: 2, total: { amountMinor: "-5000" } });
  expect(seen.corrections.map((c: any) => c.leftOut).sort()).toEqual(["CORRECTED_OTHERWISE", "MEMBER_PAYS_A_PART", null].sort());
  await attend(t, clinic);
  expect((await correctTo(seen.digest)).errors).toMatchObject([{ code: "PREVIEW_CHANGED" }]);
});

it("`WRONG_RATE` is a reason, and what is none is refused with those there are", async () => {
  const [line] = await attend(t, clinic);
  expect((await correct(t.asFinance(), lineId(line), -100n, "WRONG_RATE")).data.correctSettlement.errors).toEqual([]);
  expect((await correct(t.asFinance(), lineId(line), -100n, "WRONG")).errors?.[0].message).toContain("WRONG_RATE");
});

describe("the correction to a rate", () => {
  const ore = fc.bigInt({ min: 0n, max: 1_000_000n });
  const line = (more: Partial<RatedLine>): RatedLine => ({
    kind: "TREATMENT",
    providerId: "p",
    amountMinor: 45_000n,
    correctedMinor: 0n,
    correctedForRateMinor: 0n,
    danmarkMinor: 0n,
    totalLeft: null,
    quotedGrossMinor: 55_000n,
    publicMinor: 10_000n,
    memberPaysMinor: 0n,
    agreedMinor: 55_000n,
    ...more,
  });
  it("ends, whatever the rates were, at the rate less the public share, and is right from then on", () => {
    fc.assert(
      fc.property(ore, ore, fc.array(ore, { minLength: 1, maxLength: 4 }), (amount, share, rates) => {
        let now = line({ amountMinor: amount, publicMinor: share, quotedGrossMinor: amount + share });
        for (const agreedMinor of rates) {
          now = { ...now, agreedMinor };
          const decided = rateCorrection(now);
          if (decided.kind === "LEFT_OUT") return decided.reason === "DIFFERENCE_TOO_LARGE";
          const by = decided.kind === "CORRECT" ? decided.differenceMinor : 0n;
          now = { ...now, correctedMinor: now.correctedMinor + by, correctedForRateMinor: now.correctedForRateMinor + by };
          const owed = agreedMinor > share ? agreedMinor - share : 0n;
          if (now.amountMinor + now.correctedMinor !== owed || rateCorrection(now).kind !== "RIGHT") return false;
        }
        return true;
      }),
    );
  });
  it("leaves to a person what it does not know", () => {
    expect(rateCorrection(line({ agreedMinor: 60_000n, memberPaysMinor: 1n }))).toEqual({ kind: "LEFT_OUT", reason: "MEMBER_PAYS_A_PART" });
    expect(rateCorrection(line({ agreedMinor: 60_000n, totalLeft: { minor: 0n, rule: "PRC-ADDICTION-100000" } }))).toEqual({
      kind: "LEFT_OUT",
      reason: "SERVICE_HAS_A_TOTAL",
    });
    expect(rateCorrection(line({ agreedMinor: 200_000n }))).toEqual({ kind: "LEFT_OUT", reason: "DIFFERENCE_TOO_LARGE" });
  });
});
