import type { Service } from "../../../rules/codes.js";
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, InputType, Int, Query, Resolver, Root } from "type-graphql";
import { AWAITS_DESIGNATION, isDesignated } from "../../claims/designation/designation.js";
import { readSearchCase, type SearchCase } from "../../claims/case-file/search-case.store.js";
import { ClaimType } from "../../claims/claim.type.js";
import { costs } from "../../../gateway/admission/cost.js";
import { runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { requirePurpose } from "../../../gateway/api/purpose.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../../../gateway/api/paging/page.js";
import { DateTime, LanguageTag, PostalCode } from "../../../gateway/api/scalars.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { roleRefusals } from "../../bookings/quote/case-refusals.js";
import { mindsChildren, needsOf } from "../../bookings/quote/needs.js";
import { isUuid } from "../../../kernel/id.js";
import { transaction } from "../../../platform/postgres/transaction.js";
import type { Role } from "../../../platform/viewer.js";
import type { PlanePoint } from "../../../kernel/place.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { badInput } from "../../../gateway/api/bad-input.js";
import { findListings, WINDOW_DAYS, type ClaimSearch, type ProviderSearch } from "./find-providers.store.js";
import { listedOf, type ListedProvider } from "./listed.js";
import type { FoundRow, ProviderOrder } from "./provider.js";
import { ProviderConnection, providerViews, type ProviderEdge } from "./provider.type.js";
import { readReference, serviceIn, type Reference, type ServiceFacts } from "../reference.store.js";
import { isRefusal, startOf, type SearchPlace } from "./search-place.js";
import { wishSteps, type WishStep } from "./search-wishes.js";
import { endOfWindow, searchRefusals, type SearchRequest } from "./search-request.js";
import type { Channel } from "../../../rules/codes.js";
import { ChannelEnum, ServiceCodeEnum } from "../../../vocabulary/rules.type.js";
import { ProviderOrderEnum } from "../network-enums.type.js";
import { Coordinates } from "../address.type.js";

@InputType({ description: "Where a search starts. Exactly one of postalCode, location and home." })
export class NearInput implements SearchPlace {
  @Field(() => PostalCode, { nullable: true, description: "A postal code of street addresses." })
  postalCode?: string | null;
  @Field(() => Coordinates, { nullable: true, description: "A point on the map." })
  location?: Coordinates | null;
  @Field(() => Boolean, { nullable: true, description: "True: the home of the member whose claim is in claimId." })
  home?: boolean | null;
}

@ArgsType()
export class SearchArgs extends PageArgs {
  @Field(() => NearInput, { description: "Where the search starts." })
  near!: NearInput;
  @Field(() => ProviderOrderEnum, { defaultValue: "DISTANCE", description: "What comes first." })
  order!: ProviderOrder;
  @Field(() => Int, { nullable: true, description: "Kilometres as the crow flies; the usual distance of the service unless given." })
  radiusKm?: number | null;
  @Field(() => DateTime, { nullable: true, description: "Openings that start at or after this; now unless given." })
  from?: Date | null;
  @Field(() => DateTime, {
    nullable: true,
    description: "Only openings that start before this; at most 31 days ahead, which is also what is used when it is left out.",
  })
  earliestBy?: Date | null;
  @Field(() => ChannelEnum, { nullable: true, description: "Only openings with this way of meeting." })
  channel?: Channel | null;
  @Field(() => LanguageTag, { nullable: true, description: "Only openings with a practitioner who speaks this language, e.g. en." })
  language?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "True: openings where children are treated. Follows the age of the claim's member unless given.",
  })
  forChild?: boolean | null;
}

@ArgsType()
export class ProvidersArgs extends SearchArgs {
  @Field(() => ServiceCodeEnum, { description: "The treatment." })
  service!: Service;
  @Field(() => ID, {
    nullable: true,
    description:
      "The claim the appointment is for: adds price and margin, follows its wishes, and looks where it is designated only. Own claims, or the health team's.",
  })
  claimId?: string | null;
}

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

type Sought = {
  readonly search: Omit<ProviderSearch, "after" | "limit" | "channel" | "language" | "claim">;
  /** What the openings must be for the claim; null without one. */
  readonly claim: Omit<ClaimSearch, "gender"> | null;
  /** What is wished, from everything to nothing. */
  readonly steps: readonly [WishStep, ...WishStep[]];
};
type Plan = { readonly refusals: readonly Refusal[] } | Sought;
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

const NO_CLAIM = refusal("NOT_FOUND", "There is no such claim.", { path: ["claimId"], remedy: "Check the id." });
const NO_SERVICE = refusal("SERVICE_UNKNOWN", "There is no such service.", { path: ["service"], remedy: "`services` lists the codes." });
const OTHER_SERVICE = refusal("SERVICE_NOT_OF_CLAIM", "The claim is for another service.", {
  path: ["service"],
  remedy: "Ask for the claim's own service, or leave claimId out.",
});

function planSearch(args: ProvidersArgs, reference: Reference, claim: SearchCase | null | undefined, role: Role, now: Date): Plan {
  const asked: SearchRequest = {
    channel: args.channel ?? null,
    language: args.language ?? null,
    radiusKm: args.radiusKm ?? null,
    from: args.from ?? null,
    earliestBy: args.earliestBy ?? null,
  };
  const service = reference.serviceBy.get(args.service);
  const start = startOf(args.near, (code) => reference.postalCodeBy.get(code), homeOf(claim));
  const refusals = [
    ...(claim === null ? [NO_CLAIM] : []),
    ...(service ? [] : [NO_SERVICE]),
    ...(service && claim && claim.claim.service_code !== service.code ? [OTHER_SERVICE] : []),
    ...(isRefusal(start) && claim !== null ? [start] : []),
    ...(claim && awaits(claim, role) ? [AWAITS_DESIGNATION] : []),
    ...searchRefusals(asked, now, WINDOW_DAYS),
  ];
  if (refusals.length > 0 || !service || isRefusal(start)) return { refusals };
  const only = claim && isDesignated(claim.claim) ? claim.designated : null;
  const bounds = boundsOf(start, service, asked, only !== null, now);
  const search = { ...bounds, forChild: args.forChild ?? false, privateOnly: false, order: args.order };
  if (!claim) return { search, claim: null, steps: wishSteps({}, asked) };
  const of = claimSearchOf(claim, bounds);
  const against = [...(of.spans.length > 0 ? [] : of.refusals), ...roleRefusals(claim, role)];
  if (against.length > 0) return { refusals: against.map((reason) => ({ ...reason, path: ["claimId"] })) };
  return { search, claim: of, steps: wishSteps(claim.claim.wishes, asked) };
}

/** What the openings from now on, or from a later instant, to `to` must be for this claim; why none can be where no span is left. */
export function claimSearchOf(
  claim: SearchCase,
  { from, to }: { readonly from: Date | null; readonly to: Date },
): Omit<ClaimSearch, "gender"> & { readonly refusals: readonly Refusal[] } {
  const needs = needsOf(claim, laterOf(from, new Date(claim.now)), to);
  const { busy, held, sessions } = claim;
  const only = isDesignated(claim.claim) ? claim.designated : null;
  return { spans: needs.spans, refusals: needs.refusals, mindsChildren: mindsChildren(needs), busy, held, only, first: sessions === 0 };
}

const laterOf = (a: Date | null, b: Date): Date => (a !== null && a > b ? a : b);

/** Nobody has said yet who treats, and it is not the member's to choose (PRV-DESIGNATED). */
function awaits({ claim, designated }: SearchCase, role: Role): boolean {
  return role === "MEMBER" && designated === null && isDesignated(claim);
}

function homeOf(claim: SearchCase | null | undefined): { lat: number; lon: number } | null | undefined {
  if (!claim) return undefined;
  const { homeLat: lat, homeLon: lon } = claim;
  return lat === null || lon === null ? null : { lat, lon };
}

/** A designated place is looked for however far it is. */
export const ANY_DISTANCE_KM = 1000;

function boundsOf({ x, y }: PlanePoint, service: ServiceFacts, asked: SearchRequest, designated: boolean, now: Date) {
  const { from, radiusKm } = asked;
  return {
    x,
    y,
    radiusKm: radiusKm ?? (designated ? ANY_DISTANCE_KM : service.radiusKm),
    serviceBit: service.bit,
    from,
    to: endOfWindow(asked, now, WINDOW_DAYS),
  };
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
