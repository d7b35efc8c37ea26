/**
 * Curiosity: the health team without a purpose, at every door that leads to a person. The schema says which those are
 * (policy.ts); what it says is a file that is read in review.
 */
import { readFileSync, writeFileSync, existsSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { GraphQLInterfaceType } from "graphql";
import { makeSchema } from "../../../src/assembly/schema.js";
import { guardedTypes, needsPurpose, policyOfField, policyOfType, allows } from "../../../src/gateway/api/policy.js";
import { shownBeside, shownFrom, shownPart } from "../../../src/features/promise/small-counts.js";
import { schemaSeenBy } from "../../../src/gateway/admission/role-schema.js";
import { globalId, startApp, type Asker, type TestApp } from "../../support/app.js";
import { newTestId } from "../../support/make.js";
import { operationsOf, requestFor } from "../matrix/requests.js";
import { makeHouse, type House } from "../matrix/world.js";

const FILE = path.resolve("test/security/expected/purpose.json");
const schema = makeSchema();
let t: TestApp;
let house: House;
beforeAll(async () => {
  t = await startApp();
  house = await makeHouse(t, { clinic: await t.make.clinic(), member: await t.make.member() }, false);
}, 60_000);
afterAll(() => t.stop());

const team = (purpose?: string): Asker =>
  t.as({ sub: "curious", role: "HEALTH_TEAM" }, purpose === undefined ? {} : { "x-purpose": purpose });
const codesOf = ({ errors = [] }: Awaited<ReturnType<Asker>>): string[] =>
  errors.flatMap((error) => error.extensions.refusals?.map((refusal: any) => refusal.code) ?? error.extensions.code);

it("what the health team sees and not everybody either needs a purpose or is written down as saying nothing of a person", () => {
  const found: Record<string, string> = {};
  for (const type of guardedTypes(schema))
    for (const field of Object.values(type.getFields())) {
      const policy = policyOfField(schema, type, field);
      if (!allows(policy, "HEALTH_TEAM") || allows(policy, "ANONYMOUS") || type === schema.getMutationType()) continue;
      found[`${type.name}.${field.name}`] = needsPurpose(schema, type, field) ? "purpose and case" : "none";
    }
  const sorted = Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
  if (process.env["UPDATE_MATRIX"] === "1") writeFileSync(FILE, `${JSON.stringify(sorted, null, 1)}\n`);
  expect(existsSync(FILE) ? JSON.parse(readFileSync(FILE, "utf8")) : {}).toEqual(sorted);
  for (const type of OF_PERSONS) {
    const fields = Object.keys(sorted).filter((name) => name.startsWith(`${type}.`));
    expect([type, fields.length > 0, fields.filter((name) => sorted[name] === "none")]).toEqual([type, true, []]);
  }
});

describe("without a purpose", () => {
  it("no query that leads to a person answers anything, and with one each does", async () => {
    const seen = schemaSeenBy(schema, "HEALTH_TEAM");
    const queries = operationsOf(seen).filter(({ kind }) => kind === "query");
    const open: string[] = [];
    for (const query of queries) {
      const { document, variables } = requestFor(seen, query, 1, house, house, null, "own");
      const without = await team()(document, variables);
      if (!codesOf(without).includes("PURPOSE_MISSING")) {
        open.push(query.name);
        continue;
      }
      expect([query.name, without.data ?? null]).toEqual([query.name, null]);
      expect([query.name, codesOf(await team("CASE_HANDLING:C-1")(document, variables)).includes("PURPOSE_MISSING")]).toEqual([
        query.name,
        false,
      ]);
    }
    // figures, agreements, the calendar and the directory
    expect(open.sort()).toEqual(OPEN);
  }, 60_000);

  it("a hold is shown neither in a list nor by its id, nor is it said that there is one", async () => {
    const slot = await t.make.slot(await t.make.clinic());
    const member = await t.make.member();
    const claim = await t.make.claim(member);
    await t.asMember(member)("mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { errors { code } } }", {
      input: { idempotencyKey: crypto.randomUUID(), slotId: globalId("Slot", slot.id), claimId: globalId("Claim", claim.id) },
    });
    const [row] = await t.rows("select id from hold order by created_at desc limit 1");
    const id = globalId("Hold", row?.id ?? slot.id);
    const claimId = globalId("Claim", claim.id);
    for (const field of ["id", "__typename"])
      expect(codesOf(await team()(`query ($claimId: ID!) { claim(id: $claimId) { holds { ${field} } } }`, { claimId }))).toEqual([
        "PURPOSE_MISSING",
      ]);
    const byId = await team()("query ($id: ID!) { node(id: $id) { id } }", { id });
    expect([codesOf(byId), byId.data?.node ?? null]).toEqual([["PURPOSE_MISSING"], null]);
    const state = await team()("query ($id: ID!) { node(id: $id) { ... on Hold { state } } }", { id });
    expect(codesOf(state)).toEqual(["PURPOSE_MISSING"]);
  });

  it("no type that leads to a person answers by an id of it, whether there is such a thing or not", async () => {
    const types = schema.getPossibleTypes(schema.getType("Node") as GraphQLInterfaceType);
    const ofPersons = types.filter(
      (type) =>
        allows(policyOfType(type), "HEALTH_TEAM") && Object.values(type.getFields()).some((field) => needsPurpose(schema, type, field)),
    );
    const names = ofPersons.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["Member", "Claim", "Booking", "Hold", "Decision", "Policy"]));
    const ids = names.map((name) => globalId(name, house.ids[name] ?? newTestId()));
    const both = "query ($ids: [ID!]!, $id: ID!) { nodes(ids: $ids) { id } node(id: $id) { id } }";
    for (const [i, id] of ids.entries()) {
      const answer = await team()(both, { ids: [id], id });
      expect([names[i], codesOf(answer), answer.data?.node ?? null]).toEqual([names[i], ["PURPOSE_MISSING", "PURPOSE_MISSING"], null]);
    }
  });

  it("no distance is told from anybody's home, and none from a protected one with a purpose either", async () => {
    await t.make.clinic();
    const member = await t.make.member({ row: { lat: 56.15, lon: 10.2 } });
    const hidden = await t.make.member({ row: { lat: 56.15, lon: 10.2, protected_address: true } });
    const document = `query ($id: ID!) { providers(near: { home: true }, service: PHYSIOTHERAPY, claimId: $id, first: 3) {
      edges { node { distanceKm } } errors { code } } }`;
    const of = async (who: typeof member) => ({ id: globalId("Claim", (await t.make.claim(who)).id) });
    const [plain, guarded] = [await of(member), await of(hidden)];
    expect(codesOf(await team()(document, plain))).toEqual(["PURPOSE_MISSING"]);
    const told = await team("CASE_HANDLING:C-1")(document, plain);
    expect(told.data.providers.errors).toEqual([]);
    const untold = await team("CASE_HANDLING:C-1")(document, guarded);
    expect(untold.data.providers).toEqual({ edges: [], errors: [{ code: "HOME_UNKNOWN" }] });
    const own = await t.asMember(hidden)(document, guarded);
    expect(own.data.providers.errors).toEqual([]);
  });

  it("aliases, fragments and the name of an operation hide nothing", async () => {
    const id = globalId("Member", house.member.id);
    const hidden = [
      "query ($id: ID!) { a: viewer { role } b: member(id: $id) { c: name } }",
      "query ($id: ID!) { ...All } fragment All on Query { member(id: $id) { ...Name } } fragment Name on Member { name }",
      "query ($id: ID!) { node(id: $id) { ... on Node { ... on Member { name } } } }",
    ];
    for (const document of hidden) expect(codesOf(await team()(document, { id }))).toEqual(["PURPOSE_MISSING"]);
  });
});

/** Types of which no field is open without a purpose. */
const OF_PERSONS = [
  ...["Member", "Policy", "Claim", "Booking", "Hold", "Consent", "Decision", "Patient", "PromiseEntry", "Reimbursement"],
  ...["Submission", "Denial", "Complaint", "CoverLoss", "StatusReport", "WorkItem", "MemberMatch", "PaymentGuarantee"],
  ...[
    "CoverageFacts",
    "GuaranteeFacts",
    "InsuredFacts",
    "PriceFacts",
    "TransportFacts",
    "CoverageAnswer",
    "GuaranteeAnswer",
    "PriceAnswer",
  ],
];

/** Queries that the health team asks without saying what for. */
const OPEN: readonly string[] = [
  "breachForecast",
  "clinics",
  "conditions",
  "keptScenarios",
  "networkFeasibility",
  "postalCodes",
  "priceCaps",
  "promiseCounts",
  "promiseScenarios",
  "publicHolidays",
  "services",
  "tariffs",
  "viewer",
  "words",
  "workingDaySettings",
];

describe("counts that are small", () => {
  it("are not told by what is left of the whole, nor by a second count beside the first", () => {
    const shown = shownFrom(5);
    expect([0, 4, 5, 96, 97, 100].map((part) => shownPart(part, 100, shown))).toEqual([0, null, 5, null, null, 100]);
    expect(shownPart(2, 4, shown)).toBeNull();
    expect([20, 19, 16, 15, 24, 25].map((count) => shownBeside(count, 20, shown))).toEqual([20, null, null, 15, null, 25]);
    expect(shownBeside(3, 20, shown)).toBeNull();
    // who may read the persons themselves is told all of it
    expect([shownPart(2, 4, shownFrom(1)), shownBeside(19, 20, shownFrom(1))]).toEqual([2, 19]);
  });

  it("are told to nobody who sees figures and no persons", async () => {
    const careful = await startApp({ SMALL_COUNTS: "5" }, t.fresh);
    try {
      const member = await t.make.member();
      for (const days of [1, 2, 3]) await t.make.claim(member, { row: { promise_state: "AT_RISK", reference: `C-S${days}` } } as never);
      const document = "{ promiseCounts { breached atRisk tight safe met } }";
      const manager = careful.as({ sub: "manager", role: "NETWORK_MANAGER" });
      const counts = (await manager(document)).data.promiseCounts as Record<string, number | null>;
      const exact = (await careful.asHealthTeam()(document)).data.promiseCounts as Record<string, number>;
      for (const [name, count] of Object.entries(exact))
        expect([name, counts[name]]).toEqual([name, count > 0 && count < 5 ? null : count]);
      expect(Object.values(exact).some((count) => count > 0 && count < 5)).toBe(true);
      const unsaid = careful.as({ sub: "curious", role: "HEALTH_TEAM" });
      expect((await unsaid(document)).data.promiseCounts).toEqual(counts);
      const board = await manager("{ promiseBoard(first: 10) { edges { node { state } } } }");
      const total = Object.values(exact).reduce((sum, count) => sum + count, 0) - (exact["met"] ?? 0);
      expect(board.data.promiseBoard.edges.length).toBe(total < 5 ? 0 : Math.min(total, 10));
    } finally {
      await careful.stop();
    }
  });
});
