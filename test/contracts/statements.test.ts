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
/** The same in quotes, where English stands, too. */
const QUOTED_SQL = /^(select|with|insert into|update|delete from) /;
const MOST_COLUMNS = 120;

const sources = readdirSync(path.join(ROOT, "src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
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

/** Where it is said what the rows of a text are: where it is declared, and where the parts of one act become one text. */
const SAYS_WHAT_ROWS_ARE = ["platform/idempotency.ts", "platform/postgres/statement.ts", "platform/postgres/write.ts"];
/** The driver wants a whole client from us, and the query builder uses one method of it. */
const CASTS_AT_THE_DRIVER = ["platform/postgres/transaction.ts"];

describe("rows that nobody checks", () => {
  const filesWith = (pattern: RegExp): string[] =>
    sources
      .filter((file) => pattern.test(readFileSync(file, "utf8")))
      .map((file) => path.relative(path.join(ROOT, "src"), file))
      .sort();

  it("have no way in: a text is asked for its rows only where it is known what they are", () => {
    expect(filesWith(/\basStatement\b|\bas Statement</).filter((file) => file !== "platform/postgres/exchange.ts")).toEqual(
      SAYS_WHAT_ROWS_ARE,
    );
  });

  it("have no way in beside the platform: a pool or a client is asked there alone", () => {
    const asking = filesWith(/\b(pool|client|connection)\.query\b|\.unsafe\(/);
    expect(asking.filter((file) => !file.startsWith("platform/postgres/"))).toEqual([]);
  });

  it("are not talked over: the compiler is overruled once, at the driver", () => {
    expect(filesWith(/\bas unknown as\b/)).toEqual(CASTS_AT_THE_DRIVER);
  });
});

/** Lines of a file that a template with SQL in it stands on, and that are too long for it; and SQL in quotes that is. */
function longLines(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  const lines = source.text.split("\n");
  const long = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) && QUOTED_SQL.test(node.text) && node.text.length > MOST_COLUMNS)
      long.add(`${path.relative(ROOT, file)}: ${node.text}`);
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
