/** What the health team decides about a claim: who treats, a move into the network, a report, services and conditions left to doctors. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { addDays, addMonths } from "../../src/kernel/calendar.js";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { today } from "../support/clock.js";
import { dayIn, type MadeClaim, type MadeClinic, type MadeMember } from "../support/make.js";
import { attend, bookFirst, bookSlot, uuidOf } from "../bookings/documents.js";
import { sceneOf } from "../bookings/scene.js";
import { APPROVE, complaint, DENY, INFORM, key, OPEN, OWN_CHOICE, send } from "./claims-api.js";
import { expectTold } from "../support/told.js";

const act = (name: string, selection: string): string =>
  `mutation ${name}($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${selection}
    errors { code path rule clause remedy offer { under covered service { code } } } } }`;
const DESIGNATE = act(
  "designate",
  "claim { designations { clinic { id } practitioner { id } reason endedAt distanceKm transport } history(first: 3) { edges { node { kind reason } } } }",
);
const DECIDE = act("recordMedicalDecision", "claim { medicalDecisions { kind decidedBy } }");
const APPROVE_OR_OFFER = act("approveClaim", "claim { state }");
const MOVE = act("moveToNetwork", "claim { mode movedAt portion { authorised used } guarantee { outcome clockStartOn } }");
const REQUEST = act("requestStatusReport", "claim { statusReports { id question progress answeredAt } }");
const ANSWER = act("answerStatusReport", "statusReport { id progress treatmentsNeeded justification writtenOn answeredAt }");

let t: TestApp;
let team: Asker;
let clinic: MadeClinic;
let far: MadeClinic;
let scene: ReturnType<typeof sceneOf>;
const SKAGEN = { postnr: "9990", town: "Skagen", lat: 57.7209, lon: 10.5839, regionCode: "1081", kommuneCode: "0813" };
beforeAll(async () => {
  t = await startApp();
  team = t.asHealthTeam();
  const services = ["SPECIALIST_EXAMINATION", "PHYSIOTHERAPY", "RE_OPERATION", "FOOT_CHECK", "TRIPARTITE_COUNSELLING"];
  clinic = await t.make.clinic({ services });
  far = await t.make.clinic({ services, place: SKAGEN });
  scene = sceneOf(t, () => clinic);
});
afterAll(() => t.stop());

const monthsAgo = (months: number): string => addMonths(today(), -months);
const specialist = { guarantee_class: "SPECIALIST_10" };
const examination = async (who?: MadeMember): Promise<{ member: MadeMember; claim: MadeClaim }> => {
  const member = who ?? (await t.make.member());
  return { member, claim: await t.make.claim(member, { service: "SPECIALIST_EXAMINATION", row: specialist }) };
};
const designate = (claim: MadeClaim, at: MadeClinic, more: object = {}) =>
  send(team, DESIGNATE, {
    claimId: globalId("Claim", claim.id),
    clinicId: globalId("Clinic", at.id),
    reason: "the nearest with a time",
    ...more,
  });
const open = async (member: MadeMember, more: object): Promise<string> =>
  (await send(team, OPEN, complaint(globalId("Member", member.id), { idempotencyKey: key(), ...more }))).claim.id;

describe("a specialist or hospital", () => {
  test("is designated by the team before the member books, and then is the only one", async () => {
    const { member, claim } = await examination();
    const slot = await scene.freeSlot();
    expect((await bookSlot(t.asMember(member), claim, slot)).codes).toEqual(["AWAITS_DESIGNATION"]);
    expect((await bookFirst(t.asMember(member), claim)).codes).toEqual(["AWAITS_DESIGNATION"]);
    expect((await designate(claim, far)).errors).toEqual([]);
    // the claim is another than before to whoever read it, and was looked at anew
    expect((await designate(claim, clinic, { expectedVersion: 1 })).codes).toEqual(["VERSION_CONFLICT"]);
    expect(await t.rows("select kind from decision where claim_id = $1", [claim.id])).toEqual([{ kind: "GUARANTEE" }]);
    expect((await bookSlot(t.asMember(member), claim, slot)).codes).toEqual(["NOT_DESIGNATED"]);
    expect((await bookSlot(team, claim, slot, { overrideReason: "nearer to home" })).codes).toEqual(["NOT_DESIGNATED"]);
    const anew = await designate(claim, clinic);
    expect(anew.claim).toMatchObject({
      designations: [
        { clinic: { id: globalId("Clinic", clinic.id) }, endedAt: null, distanceKm: 0, transport: false },
        { clinic: { id: globalId("Clinic", far.id) }, endedAt: expect.any(String), transport: true },
      ],
      history: { edges: [{ node: { kind: "DESIGNATED_ANEW", reason: "the nearest with a time" } }, { node: { kind: "DESIGNATED" } }] },
    });
    expect(anew.claim.designations[1].distanceKm).toBeGreaterThan(150);
    expect((await bookSlot(t.asMember(member), claim, slot)).codes).toEqual([]);
  });

  test("is found by the gateway however far it lies, and by one specialist where one is named", async () => {
    const { member, claim } = await examination();
    const other = await t.make.practitioner(far.id);
    await t.make.slot(far, { row: { practitioner_id: other } });
    await designate(claim, far, { practitionerId: globalId("Practitioner", far.practitionerId) });
    expect((await bookFirst(t.asMember(member), claim)).codes).toEqual(["NO_SLOT_WITHIN_GUARANTEE"]);
    await designate(claim, far, { practitionerId: globalId("Practitioner", other) });
    const { data, codes } = await bookFirst(t.asMember(member), claim);
    expect([codes, data.booking?.state]).toEqual([[], "CONFIRMED"]);
  });

  test("is designated by the team's own first booking", async () => {
    const { member, claim } = await examination();
    expect((await bookSlot(team, claim, await scene.freeSlot())).codes).toEqual([]);
    expect(await t.rows("select clinic_id from designation where claim_id = $1 and ended_at is null", [claim.id])).toEqual([
      { clinic_id: clinic.id },
    ]);
    expect((await bookSlot(t.asMember(member), claim, await t.make.slot(far))).codes).toContain("NOT_DESIGNATED");
  });

  test("offers the service, employs whom it names, and is not designated where the member chooses", async () => {
    const { claim } = await examination();
    const other = await t.make.clinic();
    expect((await designate(claim, other)).codes).toEqual(["PLACE_NOT_OFFERING"]);
    expect((await designate(claim, clinic, { practitionerId: globalId("Practitioner", far.practitionerId) })).codes).toEqual([
      "PRACTITIONER_NOT_THERE",
    ]);
    await designate(claim, clinic);
    expect((await designate(claim, clinic)).codes).toEqual(["NOTHING_TO_RECORD"]);
    const free = await t.make.claim(await t.make.member());
    expect((await designate(free, clinic)).codes).toEqual(["NOT_FOR_DESIGNATION"]);
  });

  test("is not for a member to designate, nor another's to see", async () => {
    const { member, claim } = await examination();
    await designate(claim, clinic);
    const input = { claimId: globalId("Claim", claim.id), clinicId: globalId("Clinic", far.id), reason: "mine" };
    expect((await t.asMember(member)(DESIGNATE, { input })).status).toBe(400);
    const read = "query ($id: ID!) { claim(id: $id) { designations { clinic { id } } } }";
    const id = globalId("Claim", claim.id);
    expect((await t.asMember(member)(read, { id })).data.claim.designations).toHaveLength(1);
    expect((await t.asMember(await t.make.member())(read, { id })).data.claim).toBeNull();
  });
});

describe("the way to a designated place", () => {
  const BOOKING = `query ($id: ID!) { booking(id: $id) { distanceKm transport { overSixtyKm byCar { amountMinor } perKm { amountMinor }
    recumbent escort reasons { code rule } } } }`;
  const booked = async (at: MadeClinic) => {
    const { member, claim } = await examination();
    await designate(claim, at);
    const { data } = await bookSlot(t.asMember(member), claim, await t.make.slot(at, { startsAt: scene.nextStart(4) }));
    return { member, claim, id: data.booking.id as string };
  };

  test("is flagged beyond 60 km, and paid by car once the team has authorised it", async () => {
    const { member, claim, id } = await booked(far);
    const before = (await t.asMember(member)(BOOKING, { id })).data.booking;
    expect(before).toMatchObject({
      transport: {
        overSixtyKm: true,
        byCar: { amountMinor: "0" },
        perKm: { amountMinor: "228" },
        reasons: [{ code: "TRANSPORT_NOT_AUTHORISED" }],
      },
    });
    for (const kind of ["TRANSPORT_AUTHORISED", "MEDICAL_ESCORT"])
      await send(team, DECIDE, { claimId: globalId("Claim", claim.id), kind, reason: "agreed on the phone" });
    const after = (await t.asMember(member)(BOOKING, { id })).data.booking;
    expect(after.transport).toMatchObject({
      byCar: { amountMinor: String(2 * after.distanceKm * 228) },
      escort: true,
      recumbent: false,
      reasons: [],
    });
  });

  test("is the member's own affair nearer by", async () => {
    const { member, claim, id } = await booked(clinic);
    await send(team, DECIDE, { claimId: globalId("Claim", claim.id), kind: "TRANSPORT_AUTHORISED", reason: "asked for" });
    expect((await t.asMember(member)(BOOKING, { id })).data.booking).toMatchObject({
      distanceKm: 0,
      transport: { overSixtyKm: false, byCar: { amountMinor: "0" }, reasons: [{ code: "DISTANCE_TOO_SHORT", rule: "TRN-60KM" }] },
    });
  });
});

describe("a claim that moves from own choice into the network", () => {
  const own = async (options: { member?: object; claim?: object } = {}): Promise<string> => {
    const member = await t.make.member(options.member);
    const id = await open(member, {
      service: "PHYSIOTHERAPY",
      mode: "OWN_CHOICE",
      referral: { type: "GP", issuedOn: dayIn(-4) },
      receivedAt: new Date(`${dayIn(-3)}T09:00:00Z`).toISOString(),
      condition: { code: "BACK_PAIN", aroseOn: dayIn(-9) },
      ...options.claim,
    });
    await t.make.consent(member, null);
    expect((await send(team, APPROVE, { claimId: id, portion: 3, approvedAt: `${dayIn(-3)}T10:00:00Z` })).codes).toEqual([]);
    return id;
  };

  test("keeps what was used, and has no promise once treatment has begun", async () => {
    const claimId = await own();
    expect(
      (await send(team, OWN_CHOICE, { idempotencyKey: key(), claimId, treatedOn: dayIn(-1), hasPublicAgreement: true })).codes,
    ).toEqual([]);
    const moved = await send(team, MOVE, { claimId, reason: "wishes another therapist" });
    expect([moved.codes, moved.claim]).toEqual([
      [],
      {
        mode: "NETWORK",
        movedAt: expect.any(String),
        portion: { authorised: 3, used: 1 },
        guarantee: { outcome: "NONE", clockStartOn: null },
      },
    ]);
    expect((await send(team, MOVE, { claimId, reason: "once more" })).codes).toEqual(["CLAIM_IN_NETWORK"]);
    const bill = act("decideReimbursement", "reimbursement { reasons { code } }");
    const input = {
      idempotencyKey: key(),
      claimId,
      reference: "F-1",
      treatedOn: dayIn(-1),
      lastTreatmentOn: dayIn(-1),
      receivedOn: today(),
      feeMinor: "30000",
      hasPublicAgreement: true,
    };
    expect((await send(team, bill, input)).codes).toEqual([]);
    expect((await send(team, bill, { ...input, idempotencyKey: key(), reference: "F-2", treatedOn: addDays(today(), 1) })).codes).toContain(
      "NOT_OWN_CHOICE",
    );
  });

  test("has its promise from the move on where nothing has begun", async () => {
    const claimId = await own();
    expect((await send(team, MOVE, { claimId, reason: "no therapist found" })).claim.guarantee).toEqual({
      outcome: "RUNNING",
      clockStartOn: today(),
    });
  });

  test("is refused for a child that has begun with a psychologist of own choice", async () => {
    const child = { row: { birth_date: "2012-05-05" }, policy: { role: "GROUP_CHILD" } };
    const claimId = await own({ member: child, claim: { service: "PSYCHOLOGIST", condition: { code: "GRIEF", aroseOn: dayIn(-9) } } });
    await send(team, OWN_CHOICE, { idempotencyKey: key(), claimId, treatedOn: dayIn(-1) });
    expect((await send(team, MOVE, { claimId, reason: "wishes the network" })).errors).toMatchObject([
      { code: "OWN_CHOICE_ALREADY_STARTED", rule: "COV-PSYCH-CHILD-LOCK" },
    ]);
  });
});

describe("a status report", () => {
  test("is asked of the clinic that treats, answered once with its date, and read by team and member", async () => {
    const { claim, member, bookingId } = await scene.booked();
    const asked = await send(team, REQUEST, {
      idempotencyKey: key(),
      claimId: globalId("Claim", claim.id),
      bookingId,
      question: "how many more are needed?",
    });
    const [{ id }] = asked.claim.statusReports;
    const again = { idempotencyKey: key(), claimId: globalId("Claim", claim.id), question: "and now?" };
    expect((await send(team, REQUEST, again)).codes).toEqual(["STATUS_REPORT_ASKED"]);
    const answer = {
      statusReportId: id,
      progress: "IMPROVED",
      treatmentsNeeded: 4,
      justification: "walks without pain",
      writtenOn: today(),
    };
    const stranger = t.asClinic(far);
    expect((await send(stranger, ANSWER, answer)).codes).toEqual(["NOT_FOUND"]);
    const list = "query { statusReports(first: 10) { edges { node { id booking { id } question } } } }";
    expect((await stranger(list)).data.statusReports.edges).toEqual([]);
    const own = t.asClinic(clinic);
    expect((await own(list)).data.statusReports.edges).toEqual([
      { node: { id, booking: { id: bookingId }, question: "how many more are needed?" } },
    ]);
    // the stranger's list had nothing of anybody in it
    expect(
      await t.rows("select member_id, fields from audit_event where operation = 'statusReports' and object_id = $1", [uuidOf(id)]),
    ).toEqual([{ member_id: member.id, fields: ["question", "answer"] }]);
    expect((await send(own, ANSWER, { ...answer, writtenOn: addDays(today(), -1) })).codes).toEqual(["FACT_IMPOSSIBLE"]);
    expect((await send(own, ANSWER, answer)).statusReport).toMatchObject({ progress: "IMPROVED", treatmentsNeeded: 4, writtenOn: today() });
    expect((await send(own, ANSWER, answer)).codes).toEqual(["STATUS_REPORT_ANSWERED"]);
    const read = "query ($id: ID!) { claim(id: $id) { statusReports { progress justification answeredAt } } }";
    for (const asker of [team, t.asMember(member)])
      expect((await asker(read, { id: globalId("Claim", claim.id) })).data.claim.statusReports).toEqual([
        { progress: "IMPROVED", justification: "walks without pain", answeredAt: expect.any(String) },
      ]);
  });

  test("of a therapist outside is recorded by the team, and an appointment of another claim is none", async () => {
    const claim = await t.make.claim(await t.make.member());
    const { bookingId } = await scene.booked();
    const ask = { claimId: globalId("Claim", claim.id), question: "why more treatment?" };
    expect((await send(team, REQUEST, { idempotencyKey: key(), ...ask, bookingId })).codes).toEqual(["NOT_FOUND"]);
    const asked = await send(team, REQUEST, { idempotencyKey: key(), ...ask });
    const answer = { progress: "UNCHANGED", justification: "as the letter says", writtenOn: today() };
    const answered = await send(team, ANSWER, { statusReportId: asked.claim.statusReports[0].id, ...answer });
    expect(answered.statusReport).toMatchObject({ progress: "UNCHANGED", treatmentsNeeded: null });
  });
});

describe("a service left to the doctors", () => {
  test("is approved once they have granted it by name: a re-operation whose place is known", async () => {
    const member = await t.make.member();
    const claimId = await open(member, {
      service: "RE_OPERATION",
      condition: { code: "KNEE_INJURY", aroseOn: addMonths(today(), -6) },
      referral: { type: "SPECIALIST", issuedOn: dayIn(-3) },
    });
    await send(team, INFORM, { claimId, facts: { afterCoveredSurgery: true, lastTreatmentOn: addMonths(today(), -3) } });
    const granted = { claimId, kind: "TREATMENT_GRANTED", reason: "the joint is loose" };
    await send(team, DECIDE, granted);
    expect((await send(team, APPROVE, { claimId })).errors).toMatchObject([{ code: "CONDITION_NOT_ELIGIBLE", rule: "COV-REOP" }]);
    await send(team, INFORM, { claimId, primaryOperation: "DESIGNATED" });
    await send(team, DECIDE, { ...granted, withdrawn: true });
    expect((await send(team, APPROVE, { claimId })).errors).toMatchObject([
      { code: "CONDITION_NOT_ELIGIBLE", remedy: expect.stringContaining("doctors decide") },
    ]);
    await send(team, DECIDE, granted);
    expect((await send(team, APPROVE, { claimId })).codes).toEqual([]);
  });

  test("rests on an event where it is a debriefing, and on none where it is a second opinion", async () => {
    const member = await t.make.member();
    const report = (more: object) => send(team, OPEN, complaint(globalId("Member", member.id), { idempotencyKey: key(), ...more }));
    const crisis = { event: "DANGER_INCIDENT", occurredAt: `${dayIn(-1)}T08:00:00Z` };
    expect((await report({ service: "DEBRIEFING" })).codes).toEqual(["CRISIS_EVENT_NEEDED"]);
    expect((await report({ service: "SECOND_OPINION", crisis })).codes).toEqual(["CRISIS_EVENT_NOT_EXPECTED"]);
    const { claim } = await report({ service: "DEBRIEFING", crisis, condition: { code: "ACUTE_CRISIS", aroseOn: dayIn(-1) } });
    expect((await send(team, APPROVE, { claimId: claim.id })).codes).toEqual(["CONDITION_NOT_ELIGIBLE"]);
    await send(team, DECIDE, { claimId: claim.id, kind: "TREATMENT_GRANTED", reason: "six colleagues were there" });
    expect((await send(team, APPROVE, { claimId: claim.id })).codes).toEqual([]);
  });

  describe("is booked once it is granted, and not a day sooner", () => {
    const none = { guarantee_outcome: "NONE", guarantee_class: "NONE", promise_state: "NONE" };
    let place: MadeClinic;
    let there: ReturnType<typeof sceneOf>;
    beforeAll(async () => {
      place = await t.make.clinic({
        services: ["RE_OPERATION", "SECOND_OPINION", "TRIPARTITE_COUNSELLING", "DEBRIEFING", "CPAP_TREATMENT", "MEDICATION_FOLLOW_UP"],
      });
      there = sceneOf(t, () => place);
    });
    const booked = async (claim: MadeClaim): Promise<string[]> =>
      (await bookSlot(team, claim, await t.make.slot(place, { startsAt: there.nextStart(4) }))).codes;

    test.each([
      [
        "RE_OPERATION",
        {
          ...specialist,
          condition_code: "KNEE_INJURY",
          condition_arose_on: addMonths(today(), -6),
          referral_type: "SPECIALIST",
          flags: { afterCoveredSurgery: true, lastTreatmentOn: addMonths(today(), -3) },
        },
        { primaryOperation: "DESIGNATED" },
      ],
      ["SECOND_OPINION", { ...specialist, condition_code: "KNEE_INJURY" }, {}],
      ["TRIPARTITE_COUNSELLING", { condition_code: "STRESS" }, {}],
      [
        "DEBRIEFING",
        {
          ...none,
          condition_code: "ACUTE_CRISIS",
          condition_arose_on: dayIn(-1),
          crisis: { event: "DANGER_INCIDENT", occurredAt: `${dayIn(-1)}T08:00:00Z` },
        },
        {},
      ],
    ])("%s", async (service, row, facts) => {
      const claim = await t.make.claim(await t.make.member(), { service, row });
      const claimId = globalId("Claim", claim.id);
      if (Object.keys(facts).length > 0) expect((await send(team, INFORM, { claimId, ...facts })).codes).toEqual([]);
      expect(await booked(claim)).toEqual(["CONDITION_NOT_ELIGIBLE"]);
      await send(team, DECIDE, { claimId, kind: "TREATMENT_GRANTED", reason: "as the doctors agreed" });
      expect(await booked(claim)).toEqual([]);
      expect(await booked(claim)).toEqual(service === "DEBRIEFING" ? ["LIMIT_PER_CLAIM"] : []);
    });

    test("CPAP, after a covered assessment, on the last day of six months from the diagnosis", async () => {
      const member = await t.make.member();
      const apnoea = (diagnosed: string) =>
        t.make.claim(member, {
          service: "CPAP_TREATMENT",
          row: { ...specialist, condition_code: "SLEEP_APNOEA", condition_arose_on: monthsAgo(9), condition_diagnosed_on: diagnosed },
        });
      const last = addMonths(dayIn(4), -6);
      const claim = await apnoea(last);
      expect(await booked(claim)).toEqual(["CONDITION_NOT_ELIGIBLE"]);
      await t.make.usage({ memberId: member.id, policyId: member.policyId, claimId: claim.id }, addDays(last, -7), {
        service_code: "SPECIALIST_EXAMINATION",
        state: "RESERVED",
      });
      expect(await booked(claim)).toEqual(["CONDITION_NOT_ELIGIBLE"]);
      await t.rows("update treatment_usage set state = 'COUNTED' where claim_id = $1", [claim.id]);
      expect(await booked(claim)).toEqual([]);
      await t.rows("update claim set condition_diagnosed_on = $2 where id = $1", [claim.id, addDays(last, -1)]);
      expect(await booked(claim)).toEqual(["DIAGNOSIS_SIX_MONTHS_EXPIRED"]);
    });

    test("medication under option H, after its assessment, on the last day of six months from the diagnosis", async () => {
      const member = await t.make.member({ policy: { optional: ["H"] } });
      const last = addMonths(dayIn(4), -6);
      const row = { ...none, under: "H", condition_code: "ADHD", condition_arose_on: "2000-01-01", condition_diagnosed_on: last };
      const claim = await t.make.claim(member, { service: "MEDICATION_FOLLOW_UP", row });
      expect(await booked(claim)).toEqual(["CONDITION_NOT_ELIGIBLE"]);
      const assessed = await t.make.claim(member, { service: "PSYCHIATRIC_ASSESSMENT", row: { ...row, condition_diagnosed_on: null } });
      const ward = await t.make.clinic({ services: ["PSYCHIATRIC_ASSESSMENT"] });
      const inWard = sceneOf(t, () => ward);
      const assessment = async (): Promise<string> => {
        const { data } = await bookSlot(team, assessed, await inWard.freeSlot());
        return data.booking.id as string;
      };
      const missed = await assessment();
      // booked is not yet assessed, and who does not come has not been
      expect(await booked(claim)).toEqual(["CONDITION_NOT_ELIGIBLE"]);
      await inWard.begun(uuidOf(missed));
      expect((await attend(t.asClinic(ward), missed, "NO_SHOW")).codes).toEqual([]);
      expect(await booked(claim)).toEqual(["CONDITION_NOT_ELIGIBLE"]);
      const held = await assessment();
      expect(await booked(claim)).toEqual(["CONDITION_NOT_ELIGIBLE"]);
      await inWard.begun(uuidOf(held));
      expect((await attend(t.asClinic(ward), held)).codes).toEqual([]);
      expect(await booked(claim)).toEqual([]);
      await t.rows("update claim set condition_diagnosed_on = $2 where id = $1", [claim.id, addDays(last, -1)]);
      expect(await booked(claim)).toEqual(["DIAGNOSIS_SIX_MONTHS_EXPIRED"]);
    });
  });

  test("is booked beside six podiatry treatments where it is the diabetic's foot check-up, once a year", async () => {
    const member = await t.make.member({ policy: { optional: ["F"] } });
    const agreement = await t.make.credential("PUBLIC_AGREEMENT", { provider_id: clinic.providerId }, { number: "012345" });
    const row = {
      under: "F",
      condition_code: "DIABETES",
      condition_arose_on: "2015-01-01",
      portion_authorised: 9,
      guarantee_outcome: "NONE",
      guarantee_class: "NONE",
      promise_state: "NONE",
    };
    const podiatry = await t.make.claim(member, { service: "PODIATRY", row });
    for (let n = 1; n <= 6; n += 1)
      await t.make.insert("treatment_usage", {
        id: key(),
        member_id: member.id,
        policy_id: member.policyId,
        claim_id: podiatry.id,
        service_code: "PODIATRY",
        under: "F",
        mode: "OWN_CHOICE",
        year: Number(today().slice(0, 4)),
        treated_on: dayIn(-n),
        state: "COUNTED",
      });
    const check = await t.make.claim(member, { service: "FOOT_CHECK", row });
    expect((await bookSlot(team, check, await scene.freeSlot())).codes).toEqual([]);
    expect((await bookSlot(team, check, await scene.freeSlot())).codes).toEqual(["LIMIT_CALENDAR_YEAR"]);
    await t.rows("delete from credential where id = $1", [agreement]);
    await t.rows("update provider set publicly_agreed = '{}' where id = $1", [clinic.providerId]);
  });
});

describe("a condition or a cause that is not covered by itself", () => {
  test("on no list is looked at by a doctor, who accepts it by name", async () => {
    const member = await t.make.member();
    const claimId = await open(member, { condition: { code: "OTHER", aroseOn: dayIn(-9) } });
    expect((await send(team, APPROVE, { claimId })).errors).toMatchObject([
      { code: "CONDITION_NOT_ASSESSED", rule: "CLM-OTHER-CONDITION" },
    ]);
    const decided = await send(team, DECIDE, { claimId, kind: "CONDITION_ACCEPTED", reason: "a strain of the rib" });
    expect(decided.claim.medicalDecisions).toEqual([{ kind: "CONDITION_ACCEPTED", decidedBy: "health-team" }]);
    expect((await send(team, APPROVE, { claimId })).codes).toEqual([]);
  });

  test("caused by professional sport is refused with its clause, whoever says so", async () => {
    const member = await t.make.member();
    const claimId = await open(member, { cause: "PROFESSIONAL_SPORT" });
    const { errors } = await send(team, APPROVE, { claimId });
    expect(errors).toMatchObject([{ code: "EXCLUDED_CAUSE", rule: "COV-EXCL-SPORT", clause: "insurance conditions 2025, section 7" }]);
    await send(team, INFORM, { claimId, cause: "NONE_OF_THESE" });
    expect((await send(team, APPROVE, { claimId })).codes).toEqual([]);
  });

  test("stands in a list with its words in both languages", async () => {
    const { conditions } = (
      await t.as(null)(`{ conditions { code da: name en: name(language: EN) musculoskeletal chronic needsDecision } }`)
    ).data;
    expect(conditions.length).toBeGreaterThan(85);
    expect(conditions).toContainEqual({
      code: "VARICOSE_VEINS",
      da: "Åreknuder",
      en: "Varicose veins",
      musculoskeletal: false,
      chronic: false,
      needsDecision: true,
    });
    expect(conditions).toContainEqual(expect.objectContaining({ code: "KNEE_OSTEOARTHRITIS", chronic: true, musculoskeletal: true }));
  });
});

describe("a claim that is denied", () => {
  test("promises nothing, and says that it was denied", async () => {
    const claimId = await open(await t.make.member(), {});
    await send(team, DENY, { claimId, reasons: ["NOT_REASONABLE"] });
    const { derivation, guarantee } = (
      await team(
        "query ($id: ID!) { claim(id: $id) { guarantee { outcome promiseState latestOn } derivation { outcome guaranteeClass latestOn reasons { code rule clause } } } }",
        {
          id: claimId,
        },
      )
    ).data.claim;
    expect(derivation).toEqual({
      outcome: "NONE",
      guaranteeClass: "NONE",
      latestOn: null,
      reasons: [{ code: "CLAIM_DENIED", rule: "GUA-ENDED", clause: "insurance conditions 2025, sections 4.8, 5.6" }],
    });
    expect(guarantee).toEqual({ outcome: "NONE", promiseState: "NONE", latestOn: null });
  });
});

describe("a programme that is refused", () => {
  test("offers the cover that applies instead, and says whether it is covered", async () => {
    const member = await t.make.member();
    const glad = await open(member, { service: "GLAD", condition: { code: "NECK_PAIN", aroseOn: dayIn(-20) } });
    expect((await send(team, APPROVE_OR_OFFER, { claimId: glad })).errors).toMatchObject([
      { code: "CONDITION_NOT_ELIGIBLE", offer: { under: "BASE", service: { code: "PHYSIOTHERAPY" }, covered: false } },
    ]);
    const child = await t.make.member({ row: { birth_date: "2010-05-05" }, policy: { role: "GROUP_CHILD" } });
    const coolKids = await open(child, {
      service: "COOL_KIDS",
      condition: { code: "ANXIETY", aroseOn: dayIn(-20) },
      referral: { type: "GP", issuedOn: dayIn(-3) },
    });
    await t.make.consent(child, null);
    expect((await send(team, APPROVE_OR_OFFER, { claimId: coolKids })).errors).toMatchObject([
      { code: "AGE_OUT_OF_RANGE", offer: { under: "BASE", service: { code: "PSYCHOLOGIST" }, covered: true } },
    ]);
  });
});

it("others are told what these acts did", () => expectTold(t, "status-report.answered"));
