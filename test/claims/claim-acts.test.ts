import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { workday } from "../../src/kernel/calendar.js";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { now, today } from "../support/clock.js";
import { at, dayIn, type MadeMember } from "../support/make.js";
import { ALLOCATE, APPROVE, CLOSE, complaint, COMPLETE, DENY, EXCEPT, INFORM, key, OPEN, OWN_CHOICE, send } from "./claims-api.js";
import { BOOK_SLOT } from "../support/documents.js";
import { expectTold } from "../support/told.js";

let t: TestApp;
let team: Asker;
beforeAll(async () => {
  t = await startApp();
  team = t.asHealthTeam();
});
afterAll(() => t.stop());

const opened = async (member: MadeMember, more: Readonly<Record<string, unknown>> = {}): Promise<string> =>
  (await send(team, OPEN, complaint(globalId("Member", member.id), more))).claim.id;
const uuidOf = (id: string): string => Buffer.from(id, "base64url").toString().split(":")[1] ?? "";
const kindsOf = async (claimId: string): Promise<string[]> =>
  (await t.rows<{ kind: string }>("select kind from claim_event where claim_id = $1 order by id", [uuidOf(claimId)])).map((r) => r.kind);
const decisionsOf = async (claimId: string): Promise<number> =>
  (await t.rows<{ n: number }>("select count(*)::int as n from decision where claim_id = $1", [uuidOf(claimId)]))[0]?.n ?? -1;

describe("approveClaim", () => {
  test("starts the guarantee: day 0 today, targets on working days 4 and 5, the last day on 10", async () => {
    const claimId = await opened(await t.make.member());
    const { claim, errors } = await send(team, APPROVE, { claimId, expectedVersion: 1 });
    expect(errors).toEqual([]);
    expect(claim).toMatchObject({
      state: "APPROVED",
      version: 2,
      guarantee: {
        outcome: "RUNNING",
        clockStartOn: today(),
        firstTargetOn: workday(today(), 4),
        targetOn: workday(today(), 5),
        latestOn: workday(today(), 10),
        // no clinic has a unit, and the watch has not looked yet
        promiseState: "TIGHT",
      },
    });
    expect(await kindsOf(claimId)).toEqual(["REPORTED", "APPROVED"]);
    expect(await decisionsOf(claimId)).toBe(2);
  });

  test("approves a claim whose referral is missing, and lets its clock wait for it", async () => {
    const claimId = await opened(await t.make.member(), { service: "PHYSIOTHERAPY" });
    const { claim } = await send(team, APPROVE, { claimId });
    expect(claim).toMatchObject({ state: "AWAITING_INFORMATION", approvedAt: expect.any(String), guarantee: { outcome: "PENDING" } });
    const { claim: informed } = await send(team, INFORM, {
      claimId,
      referral: { type: "GP", issuedOn: dayIn(-3) },
      receivedAt: now().toISOString(),
      approvedAt: now().toISOString(),
    });
    expect(informed).toMatchObject({
      state: "APPROVED",
      referral: { type: "GP" },
      guarantee: { outcome: "RUNNING", clockStartOn: today() },
    });
  });

  test("is refused for what no time can heal, with every reason, its rule and its clause", async () => {
    const member = await t.make.member();
    const claimId = await opened(member, { condition: { code: "MIGRAINE", aroseOn: "2025-01-15" }, workRelated: "DOUBT" });
    const { errors, codes, claim } = await send(team, APPROVE, { claimId });
    expect(codes).toEqual(["EXCLUDED_CONDITION", "NOT_WORK_RELATED"]);
    expect(errors.every((e: { rule: string; clause: string; remedy: string }) => e.rule && e.clause && e.remedy)).toBe(true);
    expect(claim).toBeNull();
    expect(await kindsOf(claimId)).toEqual(["REPORTED"]);
  });

  test("needs a portion with own choice, and is refused twice", async () => {
    const claimId = await opened(await t.make.member(), { mode: "OWN_CHOICE" });
    expect((await send(team, APPROVE, { claimId })).codes).toEqual(["PORTION_NEEDED"]);
    expect((await send(team, APPROVE, { claimId, portion: 6 })).claim).toMatchObject({
      portion: { authorised: 6, used: 0, remaining: 6 },
      guarantee: { outcome: "NONE" },
    });
    expect((await send(team, APPROVE, { claimId, portion: 6 })).codes).toEqual(["CLAIM_ALREADY_APPROVED", "CLAIM_STATE"]);
  });

  test("refuses an instant before the report or ahead of now, and a version that is no longer", async () => {
    const claimId = await opened(await t.make.member());
    expect((await send(team, APPROVE, { claimId, approvedAt: "2020-01-01T00:00:00Z" })).codes).toEqual(["FACT_IMPOSSIBLE"]);
    expect((await send(team, APPROVE, { claimId, approvedAt: "2099-01-01T00:00:00Z", expectedVersion: 7 })).codes).toEqual([
      "FACT_IMPOSSIBLE",
      "VERSION_CONFLICT",
    ]);
  });

  test("of two people who approve at the same moment lets one through", async () => {
    const claimId = await opened(await t.make.member());
    const both = await Promise.all([send(team, APPROVE, { claimId }), send(team, APPROVE, { claimId })]);
    expect(both.filter(({ claim }) => claim !== null)).toHaveLength(1);
    expect((await kindsOf(claimId)).filter((kind) => kind === "APPROVED")).toHaveLength(1);
  });

  test("by the claims system is for new and uncomplicated pain that was reported online", async () => {
    const member = await t.make.member();
    const online = await opened(member, {
      service: "PHYSIOTHERAPY",
      condition: { code: "BACK_PAIN", aroseOn: dayIn(-9) },
      reportedVia: "ONLINE",
      cause: "NONE_OF_THESE",
    });
    await send(team, INFORM, { claimId: online, referral: { type: "GP", issuedOn: dayIn(-3) }, required: false });
    const other = await opened(await t.make.member());
    const system = t.as({ sub: "claims-system", role: "INTEGRATION" });
    const document =
      "mutation approveClaim($input: ApproveClaimInput!) { approveClaim(input: $input) { claim { state guarantee { outcome } } errors { code } } }";
    expect((await system(document, { input: { claimId: online } })).data.approveClaim).toEqual({
      claim: { state: "APPROVED", guarantee: { outcome: "RUNNING" } },
      errors: [],
    });
    expect((await system(document, { input: { claimId: other } })).data.approveClaim.errors).toEqual(
      // not online, not physiotherapy, not new, and nobody asked for the cause
      Array(4).fill({ code: "NOT_FOR_AUTOMATIC_APPROVAL" }),
    );
  });

  test("is not the member's to ask for", async () => {
    const member = await t.make.member();
    const claimId = await opened(member);
    const answer = await t.asMember(member)(APPROVE, { input: { claimId } });
    expect(answer.errors?.[0].extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });
});

describe("denyClaim", () => {
  test("ends a claim with its reasons and takes the promise with it", async () => {
    const claimId = await opened(await t.make.member());
    const { claim } = await send(team, DENY, { claimId, reasons: ["NOT_WORK_RELATED", "NOT_REASONABLE"], note: "Not caused by work." });
    expect(claim).toMatchObject({ state: "DENIED", guarantee: { outcome: "NONE", promiseState: "NONE" } });
    expect((await send(team, APPROVE, { claimId })).codes).toContain("CLAIM_NOT_OPEN");
  });

  test("is refused with a reason that is none, and for an approved claim", async () => {
    const claimId = await opened(await t.make.member());
    const { errors } = await team(DENY, { input: { claimId, reasons: ["BECAUSE"] } });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", inputPath: ["input", "reasons", 0] } }]);
    await send(team, APPROVE, { claimId });
    expect((await send(team, DENY, { claimId, reasons: ["NOT_REASONABLE"] })).codes).toEqual(["CLAIM_STATE"]);
  });
});

describe("recordInformation", () => {
  test("a new question stops a running clock, and its answer starts it again on that day", async () => {
    const claimId = await opened(await t.make.member(), { receivedAt: at(dayIn(-6), "09:00").toISOString() });
    await send(team, APPROVE, { claimId, approvedAt: at(dayIn(-5), "09:00").toISOString() });
    expect((await send(team, INFORM, { claimId, required: true })).claim).toMatchObject({
      state: "AWAITING_INFORMATION",
      guarantee: { outcome: "PENDING", latestOn: null },
    });
    const received = at(dayIn(-1), "08:00").toISOString();
    expect((await send(team, INFORM, { claimId, receivedAt: received })).claim).toMatchObject({ guarantee: { outcome: "PENDING" } });
    expect((await send(team, INFORM, { claimId, approvedAt: received })).claim).toMatchObject({
      state: "APPROVED",
      guarantee: { outcome: "RUNNING", clockStartOn: dayIn(-1) },
    });
    expect(await kindsOf(claimId)).toEqual([
      "REPORTED",
      "APPROVED",
      "INFORMATION_REQUIRED",
      "INFORMATION_RECEIVED",
      "INFORMATION_APPROVED",
    ]);
  });

  test("keeps facts of the case by the names of the rules", async () => {
    const claimId = await opened(await t.make.member());
    const { claim } = await send(team, INFORM, {
      claimId,
      facts: { freePhysioScheme: true, lastTreatmentOn: "2025-01-01" },
      condition: { code: "NECK_PAIN", diagnosedOn: "2025-02-01" },
      workRelated: "NO",
    });
    expect(claim).toMatchObject({
      condition: { code: "NECK_PAIN" },
      flags: expect.arrayContaining(["FREE_PHYSIO_SCHEME", "LAST_TREATMENT_ON"]),
    });
  });

  test("names every impossible fact at once and keeps nothing of them", async () => {
    const claimId = await opened(await t.make.member());
    const { errors } = await send(team, INFORM, {
      claimId,
      receivedAt: "2099-01-01T00:00:00Z",
      approvedAt: "2020-01-01T00:00:00Z",
      condition: { code: "NECK_PAIN", aroseOn: "1900-01-01" },
      policeReported: true,
    });
    expect(errors.map((e: { path: string[] }) => e.path.join("."))).toEqual([
      "input.receivedAt",
      "input.approvedAt",
      "input.condition.aroseOn",
      "input.policeReported",
    ]);
    expect(await kindsOf(claimId)).toEqual(["REPORTED"]);
    expect((await send(team, INFORM, { claimId })).codes).toEqual(["NOTHING_TO_RECORD"]);
  });

  test("lets the claims system say what came in, and judge nothing", async () => {
    const claimId = await opened(await t.make.member(), { service: "PHYSIOTHERAPY" });
    const system = t.as({ sub: "claims-system", role: "INTEGRATION" });
    const document =
      "mutation recordInformation($input: RecordInformationInput!) { recordInformation(input: $input) { claim { information { receivedAt } } errors { code path } } }";
    const judged = await system(document, { input: { claimId, approvedAt: now().toISOString(), workRelated: "NO" } });
    expect(judged.data.recordInformation.errors).toEqual([
      { code: "NOT_YOURS_TO_STATE", path: ["input", "approvedAt"] },
      { code: "NOT_YOURS_TO_STATE", path: ["input", "workRelated"] },
    ]);
    const told = await system(document, {
      input: { claimId, receivedAt: now().toISOString(), referral: { type: "GP", issuedOn: dayIn(-2) } },
    });
    expect(told.data.recordInformation).toMatchObject({ claim: { information: { receivedAt: expect.any(String) } }, errors: [] });
  });
});

describe("recordException", () => {
  test("an extension moves the last day and no target, and needs a reason", async () => {
    const claimId = await opened(await t.make.member());
    await send(team, APPROVE, { claimId });
    expect((await send(team, EXCEPT, { claimId, extensionWorkingDays: 5 })).codes).toEqual(["REASON_NEEDED"]);
    const { claim } = await send(team, EXCEPT, { claimId, extensionWorkingDays: 5, reason: "nationwide conflict" });
    expect(claim).toMatchObject({
      exceptions: { extensionWorkingDays: 5 },
      guarantee: { outcome: "RUNNING", targetOn: workday(today(), 5), latestOn: workday(today(), 15) },
    });
  });

  test("a declined offer ends the guarantee, and each one is kept", async () => {
    const claimId = await opened(await t.make.member());
    await send(team, APPROVE, { claimId });
    await send(team, EXCEPT, { claimId, declinedOffer: { appointmentOn: dayIn(3) } });
    const { claim } = await send(team, EXCEPT, { claimId, declinedOffer: { appointmentOn: dayIn(4), sector: "PUBLIC" } });
    expect(claim.exceptions.declinedOffers).toEqual([
      { appointmentOn: dayIn(3), sector: "PRIVATE" },
      { appointmentOn: dayIn(4), sector: "PUBLIC" },
    ]);
    expect(claim.guarantee).toMatchObject({ outcome: "NONE", guaranteeClass: "NONE", promiseState: "NONE", deadlineAt: null });
  });

  test("a member records the own wish for a later date, takes it back, and records nothing else", async () => {
    const member = await t.make.member();
    const claimId = await opened(member);
    await send(team, APPROVE, { claimId });
    const ask = t.asMember(member);
    expect((await send(ask, EXCEPT, { claimId, wishedNotBefore: dayIn(30) })).claim.guarantee.outcome).toBe("NONE");
    expect((await send(ask, EXCEPT, { claimId, wishedNotBefore: null })).claim).toMatchObject({
      exceptions: { wishedNotBefore: null },
      guarantee: { outcome: "RUNNING" },
    });
    expect((await send(ask, EXCEPT, { claimId, emergency: true, extensionWorkingDays: 3, reason: "please" })).codes).toEqual([
      "NOT_YOURS_TO_STATE",
      "NOT_YOURS_TO_STATE",
    ]);
    expect((await send(ask, EXCEPT, { claimId, wishedNotBefore: dayIn(-3) })).codes).toEqual(["FACT_IMPOSSIBLE"]);
  });

  test("a public date is an exception of the guarantee and a fact of the coverage", async () => {
    const claimId = await opened(await t.make.member(), {
      service: "SPECIALIST_EXAMINATION",
      referral: { type: "GP", issuedOn: dayIn(-2) },
    });
    await send(team, APPROVE, { claimId });
    const { claim } = await send(team, EXCEPT, { claimId, publicOfferOn: dayIn(4) });
    expect(claim).toMatchObject({ flags: ["PUBLIC_OFFER_WITHIN_GUARANTEE"], guarantee: { outcome: "NONE" } });
    expect((await send(team, EXCEPT, { claimId, publicOfferOn: null })).claim).toMatchObject({
      flags: [],
      guarantee: { outcome: "RUNNING" },
    });
  });
});

describe("portions and treatments of own choice", () => {
  const ownChoice = async (): Promise<string> => {
    const member = await t.make.member();
    const claimId = await opened(member, { mode: "OWN_CHOICE" });
    await send(team, APPROVE, { claimId, portion: 1 });
    await t.make.consent(member, uuidOf(claimId));
    return claimId;
  };

  test("count once per key, begin the treatment, and stop at the portion until more is allocated", async () => {
    const claimId = await ownChoice();
    const input = { claimId, treatedOn: today(), idempotencyKey: key() };
    expect((await send(team, OWN_CHOICE, input)).claim).toMatchObject({ state: "IN_TREATMENT", portion: { used: 1, remaining: 0 } });
    expect(await send(team, OWN_CHOICE, input)).toMatchObject({ replayed: true, claim: { portion: { used: 1 } } });
    expect((await send(team, OWN_CHOICE, { ...input, idempotencyKey: key() })).codes).toEqual(["PORTION_EXHAUSTED"]);
    const more = { claimId, additional: 2, reason: "status report", idempotencyKey: key() };
    expect((await send(team, ALLOCATE, more)).claim).toMatchObject({ portion: { authorised: 3, used: 1, remaining: 2 } });
    expect(await send(team, ALLOCATE, more)).toMatchObject({ replayed: true, claim: { portion: { authorised: 3 } } });
    expect((await send(team, OWN_CHOICE, { ...input, idempotencyKey: key() })).claim).toMatchObject({ portion: { used: 2 } });
    const rows = await t.rows("select mode, state, year from treatment_usage where claim_id = $1", [uuidOf(claimId)]);
    expect(rows).toEqual([1, 2].map(() => ({ mode: "OWN_CHOICE", state: "COUNTED", year: Number(today().slice(0, 4)) })));
  });

  test("are refused for a related therapist and for a day ahead, and nothing is counted", async () => {
    const claimId = await ownChoice();
    expect((await send(team, OWN_CHOICE, { claimId, treatedOn: dayIn(3), related: true, idempotencyKey: key() })).codes).toEqual([
      "FACT_IMPOSSIBLE",
      "PROVIDER_RELATED",
    ]);
    expect(await t.rows("select 1 from treatment_usage where claim_id = $1", [uuidOf(claimId)])).toEqual([]);
  });

  test("a portion is allocated to an approved claim only", async () => {
    const claimId = await opened(await t.make.member());
    expect((await send(team, ALLOCATE, { claimId, additional: 2, idempotencyKey: key() })).codes).toEqual(["CLAIM_STATE"]);
  });
});

describe("the end of a claim", () => {
  test("a claim is completed out of treatment only, and its consents end with it", async () => {
    const member = await t.make.member();
    const { id } = await t.make.claim(member, { row: { state: "IN_TREATMENT", promise_state: "MET" } });
    const claimId = globalId("Claim", id);
    const other = await opened(member);
    expect((await send(team, COMPLETE, { claimId: other })).codes).toEqual(["CLAIM_STATE"]);
    expect((await send(team, COMPLETE, { claimId })).claim).toMatchObject({
      state: "COMPLETED",
      guarantee: { outcome: "RUNNING", promiseState: "MET" },
    });
    const [consent] = await t.rows("select expires_on::text from consent where claim_id = $1", [id]);
    expect(consent.expires_on).toBe(today());
    expect((await send(team, CLOSE, { claimId, reason: "again" })).codes).toEqual(["CLAIM_NOT_OPEN"]);
  });

  test("a member closes the own claim, and not that of another", async () => {
    const member = await t.make.member();
    const stranger = await t.make.member();
    const claimId = await opened(member);
    expect((await send(t.asMember(stranger), CLOSE, { claimId, reason: "not mine" })).codes).toEqual(["NOT_FOUND"]);
    expect((await send(t.asMember(member), CLOSE, { claimId, reason: "feels fine again" })).claim).toMatchObject({ state: "CLOSED" });
  });

  test.each([
    ["closed", CLOSE, { reason: "feels fine again" }],
    ["denied", DENY, { reasons: ["NOT_REASONABLE"] }],
  ])("by the team, %s, ends the consents and is a decision on record", async (_, document, input) => {
    const { id } = await t.make.claim(await t.make.member(), { row: { state: "REPORTED", approved_at: null } });
    expect((await send(team, document, { claimId: globalId("Claim", id), ...input })).codes).toEqual([]);
    expect(await t.rows("select expires_on::text from consent where claim_id = $1", [id])).toEqual([{ expires_on: today() }]);
    expect(await t.rows("select kind from decision where claim_id = $1", [id])).toHaveLength(1);
  });

  test("a claim with an appointment ahead is not closed over its head", async () => {
    const member = await t.make.member();
    const { id } = await t.make.claim(member);
    const slot = await t.make.slot(await t.make.clinic());
    const booked = await t.asMember(member)(BOOK_SLOT, {
      input: { idempotencyKey: key(), claimId: globalId("Claim", id), slotId: globalId("Slot", slot.id) },
    });
    expect(booked.data.bookSlot.errors).toEqual([]);
    const { errors } = await send(team, CLOSE, { claimId: globalId("Claim", id), reason: "treatment does not help" });
    expect(errors).toMatchObject([{ code: "APPOINTMENTS_REMAIN", rule: "CLM-STOP-INEFFECTIVE" }]);
    const [row] = await t.rows("select state from claim where id = $1", [id]);
    expect(row.state).toBe("APPROVED");
  });
});

test("an act costs at most five round trips, and what is refused is on the audit trail", async () => {
  const claimId = await opened(await t.make.member());
  const { statements } = await send(team, APPROVE, { claimId });
  expect(statements).toBeLessThanOrEqual(5);
  await send(team, APPROVE, { claimId });
  const refused = await t.rows(
    "select rule from audit_event where operation = 'approveClaim' and outcome = 'REFUSED' order by seq desc limit 1",
  );
  expect(refused).toHaveLength(1);
});

it("others are told what these acts did", () => expectTold(t, "claim.changed"));
