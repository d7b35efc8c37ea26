/**
 * Limits that count objects, not requests: fifteen aliases are fifteen uses. Exact over a sliding window; the uses of one
 * actor are counted one after the other. The first use past an organisation's limit raises an alert.
 */
import { refusal, Refused, type Refusal } from "../kernel/refusal.js";
import { newId } from "./random.js";
import { lockKeyOf } from "./postgres/locks.js";
import { statement } from "./postgres/statement.js";
import type { Tx } from "./postgres/transaction.js";
import type { Viewer } from "./viewer.js";
import { write } from "./postgres/write.js";

export type Quota = {
  readonly name: string;
  /** Uses in an hour by one person. */
  readonly perActorHour: number;
  /** Uses in a day by everyone of one organisation. */
  readonly perOrganisationDay: number;
};

/** Showing a civil registration number or looking a person up by it. */
export const IDENTIFICATION: Quota = { name: "IDENTIFICATION", perActorHour: 20, perOrganisationDay: 100 };

/** Showing whom a clinic rings for an appointment by telephone: a crisis line rings all night. */
export const CONTACT: Quota = { name: "CONTACT", perActorHour: 60, perOrganisationDay: 400 };

/** Looking a caller up. Sixty an hour is a busy telephone; whoever needs more is not answering one. */
export const LOOK_UP: Quota = { name: "LOOK_UP", perActorHour: 60, perOrganisationDay: 1_000 };

const LOCK = statement("quota-lock", `select pg_advisory_xact_lock(${lockKeyOf("quota", "$1::text")})`);

const COUNTS = statement(
  "quota-count",
  `select
     (select count(*)::int from quota_use
      where quota = $1 and actor = $2 and used_at > clock_now() - interval '1 hour') as actor,
     (select count(*)::int from quota_use
      where quota = $1 and organisation = $3 and used_at > clock_now() - interval '1 day') as organisation`,
);

/** Counts one use, or throws the refusal. In the same transaction as what it pays for, so a rolled back use costs nothing. */
export async function useQuota(tx: Tx, viewer: Viewer, quota: Quota): Promise<void> {
  const organisation = viewer.providerId;
  // the insurer's own staff belong to none, and do not wait for each other
  for (const key of organisation === null ? [viewer.subject] : [viewer.subject, organisation]) {
    await tx.query(LOCK.with(`${quota.name} ${key}`));
  }
  const [used] = await tx.query(COUNTS.with(quota.name, viewer.subject, organisation));
  if (!used || used.actor >= quota.perActorHour) throw new Refused([usedUp(quota)]);
  if (used.organisation >= quota.perOrganisationDay) throw new QuotaOverrun(quota, organisation ?? "");
  await write(tx, { quota_use: [{ id: newId(), quota: quota.name, actor: viewer.subject, organisation }] });
}

/** A whole organisation is over its limit: a person looks at it. */
export class QuotaOverrun extends Refused {
  constructor(
    readonly quota: Quota,
    readonly organisation: string,
  ) {
    super([usedUp(quota)]);
  }
}

function usedUp(quota: Quota): Refusal {
  return refusal(
    "QUOTA_EXCEEDED",
    `This was done ${quota.perActorHour} times within an hour, or ${quota.perOrganisationDay} times within a day by your organisation; more is not allowed.`,
    {
      remedy: "Wait, or call the health team when treatment depends on it.",
      retryable: true,
    },
  );
}

/** The alert of an overrun; one per organisation and day is enough. */
export async function raiseOverrun(tx: Tx, { quota, organisation }: QuotaOverrun): Promise<void> {
  await write(tx, {
    alert: [{ id: newId(), kind: "QUOTA_OVERRUN", subject: organisation, detail: { quota: quota.name, perDay: quota.perOrganisationDay } }],
  });
}
