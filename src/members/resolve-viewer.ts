import type { Claims } from "../gateway/identity/viewer.js";
import type { Database } from "../platform/postgres/database.js";
import { statement } from "../platform/postgres/statement.js";
import { transaction, type Tx } from "../platform/postgres/transaction.js";
import { WORKER, type Role, type Viewer } from "../platform/viewer.js";

/** Roles whose reach hangs on who they are: a person's own case, or a clinic's own contract. */
const CLINIC_ROLES: ReadonlySet<Role> = new Set<Role>(["CLINIC_STAFF", "CLINIC_SYSTEM"]);

/**
 * The viewer behind checked claims; null where the subject is not known here. A member acts for itself and for children
 * in its custody until the child is 15, as long as the register was asked within 30 days; a clinic user for the contract party of its CVR number. `at` replaces the
 * database's clock: the day changes at midnight in Copenhagen (GEN-LOCAL-DATE).
 */
export async function resolveViewer(database: Database, claims: Claims, at: Date | null = null): Promise<Viewer | null> {
  const { role, subject, cvr, assurance, purpose } = claims;
  const nobody: Viewer = { role, subject, cvr, assurance, purpose, memberIds: [], providerId: null };
  if (role === "MEMBER") {
    const memberIds = await asWorker(database, (tx) => memberIdsOf(tx, subject, at));
    return memberIds.length > 0 ? { ...nobody, memberIds } : null;
  }
  if (!CLINIC_ROLES.has(role)) return nobody;
  const providerId = cvr === null ? null : await asWorker(database, (tx) => providerIdOf(tx, cvr));
  return providerId === null ? null : { ...nobody, providerId };
}

// Nobody is a viewer yet, so row-level security has nothing to go by.
function asWorker<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(database, WORKER, work, { readOnly: true });
}

/** Adding years to 29 February gives 28 February in a common year, as the rules count ages (GEN-AGE). */
const MEMBER_IDS = statement(
  "viewer-members",
  `with clock as (select (coalesce($2::timestamptz, clock_now()) at time zone 'Europe/Copenhagen')::date as today),
   self as (select id from member where identity_subject = $1 and erased_at is null)
   select id, 0 as place from self
   union all
   select child.id, 1 from self
     join guardianship g on g.guardian_id = self.id
     join member child on child.id = g.child_id and child.erased_at is null
     cross join clock
     where custody_stands(g.checked_on, g.ended_on, clock.today)
       and (child.birth_date + interval '15 years')::date > clock.today
   order by place, id`,
);
const PROVIDER_ID = statement("viewer-provider", "select id from provider where cvr = $1");

async function memberIdsOf(tx: Tx, subject: string, at: Date | null): Promise<string[]> {
  return (await tx.finish(MEMBER_IDS.with(subject, at))).map(({ id }) => id);
}

async function providerIdOf(tx: Tx, cvr: string): Promise<string | null> {
  const [row] = await tx.finish(PROVIDER_ID.with(cvr));
  return row?.id ?? null;
}
