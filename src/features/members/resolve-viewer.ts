import type { Claims } from "../../gateway/identity/viewer.js";
import type { Database } from "../../platform/postgres/database.js";
import { statement } from "../../platform/postgres/statement.js";
import { transaction, type Tx } from "../../platform/postgres/transaction.js";
import { ANONYMOUS, type Role, type Viewer } from "../../platform/viewer.js";

/** Strangers who ask for much are in the way of strangers, not of those who sign in. */
const SIGN_IN: Viewer = { ...ANONYMOUS, subject: "sign-in" };

const READING = { readOnly: true, rights: "IDENTITY" } as const;

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
    const memberIds = await transaction(database, SIGN_IN, (tx) => memberIdsOf(tx, subject, at), READING);
    return memberIds.length > 0 ? { ...nobody, memberIds } : null;
  }
  if (!CLINIC_ROLES.has(role)) return nobody;
  const providerId = cvr === null ? null : await transaction(database, SIGN_IN, (tx) => providerIdOf(tx, cvr), READING);
  return providerId === null ? null : { ...nobody, providerId };
}

/** Nobody is a viewer yet, so row-level security has nothing to go by: the database answers this one question itself. */
const MEMBER_IDS = statement("viewer-members", "select id from members_of_subject($1, $2::timestamptz)");
const PROVIDER_ID = statement("viewer-provider", "select id from provider where cvr = $1");

async function memberIdsOf(tx: Tx, subject: string, at: Date | null): Promise<string[]> {
  return (await tx.finish(MEMBER_IDS.with(subject, at))).map(({ id }) => id);
}

/** The directory is everyone's. */
async function providerIdOf(tx: Tx, cvr: string): Promise<string | null> {
  const [row] = await tx.finish(PROVIDER_ID.with(cvr));
  return row?.id ?? null;
}
