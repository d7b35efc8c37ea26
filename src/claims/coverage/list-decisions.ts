import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { look } from "../../gateway/api/act.js";
import { connection, connectionOf, type Connection } from "../../gateway/api/paging/connection.js";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { idAfter, idCursor } from "../../gateway/api/paging/id-cursor.js";
import { idOf } from "../../gateway/api/node.js";
import { PageArgs, pageSize } from "../../gateway/api/paging/page.js";
import { requirePurpose } from "../../gateway/api/purpose.js";
import { decisionById, decisionsOf } from "../claim.store.js";
import { DecisionType, decisionView } from "./decision.type.js";

const DecisionConnection = connectionOf("Decision", () => DecisionType);
const LIST = "decisions";

/** The decision behind an id; null is "not there, or not for you". */
export async function fetchDecision(id: string, ctx: Context): Promise<DecisionType | null> {
  requirePurpose(ctx);
  const found = await look(
    ctx,
    (tx) => decisionById(tx, id),
    (seen) =>
      seen
        ? [{ operation: "decision", memberId: seen.memberId, object: "Decision", objectId: id, fields: ["decision"], outcome: "ALLOWED" }]
        : [],
  );
  return found && decisionView(found);
}

@Resolver()
export class ListDecisions {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Query(() => DecisionConnection, {
    description: "Every decision made about a claim, newest first, with the facts it rests on. Empty when there is no such claim for you.",
  })
  async decisions(
    @Arg("claimId", () => ID, { description: "Global id of the claim." }) claimId: string,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<DecisionType>> {
    requirePurpose(ctx);
    const id = idOf("Claim", claimId, ["claimId"]);
    const size = pageSize(first);
    const rows = await look(
      ctx,
      (tx) => decisionsOf(tx, id, idAfter(LIST, after), size + 1),
      (found) =>
        found.slice(0, 1).map(({ memberId }) => ({
          operation: "decisions",
          memberId,
          object: "Claim",
          objectId: id,
          fields: ["decisions"],
          outcome: "ALLOWED",
        })),
    );
    return connection(rows, size, (row) => idCursor(LIST, row.id), decisionView);
  }
}
