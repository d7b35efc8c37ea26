import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { runExpandSchedules } from "../../src/features/capacity/schedules/expand-schedules.js";
import { addDays, localDateOf, publicHoliday, weekday } from "../../src/kernel/calendar.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { clockChangeOf, fromNow, today } from "../support/clock.js";
import { at, type MadeClinic } from "../support/make.js";
import { WITHDRAW_SLOTS } from "../support/documents.js";

let t: TestApp;
beforeAll(async () => {
  t = await startApp();
});
afterAll(() => t.stop());

const SAVE = `mutation ($input: SaveScheduleInput!) { saveSchedule(input: $input) {
  schedule { id version validFrom validUntil expandedUntil rules { rrule opening { startTime channel } } exceptions { on openings { startTime } } }
  counts { inserted changed unchanged withdrawn refused } notDone { on startTime errors { code } } errors { code path } replayed } }`;
const first = today();
const opening = (more: object = {}) => ({ startTime: "09:00", endTime: "11:00", slotMinutes: 60, services: ["PHYSIOTHERAPY"], ...more });
const save = async (clinic: MadeClinic, more: Record<string, unknown> = {}) => {
  const answer = await t.asClinic(clinic)(SAVE, {
    input: {
      idempotencyKey: randomUUID(),
      clinicId: globalId("Clinic", clinic.id),
      practitionerId: globalId("Practitioner", clinic.practitionerId),
      validFrom: first,
      closedOnPublicHolidays: false,
      rules: [{ rrule: "FREQ=WEEKLY;BYDAY=TU", opening: opening() }],
      ...more,
    },
  });
  if (!answer.data?.saveSchedule) throw new Error(answer.text);
  return answer.data.saveSchedule;
};
const codes = (payload: any): string[] => payload.errors.map((e: any) => e.code);
const slotsOf = (clinic: MadeClinic) => t.rows("select * from slot where clinic_id = $1 order by starts_at", [clinic.id]);
/** The Tuesdays of the next eight weeks, without today. */
const tuesdays = Array.from({ length: 55 }, (_, n) => addDays(first, n + 1)).filter((day) => weekday(day) === 2);

describe("saveSchedule", () => {
  test("makes slots of weekly hours for eight weeks, which are searchable at once", async () => {
    const clinic = await t.make.clinic();
    const saved = await save(clinic);
    expect(saved).toMatchObject({
      errors: [],
      schedule: {
        version: 1,
        validFrom: first,
        expandedUntil: addDays(first, 56),
        rules: [{ rrule: "FREQ=WEEKLY;BYDAY=TU", opening: { startTime: "09:00", channel: "IN_PERSON" } }],
      },
    });
    const slots = await slotsOf(clinic);
    const future = slots.filter((s) => localDateOf(s.starts_at) !== first);
    expect(future.map((s) => s.starts_at.toISOString())).toEqual(
      tuesdays.flatMap((day) => [at(day, "09:00").toISOString(), at(day, "10:00").toISOString()]),
    );
    expect(saved.counts.inserted).toBe(slots.length);
    expect(slots[0]).toMatchObject({ source: "SCHEDULE", practitioner_id: clinic.practitionerId, state: "OPEN" });
    const found = await t.as(null)(
      `query ($id: ID!, $from: DateTime!, $to: DateTime!) { clinic(id: $id) { slots(from: $from, to: $to, service: PHYSIOTHERAPY, first: 100) { edges { node { startsAt } } } } }`,
      {
        id: globalId("Clinic", clinic.id),
        from: at(tuesdays[0]!, "00:00").toISOString(),
        to: at(tuesdays[0]!, "23:00").toISOString(),
      },
    );
    expect(found.data.clinic.slots.edges).toHaveLength(2);
  });

  test("an edit touches free slots only and reports the booked and the held one", async () => {
    const clinic = await t.make.clinic();
    const { schedule } = await save(clinic);
    const slots = (await slotsOf(clinic)).filter((s) => localDateOf(s.starts_at) !== first);
    await t.rows("update slot set booked = 1 where id = $1", [slots[0].id]);
    await t.rows("update slot set held_until = clock_now() + interval '5 minutes' where id = $1", [slots[3].id]);
    const edited = await save(clinic, {
      scheduleId: schedule.id,
      expectedVersion: 1,
      rules: [{ rrule: "FREQ=WEEKLY;BYDAY=TU", opening: opening({ channel: "ONLINE", endTime: "10:00" }) }],
    });
    expect(edited).toMatchObject({ errors: [], schedule: { id: schedule.id, version: 2 } });
    expect(edited.notDone).toEqual([
      { on: tuesdays[0], startTime: "09:00", errors: [{ code: "SLOT_BOOKED" }] },
      { on: tuesdays[1], startTime: "10:00", errors: [{ code: "SLOT_HELD" }] },
    ]);
    const after = (await slotsOf(clinic)).filter((s) => localDateOf(s.starts_at) !== first);
    expect(after[0]).toMatchObject({ id: slots[0].id, channel: "IN_PERSON", state: "OPEN" });
    expect(after[1]).toMatchObject({ id: slots[1].id, state: "WITHDRAWN" });
    expect(after[2]).toMatchObject({ id: slots[2].id, channel: "ONLINE", state: "OPEN" });
    expect(after[3]).toMatchObject({ id: slots[3].id, channel: "IN_PERSON", state: "OPEN" });
  });

  test("exceptions and public holidays: that day nothing but the exception holds", async () => {
    const clinic = await t.make.clinic();
    await save(clinic, {
      closedOnPublicHolidays: true,
      rules: [{ rrule: "FREQ=DAILY", opening: opening({ endTime: "10:00" }) }],
      exceptions: [
        { on: tuesdays[0], openings: [] },
        { on: tuesdays[1], openings: [opening({ startTime: "18:00", endTime: "20:00" })] },
      ],
    });
    const days = (await slotsOf(clinic)).map((s) => localDateOf(s.starts_at));
    expect(days).not.toContain(tuesdays[0]);
    expect(days.filter((day) => day === tuesdays[1])).toHaveLength(2);
    const holidays = Array.from({ length: 56 }, (_, n) => addDays(first, n)).filter((day) => publicHoliday(day));
    for (const day of holidays) expect(days).not.toContain(day);
  });

  test("a night on which the clock is moved: the hour that does not exist is reported, the one that exists twice is two slots", async () => {
    const clinic = await t.make.clinic();
    const year = Number(today().slice(0, 4)) + 1;
    const [spring, autumn] = [clockChangeOf(year, 3), clockChangeOf(year, 10)];
    await save(clinic, {
      validFrom: addDays(spring, -8),
      rules: [{ rrule: "FREQ=DAILY", opening: opening({ startTime: "02:00", endTime: "04:00" }) }],
    });
    expect(await slotsOf(clinic)).toEqual([]);
    const startsOn = async (day: string): Promise<string[]> =>
      (await slotsOf(clinic)).map((s) => s.starts_at).flatMap((at) => (localDateOf(at) === day ? [at.toISOString().slice(11, 16)] : []));
    await runExpandSchedules(t.app.database, { now: new Date(`${addDays(spring, -3)}T12:00:00Z`) });
    expect(await startsOn(spring)).toEqual(["01:00"]);
    await runExpandSchedules(t.app.database, { now: new Date(`${addDays(autumn, -6)}T12:00:00Z`) });
    expect(await startsOn(autumn)).toEqual(["00:00", "01:00", "02:00"]);
  });

  test("refuses what cannot be kept, every reason with its path, and saves nothing", async () => {
    const clinic = await t.make.clinic();
    const other = await t.make.clinic();
    const refused = await save(clinic, {
      practitionerId: globalId("Practitioner", other.practitionerId),
      validUntil: addDays(first, -1),
      rules: [
        { rrule: "FREQ=HOURLY", opening: opening({ startTime: "11:00", endTime: "09:00" }) },
        { rrule: "FREQ=WEEKLY", opening: opening({ services: ["PODIATRY"], slotMinutes: 3 }) },
      ],
    });
    expect(refused.errors.map((e: any) => [e.code, e.path.join(".")])).toEqual([
      ["PRACTITIONER_UNKNOWN", "input.practitionerId"],
      ["SCHEDULE_ENDS_BEFORE_START", "input.validUntil"],
      ["RECURRENCE_UNSUPPORTED", "input.rules.0.rrule"],
      ["OPENING_ENDS_BEFORE_START", "input.rules.0.endTime"],
      ["SLOT_MINUTES_OUT_OF_RANGE", "input.rules.1.slotMinutes"],
      ["SERVICE_UNKNOWN", "input.rules.1.services"],
    ]);
    expect(await t.rows("select 1 from schedule where clinic_id = $1", [clinic.id])).toEqual([]);
    expect(await slotsOf(clinic)).toEqual([]);
  });

  test("a version that has gone by, another clinic's schedule and another clinic are refused", async () => {
    const clinic = await t.make.clinic();
    const other = await t.make.clinic();
    const { schedule } = await save(clinic);
    expect(codes(await save(clinic, { scheduleId: schedule.id, expectedVersion: 7 }))).toEqual(["VERSION_CHANGED"]);
    expect(codes(await save(clinic, { scheduleId: schedule.id }))).toEqual(["VERSION_CHANGED"]);
    expect(codes(await save(other, { scheduleId: schedule.id, expectedVersion: 1 }))).toEqual(["NOT_FOUND"]);
    expect(codes(await save(other, { clinicId: globalId("Clinic", clinic.id) }))).toEqual(["NOT_FOUND"]);
    const list = (id: string, ask = t.asClinic(clinic)) =>
      ask("query ($id: ID!) { clinic(id: $id) { schedules { id } } }", { id: globalId("Clinic", id) });
    expect((await list(clinic.id)).data.clinic.schedules).toEqual([{ id: schedule.id }]);
    expect((await list(clinic.id, t.asClinic(other))).data.clinic.schedules).toEqual([]);
    const node = await t.asClinic(other)("query ($id: ID!) { node(id: $id) { id } }", { id: schedule.id });
    expect(node.data.node).toBeNull();
  });

  test("a repeated request answers the same and makes no second schedule", async () => {
    const clinic = await t.make.clinic();
    const key = { idempotencyKey: randomUUID() };
    const first = await save(clinic, key);
    expect(await save(clinic, key)).toEqual({ ...first, replayed: true });
    expect(await t.rows("select 1 from schedule where clinic_id = $1", [clinic.id])).toHaveLength(1);
  });

  test("hours on top of another opening of the practitioner are reported and not opened", async () => {
    const clinic = await t.make.clinic();
    await t.make.slot(clinic, { startsAt: at(tuesdays[0]!, "09:30") });
    const saved = await save(clinic);
    expect(saved.notDone).toEqual([
      { on: tuesdays[0], startTime: "09:00", errors: [{ code: "SLOTS_OVERLAP" }] },
      { on: tuesdays[0], startTime: "10:00", errors: [{ code: "SLOTS_OVERLAP" }] },
    ]);
  });
});

describe("a second schedule of the same practitioner", () => {
  test("on top of the first is one refusal and saves nothing; beside it it stands", async () => {
    const clinic = await t.make.clinic();
    await save(clinic);
    const before = await slotsOf(clinic);
    const again = await save(clinic);
    expect(again).toMatchObject({ schedule: null, counts: null, notDone: [], errors: [{ code: "SCHEDULES_OVERLAP" }] });
    expect(await slotsOf(clinic)).toEqual(before);
    expect(await t.rows("select 1 from schedule where clinic_id = $1", [clinic.id])).toHaveLength(1);
    expect(codes(await save(clinic, { rules: [{ rrule: "FREQ=WEEKLY;BYDAY=TH", opening: opening() }] }))).toEqual([]);
  });

  test("one that begins after the first has ended stands, one that begins while it holds does not, however far ahead", async () => {
    const clinic = await t.make.clinic();
    await save(clinic, { validUntil: addDays(today(), 300) });
    expect(codes(await save(clinic, { validFrom: addDays(today(), 290) }))).toEqual(["SCHEDULES_OVERLAP"]);
    expect(codes(await save(clinic, { validFrom: addDays(today(), 300) }))).toEqual([]);
  });

  test("a version without a schedule, and the same hours twice, are named", async () => {
    const clinic = await t.make.clinic();
    expect((await save(clinic, { expectedVersion: 1 })).errors).toEqual([{ code: "SCHEDULE_NOT_NAMED", path: ["input", "scheduleId"] }]);
    const rule = { rrule: "FREQ=WEEKLY;BYDAY=TU", opening: opening() };
    expect((await save(clinic, { rules: [rule, rule] })).errors).toEqual([{ code: "DUPLICATE_RULE", path: ["input", "rules", "1"] }]);
    expect(await t.rows("select 1 from schedule where clinic_id = $1", [clinic.id])).toEqual([]);
  });
});

describe("removeSchedule", () => {
  const REMOVE = `mutation ($input: RemoveScheduleInput!) { removeSchedule(input: $input) {
    counts { withdrawn } notDone { startTime errors { code } } errors { code path } replayed } }`;
  const remove = async (clinic: MadeClinic, scheduleId: string, more: object = {}) =>
    (await t.asClinic(clinic)(REMOVE, { input: { idempotencyKey: randomUUID(), scheduleId, expectedVersion: 1, ...more } })).data
      .removeSchedule;

  test("takes its free slots away and itself, keeps and reports what is booked, and is done once", async () => {
    const clinic = await t.make.clinic();
    const { schedule } = await save(clinic);
    const slots = (await slotsOf(clinic)).filter((s) => localDateOf(s.starts_at) !== today());
    await t.rows("update slot set booked = 1 where id = $1", [slots[0].id]);
    expect((await remove(clinic, schedule.id, { expectedVersion: 2 })).errors).toEqual([
      { code: "VERSION_CHANGED", path: ["input", "expectedVersion"] },
    ]);
    const key = { idempotencyKey: randomUUID() };
    await t.rows("update clinic set last_synced_at = clock_now() - interval '1 day' where id = $1", [clinic.id]);
    const removed = await remove(clinic, schedule.id, key);
    expect(await t.rows("select last_synced_at > clock_now() - interval '1 hour' as fresh from clinic where id = $1", [clinic.id])).toEqual(
      [{ fresh: true }],
    );
    expect(removed).toMatchObject({ errors: [], notDone: [{ startTime: "09:00", errors: [{ code: "SLOT_BOOKED" }] }] });
    expect(removed.counts.withdrawn).toBeGreaterThanOrEqual(slots.length - 1);
    expect(await remove(clinic, schedule.id, key)).toEqual({ ...removed, replayed: true });
    expect((await slotsOf(clinic)).filter((s) => s.state === "OPEN").map((s) => s.id)).toEqual([slots[0].id]);
    expect(await t.rows("select 1 from schedule where clinic_id = $1", [clinic.id])).toEqual([]);
    expect((await remove(clinic, schedule.id)).errors).toEqual([{ code: "NOT_FOUND", path: ["input", "scheduleId"] }]);
  });

  test("another clinic's is not there", async () => {
    const clinic = await t.make.clinic();
    const { schedule } = await save(clinic);
    expect((await remove(await t.make.clinic(), schedule.id)).errors[0].code).toBe("NOT_FOUND");
    expect(await t.rows("select 1 from schedule where clinic_id = $1", [clinic.id])).toHaveLength(1);
  });
});

describe("the job that expands schedules", () => {
  test("moves the horizon day by day, twice is as good as once, and leaves alone what was withdrawn by hand", async () => {
    const clinic = await t.make.clinic();
    const { schedule } = await save(clinic);
    const before = (await slotsOf(clinic)).filter((s) => localDateOf(s.starts_at) !== first);
    await t.asClinic(clinic)(WITHDRAW_SLOTS, {
      input: { idempotencyKey: randomUUID(), clinicId: globalId("Clinic", clinic.id), slotIds: [globalId("Slot", before[4].id)] },
    });
    const now = fromNow(14 * 86_400_000);
    await runExpandSchedules(t.app.database, { now });
    const after = await slotsOf(clinic);
    expect(after.length).toBeGreaterThanOrEqual(before.length + 4);
    expect(after.find((s) => s.id === before[4].id)).toMatchObject({ state: "WITHDRAWN" });
    expect(
      await t.rows("select expanded_until from schedule where id = $1", [Buffer.from(schedule.id, "base64url").toString().slice(9)]),
    ).toEqual([{ expanded_until: addDays(localDateOf(now), 56) }]);
    const again = await runExpandSchedules(t.app.database, { now });
    expect(again).toMatchObject({ inserted: 0, changed: 0, withdrawn: 0 });
    expect(await slotsOf(clinic)).toEqual(after);
  });
});
