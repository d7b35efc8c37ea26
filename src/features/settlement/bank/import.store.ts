import type { NewRow } from "../../../../schema/columns-of.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { referenceIn } from "../documents/numbering.js";
import { blockAccounts } from "../accounts/block-accounts.js";
import type { BankFact } from "./fact.js";
import type { ImportPlan, KnownPayment } from "./import-plan.js";
import { inPages, moveLines } from "../batches/gather.store.js";
import { ATTEMPT_ENDS, type AttemptEnd } from "../settlement-words.js";

export type BankFileRecord = RowOf<"bank-file-by-id">;

const FILES = "select id, kind, message_id, line_count, imported_at from bank_file";
const FILE_BY_ID = statement("bank-file-by-id", `${FILES} where id = $1`);
const FILE_BY_CONTENT = statement("bank-file-by-content", `${FILES} where sha256 = $1`);

export async function bankFileBy(tx: Tx, by: { readonly sha256: string } | { readonly id: string }): Promise<BankFileRecord | null> {
  const [row] = "id" in by ? await tx.query(FILE_BY_ID.with(by.id)) : await tx.query(FILE_BY_CONTENT.with(by.sha256));
  return row ?? null;
}

const PUT_FILE = statement(
  "bank-file-put",
  "insert into bank_file (id, sha256, kind, message_id, imported_by, line_count) values ($1, $2, $3, $4, $5, $6)",
);

type NewFile = Pick<NewRow<"bank_file">, "id" | "sha256" | "kind" | "message_id" | "imported_by" | "line_count">;

/** In a statement of its own: events and exceptions refer to it. */
export async function putBankFile(tx: Tx, file: NewFile): Promise<void> {
  await tx.query(PUT_FILE.with(file.id, file.sha256, file.kind, file.message_id, file.imported_by, file.line_count));
}

const PAYMENTS_NAMED = statement(
  "payments-named",
  `with named as (
     select p.id from settlement_payment p where p.end_to_end_id = any ($1)
     union
     select p.id from settlement_payment p join settlement_batch b on b.id = p.batch_id where b.reference = any ($2))
   select p.id, p.provider_id, p.end_to_end_id, b.reference, p.amount_minor, p.line_count, p.state,
     exists (select from bank_event v where v.payment_id = p.id and v.kind = 'BOOKED') as booked
   from settlement_payment p join settlement_batch b on b.id = p.batch_id
   where p.id in (select id from named) order by p.id for update of p`,
);

/** Every payment that the facts are about, locked in the order of ids, as it stands. */
export async function paymentsNamed(tx: Tx, facts: readonly BankFact[]): Promise<KnownPayment[]> {
  const ids = facts.flatMap(({ target }) => (target?.level === "PAYMENT" ? [target.endToEndId] : []));
  const references = facts.flatMap(({ target }) =>
    target?.level === "MESSAGE"
      ? [target.messageId]
      : target?.level === "BATCH"
        ? [referenceIn(target.paymentInfoId)].filter((r) => r !== null)
        : [],
  );
  const rows = await tx.query(PAYMENTS_NAMED.with(ids, references));
  return rows.map((r) => ({
    id: r.id,
    providerId: r.provider_id,
    endToEndId: r.end_to_end_id,
    batchReference: r.reference,
    amountMinor: r.amount_minor,
    lines: r.line_count,
    standing: { state: r.state, booked: r.booked },
  }));
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

const MOVE_PAYMENTS = statement(
  "payments-move",
  `update settlement_payment p set state = m.state, state_reason = coalesce(m.reason, p.state_reason),
     paid_on = coalesce(m.paid_on, p.paid_on)
   from jsonb_to_recordset($1::jsonb) as m(id uuid, state text, reason text, paid_on date) where p.id = m.id`,
);

/** Payments and their lines take on where they ended; lines of a rejected or returned payment are payable again, once. */
export async function settleMoves(tx: Tx, moved: ImportPlan["moved"]): Promise<void> {
  if (moved.length === 0) return;
  const rows = moved.map(({ payment, to, last }) => ({
    id: payment.id,
    state: to.state,
    reason: last.reason,
    paid_on: last.kind === "BOOKED" ? last.bookedOn : null,
  }));
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
      .map((m) => ({ paymentId: m.payment.id, reason: m.last.reason })),
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
       from settlement_line where payment_id = any ($1::uuid[]))
   update settlement_line set state = 'READY', payment_id = null, attempt = attempt + 1, ready_at = clock_now()
    where payment_id = any ($1::uuid[])`,
);

/** The try is kept, because the self-bill named these lines; then the lines go back to be gathered under another id. */
async function reopenLines(tx: Tx, payments: readonly KnownPayment[], endedAs: AttemptEnd): Promise<void> {
  for (const page of inPages(payments, (p) => p.lines)) {
    const ids = page.map((p) => p.id);
    await tx.query(REOPEN_LINES.with(ids, endedAs));
  }
}
