/**
 * Arguments of the fields of records, as those of the root in injection.test.ts: a hostile text and a forged cursor are refused or
 * find nothing; no statement fails over them. A quick run puts two of the texts into each, by turns; FULL=1 all of them.
 */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { getNamedType, isObjectType, isRequiredArgument, type GraphQLArgument, type GraphQLField } from "graphql";
import { makeSchema } from "../../src/assembly/schema.js";
import { schemaSeenBy } from "../../src/gateway/admission/role-schema.js";
import type { Role } from "../../src/platform/viewer.js";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { at, dayIn } from "../support/make.js";
import { sized } from "../support/size.js";
import { watchSqlErrors, type Watch } from "./injection/watch.js";
import { CANARY, makeHouse, type House } from "./matrix/world.js";

const TEXTS = ["' or 1=1--", "%", "\u0000", "1; drop table slot", "x".repeat(2_000), "${7*7}", "\ud800"];
const schema = makeSchema();
const NODES = schema.getImplementations(schema.getType("Node") as never).objects.map(({ name }) => name);
type AnyField = GraphQLField<unknown, unknown>;
type Place = { readonly role: Role; readonly type: string; readonly field: AnyField; readonly arg: GraphQLArgument };

let app: TestApp;
let own: House;
let watch: Watch;
let askers: ReadonlyMap<Role, Asker>;
beforeAll(async () => {
  app = await startApp();
  const people = async (name: string) => ({
    clinic: await app.make.clinic(),
    member: await app.make.member({ row: { given_names: name } }),
  });
  const home = await people("EGEN");
  own = await makeHouse(app, home, false);
  await makeHouse(app, home, false);
  await makeHouse(app, await people(CANARY), true);
  askers = new Map<Role, Asker>([
    ["MEMBER", app.asMember(home.member)],
    ["CLINIC_STAFF", app.asClinic(home.clinic)],
    ["FINANCE", app.asFinance()],
    ["HEALTH_TEAM", app.asHealthTeam()],
  ]);
  watch = watchSqlErrors();
}, 60_000);
afterAll(async () => {
  watch.stop();
  await app.stop();
});

/** Each argument once, as the narrowest role that has it. */
function places(): Place[] {
  return NODES.flatMap((type) => {
    const whole = schema.getType(type);
    if (!isObjectType(whole) || !own.ids[type]) return [];
    return Object.values(whole.getFields()).flatMap(({ name, args }) =>
      args.flatMap(({ name: argName }) => {
        for (const role of askers.keys()) {
          const seen = schemaSeenBy(schema, role).getType(type);
          const field = isObjectType(seen) ? seen.getFields()[name] : undefined;
          const arg = field?.args.find((each) => each.name === argName);
          if (field && arg) return [{ role, type, field, arg }];
        }
        return [];
      }),
    );
  });
}

const GIVEN: Readonly<Record<string, unknown>> = {
  first: 1,
  from: at(dayIn(1), "00:00").toISOString(),
  to: at(dayIn(14), "00:00").toISOString(),
  near: { postalCode: "8000" },
};
const isDay = (arg: GraphQLArgument): boolean => getNamedType(arg.type).name === "LocalDate";

async function ask({ role, type, field, arg }: Place, value: unknown) {
  const needed = field.args.filter((each) => isRequiredArgument(each) && each.name !== arg.name);
  const all = [...needed, arg];
  const answer = getNamedType(field.type);
  const inner = answer.name.endsWith("Connection")
    ? "{ edges { cursor } pageInfo { endCursor } }"
    : isObjectType(answer)
      ? "{ __typename }"
      : "";
  const document = `query ($id: ID!, ${all.map(({ name, type: of }) => `$${name}: ${String(of)}`).join(", ")}) {
    node(id: $id) { ... on ${type} { ${field.name}(${all.map(({ name }) => `${name}: $${name}`).join(", ")}) ${inner} } } }`;
  const given = needed.map((each) => [
    each.name,
    isDay(each) ? dayIn(each.name === "until" ? 1 : -1) : each.name === "slotId" ? globalId("Slot", own.ids["Slot"]!) : GIVEN[each.name],
  ]);
  return askers.get(role)!(document, { ...Object.fromEntries(given), id: globalId(type, own.ids[type]!), [arg.name]: value });
}

it("take a hostile text as nothing they know, and a cursor that somebody wrote as none of theirs", async () => {
  const wrong: string[] = [];
  const tried = places();
  let cursors = 0;
  for (const [n, place] of tried.entries()) {
    const where = `${place.role} ${place.type}.${place.field.name}(${place.arg.name})`;
    const judge = (answer: { status: number; text: string; errors?: any[] | undefined }): void => {
      const codes = (answer.errors ?? []).map((error) => error.extensions?.code);
      if (answer.status >= 500 || codes.includes("INTERNAL") || (place.role !== "HEALTH_TEAM" && answer.text.includes(CANARY)))
        wrong.push(`${where}: ${answer.text.slice(0, 200)}`);
      const faults = watch.faults();
      if (faults.length > 0) wrong.push(`${where}: ${faults.join()}`);
    };
    for (const text of [...TEXTS, ...TEXTS].slice(n % TEXTS.length).slice(0, sized(2, TEXTS.length))) {
      const list = String(place.arg.type).includes("[");
      judge(await ask(place, list ? [text] : place.arg.name === "near" ? { postalCode: text } : text));
    }
    if (place.arg.name !== "after") continue;
    const real = /"endCursor":"([\w-]+)"/.exec((await ask(place, null)).text)?.[1];
    if (!real) continue;
    cursors += 1;
    const [list, ...key] = JSON.parse(Buffer.from(real, "base64url").toString("utf8")) as unknown[];
    const forged = key.flatMap((part, i) =>
      (typeof part === "number" ? [1e308, -1, 0.5, 9_007_199_254_740_991] : ["' or 1=1--", "", "9999-12-31T23:59:59Z", null]).map((value) =>
        key.map((other, j) => (i === j ? value : other)),
      ),
    );
    for (const each of [...forged, [], [...key, "more"]])
      judge(await ask(place, Buffer.from(JSON.stringify([list, ...each])).toString("base64url")));
  }
  expect(wrong).toEqual([]);
  expect(tried.length).toBeGreaterThan(60);
  expect(cursors).toBeGreaterThan(10);
}, 300_000);
