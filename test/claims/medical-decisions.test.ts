import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { dayIn, type MadeClaim, type MadeClinic, type MadeMember } from "../support/make.js";
import { bookSlot } from "../bookings/documents.js";
import { sceneOf } from "../bookings/scene.js";
import { APPROVE, COMPLETE, complaint, OPEN, send } from "./claims-api.js";

const DECIDE = `mutation recordMedicalDecision($input: RecordMedicalDecisionInput!) { recordMedicalDecision(input: $input) {
  claim { version medicalDecisions { kind decidedBy reason } } errors { code message path rule clause remedy retryable } } }`;

let t: TestApp;
let team: Asker;
let clinic: MadeClinic;
let scene: ReturnType<typeof sceneOf>;
beforeAll(async () => {
  t = await startApp();
  team = t.asHealthTeam();
  clinic = await t.make.clinic({ services: ["PHYSIOTHERAPY", "CHIROPRACTIC", "GROUP_TRAINING", "GLAD", "PSYCHOLOGIST"] });
  scene = sceneOf(t, () => clinic);
});
afterAll(() => t.stop());

const codesOf = async (member: MadeMember, claim: MadeClaim): Promise<string[]> =>
  (await bookSlot(t.asMember(member), claim, await scene.freeSlot())).codes;
const id = (claim: MadeClaim): string => globalId("Claim", claim.id);

describe("one form of treatment at a time", () => {
  test("of all services booked for one complaint the first alone is taken, and another complaint is treated beside it", async () => {
    const member = await t.make.member();
    const services = ["PHYSIOTHERAPY", "CHIROPRACTIC", "PSYCHOLOGIST"];
    const claims = [];
    for (const service of services) claims.push(await t.make.claim(member, { service }));
    const other = await t.make.claim(member, { service: "PSYCHOLOGIST", row: { condition_code: "GRIEF" } });
    const codes = [];
    for (const claim of claims) codes.push(await codesOf(member, claim));
    expect(codes).toEqual([[], ["ONE_FORM_AT_A_TIME"], ["ONE_FORM_AT_A_TIME"]]);
    expect(await codesOf(member, other)).toEqual([]);
  });

  test("the form that was approved first goes first, the one that has begun before it, and never do both wait", async () => {
    const member = await t.make.member();
    const first = await t.make.claim(member);
    const second = await t.make.claim(member, { service: "CHIROPRACTIC" });
    expect(await codesOf(member, second)).toEqual(["ONE_FORM_AT_A_TIME"]);
    await t.rows(
      "insert into treatment_usage (id, member_id, policy_id, claim_id, service_code, under, mode, year, treated_on, state) select gen_random_uuid(), member_id, policy_id, id, service_code, under, mode, 2026, $2, 'COUNTED' from claim where id = $1",
      [second.id, dayIn(-1)],
    );
    expect(await codesOf(member, second)).toEqual([]);
    expect(await codesOf(member, first)).toEqual(["ONE_FORM_AT_A_TIME"]);
  });

  test("training in a group is part of the course", async () => {
    const member = await t.make.member();
    const [course, group] = [await t.make.claim(member), await t.make.claim(member, { service: "GROUP_TRAINING" })];
    expect([await codesOf(member, course), await codesOf(member, group)]).toEqual([[], []]);
  });

  test("two at the same moment leave one", async () => {
    const member = await t.make.member();
    const claims = [await t.make.claim(member), await t.make.claim(member, { service: "CHIROPRACTIC" })];
    const codes = await Promise.all(claims.map((claim) => codesOf(member, claim)));
    expect(codes.flat()).toEqual(["ONE_FORM_AT_A_TIME"]);
  });

  test("an approval is refused while another form runs, and given once that has ended or the team allows both by name", async () => {
    const member = await t.make.member();
    const running = await t.make.claim(member, { row: { state: "IN_TREATMENT" } });
    const { claim } = await send(team, OPEN, complaint(globalId("Member", member.id)));
    expect((await send(team, APPROVE, { claimId: claim.id })).codes).toEqual(["ONE_FORM_AT_A_TIME"]);
    const decided = await send(team, DECIDE, { claimId: claim.id, kind: "SEVERAL_FORMS", reason: "both are needed for the same back" });
    expect(decided.claim.medicalDecisions).toEqual([
      { kind: "SEVERAL_FORMS", decidedBy: expect.any(String), reason: "both are needed for the same back" },
    ]);
    const [event] = await t.rows(
      "select e.kind, e.actor, e.data from claim_event e join audit_event a on a.object_id = e.claim_id and a.operation = 'recordMedicalDecision' order by e.id desc limit 1",
    );
    expect(event).toMatchObject({ kind: "MEDICAL_DECISION", actor: decided.claim.medicalDecisions[0].decidedBy });
    expect(
      (await send(team, DECIDE, { claimId: claim.id, kind: "SEVERAL_FORMS", withdrawn: true, reason: "on second thought" })).claim
        .medicalDecisions,
    ).toEqual([]);
    expect((await send(team, APPROVE, { claimId: claim.id })).codes).toEqual(["ONE_FORM_AT_A_TIME"]);
    await send(team, COMPLETE, { claimId: id(running) });
    expect((await send(team, APPROVE, { claimId: claim.id })).errors).toEqual([]);
  });

  test("a decision that was never made cannot be taken back, and is nobody's but the team's", async () => {
    const member = await t.make.member();
    const claim = await t.make.claim(member);
    const input = { claimId: id(claim), kind: "SEVERAL_FORMS", reason: "no reason at all" };
    expect((await send(team, DECIDE, { ...input, withdrawn: true })).codes).toEqual(["NOTHING_TO_RECORD"]);
    expect((await t.asMember(member)(DECIDE, { input })).errors?.[0].extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });
});
