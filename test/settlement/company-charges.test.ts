/** An employee is withdrawn back in time: until when they are covered, and what the company then bears. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { addDays, addMonths, lastDayOfMonth } from "../../src/kernel/calendar.js";
import { lastDayOf, withdrawalRefusals, type WithdrawalGround } from "../../src/features/members/withdrawal/withdrawal.js";
import { isCharged, type PaidTreatment } from "../../src/features/settlement/company-charges/charge.js";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { today } from "../support/clock.js";
import { at, dayIn, type MadeClinic } from "../support/make.js";
import { bookSlot, cancel } from "../bookings/documents.js";
import { approve, close, exportFile, importFile } from "./acts.js";
import { attend } from "./attended.js";
import { notification, paymentsIn } from "./bank.js";
import { expectOnRecord, expectTold } from "../support/told.js";

const RECORD = `mutation ($input: RecordWithdrawalInput!) { recordWithdrawal(input: $input) { policy { id } coverEnd replayed errors { code rule } } }`;
const CHARGES = `query ($policyId: ID) { companyCharges(policyId: $policyId) { policy { id } paidFor { id kind } booking { id clinic { id } } treatedOn cause leftOn lastDay amount { amountMinor } } }`;

const AHEAD = `{ coverLosses(first: 50) { edges { node { booking { id } member { id } reasons { code rule } todo } } } }`;

let t: TestApp;
let clinic: MadeClinic;
beforeAll(async () => {
  t = await startApp();
  clinic = await t.make.clinic();
});
afterAll(() => t.stop());

const system = () => t.as({ sub: "claims-system", role: "INTEGRATION" });
const record = async (policyId: string, cause: string, on: string, idempotencyKey: string = randomUUID()) =>
  (await system()(RECORD, { input: { idempotencyKey, policyId: globalId("Policy", policyId), cause, on } })).data.recordWithdrawal;

/** Appointments ahead that somebody has to talk about; what was attended already is dealt with elsewhere. */
const ahead = async (asker: Asker) =>
  (await asker(AHEAD)).data.coverLosses.edges
    .map(({ node }: { node: { todo: string } }) => node)
    .filter(({ todo }: { todo: string }) => todo === "TALK_WITH_MEMBER");

describe("taking an employee out of a scheme", () => {
  const ground: WithdrawalGround = {
    product: "OCCUPATIONAL",
    role: "EMPLOYEE",
    cover_start: "2024-01-01",
    cover_end: null,
    withdrawn: false,
    today: "2026-12-02",
  };
  const codes = (on: string, more: Partial<WithdrawalGround> = {}, cause: "RESIGNED" | "WITHDRAWN" = "WITHDRAWN"): string[] =>
    withdrawalRefusals({ cause, on }, { ...ground, ...more }).map(({ code }) => code);

  test("goes back three months within the year, and no day further", () => {
    expect([codes("2026-09-02"), codes("2026-09-01")]).toEqual([[], ["WITHDRAWAL_TOO_FAR_BACK"]]);
    expect(codes("2026-12-31", { today: "2027-01-15" })).toEqual(["WITHDRAWAL_TOO_FAR_BACK"]);
    expect(codes("2027-01-01", { today: "2027-01-15" })).toEqual([]);
    expect(codes("2027-06-30")).toEqual([]);
  });

  test("is for employees under a company's scheme, once, and inside the cover", () => {
    expect(codes("2026-11-01", { product: "FLEX", role: "POLICYHOLDER" })).toEqual(["POLICY_NOT_WITHDRAWABLE"]);
    expect(codes("2026-11-01", { withdrawn: true })).toEqual(["POLICY_WITHDRAWN"]);
    expect(codes("2026-11-01", { cover_start: "2026-11-02" })).toEqual(["DAY_IMPOSSIBLE"]);
    expect(codes("2026-11-02", { cover_end: "2026-11-01" })).toEqual(["DAY_IMPOSSIBLE"]);
  });

  test("covers who has left to the end of that month", () => {
    expect(lastDayOf({ cause: "RESIGNED", on: "2026-11-03" })).toBe("2026-11-30");
    expect(lastDayOf({ cause: "WITHDRAWN", on: "2026-11-03" })).toBe("2026-11-03");
    expect(codes("2026-08-31", {}, "RESIGNED")).toEqual(["WITHDRAWAL_TOO_FAR_BACK"]);
    expect(codes("2026-09-01", {}, "RESIGNED")).toEqual([]);
  });

  test("charges what neither cover nor run-off reaches", () => {
    const paid: PaidTreatment = {
      service: "PHYSIOTHERAPY",
      under: "BASE",
      treated_on: "2026-11-20",
      last_day: "2026-10-31",
      reported_on: "2026-10-31",
      approved_on: "2026-10-31",
      informed: true,
    };
    const charged = (more: Partial<PaidTreatment>): boolean => isCharged({ ...paid, ...more });
    expect([charged({}), charged({ treated_on: "2027-01-31" }), charged({ treated_on: "2027-02-01" })]).toEqual([false, false, true]);
    expect([charged({ reported_on: "2026-11-01" }), charged({ approved_on: "2026-11-01" }), charged({ informed: false })]).toEqual([
      true,
      true,
      true,
    ]);
    expect(charged({ service: "CHRONIC_SURGERY", under: "K" })).toBe(true);
    expect(charged({ treated_on: "2026-10-31", reported_on: "2026-10-31" })).toBe(false);
  });
});

describe("the list of payments to charge the company with", () => {
  const appointment = async (reported: string, startsAt: Date) => {
    const member = await t.make.member();
    const since = `${reported}T09:00:00Z`;
    const claim = await t.make.claim(member, { row: { received_at: since, approved_at: since } });
    const { data, codes } = await bookSlot(t.asHealthTeam(), claim, await t.make.slot(clinic, { startsAt }));
    expect(codes).toEqual([]);
    return { member, bookingId: data.booking.id as string };
  };

  test("holds what was paid for days no longer covered, to clinics and members, and nothing that runs off", async () => {
    const [late] = await attend(t, clinic, { treatedOn: dayIn(-2) });
    const [early] = await attend(t, clinic, { treatedOn: dayIn(-2) });
    const policyOf = async (memberId: string): Promise<string> =>
      (await t.rows("select id from policy where member_id = $1", [memberId]))[0].id;
    // reported while covered, long before the cover ended: it runs off
    await t.rows("update claim set received_at = $2, approved_at = $2 where member_id = $1", [
      early!.member.id,
      `${addMonths(today(), -2)}T09:00:00Z`,
    ]);
    const { batch } = (await close(t.asFinance("a"))).data.closeSettlementBatch;
    await approve(t.asFinance("b"), batch.id);
    const file = (await exportFile(t.asFinance("a"), batch.id)).data.exportPaymentFile.file;
    const [latePolicy, earlyPolicy] = [await policyOf(late!.member.id), await policyOf(early!.member.id)];
    const lastDay = addDays(today(), -20);
    const idempotencyKey = randomUUID();
    const first = await record(latePolicy, "WITHDRAWN", lastDay, idempotencyKey);
    expect(first).toEqual({ policy: { id: globalId("Policy", latePolicy) }, coverEnd: lastDay, replayed: false, errors: [] });
    expect(await record(latePolicy, "WITHDRAWN", lastDay, idempotencyKey)).toMatchObject({ coverEnd: lastDay, replayed: true });
    expect((await record(latePolicy, "WITHDRAWN", lastDay)).errors).toMatchObject([{ code: "POLICY_WITHDRAWN" }]);
    expect((await record(earlyPolicy, "WITHDRAWN", lastDay)).errors).toEqual([]);
    const charges = async (policyId: string) =>
      (await t.asFinance()(CHARGES, { policyId: globalId("Policy", policyId) })).data.companyCharges;
    // not paid yet: nothing to charge
    expect(await charges(latePolicy)).toEqual([]);
    await importFile(t.asFinance(), notification(paymentsIn(file.content)));
    expect(await charges(latePolicy)).toEqual([
      {
        policy: { id: globalId("Policy", latePolicy) },
        paidFor: { id: globalId("Booking", late!.bookingId), kind: "BOOKING" },
        booking: { id: globalId("Booking", late!.bookingId), clinic: { id: globalId("Clinic", clinic.id) } },
        treatedOn: dayIn(-2),
        cause: "WITHDRAWN",
        leftOn: null,
        lastDay,
        amount: { amountMinor: "45000" },
      },
    ]);
    expect(await charges(earlyPolicy)).toEqual([]);
    expect((await t.asFinance()(CHARGES)).data.companyCharges).toHaveLength(1);
    expect(
      await t.rows("select distinct object_id from audit_event where operation = 'companyCharges' and object_id = $1", [latePolicy]),
    ).toHaveLength(1);
  });

  test("has a sister for appointments ahead: the health team sees those that no cover reaches, until they are cancelled", async () => {
    const team = t.asHealthTeam();
    const [uncovered, runsOff, stays] = [
      await appointment(dayIn(-1), at(dayIn(3), "08:00")),
      await appointment(addMonths(today(), -1), at(dayIn(3), "10:00")),
      await appointment(dayIn(-1), at(dayIn(3), "12:00")),
    ];
    const lastDay = addDays(today(), -10);
    expect(await ahead(team)).toEqual([]);
    for (const { member } of [uncovered, runsOff]) expect((await record(member.policyId, "WITHDRAWN", lastDay)).errors).toEqual([]);
    const member = { id: globalId("Member", uncovered.member.id) };
    expect(await ahead(team)).toEqual([
      {
        booking: { id: uncovered.bookingId },
        member,
        reasons: [{ code: "COVER_ENDED", rule: expect.any(String) }],
        todo: "TALK_WITH_MEMBER",
      },
    ]);
    await expectOnRecord(t, "coverLosses");
    // a cover that ends after the appointment leaves it covered
    expect((await record(stays.member.policyId, "WITHDRAWN", addDays(today(), 60))).errors).toEqual([]);
    expect(await ahead(team)).toHaveLength(1);
    for (const asker of [system(), t.asFinance(), t.asMember(uncovered.member)]) expect((await asker(AHEAD)).status).toBe(400);
    expect((await cancel(team, uncovered.bookingId)).codes).toEqual([]);
    expect(await ahead(team)).toEqual([]);
  });

  test("whose sister's entry is dealt with once, by whom and how it was", async () => {
    const team = t.asHealthTeam();
    const { member } = await appointment(dayIn(-1), at(dayIn(4), "08:00"));
    expect((await record(member.policyId, "WITHDRAWN", addDays(today(), -10))).errors).toEqual([]);
    const [entry] = await t.rows("select id, ended_at from cover_loss where member_id = $1 and booking_id is not null", [member.id]);
    expect(entry.ended_at).toBeNull();
    const handle = async () =>
      (
        await team(
          "mutation ($input: HandleCoverLossInput!) { handleCoverLoss(input: $input) { coverLoss { endedAt } errors { code } } }",
          {
            input: { coverLossId: globalId("CoverLoss", entry.id), note: "the member pays herself" },
          },
        )
      ).data.handleCoverLoss;
    expect(await handle()).toEqual({ coverLoss: { endedAt: expect.any(String) }, errors: [] });
    expect((await ahead(team)).filter((each: { member: { id: string } }) => each.member.id === globalId("Member", member.id))).toEqual([]);
    expect((await handle()).errors).toEqual([{ code: "ALREADY_HANDLED" }]);
    expect(await t.rows("select ended_as, ended_by, note from cover_loss where id = $1", [entry.id])).toEqual([
      { ended_as: "HANDLED", ended_by: "health-team", note: "the member pays herself" },
    ]);
    expect(
      await t.rows("select outcome from audit_event where operation = 'handleCoverLoss' and object_id = $1 order by seq", [entry.id]),
    ).toContainEqual({ outcome: "ALLOWED" });
  });

  test("is not read by the systems and people who cause it, and the cover ends for everybody", async () => {
    const member = await t.make.member();
    const left = dayIn(0);
    expect((await record(member.policyId, "RESIGNED", left)).coverEnd).toBe(lastDayOfMonth(left));
    const { policies } = (
      await t.asMember(member)("query ($id: ID!) { member(id: $id) { policies { coverEnd } } }", { id: globalId("Member", member.id) })
    ).data.member;
    expect(policies).toEqual([{ coverEnd: lastDayOfMonth(left) }]);
    for (const asker of [system(), t.asHealthTeam(), t.asMember(member)]) expect((await asker(CHARGES)).status).toBe(400);
    expect((await t.asHealthTeam()(RECORD, { input: {} })).status).toBe(400);
  });
});

it("others are told what these acts did", () => expectTold(t, "policy.withdrawn", "cover.lost"));
