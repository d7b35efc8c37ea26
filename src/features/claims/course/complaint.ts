import type { ComplaintCause, Cover, CrisisEvent, CrisisRelation, ReferralType, Service, WorkRelated } from "../../../rules/codes.js";
import type { ConditionCode } from "../../../rules/data/conditions.js";
import type { Complaint } from "../case-file/member-file.js";

/** What is said of a complaint, in the API's words. */
export type ComplaintInput = {
  readonly under: Cover;
  readonly service: Service;
  readonly workRelated: WorkRelated;
  readonly cause?: ComplaintCause | null;
  readonly condition: {
    readonly code: ConditionCode;
    readonly aroseOn: string;
    readonly diagnosedOn?: string | null;
  };
  readonly referral?: { readonly type: ReferralType; readonly issuedOn: string } | null;
  readonly crisis?: {
    readonly event: CrisisEvent;
    readonly occurredAt: Date;
    readonly policeReported: boolean;
    readonly relation?: CrisisRelation | null;
  } | null;
};

/** What the insurer adds to it. Instants are RFC 3339. */
export type ComplaintHandling = Pick<Complaint, "mode" | "received_at" | "reported_via" | "approved_at" | "wishes">;

export function complaintOf(
  { under, service, workRelated, cause, condition, referral, crisis }: ComplaintInput,
  handling: ComplaintHandling,
): Complaint {
  return {
    ...handling,
    under,
    service_code: service,
    work_related: workRelated,
    cause: cause ?? null,
    condition_code: condition.code,
    condition_arose_on: condition.aroseOn,
    condition_diagnosed_on: condition.diagnosedOn ?? null,
    referral_type: referral?.type ?? null,
    referral_issued_on: referral?.issuedOn ?? null,
    crisis: crisis
      ? {
          event: crisis.event,
          occurredAt: crisis.occurredAt.toISOString(),
          policeReported: crisis.policeReported,
          relation: crisis.relation ?? null,
        }
      : null,
  };
}
