/**
 * Fields of a claim that are lists of their own. One statement for all claims of a page: the loaders gather what is asked
 * in one tick. Reading them is covered by the audit line of the claim they hang on.
 */
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { connection, connectionOf, type Connection } from "../../gateway/api/paging/connection.js";
import type { Context } from "../../gateway/api/context.js";
import { costs } from "../../gateway/admission/cost.js";
import { rowsOf } from "../../gateway/api/paging/list-of.js";
import { decisionsPage } from "./coverage/decisions-of.js";
import { DecisionConnection, type DecisionType } from "./coverage/decision.type.js";
import { guaranteeFiles, guaranteeView } from "./guarantee/derive-guarantee.js";
import { GuaranteeType } from "./guarantee/guarantee.type.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { idAfter, idCursor } from "../../gateway/api/paging/id-cursor.js";
import { idOf } from "../../gateway/api/node.js";
import { PageArgs, pageSize } from "../../gateway/api/paging/page.js";
import { ConsentType, consentView } from "../consent/consent.type.js";
import { consentsOfClaims } from "../members/members-of.store.js";
import { historyOf } from "./claim.store.js";
import { ClaimEventType, claimEventView } from "./claim-history.type.js";
import { ClaimType } from "./claim.type.js";

export const ClaimEventConnection = connectionOf("ClaimEvent", () => ClaimEventType);
const LIST = "claim-history";
/** What is worked out from all facts of a case, as a question about cover is (check-coverage.ts). */
const WHOLE_CASE = 30;

@Resolver(() => ClaimType)
export class ClaimFields {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => ClaimEventConnection, { description: "What happened to the claim, newest first." })
  async history(
    @Root() claim: ClaimType,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<ClaimEventType>> {
    const size = pageSize(first);
    const place = idAfter(LIST, after);
    const rows = await rowsOf(ctx, idOf("Claim", claim.id), {
      key: [LIST, place, size],
      read: async (tx, claims) => (await historyOf(tx, claims, place, size + 1)).map((event) => ({ ...event, parent: event.claimId })),
    });
    return connection(rows, size, ({ id }) => idCursor(LIST, id), claimEventView);
  }

  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => [ConsentType], { description: "Consents given for this claim, newest first, those that no longer hold included." })
  async consents(@Root() claim: ClaimType, @Ctx() ctx: Context): Promise<ConsentType[]> {
    const rows = await rowsOf(ctx, idOf("Claim", claim.id), { key: ["consents of claims"], read: consentsOfClaims });
    return rows.map((consent) => consentView(consent, consent.today));
  }

  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => DecisionConnection, { description: "Every decision made about it, newest first, with the facts it rests on." })
  decisions(@Root() claim: ClaimType, @Args(() => PageArgs) page: PageArgs, @Ctx() ctx: Context): Promise<Connection<DecisionType>> {
    return decisionsPage(ctx, "Claim", claim.id, page);
  }

  @visibleTo("MEMBER", "HEALTH_TEAM")
  @costs({ own: WHOLE_CASE })
  @FieldResolver(() => GuaranteeType, {
    nullable: true,
    description: "The guarantee as the rules derive it now, step by step; null for whoever may see the claim only.",
  })
  async derivation(@Root() claim: ClaimType, @Ctx() ctx: Context): Promise<GuaranteeType | null> {
    const [found] = await rowsOf(ctx, idOf("Claim", claim.id), {
      key: ["derivation"],
      read: guaranteeFiles,
      seen: (files) =>
        files.map(({ file }) => ({
          operation: "guarantee",
          memberId: file.claim.member_id,
          object: "Claim",
          objectId: file.claim.id,
          fields: ["guarantee"],
          outcome: "ALLOWED",
        })),
    });
    return found ? guaranteeView(found.file, found.startsAt) : null;
  }
}
