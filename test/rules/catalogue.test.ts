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
  for (const id of RULE_IDS) {
    expect(clauseOf(id)).toMatch(/^(insurance conditions 2025|Flex product sheet|FAQ|physical treatment leaflet|decision of this product)/);
    expect(ruleOf(id).says).toMatch(/^\S.*\.$/);
  }
  expect(isRuleId("GEN-NONSENSE")).toBe(false);
});

test("where a rule stands is told in Danish as well: the same sections, and no English word", () => {
  const numbers = (text: string): string[] => text.match(/\d+(?:\.\d+)*/g) ?? [];
  for (const id of RULE_IDS) {
    const { en, da } = clauseWords(clauseOf(id));
    expect(en).toBe(clauseOf(id));
    expect([id, numbers(da)]).toEqual([id, numbers(en)]);
    expect([id, da]).not.toEqual([
      id,
      expect.stringMatching(/\b(?:section|sheet|leaflet|the|of|and|in|how|can|why|do|my|need|price|second|decision|insurance)\b/i),
    ]);
  }
});

test("every rule is cited by code or says why it needs none, and nothing cites a rule that does not exist", () => {
  expect(rulesPage().faults).toEqual([]);
});

test("the page in docs names every rule", () => {
  const page = readFileSync("docs/rules.md", "utf8");
  for (const id of RULE_IDS) expect(page).toContain(`| \`${id}\``);
});
