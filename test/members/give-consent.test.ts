import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { addDays, addMonths } from "../../src/kernel/calendar.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { today } from "../support/clock.js";
import type { MadeMember } from "../support/make.js";
import { GIVE, key, send, WITHDRAW } from "../claims/claims-api.js";
import { expectTold } from "../support/told.js";

let t: TestApp;
beforeAll(async () => {
  t = await startApp();
});
afterAll(() => t.stop());

const claimOf = async (member: MadeMember): Promise<{ claimId: string; uuid: string }> => {
  const { id } = await t.make.claim(member, { consent: false });
  return { claimId: globalId("Claim", id), uuid: id };
};
const give = (claimId: string, more: object = {}) => ({ idempotencyKey: key(), claimId, textVersion: "2025-1", ...more });
const COVERAGE = "query ($input: CoverageInput!) { coverage(input: $input) { covered reasons { code } } }";
const consentReasons = async (member: MadeMember, claimId: string): Promise<string[]> => {
  const { data } = await t.asMember(member)(COVERAGE, { input: { claimId } });
  return data.coverage.reasons.map((r: { code: string }) => r.code);
};

describe("a consent", () => {
  test("opens the coverage on the day it is given, and closes it on the day it is withdrawn", async () => {
    const member = await t.make.member();
    const { claimId } = await claimOf(member);
    const ask = t.asMember(member);
    expect(await consentReasons(member, claimId)).toEqual(["CONSENT_MISSING"]);
    const { consent, errors } = await send(ask, GIVE, give(claimId));
    expect(errors).toEqual([]);
    expect(consent).toMatchObject({
      purpose: "TREATMENT",
      givenOn: today(),
      expiresOn: addMonths(today(), 12),
      state: "LIVE",
      withdrawnOn: null,
    });
    expect(await consentReasons(member, claimId)).toEqual([]);
    expect((await send(ask, WITHDRAW, { claimId })).consent).toMatchObject({ id: consent.id, state: "WITHDRAWN", withdrawnOn: today() });
    expect(await consentReasons(member, claimId)).toEqual(["CONSENT_WITHDRAWN"]);
    expect((await send(ask, WITHDRAW, { claimId })).codes).toEqual(["CONSENT_MISSING"]);
  });

  test("given again after a withdrawal holds again the same day, and both are kept", async () => {
    const member = await t.make.member();
    const { claimId, uuid } = await claimOf(member);
    const ask = t.asMember(member);
    await send(ask, GIVE, give(claimId));
    await send(ask, WITHDRAW, { claimId });
    expect((await send(ask, GIVE, give(claimId))).consent.state).toBe("LIVE");
    expect(await consentReasons(member, claimId)).toEqual([]);
    const rows = await t.rows("select withdrawn_on::text from consent where claim_id = $1 order by created_at", [uuid]);
    expect(rows).toEqual([{ withdrawn_on: today() }, { withdrawn_on: null }]);
    const events = await t.rows("select kind from claim_event where claim_id = $1 order by id", [uuid]);
    expect(events.map((e: { kind: string }) => e.kind)).toEqual(["CONSENT_GIVEN", "CONSENT_WITHDRAWN", "CONSENT_GIVEN"]);
  });

  test("that has expired is renewed: the old one is replaced, and never counts as withdrawn", async () => {
    const member = await t.make.member();
    const { claimId, uuid } = await claimOf(member);
    const yearAgo = addDays(addMonths(today(), -12), -1);
    await t.make.consent(member, uuid, { given_on: yearAgo, expires_on: addMonths(yearAgo, 12) });
    expect(await consentReasons(member, claimId)).toEqual(["CONSENT_EXPIRED"]);
    const { consent } = await send(t.asMember(member), GIVE, give(claimId));
    expect(await consentReasons(member, claimId)).toEqual([]);
    const [old] = await t.rows("select replaced_by, withdrawn_on from consent where claim_id = $1 and given_on = $2", [uuid, yearAgo]);
    expect(globalId("Consent", old.replaced_by)).toBe(consent.id);
    expect(old.withdrawn_on).toBeNull();
  });

  test("given a year ago to the day holds today", async () => {
    const member = await t.make.member();
    const { claimId, uuid } = await claimOf(member);
    const given = addMonths(today(), -12);
    if (addMonths(given, 12) === today()) {
      await t.make.consent(member, uuid, { given_on: given });
      expect(await consentReasons(member, claimId)).toEqual([]);
    }
  });

  test("to obtain information discloses nothing to a clinic", async () => {
    const member = await t.make.member();
    const { claimId } = await claimOf(member);
    expect((await send(t.asMember(member), GIVE, give(claimId, { purpose: "INFORMATION" }))).consent.purpose).toBe("INFORMATION");
    expect(await consentReasons(member, claimId)).toEqual(["CONSENT_MISSING"]);
  });

  test("is given once per key", async () => {
    const member = await t.make.member();
    const { claimId, uuid } = await claimOf(member);
    const ask = t.asMember(member);
    const input = give(claimId);
    const first = await send(ask, GIVE, input);
    expect(await send(ask, GIVE, input)).toMatchObject({ replayed: true, consent: { id: first.consent.id } });
    expect(await t.rows("select 1 from consent where claim_id = $1", [uuid])).toHaveLength(1);
  });

  test("of two given at the same moment one stands", async () => {
    const member = await t.make.member();
    const { claimId, uuid } = await claimOf(member);
    const ask = t.asMember(member);
    await Promise.all([1, 2, 3, 4].map(() => send(ask, GIVE, give(claimId))));
    expect(await t.rows("select 1 from consent where claim_id = $1 and replaced_by is null", [uuid])).toHaveLength(1);
  });

  test("is not given for somebody else's claim, nor for one that has ended", async () => {
    const member = await t.make.member();
    const { claimId } = await claimOf(member);
    const stranger = await t.make.member();
    expect((await send(t.asMember(stranger), GIVE, give(claimId))).codes).toEqual(["NOT_FOUND"]);
    const { id } = await t.make.claim(member, { consent: false, row: { state: "CLOSED" } });
    expect((await send(t.asMember(member), GIVE, give(globalId("Claim", id)))).codes).toEqual(["CLAIM_NOT_OPEN"]);
  });
});

describe("for a child under 15", () => {
  test("a guardian gives it with a login of level High only, and the child's claim shows who gave it", async () => {
    const guardian = await t.make.member();
    const child = await t.make.member({
      familyId: guardian.familyId,
      row: { identity_subject: null, birth_date: addMonths(today(), -12 * 10) },
      policy: { role: "GROUP_CHILD" },
    });
    await t.make.guardianship(guardian, child);
    const { claimId } = await claimOf(child);
    const login = (assurance: "Substantial" | "High") => t.as({ sub: guardian.subject, role: "MEMBER", assurance });
    expect((await send(login("Substantial"), GIVE, give(claimId))).codes).toEqual(["ASSURANCE_TOO_LOW"]);
    const high = login("High");
    expect((await send(high, GIVE, give(claimId))).consent).toMatchObject({
      state: "LIVE",
      givenBy: { id: globalId("Member", guardian.id) },
    });
    const named = await send(t.asHealthTeam(), GIVE, give(claimId, { givenById: globalId("Member", guardian.id) }));
    expect(named.consent).toMatchObject({ givenBy: { id: globalId("Member", guardian.id) } });
  });
});

it("others are told what these acts did", () => expectTold(t, "consent.given", "consent.withdrawn"));
