import type { Tx } from "../../platform/postgres/transaction.js";
import { referenceIn } from "../documents/numbering.js";
import type { BankFact } from "./fact.js";
import type { ImportPlan, KnownPayment } from "./import-plan.js";
import { inPages, moveLines } from "../batches/gather.store.js";
import type { PaymentState } from "../payments/payment-state.js";

export type BankFileRecord = {
  readonly id: string;
  readonly kind: string;
  readonly message_id: string;
  readonly line_count: number;
  readonly imported_at: Date;
};

export async function bankFileBy(tx: Tx, by: { readonly sha256: string } | { readonly id: string }): Promise<BankFileRecord | null> {
  const [row] =
    "id" in by
      ? await tx.query<BankFileRecord>(
          "select id, kind, message_id, line_count, imported_at from bank_file where id = $1",
          [by.id],
          "bank-file-by-id",
        )
      : await tx.query<BankFileRecord>(
          "select id, kind, message_id, line_count, imported_at from bank_file where sha256 = $1",
          [by.sha256],
          "bank-file-by-content",
        );
  return row ?? null;
}

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
  const rows = await tx.query<{
    id: string;
    provider_id: string;
    end_to_end_id: string;
    reference: string;
    amount_minor: bigint;
    line_count: number;
    state: PaymentState;
    booked: boolean;
  }>(
    `with named as (
       select p.id from settlement_payment p where p.end_to_end_id = any ($1)
       union select p.id from settlement_payment p join settlement_batch b on b.id = p.batch_id where b.reference = any ($2))
     select p.id, p.provider_id, p.end_to_end_id, b.reference, p.amount_minor, p.line_count, p.state,
       exists (select from bank_event v where v.payment_id = p.id and v.kind = 'BOOKED') as booked
     from settlement_payment p join settlement_batch b on b.id = p.batch_id where p.id in (select id from named) order by p.id for update of p`,
    [ids, references],
    "payments-named",
  );
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

export async function knownFingerprints(tx: Tx, fingerprints: readonly string[]): Promise<ReadonlySet<string>> {
  if (fingerprints.length === 0) return new Set();
  const rows = await tx.query<{ fingerprint: string }>(
    "select fingerprint from bank_exception where fingerprint = any ($1)",
    [fingerprints],
    "exceptions-known",
  );
  return new Set(rows.map((r) => r.fingerprint));
}

/** Payments and their lines take on where they ended; lines of a rejected or returned payment are payable again, once. */
export async function settleMoves(tx: Tx, moved: ImportPlan["moved"]): Promise<void> {
  if (moved.length === 0) return;
  await tx.query(
    `update settlement_payment p set state = m.state, state_reason = coalesce(m.reason, p.state_reason), paid_on = coalesce(m.paid_on, p.paid_on)
       from jsonb_to_recordset($1::jsonb) as m(id uuid, state text, reason text, paid_on date) where p.id = m.id`,
    [
      JSON.stringify(
        moved.map(({ payment, to, last }) => ({
          id: payment.id,
          state: to.state,
          reason: last.reason,
          paid_on: last.kind === "BOOKED" ? last.bookedOn : null,
        })),
      ),
    ],
    "payments-move",
  );
  const changed = moved.filter(({ payment, to }) => to.state !== payment.standing.state);
  for (const state of ["ACCEPTED", "PAID"] as const) {
    await moveLines(
      tx,
      changed.filter((m) => m.to.state === state).map((m) => m.payment),
      state,
    );
  }
  for (const state of ["REJECTED", "RETURNED"] as const) {
    await reopenLines(
      tx,
      changed.filter((m) => m.to.state === state).map((m) => m.payment),
      state,
    );
  }
}

/** The try is kept, because the self-bill named these lines; then the lines go back to be gathered under another id. */
async function reopenLines(tx: Tx, payments: readonly KnownPayment[], endedAs: string): Promise<void> {
  for (const page of inPages(payments, (p) => p.lines)) {
    await tx.query(
      `with tried as (
         insert into settlement_attempt (line_id, attempt, payment_id, provider_id, amount_minor, ended_as)
         select id, attempt, payment_id, provider_id, amount_minor, $2 from settlement_line where payment_id = any ($1::uuid[]))
       update settlement_line set state = 'READY', payment_id = null, attempt = attempt + 1, ready_at = clock_now() where payment_id = any ($1::uuid[])`,
      [page.map((p) => p.id), endedAs],
      "lines-reopen",
    );
  }
}
