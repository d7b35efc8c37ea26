/** The documents these tests ask with, and small words for asking. */
import { randomUUID } from "node:crypto";
import { globalId, type Asker } from "../support/app.js";

export const key = (): string => randomUUID();

const ERRORS = "errors { code message rule clause remedy path retryable }";
const BOOKING =
  "booking { id reference state standing latestOn sessionNumber startsAt version freeCancellationUntil chosenBecause { code } bookedByRole quote { insurerPays { amountMinor } } }";

const ask = (name: string, fields: string) =>
  `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${fields} ${ERRORS} replayed } }`;

export const BOOK = ask("bookSlot", `${BOOKING} alternatives { id startsAt }`);
const BOOK_FIRST = ask("bookFirstAppointment", `${BOOKING} tried { step channels withinKm found harmful refused setAside }`);
const MOVE = ask("rescheduleBooking", `${BOOKING} guaranteeLapsed late alternatives { id }`);
const TERMS = "terms { state late memberMayBeCharged treatmentReturned guarantee insurerPays { amountMinor } }";
export const CANCEL = ask("cancelBooking", `booking { id state version } ${TERMS}`);
const DECLINE = ask("declineOffer", `booking { id state version } ${TERMS}`);
const ATTEND = ask("recordAttendance", "booking { id state version }");
const CONFIRM = ask("confirmAttendance", "booking { id state confirmedByMember }");
const DISPUTE = ask("disputeAttendance", "booking { id state confirmedByMember }");

export type Booked = { data: any; codes: string[]; statements: number; errors: any[] | undefined };

async function run(asker: Asker, document: string, name: string, input: object): Promise<Booked> {
  const answer = await asker(document, { input });
  const data = answer.data?.[name];
  if (!data) throw new Error(`no answer: ${answer.text.slice(0, 800)}`);
  return { data, codes: data.errors.map((e: { code: string }) => e.code), statements: answer.statements, errors: answer.errors };
}

export const bookSlot = (asker: Asker, claim: { id: string }, slot: { id: string }, more: object = {}): Promise<Booked> =>
  run(asker, BOOK, "bookSlot", { idempotencyKey: key(), claimId: globalId("Claim", claim.id), slotId: globalId("Slot", slot.id), ...more });
export const bookFirst = (asker: Asker, claim: { id: string }, more: object = {}): Promise<Booked> =>
  run(asker, BOOK_FIRST, "bookFirstAppointment", { idempotencyKey: key(), claimId: globalId("Claim", claim.id), ...more });
export const move = (asker: Asker, bookingId: string, slot: { id: string }, more: object = {}): Promise<Booked> =>
  run(asker, MOVE, "rescheduleBooking", { idempotencyKey: key(), bookingId, slotId: globalId("Slot", slot.id), ...more });
export const cancel = (asker: Asker, bookingId: string, more: object = {}): Promise<Booked> =>
  run(asker, CANCEL, "cancelBooking", { idempotencyKey: key(), bookingId, ...more });
export const decline = (asker: Asker, bookingId: string, more: object = {}): Promise<Booked> =>
  run(asker, DECLINE, "declineOffer", { idempotencyKey: key(), bookingId, ...more });
export const attend = (asker: Asker, bookingId: string, attendance = "ATTENDED", more: object = {}): Promise<Booked> =>
  run(asker, ATTEND, "recordAttendance", { idempotencyKey: key(), bookingId, attendance, ...more });
export const confirm = (asker: Asker, bookingId: string, more: object = {}): Promise<Booked> =>
  run(asker, CONFIRM, "confirmAttendance", { idempotencyKey: key(), bookingId, ...more });
export const dispute = (asker: Asker, bookingId: string, more: object = {}): Promise<Booked> =>
  run(asker, DISPUTE, "disputeAttendance", { idempotencyKey: key(), bookingId, ...more });

/**
 * As a client should: "not now, nothing was changed" and "nobody knows" are asked again with the same key, until the answer
 * is definite.
 */
export async function bookForSure(asker: Asker, claim: { id: string }, slot: { id: string }): Promise<Booked> {
  const input = { idempotencyKey: key(), claimId: globalId("Claim", claim.id), slotId: globalId("Slot", slot.id) };
  for (let tries = 0; ; tries += 1) {
    const { data, errors, statements, text } = await asker(BOOK, { input });
    const answer = data?.bookSlot;
    const again = answer ? answer.errors.some((e: { code: string }) => e.code === "BUSY") : errors?.[0]?.extensions?.retryable === true;
    if (answer && !again) return { data: answer, codes: answer.errors.map((e: { code: string }) => e.code), statements, errors };
    if (!again || tries > 60) throw new Error(`no definite answer: ${text.slice(0, 300)}`);
    await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 200));
  }
}

/** The UUID in a global id. */
export const uuidOf = (id: string): string => Buffer.from(id, "base64url").toString().split(":")[1] ?? "";
