/**
 * What a call that publishes openings does to those that stand: pure, so that every combination can be tried in a table.
 * Nobody's booked or held time is changed behind their back, and a practitioner is in one place at a time.
 */
import type { Slot } from "../../../../schema/rows.js";
import { present } from "../../../kernel/invariant.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import type { SlotLine } from "../slots/slot-line.js";

export const LINE_OUTCOMES = ["INSERTED", "CHANGED", "UNCHANGED", "WITHDRAWN", "REFUSED", "CLOSED"] as const;
export type LineOutcome = (typeof LINE_OUTCOMES)[number];

/** The letter of each outcome, in the order of `LINE_OUTCOMES`. */
const LETTERS = "ICUWRX";

/** Outcomes of ten thousand lines as they are kept with the key of their call: one letter each. */
export function outcomeLetters(outcomes: readonly LineOutcome[]): string {
  return outcomes.map((outcome) => LETTERS[LINE_OUTCOMES.indexOf(outcome)]).join("");
}

/** Line by line what `outcomeLetters` wrote. */
export function outcomesIn(letters: string): LineOutcome[] {
  return [...letters].map((letter) => present(LINE_OUTCOMES[LETTERS.indexOf(letter)], "every letter stands for an outcome"));
}

/** An opening that stands under the external id of a line. */
export type StandingOpening = {
  /** Place of the line in the call, from 0. */
  readonly line: number;
  readonly id: string;
  readonly state: Slot["state"];
  /** False once its source has taken it away; one that is offered and withdrawn lies in closed time. */
  readonly offered: boolean;
  readonly booked: number;
  readonly held: boolean;
  /** Says exactly what the line says. */
  readonly same: boolean;
  /** Another practitioner or another time. */
  readonly moves: boolean;
};

/** Line `n` lies on top of a standing open slot of the same practitioner, at any clinic. */
export type SlotClash = { readonly n: number; readonly slotId: string };

export type PublicationStep =
  /** `why` is set where the time is closed: then the opening is kept as its source offers it, and not open. */
  | { readonly does: "INSERT"; readonly n: number; readonly why: Refusal | null }
  /** `takes` is true when it will occupy its practitioner at a time at which it does not yet. */
  | { readonly does: "CHANGE"; readonly n: number; readonly id: string; readonly takes: boolean; readonly why: Refusal | null }
  | { readonly does: "WITHDRAW"; readonly n: number; readonly id: string }
  | { readonly does: "NOTHING"; readonly n: number; readonly id: string | null }
  | { readonly does: "REFUSE"; readonly n: number; readonly refusals: readonly Refusal[] };

export type CheckedSlotLine = { readonly n: number; readonly line: SlotLine; /** Why its time is closed. */ readonly why: Refusal | null };

/** One step per line; `standing` as read under the lock of the clinic. */
export function planSteps(lines: readonly CheckedSlotLine[], standing: readonly StandingOpening[]): PublicationStep[] {
  const at = new Map(standing.map((s) => [s.line, s]));
  return lines.map(({ n, line, why }): PublicationStep => {
    const stands = at.get(n);
    // A feed calls everything busy that it does not offer; what was never offered needs no taking away.
    if (!stands) return line.action === "PUT" ? { does: "INSERT", n, why } : { does: "NOTHING", n, id: null };
    const taken = takenRefusal(stands);
    const state = why === null ? "OPEN" : "WITHDRAWN";
    // what is booked stays, though its time was closed since: whoever closed it has been told
    const stays = stands.offered && stands.same && (stands.state === state || taken !== null);
    if (line.action === "WITHDRAW" ? !stands.offered : stays) return { does: "NOTHING", n, id: stands.id };
    if (taken) return { does: "REFUSE", n, refusals: [taken] };
    if (line.action === "WITHDRAW") return { does: "WITHDRAW", n, id: stands.id };
    return { does: "CHANGE", n, id: stands.id, takes: why === null && (stands.moves || stands.state !== "OPEN"), why };
  });
}

export function takenRefusal(stands: Pick<StandingOpening, "booked" | "held">): Refusal | null {
  if (stands.booked > 0)
    return refusal("SLOT_BOOKED", "The opening is booked and stays as it is.", {
      path: ["externalId"],
      remedy: "Use withdrawSlots, which moves the members affected, or publish under a new external id.",
    });
  if (stands.held)
    return refusal("SLOT_HELD", "Somebody is about to book the opening; it stays as it is.", {
      path: ["externalId"],
      remedy: "Send the line again in ten minutes.",
      retryable: true,
    });
  return null;
}

/** Time of a practitioner; milliseconds, half-open. */
type TimeOf = { readonly practitionerId: string; readonly from: number; readonly to: number };
/** Asked for by line `n`. */
export type RequestedTime = TimeOf & { readonly n: number };
/** Taken by a standing open slot. */
export type TakenTime = TimeOf & { readonly id: string };

/** Each pair of a line and a standing slot that overlap. Standing slots of one practitioner never overlap each other, so in order of start they are in order of end too. */
export function clashesAmong(lines: readonly RequestedTime[], taken: readonly TakenTime[]): SlotClash[] {
  const byPractitioner = new Map<string, TakenTime[]>();
  for (const slot of [...taken].sort((a, b) => a.from - b.from)) {
    const list = byPractitioner.get(slot.practitionerId);
    if (list) list.push(slot);
    else byPractitioner.set(slot.practitionerId, [slot]);
  }
  return lines.flatMap((line) => {
    const slots = byPractitioner.get(line.practitionerId) ?? [];
    const clashes: SlotClash[] = [];
    for (let i = firstEndingAfter(slots, line.from); i < slots.length; i += 1) {
      const slot = slots[i];
      if (!slot || slot.from >= line.to) break;
      clashes.push({ n: line.n, slotId: slot.id });
    }
    return clashes;
  });
}

function firstEndingAfter(slots: readonly TakenTime[], at: number): number {
  let low = 0;
  let high = slots.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((slots[middle]?.to ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Takes out the lines that would put a practitioner in two places. A slot that this call moves or withdraws gives up its
 * place, unless its own line is refused: then it stays, which may refuse a further line, and so on until nothing changes.
 */
export function withoutClashes(steps: readonly PublicationStep[], clashes: readonly SlotClash[]): PublicationStep[] {
  const leaving = new Map(steps.flatMap((s) => (s.does === "WITHDRAW" || (s.does === "CHANGE" && s.takes) ? [[s.id, s.n] as const] : [])));
  const refused = new Set<number>();
  for (let before = -1; before !== refused.size;) {
    before = refused.size;
    for (const { n, slotId } of clashes) {
      const mover = leaving.get(slotId);
      if (mover === n) continue;
      if (mover === undefined || refused.has(mover)) refused.add(n);
    }
  }
  return steps.map((s) => (refused.has(s.n) ? { does: "REFUSE", n: s.n, refusals: [SLOTS_OVERLAP] } : s));
}

export const SLOTS_OVERLAP = refusal("SLOTS_OVERLAP", "The practitioner already has an opening at that time, here or at another clinic.", {
  path: ["startsAt"],
  remedy: "Withdraw or move the other opening first.",
});

export function outcomeOfStep(step: PublicationStep): LineOutcome {
  if ("why" in step && step.why !== null) return "CLOSED";
  const names = { INSERT: "INSERTED", CHANGE: "CHANGED", WITHDRAW: "WITHDRAWN", NOTHING: "UNCHANGED", REFUSE: "REFUSED" } as const;
  return names[step.does];
}
