import { IsIn, Length, Matches, MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import { DateTime, LocalDate } from "../gateway/api/scalars.js";
import { CHANNELS, CRISIS_EVENTS, CRISIS_RELATIONS, REFERRAL_TYPES } from "../rules/codes.js";

@InputType({ description: "A doctor's referral or recommendation. Its text stays elsewhere." })
export class ReferralInput {
  @IsIn(REFERRAL_TYPES)
  @Field(() => String, { description: "GP, SPECIALIST or RECOMMENDATION." })
  type!: string;
  @Field(() => LocalDate, { description: "Day of issue; it must exist before treatment begins (REF-BEFORE-START)." })
  issuedOn!: string;
}

@InputType({ description: "The event behind crisis counselling (COV-CRISIS-EVENTS)." })
export class CrisisInput {
  @IsIn(CRISIS_EVENTS)
  @Field(() => String, {
    description:
      "DANGER_INCIDENT, VIOLENCE, FIRE_OR_BURGLARY, OWN_LIFE_THREATENING_DIAGNOSIS, DEATH_IN_FAMILY, FAMILY_LIFE_THREATENING_DIAGNOSIS, WITNESSED_DEATH_OR_INCIDENT, EXPECTED_EVENT, DISMISSAL or CONFLICT.",
  })
  event!: string;
  @Field(() => DateTime, { description: "When it happened." })
  occurredAt!: Date;
  @Field(() => Boolean, { defaultValue: false, description: "Reported to the police (COV-CRISIS-POLICE)." })
  policeReported!: boolean;
  @IsIn([...CRISIS_RELATIONS, null])
  @Field(() => String, {
    nullable: true,
    description:
      "Relation to the person concerned: SPOUSE, PARTNER, OWN_CHILD, PARTNERS_CHILD, ADOPTED_CHILD, PARENT, SIBLING, GRANDPARENT, COLLEAGUE or FRIEND.",
  })
  relation?: string | null;
}

@InputType({ description: "What the member asks for; followed where it can be." })
export class ClaimWishesInput {
  @Matches(/^[a-z]{2}$/)
  @Field(() => String, { nullable: true, description: "Language, ISO 639-1, e.g. da." })
  language?: string | null;
  @IsIn(["female", "male", null])
  @Field(() => String, { nullable: true, description: "Gender of the therapist: female or male." })
  gender?: string | null;
  @IsIn([...CHANNELS, null])
  @Field(() => String, { nullable: true, description: "IN_PERSON, ONLINE or PHONE." })
  channel?: string | null;
  @IsIn(["MORNING", "AFTERNOON", "EVENING", null])
  @Field(() => String, { nullable: true, description: "MORNING (before 12), AFTERNOON (12 to 17) or EVENING (from 17)." })
  timeOfDay?: string | null;
  @Length(4, 4)
  @Field(() => String, { nullable: true, description: "Danish postal code to search from instead of home." })
  postnr?: string | null;
}

@InputType({ description: "The complaint." })
export class ConditionInput {
  @MaxLength(40)
  @Field(() => String, {
    defaultValue: "OTHER",
    description: "Code from the list of conditions, e.g. BACK_PAIN; OTHER until the health team has coded it.",
  })
  code!: string;
  @Field(() => LocalDate, { description: "First symptoms, or the event." })
  aroseOn!: string;
  @Field(() => LocalDate, { nullable: true, description: "When it was diagnosed." })
  diagnosedOn?: string | null;
  @Field(() => Boolean, { nullable: true, description: "Health team only: judged chronic by the insurer's doctors (GEN-CHRONIC-DEF)." })
  chronic?: boolean | null;
}

/** Only what was said, so that a stored wish names what the member cares about and nothing else. */
export function wishesOf(input: ClaimWishesInput | null | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input ?? {}).filter(([, value]) => value !== null && value !== undefined));
}
