/**
 * A member's bill for a treatment of own choice (SET-OWN-PAYS): the same price rules as everywhere, over what the bill says
 * and what was reimbursed before. This decides, and keeps the facts it decided on; who pays is a setting, the insurer's claims system or a payout from here.
 */
import type { CaseFile } from "../../claims/case-file/case-file.js";
import { localDateOf } from "../../../kernel/calendar.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { sessionKind, type TariffInForce } from "../../rates/quote.js";
import type { SubsidyPayee } from "../../../rules/codes.js";
import { FactsFault } from "../../../rules/facts/facts-fault.js";
import { decidePrice, type PriceDecision, type PriceFacts } from "../../../rules/price/price.js";
import type { RefusalCode } from "../../../kernel/refusal-codes.js";

export type Bill = {
  readonly treatedOn: string;
  /** Last treatment of the course: bills come within three months of it (REI-BILLS-3M). */
  readonly lastTreatmentOn: string;
  readonly receivedOn: string;
  readonly reference: string;
  readonly feeMinor: bigint;
  readonly supplementsMinor: bigint;
  /** Paid by the region as the bill says; undefined or null where it says nothing, and then it is the tariff's share. */
  readonly publicMinor?: bigint | null;
  readonly otherInsuranceMinor: bigint;
  readonly danmarkMinor: bigint;
  readonly danmarkPaidTo: SubsidyPayee;
  readonly hasPublicAgreement: boolean;
  readonly standAlone: boolean;
};

type TariffRow = Omit<TariffInForce, "valid_until">;

export type ReimbursementGround = {
  readonly covered: boolean;
  /** 1 for the first treatment of the claim. */
  readonly sessionNumber: number;
  readonly tariffs: readonly TariffRow[];
  /** Already paid against a monetary total, øre. */
  readonly capUsedMinor: bigint;
  /** Amounts of caps that apply instead of what the conditions print. */
  readonly caps: CaseFile["price_caps"];
};

const at = (field: string): readonly string[] => ["input", field];

export function billRefusals(bill: Bill, file: CaseFile): Refusal[] {
  const found: Refusal[] = [];
  const bad = (code: RefusalCode, message: string, field: string, remedy: string): void => {
    found.push(refusal(code, message, { path: at(field), remedy }));
  };
  if (file.claim.mode !== "OWN_CHOICE" && !isBeforeMove(bill, file)) {
    found.push(
      refusal("NOT_OWN_CHOICE", "This claim is treated in the network: the clinic is paid directly.", {
        path: at("claimId"),
        rule: "SET-DIRECT",
        remedy: "Have own choice approved on the claim first.",
      }),
    );
  }
  if (bill.feeMinor <= 0n) bad("AMOUNT_NOT_POSITIVE", "A bill is over more than nothing.", "feeMinor", "Give the fee in whole øre.");
  const amounts = [
    ["supplementsMinor", bill.supplementsMinor],
    ["publicMinor", bill.publicMinor ?? 0n],
    ["otherInsuranceMinor", bill.otherInsuranceMinor],
    ["danmarkMinor", bill.danmarkMinor],
  ] as const;
  for (const [field, amount] of amounts)
    if (amount < 0n || amount > LARGEST) bad("AMOUNT_INVALID", "An amount is not negative and within reason.", field, "Give whole øre.");
  if (bill.feeMinor > LARGEST) bad("AMOUNT_INVALID", "An amount is not negative and within reason.", "feeMinor", "Give whole øre.");
  found.push(...contradictions(bill));
  if (bill.treatedOn > file.today)
    bad("DAY_IN_FUTURE", "This treatment has not taken place yet.", "treatedOn", "Send the bill afterwards.");
  if (bill.lastTreatmentOn < bill.treatedOn)
    bad(
      "DAY_IMPOSSIBLE",
      "The last treatment of the course is not before this one.",
      "lastTreatmentOn",
      "Give the day of the last treatment.",
    );
  if (bill.receivedOn > file.today) bad("DAY_IN_FUTURE", "A bill is not received in the future.", "receivedOn", "Give the day it came in.");
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ./-]{0,39}$/u.test(bill.reference))
    bad("REFERENCE_INVALID", "A bill's number has 1 to 40 letters, digits, spaces and . / -", "reference", "Give the number on the bill.");
  return found;
}

/** Facts of a bill that cannot all be true: the wrong one of them would change what is paid. */
function contradictions(bill: Bill): Refusal[] {
  const found: Refusal[] = [];
  const publicMinor = bill.publicMinor ?? 0n;
  const remedy = "Look at the bill again; one of the figures is another's.";
  if (publicMinor > 0n && !bill.hasPublicAgreement)
    found.push(
      refusal("PUBLIC_SHARE_IMPOSSIBLE", "The region pays nothing to a therapist without a public agreement.", {
        path: at("publicMinor"),
        rule: "PRC-PUBLIC-DEDUCT",
        remedy: "Say that the therapist has an agreement, or leave the public share out.",
      }),
    );
  const parts = [
    ["publicMinor", publicMinor, "the region"],
    ["danmarkMinor", bill.danmarkMinor, "'danmark'"],
    ["otherInsuranceMinor", bill.otherInsuranceMinor, "the other insurance"],
  ] as const;
  const tooLarge = parts.filter(([, amount]) => amount > bill.feeMinor + bill.supplementsMinor);
  for (const [field, , who] of tooLarge)
    found.push(refusal("PAID_ABOVE_FEE", `Nobody pays more than the bill: ${who} would.`, { path: at(field), remedy }));
  const together = publicMinor + bill.danmarkMinor + bill.otherInsuranceMinor;
  if (tooLarge.length === 0 && together > bill.feeMinor + bill.supplementsMinor)
    found.push(refusal("PAID_ABOVE_FEE", "Together others would pay more than the bill.", { path: at("feeMinor"), remedy }));
  return found;
}

/** A claim that went on in the network still has bills for the days before that (PRV-MOVE-TO-NETWORK). */
function isBeforeMove({ treatedOn }: Bill, { claim }: CaseFile): boolean {
  return claim.moved_at !== null && treatedOn <= localDateOf(claim.moved_at);
}

/** The price rules count in safe integers; no bill comes near. */
const LARGEST = 10n ** 12n;

export function priceFacts(bill: Bill, { claim }: CaseFile, ground: ReimbursementGround): PriceFacts {
  const session = sessionKind(ground.sessionNumber);
  const own = ground.tariffs.filter((t) => t.session === session).sort((a, b) => (a.valid_from < b.valid_from ? -1 : 1));
  return {
    product: claim.product,
    under: claim.under,
    serviceType: claim.service_code,
    mode: "OWN_CHOICE",
    treatedOn: bill.treatedOn,
    covered: ground.covered,
    sessionNumber: ground.sessionNumber,
    provider: { hasPublicAgreement: bill.hasPublicAgreement },
    doctorReferral: claim.referral_type === "GP" || claim.referral_type === "SPECIALIST",
    feeOre: Number(bill.feeMinor),
    supplementsOre: Number(bill.supplementsMinor),
    publicReimbursementOre: Number(bill.publicMinor ?? shareOn(bill.treatedOn, own)),
    otherInsurancePaidOre: Number(bill.otherInsuranceMinor),
    danmark: bill.danmarkMinor > 0n ? { subsidyOre: Number(bill.danmarkMinor), paidTo: bill.danmarkPaidTo } : null,
    tariffs: {
      patientShare: own.map((t) => ({ from: t.valid_from, ore: t.patient_share_minor })),
      fullFee: own.map((t) => ({ from: t.valid_from, ore: t.full_fee_minor })),
    },
    standAlone: bill.standAlone,
    capUsedOre: Number(ground.capUsedMinor),
    ...(ground.caps.length > 0 ? { caps: ground.caps } : {}),
    bill: { lastTreatmentOn: bill.lastTreatmentOn, submittedOn: bill.receivedOn },
  };
}

/** What the region pays by the tariff in force; whether it pays at all is for the price rules (PRC-PUBLIC-CONDITION). */
function shareOn(day: string, tariffs: readonly TariffRow[]): number {
  return tariffs.filter(({ valid_from: from }) => from <= day).at(-1)?.public_share_minor ?? 0;
}

/** The decision, or the refusal that a tariff is missing that the rules need. */
export function decideBill(facts: PriceFacts): PriceDecision | Refusal {
  try {
    return decidePrice(facts);
  } catch (error) {
    if (!(error instanceof FactsFault)) throw error;
    return refusal("TARIFF_MISSING", "No tariff of this service applies on the day of the treatment.", {
      path: at("treatedOn"),
      rule: "PRC-INDEX-TWICE",
      clause: "insurance conditions 2025, sections 4.7, 5.7",
      remedy: "Have the tariff of that day recorded.",
    });
  }
}
