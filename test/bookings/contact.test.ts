/** Whom a clinic rings, and the contact that a crisis is promised. */
import { randomUUID } from "node:crypto";
import { storedDocument } from "../../src/assembly/operations.js";
import { promiseState, type PromiseFacts } from "../../src/features/promise/plan/standing.js";
import { watchPromises } from "../../src/features/promise/watch/watch-promises.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { fromNow } from "../support/clock.js";
import { at, dayIn, type MadeClinic } from "../support/make.js";
import { expectTold } from "../support/told.js";

const codes = (of: any): string[] => of.errors.map((e: any) => e.code);

let t: TestApp;
let clinic: MadeClinic;
beforeAll(async () => {
  t = await startApp();
  clinic = await t.make.clinic({
    services: ["CRISIS_COUNSELLING", "PSYCHOLOGIST"],
    practitioner: { video_url: "https://video.klinik.example/aase" },
  });
});
afterAll(() => t.stop());

const act = async (as: ReturnType<TestApp["as"]>, client: string, name: string, input: object): Promise<any> => {
  const answer = await as(storedDocument(client, name), { input: { idempotencyKey: randomUUID(), ...input } });
  return Object.values(answer.data ?? { fault: answer.errors })[0];
};
const reveal = async (bookingId: string, of = clinic): Promise<any> =>
  (await t.asClinic(of)(storedDocument("clinic", "reveal-contact"), { input: { bookingId: globalId("Booking", bookingId) } })).data
    .revealContact;

const crisis = async () => {
  const member = await t.make.member();
  const accepted = fromNow(-20 * 60_000);
  const claim = await t.make.claim(member, {
    service: "CRISIS_COUNSELLING",
    row: {
      received_at: accepted,
      approved_at: accepted,
      crisis: { event: "VIOLENCE", occurredAt: fromNow(-60 * 60_000).toISOString(), policeReported: true },
      guarantee_class: "CRISIS_3H",
      deadline_at: new Date(accepted.getTime() + 3 * 3_600_000),
      first_target_on: null,
      target_on: null,
      promise_state: "TIGHT",
      referral_type: null,
      referral_issued_on: null,
    },
  });
  return { member, claim };
};
const first = (claimId: string) => act(t.asHealthTeam(), "health-team", "book-first-appointment", { claimId: globalId("Claim", claimId) });

describe("a crisis", () => {
  it("is answered by whoever is on call in the running hour; without anybody the refusal names the three hours and their clause", async () => {
    const { claim } = await crisis();
    const nobody = await first(claim.id);
    expect(nobody.errors).toMatchObject([
      { code: "NOBODY_ON_CALL", rule: "GUA-CRISIS-3H", clause: "insurance conditions 2025, section 5.8.1" },
    ]);
    const other = await crisis();
    await t.make.slot(clinic, {
      services: ["CRISIS_COUNSELLING"],
      startsAt: fromNow(-30 * 60_000),
      minutes: 60,
      row: { on_call: true, channel: "PHONE" },
    });
    const booked = await first(other.claim.id);
    expect(booked.errors).toEqual([]);
    const [booking] = await t.rows<{ id: string; starts_at: Date }>("select id, starts_at from booking where claim_id = $1", [
      other.claim.id,
    ]);
    expect(booking?.starts_at.getTime()).toBeLessThan(fromNow(0).getTime());
    // the number to ring, for the clinic of the booking alone, and on the member's access log
    expect(await reveal(booking!.id)).toEqual({
      contact: { name: "Bente Test Prøve", phone: "+4520000000", isGuardian: false },
      errors: [],
    });
    expect(codes(await reveal(booking!.id, await t.make.clinic()))).toEqual(["NOT_FOUND"]);
    expect(
      await t.rows("select fields, purpose from audit_event where operation = 'revealContact' and member_id = $1", [other.member.id]),
    ).toEqual([{ fields: ["name", "phone"], purpose: "TREATMENT" }]);
    // booked is not met: met by the contact
    const state = async () => {
      await watchPromises(t.app.database);
      return (await t.rows<{ s: string }>("select promise_state as s from claim where id = $1", [other.claim.id]))[0]?.s;
    };
    expect(await state()).toBe("TIGHT");
    const record = (more: object) =>
      act(t.asClinic(clinic), "clinic", "record-contact", { bookingId: globalId("Booking", booking!.id), ...more });
    expect((await record({ reached: false })).booking.contactedAt).toBeNull();
    expect(codes(await record({ contactedAt: fromNow(3_600_000) }))).toEqual(["CONTACT_IMPOSSIBLE"]);
    expect(await state()).toBe("TIGHT");
    expect(await record({})).toMatchObject({ errors: [], booking: { contactedAt: expect.any(String) } });
    expect(await state()).toBe("MET");
    expect(codes(await record({}))).toEqual(["CONTACT_RECORDED"]);
    expect(await t.rows("select kind from claim_event where claim_id = $1 and kind like 'CONTACT%' order by id", [other.claim.id])).toEqual(
      [{ kind: "CONTACT_ATTEMPTED" }, { kind: "CONTACT_MADE" }],
    );
  });

  it("is met by a contact before the three hours are over, at risk while it may still be recorded, then broken", () => {
    const deadlineAt = new Date("2026-12-01T12:00:00Z");
    const facts: PromiseFacts = {
      outcome: "RUNNING",
      crisis: true,
      deadlineAt,
      latestOn: "2026-12-01",
      firstStartsAt: new Date("2026-12-01T10:00:00Z"),
      contactedAt: null,
    };
    const plan = { placed: false, alternatives: 0 };
    const on = (minutes: number, contactedAt: Date | null = null) =>
      promiseState({ ...facts, contactedAt }, plan, new Date(deadlineAt.getTime() + minutes * 60_000), "2026-12-01");
    expect([on(-1), on(0), on(14), on(15)]).toEqual(["TIGHT", "AT_RISK", "AT_RISK", "BREACHED"]);
    expect([on(60, deadlineAt), on(60, new Date(deadlineAt.getTime() + 1))]).toEqual(["MET", "BREACHED"]);
  });
});

describe("the number to ring", () => {
  const call = async (
    options: { row?: object; member?: Record<string, unknown>; booking?: object; channel?: string; startsAt?: Date } = {},
  ) => {
    const member = await t.make.member({ row: options.member ?? {} });
    const claim = await t.make.claim(member, {
      service: "PSYCHOLOGIST",
      row: { guarantee_outcome: "NONE", guarantee_class: "NONE", promise_state: "NONE" },
    });
    const channel = options.channel ?? "PHONE";
    const slot = await t.make.slot(clinic, {
      services: ["PSYCHOLOGIST"],
      startsAt: options.startsAt ?? fromNow(3 * 3_600_000 + Math.random() * 1e6),
      minutes: 1,
      row: { channel, booked: 1, state: "WITHDRAWN", overlap_allowed: true },
    });
    const id = await t.make.booking({ clinic, slot, member, claimId: claim.id }, { channel, ...options.booking });
    return { id, member };
  };

  it("is the guardian's for a child", async () => {
    const guardian = await t.make.member({ row: { given_names: "Gerda", family_name: "Værge", phone: "+4511111111" } });
    const { id, member } = await call({ member: { birth_date: `${Number(dayIn(0).slice(0, 4)) - 9}-01-01`, phone: null } });
    await t.make.guardianship(guardian, member);
    expect(await reveal(id)).toEqual({ contact: { name: "Gerda Værge", phone: "+4511111111", isGuardian: true }, errors: [] });
  });

  it("is shown for a call alone, from the day before until two hours after, while a consent stands", async () => {
    expect(codes(await reveal((await call({ channel: "IN_PERSON" })).id))).toEqual(["CONTACT_NOT_BY_TELEPHONE"]);
    expect(codes(await reveal((await call({ startsAt: at(dayIn(4)) })).id))).toEqual(["TOO_EARLY"]);
    expect(codes(await reveal((await call({ startsAt: fromNow(-4 * 3_600_000) })).id))).toEqual(["CONTACT_WINDOW_OVER"]);
    expect(codes(await reveal((await call({ booking: { state: "CANCELLED_IN_TIME" } })).id))).toEqual(["BOOKING_ENDED"]);
    const { id, member } = await call();
    await t.rows("update consent set withdrawn_on = $2 where member_id = $1", [member.id, dayIn(0)]);
    expect(codes(await reveal(id))).toEqual(["CONSENT_MISSING"]);
  });
});

const QUOTE = {
  rateId: randomUUID(),
  grossMinor: 1,
  publicPaysMinor: 0,
  insurerPaysMinor: 1,
  memberPaysMinor: 0,
  danmarkToInsurerMinor: 0,
  reasons: [],
};

describe("a meeting", () => {
  it("shows the way in of the place, and the link of an online appointment to its parties while it is ahead", async () => {
    const here = await t.make.clinic({
      services: ["PSYCHOLOGIST"],
      row: { way_in: "Gården", video_url: "https://video.klinik.example/alle", accessibility: ["LIFT"] },
    });
    const MEETING =
      "query ($id: ID!) { node(id: $id) { ... on Booking { videoLink meeting { channel wayIn accessibility address { line } } } } }";
    const show = async (channel: string, row = {}, of = here) => {
      const member = await t.make.member();
      const claim = await t.make.claim(member, { service: "PSYCHOLOGIST" });
      const slot = await t.make.slot(of, { startsAt: at(dayIn(5)), row: { channel, overlap_allowed: true } });
      const id = await t.make.booking({ clinic: of, slot, member, claimId: claim.id }, { channel, quote: QUOTE, ...row });
      const { data, errors } = await t.asMember(member)(MEETING, { id: globalId("Booking", id) });
      expect(errors).toBeUndefined();
      return data.node;
    };
    expect(await show("IN_PERSON")).toEqual({
      videoLink: null,
      meeting: { channel: "IN_PERSON", wayIn: "Gården", accessibility: ["LIFT"], address: { line: "Testgade 1" } },
    });
    expect(await show("ONLINE")).toEqual({
      videoLink: "https://video.klinik.example/alle",
      meeting: { channel: "ONLINE", wayIn: null, accessibility: [], address: null },
    });
    expect((await show("ONLINE", {}, clinic)).videoLink).toBe("https://video.klinik.example/aase");
    expect((await show("ONLINE", { state: "CANCELLED_IN_TIME" })).videoLink).toBeNull();
  });
});

it("others are told what these acts did", () => expectTold(t, "booking.contacted", "booking.contact-attempted"));
