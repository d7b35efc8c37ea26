import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import ICAL from "ical.js";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import type { MadeClinic } from "../support/make.js";

let t: TestApp;
beforeAll(async () => {
  t = await startApp();
});
afterAll(() => t.stop());

const FIELDS = "feed { id kind clinic { id } practitioner { id } lastReadAt } path replayed errors { code path }";
const run = async (as: Asker, name: string, type: string, input: object): Promise<any> => {
  const answer = await as(`mutation ($input: ${type}!) { ${name}(input: $input) { ${FIELDS} } }`, {
    input: { idempotencyKey: randomUUID(), ...input },
  });
  if (!answer.data?.[name]) throw new Error(answer.text);
  return answer.data[name];
};
const create = (as: Asker, input: object = {}) => run(as, "createCalendarFeed", "CreateCalendarFeedInput", input);
const rotate = (as: Asker, id: string, more: object = {}) => run(as, "rotateCalendarFeed", "ChangeCalendarFeedInput", { id, ...more });
const revoke = (as: Asker, id: string) => run(as, "revokeCalendarFeed", "ChangeCalendarFeedInput", { id });
const list = async (as: Asker, clinicId: string | null = null): Promise<any[]> =>
  (await as("query ($clinicId: ID) { calendarFeeds(clinicId: $clinicId) { id kind lastReadAt } }", { clinicId })).data.calendarFeeds;
const read = async (path: string, headers: Record<string, string> = {}, method = "GET") => {
  const response = await fetch(`${t.url}${path}`, { headers, method });
  return { status: response.status, text: await response.text(), headers: response.headers };
};
/** As another library reads it: strictly, so that what is no iCalendar throws. */
const entries = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component, { strictExceptions: true });
    return {
      uid: event.uid,
      summary: event.summary,
      place: event.location,
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      sequence: event.sequence,
      status: component.getFirstPropertyValue("status"),
      modified: (component.getFirstPropertyValue("last-modified") as InstanceType<typeof ICAL.Time>).toJSDate().getTime(),
    };
  });
const book = async (clinic: MadeClinic) => {
  const member = await t.make.member();
  const claim = await t.make.claim(member);
  const slot = await t.make.slot(clinic);
  const answer = await t.asMember(member)(
    "mutation ($input: BookSlotInput!) { bookSlot(input: $input) { booking { id reference startsAt endsAt } errors { code } } }",
    { input: { idempotencyKey: randomUUID(), claimId: globalId("Claim", claim.id), slotId: globalId("Slot", slot.id) } },
  );
  return { member, as: t.asMember(member), booking: answer.data.bookSlot.booking };
};

describe("a private calendar", () => {
  test("of a member tells times and places and nothing else, as another library reads it; what is called off takes itself out", async () => {
    const clinic = await t.make.clinic();
    const { as, booking, member } = await book(clinic);
    const made = await create(as);
    expect(made).toMatchObject({ feed: { kind: "MEMBER", clinic: null, lastReadAt: null }, replayed: false, errors: [] });
    const { text, headers, status } = await read(made.path);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(headers.get("cache-control")).toBe("no-store");
    const [entry] = entries(text);
    expect(entry).toMatchObject({
      summary: `Aftale ${booking.reference}`,
      place: "Testgade 1, 8000 Aarhus C",
      start: new Date(booking.startsAt).toISOString(),
      end: new Date(booking.endsAt).toISOString(),
      sequence: 0,
      status: "CONFIRMED",
    });
    expect(text).not.toMatch(/Testklinikken|PHYSIO|fysio/i);
    const [named] = await t.rows("select given_names, family_name from member where identity_subject = $1", [member.subject]);
    expect(text).not.toContain(named.family_name);
    await as("mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { errors { code } } }", {
      input: { idempotencyKey: randomUUID(), bookingId: booking.id },
    });
    const [after] = entries((await read(made.path)).text);
    expect(after).toMatchObject({ uid: entry?.uid, sequence: 1, status: "CANCELLED", start: entry?.start });
    expect(after?.modified).toBeGreaterThanOrEqual(entry?.modified ?? Infinity);
  });

  test("that has not changed need not be sent again, and what was handed over is on the member's access log", async () => {
    const { as } = await book(await t.make.clinic());
    const { path } = await create(as);
    const first = await read(path);
    const tag = first.headers.get("etag") ?? "";
    const again = await read(path, { "if-none-match": tag });
    expect([again.status, again.text, again.headers.get("etag")]).toEqual([304, "", tag]);
    expect((await read(path, {}, "HEAD")).text).toBe("");
    expect((await read(path, {}, "POST")).status).toBe(405);
    const log = await as("{ viewer { members { accessLog(first: 20) { edges { node { operation fields allowed } } } } } }");
    const seen = log.data.viewer.members[0].accessLog.edges.map((e: any) => e.node).filter((n: any) => n.operation === "calendarFeed");
    expect(seen[0]).toEqual({ operation: "calendarFeed", fields: ["appointment"], allowed: true });
    // the first and the HEAD; not the one that was answered with nothing
    expect(seen).toHaveLength(2);
    expect((await list(as))[0].lastReadAt).not.toBeNull();
  });

  test("that is unknown, misspelt, rotated or revoked has one answer", async () => {
    const { as } = await book(await t.make.clinic());
    const made = await create(as);
    const rotated = await rotate(as, made.feed.id);
    expect(rotated).toMatchObject({ errors: [], feed: { id: made.feed.id } });
    expect((await read(rotated.path)).status).toBe(200);
    expect(await revoke(as, made.feed.id)).toMatchObject({ errors: [], feed: null, path: null });
    const nothing = await Promise.all(
      [made.path, rotated.path, `/calendars/${"A".repeat(43)}.ics`, "/calendars/x.ics", "/calendars/", `${rotated.path}/..`].map((path) =>
        read(path),
      ),
    );
    for (const { status, text, headers } of nothing) expect([status, text, headers.get("etag")]).toEqual([404, nothing[0]?.text, null]);
    expect(await list(as)).toEqual([]);
    expect(await rotate(as, made.feed.id)).toMatchObject({ path: null, errors: [{ code: "NOT_FOUND" }] });
  });

  test("is told once: neither the tables nor a repeated request have the secret", async () => {
    const { as } = await book(await t.make.clinic());
    const key = { idempotencyKey: randomUUID() };
    const made = await create(as, key);
    const secret = /calendars\/(.+)\.ics/.exec(made.path)?.[1] ?? "";
    expect(secret).toHaveLength(43);
    expect(await create(as, key)).toEqual({ ...made, path: null, replayed: true });
    const kept = await t.rows(
      "select f::text as row from calendar_feed f union all select i::text from idempotency i union all select a::text from audit_event a union all select o::text from outbox o",
    );
    expect(kept.filter(({ row }) => row.includes(secret) || row.includes(Buffer.from(secret).toString("hex")))).toEqual([]);
  });

  test("of a clinic or of one practitioner there has their appointments, and is nobody else's to make, list, rotate or revoke", async () => {
    const clinic = await t.make.clinic();
    const other = await t.make.clinic();
    const { booking, as: member } = await book(clinic);
    const colleague = await t.make.practitioner(clinic.id);
    const staff = t.asClinic(clinic);
    const id = { clinicId: globalId("Clinic", clinic.id) };
    const whole = await create(staff, id);
    const own = await create(staff, { ...id, practitionerId: globalId("Practitioner", clinic.practitionerId) });
    const empty = await create(staff, { ...id, practitionerId: globalId("Practitioner", colleague) });
    expect([whole.feed.kind, own.feed.kind]).toEqual(["CLINIC", "PRACTITIONER"]);
    const references = async (path: string) => entries((await read(path)).text).map((e) => e.summary);
    expect(await references(whole.path)).toEqual([`Aftale ${booking.reference}`]);
    expect(await references(own.path)).toEqual([`Aftale ${booking.reference}`]);
    expect(await references(empty.path)).toEqual([]);
    const stranger = t.asClinic(other);
    expect((await create(stranger, id)).errors).toMatchObject([{ code: "NOT_FOUND" }]);
    expect((await create(staff, { ...id, practitionerId: globalId("Practitioner", other.practitionerId) })).errors).toMatchObject([
      { code: "PRACTITIONER_UNKNOWN" },
    ]);
    expect((await create(member, id)).errors).toMatchObject([{ code: "NOT_FOUND" }]);
    for (const as of [stranger, member]) {
      expect((await rotate(as, whole.feed.id)).errors).toMatchObject([{ code: "NOT_FOUND" }]);
      expect((await revoke(as, whole.feed.id)).errors).toMatchObject([{ code: "NOT_FOUND" }]);
    }
    expect(await list(stranger, id.clinicId)).toEqual([]);
    expect(await list(staff, id.clinicId)).toHaveLength(3);
    expect(await references(whole.path)).toHaveLength(1);
  });

  test("is one of ten at most, and ends when its member is erased", async () => {
    const member = await t.make.member();
    const as = t.asMember(member);
    for (let n = 0; n < 10; n += 1) expect((await create(as)).errors).toEqual([]);
    expect((await create(as)).errors).toMatchObject([{ code: "TOO_MANY" }]);
    const [first] = await list(as);
    await revoke(as, first.id);
    const { path } = await create(as);
    const { leaveTombstone } = await import("../../src/features/members/erasure/erasure.store.js");
    const { transaction } = await import("../../src/platform/postgres/transaction.js");
    const { RETENTION } = await import("../../src/platform/viewer.js");
    const [{ id }] = await t.rows("select id from member where identity_subject = $1", [member.subject]);
    await transaction(t.app.database, RETENTION, (tx) => leaveTombstone(tx, id));
    expect((await read(path)).status).toBe(404);
    expect(await t.rows("select 1 from calendar_feed where member_id = $1", [id])).toEqual([]);
  });
});

test("whoever guesses addresses is told to wait", async () => {
  const limited = await startApp({ RATE_LIMITS: "true" }, t.fresh);
  try {
    let waits = 0;
    for (let n = 0; n < 170 && waits === 0; n += 1) {
      const response = await fetch(`${limited.url}/calendars/${randomUUID()}.ics`);
      if (response.status === 429) waits = Number(response.headers.get("retry-after"));
      else expect(response.status).toBe(404);
    }
    expect(waits).toBeGreaterThan(0);
  } finally {
    await limited.stop();
  }
});
