/**
 * Every relation of the schema, worked out from it: what it costs does not grow with the records it hangs on, and what it shows
 * is what the front door shows. As each way into a type is compared with the front door, so is every way of several steps.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  getNamedType,
  isEnumType,
  isObjectType,
  isRequiredArgument,
  isScalarType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { makeSchema } from "../../src/assembly/schema.js";
import { FEATURES } from "../../src/assembly/features.js";
import { schemaSeenBy } from "../../src/gateway/admission/role-schema.js";
import { connectRelations } from "../../src/gateway/api/relation.js";
import { ROLES as ROLES_OF_ALL, type Role } from "../../src/platform/viewer.js";
import { CANARY, makeHouse, type House } from "../security/matrix/world.js";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { at, dayIn, newTestId, type MadeClinic } from "../support/make.js";
import { sized } from "../support/size.js";
import { statementsOf } from "./counted.js";

const schema = makeSchema();
const PARENTS = sized(4, 50);
const NODES = schema.getImplementations(schema.getType("Node") as never).objects.map(({ name }) => name);
const ROLES = ["MEMBER", "CLINIC_STAFF", "HEALTH_TEAM", "FINANCE", "NETWORK_MANAGER"] as const satisfies readonly Role[];
/** What a field answers beside the record it belongs to, so that the same record says another thing elsewhere. */
const OF_ITS_PLACE = ["distanceKm"];

type AnyField = GraphQLField<unknown, unknown>;
type Relation = { readonly of: string; readonly field: AnyField; readonly to: GraphQLObjectType; readonly list: boolean };

/** The fields that lead from a type to others, and the page of a connection through which they do. */
function relationsOf(seen: GraphQLSchema, of: string): Relation[] {
  const type = seen.getType(of);
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const answer = getNamedType(field.type);
    if (!isObjectType(answer) || field.args.some((arg) => isRequiredArgument(arg) && !GIVEN[arg.name])) return [];
    const node = answer.name.endsWith("Connection") ? nodeOf(seen, answer) : answer;
    return node ? [{ of, field, to: node, list: node !== answer }] : [];
  });
}

function nodeOf(seen: GraphQLSchema, connection: GraphQLObjectType): GraphQLObjectType | null {
  const edge = connection.getFields()["edges"];
  const of = edge && seen.getType(getNamedType(edge.type).name);
  const node = isObjectType(of) ? getNamedType(of.getFields()["node"]!.type) : null;
  return isObjectType(node) ? node : null;
}

const GIVEN: Readonly<Record<string, string>> = {
  first: "20",
  from: JSON.stringify(at(dayIn(1), "00:00").toISOString()),
  to: JSON.stringify(at(dayIn(14), "00:00").toISOString()),
};

/** Fields without arguments that hold a value, but what is made for each and dear by itself, such as the bytes of a document. */
function valuesOf(type: GraphQLObjectType): string {
  const values = Object.values(type.getFields()).filter((field) => {
    const { name, type: of, args } = field;
    const answer = getNamedType(of);
    if (ownCost(field) > 50) return false;
    return args.length === 0 && (isScalarType(answer) || isEnumType(answer)) && !OF_ITS_PLACE.includes(name);
  });
  return ["__typename", ...values.map(({ name }) => name)].join(" ");
}

const documentOf = (...relations: readonly [Relation, ...Relation[]]): string =>
  `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on ${relations[0].of} { ${relations.map(asking).join(" ")} } } }`;

function asking({ field, to, list }: Relation): string {
  const args = field.args.flatMap(({ name }) => (isRequired(field, name) ? [`${name}: ${GIVEN[name] ?? ""}`] : []));
  const inner = list ? `edges { node { ${valuesOf(to)} } }` : valuesOf(to);
  return `${field.name}${args.length > 0 ? `(${args.join(", ")})` : ""} { ${inner} }`;
}

const ownCost = ({ extensions }: AnyField): number => (extensions["cost"] as { own?: number } | undefined)?.own ?? 0;
const isRequired = (field: AnyField, name: string): boolean => field.args.some((arg) => arg.name === name && isRequiredArgument(arg));

describe("relations", () => {
  let app: TestApp;
  const houses: House[] = [];
  let other: House;
  let own: MadeClinic;
  let askers: ReadonlyMap<Role, Asker>;
  beforeAll(async () => {
    app = await startApp();
    const of = async (name: string) => ({ clinic: await app.make.clinic(), member: await app.make.member({ row: { given_names: name } }) });
    const home = await of("EGEN");
    own = home.clinic;
    // before the many, whose openings reach further than a fortnight
    other = await makeHouse(app, await of(CANARY), true);
    for (let n = 0; n < PARENTS; n += 1) houses.push(await makeHouse(app, home, false));
    askers = new Map<Role, Asker>([
      ["MEMBER", app.asMember(home.member)],
      ["CLINIC_STAFF", app.asClinic(own)],
      ["HEALTH_TEAM", app.asHealthTeam()],
      ["FINANCE", app.asFinance()],
      ["NETWORK_MANAGER", app.as({ sub: "network", role: "NETWORK_MANAGER" })],
    ]);
  }, 120_000);
  afterAll(async () => app.stop());

  const idsOf = (type: string, of: readonly House[]): string[] => [
    ...new Set(of.flatMap(({ ids }) => (ids[type] ? [globalId(type, ids[type])] : []))),
  ];

  it("leads to records that can be fetched, each of them", () => {
    const fetchers = Object.assign({}, ...FEATURES.map(({ nodes }) => nodes)) as Record<string, never>;
    expect(connectRelations(schema, fetchers)).toEqual([]);
  });

  it.each(ROLES)("costs %s the same for one record as for many", async (role) => {
    const ask = askers.get(role)!;
    const more: string[] = [];
    let asked = 0;
    for (const type of NODES) {
      const ids = idsOf(type, houses);
      if (ids.length < 2) continue;
      for (const relation of relationsOf(schemaSeenBy(schema, role), type)) {
        const document = documentOf(relation);
        const count = async (some: readonly string[]): Promise<string[]> => {
          const { answer, statements } = await statementsOf(app, () => ask(document, { ids: some }));
          // as many as one may ask for
          if (some.length > 3 && answer.text.includes("QUERY_TOO_COMPLEX")) return count(some.slice(0, Math.floor(some.length / 2)));
          if (answer.errors) throw new Error(`${type}.${relation.field.name}: ${answer.text.slice(0, 300)}`);
          return statements;
        };
        const [one, many] = [await count(ids.slice(0, 1)), await count(ids)];
        asked += 1;
        if (many.length > one.length) more.push(`${type}.${relation.field.name}: ${one.length} and ${many.length}\n${many.join("\n")}`);
      }
    }
    expect(more).toEqual([]);
    expect(asked).toBeGreaterThan(5);
  });

  it.each(ROLES)("shows %s what the front door shows, of one's own and of another's", async (role) => {
    const ask = askers.get(role)!;
    const seen = schemaSeenBy(schema, role);
    const apart: string[] = [];
    const reached = new Set<string>();
    for (const type of NODES) {
      const ids = idsOf(type, [...houses.slice(0, 2), other]);
      for (const relation of relationsOf(seen, type)) {
        if (!NODES.includes(relation.to.name) || ids.length === 0) continue;
        const { data } = await ask(documentOf(relation), { ids });
        const found = (data.nodes as any[]).flatMap((node) => thingsIn(node?.[relation.field.name]));
        if (found.length === 0) continue;
        reached.add(relation.to.name);
        const front = await ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${relation.to.name} { ${valuesOf(relation.to)} } } }`, {
          ids: found.map(({ id }) => id),
        });
        const there = front.data.nodes as unknown[];
        found.forEach((thing, n) => {
          if (JSON.stringify(thing) !== JSON.stringify(there[n]))
            apart.push(`${type}.${relation.field.name}: ${JSON.stringify(thing)}\n  ${JSON.stringify(there[n])}`);
        });
      }
    }
    expect(apart).toEqual([]);
    expect(reached.size).toBeGreaterThan(3);
  });

  it("shows each role, of one's own, of another's and of nobody's, what is written down", async () => {
    const found: Record<string, string> = {};
    const uneven: string[] = [];
    const roles = ROLES_OF_ALL.filter((role) => role !== "WORKER" && role !== "ANONYMOUS");
    for (const role of roles) {
      const ask = askers.get(role) ?? app.as({ sub: role, role, ...(role === "CLINIC_SYSTEM" ? { cvr: own.cvr } : {}) });
      const seen = schemaSeenBy(schema, role);
      for (const type of NODES) {
        const [mine] = idsOf(type, houses);
        const [theirs] = idsOf(type, [other]);
        if (!mine || !theirs) continue;
        const all = relationsOf(schema, type);
        const open = relationsOf(seen, type);
        for (const { field } of all)
          if (!open.some((each) => each.field.name === field.name)) found[`${type}.${field.name} ${role}`] = "CLOSED";
        const costly = new Set(all.flatMap(({ field }) => (ownCost(field) > 50 ? [field.name] : [])));
        // as many together as a request may ask for
        const waiting = open.filter(({ field }) => !costly.has(field.name));
        for (let most = 6; waiting.length > 0;) {
          const [first, ...more] = waiting.slice(0, most) as [Relation, ...Relation[]];
          const { data, text } = await ask(documentOf(first, ...more), { ids: [mine, theirs, globalId(type, newTestId())] });
          if (!data && more.length > 0 && text.includes("QUERY_TOO_COMPLEX")) {
            most = Math.ceil(most / 2);
            continue;
          }
          const places = waiting.splice(0, most).map(({ field }) => field.name);
          if (!data) throw new Error(`${type} ${places.join()} ${role}: ${text.slice(0, 300)}`);
          for (const place of places) {
            const [a, b, c] = (data.nodes as any[]).map((node) => sightOf(node, place));
            found[`${type}.${place} ${role}`] = `own ${a}, other ${b}, none ${c}`;
          }
          if (["MEMBER", "CLINIC_STAFF", "CLINIC_SYSTEM"].includes(role) && text.includes(CANARY))
            uneven.push(`${type} ${places.join()} ${role}: ${text.slice(0, 300)}`);
        }
      }
    }
    expect(uneven).toEqual([]);
    const file = path.resolve("test/security/expected/relations.json");
    const sorted = Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
    if (process.env["UPDATE_MATRIX"] === "1") writeFileSync(file, `${JSON.stringify(sorted, null, 1)}\n`);
    expect(sorted).toEqual(JSON.parse(readFileSync(file, "utf8")));
  }, 120_000);

  it("names a record by its id without a statement, and takes one for all that is asked of it", async () => {
    const ask = app.asHealthTeam();
    const ids = idsOf("Booking", houses);
    const count = async (inner: string): Promise<number> => {
      const document = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Booking { ${inner} } } }`;
      return (await statementsOf(app, () => ask(document, { ids }))).statements.length;
    };
    expect(await count("reference")).toBe(1);
    expect(await count("claim { __typename id } clinic { ...on Clinic { id } } slot { id } practitioner { id } decision { id }")).toBe(1);
    expect(await count("claim { reference } clinic { id name } slot { startsAt }")).toBe(4);
  });

  it("asks for a purpose, and puts on record what was seen of whom, as the front door does", async () => {
    const [house] = houses;
    const variables = { id: globalId("Booking", house!.ids["Booking"]!) };
    const document = "query ($id: ID!) { booking(id: $id) { reference member { name } claim { reference } } }";
    const refused = await app.as({ sub: "nurse", role: "HEALTH_TEAM" })(document, variables);
    expect(refused.errors?.[0].extensions.refusals[0].code).toBe("PURPOSE_MISSING");
    const { headers } = await app.asHealthTeam()(document, variables, { "x-request-id": "3f1f0a52-7a59-4b4e-9df5-1c1de9a6c001" });
    expect(headers["x-request-id"] ?? "3f1f0a52-7a59-4b4e-9df5-1c1de9a6c001").toBeTruthy();
    const lines = await app.rows(
      "select operation, purpose, fields from audit_event where member_id = $1 and actor = 'health-team' and trace_id = $2 order by operation",
      [house!.member.id, "3f1f0a52-7a59-4b4e-9df5-1c1de9a6c001"],
    );
    expect(lines).toEqual([
      { operation: "booking", purpose: "CASE_HANDLING:C-1004", fields: ["appointment"] },
      { operation: "claim", purpose: "CASE_HANDLING:C-1004", fields: ["claim"] },
      { operation: "member", purpose: "CASE_HANDLING:C-1004", fields: ["member"] },
    ]);
  });
});

/** What an answer shows of a relation: the record is not there, it leads nowhere, or it leads somewhere. */
function sightOf(node: any, field: string): "HIDDEN" | "EMPTY" | "SHOWN" {
  if (node === null) return "HIDDEN";
  const answer = node[field];
  const empty = answer === null || (Array.isArray(answer) ? answer.length === 0 : Array.isArray(answer.edges) && answer.edges.length === 0);
  return empty ? "EMPTY" : "SHOWN";
}

function thingsIn(answer: any): { id: string }[] {
  if (answer === null || answer === undefined) return [];
  const list: any[] = Array.isArray(answer) ? answer : Array.isArray(answer.edges) ? answer.edges.map((edge: any) => edge.node) : [answer];
  return list.filter((each) => typeof each?.id === "string");
}
