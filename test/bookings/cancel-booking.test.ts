import { globalId, startApp, type TestApp } from "../support/app.js";
import { at, dayIn, type MadeClinic } from "../support/make.js";
import { bookSlot, cancel, decline, key } from "./documents.js";
import { sceneOf } from "./scene.js";
import { expectTold } from "../support/told.js";

const NO_BOOKING = globalId("Booking", "01990000-0000-7000-8000-000000000000");

let app: TestApp;
let clinic: MadeClinic;
let scene: ReturnType<typeof sceneOf>;
beforeAll(async () => {
  app = await startApp();
  clinic = await app.make.clinic();
  scene = sceneOf(app, () => clinic);
});
afterAll(() => app.stop());

describe("cancelBooking", () => {
  it("in time is free: unit, treatment, money and promise are given back in one act of at most three round trips", async () => {
    const b = await scene.booked({ claim: { row: { portion_authorised: 5 } } });
    expect((await cancel(b.asker, NO_BOOKING)).codes).toEqual(["NOT_FOUND"]); // and the viewer is looked up once
    const { data, codes, statements } = await cancel(b.asker, b.bookingId);
    expect(codes).toEqual([]);
    expect(data.booking).toMatchObject({ id: b.bookingId, state: "CANCELLED_IN_TIME", version: 2 });
    expect(data.terms).toEqual({
      state: "CANCELLED_IN_TIME",
      late: false,
      memberMayBeCharged: false,
      treatmentReturned: true,
      guarantee: "CONTINUES",
      insurerPays: { amountMinor: "0" },
    });
    expect(statements).toBeLessThanOrEqual(3);
    expect(await scene.state(b.id)).toMatchObject({
      state: "CANCELLED_IN_TIME",
      booked: 0,
      slot_state: "OPEN",
      usage: "RELEASED",
      portion_used: 0,
      is_first: null,
      claim_state: "APPROVED",
      promise_state: "TIGHT",
      guarantee_outcome: "RUNNING",
      entries: ["PENDING", "VOIDED"],
      lines: null,
      events: ["BOOKED", "CANCELLED"],
      topics: ["booking.confirmed", "booking.cancelled"],
    });
    expect((await bookSlot(b.asker, b.claim, b.slot)).data.booking).toMatchObject({ sessionNumber: 1, standing: "ON_TARGET" });
  });

  it("after the clinic's limit is late, and says so before it is confirmed", async () => {
    const slot = await scene.freeSlot({ row: { cancellation_hours: 720 } });
    const b = await scene.booked({ slot });
    const preview = await cancel(b.asker, b.bookingId, { preview: true });
    expect(preview.data.terms).toMatchObject({
      state: "CANCELLED_LATE",
      late: true,
      memberMayBeCharged: true,
      insurerPays: { amountMinor: "0" },
    });
    expect(preview.data.booking).toMatchObject({ state: "CONFIRMED", version: 1 });
    expect(await scene.state(b.id)).toMatchObject({
      state: "CONFIRMED",
      booked: 1,
      usage: "RESERVED",
      entries: ["PENDING"],
      topics: ["booking.confirmed"],
    });
    expect((await cancel(b.asker, b.bookingId)).data.booking.state).toBe("CANCELLED_LATE");
    expect(await scene.state(b.id)).toMatchObject({ usage: "RELEASED", entries: ["PENDING", "VOIDED"], lines: null });
  });

  it("by the clinic is counted, closes the time and never changes the guarantee", async () => {
    const b = await scene.booked();
    const before = await app.rows("select latest_on, deadline_at, guarantee_outcome from claim where id = $1", [b.claim.id]);
    const atClinic = app.asClinic(clinic);
    expect((await cancel(atClinic, NO_BOOKING)).codes).toEqual(["NOT_FOUND"]);
    const { data, codes, statements } = await cancel(atClinic, b.bookingId, { reason: "practitioner ill" });
    expect(codes).toEqual([]);
    expect(statements).toBeLessThanOrEqual(4);
    expect(data.terms).toMatchObject({ state: "CANCELLED_BY_PROVIDER", late: false, memberMayBeCharged: false });
    expect(await scene.state(b.id)).toMatchObject({
      booked: 0,
      slot_state: "WITHDRAWN",
      is_first: null,
      promise_state: "TIGHT",
      exceptions: { providerCancellations: 1 },
      entries: ["PENDING", "VOIDED"],
    });
    expect(await app.rows("select latest_on, deadline_at, guarantee_outcome from claim where id = $1", [b.claim.id])).toEqual(before);
    const [event] = await app.rows("select actor_role, data from claim_event where claim_id = $1 and kind = 'CANCELLED'", [b.claim.id]);
    expect(event).toMatchObject({ actor_role: "CLINIC_STAFF", data: { state: "CANCELLED_BY_PROVIDER", reason: "practitioner ill" } });
  });

  it("by the clinic takes one unit out of a group and leaves the others their places", async () => {
    const slot = await scene.freeSlot({ capacity: 3 });
    const [one, two] = [await scene.booked({ slot }), await scene.booked({ slot })];
    await cancel(app.asClinic(clinic), one.bookingId);
    expect(await scene.state(two.id)).toMatchObject({ state: "CONFIRMED", booked: 1, slot_state: "OPEN", capacity: 2 });
    await cancel(app.asClinic(clinic), two.bookingId, { offerAgain: true });
    expect(await scene.state(two.id)).toMatchObject({ booked: 0, slot_state: "OPEN", capacity: 2 });
  });

  it("is not for another clinic, which learns nothing", async () => {
    const b = await scene.booked();
    const other = await app.make.clinic();
    const foreign = await cancel(app.asClinic(other), b.bookingId);
    expect(foreign.codes).toEqual(["NOT_FOUND"]);
    const unknown = await cancel(app.asClinic(other), NO_BOOKING);
    expect(foreign.data).toEqual(unknown.data);
    expect(await scene.state(b.id)).toMatchObject({ state: "CONFIRMED", booked: 1 });
  });

  it("happens once: the same key answers again, another is refused", async () => {
    const b = await scene.booked();
    const idempotencyKey = key();
    await cancel(b.asker, b.bookingId, { idempotencyKey });
    expect((await cancel(b.asker, b.bookingId, { idempotencyKey })).data).toMatchObject({
      replayed: true,
      booking: { state: "CANCELLED_IN_TIME" },
    });
    expect((await cancel(b.asker, b.bookingId)).codes).toEqual(["BOOKING_ENDED"]);
    expect(await scene.state(b.id)).toMatchObject({ booked: 0, entries: ["PENDING", "VOIDED"] });
  });

  it("of one booking by many at once ends it once", async () => {
    const b = await scene.booked({ slot: await scene.freeSlot({ capacity: 2 }) });
    const answers = await Promise.all([
      ...Array.from({ length: 6 }, () => cancel(b.asker, b.bookingId)),
      ...Array.from({ length: 4 }, () => cancel(app.asClinic(clinic), b.bookingId)),
    ]);
    expect(answers.filter((a) => a.codes.length === 0)).toHaveLength(1);
    expect(answers.flatMap((a) => a.codes)).toEqual(Array(9).fill("BOOKING_ENDED"));
    expect(await scene.state(b.id)).toMatchObject({ booked: 0, entries: ["PENDING", "VOIDED"] });
  });

  it("is too late once the appointment has begun, except for the clinic", async () => {
    const b = await scene.booked();
    await scene.begun(b.id);
    expect((await cancel(b.asker, b.bookingId)).codes).toEqual(["BOOKING_STARTED"]);
    expect((await cancel(app.asClinic(clinic), b.bookingId)).data.booking.state).toBe("CANCELLED_BY_PROVIDER");
  });

  it("by the clinic keeps the time closed, whatever its schedule says later, unless it offers the time again", async () => {
    const closed = (slot: { readonly id: string }) =>
      app.rows(
        "select 1 from closure c join slot s on s.id = $1 where c.practitioner_id = s.practitioner_id and c.starts_at = s.starts_at and c.ends_at = s.ends_at",
        [slot.id],
      );
    const [b, again] = [await scene.booked(), await scene.booked()];
    expect((await cancel(app.asClinic(clinic), b.bookingId)).codes).toEqual([]);
    expect(await closed(b.slot)).toHaveLength(1);
    expect((await cancel(app.asClinic(clinic), again.bookingId, { offerAgain: true })).codes).toEqual([]);
    expect(await closed(again.slot)).toEqual([]);
  });

  it("refuses a version that is not the booking's any more, and words that are others' to say", async () => {
    const b = await scene.booked();
    expect((await cancel(b.asker, b.bookingId, { expectedVersion: 7 })).codes).toEqual(["VERSION_CONFLICT"]);
    expect((await cancel(b.asker, b.bookingId, { byProvider: true, offerAgain: true })).codes).toEqual(["NOT_YOURS_TO_SAY"]);
    expect(await scene.state(b.id)).toMatchObject({ state: "CONFIRMED" });
  });
});

describe("declineOffer", () => {
  it("of an arranged appointment inside the latest date ends the guarantee, visibly", async () => {
    const b = await scene.booked({ by: "HEALTH_TEAM" });
    expect((await decline(b.asker, b.bookingId, { preview: true })).data.terms.guarantee).toBe("LAPSES");
    expect(await scene.state(b.id)).toMatchObject({ state: "CONFIRMED", guarantee_outcome: "RUNNING" });
    const { data, codes, statements } = await decline(b.asker, b.bookingId);
    expect(codes).toEqual([]);
    expect(statements).toBeLessThanOrEqual(3);
    expect(data.terms).toMatchObject({ guarantee: "LAPSES", memberMayBeCharged: false });
    const [{ treated_on: on }] = await app.rows("select treated_on from booking where id = $1", [b.id]);
    expect(await scene.state(b.id)).toMatchObject({
      state: "CANCELLED_IN_TIME",
      booked: 0,
      usage: "RELEASED",
      is_first: null,
      guarantee_outcome: "NONE",
      promise_state: "NONE",
      exceptions: { declinedOffers: [{ appointmentOn: on, sector: "PRIVATE" }] },
      events: ["BOOKED", "OFFER_DECLINED"],
      topics: ["booking.confirmed", "booking.declined"],
    });
    const later = await app.make.slot(clinic, { startsAt: at(dayIn(14), "07:00") });
    expect((await bookSlot(b.asker, b.claim, later)).codes).toEqual([]);
  });

  it("is not for a time the member chose", async () => {
    const b = await scene.booked();
    expect((await decline(b.asker, b.bookingId)).codes).toEqual(["NOT_AN_OFFER"]);
    expect(await scene.state(b.id)).toMatchObject({ state: "CONFIRMED", guarantee_outcome: "RUNNING" });
  });
});

it("others are told what these acts did", () => expectTold(app, "booking.confirmed", "booking.cancelled", "booking.declined"));
