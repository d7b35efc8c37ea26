/** Reading rules and the calendar. */
import { decided, reading, stated, type RuleTable } from "./rule.js";

export const GENERAL_RULES = {
  "GEN-PRECEDENCE": reading(
    "insurance conditions 2025, sections 1, 4",
    "The policy outranks the conditions, the section of a cover outranks the general sections, and for Flex its product sheet outranks the conditions.",
  ),
  "GEN-VALIDITY-2025": stated(
    "insurance conditions 2025, section 1",
    "These conditions hold from 1 January 2025, and every decision keeps the version it was made under.",
  ),
  "GEN-DANISH-TEXT": stated(
    "insurance conditions 2025, section 8.11",
    "Where a translation differs from the Danish text, the Danish text applies.",
  ),
  "GEN-MSK-DEF": stated(
    "insurance conditions 2025, section 1 Definitions",
    "The musculoskeletal system is the large muscle groups and tendons of back, neck, shoulders, elbows, wrists, hips, knees and ankles.",
  ),
  "GEN-CHRONIC-DEF": stated(
    "insurance conditions 2025, section 1 Definitions",
    "Chronic is what the insurer's doctors find persistent, without cure, or in need of recurring treatment.",
    "medical: a fact, never derived",
  ),
  "GEN-SPECIALITY-51-53": stated(
    "insurance conditions 2025, section 1 Definitions",
    "General physiotherapy is speciality 51 and general chiropractic speciality 53 of their agreements; tariffs are found under these.",
  ),
  "GEN-MONTHS": decided("N months from a day end on the same day number, or on the last day of a shorter month."),
  "GEN-LOCAL-DATE": decided("An instant becomes a Danish calendar day before any rule in days, months or years is applied."),
  "GEN-AGE": decided("A person reaches an age at the start of the birthday; a birthday on 29 February is 28 February in common years."),
  "CAL-WORKDAY": reading(
    "insurance conditions 2025, sections 4.8, 5.6",
    "A working day is a Monday to Friday that is no Danish public holiday.",
  ),
  "CAL-HOLIDAYS-DK": decided(
    "Ten public holidays: 1 January, Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension, Whit Sunday and Monday, 25 and 26 December.",
  ),
  "CAL-STORE-BEDEDAG": decided("The fourth Friday after Easter is an ordinary working day from 2024 on."),
  "CAL-EXTRA-DAYS": decided(
    "5 June, 24 December, 31 December and the Friday after Ascension are working days unless the setting takes them out.",
  ),
  "CAL-DAY-ZERO": reading(
    "insurance conditions 2025, sections 5.6, 6.4",
    "The day the clock starts is day 0, and an appointment that begins before midnight of the last day is in time.",
  ),
} as const satisfies RuleTable;
