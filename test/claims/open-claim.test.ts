import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { addMonths } from "../../src/kernel/calendar.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { fromNow, now, today } from "../support/clock.js";
import { dayIn } from "../support/make.js";
import { complaint, key, OPEN, send } from "./claims-api.js";
import { expectTold } from "../support/told.js";

let t: TestApp;
beforeAll(async () => {
  t = await startApp();
});
afterAll(() => t.stop());

const memberId = (member: { id: string }): string => globalId("Member", member.id);
const claimCount = async (member: { id: string }): Promise<number> =>
  (await t.rows<{ n: number }>("select count(*)::int as n from claim where member_id = $1", [member.id]))[0]?.n ?? -1;

describe("a member who reports a complaint", () => {
  test("gets a claim with a reference, whose clock waits for approval", async () => {
    const member = await t.make.member();
    const { claim, errors } = await send(t.asMember(member), OPEN, complaint(memberId(member)));
    expect(errors).toEqual([]);
    expect(claim).toMatchObject({
      state: "REPORTED",
      under: "BASE",
      service: { code: "CHIROPRACTIC" },
      guarantee: { outcome: "PENDING", guaranteeClass: "NETWORK_10", latestOn: null, promiseState: "NONE" },
    });
    expect(claim.reference).toMatch(/^C-\d+$/);
  });

  test("leaves history, a decision with its facts, an audit line and an event in the same act", async () => {
    const member = await t.make.member();
    const { claim } = await send(t.asMember(member), OPEN, complaint(memberId(member)));
    const [row] = await t.rows(
      `select (select array_agg(kind) from claim_event where claim_id = c.id) as events,
        (select jsonb_agg(jsonb_build_object('kind', kind, 'version', rule_version, 'facts', facts)) from decision where claim_id = c.id) as decisions,
        (select count(*)::int from audit_event where object_id = c.id and operation = 'openClaim') as audits,
        (select array_agg(topic) from outbox where aggregate_id = c.id) as topics
       from claim c where reference = $1`,
      [claim.reference],
    );
    expect(row).toMatchObject({ events: ["REPORTED"], audits: 1, topics: ["claim.reported"] });
    expect(row.decisions).toMatchObject([
      { kind: "GUARANTEE", version: expect.stringMatching(/^conditions-/), facts: { serviceType: "CHIROPRACTIC" } },
    ]);
  });

  test("is asked for the referral the service needs, and the clock waits for it", async () => {
    const member = await t.make.member();
    const { claim } = await send(t.asMember(member), OPEN, complaint(memberId(member), { service: "PHYSIOTHERAPY" }));
    expect(claim).toMatchObject({ state: "AWAITING_INFORMATION", information: { required: true, receivedAt: null, approvedAt: null } });
  });

  test("may consent in the same act; it holds for a year", async () => {
    const member = await t.make.member();
    const { claim } = await send(t.asMember(member), OPEN, complaint(memberId(member), { consentTextVersion: "2025-1" }));
    const rows = await t.rows("select purpose, given_by, given_on::text, expires_on::text from consent where member_id = $1", [member.id]);
    expect(rows).toEqual([{ purpose: "TREATMENT", given_by: member.id, given_on: today(), expires_on: addMonths(today(), 12) }]);
    expect(claim.state).toBe("REPORTED");
  });

  test("gets the same claim for the same key, and nothing twice", async () => {
    const member = await t.make.member();
    const input = complaint(memberId(member));
    const first = await send(t.asMember(member), OPEN, input);
    const again = await send(t.asMember(member), OPEN, input);
    expect(again).toMatchObject({ replayed: true, claim: { id: first.claim.id }, errors: [] });
    expect((await send(t.asMember(member), OPEN, { ...input, service: "PSYCHOLOGIST" })).codes).toEqual(["IDEMPOTENCY_KEY_REUSED"]);
    expect(await claimCount(member)).toBe(1);
  });

  test("hears at once of everything that is not theirs to state", async () => {
    const member = await t.make.member();
    const { errors, codes } = await send(
      t.asMember(member),
      OPEN,
      complaint(memberId(member), {
        referral: { type: "GP", issuedOn: today() },
        receivedAt: now().toISOString(),
        condition: { aroseOn: "2025-01-15" },
      }),
    );
    expect(codes).toEqual(["NOT_YOURS_TO_STATE", "NOT_YOURS_TO_STATE"]);
    expect(errors.map((e: { path: string[] }) => e.path.join("."))).toEqual(["input.referral", "input.receivedAt"]);
    expect(await claimCount(member)).toBe(0);
  });

  test("costs at most six round trips", async () => {
    const member = await t.make.member();
    const ask = t.asMember(member);
    await send(ask, OPEN, complaint(memberId(member)));
    expect((await send(ask, OPEN, complaint(memberId(member)))).statements).toBeLessThanOrEqual(6);
  });
});

describe("a report is refused", () => {
  test("outside the cover, with the rule and its clause", async () => {
    const member = await t.make.member({ policy: { cover_end: dayIn(-20) } });
    const { errors, codes, claim } = await send(t.asMember(member), OPEN, complaint(memberId(member)));
    expect(codes).toEqual(["CLAIM_REPORTED_OUTSIDE_COVER"]);
    expect(errors[0]).toMatchObject({
      rule: expect.any(String),
      clause: expect.stringContaining("insurance conditions 2025"),
      remedy: expect.any(String),
    });
    expect(claim).toBeNull();
    expect(await claimCount(member)).toBe(0);
  });

  test("for a service the product does not have", async () => {
    const member = await t.make.member({ policy: { product: "FLEX", role: "POLICYHOLDER", scheme: "PRIVATE", optional: [] } });
    expect((await send(t.asMember(member), OPEN, complaint(memberId(member), { service: "GLAD" }))).codes).toEqual([
      "SERVICE_NOT_IN_PRODUCT",
    ]);
  });

  test("for crisis counselling without an event, and for an event without crisis counselling", async () => {
    const member = await t.make.member();
    const crisis = { event: "VIOLENCE", occurredAt: fromNow(-3_600_000).toISOString() };
    expect((await send(t.asMember(member), OPEN, complaint(memberId(member), { service: "CRISIS_COUNSELLING" }))).codes).toEqual([
      "CRISIS_EVENT_NEEDED",
    ]);
    expect((await send(t.asMember(member), OPEN, complaint(memberId(member), { crisis }))).codes).toEqual(["CRISIS_EVENT_NOT_EXPECTED"]);
  });

  test("with every impossible fact named at once", async () => {
    const member = await t.make.member();
    const condition = { code: "BACK_PAIN", aroseOn: "2099-01-01", diagnosedOn: "2099-01-02" };
    const { errors } = await send(t.asMember(member), OPEN, complaint(memberId(member), { condition }));
    expect(errors.map((e: { path: string[] }) => e.path.join("."))).toEqual(["input.condition.aroseOn", "input.condition.diagnosedOn"]);
  });

  test("for an unknown service as a fault of the request, without repeating it", async () => {
    const member = await t.make.member();
    const answer = await t.asMember(member)(OPEN, { input: complaint(memberId(member), { service: "HYPNOSIS" }) });
    expect(answer.errors?.[0]).toMatchObject({
      message: expect.stringContaining("ServiceCode must be one of PHYSIOTHERAPY, "),
      extensions: { code: "BAD_USER_INPUT", inputPath: ["input", "service"] },
    });
    expect(answer.text).not.toContain("HYPNOSIS");
  });
});

describe("who may report for whom", () => {
  test("a guardian reports for a child under 15, and for nobody else's", async () => {
    const guardian = await t.make.member();
    const child = await t.make.member({
      familyId: guardian.familyId,
      row: { birth_date: addMonths(today(), -12 * 9), identity_subject: null },
      policy: { role: "GROUP_CHILD" },
    });
    await t.make.guardianship(guardian, child);
    expect((await send(t.asMember(guardian), OPEN, complaint(memberId(child)))).claim).toMatchObject({ state: "REPORTED" });
    const stranger = await t.make.member();
    expect((await send(t.asMember(stranger), OPEN, complaint(memberId(child)))).codes).toEqual(["NOT_FOUND"]);
  });

  test("a member that does not exist and one that is not theirs are answered alike", async () => {
    const member = await t.make.member();
    const other = await t.make.member();
    const ask = t.asMember(member);
    const foreign = await send(ask, OPEN, complaint(memberId(other)));
    const unknown = await send(ask, OPEN, complaint(globalId("Member", key())));
    expect(foreign.errors).toEqual(unknown.errors);
  });

  test("the health team reports for any member, with the cover, the referral and the instant it came in", async () => {
    const member = await t.make.member();
    const receivedAt = fromNow(-86_400_000).toISOString();
    const { claim, errors } = await send(
      t.asHealthTeam(),
      OPEN,
      complaint(memberId(member), { service: "PHYSIOTHERAPY", under: "B", receivedAt, referral: { type: "GP", issuedOn: dayIn(-3) } }),
    );
    expect(errors).toEqual([]);
    expect(claim).toMatchObject({ under: "B", referral: { type: "GP" }, state: "REPORTED" });
    const [row] = await t.rows("select received_at from claim where reference = $1", [claim.reference]);
    expect(row.received_at.toISOString()).toBe(receivedAt);
  });

  test("the claims system reports on behalf, and sees no diagnosis", async () => {
    const member = await t.make.member();
    const ask = t.as({ sub: "claims-system", role: "INTEGRATION" });
    const document = `mutation openClaim($input: OpenClaimInput!) { openClaim(input: $input) { claim { id state } errors { code } } }`;
    const { data, errors } = await ask(document, { input: complaint(memberId(member)) });
    expect(errors).toBeUndefined();
    expect(data.openClaim).toMatchObject({ claim: { state: "REPORTED" }, errors: [] });
    const hidden = await ask(`query ($id: ID!) { claim(id: $id) { condition { code } } }`, { id: data.openClaim.claim.id });
    expect(hidden.errors?.[0].extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  test("a clinic cannot ask", async () => {
    const clinic = await t.make.clinic();
    const member = await t.make.member();
    const answer = await t.asClinic(clinic)(OPEN, { input: complaint(memberId(member)) });
    expect(answer.data?.openClaim).toBeUndefined();
    expect(await claimCount(member)).toBe(0);
  });
});

test("a Flex specialist's guarantee runs from the receipt of the claim and its referral, without approval", async () => {
  const member = await t.make.member({ policy: { product: "FLEX", role: "POLICYHOLDER", scheme: "PRIVATE", optional: [] } });
  const input = complaint(memberId(member), { service: "SPECIALIST_EXAMINATION", referral: { type: "GP", issuedOn: dayIn(-3) } });
  const { claim } = await send(t.asHealthTeam(), OPEN, input);
  expect(claim.guarantee).toMatchObject({
    outcome: "RUNNING",
    guaranteeClass: "FLEX_SPECIALIST_15",
    clockStartOn: today(),
    promiseState: "TIGHT",
  });
});

it("others are told what these acts did", () => expectTold(t, "claim.reported"));
