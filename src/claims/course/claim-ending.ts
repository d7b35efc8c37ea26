import { refusal, type Refusal } from "../../kernel/refusal.js";
import type { Tx } from "../../platform/postgres/transaction.js";
import type { Change } from "../../platform/postgres/write.js";

/** A consent to disclose for a case ends with the case. */
export function endConsents(claimId: string): Change {
  return {
    name: "end_consents",
    sql: `update consent set expires_on = clock_today()
          where claim_id = $1 and expires_on > clock_today() and withdrawn_on is null and replaced_by is null`,
    values: [claimId],
  };
}

/** A case with appointments ahead does not end over their heads (CLM-STOP-INEFFECTIVE asks for their cancellation). */
export async function appointmentsAhead(tx: Tx, claimId: string): Promise<Refusal[]> {
  const [row] = await tx.query<{ ahead: number }>(
    "select count(*)::int as ahead from booking where claim_id = $1 and state = 'CONFIRMED'",
    [claimId],
    "appointments-ahead",
  );
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
