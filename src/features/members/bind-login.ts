/**
 * Whose case a login opens. The first time a person signs in the provider says their civil registration number, and the login is bound to the
 * member who has it; after that they are known by the login alone.
 */
import { classify } from "../../platform/postgres/database-errors.js";
import type { Database } from "../../platform/postgres/database.js";
import { normaliseCpr, type PersonalData } from "../../platform/people/personal-data.js";
import { statement } from "../../platform/postgres/statement.js";
import { transaction } from "../../platform/postgres/transaction.js";
import { write } from "../../platform/postgres/write.js";
import { auditRow } from "../../platform/trail/audit.js";
import { WORKER, type Assurance } from "../../platform/viewer.js";
import { memberByCivilNumber } from "./civil-number/civil-number.store.js";

export type LoginOfPerson = { readonly subject: string; readonly assurance: Assurance; readonly civilNumber: string | null };
/** NOT_A_MEMBER: nobody here has this login or this number. OTHER_LOGIN: the member has another login, or the login another number. */
export type Binding = "BOUND" | "KNOWN" | "NOT_A_MEMBER" | "OTHER_LOGIN";

const KNOWN = statement("member-of-login", "select id from member where identity_subject = $1 and erased_at is null");
const BIND = statement(
  "bind-login",
  `update member set identity_subject = $2, identity_bound_at = clock_now(), version = version + 1
   where id = $1 and identity_subject is null and erased_at is null returning id`,
);

/** Binds a login once. Two browsers of one person that come at the same time both find it bound; every end stands in the trail. */
export async function bindLogin(database: Database, personal: PersonalData, login: LoginOfPerson): Promise<Binding> {
  const { subject } = login;
  const number = login.civilNumber === null ? null : normaliseCpr(login.civilNumber);
  const ofNumber = number === null ? null : await memberByCivilNumber(database, personal, number);
  const decided = await transaction(database, WORKER, async (tx) => {
    const [known] = await tx.query(KNOWN.with(subject));
    // a number that is somebody else's by now is a mistake of one of the two registers: a person has to look
    if (known) return { outcome: ofNumber === null || ofNumber === known.id ? "KNOWN" : "OTHER_LOGIN", memberId: known.id } as const;
    if (ofNumber === null) return { outcome: "NOT_A_MEMBER", memberId: null } as const;
    const [bound] = await tx.query(BIND.with(ofNumber, subject));
    if (bound) await write(tx, { audit_event: [lineOf(login, ofNumber, "BOUND")] });
    return { outcome: bound ? "BOUND" : "OTHER_LOGIN", memberId: ofNumber } as const;
  }).catch(async (error: unknown) => {
    // another browser of the same person was first
    if (classify(error)?.constraint !== "member_identity_is_unique") throw error;
    return { outcome: "KNOWN", memberId: null } as const;
  });
  const { outcome, memberId } = decided;
  if (outcome === "NOT_A_MEMBER" || outcome === "OTHER_LOGIN")
    await transaction(database, WORKER, (tx) => write(tx, { audit_event: [lineOf(login, memberId, outcome)] }));
  return outcome;
}

function lineOf({ subject, assurance }: LoginOfPerson, memberId: string | null, rule: Binding) {
  const outcome = rule === "BOUND" ? "ALLOWED" : "REFUSED";
  const audited = { operation: "bindLogin", object: "Member", objectId: memberId, memberId, purpose: "OPERATION", outcome, rule } as const;
  return auditRow({ ...WORKER, subject, role: "MEMBER", assurance }, "desk", audited);
}
