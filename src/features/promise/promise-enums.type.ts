import { enumOf } from "../../gateway/api/enum.js";
import { NEXT_ACTIONS } from "./plan/standing.js";
import { BINDING_WORDS, PROMISE_STATE_WORDS, WAIT_WORDS } from "./promise-words.js";

export const PromiseStateEnum = enumOf("PromiseState", "How a promise stands.", PROMISE_STATE_WORDS);
export const WaitReasonEnum = enumOf("PromiseWaitReason", "Why a claim waits and others have the units.", WAIT_WORDS);
export const BindingWishEnum = enumOf("PromiseBindingWish", "A bound without which a claim would have a unit.", BINDING_WORDS);
export const NextActionEnum = enumOf("PromiseNextAction", "What to do next for a promise.", NEXT_ACTIONS);
