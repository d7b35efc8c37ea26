/** What a read file changes, in the transaction of the act: decided from what stands, then written in pieces. */
import { createHash } from "node:crypto";
import { addDays } from "../../../kernel/calendar.js";
import { entryRows, type BookRows } from "../../ledger/entry.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { danishToday } from "../payments/export.store.js";
import type { AccountReport, BankReport } from "./fact.js";
import { planImport, type ImportPlan } from "./import-plan.js";
import { exceptionsOf, importRows, type Importing } from "./import-rows.js";
import type { Progress } from "./import-progress.js";
import { knownFingerprints, learnOfMovements, movedBefore, paymentsNamed, settleMoves, toldSoFar } from "./import.store.js";
import { signedOf } from "./told-before.js";

/** Rows of so many movements go in one statement: far inside the statement timeout of the request path. */
const PER_STATEMENT = 2_000;

type Imported = {
  readonly fileId: string;
  readonly sha256: string;
  readonly report: BankReport;
  readonly importedBy: string;
  readonly progress: Progress;
};

export async function writeImport(tx: Tx, { fileId, sha256, report, importedBy, progress }: Imported): Promise<ImportPlan> {
  const payments = await paymentsNamed(tx, report.facts);
  const told = await toldSoFar(tx, report.facts);
  const plan = planImport(report.facts, payments, told.movements);
  const { now, today } = await danishToday(tx);
  const statements = report.accounts.map((account) => ({ account, id: newId() }));
  const by: Importing = {
    actor: importedBy,
    recordedAt: now,
    newId,
    fileId,
    today,
    statementIds: statements.map(({ account, id }) => (account.isStatement && account.leftAlone === null ? id : null)),
    hash: (text) => createHash("sha256").update(text).digest("hex"),
  };
  const opener = told.openedOn === null ? openerOf(statements) : null;
  const listed = exceptionsOf(plan.misfits, by);
  const before = await knownFingerprints(
    tx,
    listed.filter(({ row }) => row.amount_minor === 0n).map(({ row }) => row.fingerprint),
  );
  const { exceptions, movements, units } = importRows(
    plan,
    listed.filter(({ row }) => !before.has(row.fingerprint)),
    by,
  );
  // in a statement of its own: movements, events and exceptions refer to it
  await write(tx, {
    bank_file: [
      { id: fileId, sha256, kind: report.kind, message_id: report.messageId, imported_by: importedBy, line_count: report.facts.length },
    ],
    bank_statement: statements.map(({ account, id }) => statementRow(account, id, fileId, id === opener?.id)),
    bank_exception: exceptions,
  });
  const [first = [], ...more] = pagesOf(movements);
  const total = report.facts.length;
  // of the entries' three parts (movements, what they mean, what follows for payments) the first two are written by the piece
  const said = (part: number, pages: number, n: number): Promise<void> =>
    progress("ENTERING", Math.floor((total * (part + n / pages)) / 2), total);
  for (const [n, page] of more.entries()) {
    await write(tx, { bank_movement: page });
    await said(0, more.length, n + 1);
  }
  const [firstUnits = [], ...moreUnits] = pagesOf(units);
  await write(tx, { bank_movement: first, ...together(firstUnits) });
  for (const [n, page] of moreUnits.entries()) {
    await write(tx, together(page));
    await said(1, moreUnits.length, n + 1);
  }
  await learnOfMovements(tx, plan.known, by.statementIds);
  await settleMoves(
    tx,
    plan.moved.map(({ payment, to, last }) => ({
      payment,
      to,
      reason: last.reason,
      paidOn: last.kind === "BOOKED" ? last.bookedOn : null,
    })),
  );
  await write(tx, await openingRows(tx, plan, { openedOn: told.openedOn, opener: opener?.account ?? null }, by));
  return plan;
}

type Statement = { readonly account: AccountReport; readonly id: string };

/** The first of the payer's statements that has balances: its opening balance is where the book begins. */
function openerOf(statements: readonly Statement[]): Statement | null {
  const own = statements.filter(({ account }) => account.balances !== null && account.isStatement && account.leftAlone === null);
  own.sort((a, b) => ((a.account.balances?.closingOn ?? "") < (b.account.balances?.closingOn ?? "") ? -1 : 1));
  return own[0] ?? null;
}

/** The day at whose beginning the opening balance stands. */
function firstDay({ balances }: AccountReport): string {
  return balances?.openingOn ?? balances?.closingOn ?? "";
}

/**
 * The balance that the account had before the book, so that the book's account at the bank is the bank's own from then on. What the bank
 * tells later of days before is in that balance already.
 */
async function openingRows(
  tx: Tx,
  plan: ImportPlan,
  { openedOn, opener }: { readonly openedOn: string | null; readonly opener: AccountReport | null },
  by: Importing,
): Promise<BookRows> {
  const day = opener ? firstDay(opener) : openedOn;
  if (day === null) return {};
  const amount = opener?.balances
    ? opener.balances.openingMinor - (await movedBefore(tx, day))
    : -plan.fresh.filter(({ bookedOn }) => bookedOn !== null && bookedOn < day).reduce((all, { movement }) => all + signedOf(movement), 0n);
  if (amount === 0n) return {};
  return entryRows(
    { id: newId(), kind: "BANK_OPENING", status: "POSTED", effectiveOn: addDays(day, -1) },
    [
      { account: "BANK", ownerId: null, amountMinor: amount },
      { account: "OTHER_BUSINESS", ownerId: null, amountMinor: -amount },
    ],
    by,
  );
}

function statementRow(account: AccountReport, id: string, fileId: string, opensBook: boolean) {
  const { balances } = account;
  return {
    id,
    file_id: fileId,
    place: account.place,
    // whose it is need not be known to see that it is not the payer's
    account: account.leftAlone === "OTHER_ACCOUNT" ? `…${account.account.slice(-4)}` : account.account,
    currency: account.currency,
    left_alone: account.leftAlone,
    statement_reference: account.statementReference.slice(0, 35),
    opening_minor: balances?.openingMinor ?? null,
    opening_on: balances ? firstDay(account) : null,
    closing_minor: balances?.closingMinor ?? null,
    closing_on: balances?.closingOn ?? null,
    entry_count: account.entries,
    moved_minor: account.movedMinor,
    opens_book: opensBook,
  };
}

function pagesOf<T>(rows: readonly T[]): (readonly T[])[] {
  return Array.from({ length: Math.ceil(rows.length / PER_STATEMENT) }, (_, i) => rows.slice(i * PER_STATEMENT, (i + 1) * PER_STATEMENT));
}

function together(units: readonly BookRows[]): BookRows {
  return {
    bank_event: units.flatMap((rows) => rows.bank_event ?? []),
    ledger_entry: units.flatMap((rows) => rows.ledger_entry ?? []),
    posting: units.flatMap((rows) => rows.posting ?? []),
  };
}
