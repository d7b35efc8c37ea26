/** Which appointments and promises a policy, as it now stands, no longer carries. */
import { describe, expect, test } from "@jest/globals";
import { lossChanges, todoFor, type CoverGround } from "../../src/features/claims/cover-loss/cover-loss.js";

const ground: CoverGround = {
  claim_id: "c1",
  member_id: "m1",
  policy_id: "p1",
  booking_id: "b1",
  on: "2026-12-10",
  claim: { product: "OCCUPATIONAL", under: "BASE", service_code: "PHYSIOTHERAPY" },
  reported_on: "2026-11-20",
  approved_on: "2026-11-21",
  informed: true,
  policy: {
    id: "p1",
    product: "OCCUPATIONAL",
    role: "EMPLOYEE",
    scheme: "MANDATORY",
    cover_start: "2024-01-01",
    cover_end: null,
    seniority_from: null,
    optional: [],
    paid_through: null,
    group_child_age: 24,
    suspended: false,
    danmark_member: false,
  },
  birth_date: "1980-05-17",
};
const under = (policy: Partial<CoverGround["policy"]>, more: Partial<CoverGround> = {}): CoverGround => ({
  ...ground,
  ...more,
  policy: { ...ground.policy, ...policy },
});
const reason = (each: CoverGround): string | undefined => lossChanges([each], []).found[0]?.reason;

describe("a policy", () => {
  test.each([
    ["that is open", under({}), undefined],
    ["that ends after the appointment", under({ cover_end: "2026-12-10" }), undefined],
    ["that ended after the approval: it runs off", under({ cover_end: "2026-11-21" }), undefined],
    ["that ended before the approval", under({ cover_end: "2026-11-20" }), "COVER_ENDED"],
    ["whose run-off is over", under({ cover_end: "2026-11-21" }, { on: "2027-02-22" }), "RUN_OFF_EXPIRED"],
    ["that is suspended", under({ suspended: true }), "COVER_SUSPENDED"],
    ["that starts later", under({ cover_start: "2026-11-21" }), "CLAIM_REPORTED_OUTSIDE_COVER"],
    ["without the option", under({}, { claim: { ...ground.claim, under: "F" } }), "OPTIONAL_COVER_MISSING"],
    ["of another product", under({ product: "FLEX" }), "SERVICE_NOT_IN_PRODUCT"],
    [
      "of a child that has grown up",
      under({ role: "CHILD" }, { birth_date: "2002-01-01", reported_on: "2025-12-01", approved_on: null }),
      "AGE_LIMIT_REACHED",
    ],
  ])("%s", (_, each, expected) => {
    expect(reason(each)).toBe(expected);
  });
});

describe("the list", () => {
  const lost = under({ suspended: true });
  const known = { id: "l1", claim_id: "c1", booking_id: "b1", reason: "COVER_SUSPENDED" };

  test("has an appointment once, and not again for what was dealt with", () => {
    for (const open of [true, false]) expect(lossChanges([lost], [{ ...known, open }])).toEqual({ found: [], restored: [] });
  });

  test("lets it go when the cover comes back, and takes it again for another reason", () => {
    expect(lossChanges([ground], [{ ...known, open: true }])).toEqual({ found: [], restored: ["l1"] });
    const ended = under({ cover_end: "2026-11-01" });
    expect(lossChanges([ended], [{ ...known, open: true }])).toMatchObject({ found: [{ reason: "COVER_ENDED" }], restored: ["l1"] });
    expect(lossChanges([ended], [{ ...known, open: false }])).toMatchObject({ found: [{ reason: "COVER_ENDED" }], restored: [] });
  });

  test("says what to do", () => {
    expect([todoFor(null), todoFor({ state: "CONFIRMED", started: false }), todoFor({ state: "ATTENDED", started: true })]).toEqual([
      "END_PROMISE",
      "TALK_WITH_MEMBER",
      "SETTLE_ATTENDED",
    ]);
  });
});
