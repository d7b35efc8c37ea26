import { enumOf } from "../../gateway/api/enum.js";
import { NEXT_ACTIONS } from "./plan/standing.js";
import { PROMISE_STATE_WORDS } from "./promise-words.js";

export const PromiseStateEnum = enumOf("PromiseState", "How a promise stands.", PROMISE_STATE_WORDS);
export const NextActionEnum = enumOf("PromiseNextAction", "What to do next for a promise.", NEXT_ACTIONS);
