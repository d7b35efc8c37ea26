/** Rows of the audit trail: who, as what, for which purpose, on whose data. Field names only, never values. */
import type { NewRow } from "../../../schema/columns-of.js";
import type { AUDIT_OUTCOMES } from "../../../schema/states.js";
import { newId } from "../random.js";
import type { Viewer } from "../viewer.js";

export type Audited = {
  readonly operation: string;
  readonly memberId?: string | null;
  readonly object?: string | null;
  readonly objectId?: string | null;
  readonly fields?: readonly string[];
  readonly outcome: (typeof AUDIT_OUTCOMES)[number];
  readonly rule?: string | null;
  readonly purpose?: string | null;
};

/** The columns that `auditRow` fills, for a statement that puts a line in by itself; the others have their defaults. */
export const AUDIT_COLUMNS = `id, actor, actor_role, organisation, assurance, member_id, purpose, operation, object, object_id,
    fields, outcome, rule, trace_id`;

export function auditRow(viewer: Viewer, traceId: string, audited: Audited): NewRow<"audit_event"> {
  return {
    id: newId(),
    actor: viewer.subject,
    actor_role: viewer.role,
    organisation: viewer.cvr,
    assurance: viewer.assurance,
    member_id: audited.memberId ?? null,
    purpose: audited.purpose ?? viewer.purpose ?? defaultPurpose(viewer, audited.memberId ?? null),
    operation: audited.operation,
    object: audited.object ?? null,
    object_id: audited.objectId ?? null,
    fields: audited.fields ?? [],
    outcome: audited.outcome,
    rule: audited.rule ?? null,
    trace_id: traceId,
  };
}

/** What a role does by its nature; the health team says more with each request. */
function defaultPurpose(viewer: Viewer, memberId: string | null): string {
  // somebody else's case is read through an authority that person has granted
  if (viewer.role === "MEMBER") return memberId === null || viewer.memberIds.includes(memberId) ? "OWN_CASE" : "AUTHORITY";
  if (viewer.role === "CLINIC_STAFF" || viewer.role === "CLINIC_SYSTEM") return "TREATMENT";
  if (viewer.role === "FINANCE" || viewer.role === "BANK_CHANNEL") return "SETTLEMENT";
  return "OPERATION";
}
