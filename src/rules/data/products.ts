/**
 * The service matrix: one row for each product, cover and service. Read a row from left to right as a sentence: who may
 * treat, what doctor's word it needs, through which channels, what holds for chronic disorders, what is promised, for which
 * conditions, and how much. Each cell that restricts names its rule.
 */
import {
  aged,
  any,
  byOperation,
  course,
  diagnosis6m,
  followUp24m,
  inPeriod,
  listed,
  listedIf,
  needs,
  networkOnly,
  never,
  only,
  onRequest,
  ownChoiceToo,
  perClaim,
  perCondition,
  programme,
  promise,
  subyear,
  year,
  type CoverBound,
  type ChronicCell,
  type EligibleCell,
  type Limit,
  type MatrixRow,
  type ProviderCell,
  type ReferralCell,
} from "./cells.js";
import { COVERS, PRODUCTS, type Channel, type Cover, type Product, type Service } from "../codes.js";

const own = ownChoiceToo;
const designated = networkOnly("PRV-DESIGNATED");
const partner = networkOnly("PRV-NETWORK-TYPES");
const tenDays = promise("NETWORK_10", "GUA-NETWORK-10");
const specialistTen = promise("SPECIALIST_10", "GUA-SPECIALIST-10");
const flexFifteen = promise("FLEX_SPECIALIST_15", "GUA-FLEX-15");
const threeHours = promise("CRISIS_3H", "GUA-CRISIS-3H");
const nothing = promise("NONE", "GUA-NO-CLASS");
const noPsychiatry = promise("NONE", "GUA-PSYCHIATRIST-NONE");
const anything = any("CLM-HEALTH-TEAM-DECIDES");

const poolF = year("COV-F-12", 12, ["PHYSIOTHERAPY", "GROUP_TRAINING", "CHIROPRACTIC", "MASSAGE", "SHOCKWAVE"]);
const poolFlex = year("COV-PHYSIO-ANNUAL-12", 12, ["PHYSIOTHERAPY", "CHIROPRACTIC"], { splits: true });
const tenOf = (service: Service): readonly Limit[] => [perClaim("COV-A-10-CLAIM", 10, [service]), year("COV-A-10-YEAR", 10, [service])];
const longTermF = only("COV-F-CHRONIC", "MSK_LONG_TERM");

/** P in person, O online, T by telephone. */
const CHANNELS_OF = {
  P: ["IN_PERSON"],
  O: ["ONLINE"],
  "P O": ["IN_PERSON", "ONLINE"],
  "O T": ["ONLINE", "PHONE"],
  "P O T": ["IN_PERSON", "ONLINE", "PHONE"],
} as const satisfies Readonly<Record<string, readonly Channel[]>>;

type Line = readonly [
  Service,
  ProviderCell,
  ReferralCell,
  keyof typeof CHANNELS_OF,
  ChronicCell,
  MatrixRow["guarantee"],
  EligibleCell,
  ...(readonly (Limit | CoverBound | readonly Limit[])[]),
];

// prettier-ignore
const TABLE: Readonly<Record<Product, Readonly<Partial<Record<Cover, readonly Line[]>>>>> = {
  OCCUPATIONAL: {
    BASE: [
      ["PHYSIOTHERAPY",          own,         needs("REF-PHYSIO", "GP", "SPECIALIST"),                        "P O",   "STANDARD",     tenDays,       any("COV-PHYSIO-NECESSARY")],
      ["GROUP_TRAINING",         own,         needs("REF-PHYSIO", "GP", "SPECIALIST"),                        "P",     "STANDARD",     tenDays,       any("COV-GROUP-TRAINING")],
      ["CHIROPRACTIC",           own,         onRequest("REF-CHIRO"),                                         "P",     "STANDARD",     tenDays,       any("COV-PHYSIO-NECESSARY")],
      ["REHABILITATION",         own,         byOperation("REF-REHAB-SPECIALIST"),                            "P",     "STANDARD",     tenDays,       only("COV-REHAB", "REHAB")],
      ["GLAD",                   own,         onRequest("REF-GLAD"),                                          "P",     "NO_SIX_MONTH", tenDays,
        listed("COV-GLAD-CONDITIONS", "KNEE_OSTEOARTHRITIS", "HIP_OSTEOARTHRITIS", "LONG_TERM_BACK_PAIN", "BACK_PAIN"), programme("COV-GLAD-ONE", "REGION")],
      ["PSYCHOLOGIST",           own,         onRequest("REF-PSYCH"),                                         "P O T", "STANDARD",     tenDays,       anything,
        course("COV-PSYCH-OWN-6M", 6, "OWN_CHOICE"), year("COV-PSYCH-CHILD-5", 5, ["PSYCHOLOGIST"], { mode: "OWN_CHOICE", underAge: 18 })],
      ["PSYCHOTHERAPIST",        networkOnly("PRV-PSYCHOTHERAPIST-NETWORK"), onRequest("REF-PSYCH"),          "P O T", "STANDARD",     tenDays,       anything],
      ["CHILD_MENTAL_PROGRAMME", partner,     onRequest("REF-PSYCH"),                                         "P",     "STANDARD",     tenDays,       anything, aged("COV-CHILD-PROGRAMME-15", 0, 14)],
      ["COOL_KIDS",              partner,     needs("REF-ANXIETY-CHILD-GP", "GP"),                            "P",     "STANDARD",     tenDays,
        listedIf("COV-ANXIETY-IN-PERIOD", "NOT_PRE_EXISTING", "ANXIETY"), aged("COV-COOLKIDS-7-12", 7, 12), programme("COV-ANXIETY-ONE", "ANXIETY")],
      ["CHILLED",                partner,     needs("REF-ANXIETY-CHILD-GP", "GP"),                            "P",     "STANDARD",     tenDays,
        listedIf("COV-ANXIETY-IN-PERIOD", "NOT_PRE_EXISTING", "ANXIETY"), aged("COV-CHILLED-13-17", 13, 17), programme("COV-ANXIETY-ONE", "ANXIETY")],
      ["PSYCHIATRIST",           own,         needs("REF-PSYCHIATRIST-GP", "GP"),                             "P",     "STANDARD",     noPsychiatry,  any("COV-PSYCHIATRIST")],
      ["CRISIS_COUNSELLING",     partner,     never("REF-CRISIS-NONE"),                                       "P O T", "WAIVED",       threeHours,    any("COV-CRISIS-EVENTS")],
      ["SPECIALIST_EXAMINATION", designated,  needs("REF-SPECIALIST", "GP", "SPECIALIST", "RECOMMENDATION"),  "P",     "STANDARD",     specialistTen, anything],
      ["SPECIALIST_TREATMENT",   designated,  needs("REF-SPECIALIST", "GP", "SPECIALIST", "RECOMMENDATION"),  "P",     "STANDARD",     specialistTen, anything],
      ["DIAGNOSTIC_IMAGING",     designated,  needs("REF-IMAGING", "GP", "SPECIALIST"),                       "P",     "STANDARD",     specialistTen, anything],
      ["FOLLOW_UP_CHECK",        designated,  needs("REF-FOLLOWUP-SPECIALIST", "SPECIALIST"),                 "P",     "STANDARD",     nothing,       only("COV-FOLLOWUP-24M", "AFTER_SURGERY"), followUp24m("COV-FOLLOWUP-24M")],
      ["RE_OPERATION",           designated,  needs("COV-REOP", "SPECIALIST"),                                "P",     "STANDARD",     specialistTen, only("COV-REOP", "REOPERATION")],
      ["SECOND_OPINION",         designated,  needs("REF-SPECIALIST", "GP", "SPECIALIST", "RECOMMENDATION"),  "P",     "STANDARD",     specialistTen, only("COV-SECOND-OPINION", "GRANTED")],
      ["CPAP_TREATMENT",         designated,  needs("COV-SLEEP", "GP"),                                       "P",     "STANDARD",     specialistTen,
        listedIf("COV-CPAP-6M", "AFTER_ASSESSMENT", "SLEEP_APNOEA"), diagnosis6m("COV-CPAP-6M")],
      ["TRIPARTITE_COUNSELLING", partner,     never("REF-STRESS-NONE"),                                       "P O T", "STANDARD",     tenDays,       listedIf("COV-TRIPARTITE", "GRANTED", "STRESS")],
      ["DEBRIEFING",             partner,     never("REF-CRISIS-NONE"),                                       "P",     "WAIVED",       nothing,       only("COV-CRISIS-DEBRIEF", "GRANTED"), perClaim("COV-CRISIS-DEBRIEF", 1, ["DEBRIEFING"])],
      ["HEALTH_PROGRAMME",       designated,  onRequest("REF-GENERAL"),                                       "O",     "WAIVED",       nothing,
        listed("COV-HEALTH-PROG-ONE", "DIABETES", "COPD", "HYPERTENSION", "CARDIOVASCULAR_DISEASE", "OBESITY", "OBESITY_IN_PREGNANCY", "MENOPAUSE_SYMPTOMS", "CANCER_SEQUELAE"),
        aged("COV-HEALTH-PROG-16", 16, null), course("COV-HEALTH-PROG-12M", 12), programme("COV-HEALTH-PROG-ONE", "CONDITION")],
    ],
    A: [
      ["ACUPUNCTURE",            own,         never("REF-OPTION-A-NONE"),                                     "P",     "STANDARD",     nothing,       only("COV-A-MSK", "MSK"), tenOf("ACUPUNCTURE")],
      ["REFLEXOLOGY",            own,         never("REF-OPTION-A-NONE"),                                     "P",     "STANDARD",     nothing,       only("COV-A-MSK", "MSK"), tenOf("REFLEXOLOGY")],
      ["OSTEOPATHY",             own,         never("REF-OPTION-A-NONE"),                                     "P",     "STANDARD",     nothing,       only("COV-A-MSK", "MSK"), tenOf("OSTEOPATHY")],
      ["DIETICIAN",              own,         onRequest("REF-DIETICIAN"),                                     "P O",   "STANDARD_EXCEPT_LISTED", nothing, anything, tenOf("DIETICIAN"), inPeriod("COV-DIET-LISTED-10", 10, ["DIETICIAN"], { listedConditions: true })],
    ],
    B: [
      ["PHYSIOTHERAPY",          own,         onRequest("REF-OPTION-B"),                                      "P O",   "STANDARD",     tenDays,       any("COV-PHYSIO-NECESSARY")],
      ["GROUP_TRAINING",         own,         onRequest("REF-OPTION-B"),                                      "P",     "STANDARD",     tenDays,       any("COV-GROUP-TRAINING")],
    ],
    C: [
      ["ADDICTION_TREATMENT",    designated,  needs("REF-ADDICTION-GP", "GP"),                                "P",     "WAIVED",       nothing,
        listed("COV-C-ADDICTION", "ALCOHOL_ADDICTION", "MEDICINE_ADDICTION", "DRUG_ADDICTION", "GAMBLING_ADDICTION")],
    ],
    E: [
      ["SPECIALIST_EXAMINATION", designated,  needs("REF-OPTION-E", "GP", "SPECIALIST"),                      "P",     "STANDARD",     specialistTen, anything],
      ["SPECIALIST_TREATMENT",   designated,  needs("REF-OPTION-E", "GP", "SPECIALIST"),                      "P",     "STANDARD",     specialistTen, anything],
      ["DIAGNOSTIC_IMAGING",     designated,  needs("REF-OPTION-E", "GP", "SPECIALIST"),                      "P",     "STANDARD",     specialistTen, anything],
    ],
    F: [
      ["PHYSIOTHERAPY",          own,         onRequest("REF-OPTION-F"),                                      "P O",   "WAIVED",       tenDays,       longTermF, poolF],
      ["GROUP_TRAINING",         own,         onRequest("REF-OPTION-F"),                                      "P",     "WAIVED",       tenDays,       longTermF, poolF],
      ["CHIROPRACTIC",           own,         onRequest("REF-OPTION-F"),                                      "P",     "WAIVED",       tenDays,       longTermF, poolF],
      ["MASSAGE",                own,         onRequest("REF-OPTION-F"),                                      "P",     "WAIVED",       tenDays,       longTermF, poolF, subyear("COV-F-MASSAGE-4", 4, ["MASSAGE"])],
      ["SHOCKWAVE",              own,         onRequest("REF-OPTION-F"),                                      "P",     "WAIVED",       tenDays,       only("COV-F-SHOCKWAVE-CONDITIONS", "SHOCKWAVE"), poolF,
        subyear("COV-F-SHOCKWAVE-4", 4, ["SHOCKWAVE"]), programme("COV-F-SHOCKWAVE-ONE", "CONDITION")],
      ["PODIATRY",               own,         needs("REF-PODIATRY", "GP"),                                    "P",     "WAIVED",       nothing,
        listed("COV-F-PODIATRY-6", "DIABETES", "RHEUMATOID_ARTHRITIS", "PSORIATIC_ARTHRITIS", "INGROWN_NAIL", "RADIOTHERAPY_SCAR"), year("COV-F-PODIATRY-6", 6, ["PODIATRY"])],
      ["FOOT_CHECK",             own,         needs("REF-PODIATRY", "GP"),                                    "P",     "WAIVED",       nothing,       listed("COV-F-FOOT-CHECK", "DIABETES"), year("COV-F-FOOT-CHECK", 1, ["FOOT_CHECK"])],
      ["CHRONIC_PSYCH_SUPPORT",  networkOnly("COV-F-PSYCH-6M"), onRequest("REF-OPTION-F"),                    "P O T", "WAIVED",       tenDays,
        listed("COV-F-PSYCH-LIST", "LONG_TERM_STRESS", "PERSISTENT_DEPRESSION", "PERSISTENT_ANXIETY", "ADHD", "AUTISM", "TOURETTE", "EATING_DISORDER", "OCD", "PHOBIA", "PTSD",
          "COMPLICATED_GRIEF", "RELATIVE_OF_MENTALLY_ILL", "RELATIVE_OF_DEMENTIA", "ALS"),
        course("COV-F-PSYCH-6M", 6), programme("COV-F-PSYCH-ONE", "CONDITION")],
    ],
    H: [
      ["PSYCHIATRIC_ASSESSMENT", designated,  needs("REF-H-DOCTOR", "GP", "SPECIALIST"),                      "P",     "WAIVED",       noPsychiatry,
        listedIf("COV-H-INITIAL", "NOT_YET_DIAGNOSED", "ADHD", "AUTISM"), programme("COV-H-ONE", "ANY")],
      ["MEDICATION_FOLLOW_UP",   designated,  never("COV-H-MEDICATION-6M"),                                   "P",     "WAIVED",       noPsychiatry,
        listedIf("COV-H-MEDICATION-6M", "AFTER_ASSESSMENT", "ADHD", "AUTISM"), diagnosis6m("COV-H-MEDICATION-6M")],
    ],
    K: [
      ["CHRONIC_SURGERY",        designated,  needs("REF-K-GP", "GP"),                                        "P",     "WAIVED",       specialistTen, only("COV-K-CHRONIC", "MSK_CHRONIC")],
      ["BLOCKADE",               designated,  needs("REF-K-GP", "GP"),                                        "P",     "WAIVED",       specialistTen, only("COV-K-CHRONIC", "MSK_CHRONIC"), perCondition("COV-K-BLOCKADE-3", 3, ["BLOCKADE"])],
      ["FOLLOW_UP_CHECK",        designated,  needs("REF-FOLLOWUP-SPECIALIST", "SPECIALIST"),                 "P",     "WAIVED",       nothing,       only("COV-FOLLOWUP-24M", "AFTER_SURGERY"), followUp24m("COV-FOLLOWUP-24M")],
      ["RE_OPERATION",           designated,  needs("COV-REOP", "SPECIALIST"),                                "P",     "WAIVED",       specialistTen, only("COV-REOP", "REOPERATION"), perCondition("COV-REOP", 1, ["RE_OPERATION"])],
    ],
  },
  FLEX: {
    BASE: [
      ["PHYSIOTHERAPY",          own,         needs("REF-PHYSIO", "GP", "SPECIALIST"),                        "P O",   "MSK_WAIVED",   tenDays,       anything, poolFlex],
      ["CHIROPRACTIC",           own,         onRequest("REF-CHIRO"),                                         "P",     "MSK_WAIVED",   tenDays,       anything, poolFlex],
      ["OSTEOPATHY",             own,         never("REF-OPTION-A-NONE"),                                     "P",     "MSK_WAIVED",   nothing,       anything, year("COV-FLEX-OSTEO-5", 5, ["OSTEOPATHY"])],
      ["PSYCHOLOGIST",           networkOnly("COV-FLEX-PSYCH"), onRequest("REF-PSYCH"),                       "O T",   "LASTING_EXCLUDED", tenDays,   anything],
      ["CRISIS_COUNSELLING",     partner,     never("REF-CRISIS-NONE"),                                       "P O T", "WAIVED",       threeHours,    any("COV-CRISIS-EVENTS")],
      ["SPECIALIST_EXAMINATION", designated,  needs("REF-FLEX-SPECIALIST", "GP", "SPECIALIST"),               "P",     "STANDARD",     flexFifteen,   any("COV-FLEX-SPECIALIST-EXAM")],
      ["DIAGNOSTIC_IMAGING",     designated,  needs("REF-FLEX-SPECIALIST", "GP", "SPECIALIST"),               "P",     "STANDARD",     flexFifteen,   any("COV-FLEX-SPECIALIST-EXAM")],
    ],
  },
};

export const SERVICE_MATRIX: readonly MatrixRow[] = PRODUCTS.flatMap((product) =>
  COVERS.flatMap((under) => (TABLE[product][under] ?? []).map((line) => rowOfLine(product, under, line))),
);

const ROWS: ReadonlyMap<string, MatrixRow> = new Map(SERVICE_MATRIX.map((row) => [key(row.product, row.under, row.service), row]));

export function matrixRow(product: Product, under: Cover, service: Service): MatrixRow | undefined {
  return ROWS.get(key(product, under, service));
}

function key(product: string, under: string, service: string): string {
  return `${product} ${under} ${service}`;
}

function rowOfLine(product: Product, under: Cover, line: Line): MatrixRow {
  const [service, provider, referral, channels, chronic, guarantee, eligible, ...rest] = line;
  const marks = rest.flat();
  return {
    product,
    under,
    service,
    provider,
    referral,
    channels: CHANNELS_OF[channels],
    chronic,
    guarantee,
    eligible,
    limits: marks.filter((mark): mark is Limit => "max" in mark),
    bounds: marks.filter((mark): mark is CoverBound => !("max" in mark)),
  };
}
