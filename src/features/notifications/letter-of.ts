/** The message of a notice, from its template and what it was filled with: the same today as on the day it left. */
import { appointmentCalendar, stands, type Appointment } from "../bookings/calendar/appointment-calendar.js";
import { present } from "../../kernel/invariant.js";
import type { AppointmentFacts, Notice, NoticeFacts, NoticeLanguage } from "./notice.js";
import { NOTICES } from "./notices/index.js";

const BY_CODE: ReadonlyMap<string, Notice> = new Map(NOTICES.map((notice) => [notice.code, notice]));

export function noticeOf(code: string): Notice | null {
  return BY_CODE.get(code) ?? null;
}

export type Rendered = { readonly subject: string; readonly text: string; readonly calendar: string | null };

/** By the texts of this version, today's unless told otherwise. */
export function letterOf(notice: Notice, language: NoticeLanguage, facts: NoticeFacts, version = notice.version): Rendered {
  const { texts } = present(
    [notice, ...(notice.former ?? [])].find((each) => each.version === version),
    "the texts of a message that has left stay",
  );
  const { subject, text } = texts[language](facts);
  const entries = notice.to === "MEMBER" ? [facts.appointment, facts.movedTo].flatMap((each) => (each ? [entryOf(each)] : [])) : [];
  return { subject, text: `${text}\n`, calendar: entries.length > 0 ? appointmentCalendar(entries, "FILE") : null };
}

function entryOf({ id, reference, startsAt, endsAt, channel, place, state, version, modifiedAt }: AppointmentFacts): Appointment {
  return {
    id,
    reference,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    modifiedAt: new Date(modifiedAt),
    channel,
    stands: stands(state),
    version,
    address: place?.address ?? null,
    postnr: place?.postnr ?? "",
    town: place?.town ?? "",
  };
}
