/** Why a person cannot be erased now (GDPR article 17). Pure. */
import { refusal, type Refusal } from "../../../kernel/refusal.js";

export type ErasureObstacle = "LEGAL_HOLD" | "OPEN_BOOKING" | "OPEN_SETTLEMENT";

const PATH = { path: ["input"] } as const;

const OBSTACLES: Readonly<Record<ErasureObstacle, Refusal>> = {
  LEGAL_HOLD: refusal("LEGAL_HOLD", "A legal hold keeps this person's data.", {
    ...PATH,
    clause: "GDPR article 17(3)(e)",
    remedy: "Let the hold be lifted by whoever placed it, then ask again.",
  }),
  OPEN_BOOKING: refusal("OPEN_BOOKING", "The person has an appointment ahead, or one whose attendance is not recorded.", {
    ...PATH,
    remedy: "Cancel it, or let the clinic record the attendance.",
  }),
  OPEN_SETTLEMENT: refusal("OPEN_SETTLEMENT", "A treatment of this person is not paid yet.", {
    ...PATH,
    clause: "GDPR article 17(3)(b)",
    remedy: "Ask again when the clinic has been paid.",
    retryable: true,
  }),
};

/** One refusal for each obstacle that was found. */
export function erasureRefusals(obstacles: readonly ErasureObstacle[]): Refusal[] {
  return obstacles.map((obstacle) => OBSTACLES[obstacle]);
}

export const OWN_REQUEST = refusal("FOUR_EYES", "An erasure is carried out by somebody else than the person who asked for it.", {
  path: ["input", "requestId"],
  remedy: "Let a colleague look at it and approve it.",
});

export const NOT_JOURNALLED = refusal(
  "ERASURE_NOT_JOURNALLED",
  "This gateway keeps no journal of erasures outside the database, so a restore would bring the person back.",
  {
    remedy: "Let the operator set ERASURE_JOURNAL.",
  },
);
