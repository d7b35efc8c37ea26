/**
 * camt.053 (statement) and camt.054 (notification): what was booked on the payer's account. A debit with one of our ids is a
 * payment that went out, a credit with one is that payment coming back. The versions differ in few names only. Accounts of
 * others and in other currencies are listed and left alone; they never stop the rest of a file.
 */
import type { AccountReport, BankFact, BankReport } from "../fact.js";
import { currencyAt } from "./amount.js";
import { balancesOf } from "./balances.js";
import { entryFacts, isBooked, signedAmount } from "./entry.js";
import { count, ore } from "./lexical.js";
import { accountIn, isPayers, type PayerAccount } from "./payer-account.js";
import { child, children, fileRefused, textAt, type XmlFile, type XmlNode } from "./xml.js";

const SHAPES: Readonly<Record<string, readonly [message: string, part: string]>> = {
  "camt.053": ["BkToCstmrStmt", "Stmt"],
  "camt.054": ["BkToCstmrDbtCdtNtfctn", "Ntfctn"],
};

/** Without a payer every account in kroner counts as the payer's. */
export function readAccountReport(file: XmlFile, payer: PayerAccount | null): BankReport {
  const { kind, body } = file;
  const [message, part] = SHAPES[kind.slice(0, 8)] ?? ["", ""];
  const report = child(body, message);
  const messageId = textAt(report, "GrpHdr", "MsgId");
  const parts = children(report, part);
  if (!report || !messageId || parts.length === 0)
    throw fileRefused("FILE_INCOMPLETE", "The account report lacks its id or its account.", ["GrpHdr"]);
  const facts: BankFact[] = [];
  const accounts = parts.map((account, index) => {
    const prefix = parts.length > 1 ? `account ${index + 1}, ` : "";
    return readAccount(file, { account, index, prefix, isStatement: part === "Stmt" }, payer, facts);
  });
  return { kind, messageId, facts, accounts };
}

type Asked = { readonly account: XmlNode; readonly index: number; readonly prefix: string; readonly isStatement: boolean };

/** Its facts are added to those of the file. */
function readAccount(
  file: XmlFile,
  { account, index, prefix, isStatement }: Asked,
  payer: PayerAccount | null,
  facts: BankFact[],
): AccountReport {
  const number = accountIn(account, `${prefix}account`);
  const currency = currencyOf(account, prefix);
  const ours = payer === null || isPayers(number, payer);
  const report: AccountReport = {
    place: prefix === "" ? "account" : prefix.slice(0, -2),
    account: number,
    currency,
    leftAlone: ours ? (currency === "DKK" ? null : "OTHER_CURRENCY") : "OTHER_ACCOUNT",
    statementReference: textAt(account, "Id") ?? "",
    isStatement,
    balances: null,
    entries: children(account, "Ntry").length,
    movedMinor: null,
  };
  if (report.leftAlone !== null) return report;
  const total = { entries: 0, booked: 0, sum: 0n, moved: 0n, foreign: false };
  for (const entry of file.each(account, "Ntry")) {
    const place = `${prefix}entry ${(total.entries += 1)}`;
    const amount = signedAmount(entry, place);
    const booked = isBooked(entry, place);
    if (amount === null) total.foreign = true;
    else total.sum += amount < 0n ? -amount : amount;
    if (!booked) continue;
    total.booked += 1;
    total.moved += amount ?? 0n;
    facts.push(...entryFacts(entry, place, index));
  }
  checkTotals(account, total, `${prefix}totals`);
  const moved = total.foreign ? null : total.moved;
  return { ...report, balances: balancesOf(account, moved, `${prefix}balances`), entries: total.booked, movedMinor: moved };
}

/** The currency that the account is kept in: as it says, or as its balances are; else kroner. */
function currencyOf(account: XmlNode, prefix: string): string {
  const stated = textAt(account, "Acct", "Ccy");
  if (stated !== null) return stated;
  const [balance] = children(account, "Bal");
  if (balance) return currencyAt(balance, `${prefix}balances`, "Amt");
  return "DKK";
}

type Total = { readonly entries: number; readonly sum: bigint; readonly foreign: boolean };

/** Stated totals are checked where the bank states them: a file that lost entries on its way is refused. */
function checkTotals(account: XmlNode, { entries, sum, foreign }: Total, place: string): void {
  const total = child(account, "TxsSummry", "TtlNtries");
  const stated = textAt(total, "NbOfNtries");
  if (stated !== null && count(stated, place) !== entries)
    throw fileRefused("COUNT_DIFFERS", "The report states another number of entries than it holds.", [place]);
  const statedSum = textAt(total, "Sum");
  // amounts of two currencies have no sum
  if (statedSum !== null && !foreign && ore(statedSum, place) !== sum)
    throw fileRefused("SUM_DIFFERS", "The report states another sum than its entries have.", [place]);
}
