/** The search for a first appointment, step by step until something can be taken; answers what was taken or what was tried. */
import type { Channel } from "../../../rules/codes.js";
import type { HeldWish } from "../../../rules/wishes.js";
import type { Booking } from "../../../../schema/rows.js";
import { ageOn, endOfDay, startOfDay } from "../../../kernel/calendar.js";
import { toPlane } from "../../../kernel/place.js";
import { Refused, refusal } from "../../../kernel/refusal.js";
import type { CaseFile } from "../../claims/case-file/case-file.js";
import type { Context } from "../../../gateway/api/context.js";
import type { IdempotencyKey } from "../../../platform/idempotency.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { sessionKind } from "../../rates/quote.js";
import { harmsOf } from "./ask-admission.js";
import { decideBooking } from "../booking.js";
import { takeFirstFree } from "../booking.store.js";
import { findCandidates, type CandidateSearch, type FirstCase } from "./candidate.store.js";
import { bestFirst, chosenBecause, rankCandidates, type Candidate, type RankedSlot } from "./choose-slot.js";
import { planOf, saveBooking } from "./place-booking.js";
import { heldWish, type SearchStep } from "./search-steps.js";
import { boundDay } from "../quote/bound-day.js";
import type { Wishes } from "./wishes.js";

/** One step of the search and why it gave nothing. */
export type SearchAttempt = {
  readonly step: string;
  readonly channels: readonly Channel[];
  readonly withinKm: number | null;
  /** Openings free inside the deadline that the cover allows. */
  readonly found: number;
  /** Of these, openings another promise cannot do without. */
  readonly harmful: number;
  /** Codes of what stood against each that was about to be taken. */
  readonly refused: readonly string[];
  /** Wishes set aside in this step. */
  readonly setAside: readonly HeldWish[];
};

export type FirstSearch = {
  readonly first: FirstCase;
  readonly wishes: Wishes;
  readonly keyed: IdempotencyKey;
  readonly overrideReason: string | null;
};

/** Openings tried before the search looks again: the best ones, which others want as well. */
const TRIED_AT_ONCE = 24;
const ADULT_AGE = 18;
/** Days looked ahead where no promise sets a deadline; the longest window of a search. */
const HORIZON_DAYS = 31;

/**
 * Looks again without what it may not take until a look shows nothing else, so that no clinic is passed over because the first of
 * its openings are needed by others: it answers that there is nothing only once it has seen everything.
 */
export async function tryStep(ctx: Context, tx: Tx, search: FirstSearch, step: SearchStep): Promise<Booking | SearchAttempt> {
  // how far the designated place lies is the insurer's affair
  const within = search.first.file.designated === null ? step : { ...step, withinKm: null };
  const without = new Set<string>();
  const refused = new Set<string>();
  const harmful: RankedSlot[] = [];
  let found = 0;
  for (;;) {
    const candidates = await findCandidates(tx, asked(search, within, [...without]));
    if (candidates.length === 0) break;
    const ranked = await rankedWithHarm(ctx, search, candidates, within);
    const may = search.overrideReason ? ranked : ranked.filter((r) => r.harm === 0);
    const ids = new Set(may.map((r) => r.candidate.id));
    const passedOver = candidates.filter(({ id }) => !ids.has(id));
    for (const { id } of passedOver) without.add(id);
    if (!search.overrideReason) harmful.push(...ranked.filter((r) => r.harm > 0));
    if (passedOver.length > 0) continue;
    const best = may.slice(0, TRIED_AT_ONCE);
    found += best.length;
    for (let left: readonly RankedSlot[] = best; left.length > 0;) {
      const taken = await take(ctx, tx, search, { left, all: [...may, ...harmful], step });
      if ("booking" in taken) return taken.booking;
      for (const code of taken.codes) refused.add(code);
      // null: each of them was given away meanwhile
      left = taken.slotId === null ? [] : left.filter((r) => r.candidate.id !== taken.slotId);
    }
    for (const { candidate } of best) without.add(candidate.id);
  }
  return {
    step: step.name,
    channels: step.channels,
    withinKm: step.withinKm,
    found: found + harmful.length,
    harmful: harmful.length,
    refused: [...refused],
    setAside: step.setAside,
  };
}

async function rankedWithHarm(
  ctx: Context,
  { first, wishes }: FirstSearch,
  candidates: readonly Candidate[],
  step: SearchStep,
): Promise<RankedSlot[]> {
  const fit = rankCandidates(first.file, candidates, wishes, step);
  const harms = await harmsOf(
    ctx,
    first.file.claim.id,
    fit.map((r) => r.candidate.id),
  );
  return harms.size === 0 ? fit : bestFirst(fit.map((r) => ({ ...r, harm: harms.get(r.candidate.id) ?? 0 })));
}

type Taking = { readonly left: readonly RankedSlot[]; readonly all: readonly RankedSlot[]; readonly step: SearchStep };
type Taken = { readonly booking: Booking } | { readonly slotId: string | null; readonly codes: readonly string[] };

/** The best that nobody else is taking this moment; what the case itself forbids is refused at once, for every slot alike. */
async function take(ctx: Context, tx: Tx, search: FirstSearch, { left, all, step }: Taking): Promise<Taken> {
  const claimId = search.first.file.claim.id;
  const read = await takeFirstFree(
    tx,
    claimId,
    left.map((r) => r.candidate.id),
  );
  const slotId = read?.at.slot.id ?? null;
  const chosen = left.find((r) => r.candidate.id === slotId);
  if (!chosen || !read) return { slotId, codes: ["SLOT_TAKEN"] };
  if (read.file.claim.first_booking_id !== null) throw new Refused([ALREADY_BOOKED]);
  const { overrideReason, keyed } = search;
  const decision = decideBooking(read.file, read.at, { role: ctx.viewer.role, overrideReason, harm: chosen.harm });
  if (decision.refusals.length > 0) return { slotId, codes: decision.refusals.map((r) => r.code) };
  const plan = planOf(ctx.viewer, read, { decision, overrideReason, chosenBecause: chosenBecause(chosen, all, step) });
  return { booking: await saveBooking(ctx, tx, plan, { keyed }) };
}

export const ALREADY_BOOKED = refusal("FIRST_APPOINTMENT_EXISTS", "The first appointment of this claim is booked or has been.", {
  path: ["input", "claimId"],
  remedy: "Move it with rescheduleBooking, or book a further treatment with bookSlot.",
});

function asked({ first, wishes }: FirstSearch, step: SearchStep, without: readonly string[]): CandidateSearch {
  const { file } = first;
  const { claim } = file;
  const place = first.from ?? MIDDLE_OF_DENMARK;
  const promised = claim.guarantee_outcome === "RUNNING" && claim.deadline_at !== null;
  const horizon = new Date(Date.parse(file.now) + HORIZON_DAYS * 86_400_000);
  // when the promise is broken already, the earliest there is counts
  const until = promised && Date.parse(claim.deadline_at ?? "") > Date.parse(file.now) ? new Date(claim.deadline_at ?? "") : horizon;
  return {
    claimId: claim.id,
    memberId: claim.member_id,
    service: claim.service_code,
    from: toPlane(place.lat, place.lon),
    channels: step.channels,
    withinKm: step.withinKm,
    notBefore: firstInstant(wishes.notBefore, boundDay(claim)),
    targetUntil: promised && claim.target_on !== null ? endOfDay(claim.target_on) : null,
    until,
    privateOnly: promised,
    forChild: ageOn(file.member.birth_date, file.today) < ADULT_AGE,
    onCall: step.onCall,
    session: sessionKind(file.sessions + 1),
    without,
    designated: file.designated,
    language: heldWish(step, wishes, "language"),
    gender: heldWish(step, wishes, "gender"),
  };
}

function firstInstant(...days: readonly (string | null)[]): Date | null {
  const latest = days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);
  return latest === null ? null : startOfDay(latest);
}

/** For a member without a known place: distances then only order the clinics. */
const MIDDLE_OF_DENMARK = { lat: 56.0, lon: 10.5 };

/** Refusals of the case itself that no other slot would cure are found before the search, on the case alone. */
export function isPromised({ claim }: CaseFile): boolean {
  return claim.guarantee_outcome === "RUNNING";
}
