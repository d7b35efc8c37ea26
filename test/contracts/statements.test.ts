/**
 * PostgreSQL describes every declared statement against the schema as migrated; what it says is the type of the call.
 * `npm run statements` (UPDATE_STATEMENTS=1) writes the file anew.
 */
import "reflect-metadata";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import ts from "typescript";
import { declaredStatements } from "../../src/platform/postgres/statement.js";
import { describedTables, readCatalogue } from "../support/statements/catalogue.js";
import { describeStatements, generatedTypes } from "../support/statements/describe.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";

const ROOT = path.resolve(import.meta.dirname, "../..");
const GENERATED = path.join(ROOT, "schema/statements.ts");
const DECLARES = /\b(statement|keyedStatement)\(\s*["`]/;
const SQL = /\b(select|from|where|insert|update|delete)\b/i;
const MOST_COLUMNS = 120;

const sources = readdirSync(path.join(ROOT, "src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.startsWith("platform/postgres/statement"))
  .map((file) => path.join(ROOT, "src", file));

describe("statements", () => {
  let db: FreshDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    db = await freshDatabase();
    client = new pg.Client(db.url);
    await client.connect();
    for (const file of sources) if (DECLARES.test(readFileSync(file, "utf8"))) await import(file);
  });
  afterAll(async () => {
    await client.end();
    await db.drop();
  });

  it("are typed by what PostgreSQL says of them", async () => {
    const text = generatedTypes(await describeStatements(client, declaredStatements()));
    if (process.env["UPDATE_STATEMENTS"]) writeFileSync(GENERATED, text);
    // different? `npm run statements` and review the difference
    expect(readFileSync(GENERATED, "utf8")).toBe(text);
  });

  it("stand on tables whose columns are those of the database", async () => {
    await client.query("begin");
    const { columns } = await readCatalogue(client);
    await client.query("rollback");
    const found = [...columns.values()].flatMap((each) => [...each.entries()].filter(([at]) => at > 0).map(([, column]) => column));
    for (const [table, described] of await describedTables()) {
      const here = found.filter((column) => column.table === table);
      expect([table, here.map(({ name, notNull }) => `${name} ${notNull}`).sort()]).toEqual([
        table,
        [...described.values()].map(({ name, notNull }) => `${name} ${notNull}`).sort(),
      ]);
    }
  });

  it("stand in lines that can be read", () => {
    const long = sources.filter((file) => DECLARES.test(readFileSync(file, "utf8"))).flatMap(longLines);
    expect(long).toEqual([]);
  });
});

/** What is still asserted by hand in a feature: statements that are no declared one, changes with a text of their own. */
const ASSERTED = [/\btx\.(query|finish)(?!\((statement\)|\s*[A-Z]\w*(\[\w+\]|\.[A-Z]\w*)?\.with\())/g, /^\s+sql: ["`](update|insert|delete)/gm];
const LEFT: Readonly<Record<string, number>> = {
  assembly: 8,
  bookings: 10,
  capacity: 41,
  claims: 12,
  commands: 1,
  consent: 3,
  ledger: 5,
  members: 40,
  platform: 20,
  promise: 26,
  settlement: 44,
};

describe("rows that nobody checks", () => {
  it("become fewer: a number here only falls", () => {
    const found = new Map<string, number>();
    for (const file of sources) {
      const [feature = ""] = path.relative(path.join(ROOT, "src"), file).split(path.sep);
      const text = readFileSync(file, "utf8");
      const count = ASSERTED.reduce((sum, pattern) => sum + [...text.matchAll(pattern)].length, 0);
      if (count > 0) found.set(feature, (found.get(feature) ?? 0) + count);
    }
    expect(Object.fromEntries(found)).toEqual(LEFT);
  });
});

/** Lines of a file that a template with SQL in it stands on, and that are too long for it. */
function longLines(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  const lines = source.text.split("\n");
  const long = new Set<string>();
  const visit = (node: ts.Node): void => {
    const isSql = (ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)) && SQL.test(node.getText(source));
    if (isSql) {
      const [from, to] = [node.getStart(source), node.end].map((at) => source.getLineAndCharacterOfPosition(at).line);
      for (const line of lines.slice(from, (to ?? 0) + 1))
        if (line.length > MOST_COLUMNS) long.add(`${path.relative(ROOT, file)}: ${line}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...long];
}
