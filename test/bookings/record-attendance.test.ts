import { startApp, type TestApp } from "../support/app.js";
import type { MadeClinic } from "../support/make.js";
import { attend, bookSlot, confirm, dispute, key } from "./documents.js";
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

async function begun(options: Parameters<typeof scene.booked>[0] = {}) {
  const b = await scene.booked(options);
  await scene.begun(b.id);
  return b;
}
const line = (id: string) =>
  app.rows("select state, amount_minor::int as amount, ready_at > clock_now() as waits from settlement_line where booking_id = $1", [id]);

describe("recordAttendance", () => {
  it("posts what was quoted, counts the treatment, brings the claim into treatment and keeps the promise", async () => {
    const b = await begun({ claim: { row: { portion_authorised: 5 } } });
    const asker = app.asClinic(clinic);
    await attend(asker, Buffer.from("Booking:01990000-0000-7000-8000-000000000000").toString("base64url"));
    const { data, codes, statements } = await attend(asker, b.bookingId);
    expect(codes).toEqual([]);
    expect(statements).toBeLessThanOrEqual(6);
    expect(data.booking).toMatchObject({ state: "ATTENDED", version: 2 });
    expect(await scene.state(b.id)).toMatchObject({
      state: "ATTENDED",
      booked: 1,
      usage: "COUNTED",
      portion_used: 1,
      claim_state: "IN_TREATMENT",
      promise_state: "MET",
      is_first: true,
      entries: ["PENDING", "POSTED"],
      lines: ["READY"],
      events: ["BOOKED", "TREATED"],
      topics: ["booking.confirmed", "booking.attended"],
    });
    expect(await line(b.id)).toEqual([{ state: "READY", amount: 65_000, waits: true }]);
  });

  it("of a no-show pays nothing and uses no treatment", async () => {
    const b = await begun({ claim: { row: { portion_authorised: 5 } } });
    expect((await attend(app.asClinic(clinic), b.bookingId, "NO_SHOW")).data.booking.state).toBe("NO_SHOW");
    expect(await scene.state(b.id)).toMatchObject({
      usage: "RELEASED",
      portion_used: 0,
      claim_state: "APPROVED",
      promise_state: "MET",
      entries: ["PENDING", "VOIDED"],
      lines: null,
      events: ["BOOKED", "NO_SHOW"],
    });
    expect((await bookSlot(b.asker, b.claim, await scene.freeSlot())).data.booking).toMatchObject({ sessionNumber: 1, standing: null });
  });

  it("is refused before the start, after the window, and a second time", async () => {
    const early = await scene.booked();
    expect((await attend(app.asClinic(clinic), early.bookingId)).codes).toEqual(["BOOKING_NOT_STARTED"]);
    const late = await begun();
    await app.rows("update booking set treated_on = treated_on - 31 where id = $1", [late.id]);
    expect((await attend(app.asClinic(clinic), late.bookingId)).codes).toEqual(["ATTENDANCE_WINDOW_OVER"]);
    const b = await begun();
    await attend(app.asClinic(clinic), b.bookingId);
    expect((await attend(app.asClinic(clinic), b.bookingId, "NO_SHOW")).codes).toEqual(["BOOKING_ENDED"]);
    expect(await line(b.id)).toHaveLength(1);
  });

  it("by many at once and with repeated keys settles once", async () => {
    const b = await begun();
    const idempotencyKey = key();
    const asker = app.asClinic(clinic);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => attend(asker, b.bookingId, "ATTENDED", i % 2 ? { idempotencyKey } : {})),
    );
    expect(answers.filter((a) => a.codes.length === 0 && !a.data.replayed)).toHaveLength(1);
    expect(await scene.state(b.id)).toMatchObject({ entries: ["PENDING", "POSTED"], lines: ["READY"] });
  });

  it("belongs to the treating clinic alone", async () => {
    const b = await begun();
    expect((await attend(app.asClinic(await app.make.clinic()), b.bookingId)).codes).toEqual(["NOT_FOUND"]);
    const asMember = await b.asker(
      "mutation ($id: ID!, $key: UUID!) { recordAttendance(input: { idempotencyKey: $key, bookingId: $id, attendance: ATTENDED }) { replayed } }",
      { id: b.bookingId, key: key() },
    );
    expect(asMember.data).toBeFalsy();
    expect(await scene.state(b.id)).toMatchObject({ state: "CONFIRMED", lines: null });
  });
});

describe("the member's word", () => {
  async function attended() {
    const b = await begun();
    await attend(app.asClinic(clinic), b.bookingId);
    return b;
  }

  it("of confirmation makes the line payable at once", async () => {
    const b = await attended();
    expect((await confirm(b.asker, b.bookingId)).data.booking).toMatchObject({ state: "ATTENDED", confirmedByMember: true });
    expect(await line(b.id)).toEqual([{ state: "READY", amount: 65_000, waits: false }]);
    expect(await app.rows("select confirmed_by_member from booking where id = $1", [b.id])).toEqual([{ confirmed_by_member: true }]);
  });

  it("of dispute holds the line back, until the member confirms after all", async () => {
    const b = await attended();
    expect((await dispute(b.asker, b.bookingId)).data.booking.confirmedByMember).toBe(false);
    expect(await app.rows("select confirmed_by_member from booking where id = $1", [b.id])).toEqual([{ confirmed_by_member: false }]);
    expect(await line(b.id)).toMatchObject([{ state: "DISPUTED" }]);
    await confirm(b.asker, b.bookingId);
    expect(await line(b.id)).toMatchObject([{ state: "READY", waits: false }]);
  });

  it("comes too late after the window, and is nobody else's", async () => {
    const b = await attended();
    await app.rows("update settlement_line set ready_at = clock_now() - interval '1 minute' where booking_id = $1", [b.id]);
    expect((await dispute(b.asker, b.bookingId)).codes).toEqual(["DISPUTE_WINDOW_OVER"]);
    expect(await app.rows("select confirmed_by_member from booking where id = $1", [b.id])).toEqual([{ confirmed_by_member: null }]);
    const stranger = await app.make.member();
    expect((await confirm(app.asMember(stranger), b.bookingId)).codes).toEqual(["NOT_FOUND"]);
    expect((await confirm((await scene.booked()).asker, b.bookingId)).codes).toEqual(["NOT_FOUND"]);
  });

  it("is about treatments that took place", async () => {
    const b = await scene.booked();
    expect((await dispute(b.asker, b.bookingId)).codes).toEqual(["BOOKING_NOT_ATTENDED"]);
  });
});

it("others are told what these acts did", () => expectTold(app, "booking.attended", "attendance.confirmed", "attendance.disputed"));
