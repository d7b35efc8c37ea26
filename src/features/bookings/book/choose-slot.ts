/**
 * The best opening for a first appointment: on target before within the limit, then the shortest way, then the earliest
 * day, then the member's wishes, then the hour. Among equals the one whose loss hurts no other promise, and one that would
 * break another promise only after all that would not.
 */
import type { Booking } from "../../../../schema/rows.js";
import { localDateOf } from "../../../kernel/calendar.js";
import type { CaseFile } from "../../claims/case-file/case-file.js";
import { guaranteeFacts } from "../../claims/case-file/case-file.js";
import { decideGuarantee } from "../../../rules/guarantee/guarantee.js";
import { bookable, type Opening } from "../quote/bookable.js";
import { isSought, type SearchStep } from "./search-steps.js";
import type { SlotFacts } from "../quote/slot-file.js";
import { fulfilledWishes, type Wishes } from "./wishes.js";
import { type ChoiceReason, choiceReason, withoutWish } from "./because.js";
import type { ChoiceCode } from "../booking-words.js";

/** One free opening as the search for a first appointment reads it. */
export type Candidate = Pick<SlotFacts, "id" | "clinic_id" | "starts_at" | "ends_at" | "channel" | "audience" | "funding" | "on_call"> & {
  readonly languages: readonly string[];
  /** Of the practitioner. */
  readonly gender: string;
  readonly clinic_name: string;
  readonly town: string;
  readonly clinic_treats_children: boolean;
  readonly practitioner_treats_children: boolean;
  readonly has_public_agreement: boolean;
  readonly authorised: boolean;
  /** In a straight line from where the member travels; null where nobody travels. */
  readonly km: number | null;
};

/** What the choice looks at, once the cover has nothing against an opening. */
export type Offered = Pick<
  Candidate,
  "id" | "clinic_id" | "clinic_name" | "town" | "starts_at" | "channel" | "on_call" | "languages" | "gender" | "km"
>;

export type RankedSlot = {
  readonly candidate: Offered;
  /** Null without a running guarantee. */
  readonly standing: Booking["standing"];
  readonly on: string;
  /** Whole kilometres; nobody minds the metres. */
  readonly km: number;
  readonly met: readonly (keyof Wishes)[];
  readonly harm: number;
};

const STANDING = new Map<Booking["standing"], number>([
  ["ON_TARGET", 0],
  ["WITHIN_LIMIT", 1],
  [null, 1],
  ["TOO_LATE", 2],
]);

/** The openings this claim may take in a step of its search, best first. What the step does not seek or the cover refuses is left out. */
export function rankCandidates(file: CaseFile, candidates: readonly Candidate[], wishes: Wishes, step: SearchStep): RankedSlot[] {
  const standings = new Map<string, Booking["standing"]>();
  const covered = new Map<string, boolean>();
  const ranked: RankedSlot[] = [];
  for (const candidate of candidates) {
    if (!isSought(step, wishes, candidate)) continue;
    const on = localDateOf(candidate.starts_at);
    const standing = remembered(standings, file.claim.guarantee_class === "CRISIS_3H" ? candidate.starts_at : on, () =>
      standingOf(file, candidate),
    );
    if (standing === "TOO_LATE" || !remembered(covered, kindOf(candidate, on), () => mayBook(file, candidate))) continue;
    ranked.push(rankedAs(candidate, wishes, standing, 0));
  }
  return bestFirst(ranked);
}

/** An opening with what the choice weighs; `harm` is how many other promises cannot do without it. */
export function rankedAs(candidate: Offered, wishes: Wishes, standing: Booking["standing"], harm: number): RankedSlot {
  const on = localDateOf(candidate.starts_at);
  return { candidate, standing, on, km: Math.round(candidate.km ?? 0), met: fulfilledWishes(wishes, candidate), harm };
}

export function bestFirst(slots: readonly RankedSlot[]): RankedSlot[] {
  return [...slots].sort(better);
}

function better(a: RankedSlot, b: RankedSlot): number {
  return (
    a.harm - b.harm ||
    (STANDING.get(a.standing) ?? 2) - (STANDING.get(b.standing) ?? 2) ||
    a.km - b.km ||
    a.on.localeCompare(b.on) ||
    b.met.length - a.met.length ||
    Date.parse(a.candidate.starts_at) - Date.parse(b.candidate.starts_at) ||
    a.candidate.id.localeCompare(b.candidate.id)
  );
}

function standingOf(file: CaseFile, { starts_at }: Candidate): Booking["standing"] {
  return decideGuarantee(guaranteeFacts(file, starts_at)).proposedAppointment;
}

/** Everything about an opening that the coverage rules look at. */
function kindOf(c: Candidate, on: string): string {
  return [
    on,
    c.channel,
    c.audience,
    c.funding,
    c.on_call,
    c.clinic_treats_children,
    c.practitioner_treats_children,
    c.has_public_agreement,
    c.authorised,
  ].join(" ");
}

function mayBook(file: CaseFile, c: Candidate): boolean {
  return bookable(file, openingOf(c)).refusals.length === 0;
}

function openingOf(c: Candidate): Opening {
  return {
    startsAt: c.starts_at,
    channel: c.channel,
    audience: c.audience,
    funding: c.funding,
    onCall: c.on_call,
    treatsChildren: c.clinic_treats_children && c.practitioner_treats_children,
    hasPublicAgreement: c.has_public_agreement,
    authorised: c.authorised,
  };
}

function remembered<K, V>(memory: Map<K, V>, key: K, make: () => V): V {
  const known = memory.get(key);
  if (known !== undefined || memory.has(key)) return known as V;
  const made = make();
  memory.set(key, made);
  return made;
}

const WISHES = {
  timeOfDay: "WISH_TIME_OF_DAY",
  language: "WISH_LANGUAGE",
  gender: "WISH_GENDER",
  channel: "WISH_CHANNEL",
} as const satisfies Partial<Record<keyof Wishes, ChoiceCode>>;

const WIDENED: Partial<Readonly<Record<SearchStep["name"], ChoiceCode>>> = {
  WIDER: "WIDENED_WIDER",
  OTHER_CHANNEL: "WIDENED_OTHER_CHANNEL",
  ANYWHERE: "WIDENED_ANYWHERE",
};

/** Why this one, for the member and the health team: a code and a sentence each. */
export function chosenBecause(chosen: RankedSlot, all: readonly RankedSlot[], step: SearchStep): ChoiceReason[] {
  const { candidate, standing, on, km, met } = chosen;
  const because: ChoiceReason[] = [];
  if (standing === "ON_TARGET")
    because.push({
      code: "ON_TARGET",
      en: `starts on ${on}, within the target.`,
      da: `begynder den ${on}, inden for målet.`,
    });
  else if (standing !== null)
    because.push({
      code: "WITHIN_LIMIT",
      en: `starts on ${on}, inside the latest date.`,
      da: `begynder den ${on}, inden for den seneste dato.`,
    });
  if (candidate.km === null) because.push(choiceReason("NO_TRAVEL"));
  else {
    because.push({
      code: all.some((r) => r.km < km) ? "TRAVEL" : "NEAREST",
      en: `${km} km to ${candidate.clinic_name} in ${candidate.town}.`,
      da: `${km} km til ${candidate.clinic_name} i ${candidate.town}.`,
    });
  }
  if (!all.some((r) => r.candidate.clinic_id === candidate.clinic_id && r.on < on)) because.push(choiceReason("EARLIEST"));
  for (const wish of met) if (isSpoken(wish)) because.push(choiceReason(WISHES[wish]));
  because.push(...step.setAside.filter((wish) => !met.includes(wish)).map(withoutWish));
  if (all.some((r) => r.harm > 0) && chosen.harm === 0) because.push(choiceReason("HARMLESS"));
  const widened = WIDENED[step.name];
  if (widened) because.push(choiceReason(widened));
  return because;
}

function isSpoken(wish: keyof Wishes): wish is keyof typeof WISHES {
  return Object.hasOwn(WISHES, wish);
}
