/**
 * The self-billing document (afregningsbilag): the insurer writes the invoice for the clinic. Everything a full invoice holds,
 * plus the word and the buyer's number (VAT order no. 1435/2023, sections 58 and 70). Pure: what was issued in, the document out.
 */
import type { Language } from "../../../../vocabulary/language.type.js";
import { SERVICE_WORDS } from "../../../../rules/code-words.js";
import { kroner } from "../../../../kernel/money.js";
import type { BilledPayment, BillLineRecord, BillParty, BillRecord } from "./self-bill.store.js";
import { SELF_BILL_WORDS, VAT_WORDS } from "./self-bill-words.js";
import { CORRECTION_REASON_WORDS } from "../../settlement-words.js";
import type { WordList } from "../../../../kernel/worded.js";

/** Named so in the VAT order; it stands on every document, whatever its language. */
export const SELF_BILLING = "Selvfakturering / self-billing";

/** What a document holds, and the payment it was issued with. */
export type BillContents = { readonly lines: readonly BillLineRecord[]; readonly payment: BilledPayment | null };

export type BillSheet = {
  readonly title: string;
  /** Paragraphs above the table. */
  readonly above: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Below the table: totals first. */
  readonly totals: readonly string[];
  readonly below: readonly string[];
  /** "page 1 of 2". */
  readonly page: (n: number, of: number) => string;
};

const WORDS = {
  EN: {
    head: (number: string, on: string) => `Date ${on}   Number ${number}`,
    payment: (id: string, on: string) => `Payment ${id}, expected ${on}`,
    seller: (p: BillParty) => `Seller: ${p.name}, CVR ${p.cvr}, ${p.address}`,
    buyer: (p: BillParty) => `Buyer, who issues this document: ${p.name}, CVR ${p.cvr}, ${p.address}`,
    accepted: (on: string) => `The seller agreed to self-billing on ${on}.`,
    notAccepted: "No agreement to self-billing is on record; object within the time that the agreement with the network sets.",
    columns: ["Delivered", "Booking", "Quantity and kind", "VAT", "Amount DKK"],
    exempt: "0 %",
    corrects: "correction",
    of: "of",
    total: (amount: string) => `Total exempt from VAT: DKK ${amount}   Total with VAT: DKK 0.00`,
    pay: (amount: string) => `To be paid: DKK ${amount}`,
    credited: (amount: string) => `To be deducted: DKK ${amount}`,
    page: (n: number, of: number) => `page ${n} of ${of}`,
  },
  DA: {
    head: (number: string, on: string) => `Dato ${on}   Nummer ${number}`,
    payment: (id: string, on: string) => `Betaling ${id}, ventet ${on}`,
    seller: (p: BillParty) => `Sælger: ${p.name}, CVR ${p.cvr}, ${p.address}`,
    buyer: (p: BillParty) => `Køber, som udsteder bilaget: ${p.name}, CVR ${p.cvr}, ${p.address}`,
    accepted: (on: string) => `Sælger har accepteret selvfakturering den ${on}.`,
    notAccepted: "Der er ikke registreret en aftale om selvfakturering; gør indsigelse inden for netværksaftalens frist.",
    columns: ["Leveret", "Aftale", "Antal og art", "Moms", "Beløb DKK"],
    exempt: "0 %",
    corrects: "rettelse",
    of: "til",
    total: (amount: string) => `Momsfrit i alt: DKK ${amount}   Momspligtigt i alt: DKK 0,00`,
    pay: (amount: string) => `Til udbetaling: DKK ${amount}`,
    credited: (amount: string) => `Til fradrag: DKK ${amount}`,
    page: (n: number, of: number) => `side ${n} af ${of}`,
  },
} as const;

/** Everything that stands on the paper, in the reader's language. Nothing of it names a member. */
export function billSheet(bill: BillRecord, { lines, payment }: BillContents, language: Language): BillSheet {
  const w = WORDS[language];
  const word = (words: WordList<string>, value: string): string => words[value]?.[language === "DA" ? 1 : 0] ?? value;
  const amount = (minor: bigint): string => (language === "DA" ? kroner(minor).replace(".", ",") : kroner(minor));
  const credit = bill.kind === "CREDIT_NOTE";
  const signed = (minor: bigint): bigint => (credit ? -minor : minor);
  const kindOf = (line: BillLineRecord): string => {
    const correction =
      line.reason === null ? "" : `, ${w.corrects}${line.corrects_number === null ? "" : ` ${w.of} ${line.corrects_number}`}`;
    const why = line.reason === null ? "" : `: ${word(CORRECTION_REASON_WORDS, line.reason)}`;
    return `1 x ${word(SERVICE_WORDS, line.service_code)}${correction}${why}`;
  };
  return {
    title: `${word(SELF_BILL_WORDS, bill.kind)} ${bill.number}`,
    above: [
      SELF_BILLING,
      w.head(bill.number, bill.issued_on),
      ...(payment ? [w.payment(payment.end_to_end_id, payment.expected_on)] : []),
      w.seller({ name: bill.seller_name, cvr: bill.seller_cvr, address: bill.seller_address }),
      w.buyer({ name: bill.buyer_name, cvr: bill.buyer_cvr, address: bill.buyer_address }),
      bill.accepted_on === null ? w.notAccepted : w.accepted(bill.accepted_on),
    ],
    columns: w.columns,
    rows: lines.map((line) => [line.delivered_on, line.booking_reference, kindOf(line), w.exempt, amount(signed(line.amount_minor))]),
    totals: [w.total(amount(signed(bill.total_minor))), credit ? w.credited(amount(-bill.total_minor)) : w.pay(amount(bill.total_minor))],
    below: [...new Set(lines.map((line) => word(VAT_WORDS, line.vat)))],
    page: w.page,
  };
}

/**
 * The same for a machine: remittance advice as JSON, one object per document. Amounts are whole øre with their sign (a credit note
 * is negative), days ISO 8601; `corrects` is the number of the document that billed the treatment.
 */
export function remittanceAdvice(bill: BillRecord, { lines, payment }: BillContents): string {
  return JSON.stringify({
    form: "self-bill.1",
    number: bill.number,
    kind: bill.kind,
    issuedOn: bill.issued_on,
    currency: "DKK",
    seller: { name: bill.seller_name, cvr: bill.seller_cvr, address: bill.seller_address },
    buyer: { name: bill.buyer_name, cvr: bill.buyer_cvr, address: bill.buyer_address },
    selfBillingAcceptedOn: bill.accepted_on,
    payment: payment && { endToEndId: payment.end_to_end_id, expectedOn: payment.expected_on },
    totalMinor: Number(bill.total_minor),
    lines: lines.map((line) => ({
      deliveredOn: line.delivered_on,
      booking: line.booking_reference,
      service: line.service_code,
      quantity: 1,
      amountMinor: Number(line.amount_minor),
      vat: { ratePercent: 0, exemption: line.vat },
      reason: line.reason,
      corrects: line.corrects_number,
    })),
  });
}
