import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { runWithdrawSilentFeeds } from "../../src/features/capacity/schedules/expand-schedules.js";
import { addDays } from "../../src/kernel/calendar.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { fromNow, now, today } from "../support/clock.js";
import { at, type MadeClinic } from "../support/make.js";
import { WITHDRAW_SLOTS } from "../support/documents.js";

let t: TestApp;
beforeAll(async () => {
  t = await startApp();
});
afterAll(() => t.stop());

const day = addDays(today(), 3);
const stamp = (time: string): string =>
  at(day, time)
    .toISOString()
    .replace(/[-:]|\.\d+/g, "");
const calendar = (...times: readonly [string, string][]): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    ...times.flatMap(([from, to], n) => [
      "BEGIN:VEVENT",
      `UID:${n}@x`,
      "SUMMARY:Bente Test Prøve 0101701234",
      `DTSTART:${stamp(from)}`,
      `DTEND:${stamp(to)}`,
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ].join("\r\n");

/** A clinic with one practitioner who works that day from nine to twelve, an hour each. */
async function clinicWithSchedule(): Promise<MadeClinic> {
  const clinic = await t.make.clinic();
  const saved = await t.asClinic(clinic)(
    "mutation ($input: SaveScheduleInput!) { saveSchedule(input: $input) { errors { code } counts { inserted } } }",
    {
      input: {
        idempotencyKey: randomUUID(),
        clinicId: globalId("Clinic", clinic.id),
        practitionerId: globalId("Practitioner", clinic.practitionerId),
        validFrom: day,
        validUntil: addDays(day, 1),
        closedOnPublicHolidays: false,
        rules: [{ rrule: "FREQ=DAILY", opening: { startTime: "09:00", endTime: "12:00", slotMinutes: 60, services: ["PHYSIOTHERAPY"] } }],
      },
    },
  );
  expect(saved.data.saveSchedule).toEqual({ errors: [], counts: { inserted: 3 } });
  return clinic;
}
const FEED = `mutation ($input: SaveBusyFeedInput!) { saveBusyFeed(input: $input) { feed { state busyPeriods asOf staleAt reason { code } } counts { withdrawn changed unchanged } notDone { startTime errors { code } } errors { code path } replayed } }`;
const push = async (clinic: MadeClinic, content: string | null, more: object = {}) =>
  (
    await t.asClinic(clinic)(FEED, {
      input: {
        idempotencyKey: randomUUID(),
        clinicId: globalId("Clinic", clinic.id),
        practitionerId: globalId("Practitioner", clinic.practitionerId),
        content,
        ...more,
      },
    })
  ).data.saveBusyFeed;
const open = async (clinic: MadeClinic): Promise<string[]> =>
  (await t.rows("select starts_at from slot where clinic_id = $1 and state = 'OPEN' order by starts_at", [clinic.id])).map((s) =>
    s.starts_at.toISOString(),
  );
const times = (...list: string[]): string[] => list.map((time) => at(day, time).toISOString());

test("free is the schedule minus busy, and what becomes free again is offered again", async () => {
  const clinic = await clinicWithSchedule();
  const first = await push(clinic, calendar(["09:30", "10:15"]));
  expect(first).toMatchObject({
    errors: [],
    feed: { state: "KNOWN", busyPeriods: 1, reason: null },
    counts: { withdrawn: 2, unchanged: 1 },
  });
  expect(await open(clinic)).toEqual(times("11:00"));
  await push(clinic, calendar(["11:00", "12:00"]));
  expect(await open(clinic)).toEqual(times("09:00", "10:00"));
  const [seen] = await t.rows("select last_synced_at from clinic where id = $1", [clinic.id]);
  expect(now().getTime() - seen.last_synced_at.getTime()).toBeLessThan(10_000);
});

test("nothing of an entry but its time is kept anywhere", async () => {
  const clinic = await clinicWithSchedule();
  await push(clinic, calendar(["09:30", "10:15"]));
  const kept = await t.rows(
    "select busy::text as text from busy_feed where clinic_id = $1 union all select outcome::text from idempotency where operation = 'saveBusyFeed'",
    [clinic.id],
  );
  expect(JSON.stringify(kept)).not.toMatch(/Bente|0101701234|@x/);
});

test("an unreadable, absent or old calendar means unknown: nothing of it is offered, and that is no freshness", async () => {
  for (const [content, more, code] of [
    ["BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:nonsense\nEND:VEVENT\nEND:VCALENDAR", {}, "FEED_UNREADABLE"],
    [null, {}, "FEED_UNREADABLE"],
    [calendar(), { asOf: fromNow(-3_600_000).toISOString() }, "FEED_STALE"],
  ] as const) {
    const clinic = await clinicWithSchedule();
    await t.rows("update clinic set last_synced_at = null where id = $1", [clinic.id]);
    const answer = await push(clinic, content, more);
    expect(answer).toMatchObject({ errors: [], feed: { state: "UNKNOWN", reason: { code } }, counts: { withdrawn: 3 } });
    expect(await open(clinic)).toEqual([]);
    expect(await t.rows("select last_synced_at from clinic where id = $1", [clinic.id])).toEqual([{ last_synced_at: null }]);
  }
});

test("a calendar that falls silent takes its openings off offer within a minute, and a new one brings them back", async () => {
  const clinic = await clinicWithSchedule();
  await push(clinic, calendar(["09:00", "10:00"]), { staleAfterMinutes: 15 });
  await runWithdrawSilentFeeds(t.app.database, { now: fromNow(14 * 60_000) });
  expect(await open(clinic)).toEqual(times("10:00", "11:00"));
  await runWithdrawSilentFeeds(t.app.database, { now: fromNow(16 * 60_000) });
  expect(await open(clinic)).toEqual([]);
  expect(await runWithdrawSilentFeeds(t.app.database, { now: fromNow(16 * 60_000) })).toMatchObject({ withdrawn: 0 });
  await push(clinic, calendar(["09:00", "10:00"]));
  expect(await open(clinic)).toEqual(times("10:00", "11:00"));
});

test("booked and held slots stay though the calendar says busy, and what a hand withdrew no calendar opens", async () => {
  const clinic = await clinicWithSchedule();
  const [a, b, c] = await t.rows("select id from slot where clinic_id = $1 order by starts_at", [clinic.id]);
  await t.rows("update slot set booked = 1 where id = $1", [a.id]);
  await t.rows("update slot set held_until = clock_now() + interval '5 minutes' where id = $1", [b.id]);
  await t.asClinic(clinic)(WITHDRAW_SLOTS, {
    input: { idempotencyKey: randomUUID(), clinicId: globalId("Clinic", clinic.id), slotIds: [globalId("Slot", c.id)] },
  });
  const answer = await push(clinic, calendar(["09:00", "11:00"]));
  expect(answer.notDone).toEqual([
    { startTime: "09:00", errors: [{ code: "SLOT_BOOKED" }] },
    { startTime: "10:00", errors: [{ code: "SLOT_HELD" }] },
  ]);
  // the held one is offered to nobody else; the booked one not even when its unit comes back
  expect(await open(clinic)).toEqual(times("10:00"));
  await t.rows("update slot set booked = 0 where id = $1", [a.id]);
  expect(await open(clinic)).toEqual(times("10:00"));
  // a hold that is given up or runs out leaves nothing for sale past the next minute
  await t.rows("update slot set held_until = null where id = $1", [b.id]);
  await runWithdrawSilentFeeds(t.app.database);
  expect(await open(clinic)).toEqual([]);
  expect(await runWithdrawSilentFeeds(t.app.database)).toMatchObject({ withdrawn: 0 });
});

test("of a group that is partly booked the free units close, the booked ones stay, and no second group takes the practitioner's time", async () => {
  const clinic = await t.make.clinic();
  const group = await t.make.slot(clinic, { startsAt: at(day, "09:00"), capacity: 6 });
  await t.rows("update slot set booked = 2 where id = $1", [group.id]);
  const answer = await push(clinic, calendar(["09:00", "09:15"]));
  expect(answer).toMatchObject({
    counts: { withdrawn: 1, unchanged: 0 },
    notDone: [{ startTime: "09:00", errors: [{ code: "SLOT_BOOKED" }] }],
  });
  expect(await t.rows("select state, booked from slot where id = $1", [group.id])).toEqual([{ state: "WITHDRAWN", booked: 2 }]);
  const overlapping = t.make.slot(clinic, { startsAt: at(day, "09:00") });
  await expect(overlapping).rejects.toThrow("practitioner_slots_never_overlap");
  const freed = await push(clinic, calendar());
  expect(freed).toMatchObject({ counts: { changed: 1 }, notDone: [] });
  expect(await open(clinic)).toEqual(times("09:00"));
});

test("a closing moves the appointments of a group whose free units a calendar closed before", async () => {
  const clinic = await t.make.clinic();
  const group = await t.make.slot(clinic, { startsAt: at(day, "09:00"), capacity: 6 });
  await t.rows("update slot set booked = 1 where id = $1", [group.id]);
  await push(clinic, calendar(["09:00", "09:15"]));
  const closed = await t.asClinic(clinic)("mutation ($input: CloseTimeInput!) { closeTime(input: $input) { withdrawn errors { code } } }", {
    input: {
      idempotencyKey: randomUUID(),
      clinicId: globalId("Clinic", clinic.id),
      from: at(day, "08:00").toISOString(),
      to: at(day, "12:00").toISOString(),
    },
  });
  expect(closed.data.closeTime).toEqual({ withdrawn: 1, errors: [] });
});

test("a repeated request answers the same; a foreign clinic and a practitioner of another clinic are refused", async () => {
  const clinic = await clinicWithSchedule();
  const other = await t.make.clinic();
  const key = { idempotencyKey: randomUUID() };
  const first = await push(clinic, calendar(["09:00", "10:00"]), key);
  expect(await push(clinic, calendar(["09:00", "10:00"]), key)).toEqual({ ...first, replayed: true });
  expect((await push(other, calendar(), { clinicId: globalId("Clinic", clinic.id) })).errors[0].code).toBe("NOT_FOUND");
  expect((await push(clinic, calendar(), { practitionerId: globalId("Practitioner", other.practitionerId) })).errors).toEqual([
    { code: "PRACTITIONER_UNKNOWN", path: ["input", "practitionerId"] },
  ]);
});

test("a calendar that is taken away leaves the schedule to speak for itself", async () => {
  const clinic = await clinicWithSchedule();
  const other = await t.make.clinic();
  await push(clinic, calendar(["09:00", "11:00"]));
  expect(await open(clinic)).toEqual(times("11:00"));
  const remove = (as: MadeClinic, key: string) =>
    t.asClinic(as)(
      "mutation ($input: RemoveBusyFeedInput!) { removeBusyFeed(input: $input) { counts { changed } errors { code } replayed } }",
      {
        input: {
          idempotencyKey: key,
          clinicId: globalId("Clinic", clinic.id),
          practitionerId: globalId("Practitioner", clinic.practitionerId),
        },
      },
    );
  expect((await remove(other, randomUUID())).data.removeBusyFeed).toMatchObject({ counts: null, errors: [{ code: "NOT_FOUND" }] });
  const key = randomUUID();
  await t.rows("update clinic set last_synced_at = null where id = $1 returning id", [clinic.id]);
  const told = () => t.rows("select 1 from outbox where topic = 'availability.changed' and aggregate_id = $1", [clinic.id]);
  const before = (await told()).length;
  expect((await remove(clinic, key)).data.removeBusyFeed).toEqual({ counts: { changed: 2 }, errors: [], replayed: false });
  // the clinic has said something of its times, and the search shows when
  expect(await t.rows("select id from clinic where id = $1 and last_synced_at is null", [clinic.id])).toEqual([]);
  expect(await open(clinic)).toEqual(times("09:00", "10:00", "11:00"));
  expect(await told()).toHaveLength(before + 1);
  expect((await remove(clinic, key)).data.removeBusyFeed).toEqual({ counts: { changed: 2 }, errors: [], replayed: true });
  expect((await remove(clinic, randomUUID())).data.removeBusyFeed.errors).toEqual([{ code: "NOT_FOUND" }]);
});
