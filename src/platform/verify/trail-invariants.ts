/**
 * What must be true of the trail of every act, whatever it was: all that one transaction writes bears one number, so an act
 * whose line or event is missing stands out however many others there are.
 */
import type { Invariant } from "../invariant-query.js";
import { statement } from "../postgres/statement.js";

const KEYS = statement(
  "unaudited-keys",
  `select i.operation || ' ' || i.key as id from idempotency i
    where not exists (select from audit_event a where a.written_in = i.written_in)`,
);
const OPEN_KEYS = statement("keys-without-outcome", "select operation || ' ' || key as id from idempotency where outcome is null");
/** An event stays a week after it was delivered; an act that is older cannot be asked about. */
const ACTS = statement(
  "untold-acts",
  `select a.operation || ' ' || a.seq as id from audit_event a
    where a.operation = any ($1) and a.outcome = 'ALLOWED' and a.at > clock_now() - interval '7 days'
      and not exists (select from outbox o where o.written_in = a.written_in)`,
);
const DEAD = statement("dead-events", "select id::text as id from outbox where dead_at is not null and delivered_at is null");

/** `announced` are the operations whose every act has an event. */
export function trailInvariants(announced: readonly string[]): readonly Invariant[] {
  return [
    { id: "I3", says: "every key has the outcome of its act", broken: OPEN_KEYS.with() },
    { id: "I8", says: "every act under a key has its line in the audit trail", broken: KEYS.with() },
    { id: "I9", says: "every act that others are told of has its event", broken: ACTS.with(announced) },
    { id: "I9", says: "no event has been given up without being delivered", broken: DEAD.with() },
  ];
}
