import { isDeepStrictEqual } from "node:util";
import { isCvr, isGln, passesVerhoeff } from "../../src/kernel/check-digits.js";
import { generateNetwork } from "../../seeds/network.js";
import { readMap } from "../../seeds/places.js";
import { agreedRates } from "../../seeds/rates.js";
import { postalCodes, publicTariffs, services } from "../../seeds/reference.js";
import { groupBy } from "./group-by.js";
import { PROVIDER_KINDS } from "../../src/features/network/kinds/index.js";
import { distanceKm } from "../../src/kernel/place.js";

const OPTIONS = { seed: 1, clinics: 420, from: "2026-11-24" };
const network = generateNetwork(OPTIONS);
const second = generateNetwork({ ...OPTIONS, seed: 2 });
const provider = new Map(network.providers.map((p) => [p.id, p]));
const kindOf = (providerId: string): string => provider.get(providerId)?.kind ?? "";

describe("the fictional network", () => {
  it("is the same for the same seed and another for another", () => {
    expect(isDeepStrictEqual(generateNetwork(OPTIONS), network)).toBe(true);
    expect(isDeepStrictEqual(second.clinics, network.clinics)).toBe(false);
  });

  it("keeps its ids when loaded on another day", () => {
    const later = generateNetwork({ ...OPTIONS, from: "2027-02-01" });
    expect(later.clinics.map((c) => c.id)).toEqual(network.clinics.map((c) => c.id));
  });

  it.each([network, second])("has at least 420 clinics and 1,500 practitioners", ({ clinics, practitioners }) => {
    expect(clinics).toHaveLength(420);
    expect(practitioners.length).toBeGreaterThanOrEqual(1500);
  });

  it("has every kind and every service in every region", () => {
    const regionOf = new Map(network.clinics.map((c) => [c.id, c.regionCode]));
    for (const region of readMap().regions) {
      const here = network.clinics.filter((c) => c.regionCode === region);
      expect(new Set(here.map((c) => kindOf(c.providerId))).size).toBe(PROVIDER_KINDS.length);
      const offered = new Set(network.clinicServices.filter((s) => regionOf.get(s.clinicId) === region).map((s) => s.serviceCode));
      expect([...offered].sort()).toEqual(
        services()
          .map((s) => s.code)
          .sort(),
      );
    }
  });

  it("puts no clinic on a special postal code and each near the middle of its own", () => {
    const code = new Map(postalCodes().map((p) => [p.postnr, p]));
    const { towns } = readMap();
    for (const c of network.clinics) {
      expect(code.get(c.postnr)?.kind).not.toBe("special");
      const own = distanceKm(c, { lat: code.get(c.postnr)?.lat ?? 0, lon: code.get(c.postnr)?.lon ?? 0 });
      expect(own).toBeLessThan(1.6);
      // a fiftieth of a degree is 2.2 km
      expect(towns.every((t) => Math.abs(t.lat - c.lat) > 0.02 || distanceKm(c, t) >= own - 0.01)).toBe(true);
    }
  });

  it("has identifiers that pass their checks and repeat nowhere", () => {
    expect(network.providers.every((p) => isCvr(p.cvr) && p.cvr.startsWith("0") && p.legalName.endsWith("(fiktiv)"))).toBe(true);
    expect(network.clinics.every((c) => passesVerhoeff(c.sorId ?? "") && isGln(c.gln ?? "") && /^0\d{9}$/.test(c.pNumber))).toBe(true);
    expect(network.practitioners.every((p) => p.givenNames.endsWith(" Test"))).toBe(true);
    const unique = (values: readonly unknown[]): boolean => new Set(values).size === values.length;
    expect(unique(network.providers.map((p) => p.cvr))).toBe(true);
    expect(unique(network.clinics.flatMap((c) => [c.sorId, c.gln, c.pNumber, c.id]))).toBe(true);
    expect(unique(network.practitioners.map((p) => p.authorisationId))).toBe(true);
  });

  it("holds the planted cases", () => {
    const [a, b] = network.planted.get("SAME_HOUSE") ?? [];
    expect(a?.providerId).toBe(b?.providerId);
    expect(a?.address).toBe(b?.address);
    expect(a?.pNumber).not.toBe(b?.pNumber);
    const towns = network.clinics.map((c) => c.postnr);
    expect(towns).toEqual(expect.arrayContaining(["3700", "9940"]));
    const perPractitioner = groupBy(network.practitionerClinics, (row) => row.practitionerId);
    expect([...perPractitioner.values()].filter((rows) => rows.length === 2)).toHaveLength(1);
    const ending = network.planted.get("AGREEMENT_ENDS")?.[0];
    expect(network.credentials.find((c) => c.kind === "AGREEMENT" && c.providerId === ending?.providerId)?.validUntil).toBe("2026-12-22");
    const letters = network.planted.get("LETTERS")?.[0];
    expect([..."æøåÆØÅ"].every((letter) => letters?.name.includes(letter))).toBe(true);
    expect(network.practitioners.some((p) => p.familyName === "Øvelund" && p.givenNames === "Åse Sørine Test")).toBe(true);
  });

  it("has one rate per clinic, service, session and year, changing on 1 January", () => {
    const rates = [...agreedRates(network, OPTIONS)];
    expect(rates).toHaveLength(network.clinicServices.length * 6);
    expect(new Set(rates.map((r) => `${r.validFrom}/${r.validUntil}`))).toEqual(
      new Set(["2025-01-01/2026-01-01", "2026-01-01/2027-01-01", "2027-01-01/null"]),
    );
    const psychologists = rates.filter((r) => r.serviceCode === "PSYCHOLOGIST").map((r) => r.amountMinor);
    expect(psychologists.every((amount) => amount >= 900_00n && amount <= 1299_00n)).toBe(true);
  });
});

describe("public tariffs", () => {
  it("divide each fee into two shares and never overlap", () => {
    const lines = groupBy(publicTariffs(), (t) => `${t.serviceCode} ${t.session}`);
    expect(lines.size).toBe(6);
    for (const line of lines.values()) {
      expect(line.every((t) => t.publicShareMinor + t.patientShareMinor === t.fullFeeMinor && t.evidence.startsWith("illustrative"))).toBe(
        true,
      );
      const sorted = line.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom));
      sorted.slice(1).forEach((t, i) => expect((sorted[i]?.validUntil ?? "9999") <= t.validFrom).toBe(true));
      expect(sorted.at(-1)?.validUntil).toBeNull();
    }
  });
});
