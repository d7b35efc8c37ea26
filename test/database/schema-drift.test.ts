/**
 * What `verify` knows of the schema. schema/objects.json holds what the migrations make; UPDATE_STATEMENTS=1 (npm run
 * statements) writes it anew. Each kind of object is taken away by hand once, and the drift names it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { readObjects, schemaDrift } from "../../src/platform/verify/schema-drift.js";
import { connectDatabase, VERIFY_ROLE, type Database } from "../../src/platform/postgres/database.js";
import { asStatement } from "../../src/platform/postgres/exchange.js";
import { transaction, type Tx } from "../../src/platform/postgres/transaction.js";
import { ANONYMOUS } from "../../src/platform/viewer.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";

const FILE = "schema/objects.json";
let fresh: FreshDatabase;
let verifier: Database;
const asVerifier = <T>(ask: (tx: Tx) => Promise<T>): Promise<T> => transaction(verifier, ANONYMOUS, ask, { readOnly: true });
beforeAll(async () => {
  fresh = await freshDatabase();
  verifier = connectDatabase(fresh.url, { role: VERIFY_ROLE, max: 1, connectMs: 10_000 });
});
afterAll(async () => {
  await verifier.close();
  await fresh.drop();
});

it("the file says what the migrations make", async () => {
  const made = `${JSON.stringify(await asVerifier(readObjects), null, 1)}\n`;
  if (process.env["UPDATE_STATEMENTS"]) writeFileSync(FILE, made);
  // different? `npm run statements` and review the difference
  expect(readFileSync(FILE, "utf8")).toBe(made);
  expect(await asVerifier(schemaDrift)).toEqual([]);
});

it.each([
  ["drop index booking_seat_is_taken_once", "missing: unique index booking booking_seat_is_taken_once"],
  ["alter table slot drop constraint practitioner_slots_never_overlap", "missing: constraint slot practitioner_slots_never_overlap"],
  ["alter table slot drop constraint slot_capacity_is_never_exceeded", "missing: constraint slot slot_capacity_is_never_exceeded"],
  ["alter table posting disable trigger posting_sums_to_zero", "changed: trigger posting posting_sums_to_zero"],
  ["drop trigger audit_event_is_append_only on audit_event", "missing: trigger audit_event audit_event_is_append_only"],
  ["drop policy booking_read on booking", "missing: policy booking booking_read"],
  ["alter policy booking_read on booking using (true)", "changed: policy booking booking_read"],
  ["create policy everything on member using (true)", "not of a migration: policy member everything"],
  ["alter table member no force row level security", "changed: table member"],
  ["alter table claim alter column version drop not null", "changed: column claim.version"],
  ["grant delete on booking to gateway_app", "changed: grants of booking"],
  ["grant update (amount_minor) on settlement_line to gateway_identity", "changed: grants of settlement_line"],
  ["grant execute on function member_of_number(bytea[]) to public", "changed: grants of member_of_number(bytea[])"],
  ["alter function app_role() security definer", "changed: function app_role()"],
  [
    "create or replace function slot_live_holds(slot_asked uuid) returns int language sql stable security definer set search_path = pg_catalog, public, pg_temp set app.role = 'WORKER' as 'select 0'",
    "changed: function slot_live_holds(uuid)",
  ],
  ["create view open_door as select * from member", "not of a migration: table open_door"],
  ["alter role gateway_app bypassrls", "changed: role gateway_app"],
])("after `%s` it says so", async (act, says) => {
  class Undone extends Error {}
  let drift: readonly string[] = [];
  // never committed: a role belongs to the whole server
  const seen = transaction(
    fresh.database,
    ANONYMOUS,
    async (tx) => {
      await tx.query(asStatement({ text: act }));
      drift = await schemaDrift(tx);
      throw new Undone();
    },
    { role: null },
  );
  await expect(seen).rejects.toThrow(Undone);
  expect(drift).toEqual([says]);
});
