/** Complaints, letters, hours and what lies beside the network. */
import { reading, stated, type RuleTable } from "./rule.js";

export const SERVICE_RULES = {
  "CMP-DEPARTMENT-FIRST": stated(
    "insurance conditions 2025, section 8.11; FAQ, 'I want to file a complaint, how do I do that?'",
    "A complaint goes to the department first, then to the complaints officer.",
    "complaints outside; decisions are kept for them",
  ),
  "CMP-7WD": stated(
    "insurance conditions 2025, section 8.11",
    "The complaints officer answers within seven working days.",
    "complaints outside",
  ),
  "CMP-6M": stated(
    "insurance conditions 2025, section 8.11",
    "A complaint is sent within six months of the decision.",
    "complaints outside",
  ),
  "CMP-APPEAL": stated(
    "insurance conditions 2025, section 8.11",
    "The Insurance Appeals Board is the last instance.",
    "complaints outside",
  ),
  "NOT-DIGITAL": stated(
    "insurance conditions 2025, section 8",
    "Letters are sent digitally.",
    "delivery outside; the gateway emits events",
  ),
  "NOT-CLAIM-CHANNEL": stated(
    "insurance conditions 2025, section 8",
    "A claim is talked about by phone or in the portal.",
    "delivery outside; the gateway emits events",
  ),
  "HRS-HEALTH-TEAM": reading(
    "FAQ, 'How do I use my health insurance?'; physical treatment leaflet, 'Sådan anmelder du en skade'",
    "The health team answers the phone in opening hours, which never touch a clock.",
    "opening hours decide nothing",
  ),
  "HRS-BILLING": stated(
    "FAQ, 'How do I get a refund for my treatment?'",
    "Billing and support answer on weekdays from 9 to 16.",
    "opening hours decide nothing",
  ),
  "HRS-CRISIS-PHONE": reading(
    "insurance conditions 2025, section 4.10; physical treatment leaflet, 'Sådan anmelder du en skade'",
    "The crisis line answers at any hour.",
    "a number of the portal",
  ),
  "HRS-ONLINE-DOCTOR": stated(
    "physical treatment leaflet, 'Tilvalg G'; insurance conditions 2025, section 6.6",
    "The online doctor works long hours every day.",
    "outside the network",
  ),
  "SRV-ADVICE": stated(
    "insurance conditions 2025, section 5.1; physical treatment leaflet, 'intro'; Flex product sheet, 'Insurance content'",
    "Health advice by phone is open for every problem, covered or not.",
  ),
  "SRV-EXERCISE-APP-6M": stated(
    "insurance conditions 2025, section 5.7; physical treatment leaflet, 'Intelligens træningsapp'",
    "An exercise app is given for six months.",
    "outside the network",
  ),
  "SRV-GOOD-START": stated(
    "insurance conditions 2025, section 5.7; physical treatment leaflet, 'Godt fra start'",
    "New and simple pain is first advised on by the health team.",
    "a step of the health team before a claim is approved",
  ),
  "SRV-STRESS-LINE": stated("insurance conditions 2025, section 5.8", "Helplines need no referral and no claim.", "outside the network"),
  "SRV-MENTAL-APP": stated(
    "insurance conditions 2025, section 5.8",
    "A mental health app for children and an ADHD platform for adults.",
    "outside the network",
  ),
  "SRV-PREGNANCY": stated(
    "insurance conditions 2025, section 5.2; physical treatment leaflet, 'Graviditetsrådgivning'",
    "Pregnancy advice by phone or in writing.",
    "outside the network",
  ),
  "SRV-EARLY-INTERVENTION": stated(
    "insurance conditions 2025, section 5.3",
    "The health team works with the pension company against long sickness absence.",
    "outside the network",
  ),
  "SRV-ONLINE-DOCTOR": stated(
    "insurance conditions 2025, section 6.6; Flex product sheet, 'Insurance content'; physical treatment leaflet, 'Tilvalg G'",
    "The online doctor serves the household and refers nobody into the network.",
    "outside the network",
  ),
  "SRV-CANCER-CARE": stated(
    "insurance conditions 2025, section 5.12",
    "Treatment abroad under Cancer Care has an appendix of its own.",
    "another contract",
  ),
  "SRV-ASSISTIVE-DEVICES": stated(
    "insurance conditions 2025, section 5.6.5; physical treatment leaflet, 'Genoptræning'",
    "Temporary devices after surgery are covered where no public subsidy exists.",
    "outside the network",
  ),
  "SRV-FLEX-PRICE": stated("Flex product sheet, 'price table'", "Flex has a yearly premium.", "a premium, no treatment price"),
} as const satisfies RuleTable;
