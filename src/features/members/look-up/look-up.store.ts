import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";

const ANSWER = "m.id, m.given_names, m.family_name, m.birth_date";
/** More than were ever born on a day and are insured here; who asks for a name sees those only whose name it may be. */
const BORN_ON = statement(
  "look-up-born-on",
  `select ${ANSWER} from member m where m.birth_date = $1 and m.erased_at is null order by m.id limit 2000`,
);
const BY_PHONE = statement(
  "look-up-phone",
  `select ${ANSWER} from member m
   where right(regexp_replace(m.phone, '[^0-9]', '', 'g'), 8) = $1 and m.erased_at is null
   order by m.id limit 20`,
);
const BY_CLAIM = statement(
  "look-up-claim",
  `select ${ANSWER} from claim c join member m on m.id = c.member_id where c.reference = $1 and m.erased_at is null`,
);
const BY_POLICY = statement(
  "look-up-policy",
  `select ${ANSWER} from policy p join member m on m.id = p.member_id
   where p.external_key = $1 and m.erased_at is null`,
);
const BY_ID = statement("look-up-id", `select ${ANSWER} from member m where m.id = $1 and m.erased_at is null`);
export type FoundPerson = RowOf<"look-up-id">;

export const bornOn = (tx: Tx, day: string): Promise<FoundPerson[]> => tx.query(BORN_ON.with(day));
/** The last eight digits: with or without the country's. */
export const withPhone = (tx: Tx, digits: string): Promise<FoundPerson[]> => tx.query(BY_PHONE.with(digits.slice(-8)));
export const ofClaim = (tx: Tx, reference: string): Promise<FoundPerson[]> => tx.query(BY_CLAIM.with(reference));
export const ofPolicy = (tx: Tx, key: string): Promise<FoundPerson[]> => tx.query(BY_POLICY.with(key));
export const personById = (tx: Tx, id: string): Promise<FoundPerson[]> => tx.query(BY_ID.with(id));
