import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";

/** One cover of a dependant; without a cover one row whose cover is null. */
export type DependantRow = RowOf<"dependants">;

const DEPENDANTS = statement(
  "dependants",
  "select member_id, name, birth_year, policy_id, product, role, cover_start, cover_end from dependants()",
);

/** Young persons of 15 to 17 in the custody of the person behind the login; the database knows who that is and which day it is. */
export async function dependantsOfViewer(tx: Tx): Promise<DependantRow[]> {
  return tx.query(DEPENDANTS.with());
}

export type GuardianRow = RowOf<"guardians">;

const GUARDIANS = statement("guardians", "select member_id, name, access from guardians()");

/** Holders of custody of the person behind the login, and what each may see today. */
export async function guardiansOfViewer(tx: Tx): Promise<GuardianRow[]> {
  return tx.query(GUARDIANS.with());
}

/** Custody that has not ended, of persons under 18: by the child, or by the adult. */
const custodyWhere = (parent: string): string => `
  select ${parent} as parent, g.child_id as "childId", g.guardian_id as "guardianId", g.checked_on as "checkedOn",
    false as ended
  from guardianship g join member m on m.id = g.child_id
  where ${parent} = any ($1::uuid[]) and clock_today() < (m.birth_date + interval '18 years')::date
    and (g.ended_on is null or g.ended_on > clock_today())
  order by g.checked_on desc, g.guardian_id, g.child_id`;
const CUSTODY_OF = {
  guardians: statement("guardians-of-members", custodyWhere("g.child_id")),
  dependants: statement("dependants-of-members", custodyWhere("g.guardian_id")),
};

export function custodyOf(tx: Tx, which: keyof typeof CUSTODY_OF, memberIds: readonly string[]) {
  return tx.query(CUSTODY_OF[which].with(memberIds));
}

const OWN = statement(
  "own-guardianship",
  `select m.birth_date, clock_today() as today
   from guardianship g join member m on m.id = g.child_id
   where g.child_id = $1 and g.guardian_id = $2 and (g.ended_on is null or g.ended_on > clock_today())
   for no key update of g`,
);

/** Locked, so that two answers to the same question come one after the other. */
export async function lockOwnGuardianship(tx: Tx, childId: string, guardianId: string): Promise<RowOf<"own-guardianship"> | null> {
  const [row] = await tx.query(OWN.with(childId, guardianId));
  return row ?? null;
}

/** `checked_on` is null where no custody was recorded before. */
const CUSTODY = statement(
  "custody-file",
  `select c.birth_date, clock_today() as today, g.checked_on
   from member c join member a on a.id = $2 and a.erased_at is null
     left join guardianship g on g.child_id = c.id and g.guardian_id = a.id
   where c.id = $1 and c.erased_at is null for no key update of c`,
);

/** Child and guardian as the register's answer finds them; null where one of them is not here. */
export async function lockCustody(tx: Tx, childId: string, guardianId: string): Promise<RowOf<"custody-file"> | null> {
  const [row] = await tx.query(CUSTODY.with(childId, guardianId));
  return row ?? null;
}
