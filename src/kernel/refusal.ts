/**
 * An expected no, as data. A caller gets every reason at once, each with the rule it rests on, where that rule stands,
 * and what would change the answer. Anything unexpected is thrown instead and leaves the gateway masked.
 */
import type { RefusalCode } from "./refusal-codes.js";

export type Refusal = {
  /** Stable code, UPPER_SNAKE_CASE: a noun for what stands in the way. One of refusal-codes.ts, or a reason of the rules against cover. */
  readonly code: string;
  readonly message: string;
  /** Path of the input field at fault, e.g. ["input", "slotId"]; empty when no single field is. */
  readonly path: readonly string[];
  /** Id of the insurance rule, e.g. "REF-PHYSIO"; null where the refusal is technical. */
  readonly rule: string | null;
  /** Where the rule stands, e.g. "insurance conditions 2025, section 5.7". */
  readonly clause: string | null;
  /** What would change the answer. */
  readonly remedy: string | null;
  /** True when the same request may succeed later without being changed. */
  readonly retryable: boolean;
  /** What is offered instead, in the words of the rules: a treatment, its cover, and whether it is covered. */
  readonly offer?: { readonly under: string; readonly service: string; readonly covered: boolean };
};

export function refusal(code: RefusalCode, message: string, more: Partial<Omit<Refusal, "code" | "message">> = {}): Refusal {
  return { code, message, path: [], rule: null, clause: null, remedy: null, retryable: false, ...more };
}

/** Thrown inside a unit of work to roll it back and answer with these refusals. */
export class Refused extends Error {
  override readonly name = "Refused";
  constructor(readonly refusals: readonly Refusal[]) {
    super(refusals.map((r) => r.code).join(", "));
  }
}
