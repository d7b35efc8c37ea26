/**
 * The job that sends what is due. What it decides on is read when it decides, so an appointment that was called off a moment ago is
 * not reminded of; what is sent is sent outside of every transaction, and leaves a line in the access log.
 */
import { globalId } from "../../gateway/api/global-id.js";
import type { JobContext } from "../../platform/job.js";
import { rings, type Letters } from "../../platform/letters/index.js";
import { transaction } from "../../platform/postgres/transaction.js";
import { write } from "../../platform/postgres/write.js";
import { auditRow } from "../../platform/trail/audit.js";
import { WORKER } from "../../platform/viewer.js";
import { decideSending, type Decision } from "./decide-sending.js";
import { letterOf, noticeOf } from "./letter-of.js";
import type { AppointmentFacts, Notice, NoticeFacts } from "./notice.js";
import { claimDue, keepEnded, keepLater, keepSent, type DueNotification } from "./notification.store.js";

const BATCH = 20;
const MOST_TRIES = 8;
/** A run takes on nothing more after this. */
const LONGEST_MS = 20_000;
/** Doubled with each try. */
const FIRST_PAUSE_MS = 60_000;
/** A reminder nearer than this takes the way that is seen first. */
const SOON_MINUTES = 240;

type Figures = Readonly<Record<"sent" | "skipped" | "failed", number>>;

export async function sendNotifications(ctx: JobContext): Promise<Figures> {
  const { database, letters, log } = ctx;
  const figures = { sent: 0, skipped: 0, failed: 0 };
  if (!letters) return figures;
  const began = performance.now();
  while (performance.now() - began < LONGEST_MS) {
    const due = await transaction(database, WORKER, (tx) => claimDue(tx, BATCH));
    if (due.length === 0) return figures;
    await Promise.all(
      due.map(async (one) => {
        const became = await sendOne(ctx, letters, one).catch((error: unknown) => {
          // its five minutes end and it is tried again; the others have nothing to do with it
          log.warn("a message could not be sent", { err: error });
          return "failed" as const;
        });
        if (became) figures[became] += 1;
      }),
    );
  }
  return figures;
}

async function sendOne({ database }: JobContext, letters: Letters, due: DueNotification): Promise<keyof Figures | null> {
  const notice = noticeOf(due.notice);
  const facts = factsOf(due);
  const decision: Decision =
    !notice || (due.replaces && notice.on.includes("booking.confirmed") && notice.to === "MEMBER")
      ? { kind: "SKIP", reason: "OUTDATED" }
      : decideSending({
          notice,
          facts,
          receiver: receiverOf(due),
          consentStands: due.consent_stands,
          soon: Number(/^(\d+) minutes before$/.exec(due.cause)?.[1] ?? Infinity) <= SOON_MINUTES,
          open: letters.open,
          rings,
          quiet: letters.quiet,
          now: due.now,
        });
  if (decision.kind === "LATER")
    return transaction(database, WORKER, (tx) => keepLater(tx, due.id, decision.at, "QUIET_HOURS", true)).then(() => null);
  if (decision.kind === "SKIP" || !notice) {
    const reason = decision.kind === "SKIP" ? decision.reason : "OUTDATED";
    return transaction(database, WORKER, (tx) => keepEnded(tx, due.id, reason, false)).then(() => "skipped");
  }
  return leave(database, letters, { due, notice, facts, ...decision });
}

type Leaving = {
  readonly due: DueNotification;
  readonly notice: Notice;
  readonly facts: NoticeFacts;
  readonly channel: Extract<Decision, { kind: "SEND" }>["channel"];
  readonly to: string;
};

async function leave(
  database: JobContext["database"],
  letters: Letters,
  { due, notice, facts, channel, to }: Leaving,
): Promise<keyof Figures> {
  const { language } = due;
  const { kind } = await letters.send(channel, { id: due.id, to, language: language.toLowerCase(), ...letterOf(notice, language, facts) });
  return transaction(database, WORKER, async (tx) => {
    if (kind === "TAKEN") {
      await keepSent(tx, due.id, { channel, language, template: notice.version, facts });
      const audited = {
        operation: "sendNotification",
        object: "Notification",
        objectId: due.id,
        fields: [notice.code],
        outcome: "ALLOWED",
      } as const;
      await write(tx, { audit_event: [auditRow(WORKER, due.id, { ...audited, memberId: due.about_member_id })] });
      return "sent";
    }
    if (kind === "REFUSED" || due.attempts >= MOST_TRIES) await keepEnded(tx, due.id, kind === "REFUSED" ? "REFUSED" : "NOT_TAKEN", true);
    else await keepLater(tx, due.id, new Date(due.now.getTime() + FIRST_PAUSE_MS * 2 ** (due.attempts - 1)), "NOT_TAKEN", false);
    return "failed";
  });
}

/** Whoever's address is protected has no place told of, of a child's neither: the place says where a family lives. */
function factsOf({ appointment, moved_to: movedTo, case_reference, payment_reference, hides_place }: DueNotification): NoticeFacts {
  const told = (of: DueNotification["appointment"]): AppointmentFacts | null =>
    of && {
      id: globalId("Booking", of.uuid),
      reference: of.reference,
      startsAt: new Date(of.startsAt).toISOString(),
      endsAt: new Date(of.endsAt).toISOString(),
      channel: of.channel,
      state: of.state,
      version: of.version,
      modifiedAt: new Date(of.modifiedAt ?? of.startsAt).toISOString(),
      place: hides_place ? null : { address: of.address ?? "", postnr: of.postnr ?? "", town: of.town ?? "" },
    };
  const [first, second] = [told(appointment), told(movedTo)];
  return {
    ...(first ? { appointment: first } : {}),
    ...(second ? { movedTo: second } : {}),
    ...(case_reference === null ? {} : { caseReference: case_reference }),
    ...(payment_reference === null ? {} : { paymentReference: payment_reference }),
  };
}

function receiverOf(due: DueNotification) {
  if (due.clinic_id !== null)
    return { entitled: true, email: due.clinic_email, phone: null, wantsEmail: true, wantsSms: false, postId: null };
  return {
    entitled: due.entitled,
    email: due.email,
    phone: due.phone,
    wantsEmail: due.wants_email,
    wantsSms: due.wants_sms,
    postId: due.member_id === null ? null : globalId("Member", due.member_id),
  };
}
