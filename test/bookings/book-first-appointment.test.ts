import { startApp, type TestApp } from "../support/app.js";
import { fromNow } from "../support/clock.js";
import { AARHUS, at, dayIn, type MadeClinic } from "../support/make.js";
import { bookFirst, bookSlot, key, uuidOf } from "./documents.js";

const ODDER = { ...AARHUS, postnr: "8300", town: "Odder", lat: 55.9731, lon: 10.1491 }; // about 20 km
const HORSENS = { ...AARHUS, postnr: "8700", town: "Horsens", lat: 55.8607, lon: 9.8503 }; // about 40 km
const ODENSE = { ...AARHUS, postnr: "5000", town: "Odense C", lat: 55.3965, lon: 10.3822 }; // about 85 km

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());
// each test has the network to itself
beforeEach(() => app.rows("update slot set state = 'WITHDRAWN'"));

const slotAt = (clinic: MadeClinic, day: number, time: string, row: object = {}) =>
  app.make.slot(clinic, { startsAt: at(dayIn(day), time), row: { overlap_allowed: true, ...row } });
async function someone(options: Parameters<TestApp["make"]["claim"]>[1] = {}, who: Parameters<TestApp["make"]["member"]>[0] = {}) {
  const member = await app.make.member(who);
  return { member, claim: await app.make.claim(member, options), asker: app.asMember(member) };
}
const stands = async ({ id }: { readonly id: string }) =>
  (await app.rows("select state, promise_state, certificate from claim where id = $1", [id]))[0];
const slotOf = async (data: { booking: { id: string } }): Promise<string> =>
  (await app.rows("select slot_id from booking where id = $1", [uuidOf(data.booking.id)]))[0].slot_id;

describe("bookFirstAppointment", () => {
  it("prefers on target to within the limit, then the shortest way, then the earliest day, and says why, in at most four round trips", async () => {
    const [near, far] = [await app.make.clinic(), await app.make.clinic({ place: ODDER })];
    await slotAt(near, 8, "08:00"); // near, but only within the limit
    const best = await slotAt(near, 4, "08:00");
    await slotAt(near, 4, "11:00");
    await slotAt(far, 2, "08:00"); // earlier, but farther
    const { asker, claim } = await someone();
    await bookFirst(asker, (await someone()).claim); // a stranger's claim: the viewer is looked up once and nothing is booked
    const { data, codes, statements } = await bookFirst(asker, claim);
    expect(codes).toEqual([]);
    expect(await slotOf(data)).toBe(best.id);
    expect(data.booking).toMatchObject({ standing: "ON_TARGET" });
    expect(data.booking.chosenBecause.map((b: { code: string }) => b.code)).toEqual(["ON_TARGET", "NEAREST", "EARLIEST"]);
    expect(statements).toBeLessThanOrEqual(4);
    expect(await app.rows("select claim_id, state from treatment_usage where booking_id = $1", [uuidOf(data.booking.id)])).toEqual([
      { claim_id: claim.id, state: "RESERVED" },
    ]);
  });

  it("goes on behind times that are not for the claim, and never before a recorded date", async () => {
    const clinic = await app.make.clinic();
    const forAdults = { ...clinic, practitionerId: await app.make.practitioner(clinic.id, { treats_children: false }) };
    for (let i = 0; i < 20; i += 1) await slotAt(forAdults, 3, `${String(8 + Math.floor(i / 2)).padStart(2, "0")}:${i % 2 ? "30" : "00"}`);
    const early = await slotAt(clinic, 3, "20:00");
    const late = await slotAt(clinic, 5, "08:00");
    const child = { row: { birth_date: "2015-06-01" }, policy: { role: "CHILD" } };
    const dated = await someone({ row: { exceptions: { wishedNotBefore: dayIn(5) } } }, child);
    const refused = await bookSlot(app.asHealthTeam(), dated.claim, early);
    expect(refused.codes).toEqual(["BEFORE_WISHED_DATE"]);
    const health = app.asHealthTeam();
    expect(await slotOf((await bookFirst(health, dated.claim)).data)).toBe(late.id);
    expect(await slotOf((await bookFirst(health, (await someone({}, child)).claim)).data)).toBe(early.id);
  });

  it("goes farther for a time on target than for a nearer one within the limit", async () => {
    const [near, far] = [await app.make.clinic(), await app.make.clinic({ place: ODDER })];
    await slotAt(near, 8, "08:00");
    const onTarget = await slotAt(far, 3, "08:00");
    const { asker, claim } = await someone();
    expect(await slotOf((await bookFirst(asker, claim)).data)).toBe(onTarget.id);
  });

  it("lets wishes decide among times that are equally good", async () => {
    const clinic = await app.make.clinic();
    const man = { ...clinic, practitionerId: await app.make.practitioner(clinic.id, { gender: "male", languages: ["da", "en"] }) };
    await slotAt(clinic, 3, "08:00");
    const wished = await slotAt(man, 3, "14:00", { languages: ["da", "en"] });
    await slotAt(man, 4, "14:00", { languages: ["da", "en"] });
    const { asker, claim } = await someone({ row: { wishes: { language: "en" } } });
    const { data } = await bookFirst(asker, claim, { wishes: { gender: "MALE", timeOfDay: "AFTERNOON" } });
    expect(await slotOf(data)).toBe(wished.id);
    expect(data.booking.chosenBecause.map((b: { code: string }) => b.code).join()).toMatch(/WISH_TIME_OF_DAY.*WISH_LANGUAGE.*WISH_GENDER/);
  });

  it("holds a wish further away before it sets it aside, gender before language, and says which it could not meet", async () => {
    const near = await app.make.clinic();
    await slotAt(near, 3, "08:00");
    const horsens = await app.make.clinic({ place: HORSENS });
    const speaks = { ...horsens, practitionerId: await app.make.practitioner(horsens.id, { languages: ["da", "pl"] }) };
    const wished = await slotAt(speaks, 4, "08:00", { languages: ["da", "pl"] });
    const polish = { row: { wishes: { language: "pl", gender: "male" } } };
    const first = await someone(polish);
    const { data } = await bookFirst(first.asker, first.claim);
    expect(await slotOf(data)).toBe(wished.id);
    expect(data.booking.chosenBecause.map((b: { code: string }) => b.code)).toEqual(
      expect.arrayContaining(["WISH_LANGUAGE", "WITHOUT_GENDER", "WIDENED_WIDER"]),
    );
    // the only one is taken now: what is left is near, and without both wishes
    const second = await someone(polish);
    const left = (await bookFirst(second.asker, second.claim)).data;
    expect(left.booking.chosenBecause.map((b: { code: string }) => b.code)).toEqual(
      expect.arrayContaining(["WITHOUT_LANGUAGE", "WITHOUT_GENDER", "NEAREST"]),
    );
    const third = await someone(polish);
    const { tried, codes } = await bookFirst(third.asker, third.claim).then(({ data: { tried: steps }, codes: found }) => ({
      tried: steps.map((t: { step: string; setAside: string[] }) => [t.step, t.setAside]),
      codes: found,
    }));
    expect(codes).toEqual(["NO_SLOT_WITHIN_GUARANTEE"]);
    expect(tried).toEqual([
      ["NEAR", []],
      ["WIDER", []],
      ["NEAR", ["GENDER"]],
      ["WIDER", ["GENDER"]],
      ["NEAR", ["GENDER", "LANGUAGE"]],
      ["WIDER", ["GENDER", "LANGUAGE"]],
      ["OTHER_CHANNEL", ["GENDER", "LANGUAGE"]],
      ["ANYWHERE", ["GENDER", "LANGUAGE"]],
    ]);
  });

  it("travels from a wished postal code instead of home", async () => {
    await slotAt(await app.make.clinic(), 3, "08:00");
    const there = await slotAt(await app.make.clinic({ place: ODENSE }), 3, "08:00");
    const { asker, claim } = await someone();
    expect(await slotOf((await bookFirst(asker, claim, { wishes: { postalCode: "5000" } })).data)).toBe(there.id);
  });

  it("widens the distance, then the way of meeting, then looks everywhere, and says so", async () => {
    const wider = await slotAt(await app.make.clinic({ place: HORSENS }), 3, "08:00");
    const online = await slotAt(await app.make.clinic({ place: ODENSE }), 3, "08:00", { channel: "ONLINE" });
    const far = await slotAt(await app.make.clinic({ place: ODENSE }), 3, "09:00");
    for (const [slot, step] of [
      [wider, "WIDENED_WIDER"],
      [online, "WIDENED_OTHER_CHANNEL"],
      [far, "WIDENED_ANYWHERE"],
    ] as const) {
      const { asker, claim } = await someone();
      const { data } = await bookFirst(asker, claim);
      expect(await slotOf(data)).toBe(slot.id);
      expect(data.booking.chosenBecause.map((b: { code: string }) => b.code).join()).toContain(step);
    }
  });

  it("takes a meeting online before a journey of more than sixty kilometres when a wished way of meeting cannot be had, and says so", async () => {
    const clinic = await app.make.clinic({ place: ODENSE });
    const far = await slotAt(clinic, 3, "09:00");
    const online = await slotAt(clinic, 4, "08:00", { channel: "ONLINE" });
    const wished = { row: { wishes: { channel: "PHONE" } } };
    const taken = [];
    for (const { asker, claim } of [await someone(wished), await someone(wished)]) {
      const { data } = await bookFirst(asker, claim);
      const codes = data.booking.chosenBecause.map((b: { code: string }) => b.code).filter((c: string) => /^W/.test(c));
      taken.push([await slotOf(data), codes]);
    }
    expect(taken).toEqual([
      [online.id, ["WITHOUT_CHANNEL", "WIDENED_OTHER_CHANNEL"]],
      [far.id, ["WITHOUT_CHANNEL", "WIDENED_ANYWHERE"]],
    ]);
  });

  it("escalates what cannot be kept: with what was tried, a warning to others, and the same answer to a repeated key", async () => {
    const clinic = await app.make.clinic();
    await slotAt(clinic, 3, "08:00", { funding: "PUBLIC" });
    await slotAt(clinic, 14, "08:00");
    const { asker, claim } = await someone();
    const idempotencyKey = key();
    const { data, codes } = await bookFirst(asker, claim, { idempotencyKey });
    expect(codes).toEqual(["NO_SLOT_WITHIN_GUARANTEE"]);
    expect(data.booking).toBeNull();
    expect(data.tried.map((t: { step: string }) => t.step)).toEqual(["NEAR", "WIDER", "OTHER_CHANNEL", "ANYWHERE"]);
    expect(data.errors[0]).toMatchObject({ rule: "GUA-NETWORK-10", retryable: false, remedy: expect.any(String) });
    expect(await stands(claim)).toMatchObject({ state: "ESCALATED", promise_state: "AT_RISK" });
    const [event] = await app.rows("select kind, data from claim_event where claim_id = $1", [claim.id]);
    expect(event).toMatchObject({ kind: "ESCALATED", data: { tried: [{ step: "NEAR" }, {}, {}, {}] } });
    expect(await app.rows("select topic from outbox where aggregate_id = $1", [claim.id])).toEqual([{ topic: "promise.at-risk" }]);
    const again = await bookFirst(asker, claim, { idempotencyKey });
    expect(again.data).toEqual({ ...data, replayed: true });
    const slot = await slotAt(clinic, 4, "08:00");
    expect((await bookSlot(app.asHealthTeam(), claim, slot)).codes).toEqual([]);
    expect(await app.rows("select state from claim where id = $1", [claim.id])).toEqual([{ state: "APPROVED" }]);
  });

  it("refuses at once what no time would cure, and searches for nothing", async () => {
    await slotAt(await app.make.clinic(), 3, "08:00");
    const { asker, claim, member } = await someone({ consent: false });
    expect((await bookFirst(asker, claim)).codes).toEqual(["CONSENT_MISSING"]);
    expect(await app.rows("select state from claim where id = $1", [claim.id])).toEqual([{ state: "APPROVED" }]);
    await app.make.consent(member, claim.id);
    expect((await bookFirst(asker, claim)).codes).toEqual([]);
    expect((await bookFirst(asker, claim)).codes).toEqual(["FIRST_APPOINTMENT_EXISTS"]);
    expect((await bookFirst(app.asMember(await app.make.member()), claim)).codes).toEqual(["NOT_FOUND"]);
  });

  it("passes over times that are held, that clash, that have no agreed rate, or that the cover refuses", async () => {
    const clinic = await app.make.clinic();
    const noRate = await app.make.clinic({ rates: false });
    const adults = await app.make.clinic();
    const held = await slotAt(clinic, 2, "08:00");
    const other = await someone();
    const until = fromNow(600_000);
    await app.make.hold(held, { member: other.member, claimId: other.claim.id }, { expires_at: until });
    await app.rows("update slot set held_until = $2 where id = $1", [held.id, until]);
    await slotAt(noRate, 2, "09:00");
    await slotAt(adults, 2, "10:00", { audience: "ADULT" });
    const child = await someone({}, { row: { birth_date: "2015-03-01" }, policy: { role: "CHILD" } });
    const forAll = await slotAt(clinic, 3, "08:00");
    expect(await slotOf((await bookFirst(child.asker, child.claim)).data)).toBe(forAll.id);
  });

  it("gives a crowd that asks at once each a time of their own", async () => {
    const clinic = await app.make.clinic();
    for (let i = 0; i < 8; i += 1) await slotAt(clinic, 2 + (i % 3), `${String(8 + i).padStart(2, "0")}:00`);
    const crowd = await Promise.all(Array.from({ length: 8 }, () => someone()));
    const answers = await Promise.all(crowd.map(({ asker, claim }) => bookFirst(asker, claim)));
    expect(answers.flatMap((a) => a.codes)).toEqual([]);
    expect(
      await app.rows("select count(distinct slot_id)::int as slots, count(*)::int as bookings from booking where claim_id = any ($1)", [
        crowd.map((c) => c.claim.id),
      ]),
    ).toEqual([{ slots: 8, bookings: 8 }]);
  });

  it("books once for a request that is sent three times at once", async () => {
    const clinic = await app.make.clinic();
    for (let day = 2; day < 5; day += 1) await slotAt(clinic, day, "08:00");
    const { asker, claim } = await someone();
    const again = { idempotencyKey: key() };
    const answers = await Promise.all([1, 2, 3].map(() => bookFirst(asker, claim, again)));
    expect(answers.flatMap((a) => a.codes)).toEqual([]);
    expect(answers.map((a) => a.data.replayed).sort()).toEqual([false, true, true]);
    expect(new Set(answers.map((a) => a.data.booking.id)).size).toBe(1);
    expect(await app.rows("select count(*)::int as n from booking where claim_id = $1", [claim.id])).toEqual([{ n: 1 }]);
  });

  it("fills a group that a crowd asks for at once, each place once", async () => {
    const group = await slotAt(await app.make.clinic(), 2, "08:00", { capacity: 6 });
    const crowd = await Promise.all(Array.from({ length: 6 }, () => someone()));
    const answers = await Promise.all(crowd.map(({ asker, claim }) => bookFirst(asker, claim)));
    expect(answers.flatMap((a) => a.codes)).toEqual([]);
    expect(await app.rows("select array_agg(seat order by seat) as seats from booking where slot_id = $1", [group.id])).toEqual([
      { seats: [1, 2, 3, 4, 5, 6] },
    ]);
  });

  it("finds a psychologist on call in a crisis, for the health team", async () => {
    const clinic = await app.make.clinic({ services: ["CRISIS_COUNSELLING"], place: ODENSE });
    const accepted = fromNow(-600_000);
    const row = {
      condition_code: "ACUTE_CRISIS",
      received_at: accepted,
      approved_at: accepted,
      crisis: { event: "VIOLENCE", occurredAt: accepted.toISOString() },
      guarantee_class: "CRISIS_3H",
      target_on: null,
      first_target_on: null,
      deadline_at: new Date(accepted.getTime() + 3 * 3_600_000),
    };
    const { asker, claim } = await someone({ service: "CRISIS_COUNSELLING", row });
    const onCall = await app.make.slot(clinic, { startsAt: fromNow(3_600_000), row: { on_call: true, channel: "PHONE" } });
    expect((await bookFirst(asker, claim)).codes).toEqual(["CRISIS_BOOKED_BY_HEALTH_TEAM"]);
    const { data, codes } = await bookFirst(app.asHealthTeam(), claim);
    expect(codes).toEqual([]);
    expect(await slotOf(data)).toBe(onCall.id);
    const because = data.booking.chosenBecause.map((b: { code: string }) => b.code);
    expect(because).toContain("NO_TRAVEL");
    // nothing was wished, so nothing was set aside
    expect(because.filter((code: string) => code.startsWith("WITHOUT_"))).toEqual([]);
    const next = await someone({ service: "CRISIS_COUNSELLING", row });
    expect((await bookFirst(app.asHealthTeam(), next.claim)).codes).toEqual(["NOBODY_ON_CALL"]);
    expect(await stands(next.claim)).toMatchObject({ state: "ESCALATED", certificate: { onCall: true, claims: 1, units: 0, short: 1 } });
  });
});
