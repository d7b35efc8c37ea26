/**
 * The refusals as the source writes them: every call of `refusal(code, message, more)`, read from the syntax and not from a run,
 * so that a code nobody has met yet is listed too. A function that passes its own parameters on counts where it is called.
 */
import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";

export type Use = {
  readonly code: string;
  /** Sentences; what is put in at run time stands as "…". */
  readonly messages: readonly string[];
  readonly remedies: readonly string[];
  readonly file: string;
};

/** Which argument of a call is what; a fixed remedy is the same for every call. */
type Form = { readonly code: number; readonly message: number; readonly remedy: number; readonly fixed: readonly string[] };

const REFUSAL: Form = { code: 0, message: 1, remedy: -1, fixed: [] };

export function readRefusals(root: string): readonly Use[] {
  const names = readdirSync(`${root}src`, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const sources = names
    .sort()
    .map((name) => ts.createSourceFile(`src/${name}`, readFileSync(`${root}src/${name}`, "utf8"), ts.ScriptTarget.Latest, true))
    .filter(({ fileName }) => fileName !== "src/kernel/refusal.ts" && !fileName.startsWith("src/errors-page"));
  const passedOn = new Map(sources.map((source) => [source, passers(source)]));
  const exported = new Map([...passedOn.values()].flatMap((found) => [...found].filter(([, { isExported }]) => isExported)));
  return sources.flatMap((source) => {
    const forms = new Map<string, Form>([["refusal", REFUSAL]]);
    for (const [name, passer] of exported) if (source.text.includes(`${name}(`)) forms.set(name, passer.form);
    for (const [name, passer] of passedOn.get(source) ?? []) forms.set(name, passer.form);
    return callsIn(source).flatMap((call) => useOf(call, forms.get(call.expression.getText()), source));
  });
}

function useOf(call: ts.CallExpression, form: Form | undefined, source: ts.SourceFile): Use[] {
  if (!form) return [];
  const at = (index: number): ts.Expression | undefined => (index < 0 ? undefined : call.arguments[index]);
  const messages = sentences(at(form.message));
  const own = form === REFUSAL ? remedyIn(call) : at(form.remedy);
  const remedies = [...sentences(own), ...form.fixed];
  return sentences(at(form.code)).map((code) => ({ code, messages, remedies, file: source.fileName }));
}

type Passer = { readonly form: Form; readonly isExported: boolean };

/** Functions of a file that make a refusal out of their own parameters. */
function passers(source: ts.SourceFile): ReadonlyMap<string, Passer> {
  const found = new Map<string, Passer>();
  for (const call of callsIn(source)) {
    const [code, message] = call.arguments;
    if (call.expression.getText() !== "refusal" || !code || !ts.isIdentifier(code)) continue;
    const maker = makerAround(call);
    const index = (e: ts.Node | undefined): number => maker?.parameters.findIndex((p) => p.name.getText() === e?.getText()) ?? -1;
    if (!maker || index(code) < 0) continue;
    const remedy = remedyIn(call);
    const form = { code: index(code), message: index(message), remedy: index(remedy), fixed: index(remedy) < 0 ? sentences(remedy) : [] };
    const isExported = ts.isFunctionDeclaration(maker) && maker.modifiers?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword) === true;
    found.set(nameOf(maker), { form, isExported });
  }
  return found;
}

type Maker = ts.FunctionDeclaration | ts.ArrowFunction;

function makerAround(node: ts.Node): Maker | undefined {
  return ts.findAncestor(
    node,
    (n): n is Maker => ts.isFunctionDeclaration(n) || (ts.isArrowFunction(n) && ts.isVariableDeclaration(n.parent)),
  );
}

function nameOf(maker: Maker): string {
  return (
    (ts.isFunctionDeclaration(maker) ? maker.name?.getText() : ts.isVariableDeclaration(maker.parent) ? maker.parent.name.getText() : "") ??
    ""
  );
}

function remedyIn(call: ts.CallExpression): ts.Expression | undefined {
  const more = call.arguments[2];
  if (!more || !ts.isObjectLiteralExpression(more)) return undefined;
  for (const property of more.properties) {
    if (property.name?.getText() !== "remedy") continue;
    if (ts.isPropertyAssignment(property)) return property.initializer;
    if (ts.isShorthandPropertyAssignment(property)) return property.name;
  }
  return undefined;
}

export function callsIn(node: ts.Node): readonly ts.CallExpression[] {
  const calls: ts.CallExpression[] = [];
  const visit = (each: ts.Node): void => {
    if (ts.isCallExpression(each)) calls.push(each);
    ts.forEachChild(each, visit);
  };
  visit(node);
  return calls;
}

/** Every sentence an expression can be; none where it is made elsewhere. */
export function sentences(node: ts.Node | undefined, depth = 0): readonly string[] {
  if (!node || depth > 4) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [node.head.text + node.templateSpans.map(({ expression, literal }) => put(expression, depth) + literal.text).join("")];
  if (ts.isConditionalExpression(node)) return [...sentences(node.whenTrue, depth), ...sentences(node.whenFalse, depth)];
  if (ts.isBinaryExpression(node)) return [...sentences(node.left, depth), ...sentences(node.right, depth)];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return sentences(node.expression, depth);
  if (ts.isIdentifier(node)) return sentences(constantNamed(node), depth + 1);
  return [];
}

/** A number or a word that is written in the same file is told; anything else differs from case to case. */
function put(expression: ts.Expression, depth: number): string {
  const value = ts.isIdentifier(expression) ? constantNamed(expression) : undefined;
  if (value && ts.isNumericLiteral(value)) return value.text.replaceAll("_", "");
  const [only, ...more] = sentences(value, depth + 1);
  return only !== undefined && more.length === 0 ? only : "…";
}

/** The nearest constant of this name, outwards. */
function constantNamed(name: ts.Identifier): ts.Expression | undefined {
  for (let scope: ts.Node = name.parent; ; scope = scope.parent) {
    const statements = ts.isBlock(scope) || ts.isSourceFile(scope) ? scope.statements : [];
    for (const statement of statements) {
      if (!ts.isVariableStatement(statement)) continue;
      const found = statement.declarationList.declarations.find((d) => d.name.getText() === name.text);
      if (found) return found.initializer;
    }
    if (ts.isSourceFile(scope)) return undefined;
  }
}
