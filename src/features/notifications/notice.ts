/**
 * A notice: a kind of message to a member or a clinic. It says times and places, and what to do; what is treated, by whom and why stays
 * here, for a letter is read by families and employers.
 */
import type { EventPayload } from "../../platform/trail/outbox.js";
import type { ValueWords } from "../../kernel/worded.js";
import type { Topic } from "../events/types/index.js";

export type NoticeLanguage = "DA" | "EN";

export type AppointmentFacts = {
  /** Of the calendar entry. */
  readonly id: string;
  readonly reference: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly channel: "IN_PERSON" | "ONLINE" | "PHONE";
  /** Of the clinic; null where it is not to be told. */
  readonly place: { readonly address: string; readonly postnr: string; readonly town: string } | null;
  readonly state: string;
  readonly version: number;
  readonly modifiedAt: string;
};

/** All that a template may use; stored with the message, so that it can be read again as it left. */
export type NoticeFacts = {
  readonly appointment?: AppointmentFacts;
  /** What the appointment was moved to. */
  readonly movedTo?: AppointmentFacts;
  readonly caseReference?: string;
  readonly paymentReference?: string;
};

type NoticeText = { readonly subject: string; readonly text: string };
type NoticeTexts = Readonly<Record<NoticeLanguage, (facts: NoticeFacts) => NoticeText>>;

export type Notice = {
  readonly code: string;
  readonly words: ValueWords;
  readonly to: "MEMBER" | "CLINIC";
  /** The events that call for it; none for a reminder, which an appointment calls for by its time. */
  readonly on: readonly Topic[];
  /** Of such an event, whether this one does. */
  readonly calledFor?: (payload: EventPayload) => boolean;
  /** Whether it is still true when it is about to leave. */
  readonly holds: (facts: NoticeFacts, now: Date) => boolean;
  /** Counts up whenever a text changes; the texts before it stay, so that what has left can be read again as it left. */
  readonly version: number;
  readonly texts: NoticeTexts;
  readonly former?: readonly { readonly version: number; readonly texts: NoticeTexts }[];
};

/** An appointment to come. */
export function isAhead({ appointment }: NoticeFacts, now: Date): boolean {
  return appointment?.state === "CONFIRMED" && Date.parse(appointment.startsAt) > now.getTime();
}

export function isCalledOff({ appointment }: NoticeFacts): boolean {
  return appointment !== undefined && /^CANCELLED_/.test(appointment.state);
}

export function hasMoved({ appointment, movedTo }: NoticeFacts, now: Date): boolean {
  return appointment?.state === "MOVED" && movedTo?.state === "CONFIRMED" && Date.parse(movedTo.startsAt) > now.getTime();
}
