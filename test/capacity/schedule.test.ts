import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { LocalDate } from "../../src/kernel/calendar.js";
import { overlaps, type Period } from "../../src/kernel/period.js";
import { readScheduleRecurrence, recurrenceDays } from "../../src/features/capacity/schedules/schedule-recurrence.js";
import { diffSchedule, type StandingSlot } from "../../src/features/capacity/schedules/schedule-difference.js";
import { checkSchedule } from "../../src/features/capacity/schedules/schedule-check.js";
import { expandSchedule, type Opening, type Schedule, type ScheduleRule } from "../../src/features/capacity/schedules/schedule.js";
import type { SlotOffer } from "../../src/features/capacity/slots/slot-line.js";

const day = (text: string): LocalDate => text as LocalDate;
const ID = "01981111-2222-7333-8444-555566667777";
const opening = (startTime: string, endTime: string, slotMinutes = 30, pauseMinutes = 0): Opening => ({
  startTime,
  endTime,
  slotMinutes,
  pauseMinutes,
  services: ["PHYSIO"],
  channel: "IN_PERSON",
  audience: "BOTH",
  languages: ["da"],
  funding: "PRIVATE",
  capacity: 1,
  cancellationHours: null,
});
const rule = (rrule: string, ...rest: Parameters<typeof opening>): ScheduleRule => ({ rrule, ...opening(...rest) });
const schedule = (over: Partial<Schedule> = {}): Schedule => ({
  id: ID,
  practitionerId: "p1",
  rules: [rule("FREQ=WEEKLY;BYDAY=MO,WE", "09:00", "10:30", 30, 15)],
  validFrom: day("2026-01-01"),
  validUntil: null,
  exceptions: [],
  closedOnPublicHolidays: true,
  ...over,
});
const expand = (over: Partial<Schedule>, from: string, until: string) => expandSchedule(schedule(over), day(from), day(until));
const span = (slot: SlotOffer): Period => ({ start: slot.startsAt, end: slot.endsAt });
const starts = (slots: readonly SlotOffer[]): string[] => slots.map((s) => s.startsAt.toISOString().slice(0, 16) + "Z");

describe("weekly hours", () => {
  test("become slots with pauses between them, local in winter and in summer", () => {
    expect(starts(expand({}, "2026-01-12", "2026-01-15").slots)).toEqual([
      "2026-01-12T08:00Z",
      "2026-01-12T08:45Z",
      "2026-01-14T08:00Z",
      "2026-01-14T08:45Z",
    ]);
    expect(starts(expand({}, "2026-07-06", "2026-07-07").slots)).toEqual(["2026-07-06T07:00Z", "2026-07-06T07:45Z"]);
  });
  test("keep their external ids from run to run, within 64 characters", () => {
    const ids = expand({}, "2026-01-12", "2026-02-12").slots.map((s) => s.externalId);
    expect(ids[0]).toBe(`${ID}:2026-01-12T0900`);
    expect(expand({}, "2026-01-14", "2026-02-12").slots.every((s) => ids.includes(s.externalId))).toBe(true);
    expect(Math.max(...ids.map((i) => i.length)) + "+0200".length).toBeLessThanOrEqual(64);
  });
  test("count every second week from the first week they hold", () => {
    const { slots } = expand(
      { rules: [rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "09:00", "09:30")], validFrom: day("2026-01-07") },
      "2026-01-01",
      "2026-02-10",
    );
    expect(slots.map((s) => s.startsAt.toISOString().slice(0, 10))).toEqual(["2026-01-19", "2026-02-02"]);
  });
  test("hold from the first day up to, not on, the last", () => {
    const { slots } = expand({ validFrom: day("2026-01-12"), validUntil: day("2026-01-14") }, "2026-01-01", "2026-03-01");
    expect(new Set(slots.map((s) => s.startsAt.toISOString().slice(0, 10)))).toEqual(new Set(["2026-01-12"]));
  });
  test("UNTIL is the last day on which the rule holds", () => {
    const { slots } = expand({ rules: [rule("FREQ=DAILY;UNTIL=20260114", "09:00", "09:30")] }, "2026-01-13", "2026-01-20");
    expect(slots).toHaveLength(2);
  });
  test("give way to an exception: closed, or hours of its own", () => {
    const { slots } = expand(
      {
        exceptions: [
          { on: day("2026-01-12"), closed: true },
          { on: day("2026-01-17"), openings: [opening("10:00", "11:00", 60)] },
        ],
      },
      "2026-01-12",
      "2026-01-19",
    );
    expect(starts(slots)).toEqual(["2026-01-14T08:00Z", "2026-01-14T08:45Z", "2026-01-17T09:00Z"]);
  });
  test("rest on public holidays across the year's end, unless an exception opens one", () => {
    const rules = [rule("FREQ=DAILY", "09:00", "09:30")];
    const open = { on: day("2027-01-01"), openings: [opening("23:00", "24:00", 60)] };
    const days = (over: Partial<Schedule>): string[] => starts(expand({ rules, ...over }, "2026-12-31", "2027-01-03").slots);
    expect(days({})).toEqual(["2026-12-31T08:00Z", "2027-01-02T08:00Z"]);
    expect(days({ closedOnPublicHolidays: false })).toHaveLength(3);
    expect(days({ exceptions: [open] })).toEqual(["2026-12-31T08:00Z", "2027-01-01T22:00Z", "2027-01-02T08:00Z"]);
  });
});

describe("the night of 29 March 2026", () => {
  test("refuses the times that do not exist and keeps the rest on the wall-clock grid", () => {
    const { slots, refused } = expand({ rules: [rule("FREQ=DAILY", "01:00", "04:00", 30)] }, "2026-03-29", "2026-03-30");
    expect(starts(slots)).toEqual(["2026-03-29T00:00Z", "2026-03-29T00:30Z", "2026-03-29T01:00Z", "2026-03-29T01:30Z"]);
    expect(refused.map((r) => [r.startTime, r.refusal.code])).toEqual([
      ["02:00", "TIME_DOES_NOT_EXIST"],
      ["02:30", "TIME_DOES_NOT_EXIST"],
    ]);
  });
  test("lets no long slot run into the next one or past closing", () => {
    const long = expand({ rules: [rule("FREQ=DAILY", "01:30", "06:00", 90)] }, "2026-03-29", "2026-03-30");
    expect(starts(long.slots)).toEqual(["2026-03-29T00:30Z", "2026-03-29T02:30Z"]);
    expect(long.refused.map((r) => [r.startTime, r.refusal.code])).toEqual([["03:00", "SLOTS_OVERLAP"]]);
    const late = expand({ rules: [rule("FREQ=DAILY", "01:30", "03:00", 90)] }, "2026-03-29", "2026-03-30");
    expect(late.refused.map((r) => r.refusal.code)).toEqual(["OUTSIDE_OPENING_HOURS"]);
    const inGap = expand({ rules: [rule("FREQ=DAILY", "01:00", "02:30", 30)] }, "2026-03-29", "2026-03-30");
    expect(starts(inGap.slots)).toEqual(["2026-03-29T00:00Z", "2026-03-29T00:30Z"]);
  });
});

describe("the night of 25 October 2026", () => {
  test("makes two slots of a time that exists twice, told apart by offset", () => {
    const { slots, refused } = expand({ rules: [rule("FREQ=DAILY", "02:00", "03:00", 30)] }, "2026-10-25", "2026-10-26");
    expect(starts(slots)).toEqual(["2026-10-25T00:00Z", "2026-10-25T00:30Z", "2026-10-25T01:00Z", "2026-10-25T01:30Z"]);
    expect(slots.map((s) => s.externalId.slice(-9))).toEqual(["0200+0200", "0230+0200", "0200+0100", "0230+0100"]);
    expect(refused).toEqual([]);
  });
  test("makes one of it where two would overlap", () => {
    const { slots, refused } = expand({ rules: [rule("FREQ=DAILY", "02:00", "06:00", 90)] }, "2026-10-25", "2026-10-26");
    expect(starts(slots)).toEqual(["2026-10-25T00:00Z", "2026-10-25T02:30Z"]);
    expect(refused.map((r) => [r.startTime, r.refusal.code])).toEqual([["02:00", "SLOTS_OVERLAP"]]);
  });
});

describe("recurrence", () => {
  test.each([
    "",
    "hello",
    "FREQ=SECONDLY",
    "FREQ=HOURLY",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
    "FREQ=DAILY;BYDAY=MO;INTERVAL=7",
    "FREQ=WEEKLY;INTERVAL=999999999",
    "FREQ=WEEKLY;INTERVAL=0",
    "FREQ=WEEKLY;COUNT=0",
    "FREQ=WEEKLY;BYDAY=1MO",
    "FREQ=WEEKLY;BYDAY=XX",
    "FREQ=WEEKLY;BYHOUR=9",
    "FREQ=MONTHLY;INTERVAL=48;BYDAY=5SA",
    "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;INTERVAL=2",
    "FREQ=WEEKLY;COUNT=3;UNTIL=20260101",
    "FREQ=WEEKLY;FREQ=DAILY",
    "FREQ=__proto__",
  ])("%j is refused instead of hanging or answering wrongly", (text) => {
    expect(typeof readScheduleRecurrence(text)).toBe("string");
  });
  test("agrees with walking the days one by one", () => {
    const names = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
    const first = Date.UTC(2026, 0, 1);
    const week = (t: number): number => Math.floor((t / 86_400_000 + 3) / 7);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 5 }),
        fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }),
        (offset, interval, byDay) => {
          const from = first + offset * 86_400_000;
          const read = readScheduleRecurrence(`FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${byDay.join(",")}`);
          if (typeof read === "string") throw new Error(read);
          const iso = (t: number): string => new Date(t).toISOString().slice(0, 10);
          const expected: string[] = [];
          for (let t = from; t < from + 120 * 86_400_000; t += 86_400_000)
            if ((week(t) - week(from)) % interval === 0 && byDay.includes(names[new Date(t).getUTCDay()]!)) expected.push(iso(t));
          expect(recurrenceDays(read, iso(from), iso(from), iso(from + 120 * 86_400_000))).toEqual(expected);
        },
      ),
    );
  });
  test("a schedule hears every fault at once", () => {
    const found = checkSchedule(
      schedule({
        validUntil: day("2025-01-01"),
        rules: [rule("FREQ=HOURLY", "10:00", "09:00", 2, -1)],
        exceptions: [{ on: day("2026-02-31"), closed: true }],
      }),
    );
    expect(found.map((r) => r.code).sort()).toEqual(
      [
        "DAY_INVALID",
        "OPENING_ENDS_BEFORE_START",
        "PAUSE_OUT_OF_RANGE",
        "RECURRENCE_UNSUPPORTED",
        "SCHEDULE_ENDS_BEFORE_START",
        "SLOT_MINUTES_OUT_OF_RANGE",
      ].sort(),
    );
    expect(checkSchedule(schedule())).toEqual([]);
  });
});

describe("slots of a schedule", () => {
  test("slots of one schedule never overlap, on any grid and either clock change", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1380 }),
        fc.integer({ min: 5, max: 200 }),
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom("2026-03-28", "2026-10-24", "2026-12-30"),
        (start, slot, pause, from) => {
          const startTime = `${String(Math.floor(start / 60)).padStart(2, "0")}:${String(start % 60).padStart(2, "0")}`;
          const rules = [rule("FREQ=DAILY", startTime, "24:00", slot, pause), rule("FREQ=WEEKLY;BYDAY=SU,MO", "01:15", "12:00", 50)];
          const { slots } = expandSchedule(
            schedule({ rules }),
            day(from),
            day("2027-01-03") > day(from) ? day(new Date(Date.parse(from) + 4 * 86_400_000).toISOString().slice(0, 10)) : day(from),
          );
          slots.slice(1).forEach((s, i) => expect(s.startsAt.getTime()).toBeGreaterThanOrEqual(slots[i]!.endsAt.getTime()));
          expect(new Set(slots.map((s) => s.externalId)).size).toBe(slots.length);
        },
      ),
    );
  });
});

describe("an edited schedule", () => {
  const before = expand({ rules: [rule("FREQ=DAILY", "09:00", "11:00")] }, "2026-01-12", "2026-01-13").slots;
  const standing = (slot: SlotOffer, over: Partial<StandingSlot> = {}): StandingSlot => ({
    slot,
    state: "OPEN",
    booked: 0,
    held: false,
    ...over,
  });
  const ids = (slots: readonly { externalId: string }[]): string[] => slots.map((s) => s.externalId.slice(-4));

  test("that says the same changes nothing", () => {
    expect(
      diffSchedule(
        before.map((s) => standing(s)),
        before,
        { reopenWithdrawn: true },
      ),
    ).toEqual({ insert: [], change: [], withdraw: [], kept: [], blocked: [], unchanged: 4 });
  });
  test("touches free slots only and reports the rest", () => {
    const after = expand({ rules: [rule("FREQ=DAILY", "09:00", "12:00", 60)] }, "2026-01-12", "2026-01-13").slots;
    const [nine, halfNine, ten, halfTen] = before as readonly [SlotOffer, SlotOffer, SlotOffer, SlotOffer];
    const found = diffSchedule(
      [standing(nine), standing(halfNine, { booked: 1 }), standing(ten, { held: true }), standing(halfTen)],
      after,
      { reopenWithdrawn: true },
    );
    expect(ids(found.insert)).toEqual(["1100"]);
    expect(found.kept.map((k) => [k.standing.slot.externalId.slice(-4), k.wanted, k.refusal.code])).toEqual([
      ["0930", "WITHDRAW", "SLOT_BOOKED"],
      ["1000", "CHANGE", "SLOT_HELD"],
    ]);
    // The longer nine o'clock slot would run into the booked 09:30, so it goes and is reported.
    expect(found.blocked.map((b) => b.slot.externalId.slice(-4))).toEqual(["0900"]);
    expect(ids(found.withdraw.map((s) => s.slot))).toEqual(["1030", "0900"]);
  });
  test("opens again what it had withdrawn; the nightly run leaves it", () => {
    const gone = [standing(before[0]!, { state: "WITHDRAWN" })];
    expect(diffSchedule(gone, before.slice(0, 1), { reopenWithdrawn: true }).change).toHaveLength(1);
    expect(diffSchedule(gone, before.slice(0, 1), { reopenWithdrawn: false })).toMatchObject({ change: [], insert: [], unchanged: 1 });
  });
  test("leaves, once applied, nothing to do but what was kept", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 90 }),
        fc.integer({ min: 5, max: 90 }),
        fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 60, maxLength: 60 }),
        (a, b, state) => {
          const make = (minutes: number): readonly SlotOffer[] =>
            expand({ rules: [rule("FREQ=DAILY", "08:00", "13:00", minutes)] }, "2026-01-12", "2026-01-13").slots;
          const existing = make(a).map((s, i) => standing(s, { booked: state[i] === 1 ? 1 : 0, held: state[i] === 2 }));
          const wanted = make(b);
          const found = diffSchedule(existing, wanted, { reopenWithdrawn: true });
          const gone = new Set(found.withdraw.map((s) => s.slot.externalId));
          const changed = new Map(found.change.map((c) => [c.to.externalId, c.to]));
          const after = [
            ...existing.filter((s) => !gone.has(s.slot.externalId)).map((s) => ({ ...s, slot: changed.get(s.slot.externalId) ?? s.slot })),
            ...found.insert.map((s) => standing(s)),
          ];
          expect(after.filter((x) => after.some((y) => x !== y && overlaps(span(x.slot), span(y.slot))))).toEqual([]);
          for (const s of existing)
            if (s.booked > 0 || s.held) expect(after.find((t) => t.slot.externalId === s.slot.externalId)?.slot).toEqual(s.slot);
          const again = diffSchedule(after, wanted, { reopenWithdrawn: true });
          expect([again.insert, again.change, again.withdraw]).toEqual([[], [], []]);
        },
      ),
    );
  });
});
