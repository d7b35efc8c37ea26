/** A clinic, people with approved claims, and times that nobody else in the file uses. */
import type { Door, TestWorld } from "../support/app.js";
import { at, dayIn, type MadeClaim, type MadeClinic, type MadeMember, type MadeSlot } from "../support/make.js";
import { bookSlot, uuidOf } from "./documents.js";

export type Someone = { readonly member: MadeMember; readonly claim: MadeClaim };

export function sceneOf(app: Pick<Door, "asMember" | "asHealthTeam"> & Omit<TestWorld, "fresh">, clinic: () => MadeClinic) {
  let hour = 0;
  const nextStart = (day = 3): Date => new Date(at(dayIn(day), "00:30").getTime() + (hour = (hour + 1) % 22) * 3_600_000);
  let days = 3;
  /** One hour after another, over the working days inside the guarantee. */
  const freeSlot = (more: Parameters<TestWorld["make"]["slot"]>[1] = {}): Promise<MadeSlot> => {
    if (hour === 21) days = days === 5 ? 3 : days + 1;
    return app.make.slot(clinic(), { startsAt: nextStart(days), ...more });
  };
  const someone = async (
    options: Parameters<TestWorld["make"]["claim"]>[1] = {},
    who: Parameters<TestWorld["make"]["member"]>[0] = {},
  ): Promise<Someone> => {
    const member = await app.make.member(who);
    return { member, claim: await app.make.claim(member, options) };
  };
  /** A booked appointment; by the member unless told otherwise. */
  const booked = async (
    options: { by?: "MEMBER" | "HEALTH_TEAM"; slot?: MadeSlot; claim?: Parameters<TestWorld["make"]["claim"]>[1] } = {},
  ) => {
    const who = await someone(options.claim);
    const slot = options.slot ?? (await freeSlot());
    const asker = options.by === "HEALTH_TEAM" ? app.asHealthTeam() : app.asMember(who.member);
    const { data, codes } = await bookSlot(asker, who.claim, slot);
    if (codes.length > 0) throw new Error(codes.join());
    return { ...who, slot, asker: app.asMember(who.member), bookingId: data.booking.id as string, id: uuidOf(data.booking.id) };
  };
  /** As if the appointment had begun this many minutes ago. */
  const begun = async (id: string, minutes = 60): Promise<void> => {
    await app.rows(
      "update booking set starts_at = clock_now() - make_interval(mins => $2), ends_at = clock_now() - make_interval(mins => $2) + interval '45 minutes', treated_on = clock_today(), free_cancellation_until = starts_at - interval '1 day' where id = $1",
      [id, minutes],
    );
  };
  /** Everything that an ending touches, in one row. */
  const state = async (id: string) => {
    const [row] = await app.rows(
      `select b.state, b.version, s.booked, s.state as slot_state, s.capacity, u.state as usage, c.portion_used, c.first_booking_id = b.id as is_first, c.state as claim_state, c.promise_state, c.guarantee_outcome, c.exceptions,
        (select array_agg(status order by recorded_at, status) from ledger_entry where booking_id = b.id) as entries,
        (select array_agg(state) from settlement_line where booking_id = b.id) as lines,
        (select array_agg(kind order by at) from claim_event where claim_id = c.id) as events, (select array_agg(topic order by seq) from outbox where aggregate_id = b.id) as topics
      from booking b join slot s on s.id = b.slot_id join treatment_usage u on u.booking_id = b.id join claim c on c.id = b.claim_id where b.id = $1`,
      [id],
    );
    return row as Record<string, any>;
  };
  return { nextStart, freeSlot, someone, booked, begun, state };
}
