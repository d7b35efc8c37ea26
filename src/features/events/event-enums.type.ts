import { enumOf } from "../../gateway/api/enum.js";
import type { WordList } from "../../kernel/worded.js";
import { valueOf, type EventType } from "./event-type.js";
import { EVENT_TYPES } from "./types/index.js";

const types: readonly EventType[] = EVENT_TYPES;
const WORDS: WordList<string> = Object.fromEntries(types.map(({ topic, words }) => [valueOf(topic), words]));
const STORED = Object.fromEntries(types.map(({ topic }) => [valueOf(topic), topic]));

export const EventTypeEnum = enumOf("EventType", "A kind of fact that others may act on. Values may be added.", WORDS, STORED);
