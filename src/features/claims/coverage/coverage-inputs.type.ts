import { ValidateNested } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { CountryCode, LocalDate } from "../../../gateway/api/scalars.js";
import { type Channel, type ComplaintCause, type Cover, type Mode, type Service, type WorkRelated } from "../../../rules/codes.js";
import { ConditionInput, CrisisInput, ReferralInput } from "../claim-inputs.type.js";
import {
  ChannelEnum,
  ComplaintCauseEnum,
  CoverEnum,
  ServiceCodeEnum,
  TreatmentModeEnum,
  WorkRelatedEnum,
} from "../../../vocabulary/rules.type.js";

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
  @Field(() => ServiceCodeEnum, { description: "The treatment." })
  service!: Service;
  @Field(() => CoverEnum, {
    nullable: true,
    description: "The cover it would be handled under; left out, it is found from the policy as for a report.",
  })
  under?: Cover | null;
  @ValidateNested()
  @Field(() => ConditionInput, { description: "The complaint." })
  condition!: ConditionInput;
  @Field(() => WorkRelatedEnum, { defaultValue: "YES", description: "Whether it is caused by work (MEM-WORK-RELATED)." })
  workRelated!: WorkRelated;
  @Field(() => ComplaintCauseEnum, { nullable: true, description: "What caused it, of the causes that are not covered." })
  cause?: ComplaintCause | null;
  @ValidateNested()
  @Field(() => ReferralInput, { nullable: true, description: "The referral, if there is one." })
  referral?: ReferralInput | null;
  @ValidateNested()
  @Field(() => CrisisInput, { nullable: true, description: "Crisis counselling and debriefing only: the event." })
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
  @Field(() => ChannelEnum, { defaultValue: "IN_PERSON", description: "How to meet." })
  channel!: Channel;
  @Field(() => TreatmentModeEnum, { nullable: true, description: "Who treats; the claim's own, or the network, when left out." })
  mode?: Mode | null;
  @Field(() => CountryCode, { defaultValue: "DK", description: "Country of the treatment." })
  country!: string;
  @ValidateNested()
  @Field(() => CoverageProviderInput, { nullable: true, description: "Facts about the provider." })
  provider?: CoverageProviderInput | null;
}
