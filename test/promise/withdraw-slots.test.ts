import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { globalId, startApp, type Answer, type TestApp } from "../support/app.js";
import type { MadeClinic } from "../support/make.js";
import { workingDaysAfter } from "../support/working-days.js";
import { AARHUS, at, dayIn, openings, patient, type Patient } from "./world.js";
import { expectTold } from "../support/told.js";
import { leftBehind } from "../support/whole-acts.js";

let t: TestApp;
let clinic: MadeClinic;
let near: MadeClinic;

beforeAll(async () => {
  t = await startApp();
});
afterAll(() => t.stop());
beforeEach(async () => {
  await t.fresh.database.pool.query(
    "truncate booking, hold, slot, claim, consent, clinic_service, agreed_rate, outbox, audit_event, ledger_entry, posting, idempotency, treatment_usage, decision cascade",
  );
  clinic = await t.make.clinic();
  near = await t.make.clinic({ place: { ...AARHUS, lat: AARHUS.lat + 0.05 } });
});

const BOOK = `mutation ($input: BookSlotInput!) { bookSlot(input: $input) { booking { id reference } errors { code message } } }`;
const WITHDRAW = `mutation ($input: WithdrawSlotsInput!) { withdrawSlots(input: $input) { withdrawn replayed errors { code retryable }
  appointments { booking { id reference } outcome newBooking { id } newTime { startsAt clinic { name address { town } } channel extraKm marginWorkingDays } latestOn } } }`;

async function book(who: Patient, slotId: string): Promise<string> {
  const { data } = await t.asMember(who)(BOOK, {
    input: { idempotencyKey: randomUUID(), claimId: globalId("Claim", who.claimId), slotId: globalId("Slot", slotId) },
  });
  expect(data.bookSlot.errors).toEqual([]);
  return data.bookSlot.booking.id;
}
const withdraw = (input: object, of: { cvr: string } = clinic): Promise<Answer> =>
  t.asClinic(of)(WITHDRAW, { input: { idempotencyKey: randomUUID(), clinicId: globalId("Clinic", clinic.id), ...input } });
const theDay = (day: string): object => ({ from: at(day, "00:00").toISOString(), to: at(day, "23:59").toISOString() });
const slotState = (): Promise<any[]> => t.rows("select state, booked from slot where clinic_id = $1 order by starts_at", [clinic.id]);

/** The facts that must hold after any withdrawal: nobody lost, units and money in balance. */
async function nothingLost(members: readonly Patient[]): Promise<void> {
  for (const who of members) {
    const live = await t.rows("select id from booking where claim_id = $1 and state = 'CONFIRMED'", [who.claimId]);
    const [claim] = await t.rows("select state, promise_state, first_booking_id, certificate from claim where id = $1", [who.claimId]);
    if (live.length === 1) expect(claim).toMatchObject({ first_booking_id: live[0].id, promise_state: "SAFE" });
    else
      expect(claim).toMatchObject({
        first_booking_id: null,
        promise_state: "AT_RISK",
        state: "ESCALATED",
        certificate: expect.objectContaining({ short: expect.any(Number) }),
      });
  }
  expect(
    await t.rows(
      "select s.id from slot s where s.booked <> (select count(*) from booking b where b.slot_id = s.id and b.state = 'CONFIRMED')",
    ),
  ).toEqual([]);
  expect(
    await t.rows(
      "select b.id from booking b where (b.state = 'CONFIRMED') <> exists (select from treatment_usage u where u.booking_id = b.id and u.state = 'RESERVED')",
    ),
  ).toEqual([]);
  expect(
    await t.rows(
      "select b.id from booking b where (b.state = 'CONFIRMED') = exists (select from ledger_entry e where e.resolves_id = b.id and e.status = 'VOIDED')",
    ),
  ).toEqual([]);
  expect(
    await t.rows("select b.id from booking b where not exists (select from ledger_entry e where e.id = b.id and e.status = 'PENDING')"),
  ).toEqual([]);
  // what was booked anew is whole; the next test empties these tables
  expect((await leftBehind(t.fresh.database.pool)).halfDone).toEqual([]);
  // a case tells what became of each appointment in it
  expect(
    await t.rows(
      `select b.id from booking b where b.state in ('CANCELLED_BY_PROVIDER', 'MOVED')
        and not exists (select from claim_event e where e.claim_id = b.claim_id and e.data ->> 'bookingId' = b.id::text
          and e.kind in ('APPOINTMENT_WITHDRAWN', 'MOVED_BY_PROVIDER', 'MOVED'))`,
    ),
  ).toEqual([]);
}

describe("withdrawSlots", () => {
  it("shows in a preview who is affected, where each could go, how much farther, and changes nothing", async () => {
    const [first, second] = await openings(t.make, clinic, dayIn(3), 2);
    await openings(t.make, near, dayIn(4), 1);
    const [a, b] = [await patient(t.make), await patient(t.make)];
    await book(a, first!);
    await book(b, second!);
    const before = await t.rows("select id, state, version from booking order by id");
    const { data } = await withdraw({ ...theDay(dayIn(3)), preview: true });
    const { withdrawn, errors, appointments } = data.withdrawSlots;
    expect([withdrawn, errors]).toEqual([2, []]);
    expect(appointments.map((x: any) => x.outcome).sort()).toEqual(["ESCALATED", "MOVED"]);
    const moved = appointments.find((x: any) => x.outcome === "MOVED");
    const [{ latest_on: latestOn }] = await t.rows("select distinct latest_on::text from claim where latest_on is not null");
    expect(moved).toMatchObject({
      newBooking: null,
      newTime: {
        clinic: { name: "Testklinikken", address: { town: "Aarhus C" } },
        channel: "IN_PERSON",
        extraKm: 6,
        marginWorkingDays: workingDaysAfter(dayIn(4), latestOn),
      },
    });
    expect(await t.rows("select id, state, version from booking order by id")).toEqual(before);
    expect(await slotState()).toEqual([
      { state: "OPEN", booked: 1 },
      { state: "OPEN", booked: 1 },
    ]);
    expect(await t.rows("select 1 from claim_event where kind like '%PROVIDER%' or kind = 'APPOINTMENT_WITHDRAWN'")).toEqual([]);
  });

  it("tries the next day, and the next place, where the member is busy at every time of the planned one", async () => {
    const [withdrawn] = await openings(t.make, clinic, dayIn(3), 1);
    const [who, other] = [await patient(t.make), await patient(t.make)];
    await book(who, withdrawn!);
    // the nearest place and day that the plan knows is at an hour when the member is elsewhere
    const startsAt = at(dayIn(4), "08:00");
    await t.make.slot(clinic, { startsAt });
    const elsewhere = await t.make.slot(near, { startsAt, row: { booked: 1 } });
    await t.make.booking({ clinic: near, slot: elsewhere, member: who, claimId: other.claimId });
    const [next] = await openings(t.make, near, dayIn(5), 1);
    const preview = await withdraw({ ...theDay(dayIn(3)), preview: true });
    expect(preview.data.withdrawSlots.appointments).toMatchObject([
      { outcome: "MOVED", newTime: { startsAt: at(dayIn(5), "08:00").toISOString() } },
    ]);
    const { data } = await withdraw(theDay(dayIn(3)));
    expect(data.withdrawSlots.appointments).toMatchObject([
      { outcome: "MOVED", newTime: { clinic: { name: "Testklinikken" }, extraKm: 6 } },
    ]);
    expect(await t.rows("select slot_id from booking where claim_id = $1 and state = 'CONFIRMED'", [who.claimId])).toEqual([
      { slot_id: next },
    ]);
    expect(await t.rows("select promise_state from claim where id = $1", [who.claimId])).toEqual([{ promise_state: "SAFE" }]);
  });

  it("sets a wish aside rather than the promise, and says which", async () => {
    const polish = { ...clinic, practitionerId: await t.make.practitioner(clinic.id, { languages: ["da", "pl"] }) };
    const asWished = await t.make.slot(polish, { startsAt: at(dayIn(3), "08:00"), row: { languages: ["da", "pl"] } });
    const [left] = await openings(t.make, near, dayIn(4), 1);
    const who = await patient(t.make, { claim: { wishes: { language: "pl", channel: "IN_PERSON" } } });
    await book(who, asWished.id);
    await withdraw(theDay(dayIn(3)));
    const [moved] = await t.rows("select slot_id, chosen_because from booking where claim_id = $1 and state = 'CONFIRMED'", [who.claimId]);
    expect(moved.slot_id).toBe(left);
    const codes = moved.chosen_because.map((text: string) => text.split(":")[0]);
    expect(codes).toContain("WITHDRAWN");
    expect(codes.filter((code: string) => code.startsWith("WITHOUT_"))).toEqual(["WITHOUT_LANGUAGE"]);
  });

  it("gives a member who is busy at every time a certificate that says so", async () => {
    const [withdrawn] = await openings(t.make, clinic, dayIn(3), 1);
    const [who, other] = [await patient(t.make), await patient(t.make)];
    await book(who, withdrawn!);
    const startsAt = at(dayIn(4), "08:00");
    await t.make.slot(clinic, { startsAt });
    const elsewhere = await t.make.slot(near, { startsAt, row: { booked: 1 } });
    await t.make.booking({ clinic: near, slot: elsewhere, member: who, claimId: other.claimId });
    await withdraw(theDay(dayIn(3)));
    expect(await t.rows("select promise_state, certificate from claim where id = $1", [who.claimId])).toEqual([
      {
        promise_state: "AT_RISK",
        certificate: expect.objectContaining({ busy: 1, claims: 1, units: 0, short: 1, claimIds: [who.claimId] }),
      },
    ]);
  });

  it("leaves to others the unit that they need, also for a busy member", async () => {
    const [withdrawn] = await openings(t.make, clinic, dayIn(3), 1);
    const who = await patient(t.make);
    // can come on the fifth day alone, where one more place is
    const other = await patient(t.make, { claim: { exceptions: { wishedNotBefore: dayIn(5) } } });
    await book(who, withdrawn!);
    const startsAt = at(dayIn(4), "08:00");
    await t.make.slot(clinic, { startsAt });
    const elsewhere = await t.make.slot(near, { startsAt, row: { booked: 1 } });
    await t.make.booking({ clinic: near, slot: elsewhere, member: who, claimId: other.claimId });
    await openings(t.make, near, dayIn(5), 1);
    const { data } = await withdraw(theDay(dayIn(3)));
    expect(data.withdrawSlots.appointments).toMatchObject([{ outcome: "ESCALATED" }]);
  });

  it("moves everybody it can inside the guarantee with units, treatments and money, and escalates the rest with a certificate", async () => {
    const ids = await openings(t.make, clinic, dayIn(3), 3);
    await openings(t.make, near, dayIn(5), 2);
    const members = [await patient(t.make), await patient(t.make), await patient(t.make)];
    for (const [i, who] of members.entries()) await book(who, ids[i]!);
    const { data, statements } = await withdraw({ ...theDay(dayIn(3)), reason: "illness" });
    const { withdrawn, errors, appointments } = data.withdrawSlots;
    expect([withdrawn, errors]).toEqual([3, []]);
    expect(appointments.map((x: any) => x.outcome).sort()).toEqual(["ESCALATED", "MOVED", "MOVED"]);
    expect(statements).toBeLessThanOrEqual(28);
    await nothingLost(members);
    expect(await slotState()).toEqual(Array.from({ length: 3 }, () => ({ state: "WITHDRAWN", booked: 0 })));
    const topics = (await t.rows("select topic from outbox order by seq")).map((r) => r.topic);
    expect(topics.filter((topic) => topic === "booking.moved")).toHaveLength(2);
    await expectTold(t, "booking.cancelled", "booking.moved", "promise.at-risk", "availability.changed", "slots.withdrawn");
    const [{ certificate }] = await t.rows("select certificate from claim where promise_state = 'AT_RISK'");
    expect(certificate.text).toMatch(/^3 physiotherapy claims from postal code 8000 Aarhus C until .*, 2 units: 1 short$/);
    const old = await t.rows("select state, end_reason, moved_to is not null as moved from booking where clinic_id = $1 order by state", [
      clinic.id,
    ]);
    expect(old).toEqual([
      { state: "CANCELLED_BY_PROVIDER", end_reason: "illness", moved: false },
      ...Array.from({ length: 2 }, () => ({ state: "MOVED", end_reason: "illness", moved: true })),
    ]);
    expect(
      (
        await t.rows(
          "select 1 from audit_event where operation = 'withdrawSlots' and actor_role = 'CLINIC_STAFF' and member_id is not null",
        )
      ).length,
    ).toBe(5);
    expect(await t.rows("select exceptions->>'providerCancellations' as n from claim")).toEqual(
      Array.from({ length: 3 }, () => ({ n: "1" })),
    );
  });

  it("closes what nobody booked without touching anybody, and lets nobody hold it any longer", async () => {
    const [id] = await openings(t.make, clinic, dayIn(2), 1);
    const { data } = await withdraw({ slotIds: [globalId("Slot", id!)] });
    expect(data.withdrawSlots).toMatchObject({ withdrawn: 1, appointments: [], errors: [] });
    expect(await slotState()).toEqual([{ state: "WITHDRAWN", booked: 0 }]);
  });

  it("never takes the last place of somebody else's promise for a moved appointment", async () => {
    const [id] = await openings(t.make, clinic, dayIn(3), 1);
    const moved = await patient(t.make);
    await book(moved, id!);
    // the only place until the other's last day, and a later one that the moved member can also use
    await openings(t.make, near, dayIn(4), 1);
    const other = await patient(t.make, { claim: { latest_on: dayIn(4), target_on: dayIn(4), deadline_at: at(dayIn(5), "00:00") } });
    await openings(t.make, near, dayIn(7), 1);
    await withdraw(theDay(dayIn(3)));
    await nothingLost([moved]);
    const [booking] = await t.rows("select treated_on from booking where state = 'CONFIRMED'");
    expect(booking.treated_on).toBe(dayIn(7));
    expect(await t.rows("select first_booking_id from claim where id = $1", [other.claimId])).toEqual([{ first_booking_id: null }]);
  });

  it("moves a later treatment, too, near its day, and gives back its place in the portion when it cannot", async () => {
    const [a] = await openings(t.make, clinic, dayIn(2), 1);
    const [b] = await openings(t.make, clinic, dayIn(6), 1);
    const who = await patient(t.make, { claim: { portion_authorised: 5 } });
    await book(who, a!);
    await book(who, b!);
    await openings(t.make, near, dayIn(8), 1);
    const { data } = await withdraw(theDay(dayIn(6)));
    expect(data.withdrawSlots.appointments).toMatchObject([{ outcome: "MOVED", latestOn: null, newTime: { marginWorkingDays: null } }]);
    expect(await t.rows("select portion_used, promise_state from claim")).toEqual([{ portion_used: 2, promise_state: "SAFE" }]);
    expect(await t.rows("select session_number, treated_on from booking where state = 'CONFIRMED' order by starts_at")).toEqual([
      { session_number: 1, treated_on: dayIn(2) },
      { session_number: 2, treated_on: dayIn(8) },
    ]);
    const again = await t.asClinic(near)(WITHDRAW, {
      input: { idempotencyKey: randomUUID(), clinicId: globalId("Clinic", near.id), ...theDay(dayIn(8)) },
    });
    expect(again.data.withdrawSlots.appointments).toMatchObject([{ outcome: "ESCALATED" }]);
    expect(await t.rows("select portion_used, promise_state, state from claim")).toEqual([
      { portion_used: 1, promise_state: "SAFE", state: "APPROVED" },
    ]);
  });

  it("answers a repeated request with the first answer and does nothing again", async () => {
    const [id] = await openings(t.make, clinic, dayIn(3), 1);
    await openings(t.make, near, dayIn(4), 1);
    const who = await patient(t.make);
    await book(who, id!);
    const input = { ...theDay(dayIn(3)), idempotencyKey: randomUUID() };
    const first = (await withdraw(input)).data.withdrawSlots;
    const count = await t.rows("select count(*)::int as n from booking");
    const second = (await withdraw(input)).data.withdrawSlots;
    expect(second).toEqual({ ...first, replayed: true });
    expect(await t.rows("select count(*)::int as n from booking")).toEqual(count);
    await nothingLost([who]);
  });

  it("gives each member of a group a seat of their own in the group they are moved to", async () => {
    const groups = await t.make.clinic({ services: ["GROUP_TRAINING"] });
    const elsewhere = await t.make.clinic({ services: ["GROUP_TRAINING"], place: { ...AARHUS, lat: AARHUS.lat + 0.03 } });
    const old = await t.make.slot(groups, { startsAt: at(dayIn(3)), minutes: 60, capacity: 4 });
    const target = await t.make.slot(elsewhere, { startsAt: at(dayIn(4)), minutes: 60, capacity: 4 });
    const members = [
      await patient(t.make, { service: "GROUP_TRAINING" }),
      await patient(t.make, { service: "GROUP_TRAINING" }),
      await patient(t.make, { service: "GROUP_TRAINING" }),
    ];
    for (const who of members) await book(who, old.id);
    await book(await patient(t.make, { service: "GROUP_TRAINING" }), target.id);
    const { data } = await t.asClinic(groups)(WITHDRAW, {
      input: { idempotencyKey: randomUUID(), clinicId: globalId("Clinic", groups.id), ...theDay(dayIn(3)) },
    });
    expect(data.withdrawSlots.appointments.map((x: any) => x.outcome)).toEqual(["MOVED", "MOVED", "MOVED"]);
    expect((await t.rows("select seat from booking where slot_id = $1 order by seat", [target.id])).map((r) => r.seat)).toEqual([
      1, 2, 3, 4,
    ]);
    expect(await t.rows("select booked from slot where id = any ($1) order by booked", [[old.id, target.id]])).toEqual([
      { booked: 0 },
      { booked: 4 },
    ]);
    await nothingLost(members);
  });

  it("moves two appointments of one member, of one claim, without letting them collide or counting one twice", async () => {
    const [a] = await openings(t.make, clinic, dayIn(3), 1);
    const b = await t.make.slot(clinic, { startsAt: at(dayIn(3), "15:00") });
    const who = await patient(t.make, { claim: { portion_authorised: 3 } });
    await book(who, a!);
    await book(who, b.id);
    await openings(t.make, near, dayIn(4), 1);
    await openings(t.make, await t.make.clinic({ place: { ...AARHUS, lat: AARHUS.lat + 0.02 } }), dayIn(4), 1);
    const { data } = await withdraw(theDay(dayIn(3)));
    expect(data.withdrawSlots.errors).toEqual([]);
    const live = await t.rows(
      "select starts_at, ends_at, session_number, claim_id from booking where state = 'CONFIRMED' order by starts_at",
    );
    // both free times are at eight: one member cannot be at both
    expect(live).toHaveLength(1);
    expect(data.withdrawSlots.appointments.map((x: any) => x.outcome).sort()).toEqual(["ESCALATED", "MOVED"]);
    expect(await t.rows("select portion_used, exceptions->>'providerCancellations' as n from claim")).toEqual([
      { portion_used: 1, n: "2" },
    ]);
    expect(await t.rows("select count(*)::int as n from treatment_usage where state = 'RESERVED'")).toEqual([{ n: 1 }]);
  });

  it("ends the holds on what it closes, and takes no place somebody holds", async () => {
    const [booked, held] = await openings(t.make, clinic, dayIn(3), 2);
    const [target] = await openings(t.make, near, dayIn(4), 1);
    const who = await patient(t.make);
    await book(who, booked!);
    const other = await patient(t.make);
    await t.make.hold({ id: held! }, { member: other, claimId: other.claimId });
    await t.make.hold({ id: target! }, { member: other, claimId: randomUUID() });
    await t.fresh.database.pool.query("update slot set held_until = clock_now() + interval '10 minutes' where id = any ($1)", [
      [held, target],
    ]);
    const { data } = await withdraw(theDay(dayIn(3)));
    expect(data.withdrawSlots.appointments).toMatchObject([{ outcome: "ESCALATED" }]);
    expect(await t.rows("select state from hold where slot_id = $1", [held])).toEqual([{ state: "RELEASED" }]);
    expect(await t.rows("select state from hold where slot_id = $1", [target])).toEqual([{ state: "PENDING" }]);
    await nothingLost([who]);
  });

  it("escalates whom the insurance would not cover at the new time, and says to the health team why", async () => {
    const [id] = await openings(t.make, clinic, dayIn(3), 1);
    await openings(t.make, near, dayIn(4), 1);
    const who = await patient(t.make);
    await book(who, id!);
    await t.fresh.database.pool.query("update consent set withdrawn_on = clock_today()");
    const answer = await t.asHealthTeam()(
      `mutation ($input: WithdrawSlotsInput!) { withdrawSlots(input: $input) { errors { code } appointments { outcome refusedFor } } }`,
      {
        input: { idempotencyKey: randomUUID(), clinicId: globalId("Clinic", clinic.id), ...theDay(dayIn(3)) },
      },
    );
    expect(answer.data.withdrawSlots.appointments).toEqual([{ outcome: "ESCALATED", refusedFor: [expect.stringMatching(/CONSENT/)] }]);
    expect(await t.rows("select promise_state, state, first_booking_id from claim")).toEqual([
      { promise_state: "AT_RISK", state: "ESCALATED", first_booking_id: null },
    ]);
  });

  it("lets the member choose another time afterwards, or decline", async () => {
    const [id] = await openings(t.make, clinic, dayIn(3), 1);
    await openings(t.make, near, dayIn(4), 1);
    const who = await patient(t.make);
    await book(who, id!);
    const { data } = await withdraw(theDay(dayIn(3)));
    // the clinic of another company: the one that withdrew is not told which appointment it is
    expect(data.withdrawSlots.appointments).toMatchObject([
      { outcome: "MOVED", newBooking: null, newTime: { clinic: { name: "Testklinikken" } } },
    ]);
    const [newBooking] = await t.rows("select id from booking where claim_id = $1 and state = 'CONFIRMED'", [who.claimId]);
    const [other] = await openings(t.make, near, dayIn(5), 1);
    const move = `mutation ($input: RescheduleBookingInput!) { rescheduleBooking(input: $input) { booking { id } guaranteeLapsed errors { code } } }`;
    const moved = await t.asMember(who)(move, {
      input: { idempotencyKey: randomUUID(), bookingId: globalId("Booking", newBooking.id), slotId: globalId("Slot", other!) },
    });
    expect(moved.data.rescheduleBooking).toMatchObject({ errors: [], guaranteeLapsed: false });
    await nothingLost([who]);
  });

  it("learns nothing and changes nothing for another clinic, a member's slot list, or nothing named", async () => {
    await openings(t.make, clinic, dayIn(3), 1);
    expect((await withdraw(theDay(dayIn(3)), near)).data.withdrawSlots.errors).toMatchObject([{ code: "NOT_FOUND" }]);
    expect((await withdraw({ ...theDay(dayIn(3)), clinicId: globalId("Clinic", randomUUID()) })).data.withdrawSlots.errors).toMatchObject([
      { code: "NOT_FOUND" },
    ]);
    expect((await withdraw({})).data.withdrawSlots.errors).toMatchObject([{ code: "NOTHING_NAMED" }]);
    expect(await slotState()).toEqual([{ state: "OPEN", booked: 0 }]);
    const hidden = await t.asClinic(clinic)(
      `mutation ($input: WithdrawSlotsInput!) { withdrawSlots(input: $input) { appointments { certificate } } }`,
      { input: { idempotencyKey: randomUUID(), clinicId: globalId("Clinic", clinic.id) } },
    );
    expect(hidden.errors).toHaveLength(1);
  });
});
