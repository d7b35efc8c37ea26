/** All background work: the features', and what keeps the trail of everything. */
import type { Job, JobContext } from "../platform/job.js";
import { sealAudit } from "../platform/trail/audit-seal.js";
import { announce } from "../platform/trail/event-bus.js";
import { relayOutbox } from "../platform/trail/relay-outbox.js";
import { publishEvents } from "../features/events/event.store.js";
import type { Deliver } from "../platform/trail/relay-outbox.js";
import { FEATURES } from "./features.js";

/** Into the feed that others read and to every gateway that listens, or neither. */
const deliver: Deliver = async (events, tx) => {
  await publishEvents(events, tx);
  await announce(events, tx);
};

export const JOBS: readonly Job[] = [
  ...FEATURES.flatMap(({ jobs = [] }) => jobs),
  { name: "relay-outbox", everySeconds: 0.5, by: "ALL", run: ({ database }) => relayOutbox(database, deliver) },
  { name: "seal-audit", everySeconds: 60, by: "ONE", run: sealAndAnnounce },
];

/** The head of the chain goes to the log as well: whoever rewrites the chain later contradicts it. */
async function sealAndAnnounce({ database, log }: JobContext): Promise<{ sealed: number }> {
  const { sealed, throughSeq, hash } = await sealAudit(database);
  if (sealed > 0) log.info("the audit trail is sealed", { count: sealed, note: `${throughSeq}:${hash}` });
  return { sealed };
}
