import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { csvSource } from "../../src/features/capacity/intake/csv.js";
import { graphqlSource } from "../../src/features/capacity/intake/graphql.js";
import { ndjsonSource } from "../../src/features/capacity/intake/ndjson.js";
import { readSmartManifest } from "../../src/features/capacity/intake/smart-manifest.js";
import type { IntakeContext, IntakeResult, OfferTerms } from "../../src/features/capacity/intake/source.js";
import { readTime } from "../../src/features/capacity/intake/written-time.js";
import type { SlotLine, SlotOffer } from "../../src/features/capacity/slots/slot-line.js";

const terms: OfferTerms = {
  practitionerId: "p1",
  practitionerRef: null,
  services: ["PHYSIO"],
  channel: "IN_PERSON",
  audience: "BOTH",
  languages: ["da"],
  funding: "PRIVATE",
  capacity: 1,
  cancellationHours: null,
};
const now = new Date("2026-11-02T08:00:00Z");
const context: IntakeContext = {
  now,
  sourceAsOf: null,
  staleAfterMinutes: 30,
  window: { start: now, end: new Date("2027-02-01T00:00:00Z") },
  schedules: new Map([["Schedule/hal-2", terms]]),
  defaults: {},
};
const values = (result: IntakeResult): SlotLine[] => result.lines.flatMap((l) => (l.ok ? [l.value] : []));
const faults = (result: IntakeResult): [number, string[]][] =>
  result.lines.flatMap((l) => (l.ok ? [] : [[l.line, l.faults.map((f) => f.code)] as [number, string[]]]));

/** No key holds NUL or half a letter; U+FFFD is what is left of text that was no UTF-8, and its line is refused. */
const anyOffer: fc.Arbitrary<SlotOffer> = fc.record({
  action: fc.constant("PUT" as const),
  externalId: fc
    .string({ minLength: 1, maxLength: 40, unit: "grapheme" })
    .filter((s) => s.trim() === s && s.length <= 64 && !/[\0\uFEFF\uFFFD]/.test(s)),
  practitionerId: fc.uuid(),
  practitionerRef: fc.constant(null),
  services: fc.uniqueArray(fc.constantFrom("PHYSIO", "PSYCH", "GLAD"), { minLength: 1 }),
  startsAt: fc.date({ min: new Date("2026-01-01"), max: new Date("2028-01-01"), noInvalidDate: true }),
  endsAt: fc.date({ min: new Date("2026-01-01"), max: new Date("2028-01-01"), noInvalidDate: true }),
  channel: fc.constantFrom("IN_PERSON" as const, "ONLINE" as const, "PHONE" as const),
  audience: fc.constantFrom("ADULT" as const, "CHILD" as const, "BOTH" as const),
  languages: fc.uniqueArray(fc.constantFrom("da", "en", "ar"), { minLength: 1 }),
  funding: fc.constantFrom("PRIVATE" as const, "PUBLIC" as const),
  capacity: fc.integer({ min: 1, max: 50 }),
  cancellationHours: fc.option(fc.integer({ min: 0, max: 72 })),
});

describe("CSV", () => {
  const HEADER = "external_id;practitioner_ref;services;starts_at;ends_at";
  test("as Danish Excel writes it gives lines: mark, semicolons, local times, defaults", () => {
    const result = csvSource.parse(`\uFEFF${HEADER}\r\nå-1;ALN;PHYSIO|GLAD;02-12-2026 09:00;02-12-2026 09:30\r\n`, context);
    expect(values(result)).toEqual([
      {
        ...terms,
        action: "PUT",
        externalId: "å-1",
        practitionerId: null,
        practitionerRef: "ALN",
        services: ["PHYSIO", "GLAD"],
        startsAt: new Date("2026-12-02T08:00:00Z"),
        endsAt: new Date("2026-12-02T08:30:00Z"),
      },
    ]);
    expect(result.meta.lastSyncedAt).toEqual(now);
  });
  test("with commas, a length instead of an end, offsets and a withdrawal reads as well", () => {
    const result = csvSource.parse(
      'externalId,Practitioner ID,services,startsAt,minutes,action\na,p1,"PHYSIO,GLAD",2026-07-02T09:00+02:00,45,\nb,,,,,withdraw',
      context,
    );
    expect(values(result)).toMatchObject([
      { externalId: "a", endsAt: new Date("2026-07-02T07:45:00Z"), services: ["PHYSIO", "GLAD"] },
      { action: "WITHDRAW", externalId: "b" },
    ]);
  });
  test("says of each line what is wrong with it, by the number the editor shows", () => {
    const result = csvSource.parse(
      [
        HEADER,
        "a;ALN;PHYSIO;2026-12-02 09:00;2026-12-02 09:30",
        "",
        "b;;;soon;2026-02-31 10:00",
        'c"x;ALN;PHYSIO;2026-12-02 09:00;2026-12-02 09:30',
        "d;ALN;PHYSIO;2026-12-02 09:00;2026-12-02 09:30;more",
      ].join("\n"),
      context,
    );
    expect(values(result).map((v) => v.externalId)).toEqual(["a"]);
    expect(faults(result)).toEqual([
      [4, ["PRACTITIONER_MISSING", "SERVICE_MISSING", "TIME_INVALID", "TIME_INVALID"]],
      [5, ["LINE_INVALID"]],
      [6, ["TOO_MANY_COLUMNS"]],
    ]);
  });
  test("refuses local times on the two nights, and takes them with an offset", () => {
    const line = (start: string, end: string): string => `x;ALN;PHYSIO;${start};${end}`;
    const read = (text: string) => csvSource.parse(`${HEADER}\n${text}`, context);
    expect(faults(read(line("2026-03-29 02:30", "2026-03-29 03:30")))).toEqual([[2, ["TIME_DOES_NOT_EXIST"]]]);
    expect(faults(read(line("2026-10-25 02:30", "2026-10-25 03:30")))).toEqual([[2, ["TIME_IS_AMBIGUOUS"]]]);
    const [first, second] = ["+02:00", "+01:00"].map((o) => values(read(line(`2026-10-25T02:30${o}`, "2026-10-25T04:00")))[0] as SlotOffer);
    expect([first!.startsAt.toISOString(), second!.startsAt.toISOString()]).toEqual([
      "2026-10-25T00:30:00.000Z",
      "2026-10-25T01:30:00.000Z",
    ]);
  });
  test.each<[string, string | Uint8Array | null, string]>([
    ["nothing", null, "INPUT_MISSING"],
    ["an empty file", "", "HEADER_MISSING"],
    ["an unknown column", "external_id;patient\na;Jens", "COLUMN_UNKNOWN"],
    ["the same column twice", "external_id;External Id\na;b", "COLUMN_TWICE"],
    ["no key column", "services\nPHYSIO", "HEADER_MISSING"],
    ["bytes that are no letters anywhere", new Uint8Array([0x91, 0x3b, 0x9b]), "INPUT_NOT_UTF8"],
    ["too many bytes", new Uint8Array(csvSource.maxBytes + 1), "INPUT_TOO_LARGE"],
    ["too many lines", `external_id\n${"a\n".repeat(10_001)}`, "TOO_MANY_LINES"],
  ])("%s is refused as a whole, without repeating its text", (_, input, code) => {
    const result = csvSource.parse(input, context);
    expect(result.faults.map((f) => f.code)).toContain(code);
    expect(result.meta.lastSyncedAt).toBeNull();
    expect(JSON.stringify(result)).not.toMatch(/patient|Jens/);
  });
  test("a line written out reads back the same, whatever its key holds", () => {
    const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const write = (o: SlotOffer, separator: string): string =>
      [
        o.externalId,
        o.practitionerId ?? "",
        o.services.join("|"),
        o.startsAt.toISOString(),
        o.endsAt.toISOString(),
        o.channel,
        o.audience,
        o.languages.join(" "),
        o.funding,
        String(o.capacity),
        String(o.cancellationHours ?? ""),
      ]
        .map(cell)
        .join(separator);
    const head = [
      "external_id",
      "practitioner_id",
      "services",
      "starts_at",
      "ends_at",
      "channel",
      "audience",
      "languages",
      "funding",
      "capacity",
      "cancellation_hours",
    ];
    fc.assert(
      fc.property(fc.array(anyOffer, { minLength: 1, maxLength: 5 }), fc.constantFrom(",", ";"), (offers, separator) => {
        expect(values(csvSource.parse([head.join(separator), ...offers.map((o) => write(o, separator))].join("\n"), context))).toEqual(
          offers,
        );
      }),
    );
  });
});

describe("NDJSON after SMART Scheduling Links", () => {
  const slot = (over: object = {}): string =>
    JSON.stringify({
      resourceType: "Slot",
      id: "s-1",
      schedule: { reference: "Schedule/hal-2" },
      status: "free",
      start: "2026-12-01T14:00:00.000Z",
      end: "2026-12-01T15:00:00.000Z",
      ...over,
    });
  const capacity = (value: unknown) => ({
    extension: [{ url: "http://fhir-registry.smarthealthit.org/StructureDefinition/slot-capacity", valueInteger: value }],
  });
  const deep = {
    extension: [
      { url: "http://fhir-registry.smarthealthit.org/StructureDefinition/booking-phone", valueString: "00000000" },
      ...capacity(12).extension,
    ],
  };

  test("gives an opening per free slot, with capacity and what the Schedule stands for; the last line needs no end", () => {
    const result = ndjsonSource.parse(
      `${slot(deep)}\n\n${slot({ id: "s-2", start: "2026-12-01T10:00:00-05", end: "2026-12-01T10:30:00-05" })}`,
      context,
    );
    expect(values(result)).toEqual([
      {
        action: "PUT",
        externalId: "s-1",
        ...terms,
        capacity: 12,
        startsAt: new Date("2026-12-01T14:00:00Z"),
        endsAt: new Date("2026-12-01T15:00:00Z"),
      },
      { action: "PUT", externalId: "s-2", ...terms, startsAt: new Date("2026-12-01T15:00:00Z"), endsAt: new Date("2026-12-01T15:30:00Z") },
    ]);
    expect(result.meta).toEqual({ lastSyncedAt: now, linesRead: 2 });
  });
  test.each(["busy", "busy-tentative", "busy-unavailable", "entered-in-error"])(
    "a %s slot is withdrawn, even from a Schedule nobody mapped",
    (status) => {
      expect(values(ndjsonSource.parse(slot({ status, schedule: { reference: "Schedule/x" } }), context))).toEqual([
        { action: "WITHDRAW", externalId: "s-1" },
      ]);
    },
  );
  test("a free slot with room for none is withdrawn", () => {
    expect(values(ndjsonSource.parse(slot(capacity(0)), context))).toEqual([{ action: "WITHDRAW", externalId: "s-1" }]);
  });
  test("an absolute reference means the same Schedule; other resources are passed over", () => {
    const result = ndjsonSource.parse(
      `{"resourceType":"Location","id":"0"}\n${slot({ schedule: { reference: "https://clinic.example/fhir/Schedule/hal-2" } })}`,
      context,
    );
    expect(result.lines.map((l) => [l.line, l.ok])).toEqual([[2, true]]);
  });
  test("a broken line is named and the next one is read", () => {
    const bad = [
      "{",
      "[]",
      "null",
      slot({ resourceType: "Patient" }),
      slot({ status: "maybe" }),
      slot({ start: "2026-12-01T14:00:00" }),
      slot({ end: undefined }),
      slot({ schedule: null }),
      slot(capacity("x")),
      slot({ id: "" }),
    ];
    const result = ndjsonSource.parse([...bad, slot()].join("\n"), context);
    expect(faults(result)).toEqual([
      [1, ["LINE_NOT_JSON"]],
      [2, ["LINE_INVALID"]],
      [3, ["LINE_INVALID"]],
      [4, ["RESOURCE_UNKNOWN"]],
      [5, ["STATUS_UNKNOWN"]],
      [6, ["OFFSET_MISSING"]],
      [7, ["FIELD_MISSING"]],
      [8, ["SCHEDULE_UNKNOWN"]],
      [9, ["CAPACITY_INVALID"]],
      [10, ["EXTERNAL_ID_LENGTH"]],
    ]);
    expect(values(result)).toHaveLength(1);
  });
  test("a line written out reads back the same", () => {
    fc.assert(
      fc.property(anyOffer, (o) => {
        const mapped = { ...context, schedules: new Map([["Schedule/q", { ...o, capacity: 1 }]]) };
        const text = slot({
          id: o.externalId,
          schedule: { reference: "Schedule/q" },
          start: o.startsAt.toISOString(),
          end: o.endsAt.toISOString(),
          ...capacity(o.capacity),
        });
        expect(values(ndjsonSource.parse(text, mapped))).toEqual([o]);
      }),
    );
  });
  test("the manifest says which files to fetch and as of when; anything else is none", () => {
    expect(
      readSmartManifest(
        '{"transactionTime":"2026-11-02T07:55:00Z","output":[{"type":"Slot","url":"https://clinic.example/slots.ndjson"},{"type":"Slot","url":"file:///etc/passwd"},3]}',
      ),
    ).toEqual({
      transactionTime: new Date("2026-11-02T07:55:00Z"),
      outputs: [{ type: "Slot", url: "https://clinic.example/slots.ndjson" }],
    });
    expect([readSmartManifest("<html>"), readSmartManifest("[]"), readSmartManifest("null")]).toEqual([null, null, null]);
  });
});

describe("structured lines", () => {
  test("read as objects and as JSON alike", () => {
    const rows = [
      {
        externalId: "a",
        practitionerId: "p1",
        services: ["PHYSIO"],
        startsAt: "2026-12-02T09:00:00+01:00",
        endsAt: new Date("2026-12-02T08:30:00Z"),
        capacity: 12,
      },
    ];
    expect(values(graphqlSource.parse(rows, context))).toMatchObject([
      { externalId: "a", capacity: 12, startsAt: new Date("2026-12-02T08:00:00Z") },
    ]);
    expect(graphqlSource.parse(JSON.stringify(rows), context)).toEqual(graphqlSource.parse(rows, context));
  });
  test("name every fault of a line at once and take the clinic's defaults", () => {
    expect(faults(graphqlSource.parse([{ channel: "FAX", capacity: "many", services: [1] }, 7], context))).toEqual([
      [1, ["FIELD_MISSING", "PRACTITIONER_MISSING", "FIELD_INVALID", "FIELD_MISSING", "FIELD_MISSING", "VALUE_UNKNOWN", "NUMBER_INVALID"]],
      [2, ["LINE_INVALID"]],
    ]);
    const row = { externalId: "a", startsAt: "2026-12-02T09:00", minutes: 30 };
    expect(values(graphqlSource.parse([row], { ...context, defaults: terms }))).toMatchObject([
      { practitionerId: "p1", services: ["PHYSIO"] },
    ]);
  });
});

describe("a written time", () => {
  test.each([
    ["2026-12-01T10:00:00-05", "2026-12-01T15:00:00.000Z"],
    ["2026-12-01T10:00:00.123Z", "2026-12-01T10:00:00.123Z"],
    ["2026-12-01 10:00", "2026-12-01T09:00:00.000Z"],
    ["01.07.2026 10:00", "2026-07-01T08:00:00.000Z"],
    ["2026-12-31T23:59:59+0100", "2026-12-31T22:59:59.000Z"],
    ["2026-12-31T23:30", "2026-12-31T22:30:00.000Z"],
  ])("%s is %s", (text, iso) => {
    expect((readTime(text, "at") as Date).toISOString()).toBe(iso);
  });
  test.each([
    "",
    "now",
    "2026-02-30T10:00Z",
    "2026-12-01T24:00Z",
    "2026-12-01T10:60Z",
    "2026-12-01",
    "2026-12-01T10:00+25:00",
    "1764579600",
    "01-13-2026 10:00",
  ])("%j is none", (text) => {
    expect(readTime(text, "at")).toMatchObject({ code: "TIME_INVALID", path: ["at"] });
  });
});
