/**
 * One file of payments as a model, apart from any bank's format. Schemas let wrong sums, zero amounts, closing days and
 * payments without account pass, so what must hold is checked here, before anything is written (design/payments).
 */
import { isBankDay } from "../../../kernel/calendar.js";
import { isIban } from "../../../kernel/iban.js";
import { sum } from "../../../kernel/money.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { isBankText } from "../bank/bank-text.js";
import type { RefusalCode } from "../../../kernel/refusal-codes.js";

/** `nemKonto`: CVR number of a company, or civil registration number of a person; the bank asks the NemKonto register for the account. */
type CreditorAccount =
  { readonly iban: string } | { readonly bban: string } | { readonly nemKonto: { readonly kind: "CVR" | "CPR"; readonly number: string } };

export type OrderPayment = {
  /** 1 to 35 characters; travels to the receiver and comes back with the bank's answers. */
  readonly endToEndId: string;
  /** Øre. */
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly creditorName: string;
  readonly creditorAccount: CreditorAccount;
  /** Numbers of the settlement and the self-bill, nothing else. */
  readonly text: string;
  /** Further lines of text: what is paid, treatment by treatment, by numbers. */
  readonly lines?: readonly string[];
  /** The self-billing document, and its number as a structured creditor reference (ISO 11649), where the bank carries them. */
  readonly document?: { readonly number: string; readonly reference: string } | null;
  /** Which run of the batch it is in; 1 where there is one. Payments of a run stand together, and the runs of a file too. */
  readonly run?: number;
};

/** By which number a bank knows a party, and the code of its kind (ISO 20022 ExternalOrganisationIdentification1Code), e.g. CUST or BANK. */
export type PartyId = { readonly code: string; readonly id: string };

export type PaymentOrder = {
  /** Identity of the file; the bank refuses a second one with the same. */
  readonly messageId: string;
  /** Of its first run; those after it follow on. */
  readonly paymentInfoId: string;
  /** Instant as ISO text; part of the bytes, so it comes from the batch and not from a clock. */
  readonly createdAt: string;
  readonly executionOn: string;
  readonly count: number;
  readonly controlSumMinor: bigint;
  readonly debtor: {
    readonly name: string;
    readonly iban: string;
    readonly bic: string;
    /** As agreed with the bank; null or left out where it wants none. */
    readonly initiatingPartyId?: PartyId | null;
    readonly partyId?: PartyId | null;
  };
  /** Agreed with the bank: configuration, not code. */
  readonly codes: {
    readonly serviceLevel: string;
    readonly categoryPurpose: string;
    readonly charges: string;
    readonly batchBooking: boolean;
    /** Word by which the bank knows that an account is to be had from NemKonto; left out or null: it does not offer that. */
    readonly nemKonto?: string | null;
  };
  readonly payments: readonly OrderPayment[];
};

/** Everything that keeps this order from being a file; empty when it may leave. Paths name the place. */
export function orderRefusals(order: PaymentOrder): Refusal[] {
  const found: Refusal[] = [];
  const bad = (code: RefusalCode, message: string, ...path: string[]): void => {
    found.push(refusal(code, message, { path }));
  };
  if (!isId(order.messageId)) bad("ID_INVALID", "An id has 1 to 35 characters of the banks' set.", "messageId");
  if (!isId(order.paymentInfoId)) bad("ID_INVALID", "An id has 1 to 35 characters of the banks' set.", "paymentInfoId");
  if (!isBankDay(order.executionOn)) bad("NOT_A_BANK_DAY", "Banks do not pay on this day.", "executionOn");
  if (!isIban(order.debtor.iban)) bad("IBAN_INVALID", "The payer's account has wrong check digits.", "debtor", "iban");
  if (!/^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(order.debtor.bic))
    bad("BIC_INVALID", "The payer's bank has no valid BIC.", "debtor", "bic");
  if (!isText(order.debtor.name, 70)) bad("TEXT_INVALID", "The payer's name has characters that banks do not carry.", "debtor", "name");
  if (order.payments.length === 0) bad("NO_PAYMENTS", "There is nothing to pay.", "payments");
  if (order.count !== order.payments.length) bad("COUNT_DIFFERS", "The stated number of payments is not the number of payments.", "count");
  if (order.controlSumMinor !== sum(order.payments.map((p) => p.amountMinor)))
    bad("SUM_DIFFERS", "The stated sum is not the sum of the payments.", "controlSumMinor");
  const seen = new Set<string>();
  order.payments.forEach((payment, i) => {
    found.push(...paymentRefusals(payment, ["payments", String(i)]));
    if ("nemKonto" in payment.creditorAccount && !order.codes.nemKonto)
      bad("ACCOUNT_INVALID", "No way to a NemKonto is agreed with the bank.", "payments", String(i), "creditorAccount");
    if (seen.has(payment.endToEndId)) bad("ID_TWICE", "Two payments carry the same id.", "payments", String(i), "endToEndId");
    seen.add(payment.endToEndId);
  });
  return found;
}

/** XSD: at most 18 digits in all; two of them are decimals. */
const MOST_ORE = 10n ** 18n;

function paymentRefusals(payment: OrderPayment, path: readonly string[]): Refusal[] {
  const found: Refusal[] = [];
  const bad = (code: RefusalCode, message: string, field: string): void => {
    found.push(refusal(code, message, { path: [...path, field] }));
  };
  if (!isId(payment.endToEndId)) bad("ID_INVALID", "An id has 1 to 35 characters of the banks' set.", "endToEndId");
  if (payment.amountMinor <= 0n || payment.amountMinor >= MOST_ORE)
    bad("AMOUNT_NOT_POSITIVE", "A payment is more than nothing.", "amountMinor");
  if (payment.currency !== "DKK") bad("CURRENCY_INVALID", "Payments are in DKK.", "currency");
  if (!isText(payment.creditorName, 70)) bad("TEXT_INVALID", "The receiver's name has characters that banks do not carry.", "creditorName");
  if (!isText(payment.text, 140)) bad("TEXT_INVALID", "The text has characters that banks do not carry.", "text");
  if (payment.lines?.some((line) => !isText(line, 140))) bad("TEXT_INVALID", "A line has characters that banks do not carry.", "lines");
  if (!isAccount(payment.creditorAccount)) bad("ACCOUNT_INVALID", "The receiver's account is no valid account.", "creditorAccount");
  return found;
}

function isAccount(account: OrderPayment["creditorAccount"]): boolean {
  if ("nemKonto" in account) return { CVR: /^\d{8}$/, CPR: /^\d{10}$/ }[account.nemKonto.kind].test(account.nemKonto.number);
  return "iban" in account ? isIban(account.iban) : /^\d{14}$/.test(account.bban);
}

function isId(text: string): boolean {
  return text.length <= 35 && /^[A-Za-z0-9][A-Za-z0-9-]*$/.test(text);
}

function isText(text: string, most: number): boolean {
  return text.trim() !== "" && [...text].length <= most && isBankText(text);
}
