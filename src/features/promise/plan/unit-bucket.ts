/** From rows of free capacity to the buckets of the matching, and to the pools of services that share openings. */
import type { RATE_CHANNELS } from "../../../../schema/states.js";
import type { Service } from "../../../rules/codes.js";
import type { OpeningKey } from "../../bookings/book/admission.js";
import { dayNumber, localDateOf } from "../../../kernel/calendar.js";
import { genderOf, type LanguageBits } from "./open-claim.js";
import type { Channel, UnitBucket } from "../../../matching/model.js";

/** What all units of a bucket have in common, as the store groups them. */
export type UnitKey = {
  readonly clinic_id: string;
  /** Days since 1970-01-01, in Denmark. */
  readonly day: number;
  readonly channel: Channel;
  readonly adults: boolean;
  readonly children: boolean;
  /** Of the services somebody waits for. */
  readonly mask: bigint;
  readonly gender: string | null;
  /** Where somebody waits for this practitioner alone. */
  readonly practitioner_id: string | null;
  /** Of the languages somebody asks for, as `SPOKEN` writes them. */
  readonly languages: string;
};

/** Languages as one text, so that units can be grouped by them: sorted codes, none of which holds the separator. */
export const SPOKEN = {
  separator: "+",
  written: (languages: readonly string[]): string => [...languages].sort().join("+"),
  read: (text: string): string[] => (text === "" ? [] : text.split("+")),
} as const;

export type UnitRow = UnitKey & {
  readonly lat: number;
  readonly lon: number;
  readonly units: number;
  /** The company has a public agreement. */ readonly agreed: boolean | null;
};

export type RatePeriod = {
  readonly clinic_id: string;
  readonly service: Service;
  readonly channel: (typeof RATE_CHANNELS)[number];
  readonly amount_minor: bigint;
  readonly from_day: number;
  /** First day it no longer applies. */
  readonly until_day: number | null;
};

export type ServiceBits = ReadonlyMap<string, number>;

export function bucketId(key: UnitKey): string {
  const audience = `${key.adults ? "A" : ""}${key.children ? "C" : ""}`;
  return [key.clinic_id, key.day, key.channel, audience, key.mask, key.gender ?? "", key.languages, key.practitioner_id ?? ""].join("|");
}

/** What the plan asks about: the services somebody waits for, the languages, whether anybody asks for a gender, and who is designated. */
export type Demand = {
  readonly mask: bigint;
  readonly services: ServiceBits;
  readonly languages: LanguageBits;
  readonly gender: boolean;
  /** Ids, sorted. */
  readonly practitioners: ReadonlySet<string>;
};

/** The bucket of one opening, from what a booking has read of it; null for what is no capacity of a promise. Must say what `keyColumns` of the store says. */
export function bucketOfOpening(opening: OpeningKey, demand: Demand): string | null {
  if (opening.funding !== "PRIVATE" || opening.onCall) return null;
  return bucketId({
    clinic_id: opening.clinicId,
    day: dayNumber(localDateOf(opening.startsAt)),
    channel: opening.channel,
    adults: opening.audience !== "CHILD",
    children: opening.audience !== "ADULT" && opening.treatsChildren,
    mask: BigInt(opening.serviceMask) & demand.mask,
    gender: demand.gender ? opening.practitionerGender : null,
    practitioner_id: demand.practitioners.has(opening.practitionerId) ? opening.practitionerId : null,
    languages: SPOKEN.written(opening.languages.filter((language) => demand.languages.has(language))),
  });
}

/** Without an agreed rate on the day nobody can be booked (PRC-NETWORK-RATE): such units are no capacity. */
export type PricedServices = (row: UnitKey) => string[];

export function pricedServices(rates: readonly RatePeriod[], bits: ServiceBits): PricedServices {
  const byClinic = new Map<string, RatePeriod[]>();
  for (const rate of rates) {
    const known = byClinic.get(rate.clinic_id);
    if (known) known.push(rate);
    else byClinic.set(rate.clinic_id, [rate]);
  }
  return (row) => {
    const inForce = (byClinic.get(row.clinic_id) ?? []).filter(
      (rate) =>
        rate.from_day <= row.day &&
        (rate.until_day === null || rate.until_day > row.day) &&
        (rate.channel === "ANY" || rate.channel === row.channel),
    );
    return [...new Set(inForce.map((rate) => rate.service))]
      .filter((service) => (row.mask & (1n << BigInt(bits.get(service) ?? 63))) !== 0n)
      .sort();
  };
}

/** Services joined by openings that serve more than one of them; each pool is named by its first service. */
export function poolsOf(served: Iterable<readonly string[]>): ReadonlyMap<string, string> {
  const parent = new Map<string, string>();
  const root = (service: string): string => {
    let at = service;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  for (const services of served) {
    for (const service of services) if (!parent.has(service)) parent.set(service, service);
    const roots = services.map(root).sort();
    for (const other of roots.slice(1)) parent.set(other, roots[0] ?? other);
  }
  return new Map([...parent.keys()].map((service) => [service, root(service)]));
}

export function bucketOf(row: UnitRow, serves: readonly string[], pool: string | undefined, languages: LanguageBits): UnitBucket {
  const [service = ""] = serves;
  return {
    id: bucketId(row),
    clinicId: row.clinic_id,
    service,
    ...(serves.length > 1 ? { serves } : {}),
    ...(pool === undefined ? {} : { pool }),
    dayOn: row.day,
    channel: row.channel,
    treatsChildren: row.children,
    ...(row.adults ? {} : { adults: false }),
    languages: SPOKEN.read(row.languages).reduce((mask, language) => mask | (languages.get(language) ?? 0), 0),
    ...genderOf(row.gender),
    ...(row.practitioner_id === null ? {} : { practitionerId: row.practitioner_id }),
    lat: row.lat,
    lon: row.lon,
    units: row.units,
  };
}
