/** What a search looks for: for nobody in particular, or for a claim, whose openings it then is held to (needs, designation, wishes). */
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import type { PlanePoint } from "../../../kernel/place.js";
import type { Role } from "../../../platform/viewer.js";
import { roleRefusals } from "../../bookings/quote/case-refusals.js";
import { mindsChildren, needsOf } from "../../bookings/quote/needs.js";
import type { SearchCase } from "../../claims/case-file/search-case.store.js";
import { AWAITS_DESIGNATION, isDesignated } from "../../claims/designation/designation.js";
import type { Reference, ServiceFacts } from "../reference.store.js";
import { WINDOW_DAYS, type ClaimSearch, type ProviderSearch } from "./find-providers.store.js";
import type { ProvidersArgs } from "./search-args.type.js";
import { isRefusal, startOf } from "./search-place.js";
import { endOfWindow, searchRefusals, type SearchRequest } from "./search-request.js";
import { wishSteps, type WishStep } from "./search-wishes.js";

export type Sought = {
  readonly search: Omit<ProviderSearch, "after" | "limit" | "channel" | "language" | "claim">;
  /** What the openings must be for the claim; null without one. */
  readonly claim: Omit<ClaimSearch, "gender"> | null;
  /** What is wished, from everything to nothing. */
  readonly steps: readonly [WishStep, ...WishStep[]];
};
type Plan = { readonly refusals: readonly Refusal[] } | Sought;
const NO_CLAIM = refusal("NOT_FOUND", "There is no such claim.", { path: ["claimId"], remedy: "Check the id." });
const NO_SERVICE = refusal("SERVICE_UNKNOWN", "There is no such service.", { path: ["service"], remedy: "`services` lists the codes." });
const OTHER_SERVICE = refusal("SERVICE_NOT_OF_CLAIM", "The claim is for another service.", {
  path: ["service"],
  remedy: "Ask for the claim's own service, or leave claimId out.",
});

export function planSearch(args: ProvidersArgs, reference: Reference, claim: SearchCase | null | undefined, role: Role, now: Date): Plan {
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
