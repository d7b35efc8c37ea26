/** The closed lists the rules speak in. A value outside its list is a fault of the facts, never a decision. */

export const PRODUCTS = ["OCCUPATIONAL", "FLEX"] as const;
export type Product = (typeof PRODUCTS)[number];

/** The cover a claim is handled under: the health team's choice, never inferred from the treatment. */
export const COVERS = ["BASE", "A", "B", "C", "E", "F", "H", "K"] as const;
export type Cover = (typeof COVERS)[number];

/** What a policy can state beside the base cover (MEM-OPTIONAL-COVER); G, the online doctor, leads to no network treatment. */
export const OPTIONS = ["A", "B", "C", "E", "F", "G", "H", "K", "CANCER_CARE"] as const;
export type Option = (typeof OPTIONS)[number];

/** How a claim comes in (CLM-REPORT-CHANNELS). */
export const REPORT_CHANNELS = ["ONLINE", "PHONE"] as const;
export type ReportChannel = (typeof REPORT_CHANNELS)[number];

/** In the network or at the designated centre, or with a therapist the member has chosen. */
export const MODES = ["NETWORK", "OWN_CHOICE"] as const;
export type Mode = (typeof MODES)[number];

export const CHANNELS = ["IN_PERSON", "ONLINE", "PHONE"] as const;
export type Channel = (typeof CHANNELS)[number];

export const SERVICES = [
  "PHYSIOTHERAPY",
  "GROUP_TRAINING",
  "CHIROPRACTIC",
  "REHABILITATION",
  "GLAD",
  "PSYCHOLOGIST",
  "PSYCHOTHERAPIST",
  "CHILD_MENTAL_PROGRAMME",
  "COOL_KIDS",
  "CHILLED",
  "PSYCHIATRIST",
  "CRISIS_COUNSELLING",
  "SPECIALIST_EXAMINATION",
  "SPECIALIST_TREATMENT",
  "DIAGNOSTIC_IMAGING",
  "FOLLOW_UP_CHECK",
  "HEALTH_PROGRAMME",
  "ACUPUNCTURE",
  "REFLEXOLOGY",
  "OSTEOPATHY",
  "DIETICIAN",
  "ADDICTION_TREATMENT",
  "MASSAGE",
  "SHOCKWAVE",
  "PODIATRY",
  "CHRONIC_PSYCH_SUPPORT",
  "PSYCHIATRIC_ASSESSMENT",
  "CHRONIC_SURGERY",
  "BLOCKADE",
  "FOOT_CHECK",
  "SECOND_OPINION",
  "RE_OPERATION",
  "CPAP_TREATMENT",
  "MEDICATION_FOLLOW_UP",
  "TRIPARTITE_COUNSELLING",
  "DEBRIEFING",
] as const;
export type Service = (typeof SERVICES)[number];

/** Priced, but not booked: what the insurer pays for beside treatment in the network. */
export const PRICED_SERVICES = [...SERVICES, "TRANSPORT", "CONVALESCENT_CARE", "HOSPICE", "DENTAL"] as const;
export type PricedService = (typeof PRICED_SERVICES)[number];

export const SERVICE_GROUPS = {
  PHYSICAL: ["PHYSIOTHERAPY", "GROUP_TRAINING", "CHIROPRACTIC", "REHABILITATION"],
  MENTAL: ["PSYCHOLOGIST", "PSYCHOTHERAPIST", "CHILD_MENTAL_PROGRAMME", "PSYCHIATRIST"],
  SPECIALIST: ["SPECIALIST_EXAMINATION", "SPECIALIST_TREATMENT", "DIAGNOSTIC_IMAGING"],
} as const satisfies Readonly<Record<string, readonly Service[]>>;
export type ServiceGroup = keyof typeof SERVICE_GROUPS;

export function inGroup(service: PricedService, group: ServiceGroup): boolean {
  const members: readonly PricedService[] = SERVICE_GROUPS[group];
  return members.includes(service);
}

export const GUARANTEE_CLASSES = ["NETWORK_10", "SPECIALIST_10", "FLEX_SPECIALIST_15", "CRISIS_3H", "NONE"] as const;
export type GuaranteeClass = (typeof GUARANTEE_CLASSES)[number];

/** `CHILD` is a co-insured child, `GROUP_CHILD` one covered through the company's contract. */
export const ROLES = ["EMPLOYEE", "POLICYHOLDER", "SPOUSE", "CHILD", "GROUP_CHILD"] as const;
export type Role = (typeof ROLES)[number];

export const SCHEMES = ["MANDATORY", "VOLUNTARY", "PRIVATE"] as const;
export type Scheme = (typeof SCHEMES)[number];

export const REFERRAL_TYPES = ["GP", "SPECIALIST", "RECOMMENDATION"] as const;
export type ReferralType = (typeof REFERRAL_TYPES)[number];

export const WORK_RELATED = ["YES", "NO", "DOUBT"] as const;
export type WorkRelated = (typeof WORK_RELATED)[number];

/** What caused a disease or injury, as far as a cause keeps it from cover; `NONE_OF_THESE` where somebody asked and it is none. */
export const COMPLAINT_CAUSES = [
  "NONE_OF_THESE",
  "PROFESSIONAL_SPORT",
  "SELF_INFLICTED",
  "INTOXICATION",
  "IMPLANT_OR_TATTOO",
  "WAR_OR_TERROR",
  "DISASTER_OR_STRIKE",
  "EPIDEMIC",
] as const;
export type ComplaintCause = (typeof COMPLAINT_CAUSES)[number];

/** Where the operation was done that a re-operation follows. */
export const OPERATION_PLACES = ["DESIGNATED", "OTHER_PRIVATE", "PUBLIC"] as const;
export type OperationPlace = (typeof OPERATION_PLACES)[number];

export const CRISIS_EVENTS = [
  "DANGER_INCIDENT",
  "VIOLENCE",
  "FIRE_OR_BURGLARY",
  "OWN_LIFE_THREATENING_DIAGNOSIS",
  "DEATH_IN_FAMILY",
  "FAMILY_LIFE_THREATENING_DIAGNOSIS",
  "WITNESSED_DEATH_OR_INCIDENT",
  "EXPECTED_EVENT",
  "DISMISSAL",
  "CONFLICT",
] as const;
export type CrisisEvent = (typeof CRISIS_EVENTS)[number];

/** Immediate family as the conditions define it (COV-CRISIS-FAMILY): parents and siblings are not in it. */
export const IMMEDIATE_FAMILY = ["SPOUSE", "PARTNER", "OWN_CHILD", "PARTNERS_CHILD", "ADOPTED_CHILD"] as const;
export const CRISIS_RELATIONS = [...IMMEDIATE_FAMILY, "PARENT", "SIBLING", "GRANDPARENT", "COLLEAGUE", "FRIEND"] as const;
export type CrisisRelation = (typeof CRISIS_RELATIONS)[number];

/** Regions of the body for GLA:D training, one programme each (COV-GLAD-ONE). */
export const REGIONS = ["KNEE", "HIP", "BACK"] as const;
export type Region = (typeof REGIONS)[number];

export const SECTORS = ["PRIVATE", "PUBLIC"] as const;
export type Sector = (typeof SECTORS)[number];

export const TREATMENT_EVENTS = ["ATTENDED", "NO_SHOW", "LATE_CANCELLATION", "CANCELLED_IN_TIME", "PROVIDER_CANCELLED"] as const;
export type TreatmentEvent = (typeof TREATMENT_EVENTS)[number];

export const TRANSPORT_MEANS = ["OWN_CAR", "PUBLIC_TRANSPORT", "TAXI", "RECUMBENT"] as const;
export type TransportMeans = (typeof TRANSPORT_MEANS)[number];

export const SUBSIDY_PAYEES = ["INSURER", "MEMBER"] as const;
export type SubsidyPayee = (typeof SUBSIDY_PAYEES)[number];
