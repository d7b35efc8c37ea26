/** The claim: reported, approved, and where it is treated. */
import { reading, stated, type RuleTable } from "./rule.js";

export const CLAIM_RULES = {
  "CLM-REPORT-IN-PERIOD": stated(
    "insurance conditions 2025, section 4.10",
    "A claim is reported on a day of cover, the first and last included.",
  ),
  "CLM-REPORT-CHANNELS": stated(
    "insurance conditions 2025, section 4.10; Flex product sheet, 'When you need to use your health insurance'; FAQ, 'How do I use my health insurance?'",
    "Claims are reported online at any hour, or by phone in opening hours.",
    "portal: the claim arrives reported",
  ),
  "CLM-PRE-APPROVAL": stated(
    "insurance conditions 2025, section 4.2; FAQ, 'How do I get a refund for my treatment?', 'Can I start treatment before receiving a response to my case?'",
    "Only what was approved on or before the day of treatment is covered.",
  ),
  "CLM-CHANGE-REAPPROVAL": stated(
    "insurance conditions 2025, section 4.2",
    "Another service, cover or provider needs a new approval; another time does not.",
  ),
  "CLM-CENTRE-APPROVED": stated("insurance conditions 2025, section 4.2", "The treatment centre must be one the insurer accepts."),
  "CLM-AUTO-APPROVE": stated(
    "physical treatment leaflet, 'Online anmeldelse og gratis træning'",
    "Physiotherapy for new and uncomplicated pain, reported online, is approved by itself by stated criteria, and the clock starts all the same.",
  ),
  "CLM-FREE-TRAINING": stated(
    "physical treatment leaflet, 'Online anmeldelse og gratis træning'",
    "Online reporting of physiotherapy can bring a month of free training in the clinic.",
    "courtesy of the clinic: never settled",
  ),
  "CLM-HEALTH-TEAM-DECIDES": stated(
    "insurance conditions 2025, section 4.9",
    "The health team decides what is covered and which treatment is needed.",
  ),
  "CLM-OTHER-CONDITION": reading(
    "insurance conditions 2025, section 4.9",
    "A condition on no list is covered once the insurer's doctors have accepted it.",
  ),
  "CLM-ONE-FORM": stated("insurance conditions 2025, section 4.9", "One form of treatment at a time, unless the health team allows more."),
  "CLM-STOP-INEFFECTIVE": stated(
    "insurance conditions 2025, sections 4.9, 5.7",
    "Treatment that does not help can be stopped, and its future appointments with it.",
  ),
  "CLM-REASONABLE": stated(
    "insurance conditions 2025, section 4.7; Flex product sheet, 'Insurance content'",
    "Treatment must be needed and expected to help for good.",
    "medical judgement",
  ),
  "CLM-PREVENTIVE": stated(
    "insurance conditions 2025, sections 4.7, 7; Flex product sheet, 'exclusions'",
    "Preventive and maintaining treatment is not covered unless a cover says so.",
    "medical judgement",
  ),
  "CLM-EMERGENCY": stated(
    "insurance conditions 2025, sections 4.3, 7; Flex product sheet, 'exclusions'",
    "Emergencies are not covered, except by crisis counselling.",
  ),
  "CLM-ABROAD": stated(
    "insurance conditions 2025, section 4.4",
    "What arises abroad is treated after coming home.",
    "claims handling: a claim is approved after the return",
  ),
  "CLM-DENMARK": stated(
    "insurance conditions 2025, section 3; Flex product sheet, 'Insurance content'",
    "Treatment is covered in Denmark.",
  ),
  "CLM-NORDIC-RESIDENT": stated(
    "insurance conditions 2025, section 3",
    "Residents of the Nordic countries and Germany may be treated at home by three kinds of therapist, at Danish amounts.",
  ),
  "CLM-NORDIC-NO-DK-CENTRE": stated(
    "insurance conditions 2025, section 3",
    "Where Denmark has no place, a centre in the Nordic region or Germany can be agreed.",
    "manual exception of the health team",
  ),
  "CLM-POSTED": stated("insurance conditions 2025, section 3", "Posted employees are treated in Denmark only."),
  "CLM-PUBLIC-OFFER": stated(
    "insurance conditions 2025, sections 5.6, 4.7",
    "A public appointment within the guarantee replaces private specialist treatment under the base cover and Flex.",
  ),
  "CLM-PUBLIC-PACKAGE": stated(
    "insurance conditions 2025, sections 5.6, 5.8, 7; Flex product sheet, 'Insurance content'",
    "A public package programme always goes first.",
  ),
  "CLM-PUBLIC-PAID": stated("insurance conditions 2025, section 4.7", "What the public sector pays or offered to pay is not covered."),
  "CLM-DOUBLE-INSURANCE": stated("insurance conditions 2025, section 8.6", "Another insurance pays first."),
  "CLM-DANMARK-DISCLOSE": stated("insurance conditions 2025, sections 8.6, 4.7", "Membership of 'danmark' must be stated with the claim."),
  "CLM-RESPONSE-2BD": stated(
    "FAQ, 'How long does it take to receive a response to my case?'",
    "The member hears within one to two business days of a complete claim.",
    "claims handling: a service level outside",
  ),
  "CLM-ENQUIRY-2D": stated(
    "FAQ, 'How do I use my health insurance?'",
    "Enquiries are answered within two days.",
    "claims handling: a service level outside",
  ),
  "CLM-DENIAL-REASONS": stated("FAQ, 'How long does it take to receive a response to my case?'", "A denial comes with its reasons."),
  "CLM-PAYMENT-GUARANTEE": stated(
    "FAQ, 'How long does it take to receive a response to my case?'",
    "An approved claim comes with a promise of payment or a call about the network.",
    "letters outside; a booking carries its frozen quote",
  ),
  "CLM-RISK-CHANGE": stated(
    "insurance conditions 2025, sections 8.9, 8.6",
    "Wrong or withheld information can cancel cover.",
    "policy administration",
  ),
  "CLM-NEW-ASSESSMENT": stated(
    "insurance conditions 2025, section 4.9",
    "The insurer can ask for a new assessment by its own doctor.",
    "claims handling",
  ),
} as const satisfies RuleTable;
