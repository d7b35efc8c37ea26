/**
 * The controlled list the health team codes a claim with. An exclusion names services or groups and touches nothing else:
 * ADHD is excluded from psychological treatment, and is what options F and H are for.
 */
import { SERVICE_GROUPS, inGroup, type Product, type Region, type Service, type ServiceGroup } from "../codes.js";
import type { RuleId } from "../catalogue.js";

export type Exclusion = {
  readonly rule: RuleId;
  readonly targets: readonly (Service | ServiceGroup)[];
  /** Only under this product. */
  readonly product?: Product;
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
  ASTHMA:                   [no, physical, specialist],
  HYPERTENSION:             [no, physical, specialist],
  CARDIOVASCULAR_DISEASE:   [no, physical, out("COV-HEART", "SPECIALIST")],
  PARKINSONS:               [no, physical],
  EPILEPSY:                 [no, physical],
  HEART_RHYTHM:             [no, specialist],
  CARDIAC_SYMPTOMS:         [no, out("COV-HEART", "SPECIALIST_TREATMENT"), outUnder("FLEX", "COV-FLEX-EXCLUSIONS", "SPECIALIST")],
  HAEMORRHOIDS:             [no, specialist],
  ECZEMA:                   [no, skin],
  COSMETIC_SKIN:            [no, skin],
  SKIN_SIGNIFICANT:         [no],
  VISION_CORRECTION:        [no, specialist],
  CATARACT:                 [no],
  ALLERGY_SUSPECTED:        [no],
  ALLERGY_KNOWN:            [no, out("COV-ALLERGY", "SPECIALIST"), physical],
  VENEREAL_DISEASE:         [no, specialist],
  OBESITY:                  [no, specialist, mental],
  OBESITY_IN_PREGNANCY:     [no],
  INFERTILITY:              [no, out("COV-EXCL-INFERTILITY", "PHYSICAL", "MENTAL", "SPECIALIST")],
  CANCER_SUSPECTED:         [no],
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
  COPD:                     [no],
  RHEUMATOID_ARTHRITIS:     [no],
  PSORIATIC_ARTHRITIS:      [no],
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
export const CONDITION_CODES: readonly ConditionCode[] = Object.keys(TABLE).filter(isConditionCode);

/** GLA:D training is for these, one programme for each region (COV-GLAD-CONDITIONS, COV-GLAD-ONE). */
const REGION_OF: Readonly<Partial<Record<ConditionCode, Region>>> = {
  KNEE_OSTEOARTHRITIS: "KNEE",
  HIP_OSTEOARTHRITIS: "HIP",
  LONG_TERM_BACK_PAIN: "BACK",
};

/** Conditions with a dietician course of their own (COV-DIET-LISTED-10). */
const DIETICIAN_LIST: ReadonlySet<ConditionCode> = new Set<ConditionCode>([
  "DIABETES",
  "HIGH_CHOLESTEROL",
  "CARDIOVASCULAR_DISEASE",
  "BOWEL_DISORDER",
  "GOUT",
  "ENDOMETRIOSIS",
  "COELIAC_DISEASE",
  "PCOS",
  "METABOLIC_DISORDER",
]);

const CONDITIONS: ReadonlyMap<string, Condition> = new Map(
  CONDITION_CODES.map((code) => {
    const [musculoskeletal, ...excluded]: Row = TABLE[code];
    return [code, { code, musculoskeletal, excluded, region: REGION_OF[code] ?? null }];
  }),
);

export function conditionOf(code: string): Condition | undefined {
  return CONDITIONS.get(code);
}

export function hasDieticianCourse(code: ConditionCode): boolean {
  return DIETICIAN_LIST.has(code);
}

/** The exclusion that keeps this service from being covered for this condition, if there is one. */
export function exclusionOf(condition: Condition, service: Service, product: Product): Exclusion | undefined {
  return condition.excluded.find((e) => (e.product === undefined || e.product === product) && e.targets.some((t) => isOrHolds(t, service)));
}

function isOrHolds(target: Service | ServiceGroup, service: Service): boolean {
  return target === service || (isGroup(target) && inGroup(service, target));
}

function isGroup(target: Service | ServiceGroup): target is ServiceGroup {
  return Object.hasOwn(SERVICE_GROUPS, target);
}

function isConditionCode(text: string): text is ConditionCode {
  return Object.hasOwn(TABLE, text);
}
