/** What the generated types say of a column, case by case: wrong here would be wrong in every statement. */
import pg from "pg";
import { describeStatements } from "../support/statements/describe.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";
import { keyedStatement } from "../../src/platform/idempotency.js";

describe("the type of a column", () => {
  let db: FreshDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    db = await freshDatabase();
    client = new pg.Client(db.url);
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await db.drop();
  });
  const rowOf = async (text: string, neverNull: readonly string[] = []): Promise<string> => {
    const [described] = await describeStatements(client, [{ name: "one", text, options: { neverNull } }]);
    return (described?.row ?? []).map((field) => field.replace("readonly ", "")).join("; ");
  };

  test.each([
    [
      "is that of its table, a closed set included",
      "select id, state, deadline_at from claim",
      'id: string; state: Column<"claim", "state">; deadline_at: Date | null',
    ],
    ["is nullable behind an outer join", "select b.id from claim c left join booking b on b.claim_id = c.id", "id: string | null"],
    [
      "is not, where the WHERE clause asks for a value",
      "select b.id from claim c left join booking b on b.claim_id = c.id where b.seat = 1",
      "id: string",
    ],
    [
      "is, where OR lets it through without",
      "select approved_at from claim where approved_at < now() or portion_used = 1",
      "approved_at: Date | null",
    ],
    ["is nullable in a scalar subquery", "select (select id from claim where id = $1) as id", "id: string | null"],
    ["is not null in an aggregate that always answers", "select (select count(*) from claim) as n", "n: bigint"],
    ["is nullable in a sum over what may be nothing", "select sum(portion_used) as used from claim", "used: bigint | null"],
    ["is not null in a sum per group", "select sum(portion_used) as used from claim group by state", "used: bigint"],
    ["is what coalesce falls back to", "select coalesce(sum(portion_used), 0) as used from claim", "used: bigint"],
    [
      "is one of the words a case names",
      "select case when portion_used > 0 then 'SOME' else 'NONE' end as used from claim",
      'used: "SOME" | "NONE"',
    ],
    ["is the row of a table in JSON", "select to_json(c.*) as claim from claim c", 'claim: JsonOf<"claim">'],
    [
      "is the object that is built, with instants as text and bigints as numbers",
      "select json_build_object('at', b.starts_at, 'pays', b.insurer_pays_minor) as x from booking b",
      "x: { readonly at: string; readonly pays: number }",
    ],
    ["is a list, empty or not", "select coalesce(json_agg(c.id), '[]'::json) as ids from claim c", "ids: readonly string[]"],
    ["is unknown where JSON is", "select q.x -> 'a' as a from (select $1::jsonb as x) q", "a: unknown"],
    [
      "comes through CTEs and unions",
      "with m as (select id, approved_at from claim) select id, approved_at from m union all select id, null from m",
      "id: string; approved_at: Date | null",
    ],
    [
      "comes back from a write",
      "update claim set version = version + 1 where id = $1 returning id, approved_at",
      "id: string; approved_at: Date | null",
    ],
    [
      "is what one of our functions answers",
      "select programmes_before(c.id) as before from claim c",
      'before: readonly { readonly service: JsonColumn<"programme_usage", "service_code">; readonly subject: string | null; readonly attended: boolean }[]',
    ],
  ])("%s", async (_, text, row) => {
    expect(await rowOf(text)).toBe(row);
  });

  test("is not null where a statement says so, and only of a column that could be", async () => {
    expect(await rowOf("select approved_at from claim", ["approved_at"])).toBe("approved_at: Date");
    await expect(rowOf("select id from claim", ["id"])).rejects.toThrow("neverNull names what is no nullable column: id");
  });

  test("is refused with the statement's name where the schema has no such column", async () => {
    await expect(rowOf("select colour from claim")).rejects.toThrow('one: column "colour" does not exist');
  });
});

test("a statement that travels with a key cannot leave the key's condition out", () => {
  expect(() => keyedStatement("lock-case", () => "select 1")).toThrow("lock-case holds the condition of its key");
});
