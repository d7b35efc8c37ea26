/** What ends the promise: the exceptions of section 5.6, applied to the network by analogy (GUA-NETWORK-EXC). */
import type { LocalDate } from "../../kernel/calendar.js";
import type { GuaranteeClass, Sector } from "../codes.js";
import type { GuaranteeFacts } from "../facts/facts.js";

export type GuaranteeLapse =
  | "EMERGENCY_NOT_COVERED"
  | "NOT_MEDICALLY_APPROPRIATE"
  | "MEDICALLY_POSTPONED"
  | "HIGHLY_SPECIALISED"
  | "MEMBER_DECLINED_OFFER"
  | "LATER_DATE_WISHED"
  | "PUBLIC_OFFER_MUST_BE_USED";

/** Judged before there is a date. None of them touches crisis counselling. */
export function exceptionsBefore({ exceptions = {} }: GuaranteeFacts, of: GuaranteeClass): readonly GuaranteeLapse[] {
  if (of === "CRISIS_3H") return [];
  if (exceptions.emergency === true) return ["EMERGENCY_NOT_COVERED"];
  const lapses: GuaranteeLapse[] = [];
  if (exceptions.notMedicallyAppropriate === true) lapses.push("NOT_MEDICALLY_APPROPRIATE");
  if (exceptions.medicallyPostponed === true) lapses.push("MEDICALLY_POSTPONED");
  if (exceptions.highlySpecialised === true) lapses.push("HIGHLY_SPECIALISED");
  return lapses;
}

/** Judged against the latest date, which an extension may have moved. */
export function exceptionsAfter(facts: GuaranteeFacts, of: GuaranteeClass, latest: LocalDate): readonly GuaranteeLapse[] {
  const { declinedOffers = [], wishedNotBefore = null, publicOfferOn = null } = facts.exceptions ?? {};
  const publicCounts = publicOffersCount(facts, of);
  const isUnderPromise = (sector: Sector): boolean => sector === "PRIVATE" || publicCounts;
  const lapses: GuaranteeLapse[] = [];
  // A cancellation by the provider is none of these: it neither stops nor restarts the clock (GUA-PROVIDER-CANCEL).
  if (declinedOffers.some((offer) => offer.appointmentOn <= latest && isUnderPromise(offer.sector ?? "PRIVATE")))
    lapses.push("MEMBER_DECLINED_OFFER");
  if (wishedNotBefore !== null && wishedNotBefore > latest) lapses.push("LATER_DATE_WISHED");
  if (publicOfferOn !== null && publicOfferOn <= latest && publicCounts) lapses.push("PUBLIC_OFFER_MUST_BE_USED");
  return lapses;
}

/** The public system goes first for specialists under the base cover and Flex; options E and K ignore it (GUA-EXC-PUBLIC, GUA-E-PUBLIC-IGNORED). */
function publicOffersCount({ under = "BASE" }: GuaranteeFacts, of: GuaranteeClass): boolean {
  return of === "FLEX_SPECIALIST_15" || (of === "SPECIALIST_10" && under === "BASE");
}
