/** A caller is found by what callers say, however it is spelled, and never by more people or more often than the work needs. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { nameMatches } from "../../src/features/members/look-up/name-match.js";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import type { MadeMember } from "../support/make.js";
import { expectOnRecord } from "../support/told.js";

describe("a name as it is heard", () => {
  const who = { givenNames: "Søren Åge", familyName: "Kjærgaard-Østergård" };
  test.each([
    ["Søren Åge Kjærgaard Østergård", "EXACT"],
    ["soeren kjaergaard-oestergaard", "EXACT"],
    ["Søren Østergård", "EXACT"],
    ["Soren Ostergard", "LIKELY"],
    ["S Å Østergård", "LIKELY"],
    ["Søren Kjergaard", "POSSIBLE"],
    ["Sørne Østergård", "POSSIBLE"],
    ["Søren", null],
    ["Østergård", null],
    ["S. Ø.", null],
    ["Søren Jensen", null],
    ["Peter Østergård", null],
  ])("%s: %s", (asked, certainty) => {
    expect(nameMatches(asked, who)).toBe(certainty);
  });
});

const LOOK_UP = "query ($input: LookUpMembersInput!) { lookUpMembers(input: $input) { member { id name } certainty } }";
const REGISTER =
  "mutation ($input: RegisterMemberInput!) { registerMember(input: $input) { member { id policies { id confirmed } } errors { code path } replayed } }";
const SAVE =
  "mutation ($input: SaveMembersInput!) { saveMembers(input: $input) { lines { outcome member { id } policy { id } errors { code } } errors { code } } }";

let t: TestApp;
let team: Asker;
let member: MadeMember;
beforeAll(async () => {
  t = await startApp();
  team = t.asHealthTeam();
  member = await t.make.member();
  await t.rows(
    "update member set given_names = 'Åse Marie', family_name = 'Sørensen', birth_date = '1971-03-04', phone = '+45 20 12 99 88' where id = $1",
    [member.id],
  );
});
afterAll(() => t.stop());
const find = async (input: object, asker = team): Promise<any[]> => {
  const { data, errors, text } = await asker(LOOK_UP, { input });
  if (!data?.lookUpMembers && !errors) throw new Error(text);
  return data?.lookUpMembers ?? errors?.map(({ extensions }) => extensions.refusals?.[0].code ?? extensions.code);
};

describe("a caller", () => {
  test("is found by name and birth date, telephone, policy and claim, and what is given must all hold", async () => {
    const claim = await t.make.claim(member);
    await t.rows("update policy set external_key = 'look-up-1' where id = $1", [member.policyId]);
    const found = { id: globalId("Member", member.id), name: "Åse Marie Sørensen" };
    expect(await find({ name: "Aase Sorensen", birthDate: "1971-03-04" })).toEqual([{ member: found, certainty: "LIKELY" }]);
    expect(await find({ name: "Aase Sorensen", birthDate: "1971-03-05" })).toEqual([]);
    for (const input of [
      { phone: "20129988" },
      { phone: "+4520129988" },
      { policyKey: "look-up-1" },
      { claimReference: claim.reference.toLowerCase() },
    ])
      expect(await find(input)).toEqual([{ member: found, certainty: "EXACT" }]);
    expect(await find({ phone: "20129988", name: "Peter Hansen", birthDate: "1971-03-04" })).toEqual([]);
    expect(await find({})).toEqual(["BAD_USER_INPUT"]);
    expect(await find({ name: "Åse Sørensen" })).toEqual(["BAD_USER_INPUT"]);
  });

  test("reads in the access log who looked and in which case", async () => {
    await find({ phone: "20129988" }, t.asHealthTeam("caller-desk"));
    const log = (
      await t.asMember(member)(
        "query ($id: ID!) { member(id: $id) { accessLog(first: 5) { edges { node { operation caseReference } } } } }",
        {
          id: globalId("Member", member.id),
        },
      )
    ).data.member.accessLog.edges.map((e: { node: object }) => e.node);
    expect(log).toContainEqual({ operation: "lookUpMembers", caseReference: "C-1004" });
    await expectOnRecord(t, "accessLog");
  });

  test("is not looked up without a purpose, by anybody else, or by somebody who looks all day", async () => {
    expect(await find({ phone: "20129988" }, t.as({ sub: "x", role: "HEALTH_TEAM" }))).toEqual(["PURPOSE_MISSING"]);
    for (const asker of [t.asMember(member), t.asFinance(), t.as({ sub: "s", role: "INTEGRATION" })])
      expect((await asker(LOOK_UP, { input: { phone: "20129988" } })).status).toBe(400);
    const busy = t.asHealthTeam("busy");
    await t.rows(
      "insert into quota_use (id, quota, actor, used_at) select gen_random_uuid(), 'LOOK_UP', 'busy', clock_now() - interval '10 minutes' from generate_series(1, 59)",
    );
    expect(await find({ phone: "20129988" }, busy)).toHaveLength(1);
    expect(await find({ phone: "20129988" }, busy)).toEqual(["QUOTA_EXCEEDED"]);
  });
});

describe("a first-time caller", () => {
  const caller = { givenNames: "Ny Test", familyName: "Ågesen", birthDate: "1990-02-03", civilNumber: "030290-1111", phone: "20 55 55 55" };
  const register = async (more: object = {}): Promise<any> =>
    (await team(REGISTER, { input: { idempotencyKey: randomUUID(), ...caller, ...more } })).data.registerMember;
  const policy = { product: "OCCUPATIONAL", role: "EMPLOYEE", scheme: "MANDATORY", coverStart: "2025-01-01" };

  test("is registered once, reports on what they say, is approved when the policy system confirms it, and stays one person", async () => {
    const registered = await register({ policy });
    expect(registered).toMatchObject({ errors: [], member: { policies: [{ confirmed: false }] } });
    expect((await register()).errors).toMatchObject([{ code: "MEMBER_KNOWN" }]);
    expect((await register({ civilNumber: null, givenNames: "ny test", familyName: "Aagesen" })).errors).toMatchObject([
      { code: "MEMBER_KNOWN" },
    ]);
    expect(await find({ civilNumber: "0302901111" })).toMatchObject([{ member: { id: registered.member.id } }]);
    const opened = (
      await team("mutation ($input: OpenClaimInput!) { openClaim(input: $input) { claim { id under } errors { code } } }", {
        input: {
          idempotencyKey: randomUUID(),
          memberId: registered.member.id,
          service: "PSYCHOLOGIST",
          condition: { code: "STRESS", aroseOn: "2026-01-05" },
        },
      })
    ).data.openClaim;
    expect(opened.errors).toEqual([]);
    const approve = async () =>
      (
        await team("mutation ($input: ApproveClaimInput!) { approveClaim(input: $input) { errors { code } } }", {
          input: { claimId: opened.claim.id },
        })
      ).data.approveClaim.errors.map((e: { code: string }) => e.code);
    expect(await approve()).toContain("COVER_UNCONFIRMED");
    const message = { memberKey: "late-1", version: "1", ...caller, policyKey: "late-1-p", ...policy };
    const saved = (
      await t.as({ sub: "claims-system", role: "INTEGRATION" })(SAVE, { input: { idempotencyKey: randomUUID(), messages: [message] } })
    ).data.saveMembers;
    expect(saved.lines).toMatchObject([
      { outcome: "CHANGED", member: { id: registered.member.id }, policy: { id: registered.member.policies[0].id } },
    ]);
    expect(await approve()).not.toContain("COVER_UNCONFIRMED");
  });

  test("is not registered with a number or a day that is none", async () => {
    expect(
      (await register({ civilNumber: "9999999999", phone: "1", birthDate: "2190-01-01" })).errors.map((e: { code: string }) => e.code),
    ).toEqual(["CIVIL_NUMBER_INVALID", "VALUE_UNKNOWN", "DAY_IN_FUTURE"]);
  });
});
