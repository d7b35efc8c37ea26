/** A certificate as people read it and as it lies with the claims it explains. */
import { dayWith } from "../../../kernel/day.js";
import { describeCertificate } from "../../../matching/certificate.js";
import type { Certificate, OpenClaim } from "../../../matching/model.js";
import { SERVICE_WORDS } from "../../../rules/code-words.js";
import type { HeldWish } from "../../../rules/wishes.js";
import { WISH_WORDS } from "../../claims/claim-words.js";
import { BINDING_WORDS, type BindingWish, WAIT_WORDS, type WaitReason } from "../promise-words.js";
import { isValueOf } from "../../../kernel/worded.js";

export type CertificateNames = {
  /** English name of each service. */
  readonly services: ReadonlyMap<string, string>;
  /** Town of each postal code. */
  readonly towns: ReadonlyMap<string, string>;
};

export type WithoutWish = {
  readonly wish: BindingWish;
  /** Units nobody else needs. */
  readonly units: number;
  readonly firstOn: string;
};

export type CertificateWithTexts = {
  readonly service: string;
  /** "14 psychologist claims from 6 postal codes around Esbjerg until Thursday 2026-11-26, 9 units: 5 short" */
  readonly text: string;
  readonly claims: number;
  readonly units: number;
  /** Claims no plan can place. */
  readonly short: number;
  readonly untilOn: string;
  readonly place: string;
  readonly postalCodes: number;
  /** Claims of the set that reach fewer units because of a wished language or gender; left out where there is none. */
  readonly wished?: number;
  /** Why this claim of the set waits; left out where the set is told of nobody in particular. */
  readonly waits?: WaitReason;
  /** Wishes of this claim that are set aside already, in that order; left out where it has none. */
  readonly setAside?: readonly HeldWish[];
  /** What there would be without a bound of the claim's own; left out where none alone makes the difference. */
  readonly without?: WithoutWish;
  /** Units in reach that cannot be taken now, where these alone stand in the way: the member is busy then, or somebody holds them. */
  readonly busy?: number;
  /** A first contact in a crisis: nobody on call is free for it. */
  readonly onCall?: true;
  /** The set itself, and who of it waits; left out of sets too large to keep with every claim. */
  readonly claimIds?: readonly string[];
  readonly waitingIds?: readonly string[];
  readonly bucketIds?: readonly string[];
};

/** A shortage of a whole region is one text, not a list of thousands beside each of its claims. */
const MOST_KEPT = 50;

export function certificateTexts(
  certificate: Certificate,
  claimOf: (id: string) => OpenClaim,
  names: CertificateNames,
): CertificateWithTexts {
  const claims = certificate.claims.map(claimOf);
  const place = placeName(claims, names);
  const text = describeCertificate(certificate, claimOf, {
    serviceName: (service) => (names.services.get(service) ?? service).toLowerCase(),
    placeName: () => place,
  });
  const wished = claims.filter(isNarrowed).length;
  const kept = claims.length + certificate.buckets.length <= MOST_KEPT;
  return {
    service: certificate.service,
    text: wished === 0 ? text : `${text}; ${wished} narrowed by a wish of language or gender`,
    claims: claims.length,
    units: certificate.units,
    short: certificate.deficiency,
    untilOn: dayWith(claims.reduce((last, claim) => Math.max(last, claim.deadlineOn), 0)),
    place,
    postalCodes: new Set(claims.map((claim) => claim.postalCode)).size,
    ...(wished === 0 ? {} : { wished }),
    ...(kept ? { claimIds: certificate.claims, bucketIds: certificate.buckets } : {}),
  };
}

/** Why the first contact in a crisis cannot be had: a set of one, and no unit. It is by telephone, so where is no matter. */
export function nobodyOnCall(claimId: string, untilOn: string): CertificateWithTexts {
  return {
    service: "CRISIS_COUNSELLING",
    text: `1 acute crisis until ${untilOn}: no psychologist on call is free`,
    ...{ claims: 1, units: 0, short: 1, untilOn, place: "Danmark", postalCodes: 1, onCall: true },
    ...{ claimIds: [claimId], waitingIds: [claimId], bucketIds: [], waits: "NO_UNIT" },
  };
}

/** A claim that has a place by the day and still cannot be given one: each unit in reach is at a wrong hour, or held. */
export function noneToTake(claim: OpenClaim, id: string, unitsInReach: number, names: CertificateNames): CertificateWithTexts {
  const alone = { service: claim.service, claims: [id], buckets: [], units: 0, deficiency: 1 };
  return { ...certificateTexts(alone, () => claim, names), claimIds: [id], waitingIds: [id], busy: unitsInReach };
}

/** A wish of language or gender: the plan holds it, and a booking sets it aside before the promise is broken. */
function isNarrowed({ languages, gender }: OpenClaim): boolean {
  return languages !== 0 || gender !== undefined;
}

/** What the set's sentence leaves to be said of this claim. */
export function englishText({ text, waits, without, busy, setAside = [] }: CertificateWithTexts): string {
  return [
    text,
    ...(setAside.length === 0 ? [] : [`its wishes are set aside: ${wishNames(setAside, 0)}`]),
    ...(busy === undefined
      ? []
      : [`${busy} ${busy === 1 ? "unit" : "units"} at hours when the member has another appointment or held by others`]),
    ...(waits === undefined ? [] : [`this one waits because ${WAIT_WORDS[waits][0]}`]),
    ...(without === undefined
      ? []
      : [
          `without ${BINDING_WORDS[without.wish][0]}: ${without.units} ${without.units === 1 ? "unit" : "units"}, the first on ${without.firstOn}`,
        ]),
  ].join("; ");
}

/** The same in Danish, from what is kept of the proof. */
export function danishText(told: CertificateWithTexts): string {
  const { waits, without, busy, setAside = [] } = told;
  return [
    danishSet(told),
    ...(setAside.length === 0 ? [] : [`dens ønsker er fraveget: ${wishNames(setAside, 1)}`]),
    ...(busy === undefined ? [] : [`${times(busy)} ligger, når medlemmet har en anden aftale, eller er holdt af andre`]),
    ...(waits === undefined ? [] : [`denne venter, fordi ${WAIT_WORDS[waits][1]}`]),
    ...(without === undefined ? [] : [`uden ${BINDING_WORDS[without.wish][1]}: ${times(without.units)}, den første ${without.firstOn}`]),
  ].join("; ");
}

const wishNames = (wishes: readonly HeldWish[], language: 0 | 1): string =>
  wishes.map((wish) => WISH_WORDS[wish.toUpperCase() as Uppercase<HeldWish>][language].toLowerCase()).join(", ");

const times = (units: number): string => (units === 0 ? "ingen tider" : units === 1 ? "1 tid" : `${units} tider`);

function danishSet({ service, claims, units, short, untilOn, place, postalCodes, wished = 0, onCall }: CertificateWithTexts): string {
  if (onCall) return `1 akut krise til og med ${untilOn}: ingen psykolog på vagt er fri`;
  const [, name] = isValueOf(SERVICE_WORDS, service) ? SERVICE_WORDS[service] : [service, service];
  const from = postalCodes === 1 ? `et postnummer ved ${place}` : `${postalCodes} postnumre omkring ${place}`;
  return `${claims} ${claims === 1 ? "skade" : "skader"} (${name.toLowerCase()}) fra ${from} til og med ${untilOn}, ${times(units)}: ${short} mangler${wished === 0 ? "" : `; ${wished} indsnævret af et ønske om sprog eller køn`}`;
}

/** Town of the member nearest to the middle of them all. */
function placeName(claims: readonly OpenClaim[], names: CertificateNames): string {
  const lat = claims.reduce((sum, claim) => sum + claim.lat, 0) / claims.length;
  const lon = claims.reduce((sum, claim) => sum + claim.lon, 0) / claims.length;
  const away = (claim: OpenClaim): number => (claim.lat - lat) ** 2 + ((claim.lon - lon) * Math.cos((lat * Math.PI) / 180)) ** 2;
  const [first, ...others] = claims;
  if (first === undefined) return "";
  const middle = others.reduce((best, claim) => (away(claim) < away(best) ? claim : best), first);
  return names.towns.get(middle.postalCode) ?? middle.postalCode;
}
