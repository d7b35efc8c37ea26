import type { Service } from "../../../rules/codes.js";
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { readSearchCase, type SearchCase } from "../../claims/case-file/search-case.store.js";
import { ClaimType } from "../../claims/claim.type.js";
import { costs } from "../../../gateway/admission/cost.js";
import { runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { requirePurpose } from "../../../gateway/api/purpose.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { decodeCursor, encodeCursor, pageSize } from "../../../gateway/api/paging/page.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { isUuid } from "../../../kernel/id.js";
import { transaction } from "../../../platform/postgres/transaction.js";
import type { Refusal } from "../../../kernel/refusal.js";
import { badInput } from "../../../gateway/api/bad-input.js";
import { findListings, type ProviderSearch } from "./find-providers.store.js";
import { listedOf, type ListedProvider } from "./listed.js";
import type { FoundRow, ProviderOrder } from "./provider.js";
import { ProviderConnection, providerViews, type ProviderEdge } from "./provider.type.js";
import { readReference, serviceIn, type Reference } from "../reference.store.js";
import { ProvidersArgs, SearchArgs } from "./search-args.type.js";
import { planSearch, type Sought } from "./search-plan.js";
import type { WishStep } from "./search-wishes.js";

@Resolver(() => ClaimType)
export class ProvidersOfClaim {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @costs({ own: 2 })
  @FieldResolver(() => ProviderConnection, {
    description: "The nearby search for its treatment: clinics with a free opening, with price and margin for this claim.",
  })
  providers(
    @Root() { id, service }: ClaimType,
    @Args(() => SearchArgs) args: SearchArgs,
    @Ctx() ctx: Context,
  ): Promise<ProviderConnection> {
    return search({ ...args, claimId: id, service: service.code as Service }, ctx);
  }
}

@Resolver()
export class FindProviders {
  @visibleTo("PUBLIC")
  @Query(() => ProviderConnection, {
    description: "The nearby search: clinics with a free opening for a service, by distance or by earliest opening.",
  })
  providers(@Args(() => ProvidersArgs) args: ProvidersArgs, @Ctx() ctx: Context): Promise<ProviderConnection> {
    return search(args, ctx);
  }
}

async function search(args: ProvidersArgs, ctx: Context): Promise<ProviderConnection> {
  const first = pageSize(args.first);
  const order = args.order;
  const reference = await readReference(ctx.database);
  const claim = await claimOf(ctx, args.claimId);
  const plan = planSearch(args, reference, claim, ctx.viewer.role, ctx.database.clock.now());
  if ("refusals" in plan) return refusedPage(plan.refusals);
  const after = placeOf(order, args.after, plan.steps.length);
  const { found, step } = first === 0 ? nothing(plan) : await findInSteps(ctx, plan, after, first + 1);
  const rows = found.slice(0, first);
  const shown = { rows, listed: await listedOf(ctx.database, rows), more: found.length > first, step };
  return pageOf(shown, order, reference, { claim: claim ?? null, seesRates: seesRates(ctx) });
}

const ASKERS = new Set(["MEMBER", "HEALTH_TEAM"]);
const RATE_READERS = new Set([...ASKERS, "NETWORK_MANAGER", "FINANCE"]);

export function seesRates({ viewer }: Context): boolean {
  return RATE_READERS.has(viewer.role);
}

/** Undefined where no claim was named, null where there is none for this viewer. What the health team reads is on record. */
async function claimOf(ctx: Context, claimId: string | null | undefined): Promise<SearchCase | null | undefined> {
  if (claimId == null) return undefined;
  const id = idOf("Claim", claimId, ["claimId"]);
  if (!ASKERS.has(ctx.viewer.role)) return null;
  requirePurpose(ctx);
  if (ctx.viewer.role === "MEMBER") {
    const own = await transaction(ctx.database, ctx.viewer, (tx) => readSearchCase(tx, id, true), { readOnly: true, signal: ctx.signal });
    return own ?? null;
  }
  const audited = (found: SearchCase | undefined) =>
    found
      ? [
          {
            operation: "providers",
            memberId: found.claim.member_id,
            object: "Claim",
            objectId: id,
            fields: ["latestOn", "price"],
            outcome: "ALLOWED",
          } as const,
        ]
      : [];
  return (await runQuery(ctx, (tx) => readSearchCase(tx, id), audited)) ?? null;
}

type Place = { readonly at: ProviderSearch["after"]; readonly aside: number };
type Found = { readonly found: readonly FoundRow[]; readonly step: WishStep };

const nothing = ({ steps: [step] }: Sought): Found => ({ found: [], step });

/** With all wishes, then with fewer, until something is found; a later page holds what the first page held. */
async function findInSteps(ctx: Context, { search, claim, steps }: Sought, { at, aside }: Place, limit: number): Promise<Found> {
  let tried = { found: [] as readonly FoundRow[], step: steps[0] };
  for (const step of at === null ? steps : steps.slice(aside, aside + 1)) {
    const { channel, language, gender } = step;
    const of = claim && { ...claim, gender };
    tried = { found: await findListings(ctx.database, { ...search, channel, language, claim: of, after: at, limit }), step };
    if (tried.found.length > 0) break;
  }
  return tried;
}

function placeOf(order: ProviderOrder, after: string | null | undefined, steps: number): Place {
  if (!after) return { at: null, aside: 0 };
  const [rank, id, aside] = decodeCursor(`providers:${order}`, ["number", "string", "integer"], after);
  // whoever writes a cursor by hand gets the answer of any other unknown cursor
  if (typeof rank !== "number" || typeof id !== "string" || !isUuid(id) || typeof aside !== "number" || aside < 0 || aside >= steps)
    throw badInput("This cursor belongs to no page of this list.", ["after"]);
  return { at: { rank, id }, aside };
}

type Shown = {
  readonly step: WishStep;
  readonly rows: readonly FoundRow[];
  readonly listed: readonly (ListedProvider | undefined)[];
  readonly more: boolean;
};

function pageOf(
  { rows, listed, more, step }: Shown,
  order: ProviderOrder,
  reference: Reference,
  seenBy: { readonly claim: SearchCase | null; readonly seesRates: boolean },
): ProviderConnection {
  const view = providerViews({ serviceOf: serviceIn(reference), ...seenBy });
  const edges: ProviderEdge[] = [];
  // the last row found, also where its listing was removed meanwhile: the next page goes on from there
  let endCursor: string | null = null;
  for (const [at, row] of rows.entries()) {
    const known = listed[at];
    endCursor = encodeCursor(`providers:${order}`, [row.rank, row.id, step.setAside.length]);
    if (known) edges.push({ cursor: endCursor, node: view(row, known) });
  }
  const startCursor = edges[0]?.cursor ?? null;
  return {
    edges,
    pageInfo: { hasNextPage: more, hasPreviousPage: false, startCursor, endCursor },
    errors: [],
    heldWishes: step.held,
    setAsideWishes: step.setAside,
  };
}

function refusedPage(refusals: readonly Refusal[]): ProviderConnection {
  return {
    edges: [],
    pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    errors: userErrors(refusals),
    heldWishes: [],
    setAsideWishes: [],
  };
}
