/** Where a clinic lies, and how exactly that is known: given, its street, or its postal code. */
import { describe, expect, it } from "@jest/globals";
import type { PartLine } from "../../src/features/network/register/part-line.js";
import { planLines, type PartStep, type Register, type Standing } from "../../src/features/network/register/plan-lines.js";

const PLACES: Readonly<Record<string, { kind: string; lat: number; lon: number }>> = {
  "1123": { kind: "street", lat: 55.6835, lon: 12.5776 },
  "8000": { kind: "area", lat: 56.1535, lon: 10.2034 },
  "0800": { kind: "special", lat: 55.6471, lon: 12.2742 },
};
const register = (standing: Standing | null): Register => ({
  today: "2026-06-01",
  byId: new Map(standing ? [[standing.row.id, standing]] : []),
  byExternalId: new Map(),
  byNumber: new Map(),
  referred: new Map([["o", "company"]]),
  postalCode: (code) => PLACES[code] && { ...PLACES[code], town: "T", kommuneCode: null, regionCode: null },
  bitOf: () => 0,
  waiting: new Set(),
});
const line = (stated: object): PartLine => ({
  part: "CLINIC",
  externalId: null,
  onlyNew: false,
  stated: { name: "K", p_number: "1", address: "Gade 1", ...stated },
  organisation: "o",
  credentials: [],
});
const plan = (stated: object, standing: Standing | null = null): PartStep =>
  planLines([{ n: 0, line: line(stated), ...(standing ? { id: standing.row.id } : {}) }], register(standing), () => "new")[0]!;
const placeOf = (step: PartStep): unknown =>
  step.does === "REFUSE" ? step.refusals.map(({ code }) => code) : [step.row["place_precision"], step.row["lat"], step.row["lon"]];
const standingAfter = (step: PartStep): Standing => {
  if (step.does === "REFUSE") throw new Error("refused");
  return { row: { ...step.row, id: step.id, version: 1 }, credentials: [], offers: [], clinics: [] };
};

describe("the place of a clinic", () => {
  it("is the street where the postal code is of one street, and the middle of the postal code elsewhere", () => {
    expect(placeOf(plan({ postnr: "1123" }))).toEqual(["STREET", 55.6835, 12.5776]);
    expect(placeOf(plan({ postnr: "8000" }))).toEqual(["POSTAL_CODE", 56.1535, 10.2034]);
  });

  it("is what was given, until street or postal code change without it", () => {
    const given = plan({ postnr: "8000", lat: 56.2, lon: 10.1 });
    expect(placeOf(given)).toEqual(["GIVEN", 56.2, 10.1]);
    expect(placeOf(plan({ name: "Andet navn", postnr: "8000" }, standingAfter(given)))).toEqual(["GIVEN", 56.2, 10.1]);
    expect(placeOf(plan({ postnr: "1123" }, standingAfter(given)))).toEqual(["STREET", 55.6835, 12.5776]);
  });

  it("is no better known when what was looked up is sent back", () => {
    const looked = plan({ postnr: "1123" });
    const again = plan({ postnr: "1123", lat: 55.6835, lon: 12.5776 }, standingAfter(looked));
    expect([again.does, placeOf(again)]).toEqual(["UNCHANGED", ["STREET", 55.6835, 12.5776]]);
  });

  it("is nowhere in the postal code of a company or post box, unless somebody says where", () => {
    expect(placeOf(plan({ postnr: "0800" }))).toEqual(["POSTAL_CODE_WITHOUT_PLACE"]);
    expect(placeOf(plan({ postnr: "0800", lat: 55.65, lon: 12.27 }))).toEqual(["GIVEN", 55.65, 12.27]);
    expect(placeOf(plan({ postnr: "9999" }))).toEqual(["POSTAL_CODE_UNKNOWN"]);
  });
});
