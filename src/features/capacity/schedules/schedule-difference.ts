import { overlapTest, type Period } from "../../../kernel/period.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import type { SlotOffer } from "../slots/slot-line.js";

/** A slot as it stands, with what somebody has already made of it. */
export type StandingSlot = {
  readonly slot: SlotOffer;
  readonly state: "OPEN" | "WITHDRAWN";
  readonly booked: number;
  /** A live hold stands on it. */
  readonly held: boolean;
};
type KeptSlot = { readonly standing: StandingSlot; readonly wanted: "CHANGE" | "WITHDRAW"; readonly refusal: Refusal };
export type ScheduleDifference = {
  readonly insert: readonly SlotOffer[];
  /** Shorter ones first: no moment at which two neighbours overlap. Apply after `withdraw`, before `insert`. */
  readonly change: readonly { readonly from: StandingSlot; readonly to: SlotOffer }[];
  readonly withdraw: readonly StandingSlot[];
  /** Booked or held, so left as they are, and reported to whoever edits. */
  readonly kept: readonly KeptSlot[];
  /** Wanted, but on top of a kept slot of the same practitioner. */
  readonly blocked: readonly { readonly slot: SlotOffer; readonly refusal: Refusal }[];
  readonly unchanged: number;
};
export type DifferenceOptions = {
  /** True when the clinic saves its schedule. False in the nightly run: what was withdrawn by hand stays withdrawn. */
  readonly reopenWithdrawn: boolean;
};

/**
 * What an edited schedule does to the slots that stand. `existing` is every slot of this schedule inside the window that
 * was expanded, and no other; slots that have begun are the caller's to leave out.
 */
export function diffSchedule(
  existing: readonly StandingSlot[],
  expanded: readonly SlotOffer[],
  options: DifferenceOptions,
): ScheduleDifference {
  const wanted = new Map(expanded.map((slot) => [slot.externalId, slot]));
  const known = new Set(existing.map(({ slot }) => slot.externalId));
  const insert: SlotOffer[] = expanded.filter((slot) => !known.has(slot.externalId));
  const change: { from: StandingSlot; to: SlotOffer }[] = [];
  const withdraw: StandingSlot[] = [];
  const kept: KeptSlot[] = [];
  let unchanged = 0;
  for (const standing of existing) {
    const to = wanted.get(standing.slot.externalId);
    const taken = standing.booked > 0 || standing.held;
    const open = standing.state === "OPEN";
    if (!open && !(to && options.reopenWithdrawn && !taken)) unchanged += 1;
    else if (to && open && sameSlot(standing.slot, to)) unchanged += 1;
    else if (taken) kept.push({ standing, wanted: to ? "CHANGE" : "WITHDRAW", refusal: whyKept(standing) });
    else if (to) change.push({ from: standing, to });
    else withdraw.push(standing);
  }
  // A withdrawn slot that still has bookings occupies its practitioner as much as a kept one.
  const stands = [...kept.map((k) => k.standing), ...existing.filter((s) => s.state === "WITHDRAWN" && s.booked > 0)];
  const blocks = new Map<string, (probe: Period) => boolean>();
  for (const who of new Set(stands.map(({ slot }) => slot.practitionerId ?? "")))
    blocks.set(who, overlapTest(stands.filter(({ slot }) => (slot.practitionerId ?? "") === who).map(({ slot }) => span(slot))));
  const isBlocked = (slot: SlotOffer): boolean => blocks.get(slot.practitionerId ?? "")?.(span(slot)) ?? false;
  return {
    insert: insert.filter((slot) => !isBlocked(slot)),
    change: change.filter(({ to }) => !isBlocked(to)).sort((a, b) => growth(a) - growth(b)),
    withdraw: [...withdraw, ...change.filter(({ from, to }) => isBlocked(to) && from.state === "OPEN").map(({ from }) => from)],
    kept,
    blocked: [...insert, ...change.map(({ to }) => to)].filter(isBlocked).map((slot) => ({
      slot,
      refusal: refusal("SLOTS_OVERLAP", "A booked or held slot of the same practitioner stands in its place.", {
        remedy: "Move the booking, then save the schedule again.",
      }),
    })),
    unchanged,
  };
}

function whyKept(standing: StandingSlot): Refusal {
  return standing.booked > 0
    ? refusal("SLOT_BOOKED", "The slot is booked and stays as it is.", { remedy: "Reschedule or cancel the booking first." })
    : refusal("SLOT_HELD", "Somebody is about to book the slot; it stays as it is.", {
        remedy: "Save again in ten minutes.",
        retryable: true,
      });
}

/** Order of services and languages carries no meaning. */
function sameSlot(a: SlotOffer, b: SlotOffer): boolean {
  const key = (slot: SlotOffer): string =>
    JSON.stringify([
      slot.practitionerId,
      slot.practitionerRef,
      slot.startsAt.getTime(),
      slot.endsAt.getTime(),
      [...slot.services].sort(),
      slot.channel,
      slot.audience,
      [...slot.languages].sort(),
      slot.funding,
      slot.capacity,
      slot.cancellationHours,
      slot.onCall ?? false,
    ]);
  return key(a) === key(b);
}

function span(slot: SlotOffer): Period {
  return { start: slot.startsAt, end: slot.endsAt };
}

function growth({ from, to }: { readonly from: StandingSlot; readonly to: SlotOffer }): number {
  return to.endsAt.getTime() - from.slot.endsAt.getTime();
}
