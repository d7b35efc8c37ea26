import type { Service } from "../../rules/codes.js";
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, InputType, Int, Query, Resolver, Root } from "type-graphql";
import { readSearchCase, type SearchCase } from "../../claims/case-file/search-case.store.js";
import { ClaimType } from "../../claims/claim.type.js";
import { costs } from "../../gateway/admission/cost.js";
import { look } from "../../gateway/api/act.js";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { idOf } from "../../gateway/api/node.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../../gateway/api/paging/page.js";
import { DateTime, LanguageTag, PostalCode } from "../../gateway/api/scalars.js";
import { userErrors } from "../../vocabulary/user-error.type.js";
import { roleRefusals } from "../../bookings/case-refusals.js";
import { wishesOf } from "../../bookings/book/wishes.js";
import { mindsChildren, needsOf } from "../../bookings/needs.js";
import { HELD_WISHES, settingAside, stillHeld, type HeldWish } from "../../bookings/wishes-policy.js";
import { present } from "../../kernel/invariant.js";
import { isUuid } from "../../kernel/id.js";
import { transaction } from "../../platform/postgres/transaction.js";
import type { PlanePoint } from "../../kernel/place.js";
import { refusal, type Refusal } from "../../kernel/refusal.js";
import { badInput } from "../../gateway/api/bad-input.js";
import { findListings, WINDOW_DAYS, type ProviderSearch } from "./find-providers.store.js";
import { listedOf, type Listed } from "./listed.js";
import type { FoundRow, ProviderOrder } from "./provider.js";
import { ProviderConnection, providerViews, type ProviderEdge } from "./provider.type.js";
import { readReference, type Reference, type ServiceFacts } from "../reference.store.js";
import { isRefusal, startOf, type Near } from "./search-place.js";
import { endOfWindow, searchRefusals, type Asked } from "./search-request.js";
import type { Channel } from "../../rules/codes.js";
import { ChannelEnum, ServiceCodeEnum } from "../../vocabulary/rules.type.js";
import { ProviderOrderEnum } from "../network-enums.type.js";
import { Coordinates } from "../address.type.js";

@InputType({ description: "Where a search starts. Exactly one of postalCode, location and home." })
export class NearInput implements Near {
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
    description: "The claim the appointment is for: adds price and margin. Own claims, or the health team's.",
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
export class Providers {
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
  const plan = planSearch(args, reference, claim, ctx);
  if ("refusals" in plan) return refusedPage(plan.refusals);
  const { rows: found, setAside } = first === 0 ? NOTHING : await findStepwise(ctx, plan.searches, placeOf(order, args.after), first + 1);
  const rows = found.slice(0, first);
  const shown = { rows, listed: await listedOf(ctx.database, rows), more: found.length > first, setAside };
  return pageOf(shown, order, reference, { claim: claim ?? null, seesRates: seesRates(ctx) });
}

/** One search, with what of the member's wishes it sets aside. */
type Step = { readonly search: Omit<ProviderSearch, "after" | "limit">; readonly setAside: readonly HeldWish[] };
type FoundPage = { readonly rows: readonly FoundRow[]; readonly setAside: readonly HeldWish[] };
const NOTHING: FoundPage = { rows: [], setAside: [] };

/** With all wishes first; each is set aside only where nothing is found with it. A further page goes on in the step of the first. */
async function findStepwise({ database }: Context, steps: readonly Step[], after: Place | null, limit: number): Promise<FoundPage> {
  const last = steps.length - 1;
  for (let at = Math.min(after?.step ?? 0, last); ; at += 1) {
    const { search, setAside } = present(steps[at], "a search has at least one step");
    const rows = await findListings(database, { ...search, after, limit });
    if (rows.length > 0 || after !== null || at === last) return { rows, setAside };
  }
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
  return (await look(ctx, (tx) => readSearchCase(tx, id), audited)) ?? null;
}

type Plan = { readonly refusals: readonly Refusal[] } | { readonly searches: readonly Step[] };

const NO_CLAIM = refusal("NOT_FOUND", "There is no such claim.", { path: ["claimId"], remedy: "Check the id." });
const NO_SERVICE = refusal("SERVICE_UNKNOWN", "There is no such service.", { path: ["service"], remedy: "`services` lists the codes." });
const OTHER_SERVICE = refusal("SERVICE_NOT_OF_CLAIM", "The claim is for another service.", {
  path: ["service"],
  remedy: "Ask for the claim's own service, or leave claimId out.",
});

function planSearch(args: ProvidersArgs, reference: Reference, claim: SearchCase | null | undefined, ctx: Context): Plan {
  const now = ctx.database.clock.now();
  const asked: Asked = {
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
    ...searchRefusals(asked, now, WINDOW_DAYS),
  ];
  if (refusals.length > 0 || !service || isRefusal(start)) return { refusals };
  const search = { ...boundsOf(start, service, asked, now), privateOnly: false, forChild: args.forChild ?? false, order: args.order };
  if (!claim) return { searches: [{ search: { ...search, claim: null }, setAside: [] }] };
  return stepsFor(claim, search, asked, ctx);
}

/** Only what this claim may book, with its member's wishes for as long as something meets them (bookings/wishes-policy.ts). */
function stepsFor(claim: SearchCase, search: Omit<Step["search"], "claim">, asked: Asked, ctx: Context): Plan {
  const from = search.from !== null && search.from > new Date(claim.now) ? search.from : new Date(claim.now);
  const needs = needsOf(claim, from, search.to);
  const against = [...(needs.spans.length > 0 ? [] : needs.refusals), ...roleRefusals(claim, ctx.viewer.role)];
  if (against.length > 0) return { refusals: against.map((reason) => ({ ...reason, path: ["claimId"] })) };
  const wishes = wishesOf(claim.claim.wishes);
  // what this search asks for by itself is no wish that could be set aside
  const held = HELD_WISHES.filter(
    (wish) => !(wish === "language" && asked.language !== null) && !(wish === "channel" && asked.channel !== null),
  );
  const { busy, held: heldSlots, sessions } = claim;
  const given = { spans: needs.spans, mindsChildren: mindsChildren(needs), busy, held: heldSlots, first: sessions === 0 };
  const searches = settingAside(wishes, held).map((setAside): Step => {
    const { gender, language, channel } = stillHeld(wishes, setAside);
    return {
      search: { ...search, channel: asked.channel ?? channel, language: asked.language ?? language, claim: { ...given, gender } },
      setAside,
    };
  });
  return { searches };
}

function homeOf(claim: SearchCase | null | undefined): { lat: number; lon: number } | null | undefined {
  if (!claim) return undefined;
  const { lat, lon } = claim.member;
  return lat === null || lon === null ? null : { lat, lon };
}

function boundsOf({ x, y }: PlanePoint, service: ServiceFacts, asked: Asked, now: Date) {
  const { channel, language, from, radiusKm } = asked;
  return {
    x,
    y,
    radiusKm: radiusKm ?? service.radiusKm,
    serviceBit: service.bit,
    from,
    to: endOfWindow(asked, now, WINDOW_DAYS),
    channel,
    language,
  };
}

type Place = NonNullable<ProviderSearch["after"]> & { readonly step: number };

function placeOf(order: ProviderOrder, after: string | null | undefined): Place | null {
  if (!after) return null;
  const [rank, id, step] = decodeCursor(`providers:${order}`, ["number", "string", "number"], after);
  // whoever writes a cursor by hand gets the answer of any other unknown cursor
  if (typeof rank !== "number" || typeof id !== "string" || !isUuid(id) || typeof step !== "number" || !(step in HELD_STEPS))
    throw badInput("This cursor belongs to no page of this list.", ["after"]);
  return { rank, id, step };
}
/** As many steps as there can be. */
const HELD_STEPS = [...HELD_WISHES, null];

type Shown = {
  readonly rows: readonly FoundRow[];
  readonly listed: readonly (Listed | undefined)[];
  readonly more: boolean;
  readonly setAside: readonly HeldWish[];
};

function pageOf(
  { rows, listed, more, setAside }: Shown,
  order: ProviderOrder,
  reference: Reference,
  seenBy: { readonly claim: SearchCase | null; readonly seesRates: boolean },
): ProviderConnection {
  const view = providerViews({ serviceOf: (bit) => reference.serviceByBit.get(bit)?.code ?? "", ...seenBy });
  const edges: ProviderEdge[] = [];
  // the last row found, also where its listing was removed meanwhile: the next page goes on from there
  let endCursor: string | null = null;
  for (const [at, row] of rows.entries()) {
    const known = listed[at];
    endCursor = encodeCursor(`providers:${order}`, [row.rank, row.id, setAside.length]);
    if (known) edges.push({ cursor: endCursor, node: view(row, known) });
  }
  const startCursor = edges[0]?.cursor ?? null;
  return { edges, pageInfo: { hasNextPage: more, hasPreviousPage: false, startCursor, endCursor }, errors: [], setAside };
}

function refusedPage(refusals: readonly Refusal[]): ProviderConnection {
  return {
    edges: [],
    pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    errors: userErrors(refusals),
    setAside: [],
  };
}
