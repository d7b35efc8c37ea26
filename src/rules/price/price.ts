/** Who pays how much for one treatment: the region first, then other insurance, then this one up to its cap, then the member. */
import { addMonths } from "../../kernel/calendar.js";
import { capFor, capKey, type CapCode } from "../data/caps.js";
import { demandPriceFacts, type PriceFacts, type RateEntry } from "../facts/facts.js";
import { FactsFault } from "../facts/facts-fault.js";
import { SETTINGS, type Settings } from "../data/settings.js";
import { transportAmount, type TransportReason } from "./transport.js";

export type { PriceFacts } from "../facts/facts.js";

export type PriceReason =
  | "NO_SHOW_NOT_COVERED"
  | "LATE_CANCELLATION_NOT_COVERED"
  | "PUBLIC_REIMBURSEMENT_DEDUCTED"
  | "OTHER_INSURANCE_FIRST"
  | "NOT_COVERED"
  | "BILL_SUBMITTED_TOO_LATE"
  | CapCode
  | TransportReason
  | "DANMARK_SET_OFF"
  | "SUPPLEMENT_NOT_COVERED";

/** Whole øre. */
export type PriceDecision = {
  readonly publicPaysOre: number;
  /** Settled with the clinic: network only (SET-DIRECT). */
  readonly insurerPaysClinicOre: number;
  /** Reimbursed: own choice only, where the member pays first (SET-OWN-PAYS). */
  readonly insurerReimbursesMemberOre: number;
  /** Out of the member's pocket in the end, after every reimbursement. */
  readonly memberPaysOre: number;
  /** Recovered from 'danmark' by the insurer; beside the sum of the others. */
  readonly danmarkToInsurerOre: number;
  readonly reasons: readonly PriceReason[];
};

/** Throws a FactsFault naming the field when the facts are not facts. */
export function decidePrice(facts: PriceFacts, settings: Settings = SETTINGS): PriceDecision {
  demandPriceFacts(facts);
  const { event = "ATTENDED" } = facts;
  if (event === "CANCELLED_IN_TIME" || event === "PROVIDER_CANCELLED") return NOBODY_PAYS;
  if (event !== "ATTENDED")
    return {
      ...NOBODY_PAYS,
      memberPaysOre: facts.noShowFeeOre ?? 0,
      reasons: [event === "NO_SHOW" ? "NO_SHOW_NOT_COVERED" : "LATE_CANCELLATION_NOT_COVERED"],
    };
  return attended(facts, settings);
}

const NOBODY_PAYS: PriceDecision = {
  publicPaysOre: 0,
  insurerPaysClinicOre: 0,
  insurerReimbursesMemberOre: 0,
  memberPaysOre: 0,
  danmarkToInsurerOre: 0,
  reasons: [],
};

function attended(facts: PriceFacts, settings: Settings): PriceDecision {
  const reasons: PriceReason[] = [];
  const gross = grossOf(facts);

  const publicPays = publicShare(facts, gross);
  if (publicPays > 0) reasons.push("PUBLIC_REIMBURSEMENT_DEDUCTED");

  const afterPublic = gross - publicPays;
  const other = Math.min(facts.otherInsurancePaidOre ?? 0, afterPublic);
  if (other > 0) reasons.push("OTHER_INSURANCE_FIRST");

  const covered = coveredAmount(facts, afterPublic - other, settings, reasons);
  const subsidy = facts.danmark?.subsidyOre ?? 0;
  const toMember = facts.danmark?.paidTo === "MEMBER";
  const setOff = covered > 0 ? Math.min(subsidy, covered) : 0;
  if (setOff > 0) reasons.push("DANMARK_SET_OFF");
  const insurerPays = toMember ? covered - setOff : covered;

  const supplements = facts.supplementsOre ?? 0;
  if (supplements > 0) reasons.push("SUPPLEMENT_NOT_COVERED");

  const network = facts.mode === "NETWORK";
  return {
    publicPaysOre: publicPays,
    insurerPaysClinicOre: network ? insurerPays : 0,
    insurerReimbursesMemberOre: network ? 0 : insurerPays,
    memberPaysOre: gross + supplements - publicPays - other - (toMember ? subsidy : 0) - insurerPays,
    danmarkToInsurerOre: toMember ? 0 : setOff,
    reasons,
  };
}

/** The agreed rate in force on the day of the treatment (PRC-NETWORK-RATE), or the therapist's fee. */
function grossOf(facts: PriceFacts): number {
  if (facts.mode === "NETWORK") return inForce(facts.networkRates, facts.treatedOn, "networkRates");
  if (facts.feeOre === undefined) throw new FactsFault("feeOre", "is required with own choice");
  return facts.feeOre;
}

/** With a provider number, and except for chiropractic a doctor's referral (PRC-PUBLIC-DEDUCT, PRC-PUBLIC-CONDITION). */
function publicShare(facts: PriceFacts, gross: number): number {
  const available = hasAgreement(facts) && (facts.doctorReferral === true || facts.serviceType === "CHIROPRACTIC");
  return available ? Math.min(facts.publicReimbursementOre ?? 0, gross) : 0;
}

function coveredAmount(facts: PriceFacts, remaining: number, settings: Settings, reasons: PriceReason[]): number {
  if (facts.covered === false) {
    reasons.push("NOT_COVERED");
    return 0;
  }
  const { bill } = facts;
  if (facts.mode === "OWN_CHOICE" && bill && bill.submittedOn > addMonths(bill.lastTreatmentOn, settings.billMonths)) {
    reasons.push("BILL_SUBMITTED_TOO_LATE");
    return 0;
  }
  if (facts.serviceType === "TRANSPORT") return transportAmount(facts, remaining, settings, reasons);
  const cap = remaining === 0 ? null : capInForce(facts);
  if (cap === null || remaining <= cap.ore) return remaining;
  reasons.push(cap.code);
  return cap.ore;
}

function capInForce(facts: PriceFacts): { readonly ore: number; readonly code: CapCode } | null {
  const row = capFor({
    product: facts.product,
    under: facts.under ?? "BASE",
    service: facts.serviceType,
    mode: facts.mode,
    publicShare: hasAgreement(facts) && facts.doctorReferral === true,
    firstSession: (facts.sessionNumber ?? 1) === 1,
    standAlone: facts.standAlone !== false,
  });
  if (!row) return null;
  const { cap } = row;
  const changed = amountOn(facts, capKey(row));
  switch (cap.kind) {
    case "ACTUAL_SHARE":
      return null;
    case "TARIFF":
      return { ore: inForce(facts.tariffs?.[cap.tariff], facts.treatedOn, `tariffs.${cap.tariff}`), code: cap.code };
    case "AMOUNT":
      return { ore: changed ?? cap.ore, code: cap.code };
    case "TOTAL":
      return { ore: Math.max(0, (changed ?? cap.ore) - (facts.capUsedOre ?? 0)), code: cap.code };
  }
}

/** The amount that applies on the day of the treatment instead of the printed one; undefined where none does. */
function amountOn({ caps = [], treatedOn }: PriceFacts, key: string | null): number | undefined {
  let found: { readonly from: string; readonly ore: number } | undefined;
  for (const each of caps) if (each.key === key && each.from <= treatedOn && (!found || each.from >= found.from)) found = each;
  return found?.ore;
}

function hasAgreement(facts: PriceFacts): boolean {
  return facts.provider?.hasPublicAgreement === true;
}

/**
 * Tariffs of general physiotherapy and chiropractic (GEN-SPECIALITY-51-53) and rates are effective-dated (PRC-INDEX-TWICE,
 * PRC-INDEX-ANNUAL): the last entry that begins on or before the day.
 */
function inForce(entries: readonly RateEntry[] | undefined, day: string, path: string): number {
  let found: RateEntry | undefined;
  for (const entry of entries ?? []) if (entry.from <= day && (!found || entry.from >= found.from)) found = entry;
  if (!found) throw new FactsFault(path, `has no entry in force on ${day}`);
  return found.ore;
}
