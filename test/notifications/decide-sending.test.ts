import { describe, expect, it } from "@jest/globals";
import { decideSending, endOfQuiet, type SendingFacts } from "../../src/features/notifications/decide-sending.js";
import { noticeOf } from "../../src/features/notifications/letter-of.js";
import { toldTime } from "../../src/features/notifications/told-time.js";

const notice = (code: string) => noticeOf(code)!;
const appointment = {
  id: "x",
  reference: "B-1",
  startsAt: "2026-12-02T09:00:00.000Z",
  endsAt: "2026-12-02T09:45:00.000Z",
  channel: "IN_PERSON",
  place: null,
  state: "CONFIRMED",
  version: 1,
  modifiedAt: "2026-11-30T09:00:00.000Z",
} as const;
const receiver = { entitled: true, email: "a@example.org", phone: "+4520000000", wantsEmail: true, wantsSms: true, postId: "M" };
const base: SendingFacts = {
  notice: notice("APPOINTMENT_REMINDER"),
  facts: { appointment },
  receiver,
  consentStands: true,
  soon: false,
  open: ["EMAIL", "SMS", "DIGITAL_POST"],
  rings: (channel) => channel === "SMS",
  quiet: { from: 21, until: 8 },
  now: new Date("2026-12-02T06:30:00Z"),
};
const decide = (more: Partial<SendingFacts>) => decideSending({ ...base, ...more });

describe("a planned message", () => {
  it("takes the first way that is open, wanted and has an address", () => {
    expect(decide({})).toEqual({ kind: "SEND", channel: "EMAIL", to: "a@example.org" });
    expect(decide({ receiver: { ...receiver, wantsEmail: false }, now: new Date("2026-12-02T08:00:00Z") })).toEqual({
      kind: "SEND",
      channel: "SMS",
      to: "+4520000000",
    });
    expect(decide({ receiver: { ...receiver, wantsEmail: false, wantsSms: false } })).toEqual({
      kind: "SEND",
      channel: "DIGITAL_POST",
      to: "M",
    });
    expect(decide({ open: ["DIGITAL_POST"] })).toMatchObject({ channel: "DIGITAL_POST" });
    expect(decide({ open: [] })).toEqual({ kind: "SKIP", reason: "NO_WAY" });
    expect(decide({ soon: true, now: new Date("2026-12-02T08:00:00Z") })).toMatchObject({ channel: "SMS" });
  });

  it("does not ring in quiet hours, takes a way that makes no noise where it would be too late, and does not come where there is none", () => {
    // 07:30 in Denmark, the appointment is at ten
    expect(decide({ soon: true })).toEqual({ kind: "LATER", at: new Date("2026-12-02T07:00:00Z") });
    const early = { appointment: { ...appointment, startsAt: "2026-12-02T06:45:00.000Z" } };
    expect(decide({ soon: true, facts: early })).toEqual({ kind: "SEND", channel: "EMAIL", to: "a@example.org" });
    const texts = { ...receiver, wantsEmail: false };
    expect(decide({ soon: true, facts: early, receiver: texts })).toEqual({ kind: "SKIP", reason: "OUTDATED" });
    // a letter makes no noise
    expect(decide({ facts: early })).toMatchObject({ kind: "SEND", channel: "EMAIL" });
  });

  it("is passed over when it is true no more", () => {
    for (const state of ["CANCELLED_IN_TIME", "MOVED", "ATTENDED"])
      expect([state, decide({ facts: { appointment: { ...appointment, state } } })]).toEqual([state, { kind: "SKIP", reason: "OUTDATED" }]);
    expect(decide({ now: new Date("2026-12-02T09:00:00Z") })).toEqual({ kind: "SKIP", reason: "OUTDATED" });
    expect(decide({ receiver: { ...receiver, entitled: false } })).toEqual({ kind: "SKIP", reason: "NOT_ENTITLED" });
  });

  it("tells a clinic of an appointment only while the consent stands", () => {
    const clinic = { notice: notice("CLINIC_BOOKED"), receiver: { ...receiver, postId: null } };
    expect(decide(clinic)).toMatchObject({ kind: "SEND" });
    expect(decide({ ...clinic, consentStands: false })).toEqual({ kind: "SKIP", reason: "CONSENT_WITHDRAWN" });
    expect(decide({ notice: notice("CLINIC_PAID"), facts: {}, consentStands: false })).toMatchObject({ kind: "SEND" });
  });
});

describe("quiet hours", () => {
  it.each([
    ["2026-12-02T19:59:00Z", null],
    ["2026-12-02T20:00:00Z", "2026-12-03T07:00:00.000Z"],
    ["2026-12-02T23:30:00Z", "2026-12-03T07:00:00.000Z"],
    ["2026-12-03T06:59:00Z", "2026-12-03T07:00:00.000Z"],
    ["2026-12-03T07:00:00Z", null],
    // the night the clock is put forward, and back
    ["2027-03-27T22:00:00Z", "2027-03-28T06:00:00.000Z"],
    ["2027-10-30T22:00:00Z", "2027-10-31T07:00:00.000Z"],
  ])("at %s end %s", (now, end) => {
    expect(endOfQuiet(new Date(now), { from: 21, until: 8 })?.toISOString() ?? null).toBe(end);
  });
  it("may lie within a day, or be none", () => {
    expect(endOfQuiet(new Date("2026-12-02T12:00:00Z"), { from: 12, until: 14 })?.toISOString()).toBe("2026-12-02T13:00:00.000Z");
    expect(endOfQuiet(new Date("2026-12-02T12:00:00Z"), { from: 8, until: 8 })).toBeNull();
  });
});

it("a time is told by the Danish clock", () => {
  expect(toldTime("2026-12-02T09:00:00Z", "DA")).toBe("onsdag den 2. december 2026 kl. 10.00");
  expect(toldTime("2027-07-04T20:05:00Z", "EN")).toBe("Sunday 4 July 2027 at 22:05");
});
