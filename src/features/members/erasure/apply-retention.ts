/**
 * What is removed because its time is over (docs/security.md, "How long data is kept"). Small steps, each a transaction of its
 * own, so that it can be stopped anywhere and never holds up a booking.
 */
import type { Database } from "../../../platform/postgres/database.js";
import type { Statement } from "../../../platform/postgres/exchange.js";
import { statement } from "../../../platform/postgres/statement.js";
import { sweepOutbox } from "../../../platform/trail/relay-outbox.js";
import { sweepBuckets } from "../../../platform/rate-limit.js";
import { sweepUsedProofs } from "../../../platform/people/used-proofs.js";
import { sweepRevocations } from "../../../platform/people/revocations.js";
import { transaction } from "../../../platform/postgres/transaction.js";
import { RETENTION } from "../../../platform/viewer.js";
import { casesWhoseTimeIsOver, forgetCases } from "./erasure.store.js";

const STEP = 2_000;
const CASES_PER_STEP = 100;

/** Holds that came to nothing, after 24 hours. */
const SWEEP_HOLDS = statement(
  "sweep-holds",
  `delete from hold where id in (
     select id from hold
     where created_at < $1::timestamptz - interval '24 hours'
       and (state in ('RELEASED','EXPIRED') or (state = 'PENDING' and expires_at < $1::timestamptz))
     limit $2) returning id`,
);
/** Outcomes of keys, at their expiry. */
const SWEEP_KEYS = statement(
  "sweep-idempotency-keys",
  `delete from idempotency where (principal, operation, key) in (
     select principal, operation, key from idempotency where expires_at < $1::timestamptz limit $2) returning key`,
);
/** Consents, five years after their end. */
const SWEEP_CONSENTS = statement(
  "sweep-consents",
  `delete from consent where id in (
     select id from consent
     where coalesce(withdrawn_on, expires_on) < ($1::timestamptz - interval '5 years')::date
     limit $2) returning id`,
);
/** Authorities, five years after their end. */
const SWEEP_AUTHORITIES = statement(
  "sweep-authorities",
  `delete from authority where id in (
     select id from authority
     where coalesce(withdrawn_at::date, valid_through) < ($1::timestamptz - interval '5 years')::date
     limit $2) returning id`,
);
const SWEEP_QUOTA_USES = statement(
  "sweep-quota-uses",
  `delete from quota_use where id in (
     select id from quota_use where used_at < $1::timestamptz - interval '2 days' limit $2) returning id`,
);

/** The access log, five years, by whole seals: the link stays, so what is left can still be proved. */
const OLD_SEALS = statement(
  "seals-over",
  `select through_seq from audit_seal s
   where purged_at is null and not exists (
     select from audit_event a where a.seq <= s.through_seq and a.at >= clock_now() - interval '5 years')
   order by through_seq limit 50`,
);
const PURGE_EVENTS = statement(
  "purge-audit-events",
  "with gone as (delete from audit_event where seq <= $1 returning 1) select count(*)::int as count from gone",
);
const MARK_PURGED = statement(
  "mark-seals-purged",
  "update audit_seal set purged_at = clock_now() where through_seq <= $1 and purged_at is null",
);

/** How much was removed, by kind. */
export type Retention = Readonly<Record<string, number>>;

export async function applyRetention(database: Database, now: Date | null = null): Promise<Retention> {
  const at = now ?? database.clock.now();
  const removed: Record<string, number> = {};
  removed["holds"] = await sweep(database, (most) => SWEEP_HOLDS.with(at, most));
  removed["idempotencyKeys"] = await sweep(database, (most) => SWEEP_KEYS.with(at, most));
  removed["consents"] = await sweep(database, (most) => SWEEP_CONSENTS.with(at, most));
  removed["authorities"] = await sweep(database, (most) => SWEEP_AUTHORITIES.with(at, most));
  removed["quotaUses"] = await sweep(database, (most) => SWEEP_QUOTA_USES.with(at, most));
  removed["cases"] = await inSteps(CASES_PER_STEP, (most) => closeCases(database, at, most));
  removed["accessLogRows"] = await purgeAccessLog(database);
  removed["rateBuckets"] = await sweepBuckets(database);
  removed["events"] = await sweepOutbox(database);
  removed["usedProofs"] = await sweepUsedProofs(database);
  removed["revocations"] = await sweepRevocations(database);
  return removed;
}

async function inSteps(size: number, step: (most: number) => Promise<number>): Promise<number> {
  for (let total = 0; ;) {
    const done = await step(size);
    total += done;
    if (done < size) return total;
  }
}

/** Removes step by step what the statement finds to remove. */
function sweep(database: Database, stepOf: (most: number) => Statement): Promise<number> {
  return inSteps(STEP, (most) => removedBy(database, stepOf(most)));
}

function removedBy(database: Database, statement: Statement): Promise<number> {
  return transaction(database, RETENTION, async (tx) => (await tx.query(statement)).length);
}

function closeCases(database: Database, at: Date, most: number): Promise<number> {
  return transaction(database, RETENTION, async (tx) => {
    const ids = await casesWhoseTimeIsOver(tx, at, most);
    if (ids.length > 0) await forgetCases(tx, ids);
    return ids.length;
  });
}

function purgeAccessLog(database: Database): Promise<number> {
  return transaction(database, RETENTION, async (tx) => {
    const seals = await tx.query(OLD_SEALS.with());
    const last = seals.at(-1);
    if (!last) return 0;
    const [gone] = await tx.query(PURGE_EVENTS.with(last.through_seq));
    await tx.query(MARK_PURGED.with(last.through_seq));
    return gone?.count ?? 0;
  });
}
