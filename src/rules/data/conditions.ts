/**
 * The controlled list the health team codes a claim with. An exclusion names services or groups and touches nothing else:
 * ADHD is excluded from psychological treatment, and is what options F and H are for.
 */
import { SERVICE_GROUPS, inGroup, type Product, type ReferralType, type Region, type Service, type ServiceGroup } from "../codes.js";
import type { RuleId } from "../catalogue.js";

export type Exclusion = {
  readonly rule: RuleId;
  readonly targets: readonly (Service | ServiceGroup)[];
  /** Only under this product. */
  readonly product?: Product;
  /** Lifted where the insurer's doctors accept the condition in a case: it is serious. */
  readonly unlessAccepted?: true;
};
export type Condition = {
  readonly code: ConditionCode;
  /** Of the large muscle groups and tendons (GEN-MSK-DEF). */
  readonly musculoskeletal: boolean;
  readonly excluded: readonly Exclusion[];
  /** Region of the body for GLA:D training. */
  readonly region: Region | null;
};

const MSK = true;
const no = false;
const out = (rule: RuleId, ...targets: readonly (Service | ServiceGroup)[]): Exclusion => ({ rule, targets });
const outUnder = (product: Product, rule: RuleId, ...targets: readonly (Service | ServiceGroup)[]): Exclusion => ({
  rule,
  targets,
  product,
});

const unlessAccepted = (rule: RuleId, ...targets: readonly (Service | ServiceGroup)[]): Exclusion => ({
  ...out(rule, ...targets),
  unlessAccepted: true,
});

const congenital = out("COV-EXCL-CONGENITAL", "PHYSICAL", "SPECIALIST", "CHRONIC_SURGERY", "BLOCKADE");
const physical = out("COV-EXCL-PHYSICAL", "PHYSICAL");
const specialist = out("COV-EXCL-SPECIALIST", "SPECIALIST");
const mental = out("COV-EXCL-MENTAL", "MENTAL");
const diet = out("COV-DIET-EXCLUDED", "DIETICIAN");
const skin = out("COV-SKIN", "SPECIALIST");

type Row = readonly [musculoskeletal: boolean, ...excluded: readonly Exclusion[]];

// prettier-ignore
const TABLE = {
  BACK_PAIN:                [MSK],
  LONG_TERM_BACK_PAIN:      [MSK],
  NECK_PAIN:                [MSK],
  SHOULDER_PAIN:            [MSK],
  KNEE_INJURY:              [MSK],
  KNEE_OSTEOARTHRITIS:      [MSK],
  HIP_OSTEOARTHRITIS:       [MSK],
  HERNIATED_DISC:           [MSK],
  OSTEOARTHRITIS:           [MSK],
  SPONDYLOSIS:              [MSK],
  SCHEUERMANNS:             [MSK],
  WHIPLASH:                 [MSK],
  MUSCLE_DISEASE:           [MSK],
  FIBROMYALGIA:             [MSK],
  TENNIS_ELBOW:             [MSK],
  ACHILLES_TENDINITIS:      [MSK],
  HEEL_SPUR:                [MSK],
  SHOULDER_TENDINOPATHY:    [MSK],
  NON_UNION_FRACTURE:       [MSK],
  TENSION_HEADACHE:         [MSK],
  SCOLIOSIS:                [MSK, congenital],
  HIP_DYSPLASIA:            [MSK, congenital],
  MIGRAINE:                 [no, physical],
  JAW_TENSION:              [no, physical],
  INSOMNIA:                 [no, physical, out("COV-SLEEP", "SPECIALIST_TREATMENT")],
  SLEEP_APNOEA:             [no, out("COV-SLEEP", "SPECIALIST_TREATMENT")],
  ASTHMA:                   [no, physical, specialist],
  HYPERTENSION:             [no, physical, specialist],
  CARDIOVASCULAR_DISEASE:   [no, physical, out("COV-HEART", "SPECIALIST")],
  PARKINSONS:               [no, physical],
  EPILEPSY:                 [no, physical],
  HEART_RHYTHM:             [no, specialist],
  CARDIAC_SYMPTOMS:         [no, out("COV-HEART", "SPECIALIST_TREATMENT"), outUnder("FLEX", "COV-FLEX-EXCLUSIONS", "SPECIALIST")],
  HAEMORRHOIDS:             [no, specialist],
  ANAL_FISSURE:             [no, specialist],
  HEARING_LOSS:             [no, specialist],
  VARICOSE_VEINS:           [no, unlessAccepted("COV-VARICOSE", "SPECIALIST")],
  ECZEMA:                   [no, skin],
  COSMETIC_SKIN:            [no, skin],
  SKIN_SIGNIFICANT:         [no],
  VISION_CORRECTION:        [no, specialist],
  CATARACT:                 [no],
  ALLERGY_SUSPECTED:        [no],
  ALLERGY_KNOWN:            [no, out("COV-ALLERGY", "SPECIALIST"), physical],
  VENEREAL_DISEASE:         [no, specialist],
  OBESITY:                  [no, specialist, mental, diet],
  OBESITY_IN_PREGNANCY:     [no],
  OBESITY_POSTPARTUM:       [no],
  INFERTILITY:              [no, out("COV-EXCL-INFERTILITY", "PHYSICAL", "MENTAL", "SPECIALIST")],
  CANCER_SUSPECTED:         [no],
  CANCER_DIAGNOSED:         [no, unlessAccepted("COV-CANCER", "SPECIALIST_TREATMENT")],
  SKIN_CANCER:              [no],
  CANCER_SEQUELAE:          [no],
  DIABETES:                 [no],
  HIGH_CHOLESTEROL:         [no, specialist],
  GOUT:                     [no],
  COELIAC_DISEASE:          [no],
  ENDOMETRIOSIS:            [no],
  PCOS:                     [no],
  METABOLIC_DISORDER:       [no],
  BOWEL_DISORDER:           [no],
  FOOD_ALLERGY:             [no, diet],
  UNDERWEIGHT:              [no, unlessAccepted("COV-DIET-EXCLUDED", "DIETICIAN")],
  COPD:                     [no],
  RHEUMATOID_ARTHRITIS:     [no],
  PSORIATIC_ARTHRITIS:      [no],
  ARTHRITIS:                [no],
  CONNECTIVE_TISSUE_DISEASE: [no],
  BONE_DISEASE:             [no],
  OSTEOPOROSIS:             [no],
  BUNION:                   [no],
  SUNKEN_FOREFOOT:          [no],
  CHRONIC_PAIN:             [no, specialist],
  BLOOD_DISORDER:           [no],
  CYSTIC_FIBROSIS:          [no],
  MULTIPLE_SCLEROSIS:       [no],
  PEPTIC_ULCER:             [no],
  REFLUX:                   [no],
  INFLAMMATORY_BOWEL:       [no],
  IRRITABLE_BOWEL:          [no],
  GLAUCOMA:                 [no],
  TINNITUS:                 [no],
  MENIERES:                 [no],
  CHOLESTEATOMA:            [no],
  INGROWN_NAIL:             [no],
  RADIOTHERAPY_SCAR:        [no],
  MENOPAUSE_SYMPTOMS:       [no],
  STRESS:                   [no, diet],
  DEPRESSION:               [no, diet],
  ANXIETY:                  [no, diet],
  GRIEF:                    [no, diet],
  ACUTE_CRISIS:             [no, diet],
  POSTPARTUM_DEPRESSION:    [no, diet],
  LONG_TERM_STRESS:         [no, diet],
  PERSISTENT_DEPRESSION:    [no, diet],
  PERSISTENT_ANXIETY:       [no, diet],
  ADHD:                     [no, mental, diet],
  AUTISM:                   [no, mental, diet],
  TOURETTE:                 [no, mental, diet],
  EATING_DISORDER:          [no, mental, diet],
  BIPOLAR:                  [no, mental, diet],
  PERSONALITY_DISORDER:     [no, mental, diet],
  DEMENTIA:                 [no, physical, mental, specialist, diet],
  PTSD:                     [no, mental, diet],
  COMPLICATED_GRIEF:        [no, mental, diet],
  PHOBIA:                   [no, mental, diet],
  OCD:                      [no, mental, diet],
  RECURRENT_ANXIETY:        [no, mental, diet],
  ALCOHOL_ADDICTION:        [no, mental],
  MEDICINE_ADDICTION:       [no, mental],
  DRUG_ADDICTION:           [no, mental],
  GAMBLING_ADDICTION:       [no, mental],
  RELATIVE_OF_MENTALLY_ILL: [no],
  RELATIVE_OF_DEMENTIA:     [no],
  ALS:                      [no],
  OTHER:                    [no],
} as const satisfies Readonly<Record<string, Row>>;

export type ConditionCode = keyof typeof TABLE;
export const CONDITION_CODES = Object.keys(TABLE) as [ConditionCode, ...ConditionCode[]];

/** GLA:D training is for these, one programme for each region (COV-GLAD-CONDITIONS, COV-GLAD-ONE). */
const REGION_OF: Readonly<Partial<Record<ConditionCode, Region>>> = {
  KNEE_OSTEOARTHRITIS: "KNEE",
  HIP_OSTEOARTHRITIS: "HIP",
  LONG_TERM_BACK_PAIN: "BACK",
  BACK_PAIN: "BACK",
};

/** Whose word a service needs for a condition, where the section says it more narrowly than the service's row. */
export type Prescriber = {
  readonly targets: readonly (Service | ServiceGroup)[];
  readonly types: readonly ReferralType[];
  readonly rule: RuleId;
};
const PRESCRIBERS: Readonly<Partial<Record<ConditionCode, Prescriber>>> = {
  INSOMNIA: { targets: ["SPECIALIST"], types: ["GP"], rule: "COV-SLEEP" },
  ALLERGY_SUSPECTED: { targets: ["SPECIALIST"], types: ["SPECIALIST"], rule: "COV-ALLERGY" },
  SLEEP_APNOEA: { targets: ["SPECIALIST"], types: ["GP"], rule: "COV-SLEEP" },
  CARDIAC_SYMPTOMS: { targets: ["SPECIALIST"], types: ["GP"], rule: "COV-HEART" },
};

/** How long a condition has to have lasted before a service is covered for it, in months: strictly longer. */
export type Duration = {
  readonly targets: readonly (Service | ServiceGroup)[];
  readonly months: number;
  /** One that keeps coming back need not have lasted. */
  readonly orRecurring: boolean;
  readonly rule: RuleId;
};
const backTraining: Duration = { targets: ["GLAD"], months: 3, orRecurring: true, rule: "COV-GLAD-CONDITIONS" };
const DURATIONS: Readonly<Partial<Record<ConditionCode, Duration>>> = {
  BACK_PAIN: backTraining,
  LONG_TERM_BACK_PAIN: backTraining,
  INSOMNIA: { targets: ["SPECIALIST"], months: 3, orRecurring: false, rule: "COV-SLEEP" },
  SLEEP_APNOEA: { targets: ["SPECIALIST"], months: 3, orRecurring: false, rule: "COV-SLEEP" },
};

/** Mental disorders whose code says that they last (Flex product sheet, 'exclusions'). */
const LASTING: ReadonlySet<ConditionCode> = new Set<ConditionCode>(["LONG_TERM_STRESS", "PERSISTENT_DEPRESSION", "PERSISTENT_ANXIETY"]);

/** Conditions with a dietician course of their own (COV-DIET-LISTED-10). */
const DIETICIAN_LIST: ReadonlySet<ConditionCode> = new Set<ConditionCode>([
  "DIABETES",
  "HIGH_CHOLESTEROL",
  "CARDIOVASCULAR_DISEASE",
  "BOWEL_DISORDER",
  "INFLAMMATORY_BOWEL",
  "IRRITABLE_BOWEL",
  "GOUT",
  "ENDOMETRIOSIS",
  "COELIAC_DISEASE",
  "PCOS",
  "METABOLIC_DISORDER",
  "UNDERWEIGHT",
]);

/** Cancers: covered when the diagnosis is made during the insurance (COV-CANCER). */
const CANCERS: ReadonlySet<ConditionCode> = new Set<ConditionCode>(["CANCER_DIAGNOSED", "SKIN_CANCER"]);

const CONDITIONS: ReadonlyMap<string, Condition> = new Map(
  CONDITION_CODES.map((code) => {
    const [musculoskeletal, ...excluded]: Row = TABLE[code];
    return [code, { code, musculoskeletal, excluded, region: REGION_OF[code] ?? null }];
  }),
);

export function conditionOf(code: string): Condition | undefined {
  return CONDITIONS.get(code);
}

export function isLasting(code: ConditionCode): boolean {
  return LASTING.has(code);
}

export function hasDieticianCourse(code: ConditionCode): boolean {
  return DIETICIAN_LIST.has(code);
}

export function isDiagnosedCancer(code: ConditionCode): boolean {
  return CANCERS.has(code);
}

/** The exclusion that keeps this service from being covered for this condition, if there is one. */
export function exclusionOf(condition: Condition, service: Service, product: Product, accepted = false): Exclusion | undefined {
  return condition.excluded.find(
    (e) =>
      (e.product === undefined || e.product === product) &&
      !(accepted && e.unlessAccepted === true) &&
      e.targets.some((t) => isOrHolds(t, service)),
  );
}

/** Whether the insurer's doctors have to accept this condition before anything, or before some services, is covered for it. */
export function needsAcceptance({ code, excluded }: Condition): boolean {
  return code === "OTHER" || excluded.some((e) => e.unlessAccepted === true);
}

export function prescriberOf(code: ConditionCode, service: Service): Prescriber | undefined {
  const found = PRESCRIBERS[code];
  return found?.targets.some((target) => isOrHolds(target, service)) ? found : undefined;
}

export function durationOf(code: ConditionCode, service: Service): Duration | undefined {
  const found = DURATIONS[code];
  return found?.targets.some((target) => isOrHolds(target, service)) ? found : undefined;
}

function isOrHolds(target: Service | ServiceGroup, service: Service): boolean {
  return target === service || (isGroup(target) && inGroup(service, target));
}

function isGroup(target: Service | ServiceGroup): target is ServiceGroup {
  return Object.hasOwn(SERVICE_GROUPS, target);
}
