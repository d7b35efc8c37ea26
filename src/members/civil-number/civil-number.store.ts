/**
 * Sealed civil registration numbers. Only statements in this file touch them, under a database role of their own that is taken
 * on for one transaction; the role of ordinary requests can neither read nor write the column or the index.
 */
import type { Database } from "../../platform/postgres/database.js";
import type { PersonalData } from "../../platform/people/personal-data.js";
import { transaction, type Tx } from "../../platform/postgres/transaction.js";
import { ANONYMOUS, WORKER } from "../../platform/viewer.js";
import { lockKey } from "../../platform/postgres/locks.js";

/** Reads a number and finds whose it is. */
const ROLE = "gateway_identity";
/** Moves numbers to other keys, and removes them; for jobs and erasure. */
const KEYS_ROLE = "gateway_keys";
const placeOf = (memberId: string) => ({ table: "member", column: "cpr_encrypted", rowId: memberId });

const ROLE_BEFORE = "select current_setting('role') as role";
const TAKE_ON = "select set_config('role', $1, true)";

/** A few statements under a role for numbers inside a transaction of another role, which goes on afterwards. */
async function under<T>(role: string, tx: Tx, work: () => Promise<T>): Promise<T> {
  const [before] = await tx.query<{ role: string }>(ROLE_BEFORE, [], "role-before");
  await tx.query(TAKE_ON, [role], "take-on-role");
  const result = await work();
  await tx.query(TAKE_ON, [before?.role ?? "none"], "take-on-role");
  return result;
}

/** The number of a member this viewer may see, or null where none is known. Whoever asks has been checked, counted and written down. */
export async function civilNumberOf(tx: Tx, personal: PersonalData, memberId: string): Promise<string | null> {
  const read = "select cpr_encrypted as sealed from member where id = $1";
  const [row] = await under(ROLE, tx, () => tx.query<{ sealed: Buffer | null }>(read, [memberId], "civil-number"));
  return row?.sealed ? personal.decrypt(row.sealed, placeOf(memberId)) : null;
}

/** Who has this number, under any key that is live; for the identity service and jobs. */
export async function memberByCivilNumber(database: Database, personal: PersonalData, cpr: string): Promise<string | null> {
  const digests = personal.blindIndexes(cpr).map(({ digest }) => digest);
  const find = "select member_of_number($1::bytea[]) as id";
  const [row] = await transaction(database, ANONYMOUS, (tx) => tx.query<{ id: string | null }>(find, [digests], "member-by-cpr"), {
    role: ROLE,
    readOnly: true,
  });
  return row?.id ?? null;
}

/** Removes number and index, in the caller's transaction. */
export async function forgetCivilNumber(tx: Tx, memberId: string): Promise<void> {
  await under(KEYS_ROLE, tx, async () => {
    await tx.query("update member set cpr_encrypted = null where id = $1", [memberId]);
    await tx.query("delete from member_cpr where member_id = $1", [memberId]);
  });
}

/** Sealed or indexed under a key that no longer writes. The key's id stands in the value's head, behind its length. */
const OUTDATED = `
select m.id, m.cpr_encrypted as sealed from member m
where m.id > $1 and m.cpr_encrypted is not null
  and (substring(m.cpr_encrypted from 3 for get_byte(m.cpr_encrypted, 1)) <> convert_to($2, 'UTF8')
    or not exists (select 1 from member_cpr i where i.member_id = m.id and i.key_id = $3)
    or exists (select 1 from member_cpr i where i.member_id = m.id and i.key_id <> $3))
order by m.id limit $4 for no key update of m`;

const RESEAL = "update member m set cpr_encrypted = n.sealed from unnest($1::uuid[], $2::bytea[]) n (id, sealed) where m.id = n.id";
const INDEX = `
insert into member_cpr (blind_index, key_id, member_id) select digest, $3, id from unnest($1::uuid[], $2::bytea[]) n (id, digest) on conflict do nothing`;
const UNINDEX = "delete from member_cpr where member_id = any ($1) and key_id <> $2";

/** Moves up to `most` numbers after this id to the current keys; answers the last id, or null when nothing was left. */
export async function moveToCurrentKeys(
  database: Database,
  personal: PersonalData,
  after: string,
  most: number,
): Promise<{ last: string; moved: number } | null> {
  const { sealing, indexing } = personal.current;
  return transaction(
    database,
    WORKER,
    async (tx) => {
      // one at a time: the rows another has just moved would be moved again
      await tx.query(`select pg_advisory_xact_lock(${lockKey("civilNumberKeys")})`);
      const rows = await tx.query<{ id: string; sealed: Buffer }>(OUTDATED, [after, sealing, indexing, most]);
      const last = rows.at(-1);
      if (!last) return null;
      const ids = rows.map(({ id }) => id);
      const plain = rows.map(({ id, sealed }) => personal.decrypt(sealed, placeOf(id)));
      await tx.query(RESEAL, [ids, plain.map((cpr, i) => personal.encrypt(cpr, placeOf(ids[i] ?? "")))]);
      await tx.query(INDEX, [ids, plain.map((cpr) => personal.blindIndex(cpr).digest), indexing]);
      // in the same instant: a look-up under either key finds exactly one
      await tx.query(UNINDEX, [ids, indexing]);
      return { last: last.id, moved: rows.length };
    },
    { role: KEYS_ROLE },
  );
}
