import { startApp, globalId, type TestApp } from "../support/app.js";
import { fromNow } from "../support/clock.js";
import { at, dayIn, type MadeClaim, type MadeClinic, type MadeMember } from "../support/make.js";
import { bookSlot, key, uuidOf } from "./documents.js";

let app: TestApp;
let clinic: MadeClinic;
beforeAll(async () => {
  app = await startApp();
  clinic = await app.make.clinic();
});
afterAll(() => app.stop());

let hour = 0;
/** A time nobody else in this file uses. */
const nextStart = (day = 3): Date => new Date(at(dayIn(day), "05:00").getTime() + (hour += 1) * 3_600_000);
const freeSlot = (more: object = {}) => app.make.slot(clinic, { startsAt: nextStart(), ...more });
async function someone(
  options: Parameters<TestApp["make"]["claim"]>[1] = {},
  who: Parameters<TestApp["make"]["member"]>[0] = {},
): Promise<{ member: MadeMember; claim: MadeClaim }> {
  const member = await app.make.member(who);
  return { member, claim: await app.make.claim(member, options) };
}
const written = (claimId: string) =>
  app.rows(
    `select (select count(*)::int from booking where claim_id = $1) as bookings, (select count(*)::int from treatment_usage where claim_id = $1 and state = 'RESERVED') as reserved,
      (select count(*)::int from ledger_entry e join booking b on b.id = e.booking_id where b.claim_id = $1) as entries, (select count(*)::int from claim_event where claim_id = $1) as events,
      (select count(*)::int from decision where claim_id = $1) as decisions`,
    [claimId],
  );
const NOTHING = [{ bookings: 0, reserved: 0, entries: 0, events: 0, decisions: 0 }];

describe("bookSlot", () => {
  it("takes the unit, reserves the treatment, freezes the price and writes the book in two round trips", async () => {
    const { member, claim } = await someone();
    const slot = await freeSlot();
    const asker = app.asMember(member);
    await bookSlot(asker, (await someone()).claim, slot); // a stranger's claim: the viewer is looked up once and nothing is booked
    const { data, codes, statements } = await bookSlot(asker, claim, slot);
    expect(codes).toEqual([]);
    expect(data.booking).toMatchObject({ state: "CONFIRMED", standing: "ON_TARGET", sessionNumber: 1, version: 1, bookedByRole: "MEMBER" });
    expect(data.booking.reference).toMatch(/^B-\d+$/);
    expect(data.booking.quote.insurerPays.amountMinor).toBe("65000");
    expect(statements).toBe(2);
    const id = uuidOf(data.booking.id);
    expect(await written(claim.id)).toEqual([{ bookings: 1, reserved: 1, entries: 1, events: 1, decisions: 3 }]);
    expect(await app.rows("select id, status from ledger_entry where booking_id = $1", [id])).toEqual([{ id, status: "PENDING" }]);
    expect(await app.rows("select booked from slot where id = $1", [slot.id])).toEqual([{ booked: 1 }]);
    expect(await app.rows("select first_booking_id, promise_state from claim where id = $1", [claim.id])).toEqual([
      { first_booking_id: id, promise_state: "SAFE" },
    ]);
    expect(await app.rows("select topic from outbox where aggregate_id = $1", [id])).toEqual([{ topic: "booking.confirmed" }]);
    expect(await app.rows("select operation, actor_role, outcome from audit_event where object_id = $1", [id])).toEqual([
      { operation: "bookSlot", actor_role: "MEMBER", outcome: "ALLOWED" },
    ]);
  });

  it("answers a repeated key with the same booking and one effect", async () => {
    const { member, claim } = await someone();
    const slot = await freeSlot({ capacity: 2 });
    const idempotencyKey = key();
    const first = await bookSlot(app.asMember(member), claim, slot, { idempotencyKey });
    const again = await bookSlot(app.asMember(member), claim, slot, { idempotencyKey });
    expect(first.data.replayed).toBe(false);
    expect(again.data).toMatchObject({ replayed: true, booking: { id: first.data.booking.id } });
    expect(await written(claim.id)).toMatchObject([{ bookings: 1 }]);
  });

  it("makes a second request with the same key wait for the first and gives it the same answer", async () => {
    const { member, claim } = await someone();
    const slot = await freeSlot({ capacity: 3 });
    const idempotencyKey = key();
    const answers = await Promise.all(Array.from({ length: 5 }, () => bookSlot(app.asMember(member), claim, slot, { idempotencyKey })));
    expect(new Set(answers.map((a) => a.data.booking?.id)).size).toBe(1);
    expect(answers.filter((a) => !a.data.replayed)).toHaveLength(1);
    expect(await written(claim.id)).toMatchObject([{ bookings: 1 }]);
  });

  it("refuses a key that was used with another input, and treats another caller's key as unknown", async () => {
    const { member, claim } = await someone();
    const other = await someone();
    const [one, two] = [await freeSlot(), await freeSlot()];
    const idempotencyKey = key();
    await bookSlot(app.asMember(member), claim, one, { idempotencyKey });
    expect((await bookSlot(app.asMember(member), claim, two, { idempotencyKey })).codes).toEqual(["IDEMPOTENCY_KEY_REUSED"]);
    const theirs = await bookSlot(app.asMember(other.member), other.claim, two, { idempotencyKey });
    expect(theirs.data).toMatchObject({ replayed: false, booking: { state: "CONFIRMED" } });
  });

  it("tells the loser of a race what is free instead, and leaves nothing of the try behind", async () => {
    const { member, claim } = await someone();
    const winner = await someone();
    const slot = await freeSlot();
    const other = await freeSlot();
    await bookSlot(app.asMember(winner.member), winner.claim, slot);
    const { data, codes } = await bookSlot(app.asMember(member), claim, slot);
    expect(codes).toEqual(["SLOT_TAKEN"]);
    expect(data.booking).toBeNull();
    expect(data.alternatives.map((s: { id: string }) => s.id)).toContain(globalId("Slot", other.id));
    expect(await written(claim.id)).toEqual(NOTHING);
    expect(
      await app.rows("select count(*)::int as refused from audit_event where actor = $1 and outcome = 'REFUSED'", [member.subject]),
    ).toEqual([{ refused: 1 }]);
  });

  it("gives every reason at once, each with its rule, clause and remedy", async () => {
    const { member, claim } = await someone(
      { consent: false, row: { referral_type: null, referral_issued_on: null } },
      { policy: { optional: [] } },
    );
    const slot = await freeSlot({ startsAt: fromNow(-3_600_000) });
    const { data, codes } = await bookSlot(app.asMember(member), claim, slot);
    expect(codes).toEqual(expect.arrayContaining(["SLOT_IN_PAST", "CONSENT_MISSING", "REFERRAL_MISSING"]));
    const consent = data.errors.find((e: { code: string }) => e.code === "CONSENT_MISSING");
    expect(consent).toMatchObject({ rule: "CON-REQUIRED", clause: expect.any(String), remedy: expect.any(String) });
    expect(await written(claim.id)).toEqual(NOTHING);
    expect(await app.rows("select booked from slot where id = $1", [slot.id])).toEqual([{ booked: 0 }]);
  });

  it("judges consent on the day of the booking", async () => {
    const { member, claim } = await someone({ consent: false });
    await app.make.consent(member, claim.id, { withdrawn_on: dayIn(0) });
    expect((await bookSlot(app.asMember(member), claim, await freeSlot())).codes).toEqual(["CONSENT_WITHDRAWN"]);
  });

  it("refuses a first appointment after the latest date, and lets the health team set that aside with a reason on record", async () => {
    const { member, claim } = await someone();
    const slot = await freeSlot({ startsAt: nextStart(13) });
    expect((await bookSlot(app.asMember(member), claim, slot)).codes).toEqual(["GUARANTEE_CANNOT_BE_MET"]);
    expect((await bookSlot(app.asMember(member), claim, slot, { overrideReason: "please" })).codes).toEqual([
      "GUARANTEE_CANNOT_BE_MET",
      "OVERRIDE_NOT_ALLOWED",
    ]);
    const { data, codes } = await bookSlot(app.asHealthTeam(), claim, slot, { overrideReason: "agreed on the telephone" });
    expect(codes).toEqual([]);
    expect(data.booking).toMatchObject({ standing: "TOO_LATE", bookedByRole: "HEALTH_TEAM" });
    const id = uuidOf(data.booking.id);
    expect(await app.rows("select override_reason, on_behalf_of from booking where id = $1", [id])).toEqual([
      { override_reason: "agreed on the telephone", on_behalf_of: member.id },
    ]);
    expect(await app.rows("select rule from audit_event where object_id = $1", [id])).toEqual([
      { rule: "overridden: GUARANTEE_CANNOT_BE_MET" },
    ]);
  });

  it("keeps publicly funded times out of a promise with a deadline", async () => {
    const { member, claim } = await someone();
    expect((await bookSlot(app.asMember(member), claim, await freeSlot({ row: { funding: "PUBLIC" } }))).codes).toEqual([
      "FUNDING_NOT_PRIVATE",
    ]);
  });

  it("sends children only to those who treat them: clinic, practitioner and opening", async () => {
    const child = { row: { birth_date: "2016-03-01" }, policy: { role: "CHILD" } };
    const { member, claim } = await someone({ row: { work_related: "YES" } }, child);
    const adultsOnly = await freeSlot({ row: { audience: "ADULT" } });
    expect((await bookSlot(app.asMember(member), claim, adultsOnly)).codes).toContain("PROVIDER_NOT_FOR_CHILDREN");
    const strict = { ...clinic, practitionerId: await app.make.practitioner(clinic.id, { treats_children: false }) };
    expect((await bookSlot(app.asMember(member), claim, await app.make.slot(strict, { startsAt: nextStart() }))).codes).toContain(
      "PROVIDER_NOT_FOR_CHILDREN",
    );
    expect((await bookSlot(app.asMember(member), claim, await freeSlot({ row: { audience: "CHILD" } }))).codes).toEqual([]);
    const adult = await someone();
    expect((await bookSlot(app.asMember(adult.member), adult.claim, await freeSlot({ row: { audience: "CHILD" } }))).codes).toEqual([
      "SLOT_FOR_CHILDREN",
    ]);
  });

  it("answers for a claim of somebody else as for one that does not exist", async () => {
    const { claim } = await someone();
    const stranger = await app.make.member();
    const slot = await freeSlot();
    const foreign = await bookSlot(app.asMember(stranger), claim, slot);
    const unknown = await bookSlot(app.asMember(stranger), { id: "01990000-0000-7000-8000-000000000000" }, slot);
    expect(foreign.codes).toEqual(["NOT_FOUND"]);
    expect(foreign.data).toEqual(unknown.data);
  });

  it("consumes the claim's own hold and refuses what somebody else holds", async () => {
    const [mine, theirs] = [await someone(), await someone()];
    const slot = await freeSlot();
    const until = fromNow(600_000);
    const hold = await app.make.hold(slot, { member: mine.member, claimId: mine.claim.id }, { expires_at: until });
    await app.rows("update slot set held_until = $2 where id = $1", [slot.id, until]);
    expect((await bookSlot(app.asMember(theirs.member), theirs.claim, slot)).codes).toEqual(["SLOT_HELD"]);
    expect((await bookSlot(app.asMember(mine.member), mine.claim, slot)).codes).toEqual([]);
    expect(await app.rows("select state from hold where id = $1", [hold])).toEqual([{ state: "CONFIRMED" }]);
  });

  it("treats an expired hold as none", async () => {
    const { member, claim } = await someone();
    const other = await someone();
    const slot = await freeSlot();
    const past = fromNow(-1_000);
    await app.make.hold(slot, { member: other.member, claimId: other.claim.id }, { expires_at: past, created_at: past });
    await app.rows("update slot set held_until = $2 where id = $1", [slot.id, past]);
    expect((await bookSlot(app.asMember(member), claim, slot)).codes).toEqual([]);
  });

  it("refuses a member two appointments at one time", async () => {
    const { member, claim } = await someone();
    const startsAt = nextStart();
    const another = await app.make.clinic();
    expect((await bookSlot(app.asMember(member), claim, await app.make.slot(clinic, { startsAt }))).codes).toEqual([]);
    expect((await bookSlot(app.asMember(member), claim, await app.make.slot(another, { startsAt }))).codes).toEqual(["MEMBER_BUSY"]);
  });

  it("stops at the portion, and charges the follow-up rate from the second treatment on", async () => {
    const { member, claim } = await someone({ row: { portion_authorised: 2 } });
    const asker = app.asMember(member);
    await bookSlot(asker, claim, await freeSlot());
    const second = await bookSlot(asker, claim, await freeSlot());
    expect(second.data.booking).toMatchObject({ sessionNumber: 2, standing: null, quote: { insurerPays: { amountMinor: "45000" } } });
    expect((await bookSlot(asker, claim, await freeSlot())).codes).toEqual(["PORTION_EXHAUSTED"]);
    expect(await app.rows("select portion_used from claim where id = $1", [claim.id])).toEqual([{ portion_used: 2 }]);
  });

  it("books a programme once per region, also when its first appointment was called off", async () => {
    const glad = await app.make.clinic({ services: ["GLAD"] });
    const { member, claim } = await someone({ service: "GLAD", row: { condition_code: "KNEE_OSTEOARTHRITIS" } });
    expect((await bookSlot(app.asMember(member), claim, await app.make.slot(glad, { startsAt: nextStart() }))).codes).toEqual([]);
    expect(await app.rows("select service_code, subject from programme_usage where claim_id = $1", [claim.id])).toEqual([
      { service_code: "GLAD", subject: "KNEE" },
    ]);
    const again = await app.make.claim(member, { service: "GLAD", row: { condition_code: "KNEE_OSTEOARTHRITIS" } });
    expect((await bookSlot(app.asMember(member), again, await app.make.slot(glad, { startsAt: nextStart() }))).codes).toEqual([
      "PROGRAMME_ALREADY_USED",
    ]);
  });

  it.each([
    ["COOL_KIDS", "ANXIETY", "IN_PERSON", 9, 14],
    ["CHILLED", "ANXIETY", "IN_PERSON", 15, 9],
    ["HEALTH_PROGRAMME", "DIABETES", "ONLINE", 40, 12],
  ])("books %s as a service like any other, for the ages it is for", async (service, condition, channel, age, wrongAge) => {
    const there = await app.make.clinic({ services: [service] });
    const aged = (years: number) => ({
      row: { birth_date: `${Number(dayIn(0).slice(0, 4)) - years}-01-15` },
      policy: { role: years < 24 ? "CHILD" : "EMPLOYEE" },
    });
    const row = { condition_code: condition, ...(service === "HEALTH_PROGRAMME" ? NO_PROMISE : {}) };
    const fit = await someone({ service, row }, aged(age));
    // a health programme is where the team says it is (PRV-DESIGNATED)
    if (service === "HEALTH_PROGRAMME") await app.make.designation(fit.claim, there);
    const freeThere = () => app.make.slot(there, { startsAt: nextStart(), row: { channel } });
    const { data, codes } = await bookSlot(app.asMember(fit.member), fit.claim, await freeThere());
    expect(codes).toEqual([]);
    expect(data.booking).toMatchObject({ state: "CONFIRMED", sessionNumber: 1 });
    expect(await app.rows("select service_code from programme_usage where claim_id = $1", [fit.claim.id])).toEqual([
      { service_code: service },
    ]);
    const unfit = await someone({ service, row }, aged(wrongAge));
    const slot = await freeThere();
    expect((await bookSlot(app.asMember(unfit.member), unfit.claim, slot)).codes).toContain("AGE_OUT_OF_RANGE");
    expect(await app.rows("select booked from slot where id = $1", [slot.id])).toEqual([{ booked: 0 }]);
  });
});

const NO_PROMISE = {
  guarantee_outcome: "NONE",
  guarantee_class: "NONE",
  clock_start_on: null,
  first_target_on: null,
  target_on: null,
  latest_on: null,
  deadline_at: null,
  promise_state: "NONE",
};

describe("a crisis", () => {
  const crisis = (minutesAgo: number) => {
    const accepted = fromNow(-minutesAgo * 60_000);
    return {
      service: "CRISIS_COUNSELLING",
      row: {
        condition_code: "ACUTE_CRISIS",
        received_at: accepted,
        approved_at: accepted,
        crisis: { event: "VIOLENCE", occurredAt: new Date(accepted.getTime() - 3_600_000).toISOString() },
        guarantee_class: "CRISIS_3H",
        target_on: null,
        first_target_on: null,
        deadline_at: new Date(accepted.getTime() + 3 * 3_600_000),
      },
    };
  };

  /** Ordinary psychological treatment applies (COV-CRISIS-48H). */
  const reportedLate = () => {
    const received = fromNow(-600_000);
    const crisis = { event: "VIOLENCE", occurredAt: new Date(received.getTime() - 49 * 3_600_000).toISOString() };
    return { service: "CRISIS_COUNSELLING", row: { condition_code: "STRESS", received_at: received, approved_at: received, crisis } };
  };

  it("is met by the health team with a call from a psychologist on call, within three hours", async () => {
    const onCall = await app.make.clinic({ services: ["CRISIS_COUNSELLING"] });
    const { member, claim } = await someone(crisis(30));
    const soon = (minutes: number, row: object) =>
      app.make.slot(onCall, { startsAt: fromNow(minutes * 60_000), minutes: 5, row: { overlap_allowed: true, ...row } });
    const phone = await soon(60, { on_call: true, channel: "PHONE" });
    expect((await bookSlot(app.asMember(member), claim, phone)).codes).toEqual(["CRISIS_BOOKED_BY_HEALTH_TEAM"]);
    expect((await bookSlot(app.asHealthTeam(), claim, await soon(61, { channel: "IN_PERSON" }))).codes).toEqual([
      "CRISIS_CONTACT_BY_TELEPHONE",
    ]);
    expect((await bookSlot(app.asHealthTeam(), claim, await soon(170, { on_call: true, channel: "PHONE" }))).codes).toEqual([
      "GUARANTEE_CANNOT_BE_MET",
    ]);
    const { data, codes } = await bookSlot(app.asHealthTeam(), claim, phone);
    expect(codes).toEqual([]);
    expect(data.booking).toMatchObject({ standing: "WITHIN_LIMIT", bookedByRole: "HEALTH_TEAM" });
  });

  it("keeps the psychologists on call for itself", async () => {
    const onCall = await app.make.clinic({ services: ["CRISIS_COUNSELLING", "PHYSIOTHERAPY"] });
    const { member, claim } = await someone();
    const slot = await app.make.slot(onCall, { startsAt: nextStart(), row: { on_call: true } });
    expect((await bookSlot(app.asMember(member), claim, slot)).codes).toEqual(["SLOT_ON_CALL"]);
    const late = await someone(reportedLate());
    const onCallNow = await app.make.slot(onCall, { startsAt: nextStart(), row: { on_call: true, channel: "PHONE" } });
    expect((await bookSlot(app.asHealthTeam(), late.claim, onCallNow)).codes).toEqual(["SLOT_ON_CALL"]);
  });
});
