import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { addMonths, workday } from "../../src/kernel/calendar.js";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { today } from "../support/clock.js";
import { at, dayIn, type MadeMember } from "../support/make.js";
import { APPROVE, CLAIM, complaint, key, OPEN, send } from "./claims-api.js";
import { BOOK_SLOT } from "../support/documents.js";

let t: TestApp;
let team: Asker;
beforeAll(async () => {
  t = await startApp();
  team = t.asHealthTeam();
});
afterAll(() => t.stop());

const claimOf = async (member: MadeMember, row: Record<string, unknown> = {}): Promise<string> =>
  globalId("Claim", (await t.make.claim(member, { row })).id);

const ONE = `query ($id: ID!) { claim(id: $id) { ${CLAIM} } }`;
const NODE = `query ($id: ID!) { node(id: $id) { id ... on Claim { reference } ... on Member { name } ... on Decision { kind } ... on Consent { state } } }`;
const LIST = `query ($first: Int!, $after: String, $filter: ClaimFilterInput) { claims(first: $first, after: $after, filter: $filter) {
  edges { node { id state history(first: 5) { edges { node { kind actorRole reasons { code } consentPurpose fields } } } consents { state purpose } } } pageInfo { hasNextPage endCursor } } }`;
const GUARANTEE = `query ($claimId: ID!) { claim(id: $claimId) { guarantee: derivation { outcome guaranteeClass clockStartOn targetOn latestOn deadlineAt ruleVersion
  steps { kind on sets rule clause } reasons { code rule clause message remedy en: message(language: EN) }  firstAppointment { booking { id } standing } } } }`;
const COVERAGE = `query ($input: CoverageInput!) { coverage(input: $input) { covered notes treatmentsRemaining guaranteeClass ruleVersion service { code } on mode reasons { code rule clause message remedy } } }`;
const DECISIONS = `query ($claimId: ID!, $first: Int!, $after: String) { claim(id: $claimId) { decisions(first: $first, after: $after) { edges { node { id kind reasons { code message(language: EN) rule } ruleVersion facts { __typename ... on GuaranteeFacts { service { code } approvedAt exceptions { emergency } } ... on CoverageFacts { insured { role bornOn } marks } } answer { __typename ... on GuaranteeAnswer { outcome latestOn } ... on CoverageAnswer { covered } } } } pageInfo { hasNextPage endCursor } } } }`;

describe("a claim", () => {
  test("is read by its member and the health team, and by nobody else: not there and not yours are answered alike", async () => {
    const member = await t.make.member();
    const stranger = await t.make.member();
    const id = await claimOf(member);
    expect((await t.asMember(member)(ONE, { id })).data.claim).toMatchObject({ id, state: "APPROVED" });
    expect((await team(ONE, { id })).data.claim).toMatchObject({ id });
    const foreign = await t.asMember(stranger)(ONE, { id });
    const unknown = await t.asMember(stranger)(ONE, { id: globalId("Claim", key()) });
    expect(foreign.data).toEqual({ claim: null });
    expect(foreign.data).toEqual(unknown.data);
    for (const node of [id, globalId("Member", member.id)]) expect((await t.asMember(stranger)(NODE, { id: node })).data.node).toBeNull();
  });

  test("is found through node, like its member", async () => {
    const member = await t.make.member();
    const id = await claimOf(member);
    expect((await t.asMember(member)(NODE, { id })).data.node).toMatchObject({ id, reference: expect.any(String) });
    expect((await t.asMember(member)(NODE, { id: globalId("Member", member.id) })).data.node).toMatchObject({ name: "Bente Test Prøve" });
  });

  test("is on the audit trail before the answer leaves, with the purpose the health team stated", async () => {
    const member = await t.make.member();
    const id = await claimOf(member);
    await team(ONE, { id });
    const rows = await t.rows("select purpose, actor_role, fields from audit_event where member_id = $1", [member.id]);
    expect(rows).toEqual([{ purpose: "CASE_HANDLING:C-1004", actor_role: "HEALTH_TEAM", fields: ["claim"] }]);
  });

  test.each([
    ["claim", ONE, (id: string) => ({ id })],
    ["claims", LIST, () => ({ first: 5 })],
    ["guarantee", GUARANTEE, (id: string) => ({ claimId: id })],
    ["coverage", COVERAGE, (id: string) => ({ input: { claimId: id } })],
    ["decisions", DECISIONS, (id: string) => ({ claimId: id, first: 5 })],
    ["node", NODE, (id: string) => ({ id })],
  ])("is not shown to the health team without a purpose (%s)", async (_, document, variables) => {
    const member = await t.make.member();
    const id = await claimOf(member);
    const answer = await t.as({ sub: "nurse", role: "HEALTH_TEAM" })(document, variables(id));
    expect(answer.errors?.[0].extensions).toMatchObject({
      code: "REFUSED",
      refusals: [{ code: "PURPOSE_MISSING", remedy: expect.stringContaining("x-purpose") }],
    });
    expect(answer.text).not.toContain('"reference"');
    expect(await t.rows("select 1 from audit_event where member_id = $1 and outcome = 'ALLOWED'", [member.id])).toEqual([]);
  });

  test.each([
    ["claim", ONE, (id: string) => ({ id })],
    ["guarantee", GUARANTEE, (id: string) => ({ claimId: id })],
    ["coverage", COVERAGE, (id: string) => ({ input: { claimId: id } })],
  ])("is on record as having been read (%s)", async (operation, document, variables) => {
    const member = await t.make.member();
    expect((await team(document, variables(await claimOf(member)))).errors).toBeUndefined();
    const read = await t.rows("select operation from audit_event where member_id = $1 and outcome = 'ALLOWED'", [member.id]);
    expect(read).toContainEqual({ operation });
  });
});

describe("claims", () => {
  test("are paged newest first without a gap or a double, with history and consents in a bounded number of statements", async () => {
    const member = await t.make.member();
    const made: string[] = [];
    for (let i = 0; i < 5; i += 1) made.push(await claimOf(member));
    const ask = t.asMember(member);
    const first = await ask(LIST, { first: 3 });
    const rest = await ask(LIST, { first: 3, after: first.data.claims.pageInfo.endCursor });
    const ids = [...first.data.claims.edges, ...rest.data.claims.edges].map((e: { node: { id: string } }) => e.node.id);
    expect(ids).toEqual([...made].reverse());
    expect(first.data.claims.pageInfo.hasNextPage).toBe(true);
    expect(rest.data.claims.pageInfo.hasNextPage).toBe(false);
    expect(rest.data.claims.edges[0].node.consents).toEqual([{ state: "LIVE", purpose: "TREATMENT" }]);
    // page 4, history 3, consents 4: whatever the size of the page
    expect(rest.statements).toBeLessThanOrEqual(11);
  });

  test("are filtered by state, service and promise, and never show another's", async () => {
    const member = await t.make.member();
    const other = await t.make.member();
    const wanted = await claimOf(member, { state: "IN_TREATMENT", promise_state: "MET" });
    await claimOf(member);
    await claimOf(other, { state: "IN_TREATMENT" });
    const found = await t.asMember(member)(LIST, {
      first: 10,
      filter: { states: ["IN_TREATMENT"], promiseStates: ["MET"], services: ["PHYSIOTHERAPY"] },
    });
    expect(found.data.claims.edges.map((e: { node: { id: string } }) => e.node.id)).toEqual([wanted]);
    const foreign = await t.asMember(member)(LIST, { first: 10, filter: { memberId: globalId("Member", other.id) } });
    expect(foreign.data.claims.edges).toEqual([]);
  });

  test("refuse a cursor that is none of theirs", async () => {
    const member = await t.make.member();
    const forged = Buffer.from(JSON.stringify(["claims", "' or 1=1"])).toString("base64url");
    const answer = await t.asMember(member)(LIST, { first: 1, after: forged });
    expect(answer.errors?.[0].extensions.code).toBe("BAD_USER_INPUT");
  });

  test("tell their history without the names of staff", async () => {
    const member = await t.make.member();
    const opened = await send(t.asMember(member), OPEN, complaint(globalId("Member", member.id)));
    await send(team, APPROVE, { claimId: opened.claim.id });
    const { data, text } = await t.asMember(member)(LIST, { first: 1 });
    const kinds = data.claims.edges[0].node.history.edges.map((e: { node: { kind: string; actorRole: string } }) => [
      e.node.kind,
      e.node.actorRole,
    ]);
    expect(kinds).toEqual([
      ["APPROVED", "HEALTH_TEAM"],
      ["REPORTED", "MEMBER"],
    ]);
    expect(text).not.toContain("health-team");
  });
});

describe("guarantee", () => {
  test("derives the dates from the events, each with its clause, and judges the booked appointment", async () => {
    const member = await t.make.member();
    const { id } = await t.make.claim(member);
    const slot = await t.make.slot(await t.make.clinic(), { startsAt: at(dayIn(2), "11:00") });
    const claimId = globalId("Claim", id);
    const booked = await t.asMember(member)(BOOK_SLOT, { input: { idempotencyKey: key(), claimId, slotId: globalId("Slot", slot.id) } });
    const { data } = await t.asMember(member)(GUARANTEE, { claimId });
    const start = dayIn(-1);
    expect(data.claim.guarantee).toMatchObject({
      outcome: "RUNNING",
      clockStartOn: start,
      targetOn: workday(start, 5),
      latestOn: workday(start, 10),
      reasons: [],
    });
    expect(data.claim.guarantee.steps.filter((s: { sets: boolean }) => s.sets)).toHaveLength(1);
    expect(data.claim.guarantee.steps.every((s: { clause: string }) => s.clause.length > 0)).toBe(true);
    expect(data.claim.guarantee.firstAppointment).toEqual({ booking: { id: booked.data.bookSlot.booking.id }, standing: "ON_TARGET" });
  });

  test("explains why it is pending, in both languages, with what would start it", async () => {
    const member = await t.make.member();
    const claimId = await claimOf(member, { approved_at: null, state: "REPORTED" });
    const { data, statements } = await team(GUARANTEE, { claimId });
    expect(data.claim.guarantee).toMatchObject({
      outcome: "PENDING",
      latestOn: null,
      reasons: [{ code: "AWAITING_APPROVAL", message: expect.any(String), remedy: expect.any(String) }],
    });
    expect(statements).toBeLessThanOrEqual(4);
  });
});

describe("coverage", () => {
  test("of a claim says what remains and what stands in the way, all at once, in a bounded number of statements", async () => {
    const member = await t.make.member();
    const claimId = await claimOf(member, { referral_type: null, referral_issued_on: null, portion_authorised: 4, portion_used: 4 });
    const ask = t.asMember(member);
    await ask(COVERAGE, { input: { claimId } });
    const { data, statements } = await ask(COVERAGE, { input: { claimId, on: dayIn(2), channel: "PHONE" } });
    expect(data.coverage.reasons.map((r: { code: string }) => r.code).sort()).toEqual([
      "CHANNEL_NOT_ALLOWED",
      "PORTION_EXHAUSTED",
      "REFERRAL_MISSING",
    ]);
    expect(data.coverage).toMatchObject({
      covered: false,
      treatmentsRemaining: 0,
      guaranteeClass: "NONE",
      service: { code: "PHYSIOTHERAPY" },
      on: dayIn(2),
      mode: "NETWORK",
    });
    expect(data.coverage.reasons.every((r: { rule: string; clause: string; remedy: string }) => r.rule && r.clause && r.remedy)).toBe(true);
    expect(statements).toBeLessThanOrEqual(4);
  });

  test("asked in advance answers as if the claim were approved, or lists that as well", async () => {
    const member = await t.make.member();
    const asked = { service: "CHIROPRACTIC", condition: { code: "BACK_PAIN", aroseOn: dayIn(-20) } };
    const ask = t.asMember(member);
    expect((await ask(COVERAGE, { input: { complaint: asked } })).data.coverage).toMatchObject({
      covered: true,
      guaranteeClass: "NETWORK_10",
    });
    const listed = await ask(COVERAGE, { input: { complaint: { ...asked, asIfApproved: false } } });
    expect(listed.data.coverage.reasons.map((r: { code: string }) => r.code).sort()).toEqual(["CONSENT_MISSING", "NOT_PRE_APPROVED"]);
    expect(await t.rows("select 1 from claim where member_id = $1", [member.id])).toEqual([]);
  });

  test("counts what the member has used of a shared limit, of this policy and this year", async () => {
    const member = await t.make.member({ policy: { product: "FLEX", role: "POLICYHOLDER", scheme: "PRIVATE", optional: [] } });
    const { id } = await t.make.claim(member, { row: { product: "FLEX", service_code: "CHIROPRACTIC" } });
    const year = Number(today().slice(0, 4));
    const use = (y: number, state: string) =>
      t.make.usage({ memberId: member.id, policyId: member.policyId, claimId: id }, `${y}-01-02`, { service_code: "CHIROPRACTIC", state });
    for (const state of ["COUNTED", "RESERVED", "RELEASED"]) await use(year, state);
    await use(year - 1, "COUNTED");
    const input = {
      complaint: {
        service: "PHYSIOTHERAPY",
        condition: { code: "NECK_PAIN", aroseOn: dayIn(-20) },
        referral: { type: "GP", issuedOn: dayIn(-9) },
      },
    };
    expect((await t.asMember(member)(COVERAGE, { input })).data.coverage).toMatchObject({ covered: true, treatmentsRemaining: 10 });
  });

  test("says where a value is none of its list and which there are, without repeating it", async () => {
    const member = await t.make.member();
    const answer = await t.asMember(member)(COVERAGE, {
      input: { complaint: { service: "CHIROPRACTIC", condition: { code: "SECRET_DISEASE", aroseOn: dayIn(-2) } } },
    });
    expect(answer.errors?.[0]).toMatchObject({
      message: expect.stringMatching(/ConditionCode must be one of BACK_PAIN, .*, OTHER\./),
      extensions: { code: "BAD_USER_INPUT", inputPath: ["input", "complaint", "condition", "code"] },
    });
    expect(answer.text).not.toContain("SECRET_DISEASE");
    expect((await t.asMember(member)(COVERAGE, { input: {} })).errors?.[0].extensions.code).toBe("BAD_USER_INPUT");
  });
});

test("decisions are listed newest first with their facts, for the member and not for another", async () => {
  const member = await t.make.member();
  const { claim } = await send(t.asMember(member), OPEN, complaint(globalId("Member", member.id)));
  await send(team, APPROVE, { claimId: claim.id });
  const { data } = await t.asMember(member)(DECISIONS, { claimId: claim.id, first: 1 });
  expect(data.claim.decisions.pageInfo.hasNextPage).toBe(true);
  const [{ node }] = data.claim.decisions.edges;
  expect(node).toMatchObject({ kind: "GUARANTEE", reasons: [] });
  expect(node.facts).toEqual({
    __typename: "GuaranteeFacts",
    service: { code: "CHIROPRACTIC" },
    approvedAt: expect.stringMatching(/Z$/),
    exceptions: { emergency: false },
  });
  expect(node.answer).toEqual({ __typename: "GuaranteeAnswer", outcome: "RUNNING", latestOn: expect.any(String) });
  const next = await t.asMember(member)(DECISIONS, { claimId: claim.id, first: 5, after: data.claim.decisions.pageInfo.endCursor });
  expect(next.data.claim.decisions.edges).toHaveLength(1);
  expect(next.data.claim.decisions.edges[0].node).toMatchObject({ kind: "GUARANTEE", reasons: [{ code: "AWAITING_APPROVAL" }] });
  const stranger = await t.make.member();
  expect((await t.asMember(stranger)(DECISIONS, { claimId: claim.id, first: 5 })).data.claim).toBeNull();
  const read =
    "select object_id from audit_event where operation = 'decisions' and outcome = 'ALLOWED' and actor_role = 'HEALTH_TEAM' and member_id = $1";
  expect(await t.rows(read, [member.id])).toEqual([]);
  expect((await team(DECISIONS, { claimId: claim.id, first: 5 })).data.claim.decisions.edges).toHaveLength(2);
  expect(await t.rows(read, [member.id])).toHaveLength(1);
});

describe("viewer", () => {
  const VIEWER = "{ viewer { role assurance members { id name birthYear civilNumberMasked policies { product options } } } }";

  test("shows a member the own record and those of children under 15, with the number masked", async () => {
    const guardian = await t.make.member();
    const child = await t.make.member({
      familyId: guardian.familyId,
      row: { identity_subject: null, birth_date: addMonths(today(), -12 * 8), given_names: "Lille Test" },
      policy: { role: "GROUP_CHILD" },
    });
    const grown = await t.make.member({ familyId: guardian.familyId, row: { birth_date: addMonths(today(), -12 * 15) } });
    await t.make.guardianship(guardian, child);
    await t.make.guardianship(guardian, grown);
    const { data } = await t.asMember(guardian)(VIEWER);
    expect(data.viewer.role).toBe("MEMBER");
    expect(data.viewer.members.map((m: { id: string }) => m.id)).toEqual([globalId("Member", guardian.id), globalId("Member", child.id)]);
    expect(data.viewer.members[0]).toMatchObject({
      birthYear: 1980,
      civilNumberMasked: "170580-XXXX",
      policies: [{ product: "OCCUPATIONAL", options: ["B"] }],
    });
  });

  test("has no members for a clinic, not even the field", async () => {
    const clinic = await t.make.clinic();
    const answer = await t.asClinic(clinic)("{ viewer { role organisation { id } } }");
    expect(answer.data.viewer).toEqual({ role: "CLINIC_STAFF", organisation: { id: globalId("Organisation", clinic.providerId) } });
    expect((await t.asClinic(clinic)(VIEWER)).errors?.[0].extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  test("needs a login", async () => {
    expect((await t.as(null)("{ viewer { role } }")).data?.viewer).toBeUndefined();
  });
});
