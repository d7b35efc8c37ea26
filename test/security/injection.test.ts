/**
 * Two hundred hostile texts in every argument and input field of the published schema (those of records: field-arguments.test.ts),
 * through the real gateway. A text may be refused or taken as a text; it may never become a part of a statement. A quick run puts
 * one text into every eighth place, chosen by ROTATION; FULL=1 puts all of them everywhere.
 */
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { makeSchema } from "../../src/assembly/schema.js";
import { schemaSeenBy } from "../../src/gateway/admission/role-schema.js";
import { ROLES, type Role } from "../../src/platform/viewer.js";
import { startApp, type Answer, type Asker, type TestApp } from "../support/app.js";
import { sized } from "../support/size.js";
import { EDGES, PAYLOADS } from "./injection/corpus.js";
import { placesOf, putAt, type Place } from "./injection/places.js";
import { differing, rowsAbout, tablesOf, watchSqlErrors, type Tables, type Watch } from "./injection/watch.js";
import { outcomeOf } from "./matrix/outcome.js";
import { requestFor } from "./matrix/requests.js";
import { CANARY, CANARY_MINOR, makeHouse, type House } from "./matrix/world.js";

/** Of two hundred, from where ROTATION says. */
const SHARE = sized(1, PAYLOADS.length);
const EDGES_EACH = sized(1, 10);
const ROTATION = Number(process.env["ROTATION"] ?? 0);
const NONSENSE = "qzxqzx";
/** Every eighth place, beginning with one of the first eight by turns; FULL=1 has them all. */
const shareOf = (places: readonly Place[]): Place[] => places.filter((_, n) => (n + ROTATION) % sized(8, 1) === 0);
/** Longer than any request takes on a busy machine, shorter than the sleep that some payloads ask for. */
const MOST_MS = 4_500;

/** Where no appointment is found, that is put on the claim's record with what was tried. */
const ON_RECORD = new Set(["bookFirstAppointment"]);
/** What is kept of a refusal: what was sent is counted by code for the clinic; what a batch had to leave out is a task of somebody's. */
const KEPT: Readonly<Record<string, string>> = {
  publishSlots: "intake_report",
  uploadSlots: "intake_report",
  closeSettlementBatch: "settlement_task",
};

const schema = makeSchema();
const seenBy = new Map(ROLES.map((role) => [role, schemaSeenBy(schema, role)] as const));

let app: TestApp;
let own: House;
let other: House;
let watch: Watch;
const askers = new Map<Role, Asker>();
const wrong: string[] = [];

beforeAll(async () => {
  app = await startApp();
  const person = (name: string) => app.make.member({ row: { given_names: name, family_name: name, email: `${name}@medlem.example` } });
  own = await makeHouse(app, { clinic: await app.make.clinic(), member: await person("EGEN") }, false);
  other = await makeHouse(app, { clinic: await app.make.clinic(), member: await person(CANARY) }, true);
  askers.set("ANONYMOUS", app.as(null));
  askers.set("MEMBER", app.asMember(own.member));
  for (const role of ["CLINIC_STAFF", "CLINIC_SYSTEM"] as const) askers.set(role, app.as({ sub: role, role, cvr: own.clinic.cvr }));
  askers.set("HEALTH_TEAM", app.asHealthTeam());
  for (const role of ["NETWORK_MANAGER", "FINANCE", "INTEGRATION", "BANK_CHANNEL"] as const) askers.set(role, app.as({ sub: role, role }));
  watch = watchSqlErrors();
  fresh = { house: own, for: "" };
}, 60_000);
afterAll(async () => {
  watch.stop();
  await app.stop();
});

type Tried = { readonly role: Role; readonly answer: Answer; readonly ms: number; readonly refused: boolean };

/** The least of the roles that may, in turn, so that a narrow one is tried as often as a wide one. */
function rolesFor({ operation }: Place): Role[] {
  return [...askers.keys()].filter((role) => {
    const seen = seenBy.get(role);
    const root = operation.kind === "query" ? seen?.getQueryType() : seen?.getMutationType();
    return root?.getFields()[operation.name] !== undefined;
  });
}

async function send(place: Place, role: Role, house: House, value: unknown): Promise<Tried> {
  const asker = askers.get(role);
  const seen = seenBy.get(role);
  if (!asker || !seen) throw new Error(`${role} is not here`);
  let turnedAway = 0;
  for (let depth = 1; ;) {
    const { document, variables } = requestFor(seen, place.operation, depth, house, other, place.at, "own");
    const began = performance.now();
    const answer = await asker(document, putAt(variables, place.at, value));
    const codes = answer.errors?.map((error) => error.extensions?.code) ?? [];
    if (depth > 0 && codes.includes("QUERY_TOO_COMPLEX")) {
      depth -= 1;
      continue;
    }
    // a busy machine is no fault of the text: nothing was done, and it is asked again; a text that makes it busy does so each time
    if (codes.includes("OVERLOADED") && (turnedAway += 1) < 4) {
      await pause(turnedAway * 1_000);
      continue;
    }
    const payload = answer.data ? Object.values<any>(answer.data)[0] : null;
    return {
      role,
      answer,
      ms: performance.now() - began,
      refused: (answer.errors?.length ?? 0) > 0 || payload === null || (payload?.errors?.length ?? 0) > 0,
    };
  }
}

/** Words that only the inside of the gateway or its database says. */
const INSIDE =
  /syntax error|pg_|postgres|drizzle|sqlstate|relation \\?"|column \\?"|at character|invalid input syntax|duplicate key|violates|\/src\/|node_modules|gateway_app|stack/i;

function judge(place: Place, value: unknown, { role, answer, ms }: Tried): void {
  const say = (what: string): void =>
    void wrong.push(`${what}: ${role} ${place.at} ${JSON.stringify(value).slice(0, 80)}: ${answer.text.slice(0, 300)}`);
  const codes = (answer.errors ?? []).map((error) => error.extensions?.code);
  if (answer.status >= 500 || codes.includes("INTERNAL")) say("INTERNAL");
  if (ms > MOST_MS) say(`took ${ms} ms`);
  const sent = JSON.stringify(value).slice(1, -1);
  if (typeof value === "string" && value.length > 7 && JSON.stringify(answer.errors ?? []).includes(sent)) say("repeated");
  const said = typeof value === "string" && sent.length > 0 ? answer.text.replaceAll(sent, "") : answer.text;
  if (INSIDE.test(said)) say("words of the inside");
  const tenant = ["ANONYMOUS", "MEMBER", "CLINIC_STAFF", "CLINIC_SYSTEM"].includes(role);
  if (tenant && (said.includes(CANARY) || (role !== "MEMBER" && said.includes(String(CANARY_MINOR))))) say("a canary");
  const faults = watch.faults();
  if (faults.length > 0) say(`SQL ${faults.join("; ")}`);
}

let held: Tables = new Map();
const stock: House[] = [];
/** A house that nobody has touched, for one mutation; what was refused has not touched it. */
let fresh: { readonly house: House; readonly for: string };

async function houseFor({ operation }: Place, tables: () => Promise<Tables>): Promise<House> {
  if (operation.kind === "query") return own;
  if (fresh.for !== operation.name) {
    // several side by side cost little more than one
    if (stock.length === 0) stock.push(...(await Promise.all(Array.from({ length: 8 }, () => makeHouse(app, own, false)))));
    fresh = { house: stock.pop() ?? own, for: operation.name };
    held = await tables();
  }
  return fresh.house;
}

async function tryAt(place: Place, values: readonly unknown[], turn: number, tables: () => Promise<Tables>): Promise<void> {
  const roles = rolesFor(place);
  if (roles.length === 0) return;
  const house = await houseFor(place, tables);
  const before = held;
  const results = await Promise.all(
    values.map(async (value, i) => {
      const tried = await send(place, roles[(turn + i) % roles.length] as Role, house, value);
      judge(place, value, tried);
      return tried;
    }),
  );
  held = await tables();
  if (place.operation.kind === "mutation" && !results.every(({ refused }) => refused)) fresh = { house: own, for: "" };
  else if (!ON_RECORD.has(place.operation.name)) {
    const changed = differing(before, held).filter((table) => table !== KEPT[place.operation.name]);
    if (changed.length > 0) wrong.push(`${place.at}: refused, and yet ${changed.join()} changed`);
  }
  await moreThanNonsense(place, roles[0] as Role, house, results);
}

/** A text that finds nothing finds nothing; one that finds something where nonsense does not has been understood. */
async function moreThanNonsense(place: Place, role: Role, house: House, results: readonly Tried[]): Promise<void> {
  if (place.operation.kind !== "query" || place.scalar !== "String" || place.at.endsWith("after")) return;
  const found = ({ answer }: Tried): boolean => outcomeOf(answer.status, { data: answer.data, errors: answer.errors ?? [] }) === "REACHED";
  const nonsense = await send(place, role, house, NONSENSE);
  if (nonsense.refused || found(nonsense)) return;
  for (const tried of results)
    if (!tried.refused && tried.role === role && found(tried))
      wrong.push(`found more than nonsense: ${place.at}: ${tried.answer.text.slice(0, 300)}`);
}

const seen: string[] = [];

/** A real cursor of this list, taken apart; null where the list is empty for everyone. */
async function cursorOf(place: Place): Promise<readonly unknown[] | null> {
  for (const role of rolesFor(place)) {
    const narrow = seenBy.get(role);
    const asker = askers.get(role);
    if (!narrow || !asker) continue;
    const { document, variables } = requestFor(narrow, place.operation, 2, own, other, null, "own");
    const cursor = /"(?:endCursor|cursor)":"([\w-]+)"/.exec((await asker(document, variables)).text)?.[1];
    if (cursor) return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")) as unknown[];
  }
  return null;
}

/** Whose rows nobody in this run has any business with: the other family. Its clinic is open to everyone's appointments. */
const ids = ({ ids: of }: House): string[] =>
  ["Member", "Policy", "Claim", "Booking", "Hold", "Consent", "Decision", "Schedule"].map((type) => of[type] ?? "-");

describe("every argument and input field", () => {
  it("takes a hostile text as a text or refuses it: no statement fails, nothing is changed, nothing of others is seen", async () => {
    const tables = await tablesOf(app);
    held = await tables();
    const others = rowsAbout(app, ids(other));
    const before = await others();
    const texts = shareOf(placesOf(schema).filter(({ scalar }) => scalar !== "Int" && scalar !== "Float"));
    let tried = 0;
    for (const [n, place] of texts.entries()) {
      const first = (ROTATION * SHARE + n * 37) % PAYLOADS.length;
      const share = Array.from({ length: SHARE }, (_, i) => PAYLOADS[(first + i * 50 + Math.floor(i / 4)) % PAYLOADS.length]?.text);
      for (let i = 0; i < share.length; i += 8) await tryAt(place, share.slice(i, i + 10), n + ROTATION, tables);
      tried += share.length;
    }
    expect(texts.length).toBeGreaterThan(sized(25, 225));
    expect(tried).toBe(texts.length * SHARE);
    expect(wrong.splice(0)).toEqual([]);
    expect(differing(before, await others())).toEqual([]);
  }, 1_800_000);

  it("takes no cursor and no id that was put together by hand", async () => {
    const tables = await tablesOf(app);
    held = await tables();
    const forged = (list: string, key: readonly unknown[]): string => Buffer.from(JSON.stringify([list, ...key])).toString("base64url");
    const forgedId = (type: string, text: string): string => Buffer.from(`${type}:${text}`).toString("base64url");
    const all = placesOf(schema);
    const forgeable = new Set(shareOf(all.filter(({ scalar }) => scalar === "ID")));
    for (const [n, place] of all.entries()) {
      if (forgeable.has(place)) await tryAt(place, [forgedId("Claim", "' or 1=1--"), forgedId("Member", "%".repeat(36))], n, tables);
      if (!place.at.endsWith(".after")) continue;
      const [list, ...key] = (await cursorOf(place)) ?? [];
      if (typeof list !== "string") continue;
      seen.push(list);
      const texts = ["' or 1=1--", "%", "", "9999-12-31T23:59:59Z", "x".repeat(200)];
      const numbers = [1e308, -1, 0.5, 9_007_199_254_740_991, -0];
      const keys = key.flatMap((part, i) =>
        (typeof part === "number" ? numbers : [...texts, null]).map((value) => key.map((other, j) => (i === j ? value : other))),
      );
      await tryAt(
        place,
        [...keys.map((each) => forged(list, each)), forged("claims", ["'"]), forged(list, []), forged("x", key)],
        n,
        tables,
      );
    }
    expect(wrong.splice(0)).toEqual([]);
    expect(new Set(seen).size).toBeGreaterThan(7);
  }, 300_000);

  it("stands what is valid by its form and at the edge of what can be stored", async () => {
    const tables = await tablesOf(app);
    held = await tables();
    const others = rowsAbout(app, ids(other));
    const before = await others();
    for (const [n, place] of shareOf(placesOf(schema)).entries()) {
      const edges = EDGES[place.scalar] ?? [];
      const first = ((n + ROTATION) * EDGES_EACH) % edges.length;
      await tryAt(place, [...edges, ...edges].slice(first, first + Math.min(EDGES_EACH, edges.length)), n, tables);
    }
    expect(wrong.splice(0)).toEqual([]);
    expect(differing(before, await others())).toEqual([]);
  }, 300_000);
});
