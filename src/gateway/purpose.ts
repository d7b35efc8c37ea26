/**
 * Staff see a member's data for a purpose they state, and the member can read it in the access log. Without one nothing
 * is shown. Every query that shows a person's data to the health team begins with this.
 */
import { refusal, Refused } from "../kernel/refusal.js";
import type { Context } from "./context.js";

export function requirePurpose({ viewer }: Context): void {
  if (viewer.role !== "HEALTH_TEAM" || viewer.purpose !== null) return;
  throw new Refused([
    refusal("PURPOSE_MISSING", "Say what you read this person's data for.", {
      remedy: "Send the header x-purpose with a purpose code, for example CASE_HANDLING or CASE_HANDLING:C-1004.",
    }),
  ]);
}
