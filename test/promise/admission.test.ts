import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { globalId, startApp, type TestApp } from "../support/app.js";
import type { MadeClinic } from "../support/make.js";
import { at, dayIn, ESBJERG, openings, patient, type Patient } from "./world.js";

let t: TestApp;
let clinic: MadeClinic;
let soon: string;
let later: string;
let flexible: Patient;
let urgent: Patient;

/** A gateway with its plan on: two times are free, and somebody can only use the first. */
beforeAll(async () => {
  t = await startApp();
  clinic = await t.make.clinic({ place: ESBJERG });
  [soon = ""] = await openings(t.make, clinic, dayIn(1), 1);
  [later = ""] = await openings(t.make, clinic, dayIn(4), 1);
  urgent = await patient(t.make, {
    place: ESBJERG,
    claim: { latest_on: dayIn(1), target_on: dayIn(1), deadline_at: at(dayIn(2), "00:00") },
  });
  flexible = await patient(t.make, { place: ESBJERG });
  await t.app.stop();
  t = await startApp({ PROMISE_REFRESH_SECONDS: "600" }, t.fresh);
});
afterAll(async () => {
  await t.stop();
  await t.fresh.drop();
});

const BOOK = `mutation ($input: BookSlotInput!) { bookSlot(input: $input) { booking { slot { id } } errors { code remedy } alternatives { id } } }`;
const FIRST = `mutation ($input: BookFirstAppointmentInput!) { bookFirstAppointment(input: $input) { booking { slot { id } chosenBecause { code } } errors { code } } }`;
const input = (who: Patient, more: object = {}): object => ({
  input: { idempotencyKey: randomUUID(), claimId: globalId("Claim", who.claimId), ...more },
});

/** The first plan is read in the background of the start. */
async function planned(): Promise<void> {
  const began = performance.now();
  for (let i = 0; i < 600; i++) {
    const [row] = await t.rows(
      "select count(*)::int as n from pg_stat_activity where application_name = 'provider-network-promise' and datname = current_database() and state = 'idle'",
    );
    // it is made of what was read, on a busy machine as slowly as that was
    if (row.n > 0) return void (await new Promise((resolve) => setTimeout(resolve, 300 + performance.now() - began)));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe("a booking that would take somebody's last place", () => {
  it("is refused with the next time to take instead", async () => {
    await planned();
    const refused = (await t.asMember(flexible)(BOOK, input(flexible, { slotId: globalId("Slot", soon) }))).data.bookSlot;
    expect(refused).toMatchObject({ booking: null, errors: [{ code: "HARMS_OTHER_PROMISE" }] });
    expect(refused.alternatives).toEqual([{ id: globalId("Slot", later) }]);
    expect(await t.rows("select booked from slot")).toEqual([{ booked: 0 }, { booked: 0 }]);
  });

  it("cannot be prepared by a hold either", async () => {
    const HOLD = "mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { hold { id } errors { code } } }";
    const held = async (who: Patient, slot: string) =>
      (await t.asMember(who)(HOLD, input(who, { slotId: globalId("Slot", slot) }))).data.holdSlot;
    expect(await held(flexible, soon)).toEqual({ hold: null, errors: [{ code: "HARMS_OTHER_PROMISE" }] });
    expect((await held(urgent, soon)).errors).toEqual([]);
    await t.rows("delete from hold");
    await t.rows("update slot set held_until = null");
  });

  it("is made all the same by the health team that gives a reason, which is on record", async () => {
    const another = await patient(t.make, { place: ESBJERG });
    const asked = input(another, { slotId: globalId("Slot", soon), overrideReason: "the other member has been called and waits" });
    const byMember = (await t.asMember(another)(BOOK, asked)).data.bookSlot;
    expect(byMember.errors.map((e: { code: string }) => e.code)).toEqual(["HARMS_OTHER_PROMISE", "OVERRIDE_NOT_ALLOWED"]);
    const silent = (await t.asHealthTeam()(BOOK, input(another, { slotId: globalId("Slot", soon) }))).data.bookSlot;
    expect(silent).toMatchObject({ booking: null, errors: [{ code: "HARMS_OTHER_PROMISE" }] });
    const { data } = await t.asHealthTeam()(BOOK, asked);
    expect(data.bookSlot).toMatchObject({ errors: [], booking: { slot: { id: globalId("Slot", soon) } } });
    const [booking] = await t.rows("select id, override_reason, actor_role, on_behalf_of from booking where claim_id = $1", [
      another.claimId,
    ]);
    expect(booking).toMatchObject({
      override_reason: "the other member has been called and waits",
      actor_role: "HEALTH_TEAM",
      on_behalf_of: expect.any(String),
    });
    expect(await t.rows("select rule from audit_event where object_id = $1", [booking.id])).toEqual([
      { rule: "overridden: HARMS_OTHER_PROMISE" },
    ]);
    const gone = "mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { errors { code } } }";
    const cancelled = await t.asHealthTeam()(gone, { input: { idempotencyKey: randomUUID(), bookingId: globalId("Booking", booking.id) } });
    expect(cancelled.data.cancelBooking.errors).toEqual([]);
  });

  it("is not what bookFirstAppointment picks: it takes the harmless one and says so", async () => {
    const { data } = await t.asMember(flexible)(FIRST, input(flexible));
    expect(data.bookFirstAppointment).toMatchObject({ errors: [], booking: { slot: { id: globalId("Slot", later) } } });
    expect(data.bookFirstAppointment.booking.chosenBecause.map((b: { code: string }) => b.code).join()).toContain("HARMLESS");
  });

  it("leaves the last place to the one who needs it", async () => {
    const { data } = await t.asMember(urgent)(FIRST, input(urgent));
    expect(data.bookFirstAppointment).toMatchObject({ errors: [], booking: { slot: { id: globalId("Slot", soon) } } });
  });
});

describe("bookFirstAppointment where a clinic's first day is needed by others", () => {
  let own: TestApp;
  let free: string[];
  let taken: string;
  let waiting: Patient;

  beforeAll(async () => {
    own = await startApp();
    const near = await own.make.clinic();
    [taken = ""] = await openings(own.make, near, dayIn(1), 16);
    free = await openings(own.make, near, dayIn(2), 4);
    await openings(own.make, await own.make.clinic({ place: ESBJERG }), dayIn(1), 1);
    const last = { latest_on: dayIn(1), target_on: dayIn(1), deadline_at: at(dayIn(2), "00:00") };
    for (let i = 0; i < 16; i += 1) await patient(own.make, { claim: last });
    waiting = await patient(own.make);
    await own.app.stop();
    own = await startApp({ PROMISE_REFRESH_SECONDS: "600" }, own.fresh);
  });
  afterAll(async () => {
    await own.stop();
    await own.fresh.drop();
  });

  it("takes the next day there, and sends nobody to Esbjerg because a list was cut", async () => {
    // the first plan is read in the background of the start
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const needed = await own.asMember(waiting)(BOOK, input(waiting, { slotId: globalId("Slot", taken) }));
    expect(needed.data.bookSlot.errors.map((e: { code: string }) => e.code)).toEqual(["HARMS_OTHER_PROMISE"]);
    const { data } = await own.asMember(waiting)(FIRST, input(waiting));
    expect(data.bookFirstAppointment.errors).toEqual([]);
    expect(free.map((id) => globalId("Slot", id))).toContain(data.bookFirstAppointment.booking.slot.id);
  });

  it("escalates with a certificate: no unit, a day the member asked for, hours at which the member is busy", async () => {
    const psychologist = { service: "PSYCHOLOGIST", claim: { condition_code: "STRESS" } };
    const escalated = async (who: Patient, wishes: object = {}): Promise<Record<string, unknown>> => {
      const { data } = await own.asMember(who)(FIRST, input(who, { wishes }));
      expect(data.bookFirstAppointment).toMatchObject({ booking: null, errors: [{ code: "NO_SLOT_WITHIN_GUARANTEE" }] });
      const [row] = await own.rows(
        `select c.state, c.certificate, (select e.data ->> 'certificate' from claim_event e where e.claim_id = c.id and e.kind = 'ESCALATED') as told
         from claim c where c.id = $1`,
        [who.claimId],
      );
      await own.rows("update claim set state = 'CLOSED' where id = $1", [who.claimId]);
      return row;
    };
    const alone = { claims: 1, units: 0, short: 1 };
    const nothing = await patient(own.make, psychologist);
    expect(await escalated(nothing)).toMatchObject({
      state: "ESCALATED",
      certificate: { ...alone, waits: "NO_UNIT", waitingIds: [nothing.claimId] },
      told: expect.stringContaining("psychologist"),
    });
    const [slot = ""] = await openings(own.make, await own.make.clinic({ services: ["PSYCHOLOGIST"] }), dayIn(3), 1);
    const without = { wish: "DATE", units: 1, firstOn: dayIn(3) };
    const later = await escalated(await patient(own.make, psychologist), { notBefore: dayIn(5) });
    expect(later).toMatchObject({ certificate: { ...alone, without } });
    const busy = await patient(own.make, psychologist);
    const clinic = await own.make.clinic({ place: ESBJERG });
    const [{ starts_at: startsAt }] = await own.rows("select starts_at from slot where id = $1", [slot]);
    const elsewhere = await own.make.slot(clinic, { startsAt, row: { booked: 1 } });
    await own.make.booking({ clinic, slot: elsewhere, member: busy, claimId: (await own.make.claim(busy)).id });
    expect(await escalated(busy)).toMatchObject({ certificate: { ...alone, busy: 1 } });
  });
});
