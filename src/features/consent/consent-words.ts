import type { WordList } from "../../kernel/worded.js";
import type { ConsentPurpose, ConsentState } from "./consent.js";

export const CONSENT_PURPOSE_WORDS: WordList<ConsentPurpose> = {
  TREATMENT: ["Sharing with the clinic", "Deling med klinikken", "A clinic learns what its own booking needs."],
  INFORMATION: ["Obtaining records", "Indhentning af oplysninger", "The insurer obtains records about the claim."],
};

export const CONSENT_STATE_WORDS: WordList<ConsentState> = {
  LIVE: ["In force", "Gældende"],
  EXPIRED: ["Expired", "Udløbet"],
  WITHDRAWN: ["Withdrawn", "Trukket tilbage"],
  REPLACED: ["Replaced by a later one", "Afløst af et nyere"],
};
