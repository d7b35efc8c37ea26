/** The search for a first appointment, step by step until something can be taken; answers what was taken or what was tried. */
import type { Channel } from "../../rules/codes.js";
import type { Booking } from "../../../schema/rows.js";
import { ageOn, endOfDay, startOfDay } from "../../kernel/calendar.js";
import { toPlane } from "../../kernel/place.js";
import { Refused, refusal } from "../../kernel/refusal.js";
import type { CaseFile } from "../../claims/case-file/case-file.js";
import type { Context } from "../../gateway/api/context.js";
import type { Keyed } from "../../platform/idempotency.js";
import type { Tx } from "../../platform/postgres/transaction.js";
import { sessionKind } from "../../rates/quote.js";
import { harmsOf } from "./ask-admission.js";
import { decideBooking } from "../booking.js";
import { takeFirstFree } from "../booking.store.js";
import { findCandidates, type CandidateSearch, type FirstCase } from "./candidate.store.js";
import { chosenBecause, rankCandidates, type Ranked } from "./choose-slot.js";
import { planOf, saveBooking } from "./place-booking.js";
import type { HeldWish, SearchStep } from "./search-steps.js";
import type { Wishes } from "./wishes.js";

/** One step of the search and why it gave nothing. */
export type Tried = {
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
  readonly keyed: Keyed;
  readonly overrideReason: string | null;
};

/** Openings asked about and tried per step: the best ones; whoever loses a race this often finds the next step. */
const TRIED_PER_STEP = 24;
const ATTEMPTS = 4;
const ADULT_AGE = 18;
/** Days looked ahead where no promise sets a deadline; the longest window of a search. */
const HORIZON_DAYS = 31;

export async function tryStep(ctx: Context, tx: Tx, search: FirstSearch, step: SearchStep): Promise<Booking | Tried> {
  const { file } = search.first;
  const found = rankCandidates(file, await findCandidates(tx, asked(search, step)), search.wishes, new Map()).slice(0, TRIED_PER_STEP);
  const harms = await harmsOf(
    ctx,
    file.claim.id,
    found.map((r) => r.candidate.id),
  );
  const all =
    harms.size === 0
      ? found
      : rankCandidates(
          file,
          found.map((r) => r.candidate),
          search.wishes,
          harms,
        );
  const may = search.overrideReason ? all : all.filter((r) => r.harm === 0);
  const refused: string[] = [];
  let left: readonly Ranked[] = may;
  for (let attempt = 0; attempt < ATTEMPTS && left.length > 0; attempt += 1) {
    const taken = await take(ctx, tx, search, { left, all, step });
    if ("booking" in taken) return taken.booking;
    refused.push(...taken.codes);
    if (taken.slotId === null) break; // each of them was given away meanwhile
    left = left.filter((r) => r.candidate.id !== taken.slotId);
  }
  return {
    step: step.name,
    channels: step.channels,
    withinKm: step.withinKm,
    found: all.length,
    harmful: all.length - may.length,
    refused: [...new Set(refused)],
    setAside: step.setAside,
  };
}

type Taking = { readonly left: readonly Ranked[]; readonly all: readonly Ranked[]; readonly step: SearchStep };
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

function asked({ first, wishes }: FirstSearch, step: SearchStep): CandidateSearch {
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
    // how far the designated place lies is the insurer's affair
    withinKm: file.designated === null ? step.withinKm : null,
    notBefore: wishes.notBefore === null ? null : startOfDay(wishes.notBefore),
    targetUntil: promised && claim.target_on !== null ? endOfDay(claim.target_on) : null,
    until,
    privateOnly: promised,
    forChild: ageOn(file.member.birth_date, file.today) < ADULT_AGE,
    onCall: step.onCall,
    session: sessionKind(file.sessions + 1),
    designated: file.designated,
    language: step.setAside.includes("language") ? null : wishes.language,
    gender: step.setAside.includes("gender") ? null : wishes.gender,
  };
}

/** For a member without a known place: distances then only order the clinics. */
const MIDDLE_OF_DENMARK = { lat: 56.0, lon: 10.5 };

/** Refusals of the case itself that no other slot would cure are found before the search, on the case alone. */
export function isPromised({ claim }: CaseFile): boolean {
  return claim.guarantee_outcome === "RUNNING";
}
