/**
 * Chronic by what they are (COV-CHRONIC-LISTED): the list of section 7, phrase by phrase, and the cataract, which has the same six
 * months in 5.6. "Degenerative disorders", "similar" and what has no code stay with the insurer's doctors.
 */
import type { ConditionCode } from "./conditions.js";

const SECTION_7: readonly (readonly [phrase: string, ...codes: readonly ConditionCode[]])[] = [
  ["diabetes type 1 and 2", "DIABETES"],
  ["metabolic disorders", "METABOLIC_DISORDER"],
  ["blood disorders", "BLOOD_DISORDER"],
  ["all forms of arthritis", "RHEUMATOID_ARTHRITIS", "PSORIATIC_ARTHRITIS", "GOUT", "ARTHRITIS"],
  ["degenerative disorders, including osteoarthritis", "KNEE_OSTEOARTHRITIS", "HIP_OSTEOARTHRITIS", "OSTEOARTHRITIS"],
  ["age-related back wear, spondylosis", "SPONDYLOSIS"],
  ["bone diseases", "BONE_DISEASE"],
  ["muscular and connective tissue diseases", "MUSCLE_DISEASE", "CONNECTIVE_TISSUE_DISEASE"],
  ["bunions", "BUNION"],
  ["sunken forefoot", "SUNKEN_FOREFOOT"],
  ["chronic pain", "CHRONIC_PAIN"],
  ["fibromyalgia", "FIBROMYALGIA"],
  ["Scheuermann's disease", "SCHEUERMANNS"],
  ["osteoporosis", "OSTEOPOROSIS"],
  ["chronic bronchitis", "COPD"],
  ["cystic fibrosis", "CYSTIC_FIBROSIS"],
  ["migraine", "MIGRAINE"],
  ["epilepsy", "EPILEPSY"],
  ["Parkinson's disease", "PARKINSONS"],
  ["whiplash", "WHIPLASH"],
  ["multiple sclerosis", "MULTIPLE_SCLEROSIS"],
  ["ALS", "ALS"],
  ["peptic ulcer", "PEPTIC_ULCER"],
  ["reflux", "REFLUX"],
  ["chronic intestinal inflammation", "INFLAMMATORY_BOWEL", "BOWEL_DISORDER"],
  ["irritable bowel syndrome", "IRRITABLE_BOWEL"],
  ["glaucoma", "GLAUCOMA"],
  ["tinnitus", "TINNITUS"],
  ["Ménière's disease", "MENIERES"],
  ["cholesteatoma", "CHOLESTEATOMA"],
  ["endometriosis", "ENDOMETRIOSIS"],
];

const CHRONIC: ReadonlySet<ConditionCode> = new Set<ConditionCode>([...SECTION_7.flatMap(([, ...codes]) => codes), "CATARACT"]);

export function isListedChronic(code: ConditionCode): boolean {
  return CHRONIC.has(code);
}
