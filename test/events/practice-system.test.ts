/**
 * A practice system that knows the gateway by its feed of events alone: after a time of bookings, moves, cancellations and
 * withdrawals, with gateways that come and go, pauses of its own and crashes between acting and writing down, its calendar is the
 * database.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { JOBS } from "../../src/assembly/jobs.js";
import { crowd, type Caller } from "../bookings/crowd.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { at, dayIn, type MadeClinic } from "../support/make.js";
import { sized } from "../support/size.js";

const ACTS = sized(60, 4_000);
const MEMBERS = sized(8, 40);

let t: TestApp;
let twin: TestApp;
let clinic: MadeClinic;
let callers: Caller[];
let free: string[];
beforeAll(
  async () => {
    t = await startApp();
    twin = await t.another();
    clinic = await t.make.clinic();
    callers = await crowd(t, [t, twin], MEMBERS);
    free = [];
    for (let n = 0; n < ACTS; n += 1) {
      const startsAt = new Date(at(dayIn(2 + (n % 5)), "06:00").getTime() + Math.floor((n % 40) / 5) * 3_600_000);
      const practitioner = n % 40 === 0 ? await t.make.practitioner(clinic.id) : practitionerNow;
      practitionerNow = practitioner;
      free.push((await t.make.slot({ ...clinic, practitionerId: practitioner }, { startsAt, row: { capacity: 1 } })).id);
    }
  },
  sized(60_000, 600_000),
);
let practitionerNow = "";
afterAll(async () => {
  await twin.stop();
  await t.stop();
});

const EVENTS = `query ($after: String) { events(first: 20, after: $after, types: [BOOKING_CONFIRMED, BOOKING_MOVED, BOOKING_CANCELLED, BOOKING_DECLINED, BOOKING_ATTENDED]) {
  edges { node { id subject { id } booking { id reference state startsAt version } } } pageInfo { hasNextPage endCursor } } }`;
type Entry = { readonly state: string; readonly startsAt: string; readonly version: number };

/** What is on its disk: nothing else outlives a crash. */
type Disk = { cursor: string | null; calendar: [string, Entry][] };

async function poll(disk: Disk, through: TestApp, crashes: boolean): Promise<boolean> {
  const asker = through.as({ sub: "practice-system", role: "CLINIC_SYSTEM", cvr: clinic.cvr });
  const { data } = await asker(EVENTS, { after: disk.cursor });
  if (!data?.events) return true;
  const calendar = new Map(disk.calendar);
  for (const { node } of data.events.edges) {
    const { id, state, startsAt, version } = node.booking;
    calendar.set(id, { state, startsAt, version });
  }
  // it has acted and not yet written down where it was: it will be told again, and that changes nothing
  disk.calendar = [...calendar];
  if (!crashes) disk.cursor = data.events.pageInfo.endCursor;
  return data.events.pageInfo.hasNextPage;
}

const BOOK = "mutation ($input: BookSlotInput!) { bookSlot(input: $input) { booking { id } errors { code } } }";
const CANCEL = "mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { errors { code } } }";
const MOVE = "mutation ($input: RescheduleBookingInput!) { rescheduleBooking(input: $input) { booking { id } errors { code } } }";
const WITHDRAW = "mutation ($input: WithdrawSlotsInput!) { withdrawSlots(input: $input) { withdrawn errors { code } } }";

it(
  "has a calendar that is the database",
  async () => {
    const disk: Disk = { cursor: null, calendar: [] };
    const standing: { id: string; caller: Caller; slot: string }[] = [];
    let acting = true;
    let gateways = [t, twin];
    const relaying = (async () => {
      const relay = JOBS.find(({ name }) => name === "relay-outbox")!;
      while (acting) {
        await Promise.all(gateways.map((app) => Promise.resolve(relay.run({ database: app.app.database } as never)).catch(() => {})));
        await pause(20);
      }
    })();
    const reading = (async () => {
      for (let n = 0; acting; n += 1) {
        // away for a while now and then, and dead between two writes
        await pause(n % 9 === 8 ? 300 : 10);
        await poll(disk, gateways[n % gateways.length]!, n % 5 === 4).catch(() => {});
        const written = JSON.stringify(disk);
        Object.assign(disk, JSON.parse(written));
      }
    })();
    const done = { booked: 0, cancelled: 0, moved: 0, withdrawn: 0 };
    const act = async (n: number): Promise<void> => {
      const key = { idempotencyKey: randomUUID() };
      const kind = n % 6;
      const some = standing.length > 3 ? standing.splice((n * 7) % standing.length, 1)[0] : undefined;
      if (kind === 3 && some) {
        const { data } = await some.caller.asker(CANCEL, { input: { ...key, bookingId: some.id } });
        if (data?.cancelBooking.errors.length === 0) done.cancelled += 1;
        return;
      }
      const slotId = free.shift();
      if (slotId === undefined) return;
      if (kind === 4 && some) {
        const { data } = await some.caller.asker(MOVE, { input: { ...key, bookingId: some.id, slotId: globalId("Slot", slotId) } });
        const moved = data?.rescheduleBooking.booking?.id as string | undefined;
        if (moved) standing.push({ id: moved, caller: some.caller, slot: slotId });
        if (moved) done.moved += 1;
        return;
      }
      if (kind === 5 && some) {
        const { data } = await t.asClinic(clinic)(WITHDRAW, {
          input: { ...key, clinicId: globalId("Clinic", clinic.id), slotIds: [globalId("Slot", some.slot)] },
        });
        done.withdrawn += data?.withdrawSlots.withdrawn ?? 0;
        return;
      }
      if (some) standing.push(some);
      const caller = callers[n % callers.length]!;
      const input = { ...key, claimId: globalId("Claim", caller.claim.id), slotId: globalId("Slot", slotId) };
      const { data } = await caller.asker(BOOK, { input });
      const id = data?.bookSlot.booking?.id as string | undefined;
      if (id) standing.push({ id, caller, slot: slotId });
      if (id) done.booked += 1;
    };
    for (let n = 0; n < ACTS; n += 4) {
      if (n === Math.floor(ACTS / 8) * 4) {
        // one gateway goes, and another comes
        gateways = [t];
        await twin.stop();
        twin = await t.another();
        callers = callers.map((caller, i) => ({ ...caller, asker: (i % 2 ? twin : t).asMember(caller.member) }));
        for (const one of standing) Object.assign(one, { caller: callers.find(({ claim }) => claim.id === one.caller.claim.id) });
        gateways = [t, twin];
      }
      await Promise.all([0, 1, 2, 3].map((i) => act(n + i)));
    }
    while ((await t.rows("select from outbox where delivered_at is null")).length > 0) await pause(20);
    acting = false;
    await Promise.all([relaying, reading]);
    while (await poll(disk, t, false));
    for (const [what, times] of Object.entries(done)) expect([what, times > 0]).toEqual([what, true]);
    const rows = await t.rows("select id, state, starts_at, version from booking where provider_id = $1", [clinic.providerId]);
    const kept = Object.fromEntries(disk.calendar);
    const real = Object.fromEntries(
      rows.map(({ id, state, starts_at, version }) => [globalId("Booking", id), { state, startsAt: starts_at.toISOString(), version }]),
    );
    expect(rows.length).toBeGreaterThan(ACTS / 4);
    expect(kept).toEqual(real);
  },
  sized(120_000, 5_400_000),
);
