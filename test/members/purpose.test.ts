/** The health team says what for and in which case, whatever it does; the member can read it. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { GraphQLSchema } from "graphql";
import { makeSchema } from "../../src/assembly/schema.js";
import { schemaSeenBy } from "../../src/gateway/admission/role-schema.js";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { operationsOf, requestFor } from "../security/matrix/requests.js";
import { makeHouse, type House } from "../security/matrix/world.js";

let t: TestApp;
let house: House;
const schema: GraphQLSchema = schemaSeenBy(makeSchema(), "HEALTH_TEAM");
beforeAll(async () => {
  t = await startApp();
  house = await makeHouse(t, { clinic: await t.make.clinic(), member: await t.make.member() }, false);
}, 60_000);
afterAll(() => t.stop());

const team = (purpose?: string): Asker =>
  t.as({ sub: "nurse", role: "HEALTH_TEAM" }, purpose === undefined ? {} : { "x-purpose": purpose });

/** Whatever a request may change, but for the trail of what was tried. */
async function everything(): Promise<unknown> {
  const tables = await t.rows(
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'audit_event' order by 1",
  );
  const sums = tables.map(
    ({ name }) => `select '${name}' as name, count(*)::int as n, md5(string_agg(t::text, '' order by t::text)) as sum from ${name} t`,
  );
  return t.rows(`${sums.join(" union all ")} order by 1`);
}

describe("without a purpose", () => {
  test("no act of the health team does anything, and that it was tried is on record", async () => {
    const before = await everything();
    const acts = operationsOf(schema).filter(({ kind }) => kind === "mutation");
    expect(acts.length).toBeGreaterThan(15);
    const answered: Record<string, unknown> = {};
    for (const act of acts) {
      const { document, variables } = requestFor(schema, act, 1, house, house, null, "own");
      const { data, text } = await team()(document, variables);
      answered[act.name] = data?.[act.name]?.errors?.map((error: any) => error.code) ?? text;
    }
    expect(answered).toEqual(Object.fromEntries(acts.map(({ name }) => [name, ["PURPOSE_MISSING"]])));
    expect(await everything()).toEqual(before);
    const tried = await t.rows("select count(distinct operation)::int as n from audit_event where actor = 'nurse' and outcome = 'REFUSED'");
    expect(tried).toEqual([{ n: acts.length }]);
  }, 60_000);

  test("nor with a purpose that names no case, or is no code", async () => {
    const Q = "query ($id: ID!) { member(id: $id) { name } }";
    const id = globalId("Member", house.member.id);
    for (const purpose of ["CASE_HANDLING", "CASE_HANDLING:", ":C-1004", "case_handling:C-1004", "C-1004"])
      expect((await team(purpose)(Q, { id })).errors?.[0].extensions.refusals[0].code).toBe("PURPOSE_MISSING");
    expect((await team("MEMBER_INQUIRY:CALL-77")(Q, { id })).data.member.name).toBe("Bente Test Prøve");
  });
});

test("a read and an act carry purpose and case into the trail, and the member reads both", async () => {
  const member = await t.make.member();
  const { id } = await t.make.claim(member);
  const ask = team("COMPLAINT:K-12");
  await ask("query ($id: ID!) { member(id: $id) { name } }", { id: globalId("Member", member.id) });
  const act = await ask("mutation ($input: AllocateTreatmentsInput!) { allocateTreatments(input: $input) { errors { code } } }", {
    input: { idempotencyKey: randomUUID().replace(/^(.{14})./, "$17"), claimId: globalId("Claim", id), additional: 2 },
  });
  expect(act.data.allocateTreatments.errors).toEqual([]);
  const rows = await t.rows("select operation, purpose from audit_event where member_id = $1 order by seq", [member.id]);
  expect(rows).toEqual([
    { operation: "member", purpose: "COMPLAINT:K-12" },
    { operation: "allocateTreatments", purpose: "COMPLAINT:K-12" },
  ]);
  const log = await t.asMember(member)(
    "{ viewer { members { accessLog(first: 3) { edges { node { operation purpose caseReference } } } } } }",
  );
  expect(log.data.viewer.members[0].accessLog.edges.map((edge: any) => edge.node)).toEqual([
    { operation: "viewer", purpose: "OWN_CASE", caseReference: null },
    { operation: "allocateTreatments", purpose: "COMPLAINT", caseReference: "K-12" },
    { operation: "member", purpose: "COMPLAINT", caseReference: "K-12" },
  ]);
});
