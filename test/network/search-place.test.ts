import fc from "fast-check";
import { addDays, isWorkingDay, startOfDay } from "../../src/kernel/calendar.js";
import { dayOf, marginWorkingDays } from "../../src/features/network/search/provider.js";
import { endOfWindow, searchRefusals, type SearchRequest } from "../../src/features/network/search/search-request.js";
import { startOf, type PostalPlace } from "../../src/features/network/search/search-place.js";

const CODES = new Map<string, PostalPlace>([
  ["8000", { postnr: "8000", kind: "area", lat: 56.15, lon: 10.2 }],
  ["0900", { postnr: "0900", kind: "special", lat: null, lon: null }],
]);
const start = (near: object, home?: { lat: number; lon: number } | null) => startOf(near, (code) => CODES.get(code), home);
const code = (near: object, home?: { lat: number; lon: number } | null) => {
  const found = start(near, home);
  return "code" in found ? found.code : "A PLACE";
};

describe("the place a search starts from", () => {
  it.each([
    [{ postalCode: "8000" }, undefined, "A PLACE"],
    [{ postalCode: " 8000 " }, undefined, "A PLACE"],
    [{ postalCode: "9999" }, undefined, "POSTAL_CODE_UNKNOWN"],
    [{ postalCode: "0900" }, undefined, "POSTAL_CODE_WITHOUT_PLACE"],
    [{ location: { latitude: 56, longitude: 10 } }, undefined, "A PLACE"],
    [{ location: { latitude: 56, longitude: 20 } }, undefined, "PLACE_OUTSIDE_DENMARK"],
    [{ location: { latitude: NaN, longitude: 10 } }, undefined, "PLACE_OUTSIDE_DENMARK"],
    [{ home: true }, undefined, "CLAIM_NEEDED"],
    [{ home: true }, null, "HOME_UNKNOWN"],
    [{ home: true }, { lat: 55, lon: 12 }, "A PLACE"],
    [{ home: false }, { lat: 55, lon: 12 }, "NEAR_UNCLEAR"],
    [{ home: true, postalCode: "8000" }, { lat: 55, lon: 12 }, "NEAR_UNCLEAR"],
    [{}, undefined, "NEAR_UNCLEAR"],
  ])("of %j with the home %j is %s", (near, home, expected) => {
    expect(code(near, home)).toBe(expected);
  });
});

describe("the bounds of a search", () => {
  const now = new Date("2026-03-02T08:00:00Z");
  const asked = (more: Partial<SearchRequest> = {}): SearchRequest => ({
    channel: null,
    language: null,
    radiusKm: null,
    from: null,
    earliestBy: null,
    ...more,
  });

  it("are as far as a search may look, from now or from a later start", () => {
    expect(endOfWindow(asked(), now, 31).toISOString()).toBe("2026-04-02T08:00:00.000Z");
    expect(endOfWindow(asked({ from: new Date("2026-03-10T00:00:00Z") }), now, 31).toISOString()).toBe("2026-04-10T00:00:00.000Z");
    expect(endOfWindow(asked({ from: new Date("2020-01-01T00:00:00Z") }), now, 31).toISOString()).toBe("2026-04-02T08:00:00.000Z");
  });

  it("take a window of exactly 31 days and none of a second more", () => {
    const end = (ms: number) => asked({ earliestBy: new Date(now.getTime() + ms) });
    expect(searchRefusals(end(31 * 86_400_000), now, 31)).toEqual([]);
    expect(searchRefusals(end(31 * 86_400_000 + 1000), now, 31).map((r) => r.code)).toEqual(["WINDOW_TOO_LONG"]);
    expect(searchRefusals(end(0), now, 31).map((r) => r.code)).toEqual(["WINDOW_EMPTY"]);
  });
});

describe("the margin to the last day", () => {
  it.each([
    ["2026-03-02", "2026-03-02", 0],
    ["2026-03-02", "2026-03-03", 1],
    ["2026-03-06", "2026-03-09", 1],
    ["2026-03-09", "2026-03-06", -1],
    ["2026-04-01", "2026-04-07", 1],
  ])("of an appointment on %s with the last day %s is %i working days", (day, latest, margin) => {
    expect(marginWorkingDays(dayOf(new Date(startOfDay(day).getTime() + 36_000_000).toISOString()), latest)).toBe(margin);
  });

  it("grows by one with each working day and by nothing on others", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: -30, max: 30 }), (offset, ahead) => {
        const day = addDays("2025-01-01", offset);
        const at = dayOf(startOfDay(day).toISOString());
        const latest = addDays(day, ahead);
        const step = marginWorkingDays(at, addDays(latest, 1)) - marginWorkingDays(at, latest);
        return step === (isWorkingDay(addDays(latest, 1)) ? 1 : 0);
      }),
    );
  });
});
