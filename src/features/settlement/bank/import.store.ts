import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { batchOfMessage, referenceIn } from "../documents/self-bills/numbering.js";
import { blockAccounts } from "../accounts/block-accounts.js";
import type { BankFact } from "./fact.js";
import type { ImportPlan, KnownPayment } from "./import-plan.js";
import { inPages, moveLines } from "../batches/closing/gather.store.js";
import { payeeIn } from "../payments/payee.js";
import { REASONS_ABOUT_THE_ACCOUNT } from "../payments/bank-reason-words.js";
import { endsOf, referenceOf, type KnownMovement } from "./told-before.js";
import { ATTEMPT_ENDS, type AttemptEnd } from "../settlement-words.js";

export type BankFileRecord = RowOf<"bank-file-by-id">;

const FILES = "select id, kind, message_id, line_count, imported_at from bank_file";
const FILE_BY_ID = statement("bank-file-by-id", `${FILES} where id = $1`);
const FILE_BY_CONTENT = statement("bank-file-by-content", `${FILES} where sha256 = $1`);

export async function bankFileBy(tx: Tx, by: { readonly sha256: string } | { readonly id: string }): Promise<BankFileRecord | null> {
  const [row] = "id" in by ? await tx.query(FILE_BY_ID.with(by.id)) : await tx.query(FILE_BY_CONTENT.with(by.sha256));
  return row ?? null;
}

const PAYMENTS_NAMED = statement(
  "payments-named",
  `with named as (
     select p.id from settlement_payment p where p.end_to_end_id = any ($1)
     union
     select p.id from settlement_payment p join settlement_batch b on b.id = p.batch_id where b.reference = any ($2))
   select p.id, p.provider_id, p.member_id, p.end_to_end_id, b.reference, p.amount_minor, p.line_count, p.file, p.run,
     p.state,
     exists (select from bank_event v where v.payment_id = p.id and v.kind = 'BOOKED') as booked
   from settlement_payment p join settlement_batch b on b.id = p.batch_id
   where p.id in (select id from named) order by p.id for update of p`,
);

/** Every payment that the facts are about, locked in the order of ids, as it stands. */
export async function paymentsNamed(tx: Tx, facts: readonly BankFact[]): Promise<KnownPayment[]> {
  const ids = facts.flatMap(({ target }) => (target === null ? [] : endsOf(target)));
  const references = facts.flatMap(({ target }) =>
    target?.level === "MESSAGE"
      ? [batchOfMessage(target.messageId)]
      : target?.level === "BATCH"
        ? [referenceIn(target.paymentInfoId)].filter((r) => r !== null)
        : [],
  );
  return paymentRecords(await tx.query(PAYMENTS_NAMED.with(ids, references)));
}

export function paymentRecords(rows: readonly RowOf<"payments-named">[]): KnownPayment[] {
  return rows.map((r) => ({
    id: r.id,
    payee: payeeIn(r),
    endToEndId: r.end_to_end_id,
    batchReference: r.reference,
    file: r.file,
    run: r.run,
    amountMinor: r.amount_minor,
    lines: r.line_count,
    standing: { state: r.state, booked: r.booked },
  }));
}

const KNOWN_MOVEMENTS = statement(
  "bank-movements-known",
  `select m.id, m.reference, m.amount_minor, m.booked_on, m.transaction_reference, m.entry_reference,
     m.statement_id is not null as stated, e.reason,
     (select array_agg(p.end_to_end_id) from bank_event v join settlement_payment p on p.id = v.payment_id
       where v.movement_id = m.id) as ends
   from bank_movement m left join bank_exception e on e.id = m.exception_id
   where m.booked_on = any ($1::date[]) or m.booked_on is null or m.reference = any ($2)`,
);

const BOOK_OPENED = statement("bank-book-opened", "select opening_on from bank_statement where opens_book");

export type ToldSoFar = {
  readonly movements: readonly KnownMovement[];
  /** The day from which the book holds the account's balance; null before the first statement. */
  readonly openedOn: string | null;
};

/** Movements that the bank told of before and that lines of this file may tell again. */
export async function toldSoFar(tx: Tx, facts: readonly BankFact[]): Promise<ToldSoFar> {
  const moving = facts.filter(({ movement }) => movement !== null);
  const days = [...new Set(moving.flatMap(({ bookedOn }) => (bookedOn === null ? [] : [bookedOn])))];
  const undated = moving.filter(({ bookedOn }) => bookedOn === null);
  const references = [...new Set(undated.map(({ target }) => (target === null ? "" : referenceOf(target))))];
  const [rows, [opened]] = await tx.all([KNOWN_MOVEMENTS.with(days, references), BOOK_OPENED.with()]);
  const movements = rows.map((r) => ({
    id: r.id,
    reference: r.reference,
    amountMinor: r.amount_minor,
    bookedOn: r.booked_on,
    transactionReference: r.transaction_reference,
    entryReference: r.entry_reference,
    endToEndIds: r.ends ?? [],
    stated: r.stated,
    reason: r.reason,
  }));
  return { movements, openedOn: opened?.opening_on ?? null };
}

const LEARN = statement(
  "bank-movements-learn",
  `update bank_movement m set statement_id = coalesce(m.statement_id, x.statement_id),
     transaction_reference = case m.transaction_reference when '' then x.transaction_reference
       else m.transaction_reference end,
     entry_reference = case m.entry_reference when '' then x.entry_reference else m.entry_reference end
   from jsonb_to_recordset($1::jsonb)
     as x(id uuid, statement_id uuid, transaction_reference text, entry_reference text)
   where m.id = x.id`,
);

const LEARNED_PER_STATEMENT = 5_000;

/** A movement that was told without a reference, or only in a notification, is known by what a later file adds. */
export async function learnOfMovements(tx: Tx, known: ImportPlan["known"], statementIds: readonly (string | null)[]): Promise<void> {
  const learned = known.flatMap(({ fact: { movement }, as }) => {
    const whole = as.endToEndIds.length <= 1;
    const statementId = statementIds[movement.account] ?? null;
    const [transaction, entry] = whole ? [movement.transactionReference, movement.entryReference] : ["", ""];
    const news =
      (statementId !== null && !as.stated) ||
      (transaction !== "" && as.transactionReference === "") ||
      (entry !== "" && as.entryReference === "");
    return news ? [{ id: as.id, statement_id: statementId, transaction_reference: transaction, entry_reference: entry }] : [];
  });
  for (let i = 0; i < learned.length; i += LEARNED_PER_STATEMENT)
    await tx.query(LEARN.with(JSON.stringify(learned.slice(i, i + LEARNED_PER_STATEMENT))));
}

const KNOWN_FINGERPRINTS = statement(
  "exceptions-known",
  `select fingerprint from bank_exception
    where fingerprint = any ($1)`,
);

export async function knownFingerprints(tx: Tx, fingerprints: readonly string[]): Promise<ReadonlySet<string>> {
  if (fingerprints.length === 0) return new Set();
  const rows = await tx.query(KNOWN_FINGERPRINTS.with(fingerprints));
  return new Set(rows.map((r) => r.fingerprint));
}

const MOVED_BEFORE = statement(
  "bank-moved-before",
  `select coalesce(sum(amount_minor), 0)::bigint as moved from bank_movement
    where booked_on < $1`,
);

/** Øre that is in the book of movements before a day. */
export async function movedBefore(tx: Tx, day: string): Promise<bigint> {
  const [row] = await tx.query(MOVED_BEFORE.with(day));
  return row?.moved ?? 0n;
}

const MOVE_PAYMENTS = statement(
  "payments-move",
  `update settlement_payment p set state = m.state, state_reason = coalesce(m.reason, p.state_reason),
     paid_on = coalesce(m.paid_on, p.paid_on)
   from jsonb_to_recordset($1::jsonb) as m(id uuid, state text, reason text, paid_on date) where p.id = m.id`,
);

/** Where a payment ends, why, and the day on which it was booked. */
export type SettledPayment = Pick<ImportPlan["moved"][number], "payment" | "to"> & {
  readonly reason: string | null;
  readonly paidOn: string | null;
};

/** Payments and their lines take on where they ended; lines of a rejected or returned payment are payable again, once. */
export async function settleMoves(tx: Tx, moved: readonly SettledPayment[]): Promise<void> {
  if (moved.length === 0) return;
  const rows = moved.map(({ payment, to, reason, paidOn }) => ({ id: payment.id, state: to.state, reason, paid_on: paidOn }));
  await tx.query(MOVE_PAYMENTS.with(JSON.stringify(rows)));
  const changed = moved.filter(({ payment, to }) => to.state !== payment.standing.state);
  for (const state of ["ACCEPTED", "PAID"] as const) {
    await moveLines(
      tx,
      changed.filter((m) => m.to.state === state).map((m) => m.payment),
      state,
    );
  }
  await blockAccounts(
    tx,
    changed
      .filter((m) => m.to.state === "REJECTED" || m.to.state === "RETURNED")
      .map((m) => ({ paymentId: m.payment.id, reason: m.reason })),
  );
  for (const state of ATTEMPT_ENDS) {
    await reopenLines(
      tx,
      changed.filter((m) => m.to.state === state).map((m) => m.payment),
      state,
    );
  }
}

const REOPEN_LINES = statement(
  "lines-reopen",
  `with tried as (
     insert into settlement_attempt (line_id, attempt, payment_id, provider_id, amount_minor, ended_as)
     select id, attempt, payment_id, provider_id, amount_minor, $2
       from settlement_line where payment_id = any ($1::uuid[])),
   paid_out as (
     update payout o set payment_id = null, tried_payment_ids = o.tried_payment_ids || o.payment_id,
       state = case when p.state_reason = any ('{${REASONS_ABOUT_THE_ACCOUNT.join(",")}}')
         then 'STOPPED' else 'READY' end
     from settlement_payment p where p.id = o.payment_id and p.id = any ($1::uuid[]))
   update settlement_line set state = 'READY', payment_id = null, attempt = attempt + 1, ready_at = clock_now()
    where payment_id = any ($1::uuid[])`,
);

/**
 * The try is kept, because the self-bill named these lines; then the lines go back to be gathered under another id. So does what a
 * member is owed, unless the bank found no account: it would find none the next time.
 */
async function reopenLines(tx: Tx, payments: readonly KnownPayment[], endedAs: AttemptEnd): Promise<void> {
  for (const page of inPages(payments, (p) => p.lines)) {
    const ids = page.map((p) => p.id);
    await tx.query(REOPEN_LINES.with(ids, endedAs));
  }
}
