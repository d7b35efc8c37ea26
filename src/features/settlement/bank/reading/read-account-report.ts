/**
 * camt.053 (statement) and camt.054 (notification): what was booked on the payer's account. A debit with one of our ids is a
 * payment that went out, a credit with one is that payment coming back. The versions differ in few names only. Accounts of
 * others and in other currencies are listed and left alone; they never stop the rest of a file.
 */
import { sum } from "../../../../kernel/money.js";
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
export function readAccountReport({ kind, body }: XmlFile, payer: PayerAccount | null): BankReport {
  const [message, part] = SHAPES[kind.slice(0, 8)] ?? ["", ""];
  const report = child(body, message);
  const messageId = textAt(report, "GrpHdr", "MsgId");
  const parts = children(report, part);
  if (!report || !messageId || parts.length === 0)
    throw fileRefused("FILE_INCOMPLETE", "The account report lacks its id or its account.", ["GrpHdr"]);
  const read = parts.map((account, i) => readAccount(account, i, parts.length > 1 ? `account ${i + 1}, ` : "", part === "Stmt", payer));
  return { kind, messageId, facts: read.flatMap(({ facts }) => facts), accounts: read.map(({ report: of }) => of) };
}

type Read = { readonly facts: readonly BankFact[]; readonly report: AccountReport };

function readAccount(account: XmlNode, index: number, prefix: string, isStatement: boolean, payer: PayerAccount | null): Read {
  const number = accountIn(account, `${prefix}account`);
  const entries = children(account, "Ntry");
  const placeOf = (i: number): string => `${prefix}entry ${i + 1}`;
  const currency = currencyOf(account, entries, prefix);
  const ours = payer === null || isPayers(number, payer);
  const report: AccountReport = {
    place: prefix === "" ? "account" : prefix.slice(0, -2),
    account: number,
    currency,
    leftAlone: ours ? (currency === "DKK" ? null : "OTHER_CURRENCY") : "OTHER_ACCOUNT",
    statementReference: textAt(account, "Id") ?? "",
    isStatement,
    balances: null,
    entries: entries.length,
    movedMinor: null,
  };
  if (report.leftAlone !== null) return { facts: [], report };
  const booked = entries.map((entry, i) => [entry, placeOf(i)] as const).filter(([entry, place]) => isBooked(entry, place));
  const amounts = booked.map(([entry, place]) => signedAmount(entry, place));
  const inKroner = amounts.flatMap((amount) => (amount === null ? [] : [amount]));
  const moved = inKroner.length === amounts.length ? sum(inKroner) : null;
  checkTotals(account, entries, placeOf, prefix);
  return {
    facts: booked.flatMap(([entry, place]) => entryFacts(entry, place, index)),
    report: {
      ...report,
      balances: balancesOf(account, moved, `${prefix}balances`),
      entries: booked.length,
      movedMinor: moved,
    },
  };
}

/** The currency that the account is kept in: as it says, as its balances are, or as all of its entries are. */
function currencyOf(account: XmlNode, entries: readonly XmlNode[], prefix: string): string {
  const stated = textAt(account, "Acct", "Ccy");
  if (stated !== null) return stated;
  const [balance] = children(account, "Bal");
  if (balance) return currencyAt(balance, `${prefix}balances`, "Amt");
  return "DKK";
}

/** Stated totals are checked where the bank states them: a file that lost entries on its way is refused. */
function checkTotals(account: XmlNode, entries: readonly XmlNode[], placeOf: (i: number) => string, prefix: string): void {
  const place = `${prefix}totals`;
  const total = child(account, "TxsSummry", "TtlNtries");
  const stated = textAt(total, "NbOfNtries");
  if (stated !== null && count(stated, place) !== entries.length)
    throw fileRefused("COUNT_DIFFERS", "The report states another number of entries than it holds.", [place]);
  const statedSum = textAt(total, "Sum");
  const amounts = entries.map((entry, i) => signedAmount(entry, placeOf(i)));
  // amounts of two currencies have no sum
  if (statedSum === null || amounts.includes(null)) return;
  if (ore(statedSum, place) !== sum(amounts.map((amount) => (amount === null || amount >= 0n ? (amount ?? 0n) : -amount))))
    throw fileRefused("SUM_DIFFERS", "The report states another sum than its entries have.", [place]);
}
