/** The facts that a decision about cover was made on (src/rules/facts/facts.ts), with what is meant where nothing was stated. */
import { Field, ObjectType } from "type-graphql";
import { visibleTo } from "../../../gateway/api/guard.js";
import { CountryCode, LocalDate, NonNegativeInt, PositiveInt } from "../../../gateway/api/scalars.js";
import type { CoverageFacts, UsageEntry } from "../../../rules/facts/facts.js";
import { coverageMarks } from "../../../rules/facts/marks.js";
import {
  ChannelEnum,
  ComplaintCauseEnum,
  CoverEnum,
  DecisionMarkEnum,
  OperationPlaceEnum,
  PolicyOptionEnum,
  PolicyRoleEnum,
  PolicySchemeEnum,
  ProductEnum,
  ProgrammeSubjectEnum,
  TreatmentModeEnum,
  WorkRelatedEnum,
} from "../../../vocabulary/rules.type.js";
import { ServiceType, serviceView } from "../../../vocabulary/service.type.js";
import { ConditionType as ListedConditionType, listedCondition } from "../../../vocabulary/list-conditions.js";
import { ConditionType, CrisisType, PortionType, ReferralType } from "../claim-facts.type.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("InsuredFacts", { description: "Of the person and the cover, as a decision about cover saw them." })
export class InsuredFactsType {
  @Field(() => PolicyRoleEnum, { description: "What the person is in the policy." })
  role!: string;
  @Field(() => LocalDate, { description: "Day of birth." })
  bornOn!: string;
  @Field(() => CountryCode, { description: "Country of residence." })
  residence!: string;
  @Field(() => PolicySchemeEnum, { description: "How the policy came about." })
  scheme!: string;
  @Field(() => [PolicyOptionEnum], { description: "What it has beside the base cover." })
  options!: readonly string[];
  @Field(() => LocalDate, { description: "First day of cover." })
  startsOn!: string;
  @Field(() => LocalDate, { nullable: true, description: "Last day of cover; null while it is open." })
  endsOn!: string | null;
  @Field(() => LocalDate, { nullable: true, description: "Earlier start that a direct transfer carried over; null for none." })
  seniorityFrom!: string | null;
  @Field(() => LocalDate, {
    nullable: true,
    description: "A co-insured child: last day of the payment period of the 24th birthday; null for everybody else.",
  })
  paidThrough!: string | null;
  @Field(() => NonNegativeInt, { description: "Age in years up to which the contract covers children." })
  groupChildAge!: number;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("FormOfTreatment", { description: "A form of treatment of another open claim of the member." })
export class FormOfTreatmentType {
  @Field(() => ServiceType, { description: "The treatment." })
  service!: ServiceType;
  @Field(() => ListedConditionType, { description: "What it is for." })
  condition!: ListedConditionType;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("TreatmentUsage", { description: "Earlier treatments that took place, or hold a place in a limit (BOK-COUNT)." })
export class TreatmentUsageType {
  @Field(() => ServiceType, { description: "The treatment." })
  service!: ServiceType;
  @Field(() => PositiveInt, { description: "Calendar year." })
  year!: number;
  @Field(() => NonNegativeInt, { description: "How many." })
  count!: number;
  @Field(() => NonNegativeInt, { description: "Of these, how many took place." })
  attended!: number;
  @Field(() => CoverEnum, { nullable: true, description: "The cover they were under; null: that of the claim asked about." })
  under!: string | null;
  @Field(() => TreatmentModeEnum, { description: "Who treated." })
  mode!: string;
  @Field(() => Boolean, { description: "True where they belong to the claim asked about." })
  sameClaim!: boolean;
  @Field(() => ListedConditionType, { nullable: true, description: "What they were for; null where it is not known." })
  condition!: ListedConditionType | null;
  @Field(() => LocalDate, { nullable: true, description: "Day of the last of them; null where it is not known." })
  lastOn!: string | null;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("ProgrammeUsage", { description: "A programme used before: completed, discontinued or authorised." })
export class ProgrammeUsageType {
  @Field(() => ServiceType, { description: "The programme." })
  service!: ServiceType;
  @Field(() => ProgrammeSubjectEnum, { nullable: true, description: "What it was for; null where the programme has no subject." })
  subject!: string | null;
  @Field(() => Boolean, { description: "True where a part of it took place." })
  attended!: boolean;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("GivenConsent", { description: "A consent as a decision saw it." })
export class GivenConsentType {
  @Field(() => LocalDate, { description: "When it was given." })
  givenOn!: string;
  @Field(() => LocalDate, { nullable: true, description: "When it was withdrawn; null where it stands." })
  withdrawnOn!: string | null;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("CoverageFacts", { description: "What a decision about cover was made on." })
export class CoverageFactsType {
  @Field(() => ProductEnum, { description: "The insurance." })
  product!: string;
  @Field(() => CoverEnum, { description: "The cover asked about." })
  under!: string;
  @Field(() => InsuredFactsType, { description: "The person and the cover." })
  insured!: InsuredFactsType;
  @Field(() => ServiceType, { description: "The treatment." })
  service!: ServiceType;
  @Field(() => LocalDate, { description: "Day of the treatment." })
  treatedOn!: string;
  @Field(() => LocalDate, { description: "Day of the decision." })
  decidedOn!: string;
  @Field(() => TreatmentModeEnum, { description: "Who treats." })
  mode!: string;
  @Field(() => ChannelEnum, { description: "How they meet." })
  channel!: string;
  @Field(() => CountryCode, { description: "Where the treatment is." })
  country!: string;
  @Field(() => ConditionType, { description: "The complaint." })
  condition!: ConditionType;
  @Field(() => LocalDate, { description: "When the claim was reported." })
  reportedOn!: string;
  @Field(() => LocalDate, { nullable: true, description: "When it was approved; null while it was not." })
  approvedOn!: string | null;
  @Field(() => WorkRelatedEnum, { description: "Whether work causes the complaint." })
  workRelated!: string;
  @Field(() => ComplaintCauseEnum, { nullable: true, description: "What caused it; null where nobody asked." })
  cause!: string | null;
  @Field(() => OperationPlaceEnum, {
    nullable: true,
    description: "Where the operation was done that a re-operation follows; null for other treatments.",
  })
  primaryOperation!: string | null;
  @Field(() => LocalDate, { nullable: true, description: "Day of the first treatment; null before it." })
  firstTreatmentOn!: string | null;
  @Field(() => LocalDate, {
    nullable: true,
    description: "Day of the last treatment that a follow-up check counts from; null for other treatments.",
  })
  lastTreatmentOn!: string | null;
  @Field(() => ReferralType, { description: "The referral." })
  referral!: ReferralType;
  @Field(() => GivenConsentType, { nullable: true, description: "The consent to the use of health data; null where there is none." })
  consent!: GivenConsentType | null;
  @Field(() => PortionType, { nullable: true, description: "The portion that is authorised; null where nothing was allocated." })
  portion!: PortionType | null;
  @Field(() => CrisisType, {
    nullable: true,
    description: "The event behind crisis counselling and debriefing; null for other treatments.",
  })
  crisis!: CrisisType | null;
  @Field(() => [FormOfTreatmentType], { description: "Forms of treatment of the member's other open claims." })
  otherForms!: readonly FormOfTreatmentType[];
  @Field(() => [TreatmentUsageType], { description: "Earlier treatments that count." })
  usage!: readonly TreatmentUsageType[];
  @Field(() => [ProgrammeUsageType], { description: "Programmes used before." })
  programmes!: readonly ProgrammeUsageType[];
  @Field(() => [DecisionMarkEnum], { description: "What else holds in this case; what is not here does not." })
  marks!: readonly string[];
}

/** Age in years that a contract covers children to unless it says another (CoverageFacts.cover.groupChildAge). */
const CHILD_AGE = 24;

export function coverageFactsView(facts: CoverageFacts): CoverageFactsType {
  const { member, cover, claim, condition, treatment, provider, referral, consent, portion, crisis } = facts;
  return {
    product: facts.product,
    under: facts.under ?? "BASE",
    insured: {
      role: member.role,
      bornOn: member.birthDate,
      residence: member.residence ?? "DK",
      scheme: cover.scheme ?? (facts.product === "FLEX" ? "PRIVATE" : "MANDATORY"),
      options: cover.optional ?? [],
      startsOn: cover.start,
      endsOn: cover.end ?? null,
      seniorityFrom: cover.seniorityFrom ?? null,
      paidThrough: cover.paidThrough ?? null,
      groupChildAge: cover.groupChildAge ?? CHILD_AGE,
    },
    service: serviceView(treatment.serviceType),
    treatedOn: treatment.on,
    decidedOn: facts.decidedOn ?? treatment.on,
    mode: provider.mode,
    channel: treatment.channel ?? "IN_PERSON",
    country: treatment.country ?? "DK",
    condition: {
      code: condition.code,
      aroseOn: condition.aroseOn,
      diagnosedOn: condition.diagnosedOn ?? null,
      chronic: condition.chronic ?? false,
    },
    reportedOn: claim.reportedOn,
    approvedOn: claim.approvedOn ?? null,
    workRelated: claim.workRelated ?? "YES",
    cause: claim.cause ?? null,
    primaryOperation: claim.primaryOperation ?? null,
    firstTreatmentOn: claim.firstTreatmentOn ?? null,
    lastTreatmentOn: claim.lastTreatmentOn ?? null,
    referral: { type: referral?.type ?? null, issuedOn: referral?.issuedOn ?? null, requested: facts.referralRequested ?? false },
    consent: consent ? { givenOn: consent.givenOn, withdrawnOn: consent.withdrawnOn ?? null } : null,
    portion: portion ? { ...portion, remaining: portion.authorised - portion.used } : null,
    crisis: crisis ? { ...crisis, policeReported: crisis.policeReported ?? false, relation: crisis.relation ?? null } : null,
    otherForms: (claim.otherForms ?? []).map((form) => ({
      service: serviceView(form.service),
      condition: listedCondition(form.condition),
    })),
    usage: (facts.usage ?? []).map(usageView),
    programmes: (facts.programmes ?? []).map(({ service, subject, attended = false }) => ({
      service: serviceView(service),
      subject,
      attended,
    })),
    marks: coverageMarks(facts),
  };
}

function usageView({ service, year, count, ...entry }: UsageEntry): TreatmentUsageType {
  return {
    service: serviceView(service),
    year,
    count,
    attended: entry.attended ?? 0,
    under: entry.under ?? null,
    mode: entry.mode ?? "NETWORK",
    sameClaim: entry.sameClaim ?? false,
    condition: entry.condition ? listedCondition(entry.condition) : null,
    lastOn: entry.lastOn ?? null,
  };
}
