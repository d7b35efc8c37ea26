/** The words of what a person is asked and told about themselves. */
import type { WordList } from "../../kernel/worded.js";
import type { LimitBalance } from "../../rules/coverage/limit-balances.js";
import type { ErasureGround, ErasureState } from "../../../schema/states.js";
import type { Certainty } from "./look-up/name-match.js";
import type { MessageOutcome } from "./intake/apply-messages.js";
import type { AuthorityState } from "./authority/authority.js";
import type { AuthorityScope, WithdrawalCause } from "./authority/scopes.js";

/** By their names in the API, and as the register writes them (FHIR administrative gender). */
export const GENDERS = { FEMALE: "female", MALE: "male", OTHER: "other", UNKNOWN: "unknown" } as const;
export const GENDER_WORDS: WordList<keyof typeof GENDERS> = {
  FEMALE: ["Female", "Kvinde"],
  MALE: ["Male", "Mand"],
  OTHER: ["Other", "Andet"],
  UNKNOWN: ["Not stated", "Ikke oplyst"],
};

export const LIMIT_PERIOD_WORDS: WordList<LimitBalance["period"]> = {
  CALENDAR_YEAR: ["Calendar year", "Kalenderår", "Counted in the calendar year of the treatment (BOK-YEAR-BY-TREATMENT)."],
  INSURANCE_PERIOD: ["Whole insurance", "Hele forsikringstiden", "Counted as long as the insurance runs."],
};

export const ERASURE_GROUND_WORDS: WordList<ErasureGround> = {
  NO_LONGER_NECESSARY: ["No longer necessary", "Ikke længere nødvendige", "Article 17(1)(a)."],
  CONSENT_WITHDRAWN: ["Consent was withdrawn", "Samtykke er trukket tilbage", "Article 17(1)(b)."],
  OBJECTED: ["The person objected", "Personen har gjort indsigelse", "Article 17(1)(c)."],
  UNLAWFUL: ["Processed unlawfully", "Behandlet ulovligt", "Article 17(1)(d)."],
  LEGAL_OBLIGATION: ["A legal obligation", "En retlig forpligtelse", "Article 17(1)(e)."],
};

/** As the constraint erasure_request_state_is_known lists them. */
export const ERASURE_STATE_WORDS = {
  REQUESTED: ["Asked for", "Anmodet", "It waits for a colleague."],
  CARRIED_OUT: ["Carried out", "Gennemført"],
} as const satisfies WordList<ErasureState>;

export const GUARDIAN_ACCESS_WORDS = {
  CONTENT: ["Everything", "Alt", "The whole case, until the 15th birthday."],
  COVER: ["That you are here and covered", "At du er her og er dækket", "Name, year of birth and cover."],
  NONE: ["Nothing", "Intet", "Closed by the young person, or custody was not confirmed in the last 30 days."],
} as const satisfies WordList<string>;

export const GUARDIAN_CHOICE_WORDS = {
  COVER: ["That you are here and covered", "At du er her og er dækket", "They see your name, year of birth and cover."],
  NONE: ["Nothing", "Intet", "They no longer see that you are here."],
} as const satisfies WordList<string>;
export type GuardianChoice = keyof typeof GUARDIAN_CHOICE_WORDS;

export const CUSTODY_ANSWER_WORDS = {
  HELD: ["Holds custody", "Har forældremyndighed"],
  ENDED: ["Does not hold custody", "Har ikke forældremyndighed"],
} as const satisfies WordList<string>;
export type CustodyAnswer = keyof typeof CUSTODY_ANSWER_WORDS;

export const AUTHORITY_SCOPE_WORDS: WordList<AuthorityScope> = {
  CLAIMS: ["Claims", "Skader", "Claims with their history, decisions and promise; to read only."],
  APPOINTMENTS: ["Appointments", "Aftaler", "Bookings; to read only."],
};

export const AUTHORITY_STATE_WORDS: WordList<AuthorityState> = {
  LIVE: ["In force", "Gældende"],
  AHEAD: ["Not in force yet", "Endnu ikke gældende"],
  EXPIRED: ["Expired", "Udløbet"],
  WITHDRAWN: ["Withdrawn", "Trukket tilbage"],
};

export const WITHDRAWAL_CAUSE_WORDS: WordList<WithdrawalCause> = {
  RESIGNED: ["Has left the company", "Er fratrådt", "Cover ends with the month (MEM-END-OF-MONTH)."],
  WITHDRAWN: ["Withdrawn from the scheme", "Er udmeldt af ordningen", "Cover ends on the day the company states."],
};

export const MESSAGE_OUTCOME_WORDS: WordList<MessageOutcome> = {
  INSERTED: ["Brought in", "Oprettet", "A new person or a new policy."],
  CHANGED: ["Changed", "Rettet", "Person or policy were changed."],
  UNCHANGED: ["Unchanged", "Uændret", "It stands like this already."],
  LATE: ["Late", "Forsinket", "A later version stands already; nothing was changed."],
  REFUSED: ["Refused", "Afvist", "Nothing was done for this line; its errors say why."],
};

export const CERTAINTY_WORDS: WordList<Certainty> = {
  EXACT: ["Certain", "Sikker", "What was said is what is on record."],
  LIKELY: ["Likely", "Sandsynlig", "Spelled another way, or with initials."],
  POSSIBLE: ["Possible", "Mulig", "But for a slip or two."],
};
