/**
 * What is quoted is settled: a treatment is paid by the rate that was in force for its day when it was booked (decision 0074). Where
 * another rate was agreed for that day since, the difference is a correction with a reason. Pure.
 */
import type { CorrectedLine } from "./correction.js";
import type { RateLeftOut } from "../settlement-words.js";

export type RatedLine = CorrectedLine & {
  readonly quotedGrossMinor: bigint;
  readonly publicMinor: bigint;
  readonly memberPaysMinor: bigint;
  /** The approved rate of the day of treatment, as it is agreed now. */
  readonly agreedMinor: bigint;
  /** Sum of the corrections that were made for a rate. */
  readonly correctedForRateMinor: bigint;
};

export type RateCorrection =
  | { readonly kind: "RIGHT" }
  | { readonly kind: "CORRECT"; readonly differenceMinor: bigint }
  | { readonly kind: "LEFT_OUT"; readonly reason: RateLeftOut };

const leftOut = (reason: RateLeftOut): RateCorrection => ({ kind: "LEFT_OUT", reason });

/** What brings a line to the rate of its day; done twice it does nothing the second time. */
export function rateCorrection(line: RatedLine): RateCorrection {
  // the region pays what it pays: a higher rate is the insurer's, a lower one never asks the clinic for the region's money
  const owed = line.agreedMinor > line.publicMinor ? line.agreedMinor - line.publicMinor : 0n;
  const differenceMinor = owed - line.amountMinor - line.correctedForRateMinor;
  if (line.agreedMinor === line.quotedGrossMinor && line.correctedForRateMinor === 0n) return { kind: "RIGHT" };
  if (line.memberPaysMinor > 0n) return leftOut("MEMBER_PAYS_A_PART");
  if (line.totalLeft) return leftOut("SERVICE_HAS_A_TOTAL");
  if (differenceMinor === 0n) return { kind: "RIGHT" };
  if (line.correctedMinor !== line.correctedForRateMinor) return leftOut("CORRECTED_OTHERWISE");
  const net = line.correctedMinor + differenceMinor;
  if (net > line.amountMinor || -net > line.amountMinor) return leftOut("DIFFERENCE_TOO_LARGE");
  return { kind: "CORRECT", differenceMinor };
}
