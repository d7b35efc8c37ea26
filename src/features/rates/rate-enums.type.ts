import { enumOf } from "../../gateway/api/enum.js";
import { RATE_CHANNEL_WORDS, RATE_STATE_WORDS, SESSION_WORDS } from "./rate-words.js";

export const SessionKindEnum = enumOf("SessionKind", "The two prices a clinic agrees on.", SESSION_WORDS);
export const RateChannelEnum = enumOf("RateChannel", "The way of meeting a rate applies to.", RATE_CHANNEL_WORDS);
export const RateStateEnum = enumOf("RateState", "How an agreed rate stands.", RATE_STATE_WORDS);
