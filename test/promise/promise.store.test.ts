import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { openingKey } from "../../src/features/bookings/book/ask-admission.js";
import { readQuoteFiles } from "../../src/features/bookings/booking.store.js";
import { certificatesOf } from "../../src/matching/certificate.js";
import { checkPromise } from "../../src/matching/checker.js";
import { isSameShape } from "../../src/features/promise/plan/bring-up-to-date.js";
import { buildPlan } from "../../src/features/promise/plan/build-plan.js";
import { readPlan, solvePlan } from "../../src/matching/matching.js";
import { bucketsOfSlots } from "../../src/features/promise/plan/opening.store.js";
import { loadPromises, type InstanceQuery, type PromiseInstance } from "../../src/features/promise/plan/promise.store.js";
import { bucketOfOpening } from "../../src/features/promise/plan/unit-bucket.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { WORKER } from "../../src/platform/viewer.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";
import { maker, newTestId, type MadeClaim, type Make } from "../support/make.js";
import { AARHUS, at, dayIn, ESBJERG, openings, patient } from "./world.js";

let fresh: FreshDatabase;
let make: Make;

beforeAll(async () => {
  fresh = await freshDatabase({ reference: true });
  make = maker(fresh.database.pool);
});
afterAll(() => fresh.drop());
beforeEach(async () => {
  await fresh.database.pool.query("truncate booking, hold, slot, claim, consent, clinic_service, agreed_rate cascade");
});

/** Openings that differ in one thing each. */
const VARIETY: readonly Readonly<Record<string, unknown>>[] = [
  {},
  { channel: "ONLINE" },
  { audience: "CHILD" },
  { audience: "ADULT" },
  { languages: ["pl", "da", "ar"] },
  { languages: [] },
  { funding: "PUBLIC" },
  { on_call: true },
];

const load = (query: InstanceQuery = {}): Promise<PromiseInstance> => transaction(fresh.database, WORKER, (tx) => loadPromises(tx, query));
const units = (instance: PromiseInstance): number => instance.buckets.reduce((sum, bucket) => sum + bucket.units, 0);

describe("the promises as the database has them", () => {
  it("are the claims whose clock runs and that have no first appointment", async () => {
    const open = await patient(make);
    await patient(make, { claim: { guarantee_outcome: "NONE" } });
    await patient(make, { claim: { guarantee_outcome: "PENDING" } });
    await patient(make, { claim: { first_booking_id: newTestId() } });
    await patient(make, { claim: { state: "CLOSED" } });
    await patient(make, { claim: { deadline_at: at(dayIn(-1)), latest_on: dayIn(-1) } });
    expect((await load()).claims.map((claim) => claim.id)).toEqual([open.claimId]);
  });

  it("count a unit once, without those booked, held, public, on call, withdrawn, past or without a rate", async () => {
    const who = await patient(make);
    const clinic = await make.clinic();
    const day = dayIn(3);
    await make.slot(clinic, { startsAt: at(day, "08:00"), capacity: 4, row: { booked: 1 } });
    const held = await make.slot(clinic, { startsAt: at(day, "09:00"), capacity: 2, row: { held_until: at(dayIn(1)) } });
    await make.hold(held, { member: who, claimId: newTestId() }, { expires_at: at(dayIn(1)) });
    await make.hold(held, { member: who, claimId: newTestId() }, { expires_at: at(dayIn(-1)) });
    await make.slot(clinic, { startsAt: at(day, "10:00"), row: { funding: "PUBLIC" } });
    await make.slot(clinic, { startsAt: at(day, "11:00"), row: { on_call: true } });
    await make.slot(clinic, { startsAt: at(day, "12:00"), row: { state: "WITHDRAWN" } });
    await make.slot(clinic, { startsAt: at(dayIn(-1), "12:00") });
    await make.slot(clinic, { startsAt: at(day, "13:00"), services: ["CHIROPRACTIC"] });
    await openings(make, await make.clinic({ rates: false }), day, 2);
    const instance = await load();
    expect(units(instance)).toBe(3 + 1);
    expect(instance.buckets).toHaveLength(1);
  });

  it("know channel, age, language and gender of what a member may use", async () => {
    const clinic = await make.clinic({ services: ["PSYCHOLOGIST"] });
    const woman = await make.practitioner(clinic.id, { gender: "female" });
    await make.slot(clinic, { startsAt: at(dayIn(2), "08:00"), row: { channel: "ONLINE", languages: ["da", "pl"] } });
    await make.slot(clinic, { startsAt: at(dayIn(2), "09:00"), row: { audience: "CHILD" } });
    await make.slot({ ...clinic, practitionerId: woman }, { startsAt: at(dayIn(2), "10:00"), row: { audience: "ADULT" } });
    const polish = await patient(make, { service: "PSYCHOLOGIST", claim: { wishes: { language: "pl" } } });
    const child = await patient(make, { service: "PSYCHOLOGIST", member: { birth_date: `${Number(dayIn(0).slice(0, 4)) - 12}-01-01` } });
    const wantsWoman = await patient(make, { service: "PSYCHOLOGIST", claim: { wishes: { gender: "FEMALE", channel: "IN_PERSON" } } });
    const flex = await patient(make, { service: "PSYCHOLOGIST", claim: { product: "FLEX" } });
    const { claims, buckets } = await load();
    expect(buckets).toHaveLength(3);
    const of = (id: string) => claims.find((claim) => claim.id === id)!;
    expect(of(polish.claimId).languages).toBe(1);
    expect(of(child.claimId)).toMatchObject({ child: true, channels: ["IN_PERSON"] });
    expect(of(wantsWoman.claimId)).toMatchObject({ gender: "FEMALE", channels: ["IN_PERSON"] });
    expect(of(flex.claimId).channels).toEqual(["ONLINE", "PHONE"]);
    const alone = (id: string): string[] =>
      buckets
        .filter((bucket) => solvePlan([of(id)], [bucket]).plan.unplaced.length === 0)
        .map((bucket) => `${bucket.channel} ${bucket.adults === false ? "CHILD" : bucket.treatsChildren ? "BOTH" : "ADULT"}`)
        .sort();
    expect(alone(polish.claimId)).toEqual(["ONLINE BOTH"]);
    expect(alone(child.claimId)).toEqual(["IN_PERSON CHILD"]);
    expect(alone(wantsWoman.claimId)).toEqual(["IN_PERSON ADULT"]);
    expect(alone(flex.claimId)).toEqual(["ONLINE BOTH"]);
  });

  it("keep a designated claim a unit of its clinic, however far that is, and of no other", async () => {
    const services = ["SPECIALIST_EXAMINATION"];
    const [near, far] = [await make.clinic({ services }), await make.clinic({ services, place: ESBJERG })];
    // next door to the designated one, and sooner
    const beside = await make.clinic({ services, place: ESBJERG });
    await openings(make, near, dayIn(2), 2);
    await openings(make, beside, dayIn(2), 1);
    const [there = ""] = await openings(make, far, dayIn(3), 1);
    const [designated, free] = [
      await patient(make, { service: "SPECIALIST_EXAMINATION" }),
      await patient(make, { service: "SPECIALIST_EXAMINATION" }),
    ];
    const claim: MadeClaim = { id: designated.claimId, reference: "", memberId: designated.id };
    await make.designation(claim, near, { ended_at: at(dayIn(0)) });
    await make.designation(claim, far);
    const instance = await load();
    const { graph, plan } = solvePlan(instance.claims, instance.buckets);
    const bucketAt = (clinicId: string) => instance.buckets.find((bucket) => bucket.clinicId === clinicId)?.id;
    expect([...plan.assignments].sort((a, b) => (a.claimId < b.claimId ? -1 : 1))).toEqual(
      [
        { claimId: designated.claimId, bucketId: bucketAt(far.id) },
        { claimId: free.claimId, bucketId: bucketAt(near.id) },
      ].sort((a, b) => (a.claimId < b.claimId ? -1 : 1)),
    );
    expect(checkPromise(instance.claims, instance.buckets, plan, certificatesOf(graph))).toEqual([]);
    // without its clinic's time nothing is left for it, though another clinic has one to spare
    await fresh.database.pool.query("update slot set booked = 1 where id = $1", [there]);
    const short = await load();
    expect(units(short)).toBe(3);
    expect(solvePlan(short.claims, short.buckets).plan.unplaced).toEqual([designated.claimId]);
  });

  it("keep a claim whose specialist is named a unit of that specialist, and leave the others there to everybody", async () => {
    const services = ["SPECIALIST_EXAMINATION"];
    const ward = await make.clinic({ services });
    const named = await make.practitioner(ward.id);
    const openingOf = async (practitioner: string, day: number): Promise<string> =>
      (await make.slot(ward, { startsAt: at(dayIn(day), "10:00"), row: { practitioner_id: practitioner } })).id;
    const [other, hers] = [await openingOf(ward.practitionerId, 2), await openingOf(named, 3)];
    const waits = await patient(make, { service: "SPECIALIST_EXAMINATION" });
    const free = await patient(make, { service: "SPECIALIST_EXAMINATION" });
    const claim: MadeClaim = { id: waits.claimId, reference: "", memberId: waits.id };
    await make.designation(claim, ward, { practitioner_id: named });
    const instance = await load();
    const bucketAt = await transaction(fresh.database, WORKER, (tx) => bucketsOfSlots(tx, instance.demand, [other, hers]));
    const { graph, plan } = solvePlan(instance.claims, instance.buckets);
    expect(new Map(plan.assignments.map(({ claimId, bucketId }) => [claimId, bucketId]))).toEqual(
      new Map([
        [waits.claimId, bucketAt.get(hers)],
        [free.claimId, bucketAt.get(other)],
      ]),
    );
    expect(checkPromise(instance.claims, instance.buckets, plan, certificatesOf(graph))).toEqual([]);
    // the first to ask for the specialist makes a plan anew: units of hers were not told apart before
    await fresh.database.pool.query("update designation set ended_at = clock_now() where claim_id = $1", [waits.claimId]);
    expect(isSameShape(await load(), instance)).toBe(false);
    await fresh.database.pool.query("update designation set ended_at = null where claim_id = $1", [waits.claimId]);
    // without her time nothing is left, though a colleague in the same room has one
    await fresh.database.pool.query("update slot set booked = 1 where id = $1", [hers]);
    await fresh.database.pool.query("update claim set first_booking_id = gen_random_uuid() where id = $1", [free.claimId]);
    const short = await load();
    expect(units(short)).toBe(1);
    expect(solvePlan(short.claims, short.buckets).plan.unplaced).toEqual([waits.claimId]);
  });

  it("let services that share an opening compete for it", async () => {
    const clinic = await make.clinic({ services: ["PHYSIOTHERAPY", "MASSAGE"] });
    await openings(make, clinic, dayIn(2), 1);
    await patient(make);
    await patient(make, { service: "MASSAGE", claim: { under: "F" } });
    const { claims, buckets } = await load();
    const { graph, plan } = solvePlan(claims, buckets);
    expect(plan.unplaced).toHaveLength(1);
    expect(checkPromise(claims, buckets, plan, certificatesOf(graph))).toEqual([]);
  });

  it("are confirmed by the checker, plan and certificates, in a network of two towns that is short in one", async () => {
    const [aarhus, esbjerg] = [
      await make.clinic({ services: ["PSYCHOLOGIST", "PHYSIOTHERAPY"] }),
      await make.clinic({ place: ESBJERG, services: ["PSYCHOLOGIST"] }),
    ];
    for (const n of [1, 3, 5]) await openings(make, aarhus, dayIn(n), 4);
    await openings(make, esbjerg, dayIn(4), 2);
    for (let i = 0; i < 5; i++)
      await patient(make, { place: ESBJERG, service: "PSYCHOLOGIST", claim: { wishes: { channel: "IN_PERSON" } } });
    for (let i = 0; i < 6; i++) await patient(make, { place: AARHUS, service: i % 2 ? "PSYCHOLOGIST" : "PHYSIOTHERAPY" });
    const before = fresh.database.statements;
    const { claims, buckets } = await load();
    expect(fresh.database.statements - before).toBeLessThanOrEqual(6);
    const live = await buildPlan(claims, buckets);
    expect(live.unplacedCount).toBe(3);
    const plan = readPlan(live.graph);
    expect(plan.unplaced).toHaveLength(solvePlan(claims, buckets).plan.unplaced.length);
    expect(checkPromise(claims, buckets, plan, certificatesOf(live.graph))).toEqual([]);
  });

  it("find the bucket of an opening, also when nothing of it is left", async () => {
    const clinic = await make.clinic();
    const [free, taken] = await openings(make, clinic, dayIn(3), 2);
    await fresh.database.pool.query("update slot set booked = 1 where id = $1", [taken]);
    await patient(make, { claim: { wishes: { language: "da", gender: "FEMALE" } } });
    const instance = await load();
    const found = await transaction(fresh.database, WORKER, (tx) => bucketsOfSlots(tx, instance.demand, [free!, taken!]));
    expect(found.get(free!)).toBe(instance.buckets[0]?.id);
    expect(found.get(taken!)).toBe(found.get(free!));
  });

  it("say of any opening the same bucket as a booking that has read it, whatever members wish", async () => {
    const clinics = [await make.clinic({ services: ["PSYCHOLOGIST", "PHYSIOTHERAPY"] }), await make.clinic({ place: ESBJERG })];
    await fresh.database.pool.query("update clinic set treats_children = false where id = $1", [clinics[1]!.id]);
    const slotIds: string[] = [];
    const treats: string[] = [];
    for (const clinic of clinics)
      for (const practitioner of [{ gender: "male" }, { gender: "female", treats_children: false }])
        for (const [n, row] of VARIETY.entries()) {
          const practitionerId = await make.practitioner(clinic.id, practitioner);
          treats.push(practitionerId);
          // midnight in Denmark is another day in UTC
          slotIds.push((await make.slot({ ...clinic, practitionerId }, { startsAt: at(dayIn(2), n % 2 ? "00:15" : "23:15"), row })).id);
        }
    const { claimId } = await patient(make);
    const wished = [{}, { language: "pl" }, { gender: "FEMALE" }, { language: "ar", gender: "MALE" }];
    for (const [n, wishes] of [...wished, {}].entries()) {
      const who = await patient(make, { service: "PSYCHOLOGIST", claim: { wishes } });
      const claim: MadeClaim = { id: who.claimId, reference: "", memberId: who.id };
      if (n === wished.length) await make.designation(claim, clinics[0]!, { practitioner_id: treats[0] });
      const { demand } = await load();
      const [asked, read] = await transaction(fresh.database, WORKER, async (tx) => {
        const keys = [];
        for (const slotId of slotIds) keys.push(openingKey((await readQuoteFiles(tx, [claimId], slotId))[0]!.at));
        return [await bucketsOfSlots(tx, demand, slotIds), keys] as const;
      });
      expect(read.map((key) => bucketOfOpening(key, demand))).toEqual(slotIds.map((id) => asked.get(id) ?? null));
    }
  });

  it("can be asked of one part of the country", async () => {
    const aarhus = await patient(make);
    await patient(make, { place: ESBJERG });
    await openings(make, await make.clinic(), dayIn(2), 1);
    await openings(make, await make.clinic({ place: ESBJERG }), dayIn(2), 1);
    const instance = await load({ box: { south: 55.9, north: 56.5, west: 9.5, east: 11 } });
    expect(instance.claims.map((claim) => claim.id)).toEqual([aarhus.claimId]);
    expect(units(instance)).toBe(1);
  });
});
