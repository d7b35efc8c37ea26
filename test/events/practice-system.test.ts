/**
 * A practice system that knows the gateway by its feed of events alone: after a time of bookings, moves, cancellations and
 * withdrawals, with gateways that come and go, pauses of its own and crashes between acting and writing down, its calendar is the
 * database. The full size is an hour of it.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { JOBS } from "../../src/assembly/jobs.js";
import { crowd } from "../bookings/crowd.js";
import { globalId, startApp, type Asker, type Door, type TestApp } from "../support/app.js";
import { at, dayIn, type MadeClaim, type MadeClinic, type MadeMember } from "../support/make.js";
import { FULL, sized } from "../support/size.js";

/** At least so many, and for at least so long. */
const ACTS = sized(60, 2_000);
const LOAD_MS = sized(0, 3_600_000);
/** Acts of four callers at once, then so long nothing: an hour beside other work. */
const ACT_PAUSE_MS = sized(0, 400);
/** Acts between two restarts of the second gateway. */
const RESTART_EVERY = sized(28, 200);
const POLL_MS = sized(10, 200);
/** Every so many polls the system is away for so long. */
const AWAY = { every: sized(9, 400), ms: sized(300, 60_000) };
/** Openings of a further practitioner, and whoever comes to them. */
const OPENINGS = 40;
const MEMBERS = 8;

let t: TestApp;
let twin: TestApp;
let clinic: MadeClinic;
beforeAll(async () => {
  t = await startApp();
  twin = await t.another();
  clinic = await t.make.clinic();
});
afterAll(async () => {
  await twin.stop();
  await t.stop();
});

const EVENTS = `query ($after: String) { events(first: 20, after: $after, types: [BOOKING_CONFIRMED, BOOKING_MOVED, BOOKING_CANCELLED, BOOKING_DECLINED, BOOKING_ATTENDED]) {
  edges { node { id subject { id } booking { id reference state startsAt version } } } pageInfo { hasNextPage endCursor } } }`;
type Entry = { readonly state: string; readonly startsAt: string; readonly version: number };

/** What is on its disk: nothing else outlives a crash. */
type Disk = { cursor: string | null; readonly calendar: Map<string, Entry> };
const told = { pages: 0, events: 0, refused: 0, crashes: 0 };

async function poll(disk: Disk, through: TestApp, crashes: boolean): Promise<boolean> {
  const asker = through.as({ sub: "practice-system", role: "CLINIC_SYSTEM", cvr: clinic.cvr });
  const { data } = await asker(EVENTS, { after: disk.cursor });
  if (!data?.events) {
    told.refused += 1;
    return true;
  }
  told.pages += 1;
  told.events += data.events.edges.length;
  for (const { node } of data.events.edges) {
    const { id, state, startsAt, version } = node.booking;
    disk.calendar.set(id, { state, startsAt, version });
  }
  // it has acted and not yet written down where it was: it will be told again, and that changes nothing
  if (crashes) told.crashes += 1;
  else disk.cursor = data.events.pageInfo.endCursor;
  return data.events.pageInfo.hasNextPage;
}

const BOOK = "mutation ($input: BookSlotInput!) { bookSlot(input: $input) { booking { id } errors { code } } }";
const CANCEL = "mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { errors { code } } }";
const MOVE = "mutation ($input: RescheduleBookingInput!) { rescheduleBooking(input: $input) { booking { id } errors { code } } }";
const WITHDRAW = "mutation ($input: WithdrawSlotsInput!) { withdrawSlots(input: $input) { withdrawn errors { code } } }";

/** On a machine that others use as well, a connection of the test's own or of a gateway that starts may take its time. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === 20 || !/when trying to connect|is not available/.test(String(error))) throw error;
      await pause(3_000);
    }
  }
}

type Person = { readonly member: MadeMember; readonly claim: MadeClaim };
type Standing = { readonly id: string; readonly person: Person; readonly slot: string };

it(
  "has a calendar that is the database",
  async () => {
    const disk: Disk = { cursor: null, calendar: new Map() };
    const standing: Standing[] = [];
    const free: string[] = [];
    let people: readonly Person[] = [];
    let gateways: readonly TestApp[] = [t, twin];
    const refill = async (): Promise<void> => {
      people = await crowd(t, [t as Door], MEMBERS);
      const practitionerId = await t.make.practitioner(clinic.id);
      for (let n = 0; n < OPENINGS; n += 1) {
        const startsAt = new Date(at(dayIn(2 + (n % 5)), "06:00").getTime() + Math.floor(n / 5) * 3_600_000);
        free.push((await t.make.slot({ ...clinic, practitionerId }, { startsAt, row: { capacity: 1 } })).id);
      }
    };
    let acting = true;
    const relaying = (async () => {
      const relay = JOBS.find(({ name }) => name === "relay-outbox")!;
      while (acting) {
        await Promise.all(gateways.map((app) => Promise.resolve(relay.run({ database: app.app.database } as never)).catch(() => {})));
        await pause(sized(20, 250));
      }
    })();
    const reading = (async () => {
      for (let n = 0; acting; n += 1) {
        // away for a while now and then, and dead between two writes
        const ends = Date.now() + (n % AWAY.every === AWAY.every - 1 ? AWAY.ms : POLL_MS);
        while (acting && Date.now() < ends) await pause(Math.min(POLL_MS, ends - Date.now()));
        await poll(disk, gateways[n % gateways.length]!, n % 5 === 4).catch(() => (told.refused += 1));
      }
    })();
    const done = { booked: 0, cancelled: 0, moved: 0, withdrawn: 0, restarts: 0 };
    const act = async (n: number): Promise<void> => {
      const key = { idempotencyKey: randomUUID() };
      const asks = ({ member }: Person): Asker => (gateways[n % gateways.length] as TestApp).asMember(member);
      const kind = n % 6;
      const some = standing.length > 3 ? standing.splice((n * 7) % standing.length, 1)[0] : undefined;
      if (kind === 3 && some) {
        const { data } = await asks(some.person)(CANCEL, { input: { ...key, bookingId: some.id } });
        if (data?.cancelBooking.errors.length === 0) done.cancelled += 1;
        return;
      }
      if (kind === 5 && some) {
        const { data } = await t.asClinic(clinic)(WITHDRAW, {
          input: { ...key, clinicId: globalId("Clinic", clinic.id), slotIds: [globalId("Slot", some.slot)] },
        });
        done.withdrawn += data?.withdrawSlots.withdrawn ?? 0;
        return;
      }
      const slot = free.shift() as string;
      if (kind === 4 && some) {
        const { data } = await asks(some.person)(MOVE, { input: { ...key, bookingId: some.id, slotId: globalId("Slot", slot) } });
        const moved = data?.rescheduleBooking.booking?.id as string | undefined;
        if (moved) standing.push({ id: moved, person: some.person, slot });
        if (moved) done.moved += 1;
        return;
      }
      if (some) standing.push(some);
      const person = people[n % people.length] as Person;
      const input = { ...key, claimId: globalId("Claim", person.claim.id), slotId: globalId("Slot", slot) };
      const { data } = await asks(person)(BOOK, { input });
      const id = data?.bookSlot.booking?.id as string | undefined;
      if (id) standing.push({ id, person, slot });
      if (id) done.booked += 1;
    };
    const began = Date.now();
    let n = 0;
    const tell = (): void => {
      const minutes = Math.round((Date.now() - began) / 60_000);
      if (FULL) process.stdout.write(`${minutes} minutes, ${n} acts: ${JSON.stringify({ ...done, ...told, kept: disk.calendar.size })}\n`);
    };
    for (; n < ACTS || Date.now() - began < LOAD_MS; n += 4) {
      if (free.length < 4) await patiently(refill);
      if (n % RESTART_EVERY === RESTART_EVERY - 4) {
        // one gateway goes while the reader may be asking it, and another comes
        gateways = [t];
        await twin.stop();
        await Promise.all([0, 1, 2, 3].map((i) => act(n + i)));
        twin = await patiently(t.another);
        gateways = [t, twin];
        done.restarts += 1;
        tell();
      } else await Promise.all([0, 1, 2, 3].map((i) => act(n + i)));
      await pause(ACT_PAUSE_MS);
    }
    while ((await patiently(() => t.rows("select from outbox where delivered_at is null limit 1"))).length > 0) await pause(20);
    acting = false;
    await Promise.all([relaying, reading]);
    while (await patiently(() => poll(disk, t, false)));
    tell();
    const rows = await t.rows("select id, state, starts_at, version from booking where provider_id = $1", [clinic.providerId]);
    for (const [what, times] of Object.entries(done)) expect([what, times > 0]).toEqual([what, true]);
    const kept = Object.fromEntries(disk.calendar);
    const real = Object.fromEntries(
      rows.map(({ id, state, starts_at, version }) => [globalId("Booking", id), { state, startsAt: starts_at.toISOString(), version }]),
    );
    expect(rows.length).toBeGreaterThan(n / 4);
    expect(kept).toEqual(real);
  },
  sized(120_000, 5_400_000),
);
