import pg from "pg";
import { readTextRows } from "../../src/platform/postgres/text-rows.js";
import { freshDatabase } from "../support/database.js";

describe("rows as the text they travel in", () => {
  let pool: pg.Pool;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const made = await freshDatabase({ empty: true });
    pool = new pg.Pool({ connectionString: made.url, max: 1 });
    pool.on("error", () => {});
    pool.on("connect", (client) => client.on("error", () => {}));
    drop = async () => {
      await pool.end();
      await made.drop();
    };
  });
  afterAll(() => drop());

  const read = (text: string, values: readonly unknown[] = [], name = text) => readTextRows(pool, text, values, name);

  it("come in the order of the columns, null as null, again and again from one prepared statement", async () => {
    for (const n of [1, 2, 3])
      expect(await read("select g, null, g * 2.5, 'æ' from generate_series(1, $1::int) g", [n], "rows")).toHaveLength(n);
    expect(await read("select g, null, g * 2.5, 'æ' from generate_series(1, $1::int) g", [1], "rows")).toEqual([["1", null, "2.5", "æ"]]);
    const { rows } = await pool.query("select count(*)::int as n from pg_prepared_statements where name = 'rows'");
    expect(rows).toEqual([{ n: 1 }]);
  });

  it("are an error when the server says so, and the connection serves the next", async () => {
    await expect(read("select 1 / $1::int", [0], "divide")).rejects.toMatchObject({ code: "22012" });
    await expect(read("select nothing from nowhere", [], "nonsense")).rejects.toMatchObject({ code: "42P01" });
    expect(await read("select 1 / $1::int", [1], "divide")).toEqual([["1"]]);
    expect(pool.totalCount).toBe(1);
  });

  it("are an error once when the connection breaks under them, and the pool makes another", async () => {
    await expect(read("select pg_terminate_backend(pg_backend_pid())")).rejects.toThrow();
    expect(await read("select 7")).toEqual([["7"]]);
  });
});
