import { enumOf } from "../../gateway/api/enum.js";
import { CONSENT_PURPOSE_WORDS, CONSENT_STATE_WORDS } from "./consent-words.js";

export const ConsentPurposeEnum = enumOf("ConsentPurpose", "What a consent is for.", CONSENT_PURPOSE_WORDS);
export const ConsentStateEnum = enumOf("ConsentState", "How a consent stands today.", CONSENT_STATE_WORDS);
