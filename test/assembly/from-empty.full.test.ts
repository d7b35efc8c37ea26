/** From an empty database, with nothing but postal codes and services, to a paid clinic: through the public API alone, over HTTP. */
import "reflect-metadata";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { INVARIANTS } from "../../src/assembly/features.js";
import { EMPTY_VIEWERS, fromEmpty } from "../../src/commands/demo/empty.js";
import { journey } from "../../src/commands/demo/journey.js";
import { played, type Played } from "./played.js";

let world: Played;
let before: object[];

beforeAll(async () => {
  world = await played({
    reference: true,
    settings: { SEED: "reference" },
    viewers: EMPTY_VIEWERS,
    before: async ({ database }) => {
      const counted = "select (select count(*)::int from provider) as providers, (select count(*)::int from member) as members";
      before = (await database.pool.query<object>(counted)).rows;
    },
    steps: async (gateway) => {
      await fromEmpty(gateway);
      return journey(gateway, { startsInSeconds: 6 });
    },
  });
}, 90_000);
afterAll(() => world?.stop());

it("begins with nobody and ends with a clinic that is paid what was agreed", async () => {
  expect(before).toEqual([{ providers: 0, members: 0 }]);
  expect(world.end.paymentFile).toContain("<CtrlSum>620.00</CtrlSum>");
  expect(await world.rows("select state from settlement_line")).toEqual([{ state: "SENT" }]);
  expect(world.end.bookSum).toBe(0n);
});

it("pays to an account that one person stated and another confirmed", async () => {
  expect(await world.rows("select state, stated_by, decided_by, iban from account_change")).toEqual([
    { state: "IN_FORCE", stated_by: "demo-clinic-staff", decided_by: "network-manager-1", iban: null },
  ]);
  expect(world.end.paymentFile).toContain("99900001000007");
});

it("has two people behind each agreement, authorisation and rate, and the history of every part", async () => {
  expect(await world.rows("select kind, recorded_by as one, approved_by as two from credential order by kind")).toEqual([
    { kind: "AGREEMENT", one: "network-manager-1", two: "network-manager-2" },
    { kind: "AUTHORISATION", one: "network-manager-1", two: "network-manager-2" },
  ]);
  expect(await world.rows("select part, operation from network_change order by id")).toEqual([
    { part: "ORGANISATION", operation: "saveOrganisation" },
    { part: "CLINIC", operation: "saveClinic" },
    { part: "PRACTITIONER", operation: "savePractitioner" },
  ]);
  expect(world.printed).toContain("FOUR_EYES");
});

it.each(INVARIANTS.map((i) => [i.id, i.says, i.broken] as const))("keeps %s: %s", async (_, __, { text, values = [] }) => {
  expect(await world.rows(text, values)).toEqual([]);
});
