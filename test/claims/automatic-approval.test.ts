import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { addDays, addMonths } from "../../src/kernel/calendar.js";
import { manualChecks } from "../../src/features/claims/course/automatic-approval.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { today } from "../support/clock.js";
import { dayIn, type MadeMember } from "../support/make.js";
import { caseFile } from "./case-files.js";
import { APPROVE, complaint, key, OPEN, send } from "./claims-api.js";

const REPORT = `mutation openClaim($input: OpenClaimInput!) { openClaim(input: $input) {
  claim { id state approvedAt manualCheck { code message(language: EN) messageDa: message } guarantee { outcome clockStartOn } } errors { code } } }`;

let t: TestApp;
beforeAll(async () => {
  t = await startApp();
});
afterAll(() => t.stop());

/** As the portal hands it on. */
const report = async (member: MadeMember, more: object = {}): Promise<any> => {
  const input = complaint(globalId("Member", member.id), {
    idempotencyKey: key(),
    service: "PHYSIOTHERAPY",
    condition: { code: "BACK_PAIN", aroseOn: dayIn(-9) },
    referral: { type: "GP", issuedOn: dayIn(-2) },
    reportedVia: "ONLINE",
    cause: "NONE_OF_THESE",
    ...more,
  });
  return (await t.as({ sub: "claims-system", role: "INTEGRATION" })(REPORT, { input })).data.openClaim;
};
const codes = ({ claim }: { claim: { manualCheck: { code: string }[] } }): string[] => claim.manualCheck.map(({ code }) => code);

describe("an online report of new and uncomplicated pain", () => {
  test("is approved at once for treatment in a clinic, and its clock runs", async () => {
    const { claim, errors } = await report(await t.make.member());
    expect(errors).toEqual([]);
    expect(claim).toMatchObject({
      state: "APPROVED",
      approvedAt: expect.any(String),
      manualCheck: [],
      guarantee: { outcome: "RUNNING", clockStartOn: today() },
    });
    const events = await t.rows("select kind, data from claim_event where kind = 'APPROVED'");
    expect(events).toMatchObject([{ data: { automatic: true, under: "BASE", mode: "NETWORK" } }]);
  });

  test("is approved for treatment online as well, and under option B without a referral", async () => {
    expect((await report(await t.make.member(), { wishes: { channel: "ONLINE" } })).claim.state).toBe("APPROVED");
    expect((await report(await t.make.member(), { under: "B", referral: null })).claim.state).toBe("APPROVED");
  });

  test("says in both languages why a person has to look at it", async () => {
    const old = await report(await t.make.member(), {
      condition: { code: "KNEE_OSTEOARTHRITIS", aroseOn: addMonths(today(), -5) },
      referral: null,
    });
    expect(old.claim.state).toBe("AWAITING_INFORMATION");
    expect(codes(old).sort()).toEqual(["NOT_NEW", "NOT_UNCOMPLICATED", "REFERRAL_MISSING"]);
    for (const { message, messageDa } of old.claim.manualCheck)
      expect([message, messageDa]).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
    expect(codes(await report(await t.make.member(), { service: "CHIROPRACTIC", referral: null }))).toEqual(["SERVICE_NOT_AUTOMATIC"]);
    expect(codes(await report(await t.make.member(), { workRelated: "DOUBT" }))).toEqual(["NOT_WORK_RELATED"]);
  });

  test("by phone waits for the team, and so does one of a complaint that is treated already", async () => {
    expect((await report(await t.make.member(), { reportedVia: "PHONE" })).claim).toMatchObject({ state: "REPORTED", manualCheck: [] });
    const member = await t.make.member();
    await report(member);
    expect(codes(await report(member))).toEqual(["NOT_NEW"]);
  });

  test("is looked at when its member reports it without the referral that the base cover needs", async () => {
    const member = await t.make.member();
    const input = complaint(globalId("Member", member.id), {
      service: "PHYSIOTHERAPY",
      cause: "NONE_OF_THESE",
      condition: { code: "BACK_PAIN", aroseOn: dayIn(-9) },
    });
    const { openClaim } = (await t.asMember(member)(REPORT, { input })).data;
    expect([openClaim.claim.state, codes(openClaim)]).toEqual(["AWAITING_INFORMATION", ["REFERRAL_MISSING"]]);
  });

  test("is looked at where nobody was asked what caused it, and where the cause is not covered", async () => {
    expect(codes(await report(await t.make.member(), { cause: null }))).toEqual(["CAUSE_NOT_CLEARED"]);
    expect(codes(await report(await t.make.member(), { cause: "PROFESSIONAL_SPORT" }))).toEqual(["CAUSE_NOT_CLEARED", "EXCLUDED_CAUSE"]);
  });

  test("is looked at where automatic approval is switched off", async () => {
    const off = await startApp({ AUTOMATIC_APPROVAL: "false" });
    try {
      const member = await off.make.member();
      const input = complaint(globalId("Member", member.id), {
        service: "PHYSIOTHERAPY",
        condition: { code: "BACK_PAIN", aroseOn: dayIn(-9) },
        referral: { type: "GP", issuedOn: dayIn(-2) },
        reportedVia: "ONLINE",
        cause: "NONE_OF_THESE",
      });
      const system = off.as({ sub: "claims-system", role: "INTEGRATION" });
      const { openClaim } = (await system(REPORT, { input })).data;
      expect([openClaim.claim.state, codes(openClaim)]).toEqual(["REPORTED", ["SWITCHED_OFF"]]);
    } finally {
      await off.stop();
    }
  });

  test("is new up to three months after the first symptoms", () => {
    const file = caseFile({ reported_via: "ONLINE", received_at: "2025-04-10T09:00:00Z", condition_arose_on: "2025-01-10" });
    expect(manualChecks(file, true)).toEqual([]);
    expect(manualChecks({ ...file, claim: { ...file.claim, condition_arose_on: "2025-01-09" } }, true)).toEqual(["NOT_NEW"]);
    expect(manualChecks({ ...file, policy: { ...file.policy, cover_start: "2025-01-11" } }, true)).toEqual(["NOT_NEW"]);
  });
});

describe("a promise that no way of meeting can keep", () => {
  const flex = { product: "FLEX", role: "CHILD", scheme: "PRIVATE", optional: [] };
  const stress = (member: MadeMember): Promise<any> =>
    send(
      t.asHealthTeam(),
      OPEN,
      complaint(globalId("Member", member.id), { service: "PSYCHOLOGIST", condition: { code: "STRESS", aroseOn: dayIn(-9) } }),
    );

  test("is not given: a child of four has no psychologist under Flex, and the approval says why", async () => {
    const child = await t.make.member({ row: { birth_date: addMonths(today(), -48) }, policy: flex });
    const { claim } = await stress(child);
    const { errors } = await send(t.asHealthTeam(), APPROVE, { claimId: claim.id });
    expect(errors).toMatchObject([{ code: "CHANNEL_AGE_LIMIT", rule: "CHN-AGE-15" }]);
    expect(await t.rows("select promise_state, guarantee_outcome from claim where member_id = $1", [child.id])).toEqual([
      { promise_state: "NONE", guarantee_outcome: "PENDING" },
    ]);
  });

  test("is given to one who turns fifteen before its last day", async () => {
    const child = await t.make.member({ row: { birth_date: addDays(addMonths(today(), -180), 3) }, policy: flex });
    const { claim } = await stress(child);
    expect((await send(t.asHealthTeam(), APPROVE, { claimId: claim.id })).errors).toEqual([]);
  });
});
