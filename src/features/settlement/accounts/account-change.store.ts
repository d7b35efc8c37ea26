import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";

const CHANGES_BY_ID = statement("account-changes-by-id", "select c.* from account_change c where c.id = any ($1::uuid[])");
export type ChangeRecord = RowOf<"account-changes-by-id">;

export function accountChangesById(tx: Tx, ids: readonly string[]): Promise<ChangeRecord[]> {
  return tx.query(CHANGES_BY_ID.with(ids));
}

export async function accountChangeById(tx: Tx, id: string): Promise<ChangeRecord | null> {
  return (await accountChangesById(tx, [id]))[0] ?? null;
}

const CHANGES = statement(
  "account-changes",
  `select c.* from account_change c
    where ($1::text is null or c.state = $1) and ($2::uuid is null or c.id < $2) order by c.id desc limit $3`,
);

/** Those the viewer may see, the latest first. */
export function accountChanges(tx: Tx, state: string | null, after: string | null, limit: number): Promise<ChangeRecord[]> {
  return tx.query(CHANGES.with(state, after, limit));
}

const LOCK_CHANGE = statement("account-change-lock", "select c.* from account_change c where c.id = $1 for update of c");
const KNOWN_NUMBERS = statement("account-known-numbers", "select phone from clinic where provider_id = $1 and phone is not null");

/** A change, locked, with the numbers that its company may be called back on. */
export async function changeToDecide(tx: Tx, id: string): Promise<(ChangeRecord & { readonly knownNumbers: readonly string[] }) | null> {
  const [change] = await tx.query(LOCK_CHANGE.with(id));
  if (!change) return null;
  const numbers = await tx.query(KNOWN_NUMBERS.with(change.provider_id));
  return { ...change, knownNumbers: numbers.map(({ phone }) => phone ?? "") };
}

const GROUND = statement(
  "account-ground",
  `select clock_now() as now, exists (select from provider_account where provider_id = $1) as has_one`,
);

/** The database's time, and whether the company has an account already. */
export async function accountGround(tx: Tx, providerId: string): Promise<{ readonly now: Date; readonly hasOne: boolean }> {
  const [row] = await tx.query(GROUND.with(providerId));
  return { now: row?.now ?? new Date(0), hasOne: row?.has_one ?? true };
}

const REPLACE_OPEN = statement(
  "account-replace-open",
  "update account_change set state = 'REPLACED' where provider_id = $1 and state in ('STATED', 'CONFIRMED')",
);

/** A later statement takes the place of one that is not in force yet. */
export async function replaceOpenChange(tx: Tx, providerId: string): Promise<void> {
  await tx.query(REPLACE_OPEN.with(providerId));
}

const ACCOUNTS_OF = statement(
  "accounts-of-organisations",
  `select a.provider_id as parent, a.registration_number, a.account_number, a.changed_at, a.blocked_at, a.blocked_reason
   from provider_account a where a.provider_id = any ($1::uuid[])`,
);
export type AccountRecord = RowOf<"accounts-of-organisations">;

/** The accounts that are paid to. */
export function accountsOf(tx: Tx, providerIds: readonly string[]): Promise<AccountRecord[]> {
  return tx.query(ACCOUNTS_OF.with(providerIds));
}
