import type { PoolClient } from "pg";
import { newContext, type Context } from "../../src/gateway/api/context.js";
import { cancelledState, claimReleased } from "../../src/features/bookings/end/ending.js";
import { lockEnding } from "../../src/features/bookings/end/ending.store.js";
import { saveEnding, voidedEntry } from "../../src/features/bookings/end/end-booking.js";
import { loadBooking } from "../../src/features/bookings/booking.store.js";
import { placeBooking } from "../../src/features/bookings/book/place-booking.js";
import { Refused } from "../../src/kernel/refusal.js";
import { ANONYMOUS, type Viewer } from "../../src/platform/viewer.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";
import { at, dayIn, maker, newTestId, type MadeClaim, type MadeClinic, type MadeMember, type Make } from "../support/make.js";
import { interleavings, play, unmirrored, Stepper, type Act, type Ended } from "./interleavings.js";

/** Lock, read, write, commit: what one booking is between its opening and its end. */
const STEPS = 4;

let fresh: FreshDatabase;
let make: Make;
let clinic: MadeClinic;
let watch: PoolClient;
let steppers: [Stepper, Stepper];

async function arrange(alter?: (sql: string) => string): Promise<void> {
  fresh = await freshDatabase({ reference: true, lockMs: 20_000 });
  make = maker(fresh.database.pool);
  clinic = await make.clinic();
  watch = await fresh.database.pool.connect();
  steppers = [await Stepper.on(fresh.database, alter), await Stepper.on(fresh.database, alter)];
}
async function clear(): Promise<void> {
  for (const client of [watch, ...steppers.map((s) => s.client)]) client.release();
  await fresh.drop();
}

let minute = 0;
const freeSlot = (capacity = 1) =>
  make.slot(clinic, { startsAt: new Date(at(dayIn(3), "00:00").getTime() + (minute += 1) * 60_000), minutes: 1, capacity });
const rows = async (text: string, values: unknown[]): Promise<any[]> => (await fresh.database.pool.query(text, values)).rows;

const viewerOf = (member: MadeMember): Viewer => ({
  ...ANONYMOUS,
  role: "MEMBER",
  subject: member.subject,
  memberIds: [member.id],
  assurance: "HIGH",
});
const contextOf = (viewer: Viewer): Context =>
  newContext({
    viewer,
    database: fresh.database,
    traceId: "t",
    signal: new AbortController().signal,
    address: null,
    services: {},
  } as never);

/** Begin, viewer and key: what happens before anything can collide. */
function opening(viewer: Viewer, key: string): string {
  const set = [
    ["app.role", viewer.role],
    ["app.subject", viewer.subject],
    ["app.member_ids", `{${viewer.memberIds.join()}}`],
    ["app.key_is_fresh", "true"],
  ].map(([name, value]) => `set_config('${name}', '${value}', true)`);
  return `begin; set local role gateway_app; select ${set.join(", ")};
    insert into idempotency (principal, operation, key, fingerprint, expires_at) values ('${viewer.subject}', 'bookSlot', '${key}', 'x', clock_now() + interval '1 hour')`;
}

function booking(member: MadeMember, claim: MadeClaim, slotId: string): { open: string; act: Act } {
  const viewer = viewerOf(member);
  const key = crypto.randomUUID();
  const keyed = { operation: "bookSlot", key, input: {}, keepHours: 72 };
  return {
    open: opening(viewer, key),
    act: async (tx) => {
      const { statements, read } = loadBooking(claim.id, slotId);
      const loaded = read(await tx.all(statements));
      await placeBooking(contextOf(viewer), tx, loaded, { keyed, overrideReason: null, bookingId: newTestId() });
    },
  };
}

function cancelling(member: MadeMember, bookingId: string): { open: string; act: Act } {
  const viewer = viewerOf(member);
  const key = crypto.randomUUID();
  const keyed = { operation: "bookSlot", key, input: {}, keepHours: 72 };
  const act: Act = async (tx) => {
    const ctx = contextOf(viewer);
    const file = await lockEnding(tx, viewer, bookingId);
    const ending = {
      state: cancelledState(file, "MEMBER"),
      reason: null,
      unit: "FREE",
      usage: "RELEASED",
      claim: claimReleased(file),
    } as const;
    await saveEnding(ctx, tx, file, {
      ending,
      event: "CANCELLED",
      topic: "booking.cancelled",
      rows: voidedEntry(ctx, file, "CANCELLED_IN_TIME"),
      keyed,
    });
  };
  return { open: opening(viewer, key), act };
}

const run = (order: string, one: { open: string; act: Act }, two: { open: string; act: Act }): Promise<[Ended, Ended]> =>
  play(order, steppers[0], steppers[1], watch, [one.open, two.open], [one.act, two.act]);

async function two(): Promise<[MadeMember, MadeClaim, MadeMember, MadeClaim]> {
  const [a, b] = [await make.member(), await make.member()];
  return [a, await make.claim(a), b, await make.claim(b)];
}

const codesOf = (ended: readonly Ended[]): string[] =>
  ended.flatMap((e) => {
    if (e === "DONE") return [];
    if (e.failed instanceof Refused) return e.failed.refusals.map((r) => r.code);
    throw e.failed;
  });

describe("in every order of their statements, two bookings", () => {
  beforeAll(() => arrange());
  afterAll(() => clear());

  it("are mixed in all ways", () => {
    const orders = interleavings(STEPS, STEPS);
    expect(new Set(orders).size).toBe(70);
    const mirrored = (order: string): string => [...order].map((who) => (who === "A" ? "B" : "A")).join("");
    const begunByA = unmirrored(STEPS, STEPS);
    expect([...begunByA, ...begunByA.map(mirrored)].sort()).toEqual(orders.sort());
  });

  it("of one unit make one booking, and the other learns that it is taken", async () => {
    const [a, claimA, b, claimB] = await two();
    for (const order of unmirrored(STEPS, STEPS)) {
      const slot = await freeSlot();
      const ended = await run(order, booking(a, claimA, slot.id), booking(b, claimB, slot.id));
      expect([order, ended.filter((e) => e === "DONE").length, ...codesOf(ended)]).toEqual([order, 1, "SLOT_TAKEN"]);
      expect(
        await rows("select booked, (select count(*)::int from booking where slot_id = s.id) as bookings from slot s where id = $1", [
          slot.id,
        ]),
      ).toEqual([{ booked: 1, bookings: 1 }]);
    }
  });

  it("of two units of a group both succeed, on seats of their own", async () => {
    const [a, claimA, b, claimB] = await two();
    for (const order of unmirrored(STEPS, STEPS)) {
      const slot = await freeSlot(2);
      const ended = await run(order, booking(a, claimA, slot.id), booking(b, claimB, slot.id));
      expect([order, ...ended]).toEqual([order, "DONE", "DONE"]);
      expect(await rows("select array_agg(seat order by seat) as seats from booking where slot_id = $1", [slot.id])).toEqual([
        { seats: [1, 2] },
      ]);
    }
  });

  it("of one claim for its last treatment make one booking, whatever the slots", async () => {
    for (const order of unmirrored(STEPS, STEPS)) {
      const member = await make.member();
      const claim = await make.claim(member, { row: { portion_authorised: 1 } });
      const [one, other] = [await freeSlot(), await freeSlot()];
      const ended = await run(order, booking(member, claim, one.id), booking(member, claim, other.id));
      expect([order, ended.filter((e) => e === "DONE").length, ...codesOf(ended)]).toEqual([order, 1, "PORTION_EXHAUSTED"]);
      expect(
        await rows(
          "select portion_used, (select count(*)::int from treatment_usage where claim_id = c.id) as used from claim c where id = $1",
          [claim.id],
        ),
      ).toEqual([{ portion_used: 1, used: 1 }]);
    }
  });

  it("and a cancellation of the only unit leave it with at most one, and the count right", async () => {
    const [a, claimA, b, claimB] = await two();
    for (const order of interleavings(3, STEPS)) {
      const slot = await freeSlot();
      await run("AAAA", booking(a, claimA, slot.id), { open: "begin", act: () => Promise.resolve() });
      const [{ id }] = await rows("select id from booking where slot_id = $1", [slot.id]);
      const ended = await run(order, cancelling(a, id), booking(b, claimB, slot.id));
      expect(ended[0]).toBe("DONE");
      const live = ended[1] === "DONE" ? 1 : 0;
      expect(codesOf(ended)).toEqual(live ? [] : ["SLOT_TAKEN"]);
      expect(
        await rows(
          "select booked, (select count(*)::int from booking where slot_id = s.id and state = 'CONFIRMED') as live from slot s where id = $1",
          [slot.id],
        ),
      ).toEqual([{ booked: live, live }]);
    }
  });
});

describe("the test of this test", () => {
  afterEach(() => clear());

  it("finds double bookings once lock, condition and constraints are taken away", async () => {
    await arrange((sql) => sql.replaceAll(/for no key update of \w+(, \w+)?/g, "").replace("and booked < capacity", ""));
    await fresh.database.pool.query(
      "drop index booking_seat_is_taken_once; alter table slot drop constraint slot_capacity_is_never_exceeded",
    );
    const [a, claimA, b, claimB] = await two();
    let double = 0;
    for (const order of unmirrored(STEPS, STEPS).filter((_, i) => i % 5 === 0)) {
      const slot = await freeSlot();
      const ended = await run(order, booking(a, claimA, slot.id), booking(b, claimB, slot.id));
      if (ended.every((e) => e === "DONE")) double += 1;
    }
    expect(double).toBeGreaterThan(0);
  });

  it.each([
    ["the lock", (sql: string) => sql.replaceAll(/for no key update of \w+(, \w+)?/g, ""), ""],
    ["the seat index", (sql: string) => sql, "drop index booking_seat_is_taken_once"],
  ])("finds none as long as one of the others stands: without %s", async (_, alter, drop) => {
    await arrange(alter);
    if (drop) await fresh.database.pool.query(drop);
    const [a, claimA, b, claimB] = await two();
    for (const order of unmirrored(STEPS, STEPS).filter((_o, i) => i % 5 === 0)) {
      const slot = await freeSlot();
      const ended = await run(order, booking(a, claimA, slot.id), booking(b, claimB, slot.id));
      expect([order, ended.filter((e) => e === "DONE").length]).toEqual([order, 1]);
    }
  });
});
