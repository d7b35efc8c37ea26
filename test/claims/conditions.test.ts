/** Sentences of the conditions, from the report of a claim over its approval to the booking, as people meet them. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { addDays, addMonths } from "../../src/kernel/calendar.js";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { today } from "../support/clock.js";
import { dayIn, type MadeClaim, type MadeClinic, type MadeMember } from "../support/make.js";
import { bookSlot } from "../bookings/documents.js";
import { sceneOf } from "../bookings/scene.js";
import { APPROVE, complaint, INFORM, key, OPEN, send } from "./claims-api.js";

let t: TestApp;
let team: Asker;
let clinic: MadeClinic;
let scene: ReturnType<typeof sceneOf>;
beforeAll(async () => {
  t = await startApp();
  team = t.asHealthTeam();
  clinic = await t.make.clinic({
    services: ["BLOCKADE", "FOLLOW_UP_CHECK", "GLAD", "HEALTH_PROGRAMME", "CHILD_MENTAL_PROGRAMME", "PSYCHOLOGIST"],
  });
  scene = sceneOf(t, () => clinic);
});
afterAll(() => t.stop());

const monthsAgo = (months: number): string => addMonths(today(), -months);
/** The last such day: not every day has one of the same number three months before. */
const moreThanThreeMonthsAgo = (): string => {
  let day = monthsAgo(3);
  while (addMonths(day, 3) >= today()) day = addDays(day, -1);
  return day;
};
const open = async (member: MadeMember, more: object): Promise<string> =>
  (await send(team, OPEN, complaint(globalId("Member", member.id), { idempotencyKey: key(), ...more }))).claim.id;
const approved = async (member: MadeMember, more: object, input: object = {}): Promise<string[]> =>
  (await send(team, APPROVE, { claimId: await open(member, more), ...input })).codes;
const needsOf = async (id: string): Promise<string[]> =>
  (await team("query ($id: ID!) { claim(id: $id) { information { needs } } }", { id })).data.claim.information.needs;
const used = (claim: MadeClaim, on: string, more: object = {}): Promise<void> =>
  t.make.usage({ memberId: claim.memberId, policyId: null, claimId: claim.id }, on, { service_code: "BLOCKADE", ...more });
const booked = async (claim: MadeClaim, slot: object = {}): Promise<string[]> =>
  (await bookSlot(team, claim, await scene.freeSlot(slot))).codes;

describe("three blockades for one condition", () => {
  test("are three whatever the claims, and begin anew for another condition", async () => {
    const member = await t.make.member({ policy: { optional: ["K"] } });
    const knee = {
      under: "K",
      condition_code: "KNEE_OSTEOARTHRITIS",
      condition_arose_on: "2020-01-01",
      condition_diagnosed_on: "2021-01-01",
    };
    const first = await t.make.claim(member, { service: "BLOCKADE", row: { ...knee, state: "COMPLETED" } });
    for (const n of [3, 2]) await used(first, dayIn(-n), { policy_id: member.policyId, under: "K" });
    const second = await t.make.claim(member, { service: "BLOCKADE", row: knee });
    expect(await booked(second)).toEqual([]);
    expect(await booked(second)).toEqual(["LIMIT_PER_CLAIM"]);
    const hip = await t.make.claim(member, { service: "BLOCKADE", row: { ...knee, condition_code: "HIP_OSTEOARTHRITIS" } });
    expect(await booked(hip)).toEqual([]);
  });
});

describe("the check after an operation", () => {
  test("is one: a second is refused, in this claim and in another for the same knee", async () => {
    const member = await t.make.member();
    const row = {
      condition_code: "KNEE_INJURY",
      flags: { afterCoveredSurgery: true, lastTreatmentOn: monthsAgo(2) },
      referral_type: "SPECIALIST",
      guarantee_outcome: "NONE",
      guarantee_class: "NONE",
      promise_state: "NONE",
    };
    const claim = await t.make.claim(member, { service: "FOLLOW_UP_CHECK", row });
    expect(await booked(claim)).toEqual([]);
    expect(await booked(claim)).toEqual(["FOLLOW_UP_REPEATED"]);
    const again = await t.make.claim(member, { service: "FOLLOW_UP_CHECK", row });
    expect(await booked(again)).toEqual(["FOLLOW_UP_REPEATED"]);
  });
});

describe("whose word a specialist needs", () => {
  const specialist = (code: string, type: string, aroseOn: string): object => ({
    service: "SPECIALIST_EXAMINATION",
    condition: { code, aroseOn },
    referral: { type, issuedOn: dayIn(-3) },
  });
  test.each([
    ["sleep", "INSOMNIA", "GP", "SPECIALIST"],
    ["a suspected allergy", "ALLERGY_SUSPECTED", "SPECIALIST", "GP"],
    ["the heart", "CARDIAC_SYMPTOMS", "GP", "RECOMMENDATION"],
  ])("for %s is what its section says: the wrong one is not taken, and asked for again", async (_, code, right, wrong) => {
    const [good, bad] = [
      await open(await t.make.member(), specialist(code, right, monthsAgo(5))),
      await open(await t.make.member(), specialist(code, wrong, monthsAgo(5))),
    ];
    expect([await needsOf(good), await needsOf(bad)]).toEqual([[], ["REFERRAL"]]);
  });

  test("a sleep disorder has to have lasted for more than three months", async () => {
    const longEnough = moreThanThreeMonthsAgo();
    const tried = async (aroseOn: string) => approved(await t.make.member(), specialist("INSOMNIA", "GP", aroseOn));
    expect(await tried(addDays(longEnough, 1))).toEqual(["CONDITION_NOT_ELIGIBLE"]);
    expect(await tried(longEnough)).toEqual([]);
  });
});

describe("a condition that section 7 lists, whatever nobody has ticked", () => {
  test("is covered for six months from its diagnosis, and under option F whenever it arose", async () => {
    const fibromyalgia = (months: number): object => ({
      condition: { code: "FIBROMYALGIA", aroseOn: monthsAgo(9), diagnosedOn: monthsAgo(months) },
    });
    expect(await approved(await t.make.member(), fibromyalgia(8))).toEqual(["CHRONIC_SIX_MONTHS_EXPIRED"]);
    expect(await approved(await t.make.member(), fibromyalgia(5))).toEqual([]);
    const shoulder = { code: "OSTEOARTHRITIS", aroseOn: "2019-01-01", diagnosedOn: "2020-03-04" };
    const withF = await t.make.member({ policy: { optional: ["F"] } });
    expect(await approved(withF, { condition: shoulder })).toEqual(["PRE_EXISTING_CHRONIC"]);
    expect(await approved(withF, { under: "F", condition: shoulder }, { portion: 4 })).toEqual([]);
  });
});

const DECIDE = `mutation recordMedicalDecision($input: RecordMedicalDecisionInput!) { recordMedicalDecision(input: $input) {
  claim { medicalDecisions { kind decidedBy } condition { chronic } } errors { code } } }`;

describe("what is chronic in this case", () => {
  test("is decided by name, and of two decisions that contradict each other the later counts", async () => {
    const member = await t.make.member({ policy: { optional: ["F"] } });
    const claimId = await open(member, { under: "F", condition: { code: "NECK_PAIN", aroseOn: dayIn(-20) } });
    const decided = async (kind: string): Promise<unknown> =>
      (await send(team, DECIDE, { claimId, kind, reason: "as the doctors found" })).claim;
    expect((await send(team, APPROVE, { claimId, portion: 4 })).codes).toEqual(["CONDITION_NOT_ELIGIBLE"]);
    expect(await decided("CHRONIC")).toEqual({
      medicalDecisions: [{ kind: "CHRONIC", decidedBy: "health-team" }],
      condition: { chronic: true },
    });
    expect(await decided("NOT_CHRONIC")).toEqual({
      medicalDecisions: [{ kind: "NOT_CHRONIC", decidedBy: "health-team" }],
      condition: { chronic: false },
    });
    expect((await send(team, APPROVE, { claimId, portion: 4 })).codes).toEqual(["CONDITION_NOT_ELIGIBLE"]);
    await decided("CHRONIC");
    expect((await send(team, APPROVE, { claimId, portion: 4 })).codes).toEqual([]);
    // nobody ticks it any more, on whatever claim
    const ticked = await team("mutation ($input: RecordInformationInput!) { recordInformation(input: $input) { errors { code } } }", {
      input: { claimId, condition: { chronic: true } },
    });
    expect(ticked.errors?.[0]?.message).toContain("chronic");
  });
});

describe("a condition that is covered in serious cases only", () => {
  const treated = (code: string, more: object = {}): object => ({
    service: "SPECIALIST_TREATMENT",
    condition: { code, aroseOn: dayIn(-20), ...more },
    referral: { type: "SPECIALIST", issuedOn: dayIn(-3) },
  });

  test("is refused with its clause until the doctors accept it by name", async () => {
    const claimId = await open(await t.make.member(), treated("VARICOSE_VEINS"));
    expect((await send(team, APPROVE, { claimId })).errors).toMatchObject([
      { code: "EXCLUDED_CONDITION", rule: "COV-VARICOSE", remedy: expect.stringContaining("doctors accept") },
    ]);
    const { claim } = await send(team, DECIDE, { claimId, kind: "CONDITION_ACCEPTED", reason: "a wound that does not heal" });
    expect(claim.medicalDecisions).toEqual([{ kind: "CONDITION_ACCEPTED", decidedBy: "health-team" }]);
    expect((await send(team, APPROVE, { claimId })).codes).toEqual([]);
  });

  test("as a cancer is one diagnosed during the insurance, whoever accepts it", async () => {
    const [{ cover_start: start }] = await t.rows("select cover_start from policy limit 1");
    const diagnosed = async (diagnosedOn: string | null): Promise<string[]> => {
      const member = await t.make.member({ policy: { cover_start: start } });
      const day = diagnosedOn === null ? {} : { diagnosedOn, aroseOn: addDays(diagnosedOn, -1) };
      const claimId = await open(member, treated("CANCER_DIAGNOSED", day));
      await send(team, DECIDE, { claimId, kind: "CONDITION_ACCEPTED", reason: "simple to treat at a private hospital" });
      const { codes } = await send(team, APPROVE, { claimId });
      return [...codes, ...(await needsOf(claimId))];
    };
    expect(await diagnosed(start)).toEqual([]);
    expect(await diagnosed(addDays(start, -1))).toEqual(["EXCLUDED_CONDITION"]);
    expect(await diagnosed(null)).toEqual(["DIAGNOSIS_DATE"]);
  });

  test("as a skin cancer is covered once", async () => {
    const member = await t.make.member();
    const first = await t.make.claim(member, {
      service: "SPECIALIST_TREATMENT",
      row: { condition_code: "SKIN_CANCER", state: "COMPLETED" },
    });
    const again = treated("SKIN_CANCER", { diagnosedOn: dayIn(-9) });
    expect(await approved(member, again)).toEqual([]);
    await used(first, dayIn(-30), { policy_id: member.policyId, service_code: "SPECIALIST_TREATMENT" });
    expect(await approved(member, again)).toEqual(["EXCLUDED_CONDITION"]);
  });
});

describe("a dietician", () => {
  test("is for obesity in pregnancy and after birth, and not for obesity alone", async () => {
    const asked = async (code: string): Promise<string[]> => {
      const member = await t.make.member({ policy: { optional: ["A"] } });
      return approved(member, { service: "DIETICIAN", under: "A", condition: { code, aroseOn: dayIn(-9) } }, { portion: 3 });
    };
    expect([await asked("OBESITY"), await asked("OBESITY_IN_PREGNANCY"), await asked("OBESITY_POSTPARTUM")]).toEqual([
      ["EXCLUDED_CONDITION"],
      [],
      [],
    ]);
  });
});

describe("GLA:D for the back", () => {
  test("needs more than three months by its dates, or a complaint that keeps coming back on the team's word", async () => {
    const back = (aroseOn: string): object => ({ service: "GLAD", condition: { code: "LONG_TERM_BACK_PAIN", aroseOn } });
    const longEnough = moreThanThreeMonthsAgo();
    expect(await approved(await t.make.member(), back(longEnough))).toEqual([]);
    expect(await approved(await t.make.member(), back(addDays(longEnough, 1)))).toEqual(["CONDITION_NOT_ELIGIBLE"]);
    const young = await open(await t.make.member(), back(dayIn(-7)));
    expect((await send(team, APPROVE, { claimId: young })).errors).toMatchObject([
      { code: "CONDITION_NOT_ELIGIBLE", rule: "COV-GLAD-CONDITIONS" },
    ]);
    await send(team, INFORM, { claimId: young, facts: { recurring: true } });
    expect((await send(team, APPROVE, { claimId: young })).errors).toEqual([]);
  });
});

describe("a health programme", () => {
  test("ends after twelve months", async () => {
    const member = await t.make.member();
    const row = {
      condition_code: "DIABETES",
      condition_arose_on: monthsAgo(20),
      received_at: `${monthsAgo(14)}T09:00:00Z`,
      approved_at: `${monthsAgo(14)}T09:00:00Z`,
      guarantee_outcome: "NONE",
      guarantee_class: "NONE",
      promise_state: "NONE",
    };
    const online = { row: { channel: "ONLINE" } };
    const late = await t.make.claim(member, { service: "HEALTH_PROGRAMME", row });
    await used(late, monthsAgo(13), { policy_id: member.policyId, service_code: "HEALTH_PROGRAMME" });
    expect(await booked(late, online)).toEqual(["COURSE_TWELVE_MONTHS_EXPIRED"]);
    const young = await t.make.claim(await t.make.member(), { service: "HEALTH_PROGRAMME", row });
    await used(young, monthsAgo(10), { policy_id: member.policyId, service_code: "HEALTH_PROGRAMME" });
    expect(await booked(young, online)).toEqual([]);
  });
});

describe("stress, however long", () => {
  test("needs no referral with a psychologist, even when one was asked for", async () => {
    const stress = { service: "PSYCHOLOGIST", condition: { code: "LONG_TERM_STRESS", aroseOn: monthsAgo(7) } };
    const claimId = await open(await t.make.member(), stress);
    await send(team, INFORM, { claimId, referralRequested: true });
    await send(team, APPROVE, { claimId });
    expect(await needsOf(claimId)).toEqual([]);
  });
});

describe("a child that has begun with a psychologist of own choice", () => {
  test("finds the programme for children closed for that complaint, and open for another", async () => {
    const child = await t.make.member({ row: { birth_date: "2015-05-05" }, policy: { role: "GROUP_CHILD" } });
    const psychologist = {
      condition_code: "ANXIETY",
      mode: "OWN_CHOICE",
      guarantee_outcome: "NONE",
      guarantee_class: "NONE",
      promise_state: "NONE",
      state: "CLOSED",
    };
    const begun = await t.make.claim(child, { service: "PSYCHOLOGIST", row: psychologist });
    await used(begun, dayIn(-3), { policy_id: child.policyId, service_code: "PSYCHOLOGIST", mode: "OWN_CHOICE" });
    const programme = (code: string): object => ({ service: "CHILD_MENTAL_PROGRAMME", condition: { code, aroseOn: dayIn(-20) } });
    expect(await approved(child, programme("ANXIETY"))).toEqual(["OWN_CHOICE_ALREADY_STARTED"]);
    expect(await approved(child, programme("GRIEF"))).toEqual([]);
  });
});
