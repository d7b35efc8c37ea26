/** Corrections: a new line and a new entry with a coded reason; what was written stays. */
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import type { LineKind } from "../settlement-words.js";
import type { Posting } from "../../ledger/entry.js";
import type { RuleId } from "../../../rules/catalogue.js";
import type { Cover, Service } from "../../../rules/codes.js";
import { PRICE_CAPS } from "../../../rules/data/caps.js";

export type CorrectedLine = {
  readonly kind: LineKind;
  readonly amountMinor: bigint;
  /** Sum of the corrections so far. */
  readonly correctedMinor: bigint;
  readonly providerId: string;
  /** What 'danmark' was posted to pay back for this treatment, in øre. */
  readonly danmarkMinor: bigint;
  /** What the total of its service leaves, in øre, with the rule it is of; null where the service has none. */
  readonly totalLeft: TotalLeft | null;
};

export type TotalLeft = { readonly minor: bigint; readonly rule: RuleId };

/** What a total of the conditions leaves of what was paid or is reserved already; null for a service without one. */
export function totalLeft(service: Service, under: Cover, paidMinor: bigint): TotalLeft | null {
  for (const { services, under: covers, cap, rules } of PRICE_CAPS)
    if (cap.kind === "TOTAL" && services.includes(service) && covers.includes(under) && rules[0])
      return { minor: BigInt(cap.ore) - paidMinor, rule: rules[0] };
  return null;
}

export function correctionRefusals(line: CorrectedLine, amountMinor: bigint): Refusal[] {
  const found: Refusal[] = [];
  const at = (field: string): readonly string[] => ["input", field];
  if (line.kind !== "TREATMENT")
    found.push(
      refusal("NOT_A_TREATMENT", "A correction is not corrected; the treatment's line is.", {
        path: at("lineId"),
        remedy: "Name the line of the treatment.",
      }),
    );
  if (amountMinor === 0n)
    found.push(
      refusal("AMOUNT_ZERO", "A correction changes something.", { path: at("amountMinor"), remedy: "Give the difference in whole øre." }),
    );
  const net = line.correctedMinor + amountMinor;
  if (net > line.amountMinor || -net > line.amountMinor) {
    found.push(
      refusal("CORRECTION_TOO_LARGE", "A treatment's corrections are together at most as large as its line.", {
        path: at("amountMinor"),
        rule: "PRC-NETWORK-RATE",
        remedy: "Correct by no more than what the line holds.",
      }),
    );
  }
  if (amountMinor > 0n && line.totalLeft && amountMinor > line.totalLeft.minor)
    found.push(
      refusal("TOTAL_EXCEEDED", "The insurance pays no more than its total for this service.", {
        path: at("amountMinor"),
        rule: line.totalLeft.rule,
        remedy: `Add at most ${line.totalLeft.minor > 0n ? line.totalLeft.minor : 0n} øre; what is above is between the clinic and the member.`,
      }),
    );
  return found;
}

/** The book's side: what is owed changes, and 'danmark' never pays back more than the insurer pays (PRC-DANMARK). */
export function correctionSides(line: CorrectedLine, amountMinor: bigint): Posting[] {
  const before = line.amountMinor + line.correctedMinor;
  const after = before + amountMinor;
  const danmark = least(line.danmarkMinor, after) - least(line.danmarkMinor, before);
  return [
    { account: "INSURER_EXPENSE", ownerId: null, amountMinor: amountMinor - danmark },
    { account: "CLINIC_PAYABLE", ownerId: line.providerId, amountMinor: -amountMinor },
    { account: "DANMARK_RECEIVABLE", ownerId: null, amountMinor: danmark },
  ];
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
