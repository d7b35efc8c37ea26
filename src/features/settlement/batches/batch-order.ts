/** From a batch and its payees to the model of a file. Pure: the same batch gives the same order, today and in a year. */
import { nextBankDay, isBankDay } from "../../../kernel/calendar.js";
import { sum } from "../../../kernel/money.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { accountRefusals, bban, type BankAccount } from "../payments/account.js";
import { bankText } from "../bank/bank-text.js";
import { creditorReference } from "../../../kernel/iban.js";
import {
  messageId,
  paymentInfoId,
  remittanceLines,
  payoutText,
  remittanceText,
  type PaidTreatment,
} from "../documents/self-bills/numbering.js";
import { orderRefusals, type OrderPayment, type PartyId, type PaymentOrder } from "../payments/payment-order.js";

export type Payee = {
  readonly endToEndId: string;
  readonly selfBillNumber: string;
  readonly amountMinor: bigint;
  readonly name: string;
  readonly account: BankAccount | null;
  /** CVR number of one without an account, whose NemKonto it goes to. */
  readonly nemKonto?: string | null;
  /** Civil registration number of a member, whose NemKonto it goes to. */
  readonly civilNumber?: string | null;
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
  /** The same of one file: what goes beyond is another file, with an id of its own. */
  readonly mostPerFile?: number | null;
  readonly mostMinorPerFile?: bigint | null;
  /** The bank's word for a NemKonto; null: it is not asked for any. */
  readonly nemKonto?: string | null;
  /** Lines of text for treatments, after the one that names the document. */
  readonly treatmentLines?: number;
  /** Whether the document and its reference stand in structured form, too. */
  readonly structuredRemittance?: boolean;
};

type Orders = { readonly orders: readonly PaymentOrder[] } | { readonly refusals: readonly Refusal[] };

/** One order for each file, in the order of the files, or everything that keeps them from leaving; the path names the payment. */
export function ordersOf(batch: BatchFacts, sender: Sender): Orders {
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
  const isWhole = payments.length === batch.paymentCount && sum(payments.map((p) => p.amountMinor)) === batch.totalMinor;
  const whole = {
    // whole seconds: the instant of approval belongs to the batch and never changes
    createdAt: `${batch.approvedAt.toISOString().slice(0, 19)}Z`,
    executionOn: executionDay(batch.executionOn, batch.today),
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
      nemKonto: sender.nemKonto ?? null,
    },
  };
  const files = inFiles(payments, sender);
  const orders = files.map((file, i): PaymentOrder => ({
    ...whole,
    messageId: messageId(batch.reference, i + 1),
    paymentInfoId: paymentInfoId(batch.reference, file[0]?.run),
    // of one file what the batch says of itself, of several what their payments come to: together it has to be the batch's
    count: files.length === 1 ? batch.paymentCount : file.length,
    controlSumMinor: files.length === 1 ? batch.totalMinor : sum(file.map((p) => p.amountMinor)),
    payments: file,
  }));
  const wrong = orders.flatMap(orderRefusals);
  if (orders.length > 1 && !isWhole)
    wrong.push(refusal("SUM_DIFFERS", "The payments of the files are not those of the batch.", { path: ["payments"] }));
  return wrong.length > 0 ? { refusals: wrong } : { orders };
}

/** The day that was meant, or the next bank day after it where the file is late. */
export function executionDay(meant: string, today: string): string {
  if (meant >= today && isBankDay(meant)) return meant;
  return isBankDay(today) ? today : nextBankDay(today);
}

/** Payments by file, each with its run. Runs count on over the files, so that an id of a run is one in all of them. */
function inFiles(payments: readonly OrderPayment[], sender: Sender): OrderPayment[][] {
  let run = 0;
  const files = parts(payments, sender.mostPerFile ?? null, sender.mostMinorPerFile ?? null);
  return (files.length === 0 ? [[]] : files).map((file) =>
    parts(file, sender.mostPerRun ?? null, sender.mostMinorPerRun ?? null).flatMap((part) => {
      run += 1;
      const nth = run;
      return part.map((payment) => ({ ...payment, run: nth }));
    }),
  );
}

/** In the order of their ids: a part is full before the payment that is too much for it, and one that is too large is alone. */
function parts(payments: readonly OrderPayment[], most: number | null, mostMinor: bigint | null): OrderPayment[][] {
  const made: OrderPayment[][] = [];
  let minor = 0n;
  for (const payment of payments) {
    const part = made.at(-1);
    const fits = part && part.length !== most && (mostMinor === null || minor + payment.amountMinor <= mostMinor);
    if (fits) part.push(payment);
    else made.push([payment]);
    minor = (fits ? minor : 0n) + payment.amountMinor;
  }
  return made;
}

function paymentOf(reference: string, payee: Payee, sender: Sender, path: readonly string[]): OrderPayment | Refusal[] {
  const name = bankText(payee.name, 70);
  if ("refusedAt" in name) return [unspellable([...path, "creditorName"], name.refusedAt)];
  if (!payee.account && !payee.nemKonto && !payee.civilNumber)
    return [
      refusal("ACCOUNT_MISSING", "The provider has no account.", {
        path: [...path, "creditorAccount"],
        remedy: "The provider has to state one.",
      }),
    ];
  const wrong = payee.account ? accountRefusals(payee.account, [...path, "creditorAccount"]) : [];
  if (wrong.length > 0) return wrong;
  return {
    endToEndId: payee.endToEndId,
    amountMinor: payee.amountMinor,
    currency: "DKK",
    creditorName: name.text,
    creditorAccount: accountOf(payee),
    text: payee.civilNumber ? payoutText(payee.endToEndId) : remittanceText(reference, payee.selfBillNumber),
    ...(sender.treatmentLines && payee.treatments ? { lines: remittanceLines(payee.treatments, sender.treatmentLines) } : {}),
    ...(sender.structuredRemittance && !payee.civilNumber
      ? { document: { number: payee.selfBillNumber, reference: creditorReference(payee.selfBillNumber.replace(/[^A-Z0-9]/g, "")) } }
      : {}),
  };
}

function accountOf({ account, nemKonto, civilNumber }: Payee): OrderPayment["creditorAccount"] {
  if (civilNumber) return { nemKonto: { kind: "CPR", number: civilNumber } };
  if (!account) return { nemKonto: { kind: "CVR", number: nemKonto ?? "" } };
  return account.iban !== null ? { iban: account.iban } : { bban: bban(account) };
}

function unspellable(path: readonly string[], at: number): Refusal {
  return refusal("CHARACTER_NOT_CARRIED", `Character ${at + 1} of the name is none that banks carry.`, {
    path,
    remedy: "Correct the registered name.",
  });
}
