/** Beside each promise of the board where it could be kept next: one search for the whole page. */
import DataLoader from "dataloader";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { costs } from "../../../gateway/admission/cost.js";
import { loader, type Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { alternativesFor, type Waiting } from "../../network/search/alternatives.js";
import { ProviderType } from "../../network/search/provider.type.js";
import { PromiseEntry } from "./promise-board.js";

/** As many as a person looks at before ringing the member. */
const BEST = 2;
const KEY = Symbol("alternatives on the board");

@Resolver(() => PromiseEntry)
export class BoardAlternatives {
  @visibleTo("HEALTH_TEAM")
  @costs({ own: 30, size: BEST })
  @FieldResolver(() => [ProviderType], {
    description:
      "The two nearest clinics with an opening that the claim may book before its promise is broken, or as soon as can be once it is; wishes are left aside. Empty where there is none, or the home is not known.",
  })
  alternatives(@Root() { claim, deadlineAt }: PromiseEntry, @Ctx() ctx: Context): Promise<ProviderType[]> {
    const found = loader<Waiting, ProviderType[]>(
      ctx,
      KEY,
      () => new DataLoader((waiting: readonly Waiting[]) => alternativesFor(ctx, waiting, BEST)),
    );
    return found.load({ claimId: claim.uuid, before: deadlineAt });
  }
}
