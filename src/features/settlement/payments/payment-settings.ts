/**
 * Who pays and how the bank wants it said. Codes differ per bank and are agreed with it, so they are settings and not code.
 * Development has a fictional payer; production pays nothing until a real one is set.
 */
import { ACCOUNTS } from "../../ledger/entry.js";
import type { AccountNumbers } from "../../ledger/months/month-csv.js";
import { isIban, unprinted } from "../../../kernel/iban.js";
import type { ClosingCalendar } from "../batches/closing-calendar.js";
import type { PartyId } from "./payment-order.js";
import type { JobContext } from "../../../platform/job.js";
import type { FileExchange } from "../../../platform/file-exchange.js";

export type Payer = {
  /** Legal name; the buyer of the self-billing documents. */
  readonly name: string;
  readonly address: string;
  readonly cvr: string;
  readonly iban: string;
  /** Registration number and account in 14 digits, where the bank reports the account so and they are not those of the IBAN. */
  readonly bban?: string | null;
  readonly bic: string;
};

export type PaymentSettings = {
  /** Null in production until it is set. */
  readonly payer: Payer | null;
  /** Code of a channel in settlement/channels. */
  readonly channel: string;
  readonly serviceLevel: string;
  readonly categoryPurpose: string;
  readonly charges: string;
  /** Whether the bank books a file as one amount; false books every payment by itself. */
  readonly batchBooking: boolean;
  /** By which the bank knows who sends the file, and who pays; null: by name alone. */
  readonly initiatingPartyId: PartyId | null;
  readonly partyId: PartyId | null;
  /** Payments, and øre, that the bank takes in one run of a file (PmtInf); null: any. */
  readonly mostPerRun: number | null;
  readonly mostMinorPerRun: bigint | null;
  /** The same of one file; what goes beyond is another file with an id of its own. */
  readonly mostPerFile: number | null;
  readonly mostMinorPerFile: bigint | null;
  /** The bank's word for an account that it is to ask the NemKonto register for; null: whoever has no account is not paid. */
  readonly nemKonto: string | null;
  /** Lines of text that name treatments; 0: the document alone is named. */
  readonly treatmentLines: number;
  /** Whether the document and its reference stand in structured form, too. */
  readonly structuredRemittance: boolean;
  /** Hours after attendance in which a member may dispute it before it can be paid. */
  readonly disputeHours: number;
  /** Hours that a stated account waits before it is paid to, so that its company can say that it is not theirs. */
  readonly accountWaitHours: number;
  /** When a batch is closed by itself, and what clinics are told to expect. */
  readonly closings: ClosingCalendar;
  /** Numbers of the book's accounts in the insurer's chart. */
  readonly accountNumbers: AccountNumbers;
  /** Folders shared with the bank's transport; null: files go and come by the API alone. */
  readonly exchange: FileExchange | null;
};

/** What the job that closes batches needs to know; null where they are closed by people. */
export function closingsOf({ closings, nemKonto }: PaymentSettings): NonNullable<JobContext["closings"]> | null {
  return closings.weekdays.length === 0 ? null : { ...closings, nemKonto: nemKonto !== null };
}

/** The reader of config.ts; named here so that this file needs nothing of it but these two. */
type Read = {
  readonly faults: string[];
  text(name: string): string | null;
  whole(name: string, otherwise: number, least: number, most: number): number;
  flag(name: string, otherwise: boolean): boolean;
};

const FICTIONAL: Payer = {
  name: "Eksempel Forsikring A/S (fiktiv)",
  address: "Eksempelvej 1, 0800 Høje Taastrup",
  cvr: "00000000",
  iban: "DK5799900000012345",
  bic: "XXXXDKKK",
};

export function paymentSettings(read: Read, production: boolean): PaymentSettings {
  const paying = payer(read, production);
  return {
    payer: paying,
    exchange: exchange(read, paying),
    channel: code(read, "PAYMENT_CHANNEL", "ISO20022_V03", /^[A-Z0-9_]{2,40}$/),
    serviceLevel: code(read, "PAYMENT_SERVICE_LEVEL", "NURG", /^[A-Z0-9]{1,4}$/),
    categoryPurpose: code(read, "PAYMENT_CATEGORY_PURPOSE", "SUPP", /^[A-Z0-9]{1,4}$/),
    charges: code(read, "PAYMENT_CHARGES", "SHAR", /^(DEBT|CRED|SHAR|SLEV)$/),
    batchBooking: read.flag("PAYMENT_BATCH_BOOKING", false),
    initiatingPartyId: partyId(read, "PAYMENT_INITIATING_PARTY"),
    partyId: partyId(read, "PAYMENT_DEBTOR"),
    mostPerRun: read.whole("PAYMENT_MOST_PER_RUN", 0, 0, 100_000) || null,
    mostMinorPerRun: BigInt(read.whole("PAYMENT_MOST_KRONER_PER_RUN", 0, 0, 1_000_000_000)) * 100n || null,
    mostPerFile: read.whole("PAYMENT_MOST_PER_FILE", 0, 0, 100_000) || null,
    mostMinorPerFile: BigInt(read.whole("PAYMENT_MOST_KRONER_PER_FILE", 0, 0, 1_000_000_000)) * 100n || null,
    nemKonto: nemKonto(read),
    treatmentLines: read.whole("PAYMENT_TREATMENT_LINES", 0, 0, 40),
    structuredRemittance: read.flag("PAYMENT_STRUCTURED_REMITTANCE", false),
    disputeHours: read.whole("DISPUTE_HOURS", 24, 0, 2_160),
    closings: { weekdays: closings(read), at: closingTime(read) },
    accountNumbers: accountNumbers(read),
    accountWaitHours: read.whole("ACCOUNT_WAIT_HOURS", 72, 0, 720),
  };
}

function payer(read: Read, production: boolean): Payer | null {
  const [name, address, cvr, printed, bic] = ["PAYER_NAME", "PAYER_ADDRESS", "PAYER_CVR", "PAYER_IBAN", "PAYER_BIC"].map((key) =>
    read.text(key),
  );
  const iban = printed && unprinted(printed);
  const bban = read.text("PAYER_BBAN");
  if (!name && !address && !cvr && !iban && !bic) return production ? null : FICTIONAL;
  if (!name || !address || !cvr || !iban || !bic) {
    read.faults.push("PAYER_NAME, PAYER_ADDRESS, PAYER_CVR, PAYER_IBAN and PAYER_BIC are given together");
    return null;
  }
  if (!isIban(iban)) read.faults.push("PAYER_IBAN has wrong check digits");
  if (!/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic)) read.faults.push("PAYER_BIC must be a BIC of 8 or 11 characters");
  if (!/^\d{8}$/.test(cvr)) read.faults.push("PAYER_CVR must have eight digits");
  if (bban !== null && !/^\d{14}$/.test(bban)) read.faults.push("PAYER_BBAN must be registration number and account in 14 digits");
  return { name, address, cvr, iban, bban, bic };
}

/** Receipts are signed, so a folder goes with a key. */
function exchange(read: Read, paying: Payer | null): FileExchange | null {
  const [outbox, inbox, key] = ["PAYMENT_OUTBOX_DIR", "PAYMENT_INBOX_DIR", "PAYMENT_RECEIPT_KEY"].map((name) => read.text(name) ?? null);
  if (!outbox && !inbox) return null;
  const receiptKey = Buffer.from(key ?? "", "base64");
  if (receiptKey.length < 32) read.faults.push("PAYMENT_RECEIPT_KEY must be at least 32 bytes in base64 where a folder is set");
  if (outbox && outbox === inbox) read.faults.push("PAYMENT_OUTBOX_DIR and PAYMENT_INBOX_DIR must be two folders");
  if (!paying) {
    read.faults.push("PAYMENT_OUTBOX_DIR and PAYMENT_INBOX_DIR need a payer");
    return null;
  }
  return { outbox: outbox ?? null, inbox: inbox ?? null, receiptKey, account: { iban: paying.iban, bban: paying.bban ?? null } };
}

/** At most 35 signs, as `SchmeNm/Prtry` has it. */
function nemKonto(read: Read): string | null {
  const word = read.text("PAYMENT_NEMKONTO") ?? "";
  if (word === "") return null;
  if (!/^[A-Za-z0-9-]{1,35}$/.test(word)) read.faults.push("PAYMENT_NEMKONTO is the bank's word for a NemKonto: letters, digits and -");
  return word;
}

/** "CUST:1234567890": the code of the kind of number, and the number. */
function partyId(read: Read, key: string): PartyId | null {
  const text = read.text(key) ?? "";
  if (text === "") return null;
  const [, kind, id] = /^([A-Z]{4}):([A-Za-z0-9/\-?:().,'+ ]{1,35})$/.exec(text) ?? [];
  if (kind !== undefined && id !== undefined) return { code: kind, id };
  read.faults.push(`${key} is a code of four capitals, a colon and the number, e.g. CUST:1234567890`);
  return null;
}

const WEEKDAYS = ["MON", "TUE", "WED", "THU", "FRI"];

/** "MON,THU". */
function closings(read: Read): readonly number[] {
  const days = (read.text("SETTLEMENT_CLOSINGS") ?? "").split(",").map((day) => day.trim().toUpperCase());
  const numbers = days.filter((day) => day !== "").map((day) => WEEKDAYS.indexOf(day) + 1);
  if (numbers.includes(0)) read.faults.push(`SETTLEMENT_CLOSINGS names weekdays: ${WEEKDAYS.join(", ")}`);
  return numbers;
}

function closingTime(read: Read): string {
  const time = read.text("SETTLEMENT_CLOSING_TIME") ?? "06:00";
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) read.faults.push("SETTLEMENT_CLOSING_TIME is a time of day, e.g. 06:00");
  return time;
}

/** "BANK=5820,CLINIC_PAYABLE=6810": accounts that are not named go by their own name. */
function accountNumbers(read: Read): AccountNumbers {
  const pairs = (read.text("LEDGER_ACCOUNT_NUMBERS") ?? "").split(",").map((pair) => pair.trim());
  const numbers: Record<string, string> = {};
  for (const pair of pairs.filter((given) => given !== "")) {
    const [, account = "", number = ""] = /^([A-Z_]+)=([A-Za-z0-9-]{1,20})$/.exec(pair) ?? [];
    if (ACCOUNTS.some((known) => known === account)) numbers[account] = number;
    else read.faults.push(`LEDGER_ACCOUNT_NUMBERS names what is no account of the book: ${ACCOUNTS.join(", ")} are`);
  }
  return numbers;
}

function code(read: Read, key: string, otherwise: string, shape: RegExp): string {
  const value = read.text(key) ?? otherwise;
  if (!shape.test(value)) read.faults.push(`${key} is no code that banks use`);
  return value;
}
