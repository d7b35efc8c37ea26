/**
 * Who may see and do what: every field and every operation, for every role, on one's own, on another's and on nothing. The
 * expectations are files that are read in review; `npm run matrix` writes them anew from what the gateway does.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { isObjectType, parse, type GraphQLField, type GraphQLSchema } from "graphql";
import { makeSchema } from "../../src/assembly/schema.js";
import { makeAdmission } from "../../src/gateway/admission/admission.js";
import { guardedTypes } from "../../src/gateway/api/policy.js";
import { schemaSeenBy } from "../../src/gateway/admission/role-schema.js";
import { ANONYMOUS, ROLES, type Role, type Viewer } from "../../src/platform/viewer.js";
import { startApp, type Answer, type Asker, type TestApp } from "../support/app.js";
import { FULL } from "../support/size.js";
import { comparable, outcomeOf } from "./matrix/outcome.js";
import { documentFor, pathsTo, type Path } from "./matrix/paths.js";
import { operationsOf, requestFor, type Operation, type Whose } from "./matrix/requests.js";
import { CANARY, CANARY_MINOR, makeHouse, type House } from "./matrix/world.js";

const WRITE = process.env["UPDATE_MATRIX"] === "1";
const FOLDER = path.resolve("test/security/expected");
/** Jobs have no door; everyone else does. */
const ASKING = ROLES.filter((role) => role !== "WORKER");

const schema = makeSchema();

/** One line per entry, sorted, so that a change of one line is one line in review. */
function expected(name: string, found: Readonly<Record<string, string>>): Record<string, string> {
  const file = path.join(FOLDER, name);
  const sorted = Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
  if (WRITE) writeFileSync(file, `${JSON.stringify(sorted, null, 1)}\n`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, string>) : {};
}

describe("every field", () => {
  it("may be asked for by the roles that are written down for it, and by no other", () => {
    const admit = makeAdmission({ schema });
    const whole = pathsTo(schema);
    const ways = new Map(ASKING.map((role) => [role, pathsTo(schemaSeenBy(schema, role))] as const));
    const found: Record<string, string> = {};
    const wrong: string[] = [];
    const faultsOf = (role: Role, way: Path, fields: readonly Field[]): number => {
      const purpose = role === "HEALTH_TEAM" ? "CASE_HANDLING:C-1" : null;
      const viewer: Viewer = { ...ANONYMOUS, role, subject: role, assurance: "HIGH", purpose };
      const { errors } = admit({ document: parse(documentFor(way, fields)), operationName: "Q", variables: {}, viewer });
      const codes = errors.map((error) => error.extensions["code"]);
      if (codes.some((code) => code !== "GRAPHQL_VALIDATION_FAILED" && code !== "UNAUTHENTICATED"))
        wrong.push(`${role} ${fields.map(({ name }) => name).join()}: ${codes.join()}`);
      return errors.length;
    };
    /** Of these, asked for together as long as all are taken or, three at most, all refused. */
    const taken = (role: Role, way: Path, fields: readonly Field[]): readonly Field[] => {
      if (fields.length === 0) return [];
      const faults = faultsOf(role, way, fields);
      if (faults === 0) return fields;
      if (faults === fields.length && role !== "ANONYMOUS") return [];
      const half = Math.ceil(fields.length / 2);
      return fields.length === 1 ? [] : [...taken(role, way, fields.slice(0, half)), ...taken(role, way, fields.slice(half))];
    };
    for (const type of guardedTypes(schema)) {
      if (!isObjectType(type)) continue;
      const fields = Object.values(type.getFields());
      const may = new Map(
        ASKING.map((role) => {
          const inSight = ways.get(role)?.get(type.name);
          const way = inSight ?? whole.get(type.name);
          if (!way) throw new Error(`nothing leads to ${type.name}`);
          // where no way leads to the type, one field shows that the way is closed
          if (!inSight) return [role, new Set(taken(role, way, fields.slice(0, 1)))] as const;
          const narrow = schemaSeenBy(schema, role).getType(type.name);
          const seen = isObjectType(narrow) ? narrow.getFields() : {};
          const [open, closed] = [fields.filter(({ name }) => name in seen), fields.filter(({ name }) => !(name in seen))];
          // what begins at a root may be too much together
          const asked = [...inTurns(open, way.steps.length === 0 ? 1 : 10), ...inTurns(closed, 3)].flatMap((some) =>
            taken(role, way, some),
          );
          return [role, new Set(asked)] as const;
        }),
      );
      for (const field of fields) {
        const roles = ASKING.filter((role) => may.get(role)?.has(field));
        found[`${type.name}.${field.name}`] =
          roles.length === ASKING.length
            ? "everyone"
            : roles.length === ASKING.length - 1 && !roles.includes("ANONYMOUS")
              ? "signed in"
              : roles.join(" ") || "nobody";
      }
    }
    expect(wrong).toEqual([]);
    expect(found).toEqual(expected("fields.json", found));
  });
});

/** FULL=1 does it both ways, which answer alike, for they are held to one file, and a query answers the same bytes. */
describe.each(FULL ? ["compiled", "run by graphql-js"] : ["compiled"])("every operation, %s", (way) => {
  let app: TestApp;
  /** Another gateway on the same database, which runs documents the other way; a full run has one. */
  let twin: TestApp;
  let own: House;
  let other: House;
  const found: Record<string, string> = {};
  const leaks: string[] = [];
  const uneven: string[] = [];
  const apart: string[] = [];
  const closed = new Set<string>();
  const askers = new Map<Role, readonly [Asker, Asker]>();

  beforeAll(async () => {
    app = await startApp({ COMPILED: String(way === "compiled"), CALENDAR_HOSTS: "calendar.example.org" });
    twin = FULL ? await startApp({ COMPILED: String(way !== "compiled"), CALENDAR_HOSTS: "calendar.example.org" }, app.fresh) : app;
    const people = async (name: string) => ({
      clinic: await app.make.clinic(),
      member: await app.make.member({
        row: { given_names: name, family_name: name, email: `${name}@medlem.example`, address_line: `${name}vej 1`, phone: `+45${name}` },
      }),
    });
    own = await makeHouse(app, await people("EGEN"), false);
    other = await makeHouse(app, await people(CANARY), true);
    const letIn = (role: Role, asker: (at: TestApp) => Asker): unknown => askers.set(role, [asker(app), asker(twin)]);
    letIn("ANONYMOUS", (at) => at.as(null));
    letIn("MEMBER", (at) => at.asMember(own.member));
    for (const role of ["CLINIC_STAFF", "CLINIC_SYSTEM"] as const) letIn(role, (at) => at.as({ sub: role, role, cvr: own.clinic.cvr }));
    letIn("HEALTH_TEAM", (at) => at.asHealthTeam());
    for (const role of ["NETWORK_MANAGER", "FINANCE", "INTEGRATION", "BANK_CHANNEL"] as const)
      letIn(role, (at) => at.as({ sub: role, role }));
  }, 60_000);
  afterAll(async () => {
    if (twin !== app) await twin.stop();
    await app.stop();
  });

  const ask = async (role: Role, operation: Operation, mine: House, tried: string | null, whose: Whose, nodeType?: string) => {
    const seen = schemaSeenBy(schema, role);
    const [asker, otherWay] = askers.get(role) ?? [];
    if (!asker || !otherWay) throw new Error(`${role} is not here`);
    const open = inSight(seen, operation);
    // what is closed is closed however little is asked of it
    for (let depth = open ? 2 : 0; ; depth -= 1) {
      const { document, variables } = requestFor(open ? seen : schema, operation, depth, mine, other, tried, whose, nodeType);
      const answer = await patiently(() => asker(document, variables));
      const codes = codesOf(answer);
      if (depth > 0 && codes.some((code) => code === "QUERY_TOO_COMPLEX" || code === "GRAPHQL_PARSE_FAILED")) continue;
      if (UNTOLD.some((code) => codes.includes(code)))
        leaks.push(`${role} ${operation.name} ${tried} ${whose}: ${answer.text.slice(0, 300)}`);
      const text = comparable(answer.text);
      if (FULL && way === "compiled" && operation.kind === "query") {
        const again = comparable((await otherWay(document, variables)).text);
        if (withoutLog(again) !== withoutLog(text)) apart.push(`${role} ${operation.name}\n  ${text}\n  ${again}`);
      }
      return { outcome: outcomeOf(answer.status, { data: answer.data, errors: answer.errors ?? [] }), text, variables };
    }
  };

  async function compare(role: Role, operation: Operation, tried: string | null, name: string, nodeType?: string): Promise<void> {
    const open = inSight(schemaSeenBy(schema, role), operation);
    // what is closed is closed before anybody looks at an id
    const asked = `${role} ${operation.name}`;
    if (!open && closed.has(asked)) {
      found[`${name} ${role}`] = "CLOSED";
      return;
    }
    // a mutation changes what it finds, so each gets a house that nobody has touched
    const touched = operation.kind === "mutation" && open;
    const house = touched ? await makeHouse(app, own, false) : own;
    const mine = await ask(role, operation, house, tried, "own", nodeType);
    if (!open && mine.outcome === "CLOSED") closed.add(asked);
    if (tried === null || mine.outcome === "CLOSED") {
      found[`${name} ${role}`] = mine.outcome;
      if (isTenant(role)) noCanary(role, name, mine.text);
      return;
    }
    const theirs = await ask(role, operation, house, tried, "other", nodeType);
    const nobodys = await ask(role, operation, house, tried, "none", nodeType);
    found[`${name} ${role}`] = `own ${mine.outcome}, other ${theirs.outcome}, none ${nobodys.outcome}`;
    const alike = theirs.outcome === "HIDDEN" || (theirs.outcome === nobodys.outcome && isTenant(role));
    if (alike && unnamed(theirs) !== unnamed(nobodys)) uneven.push(`${role} ${name}\n  ${theirs.text}\n  ${nobodys.text}`);
    if (isTenant(role)) [mine, theirs, nobodys].forEach(({ text }) => noCanary(role, name, text));
  }

  const noCanary = (role: Role, name: string, text: string): void => {
    const rate = role === "MEMBER" ? false : text.includes(String(CANARY_MINOR));
    if (text.includes(CANARY) || rate) leaks.push(`${role} ${name}: a canary in ${text.slice(0, 300)}`);
  };

  it("answers each role, about one's own, another's and nothing, as it is written down, with a line in the trail where one is due; and about another's as about nothing", async () => {
    const before = await privateRows(app, other);
    for (const operation of operationsOf(schema)) {
      const node = operation.name.startsWith("node");
      if (node) continue;
      for (const place of operation.ids.length > 0 ? operation.ids : [null])
        await Promise.all(ASKING.map((role) => compare(role, operation, place, place ?? operation.name)));
    }
    const nodes = schema.getImplementations(schema.getType("Node") as never).objects;
    for (const type of nodes) {
      await Promise.all(
        ASKING.map((role) => compare(role, { kind: "query", name: "node", ids: ["node.id"] }, "node.id", `node(${type.name})`, type.name)),
      );
    }
    expect(leaks).toEqual([]);
    expect(uneven).toEqual([]);
    expect(apart).toEqual([]);
    expect(found).toEqual(expected("operations.json", found));
    const trail = await app.rows(
      "select distinct operation || ' ' || actor_role as line, 'ON RECORD' as said from audit_event where outcome = 'ALLOWED'",
    );
    // of what is read; acts that run beside each other find different things to do
    const acts = schema.getMutationType()?.getFields() ?? {};
    const reads = trail.filter(({ line }) => !((line as string).split(" ")[0]! in acts));
    const onRecord = Object.fromEntries(reads.map(({ line, said }) => [line as string, said as string]));
    expect(onRecord).toEqual(expected("on-record.json", onRecord));
    expect(await privateRows(app, other)).toEqual(before);
    // a minute where nothing else runs
  }, 900_000);
});

type Field = GraphQLField<unknown, unknown>;

const NO_TIME = ["OVERLOADED", "UNAVAILABLE"];
/** Answers that say nothing of who may see what. */
const UNTOLD = ["INTERNAL", "BAD_USER_INPUT", ...NO_TIME];
const codesOf = ({ errors = [] }: Answer): unknown[] => errors.map((error) => error.extensions?.code);

/** A busy machine has no time for one of thousands of requests, and nothing was changed by it: else that would be written down as a right. */
async function patiently(ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await ask();
    if (tries === 5 || !codesOf(answer).some((code) => NO_TIME.includes(String(code)))) return answer;
    await setTimeout(1000);
  }
}
const inTurns = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

const isTenant = (role: Role): boolean => ["ANONYMOUS", "MEMBER", "CLINIC_STAFF", "CLINIC_SYSTEM"].includes(role);

/** A look at a person is an entry of their access log, which the next look finds. */
function withoutLog(text: string): string {
  return JSON.stringify(JSON.parse(text), (key, value: unknown) => (key === "accessLog" ? undefined : value));
}

/** The answer with every id and key that the request itself held replaced by its place in the request. */
function unnamed({ text, variables }: { readonly text: string; readonly variables: unknown }): string {
  const places = (value: unknown, place: string): [string, string][] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => places(inner, `${place}.${key}`))
      : typeof value === "string" && value.length > 30
        ? [[value, place]]
        : [];
  return places(variables, "$").reduce((left, [value, place]) => left.replaceAll(value, place), text);
}

function inSight(seen: GraphQLSchema, { kind, name }: Operation): boolean {
  const root = kind === "query" ? seen.getQueryType() : seen.getMutationType();
  return root?.getFields()[name] !== undefined;
}

/** What nobody but the other clinic may change, and no role in this run acts for it. The company's system may end anybody's cover. */
async function privateRows(app: TestApp, house: House): Promise<unknown[]> {
  return app.rows(
    `select to_jsonb(s) as row from schedule s where provider_id = $1 union all select to_jsonb(a) from provider_account a where provider_id = $1
     union all select to_jsonb(m) from member m where id = $2 union all select to_jsonb(p) - 'cover_end' from policy p where member_id = $2`,
    [house.clinic.providerId, house.member.id],
  );
}
