import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { migrateUp, schemaFaults } from "../../src/platform/postgres/migrate.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";

const folder = mkdtempSync(path.join(tmpdir(), "migrations-"));
let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase({ empty: true });
});
afterAll(async () => {
  await fresh.drop();
  rmSync(folder, { recursive: true, force: true });
});

function journal(...whens: readonly number[]): void {
  mkdirSync(path.join(folder, "meta"), { recursive: true });
  const entries = whens.map((when, idx) => ({ idx, version: "7", when, tag: `${idx}_step`, breakpoints: true }));
  for (const { tag, when } of entries) writeFileSync(path.join(folder, `${tag}.sql`), `create table t_${when} (n int);`);
  writeFileSync(path.join(folder, "meta", "_journal.json"), JSON.stringify({ version: "7", dialect: "postgresql", entries }));
}

test("a folder without migrations changes nothing", async () => {
  expect(await migrateUp(fresh.url, path.join(folder, "none"))).toBe(0);
});

test("of three starts at once one applies each migration", async () => {
  journal(100, 200);
  const said: string[] = [];
  const counts = await Promise.all([1, 2, 3].map(() => migrateUp(fresh.url, folder, (line) => said.push(line))));
  expect(counts.sort()).toEqual([0, 0, 2]);
  expect(said).toEqual(["applying 0_step, 1_step"]);
  expect(await migrateUp(fresh.url, folder)).toBe(0);
});

test("a database that another text of a migration made is left alone", async () => {
  journal(50, 300);
  await expect(migrateUp(fresh.url, folder)).rejects.toThrow("made by another 0_step");
  expect((await fresh.database.pool.query("select to_regclass('t_300') as made")).rows).toEqual([{ made: null }]);
});

test("a migration dated before the newest applied one is not skipped in silence", async () => {
  journal(100, 200, 150);
  await expect(migrateUp(fresh.url, folder)).rejects.toThrow("were skipped");
});

test("a step that others stand in the way of is tried again, and holds nobody up for long", async () => {
  const own = await freshDatabase({ empty: true });
  const said: string[] = [];
  try {
    await own.database.pool.query("create table held (n int)");
    mkdirSync(path.join(folder, "held", "meta"), { recursive: true });
    writeFileSync(path.join(folder, "held", "0_step.sql"), "alter table held add column m int;");
    const entries = [{ idx: 0, version: "7", when: 100, tag: "0_step", breakpoints: true }];
    writeFileSync(path.join(folder, "held", "meta", "_journal.json"), JSON.stringify({ version: "7", dialect: "postgresql", entries }));
    const reader = await own.database.pool.connect();
    await reader.query("begin; select from held");
    const migrated = migrateUp(own.url, path.join(folder, "held"), (line) => said.push(line));
    while (!said.some((line) => line.includes("trying again"))) await new Promise((resolve) => setTimeout(resolve, 50));
    await reader.query("commit");
    reader.release();
    expect(await migrated).toBe(1);
    expect((await own.database.pool.query("select m from held")).rows).toEqual([]);
  } finally {
    await own.drop();
  }
});

test("a start is refused on a database that lacks a step, or was made by another text, and takes one that knows more", async () => {
  const own = await freshDatabase({ empty: true });
  try {
    journal(100, 200);
    expect(await schemaFaults(own.database, folder)).toEqual([
      expect.stringContaining("0_step, 1_step missing: run npm run migrate first"),
    ]);
    await migrateUp(own.url, folder);
    await own.database.pool.query(
      "grant usage on schema drizzle to gateway_app; grant select on drizzle.__drizzle_migrations to gateway_app",
    );
    expect(await schemaFaults(own.database, folder)).toEqual([]);
    journal(100);
    expect(await schemaFaults(own.database, folder)).toEqual([]);
    journal(100, 200, 300);
    expect(await schemaFaults(own.database, folder)).toEqual([expect.stringContaining("2_step missing")]);
    journal(100, 250);
    expect(await schemaFaults(own.database, folder)).toEqual([expect.stringContaining("another 1_step")]);
  } finally {
    await own.drop();
  }
});
