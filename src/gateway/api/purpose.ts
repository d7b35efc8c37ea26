/**
 * Staff see and change a member's data for a purpose and in a case they state, and the member can read both in the access log.
 * Without them nothing is shown and nothing is done. Every query that shows a person's data to the health team begins with this,
 * and so does every act (docs/decisions/0041-purpose-and-case.md).
 */
import { refusal, Refused } from "../../kernel/refusal.js";
import type { Viewer } from "../../platform/viewer.js";
import type { Context } from "./context.js";

/** A code in capitals, a colon, and what the work is filed under: a claim's reference, or a call's or task's number. */
const PURPOSE = /^([A-Z][A-Z0-9_]*):([A-Za-z0-9_.-]+)$/;

export function requirePurpose({ viewer }: Pick<Context, "viewer">): void {
  if (!lacksPurpose(viewer)) return;
  throw purposeMissing();
}

export function lacksPurpose({ role, purpose }: Viewer): boolean {
  return role === "HEALTH_TEAM" && !PURPOSE.test(purpose ?? "");
}

export function purposeMissing(): Refused {
  return new Refused([
    refusal("PURPOSE_MISSING", "Say what you need this person's data for, and in which case.", {
      remedy: "Send the header x-purpose with a purpose code and a case, for example CASE_HANDLING:C-1004.",
    }),
  ]);
}

/** What was stated, in its two parts; what roles do by their nature has no case. */
export function partsOf(purpose: string): { readonly code: string; readonly caseReference: string | null } {
  const [, code, caseReference] = PURPOSE.exec(purpose) ?? [];
  return code === undefined ? { code: purpose, caseReference: null } : { code, caseReference: caseReference ?? null };
}
