/** What the other side's answer means for a delivery, and how long it waits for its next try (Standard Webhooks 1.0, "Deliverability"). */
import type { RefusalCode } from "../../../kernel/refusal-codes.js";

/** Seconds before each further try: three days in all. */
const PAUSES = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;
/** Nobody is asked later than this for a Retry-After of theirs. */
const MOST_PATIENCE = 86_400;
/** Parts of a pause by which it is shorter or longer, so that those who failed together do not come back together. */
const JITTER = 0.2;

export type Reply =
  | { readonly kind: "ANSWERED"; readonly status: number; readonly retryAfterSeconds: number | null }
  | { readonly kind: "FAILED"; readonly fault: RefusalCode };

export type Verdict =
  | { readonly kind: "DELIVERED" }
  /** 410: nobody is there any more, and nobody wants to be asked again. */
  | { readonly kind: "GONE" }
  | { readonly kind: "AGAIN"; readonly inSeconds: number }
  | { readonly kind: "GIVEN_UP" };

/** `attempts` counts the one that was answered; `chance` is from 0 to 1. */
export function verdictOf(reply: Reply, attempts: number, chance: number): Verdict {
  if (reply.kind === "ANSWERED" && reply.status >= 200 && reply.status < 300) return { kind: "DELIVERED" };
  if (reply.kind === "ANSWERED" && reply.status === 410) return { kind: "GONE" };
  const pause = PAUSES[attempts - 1];
  if (pause === undefined) return { kind: "GIVEN_UP" };
  const spread = pause * (1 + JITTER * (2 * chance - 1));
  const asked = reply.kind === "ANSWERED" ? (reply.retryAfterSeconds ?? 0) : 0;
  return { kind: "AGAIN", inSeconds: Math.max(spread, Math.min(asked, MOST_PATIENCE)) };
}

/** Tries in all. */
export const MOST_TRIES = PAUSES.length + 1;
