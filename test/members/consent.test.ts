import { describe, expect, test } from "@jest/globals";
import { consentGiver, consentState, lastValidDay } from "../../src/features/consent/consent.js";

describe("the life of a consent", () => {
  const given = { givenOn: "2025-03-10", expiresOn: "2026-03-10", withdrawnOn: null, replacedBy: null };

  test("holds to the same day a year on, and from 29 February to the 28th", () => {
    expect(lastValidDay("2025-03-10")).toBe("2026-03-10");
    expect(lastValidDay("2028-02-29")).toBe("2029-02-28");
  });

  test("is live on its last day and expired on the next", () => {
    expect(consentState(given, "2026-03-10")).toBe("LIVE");
    expect(consentState(given, "2026-03-11")).toBe("EXPIRED");
  });

  test("is withdrawn from the day of the withdrawal on", () => {
    expect(consentState({ ...given, withdrawnOn: "2025-06-01" }, "2025-05-31")).toBe("LIVE");
    expect(consentState({ ...given, withdrawnOn: "2025-06-01" }, "2025-06-01")).toBe("WITHDRAWN");
  });

  test("is replaced by a later one", () => {
    expect(consentState({ ...given, replacedBy: "x" }, "2025-06-01")).toBe("REPLACED");
  });
});

describe("who gives it", () => {
  const codes = (
    giver: Parameters<typeof consentGiver>[0],
    subject: Parameters<typeof consentGiver>[1],
    today = "2026-06-14",
    named: string | null = null,
  ) => {
    const { by, refusals } = consentGiver(giver, subject, today, named);
    return { by, codes: refusals.map((r) => r.code) };
  };
  const adult = { id: "adult", birthDate: "1980-01-01", guardianIds: [] };
  const child = { id: "child", birthDate: "2011-06-15", guardianIds: ["parent"] };
  const parent = { role: "MEMBER", memberIds: ["parent", "child"], assurance: "HIGH" };

  test("an adult gives the own consent with an ordinary login", () => {
    expect(codes({ role: "MEMBER", memberIds: ["adult"], assurance: "SUBSTANTIAL" }, adult)).toEqual({ by: "adult", codes: [] });
  });

  test("a parent gives it for a child under 15, with a login of level High", () => {
    expect(codes(parent, child)).toEqual({ by: "parent", codes: [] });
    expect(codes({ ...parent, assurance: "SUBSTANTIAL" }, child)).toEqual({ by: "parent", codes: ["ASSURANCE_TOO_LOW"] });
  });

  test("a child of 14 cannot give it alone, and from 15 nobody else can", () => {
    const own = { role: "MEMBER", memberIds: ["child"], assurance: "HIGH" };
    expect(codes(own, child, "2026-06-14").codes).toEqual(["CONSENT_NEEDS_GUARDIAN"]);
    expect(codes(own, child, "2026-06-15").codes).toEqual([]);
    expect(codes(parent, child, "2026-06-15").codes).toEqual(["CONSENT_NOT_YOURS"]);
  });

  test("the health team records what an adult or a named parent said", () => {
    const team = { role: "HEALTH_TEAM", memberIds: [], assurance: "SUBSTANTIAL" };
    expect(codes(team, adult)).toEqual({ by: "adult", codes: [] });
    expect(codes(team, child, "2026-06-14", "parent")).toEqual({ by: "parent", codes: [] });
    expect(codes(team, child, "2026-06-14", "uncle").codes).toEqual(["CONSENT_NEEDS_GUARDIAN"]);
    expect(codes(team, child, "2026-06-14").codes).toEqual(["CONSENT_NEEDS_GUARDIAN"]);
  });
});
