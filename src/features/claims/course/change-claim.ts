/**
 * How every act on a claim runs: lock its member, read the case, decide, and write the change with everything that goes
 * with it in one statement. The guarantee is computed again each time and kept with the facts it rests on.
 */
import { getTableColumns } from "drizzle-orm";
import type { ColumnsOf, NewRow } from "../../../../schema/columns-of.js";
import { claim as claimTable } from "../../../../schema/tables/claim.js";
import { refusal, Refused, type Refusal } from "../../../kernel/refusal.js";
import type { Context } from "../../../gateway/api/context.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { newId } from "../../../platform/random.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, write, type Change, type NewRows } from "../../../platform/postgres/write.js";
import { RULE_VERSION } from "../../../rules/data/settings.js";
import type { CaseClaim, CaseFile } from "../case-file/case-file.js";
import { readCaseFile } from "../case-file/case-file.store.js";
import { lockClaim } from "../claim.store.js";
import { flagsOf, guaranteeOf, type GuaranteeOfClaim } from "../guarantee/guarantee-clock.js";
import type { ClaimEventKind } from "../claim-words.js";

/** Columns that an act may change. */
type ClaimColumns = Omit<CaseClaim, (typeof KEPT)[number]>;

/** What a verb wants: columns that change, what is told of it, and rows of its own. */
export type ClaimChange = {
  readonly refusals: readonly Refusal[];
  readonly columns: Partial<ClaimColumns>;
  readonly events: readonly ClaimEventNote[];
  readonly rows?: NewRows;
  readonly changes?: readonly Change[];
  /** Decisions of the rules beside the guarantee. */
  readonly decisions?: readonly NewRow<"decision">[];
};

/** One line of the claim's history. `data` holds codes, names of fields and ids, and a reason in the health team's words. */
export type ClaimEventNote = { readonly kind: ClaimEventKind; readonly data?: Readonly<Record<string, unknown>> };

export function askedFor(...needs: readonly string[]): ClaimEventNote {
  return { kind: "INFORMATION_REQUIRED", data: { needs } };
}

export type ClaimAct = {
  readonly operation: string;
  readonly claimId: string;
  readonly expectedVersion?: number | null | undefined;
  readonly keyed?: IdempotencyKey | null;
  /** Sees the case as it stands behind the lock. */
  readonly decide: (file: CaseFile) => ClaimChange | Promise<ClaimChange>;
};

export const UNKNOWN_CLAIM = refusal("NOT_FOUND", "There is no such claim.", { path: ["input", "claimId"], remedy: "Check the id." });

/** Answers the claim's id, for reading it back as the viewer sees it. Throws Refused with every reason. */
export async function changeClaim(ctx: Context, tx: Tx, { operation, claimId, expectedVersion, keyed, decide }: ClaimAct): Promise<string> {
  const memberId = await lockClaim(tx, claimId);
  const file = memberId === null ? undefined : await readCaseFile(tx, claimId);
  if (!file) throw new Refused([UNKNOWN_CLAIM]);
  const stale = expectedVersion !== null && expectedVersion !== undefined && expectedVersion !== file.claim.version;
  const asked = await decide(file);
  const refusals = [...(stale ? [versionConflict(file.claim.version)] : []), ...asked.refusals];
  if (refusals.length > 0) throw new Refused(refusals);
  const changed: CaseFile = { ...file, claim: { ...file.claim, ...asked.columns } };
  const guarantee = guaranteeOf(changed);
  const columns = { ...asked.columns, ...guarantee.columns, flags: flagsOf(changed, guarantee.decision) };
  const written = await write(
    tx,
    {
      ...asked.rows,
      claim_event: asked.events.map((event) => eventRow(ctx, changed, event)),
      decision: [...(asked.decisions ?? []), guaranteeRow(ctx, changed, guarantee)],
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, {
          operation,
          memberId: changed.claim.member_id,
          object: "Claim",
          objectId: claimId,
          fields: Object.keys(asked.columns),
          outcome: "ALLOWED",
        }),
      ],
      outbox: [outboxRow("claim.changed", claimId, { claimId, events: asked.events.map((event) => event.kind) })],
    },
    [
      change(CHANGE_CLAIM.with(claimId, JSON.stringify(columns), file.claim.version)),
      ...(asked.changes ?? []),
      ...(keyed ? [outcomeOf(ctx.viewer.subject, keyed, { claimId })] : []),
    ],
  );
  // the lock makes anything else impossible; the version in the update is what would say so
  if (written["change_claim"] !== 1) throw new Refused([versionConflict(file.claim.version)]);
  return claimId;
}

function versionConflict(version: number): Refusal {
  return refusal("VERSION_CONFLICT", "Somebody has changed this since you read it.", {
    path: ["input", "expectedVersion"],
    remedy: `Read it again and decide anew; it is now at version ${version}.`,
  });
}

/** Columns that no act changes, and those that follow from the change. */
const KEPT = [
  "id",
  "reference",
  "member_id",
  "policy_id",
  "product",
  "certificate",
  "created_at",
  "promise_changed_at",
  "version",
] as const satisfies readonly (keyof ColumnsOf<"claim">)[];
const kept: ReadonlySet<string> = new Set(KEPT);
const CHANGED = Object.values(getTableColumns(claimTable))
  .map(({ name }) => name)
  .filter((name) => !kept.has(name));

/** What the act does not name stays as it is: the record is filled from the row itself. */
const CHANGE_CLAIM = statement(
  "change_claim",
  `update claim c set
     (${CHANGED.join(",\n      ")},
      promise_changed_at, version) = (
       select ${CHANGED.map((name) => `n.${name}`).join(",\n         ")},
         case when n.promise_state = c.promise_state then c.promise_changed_at else clock_now() end, c.version + 1
       from jsonb_populate_record(c, $2::jsonb) n)
   where c.id = $1 and c.version = $3`,
);

export function eventRow(
  ctx: Context,
  { claim, now }: Pick<CaseFile, "now"> & { claim: Pick<CaseClaim, "id" | "member_id"> },
  { kind, data }: ClaimEventNote,
): NewRow<"claim_event"> {
  return {
    id: newId(),
    claim_id: claim.id,
    member_id: claim.member_id,
    kind,
    at: now,
    actor: ctx.viewer.subject,
    actor_role: ctx.viewer.role,
    data: data ?? {},
  };
}

/** The guarantee as decided in this act, so that it can be run again from its facts. */
export function guaranteeRow(ctx: Context, { claim, now }: CaseFile, { facts, decision }: GuaranteeOfClaim): NewRow<"decision"> {
  return {
    id: newId(),
    kind: "GUARANTEE",
    claim_id: claim.id,
    member_id: claim.member_id,
    booking_id: null,
    rule_version: RULE_VERSION,
    settings: {},
    facts,
    outcome: decision,
    decided_at: now,
    actor: ctx.viewer.subject,
  };
}
