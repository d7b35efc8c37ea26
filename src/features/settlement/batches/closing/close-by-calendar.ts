/** The job that closes a batch when the calendar says so, and ends what a gateway that died has left halfway. */
import { createHash } from "node:crypto";
import { localDateOf } from "../../../../kernel/calendar.js";
import type { JobContext } from "../../../../platform/job.js";
import { auditRow } from "../../../../platform/trail/audit.js";
import { claimKey, outcomeOf } from "../../../../platform/idempotency.js";
import { transaction } from "../../../../platform/postgres/transaction.js";
import { write } from "../../../../platform/postgres/write.js";
import { WORKER } from "../../../../platform/viewer.js";
import { danishToday } from "../../payments/export.store.js";
import { closePayouts } from "../../reimbursements/close-reimbursement-batch.js";
import { openClosing } from "./close-settlement-batch.js";
import { lastClosing } from "./closing-calendar.js";
import { again, endOpenGathering, gatherBatch } from "./gather-batch.js";
import { dueProviders } from "./gather.store.js";
import { leftOutOf } from "./left-out.js";
import { keepTasks } from "../task.store.js";

/** Who closed it, in the batch and in the trail; whoever approves it is a person. */
const CALENDAR = { ...WORKER, subject: "closing-calendar" };
const TRACE = "close-by-calendar";
/** A closing that nobody could make for so long is left to the next one. */
const LATEST_MS = 24 * 3_600_000;

type Closed = { readonly closed: number; readonly ended: number; readonly leftOut: number; readonly members: number };

/** Each closing of the calendar once, on whichever gateway: its instant is the key that it is made under. */
export async function closeByCalendar({ database, closings = null, now = null }: JobContext): Promise<Closed> {
  const by = { viewer: CALENDAR, traceId: TRACE, nemKonto: closings?.nemKonto ?? false };
  const ended = (await endOpenGathering(database, by)) ? 1 : 0;
  const none = { closed: 0, ended, leftOut: 0, members: 0 };
  if (closings === null) return none;
  const today = now ?? (await transaction(database, CALENDAR, danishToday)).now;
  const due = lastClosing(today, closings);
  if (due === null || today.getTime() - due.getTime() > LATEST_MS) return none;
  const through = localDateOf(due);
  const members = closings.members ? await closeMembers(database, due, through) : 0;
  const keyed = { operation: "closeSettlementBatch", key: keyOf(due), input: { through }, keepHours: 720 };
  const opened = await again(() =>
    transaction(database, CALENDAR, async (tx) => {
      if ((await claimKey(tx, CALENDAR.subject, keyed)).kind !== "FRESH") return null;
      const batch = await openClosing(by, tx, through, keyed);
      if (!("refusal" in batch)) return batch;
      if (batch.refusal.code !== "NOTHING_DUE") throw new Error(`a closing cannot begin: ${batch.refusal.code}`);
      await keepTasks(tx, leftOutOf(await dueProviders(tx, through, by)));
      await write(
        tx,
        { audit_event: [auditRow(CALENDAR, TRACE, { operation: keyed.operation, outcome: "REFUSED", rule: batch.refusal.code })] },
        [outcomeOf(CALENDAR.subject, keyed, { batchId: null })],
      );
      return null;
    }),
  );
  if (!opened) return { ...none, members };
  const { batch } = opened;
  const leftOut = batch.state === "GATHERING" ? await gatherBatch(database, by, batch) : opened.leftOut;
  return { closed: 1, ended, leftOut: leftOut.length, members };
}

/** What members are owed is a batch of its own, under a key of its own; answers how many were closed. */
function closeMembers(database: JobContext["database"], due: Date, through: string): Promise<number> {
  const keyed = { operation: "closeReimbursementBatch", key: keyOf(due, "members"), input: { through }, keepHours: 720 };
  return transaction(database, CALENDAR, async (tx) => {
    if ((await claimKey(tx, CALENDAR.subject, keyed)).kind !== "FRESH") return 0;
    const closed = await closePayouts({ viewer: CALENDAR, traceId: TRACE }, tx, through, keyed);
    if (!("refusal" in closed)) return 1;
    await write(tx, {}, [outcomeOf(CALENDAR.subject, keyed, { batchId: null })]);
    return 0;
  });
}

/** A key has the form of a UUID. */
function keyOf(closing: Date, of = ""): string {
  const hex = createHash("sha256").update(`closing ${of}${closing.toISOString()}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
}
