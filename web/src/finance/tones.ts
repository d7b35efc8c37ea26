import type { Tone } from "../shared/parts";

/** How what stands so is shown, of batches, payments, lines and files alike. */
export const TONES: Readonly<Record<string, Tone>> = {
  ...{ PAID: "good", ACCEPTED: "good", DONE: "good" },
  ...{ SENT: "accent", BATCHED: "accent", APPROVED: "accent", GATHERING: "accent" },
  ...{ CLOSED: "warn", DISPUTED: "warn", WITHDRAWN: "warn", ASKED: "warn", PARTLY_ACCEPTED: "warn" },
  ...{ REJECTED: "bad", RETURNED: "bad", REFUSED: "bad" },
};
