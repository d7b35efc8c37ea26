import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { watchPromises, type WatchOptions } from "../../src/features/promise/watch/watch-promises.js";
import { applyChanges, watchedClaims } from "../../src/features/promise/watch/watch.store.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { WORKER } from "../../src/platform/viewer.js";
import { fromNow, now } from "../support/clock.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";
import { maker, type Make } from "../support/make.js";
import { at, dayIn, ESBJERG, openings, patient } from "./world.js";
import { lockKey } from "../../src/platform/postgres/locks.js";
import { expectTold } from "../support/told.js";

let fresh: FreshDatabase;
let make: Make;

beforeAll(async () => {
  fresh = await freshDatabase({ reference: true });
  make = maker(fresh.database.pool);
});
afterAll(() => fresh.drop());
beforeEach(async () => {
  await fresh.database.pool.query("truncate booking, hold, slot, claim, consent, clinic_service, agreed_rate, outbox, audit_event cascade");
});

const rows = async (text: string, values: unknown[] = []): Promise<any[]> => (await fresh.database.pool.query(text, values)).rows;
const watch = (options: WatchOptions = {}): Promise<Readonly<Record<string, number>>> => watchPromises(fresh.database, options);
const stateOf = async (id: string): Promise<string> => (await rows("select promise_state from claim where id = $1", [id]))[0].promise_state;
const traces = async (): Promise<{ events: string[]; topics: string[]; audits: number }> => ({
  events: (await rows("select kind from claim_event order by at, id")).map((r) => r.kind),
  topics: (await rows("select topic from outbox order by seq")).map((r) => r.topic),
  audits: (await rows("select 1 from audit_event where operation = 'watchPromises'")).length,
});

async function booked(who: { id: string; claimId: string }, startsAt: Date): Promise<void> {
  const clinic = await make.clinic();
  const slot = await make.slot(clinic, { startsAt, row: { booked: 1 } });
  const id = await make.booking({ clinic, slot, member: who, claimId: who.claimId }, { treated_on: dayIn(0), insurer_pays_minor: 0 });
  await fresh.database.pool.query("update claim set first_booking_id = $2 where id = $1", [who.claimId, id]);
}

describe("the watch over all promises", () => {
  it("tells safe from tight from at risk, each with event, audit row and message, and says nothing twice", async () => {
    const clinic = await make.clinic();
    await openings(make, clinic, dayIn(5), 6);
    const safe = await patient(make, { claim: { promise_state: "NONE" } });
    const tight = await patient(make, { place: ESBJERG, claim: { promise_state: "NONE" } });
    await openings(make, await make.clinic({ place: ESBJERG }), dayIn(4), 1);
    const lost = await patient(make, { place: { ...ESBJERG, lat: 57.72, lon: 10.58 }, claim: { promise_state: "SAFE" } });
    expect(await watch()).toMatchObject({ watched: 3, safe: 1, tight: 1, atRisk: 1, moved: 3 });
    expect([await stateOf(safe.claimId), await stateOf(tight.claimId), await stateOf(lost.claimId)]).toEqual(["SAFE", "TIGHT", "AT_RISK"]);
    const [{ certificate }] = await rows("select certificate from claim where id = $1", [lost.claimId]);
    expect(certificate).toMatchObject({ service: "PHYSIOTHERAPY", claims: 1, units: 0, short: 1, claimIds: [lost.claimId] });
    expect(certificate.text).toMatch(/^1 physiotherapy claim from postal code 6700 Esbjerg until \w+ \d{4}-\d\d-\d\d, no units: 1 short$/);
    expect(await traces()).toEqual({
      // that a promise is safe which nobody was told to be otherwise is no event
      events: expect.arrayContaining(["PROMISE_TIGHT", "PROMISE_AT_RISK"]),
      topics: expect.arrayContaining(["promise.at-risk", "promise.changed"]),
      audits: 2,
    });
    await expectTold({ rows: rows as never }, "promise.at-risk", "promise.changed");
    const before = await traces();
    expect(await watch()).toMatchObject({ moved: 0 });
    expect(await traces()).toEqual(before);
  });

  describe("reads what a claim may book as the booking does", () => {
    const told = async (id: string) => {
      await watch();
      const [claim] = await rows("select promise_state as state, certificate from claim where id = $1", [id]);
      return claim;
    };

    it("counts no unit as lost that the claim holds itself", async () => {
      const who = await patient(make);
      const [slotId = ""] = await openings(make, await make.clinic(), dayIn(3), 1);
      await make.hold({ id: slotId }, { member: who, claimId: who.claimId }, { expires_at: fromNow(600_000) });
      await rows("update slot set held_until = clock_now() + interval '10 minutes'");
      expect(await told(who.claimId)).toEqual({ state: "TIGHT", certificate: null });
    });

    it("keeps nothing for a claim without a consent, and says that it waits for its member", async () => {
      const silent = await patient(make);
      await rows("delete from consent");
      const other = await patient(make);
      await openings(make, await make.clinic(), dayIn(3), 1);
      await watch();
      expect([await stateOf(silent.claimId), await stateOf(other.claimId)]).toEqual(["AT_RISK", "TIGHT"]);
      await openings(make, await make.clinic(), dayIn(4), 6);
      await watch();
      expect([await stateOf(silent.claimId), await stateOf(other.claimId)]).toEqual(["TIGHT", "SAFE"]);
    });

    it("sets a wish aside that nothing meets, and holds one that something meets", async () => {
      const icelandic = await patient(make, { claim: { wishes: { language: "is" } } });
      await openings(make, await make.clinic(), dayIn(3), 6);
      expect(await told(icelandic.claimId)).toEqual({ state: "SAFE", certificate: null });
      const english = await patient(make, { claim: { wishes: { language: "en" } } });
      await openings(make, await make.clinic(), dayIn(4), 1, { languages: ["da", "en"] });
      // one unit is as wished: the choice is no wider than that
      expect(await told(english.claimId)).toEqual({ state: "TIGHT", certificate: null });
    });

    it("counts for a crisis what can be booked for one: on call, by telephone, private and not over", async () => {
      const clinic = await make.clinic({ services: ["CRISIS_COUNSELLING"] });
      const slot = (minutes: number, row: Record<string, unknown>) =>
        make.slot(clinic, { services: ["CRISIS_COUNSELLING"], startsAt: fromNow(minutes * 60_000), minutes: 15, row });
      await slot(-40, { on_call: true, channel: "PHONE" });
      await slot(30, { on_call: true, channel: "IN_PERSON" });
      await slot(60, { channel: "PHONE" });
      await slot(90, { on_call: true, channel: "PHONE", funding: "PUBLIC" });
      const who = await patient(make, {
        service: "CRISIS_COUNSELLING",
        claim: { guarantee_class: "CRISIS_3H", deadline_at: fromNow(3 * 3_600_000), latest_on: dayIn(0), promise_state: "TIGHT" },
      });
      expect((await told(who.claimId)).state).toBe("AT_RISK");
      await slot(-10, { on_call: true, channel: "PHONE" });
      expect((await told(who.claimId)).state).toBe("TIGHT");
    });
  });

  it("says of claims with the same last day that whoever reported later waits, and why", async () => {
    const received = (minutes: number): object => ({ claim: { received_at: fromNow(-minutes * 60_000) } });
    const later = await patient(make, received(20));
    const earlier = await patient(make, received(40));
    await openings(make, await make.clinic(), dayIn(3), 1);
    await watch();
    expect([await stateOf(earlier.claimId), await stateOf(later.claimId)]).toEqual(["TIGHT", "AT_RISK"]);
    const [{ certificate }] = await rows("select certificate from claim where id = $1", [later.claimId]);
    expect(certificate).toMatchObject({ waits: "REPORTED", claims: 2, units: 1, waitingIds: [later.claimId] });
    expect([...certificate.claimIds].sort()).toEqual([earlier.claimId, later.claimId].sort());
  });

  it("names the bound that alone costs a claim its unit, and what there would be without it", async () => {
    await openings(make, await make.clinic(), dayIn(3), 4);
    const who = await patient(make, { claim: { exceptions: { wishedNotBefore: dayIn(5) } } });
    await watch();
    expect(
      await rows("select promise_state as state, certificate -> 'without' as without from claim where id = $1", [who.claimId]),
    ).toEqual([{ state: "AT_RISK", without: { wish: "DATE", units: 4, firstOn: dayIn(3) } }]);
  });

  it("takes the flag back, and the certificate with it, when a clinic publishes a time", async () => {
    const who = await patient(make);
    await watch();
    expect(await stateOf(who.claimId)).toBe("AT_RISK");
    await openings(make, await make.clinic(), dayIn(3), 5);
    await watch();
    expect(await rows("select promise_state, certificate from claim")).toEqual([{ promise_state: "SAFE", certificate: null }]);
  });

  it("flags before the deadline although there is choice: the last working day but one is tight", async () => {
    await openings(make, await make.clinic(), dayIn(1), 8);
    const who = await patient(make, { claim: { latest_on: dayIn(1), target_on: dayIn(0), deadline_at: at(dayIn(2), "00:00") } });
    await watch();
    expect(await stateOf(who.claimId)).toBe("TIGHT");
  });

  it("stamps a breach with the true deadline and the time it was recorded after a worker was dead for two hours", async () => {
    const deadline = at(dayIn(0), "00:00");
    const who = await patient(make, { claim: { latest_on: dayIn(-1), target_on: dayIn(-3), deadline_at: deadline } });
    const now = new Date(deadline.getTime() + 2 * 3_600_000);
    expect(await watch({ now })).toMatchObject({ breached: 1 });
    const [claim] = await rows("select promise_state, breached_at, promise_changed_at from claim where id = $1", [who.claimId]);
    expect(claim).toEqual({ promise_state: "BREACHED", breached_at: deadline, promise_changed_at: now });
    const [event] = await rows("select kind, data from claim_event");
    expect(event).toMatchObject({
      kind: "PROMISE_BREACHED",
      data: { from: "SAFE", deadlineAt: deadline.toISOString(), recordedAt: now.toISOString() },
    });
    expect((await traces()).topics).toEqual(["promise.at-risk"]);
    expect(await watch({ now: new Date(now.getTime() + 60_000) })).toMatchObject({ moved: 0, watched: 0 });
  });

  it("is met by the start of the first appointment and not by booking it", async () => {
    const who = await patient(make);
    const start = at(dayIn(2));
    await booked(who, start);
    await watch();
    expect(await stateOf(who.claimId)).toBe("SAFE");
    expect(await watch({ now: new Date(start.getTime() - 1) })).toMatchObject({ met: 0 });
    expect(await watch({ now: start })).toMatchObject({ met: 1 });
    expect(await stateOf(who.claimId)).toBe("MET");
  });

  it("warns of an appointment that starts after the last day, and stamps the breach when it passes", async () => {
    const who = await patient(make);
    const [{ deadline_at: deadline }] = await rows("select deadline_at from claim");
    await booked(who, new Date(deadline.getTime() + 86_400_000));
    await watch();
    expect(await stateOf(who.claimId)).toBe("AT_RISK");
    await watch({ now: deadline });
    expect(await stateOf(who.claimId)).toBe("BREACHED");
  });

  it("ends with the guarantee: an exception takes the claim off the watch", async () => {
    const who = await patient(make, { claim: { guarantee_outcome: "NONE", promise_state: "AT_RISK" } });
    await watch();
    expect(await stateOf(who.claimId)).toBe("NONE");
    expect(await watch()).toMatchObject({ watched: 0 });
  });

  it("counts a crisis by the hour, on the units that can answer in time", async () => {
    const crisis = {
      service: "CRISIS_COUNSELLING",
      claim: {
        guarantee_class: "CRISIS_3H",
        deadline_at: fromNow(2 * 3_600_000),
        latest_on: dayIn(0),
        promise_state: "NONE",
      },
    };
    const who = await patient(make, crisis);
    await watch();
    expect(await stateOf(who.claimId)).toBe("AT_RISK");
    const clinic = await make.clinic({ services: ["CRISIS_COUNSELLING"] });
    await make.slot(clinic, { startsAt: fromNow(600_000), minutes: 60, row: { on_call: true, channel: "PHONE" } });
    await watch();
    expect(await stateOf(who.claimId)).toBe("TIGHT");
  });

  it("runs once at a time", async () => {
    await patient(make);
    const other = await fresh.database.pool.connect();
    await other.query("begin");
    await other.query(`select pg_advisory_xact_lock(${lockKey("promiseWatch")})`);
    expect(await watch()).toEqual({ skipped: 1 });
    await other.query("rollback");
    other.release();
    expect(await watch()).toMatchObject({ watched: 1 });
  });

  it("killed after its first batch, it finishes in the next run: every claim once, none twice", async () => {
    const who = await patient(make, { claim: { promise_state: "NONE" } });
    await fresh.database.pool.query(
      `insert into claim select r.* from claim c, generate_series(1, 1100) n, jsonb_populate_record(null::claim, to_jsonb(c) || jsonb_build_object('id', gen_random_uuid(), 'reference', 'K-' || n)) r where c.id = $1`,
      [who.claimId],
    );
    const killed = watch({
      afterBatch: async () => {
        // the server ends every connection of the run, as a killed process would, and says when they are gone
        const admin = await fresh.database.pool.connect();
        await admin.query(
          "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
        );
        admin.release();
      },
    });
    await expect(killed).rejects.toThrow();
    const [{ done }] = await rows("select count(*)::int as done from claim where promise_state = 'AT_RISK'");
    expect(done).toBe(500);
    expect((await traces()).audits).toBe(500);
    await watch();
    expect(await rows("select count(*)::int as n, count(distinct claim_id)::int as claims from claim_event")).toEqual([
      { n: 1101, claims: 1101 },
    ]);
    expect(await rows("select count(*)::int as n from claim where promise_state <> 'AT_RISK'")).toEqual([{ n: 0 }]);
    expect((await traces()).audits).toBe(1101);
  });

  it("does not touch a claim that was booked between reading and writing", async () => {
    const who = await patient(make);
    const [read] = await transaction(fresh.database, WORKER, (tx) => watchedClaims(tx));
    await booked(who, at(dayIn(2)));
    const change = { claim: read!, state: "AT_RISK" as const, certificate: null };
    expect(await transaction(fresh.database, WORKER, (tx) => applyChanges(tx, [change], now(), "t"))).toEqual({
      moved: 0,
      changed: 0,
    });
    expect(await stateOf(who.claimId)).toBe("SAFE");
    expect(await traces()).toEqual({ events: [], topics: [], audits: 0 });
  });
});
