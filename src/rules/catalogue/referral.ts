/** A doctor's word, and when it is needed. */
import { reading, stated, type RuleTable } from "./rule.js";

export const REFERRAL_RULES = {
  "REF-GENERAL": stated(
    "insurance conditions 2025, sections 4.1, 4.9",
    "Unless a cover says otherwise a referral is needed when the health team asks for one.",
  ),
  "REF-BEFORE-START": stated("insurance conditions 2025, section 4.1", "The referral exists before the treatment begins."),
  "REF-PHYSIO": stated(
    "insurance conditions 2025, sections 4.7, 5.7",
    "Physiotherapy under the base cover and Flex always needs a doctor's referral.",
  ),
  "REF-CHIRO": reading("insurance conditions 2025, sections 4.1, 5.7", "Chiropractic needs a referral only when asked for."),
  "REF-OPTION-B": stated("insurance conditions 2025, section 6.2", "Option B needs no referral for physiotherapy unless asked for."),
  "REF-OPTION-A-NONE": stated(
    "physical treatment leaflet, 'Tilvalg A'; insurance conditions 2025, section 6.1",
    "Acupuncture, reflexology and osteopathy need no referral.",
  ),
  "REF-DIETICIAN": stated(
    "insurance conditions 2025, section 6.1; physical treatment leaflet, 'Tilvalg A'",
    "A dietician needs a recommendation only when asked for.",
  ),
  "REF-OPTION-F": stated("insurance conditions 2025, section 6.5", "Option F needs a recommendation only when asked for."),
  "REF-PODIATRY": stated(
    "insurance conditions 2025, section 6.5; physical treatment leaflet, 'Tilvalg F'",
    "Podiatry always needs a referral from the GP.",
  ),
  "REF-GLAD": stated(
    "insurance conditions 2025, section 5.7; physical treatment leaflet, 'GLA:D'",
    "GLA:D needs no referral unless asked for.",
  ),
  "REF-PSYCH": stated(
    "insurance conditions 2025, section 5.8",
    "The health team decides whether psychological treatment needs a referral.",
  ),
  "REF-STRESS-NONE": stated(
    "insurance conditions 2025, section 5.8",
    "Stress, long-term stress included, never needs a referral to counselling, even when one was asked for.",
  ),
  "REF-POSTPARTUM-GP": stated(
    "insurance conditions 2025, section 7",
    "Psychological treatment of postpartum reactions needs a referral from the GP.",
  ),
  "REF-ANXIETY-CHILD-GP": stated("insurance conditions 2025, section 5.8", "Cool Kids and Chilled need a referral from the GP."),
  "REF-PSYCHIATRIST-GP": stated("insurance conditions 2025, section 5.8", "A psychiatrist needs a referral from the GP."),
  "REF-CRISIS-NONE": stated(
    "insurance conditions 2025, section 5.8.1; FAQ, 'Emergency Crisis Assistance'",
    "Crisis counselling never needs a referral.",
  ),
  "REF-SPECIALIST": stated("insurance conditions 2025, section 5.6", "A specialist always needs a doctor's referral or recommendation."),
  "REF-IMAGING": stated(
    "insurance conditions 2025, sections 5.6, 6.4",
    "Ultrasound, X-ray and MRI need a referral; a recommendation is not enough.",
  ),
  "REF-OPTION-E": stated("insurance conditions 2025, section 6.4", "Option E needs a referral; a recommendation is not enough."),
  "REF-FLEX-SPECIALIST": stated(
    "Flex product sheet, 'Insurance content'",
    "A Flex specialist examination needs a referral; a recommendation is not enough.",
  ),
  "REF-REHAB-SPECIALIST": stated(
    "insurance conditions 2025, section 5.6.6",
    "Rehabilitation after surgery is prescribed by the attending specialist; a herniated disc needs any doctor's referral.",
  ),
  "REF-FOLLOWUP-SPECIALIST": stated("insurance conditions 2025, section 5.6.1", "A follow-up check is prescribed by a specialist."),
  "REF-ADDICTION-GP": stated("insurance conditions 2025, section 6.3", "Addiction treatment is prescribed in writing by the GP."),
  "REF-H-DOCTOR": stated("insurance conditions 2025, section 6.7", "Extended psychiatric assessment needs a doctor's referral."),
  "REF-K-GP": stated("insurance conditions 2025, section 6.8", "Surgery and blockades under option K need a referral from the GP."),
  "REF-SMALL-CHILD-PREGNANT": stated(
    "insurance conditions 2025, section 4.1",
    "For children under two and pregnant women a doctor's assessment may be asked for.",
    "arrives as a request of the health team",
  ),
  "REF-MEMBER-UPLOADS": stated(
    "FAQ, 'Can Danish Health Insurance retrieve my doctor's referral?', 'Do I need a referral from my doctor?'",
    "The member fetches the referral from sundhed.dk and uploads it whole; until then the clock waits.",
  ),
  "REF-PUBLIC-FIRST": stated(
    "insurance conditions 2025, section 4.1",
    "A referral within the public system can be used for the claim.",
    "the doctor's choice",
  ),
  "REF-VALIDITY-OPEN": reading("insurance conditions 2025, sections 5.6, 5.7", "A referral does not expire, unless a setting says so."),
} as const satisfies RuleTable;
