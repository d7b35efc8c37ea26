/** The network in figures, for whoever is on duty: sums and counts over everybody, read by one statement. */
import type { Database } from "../../platform/postgres/database.js";
import { statement, type RowOf } from "../../platform/postgres/statement.js";
import { transaction } from "../../platform/postgres/transaction.js";
import { WORKER } from "../../platform/viewer.js";

export type Figures = RowOf<"figures"> & { readonly jobs: Readonly<Record<string, number>> };

const FIGURES = statement(
  "figures",
  `select
     (select count(*)::int from outbox where delivered_at is null and dead_at is null) as "eventsWaiting",
     coalesce((select extract(epoch from now() - min(created_at))::float8 from outbox
       where delivered_at is null and dead_at is null), 0) as "oldestEventSeconds",
     (select count(*)::int from outbox where delivered_at is null and dead_at is not null) as "eventsDead",
     (select count(*)::int from claim where guarantee_outcome = 'RUNNING') as "promisesRunning",
     (select count(*)::int from claim where guarantee_outcome = 'RUNNING' and promise_state = 'AT_RISK')
       as "promisesAtRisk",
     (select count(*)::int from claim where breached_at > clock_now() - interval '30 days') as "promisesBreached",
     coalesce((select extract(epoch from clock_now() - min(c.deadline_at))::float8
       from claim c left join booking f on f.id = c.first_booking_id
       where c.guarantee_outcome = 'RUNNING' and c.deadline_at < clock_now() and c.breached_at is null
         and (f.id is null or f.starts_at >= c.deadline_at) and c.state not in ('DENIED', 'CLOSED', 'COMPLETED')), 0)
       as "oldestUnmetSeconds",
     (select count(*)::int from settlement_line where state in ('READY', 'DISPUTED')) as "linesWaiting",
     coalesce((select sum(amount_minor)::float8 from settlement_line where state in ('READY', 'DISPUTED')), 0)
       as "waitingOre",
     coalesce((select greatest(0, extract(epoch from clock_now() - min(ready_at)))::float8 from settlement_line
       where state = 'READY'), 0) as "oldestLineSeconds",
     (select count(*)::int from settlement_payment
       where state in ('SENT', 'ACCEPTED') and expected_on < clock_today() - 2) as "paymentsOverdue",
     (select count(*)::int from bank_exception where resolved_at is null) as "bankExceptions",
     (select count(*)::int from alert where resolved_at is null) as "alertsOpen",
     coalesce((select extract(epoch from clock_now() - min(at))::float8 from audit_event
       where seq > coalesce((select max(through_seq) from audit_seal), 0)), 0) as "unsealedSeconds"`,
);
const JOB_AGES = statement(
  "job-ages",
  `select job, extract(epoch from now() - coalesce(finished_at, started_at))::float8 as seconds from job_run`,
);

/** Null when the database does not answer: a figure that is not known is no zero. */
export async function readFigures(database: Database): Promise<Figures | null> {
  try {
    return await transaction(
      database,
      WORKER,
      async (tx) => {
        const [[figures], ages] = await tx.all([FIGURES.with(), JOB_AGES.with()]);
        return figures ? { ...figures, jobs: Object.fromEntries(ages.map(({ job, seconds }) => [job, seconds])) } : null;
      },
      { readOnly: true, retries: 0 },
    );
  } catch {
    return null;
  }
}
