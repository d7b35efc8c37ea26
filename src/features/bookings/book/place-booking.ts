/**
 * Load, decide, save: the one way a unit of capacity becomes an appointment. Called by the mutations that book, inside
 * their transaction. Two round trips in all: opening, key, locks and facts in the first, save and commit in the second.
 */
import type { NewRow, TableName } from "../../../../schema/columns-of.js";
import type { Booking } from "../../../../schema/rows.js";
import { Refused, refusal, type Refusal } from "../../../kernel/refusal.js";
import { present } from "../../../kernel/invariant.js";
import type { Context } from "../../../gateway/api/context.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { classify } from "../../../platform/postgres/database-errors.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import type { Viewer } from "../../../platform/viewer.js";
import { writeAndCommit, type Change, type NewRows } from "../../../platform/postgres/write.js";
import { harmIn } from "./ask-admission.js";
import { decideBooking } from "../booking.js";
import { bookingChanges, bookingRows, claimBooked, newBooking, type BookingActor, type BookingPlan } from "../booking-rows.js";
import type { BookingFile, LoadedBooking } from "../booking.store.js";
import { MEMBER_BUSY, SLOT_TAKEN } from "../quote/slot-refusals.js";

export type Placement = {
  readonly keyed: IdempotencyKey;
  readonly overrideReason: string | null;
  /** Given beforehand, because the key already says what came of it. */
  readonly bookingId: string;
};

export const UNKNOWN_CLAIM = refusal("NOT_FOUND", "There is no such claim.", { path: ["input", "claimId"], remedy: "Check the id." });
export const UNKNOWN_SLOT = refusal("NOT_FOUND", "There is no such time.", {
  path: ["input", "slotId"],
  remedy: "Search again; times come and go.",
});

export async function placeBooking(ctx: Context, tx: Tx, loaded: LoadedBooking | undefined, placement: Placement): Promise<Booking> {
  const { overrideReason, keyed, bookingId } = placement;
  if (!loaded?.memberId) throw new Refused([UNKNOWN_CLAIM]);
  const { read } = loaded;
  if (!read) throw new Refused([UNKNOWN_SLOT]);
  const harm = harmIn(ctx, read.file.claim.id, read.at);
  const decision = decideBooking(read.file, read.at, { role: ctx.viewer.role, overrideReason, harm });
  if (decision.refusals.length > 0) throw new Refused(decision.refusals);
  const plan = { ...planOf(ctx.viewer, read, { decision, overrideReason, chosenBecause: [] }), bookingId };
  return saveBooking(ctx, tx, plan, { keyed });
}

/** Who acted, and for whom: the member on whose case somebody else worked (BOK-HEALTH-TEAM). */
export function actorFor(viewer: Viewer, memberId: string): BookingActor {
  const own = viewer.role === "MEMBER" && viewer.memberIds[0] === memberId;
  return { subject: viewer.subject, role: viewer.role, onBehalfOf: own ? null : memberId };
}

export function planOf(
  viewer: Viewer,
  { file, at }: BookingFile,
  more: Pick<BookingPlan, "decision" | "overrideReason" | "chosenBecause">,
): BookingPlan {
  const reference = present(at.next_reference, "the database numbers bookings");
  return { file, at, ...more, bookingId: newId(), actor: actorFor(viewer, file.claim.member_id), reference, newId };
}

/** What a caller adds to the one statement that saves a booking; a move brings the end of the old one. */
export type FurtherRows = {
  readonly keyed: IdempotencyKey;
  readonly rows?: NewRows;
  readonly changes?: readonly Change[];
  readonly outcome?: Readonly<Record<string, unknown>>;
};

/** The end of the act: saved and committed in one round trip. */
export async function saveBooking(ctx: Context, tx: Tx, plan: BookingPlan, also: FurtherRows): Promise<Booking> {
  const { file, decision } = plan;
  const booking = newBooking(plan);
  const audited = {
    operation: also.keyed.operation,
    memberId: file.claim.member_id,
    object: "Booking",
    objectId: booking.id,
    outcome: "ALLOWED",
    rule: decision.overridden.length > 0 ? `overridden: ${decision.overridden.join(" ")}` : null,
  } as const;
  const { id: bookingId, claimId, clinicId, providerId, slotId } = booking;
  const rows = mergeRows(bookingRows(plan, booking), also.rows ?? {}, {
    audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)],
    outbox: [outboxRow("booking.confirmed", bookingId, { bookingId, claimId, clinicId, providerId, slotId })],
  });
  const told = also.keyed.outcome !== undefined ? [] : [outcomeOf(ctx.viewer.subject, also.keyed, { bookingId, ...also.outcome })];
  const changes = [...bookingChanges(plan), ...(also.changes ?? [claimBooked(plan)]), ...told];
  await writeAndCommit(tx, rows, changes).catch(lostRace);
  return booking;
}

/** Rows of several parts of one act, table by table. */
export function mergeRows(...parts: readonly NewRows[]): NewRows {
  const all: Gathered = {};
  for (const part of parts) for (const table of Object.keys(part) as TableName[]) gather(all, table, part);
  return all;
}

type Gathered = { [T in TableName]?: NewRow<T>[] };

function gather<T extends TableName>(all: Gathered, table: T, part: NewRows): void {
  const rows: readonly NewRow<T>[] = part[table] ?? [];
  const known: NewRow<T>[] | undefined = all[table];
  if (known) known.push(...rows);
  else all[table] = [...rows] as Gathered[T];
}

const PORTION_USED = refusal("PORTION_EXHAUSTED", "The treatments allocated to this claim are used or booked.", {
  rule: "COV-PORTION",
  remedy: "Ask the health team for more treatments.",
});
const BY_CONSTRAINT: Readonly<Record<string, Refusal>> = {
  // Locks make this impossible; the condition in the update is what would say so if they ever did not.
  take_unit: SLOT_TAKEN,
  booking_seat_is_taken_once: SLOT_TAKEN,
  slot_capacity_is_never_exceeded: SLOT_TAKEN,
  booking_is_one_live_per_claim_and_start: MEMBER_BUSY,
  claim_portion_is_never_exceeded: PORTION_USED,
};

/** A slot that was full when it was to be locked may be free when it is read, for two callers at once: the constraint picks one. */
function lostRace(error: unknown): never {
  const refused = BY_CONSTRAINT[classify(error).constraint ?? ""];
  throw refused ? new Refused([refused]) : error;
}
