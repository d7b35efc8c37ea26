/**
 * What a suspension or end does to openings and appointments, in pieces that each are one transaction: the soonest appointments first, 250
 * at most. The part cannot be booked from the first moment on, so no appointment moves to where it would have to move again. Killed
 * anywhere, the next turn finds what is left.
 */
import type { Acting } from "../../../gateway/api/context.js";
import { addDays } from "../../../kernel/day.js";
import { startOfDay } from "../../../kernel/calendar.js";
import { present } from "../../../kernel/invariant.js";
import { Refused } from "../../../kernel/refusal.js";
import type { Database } from "../../../platform/postgres/database.js";
import { transaction, type Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { WORKER } from "../../../platform/viewer.js";
import { openClinic } from "../../capacity/closures/open-time.js";
import { availabilityChanged } from "../../capacity/slots/availability-event.js";
import { MOST_APPOINTMENTS, withdraw, type WithdrawnAppointment } from "../../capacity/withdrawals/withdraw.js";
import { credentialGround } from "./credential.store.js";
import {
  clinicsToOpen,
  endingsToDo,
  keepClosed,
  keepOpened,
  lockEnding,
  soonestOpenings,
  type EndedTime,
  type EndingToDo,
} from "./ending.store.js";

/** Openings closed in one piece. */
const MOST_OPENINGS = 5_000;
/** Clinics whose time is opened again in one piece: their schedules are expanded anew. */
const MOST_CLINICS = 20;
/** An open end closes the calendar so far ahead; the suspension itself has no end. */
const CLOSED_DAYS = 400;

type Period = { readonly from: string; readonly until: string | null };

/** Which time of which clinics it closes, from `now` on. */
export function endedTime(clinicIds: readonly string[], practitionerId: string | null, { from, until }: Period, now: Date): EndedTime {
  const start = startOfDay(from);
  return { clinicIds, practitionerId, from: start.getTime() > now.getTime() ? start : now, to: until === null ? null : startOfDay(until) };
}

/** Until when its closings reach, where it has no end. */
export function closedUntil({ from, until }: Period): Date {
  return startOfDay(until ?? addDays(from, CLOSED_DAYS));
}

export type Piece = { readonly openings: number; readonly appointments: readonly WithdrawnAppointment[]; readonly last: boolean };

/** Closes the soonest openings of the time that are left. With `preview` it only says what would become of their appointments. */
export async function closePiece(
  ctx: Acting,
  tx: Tx,
  time: EndedTime,
  { reason, preview }: { readonly reason: string; readonly preview: boolean },
): Promise<Piece> {
  const left = await soonestOpenings(tx, time, MOST_OPENINGS);
  let booked = 0;
  // an opening of more units than a piece has appointments is a piece of its own, which `withdraw` refuses or takes
  const end = left.findIndex((opening, n) => (booked += opening.booked) > MOST_APPOINTMENTS && n > 0);
  const piece = end < 0 ? left : left.slice(0, end);
  const appointments: WithdrawnAppointment[] = [];
  for (const providerId of new Set(piece.map((opening) => opening.providerId))) {
    const of = piece.filter((opening) => opening.providerId === providerId);
    const answer = await withdraw(ctx, tx, {
      operation: "endInNetwork",
      providerId,
      selection: { clinicIds: [...new Set(of.map(({ clinicId }) => clinicId))], slotIds: of.map(({ id }) => id), by: "STARTING" },
      // they stand since the first moment
      closuresFor: () => Promise.resolve([]),
      mostOpenings: MOST_OPENINGS,
      preview,
      reason,
      keyed: null,
    });
    appointments.push(...answer.appointments);
  }
  return { openings: piece.length, appointments, last: piece.length === left.length && left.length < MOST_OPENINGS };
}

/** Keeps how far it has come with this piece. */
export async function keepPiece(tx: Tx, credentialId: string, { openings, appointments, last }: Piece): Promise<void> {
  const moved = appointments.filter(({ outcome }) => outcome === "MOVED").length;
  await keepClosed(tx, credentialId, { closed: openings, moved, escalated: appointments.length - moved, last });
}

/** Opens the time of the next clinics again, where nothing else closes it; answers how many openings are offered again. */
export async function openPiece(ctx: Acting, tx: Tx, credentialId: string, after: string | null): Promise<number> {
  const clinics = await clinicsToOpen(tx, credentialId, after, MOST_CLINICS);
  const reopened: typeof clinics = [];
  let opened = 0;
  for (const clinic of clinics) {
    const here = await openClinic(tx, clinic.id);
    opened += here;
    if (here > 0) reopened.push(clinic);
  }
  const audited = { operation: "endCredential", object: "Clinic", fields: ["openings"], outcome: "ALLOWED" } as const;
  await write(tx, {
    audit_event: clinics.map(({ id }) => auditRow(ctx.viewer, ctx.traceId, { ...audited, objectId: id })),
    outbox: reopened.map(({ id, providerId }) => availabilityChanged(id, providerId)),
  });
  await keepOpened(tx, credentialId, opened, clinics.at(-1)?.id ?? null, clinics.length < MOST_CLINICS);
  return opened;
}

const JOB: Acting = { viewer: WORKER, traceId: "job" };

/** The job: does what is left of every suspension and end, piece by piece. */
export async function runCarryOnEndings(
  database: Database,
): Promise<{ pieces: number; appointments: number; opened: number; later: number }> {
  const done = { pieces: 0, appointments: 0, opened: 0, later: 0 };
  for (const id of await transaction(database, WORKER, endingsToDo, { readOnly: true })) {
    for (;;) {
      try {
        const piece = await transaction(database, WORKER, (tx) => carryOn(tx, id));
        if (!piece) break;
        done.pieces += 1;
        done.appointments += piece.appointments;
        done.opened += piece.opened;
      } catch (error) {
        // somebody booked or changed one of these this very moment: the next turn takes it up again
        if (!(error instanceof Refused)) throw error;
        done.later += 1;
        break;
      }
    }
  }
  return done;
}

async function carryOn(tx: Tx, id: string): Promise<{ appointments: number; opened: number } | null> {
  const ending = await lockEnding(tx, id);
  if (!ending) return null;
  if (ending.state === "OPENING") return { appointments: 0, opened: await openPiece(JOB, tx, id, ending.openedThrough) };
  const piece = await closePiece(JOB, tx, await timeOf(tx, ending), { reason: ending.source, preview: false });
  await keepPiece(tx, id, piece);
  return { appointments: piece.appointments.length, opened: 0 };
}

/** As it stands today: clinics that came or went since, and an end that moved, are in it. */
async function timeOf(tx: Tx, { subjectId, practitionerId, validFrom: from, validUntil: until }: EndingToDo): Promise<EndedTime> {
  const { clinics, now } = present(await credentialGround(tx, subjectId), "a suspension is of a part that is there");
  return endedTime(
    clinics.map(({ id }) => id),
    practitionerId,
    { from, until },
    now,
  );
}
