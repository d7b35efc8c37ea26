import type { Tone } from "../shared/parts";

/** How a claim stands, at a glance. */
export const CLAIM_TONE: Readonly<Record<string, Tone>> = {
  REPORTED: "accent",
  AWAITING_INFORMATION: "warn",
  APPROVED: "good",
  IN_TREATMENT: "good",
  ESCALATED: "bad",
  DENIED: "bad",
  COMPLETED: "quiet",
  CLOSED: "quiet",
};
