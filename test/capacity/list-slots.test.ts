import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { encodeCursor } from "../../src/gateway/api/paging/page.js";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { fromNow } from "../support/clock.js";
import { at, dayIn, type MadeClinic } from "../support/make.js";

let t: TestApp;
let clinic: MadeClinic;
const day = dayIn(3);
beforeAll(async () => {
  t = await startApp();
  clinic = await t.make.clinic({ services: ["PHYSIOTHERAPY", "CHIROPRACTIC"] });
  await t.make.slot(clinic, { startsAt: at(day, "08:00"), services: ["PHYSIOTHERAPY"] });
  await t.make.slot(clinic, { startsAt: at(day, "09:00"), services: ["CHIROPRACTIC"] });
  await t.make.slot(clinic, { startsAt: at(day, "10:00"), row: { booked: 1 } });
  await t.make.slot(clinic, { startsAt: at(day, "11:00"), row: { state: "WITHDRAWN" } });
  await t.make.slot(clinic, { startsAt: at(day, "12:00"), services: ["PHYSIOTHERAPY"], capacity: 3, row: { booked: 1 } });
});
afterAll(() => t.stop());

const LIST = `query ($clinicId: ID!, $from: DateTime!, $to: DateTime!, $service: ServiceCode, $freeOnly: Boolean! = true, $first: Int!, $after: String) {
  clinic(id: $clinicId) { slots(from: $from, to: $to, service: $service, freeOnly: $freeOnly, first: $first, after: $after) {
    edges { node { id startsAt freeUnits capacity state } } pageInfo { hasNextPage endCursor } } } }`;
const list = (more: object = {}, ask: Asker = t.as(null), document = LIST) =>
  ask(document, {
    clinicId: globalId("Clinic", clinic.id),
    from: at(day, "00:00").toISOString(),
    to: at(day, "23:00").toISOString(),
    first: 10,
    ...more,
  });
const hours = (answer: { data: any }): string[] => answer.data.clinic.slots.edges.map((e: any) => new Date(e.node.startsAt).toISOString());
const times = (...list: string[]): string[] => list.map((time) => at(day, time).toISOString());

test("lists a clinic's free openings in order of time, for anyone, in two round trips behind the clinic's", async () => {
  const answer = await list();
  expect(hours(answer)).toEqual(times("08:00", "09:00", "12:00"));
  expect(answer.data.clinic.slots.edges[2].node).toMatchObject({ freeUnits: 2, capacity: 3, state: "OPEN" });
  expect(answer.statements).toBe(3);
  expect(hours(await list({ freeOnly: false }))).toEqual(times("08:00", "09:00", "10:00", "12:00"));
  expect(hours(await list({ service: "PHYSIOTHERAPY" }))).toEqual(times("08:00", "12:00"));
});

test("a slot that is held in full is not free, and is again when the hold has expired", async () => {
  const held = await t.make.slot(clinic, { startsAt: at(day, "14:00") });
  const member = await t.make.member();
  const claim = await t.make.claim(member);
  await t.make.hold(held, { member, claimId: claim.id }, { expires_at: fromNow(60_000) });
  await t.rows("update slot set held_until = clock_now() + interval '1 minute' where id = $1", [held.id]);
  expect(hours(await list())).not.toContain(at(day, "14:00").toISOString());
  await t.rows("update hold set expires_at = clock_now() - interval '1 second' where slot_id = $1", [held.id]);
  expect(hours(await list())).toContain(at(day, "14:00").toISOString());
  await t.rows("update slot set state = 'WITHDRAWN' where id = $1", [held.id]);
});

test("pages by cursor without gap or repetition", async () => {
  const first = await list({ first: 2 });
  expect(hours(first)).toEqual(times("08:00", "09:00"));
  expect(first.data.clinic.slots.pageInfo.hasNextPage).toBe(true);
  const second = await list({ first: 2, after: first.data.clinic.slots.pageInfo.endCursor });
  expect(hours(second)).toEqual(times("12:00"));
  expect(second.data.clinic.slots.pageInfo.hasNextPage).toBe(false);
});

test("refuses a window that is empty or wider than 31 days, an unknown service and a cursor of its caller's making", async () => {
  const paths = async (more: object): Promise<unknown> => (await list(more)).errors?.[0].extensions.inputPath;
  expect(await paths({ to: at(day, "00:00").toISOString() })).toEqual(["to"]);
  expect(await paths({ to: new Date(at(day, "00:00").getTime() + 32 * 86_400_000).toISOString() })).toEqual(["to"]);
  expect(await paths({ service: "DENTIST", from: at(dayIn(1), "00:00").toISOString(), to: at(dayIn(1), "01:00").toISOString() })).toEqual([
    "service",
  ]);
  expect(await paths({ after: encodeCursor("slots", ["now", "1; drop table slot"]) })).toEqual(["after"]);
  expect(await paths({ after: "nonsense" })).toEqual(["after"]);
  expect((await list({ clinicId: globalId("Clinic", randomUUID()) })).data.clinic).toBeNull();
});

test("a clinic's own keys are for itself and the insurer, not for another clinic", async () => {
  const document = LIST.replace("startsAt", "startsAt externalId");
  const keys = async (ask: Asker): Promise<unknown[]> =>
    (await list({}, ask, document)).data.clinic.slots.edges.map((e: any) => e.node.externalId === null);
  expect(new Set(await keys(t.asClinic(clinic)))).toEqual(new Set([false]));
  expect(new Set(await keys(t.asHealthTeam()))).toEqual(new Set([false]));
  expect(new Set(await keys(t.asClinic(await t.make.clinic())))).toEqual(new Set([true]));
  expect((await list({}, t.as(null), document)).errors?.[0].extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
});
