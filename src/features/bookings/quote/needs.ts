/**
 * What an opening must be for this claim: `bookable` asked beforehand, so that a search over thousands of openings takes one small
 * parameter instead of the rules. Per span of time a mask says which kinds of openings are admitted. It is `bookable` for every
 * kind and every instant of the window (a property test holds it to that), worked out from as few questions as can be: of the
 * reasons against an opening some depend on its kind alone and are the same for all claims alike, the others on its day alone.
 */
import { addDays, addMonths, ageOn, localDateOf, startOfDay } from "../../../kernel/calendar.js";
import type { Refusal } from "../../../kernel/refusal.js";
import type { CaseFile } from "../../claims/case-file/case-file.js";
import { deadlineOf } from "../../claims/guarantee/guarantee-clock.js";
import { OPTIONS, type Cover, type Product, type Service } from "../../../rules/codes.js";
import { OF_THE_SLOT } from "../../../rules/checks/index.js";
import { decideCoverage } from "../../../rules/coverage/coverage.js";
import { refusalsOf } from "../../../rules/explain.js";
import type { CoverageFacts } from "../../../rules/facts/facts.js";
import type { GuaranteeDecision } from "../../../rules/guarantee/guarantee.js";
import { kindCode, KIND_WEIGHTS, OPENING_KINDS, type OpeningKind } from "../../../rules/opening-kind.js";
import {
  bookable,
  claimRefusals,
  clockOf,
  coverageOf,
  isFirst,
  isForChildren,
  isLateCrisis,
  promiseRefusals,
  useRefusals,
  wishedDateRefusals,
  type Opening,
} from "./bookable.js";
import { boundDay } from "./bound-day.js";

/** Of openings that start in this time, the kinds admitted: at the place of its code, "1" for each. */
type Span = { readonly from: Date; readonly until: Date; readonly kinds: string };

type Needs = {
  /** In order of time; where none is, nothing is admitted. */
  readonly spans: readonly Span[];
  /** What stands against every opening of the window, whatever its kind; empty where a span admits one. */
  readonly refusals: readonly Refusal[];
};

export function admits({ spans }: Pick<Needs, "spans">, opening: Opening): boolean {
  const at = Date.parse(opening.startsAt);
  return spans.some(({ from, until, kinds }) => from.getTime() <= at && at < until.getTime() && kinds[kindCode(opening)] === "1");
}

/** Whether who treats children makes a difference to any span. */
export function mindsChildren({ spans }: Pick<Needs, "spans">): boolean {
  return spans.some(({ kinds }) => CHILD_PAIRS.some(([not, yes]) => kinds[not] !== kinds[yes]));
}
const CHILD_PAIRS = OPENING_KINDS.filter((kind) => !kind.treatsChildren).map(
  (kind) => [kindCode(kind), kindCode({ ...kind, treatsChildren: true })] as const,
);

/** Of a claim for openings that start in the window [from, until). */
export function needsOf(file: CaseFile, from: Date, until: Date): Needs {
  if (from >= until) return { spans: [], refusals: [] };
  const ofClaim = claimRefusals(file);
  if (ofClaim.length > 0) return { spans: [], refusals: ofClaim };
  const days = daysOf(file, from, until);
  const spans: Span[] = [];
  const against: (readonly Refusal[])[] = [];
  for (const piece of piecesOf(file, from, until, days)) {
    if (piece.refusals.length > 0) {
      against.push(piece.refusals);
      continue;
    }
    const kinds = kindsAt(file, piece.from, piece.clock);
    const last = spans.at(-1);
    if (last?.kinds === kinds && last.until.getTime() === piece.from.getTime()) spans[spans.length - 1] = { ...last, until: piece.until };
    else if (kinds.includes("1")) spans.push({ from: piece.from, until: piece.until, kinds });
    else against.push(bookable(file, { ...WELCOME, startsAt: piece.from.toISOString() }).refusals);
  }
  return { spans, refusals: spans.length > 0 ? [] : throughout(against) };
}

/** What stands against the first and the last of them alike; where nothing does, what stands against the last. */
function throughout(against: readonly (readonly Refusal[])[]): readonly Refusal[] {
  const [first = []] = against;
  const last = against.at(-1) ?? [];
  const always = first.filter(({ code }) => against.every((refusals) => refusals.some((refusal) => refusal.code === code)));
  return always.length > 0 ? always : last;
}

type Piece = {
  readonly from: Date;
  readonly until: Date;
  readonly refusals: readonly Refusal[];
  readonly clock: GuaranteeDecision;
};

/** The window cut where an answer may turn: at each of these days, and at the instant by which a promise must be kept. */
function piecesOf(file: CaseFile, from: Date, until: Date, days: readonly string[]): Piece[] {
  const cuts = new Set(days.map((day) => startOfDay(day).getTime()));
  const { decision } = clockOf(file, from.toISOString());
  const deadline = isFirst(file) ? deadlineOf(decision) : null;
  if (deadline) cuts.add(deadline.getTime());
  // an instant "no later than" is still in time: what comes after it begins a millisecond later
  if (decision.latestInstant) cuts.add(Date.parse(decision.latestInstant) + 1);
  const starts = [from.getTime(), ...[...cuts].filter((cut) => cut > from.getTime() && cut < until.getTime())].sort((a, b) => a - b);
  return starts.map((start, i) => {
    const at = new Date(start);
    return { from: at, until: new Date(starts[i + 1] ?? until.getTime()), ...againstAnyAt(file, at) };
  });
}

/** What stands against the most welcome kind of opening stands against every other. */
function againstAnyAt(file: CaseFile, at: Date): Pick<Piece, "refusals" | "clock"> {
  const startsAt = at.toISOString();
  const clock = clockOf(file, startsAt).decision;
  const ofPromise = promiseRefusals(file, clock.guaranteeClass === "CRISIS_3H" ? ON_CALL : WELCOME, clock);
  return { refusals: [...coverRefusals(file, startsAt), ...ofPromise, ...wishedDateRefusals(file, { startsAt })], clock };
}

const WELCOME: OpeningKind = {
  channel: "IN_PERSON",
  audience: "BOTH",
  funding: "PRIVATE",
  onCall: false,
  treatsChildren: true,
  hasPublicAgreement: true,
  authorised: true,
};
const ON_CALL: OpeningKind = { ...WELCOME, channel: "PHONE", onCall: true };

/** Reasons of the coverage rules that hold for every opening at this time; they look at its day. */
function coverRefusals(file: CaseFile, startsAt: string): readonly Refusal[] {
  const day = localDateOf(startsAt);
  const known = byDay.get(file) ?? new Map<string, readonly Refusal[]>();
  byDay.set(file, known);
  const before = known.get(day);
  if (before) return before;
  const { facts, decision } = coverageOf(file, { ...WELCOME, startsAt });
  const refusals = decision.covered ? [] : refusalsOf(decision, facts).filter(({ code }) => !OF_THE_SLOT.has(code));
  known.set(day, refusals);
  return refusals;
}
const byDay = new WeakMap<CaseFile, Map<string, readonly Refusal[]>>();

/**
 * The days of the window on which the answer may turn. Over a month every rule that looks at the day refuses before a day or from
 * a day on, never in between: what holds on the first day and on the last holds throughout, and only otherwise each day is asked.
 */
function daysOf(file: CaseFile, from: Date, until: Date): string[] {
  const first = localDateOf(from.toISOString());
  const last = localDateOf(new Date(until.getTime() - 1).toISOString());
  const lastDay = startOfDay(last);
  const same = codesAt(file, from) === codesAt(file, lastDay > from ? lastDay : from);
  const inTurn = same && !isOverMonths(first, last) ? turningDays(file, first, last) : null;
  if (inTurn) return inTurn;
  const all: string[] = [];
  for (let day = addDays(first, 1); day <= last; day = addDays(day, 1)) all.push(day);
  return all;
}

function codesAt(file: CaseFile, at: Date): string {
  return coverRefusals(file, at.toISOString())
    .map(({ code }) => code)
    .sort()
    .join();
}

const MOST_DAYS = 62;
const isOverMonths = (first: string, last: string): boolean => addDays(first, MOST_DAYS) < last;

/** After the first day and up to the last: a birthday, a new year, the day from which it suits the member. */
function turningDays(file: CaseFile, first: string, last: string): string[] {
  const { birth_date: born } = file.member;
  const birthday = ageOn(born, first) === ageOn(born, last) ? null : birthdayBy(born, last);
  const newYear = first.slice(0, 4) === last.slice(0, 4) ? null : `${last.slice(0, 4)}-01-01`;
  const wished = isFirst(file) ? boundDay(file.claim) : null;
  return [birthday, newYear, wished].filter((day) => day !== null).filter((day) => first < day && day <= last);
}

/** The newest one that is not after this day. */
function birthdayBy(born: string, day: string): string {
  let on = day;
  while (ageOn(born, addDays(on, -1)) === ageOn(born, day)) on = addDays(on, -1);
  return on;
}

/** All that a mask of kinds depends on: the same for all claims that are alike in it. */
export type KindOfClaim = {
  readonly product: Product;
  readonly under: Cover;
  readonly service: Service;
  /** On the day of the treatment, in whole years. */
  readonly age: number;
  /** A crisis that was reported too late is treated as any other complaint. */
  readonly lateCrisis: boolean;
  /** What is promised about the first appointment, where this is it. */
  readonly promise: "NONE" | "RUNNING" | "CRISIS";
};

function kindsAt(file: CaseFile, at: Date, clock: GuaranteeDecision): string {
  const { claim, member } = file;
  const running = isFirst(file) && clock.outcome === "RUNNING";
  return kindsFor({
    product: claim.product,
    under: claim.under,
    service: claim.service_code,
    age: ageOn(member.birth_date, localDateOf(at.toISOString())),
    lateCrisis: isLateCrisis(claim),
    promise: !running ? "NONE" : clock.guaranteeClass === "CRISIS_3H" ? "CRISIS" : "RUNNING",
  });
}

const known = new Map<string, string>();

/** The kinds of openings that claims of this kind may book, as a mask; there are a few hundred kinds of claims. */
export function kindsFor(of: KindOfClaim): string {
  const key = [of.product, of.under, of.service, of.age, of.lateCrisis, of.promise].join();
  const before = known.get(key);
  if (before !== undefined) return before;
  const bits = new Array<string>(KIND_WEIGHTS.size).fill("0");
  for (const kind of OPENING_KINDS) if (mayBook(of, kind)) bits[kindCode(kind)] = "1";
  const kinds = bits.join("");
  known.set(key, kinds);
  return kinds;
}

/** Any day: what depends on the kind of an opening depends on the day through the age alone. */
const ON = "2026-06-01";

function mayBook(of: KindOfClaim, kind: OpeningKind): boolean {
  const born = addMonths(ON, -12 * of.age);
  const facts = factsFor(of, born, kind);
  const claim = { service_code: of.service, first_booking_id: null, crisis: facts.crisis, received_at: facts.crisis.reportedAt };
  const file = { member: { birth_date: born }, claim, now: `${ON}T08:00:00Z` };
  const clock = {
    outcome: of.promise === "NONE" ? "NONE" : "RUNNING",
    guaranteeClass: of.promise === "CRISIS" ? "CRISIS_3H" : "NETWORK_10",
    proposedAppointment: null,
    latestDate: null,
    latestInstant: null,
  } as const;
  if (useRefusals(file, { ...kind, startsAt: file.now }).length > 0 || promiseRefusals(file, kind, clock).length > 0) return false;
  return !decideCoverage(facts).reasons.some((reason) => OF_THE_SLOT.has(reason));
}

/** A member who has every cover, and nothing else that a rule could mind. */
function factsFor({ product, under, service, lateCrisis }: KindOfClaim, birthDate: string, kind: OpeningKind) {
  const { channel, hasPublicAgreement, authorised } = kind;
  const reportedAt = `${ON}T06:00:00Z`;
  const occurredAt = new Date(Date.parse(reportedAt) - (lateCrisis ? 1_000 : 0) * 3_600_000).toISOString();
  return {
    product,
    under,
    decidedOn: ON,
    member: { role: "EMPLOYEE", birthDate, residence: "DK" },
    cover: { start: addMonths(ON, -120), optional: OPTIONS },
    claim: { reportedOn: ON, approvedOn: ON },
    condition: { code: "BACK_PAIN", aroseOn: ON },
    treatment: { serviceType: service, on: ON, channel, country: "DK" },
    provider: { mode: "NETWORK", hasPublicAgreement, authorised, related: false, treatsChildren: isForChildren(kind) },
    crisis: { event: "VIOLENCE", occurredAt, reportedAt },
  } as const satisfies CoverageFacts;
}
