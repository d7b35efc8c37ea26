import { kroner } from "../../../../kernel/money.js";

/**
 * Names that travel to the bank and back. All are derived from the settlement, so a file made again is the same file and
 * the bank can refuse the second one; a line paid again goes out under its next batch's ids.
 */
export function batchReference(year: number, serial: number): string {
  return `STL-${year}-${String(serial).padStart(6, "0")}`;
}

/** Identity of a file at the bank: the first of a batch has the batch's own, where there is one as where there are several. */
export function messageId(reference: string, file = 1): string {
  return file === 1 ? reference : `${reference}-F${file}`;
}

/** Of a run of payments: the first, the second, and so on of all the files of its batch. */
export function paymentInfoId(reference: string, run = 1): string {
  return `${reference}-P${run}`;
}

/** The batch reference in one of the bank's echoes of `paymentInfoId`; null when it is none of ours. */
export function referenceIn(paymentInfoId: string): string | null {
  return /^(STL-\d{4}-\d{6,})-P[1-9]\d*$/.exec(paymentInfoId)?.[1] ?? null;
}

/** The batch reference in one of the bank's echoes of `messageId`; what has another form stays as it is. */
export function batchOfMessage(messageId: string): string {
  return /^(STL-\d{4}-\d{6,})-F[1-9]\d*$/.exec(messageId)?.[1] ?? messageId;
}

export function endToEndId(reference: string, place: number): string {
  return `${reference}-${String(place).padStart(4, "0")}`;
}

/** Whether a text has the form of an `endToEndId`, of a `paymentInfoId`, of a batch's reference. */
export function isEndToEndId(text: string): boolean {
  return /^STL-\d{4}-\d{6,}-\d+$/.test(text);
}
export function isPaymentInfoId(text: string): boolean {
  return referenceIn(text) !== null;
}
export function isMessageId(text: string): boolean {
  return /^STL-\d{4}-\d{6,}(-F[1-9]\d*)?$/.test(text);
}

/** Consecutive over all documents, as an invoice number must be (VAT order no. 1435/2023, section 58). */
export function selfBillNumber(serial: number): string {
  return `SB-${String(serial).padStart(8, "0")}`;
}

/** A treatment that a payment is for, by numbers only. */
export type PaidTreatment = { readonly reference: string; readonly treatedOn: string; readonly amountMinor: bigint };

/** A line for each treatment, up to `most`; the last one says how many more the document names. */
export function remittanceLines(treatments: readonly PaidTreatment[], most: number): string[] {
  const shown = treatments.length > most ? treatments.slice(0, Math.max(0, most - 1)) : treatments;
  const lines = shown.map(({ reference, treatedOn, amountMinor }) => `${reference} ${treatedOn} ${kroner(amountMinor)}`);
  return treatments.length > most && most > 0 ? [...lines, `og ${treatments.length - shown.length} flere, se bilaget`] : lines;
}

/** What stands in a member's account statement: that it is a payout, and its number. Whoever else sees the statement learns no more. */
export function payoutText(endToEndId: string): string {
  return `Udbetaling ${endToEndId}`;
}

/** What stands in the receiver's account statement: numbers only, never a person, a treatment or a diagnosis. */
export function remittanceText(reference: string, selfBill: string): string {
  return `Afregning ${reference} bilag ${selfBill}`;
}
