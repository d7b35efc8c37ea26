/** What would change a decision of the insurance conditions, as the checks write it: a remedy is made for a case, its words are in the source. */
import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { callsIn, sentences } from "./read-refusals.js";

const CHECKS = "src/rules/checks";
const REASONS = ["src/rules/guarantee/guarantee-reasons.ts", "src/rules/price/price-reasons.ts"];
/** The words that make a remedy out of a sentence (rules/words.ts). */
const MAKERS = new Set(["helps", "remedy", "nothingHelps"]);

/** Sentences by code, with the file that says them. */
export type Remedies = ReadonlyMap<string, { readonly file: string; readonly remedies: readonly string[] }>;

/** Of a coverage check: by the object that holds the code. */
export function remediesOfChecks(root: string): Remedies {
  const shared = sourceOf(root, `${CHECKS}/check.ts`);
  const files = readdirSync(root + CHECKS).filter((name) => name.endsWith(".ts"));
  return new Map(
    files.flatMap((name) => {
      const source = sourceOf(root, `${CHECKS}/${name}`);
      return propertiesIn(source)
        .filter((property) => property.name.getText() === "code" && ts.isStringLiteral(property.initializer))
        .map((property) => {
          const check = property.parent.properties.find((p) => p.name?.getText() === "remedy");
          return [sentences(property.initializer)[0] ?? "", { file: source.fileName, remedies: wordsOf(check, shared) }] as const;
        });
    }),
  );
}

/** Of the guarantee and of a price: a record by code. */
export function remediesOfReasons(root: string): Remedies {
  return new Map(
    REASONS.flatMap((file) =>
      propertiesIn(sourceOf(root, file))
        .filter((property) => /^[A-Z_]+$/.test(property.name.getText()))
        .map((property) => [property.name.getText(), { file, remedies: wordsOf(property.initializer, null) }] as const),
    ),
  );
}

function wordsOf(node: ts.Node | undefined, shared: ts.SourceFile | null): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<ts.Node>();
  const visit = (each: ts.Node | undefined): void => {
    if (!each || seen.has(each)) return;
    seen.add(each);
    const calls = callsIn(each);
    for (const call of calls) if (MAKERS.has(call.expression.getText())) for (const text of sentences(call.arguments[0])) found.add(text);
    for (const name of namesIn(each)) visit(declared(each.getSourceFile(), name) ?? (shared ? declared(shared, name) : undefined));
  };
  visit(node);
  return [...found];
}

function namesIn(node: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (each: ts.Node): void => {
    if (ts.isIdentifier(each) && !MAKERS.has(each.text)) names.add(each.text);
    ts.forEachChild(each, visit);
  };
  visit(node);
  return names;
}

/** A function or a constant of the file that is no list of reasons itself. */
function declared(source: ts.SourceFile, name: string): ts.Node | undefined {
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name?.text === name) return statement;
    if (!ts.isVariableStatement(statement)) continue;
    const found = statement.declarationList.declarations.find((d) => d.name.getText() === name);
    if (found?.initializer && !ts.isObjectLiteralExpression(found.initializer)) return found.initializer;
  }
  return undefined;
}

function propertiesIn(source: ts.SourceFile): readonly ts.PropertyAssignment[] {
  const properties: ts.PropertyAssignment[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node)) properties.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return properties;
}

function sourceOf(root: string, file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(root + file, "utf8"), ts.ScriptTarget.Latest, true);
}
