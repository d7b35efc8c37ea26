/**
 * Fields of a claim that are lists of their own. One statement for all claims of a page: the loaders gather what is asked
 * in one tick. Reading them is covered by the audit line of the claim they hang on.
 */
import DataLoader from "dataloader";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { ClaimEvent } from "../../schema/rows.js";
import { look } from "../gateway/api/act.js";
import { connection, connectionOf, type Connection } from "../gateway/api/paging/connection.js";
import { loader, type Context } from "../gateway/api/context.js";
import { visibleTo } from "../gateway/api/guard.js";
import { idAfter, idCursor } from "../gateway/api/paging/id-cursor.js";
import { idOf } from "../gateway/api/node.js";
import { PageArgs, pageSize } from "../gateway/api/paging/page.js";
import { ConsentType, consentView } from "../consent/consent.type.js";
import { todayOf } from "../members/member.store.js";
import { consentsOf, historyOf } from "./claim.store.js";
import { ClaimEventType, claimEventView } from "./claim-history.type.js";
import { ClaimType } from "./claim.type.js";

const ClaimEventConnection = connectionOf("ClaimEvent", () => ClaimEventType);
const LIST = "claim-history";
const CONSENTS = Symbol("consents of claims");

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
    // a loader for each page shape: a document asks the same page of every claim as a rule
    const shape = Symbol.for(`claim-history ${place ?? ""} ${size}`);
    const rows = await loader(ctx, shape, () => historyLoader(ctx, place, size + 1)).load(idOf("Claim", claim.id));
    return connection(rows, size, ({ id }) => idCursor(LIST, id), claimEventView);
  }

  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => [ConsentType], { description: "Consents given for this claim, newest first, those that no longer hold included." })
  consents(@Root() claim: ClaimType, @Ctx() ctx: Context): Promise<ConsentType[]> {
    return loader<string, ConsentType[]>(ctx, CONSENTS, consentLoader).load(idOf("Claim", claim.id));
  }
}

function historyLoader(ctx: Context, after: string | null, limit: number): DataLoader<string, ClaimEvent[]> {
  return new DataLoader(async (claimIds) => {
    const events = await look(ctx, (tx) => historyOf(tx, claimIds, after, limit));
    return claimIds.map((id) => events.filter(({ claimId }) => claimId === id));
  });
}

function consentLoader(ctx: Context): DataLoader<string, ConsentType[]> {
  return new DataLoader(async (claimIds) => {
    const { today, consents } = await look(ctx, async (tx) => {
      const day = await todayOf(tx);
      return { today: day, consents: await consentsOf(tx, claimIds) };
    });
    return claimIds.map((id) => consents.filter(({ claimId }) => claimId === id).map((consent) => consentView(consent, today)));
  });
}
