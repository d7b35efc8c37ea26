import { statement, type RowOf } from "../../../../platform/postgres/statement.js";
import type { Tx } from "../../../../platform/postgres/transaction.js";
import { paymentRecords } from "../import.store.js";
import type { KnownPayment } from "../import-plan.js";

export type BankExceptionRecord = RowOf<"bank-exceptions-by-id">;

const SELECT = "select e.* from bank_exception e";
const EXCEPTIONS_BY_ID = statement("bank-exceptions-by-id", `${SELECT} where e.id = any ($1::uuid[])`);
const LOCK_EXCEPTIONS = statement(
  "bank-exceptions-lock",
  `${SELECT} where e.id = any ($1::uuid[])
    order by e.id for update`,
);
const EXCEPTIONS = statement(
  "bank-exceptions",
  `${SELECT} where (not $1 or e.resolved_at is null) and ($2::uuid is null or e.id > $2) order by e.id limit $3`,
);

export function bankExceptionsById(tx: Tx, ids: readonly string[]): Promise<BankExceptionRecord[]> {
  return tx.query(EXCEPTIONS_BY_ID.with(ids));
}

/** The oldest first: ids grow with time. */
export async function bankExceptions(tx: Tx, open: boolean, after: string | null, limit: number): Promise<BankExceptionRecord[]> {
  return tx.query(EXCEPTIONS.with(open, after, limit));
}

export async function exceptionById(tx: Tx, id: string): Promise<BankExceptionRecord | null> {
  const [row] = await bankExceptionsById(tx, [id]);
  return row ?? null;
}

/** In the order of ids, so that two acts on the same two never wait for each other. */
export async function lockExceptions(tx: Tx, ids: readonly string[]): Promise<BankExceptionRecord[]> {
  return tx.query(LOCK_EXCEPTIONS.with(ids));
}

const PAYMENTS = statement(
  "bank-exception-payments",
  `select p.id, p.provider_id, p.member_id, p.end_to_end_id, b.reference, p.amount_minor, p.line_count, p.file, p.run,
     p.state,
     exists (select from bank_event v where v.payment_id = p.id and v.kind = 'BOOKED') as booked
   from settlement_payment p join settlement_batch b on b.id = p.batch_id
   where p.id = any ($1::uuid[]) order by p.id for update of p`,
);

/** The payments of ours that an exception is about, locked, as they stand. */
export async function paymentsOfException(tx: Tx, ids: readonly string[]): Promise<KnownPayment[]> {
  return ids.length === 0 ? [] : paymentRecords(await tx.query(PAYMENTS.with(ids)));
}

const OWNERS = statement(
  "bank-exception-owner",
  `select exists (select from provider o where o.id = $1::uuid) as is_provider,
     exists (select from booking b where b.member_id = $2::uuid)
       or exists (select from payout o where o.member_id = $2::uuid) as is_member`,
);

/** Whether there is such a company, and such a member with an appointment or a reimbursement: finance sees no more of a member than that. */
export async function ownersExist(tx: Tx, providerId: string | null, memberId: string | null): Promise<RowOf<"bank-exception-owner">> {
  const [row] = await tx.query(OWNERS.with(providerId, memberId));
  return row ?? { is_provider: false, is_member: false };
}

const TAKE_BACK = statement(
  "lines-take-back",
  `with lines as (
     update settlement_line l set state = $2, payment_id = a.payment_id
       from settlement_attempt a
      where a.payment_id = any ($1::uuid[]) and l.id = a.line_id and l.state = 'READY' and l.payment_id is null
        and l.attempt = a.attempt + 1
     returning l.id),
   payouts as (
     update payout o set state = $2, payment_id = o.tried_payment_ids[cardinality(o.tried_payment_ids)],
       tried_payment_ids = o.tried_payment_ids[:cardinality(o.tried_payment_ids) - 1]
      where o.tried_payment_ids[cardinality(o.tried_payment_ids)] = any ($1::uuid[]) and o.state in ('READY', 'STOPPED')
     returning o.id)
   select id from lines union all select id from payouts`,
);

/** Lines that a rejected payment gave back, and nobody has gathered since, are the payment's again; answers how many. */
export async function takeLinesBack(tx: Tx, paymentIds: readonly string[], state: "ACCEPTED" | "PAID"): Promise<number> {
  return (await tx.query(TAKE_BACK.with(paymentIds, state))).length;
}

const EVENT = statement(
  "bank-event-after-all",
  `insert into bank_event (id, payment_id, file_id, kind, movement_id, bank_reference, reason, booked_on)
   select x.id, x.payment_id, e.file_id, x.kind,
     (select m.id from bank_movement m where m.exception_id = e.id order by m.id limit 1),
     coalesce(e.details ->> 'bankReference', ''), e.details ->> 'bankReason', (e.details ->> 'bookedOn')::date
   from bank_exception e, jsonb_to_recordset($2::jsonb) as x(id uuid, payment_id uuid, kind text)
   where e.id = $1 on conflict do nothing`,
);

/** What the bank said counts as told of the payments, from now on. */
export async function countAsTold(
  tx: Tx,
  exceptionId: string,
  events: readonly { readonly id: string; readonly payment_id: string; readonly kind: string }[],
): Promise<void> {
  if (events.length > 0) await tx.query(EVENT.with(exceptionId, JSON.stringify(events)));
}
