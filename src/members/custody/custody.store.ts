import type { Tx } from "../../platform/postgres/transaction.js";

/** One cover of a dependant; without a cover one row of nulls. */
export type DependantRow = {
  readonly member_id: string;
  readonly name: string;
  readonly birth_year: number;
  readonly policy_id: string | null;
  readonly product: string | null;
  readonly role: string | null;
  readonly cover_start: string | null;
  readonly cover_end: string | null;
};

/** Young persons of 15 to 17 in the custody of the person behind the login; the database knows who that is and which day it is. */
export async function dependantsOfViewer(tx: Tx): Promise<DependantRow[]> {
  return tx.query<DependantRow>("select * from dependants()", [], "dependants");
}

export type GuardianRow = { readonly member_id: string; readonly name: string; readonly access: string };

/** Holders of custody of the person behind the login, and what each may see today. */
export async function guardiansOfViewer(tx: Tx): Promise<GuardianRow[]> {
  return tx.query<GuardianRow>("select * from guardians()", [], "guardians");
}

export type OwnGuardianship = { readonly birthDate: string; readonly today: string };

const OWN = `
select m.birth_date as "birthDate", clock_today() as today
from guardianship g join member m on m.id = g.child_id
where g.child_id = $1 and g.guardian_id = $2 and (g.ended_on is null or g.ended_on > clock_today())
for no key update of g`;

/** Locked, so that two answers to the same question come one after the other. */
export async function lockOwnGuardianship(tx: Tx, childId: string, guardianId: string): Promise<OwnGuardianship | null> {
  const [row] = await tx.query<OwnGuardianship>(OWN, [childId, guardianId], "own-guardianship");
  return row ?? null;
}

/** Child and guardian as the register's answer finds them; null where one of them is not here. */
export type CustodyFile = {
  readonly birthDate: string;
  readonly today: string;
  /** Null where no custody was recorded before. */
  readonly checkedOn: string | null;
};

const CUSTODY = `
select c.birth_date as "birthDate", clock_today() as today, g.checked_on as "checkedOn"
from member c join member a on a.id = $2 and a.erased_at is null
  left join guardianship g on g.child_id = c.id and g.guardian_id = a.id
where c.id = $1 and c.erased_at is null for no key update of c`;

export async function lockCustody(tx: Tx, childId: string, guardianId: string): Promise<CustodyFile | null> {
  const [row] = await tx.query<CustodyFile>(CUSTODY, [childId, guardianId], "custody-file");
  return row ?? null;
}
