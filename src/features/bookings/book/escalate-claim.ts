/** Nothing fits: the promise is in danger and people must know, so this is written down although the caller gets a no. */
import type { CaseFile } from "../../claims/case-file/case-file.js";
import { mayMove } from "../../claims/claim.js";
import type { Context } from "../../../gateway/api/context.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { nobodyOnCall } from "../../promise/feasibility/told-certificate.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { newId } from "../../../platform/random.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, write } from "../../../platform/postgres/write.js";
import { eventRow } from "../booking-rows.js";
import type { Proof } from "./admission.js";
import type { SearchAttempt } from "./find-first-slot.js";
import { actorFor } from "./place-booking.js";

const ESCALATE = statement(
  "escalate_claim",
  `update claim set state = case when $2::boolean then 'ESCALATED' else state end,
     promise_state = case when breached_at is null then 'AT_RISK' else promise_state end,
     certificate = case when breached_at is null then $3::jsonb else certificate end,
     promise_changed_at = case when breached_at is null and promise_state <> 'AT_RISK' then clock_now()
       else promise_changed_at end,
     version = version + 1
   where id = $1 and first_booking_id is null`,
);

export type Escalation = {
  readonly tried: readonly SearchAttempt[];
  /** First day that the member asked for, beside what is on record. */
  readonly notBefore: string | null;
};

export async function escalateClaim(
  ctx: Context,
  tx: Tx,
  file: CaseFile,
  { tried, notBefore }: Escalation,
  keyed: IdempotencyKey,
): Promise<void> {
  const { claim } = file;
  const proof = await proofFor(ctx, file, notBefore);
  const actor = actorFor(ctx.viewer, claim.member_id);
  const audited = {
    operation: keyed.operation,
    memberId: claim.member_id,
    object: "Claim",
    objectId: claim.id,
    outcome: "REFUSED",
    rule: claim.guarantee_class === "CRISIS_3H" ? "GUA-CRISIS-3H" : "GUA-NETWORK-10",
  } as const;
  await write(
    tx,
    {
      claim_event: [
        eventRow(file, actor, newId(), "ESCALATED", { tried, latestOn: claim.latest_on, ...(proof ? { certificate: proof.text } : {}) }),
      ],
      audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)],
      outbox: [outboxRow("promise.at-risk", claim.id, { claimId: claim.id, reason: "NO_SLOT_WITHIN_GUARANTEE" })],
    },
    [
      change(ESCALATE.with(claim.id, mayMove(claim, "escalate"), proof && JSON.stringify(proof))),
      outcomeOf(ctx.viewer.subject, keyed, { escalated: true, latestOn: claim.latest_on, tried }),
    ],
  );
}

/** Why there is nothing: whom the plan would have to leave out, or that nobody is on call. Null where no plan is kept. */
async function proofFor({ services }: Context, { claim, today }: CaseFile, notBefore: string | null): Promise<Proof | null> {
  if (claim.guarantee_class === "CRISIS_3H") return nobodyOnCall(claim.id, claim.latest_on ?? today);
  return (await services.promise?.proof(claim.id, notBefore)) ?? null;
}

/** The three hours have a rule and a clause of their own. */
const NOBODY_ON_CALL = refusal("NOBODY_ON_CALL", "No psychologist on call is free within the three hours in which a crisis is answered.", {
  path: ["input", "claimId"],
  rule: "GUA-CRISIS-3H",
  clause: "insurance conditions 2025, section 5.8.1",
  remedy: "The health team has been told: call another psychologist on call, or the crisis line.",
});

export function noSlot(tried: readonly SearchAttempt[], latestOn: string | null, promised: boolean): Refusal {
  if (promised && tried.some(({ step }) => step === "ON_CALL")) return NOBODY_ON_CALL;
  const what = tried
    .map((t) => `${t.step} (${t.channels.join(", ")}${t.withinKm === null ? "" : `, ${t.withinKm} km`}): ${outcome(t)}`)
    .join("; ");
  if (!promised)
    return refusal("NO_SLOT_FOUND", `Nothing is free in the next weeks. Tried: ${what}.`, {
      path: ["input", "claimId"],
      remedy: "Try again later, or search other clinics.",
      retryable: true,
    });
  return refusal("NO_SLOT_WITHIN_GUARANTEE", `No free time until ${latestOn ?? "the latest date"}. Tried: ${what}.`, {
    path: ["input", "claimId"],
    rule: "GUA-NETWORK-10",
    clause: "insurance conditions 2025, section 4.8",
    remedy: "The health team has been told and looks for a place; nothing else is needed from the member.",
  });
}

function outcome({ found, harmful, refused }: SearchAttempt): string {
  if (found === 0) return "nothing free";
  if (harmful === found) return `${found} free, each needed for another promise`;
  return `${found} free, none could be taken${refused.length > 0 ? ` (${refused.join(", ")})` : ""}`;
}
