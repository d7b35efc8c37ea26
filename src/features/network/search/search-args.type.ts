import { ArgsType, Field, ID, InputType, Int } from "type-graphql";
import { PageArgs } from "../../../gateway/api/paging/page.js";
import { DateTime, LanguageTag, PostalCode } from "../../../gateway/api/scalars.js";
import type { Channel, Service } from "../../../rules/codes.js";
import { ChannelEnum, ServiceCodeEnum } from "../../../vocabulary/rules.type.js";
import { Coordinates } from "../address.type.js";
import { ProviderOrderEnum } from "../network-enums.type.js";
import type { ProviderOrder } from "./provider.js";
import type { SearchPlace } from "./search-place.js";

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
