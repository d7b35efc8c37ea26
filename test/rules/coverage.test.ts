import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { decideCoverage } from "../../src/rules/coverage/coverage.js";
import type { CoverageFacts } from "../../src/rules/facts/facts.js";
import { SETTINGS } from "../../src/rules/data/settings.js";
import { anyCoverageFacts } from "./any-facts.js";

const reasonsOf = (facts: CoverageFacts): ReadonlySet<string> => new Set(decideCoverage(facts).reasons);

/** More cover takes reasons of its kind away, or leaves them; it never brings one. */
function neverAdds(kind: readonly string[], more: (facts: CoverageFacts) => CoverageFacts): void {
  fc.assert(
    fc.property(anyCoverageFacts, (facts) => {
      const before = reasonsOf(facts);
      const after = reasonsOf(more(facts));
      if (!kind.some((code) => before.has(code))) expect(kind.filter((code) => after.has(code))).toEqual([]);
    }),
  );
}

describe("the coverage decision", () => {
  test("the order of the usage entries changes nothing", () => {
    fc.assert(
      fc.property(
        anyCoverageFacts.chain((facts) =>
          fc.tuple(fc.constant(facts), fc.shuffledSubarray([...(facts.usage ?? [])], { minLength: facts.usage?.length ?? 0 })),
        ),
        ([facts, shuffled]) => {
          expect(decideCoverage({ ...facts, usage: shuffled })).toEqual(decideCoverage(facts));
          const split = shuffled.flatMap((entry) => Array.from({ length: entry.count }, () => ({ ...entry, count: 1 })));
          expect(decideCoverage({ ...facts, usage: split })).toEqual(decideCoverage(facts));
        },
      ),
    );
  });
  test("covered means no reason, and only then are there notes and a promise", () => {
    fc.assert(
      fc.property(anyCoverageFacts, (facts) => {
        const { covered, reasons, notes, guaranteeClass, treatmentsRemaining } = decideCoverage(facts);
        expect(covered).toBe(reasons.length === 0);
        expect(new Set(reasons).size).toBe(reasons.length);
        if (!covered) expect([notes, guaranteeClass]).toEqual([[], "NONE"]);
        if (covered && treatmentsRemaining !== null) expect(treatmentsRemaining).toBeGreaterThan(0);
        expect(["AGE_LIMIT_REACHED", "COVER_ENDED", "RUN_OFF_EXPIRED"].filter((code) => reasons.includes(code)).length).toBeLessThan(2);
      }),
    );
  });
  test("facts are read, never written", () => {
    fc.assert(
      fc.property(anyCoverageFacts, (facts) => {
        const before = structuredClone(facts);
        expect(decideCoverage(facts)).toEqual(decideCoverage(structuredClone(facts)));
        expect(facts).toEqual(before);
      }),
    );
  });
});

describe("more cover never adds a denial of the same kind", () => {
  const ended = ["AGE_LIMIT_REACHED", "COVER_ENDED", "RUN_OFF_EXPIRED"];
  test("a cover that lasts longer", () => {
    neverAdds([...ended, "CLAIM_REPORTED_OUTSIDE_COVER"], (facts) => ({ ...facts, cover: { ...facts.cover, end: null } }));
  });
  test("an option more in the policy", () => {
    neverAdds(["SERVICE_NOT_IN_PRODUCT", "OPTIONAL_COVER_MISSING"], (facts) => ({
      ...facts,
      cover: { ...facts.cover, optional: ["A", "B", "C", "E", "F", "G", "H", "K", "CANCER_CARE"] },
    }));
  });
  test("a larger portion", () => {
    neverAdds(["PORTION_EXHAUSTED"], (facts) => ({
      ...facts,
      portion: facts.portion ? { ...facts.portion, authorised: facts.portion.authorised + 1 } : null,
    }));
  });
  test("fewer treatments used", () => {
    neverAdds(["LIMIT_CALENDAR_YEAR", "SUBLIMIT_CALENDAR_YEAR", "LIMIT_PER_CLAIM", "LIMIT_INSURANCE_PERIOD"], (facts) => ({
      ...facts,
      usage: (facts.usage ?? []).slice(1),
    }));
  });
  test("seniority carried over from an earlier insurance", () => {
    neverAdds(["WAITING_PERIOD"], (facts) => {
      const earlier = facts.cover.seniorityFrom ?? facts.cover.start;
      return { ...facts, cover: { ...facts.cover, seniorityFrom: `${Number(earlier.slice(0, 4)) - 1}-01-01` } };
    });
  });
  test("a doctor's referral on the day", () => {
    neverAdds(["REFERRAL_MISSING"], (facts) => ({ ...facts, referral: { type: "GP", issuedOn: facts.treatment.on } }));
  });
});

describe("settings", () => {
  const flex: CoverageFacts = {
    product: "FLEX",
    member: { role: "POLICYHOLDER", birthDate: "1985-05-20" },
    cover: { start: "2024-01-01" },
    claim: { reportedOn: "2025-02-28", approvedOn: "2025-03-04" },
    condition: { code: "BACK_PAIN", aroseOn: "2025-01-10" },
    referral: { type: "GP", issuedOn: "2025-02-20" },
    consent: { givenOn: "2025-02-28" },
    treatment: { serviceType: "PHYSIOTHERAPY", on: "2025-03-12" },
    provider: { mode: "NETWORK" },
    usage: [
      { service: "CHIROPRACTIC", year: 2025, count: 8 },
      { service: "PHYSIOTHERAPY", year: 2025, count: 4 },
    ],
  };
  test("physiotherapy and chiropractic under Flex share twelve treatments, or have twelve each", () => {
    expect(decideCoverage(flex)).toMatchObject({ reasons: ["LIMIT_CALENDAR_YEAR"], treatmentsRemaining: 0 });
    expect(decideCoverage(flex, { ...SETTINGS, flexPhysioChiroPool: "EACH" })).toMatchObject({ covered: true, treatmentsRemaining: 8 });
  });
  test("a referral expires only when a setting says so", () => {
    const old: CoverageFacts = { ...flex, usage: [], referral: { type: "GP", issuedOn: "2024-03-11" } };
    expect(decideCoverage(old).covered).toBe(true);
    expect(decideCoverage(old, { ...SETTINGS, referralValidityMonths: 12 }).reasons).toEqual(["REFERRAL_MISSING"]);
    expect(decideCoverage(old, { ...SETTINGS, referralValidityMonths: 13 }).covered).toBe(true);
  });
});
