import { PROVIDER_KINDS } from "../../src/network/kinds/index.js";
import { kindsOfClinic } from "../../seeds/offers.js";

describe("every kind of provider", () => {
  it("has a code of its own, spelled like a constant", () => {
    const codes = PROVIDER_KINDS.map((kind) => kind.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[A-Z][A-Z_]*[A-Z]$/);
  });

  it.each(PROVIDER_KINDS.map((kind) => [kind.code, kind] as const))(
    "%s says what it is, in both languages, and who works there",
    (_, kind) => {
      expect(kind.description).toMatch(/^[A-Z].{15,}\.$/);
      expect(kind.nameDa).toMatch(/^[A-ZÆØÅ][a-zæøå]+$/);
      expect(kind.profession).toMatch(/^[A-Z][A-Z_]*[A-Z]$/);
    },
  );

  it("is a plain value that survives being written down", () => {
    for (const kind of PROVIDER_KINDS) expect(JSON.parse(JSON.stringify(kind))).toEqual(kind);
  });

  it("appears in the fictional network, with the same profession", () => {
    const seeded = new Map(kindsOfClinic().map((plan) => [plan.kind, plan.profession]));
    expect(seeded).toEqual(new Map(PROVIDER_KINDS.map((kind) => [kind.code, kind.profession])));
  });
});
