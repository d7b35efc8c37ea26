import { randomInt } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { clauseOf, isRuleId } from "../../src/rules/catalogue.js";
import { CHANNELS } from "../../src/rules/codes.js";
import { MATRIX_ROW, MEMBER_AND_CLAIM, SERVICE_IN_COVER } from "../../src/rules/checks/index.js";
import type { RowCheck } from "../../src/rules/checks/check.js";
import type { CoverageFacts } from "../../src/rules/facts/facts.js";
import { SETTINGS } from "../../src/rules/data/settings.js";
import { readCase, type RowCase, type TreatmentCase } from "../../src/rules/coverage/treatment-case.js";
import { anyCoverageFacts } from "../rules/any-facts.js";
import { cases } from "../support/size.js";

const ALL: readonly RowCheck[] = [...MEMBER_AND_CLAIM, ...SERVICE_IN_COVER, ...MATRIX_ROW];

const seed = randomInt(2 ** 31);
const FACTS = fc.sample(anyCoverageFacts, { numRuns: cases(100, 1_000), seed });

test(`each check has a code of its own (facts drawn with seed ${seed})`, () => {
  expect(new Set(ALL.map((check) => check.code)).size).toBe(ALL.length);
  for (const { code } of ALL) expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
});

test("each file of a check is in the list", () => {
  const listed = readFileSync("src/rules/checks/index.ts", "utf8");
  for (const file of readdirSync("src/rules/checks"))
    if (file !== "check.ts" && file !== "index.ts") expect(listed).toContain(`"./${file.replace(/\.ts$/, ".js")}"`);
});

describe.each(ALL.map((check) => [check.code, check] as const))("check %s", (_, check) => {
  test("rests on rules that exist and stand somewhere, and says so in both languages", () => {
    expect(check.rules.length).toBeGreaterThan(0);
    for (const rule of check.rules) {
      expect(isRuleId(rule)).toBe(true);
      expect(clauseOf(rule)).not.toBe("");
    }
    expect(check.says.en).toMatch(/^[A-Z].*\.$/);
    expect(check.says.da).toMatch(/^[A-ZÆØÅ].*\.$/);
    expect(check.says.da).not.toBe(check.says.en);
  });

  test("is total and deterministic, changes nothing it is given, and where it denies has a rule and a remedy", () => {
    expect(FACTS.flatMap((facts) => faultsOf(check, facts))).toEqual([]);
  });
});

const willing = { hasPublicAgreement: true, authorised: true, related: false, treatsChildren: true };

test.each(ALL.filter((check) => check.ofTheSlot).map((check) => [check.code, check] as const))(
  "check %s is a no to the slot: with a willing clinic, one of the channels of the row does not have it",
  (_, check) => {
    const denied = FACTS.filter((facts) => {
      const at = readCase(facts, SETTINGS);
      return asked(check, at) && check.denies(at);
    });
    for (const facts of denied) {
      const elsewhere = CHANNELS.map((channel) => ({
        ...facts,
        treatment: { ...facts.treatment, channel },
        provider: { ...facts.provider, mode: "NETWORK" as const, ...willing },
      }));
      const still = elsewhere.map((changed) => readCase(changed, SETTINGS)).filter((at) => asked(check, at) && check.denies(at));
      expect(still.length).toBeLessThan(CHANNELS.length);
    }
  },
);

/** One expectation for all facts: to state one costs more than to ask a check. */
function faultsOf(check: RowCheck, facts: CoverageFacts): string[] {
  const before = JSON.stringify(facts);
  const at = readCase(facts, SETTINGS);
  if (!asked(check, at)) return [];
  const denied = check.denies(at);
  const again = readCase(JSON.parse(before), SETTINGS);
  const faults: [string, boolean][] = [
    ["answers neither yes nor no", typeof denied !== "boolean"],
    ["answers something else the second time", !asked(check, again) || check.denies(again) !== denied],
  ];
  if (denied) {
    const { en, da, change } = check.remedy(at);
    change?.(facts);
    faults.push(
      ["cites a rule that it does not rest on", check.cites !== undefined && !check.rules.includes(check.cites(at))],
      ["has a remedy that is no sentence", ![en, da].every((text) => text.endsWith("."))],
    );
  }
  faults.push(["changes what it is given", JSON.stringify(facts) !== before]);
  return faults.flatMap(([fault, found]) => (found ? [`${fault}: ${before}`] : []));
}

/** Checks of the row are asked only where there is a row. */
function asked(check: RowCheck, at: TreatmentCase): at is RowCase {
  return at.row !== null || !MATRIX_ROW.some((of) => of === check);
}
