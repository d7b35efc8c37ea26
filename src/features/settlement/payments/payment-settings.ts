/**
 * Who pays and how the bank wants it said. Codes differ per bank and are agreed with it, so they are settings and not code.
 * Development has a fictional payer; production pays nothing until a real one is set.
 */
import { ACCOUNTS } from "../../ledger/entry.js";
import type { AccountNumbers } from "../../ledger/months/month-csv.js";
import { isIban, unprinted } from "../../../kernel/iban.js";
import type { ClosingCalendar } from "../batches/closing/closing-calendar.js";
import type { PartyId } from "./payment-order.js";
import type { JobContext } from "../../../platform/job.js";
import type { FileExchange } from "../../../platform/outside/file-exchange.js";
import {
  anyText,
  flag,
  kind,
  list,
  matching,
  optional,
  setting,
  whole,
  type Kind,
  type ValuesOf,
} from "../../../platform/settings/setting.js";

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
  /** Whether members' reimbursements are paid from here, to the NemKonto of the civil registration number; else the claims system pays them. */
  readonly nemKontoOfMembers: boolean;
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
export function closingsOf({ closings, nemKonto, nemKontoOfMembers }: PaymentSettings): NonNullable<JobContext["closings"]> | null {
  return closings.weekdays.length === 0 ? null : { ...closings, nemKonto: nemKonto !== null, members: nemKontoOfMembers };
}

const FICTIONAL: Payer = {
  name: "Eksempel Forsikring A/S (fiktiv)",
  address: "Eksempelvej 1, 0800 Høje Taastrup",
  cvr: "00000000",
  iban: "DK5799900000012345",
  bic: "XXXXDKKK",
};

const code = (shape: RegExp): Kind<string> => matching(shape, "is no code that banks use");
const WEEKDAYS = ["MON", "TUE", "WED", "THU", "FRI"];
const TOGETHER = "all five together; the buyer of the self-billing documents";
const FICTIONAL_PAYER = { otherwiseSays: "a fictional payer; in production none, and nothing is exported" };
const NUMBER_OF_PARTY = "a code of four capitals, a colon and the number, e.g. CUST:1234567890";

/** "CUST:1234567890": the code of the kind of number, and the number. */
const partyId = kind(`is ${NUMBER_OF_PARTY}`, (text): PartyId | undefined => {
  const [, name, id] = /^([A-Z]{4}):([A-Za-z0-9/\-?:().,'+ ]{1,35})$/.exec(text) ?? [];
  return name !== undefined && id !== undefined ? { code: name, id } : undefined;
});

/** "BANK=5820,CLINIC_PAYABLE=6810": accounts that are not named go by their own name. */
const accountNumbers = list(`names accounts of the book with their numbers, as BANK=5820: ${ACCOUNTS.join(", ")}`, (pair) => {
  const [, account = "", number = ""] = /^([A-Z_]+)=([A-Za-z0-9-]{1,20})$/.exec(pair) ?? [];
  return ACCOUNTS.some((known) => known === account) ? ([account, number] as const) : undefined;
});

export const PAYMENT_SETTINGS = {
  PAYER_NAME: optional(TOGETHER, anyText, FICTIONAL_PAYER),
  PAYER_ADDRESS: optional(TOGETHER, anyText, FICTIONAL_PAYER),
  PAYER_CVR: optional(TOGETHER, matching(/^\d{8}$/, "must have eight digits"), FICTIONAL_PAYER),
  PAYER_IBAN: optional(
    TOGETHER,
    kind("has wrong check digits", (text) => (isIban(unprinted(text)) ? unprinted(text) : undefined)),
    FICTIONAL_PAYER,
  ),
  PAYER_BIC: optional(TOGETHER, matching(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/, "must be a BIC of 8 or 11 characters"), FICTIONAL_PAYER),
  PAYER_BBAN: optional(
    "registration number and account, where the bank reports the account by other digits than the IBAN's",
    matching(/^\d{14}$/, "must be registration number and account in 14 digits"),
    { otherwiseSays: "the 14 digits of the IBAN" },
  ),
  PAYMENT_CHANNEL: setting("code of a channel in `src/features/settlement/channels`", code(/^[A-Z0-9_]{2,40}$/), "ISO20022_V03"),
  PAYMENT_SERVICE_LEVEL: setting("code in the file", code(/^[A-Z0-9]{1,4}$/), "NURG"),
  PAYMENT_CATEGORY_PURPOSE: setting("code in the file", code(/^[A-Z0-9]{1,4}$/), "SUPP"),
  PAYMENT_CHARGES: setting("code in the file", code(/^(DEBT|CRED|SHAR|SLEV)$/), "SHAR"),
  PAYMENT_BATCH_BOOKING: setting("whether the bank books a file as one amount", flag, "false"),
  PAYMENT_INITIATING_PARTY: optional(`by which number the bank knows who sends: ${NUMBER_OF_PARTY}`, partyId),
  PAYMENT_DEBTOR: optional("by which number the bank knows who pays, written the same way", partyId),
  PAYMENT_MOST_PER_RUN: setting("payments that the bank takes in one run of a file; `0`: any", whole(0, 100_000), "0"),
  PAYMENT_MOST_KRONER_PER_RUN: setting("kroner that the bank takes in one run of a file; `0`: any", whole(0, 1_000_000_000), "0"),
  PAYMENT_MOST_PER_FILE: setting("payments that the bank takes in one file; what goes beyond is another; `0`: any", whole(0, 100_000), "0"),
  PAYMENT_MOST_KRONER_PER_FILE: setting("kroner that the bank takes in one file; `0`: any", whole(0, 1_000_000_000), "0"),
  PAYMENT_NEMKONTO: optional(
    "the bank's word for an account that it is to ask the NemKonto register for by CVR number; without it whoever has stated no account is not paid",
    // as SchmeNm/Prtry has it
    matching(/^[A-Za-z0-9-]{1,35}$/, "is the bank's word for a NemKonto: letters, digits and -"),
  ),
  PAYMENT_NEMKONTO_MEMBERS: setting(
    "whether members' reimbursements are paid from here to the NemKonto of their civil registration number; needs PAYMENT_NEMKONTO, and PAYMENT_OUTBOX_DIR because such a file leaves by the outbox alone",
    flag,
    "false",
  ),
  PAYMENT_TREATMENT_LINES: setting("lines of text that name treatments by number, day and amount, 0 to 40", whole(0, 40), "0"),
  PAYMENT_STRUCTURED_REMITTANCE: setting("whether the self-bill and its reference (SCOR) stand in structured form, too", flag, "false"),
  PAYMENT_OUTBOX_DIR: optional("folder from which the bank's transport takes files", anyText),
  PAYMENT_INBOX_DIR: optional("folder into which the bank's transport puts files; another one", anyText),
  PAYMENT_RECEIPT_KEY: optional("at least 32 bytes in base64; signs the receipts, and is needed with a folder", anyText, { secret: true }),
  DISPUTE_HOURS: setting("hours after attendance in which a member may dispute it before it is paid, 0 to 2160", whole(0, 2_160), "24"),
  ACCOUNT_WAIT_HOURS: setting(
    "hours that a stated account waits, once confirmed by a second person, before its company is paid to it, 0 to 720",
    whole(0, 720),
    "72",
  ),
  SETTLEMENT_CLOSINGS: optional(
    "weekdays on which batches are closed by themselves, as `MON,THU`, where they are bank days: what clinics are told to expect; a person approves",
    list(`names weekdays: ${WEEKDAYS.join(", ")}`, (day) => WEEKDAYS.indexOf(day.toUpperCase()) + 1 || undefined),
  ),
  SETTLEMENT_CLOSING_TIME: setting(
    "the time of day in Denmark at which they are closed",
    matching(/^([01]\d|2[0-3]):[0-5]\d$/, "is a time of day, e.g. 06:00"),
    "06:00",
  ),
  LEDGER_ACCOUNT_NUMBERS: optional(
    "numbers of the book's accounts in the insurer's chart, as `BANK=5820,CLINIC_PAYABLE=6810`; an account without one goes by its name",
    accountNumbers,
  ),
};

/** What they come to together; what is wrong with that is added to `faults`. */
export function paymentSettings(given: ValuesOf<typeof PAYMENT_SETTINGS>, production: boolean, faults: string[]): PaymentSettings {
  const paying = payer(given, production, faults);
  if (given.PAYMENT_NEMKONTO_MEMBERS && !(given.PAYMENT_NEMKONTO && given.PAYMENT_OUTBOX_DIR))
    faults.push("PAYMENT_NEMKONTO_MEMBERS needs PAYMENT_NEMKONTO and PAYMENT_OUTBOX_DIR");
  return {
    payer: paying,
    exchange: exchange(given, paying, faults),
    channel: given.PAYMENT_CHANNEL,
    serviceLevel: given.PAYMENT_SERVICE_LEVEL,
    categoryPurpose: given.PAYMENT_CATEGORY_PURPOSE,
    charges: given.PAYMENT_CHARGES,
    batchBooking: given.PAYMENT_BATCH_BOOKING,
    initiatingPartyId: given.PAYMENT_INITIATING_PARTY,
    partyId: given.PAYMENT_DEBTOR,
    mostPerRun: given.PAYMENT_MOST_PER_RUN || null,
    mostMinorPerRun: BigInt(given.PAYMENT_MOST_KRONER_PER_RUN) * 100n || null,
    mostPerFile: given.PAYMENT_MOST_PER_FILE || null,
    mostMinorPerFile: BigInt(given.PAYMENT_MOST_KRONER_PER_FILE) * 100n || null,
    nemKonto: given.PAYMENT_NEMKONTO,
    nemKontoOfMembers: given.PAYMENT_NEMKONTO_MEMBERS,
    treatmentLines: given.PAYMENT_TREATMENT_LINES,
    structuredRemittance: given.PAYMENT_STRUCTURED_REMITTANCE,
    disputeHours: given.DISPUTE_HOURS,
    closings: { weekdays: given.SETTLEMENT_CLOSINGS ?? [], at: given.SETTLEMENT_CLOSING_TIME },
    accountNumbers: Object.fromEntries(given.LEDGER_ACCOUNT_NUMBERS ?? []),
    accountWaitHours: given.ACCOUNT_WAIT_HOURS,
  };
}

type Given = ValuesOf<typeof PAYMENT_SETTINGS>;

function payer(given: Given, production: boolean, faults: string[]): Payer | null {
  const { PAYER_NAME: name, PAYER_ADDRESS: address, PAYER_CVR: cvr, PAYER_IBAN: iban, PAYER_BIC: bic, PAYER_BBAN: bban } = given;
  if (!name && !address && !cvr && !iban && !bic) return production ? null : FICTIONAL;
  if (name && address && cvr && iban && bic) return { name, address, cvr, iban, bban, bic };
  // one that cannot be read has its own fault
  if (!faults.some((fault) => fault.startsWith("PAYER_")))
    faults.push("PAYER_NAME, PAYER_ADDRESS, PAYER_CVR, PAYER_IBAN and PAYER_BIC are given together");
  return null;
}

/** Receipts are signed, so a folder goes with a key. */
function exchange(given: Given, paying: Payer | null, faults: string[]): FileExchange | null {
  const { PAYMENT_OUTBOX_DIR: outbox, PAYMENT_INBOX_DIR: inbox, PAYMENT_RECEIPT_KEY: key } = given;
  if (!outbox && !inbox) return null;
  const receiptKey = Buffer.from(key ?? "", "base64");
  if (receiptKey.length < 32) faults.push("PAYMENT_RECEIPT_KEY must be at least 32 bytes in base64 where a folder is set");
  if (outbox && outbox === inbox) faults.push("PAYMENT_OUTBOX_DIR and PAYMENT_INBOX_DIR must be two folders");
  if (!paying) {
    faults.push("PAYMENT_OUTBOX_DIR and PAYMENT_INBOX_DIR need a payer");
    return null;
  }
  return { outbox, inbox, receiptKey, account: { iban: paying.iban, bban: paying.bban ?? null } };
}
