/** What a withdrawal closes for good: the time of the openings withdrawn, and the stretch it was asked for. */
import { contains, union } from "../../../kernel/period.js";
import type { NewClosure, WithdrawableSlot, WithdrawalSelection } from "./withdrawal.store.js";

export type ClosedBy = { readonly providerId: string; readonly reason: string | null; readonly newId: () => string };

/** `running` is the latest end of an opening that began before the stretch and stays: it is not closed half-way. */
export function closuresOfWithdrawal(
  { clinicIds, slotIds, practitionerId, from, to }: WithdrawalSelection,
  slots: readonly WithdrawableSlot[],
  running: Date | null,
  { providerId, reason, newId }: ClosedBy,
): NewClosure[] {
  const row = (who: string | null, start: Date, end: Date): NewClosure => ({
    id: newId(),
    provider_id: providerId,
    clinic_id: clinicIds[0] ?? null,
    practitioner_id: who,
    starts_at: start,
    ends_at: end,
    reason,
  });
  const start = from && running && running.getTime() > from.getTime() ? running : from;
  // a stretch that was named is closed as a whole, with what schedules and files bring to it later
  const named = slotIds == null && start != null && to != null && start.getTime() < to.getTime() ? { start, end: to } : null;
  const times = [...new Set(slots.map((slot) => slot.practitionerId))].flatMap((who) =>
    union(slots.filter((slot) => slot.practitionerId === who).map((slot) => ({ start: slot.startsAt, end: slot.endsAt })))
      .filter((time) => named === null || !contains(named, time))
      .map((time) => row(who, time.start, time.end)),
  );
  return named ? [row(practitionerId ?? null, named.start, named.end), ...times] : times;
}
