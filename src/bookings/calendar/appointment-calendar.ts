/**
 * Appointments as a calendar file (RFC 5545): time and place only. What is treated, whom and why stays here, for a calendar is
 * shared with families and employers. One appointment keeps its UID through every change, and each change counts its SEQUENCE up,
 * so that a calendar that has it changes it, and takes it out when it was called off.
 */
import type { Booking } from "../../../schema/rows.js";

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
  readonly clinicName: string;
  readonly address: string;
  readonly postnr: string;
  readonly town: string;
};

export function appointmentCalendar(appointments: readonly Appointment[], now: Date): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Provider Network Gateway//Appointments//DA",
    "METHOD:PUBLISH",
    ...appointments.flatMap((appointment) => entryOf(appointment, now)),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

function entryOf(of: Appointment, now: Date): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${of.id}@appointments`,
    `SEQUENCE:${of.version - 1}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(of.startsAt)}`,
    `DTEND:${stamp(of.endsAt)}`,
    `STATUS:${of.stands ? "CONFIRMED" : "CANCELLED"}`,
    `SUMMARY:${escaped(`Aftale ${of.reference}`)}`,
    `LOCATION:${escaped(placeOf(of))}`,
    "CLASS:PRIVATE",
    "END:VEVENT",
  ];
}

function placeOf({ channel, clinicName, address, postnr, town }: Appointment): string {
  if (channel === "ONLINE") return `${clinicName} (online)`;
  return channel === "PHONE" ? `${clinicName} (telefon)` : `${clinicName}, ${address}, ${postnr} ${town}`;
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
