import { present } from "../../../kernel/invariant.js";
import { ofEach, PARENT } from "../../../platform/postgres/of-each.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { DUE, nextAfter } from "../batches/closing/gather.store.js";
import type { Instalment } from "./receivable.js";

const BY_ID = statement("receivables-by-id", "select r.* from provider_receivable r where r.id = any ($1::uuid[])");
const LOCK = statement("receivable-lock", "select r.* from provider_receivable r where r.id = $1 for update of r");
const OPEN = statement(
  "receivables-open",
  `select r.* from provider_receivable r
    where r.repaid_minor < r.amount_minor and ($1::uuid is null or r.id > $1) order by r.id limit $2`,
);
const OF_ORGANISATIONS = statement(
  "receivables-of-organisations",
  ofEach(
    "x.*",
    `select r.* from provider_receivable r
    where r.provider_id = p.id and ($2::uuid is null or r.id < $2) order by r.id desc limit $3`,
    "x.id desc",
  ),
  PARENT,
);
export type ReceivableRecord = RowOf<"receivables-by-id">;

export function receivablesById(tx: Tx, ids: readonly string[]): Promise<ReceivableRecord[]> {
  return tx.query(BY_ID.with(ids));
}

export async function receivableById(tx: Tx, id: string): Promise<ReceivableRecord | null> {
  return (await receivablesById(tx, [id]))[0] ?? null;
}

export async function lockReceivable(tx: Tx, id: string): Promise<ReceivableRecord | null> {
  return (await tx.query(LOCK.with(id)))[0] ?? null;
}

/** What is still to be paid back, the oldest first. */
export function openReceivables(tx: Tx, after: string | null, limit: number): Promise<ReceivableRecord[]> {
  return tx.query(OPEN.with(after, limit));
}

/** The latest first. */
export function receivablesOf(tx: Tx, providerIds: readonly string[], after: string | null, limit: number) {
  return tx.query(OF_ORGANISATIONS.with(providerIds, after, limit));
}

export function instalmentsOf({ instalments }: ReceivableRecord): Instalment[] {
  return instalments.map(({ dueOn, amountMinor }) => ({ dueOn, amountMinor: BigInt(amountMinor) }));
}

const NEXT = nextAfter("reference", 10, "from provider_receivable where reference like 'RCV-' || to_char(d.today, 'YYYY') || '-%'");
const GROUND = statement(
  "receivable-ground",
  `with d as (select clock_today() as today)
   select d.today, clock_now() as now, ${NEXT} as serial, (select legal_name from provider where id = $1) as name,
     (select count(*)::int from settlement_line l where l.provider_id = $1 and ${DUE}) as lines,
     (select coalesce(sum(l.amount_minor), 0)::bigint from settlement_line l
       where l.provider_id = $1 and ${DUE}) as total
   from d`,
);

/** What a company's due lines come to, and the next free number; read under the settlement lock. */
export async function demandGround(tx: Tx, providerId: string): Promise<RowOf<"receivable-ground">> {
  return present((await tx.query(GROUND.with(providerId)))[0], "a select without a table answers one row");
}

const PUT_PAYMENT = statement(
  "receivable-payment",
  `insert into settlement_payment (id, batch_id, provider_id, end_to_end_id, amount_minor, line_count, state,
     expected_on, payee_name, claimed_minor)
   values ($1, null, $2, $3, 0, $4, 'NETTED', clock_today(), $5, $6)`,
);
const TAKE_LINES = statement(
  "receivable-lines",
  `update settlement_line l set state = 'NETTED', payment_id = $2
    where l.provider_id = $1 and ${DUE} returning l.amount_minor`,
);

type Netting = {
  readonly paymentId: string;
  readonly providerId: string;
  readonly reference: string;
  readonly lines: number;
  readonly name: string;
  readonly claimedMinor: bigint;
};

/** Settles a company's due lines against each other and a claim; false when others changed them meanwhile. */
export async function netLines(tx: Tx, n: Netting): Promise<boolean> {
  await tx.query(PUT_PAYMENT.with(n.paymentId, n.providerId, n.reference, n.lines, n.name, n.claimedMinor));
  const taken = await tx.query(TAKE_LINES.with(n.providerId, n.paymentId));
  return taken.length === n.lines && taken.reduce((all, { amount_minor: minor }) => all + minor, 0n) === -n.claimedMinor;
}

const SUCCESSOR = statement(
  "receivable-successor",
  `select exists (select from provider where id = $1) as known, clock_today() as today, clock_now() as now`,
);

export async function successorGround(tx: Tx, providerId: string | null): Promise<RowOf<"receivable-successor">> {
  return present((await tx.query(SUCCESSOR.with(providerId)))[0], "a select without a table answers one row");
}
