import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { globalId, startApp, type Answer, type TestApp } from "../support/app.js";
import type { MadeClinic } from "../support/make.js";
import { AARHUS, at, dayIn, openings, patient, type Patient } from "./world.js";
import { BOOK_SLOT, WITHDRAW_SLOTS } from "../support/documents.js";

let t: TestApp;
let clinic: MadeClinic;
let near: MadeClinic;
let members: Patient[];

beforeAll(async () => {
  t = await startApp();
});
afterAll(() => t.stop());

const day = { from: at(dayIn(3), "00:00").toISOString(), to: at(dayIn(3), "23:59").toISOString() };

const book = (who: Patient, slotId: string): Promise<Answer> =>
  t.asMember(who)(BOOK_SLOT, {
    input: { idempotencyKey: randomUUID(), claimId: globalId("Claim", who.claimId), slotId: globalId("Slot", slotId) },
  });
const withdraw = (key: string): Promise<Answer> =>
  t.asClinic(clinic)(WITHDRAW_SLOTS, { input: { idempotencyKey: key, clinicId: globalId("Clinic", clinic.id), ...day } });

/** Three booked at a clinic that is about to close the day, two free units nearby. */
beforeEach(async () => {
  await t.fresh.database.pool.query(
    "truncate booking, hold, slot, claim, consent, clinic_service, agreed_rate, outbox, audit_event, ledger_entry, posting, idempotency, treatment_usage, decision cascade",
  );
  clinic = await t.make.clinic();
  near = await t.make.clinic({ place: { ...AARHUS, lat: AARHUS.lat + 0.05 } });
  const ids = await openings(t.make, clinic, dayIn(3), 4);
  await openings(t.make, near, dayIn(5), 2);
  members = await Promise.all([0, 1, 2].map(() => patient(t.make)));
  for (const [i, who] of members.entries()) await book(who, ids[i]!);
});

/** Booked or escalated, never lost; and units, treatments and the book agree with that. */
async function nothingLost(): Promise<{ booked: number; escalated: number }> {
  const claims = await t.rows(
    `select c.state, c.promise_state, c.first_booking_id, (select array_agg(b.id) from booking b where b.claim_id = c.id and b.state = 'CONFIRMED') as live from claim c where c.id = any ($1)`,
    [members.map((m) => m.claimId)],
  );
  for (const claim of claims) {
    if (claim.live) expect(claim).toMatchObject({ promise_state: "SAFE", live: [claim.first_booking_id] });
    else expect(claim).toMatchObject({ state: "ESCALATED", promise_state: "AT_RISK", first_booking_id: null });
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
  const booked = claims.filter((claim) => claim.live).length;
  return { booked, escalated: claims.length - booked };
}

/** Cuts every connection of the gateway at its n-th statement from now, before or just after that statement is sent. */
function cutAt(n: number, when: "BEFORE" | "AFTER"): { readonly restore: () => void; readonly reached: () => boolean } {
  const database = t.app.database as unknown as {
    onStatement: (text: string) => void;
    pool: { _clients: { connection: { stream: { destroy: () => void } } }[] };
  };
  const original = database.onStatement;
  const cut = (): void => database.pool._clients.forEach((client) => client.connection.stream.destroy());
  let count = 0;
  database.onStatement = (text) => {
    original(text);
    count += 1;
    if (count === n && when === "BEFORE") cut();
    if (count === n && when === "AFTER") setImmediate(cut);
  };
  return { restore: () => void (database.onStatement = original), reached: () => count >= n };
}

describe("a withdrawal that meets others", () => {
  it.each(["BEFORE", "AFTER"] as const)(
    "cut off %s any of its statements loses nobody, and the same request ends it",
    async (when) => {
      const key = randomUUID();
      // a connection that dies with its first statement is replaced without anybody noticing; from the second on the request fails
      let step = 2;
      for (let done = false; !done; step += 1) {
        const cut = cutAt(step, when);
        const answer = await withdraw(key);
        cut.restore();
        const untouched = await t.rows("select 1 from slot where state = 'WITHDRAWN'");
        // all of it or nothing of it
        expect([0, 4]).toContain(untouched.length);
        if (untouched.length === 0) expect(await t.rows("select 1 from booking where state <> 'CONFIRMED'")).toEqual([]);
        else expect(await nothingLost()).toEqual({ booked: 2, escalated: 1 });
        done = answer.data?.withdrawSlots?.errors?.length === 0;
        expect(step).toBeLessThan(60);
      }
      expect(await nothingLost()).toEqual({ booked: 2, escalated: 1 });
      const again = await withdraw(key);
      expect(again.data.withdrawSlots).toMatchObject({ replayed: true, withdrawn: 4 });
      expect(await t.rows("select 1 from booking where state = 'CONFIRMED'")).toHaveLength(2);
    },
    60_000,
  );

  it("sent five times at once under one key and twice under others closes the day once", async () => {
    const key = randomUUID();
    const answers = await Promise.all([key, key, key, key, key, randomUUID(), randomUUID()].map(withdraw));
    expect(answers.some((answer) => answer.data.withdrawSlots.withdrawn === 4)).toBe(true);
    expect(await nothingLost()).toEqual({ booked: 2, escalated: 1 });
    expect(await t.rows("select 1 from booking")).toHaveLength(5);
  });

  it("against bookings of the same day and of the places it wants ends with everybody booked once or told no", async () => {
    const free = await t.rows("select id, clinic_id from slot where booked = 0");
    const rivals = await Promise.all([0, 1, 2, 3].map(() => patient(t.make)));
    const [, ...answers] = await Promise.all([withdraw(randomUUID()), ...rivals.map((who, i) => book(who, free[i % free.length]!.id))]);
    const won = answers.filter((answer) => answer.data.bookSlot.errors.length === 0).length;
    // whoever came between looking and locking makes the clinic ask again
    await withdraw(randomUUID());
    members.push(...rivals.filter((_, i) => answers[i]!.data.bookSlot.errors.length === 0));
    const { booked, escalated } = await nothingLost();
    expect(booked + escalated).toBe(3 + won);
    expect(booked).toBe(2);
    expect(await t.rows("select 1 from slot where clinic_id = $1 and state = 'OPEN'", [clinic.id])).toEqual([]);
  });
});
