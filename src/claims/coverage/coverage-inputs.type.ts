import { IsIn, Length, MaxLength, ValidateNested } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { LocalDate } from "../../gateway/api/scalars.js";
import { CHANNELS, COVERS, MODES, SERVICES, WORK_RELATED } from "../../rules/codes.js";
import { ConditionInput, CrisisInput, ReferralInput } from "../claim-inputs.type.js";

@InputType({ description: "Facts about the provider; the defaults are those of a provider against whom nothing speaks." })
export class CoverageProviderInput {
  @Field(() => Boolean, { defaultValue: false, description: "Has a provider number (PRV-YDERNUMMER)." })
  hasPublicAgreement!: boolean;
  @Field(() => Boolean, { defaultValue: true, description: "Holds the authorisation the service requires (PRV-AUTHORISED)." })
  authorised!: boolean;
  @Field(() => Boolean, { defaultValue: false, description: "The member, family, or a company of theirs (PRV-RELATED)." })
  related!: boolean;
  @Field(() => Boolean, { defaultValue: true, description: "Treats children (PRV-CHILDREN)." })
  treatsChildren!: boolean;
}

@InputType({ description: "A complaint that is not a claim yet, asked about in advance." })
export class CoverageComplaintInput {
  @Field(() => ID, { nullable: true, description: "Whom it is about; oneself when left out." })
  memberId?: string | null;
  @Field(() => ID, { nullable: true, description: "The policy; needed only where several are in force." })
  policyId?: string | null;
  @IsIn(SERVICES)
  @Field(() => String, { description: "Service, e.g. PHYSIOTHERAPY." })
  service!: string;
  @IsIn(COVERS)
  @Field(() => String, { defaultValue: "BASE", description: "Cover: BASE or an option's letter." })
  under!: string;
  @ValidateNested()
  @Field(() => ConditionInput, { description: "The complaint." })
  condition!: ConditionInput;
  @IsIn(WORK_RELATED)
  @Field(() => String, { defaultValue: "YES", description: "YES, NO or DOUBT (MEM-WORK-RELATED)." })
  workRelated!: string;
  @ValidateNested()
  @Field(() => ReferralInput, { nullable: true, description: "The referral, if there is one." })
  referral?: ReferralInput | null;
  @ValidateNested()
  @Field(() => CrisisInput, { nullable: true, description: "Crisis counselling only: the event." })
  crisis?: CrisisInput | null;
  @Field(() => Boolean, {
    defaultValue: true,
    description: "Asks as if the claim were reported and approved, and consent given, today; false lists those reasons too.",
  })
  asIfApproved!: boolean;
}

@InputType({ description: "Which treatment, of a claim or of a complaint that is not one yet." })
export class CoverageInput {
  @Field(() => ID, { nullable: true, description: "A claim. Exactly one of claimId and complaint." })
  claimId?: string | null;
  @ValidateNested()
  @Field(() => CoverageComplaintInput, { nullable: true, description: "A complaint. Exactly one of claimId and complaint." })
  complaint?: CoverageComplaintInput | null;
  @Field(() => LocalDate, { nullable: true, description: "Day of the treatment; today when left out." })
  on?: string | null;
  @IsIn(CHANNELS)
  @Field(() => String, { defaultValue: "IN_PERSON", description: "IN_PERSON, ONLINE or PHONE." })
  channel!: string;
  @IsIn(MODES)
  @Field(() => String, { nullable: true, description: "NETWORK or OWN_CHOICE; the claim's own, or NETWORK, when left out." })
  mode?: string | null;
  @MaxLength(2)
  @Length(2, 2)
  @Field(() => String, { defaultValue: "DK", description: "Country of the treatment, ISO 3166-1 alpha-2." })
  country!: string;
  @ValidateNested()
  @Field(() => CoverageProviderInput, { nullable: true, description: "Facts about the provider." })
  provider?: CoverageProviderInput | null;
}
