/** What must be true of the history of every case: it says what was done, and the trail says by whom. */
import type { Invariant } from "../../platform/invariant-query.js";
import { statement } from "../../platform/postgres/statement.js";

const STEPS = statement(
  "unaudited-steps",
  `select e.id::text as id from claim_event e
    where not exists (select from audit_event a where a.written_in = e.written_in)`,
);
/** What is told of a case stands in its history as well. */
const TOLD_STEPS = statement(
  "told-steps-without-history",
  `select o.topic || ' ' || o.seq as id from outbox o
    where o.topic in ('claim.changed', 'claim.reported')
      and not exists (select from claim_event e where e.written_in = o.written_in)`,
);

export const CLAIM_INVARIANTS: readonly Invariant[] = [
  { id: "I8", says: "every step of a case has its line in the audit trail", broken: STEPS.with() },
  { id: "I8", says: "every change of a case that others are told of stands in its history", broken: TOLD_STEPS.with() },
];
