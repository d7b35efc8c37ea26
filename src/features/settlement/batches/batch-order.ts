/** From a batch and its payees to the model of a file. Pure: the same batch gives the same order, today and in a year. */
import { nextBankDay, isBankDay } from "../../../kernel/calendar.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { accountRefusals, bban, type BankAccount } from "../payments/account.js";
import { bankText } from "../bank/bank-text.js";
import { creditorReference } from "../../../kernel/iban.js";
import { paymentInfoId, remittanceLines, remittanceText, type PaidTreatment } from "../documents/numbering.js";
import { orderRefusals, type OrderPayment, type PartyId, type PaymentOrder } from "../payments/payment-order.js";

export type Payee = {
  readonly endToEndId: string;
  readonly selfBillNumber: string;
  readonly amountMinor: bigint;
  readonly name: string;
  readonly account: BankAccount | null;
  /** What is paid, where the bank's text has room for it. */
  readonly treatments?: readonly PaidTreatment[];
};

export type BatchFacts = {
  readonly reference: string;
  readonly approvedAt: Date;
  readonly executionOn: string;
  /** Danish day of the export. */
  readonly today: string;
  readonly paymentCount: number;
  readonly totalMinor: bigint;
  readonly payees: readonly Payee[];
};

export type Sender = {
  readonly name: string;
  readonly iban: string;
  readonly bic: string;
  readonly serviceLevel: string;
  readonly categoryPurpose: string;
  readonly charges: string;
  readonly batchBooking: boolean;
  readonly initiatingPartyId?: PartyId | null;
  readonly partyId?: PartyId | null;
  /** Payments and øre that one run of a file may have; none where the bank sets no limit. */
  readonly mostPerRun?: number | null;
  readonly mostMinorPerRun?: bigint | null;
  /** Lines of text for treatments, after the one that names the document. */
  readonly treatmentLines?: number;
  /** Whether the document and its reference stand in structured form, too. */
  readonly structuredRemittance?: boolean;
};

/** The order, or everything that keeps it from leaving; the path names the payment. */
export function orderOf(batch: BatchFacts, sender: Sender): { readonly order: PaymentOrder } | { readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = [];
  const payments: OrderPayment[] = [];
  const name = bankText(sender.name, 70);
  if ("refusedAt" in name) refusals.push(unspellable(["payer", "name"], name.refusedAt));
  batch.payees.forEach((payee, i) => {
    const made = paymentOf(batch.reference, payee, sender, ["payments", String(i)]);
    if (Array.isArray(made)) refusals.push(...made);
    else payments.push(made);
  });
  if (refusals.length > 0 || "refusedAt" in name) return { refusals };
  const order: PaymentOrder = {
    messageId: batch.reference,
    paymentInfoId: paymentInfoId(batch.reference),
    // whole seconds: the instant of approval belongs to the batch and never changes
    createdAt: `${batch.approvedAt.toISOString().slice(0, 19)}Z`,
    executionOn: executionDay(batch.executionOn, batch.today),
    count: batch.paymentCount,
    controlSumMinor: batch.totalMinor,
    debtor: {
      name: name.text,
      iban: sender.iban,
      bic: sender.bic,
      initiatingPartyId: sender.initiatingPartyId ?? null,
      partyId: sender.partyId ?? null,
    },
    codes: {
      serviceLevel: sender.serviceLevel,
      categoryPurpose: sender.categoryPurpose,
      charges: sender.charges,
      batchBooking: sender.batchBooking,
    },
    payments: inRuns(payments, sender),
  };
  const wrong = orderRefusals(order);
  return wrong.length > 0 ? { refusals: wrong } : { order };
}

/** The day that was meant, or the next bank day after it where the file is late. */
export function executionDay(meant: string, today: string): string {
  if (meant >= today && isBankDay(meant)) return meant;
  return isBankDay(today) ? today : nextBankDay(today);
}

/** In the order of their ids: a run is full before the payment that is too much for it, and one that is too large is alone. */
function inRuns(
  payments: readonly OrderPayment[],
  { mostPerRun = null, mostMinorPerRun = null }: Pick<Sender, "mostPerRun" | "mostMinorPerRun">,
): OrderPayment[] {
  if (mostPerRun === null && mostMinorPerRun === null) return [...payments];
  let [run, count, minor] = [1, 0, 0n];
  return payments.map((payment) => {
    const full = count === mostPerRun || (mostMinorPerRun !== null && minor + payment.amountMinor > mostMinorPerRun);
    if (full && count > 0) [run, count, minor] = [run + 1, 0, 0n];
    count += 1;
    minor += payment.amountMinor;
    return { ...payment, run };
  });
}

function paymentOf(reference: string, payee: Payee, sender: Sender, path: readonly string[]): OrderPayment | Refusal[] {
  const name = bankText(payee.name, 70);
  if ("refusedAt" in name) return [unspellable([...path, "creditorName"], name.refusedAt)];
  if (!payee.account)
    return [
      refusal("ACCOUNT_MISSING", "The provider has no account.", {
        path: [...path, "creditorAccount"],
        remedy: "The provider has to state one.",
      }),
    ];
  const wrong = accountRefusals(payee.account, [...path, "creditorAccount"]);
  if (wrong.length > 0) return wrong;
  return {
    endToEndId: payee.endToEndId,
    amountMinor: payee.amountMinor,
    currency: "DKK",
    creditorName: name.text,
    creditorAccount: payee.account.iban !== null ? { iban: payee.account.iban } : { bban: bban(payee.account) },
    text: remittanceText(reference, payee.selfBillNumber),
    ...(sender.treatmentLines && payee.treatments ? { lines: remittanceLines(payee.treatments, sender.treatmentLines) } : {}),
    ...(sender.structuredRemittance
      ? { document: { number: payee.selfBillNumber, reference: creditorReference(payee.selfBillNumber.replace(/[^A-Z0-9]/g, "")) } }
      : {}),
  };
}

function unspellable(path: readonly string[], at: number): Refusal {
  return refusal("CHARACTER_NOT_CARRIED", `Character ${at + 1} of the name is none that banks carry.`, {
    path,
    remedy: "Correct the registered name.",
  });
}
