/** Why an entry of the book was made: a code, whose it is, and its words. */
import { FieldResolver, Field, ObjectType, Resolver, Root } from "type-graphql";
import { visibleTo } from "../../gateway/api/guard.js";
import type { WordList } from "../../kernel/worded.js";
import { InLanguage, inLanguage, wordOf, type Language } from "../../vocabulary/language.type.js";
import { BOOKING_STATE_WORDS } from "../bookings/booking-words.js";
import { MISFIT_WORDS, RESOLUTION_WORDS } from "../settlement/bank/bank-words.js";
import { BANK_REASON_WORDS, OTHER_BANK_REASON } from "../settlement/payments/bank-reason-words.js";
import { CORRECTION_REASON_WORDS, PAYOUT_ENDING_WORDS } from "../settlement/settlement-words.js";
import { ReasonSourceEnum } from "./ledger-enums.type.js";
import type { ReasonSource } from "./ledger-words.js";

/** Of whom a reason is, the first list that has its code; a code of none is the bank's, whose list is open. */
const LISTS: readonly (readonly [ReasonSource, WordList<string>])[] = [
  ["CORRECTION", CORRECTION_REASON_WORDS],
  ["BOOKING", BOOKING_STATE_WORDS],
  ["EXCEPTION", MISFIT_WORDS],
  ["RESOLUTION", { ...RESOLUTION_WORDS, ...PAYOUT_ENDING_WORDS }],
];
const NO_REASON = ["The bank gave no reason.", "Banken har ikke angivet en grund."] as const;

@visibleTo("FINANCE")
@ObjectType("LedgerReason", { description: "Why an entry of the book was made." })
export class LedgerReasonType {
  @Field(() => String, {
    description:
      "The code as it was recorded: a value of CorrectionReason, BookingState, BankExceptionReason or BankExceptionResolution, or the bank's own, e.g. AC04.",
  })
  code!: string;
  @Field(() => ReasonSourceEnum, { description: "Whose reason it is." })
  source!: ReasonSource;
}

@Resolver(() => LedgerReasonType)
export class WordsOfReason {
  @visibleTo("FINANCE")
  @FieldResolver(() => String, { description: "It in words." })
  inWords(@Root() { code, source }: LedgerReasonType, @InLanguage() language: Language): string {
    const words = LISTS.find(([of]) => of === source)?.[1];
    if (words) return wordOf(words, code, language);
    const [en, da] = code === "NO_REASON_GIVEN" ? NO_REASON : (BANK_REASON_WORDS[code] ?? OTHER_BANK_REASON);
    return inLanguage({ en, da }, language);
  }
}

export function reasonView(code: string | null): LedgerReasonType | null {
  if (code === null) return null;
  return { code, source: LISTS.find(([, words]) => Object.hasOwn(words, code))?.[0] ?? "BANK" };
}
