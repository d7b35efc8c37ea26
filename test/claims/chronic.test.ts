import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { addMonths } from "../../src/kernel/calendar.js";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { today } from "../support/clock.js";
import { dayIn, type MadeMember } from "../support/make.js";
import { APPROVE, complaint, INFORM, key, OPEN, send } from "./claims-api.js";

const DECIDE = `mutation recordMedicalDecision($input: RecordMedicalDecisionInput!) { recordMedicalDecision(input: $input) {
  claim { version } errors { code message path rule clause remedy retryable } } }`;
const NEEDS =
  "query ($id: ID!) { claim(id: $id) { state information { required needs receivedAt approvedAt } guarantee { outcome clockStartOn } } }";

let t: TestApp;
let team: Asker;
beforeAll(async () => {
  t = await startApp();
  team = t.asHealthTeam();
});
afterAll(() => t.stop());

const monthsAgo = (months: number): string => addMonths(today(), -months);
const open = async (member: MadeMember, more: object): Promise<string> =>
  (await send(team, OPEN, complaint(globalId("Member", member.id), { idempotencyKey: key(), ...more }))).claim.id;
const stateOf = async (id: string): Promise<any> => (await team(NEEDS, { id })).data.claim;

describe("a condition that section 7 lists", () => {
  const old = { code: "KNEE_OSTEOARTHRITIS", aroseOn: monthsAgo(9), diagnosedOn: monthsAgo(8) };

  test("is chronic though nobody has said so: approval is refused after the six months, and given by name where doctors decide otherwise", async () => {
    const claimId = await open(await t.make.member(), { condition: old });
    const { errors } = await send(team, APPROVE, { claimId });
    expect(errors).toMatchObject([{ code: "CHRONIC_SIX_MONTHS_EXPIRED", rule: "COV-CHRONIC-6M" }]);
    await send(team, DECIDE, { claimId, kind: "NOT_CHRONIC", reason: "an injury of the knee, not worn" });
    expect((await send(team, APPROVE, { claimId })).errors).toEqual([]);
  });

  test("without a day of diagnosis is approved, and its clock waits for the day and starts with it", async () => {
    const claimId = await open(await t.make.member(), { condition: { code: "KNEE_OSTEOARTHRITIS", aroseOn: monthsAgo(9) } });
    expect((await send(team, APPROVE, { claimId })).errors).toEqual([]);
    expect(await stateOf(claimId)).toMatchObject({
      state: "AWAITING_INFORMATION",
      information: { required: true, needs: ["DIAGNOSIS_DATE"] },
      guarantee: { outcome: "PENDING" },
    });
    await send(team, INFORM, { claimId, condition: { diagnosedOn: monthsAgo(1) } });
    expect(await stateOf(claimId)).toMatchObject({
      state: "APPROVED",
      information: { needs: [], receivedAt: expect.any(String), approvedAt: expect.any(String) },
      guarantee: { outcome: "RUNNING", clockStartOn: today() },
    });
  });

  test("as a cataract is covered for six months from its diagnosis, and its day is asked for", async () => {
    const member = await t.make.member();
    const referral = { type: "GP", issuedOn: dayIn(-3) };
    const cataract = (diagnosedOn: string | null): Promise<string> =>
      open(member, {
        service: "SPECIALIST_EXAMINATION",
        referral,
        condition: { code: "CATARACT", aroseOn: monthsAgo(9), ...(diagnosedOn === null ? {} : { diagnosedOn }) },
      });
    const late = await cataract(monthsAgo(8));
    expect((await send(team, APPROVE, { claimId: late })).errors).toMatchObject([
      { code: "CHRONIC_SIX_MONTHS_EXPIRED", rule: "COV-CATARACT-6M", clause: expect.stringContaining("5.6") },
    ]);
    expect((await send(team, APPROVE, { claimId: await cataract(monthsAgo(5)) })).errors).toEqual([]);
    const unknown = await cataract(null);
    expect((await send(team, APPROVE, { claimId: unknown })).errors).toEqual([]);
    expect((await stateOf(unknown)).information.needs).toEqual(["DIAGNOSIS_DATE"]);
  });

  test("under option F is covered once it is diagnosed", async () => {
    const member = await t.make.member({ policy: { optional: ["F"] } });
    const suspected = await open(member, { under: "F", condition: { code: "KNEE_OSTEOARTHRITIS", aroseOn: monthsAgo(1) } });
    expect((await send(team, APPROVE, { claimId: suspected, portion: 4 })).codes).toEqual(["CONDITION_NOT_ELIGIBLE"]);
    await send(team, INFORM, { claimId: suspected, condition: { diagnosedOn: dayIn(-1) } });
    expect((await send(team, APPROVE, { claimId: suspected, portion: 4 })).errors).toEqual([]);
  });
});

describe("physiotherapy approved under option B", () => {
  test("starts its clock with the approval, for no referral is needed", async () => {
    const claimId = await open(await t.make.member(), { service: "PHYSIOTHERAPY" });
    expect(await stateOf(claimId)).toMatchObject({ state: "AWAITING_INFORMATION", information: { needs: ["REFERRAL"] } });
    await send(team, APPROVE, { claimId, under: "B" });
    expect(await stateOf(claimId)).toMatchObject({
      state: "APPROVED",
      information: { required: false, needs: [] },
      guarantee: { outcome: "RUNNING", clockStartOn: today() },
    });
  });

  test("waits for what the team has asked for", async () => {
    const claimId = await open(await t.make.member(), { service: "PHYSIOTHERAPY" });
    await send(team, INFORM, { claimId, required: true });
    await send(team, APPROVE, { claimId, under: "B" });
    expect(await stateOf(claimId)).toMatchObject({ information: { needs: ["ASKED"] }, guarantee: { outcome: "PENDING" } });
  });

  test("waits for a referral that the team has asked for", async () => {
    const claimId = await open(await t.make.member(), { service: "PHYSIOTHERAPY" });
    await send(team, INFORM, { claimId, referralRequested: true });
    await send(team, APPROVE, { claimId, under: "B" });
    expect(await stateOf(claimId)).toMatchObject({ information: { needs: ["REFERRAL"] }, guarantee: { outcome: "PENDING" } });
  });
});
