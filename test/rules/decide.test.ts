import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { decide, replayDecision } from "../../src/rules/decide.js";
import { decideGuarantee } from "../../src/rules/guarantee/guarantee.js";
import { RULE_VERSION, SETTINGS, settingsOf } from "../../src/rules/data/settings.js";
import { anyCoverageFacts, anyGuaranteeFacts, anyPriceFacts } from "./any-facts.js";

test("a stored decision, decided again from its stored facts, is the same decision", () => {
  const stored = fc.oneof(
    anyCoverageFacts.map((facts) => ["COVERAGE", facts] as const),
    anyGuaranteeFacts.map((facts) => ["GUARANTEE", facts] as const),
    anyPriceFacts.map((facts) => ["PRICE", facts] as const),
  );
  fc.assert(
    fc.property(stored, ([kind, facts]) => {
      const text = JSON.stringify(facts);
      expect(replayDecision(kind, JSON.parse(text), {}, RULE_VERSION)).toEqual(decide(kind, facts));
    }),
  );
});

test("the settings stored with a decision decide its replay, and an unknown version is never guessed at", () => {
  const facts = {
    product: "FLEX",
    serviceType: "PHYSIOTHERAPY",
    claim: { receivedAt: "2026-12-18T10:00:00+01:00", approvedAt: "2026-12-18T10:00:00+01:00" },
  } as const;
  expect(decideGuarantee(facts).latestDate).toBe("2027-01-05");
  const closed = { extraNonWorkingDays: ["CHRISTMAS_EVE", "NEW_YEARS_EVE"] } as const;
  expect(replayDecision("GUARANTEE", facts, closed, RULE_VERSION)).toMatchObject({ latestDate: "2027-01-07" });
  expect(replayDecision("GUARANTEE", facts, closed, "conditions-1999")).toBeNull();
  expect(replayDecision("GUARANTEE", facts, closed, "toString")).toBeNull();
  expect(settingsOf(RULE_VERSION)).toEqual(SETTINGS);
});

test("the days named by the facts go before those of the setting", () => {
  const facts = {
    product: "FLEX",
    serviceType: "PHYSIOTHERAPY",
    claim: { receivedAt: "2026-12-18T10:00:00+01:00", approvedAt: "2026-12-18T10:00:00+01:00" },
    calendar: { extraNonWorkingDays: [] },
  } as const;
  expect(decideGuarantee(facts, { ...SETTINGS, extraNonWorkingDays: ["CHRISTMAS_EVE"] }).latestDate).toBe("2027-01-05");
});
