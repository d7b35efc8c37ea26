/** Calendars as others send them: each kind of slip is read where its meaning is certain, costs its time, or makes the calendar UNKNOWN. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { icalendarSource } from "../../src/features/capacity/intake/icalendar/icalendar.js";
import type { IntakeInput, IntakeResult } from "../../src/features/capacity/intake/source.js";

const FILES = new URL("../fixtures/calendar/", import.meta.url);
const WINDOW = ["2026-10-01", "2027-02-01"] as const;
const parse = (input: IntakeInput, [from, to]: readonly [string, string] = WINDOW): IntakeResult =>
  icalendarSource.parse(input, {
    now: new Date("2026-09-30T08:00:00Z"),
    sourceAsOf: null,
    staleAfterMinutes: 30,
    window: { start: new Date(`${from}T00:00:00Z`), end: new Date(`${to}T00:00:00Z`) },
    schedules: new Map(),
    defaults: {},
  });
const short = (at: Date): string => at.toISOString().slice(0, 16);
/** What is not free, or why it is not known. */
const busy = (input: IntakeInput, window?: readonly [string, string]): string[] | string => {
  const answer = parse(input, window).busy;
  if (answer?.state !== "KNOWN") return answer?.reason.message ?? "nothing";
  return answer.periods.map((p) => `${short(p.start)}/${short(p.end)}`);
};
const unread = (input: IntakeInput): unknown => {
  const answer = parse(input).busy;
  return answer?.state === "KNOWN" ? answer.unread.map(({ code, entries }) => [code, entries]) : answer;
};
const calendar = (...lines: string[]): string =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Fictional Practice//EN", ...lines, "END:VCALENDAR"].join("\r\n");
const event = (...lines: string[]): string[] => ["BEGIN:VEVENT", "UID:u1", ...lines, "END:VEVENT"];
const of = (...lines: string[]): string => calendar(...event(...lines));
const DK = ";TZID=Europe/Copenhagen:";
const UNKNOWN = expect.stringMatching(/^Entries .+: \d+\.$/) as unknown as string;

describe("each of the small calendars", () => {
  const right: Record<string, { found: string[] | string; window?: readonly [string, string] }> = {
    "I1-allday-end-equals-start": { found: ["2026-12-07T23:00/2026-12-08T23:00"] },
    "I10-exdate-as-day-on-timed-series": { found: ["2026-12-07T09:00/2026-12-07T10:00", "2026-12-09T09:00/2026-12-09T10:00"] },
    "I12-day-without-value-date": { found: ["2026-12-06T23:00/2026-12-07T23:00", "2026-12-16T23:00/2026-12-17T23:00"] },
    "I1b-timed-end-before-start": { found: UNKNOWN },
    "I1c-negative-duration": { found: UNKNOWN },
    "I2-duration-day-autumn": { found: ["2026-10-24T10:00/2026-10-25T11:00"] },
    "I3-freebusy-covers-one-week": {
      found: ["2026-10-01T00:00/2026-11-30T00:00", "2026-12-01T19:00/2026-12-01T20:00", "2026-12-07T00:00/2027-02-01T00:00"],
    },
    "I4-vtimezone-without-rules": { found: UNKNOWN },
    "I5-fold-inside-a-letter": { found: ["2026-12-08T19:00/2026-12-08T20:00"] },
    "I6-zone-name-without-definition": { found: ["2026-12-08T19:00/2026-12-08T20:00"] },
    "I6c-outlook-display-name": { found: ["2026-12-08T18:00/2026-12-08T19:00"] },
    "I7-yearly-last-day-of-two-months": {
      found: ["2026-03-30T22:00/2026-03-31T22:00", "2026-09-29T22:00/2026-09-30T22:00"],
      window: ["2026-01-01", "2027-01-01"],
    },
    "I8-yearly-29-february-count": {
      found: ["2028-02-28T23:00/2028-02-29T23:00", "2032-02-28T23:00/2032-02-29T23:00"],
      window: ["2025-01-01", "2040-01-01"],
    },
    "I9-forty-monthly-since-1990": {
      found: [
        "2026-10-05T06:00/2026-10-05T06:30",
        "2026-11-02T07:00/2026-11-02T07:30",
        "2026-12-07T07:00/2026-12-07T07:30",
        "2027-01-04T07:00/2027-01-04T07:30",
      ],
    },
    "I9b-sixteen-daily-since-2010": {
      found: ["2026-12-01T07:00/2026-12-01T07:30", "2026-12-02T07:00/2026-12-02T07:30"],
      window: ["2026-12-01", "2026-12-03"],
    },
  };
  test("there is a right value for every file", () => {
    expect(Object.keys(right).sort()).toEqual(
      readdirSync(FILES)
        .map((name) => name.replace(/\.ics$/, ""))
        .sort(),
    );
  });
  test.each(Object.entries(right))("%s", (name, { found, window }) => {
    expect(busy(readFileSync(new URL(`${name}.ics`, FILES)), window)).toEqual(found);
  });
});

describe("an entry that makes no sense makes the calendar UNKNOWN", () => {
  const AT = `DTSTART${DK}20261208T100000`;
  test.each([
    ["an end at its start", [AT, `DTEND${DK}20261208T100000`]],
    ["an end before its start, in another zone", [AT, "DTEND:20261208T080000Z"]],
    ["a day that ends on the day before", ["DTSTART;VALUE=DATE:20261208", "DTEND;VALUE=DATE:20261207"]],
    ["no time to last", [AT, "DURATION:PT0S"]],
    ["half hours as a fraction", [AT, "DURATION:PT1.5H"]],
    ["months to last", [AT, "DURATION:P1M"]],
    ["a duration beyond measure", [AT, "DURATION:PT99999999999999H"]],
    ["a duration of nine digits of weeks", [AT, "DURATION:P999999999W"]],
    ["a duration without any part", [AT, "DURATION:P"]],
    ["an end on 31 February", [AT, `DTEND${DK}20260231T100000`]],
    ["two starts", [AT, `DTSTART${DK}20261209T100000`]],
    ["no start", [`DTEND${DK}20261208T100000`]],
    ["an added time that is none", [AT, "DURATION:PT1H", `RDATE${DK}20261399T100000`]],
    ["an added period that ends before it starts", [AT, "DURATION:PT1H", "RDATE;VALUE=PERIOD:20261209T100000Z/20261209T090000Z"]],
    ["a series with an end before its start, begun long ago", ["DTSTART:20200101T100000Z", "DTEND:20200101T090000Z", "RRULE:FREQ=DAILY"]],
  ])("%s", (_, lines) => {
    expect(busy(of(...lines))).toEqual(UNKNOWN);
  });
  test.each([
    ["no rules", []],
    ["a rule without offsets", ["BEGIN:STANDARD", "DTSTART:19701025T030000", "END:STANDARD"]],
    ["a rule with one offset only", ["BEGIN:STANDARD", "DTSTART:19701025T030000", "TZOFFSETTO:+0100", "END:STANDARD"]],
    ["an offset that is none", ["BEGIN:STANDARD", "DTSTART:19701025T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+99", "END:STANDARD"]],
  ])("a zone that is described with %s", (_, rules) => {
    const zone = ["BEGIN:VTIMEZONE", "TZID:Praksis", ...rules, "END:VTIMEZONE"];
    expect(busy(calendar(...zone, ...event("DTSTART;TZID=Praksis:20261208T100000", "DURATION:PT1H")))).toEqual(UNKNOWN);
    // a description nobody refers to harms nobody
    expect(busy(calendar(...zone, ...event(AT, "DURATION:PT1H")))).toEqual(["2026-12-08T09:00/2026-12-08T10:00"]);
  });
  test("unless it lies a year away under every reading, was called off or takes no time", () => {
    for (const lines of [
      ["DTSTART:20150101T100000Z", "DTEND:20150101T090000Z"],
      [AT, `DTEND${DK}20261208T090000`, "STATUS:CANCELLED"],
      [AT, `DTEND${DK}20261208T090000`, "TRANSP:TRANSPARENT"],
    ])
      expect(busy(of(...lines))).toEqual([]);
  });
  test("and every reason is told with its number", () => {
    const two = calendar(...event(AT, "DURATION:-PT1H"), ...event(AT, "DURATION:PT0S"), ...event("DURATION:PT1H"));
    expect(parse(two).faults.map((f) => f.message)).toEqual([
      "Entries with a duration that is none, as zero, negative, fractional or beyond measure: 2.",
      "Entries without a start: 1.",
    ]);
  });
});

describe("days and weeks follow the clock on the wall, hours do not", () => {
  test.each([
    ["a day over the autumn night", `DTSTART${DK}20261024T120000`, "P1D", "2026-10-24T10:00/2026-10-25T11:00"],
    ["a week over it", `DTSTART${DK}20261020T120000`, "P1W", "2026-10-20T10:00/2026-10-27T11:00"],
    ["24 hours over it", `DTSTART${DK}20261024T120000`, "PT24H", "2026-10-24T10:00/2026-10-25T10:00"],
    ["a day and two hours", `DTSTART${DK}20261024T120000`, "P1DT2H", "2026-10-24T10:00/2026-10-25T13:00"],
    ["days of whole days", "DTSTART;VALUE=DATE:20261024", "P2D", "2026-10-23T22:00/2026-10-25T23:00"],
    ["a week and a day, which is not written so but clear", `DTSTART${DK}20261020T120000`, "P1W1D", "2026-10-20T10:00/2026-10-28T11:00"],
  ])("%s", (_, start, duration, found) => {
    expect(busy(of(start, `DURATION:${duration}`))).toEqual([found]);
  });
});

describe("a time zone by its name", () => {
  const at = (tzid: string): string[] | string => busy(of(`DTSTART;TZID=${tzid}:20261208T190000`, `DTEND;TZID=${tzid}:20261208T200000`));
  const hours = (from: string, to: string): string[] => [`2026-12-08T${from}/2026-12-08T${to}`];
  test.each([
    ["Europe/Rome", "18:00", "19:00"],
    ["europe/london", "19:00", "20:00"],
    ["/freeassociation.sourceforge.net/Europe/Helsinki", "17:00", "18:00"],
    ["/mozilla.org/20050126_1/Europe/Copenhagen", "18:00", "19:00"],
    ["GMT Standard Time", "19:00", "20:00"],
    ["FLE Standard Time", "17:00", "18:00"],
    ['"Romance Standard Time"', "18:00", "19:00"],
    ["Romance Standard Time 1", "18:00", "19:00"],
    ["Europe/Copenhagen-1", "18:00", "19:00"],
    ["tzone://Microsoft/Utc", "19:00", "20:00"],
    ["Etc/GMT-1", "18:00", "19:00"],
    ["UTC+01:00", "18:00", "19:00"],
    ["GMT+0100", "18:00", "19:00"],
    ["+02:00", "17:00", "18:00"],
    ['"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"', "18:00", "19:00"],
    ["(UTC+01:00) Brussels\\, Copenhagen\\, Madrid\\, Paris", "18:00", "19:00"],
    ['"(GMT+01.00) Bruxelles, København, Madrid, Paris"', "18:00", "19:00"],
    ['"(UTC+00:00) Dublin, Edinburgh, Lisbon, London"', "19:00", "20:00"],
    ['"(UTC) Coordinated Universal Time"', "19:00", "20:00"],
    ['"(GMT+01:00) Sarajevo/Skopje/Sofija/Vilnius/Warsaw/Zagreb"', "18:00", "19:00"],
    ['"(UTC+01:00) København"', "18:00", "19:00"],
    ["Copenhagen", "18:00", "19:00"],
    ["Kopenhagen", "18:00", "19:00"],
    ["Romance  Standard Time", "18:00", "19:00"],
    ["GMT Daylight Time", "19:00", "20:00"],
    ["Europe/Helsinki (Eastern European Standard Time)", "17:00", "18:00"],
  ])("%s", (tzid, from, to) => {
    expect(at(tzid)).toEqual(hours(from, to));
  });
  test("a display name whose cities nobody knows is busy in winter time and in summer time", () => {
    expect(at('"(UTC+01:00) Atlantis"')).toEqual(hours("17:00", "19:00"));
    expect(at('"GMT +0100 (Standard) / GMT +0200 (Daylight)"')).toEqual(hours("17:00", "19:00"));
  });
  test("a name that says nothing is busy for every hour it could mean, and the answer says so", () => {
    const somewhere = of("DTSTART;TZID=Mars/Olympus:20261208T190000", "DTEND;TZID=Mars/Olympus:20261208T200000");
    expect(busy(somewhere)).toEqual(["2026-12-08T05:00/2026-12-09T08:00"]);
    expect(unread(somewhere)).toEqual([["ZONE_UNKNOWN", 1]]);
  });
  test("in summer and winter alike, for starts and series", () => {
    const series = of("DTSTART;TZID=America/New_York:20261023T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3");
    expect(busy(series)).toEqual([
      "2026-10-23T13:00/2026-10-23T14:00",
      "2026-10-30T13:00/2026-10-30T14:00",
      "2026-11-06T14:00/2026-11-06T15:00",
    ]);
  });
  test("described by the calendar itself with yearly rules, one of which has ended", () => {
    const half = (name: string, start: string, from: string, to: string, rule: string): string[] => [
      `BEGIN:${name}`,
      `DTSTART:${start}`,
      `TZOFFSETFROM:${from}`,
      `TZOFFSETTO:${to}`,
      `RRULE:${rule}`,
      `END:${name}`,
    ];
    const zone = [
      "BEGIN:VTIMEZONE",
      "TZID:Klinik",
      ...half("DAYLIGHT", "19810329T020000", "+0100", "+0200", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
      ...half("STANDARD", "19790930T030000", "+0200", "+0100", "FREQ=YEARLY;UNTIL=19950924T010000Z;BYMONTH=9;BYDAY=-1SU"),
      ...half("STANDARD", "19961027T030000", "+0200", "+0100", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"),
      "END:VTIMEZONE",
    ];
    const entries = ["20261010T100000", "20261208T100000"].flatMap((start) => event(`DTSTART;TZID=Klinik:${start}`, "DURATION:PT1H"));
    expect(busy(calendar(...zone, ...entries))).toEqual(["2026-10-10T08:00/2026-10-10T09:00", "2026-12-08T09:00/2026-12-08T10:00"]);
  });
});

describe("what is miswritten is read where its meaning is certain", () => {
  const series = (more: string[]): string => of(`DTSTART${DK}20261207T100000`, "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3", ...more);
  const day = (n: number, from = "09:00", to = "10:00"): string => `2026-12-0${n}T${from}/2026-12-0${n}T${to}`;
  test("added periods last as long as they say", () => {
    expect(busy(series(["RDATE;VALUE=PERIOD:20261206T080000Z/PT3H,20261206T150000Z/20261206T160000Z"]))).toEqual([
      day(6, "08:00", "11:00"),
      day(6, "15:00", "16:00"),
      day(7),
      day(8),
      day(9),
    ]);
  });
  test("a day added to a series of times is busy as a whole", () => {
    expect(busy(series(["RDATE;VALUE=DATE:20261206"]))).toEqual(["2026-12-05T23:00/2026-12-06T23:00", day(7), day(8), day(9)]);
  });
  test("an occurrence that is called off need not say again when it would have been", () => {
    const master = event(`DTSTART${DK}20261207T100000`, "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3");
    const off = event(`RECURRENCE-ID${DK}20261208T100000`, "STATUS:CANCELLED");
    expect(busy(calendar(...master, ...off))).toEqual([day(7), day(9)]);
    expect(busy(calendar(...master, ...event(`RECURRENCE-ID${DK}20261208T100000`)))).toEqual(UNKNOWN);
  });
  test("a line may be folded anywhere, also inside its name", () => {
    expect(busy(of("DTST\r\n ART:202612\r\n\t08T090000Z", "DURA\r\n TI\r\n ON:PT1H"))).toEqual([day(8)]);
    expect(busy(of("DTSTART:20261208T090000Z", "DURATION:PT1H", "X-SOME\r\n THING:DTSTART:20261209T090000Z"))).toEqual([day(8)]);
  });
  test("an exception as a day takes away the occurrence of that day, and of several none", () => {
    expect(busy(series(["EXDATE;VALUE=DATE:20261208"]))).toEqual([day(7), day(9)]);
    expect(busy(series(["EXDATE:20261208"]))).toEqual([day(7), day(9)]);
    const twice = of("DTSTART:20261207T080000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;BYHOUR=8,12;COUNT=4", "EXDATE;VALUE=DATE:20261208");
    expect(busy(twice)).toEqual([day(7, "08:00", "09:00"), day(7, "12:00", "13:00"), day(8, "08:00", "09:00"), day(8, "12:00", "13:00")]);
    expect(unread(twice)).toEqual([["EXCEPTION_UNREAD", 1]]);
  });
  test("an exception that cannot be read takes nothing away", () => {
    expect(busy(series(["EXDATE:20261308T090000Z"]))).toEqual([day(7), day(8), day(9)]);
    expect(unread(series(["EXDATE:20261308T090000Z"]))).toEqual([["EXCEPTION_UNREAD", 1]]);
  });
  test("midnight is a day of a series of days", () => {
    const days = of("DTSTART;VALUE=DATE:20261207", "RRULE:FREQ=DAILY;COUNT=2", `EXDATE${DK}20261208T000000`);
    expect(busy(days)).toEqual(["2026-12-06T23:00/2026-12-07T23:00"]);
  });
  test("this and all later ones move by as much as the first of them, or are called off", () => {
    const from = (...lines: string[]): string[] => event(`RECURRENCE-ID;RANGE=THISANDFUTURE${DK}20261208T100000`, ...lines);
    const master = event(`DTSTART${DK}20261207T100000`, "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=4");
    expect(busy(calendar(...master, ...from(`DTSTART${DK}20261208T133000`, "DURATION:PT30M")))).toEqual([
      day(7),
      day(8, "12:30", "13:00"),
      day(9, "12:30", "13:00"),
      "2026-12-10T12:30/2026-12-10T13:00",
    ]);
    expect(busy(calendar(...master, ...from(`DTSTART${DK}20261208T100000`, "DURATION:PT1H", "STATUS:CANCELLED")))).toEqual([day(7)]);
  });
  test("this and all before is not read: both stay busy", () => {
    const before = event(`RECURRENCE-ID;RANGE=THISANDPRIOR${DK}20261208T100000`, `DTSTART${DK}20261208T133000`, "DURATION:PT30M");
    const master = event(`DTSTART${DK}20261207T100000`, "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=2");
    expect(busy(calendar(...master, ...before))).toEqual([day(7), day(8), day(8, "12:30", "13:00")]);
  });
  test("days without VALUE=DATE, times with dashes, an offset or the hour 24", () => {
    expect(busy(of("DTSTART:20261208", "DTEND:20261209"))).toEqual(["2026-12-07T23:00/2026-12-08T23:00"]);
    expect(busy(of("DTSTART:2026-12-08T10:00:00", "DURATION:PT1H"))).toEqual([day(8)]);
    expect(busy(of("DTSTART:20261208T100000+0100", "DTEND:20261208T110000+01:00"))).toEqual([day(8)]);
    expect(busy(of("DTSTART:20261208T230000", "DTEND:20261208T240000"))).toEqual([day(8, "22:00", "23:00")]);
    expect(busy(of("DTSTART:20261208T100000", "DTEND;VALUE=DATE:20261208"))).toEqual([day(8, "09:00", "23:00")]);
  });
  test("a rule that is not read is busy from the first time on, to its last day where it names one", () => {
    const at = ["DTSTART:20261208T080000Z", "DURATION:PT1H"];
    expect(busy(of(...at, "RRULE:FREQ=SECONDLY"))).toEqual(["2026-12-08T08:00/2027-02-01T00:00"]);
    expect(busy(of(...at, "RRULE:FREQ=MINUTELY;UNTIL=20261210T000000Z"))).toEqual(["2026-12-08T08:00/2026-12-12T01:00"]);
    expect(unread(of(...at, "RRULE:FREQ=SECONDLY"))).toEqual([["RECURRENCE_UNREAD", 1]]);
  });
  test("the rest of a text that was not folded is passed over, a line that may hold a time is not", () => {
    const [begin = "", uid = "", ...rest] = event("DTSTART:20261208T090000Z", "DURATION:PT1H");
    const told = calendar(begin, uid, "DESCRIPTION:first", "second line of it", "", ...rest);
    expect(busy(told)).toEqual([day(8)]);
    expect(unread(told)).toEqual([["LINE_UNREAD", 1]]);
    expect(busy(calendar(begin, uid, "DESCRIPTION:first", "DTEND 20261208T110000Z", ...rest))).toMatch(/^Line \d+ is not iCalendar/);
  });
  test("bytes that are not UTF-8 in what is never read harm nobody, and UTF-16 is read", () => {
    const text = of("SUMMARY:\u00e6\u00f8\u00e5", "DTSTART:20261208T090000Z", "DURATION:PT1H");
    expect(busy(Buffer.from(text, "latin1"))).toEqual([day(8)]);
    expect(busy(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]))).toEqual([day(8)]);
  });
});

describe("a free/busy answer speaks of its stretch only", () => {
  const list = (...lines: string[]): string[] => ["BEGIN:VFREEBUSY", ...lines, "END:VFREEBUSY"];
  const WEEK = ["2026-12-01", "2026-12-08"] as const;
  test("of two stretches both are known, and nothing between them", () => {
    const two = calendar(
      ...list("DTSTART:20261201T000000Z", "DTEND:20261203T000000Z"),
      ...list("DTSTART:20261205T000000Z", "DTEND:20261208T000000Z", "FREEBUSY:20261206T080000Z/PT1H"),
    );
    expect(busy(two, WEEK)).toEqual(["2026-12-03T00:00/2026-12-05T00:00", "2026-12-06T08:00/2026-12-06T09:00"]);
    expect(unread(two)).toEqual([["STRETCH_UNSPOKEN", 1]]);
  });
  test("one that states no stretch speaks from its first period to its last", () => {
    const silent = calendar(...list("FREEBUSY;FBTYPE=FREE:20261202T080000Z/PT1H", "FREEBUSY:20261204T080000Z/PT1H"));
    expect(busy(silent, WEEK)).toEqual(["2026-12-01T00:00/2026-12-02T08:00", "2026-12-04T08:00/2026-12-08T00:00"]);
    expect(busy(calendar(...list()), WEEK)).toEqual(["2026-12-01T00:00/2026-12-08T00:00"]);
  });
});
