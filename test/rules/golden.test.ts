import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { runGolden } from "../../src/commands/generate/golden.js";
import { GOLDEN_QUESTIONS } from "../../src/commands/generate/golden-questions.js";
import { isRuleId } from "../../src/rules/catalogue.js";
import { differences, readGoldenFile, type Question } from "../../src/rules/golden-case.js";

const FIXTURES = "test/fixtures/golden";
const files = readdirSync(FIXTURES)
  .filter((name) => name.endsWith(".json"))
  .map((name) => readGoldenFile(JSON.parse(readFileSync(join(FIXTURES, name), "utf8")), GOLDEN_QUESTIONS));
const questionOf = (kind: string): Question => GOLDEN_QUESTIONS[kind] as Question;
const scratch = mkdtempSync(join(tmpdir(), "golden-"));
afterAll(() => rmSync(scratch, { recursive: true }));

function run(path: string): { readonly code: number; readonly lines: readonly string[] } {
  const lines: string[] = [];
  return { code: runGolden(path, (line) => lines.push(line)), lines };
}
function write(name: string, content: unknown): string {
  const folder = mkdtempSync(join(scratch, "case-"));
  writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  return folder;
}

describe.each(files.map((file) => [file.kind, file] as const))("golden cases of kind %s", (kind, file) => {
  test.each(file.cases.map((one) => [one.id, one.title, one] as const))("%s %s", (_, __, one) => {
    expect(differences(questionOf(kind), one)).toEqual([]);
    expect(one.rules.filter((rule) => !isRuleId(rule))).toEqual([]);
  });
});

test("each sentence that was read again has three cases or more, and no case has another's name", () => {
  const ids = files.flatMap(({ cases }) => cases.map(({ id }) => id));
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  // "OC-02-1": the second sentence, its first case of coverage
  const sentences = ids.flatMap((id) => /^O[A-Z]-(\d\d)-/.exec(id)?.[1] ?? []);
  const counted = Array.from({ length: 27 }, (_, i) => sentences.filter((n) => Number(n) === i + 1).length);
  expect(counted.filter((n) => n < 3)).toEqual([]);
});

describe("the golden runner", () => {
  const first = files
    .flatMap((file) => (file.kind === "price" ? file.cases : []))
    .find(({ expected }) => expected.memberPaysOre === 0 && JSON.stringify(expected.reasons) === "[]");
  const price = (one: unknown): unknown => ({ format: "golden-cases/1", kind: "price", cases: [one] });

  test("runs every file of a directory and ends with the count", () => {
    const { code, lines } = run(FIXTURES);
    const all = files.reduce((sum, file) => sum + file.cases.length, 0);
    expect([code, lines.at(-1)]).toEqual([0, `${all} passed, 0 failed`]);
  });
  test("names a failing case with each field that differs", () => {
    const wrong = { ...first, id: "P-X", expected: { ...first?.expected, memberPaysOre: 1, reasons: ["NOT_COVERED"] } };
    const { code, lines } = run(write("wrong.json", price(wrong)));
    expect(code).toBe(1);
    expect(lines[0]).toContain("FAILED P-X");
    expect(lines[1]).toContain("memberPaysOre: expected 1, got 0");
    expect(lines[2]).toContain('reasons: expected ["NOT_COVERED"], got []');
    expect(lines.at(-1)).toBe("0 passed, 1 failed");
  });
  test("compares reasons as sets, and a field that is missing or too many as a difference", () => {
    const [coverage] = files
      .filter((file) => file.kind === "coverage")
      .flatMap((file) => file.cases.filter((c) => (c.expected["reasons"] as string[]).length > 1));
    const turned = {
      ...coverage,
      expected: { ...coverage?.expected, reasons: [...(coverage?.expected["reasons"] as string[])].reverse() },
    };
    expect(run(write("a.json", { format: "golden-cases/1", kind: "coverage", cases: [turned] })).code).toBe(0);
    const { notes: _, ...without } = turned.expected as Record<string, unknown>;
    expect(run(write("b.json", { format: "golden-cases/1", kind: "coverage", cases: [{ ...turned, expected: without }] })).code).toBe(1);
    expect(
      run(
        write("c.json", { format: "golden-cases/1", kind: "coverage", cases: [{ ...turned, expected: { ...turned.expected, more: 1 } }] }),
      ).code,
    ).toBe(1);
  });
  test("compares what is offered instead where a case names it, field by field", () => {
    const own = files.flatMap(({ cases }) => cases);
    const offered = own.find(({ id }) => id === "OC-21-1");
    const silent = own.find(({ id }) => id === "OC-15-1");
    const coverage = (one: unknown): unknown => ({ format: "golden-cases/1", kind: "coverage", cases: [one] });
    const expecting = (offer: unknown): unknown => coverage({ ...offered, expected: { ...offered?.expected, offer } });
    expect(run(write("a.json", expecting({ under: "BASE", service: "PHYSIOTHERAPY", covered: false }))).lines.join("\n")).toContain(
      "offer",
    );
    expect(run(write("b.json", expecting(null))).code).toBe(1);
    expect(silent?.expected).not.toHaveProperty("offer");
    expect(run(write("c.json", coverage(silent))).code).toBe(0);
  });
  test("compares an instant as a point in time", () => {
    const crisis = files.find((f) => f.kind === "guarantee")?.cases.find((c) => c.expected["latestInstant"] !== null);
    const inUtc = {
      ...crisis,
      expected: { ...crisis?.expected, latestInstant: new Date(String(crisis?.expected["latestInstant"])).toISOString() },
    };
    expect(run(write("a.json", { format: "golden-cases/1", kind: "guarantee", cases: [inUtc] })).lines.at(-1)).toBe("1 passed, 0 failed");
  });
  test("fails a case whose facts are no facts, and names the field", () => {
    const { code, lines } = run(write("a.json", price({ ...first, facts: { ...(first?.facts as object), treatedOn: "2025-02-30" } })));
    expect(code).toBe(1);
    expect(lines.join("\n")).toContain("facts.treatedOn");
  });
  test.each([
    ["broken JSON", "{", 1, "BROKEN"],
    ["an unknown kind", { format: "golden-cases/1", kind: "premium", cases: [] }, 1, "kind"],
    ["no cases", { format: "golden-cases/1", kind: "price" }, 1, "cases"],
    ["another format only", { format: "golden-cases/2", kind: "price", cases: [] }, 2, "skipped"],
  ])("tells of %s", (_, content, code, text) => {
    const found = run(write("x.json", content));
    expect(found.code).toBe(code);
    expect(found.lines.join("\n")).toContain(text);
  });
  test("says so when there is nothing to run", () => {
    const { code, lines } = run(join(scratch, "nowhere"));
    expect([code, lines]).toEqual([2, [expect.stringContaining("no such file")]]);
  });
});
