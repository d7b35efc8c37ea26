/** A client decides on codes: each is listed, says something, and says what to do. */
import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { codeEntries, errorsPage, faultsOf } from "../../src/commands/generate/errors-page.js";
import { sentences } from "../../src/commands/generate/errors-page/read-refusals.js";
import { REFUSALS } from "../../src/kernel/refusal-codes.js";
import { CODES } from "../../src/gateway/execution/mask.js";

const entries = codeEntries();
const codes = new Set(entries.map(({ code }) => code));

describe("every code a client can meet", () => {
  it("is in UPPER_SNAKE_CASE, has a sentence, and says what to do", () => {
    expect(faultsOf(entries)).toEqual([]);
    for (const { code, says, remedies } of entries) {
      for (const text of [...says, ...remedies]) expect([code, text.trim().length > 8]).toEqual([code, true]);
    }
  });

  it("stands in docs/errors.md as the source has it", () => {
    expect(readFileSync("docs/errors.md", "utf8")).toBe(errorsPage(entries));
  });

  it("is found: the top level, reasons, refusals, and those that pass through a function of their file", () => {
    for (const code of CODES) expect(codes.has(code)).toBe(true);
    // written out, inside a helper of its file, in a helper of another file, as the choice of two
    for (const code of [
      "SLOT_TAKEN",
      "SLOT_TOO_SHORT",
      "FILE_NOT_READABLE",
      "BUSY",
      "COVER_ENDED",
      "OWN_CHOICE_NO_GUARANTEE",
      "NOT_COVERED",
    ])
      expect([code, codes.has(code)]).toEqual([code, true]);
  });

  it("is every literal that stands where a code is given", () => {
    const unlisted = readdirSync("src", { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.startsWith("errors-page"))
      .flatMap((name) => [...readFileSync(`src/${name}`, "utf8").matchAll(/refusal\(\s*"([A-Z_0-9]+)"/g)].map(([, code]) => code ?? ""))
      .filter((code) => !codes.has(code));
    expect(unlisted).toEqual([]);
  });
});

describe("the list of refusals", () => {
  it("is what the source refuses with, no more and no less", () => {
    const refused = entries.filter(({ kind }) => kind === "REFUSAL").map(({ code }) => code);
    expect(Object.keys(REFUSALS).sort()).toEqual(refused.sort());
  });
});

describe("reading the source", () => {
  const read = (text: string): readonly string[] => {
    const source = ts.createSourceFile(
      "x.ts",
      `const DAYS = 2;\nconst word = "soon";\nfunction f(n: number) { const or = n ? "a" : "b"; return ${text}; }`,
      99,
      true,
    );
    const f = source.statements[2] as ts.FunctionDeclaration;
    const statements = f.body?.statements ?? [];
    return sentences((statements[statements.length - 1] as ts.ReturnStatement).expression);
  };

  it.each([
    ['"one"', ["one"]],
    ["`in ${DAYS} days`", ["in 2 days"]],
    ["`in ${n} days, ${word}`", ["in … days, soon"]],
    ["or", ["a", "b"]],
    ['n ? "x" : null', ["x"]],
    ["made(n)", []],
  ])("%s gives %j", (text, expected) => expect(read(text)).toEqual(expected));

  it("sees what is missing", () => {
    const [first] = entries;
    const odd = { ...first!, kind: "REFUSAL" as const, code: "notLikeThis", says: [], remedies: [] };
    expect(faultsOf([odd]).slice(0, 3)).toEqual([
      "notLikeThis is not in UPPER_SNAKE_CASE",
      "notLikeThis has no sentence",
      "notLikeThis says nowhere what to do",
    ]);
  });
});
