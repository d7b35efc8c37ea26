/** Which clinics there will be: first the cases planted on purpose, then every kind in every region, then chance. */
import type { Kind, KindOfClinic } from "./offers.js";
import type { DanishMap, Town } from "./places.js";
import { weighted, type Random } from "./random.js";

export type Case = "SAME_HOUSE" | "SHARED_PRACTITIONER" | "AGREEMENT_ENDS" | "ON_CALL" | "LETTERS";

export type PlannedClinic = {
  readonly kind: Kind;
  readonly town: Town;
  readonly profile: number;
  /** All services of the profile, whatever their shares. */
  readonly full: boolean;
  readonly planted: Case | null;
};

type Planted = readonly [kind: Kind, postnr: string, planted?: Case];

const PLANTED: readonly Planted[] = [
  // islands: few alternatives, long distances
  ["PHYSIOTHERAPIST", "3700"],
  ["PSYCHOLOGIST", "3700"],
  ["PHYSIOTHERAPIST", "9940"],
  // every Danish letter in every name
  ["PHYSIOTHERAPIST", "5970", "LETTERS"],
  // two clinics in one house, of one company; its postal code spans two municipalities
  ["PHYSIOTHERAPIST", "2300", "SAME_HOUSE"],
  ["PHYSIOTHERAPIST", "2300", "SAME_HOUSE"],
  // one chiropractor who works at both
  ["CHIROPRACTOR", "8000", "SHARED_PRACTITIONER"],
  ["CHIROPRACTOR", "8200", "SHARED_PRACTITIONER"],
  // bookable now, no longer bookable for later slots
  ["PHYSIOTHERAPIST", "4700", "AGREEMENT_ENDS"],
  // crisis counselling by telephone around the clock, also on the days the clock changes and over New Year
  ["PSYCHOLOGIST", "2200", "ON_CALL"],
  ["PSYCHOLOGIST", "8000", "ON_CALL"],
  ["PSYCHOLOGIST", "5000", "ON_CALL"],
  // where the official test persons live, so that a demonstration finds something near them
  ...["3400", "8000", "6200", "5230", "4700", "9210"].flatMap((postnr): Planted[] => [
    ["PHYSIOTHERAPIST", postnr],
    ["PSYCHOLOGIST", postnr],
    ["CHIROPRACTOR", postnr],
  ]),
  ["PHYSIOTHERAPIST", "3400"],
  ["SPECIALIST_DOCTOR", "3400"],
];

/** Fewer clinics than this cannot hold all cases, every kind and every region. */
function fewestClinics(kinds: readonly KindOfClinic[], map: DanishMap): number {
  return PLANTED.length + kinds.reduce((sum, kind) => sum + kind.profiles.length, 0) * map.regions.length;
}

export function planClinics(count: number, kinds: readonly KindOfClinic[], map: DanishMap, random: Random): PlannedClinic[] {
  const fewest = fewestClinics(kinds, map);
  if (count < fewest) throw new RangeError(`the network needs at least ${fewest} clinics to hold every kind, region and planted case`);
  const planned: PlannedClinic[] = PLANTED.map(([kind, postnr, planted]) => ({
    kind,
    town: map.byPostnr(postnr),
    profile: 0,
    full: planted === "ON_CALL",
    planted: planted ?? null,
  }));
  for (const region of map.regions)
    for (const kind of kinds)
      kind.profiles.forEach((_, profile) =>
        planned.push({ kind: kind.kind, town: map.inRegion(region, random), profile, full: true, planted: null }),
      );
  const anyKind = weighted(kinds, (kind) => kind.share);
  while (planned.length < count) {
    const kind = anyKind(random);
    const profile = kind.profiles.length > 1 && !random.chance(kind.profileShares[0] ?? 1) ? 1 : 0;
    planned.push({ kind: kind.kind, town: map.anywhere(random), profile, full: false, planted: null });
  }
  return planned;
}
