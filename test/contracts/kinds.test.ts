/** Every kind of the list, whichever they are: spelled and named as clients expect, and alive in the fictional network. */
import { PROVIDER_KINDS } from "../../src/features/network/kinds/index.js";
import { kindsOfClinic } from "../../seeds/offers.js";
import { generateNetwork } from "../../seeds/network.js";
import { services } from "../../seeds/reference.js";

const CODE = /^[A-Z][A-Z_]*[A-Z]$/;
const NAME = /^[A-ZÆØÅ][a-zæøå]+( [a-zæøå]+)*$/;
const network = generateNetwork({ seed: 1, clinics: 420, from: "2026-12-02" });

it("no two kinds share a code, and kinds that share a profession call it the same", () => {
  const codes = PROVIDER_KINDS.map((kind) => kind.code);
  expect(new Set(codes).size).toBe(codes.length);
  const named = new Set(PROVIDER_KINDS.map(({ profession: { code, nameEn, nameDa } }) => `${code} ${nameEn} ${nameDa}`));
  expect(named.size).toBe(new Set(PROVIDER_KINDS.map(({ profession }) => profession.code)).size);
});

describe.each(PROVIDER_KINDS.map((kind) => [kind.code, kind] as const))("kind %s", (code, kind) => {
  it("says what it is and who works there, in both languages", () => {
    expect(code).toMatch(CODE);
    expect(kind.description).toMatch(/^[A-Z].{15,}\.$/);
    expect(kind.profession.code).toMatch(CODE);
    for (const name of [kind.nameEn, kind.nameDa, kind.profession.nameEn, kind.profession.nameDa]) expect(name).toMatch(NAME);
  });

  it("is a plain value that survives being written down", () => expect(JSON.parse(JSON.stringify(kind))).toEqual(kind));

  it("has clinics in the fictional network, where people of its profession work", () => {
    const providers = new Set(network.providers.filter((p) => p.kind === code).map((p) => p.id));
    const clinics = new Set(network.clinics.filter((c) => providers.has(c.providerId)).map((c) => c.id));
    const there = new Set(network.practitionerClinics.filter((w) => clinics.has(w.clinicId)).map((w) => w.practitionerId));
    const professions = new Set(network.practitioners.filter((p) => there.has(p.id)).map((p) => p.profession));
    expect(professions).toEqual(new Set([kind.profession.code]));
  });

  it("offers services that there are, in clinics whose names say the town", () => {
    const known = new Set<string>(services().map((service) => service.code));
    const plan = kindsOfClinic().find((each) => each.kind === code);
    expect(plan?.profiles.flatMap((profile) => Object.keys(profile)).filter((service) => !known.has(service))).toEqual([]);
    expect(plan?.namePattern).toContain("{town}");
    expect(plan?.profileShares).toHaveLength(plan?.profiles.length ?? 0);
  });
});
