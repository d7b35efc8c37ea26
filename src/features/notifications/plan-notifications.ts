import type { JobContext } from "../../platform/job.js";
import { transaction } from "../../platform/postgres/transaction.js";
import { WORKER } from "../../platform/viewer.js";
import { NOTICES } from "./notices/index.js";
import { eventsSince, keepPlace, lockPlace, plan, type Called, type CallingEvent } from "./plan.store.js";

const BATCH = 200;
const REMINDER = NOTICES.find(({ on }) => on.length === 0);
const TOPICS = [...new Set(NOTICES.flatMap(({ on }) => on))];

/** Looks at the events since the last time; nobody is planned for twice, however often it runs. */
export async function planNotifications({ database, letters }: JobContext): Promise<Readonly<Record<"planned", number>>> {
  if (!letters) return { planned: 0 };
  let planned = 0;
  for (;;) {
    const done = await transaction(database, WORKER, async (tx) => {
      const events = await eventsSince(tx, await lockPlace(tx), TOPICS, BATCH);
      const last = events.at(-1);
      if (!last) return null;
      planned += await plan(
        tx,
        events.flatMap((event) => calledBy(event, "MEMBER", letters.remindMinutes)),
        events.flatMap((event) => calledBy(event, "CLINIC", [])),
      );
      await keepPlace(tx, last.position);
      return events.length;
    });
    if (done === null || done < BATCH) return { planned };
  }
}

/** The messages that an event calls for. A new appointment calls for its reminders, too. */
function calledBy({ id, topic, payload }: CallingEvent, to: "MEMBER" | "CLINIC", remindMinutes: readonly number[]): Called[] {
  const idIn = (name: string): string | null => {
    const value = payload[name];
    return typeof value === "string" ? value : null;
  };
  const about = { booking: idIn("bookingId"), claim: idIn("claimId"), payment: idIn("paymentId") };
  const called = NOTICES.filter(
    (notice) => notice.to === to && notice.on.some((each) => each === topic) && (notice.calledFor?.(payload) ?? true),
  ).map(({ code }) => ({ ...about, notice: code, cause: id, minutes: null }));
  const reminders =
    topic === "booking.confirmed" && to === "MEMBER" && REMINDER
      ? remindMinutes.map((minutes) => ({ ...about, notice: REMINDER.code, cause: `${minutes} minutes before`, minutes }))
      : [];
  return [...called, ...reminders];
}
