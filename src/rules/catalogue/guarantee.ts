/** The promise, booking and absence. */
import { decided, reading, stated, type RuleTable } from "./rule.js";

export const GUARANTEE_RULES = {
  "GUA-NETWORK-4-5": stated(
    "insurance conditions 2025, section 4.8",
    "Network treatment is aimed at within four working days, at the latest five.",
  ),
  "GUA-NETWORK-10": stated("insurance conditions 2025, section 4.8", "Network treatment starts within ten working days."),
  "GUA-SPECIALIST-10": stated("insurance conditions 2025, sections 4.8, 5.6, 6.4", "A specialist is seen within ten working days."),
  "GUA-CLOCK-APPROVED": stated(
    "insurance conditions 2025, sections 5.6, 6.4",
    "The clock starts when the claim is both received and approved.",
  ),
  "GUA-CLOCK-INFO": stated(
    "insurance conditions 2025, sections 5.6, 6.4",
    "Information that is needed must be received and approved before the clock starts.",
  ),
  "GUA-FLEX-15": stated(
    "Flex product sheet, 'Insurance content'",
    "A Flex specialist examination starts within 15 working days of receipt.",
  ),
  "GUA-FLEX-INFO": reading(
    "Flex product sheet, 'Insurance content'",
    "Under Flex the clock waits for missing information, never for approval.",
  ),
  "GUA-CRISIS-3H": stated("insurance conditions 2025, section 5.8.1", "A psychologist calls within three hours of acceptance."),
  "GUA-CRISIS-24-7": stated(
    "insurance conditions 2025, section 4.10; physical treatment leaflet, 'Sådan anmelder du en skade'",
    "A crisis can be reported by phone at any hour.",
  ),
  "GUA-ENDED": reading(
    "insurance conditions 2025, sections 4.8, 5.6",
    "The promise is about covered treatment: a denied or closed claim has none.",
  ),
  "GUA-PSYCHIATRIST-NONE": stated("insurance conditions 2025, section 4.8", "Psychiatry has no guarantee."),
  "GUA-OWN-CHOICE-NONE": reading("insurance conditions 2025, section 4.8", "Own choice has no guarantee."),
  "GUA-NO-CLASS": reading("insurance conditions 2025, sections 4.8, 6.1", "Services the promise does not name have no guarantee."),
  "GUA-EXC-PUBLIC": stated(
    "insurance conditions 2025, section 5.6",
    "A public appointment within the guarantee ends it, for specialists under the base cover and Flex.",
  ),
  "GUA-EXC-DECLINED": stated(
    "insurance conditions 2025, sections 5.6, 6.4",
    "Declining an appointment offered within the guarantee ends it.",
  ),
  "GUA-EXC-LATER": stated("insurance conditions 2025, sections 5.6, 6.4", "A wish for a date after the guarantee ends it."),
  "GUA-EXC-MEDICAL": stated(
    "insurance conditions 2025, sections 5.6, 6.4",
    "The guarantee does not apply where starting in time is not medically appropriate.",
  ),
  "GUA-EXC-POSTPONED": stated(
    "insurance conditions 2025, sections 5.6, 6.4",
    "The guarantee does not apply to an appointment postponed for medical reasons.",
  ),
  "GUA-EXC-SPECIALISED": stated(
    "insurance conditions 2025, sections 5.6, 6.4",
    "The guarantee does not apply to highly specialised treatment.",
  ),
  "GUA-EXC-EXTENSION": stated(
    "insurance conditions 2025, sections 5.6, 6.4",
    "Major conflicts and unforeseeable events extend the latest date by a recorded number of working days.",
  ),
  "GUA-E-PUBLIC-IGNORED": stated("insurance conditions 2025, sections 6.4, 6.8", "Options E and K ignore public offers."),
  "GUA-NETWORK-EXC": reading(
    "insurance conditions 2025, sections 4.8, 5.6",
    "The exceptions apply to network treatment too, the public offer excepted.",
  ),
  "GUA-PROVIDER-CANCEL": decided("A cancellation by the provider neither stops nor restarts the clock."),
  "GUA-MET": reading(
    "insurance conditions 2025, sections 4.8, 5.6",
    "The start of the first appointment meets the guarantee, not its booking.",
  ),
  "BOK-PRECONDITIONS": reading(
    "insurance conditions 2025, sections 4.1, 4.2; FAQ, 'Can I start treatment before receiving a response to my case?'",
    "A first appointment needs approval, consent, any referral, treatments left and an active provider.",
  ),
  "BOK-HEALTH-TEAM": stated(
    "insurance conditions 2025, section 5.1; Flex product sheet, 'Insurance content'",
    "The health team books on a member's behalf, and both are recorded.",
  ),
  "BOK-WINDOW": reading(
    "insurance conditions 2025, sections 4.8, 5.6",
    "A booking under the guarantee starts on or before the latest date, or has a recorded exception.",
  ),
  "BOK-RESCHEDULE": reading(
    "insurance conditions 2025, section 5.6",
    "Moving a first appointment past the latest date is a wish for a later date.",
  ),
  "BOK-WISHES": decided(
    "A wish about who treats or how is held as long as the promise can be kept with it, then set aside and told: gender, language, way of meeting.",
  ),
  "BOK-COUNT": reading("insurance conditions 2025, sections 4.5, 4.7", "Only treatments that took place count; booked ones hold a place."),
  "BOK-YEAR-BY-TREATMENT": decided("A yearly limit is charged to the year of the treatment."),
  "ABS-NO-SHOW": stated("insurance conditions 2025, section 4.5", "A no-show is not paid."),
  "ABS-LATE-CANCEL": stated(
    "insurance conditions 2025, section 4.5",
    "A late cancellation is not paid; late is the provider's limit, else 24 hours.",
  ),
  "ABS-PROVIDER-OR-TIMELY": decided("A cancellation in time or by the provider costs nobody anything."),
} as const satisfies RuleTable;
