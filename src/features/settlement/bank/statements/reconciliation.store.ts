import { statement, type RowOf } from "../../../../platform/postgres/statement.js";
import type { Tx } from "../../../../platform/postgres/transaction.js";

/**
 * The payer's statements in the order of their days, each with what the book holds at its end and everything that leads from the one to
 * the other: statements that are missing in between, entries that are not in the book, and what only notifications have told of. A
 * statement that was fetched twice stands once.
 */
const RECONCILED = statement(
  "bank-statements-reconciled",
  `with own as (
     select distinct on (closing_on, opening_minor, closing_minor, statement_reference) id, statement_reference,
       account, opening_on, opening_minor, closing_on, closing_minor, entry_count
       from bank_statement where left_alone is null and closing_on is not null
      order by closing_on, opening_minor, closing_minor, statement_reference, id),
   moved as (
     select m.statement_id, sum(m.amount_minor) as minor,
       sum(m.amount_minor) filter (where m.meaning = 'CHARGES') as charges,
       sum(m.amount_minor) filter (where m.meaning = 'INTEREST') as interest,
       sum(m.amount_minor) filter (where m.exception_id is not null and e.resolved_at is null) as unexplained,
       count(distinct e.id) filter (where e.resolved_at is null) as exceptions
       from bank_movement m left join bank_exception e on e.id = m.exception_id
      where m.statement_id is not null group by 1),
   chain as (
     select o.*, m.charges, m.interest, m.unexplained, m.exceptions,
       coalesce(o.opening_minor - lag(o.closing_minor) over (order by o.closing_on, o.id), 0) as gap,
       o.closing_minor - o.opening_minor - coalesce(m.minor, 0) as missing
       from own o left join moved m on m.statement_id = o.id),
   summed as (
     select c.*, sum(c.gap) over until_here as gaps, sum(c.missing) over until_here as not_in_book
       from chain c window until_here as (order by c.closing_on, c.id)),
   page as (
     select * from summed s where $1::date is null or (s.closing_on, s.id) < ($1::date, $2::uuid)
      order by s.closing_on desc, s.id desc limit $3)
   select p.id, p.statement_reference, p.account, p.opening_on, p.opening_minor, p.closing_on, p.closing_minor,
     p.entry_count, coalesce(-p.charges, 0)::bigint as charges, coalesce(p.interest, 0)::bigint as interest,
     coalesce(p.unexplained, 0)::bigint as unexplained, coalesce(p.exceptions, 0)::int as exceptions,
     coalesce(p.gaps, 0)::bigint as gaps, coalesce(p.not_in_book, 0)::bigint as not_in_book,
     coalesce(b.book, 0)::bigint as book, coalesce(b.taken_back, 0)::bigint as taken_back,
     coalesce(n.minor, 0)::bigint as not_in_statement
   from page p
     cross join lateral (
       select sum(t.amount_minor) as book, sum(t.amount_minor) filter (where e.kind = 'BANK_EXPLAINED') as taken_back
         from posting t join ledger_entry e on e.id = t.entry_id
        where t.account = 'BANK' and e.effective_on <= p.closing_on) b
     cross join lateral (
       select sum(m.amount_minor) as minor from bank_movement m
        where m.statement_id is null and m.booked_on <= p.closing_on
          and m.booked_on >= (select opening_on from bank_statement where opens_book)) n
   order by p.closing_on desc, p.id desc`,
);

export type ReconciledStatement = RowOf<"bank-statements-reconciled">;

/** The latest first. */
export function reconciledStatements(
  tx: Tx,
  after: { readonly closingOn: string; readonly id: string } | null,
  limit: number,
): Promise<ReconciledStatement[]> {
  return tx.query(RECONCILED.with(after?.closingOn ?? null, after?.id ?? null, limit));
}
