/**
 * Sealed civil registration numbers. Only statements in this file touch them, under a database role of their own that is taken
 * on for one transaction; the role of ordinary requests can neither read nor write the column or the index.
 */
import type { Database } from "../../../platform/postgres/database.js";
import type { PersonalData } from "../../../platform/people/personal-data.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import { transaction, type Tx } from "../../../platform/postgres/transaction.js";
import { ANONYMOUS, WORKER } from "../../../platform/viewer.js";
import { lockKey } from "../../../platform/postgres/locks.js";

/** Reads a number and finds whose it is. */
const ROLE = "gateway_identity";
/** Moves numbers to other keys, and removes them; for jobs and erasure. */
const KEYS_ROLE = "gateway_keys";
const placeOf = (memberId: string) => ({ table: "member", column: "cpr_encrypted", rowId: memberId });

const ROLE_BEFORE = statement("role-before", "select current_setting('role') as role");
const TAKE_ON = statement("take-on-role", "select set_config('role', $1, true) as role");

/** A few statements under a role for numbers inside a transaction of another role, which goes on afterwards. */
async function under<T>(role: string, tx: Tx, work: () => Promise<T>): Promise<T> {
  const [before] = await tx.query(ROLE_BEFORE.with());
  await tx.query(TAKE_ON.with(role));
  const result = await work();
  await tx.query(TAKE_ON.with(before?.role ?? "none"));
  return result;
}

const SEALED = statement("civil-number", "select cpr_encrypted as sealed from member where id = $1");

/** The number of a member this viewer may see, or null where none is known. Whoever asks has been checked, counted and written down. */
export async function civilNumberOf(tx: Tx, personal: PersonalData, memberId: string): Promise<string | null> {
  const [row] = await under(ROLE, tx, () => tx.query(SEALED.with(memberId)));
  return row?.sealed ? personal.decrypt(row.sealed, placeOf(memberId)) : null;
}

const PERSONS = statement(
  "persons-to-pay",
  `select id, given_names || ' ' || family_name as name, cpr_encrypted as sealed from member
    where id = any ($1::uuid[]) and cpr_encrypted is not null`,
);

/** Name and number of each of these members, for the file that pays them; who has no number is not among them. For the job that writes it. */
export async function personsToPay(
  tx: Tx,
  personal: PersonalData,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly name: string; readonly civilNumber: string }>> {
  const rows = await under(KEYS_ROLE, tx, () => tx.query(PERSONS.with(memberIds)));
  return new Map(rows.map(({ id, name, sealed }) => [id, { name, civilNumber: personal.decrypt(sealed, placeOf(id)) }]));
}

const MEMBER_BY_NUMBER = statement("member-by-cpr", "select member_of_number($1::bytea[]) as id");

/** Who has this number, under any key that is live; for the identity service and jobs. */
export async function memberByCivilNumber(database: Database, personal: PersonalData, cpr: string): Promise<string | null> {
  const digests = personal.blindIndexes(cpr).map(({ digest }) => digest);
  const [row] = await transaction(database, ANONYMOUS, (tx) => tx.query(MEMBER_BY_NUMBER.with(digests)), { role: ROLE, readOnly: true });
  return row?.id ?? null;
}

/** The same inside the transaction of somebody who may ask. */
export async function memberOfNumber(tx: Tx, personal: PersonalData, cpr: string): Promise<string | null> {
  const digests = personal.blindIndexes(cpr).map(({ digest }) => digest);
  const [row] = await under(ROLE, tx, () => tx.query(MEMBER_BY_NUMBER.with(digests)));
  return row?.id ?? null;
}

const FORGET_NUMBER = statement("forget-civil-number", "update member set cpr_encrypted = null where id = $1");
const FORGET_INDEX = statement("forget-civil-number-index", "delete from member_cpr where member_id = $1");

/** Removes number and index, in the caller's transaction. */
export async function forgetCivilNumber(tx: Tx, memberId: string): Promise<void> {
  await under(KEYS_ROLE, tx, async () => {
    await tx.query(FORGET_NUMBER.with(memberId));
    await tx.query(FORGET_INDEX.with(memberId));
  });
}

const NUMBERS = statement(
  "civil-numbers-known",
  `select c.member_id, encode(c.blind_index, 'hex') as digest
   from unnest($1::bytea[]) d (digest) join member_cpr c on c.blind_index = d.digest
   union select c.member_id, encode(c.blind_index, 'hex') from unnest($2::uuid[]) m (id)
   join member_cpr c on c.member_id = m.id`,
);
export type KnownNumber = RowOf<"civil-numbers-known">;

/** Whose these numbers are, and by what the numbers of these members are found; for intake, which brings numbers. */
export function knownNumbers(tx: Tx, digests: readonly Buffer[], memberIds: readonly string[]): Promise<KnownNumber[]> {
  return under(KEYS_ROLE, tx, () => tx.query(NUMBERS.with(digests, memberIds)));
}

const UNSEAL = statement("clear-civil-numbers", "update member set cpr_encrypted = null where id = any ($1::uuid[])");
const UNKNOW = statement("clear-civil-number-indexes", "delete from member_cpr where member_id = any ($1::uuid[])");

/** The numbers of these members from now on; null where none is known any more. Sealed and indexed under the current keys. */
export async function saveCivilNumbers(
  tx: Tx,
  personal: PersonalData,
  numbers: readonly { readonly memberId: string; readonly civilNumber: string | null }[],
): Promise<void> {
  const known = numbers.flatMap(({ memberId, civilNumber }) => (civilNumber === null ? [] : [{ memberId, civilNumber }]));
  const gone = numbers.flatMap(({ memberId, civilNumber }) => (civilNumber === null ? [memberId] : []));
  const ids = known.map(({ memberId }) => memberId);
  await under(KEYS_ROLE, tx, async () => {
    await tx.query(UNKNOW.with(numbers.map(({ memberId }) => memberId)));
    if (gone.length > 0) await tx.query(UNSEAL.with(gone));
    if (ids.length === 0) return;
    const sealed = known.map(({ memberId, civilNumber }) => personal.encrypt(civilNumber, placeOf(memberId)));
    const digests = known.map(({ civilNumber }) => personal.blindIndex(civilNumber).digest);
    await tx.query(RESEAL.with(ids, sealed));
    await tx.query(INDEX.with(ids, digests, personal.current.indexing));
  });
}

/** One run at a time: the rows another has just moved would be moved again. */
const ONE_RUN = statement("civil-number-keys-lock", `select pg_advisory_xact_lock(${lockKey("civilNumberKeys")})`);

/** Sealed or indexed under a key that no longer writes. The key's id stands in the value's head, behind its length. */
const OUTDATED = statement(
  "civil-numbers-outdated",
  `select m.id, m.cpr_encrypted as sealed from member m
   where m.id > $1 and m.cpr_encrypted is not null
     and (substring(m.cpr_encrypted from 3 for get_byte(m.cpr_encrypted, 1)) <> convert_to($2, 'UTF8')
       or not exists (select 1 from member_cpr i where i.member_id = m.id and i.key_id = $3)
       or exists (select 1 from member_cpr i where i.member_id = m.id and i.key_id <> $3))
   order by m.id limit $4 for no key update of m`,
);

const RESEAL = statement(
  "reseal-civil-numbers",
  `update member m set cpr_encrypted = n.sealed from unnest($1::uuid[], $2::bytea[]) n (id, sealed) where m.id = n.id`,
);
const INDEX = statement(
  "index-civil-numbers",
  `insert into member_cpr (blind_index, key_id, member_id)
   select digest, $3, id from unnest($1::uuid[], $2::bytea[]) n (id, digest)
   on conflict do nothing`,
);
const UNINDEX = statement(
  "unindex-civil-numbers",
  `delete from member_cpr
   where member_id = any ($1) and key_id <> $2`,
);

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
      await tx.query(ONE_RUN.with());
      const rows = await tx.query(OUTDATED.with(after, sealing, indexing, most));
      const last = rows.at(-1);
      if (!last) return null;
      const ids = rows.map(({ id }) => id);
      const plain = rows.map(({ id, sealed }) => personal.decrypt(sealed, placeOf(id)));
      await tx.query(
        RESEAL.with(
          ids,
          plain.map((cpr, i) => personal.encrypt(cpr, placeOf(ids[i] ?? ""))),
        ),
      );
      await tx.query(
        INDEX.with(
          ids,
          plain.map((cpr) => personal.blindIndex(cpr).digest),
          indexing,
        ),
      );
      // in the same instant: a look-up under either key finds exactly one
      await tx.query(UNINDEX.with(ids, indexing));
      return { last: last.id, moved: rows.length };
    },
    { role: KEYS_ROLE },
  );
}
