import { setTimeout as pause } from "node:timers/promises";
import { globalId, type Door } from "../support/app.js";
import { at, dayIn, type MadeClinic } from "../support/make.js";
import { startProcesses, type Processes } from "../support/processes.js";
import { sized } from "../support/size.js";
import { crowd } from "./crowd.js";
import { bookForSure, bookSlot, cancel, key } from "./documents.js";
import { sceneOf } from "./scene.js";
import { HOLD_SLOT, WITHDRAW_SLOTS } from "../support/documents.js";

/** Of one slot. */
const CALLERS = sized(100, 500);
const ROUNDS = sized(2, 200);

/** Two gateways, each a process of its own. */
let world: Processes;
let first: Door;
let second: Door;
let clinic: MadeClinic;
let scene: ReturnType<typeof sceneOf>;
const some = (size: number) => crowd(world, [first, second], size);
beforeAll(async () => {
  world = await startProcesses(2);
  [first, second] = world.gateways as unknown as [Door, Door];
  clinic = await world.make.clinic();
});
// each test has a diary to itself
beforeEach(async () => {
  clinic = { ...clinic, practitionerId: await world.make.practitioner(clinic.id) };
  scene = sceneOf({ ...world, ...first }, () => clinic);
});
afterAll(async () => {
  // whatever was done to them, no gateway ended by itself
  const selfExits = world.gateways.map((g) => g.process.selfExits());
  await world.stop();
  expect(selfExits).toEqual([0, 0]);
});

/** No unit sold twice, nothing half-written, no money without a booking: over everything this file did. */
const broken = () =>
  world.rows(
    `select s.id from slot s left join booking b on b.slot_id = s.id and b.state in ('CONFIRMED','ATTENDED','NO_SHOW')
     group by s.id having count(b.id) > s.capacity or count(b.id) <> s.booked
     union all select b.id from booking b where not exists (select from ledger_entry e where e.id = b.id) or not exists (select from treatment_usage u where u.booking_id = b.id)
     union all select e.id from ledger_entry e where e.booking_id is not null and not exists (select from booking b where b.id = e.booking_id)`,
  );
afterEach(async () => expect(await broken()).toEqual([]));

/** The answer names other times, and not the one that was lost. */
const isFreeElsewhere = ({ data }: { data: any }, lost: string): boolean =>
  data.alternatives.length > 0 && data.alternatives.every((slot: { id: string }) => slot.id !== globalId("Slot", lost));

describe("a race", () => {
  it(`of ${CALLERS} callers for one slot over two processes has exactly one winner, and the rest are offered others`, async () => {
    const callers = await some(CALLERS);
    const waited: number[] = [];
    for (let n = 0; n < ROUNDS; n += 1) {
      const startsAt = new Date(at(dayIn(3), "00:00").getTime() + n * 60_000);
      const slot = await world.make.slot(clinic, { startsAt, minutes: 1 });
      await world.make.slot(clinic, { startsAt: new Date(startsAt.getTime() + 86_400_000), minutes: 1 });
      const began = performance.now();
      const answers = await Promise.all(
        callers.map(async ({ asker, claim }) => {
          const answer = await bookForSure(asker, claim, slot);
          waited.push(performance.now() - began);
          return answer;
        }),
      );
      expect(answers.filter((a) => a.codes.length === 0)).toHaveLength(1);
      const losers = answers.filter((a) => a.codes.length > 0);
      expect(new Set(losers.flatMap((a) => a.codes))).toEqual(new Set(["SLOT_TAKEN"]));
      expect(losers.filter((a) => !isFreeElsewhere(a, slot.id))).toEqual([]);
      expect(await world.rows("select booked from slot where id = $1", [slot.id])).toEqual([{ booked: 1 }]);
    }
    waited.sort((a, b) => a - b);
    const share = (of: number): string => `${((waited[Math.floor(waited.length * of)] ?? 0) / 1_000).toFixed(2)} s`;
    process.stdout.write(
      `  ${CALLERS} callers on one slot, two gateway processes: ${ROUNDS} rounds, median ${share(0.5)}, P99 ${share(0.99)}, longest ${share(0.999999)}\n`,
    );
  });

  it("in which everyone sends twice answers each pair alike, and puts every no on record", async () => {
    const callers = await some(24);
    const slot = await scene.freeSlot();
    const refusals = () =>
      world.rows("select count(*)::int as n from audit_event where operation = 'bookSlot' and outcome = 'REFUSED' and rule = 'SLOT_TAKEN'");
    const [before] = await refusals();
    const pairs = await Promise.all(
      callers.map(({ asker, claim }) => {
        const again = { idempotencyKey: key() };
        return Promise.all([bookSlot(asker, claim, slot, again), bookSlot(asker, claim, slot, again)]);
      }),
    );
    const winners = pairs.filter((pair) => pair.some((a) => a.data.booking !== null));
    expect(winners).toHaveLength(1);
    const [first, repeated] = winners[0] ?? [];
    expect(repeated?.data.booking.id).toBe(first?.data.booking.id);
    expect([first?.data.replayed, repeated?.data.replayed].sort()).toEqual([false, true]);
    const losers = pairs.flat().filter((a) => a.data.booking === null);
    expect(losers.map((a) => a.codes)).toEqual(Array(46).fill(["SLOT_TAKEN"]));
    const [after] = await refusals();
    expect(after.n - before.n).toBe(46);
  });

  it("tells a caller with somebody else's claim nothing but that there is no such claim", async () => {
    const callers = await some(16);
    const strangers = await some(4);
    const slot = await scene.freeSlot();
    const claimOf = (n: number) => callers[n]?.claim ?? { id: "" };
    const answers = await Promise.all([
      ...callers.map(({ asker, claim }) => bookSlot(asker, claim, slot)),
      ...strangers.map(({ asker }, n) => bookSlot(asker, claimOf(n), slot)),
    ]);
    expect(answers.slice(16).map((a) => a.codes)).toEqual(Array(4).fill(["NOT_FOUND"]));
    expect(answers.slice(16).flatMap((a) => a.data.alternatives)).toEqual([]);
  });

  it("for the last places of a group fills it exactly", async () => {
    const callers = await some(40);
    const slot = await scene.freeSlot({ capacity: 10 });
    await scene.freeSlot();
    const answers = await Promise.all(callers.map(({ asker, claim }) => bookForSure(asker, claim, slot)));
    expect(answers.filter((a) => a.codes.length === 0)).toHaveLength(10);
    const losers = answers.filter((a) => a.codes.length > 0);
    expect(losers.map((a) => a.codes)).toEqual(Array(30).fill(["SLOT_TAKEN"]));
    expect(losers.filter((a) => !isFreeElsewhere(a, slot.id))).toEqual([]);
    expect(
      await world.rows("select count(distinct seat)::int as seats, max(seat) as last from booking where slot_id = $1", [slot.id]),
    ).toEqual([{ seats: 10, last: 10 }]);
  });

  it("for the last treatment of a portion has one winner, whatever the slot", async () => {
    const { member, claim } = await scene.someone({ row: { portion_authorised: 1 } });
    const slots = await Promise.all(Array.from({ length: 12 }, () => scene.freeSlot()));
    const askers = [first.asMember(member), second.asMember(member), first.asHealthTeam()];
    const answers = await Promise.all(slots.map((slot, i) => bookSlot(askers[i % 3] ?? first.asHealthTeam(), claim, slot)));
    expect(answers.filter((a) => a.codes.length === 0)).toHaveLength(1);
    expect(answers.flatMap((a) => a.codes)).toEqual(Array(11).fill("PORTION_EXHAUSTED"));
    expect(await world.rows("select portion_used from claim where id = $1", [claim.id])).toEqual([{ portion_used: 1 }]);
    expect(await world.rows("select sum(booked)::int as taken from slot where id = any ($1)", [slots.map((s) => s.id)])).toEqual([
      { taken: 1 },
    ]);
  });

  it("of two claims for the last treatment of the year has one winner", async () => {
    const member = await world.make.member({ policy: { product: "FLEX", role: "POLICYHOLDER", scheme: "PRIVATE", optional: [] } });
    const claims = await Promise.all([0, 1].map(() => world.make.claim(member, { row: { product: "FLEX" } })));
    const used = { memberId: member.id, policyId: member.policyId, claimId: claims[0]?.id ?? "" };
    const slots = await Promise.all(Array.from({ length: 8 }, () => scene.freeSlot()));
    const year = Number(slots[0]?.startsAt.getUTCFullYear());
    for (let i = 0; i < 11; i += 1) await world.make.usage(used, `${year}-01-1${i % 10}`);
    const askers = [first.asMember(member), second.asMember(member)];
    const answers = await Promise.all(
      slots.map((slot, i) => bookSlot(askers[i % 2] ?? first.asMember(member), claims[i % 2] ?? { id: "" }, slot)),
    );
    expect(answers.filter((a) => a.codes.length === 0)).toHaveLength(1);
    expect(answers.flatMap((a) => a.codes)).toEqual(Array(7).fill("LIMIT_CALENDAR_YEAR"));
  });

  it("of holding against booking leaves the unit with one of them", async () => {
    for (let n = 0; n < 6; n += 1) {
      const slot = await scene.freeSlot();
      await scene.freeSlot();
      const callers = await some(12);
      const outcomes = await Promise.all(
        callers.map(async ({ asker, claim }, i) => {
          if (i % 2) {
            const answer = await bookForSure(asker, claim, slot);
            if (answer.codes.length > 0) expect(isFreeElsewhere(answer, slot.id)).toBe(true);
            return answer.codes.length === 0 ? "booked" : "refused";
          }
          const { data } = await asker(HOLD_SLOT, {
            input: { idempotencyKey: key(), claimId: globalId("Claim", claim.id), slotId: globalId("Slot", slot.id) },
          });
          return data.holdSlot.errors.length === 0 ? "held" : "refused";
        }),
      );
      const won = outcomes.filter((o) => o !== "refused");
      expect(won).toHaveLength(1);
      const [{ booked, held }] = await world.rows(
        "select booked, (select count(*)::int from hold where slot_id = s.id and state = 'PENDING') as held from slot s where id = $1",
        [slot.id],
      );
      expect([booked, held]).toEqual(won[0] === "booked" ? [1, 0] : [0, 1]);
    }
  });

  it("of a feed that takes a time back against booking never leaves a booking on it", async () => {
    const PUBLISH = "mutation ($input: PublishSlotsInput!) { publishSlots(input: $input) { errors { code } } }";
    for (let n = 0; n < 6; n += 1) {
      const slot = await scene.freeSlot();
      const callers = await some(6);
      const input = {
        idempotencyKey: key(),
        clinicId: globalId("Clinic", clinic.id),
        mode: "CONTINUE",
        lines: [{ externalId: slot.externalId, action: "WITHDRAW" }],
      };
      const [published, ...answers] = await Promise.all([
        first.asClinic(clinic)(PUBLISH, { input }),
        ...callers.map(({ asker, claim }) => bookForSure(asker, claim, slot)),
      ]);
      const winners = answers.filter((a) => a.codes.length === 0).length;
      const [{ state, booked }] = await world.rows("select state, booked from slot where id = $1", [slot.id]);
      expect(winners).toBe(booked);
      expect(state === "WITHDRAWN" ? booked : 0).toBe(0);
      expect(published.text).not.toContain("INTERNAL");
    }
  });

  it("of withdrawing against booking closes the time and leaves whoever had it a new one", async () => {
    let moved = 0;
    for (let n = 0; n < 8; n += 1) {
      const slot = await scene.freeSlot();
      await Promise.all([scene.freeSlot(), scene.freeSlot()]);
      const callers = await some(6);
      const input = { idempotencyKey: key(), clinicId: globalId("Clinic", clinic.id), slotIds: [globalId("Slot", slot.id)] };
      // who comes first is different from round to round
      const closing = async () => {
        await pause(Math.max(0, n - 4) * 10);
        for (;;) {
          const { data, text } = await second.asClinic(clinic)(WITHDRAW_SLOTS, { input });
          if (!data?.withdrawSlots) throw new Error(text.slice(0, 300));
          if (!data.withdrawSlots.errors.some((e: { code: string }) => e.code === "BUSY")) return data.withdrawSlots;
        }
      };
      const [closed, ...answers] = await Promise.all([
        closing(),
        ...callers.map(async ({ asker, claim }) => {
          await pause(Math.max(0, 4 - n) * 15);
          return bookForSure(asker, claim, slot);
        }),
      ]);
      expect(closed).toMatchObject({ withdrawn: 1, errors: [] });
      expect(await world.rows("select state, booked from slot where id = $1", [slot.id])).toEqual([{ state: "WITHDRAWN", booked: 0 }]);
      const winners = answers.filter((a) => a.codes.length === 0);
      expect(winners).toHaveLength(closed.appointments.length);
      expect(winners.length).toBeLessThanOrEqual(1);
      for (const a of answers.filter((one) => one.codes.length > 0)) {
        expect(["SLOT_TAKEN", "SLOT_WITHDRAWN"]).toContain(a.codes.join());
        expect(isFreeElsewhere(a, slot.id)).toBe(true);
      }
      const live = await world.rows("select slot_id from booking where state = 'CONFIRMED' and claim_id = any ($1)", [
        callers.map((c) => c.claim.id),
      ]);
      expect(live).toHaveLength(winners.length);
      expect(live.filter((b) => b.slot_id === slot.id)).toEqual([]);
      moved += winners.length;
    }
    process.stdout.write(`  withdrawing against booking: ${moved} of 8 were moved, the others came too late\n`);
  });

  it("of cancelling against booking the unit it frees never sells it twice", async () => {
    for (let n = 0; n < 5; n += 1) {
      const b = await scene.booked();
      const callers = await some(10);
      const [cancelled, ...answers] = await Promise.all([
        cancel(b.asker, b.bookingId),
        ...callers.map(({ asker, claim }) => bookSlot(asker, claim, b.slot)),
      ]);
      expect(cancelled.codes).toEqual([]);
      const winners = answers.filter((a) => a.codes.length === 0).length;
      expect(winners).toBeLessThanOrEqual(1);
      expect(await world.rows("select booked from slot where id = $1", [b.slot.id])).toEqual([{ booked: winners }]);
    }
  });
});
