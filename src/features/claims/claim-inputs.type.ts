import { Field, InputType } from "type-graphql";
import { DateTime, LanguageTag, LocalDate, PostalCode } from "../../gateway/api/scalars.js";
import { type Channel, type CrisisEvent, type CrisisRelation, type ReferralType } from "../../rules/codes.js";
import { ChannelEnum, ConditionCodeEnum, CrisisEventEnum, CrisisRelationEnum, ReferralTypeEnum } from "../../vocabulary/rules.type.js";
import { GenderEnum } from "../members/member-enums.type.js";
import { TimeOfDayEnum } from "../bookings/booking-enums.type.js";
import { said } from "../../kernel/said.js";
import type { ClaimWishes, TimeOfDay } from "./case-file/claim-record.js";
import type { ConditionCode } from "../../rules/data/conditions.js";

@InputType({ description: "A doctor's referral or recommendation. Its text stays elsewhere." })
export class ReferralInput {
  @Field(() => ReferralTypeEnum, { description: "What the doctor wrote." })
  type!: ReferralType;
  @Field(() => LocalDate, { description: "Day of issue; it must exist before treatment begins (REF-BEFORE-START)." })
  issuedOn!: string;
}

@InputType({ description: "The event behind crisis counselling (COV-CRISIS-EVENTS)." })
export class CrisisInput {
  @Field(() => CrisisEventEnum, { description: "What happened." })
  event!: CrisisEvent;
  @Field(() => DateTime, { description: "When it happened." })
  occurredAt!: Date;
  @Field(() => Boolean, { defaultValue: false, description: "Reported to the police (COV-CRISIS-POLICE)." })
  policeReported!: boolean;
  @Field(() => CrisisRelationEnum, {
    nullable: true,
    description: "How the person concerned is related to the member.",
  })
  relation?: CrisisRelation | null;
}

@InputType({ description: "What the member asks for; followed where it can be." })
export class ClaimWishesInput {
  @Field(() => LanguageTag, { nullable: true, description: "Language of the treatment." })
  language?: string | null;
  @Field(() => GenderEnum, { nullable: true, description: "Gender of the practitioner." })
  gender?: string | null;
  @Field(() => ChannelEnum, { nullable: true, description: "How to meet." })
  channel?: Channel | null;
  @Field(() => TimeOfDayEnum, { nullable: true, description: "Part of the day." })
  timeOfDay?: TimeOfDay | null;
  @Field(() => PostalCode, { nullable: true, description: "Postal code to search from instead of home." })
  postalCode?: string | null;
}

@InputType({ description: "The complaint." })
export class ConditionInput {
  @Field(() => ConditionCodeEnum, {
    defaultValue: "OTHER",
    description: "What it is; other until the health team has coded it.",
  })
  code!: ConditionCode;
  @Field(() => LocalDate, { description: "First symptoms, or the event." })
  aroseOn!: string;
  @Field(() => LocalDate, { nullable: true, description: "When it was diagnosed." })
  diagnosedOn?: string | null;
}

/** Only what was said, so that a stored wish names what the member cares about and nothing else. */
export function wishesOf(input: ClaimWishesInput | null | undefined): ClaimWishes {
  const { postalCode: postnr, ...wishes } = input ?? {};
  return said({ ...wishes, postnr });
}
