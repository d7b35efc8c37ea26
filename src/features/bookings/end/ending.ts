/**
 * How an appointment ends, from facts alone: what it is called, what becomes of the unit, the reserved treatment, the money
 * and the claim's promise. A final state never changes, so each of these happens once.
 */
import type { JsonOf } from "../../../../schema/columns-of.js";
import { addDays, localDateOf, type ExtraDay } from "../../../kernel/calendar.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import type { CaseClaim } from "../../claims/case-file/case-file.js";
import { guaranteeOf } from "../../claims/guarantee/guarantee-clock.js";

/** A booking with its claim and slot, locked, and the database's clock. */
export type EndingFile = {
  readonly booking: JsonOf<"booking">;
  readonly claim: CaseClaim;
  readonly now: string;
  /** Days the setting in force takes out of the working days (CAL-EXTRA-DAYS). */
  readonly extra_non_working_days: readonly ExtraDay[];
};

export type EndState = "ATTENDED" | "NO_SHOW" | "CANCELLED_IN_TIME" | "CANCELLED_LATE" | "CANCELLED_BY_PROVIDER" | "MOVED";

/** Columns of a claim that the end of an appointment, or a move, may change. */
export const PATCHED_COLUMNS = [
  "state",
  "portion_used",
  "first_booking_id",
  "exceptions",
  "promise_state",
  "certificate",
  "breached_at",
  "guarantee_outcome",
  "guarantee_class",
  "clock_start_on",
  "first_target_on",
  "target_on",
  "latest_on",
  "deadline_at",
] as const satisfies readonly (keyof JsonOf<"claim">)[];
/** What of them an act changes; the others stay as they are. */
export type ClaimPatch = Partial<Pick<JsonOf<"claim">, (typeof PATCHED_COLUMNS)[number]>>;

/** Days after the start in which a clinic may still record what happened: as long as it sees whom it treated. */
const ATTENDANCE_WINDOW_DAYS = 30;

const path = ["input", "bookingId"];

/** Why an appointment that has to be ahead and confirmed cannot be ended or moved. */
export function notAhead(file: EndingFile): Refusal[] {
  if (file.booking.state !== "CONFIRMED") return [ended(file.booking.state)];
  if (hasStarted(file))
    return [
      refusal("BOOKING_STARTED", "This appointment has already begun.", { path, remedy: "The clinic records whether it took place." }),
    ];
  return [];
}

/** The clinic may call an appointment off even after its start: it was the one who could not. */
export function notOpen({ booking }: EndingFile): Refusal[] {
  return booking.state === "CONFIRMED" ? [] : [ended(booking.state)];
}

export function versionRefusals({ booking }: EndingFile, expected: number | null | undefined): Refusal[] {
  if (expected === null || expected === undefined || expected === booking.version) return [];
  const remedy = "Read the booking again and decide on what it says now.";
  return [
    refusal("VERSION_CONFLICT", "The booking has changed since you read it.", {
      path: ["input", "expectedVersion"],
      remedy,
      retryable: true,
    }),
  ];
}

function ended(state: EndingFile["booking"]["state"]): Refusal {
  return refusal("BOOKING_ENDED", `This appointment is not open any more: ${state}.`, { path, remedy: "Read the booking again." });
}

function hasStarted({ booking, now }: EndingFile): boolean {
  return Date.parse(booking.starts_at) <= Date.parse(now);
}

/** Later than the clinic allows; what the clinic then charges is between it and the member (ABS-LATE-CANCEL). */
export function isLate({ booking, now }: EndingFile): boolean {
  return Date.parse(now) > Date.parse(booking.free_cancellation_until);
}

export function cancelledState(file: EndingFile, by: "MEMBER" | "PROVIDER"): EndState {
  if (by === "PROVIDER") return "CANCELLED_BY_PROVIDER";
  return isLate(file) ? "CANCELLED_LATE" : "CANCELLED_IN_TIME";
}

/** Attendance is recorded from the start on, and within the window. */
export function attendanceRefusals(file: EndingFile): Refusal[] {
  const open = notOpen(file);
  if (open.length > 0) return open;
  if (!hasStarted(file))
    return [refusal("BOOKING_NOT_STARTED", "This appointment has not begun yet.", { path, remedy: "Record attendance once it has." })];
  if (localDateOf(file.now) <= addDays(file.booking.treated_on, ATTENDANCE_WINDOW_DAYS)) return [];
  const remedy = "Write to the insurer's finance team.";
  return [refusal("ATTENDANCE_WINDOW_OVER", `Attendance is recorded within ${ATTENDANCE_WINDOW_DAYS} days.`, { path, remedy })];
}

/** The claim after an appointment that did not take place: its treatment is free again, and so is the promise it stood for (BOK-COUNT). */
export function claimReleased({ booking, claim }: EndingFile): ClaimPatch {
  return { ...portionReturned(claim), ...(claim.first_booking_id === booking.id ? promiseReopened(claim) : {}) };
}

/** Nobody came: the treatment is not used, but the promise was an appointment in time, and there was one (GUA-MET). */
export function claimNotAttended(file: EndingFile): ClaimPatch {
  return { ...portionReturned(file.claim), ...promiseMet(file) };
}

/** The first treatment that takes place brings the claim into treatment. */
export function claimAttended(file: EndingFile): ClaimPatch {
  const state = ["APPROVED", "ESCALATED"].includes(file.claim.state) ? "IN_TREATMENT" : file.claim.state;
  return { state, ...promiseMet(file) };
}

function portionReturned(claim: CaseClaim): ClaimPatch {
  return claim.portion_authorised === null ? {} : { portion_used: Math.max(0, claim.portion_used - 1) };
}

/** Open again with its old deadline. Until the watch has looked, nobody can say that it is safe. */
function promiseReopened(claim: CaseClaim): ClaimPatch {
  const running = claim.guarantee_outcome === "RUNNING" && claim.breached_at === null;
  return { first_booking_id: null, ...(running ? { promise_state: "TIGHT" } : {}) };
}

/** Met by the start of the first appointment, in time; a breach that was stamped stays stamped. */
function promiseMet({ booking, claim }: EndingFile): ClaimPatch {
  const first = claim.first_booking_id === booking.id;
  return first && claim.guarantee_outcome === "RUNNING" && claim.breached_at === null && booking.standing !== "TOO_LATE"
    ? { promise_state: "MET" }
    : {};
}

/** A cancellation by the clinic is counted and never changes the clock (GUA-PROVIDER-CANCEL). */
export function exceptionsAfterProvider({ claim }: EndingFile): CaseClaim["exceptions"] {
  const before = Number(claim.exceptions["providerCancellations"] ?? 0);
  return { ...claim.exceptions, providerCancellations: before + 1 };
}

/**
 * An offer the member rejects ends the guarantee if it was on or before the latest date (GUA-EXC-DECLINED); the rules judge
 * the date. Nothing is silent: the outcome, its reasons and the rejected date stand in the claim.
 */
export function claimDeclined(file: EndingFile): ClaimPatch {
  const { booking, claim } = file;
  const rejected = { appointmentOn: booking.treated_on, sector: "PRIVATE" } as const;
  const exceptions = { ...claim.exceptions, declinedOffers: [...(claim.exceptions.declinedOffers ?? []), rejected] };
  const released = claimReleased(file);
  return { ...released, exceptions, ...guaranteeOf({ ...file, claim: { ...claim, ...released, exceptions } }).columns };
}

/** Does the guarantee run before, and not after? */
export function guaranteeLapses({ claim }: EndingFile, after: ClaimPatch): boolean {
  return claim.guarantee_outcome === "RUNNING" && after.guarantee_outcome === "NONE";
}

/** The appointment is the one that keeps a running promise. */
export function isPromised({ booking, claim }: EndingFile): boolean {
  return claim.first_booking_id === booking.id && claim.guarantee_outcome === "RUNNING";
}
