/**
 * camt.053 (statement) and camt.054 (notification): what was booked on the payer's account. A debit with one of our ids is a
 * payment that went out, a credit with one is that payment coming back. Both versions differ in few names only.
 */
import { isIban, unprinted } from "../../../kernel/iban.js";
import { sum } from "../../../kernel/money.js";
import { amountAt, ore } from "./amount.js";
import { checkBalances } from "./check-balances.js";
import type { BankFact, BankReport, FactTarget } from "./fact.js";
import { child, children, fileRefused, textAt, type XmlFile, type XmlNode } from "./xml.js";

const SHAPES: Readonly<Record<string, readonly [message: string, part: string]>> = {
  "camt.053": ["BkToCstmrStmt", "Stmt"],
  "camt.054": ["BkToCstmrDbtCdtNtfctn", "Ntfctn"],
};

export function readAccountReport({ kind, body }: XmlFile): BankReport {
  const [message, part] = SHAPES[kind.slice(0, 8)] ?? ["", ""];
  const report = child(body, message);
  const messageId = textAt(report, "GrpHdr", "MsgId");
  const parts = children(report, part);
  if (!report || !messageId || parts.length === 0)
    throw fileRefused("FILE_INCOMPLETE", "The account report lacks its id or its account.", ["GrpHdr"]);
  const facts = parts.flatMap((account, i) => accountFacts(account, parts.length > 1 ? `account ${i + 1}, ` : ""));
  return { kind, messageId, facts };
}

function accountFacts(account: XmlNode, prefix: string): BankFact[] {
  const iban = textAt(account, "Acct", "Id", "IBAN");
  if (iban !== null && !isIban(unprinted(iban)))
    throw fileRefused("IBAN_INVALID", "The account in the report has wrong check digits.", [`${prefix}account`]);
  const entries = children(account, "Ntry");
  checkTotals(account, entries, prefix);
  checkBalances(account, entries.filter(isBooked), (entry) => `${prefix}entry ${entries.indexOf(entry) + 1}`, `${prefix}balances`);
  return entries.flatMap((entry, i) => entryFacts(entry, `${prefix}entry ${i + 1}`));
}

/** Stated totals are checked where the bank states them: a file that lost entries on its way is refused. */
function checkTotals(account: XmlNode, entries: readonly XmlNode[], prefix: string): void {
  const total = child(account, "TxsSummry", "TtlNtries");
  const count = textAt(total, "NbOfNtries");
  if (count !== null && Number(count) !== entries.length)
    throw fileRefused("COUNT_DIFFERS", "The report states another number of entries than it holds.", [`${prefix}totals`]);
  const stated = textAt(total, "Sum");
  if (stated === null) return;
  const found = sum(entries.map((entry, i) => amountAt(entry, `${prefix}entry ${i + 1}`, "Amt") ?? 0n));
  if (ore(stated, `${prefix}totals`) !== found)
    throw fileRefused("SUM_DIFFERS", "The report states another sum than its entries have.", [`${prefix}totals`]);
}

/** Pending and informative entries are told again once they are booked. */
function isBooked(entry: XmlNode): boolean {
  return (textAt(entry, "Sts", "Cd") ?? textAt(entry, "Sts")) === "BOOK";
}

function entryFacts(entry: XmlNode, place: string): BankFact[] {
  if (!isBooked(entry)) return [];
  const amountMinor = amountAt(entry, place, "Amt");
  if (amountMinor === null) throw fileRefused("FILE_INCOMPLETE", "An entry has no amount.", [place]);
  const common = {
    credit: textAt(entry, "CdtDbtInd") === "CRDT",
    reversal: textAt(entry, "RvslInd") === "true",
    bookedOn: textAt(entry, "BookgDt", "Dt") ?? textAt(entry, "BookgDt", "DtTm")?.slice(0, 10) ?? null,
    bankReference: (textAt(entry, "AcctSvcrRef") ?? "").slice(0, 35),
  };
  const details = children(entry, "NtryDtls");
  const transactions = details.flatMap((d) => children(d, "TxDtls"));
  if (transactions.length > 0) {
    checkParts(transactions, amountMinor, place);
    return transactions.map((t, i) =>
      transactionFact(
        t,
        transactions.length > 1 ? `${place}, transaction ${i + 1}` : place,
        transactions.length > 1 ? null : amountMinor,
        common,
      ),
    );
  }
  const paymentInfoId = details.map((d) => textAt(d, "Btch", "PmtInfId")).find((id) => id !== null) ?? null;
  const target: FactTarget | null = paymentInfoId === null ? null : { level: "BATCH", paymentInfoId };
  return [
    {
      place,
      kind: target && !common.credit ? "BOOKED" : null,
      target,
      amountMinor,
      bookedOn: common.bookedOn,
      bankReference: common.bankReference,
      reason: null,
    },
  ];
}

/** Where every part of a collected entry states its amount, the parts make the whole. */
function checkParts(transactions: readonly XmlNode[], whole: bigint, place: string): void {
  const parts = transactions.map((t, i) => partAmount(t, `${place}, transaction ${i + 1}`));
  if (parts.some((p) => p === null)) return;
  if (sum(parts.map((p) => p ?? 0n)) !== whole) throw fileRefused("SUM_DIFFERS", "The parts of an entry do not sum to the entry.", [place]);
}

function partAmount(transaction: XmlNode, place: string): bigint | null {
  return amountAt(transaction, place, "Amt") ?? amountAt(transaction, place, "AmtDtls", "TxAmt", "Amt");
}

type Entry = { readonly credit: boolean; readonly reversal: boolean; readonly bookedOn: string | null; readonly bankReference: string };

function transactionFact(transaction: XmlNode, place: string, entryAmount: bigint | null, entry: Entry): BankFact {
  const named = textAt(transaction, "Refs", "EndToEndId");
  const endToEndId = named === "NOTPROVIDED" ? null : named;
  const returned = textAt(transaction, "RtrInf", "Rsn", "Cd") ?? textAt(transaction, "RtrInf", "Rsn", "Prtry");
  const outgoing = !entry.credit && !entry.reversal && returned === null;
  return {
    place,
    // a reversed credit is the return of a return: nothing of ours, a person looks
    kind: entry.credit ? "RETURNED" : outgoing ? "BOOKED" : null,
    target: endToEndId === null ? null : { level: "PAYMENT", endToEndId },
    amountMinor: partAmount(transaction, place) ?? entryAmount,
    bookedOn: entry.bookedOn,
    bankReference: (textAt(transaction, "Refs", "AcctSvcrRef") ?? entry.bankReference).slice(0, 35),
    reason: returned?.slice(0, 35) ?? null,
  };
}
