import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { appointmentCalendar, type Appointment } from "../../src/features/bookings/calendar/appointment-calendar.js";
import { icalendarSource } from "../../src/features/capacity/intake/icalendar/icalendar.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { BOOK_SLOT } from "../support/documents.js";

const appointment: Appointment = {
  id: "0197f3a1-6c1e-7cc3-98c4-dc0c0c07398f",
  reference: "B-1004",
  startsAt: new Date("2026-12-08T09:00:00Z"),
  endsAt: new Date("2026-12-08T09:45:00Z"),
  channel: "IN_PERSON",
  stands: true,
  version: 1,
  modifiedAt: new Date("2026-11-24T12:00:00Z"),
  address: "Store Ærøvej; 1, st. tv. i den lange gyde bag den gamle kirke",
  postnr: "8000",
  town: "Aarhus C",
};
const now = new Date("2026-11-24T12:00:00Z");
const unfolded = (text: string): string => text.replaceAll("\r\n ", "");

describe("an appointment as a calendar file", () => {
  test("says when and where, and nothing else", () => {
    expect(unfolded(appointmentCalendar([appointment], "FILE")).split("\r\n")).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Provider Network Gateway//Appointments//DA",
      "METHOD:PUBLISH",
      "BEGIN:VEVENT",
      "UID:0197f3a1-6c1e-7cc3-98c4-dc0c0c07398f@appointments",
      "SEQUENCE:0",
      "DTSTAMP:20261124T120000Z",
      "LAST-MODIFIED:20261124T120000Z",
      "DTSTART:20261208T090000Z",
      "DTEND:20261208T094500Z",
      "STATUS:CONFIRMED",
      "SUMMARY:Aftale B-1004",
      "LOCATION:Store Ærøvej\\; 1\\, st. tv. i den lange gyde bag den gamle kirke\\, 8000 Aarhus C",
      "CLASS:PRIVATE",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });
  test("called off it is the same entry, one change later", () => {
    const text = appointmentCalendar([{ ...appointment, stands: false, version: 2 }], "FILE");
    expect(text).toMatch(/UID:0197f3a1-6c1e-7cc3-98c4-dc0c0c07398f@appointments\r\nSEQUENCE:1\r\n/);
    expect(text).toContain("STATUS:CANCELLED");
  });
  test("no line is longer than 75 octets or cut inside a letter, whatever its address is, and our own reader reads it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        // what stands for a letter cut inside must not be there from the beginning
        const address = text.replaceAll("\ufffd", "");
        const bytes = Buffer.from(appointmentCalendar([{ ...appointment, address }], "FILE"));
        for (const line of bytes.toString("latin1").split("\r\n")) expect(line.length).toBeLessThanOrEqual(75);
        for (const line of bytes.toString("utf8").split("\r\n")) expect(line).not.toContain("\ufffd");
        const window = { start: now, end: new Date("2027-01-01T00:00:00Z") };
        const { busy } = icalendarSource.parse(bytes, {
          now,
          sourceAsOf: null,
          staleAfterMinutes: 30,
          window,
          schedules: new Map(),
          defaults: {},
        });
        expect(busy).toMatchObject({ state: "KNOWN", periods: [{ start: appointment.startsAt, end: appointment.endsAt }] });
      }),
      { numRuns: 50 },
    );
  });
});

describe("the calendar file of a booking", () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp();
  });
  afterAll(() => t.stop());

  test("gives the member and the clinic the appointment, and nobody else", async () => {
    const clinic = await t.make.clinic();
    const member = await t.make.member();
    const claim = await t.make.claim(member);
    const slot = await t.make.slot(clinic);
    const booked = await t.asMember(member)(BOOK_SLOT, {
      input: { idempotencyKey: randomUUID(), claimId: globalId("Claim", claim.id), slotId: globalId("Slot", slot.id) },
    });
    const { id, reference } = booked.data.bookSlot.booking;
    const ask = "query ($id: ID!) { booking(id: $id) { calendar { fileName mediaType url base64 } } }";
    const people: NonNullable<Parameters<typeof t.as>[0]>[] = [
      { sub: member.subject, role: "MEMBER" },
      { sub: "practice", role: "CLINIC_STAFF", cvr: clinic.cvr },
    ];
    const stranger = (await t.make.clinic()).cvr;
    const fetched = async (url: string, who: (typeof people)[number]) => {
      const token = await t.app.identity.issuer?.mint(who);
      return fetch(`${t.url}${url}`, { headers: { authorization: `Bearer ${token}` } });
    };
    for (const who of people) {
      const { calendar } = (await t.as(who)(ask, { id })).data.booking;
      const text = Buffer.from(calendar.base64, "base64").toString("utf8");
      expect(unfolded(text)).toContain(`SUMMARY:Aftale ${reference}\r\nLOCATION:Testgade 1\\, 8000 Aarhus C`);
      const file = await fetched(calendar.url, who);
      expect([file.status, file.headers.get("content-type"), await file.text()]).toEqual([200, calendar.mediaType, text]);
      expect(file.headers.get("content-disposition")).toBe(`attachment; filename="${reference}.ics"`);
      expect((await fetched(calendar.url, { sub: "stranger", role: "CLINIC_STAFF", cvr: stranger })).status).toBe(404);
    }
    expect((await t.asMember(await t.make.member())(ask, { id })).data.booking).toBeNull();
    expect((await t.asClinic(await t.make.clinic())(ask, { id })).data.booking).toBeNull();
  });
});
