import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { clauseOf, isRuleId, RULE_IDS, ruleOf } from "../../src/rules/catalogue.js";
import { clauseWords } from "../../src/rules/catalogue/clause-words.js";
import { rulesPage } from "../../src/commands/generate/rules-page.js";

const SECTIONS = "src/rules/catalogue";

test("the catalogue lists every rule of its sections once, each with where it stands and one sentence", () => {
  const written = readdirSync(SECTIONS).flatMap((file) =>
    [...readFileSync(`${SECTIONS}/${file}`, "utf8").matchAll(/^ {2}"([A-Z][A-Z0-9-]+)": /gm)].map(([, id]) => id),
  );
  expect(written.length).toBeGreaterThan(300);
  expect([...RULE_IDS].sort()).toEqual(written.sort());
  const stands = /^(insurance conditions 2025|Flex product sheet|FAQ|physical treatment leaflet|decision of this product)/;
  expect(RULE_IDS.filter((id) => !stands.test(clauseOf(id)) || !/^\S.*\.$/.test(ruleOf(id).says))).toEqual([]);
  expect(isRuleId("GEN-NONSENSE")).toBe(false);
});

test("where a rule stands is told in Danish as well: the same sections, and no English word", () => {
  const numbers = (text: string): string[] => text.match(/\d+(?:\.\d+)*/g) ?? [];
  const english = /\b(?:section|sheet|leaflet|the|of|and|in|how|can|why|do|my|need|price|second|decision|insurance)\b/i;
  const wrong = RULE_IDS.flatMap((id) => {
    const { en, da } = clauseWords(clauseOf(id));
    return en !== clauseOf(id) || numbers(da).join() !== numbers(en).join() || english.test(da) ? [{ id, en, da }] : [];
  });
  expect(wrong).toEqual([]);
});

test("every rule is cited by code or says why it needs none, and nothing cites a rule that does not exist", () => {
  expect(rulesPage().faults).toEqual([]);
});

test("the page in docs names every rule", () => {
  const page = readFileSync("docs/rules.md", "utf8");
  expect(RULE_IDS.filter((id) => !page.includes(`| \`${id}\``))).toEqual([]);
});
