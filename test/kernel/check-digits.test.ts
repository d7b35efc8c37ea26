import { cvrFrom, isCvr, isGln, passesVerhoeff, verhoeffDigit } from "../../src/kernel/check-digits.js";
import { authorisationId, cvrNumbers, gln, sorId } from "../../seeds/identifiers.js";
import { GLANCE } from "../support/size.js";

describe("check digits", () => {
  it("know a real company number from a mistyped one", () => {
    // Danish Business Authority's own number
    expect(isCvr("10150817")).toBe(true);
    expect(isCvr("10150818")).toBe(false);
  });

  it("leave no company number where modulus 11 gives ten", () => {
    const made = Array.from({ length: 1000 }, (_, n) => cvrFrom(String(n).padStart(7, "0")));
    expect(made).toContain(null);
    expect(made.every((cvr) => cvr === null || isCvr(cvr))).toBe(true);
  });

  it("follow Verhoeff's own example", () => {
    expect(verhoeffDigit("236")).toBe(3);
    expect(passesVerhoeff("2363")).toBe(true);
    expect(passesVerhoeff("2364")).toBe(false);
    expect(passesVerhoeff("2633")).toBe(false);
  });

  it("follow GS1's example", () => {
    expect(isGln("4006381333932")).toBe(false);
    expect(isGln("4006381333931")).toBe(true);
  });
});

describe("made-up identifiers", () => {
  it("are valid and each its own", () => {
    const cvr = cvrNumbers();
    const cvrs = Array.from({ length: 20_000 }, () => cvr.next().value);
    expect(cvrs.every(isCvr)).toBe(true);
    expect(new Set(cvrs).size).toBe(cvrs.length);
    const authorisations = Array.from({ length: GLANCE ? 20_000 : 140_608 }, (_, n) => authorisationId(n));
    expect(new Set(authorisations).size).toBe(authorisations.length);
    expect(authorisations.every((id) => /^ZZ[b-df-hj-np-tv-zB-DF-HJ-NP-TV-Z0-9]{3}$/.test(id))).toBe(true);
    expect(passesVerhoeff(sorId(1)) && isGln(gln(1))).toBe(true);
  });
});
