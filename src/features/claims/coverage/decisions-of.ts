/** Decisions by their ids, and found on what they were made about. */
import type { Decision } from "../../../../schema/rows.js";
import type { Context } from "../../../gateway/api/context.js";
import { idOf } from "../../../gateway/api/node.js";
import { personalNodesBy } from "../../../gateway/api/nodes.js";
import { connection, type Connection } from "../../../gateway/api/paging/connection.js";
import { idAfter, idCursor } from "../../../gateway/api/paging/id-cursor.js";
import { rowsOf } from "../../../gateway/api/paging/list-of.js";
import { pageSize, type PageArgs } from "../../../gateway/api/paging/page.js";
import type { Audited } from "../../../platform/trail/audit.js";
import { decisionsById, decisionsOf, type DecisionParent } from "../find/claims-of.store.js";
import { decisionView, type DecisionType } from "./decision.type.js";

const LIST = "decisions";

function seen(operation: string, decisions: readonly Decision[]): Audited[] {
  return decisions.map(({ id, memberId }) => ({
    operation,
    memberId,
    object: "Decision",
    objectId: id,
    fields: ["decision"],
    outcome: "ALLOWED",
  }));
}

/** The decisions behind these ids as this viewer sees them. */
export const fetchDecisions = personalNodesBy(decisionsById, decisionView, (found) => seen("decision", found));

/** The decisions about a claim or a booking, newest first: one line in the audit trail for each claim they belong to. */
export async function decisionsPage(
  ctx: Context,
  of: DecisionParent,
  id: string,
  { first, after }: PageArgs,
): Promise<Connection<DecisionType>> {
  const size = pageSize(first);
  const place = idAfter(LIST, after);
  const rows = await rowsOf(ctx, idOf(of, id), {
    key: [LIST, of, place, size],
    read: (tx, parents) => decisionsOf(tx, of, parents, place, size + 1),
    shown: size,
    seen: (shown) => {
      const claims = new Map(shown.map((decision) => [decision.claimId, decision]));
      return [...claims].map(([claimId, { memberId }]) => ({
        operation: LIST,
        memberId,
        object: "Claim",
        objectId: claimId,
        fields: [LIST],
        outcome: "ALLOWED",
      }));
    },
  });
  return connection(rows, size, (row) => idCursor(LIST, row.id), decisionView);
}
