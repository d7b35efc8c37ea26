import type { DeliveryState, WebhookState } from "../../../schema/states.js";
import type { WordList } from "../../kernel/worded.js";

export const WEBHOOK_STATE_WORDS: WordList<WebhookState> = {
  PROPOSED: ["Proposed", "Foreslået", "A second person has to approve it; nothing is sent."],
  ACTIVE: ["Active", "Aktiv", "It is sent what it was registered for."],
  DISABLED: ["Disabled", "Slået fra", "Nothing is sent; enabled again it goes on where it was."],
};

export const DELIVERY_STATE_WORDS: WordList<DeliveryState> = {
  WAITING: ["Waiting", "Venter", "It was not taken yet and is tried again."],
  DELIVERED: ["Delivered", "Leveret", "The other side has answered with a status of 2xx."],
  GIVEN_UP: ["Given up", "Opgivet", "Three days of tries were not taken; it can be sent again."],
};

/** Why an endpoint is disabled. */
export const DISABLED_REASON_WORDS = {
  BY_HAND: ["By hand", "Manuelt", "Somebody of its company has disabled it."],
  GONE: ["Gone", "Findes ikke længere", "It answered 410."],
  UNREACHABLE: ["Out of reach", "Kan ikke nås", "Nothing was taken for three days."],
} as const satisfies WordList<string>;
export type DisabledReason = keyof typeof DISABLED_REASON_WORDS;
