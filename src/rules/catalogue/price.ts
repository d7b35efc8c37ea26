/** Prices, settlement, reimbursement and transport. */
import { reading, stated, type RuleTable } from "./rule.js";

export const PRICE_RULES = {
  "PRC-NETWORK-RATE": stated(
    "insurance conditions 2025, sections 4.7, 5.7, 5.8",
    "In the network the agreed rate of the day is paid and the member pays nothing.",
  ),
  "PRC-PUBLIC-DEDUCT": stated("insurance conditions 2025, section 4.7", "What the region pays is deducted."),
  "PRC-PUBLIC-CONDITION": reading(
    "insurance conditions 2025, sections 4.7, 5.8",
    "The region pays with a provider number and, except for chiropractic, a referral.",
  ),
  "PRC-DANMARK": stated(
    "insurance conditions 2025, sections 4.7, 8.6",
    "A subsidy of 'danmark' is set off against what the insurance pays.",
  ),
  "PRC-OTHER-INSURANCE": stated("insurance conditions 2025, section 8.6", "Other insurance is deducted before any cap."),
  "PRC-PHYSIO-SHARE": stated(
    "insurance conditions 2025, sections 4.7, 5.7, 5.6.6; physical treatment leaflet, 'Fysisk behandling'",
    "Own-choice physiotherapy with a provider number: the actual patient share.",
  ),
  "PRC-PHYSIO-NO-AGREEMENT": stated(
    "insurance conditions 2025, sections 4.7, 5.7, 5.6.6; physical treatment leaflet, 'Fysisk behandling'",
    "Own-choice physiotherapy without one: up to the patient-share tariff.",
  ),
  "PRC-B-FULL-FEE": stated("insurance conditions 2025, section 6.2", "Option B without public reimbursement: up to the full-fee tariff."),
  "PRC-F-PHYSIO": stated("insurance conditions 2025, section 6.5", "Option F without public reimbursement: up to the full-fee tariff."),
  "PRC-GROUP": stated(
    "insurance conditions 2025, sections 4.7, 5.7",
    "Group training under the base cover: up to its patient-share tariff.",
  ),
  "PRC-GROUP-B-F": stated(
    "insurance conditions 2025, sections 6.2, 6.5",
    "Group training under options B and F: up to its full-fee tariff.",
  ),
  "PRC-CHIRO": stated(
    "insurance conditions 2025, sections 4.7, 5.7, 6.5; physical treatment leaflet, 'Fysisk behandling'",
    "Own-choice chiropractic: up to the patient-share tariff.",
  ),
  "PRC-GLAD": stated("insurance conditions 2025, section 5.7", "Own-choice GLA:D: up to the full-fee tariff."),
  "PRC-PSYCH-SHARE": stated(
    "insurance conditions 2025, sections 4.7, 5.8",
    "Own-choice psychologist with provider number and referral: the actual patient share.",
  ),
  "PRC-PSYCH-1000": stated("insurance conditions 2025, sections 4.7, 5.8", "Own-choice psychologist otherwise: up to DKK 1,000."),
  "PRC-PSYCHIATRIST-2000": stated("insurance conditions 2025, section 5.8", "Own-choice psychiatrist: up to DKK 2,000."),
  "PRC-A-ACU-REF-500": stated("insurance conditions 2025, section 6.1", "Acupuncture and reflexology: up to DKK 500."),
  "PRC-A-OSTEO-650-500": stated("insurance conditions 2025, section 6.1", "Osteopathy: up to DKK 650, then DKK 500."),
  "PRC-A-DIET-900-500": stated("insurance conditions 2025, section 6.1", "Dietician: up to DKK 900, then DKK 500."),
  "PRC-F-MASSAGE-300": stated("insurance conditions 2025, section 6.5", "Massage: up to DKK 300."),
  "PRC-F-SHOCKWAVE-500": stated("insurance conditions 2025, section 6.5", "Shockwave by itself: up to DKK 500."),
  "PRC-F-SHOCKWAVE-220": stated("insurance conditions 2025, section 6.5", "Shockwave as a supplement: up to DKK 220."),
  "PRC-F-PODIATRY": stated("insurance conditions 2025, section 6.5", "Podiatry: up to the patient-share tariff."),
  "PRC-INDEX-TWICE": stated("insurance conditions 2025, sections 4.7, 5.7", "The physiotherapy tariff changes twice a year."),
  "PRC-INDEX-ANNUAL": stated(
    "insurance conditions 2025, sections 4.7, 5.7",
    "The tariffs of group training and chiropractic change once a year.",
  ),
  "PRC-SUPPLEMENTS": stated("insurance conditions 2025, section 7", "Evening, weekend and other supplements are the member's."),
  "PRC-MATERIALS": stated("insurance conditions 2025, sections 7, 6.5", "Soles, bandages, tape and the like are the member's."),
  "PRC-RECORDS": stated("insurance conditions 2025, section 7", "Records and certificates the insurer did not order are the member's."),
  "PRC-ADDICTION-100000": stated("insurance conditions 2025, section 6.3", "Addiction treatment: DKK 100,000 in total."),
  "PRC-CONVALESCENT-65000": stated("insurance conditions 2025, section 5.6.7", "Convalescent care: DKK 65,000 in total."),
  "PRC-HOSPICE-100000": stated("insurance conditions 2025, section 5.9", "Hospice: DKK 100,000 in total."),
  "PRC-DENTAL-20000": stated("insurance conditions 2025, section 5.10", "Dental damage by treatment: DKK 20,000 for a claim."),
  "PRC-NORDIC-RATES": stated(
    "insurance conditions 2025, section 3",
    "Treatment in the country of residence is paid at Danish amounts.",
    "the same amounts apply everywhere",
  ),
  "PRC-NOT-COVERED": stated("insurance conditions 2025, section 4.2", "For what is not covered nothing is paid."),
  "SET-DIRECT": stated(
    "insurance conditions 2025, sections 4.7, 5.7, 5.8; physical treatment leaflet, 'Fysisk behandling'",
    "Network treatment is settled between insurer and clinic.",
  ),
  "SET-OWN-PAYS": stated(
    "insurance conditions 2025, sections 5.7, 5.8, 6.1, 6.5",
    "With own choice the member pays first and is reimbursed.",
  ),
  "SET-ATTENDED-ONLY": reading("insurance conditions 2025, section 4.5", "Only an attended treatment is settled."),
  "REI-BILLS-3M": stated(
    "insurance conditions 2025, sections 5.6.6, 5.7, 5.8, 6.1, 6.2, 6.5, 8.5",
    "Bills come in within three months of the last treatment.",
  ),
  "REI-ONE-BILL": stated(
    "insurance conditions 2025, sections 5.7, 5.8, 6.1, 6.5",
    "A bill is reimbursed for one treatment, counted on its day against portion, limits and totals.",
  ),
  "REI-ORIGINAL": stated(
    "insurance conditions 2025, sections 5.7, 5.8",
    "All original bills are sent in when the course is over.",
    "reimbursement outside",
  ),
  "REI-2WEEKS": stated("FAQ, 'How do I get a refund for my treatment?'", "A refund is aimed at within two weeks.", "reimbursement outside"),
  "REI-INVOICE-FORM": stated(
    "FAQ, 'How do I get a refund for my treatment?'",
    "Invoices meet the published form.",
    "reimbursement outside",
  ),
  "TRN-60KM": stated(
    "insurance conditions 2025, section 5.6.9; physical treatment leaflet, 'Transport og ledsager'",
    "Transport is covered to a place more than 60 kilometres away.",
  ),
  "TRN-RATE": stated("insurance conditions 2025, section 5.6.9", "The state's lowest rate by car, or the cheapest fare, there and back."),
  "TRN-AUTHORISED": stated("insurance conditions 2025, section 5.6.9", "Transport is agreed beforehand."),
  "TRN-EXCLUDED": stated(
    "insurance conditions 2025, section 5.6.9",
    "No transport to psychiatry, crisis help, hospice or addiction treatment, and no taxis.",
  ),
  "TRN-SPECIALIST-ONLY": stated("insurance conditions 2025, section 5.6.9", "Transport is for specialised medical care only."),
  "TRN-RECUMBENT": stated(
    "insurance conditions 2025, section 5.6.9; physical treatment leaflet, 'Transport og ledsager'",
    "Recumbent transport prescribed by the specialist has no minimum distance.",
  ),
  "TRN-ESCORT": stated(
    "insurance conditions 2025, section 5.6.9; physical treatment leaflet, 'Transport og ledsager'",
    "One medically needed escort travels too.",
    "decided by the health team; claimed as its own transport",
  ),
  "TRN-BILLS-3M": stated("insurance conditions 2025, sections 5.6.9, 8.5", "Transport bills come in within three months of the treatment."),
} as const satisfies RuleTable;
