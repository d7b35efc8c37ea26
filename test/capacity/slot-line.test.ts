import { describe, expect, test } from "@jest/globals";
import { ISO_639_1 } from "../../src/features/capacity/slots/language.js";
import { checkSlotLines, type SlotLine, type SlotLineFacts, type SlotOffer } from "../../src/features/capacity/slots/slot-line.js";

const facts: SlotLineFacts = {
  now: new Date("2026-11-02T08:00:00Z"),
  horizonDays: 180,
  knownServices: new Set(["PHYSIO", "PSYCH"]),
  practitioners: new Map([
    ["p1", "p1"],
    ["ALN", "p1"],
    ["p2", "p2"],
  ]),
};
const offer = (over: Partial<SlotOffer> = {}): SlotOffer => ({
  action: "PUT",
  externalId: "a-1",
  practitionerId: "p1",
  practitionerRef: null,
  services: ["PHYSIO"],
  startsAt: new Date("2026-11-03T09:00:00Z"),
  endsAt: new Date("2026-11-03T09:30:00Z"),
  channel: "IN_PERSON",
  audience: "BOTH",
  languages: ["da"],
  funding: "PRIVATE",
  capacity: 1,
  cancellationHours: null,
  ...over,
});
const codes = (lines: readonly SlotLine[], more: Partial<SlotLineFacts> = {}): string[][] =>
  checkSlotLines(lines, { ...facts, ...more }).map((c) => (c.ok ? [] : c.refusals.map((r) => r.code)));

describe("a slot line", () => {
  test("that is in order passes, with the practitioner found by the source's own name", () => {
    expect(checkSlotLines([offer({ practitionerId: null, practitionerRef: "ALN" })], facts)).toMatchObject([
      { ok: true, practitionerId: "p1" },
    ]);
  });
  test.each<[string, Partial<SlotOffer>, string]>([
    ["has started", { startsAt: new Date("2026-11-02T08:00:00Z"), endsAt: new Date("2026-11-02T08:30:00Z") }, "SLOT_IN_PAST"],
    ["lies beyond the horizon", { startsAt: new Date("2027-11-02T08:00:00Z"), endsAt: new Date("2027-11-02T08:30:00Z") }, "BEYOND_HORIZON"],
    ["ends before it starts", { endsAt: new Date("2026-11-03T08:59:00Z") }, "SLOT_ENDS_BEFORE_START"],
    ["ends as it starts", { endsAt: new Date("2026-11-03T09:00:00Z") }, "SLOT_ENDS_BEFORE_START"],
    ["lasts two minutes", { endsAt: new Date("2026-11-03T09:02:00Z") }, "SLOT_TOO_SHORT"],
    ["lasts longer than a day", { endsAt: new Date("2026-11-04T18:00:00Z") }, "SLOT_TOO_LONG"],
    ["has a broken time", { startsAt: new Date(NaN) }, "TIME_INVALID"],
    ["is for a service nobody knows", { services: ["PHYSIO", "LAWN"] }, "SERVICE_UNKNOWN"],
    ["is for no service", { services: [] }, "SERVICE_MISSING"],
    ["names nobody", { practitionerId: null }, "PRACTITIONER_MISSING"],
    ["names somebody twice", { practitionerRef: "ALN" }, "PRACTITIONER_MISSING"],
    ["names somebody from elsewhere", { practitionerId: "p9" }, "PRACTITIONER_UNKNOWN"],
    ["has room for none", { capacity: 0 }, "CAPACITY_OUT_OF_RANGE"],
    ["has room for 501", { capacity: 501 }, "CAPACITY_OUT_OF_RANGE"],
    ["has room for half", { capacity: 1.5 }, "CAPACITY_OUT_OF_RANGE"],
    ["takes a country for a language", { languages: ["dk"] }, "LANGUAGE_UNKNOWN"],
    ["has a negative limit", { cancellationHours: -1 }, "CANCELLATION_HOURS_OUT_OF_RANGE"],
    ["has no key", { externalId: "" }, "EXTERNAL_ID_LENGTH"],
    ["has a key of 65 characters", { externalId: "x".repeat(65) }, "EXTERNAL_ID_LENGTH"],
    ["has a channel from another world", { channel: "FAX" as never }, "CHANNEL_UNKNOWN"],
  ])("that %s is refused", (_, over, code) => {
    expect(codes([offer(over)])).toEqual([[code]]);
  });
  test("with many faults hears of all of them at once", () => {
    expect(
      codes([
        offer({
          capacity: 0,
          services: ["X"],
          languages: [],
          endsAt: new Date("2026-11-01T00:00:00Z"),
          startsAt: new Date("2026-11-01T01:00:00Z"),
        }),
      ])[0]!.sort(),
    ).toEqual(["CAPACITY_OUT_OF_RANGE", "LANGUAGE_MISSING", "SERVICE_UNKNOWN", "SLOT_ENDS_BEFORE_START", "SLOT_IN_PAST"].sort());
  });
  test("that withdraws needs its key only, even for a time gone by", () => {
    expect(codes([{ action: "WITHDRAW", externalId: "gone" }])).toEqual([[]]);
  });
  test("that repeats a key is refused; the first stays", () => {
    expect(codes([offer(), { action: "WITHDRAW", externalId: "a-1" }])).toEqual([[], ["DUPLICATE_EXTERNAL_ID"]]);
  });
  test("that overlaps another of the same practitioner is refused unless the clinic allows it; touching is fine", () => {
    const b = offer({ externalId: "b", startsAt: new Date("2026-11-03T09:15:00Z"), endsAt: new Date("2026-11-03T09:45:00Z") });
    const c = offer({ externalId: "c", startsAt: new Date("2026-11-03T09:30:00Z"), endsAt: new Date("2026-11-03T10:00:00Z") });
    expect(codes([offer(), b, c])).toEqual([[], ["SLOTS_OVERLAP"], []]);
    expect(codes([offer(), b, c], { allowsOverlap: true })).toEqual([[], [], []]);
    expect(codes([offer(), { ...b, practitionerId: "p2" }])).toEqual([[], []]);
  });
  test("a refused line makes no other line overlap", () => {
    expect(codes([offer({ capacity: 0 }), offer({ externalId: "b" })])).toEqual([["CAPACITY_OUT_OF_RANGE"], []]);
  });
  test("10,000 lines are checked in under a second", () => {
    const many = Array.from({ length: 10_000 }, (_, i) =>
      offer({
        externalId: `m${i}`,
        startsAt: new Date(Date.UTC(2026, 10, 3) + i * 900_000),
        endsAt: new Date(Date.UTC(2026, 10, 3) + (i + 1) * 900_000),
      }),
    );
    const before = performance.now();
    expect(codes(many).flat()).toEqual([]);
    expect(performance.now() - before).toBeLessThan(1000);
  });
  test("there are 183 language codes and Danish is one", () => {
    expect(ISO_639_1.size).toBe(183);
    expect(ISO_639_1.has("da")).toBe(true);
  });
});
