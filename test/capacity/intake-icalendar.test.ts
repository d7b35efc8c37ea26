import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { icalendarSource } from "../../src/features/capacity/intake/icalendar/icalendar.js";
import type { BusyAnswer, IntakeContext, IntakeInput } from "../../src/features/capacity/intake/source.js";
import { overlaps, overlapTest } from "../../src/kernel/period.js";
import type { SlotOffer } from "../../src/features/capacity/slots/slot-line.js";
import { sized } from "../support/size.js";

const now = new Date("2026-03-01T08:00:00Z");
const context: IntakeContext = {
  now,
  sourceAsOf: null,
  staleAfterMinutes: 30,
  window: { start: new Date("2026-03-01T00:00:00Z"), end: new Date("2027-03-01T00:00:00Z") },
  schedules: new Map(),
  defaults: {},
};
const calendar = (...lines: string[]): string =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Fictional Practice//EN", ...lines, "END:VCALENDAR"].join("\r\n");
const event = (...lines: string[]): string[] => ["BEGIN:VEVENT", "UID:u1", ...lines, "END:VEVENT"];
const read = (input: IntakeInput, over: Partial<IntakeContext> = {}): BusyAnswer =>
  icalendarSource.parse(input, { ...context, ...over }).busy!;
const times = (...lines: string[]): string[] => {
  const busy = read(calendar(...lines));
  if (busy.state === "UNKNOWN") throw new Error(busy.reason.message);
  return busy.times.map((t) => `${t.start.toISOString().slice(0, 16)}/${t.end.toISOString().slice(0, 16)}`);
};
const LOCAL = ";TZID=Europe/Copenhagen:";

describe("a busy feed", () => {
  test("gives start, end, uid, status and last change, and nothing about anybody", () => {
    const text = calendar(
      ...event(
        "DTSTART:20260310T080000Z",
        "DTEND:20260310T090000Z",
        "STATUS:CONFIRMED",
        "LAST-MODIFIED:20260301T070000Z",
        "SUMMARY:Zebra Patient",
        "DESCRIPTION:Zebra long and",
        "  folded Zebra",
        "LOCATION:Zebra 1",
        'ATTENDEE;CN="Zebra":mailto:zebra@patients.example',
        "ORGANIZER:mailto:zebra@patients.example",
        "X-PATIENT:Zebra",
        "BEGIN:VALARM",
        "DESCRIPTION:Zebra",
        "TRIGGER:-PT5M",
        "END:VALARM",
      ),
    );
    const result = icalendarSource.parse(new TextEncoder().encode(text), context);
    expect(result.busy).toEqual({
      state: "KNOWN",
      times: [
        {
          start: new Date("2026-03-10T08:00:00Z"),
          end: new Date("2026-03-10T09:00:00Z"),
          uid: "u1",
          status: "CONFIRMED",
          lastModified: new Date("2026-03-01T07:00:00Z"),
        },
      ],
      periods: [{ start: new Date("2026-03-10T08:00:00Z"), end: new Date("2026-03-10T09:00:00Z") }],
      unread: [],
    });
    expect(result.meta.lastSyncedAt).toEqual(now);
    expect(JSON.stringify(result)).not.toMatch(/zebra/i);
  });
  test("leaves out what is called off or takes no time; tentative counts as busy", () => {
    const at = ["DTSTART:20260310T080000Z", "DTEND:20260310T090000Z"];
    expect(times(...event(...at, "STATUS:CANCELLED"))).toEqual([]);
    expect(times(...event(...at, "TRANSP:TRANSPARENT"))).toEqual([]);
    expect(times(...event(...at, "STATUS:TENTATIVE"))).toHaveLength(1);
    expect(times()).toEqual([]);
  });
  test("reads VFREEBUSY: all but FREE is busy", () => {
    expect(
      times(
        "BEGIN:VFREEBUSY",
        "FREEBUSY:20260310T080000Z/20260310T090000Z,20260311T080000Z/PT45M",
        "FREEBUSY;FBTYPE=FREE:20260312T080000Z/PT1H",
        "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20260313T080000Z/PT1H",
        "FREEBUSY;FBTYPE=X-LUNCH:20260314T080000Z/PT1H",
        "END:VFREEBUSY",
      ),
    ).toEqual([
      "2026-03-10T08:00/2026-03-10T09:00",
      "2026-03-11T08:00/2026-03-11T08:45",
      "2026-03-13T08:00/2026-03-13T09:00",
      "2026-03-14T08:00/2026-03-14T09:00",
    ]);
  });
  test("follows the clock on the wall through recurrence, across both clock changes", () => {
    const weekly = times(...event(`DTSTART${LOCAL}20260323T090000`, `DTEND${LOCAL}20260323T100000`, "RRULE:FREQ=WEEKLY;COUNT=3"));
    expect(weekly.map((t) => t.slice(0, 16))).toEqual(["2026-03-23T08:00", "2026-03-30T07:00", "2026-04-06T07:00"]);
    expect(
      times(...event(`DTSTART${LOCAL}20261024T023000`, "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3")).map((t) => t.slice(0, 16)),
    ).toEqual(["2026-10-24T00:30", "2026-10-25T00:30", "2026-10-26T01:30"]);
  });
  test("is never shorter than the truth on the two nights", () => {
    expect(times(...event(`DTSTART${LOCAL}20261025T023000`, `DTEND${LOCAL}20261025T024500`))).toEqual([
      "2026-10-25T00:30/2026-10-25T01:45",
    ]);
    expect(times(...event(`DTSTART${LOCAL}20260329T023000`, `DTEND${LOCAL}20260329T040000`))).toEqual([
      "2026-03-29T01:00/2026-03-29T02:00",
    ]);
  });
  test("knows whole days, local times without a zone, Windows' name for Danish time and zones it describes itself", () => {
    expect(times(...event("DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270102"))).toEqual(["2026-12-30T23:00/2027-01-01T23:00"]);
    expect(times(...event("DTSTART;VALUE=DATE:20261025"))).toEqual(["2026-10-24T22:00/2026-10-25T23:00"]);
    expect(times(...event("DTSTART:20260701T090000", "DURATION:PT30M"))).toEqual(["2026-07-01T07:00/2026-07-01T07:30"]);
    expect(times(...event('DTSTART;TZID="Romance Standard Time":20260701T090000', "DURATION:PT30M"))).toEqual([
      "2026-07-01T07:00/2026-07-01T07:30",
    ]);
    const zone = [
      "BEGIN:VTIMEZONE",
      "TZID:Custom",
      "BEGIN:STANDARD",
      "DTSTART:19700101T000000",
      "TZOFFSETFROM:+0000",
      "TZOFFSETTO:+0000",
      "END:STANDARD",
      "END:VTIMEZONE",
    ];
    expect(times(...zone, ...event("DTSTART;TZID=Custom:20260701T090000", "DURATION:PT30M"))).toEqual([
      "2026-07-01T09:00/2026-07-01T09:30",
    ]);
  });
  test("honours UNTIL as an instant, EXDATE, RDATE, moved and cancelled occurrences", () => {
    expect(
      times(...event(`DTSTART${LOCAL}20260706T233000`, "DURATION:PT15M", "RRULE:FREQ=DAILY;UNTIL=20260708T213000Z")).map((t) =>
        t.slice(0, 10),
      ),
    ).toEqual(["2026-07-06", "2026-07-07", "2026-07-08"]);
    const series = event(
      `DTSTART${LOCAL}20260706T090000`,
      "DURATION:PT1H",
      "RRULE:FREQ=DAILY;COUNT=5",
      "EXDATE:20260707T070000Z",
      `RDATE${LOCAL}20260720T090000`,
    );
    const moved = event(`RECURRENCE-ID${LOCAL}20260708T090000`, `DTSTART${LOCAL}20260801T120000`, "DURATION:PT1H");
    const off = event(`RECURRENCE-ID${LOCAL}20260709T090000`, `DTSTART${LOCAL}20260709T090000`, "DURATION:PT1H", "STATUS:CANCELLED");
    expect(times(...series, ...moved, ...off).map((t) => t.slice(0, 16))).toEqual([
      "2026-07-06T07:00",
      "2026-07-10T07:00",
      "2026-07-20T07:00",
      "2026-08-01T10:00",
    ]);
  });
});

describe("a feed that cannot be relied on is UNKNOWN, never free", () => {
  const good = event("DTSTART:20260310T080000Z", "DURATION:PT1H");
  test.each<[string, IntakeInput, Partial<IntakeContext>]>([
    ["absent", null, {}],
    ["empty", "", {}],
    ["a web page", "<html>Log in</html>", {}],
    ["a page that looks a little like it", "HTTP:404\r\nX:Y", {}],
    ["cut short", calendar(...good).slice(0, 120), {}],
    ["cut short between entries", calendar(...good).replace("END:VCALENDAR", ""), {}],
    ["not UTF-8", new Uint8Array([0xff, 0xfe, 0x42]), {}],
    ["too large", new Uint8Array(icalendarSource.maxBytes + 1), {}],
    ["stale", calendar(...good), { sourceAsOf: new Date(now.getTime() - 31 * 60_000) }],
    ["without a start", calendar(...event("DURATION:PT1H")), {}],
    ["with a start that is no time", calendar(...event("DTSTART:20261399T996600Z")), {}],
    ["on 31 February", calendar(...event("DTSTART:20260231T080000Z")), {}],
    ["with an entry that is never closed", calendar("BEGIN:VEVENT", "DTSTART:20260310T080000Z"), {}],
    ["that states when its owner can be had", calendar("BEGIN:VAVAILABILITY", "END:VAVAILABILITY", ...good), {}],
    ["with a broken line", calendar(...good, "Zebra Patient"), {}],
  ])("%s", (_, input, over) => {
    const result = icalendarSource.parse(input, { ...context, ...over });
    expect(result.busy).toMatchObject({ state: "UNKNOWN" });
    expect(result.faults).toHaveLength(1);
    expect(JSON.stringify(result)).not.toMatch(/zebra/i);
  });
  test("one that repeats itself beyond measure is given up on quickly", () => {
    const many = Array.from({ length: sized(500, 2_000) }, (_, i) => [
      "BEGIN:VEVENT",
      `UID:${i}`,
      "DTSTART:19900101T080000Z",
      "DURATION:PT1H",
      "RRULE:FREQ=DAILY",
      "END:VEVENT",
    ]).flat();
    expect(read(calendar(...many)).state).toBe("UNKNOWN");
  });
  test("whatever bytes come, there is an answer, and never one that invents an empty day from rubbish", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.nat(300), (noise, at) => {
        const text = calendar(...good);
        const answer = read(text.slice(0, at) + noise + text.slice(at));
        expect(["KNOWN", "UNKNOWN"]).toContain(answer.state);
        expect(read(noise).state).toBe("UNKNOWN");
      }),
    );
  });
});

test("free time from a feed never overlaps what the feed calls busy", () => {
  const stamp = (t: number): string => new Date(t).toISOString().replace(/[-:]|\.\d{3}/g, "");
  const first = Date.UTC(2026, 9, 24);
  const slots = Array.from(
    { length: 96 },
    (_, i) =>
      ({ startsAt: new Date(first + i * 1_800_000), endsAt: new Date(first + (i + 1) * 1_800_000), externalId: String(i) }) as SlotOffer,
  );
  const entry = fc.tuple(fc.nat(2800), fc.integer({ min: 1, max: 200 }), fc.boolean());
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 10 }), (list) => {
      const entries = list.flatMap(([start, length, daily], i) => [
        "BEGIN:VEVENT",
        `UID:${i}`,
        `DTSTART:${stamp(first + start * 60_000)}`,
        `DURATION:PT${length}M`,
        ...(daily ? ["RRULE:FREQ=DAILY;COUNT=2"] : []),
        "END:VEVENT",
      ]);
      const busy = read(calendar(...entries));
      if (busy.state === "UNKNOWN") throw new Error(busy.reason.message);
      const truth = list.flatMap(([start, length, daily]) =>
        [0, ...(daily ? [1440] : [])].map((d) => ({
          start: new Date(first + (start + d) * 60_000),
          end: new Date(first + (start + d + length) * 60_000),
        })),
      );
      const taken = overlapTest(busy.periods);
      const spans = slots.map(({ startsAt: start, endsAt: end }) => ({ start, end }));
      expect(spans.map(taken)).toEqual(spans.map((slot) => truth.some((b) => overlaps(b, slot))));
    }),
  );
});
