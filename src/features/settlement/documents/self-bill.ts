/**
 * The self-billing document (afregningsbilag): the insurer writes the invoice for the clinic. Everything a full invoice holds,
 * plus the word and the buyer's number (VAT order no. 1435/2023, sections 58 and 70). Health services are exempt from VAT.
 */
import type { PaymentState } from "../payments/payment-state.js";

export const SELF_BILLING = "Selvfakturering / self-billing";
export const VAT_NOTE = "Health services: exempt from VAT (rate 0 %, VAT DKK 0.00).";

export type BillParty = { readonly name: string; readonly cvr: string; readonly address: string };

export type SelfBillLine = {
  readonly bookingReference: string;
  /** Kind of service, e.g. PHYSIOTHERAPY; a correction says which reason it has. */
  readonly kind: string;
  readonly quantity: number;
  readonly deliveredOn: string;
  readonly amountMinor: bigint;
};

export type SelfBill = {
  /** Consecutive over all documents. */
  readonly number: string;
  readonly issuedOn: string;
  readonly seller: BillParty;
  readonly buyer: BillParty;
  readonly paymentReference: string;
  readonly payableOn: string;
  readonly lines: readonly SelfBillLine[];
  readonly totalMinor: bigint;
  readonly state: PaymentState;
};
