import { randomUUID } from "node:crypto";
import { checkLedger } from "../../src/features/ledger/check-ledger.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { WORKER } from "../../src/platform/viewer.js";
import { globalId, startApp, type Answer, type TestApp } from "../support/app.js";
import { fromNow } from "../support/clock.js";
import type { MadeClinic } from "../support/make.js";
import { close } from "./acts.js";
import { attend, type Attended } from "./attended.js";
import { expectTold } from "../support/told.js";

const DISPUTE = `mutation ($input: DisputeAttendanceInput!) { disputeAttendance(input: $input) { errors { code } } }`;
const CONFIRM = `mutation ($input: ConfirmAttendanceInput!) { confirmAttendance(input: $input) { errors { code } } }`;
const SETTLE = `mutation ($input: SettleDisputeInput!) { settleDispute(input: $input) { line { state amount { amountMinor } } errors { code } } }`;
let t: TestApp;
let clinic: MadeClinic;
beforeAll(async () => {
  t = await startApp();
  clinic = await t.make.clinic();
});
afterAll(async () => t.stop());

const treated = async (): Promise<Attended> => (await attend(t, clinic, { minor: () => 40_000, readyAt: fromNow(3_600_000) }))[0]!;
const answer = (document: string, of: Attended): Promise<Answer> =>
  t.asMember(of.member)(document, { input: { idempotencyKey: randomUUID(), bookingId: globalId("Booking", of.bookingId) } });
const settle = async (of: Attended, decision: string): Promise<any> =>
  (await t.asFinance()(SETTLE, { input: { idempotencyKey: randomUUID(), lineId: globalId("SettlementLine", of.lineId), decision } })).data
    .settleDispute;
const line = async (of: Attended): Promise<any> =>
  (await t.rows("select state, ready_at <= clock_now() as due from settlement_line where id = $1", [of.lineId]))[0];

const ANSWER = `mutation ($input: AnswerDisputeInput!) { answerDispute(input: $input) { line { state disputeAnswers { finding words inRecord cameAt leftAt } } errors { code path } } }`;
const answered = async (of: Attended, input: object, by: MadeClinic = clinic): Promise<any> => {
  const sent = await t.asClinic(by)(ANSWER, {
    input: { idempotencyKey: randomUUID(), lineId: globalId("SettlementLine", of.lineId), finding: "TREATED_AS_BOOKED", ...input },
  });
  if (!sent.data) throw new Error(sent.text);
  return sent.data.answerDispute;
};

describe("a clinic's answer to a dispute", () => {
  it("has its own words and facts, is added to and never changed, and is read by finance", async () => {
    const of = await treated();
    expect((await answered(of, {})).errors).toMatchObject([{ code: "NOT_DISPUTED" }]);
    await answer(DISPUTE, of);
    const day = (await t.rows<{ day: string }>("select treated_on::text as day from settlement_line where id = $1", [of.lineId]))[0]!.day;
    const [cameAt, leftAt] = [`${day}T09:00:00.000Z`, `${day}T09:30:00.000Z`];
    expect(await answered(of, { cameAt, leftAt, inRecord: true, words: "  Kom til tiden. " })).toMatchObject({
      errors: [],
      line: {
        state: "DISPUTED",
        disputeAnswers: [{ finding: "TREATED_AS_BOOKED", words: "Kom til tiden.", inRecord: true, cameAt, leftAt }],
      },
    });
    expect((await answered(of, { finding: "TREATED_IN_PART" })).line.disputeAnswers).toHaveLength(2);
    await expect(t.rows("update dispute_answer set words = 'x'")).rejects.toThrow("never changed");
    const read = await t.asFinance()("query ($id: ID!) { node(id: $id) { ... on SettlementLine { disputeAnswers { words } } } }", {
      id: globalId("SettlementLine", of.lineId),
    });
    expect(read.data.node.disputeAnswers.map((a: any) => a.words)).toEqual(["Kom til tiden.", null]);
    await settle(of, "OWED");
    expect((await answered(of, {})).errors).toMatchObject([{ code: "NOT_DISPUTED" }]);
  });

  it("is refused with every reason at once, and to another company as if there were none", async () => {
    const of = await treated();
    await answer(DISPUTE, of);
    const [stranger] = [await t.make.clinic()];
    const bad = {
      cameAt: "2020-01-01T09:00:00Z",
      leftAt: "2020-01-01T08:00:00Z",
      practitionerId: globalId("Practitioner", stranger.practitionerId),
      words: "x".repeat(2_001),
    };
    expect((await answered(of, bad)).errors.map((e: any) => e.path[1])).toEqual(["cameAt", "leftAt", "leftAt", "practitionerId", "words"]);
    expect((await answered(of, {}, stranger)).errors).toMatchObject([{ code: "NOT_DISPUTED" }]);
    expect((await t.rows("select 1 from dispute_answer where line_id = $1", [of.lineId])).length).toBe(0);
    await settle(of, "NOT_OWED");
    // what is owed after all is not for the tests below
    expect((await close(t.asFinance())).data.closeSettlementBatch.errors).toEqual([]);
  });
});

describe("a treatment that the member disputes", () => {
  it("is not paid, even after the window, until finance has looked", async () => {
    const of = await treated();
    expect((await answer(DISPUTE, of)).data.disputeAttendance.errors).toEqual([]);
    await t.rows("update settlement_line set ready_at = clock_now() where id = $1", [of.lineId]);
    expect((await close(t.asFinance())).data.closeSettlementBatch.errors).toMatchObject([{ code: "NOTHING_DUE" }]);
    expect((await t.asFinance()("{ disputedLines(first: 5) { edges { node { id } } } }")).data.disputedLines.edges).toEqual([
      { node: { id: globalId("SettlementLine", of.lineId) } },
    ]);
    expect(await settle(of, "NOT_OWED")).toMatchObject({ errors: [], line: { state: "READY" } });
    expect(await settle(of, "OWED")).toMatchObject({ errors: [{ code: "NOT_DISPUTED" }] });
    expect(await t.rows("select sum(amount_minor)::int as owed from settlement_line where booking_id = $1", [of.bookingId])).toEqual([
      { owed: 0 },
    ]);
    const left = (await close(t.asFinance())).data.closeSettlementBatch;
    // the treatment and what takes it back are settled against each other, and nobody is paid
    expect(left).toMatchObject({ batch: { lineCount: 2, total: { amountMinor: "0" } }, errors: [] });
    expect(await transaction(t.fresh.database, WORKER, checkLedger)).toEqual([]);
  });

  it("is paid when finance finds that it took place, or when the member confirms it after all", async () => {
    const [one, two] = [await treated(), await treated()];
    await answer(DISPUTE, one);
    await answer(DISPUTE, two);
    expect(await settle(one, "OWED")).toMatchObject({ errors: [], line: { amount: { amountMinor: "40000" } } });
    expect((await answer(CONFIRM, two)).data.confirmAttendance.errors).toEqual([]);
    expect([await line(one), await line(two)]).toEqual([
      { state: "READY", due: true },
      { state: "READY", due: true },
    ]);
  });

  it("is disputed by its member only", async () => {
    const of = await treated();
    const stranger = { ...of, member: await t.make.member() };
    expect((await answer(DISPUTE, stranger)).data.disputeAttendance.errors).toMatchObject([{ code: "NOT_FOUND" }]);
    expect(await line(of)).toEqual({ state: "READY", due: false });
  });
});

it("others are told what these acts did", () => expectTold(t, "settlement.dispute-settled", "settlement.dispute-answered"));
