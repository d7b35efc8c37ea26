/**
 * Appointments as a calendar (RFC 5545): time and place only. What is treated, whom, by whom and why stays here, for a calendar is
 * shared with families and employers; so does the name of a clinic, which often says what it treats. One appointment keeps its UID through every change, and each change counts its SEQUENCE up,
 * so that a calendar that has it changes it, and takes it out when it was called off.
 */
import type { Booking } from "../../../../schema/rows.js";

export type Appointment = {
  readonly id: string;
  /** For the telephone, e.g. B-1004. */
  readonly reference: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly channel: Booking["channel"];
  /** It stands; otherwise it was called off or moved to another. */
  readonly stands: boolean;
  /** Counts up with each change, from 1. */
  readonly version: number;
  /** When it was booked, or ended. */
  readonly modifiedAt: Date;
  /** Null keeps the place out of the calendar. */
  readonly address: string | null;
  readonly postnr: string;
  readonly town: string;
};

const CALLED_OFF = new Set(["CANCELLED_IN_TIME", "CANCELLED_LATE", "CANCELLED_BY_PROVIDER", "MOVED"]);

/** Whether a booking in this state is an appointment; what has taken place is as much one as what is to come. */
export function stands(state: string): boolean {
  return !CALLED_OFF.has(state);
}

/**
 * FILE is what is handed over once. FEED is asked for again and again: it asks to be left alone for a while, and the same
 * appointments give the same text, so that whoever has it need not be sent it.
 */
export function appointmentCalendar(appointments: readonly Appointment[], as: "FILE" | "FEED"): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Provider Network Gateway//Appointments//DA",
    // RFC 7986, and what Outlook reads
    ...(as === "FILE"
      ? ["METHOD:PUBLISH"]
      : ["NAME:Aftaler", "X-WR-CALNAME:Aftaler", "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H"]),
    ...appointments.flatMap(entryOf),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

function entryOf(of: Appointment): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${of.id}@appointments`,
    `SEQUENCE:${of.version - 1}`,
    `DTSTAMP:${stamp(of.modifiedAt)}`,
    `LAST-MODIFIED:${stamp(of.modifiedAt)}`,
    `DTSTART:${stamp(of.startsAt)}`,
    `DTEND:${stamp(of.endsAt)}`,
    `STATUS:${of.stands ? "CONFIRMED" : "CANCELLED"}`,
    `SUMMARY:${escaped(`Aftale ${of.reference}`)}`,
    ...(of.channel === "IN_PERSON" && of.address === null ? [] : [`LOCATION:${escaped(placeOf(of))}`]),
    "CLASS:PRIVATE",
    "END:VEVENT",
  ];
}

function placeOf({ channel, address, postnr, town }: Appointment): string {
  if (channel === "ONLINE") return "Online";
  return channel === "PHONE" ? "Telefon" : `${address}, ${postnr} ${town}`;
}

function stamp(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d{3}/g, "");
}

/** RFC 5545 section 3.3.11. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");
}

/** RFC 5545 section 3.1: 75 octets at most, and never cut inside a letter. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  for (const letter of line) {
    if (Buffer.byteLength(part + letter) > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = "";
    }
    part += letter;
  }
  return [...parts, part].join("\r\n ");
}
