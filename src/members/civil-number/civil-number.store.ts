/**
 * Sealed civil registration numbers. Only statements in this file touch them, under a database role of their own that is taken
 * on for one transaction; the role of ordinary requests can neither read nor write the column or the index.
 */
import { APP_ROLE, type Database } from "../../platform/postgres/database.js";
import type { PersonalData } from "../../platform/people/personal-data.js";
import { transaction, type Tx } from "../../platform/postgres/transaction.js";
import { WORKER } from "../../platform/viewer.js";
import { lockKey } from "../../platform/postgres/locks.js";

const ROLE = "gateway_identity";
const placeOf = (memberId: string) => ({ table: "member", column: "cpr_encrypted", rowId: memberId });

/** A few statements under the role for numbers inside a transaction of another role, which goes on afterwards. */
async function asIdentity<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const [before] = await tx.query<{ role: string }>("select current_setting('role') as role", [], "role-before");
  await tx.query(`set local role ${ROLE}`);
  const result = await work();
  await tx.query(`set local role ${before?.role === APP_ROLE ? APP_ROLE : "none"}`);
  return result;
}

/** The number of a member this viewer may see, or null where none is known. Whoever asks has been checked, counted and written down. */
export async function civilNumberOf(tx: Tx, personal: PersonalData, memberId: string): Promise<string | null> {
  const read = "select cpr_encrypted as sealed from member where id = $1";
  const [row] = await asIdentity(tx, () => tx.query<{ sealed: Buffer | null }>(read, [memberId], "civil-number"));
  return row?.sealed ? personal.decrypt(row.sealed, placeOf(memberId)) : null;
}

/** Who has this number, under any key that is live; for the identity service and jobs. */
export async function memberByCivilNumber(database: Database, personal: PersonalData, cpr: string): Promise<string | null> {
  const digests = personal.blindIndexes(cpr).map(({ digest }) => digest);
  const find = "select member_id as id from member_cpr where blind_index = any ($1) limit 1";
  const [row] = await transaction(database, WORKER, (tx) => tx.query<{ id: string }>(find, [digests], "member-by-cpr"), {
    role: ROLE,
    readOnly: true,
  });
  return row?.id ?? null;
}

/** Removes number and index, in the caller's transaction. */
export async function forgetCivilNumber(tx: Tx, memberId: string): Promise<void> {
  await asIdentity(tx, async () => {
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
    { role: ROLE },
  );
}
