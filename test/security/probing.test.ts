/** What somebody learns who asks for what is not theirs: by ids, by the clock, by counting, by constraints, by holding. FULL=1 asks as often as the design says. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { makeSchema } from "../../src/assembly/schema.js";
import { schemaSeenBy } from "../../src/gateway/admission/role-schema.js";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { at, dayIn, newTestId } from "../support/make.js";
import { FULL, sized } from "../support/size.js";
import { comparable } from "./matrix/outcome.js";
import { operationsOf, requestFor } from "./matrix/requests.js";
import { makeHouse, type House } from "./matrix/world.js";
import { HOLD_SLOT } from "../support/documents.js";

const SAMPLES = sized(60, 2_000);
const THOUSANDS = sized(1, 10);
const schema = makeSchema();

let app: TestApp;
let own: House;
let other: House;
let clinic: Asker;
let member: Asker;

beforeAll(async () => {
  app = await startApp();
  own = await makeHouse(app, { clinic: await app.make.clinic(), member: await app.make.member() }, false);
  other = await makeHouse(app, { clinic: await app.make.clinic(), member: await app.make.member() }, true);
  clinic = app.as({ sub: "c", role: "CLINIC_STAFF", cvr: own.clinic.cvr });
  member = app.asMember(own.member);
});
afterAll(() => app.stop());

it("a clinic or a member that tries the ids of thousands of members meets none of them", async () => {
  for (let i = 0; i < THOUSANDS; i += 1) {
    await app.rows(
      "insert into member select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'identity_subject', gen_random_uuid()::text))).* from member m, generate_series(1, 1000) where m.id = $1",
      [other.member.id],
    );
  }
  await app.rows("analyze member");
  const ids = (await app.rows("select id from member where id <> $1", [own.member.id])).map(({ id }) => globalId("Member", id));
  expect(ids.length).toBeGreaterThan(THOUSANDS * 1_000);
  const DOCUMENT = "query($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }";
  let met = 0;
  for (let i = 0; i < ids.length; i += 10) {
    for (const ask of [clinic, member]) {
      const { data, errors } = await ask(DOCUMENT, { ids: ids.slice(i, i + 10) });
      expect(errors).toBeUndefined();
      met += data.nodes.filter((node: unknown) => node !== null).length;
    }
  }
  expect(met).toBe(0);
}, 120_000);

/** Medians of one question after the other, so that a busy moment meets both. */
async function medians(one: (i: number) => Promise<unknown>, two: (i: number) => Promise<unknown>): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let i = 0; i < SAMPLES + 20; i += 1) {
    for (const turn of i % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const began = performance.now();
      await (turn === 0 ? one : two)(i);
      if (i >= 20) times[turn].push(performance.now() - began);
    }
  }
  const middle = (of: number[]): number => of.sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? NaN;
  return [middle(times[0]), middle(times[1])];
}

it("another's booking and none take the same time: medians less than five milliseconds apart, or a quarter of them", async () => {
  const READ = "query($id: ID!) { booking(id: $id) { id state } }";
  const theirs = globalId("Booking", other.ids["Booking"] ?? "");
  const nobodys = Array.from({ length: SAMPLES + 20 }, () => globalId("Booking", newTestId()));
  const [forbidden, missing] = await medians(
    () => clinic(READ, { id: theirs }),
    (i) => clinic(READ, { id: nobodys[i] }),
  );
  console.info(`booking: another's ${forbidden.toFixed(3)} ms, none ${missing.toFixed(3)} ms, ${SAMPLES} samples each`);
  expect(Math.abs(forbidden - missing)).toBeLessThan(Math.max(5, missing / 4));
}, 180_000);

it("a key that somebody else used answers like a fresh one, and in the same time", async () => {
  const input = (idempotencyKey: string) => ({
    input: { idempotencyKey, claimId: globalId("Claim", newTestId()), slotId: globalId("Slot", own.ids["Slot"] ?? "") },
  });
  const used = randomUUID();
  const others = await app.asMember(other.member)(HOLD_SLOT, {
    input: {
      idempotencyKey: used,
      claimId: globalId("Claim", other.ids["Claim"] ?? ""),
      slotId: globalId("Slot", other.ids["Slot"] ?? ""),
    },
  });
  expect(others.data.holdSlot).toBeTruthy();
  const answers = new Set<string>();
  const ask = async (key: string): Promise<void> => void answers.add(comparable((await member(HOLD_SLOT, input(key))).text));
  const [foreign, fresh] = await medians(
    () => ask(used),
    () => ask(randomUUID()),
  );
  console.info(`key: used by another ${foreign.toFixed(3)} ms, fresh ${fresh.toFixed(3)} ms, ${SAMPLES} samples each`);
  expect(answers.size).toBe(1);
  // the design's 1 ms is for 2,000 samples on a machine with nothing else to do; on a busy one the times themselves grow
  expect(Math.abs(foreign - fresh)).toBeLessThan(FULL ? 1 : Math.max(5, fresh / 4));
}, 180_000);

it("a member who tries to hold everything holds two, and what was held is free again when its time is over, without any sweeper", async () => {
  const place = await app.make.clinic();
  const hoarder = await app.make.member();
  const claims = await Promise.all(Array.from({ length: 10 }, () => app.make.claim(hoarder)));
  const slots = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      app.make.slot(place, { startsAt: new Date(at(dayIn(3), "06:00").getTime() + i * 900_000), minutes: 15 }),
    ),
  );
  const ask = app.asMember(hoarder);
  const ACTIVE = "select count(*)::int as active from hold where member_id = $1 and state = 'PENDING' and expires_at > clock_now()";
  let most = 0;
  let granted = 0;
  for (let i = 0; i < sized(100, 1_000); i += 20) {
    const tries = Array.from({ length: 20 }, (_, j) =>
      ask(HOLD_SLOT, {
        input: {
          idempotencyKey: randomUUID(),
          claimId: globalId("Claim", claims[(i + j) % claims.length]?.id ?? ""),
          slotId: globalId("Slot", slots[(i * 7 + j) % slots.length]?.id ?? ""),
        },
      }),
    );
    const looks = Array.from({ length: 3 }, () => app.rows<{ active: number }>(ACTIVE, [hoarder.id]));
    for (const [row] of await Promise.all(looks)) most = Math.max(most, row?.active ?? 0);
    granted += (await Promise.all(tries)).filter(({ data }) => data?.holdSlot?.hold).length;
  }
  expect([granted, most]).toEqual([2, 2]);
  const held = await app.rows<{ slot_id: string }>("select slot_id from hold where member_id = $1 and state = 'PENDING'", [hoarder.id]);
  await app.rows("update hold set expires_at = clock_now() - interval '1 second' where member_id = $1", [hoarder.id]);
  for (const { slot_id: slotId } of held) {
    const rival = await app.make.member();
    const claim = await app.make.claim(rival);
    const answer = await app.asMember(rival)(HOLD_SLOT, {
      input: { idempotencyKey: randomUUID(), claimId: globalId("Claim", claim.id), slotId: globalId("Slot", slotId) },
    });
    expect(answer.data.holdSlot).toMatchObject({ hold: { id: expect.any(String) }, errors: [] });
  }
}, 240_000);

it("a clinic that uses another clinic's own number for an opening hears what it hears of a number nobody uses", async () => {
  const line = (externalId: string, practitionerId: string, hour: string) => ({
    externalId,
    practitionerId: globalId("Practitioner", practitionerId),
    startsAt: at(dayIn(8), hour).toISOString(),
    endsAt: at(dayIn(8), `${hour.slice(0, 2)}:30`).toISOString(),
    services: ["PHYSIOTHERAPY"],
    channel: "IN_PERSON",
  });
  const PUBLISH = `mutation($input: PublishSlotsInput!) { publishSlots(input: $input) { counts { inserted changed refused } lines { outcome errors { code } } errors { code } } }`;
  const publish = (ask: Asker, of: House, externalId: string, hour: string) =>
    ask(PUBLISH, {
      input: {
        idempotencyKey: randomUUID(),
        clinicId: globalId("Clinic", of.clinic.id),
        mode: "CONTINUE",
        lines: [line(externalId, of.clinic.practitionerId, hour)],
      },
    });
  const others = app.as({ sub: "d", role: "CLINIC_SYSTEM", cvr: other.clinic.cvr });
  const mine = app.as({ sub: "c", role: "CLINIC_SYSTEM", cvr: own.clinic.cvr });
  const first = await publish(others, other, "their-number", "10:00");
  expect(first.data.publishSlots).toMatchObject({ counts: { inserted: 1, refused: 0 } });
  const [taken, free] = [await publish(mine, own, "their-number", "11:00"), await publish(mine, own, "nobodys-number", "12:00")];
  expect(comparable(taken.text)).toBe(comparable(free.text));
  expect(taken.data.publishSlots).toMatchObject({ counts: { inserted: 1, refused: 0 }, lines: [{ outcome: "INSERTED", errors: [] }] });
});

/** The public directory shows everyone's openings; that is what it is for. */
const DIRECTORY = new Set(["providers", "clinics", "slots", "clinic"]);

it("not a byte of what a clinic is told changes when all that another clinic has is doubled", async () => {
  const role = "CLINIC_STAFF";
  const seen = schemaSeenBy(schema, role);
  const queries = operationsOf(schema).filter(
    ({ kind, name }) => kind === "query" && seen.getQueryType()?.getFields()[name] && !DIRECTORY.has(name),
  );
  const look = async (): Promise<Map<string, string>> => {
    const said = new Map<string, string>();
    for (const operation of queries) {
      for (let depth = 3; ; depth -= 1) {
        const { document, variables } = requestFor(seen, operation, depth, own, other, null, "own");
        const answer = await clinic(document, { ...variables, ...("first" in variables ? { first: 20 } : {}) });
        if (depth > 0 && answer.errors?.some((error) => error.extensions?.code === "QUERY_TOO_COMPLEX")) continue;
        said.set(operation.name, comparable(answer.text));
        break;
      }
    }
    return said;
  };
  const before = await look();
  expect(before.size).toBeGreaterThan(8);
  await makeHouse(app, other, true);
  await makeHouse(app, other, true);
  expect(await look()).toEqual(before);
}, 60_000);
