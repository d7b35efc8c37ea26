/**
 * What makes an agreed rate acceptable, and what an approval does to its neighbours. A clinic may propose an amount; it
 * becomes money only after a network manager, another person, has approved it (docs/decisions/0005-who-names-an-amount.md).
 */
import { addDays } from "../../kernel/calendar.js";
import { refusal, type Refusal } from "../../kernel/refusal.js";
import type { RateChannel, SessionKind } from "./rate-words.js";

export type RateProposal = {
  readonly session: SessionKind;
  readonly channel: RateChannel;
  readonly amountMinor: bigint;
  readonly validFrom: string;
  /** First day it no longer applies; null while open. */
  readonly validUntil: string | null;
  /** It is meant for days that have passed. */
  readonly retroactive: boolean;
};

/** Most days that a rate reaches back: what is older was accounted in a year that is over. */
const MOST_DAYS_BACK = 366;

export type RatePeriod = { readonly id: string; readonly validFrom: string; readonly validUntil: string | null };

const at = (field: string): readonly string[] => ["input", field];

/** Everything that is wrong with a proposal by itself. `today` is the Danish day of the database's clock. */
export function proposalRefusals(proposal: RateProposal, today: string): Refusal[] {
  const found: Refusal[] = [];
  if (proposal.amountMinor <= 0n) {
    found.push(
      refusal("AMOUNT_NOT_POSITIVE", "A rate is more than nothing.", {
        path: at("amountMinor"),
        remedy: "Give the amount in whole øre, 1 or more.",
      }),
    );
  }
  if (proposal.validFrom < today && !proposal.retroactive) found.push(rateInPast(at("validFrom")));
  if (proposal.validFrom < addDays(today, -MOST_DAYS_BACK))
    found.push(
      refusal("RATE_TOO_FAR_BACK", `A rate reaches back ${MOST_DAYS_BACK} days at most.`, {
        path: at("validFrom"),
        remedy: "Begin later.",
      }),
    );
  if (proposal.validUntil !== null && proposal.validUntil <= proposal.validFrom) {
    found.push(
      refusal("PERIOD_EMPTY", "The rate would end before it begins.", {
        path: at("validUntil"),
        remedy: "Give a day after validFrom, or none.",
      }),
    );
  }
  return found;
}

export function rateInPast(path: readonly string[]): Refusal {
  return refusal("RATE_IN_PAST", "A rate cannot begin on a day that has passed: treatments of that day have their price.", {
    path,
    rule: "PRC-NETWORK-RATE",
    remedy: "Begin today or later, or say that it is retroactive.",
  });
}

export function fourEyes(what: string): Refusal {
  return refusal("FOUR_EYES", `Whoever made ${what} does not decide on it.`, { remedy: "Another person has to do this." });
}

export function rateOverlap(period: RatePeriod | null): Refusal {
  const which = period ? ` from ${period.validFrom}${period.validUntil ? ` until ${period.validUntil}` : " on"}` : "";
  return refusal("RATE_OVERLAP", `An approved rate for the same treatment already applies${which}.`, {
    path: at("id"),
    rule: "PRC-NETWORK-RATE",
    remedy: "Choose a period in which no other approved rate applies.",
  });
}

export type RateFit =
  | { readonly kind: "FREE" }
  | { readonly kind: "CLOSES"; readonly predecessorId: string }
  | { readonly kind: "OVERLAPS"; readonly period: RatePeriod };

/**
 * How an approved rate fits among the others: an open-ended one that began earlier is closed on the day the new one
 * begins; every other overlap is refused. Half-open periods, so the last day of one may be the first of the next.
 */
export function fitAmong(others: readonly RatePeriod[], validFrom: string, validUntil: string | null): RateFit {
  const overlapping = others.filter(
    (o) => (o.validUntil === null || validFrom < o.validUntil) && (validUntil === null || o.validFrom < validUntil),
  );
  const [first, second] = overlapping;
  if (!first) return { kind: "FREE" };
  if (!second && first.validUntil === null && first.validFrom < validFrom) return { kind: "CLOSES", predecessorId: first.id };
  return { kind: "OVERLAPS", period: overlapping.find((o) => o.validUntil !== null || o.validFrom >= validFrom) ?? first };
}
