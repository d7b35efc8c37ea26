import { Field, Float, Int, ObjectType } from "type-graphql";
import { PageInfo } from "../../../gateway/api/paging/connection.js";
import { costs } from "../../../gateway/admission/cost.js";
import { asAnswered } from "../../../gateway/execution/as-answered.js";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { Money, money } from "../../../gateway/api/money.js";
import { Node } from "../../../gateway/api/node.js";
import { DateTime, LocalDate } from "../../../gateway/api/scalars.js";
import { UserError } from "../../../vocabulary/user-error.type.js";
import type { SearchCase } from "../../claims/case-file/search-case.store.js";
import { QuoteType } from "../../rates/rate.type.js";
import { ClinicType } from "../clinic.type.js";
import { shownOf, type ListedProvider } from "./listed.js";
import type { Channel, Service } from "../../../rules/codes.js";
import { clockOf, isFirst } from "../../bookings/quote/bookable.js";
import { WishEnum } from "../../claims/claim-enums.type.js";
import { holdsOn } from "./listing-texts.js";
import { pricesFor } from "./price-provider.js";
import { dayOf, marginWorkingDays, type FoundRow } from "./provider.js";
import { ChannelEnum } from "../../../vocabulary/rules.type.js";
import { ServiceType, serviceView } from "../../../vocabulary/service.type.js";
import { relation, type Ref } from "../../../gateway/api/relation.js";

@asAnswered()
@visibleTo("PUBLIC")
@ObjectType("NextSlot", { description: "One of a provider's next openings; the slot itself is behind its id.", simpleResolvers: true })
export class NextSlotType {
  @relation("Slot", { description: "The slot, for holdSlot and bookSlot." })
  slot!: Ref;
  @relation("Practitioner", { description: "The practitioner." })
  practitioner!: Ref;
  @Field(() => DateTime, { description: "Start." })
  startsAt!: string;
  @Field(() => DateTime, { description: "End; not included." })
  endsAt!: string;
  @Field(() => ChannelEnum, { description: "How member and practitioner meet." })
  channel!: Channel;
  @Field(() => Int, { description: "Units nobody has booked or holds right now; more than one in group training." })
  freeUnits!: number;
}

@asAnswered()
@visibleTo("PUBLIC")
@ObjectType("Provider", {
  description: "An offering clinic seen for one service: what a nearby search finds.",
  implements: Node,
  simpleResolvers: true,
})
export class ProviderType extends Node {
  @Field(() => ClinicType, { description: "The clinic." })
  clinic!: ClinicType;
  @Field(() => ServiceType, { description: "The treatment the clinic is seen for." })
  service!: ServiceType;
  @Field(() => Float, {
    nullable: true,
    description: "Kilometres as the crow flies from where the search started, to 10 metres; null outside of a search.",
  })
  distanceKm!: number | null;
  @Field(() => DateTime, { nullable: true, description: "Start of the first opening; null when there is none in the next 31 days." })
  earliestAt!: string | null;
  @costs({ size: 3 })
  @Field(() => [NextSlotType], { description: "The next openings that fit the search, three at most, in order of time." })
  nextSlots!: readonly NextSlotType[];
  @Field(() => Boolean, {
    description:
      "True if the clinic has a provider number on the day of the first opening, so that the region pays a share of the price (PRV-YDERNUMMER); without an opening, if it has one at all.",
  })
  hasPublicAgreement!: boolean;
  @withoutPurpose()
  @visibleTo("MEMBER", "HEALTH_TEAM", "NETWORK_MANAGER", "FINANCE")
  @Field(() => Money, {
    nullable: true,
    description: "Agreed price of a treatment on the day of the first opening; null where none is agreed.",
  })
  rate!: Money | null;
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Field(() => QuoteType, { nullable: true, description: "Who would pay what for the claim of the search; null without one." })
  price!: QuoteType | null;
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Field(() => LocalDate, { nullable: true, description: "Last day on which the claim's promise can be kept; null where none runs." })
  latestOn!: string | null;
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Field(() => Int, {
    nullable: true,
    description:
      "Working days from the first opening to the last day of the promise: 0 is the last day itself, below 0 is too late. Null without a claim, an opening or a promise.",
  })
  marginWorkingDays!: number | null;
}

@asAnswered()
@visibleTo("PUBLIC")
@ObjectType("ProviderEdge", { description: "One Provider of a page.", simpleResolvers: true })
export class ProviderEdge {
  @Field(() => String, { description: "Place of this edge in the order asked for, for `after`." })
  cursor!: string;
  @Field(() => ProviderType, { description: "The provider." })
  node!: ProviderType;
}

@visibleTo("PUBLIC")
@ObjectType("ProviderConnection", {
  description: "A page of providers, or every reason why the search could not be made.",
  simpleResolvers: true,
})
export class ProviderConnection {
  @Field(() => [ProviderEdge], { description: "The page, in the order asked for." })
  edges!: readonly ProviderEdge[];
  @Field(() => PageInfo, { description: "Where the page stands in the list." })
  pageInfo!: PageInfo;
  @costs({ size: 1 })
  @Field(() => [UserError], { description: "Why the search could not be made, e.g. POSTAL_CODE_UNKNOWN; empty on success." })
  errors!: readonly UserError[];
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Field(() => [WishEnum], { description: "Wishes of the claim that every opening of this page meets." })
  heldWishes!: readonly string[];
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Field(() => [WishEnum], { description: "Wishes of the claim that were set aside, because nothing was found with them." })
  setAsideWishes!: readonly string[];
}

/** What a page of providers has in common. */
export type ProviderContext = {
  readonly serviceOf: (bit: number) => Service;
  readonly claim: SearchCase | null;
  /** Whether this viewer may know what was agreed. */
  readonly seesRates: boolean;
};

/** The last day of the promise, where this would be its first appointment. */
function latestOnOf(file: SearchCase): string | null {
  const { decision } = clockOf(file, file.now);
  return isFirst(file) && decision.outcome === "RUNNING" ? decision.latestDate : null;
}

const UNPRICED = { rateMinor: null, price: null };

/** Views of one page: what depends on the day alone is worked out once per day. */
export function providerViews({ serviceOf, claim, seesRates }: ProviderContext): (row: FoundRow, listed: ListedProvider) => ProviderType {
  const margins = new Map<string, number>();
  const priceOf = pricesFor(claim);
  const latestOn = claim && latestOnOf(claim);
  const marginOf = (startsAt: string): number | null => {
    if (latestOn === null) return null;
    const day = dayOf(startsAt);
    const known = margins.get(day);
    if (known !== undefined) return known;
    const margin = marginWorkingDays(day, latestOn);
    margins.set(day, margin);
    return margin;
  };
  return (row, listed) => {
    const shown = shownOf(listed, row);
    const [first] = shown.openings;
    const service = serviceOf(listed.serviceBit);
    const { rateMinor, price } = seesRates ? priceOf(listed, shown) : UNPRICED;
    return {
      id: listed.providerId,
      clinic: listed.clinic,
      service: serviceView(service),
      distanceKm: row.distanceKm === null ? null : Math.round(row.distanceKm * 100) / 100,
      earliestAt: first?.startsAt ?? null,
      nextSlots: shown.openings,
      hasPublicAgreement: first ? holdsOn(listed.publiclyAgreed, dayOf(first.startsAt)) : listed.publiclyAgreed.length > 0,
      rate: rateMinor === null ? null : money(rateMinor),
      price,
      latestOn,
      marginWorkingDays: first ? marginOf(first.startsAt) : null,
    };
  };
}
