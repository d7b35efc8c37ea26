/**
 * Half a year of a fictional network: who reports what where on which day, which units the clinics publish, and which of
 * them they take back. Drawn once from the seed, before anybody decides anything, so that every way of booking meets the
 * same history. All shares are illustrative; the clock is the network guarantee (GUA-NETWORK-4-5, GUA-NETWORK-10).
 */
import { addDays, dayNumber, isWorkingDay, workday } from "../../../kernel/calendar.js";
import { dayWith } from "../../../kernel/day.js";
import { SETTINGS } from "../../../rules/data/settings.js";
import type { OpenClaim, UnitBucket } from "../../../matching/model.js";
import type { HabitRules } from "../plan/habits.js";
import { randomOf, type Random } from "./random.js";

export type Scenario = {
  readonly seed: number;
  readonly from: string;
  readonly days: number;
  readonly clinics: number;
  readonly claimsPerDay: number;
  /** What admission makes of people's habits, as a deployment may set it; nothing when left out. */
  readonly habits?: HabitRules;
};

/** What a member will do of their own accord, drawn beforehand so that both ways of booking meet the same people. */
export type Habits = {
  /** Declines the first time the health team offers. */
  declines: boolean;
  /** Working days after which the first booking is let go: 1 is mostly a hold that lapses. Null: it stands. */
  leavesAfter: number | null;
  /** Does not come. The unit is gone and the promise was kept. */
  readonly noShow: boolean;
};

type Arrival = {
  readonly habits: Readonly<Habits>;
  readonly claim: OpenClaim;
  /** Day on which the member looks for a time; somebody who never does is called when the days run out. */
  readonly looksOn: number | null;
};

export type World = {
  readonly scenario: Scenario;
  /** Working days, as day numbers. */
  readonly days: readonly number[];
  readonly arrivals: ReadonlyMap<number, readonly Arrival[]>;
  /** Units that are first offered on this day. */
  readonly published: ReadonlyMap<number, readonly UnitBucket[]>;
  /** Buckets whose clinic calls the day off, by the day on which it says so. */
  readonly withdrawn: ReadonlyMap<number, readonly string[]>;
  readonly events: readonly { readonly day: number; readonly text: string }[];
};

/** Clinics open their calendar this far ahead, in working days. */
const OPEN_AHEAD = 15;
/** Share of clinic-days that are called off, at 0 to 3 working days' notice. */
const CALLED_OFF = 0.02;
const MOST_NOTICE = 3;

const TOWNS: readonly (readonly [name: string, postnr: string, lat: number, lon: number, weight: number])[] = [
  ["København", "2100", 55.69, 12.57, 26],
  ["Aarhus", "8000", 56.16, 10.2, 12],
  ["Odense", "5000", 55.4, 10.39, 8],
  ["Aalborg", "9000", 57.05, 9.92, 8],
  ["Esbjerg", "6700", 55.47, 8.45, 5],
  ["Randers", "8900", 56.46, 10.04, 4],
  ["Kolding", "6000", 55.49, 9.47, 5],
  ["Vejle", "7100", 55.71, 9.54, 5],
  ["Horsens", "8700", 55.86, 9.84, 4],
  ["Roskilde", "4000", 55.64, 12.08, 5],
  ["Næstved", "4700", 55.23, 11.76, 4],
  ["Herning", "7400", 56.14, 8.97, 4],
  ["Hillerød", "3400", 55.93, 12.3, 5],
  ["Sønderborg", "6400", 54.91, 9.79, 3],
  ["Frederikshavn", "9900", 57.44, 10.54, 2],
  ["Rønne", "3700", 55.1, 14.7, 1],
];
const SERVICES = [
  { code: "PHYSIOTHERAPY", share: 0.5, radiusKm: 25, online: 0.07 },
  { code: "PSYCHOLOGIST", share: 0.3, radiusKm: 30, online: 0.28 },
  { code: "CHIROPRACTIC", share: 0.12, radiusKm: 25, online: 0 },
  { code: "SPECIALIST_EXAMINATION", share: 0.08, radiusKm: 60, online: 0 },
] as const;
const POPULATION = TOWNS.reduce((sum, town) => sum + town[4], 0);
/** Capacity over demand, town by town: enough on an ordinary day, too little in a surge, a holiday or after a provider left. */
const AMPLE = 1.2;
type Town = (typeof TOWNS)[number];
type ServiceKind = (typeof SERVICES)[number];

type Clinic = Pick<UnitBucket, "clinicId" | "service" | "channel" | "treatsChildren" | "languages" | "lat" | "lon"> & {
  readonly daily: number;
  readonly leaving: boolean;
};

export function worldOf(scenario: Scenario): World {
  const days = workingDays(scenario);
  const leavesOn = days[Math.floor(days.length * 0.6)] ?? 0;
  const clinics = clinicsOf(scenario);
  const { published, withdrawn } = supplyOf(scenario, clinics, days, leavesOn);
  const surges = surgesOf(days);
  const events = [
    ...surges.map(({ from, text }) => ({ day: from, text })),
    { day: leavesOn, text: `a provider with ${clinics.filter((c) => c.leaving).length} clinics leaves` },
  ];
  return { scenario, days, arrivals: demandOf(scenario, days, surges), published, withdrawn, events };
}

function workingDays({ from, days }: Scenario): number[] {
  return Array.from({ length: days }, (_, i) => addDays(from, i))
    .filter((day) => isWorkingDay(day))
    .map(dayNumber);
}

function pick<T>(random: Random, list: readonly T[], weight: (item: T) => number): T {
  let at = random.next() * list.reduce((sum, item) => sum + weight(item), 0);
  const found = list.find((item) => (at -= weight(item)) < 0) ?? list[list.length - 1];
  if (found === undefined) throw new RangeError("nothing to pick from");
  return found;
}

const near = (random: Random, town: Town, spread: number): { lat: number; lon: number } => ({
  lat: town[2] + (random.next() + random.next() - 1) * spread,
  lon: town[3] + (random.next() + random.next() - 1) * spread * 1.7,
});

/** Every town has something of everything; one provider owns a tenth of the clinics west of the Great Belt. */
function clinicsOf({ seed, clinics, claimsPerDay }: Scenario): Clinic[] {
  const random = randomOf(seed, 1);
  const drawn = Array.from({ length: clinics }, (_, i) => {
    const town = i < TOWNS.length * SERVICES.length ? TOWNS[i % TOWNS.length]! : pick(random, TOWNS, (t) => t[4]);
    const service = i < TOWNS.length * SERVICES.length ? SERVICES[Math.floor(i / TOWNS.length)]! : pick(random, SERVICES, (s) => s.share);
    const weight = 0.5 + random.next();
    const group = `${town[0]} ${service.code}`;
    const demand = claimsPerDay * (town[4] / POPULATION) * service.share;
    return {
      i,
      service,
      group,
      demand,
      weight,
      place: near(random, town, 0.12),
      online: random.chance(service.online),
      children: random.chance(0.7),
      leaving: town[3] < 10.9 && random.chance(0.1),
    };
  });
  const weights = new Map<string, number>();
  for (const { group, weight } of drawn) weights.set(group, (weights.get(group) ?? 0) + weight);
  return drawn.map((d) => ({
    ...{
      clinicId: `clinic-${d.i}`,
      service: d.service.code,
      channel: d.online ? "ONLINE" : "IN_PERSON",
      treatsChildren: d.children,
      languages: 1,
      ...d.place,
    },
    daily: (AMPLE * d.demand * d.weight) / (weights.get(d.group) ?? d.weight),
    leaving: d.leaving,
  }));
}

/** Fewer units in the weeks of the school holidays, when half the practitioners are away. */
function holidayFactor(day: number): number {
  const text = dayWith(day).slice(5);
  const away =
    (text >= "02-09" && text <= "02-13") ||
    (text >= "10-12" && text <= "10-16") ||
    text >= "12-21" ||
    text <= "01-02" ||
    (text >= "07-06" && text <= "07-31");
  return away ? 0.55 : 1;
}

function supplyOf(
  { seed }: Scenario,
  clinics: readonly Clinic[],
  days: readonly number[],
  leavesOn: number,
): Pick<World, "published" | "withdrawn"> {
  const random = randomOf(seed, 2);
  const published = new Map<number, UnitBucket[]>();
  const withdrawn = new Map<number, string[]>();
  days.forEach((day, at) => {
    const offeredOn = days[Math.max(0, at - OPEN_AHEAD)] ?? day;
    for (const { daily, leaving, ...clinic } of clinics) {
      const units = random.poisson(daily * holidayFactor(day));
      const calledOff = random.chance(CALLED_OFF);
      const notice = random.below(MOST_NOTICE + 1);
      if (units === 0 || (leaving && offeredOn >= leavesOn)) continue;
      const id = `${clinic.clinicId}-${day}`;
      put(published, offeredOn, { id, ...clinic, dayOn: day, units });
      if (leaving && day >= leavesOn) put(withdrawn, leavesOn, id);
      else if (calledOff) put(withdrawn, days[Math.max(0, at - notice)] ?? day, id);
    }
  });
  return { published, withdrawn };
}

type Surge = {
  readonly from: number;
  readonly to: number;
  readonly factor: number;
  readonly text: string;
  readonly applies: (town: Town, service: ServiceKind) => boolean;
};

function surgesOf(days: readonly number[]): Surge[] {
  const at = (share: number): number => days[Math.floor(days.length * share)] ?? 0;
  return [
    {
      from: at(0.25),
      to: at(0.25) + 11,
      factor: 1.6,
      text: "a wave of back pain in the whole country",
      applies: (_, service) => service.code === "PHYSIOTHERAPY",
    },
    {
      from: at(0.45),
      to: at(0.45) + 8,
      factor: 4,
      text: "a large employer in Esbjerg closes",
      applies: (town, service) => town[0] === "Esbjerg" && service.code === "PSYCHOLOGIST",
    },
    { from: at(0.8), to: at(0.8) + 11, factor: 1.5, text: "everybody reports after the holidays", applies: () => true },
  ];
}

function demandOf({ seed, claimsPerDay }: Scenario, days: readonly number[], surges: readonly Surge[]): World["arrivals"] {
  const random = randomOf(seed, 3);
  const arrivals = new Map<number, Arrival[]>();
  const ofHabits = randomOf(seed, 4);
  let number = 0;
  for (const day of days) {
    for (const service of SERVICES) {
      for (const town of TOWNS) {
        const share = (town[4] / POPULATION) * service.share;
        const surge = surges
          .filter((s) => day >= s.from && day <= s.to && s.applies(town, service))
          .reduce((factor, s) => factor * s.factor, 1);
        const n = random.poisson(claimsPerDay * share * surge);
        for (let i = 0; i < n; i++)
          put(arrivals, day, {
            habits: habitsOf(ofHabits),
            ...arrivalOf(random, { id: `claim-${String((number += 1)).padStart(6, "0")}`, day, town, service }),
          });
      }
    }
  }
  return arrivals;
}

function arrivalOf(
  random: Random,
  { id, day, town, service }: { id: string; day: number; town: Town; service: ServiceKind },
): Omit<Arrival, "habits"> {
  const on = dayWith(day);
  const remote = service.online > 0 && random.chance(0.4);
  const child = random.chance(0.08);
  const claim: OpenClaim = {
    id,
    service: service.code,
    under: "BASE",
    channels: remote && !child ? ["IN_PERSON", "ONLINE"] : ["IN_PERSON"],
    child,
    languages: 0,
    ...near(random, town, 0.25),
    postalCode: town[1],
    radiusKm: service.radiusKm,
    earliestOn: day + 1,
    targetOn: dayNumber(workday(on, SETTINGS.networkTargetDays)),
    deadlineOn: dayNumber(workday(on, SETTINGS.networkMaxDays)),
    waitingSince: day * DAY_MS + Math.floor(random.next() * DAY_MS),
  };
  // most look at once, some after a few days, a few only when they are called
  const delay = pick(random, [0, 1, 2, 4, null], (d) => (d === null ? 0.04 : d === 0 ? 0.5 : 0.46 / 3));
  return { claim, looksOn: delay === null ? null : dayNumber(workday(on, delay)) };
}

const DECLINES = 0.08;
const LAPSES = 0.06;
const CALLS_OFF = 0.05;
const STAYS_AWAY = 0.03;

function habitsOf(random: Random): Habits {
  const declines = random.chance(DECLINES);
  const at = random.next();
  const leavesAfter = at < LAPSES ? 1 : at < LAPSES + CALLS_OFF ? 1 + random.below(4) : null;
  return { declines, leavesAfter, noShow: random.chance(STAYS_AWAY) };
}

const DAY_MS = 86_400_000;

function put<T>(map: Map<number, T[]>, key: number, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
