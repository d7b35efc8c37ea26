/** Consent, providers and channels. */
import { reading, stated, type RuleTable } from "./rule.js";

export const PROVIDER_RULES = {
  "CON-REQUIRED": stated(
    "FAQ, 'Why do I need to give consent?'; insurance conditions 2025, sections 8.6, 8.8",
    "A valid consent is needed on the day something is disclosed to a clinic.",
  ),
  "CON-ONE-YEAR": stated("FAQ, 'Why do I need to give consent?'", "A consent holds for one year."),
  "CON-WITHDRAW": stated("FAQ, 'Why do I need to give consent?'", "A consent can be withdrawn at any time and is void from that day on."),
  "CON-THIRD-PARTY": stated(
    "FAQ, 'Authorization for Third Party'",
    "Somebody else acts for the member only with an authorisation of its own.",
  ),
  "CON-PURPOSE": stated(
    "insurance conditions 2025, section 8.8",
    "Health information is disclosed only for the treatment of the reported condition.",
    "kept by row security and by who may see a field",
  ),
  "CON-SECRECY": stated(
    "insurance conditions 2025, section 8.8",
    "Health information is under the duty of confidentiality.",
    "kept by row security and by who may see a field",
  ),
  "CON-ONLINE-DOCTOR": stated(
    "insurance conditions 2025, section 6.6",
    "What is said to the online doctor is closed to the insurer.",
    "never stored here",
  ),
  "PRV-NETWORK-DEF": stated("insurance conditions 2025, section 1 Definitions", "The network is the providers with an agreement in force."),
  "PRV-NETWORK-TYPES": stated(
    "insurance conditions 2025, section 4.8",
    "Physiotherapy, chiropractic, psychologists and psychotherapists form the nationwide network.",
  ),
  "PRV-AUTHORISED": stated("insurance conditions 2025, section 4.8", "Whoever treats holds the authorisation the service requires."),
  "PRV-A-QUALIFICATION": stated(
    "insurance conditions 2025, section 6.1",
    "Option A needs RAB approval or the authorisation of an osteopath or clinical dietician.",
  ),
  "PRV-MASSAGE-SHOCKWAVE": stated(
    "insurance conditions 2025, section 6.5",
    "Massage is done by a registered physiotherapist, shockwave by a physiotherapist or chiropractor with focused equipment.",
  ),
  "PRV-PODIATRY-AGREEMENT": stated(
    "insurance conditions 2025, section 6.5",
    "Podiatry needs a state-authorised podiatrist with a provider number.",
  ),
  "PRV-CHILDREN": stated(
    "insurance conditions 2025, section 4.8",
    "In the network a child is treated only by a provider who treats children.",
  ),
  "PRV-RELATED": stated("insurance conditions 2025, section 4.8", "Treatment by the insured, the family or their company is not covered."),
  "PRV-NO-GP": stated(
    "insurance conditions 2025, section 4.8",
    "GPs and alternative therapists outside the covers are not in the network.",
    "no such kind of provider",
  ),
  "PRV-PSYCHOTHERAPIST-NETWORK": stated("insurance conditions 2025, section 5.8", "A psychotherapist is covered in the network only."),
  "PRV-DESIGNATED": stated(
    "insurance conditions 2025, sections 5.6, 6.4, 6.7, 6.8, 6.3",
    "Specialists, option C, H and K are covered at the designated centre only.",
  ),
  "PRV-OWN-CHOICE": stated(
    "insurance conditions 2025, sections 5.7, 5.8, 6.1, 6.5; Flex product sheet, 'Insurance content'; physical treatment leaflet, 'Fysisk behandling'",
    "Physical treatment, psychologists, psychiatrists, option A, podiatry and Flex osteopathy may be taken with a therapist of own choice.",
  ),
  "PRV-YDERNUMMER": reading(
    "insurance conditions 2025, sections 4.7, 5.7",
    "A physiotherapist or chiropractor without a provider number is allowed, at the lower amount.",
  ),
  "PRV-MOVE-TO-NETWORK": stated(
    "insurance conditions 2025, sections 5.7, 5.8",
    "A course begun outside can be moved into the network, with what was used.",
  ),
  "PRV-STATUS-REPORT": stated(
    "insurance conditions 2025, sections 5.6.6, 5.7",
    "A status report can be asked for before more treatments are allocated.",
  ),
  "PRV-LIABILITY": stated(
    "insurance conditions 2025, section 8.11",
    "The insurer is not liable for the result of treatment.",
    "law, no decision",
  ),
  "CHN-AGE-15": stated(
    "insurance conditions 2025, sections 4.8, 6.5",
    "Online and telephone treatment from the age of 15, crisis counselling excepted.",
  ),
  "CHN-DIGITAL-NETWORK": reading(
    "insurance conditions 2025, sections 5.7, 5.8, 6.1",
    "Online and telephone only with a partner of the network.",
  ),
  "CHN-FLEX-PSYCH": stated("Flex product sheet, 'Insurance content'", "A Flex psychologist works online or by phone only."),
  "CHN-PHYSIO-ONLINE": stated(
    "insurance conditions 2025, sections 5.7, 6.2, 6.5; physical treatment leaflet, 'Online fysioterapi'",
    "Online physiotherapy is offered with a partner and settled directly.",
  ),
  "PRV-METHOD": stated(
    "insurance conditions 2025, section 4.8",
    "Methods must have documented effect and the insurer's approval.",
    "medical judgement",
  ),
} as const satisfies RuleTable;
