import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, type Change } from "../../../platform/postgres/write.js";

const END_CONSENTS = statement(
  "end_consents",
  `update consent set expires_on = clock_today()
    where claim_id = $1 and expires_on > clock_today() and withdrawn_on is null and replaced_by is null`,
);

/** A consent to disclose for a case ends with the case. */
export function endConsents(claimId: string): Change {
  return change(END_CONSENTS.with(claimId));
}

const AHEAD = statement(
  "appointments-ahead",
  `select count(*)::int as ahead
     from booking where claim_id = $1 and state = 'CONFIRMED'`,
);

/** A case with appointments ahead does not end over their heads (CLM-STOP-INEFFECTIVE asks for their cancellation). */
export async function appointmentsAhead(tx: Tx, claimId: string): Promise<Refusal[]> {
  const [row] = await tx.query(AHEAD.with(claimId));
  if (!row || row.ahead === 0) return [];
  return [
    refusal("APPOINTMENTS_REMAIN", `This claim still has ${row.ahead} appointment${row.ahead === 1 ? "" : "s"}.`, {
      path: ["input", "claimId"],
      rule: "CLM-STOP-INEFFECTIVE",
      clause: "insurance conditions 2025, sections 4.9, 5.7",
      remedy: "Cancel what lies ahead and let the clinic record what has taken place; then try again.",
    }),
  ];
}
