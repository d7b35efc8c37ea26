import { startApp, globalId, type TestApp } from "../support/app.js";
import { at, dayIn, type MadeClinic } from "../support/make.js";
import { key, move, uuidOf } from "./documents.js";
import { sceneOf } from "./scene.js";
import { expectTold } from "../support/told.js";

let app: TestApp;
let clinic: MadeClinic;
let scene: ReturnType<typeof sceneOf>;
beforeAll(async () => {
  app = await startApp();
  clinic = await app.make.clinic();
  scene = sceneOf(app, () => clinic);
});
afterAll(() => app.stop());

const seats = (slotId: string) => app.rows("select booked from slot where id = $1", [slotId]);

describe("rescheduleBooking", () => {
  it("moves unit, treatment, money and promise to the new time in one act of at most four round trips", async () => {
    const b = await scene.booked({ claim: { row: { portion_authorised: 1 } } });
    const to = await scene.freeSlot();
    const before = await move(b.asker, b.bookingId, { id: "01990000-0000-7000-8000-000000000000" });
    expect(before.codes).toEqual(["NOT_FOUND"]);
    const { data, codes, statements } = await move(b.asker, b.bookingId, to);
    expect(codes).toEqual([]);
    expect(statements).toBeLessThanOrEqual(4);
    expect(data).toMatchObject({
      guaranteeLapsed: false,
      late: false,
      booking: { state: "CONFIRMED", standing: "ON_TARGET", sessionNumber: 1 },
    });
    const id = uuidOf(data.booking.id);
    expect(await scene.state(b.id)).toMatchObject({
      state: "MOVED",
      booked: 0,
      usage: "RELEASED",
      entries: ["PENDING", "VOIDED"],
      topics: ["booking.confirmed", "booking.moved"],
    });
    expect(await scene.state(id)).toMatchObject({
      state: "CONFIRMED",
      booked: 1,
      usage: "RESERVED",
      entries: ["PENDING"],
      is_first: true,
      portion_used: 1,
      promise_state: "SAFE",
      guarantee_outcome: "RUNNING",
    });
    expect(await app.rows("select moved_to from booking where id = $1", [b.id])).toEqual([{ moved_to: id }]);
    const history = "query ($id: ID!) { booking(id: $id) { history(first: 5) { edges { node { kind booking { id } } } } } }";
    const told = async (of: string) => (await b.asker(history, { id: of })).data.booking.history.edges.map((edge: any) => edge.node.kind);
    expect(await told(b.bookingId)).toEqual(["MOVED", "BOOKED"]);
    // what it replaced is part of what happened to it
    expect(await told(data.booking.id)).toContain("MOVED");
  });

  it("keeps the old appointment when the new time is gone, and offers others", async () => {
    const b = await scene.booked();
    const taken = await scene.booked();
    const free = await scene.freeSlot();
    const { data, codes } = await move(b.asker, b.bookingId, taken.slot);
    expect(codes).toEqual(["SLOT_TAKEN"]);
    expect(data.alternatives.map((s: { id: string }) => s.id)).toContain(globalId("Slot", free.id));
    expect(await scene.state(b.id)).toMatchObject({
      state: "CONFIRMED",
      booked: 1,
      usage: "RESERVED",
      entries: ["PENDING"],
      is_first: true,
    });
  });

  it("beyond the latest date is the member's wish for a later date: the guarantee lapses", async () => {
    const b = await scene.booked();
    const later = await app.make.slot(clinic, { startsAt: at(dayIn(13), "06:00") });
    const { data, codes } = await move(b.asker, b.bookingId, later);
    expect(codes).toEqual([]);
    expect(data).toMatchObject({ guaranteeLapsed: true, booking: { state: "CONFIRMED", standing: null } });
    expect(await scene.state(uuidOf(data.booking.id))).toMatchObject({
      is_first: true,
      guarantee_outcome: "NONE",
      promise_state: "NONE",
      exceptions: { wishedNotBefore: dayIn(13) },
    });
  });

  it("to a time at another clinic that overlaps the old one is no clash with itself", async () => {
    const b = await scene.booked();
    const other = await app.make.clinic();
    const same = await app.make.slot(other, { startsAt: b.slot.startsAt });
    expect((await move(b.asker, b.bookingId, same)).codes).toEqual([]);
    expect(await seats(b.slot.id)).toEqual([{ booked: 0 }]);
    expect(await seats(same.id)).toEqual([{ booked: 1 }]);
    // a rate that was used is history and is not edited any more
    expect(
      await app.rows("select bool_or(used_at is not null) as used from agreed_rate where provider_id = $1", [other.providerId]),
    ).toEqual([{ used: true }]);
  });

  it("after the free limit is said to be late; to the same slot or of an ended booking it is refused", async () => {
    const b = await scene.booked({ slot: await scene.freeSlot({ row: { cancellation_hours: 720 } }) });
    expect((await move(b.asker, b.bookingId, b.slot)).codes).toContain("SAME_SLOT");
    expect((await move(b.asker, b.bookingId, await scene.freeSlot())).data.late).toBe(true);
    expect((await move(b.asker, b.bookingId, await scene.freeSlot())).codes).toEqual(["BOOKING_ENDED"]);
  });

  it("answers a repeated key with the same new booking", async () => {
    const b = await scene.booked();
    const to = await scene.freeSlot();
    const idempotencyKey = key();
    const first = await move(b.asker, b.bookingId, to, { idempotencyKey });
    const again = await move(b.asker, b.bookingId, to, { idempotencyKey });
    expect(again.data).toMatchObject({ replayed: true, booking: { id: first.data.booking.id }, late: false, guaranteeLapsed: false });
    expect(await seats(to.id)).toEqual([{ booked: 1 }]);
  });

  it("of two appointments into each other's times loses nobody", async () => {
    const [a, b] = [await scene.booked(), await scene.booked()];
    const answers = await Promise.all([move(a.asker, a.bookingId, b.slot), move(b.asker, b.bookingId, a.slot)]);
    expect(answers.map((x) => x.codes).every((codes) => codes.length === 0 || codes[0] === "SLOT_TAKEN")).toBe(true);
    const live = await app.rows("select count(*)::int as n from booking where claim_id = any ($1) and state = 'CONFIRMED'", [
      [a.claim.id, b.claim.id],
    ]);
    expect(live).toEqual([{ n: 2 }]);
  });
});

it("others are told what these acts did", () => expectTold(app, "booking.moved"));
