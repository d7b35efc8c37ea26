/** Attended treatments as recordAttendance leaves them: booking, pending and posted entry, line; written as the owner. */
import type { NewRow, NewRows } from "../../schema/columns-of.js";
import { postedForAttendance, lineForTreatment, pendingForBooking } from "../../src/features/ledger/entry.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { WORKER } from "../../src/platform/viewer.js";
import { write } from "../../src/platform/postgres/write.js";
import type { TestWorld } from "../support/app.js";
import { fromNow, now } from "../support/clock.js";
import { at, dayIn, newTestId, type MadeClinic, type MadeMember } from "../support/make.js";

export type Attended = { readonly bookingId: string; readonly lineId: string; readonly clinic: MadeClinic; readonly member: MadeMember };

export type AttendedOptions = {
  readonly count?: number;
  readonly minor?: (i: number) => number;
  readonly danmark?: number;
  readonly treatedOn?: string;
  readonly readyAt?: Date;
};

export async function attend(t: TestWorld, clinic: MadeClinic, options: AttendedOptions = {}): Promise<Attended[]> {
  const { count = 1, minor = () => 45_000, danmark = 0, treatedOn = dayIn(-3) } = options;
  const member = await t.make.member();
  const claim = await t.make.claim(member);
  const slot = await t.make.slot(clinic, { startsAt: at(treatedOn), capacity: count, row: { booked: count, overlap_allowed: true } });
  const readyAt = options.readyAt ?? fromNow(-60_000);
  const made = Array.from({ length: count }, (_, i) => ({ i, id: newTestId(), minor: minor(i) }));
  const bookings = made.map(({ i, id, minor: pays }): NewRow<"booking"> => ({
    id,
    reference: `B-${id.slice(-12)}`,
    slot_id: slot.id,
    seat: i + 1,
    clinic_id: clinic.id,
    provider_id: clinic.providerId,
    practitioner_id: clinic.practitionerId,
    claim_id: claim.id,
    member_id: member.id,
    service_code: "PHYSIOTHERAPY",
    under: "BASE",
    session_number: 2,
    starts_at: slot.startsAt,
    ends_at: slot.endsAt,
    treated_on: treatedOn,
    channel: "IN_PERSON",
    state: "ATTENDED",
    quote: {
      grossMinor: pays + 10_000,
      publicPaysMinor: 10_000,
      insurerPaysMinor: pays,
      memberPaysMinor: 0,
      danmarkToInsurerMinor: danmark,
      reasons: [],
    },
    rate_id: newTestId(),
    insurer_pays_minor: pays,
    member_pays_minor: 0,
    free_cancellation_until: slot.startsAt,
    decision_id: newTestId(),
    actor: "test",
    actor_role: "MEMBER",
    chosen_because: [],
    booked_at: now(),
    version: 2,
  }));
  const by = { actor: "test", recordedAt: now(), newId: newTestId };
  const rows = made.map(({ id, minor: pays }) => {
    const owed = {
      bookingId: id,
      providerId: clinic.providerId,
      clinicId: clinic.id,
      insurerPaysMinor: pays,
      danmarkMinor: danmark,
      treatedOn,
    };
    return { pending: pendingForBooking(owed, by), posted: postedForAttendance(owed, by), line: lineForTreatment(owed, readyAt, by) };
  });
  const all = <T extends keyof NewRows>(table: T): NonNullable<NewRows[T]>[number][] =>
    rows.flatMap((r) => [r.pending, r.posted, r.line].flatMap((part: NewRows) => [...(part[table] ?? [])]));
  await transaction(
    t.fresh.database,
    WORKER,
    (tx) =>
      write(tx, { booking: bookings, ledger_entry: all("ledger_entry"), posting: all("posting"), settlement_line: all("settlement_line") }),
    { role: null },
  );
  return all("settlement_line").map((line) => ({ bookingId: line.booking_id, lineId: line.id, clinic, member }));
}
