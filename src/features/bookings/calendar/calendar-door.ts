/** The address of an appointment's calendar file, and the operation that it is. */
import { DOCUMENTS_PATH, type DownloadDoor } from "../../../gateway/http/download.js";

export const calendarPath = (bookingId: string): string => `${DOCUMENTS_PATH}bookings/${bookingId}/calendar.ics`;

/** The registered document, as what is fetched runs where nothing else may. */
export const CALENDAR_OPERATION = ["member-app", "booking-calendar"] as const;

export function calendarDocuments(document: string): DownloadDoor {
  return (path) => {
    const id = /^bookings\/([\w-]+)\/calendar\.ics$/.exec(path.slice(DOCUMENTS_PATH.length))?.[1];
    return id === undefined ? null : { document, variables: { id } };
  };
}
