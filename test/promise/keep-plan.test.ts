import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { OpeningKey } from "../../src/features/bookings/book/admission.js";
import { openingKey } from "../../src/features/bookings/book/ask-admission.js";
import { readQuoteFiles } from "../../src/features/bookings/booking.store.js";
import { connectDatabase } from "../../src/platform/postgres/database.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { WORKER } from "../../src/platform/viewer.js";
import { makePromiseService, type PromiseService, type PromiseServiceOptions } from "../../src/features/promise/plan/keep-plan.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";
import { maker, newTestId, type Make, type MadeClinic } from "../support/make.js";
import { at, dayIn, ESBJERG, openings, patient, type Patient } from "./world.js";

let fresh: FreshDatabase;
let make: Make;
let service: PromiseService;
let clinic: MadeClinic;
let soon: string;
let later: string;
/** Must be seen on the first of the two days there are. */
let urgent: Patient;
let flexible: Patient;

beforeAll(async () => {
  fresh = await freshDatabase({ reference: true });
  make = maker(fresh.database.pool);
});
afterAll(() => fresh.drop());
beforeEach(async () => {
  await fresh.database.pool.query("truncate booking, hold, slot, claim, consent, clinic_service, agreed_rate cascade");
  clinic = await make.clinic({ place: ESBJERG });
  [soon = ""] = await openings(make, clinic, dayIn(1), 1);
  [later = ""] = await openings(make, clinic, dayIn(4), 1);
  urgent = await patient(make, { place: ESBJERG, claim: { latest_on: dayIn(1), target_on: dayIn(1), deadline_at: at(dayIn(2), "00:00") } });
  flexible = await patient(make, { place: ESBJERG });
});
afterEach(() => service.stop());

const keep = async (options: PromiseServiceOptions = {}, database = fresh.database): Promise<void> => {
  service = makePromiseService(database, {
    refreshSeconds: 3_600,
    onFailure: (error) => {
      throw error;
    },
    ...options,
  });
  expect(await service.refresh()).toBe(true);
};
const harmed = async (claimId: string, slots = [soon, later]): Promise<string[]> => [...(await service.harms(claimId, slots)).keys()];

async function keyOf(claimId: string, slotId: string): Promise<OpeningKey> {
  const read = await transaction(fresh.database, WORKER, async (tx) => (await readQuoteFiles(tx, [claimId], slotId))[0]);
  return openingKey(read!.at);
}

/** When the plan's own connections last asked the database anything. */
async function lastAsked(): Promise<unknown> {
  const text =
    "select max(query_start) as at from pg_stat_activity where application_name = 'provider-network-promise' and datname = current_database()";
  return (await fresh.database.pool.query(text)).rows[0]?.at;
}

async function eventually(holds: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

describe("the plan a gateway keeps", () => {
  it("knows that a time is the last one somebody else has, and that the other is nobody's loss", async () => {
    await keep();
    expect(await harmed(flexible.claimId)).toEqual([soon]);
    expect(await harmed(urgent.claimId)).toEqual([]);
    // a further treatment of somebody who waits for nothing may take neither
    expect((await harmed(newTestId())).sort()).toEqual([soon, later].sort());
  });

  it("stands also where a clinic has nothing on the first day, whichever of two it is", async () => {
    const other = await make.clinic({ place: ESBJERG });
    for (const [early, late] of [
      [clinic, other],
      [other, clinic],
    ] as const) {
      await fresh.database.pool.query("truncate slot cascade");
      const [first = ""] = await openings(make, early, dayIn(1), 1);
      const [last = ""] = await openings(make, late, dayIn(4), 1);
      await keep();
      expect(await harmed(flexible.claimId, [first, last])).toEqual([first]);
      await service.stop();
    }
  });

  it("answers without the database while nobody's place is the last", async () => {
    await keep();
    await make.slot(clinic, { startsAt: at(dayIn(1), "15:00"), capacity: 5 });
    await service.refresh();
    const before = await lastAsked();
    for (let i = 0; i < 100; i++) await service.harms(flexible.claimId, [newTestId(), newTestId()]);
    expect(await lastAsked()).toEqual(before);
  });

  it("follows the database: a time published, a claim closed, a time withdrawn", async () => {
    await keep();
    const extra = await make.slot(clinic, { startsAt: at(dayIn(1), "14:00") });
    await service.refresh();
    expect(await harmed(flexible.claimId)).toEqual([]);
    await fresh.database.pool.query("update slot set state = 'WITHDRAWN' where id = $1", [extra.id]);
    await service.refresh();
    expect(await harmed(flexible.claimId)).toEqual([soon]);
    await fresh.database.pool.query("update claim set state = 'CLOSED' where id = $1", [urgent.claimId]);
    await service.refresh();
    expect(await harmed(flexible.claimId)).toEqual([]);
  });

  it("is told of a booking at once: what was harmless before it no longer is", async () => {
    const third = await patient(make, { place: ESBJERG });
    const extra = await make.slot(clinic, { startsAt: at(dayIn(5), "14:00") });
    await keep();
    expect(await harmed(third.claimId, [later, extra.id])).toEqual([]);
    await service.booked(third.claimId, extra.id);
    expect(await harmed(newTestId(), [later])).toEqual([later]);
    expect(await harmed(flexible.claimId, [later])).toEqual([]);
  });

  it("needs no more than a deployment's login has, which may become its roles and is nobody by itself", async () => {
    const login = `plan_${newTestId().replaceAll("-", "")}`;
    await fresh.database.pool.query(`create role ${login} login noinherit password 'plan'`);
    await fresh.database.pool.query(`grant gateway_app, gateway_worker to ${login}`);
    const url = Object.assign(new URL(fresh.url), { username: login, password: "plan" }).href;
    const database = connectDatabase(url, { max: 1, workerUrl: url });
    try {
      await keep({}, database);
      expect(await harmed(flexible.claimId)).toEqual([soon]);
      await service.booked(urgent.claimId, soon);
      expect(await harmed(newTestId(), [later])).toEqual([later]);
    } finally {
      await service.stop();
      await database.close();
      await fresh.database.pool.query(`drop role ${login}`);
    }
  });

  it("keeps the last time of a day for whoever is late, and gives one away that is expected back, where the deployment says so", async () => {
    const third = await patient(make, { place: ESBJERG });
    const extra = await make.slot(clinic, { startsAt: at(dayIn(5), "14:00") });
    await keep({ habits: { reserve: 100, returns: "OFF" } });
    expect(await harmed(third.claimId, [later, extra.id])).toEqual([later, extra.id]);
    expect(await harmed(urgent.claimId, [soon])).toEqual([]);
    expect(service.harm(third.claimId, await keyOf(third.claimId, extra.id))).toBe(1);
    await service.stop();
    // nothing was called off here so far, so nothing is expected back
    await keep({ habits: { reserve: "RECORD", returns: "ALL" } });
    expect(await harmed(flexible.claimId)).toEqual([soon]);
    expect(await harmed(third.claimId, [later, extra.id])).toEqual([]);
  });

  it("is read less often while nobody asks, and anew as soon as somebody does", async () => {
    await keep({ refreshSeconds: 0.2, staleSeconds: 20 });
    const before = await lastAsked();
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await lastAsked()).toEqual(before);
    await make.slot(clinic, { startsAt: at(dayIn(1), "14:00") });
    await expect(eventually(async () => (await harmed(flexible.claimId)).length === 0)).resolves.toBe(true);
  });

  it("judges an opening that was read as it judges its id, and asks nobody", async () => {
    await keep();
    const keys = await Promise.all([soon, later].map((slotId) => keyOf(flexible.claimId, slotId)));
    const before = await lastAsked();
    for (const claimId of [flexible.claimId, urgent.claimId, newTestId()]) {
      const judged = keys.filter((key) => service.harm(claimId, key) > 0).map(({ id }) => id);
      expect(await lastAsked()).toEqual(before);
      expect(await harmed(claimId)).toEqual(judged);
      // and what was judged is known by its id from then on
      expect(await lastAsked()).toEqual(before);
    }
  });

  it("keeps silent once it is too old to be believed, and before there is one", async () => {
    await keep({ staleSeconds: 0 });
    expect(await harmed(flexible.claimId)).toEqual([]);
    await service.stop();
    service = makePromiseService(fresh.database);
    expect(await harmed(flexible.claimId)).toEqual([]);
  });
});
