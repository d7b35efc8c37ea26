/**
 * Names that travel to the bank and back. All are derived from the settlement, so a file made again is the same file and
 * the bank can refuse the second one; a line paid again goes out under its next batch's ids.
 */
export function batchReference(year: number, serial: number): string {
  return `STL-${year}-${String(serial).padStart(6, "0")}`;
}

export function paymentInfoId(reference: string): string {
  return `${reference}-P1`;
}

/** The batch reference in one of the bank's echoes of `paymentInfoId`; null when it is none of ours. */
export function referenceIn(paymentInfoId: string): string | null {
  return /^(STL-\d{4}-\d{6,})-P1$/.exec(paymentInfoId)?.[1] ?? null;
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
  return /^STL-\d{4}-\d{6,}$/.test(text);
}

/** Consecutive over all documents, as an invoice number must be (VAT order no. 1435/2023, section 58). */
export function selfBillNumber(serial: number): string {
  return `SB-${String(serial).padStart(8, "0")}`;
}

/** What stands in the receiver's account statement: numbers only, never a person, a treatment or a diagnosis. */
export function remittanceText(reference: string, selfBill: string): string {
  return `Afregning ${reference} bilag ${selfBill}`;
}
