/**
 * Questions that prove the book: each selects what breaks a promise (design, security invariants I4 and I5), so an empty
 * answer to all of them is the proof. They read everything and change nothing.
 */
import type { Invariant } from "../../platform/invariant-query.js";
import { statement } from "../../platform/postgres/statement.js";
import type { Tx } from "../../platform/postgres/transaction.js";

export type LedgerInvariant = Invariant & { readonly id: "I4" | "I5" };
export type LedgerFault = {
  readonly invariant: "I4" | "I5";
  readonly says: string;
  readonly violations: number;
  readonly details: readonly string[];
};

const ENTRIES = statement(
  "unbalanced-entries",
  `select entry_id::text as id from posting
    group by entry_id having sum(amount_minor) <> 0`,
);
const BOOK = statement("unbalanced-book", "select 'book' as id from posting having sum(amount_minor) <> 0");
const RESOLVED = statement(
  "wrongly-resolved-entries",
  `select r.id::text as id from ledger_entry r
     left join ledger_entry p on p.id = r.resolves_id and p.status = 'PENDING'
    where r.resolves_id is not null and p.id is null
   union all
   select e.id::text from ledger_entry e
    where e.status = 'VOIDED' and exists (select from posting where entry_id = e.id)`,
);
const CORRECTIONS = statement(
  "nameless-corrections",
  `select id::text as id from ledger_entry
    where kind in ('CORRECTION', 'PAYMENT_REJECTED', 'PAYMENT_RETURNED') and (corrects_id is null or reason is null)`,
);
const OWED = statement(
  "wrongly-owed-providers",
  `with book as (
     select p.owner_id, sum(p.amount_minor) as owed
       from posting p join ledger_entry e on e.id = p.entry_id and e.status = 'POSTED'
      where p.account = 'CLINIC_PAYABLE' group by 1),
   lines as (
     select provider_id, sum(amount_minor) as unpaid
       from settlement_line where state in ('READY', 'DISPUTED', 'BATCHED') group by 1)
   select coalesce(b.owner_id::text, l.provider_id::text, 'nobody') as id
     from book b full join lines l on l.provider_id = b.owner_id
    where coalesce(b.owed, 0) + coalesce(l.unpaid, 0) <> 0`,
);
const OWED_TO_MEMBERS = statement(
  "wrongly-owed-members",
  `with book as (
     select p.owner_id, sum(p.amount_minor) as owed
       from posting p join ledger_entry e on e.id = p.entry_id and e.status = 'POSTED'
      where p.account = 'MEMBER_PAYABLE' group by 1),
   bills as (
     select member_id, sum(amount_minor) as unpaid
       from payout where state in ('READY', 'STOPPED', 'BATCHED') group by 1)
   select coalesce(b.owner_id::text, l.member_id::text, 'nobody') as id
     from book b full join bills l on l.member_id = b.owner_id
    where coalesce(b.owed, 0) + coalesce(l.unpaid, 0) <> 0
   union all
   select o.id::text from payout o join reimbursement r on r.id = o.reimbursement_id
    where o.amount_minor <> r.reimbursed_minor or o.member_id <> r.member_id`,
);
const OWED_BY_MEMBERS = statement(
  "wrongly-owing-members",
  `with book as (
     select owner_id, sum(amount_minor) as due from posting where account = 'MEMBER_RECEIVABLE' group by 1),
   found as (
     select owner_id, sum(-amount_minor) as due from bank_exception
      where resolved_at is not null and resolution = 'OF_A_MEMBER' group by 1)
   select coalesce(b.owner_id::text, f.owner_id::text, 'nobody') as id
     from book b full join found f on f.owner_id = b.owner_id where coalesce(b.due, 0) <> coalesce(f.due, 0)`,
);
const TRANSIT = statement(
  "wrong-money-in-transit",
  `with expected as (
     select coalesce(sum(p.amount_minor), 0) as transit from settlement_payment p
      where p.state in ('SENT', 'ACCEPTED') or (p.state = 'RETURNED'
        and not exists (select from bank_event v where v.payment_id = p.id and v.kind = 'BOOKED'))),
   found as (
     select coalesce(sum(amount_minor), 0) as transit from posting where account = 'BANK_IN_TRANSIT')
   select 'transit' as id from expected x, found f where x.transit + f.transit <> 0`,
);
const BANK = statement(
  "wrong-bank-account",
  `with moved as (
     select coalesce(sum(amount_minor), 0) as minor from bank_movement),
   unreal as (
     select coalesce(sum(amount_minor), 0) as minor from bank_exception
      where resolved_at is not null and resolution = 'DUPLICATE_OF_BANK'),
   found as (
     select coalesce(sum(p.amount_minor), 0) as minor from posting p join ledger_entry e on e.id = p.entry_id
      where p.account = 'BANK' and e.kind <> 'BANK_OPENING')
   select 'bank' as id from moved m, unreal u, found f where f.minor <> m.minor - u.minor`,
);
const SUSPENSE = statement(
  "wrongly-unexplained-money",
  `with listed as (
     select coalesce(sum(amount_minor), 0) as minor from bank_exception where resolved_at is null),
   found as (
     select coalesce(sum(amount_minor), 0) as minor from posting where account = 'SUSPENSE')
   select 'suspense' as id from listed l, found f where l.minor + f.minor <> 0
   union all
   select e.id::text from bank_exception e left join bank_movement m on m.exception_id = e.id
    group by e.id having e.amount_minor <> coalesce(sum(m.amount_minor), 0)`,
);
const PAID = statement(
  "wrongly-paid-payments",
  `select p.id::text as id from settlement_payment p
    where (p.state = 'PAID') <> (
      exists (select from bank_event v where v.payment_id = p.id and v.kind = 'BOOKED') and p.state <> 'RETURNED')
   union all
   select v.id::text from bank_event v
    where v.kind in ('BOOKED', 'RETURNED') and v.movement_id is null`,
);
const TREATMENTS = statement(
  "wrongly-settled-treatments",
  `select b.id::text as id from booking b left join settlement_line l on l.booking_id = b.id and l.kind = 'TREATMENT'
    where (b.state = 'ATTENDED' and b.insurer_pays_minor > 0
        and (l.id is null or l.amount_minor <> b.insurer_pays_minor))
      or (b.state <> 'ATTENDED' and l.id is not null)
   union all
   select booking_id::text from settlement_line where kind = 'TREATMENT' group by booking_id having count(*) > 1`,
);
const SUMS = statement(
  "wrong-sums-of-payments",
  `with held as (
     select payment_id, amount_minor from settlement_line
     union all select payment_id, amount_minor from payout),
   -- a payment that the bank took up again may have come back twice
   tried as (
     select distinct line_id as id, payment_id, amount_minor from settlement_attempt
     union select o.id, t.id, o.amount_minor from payout o cross join lateral unnest(o.tried_payment_ids) t(id))
   select p.id::text as id from settlement_payment p left join held l on l.payment_id = p.id
    where p.state not in ('REJECTED', 'RETURNED', 'WITHDRAWN')
    group by p.id
    having coalesce(sum(l.amount_minor), 0) + p.claimed_minor <> p.amount_minor or count(l.payment_id) <> p.line_count
   union all
   select p.id::text from settlement_payment p left join tried a on a.payment_id = p.id
    where p.state in ('REJECTED', 'RETURNED')
    group by p.id having coalesce(sum(a.amount_minor), 0) <> p.amount_minor or count(a.id) <> p.line_count
   union all
   select b.id::text from settlement_batch b
     left join settlement_payment p on p.batch_id = b.id and p.state <> 'WITHDRAWN'
    where b.state <> 'REJECTED'
    group by b.id having coalesce(sum(p.amount_minor), 0) <> b.total_minor or count(p.id) <> b.payment_count`,
);
const STATES = statement(
  "lines-apart-from-payments",
  `select l.id::text as id from settlement_line l join settlement_payment p on p.id = l.payment_id
    where l.state <> p.state
   union all
   select o.id::text from payout o join settlement_payment p on p.id = o.payment_id
    where o.state <> p.state or o.member_id is distinct from p.member_id`,
);
const EXCEEDED = statement(
  "exceeded-lines",
  `select l.id::text as id from settlement_line l join settlement_line c on c.corrects_id = l.id
    group by l.id, l.amount_minor having abs(sum(c.amount_minor)) > l.amount_minor`,
);

const DOCUMENTED = statement(
  "undocumented-lines",
  `select l.id::text as id from settlement_line l
    where l.state in ('SENT', 'ACCEPTED', 'PAID', 'NETTED')
      and not exists (select from self_bill_line s where s.line_id = l.id)
   union all
   select b.id::text from self_bill b left join self_bill_line l on l.self_bill_id = b.id
    group by b.id having coalesce(sum(l.amount_minor), 0) <> b.total_minor or count(l.line_id) <> b.line_count`,
);
const ACCOUNT = statement(
  "unconfirmed-accounts",
  // who asks sees no account: the database compares them and says whose is another
  "select id::text as id from unconfirmed_accounts() id",
);
const CLOSED = statement(
  "entries-in-closed-months",
  `select e.id::text as id from ledger_entry e
     join lateral (select a.act, a.month from accounting_act a
       where a.state = 'DONE' and a.decided_at < e.recorded_at order by a.decided_at desc limit 1) a on true
    where e.accounted_on < case a.act when 'CLOSE' then (a.month + interval '1 month')::date else a.month end`,
);
const RECEIVABLE = statement(
  "wrong-receivables",
  `with book as (
     select p.owner_id as who, sum(p.amount_minor) as due from posting p
      where p.account = 'CLINIC_RECEIVABLE' group by 1),
   known as (
     select provider_id as who, amount_minor - repaid_minor as due from provider_receivable
     union all
     select owner_id, -amount_minor from bank_exception where resolved_at is not null and resolution = 'OF_A_CLINIC'
     union all
     select p.owner_id, p.amount_minor from posting p join ledger_entry e on e.id = p.entry_id
      where e.kind = 'REPAYMENT_RECEIVED' and p.amount_minor > 0),
   owed as (select who, sum(due) as due from known group by 1)
   select coalesce(b.who::text, o.who::text, 'nobody') as id
     from book b full join owed o on o.who = b.who where coalesce(b.due, 0) <> coalesce(o.due, 0)
   union all
   select p.id::text from settlement_payment p left join provider_receivable r on r.payment_id = p.id
    where p.claimed_minor <> coalesce(r.amount_minor, 0)`,
);

const FILES = statement(
  "wrong-payment-files",
  `with told as (
     select batch_id, place, payment_count::bigint as payments, total_minor::numeric as minor from payment_file),
   paid as (
     select batch_id, file as place, count(*) as payments, sum(amount_minor) as minor from settlement_payment
      where state in ('SENT', 'ACCEPTED', 'PAID', 'REJECTED', 'RETURNED') group by 1, 2)
   select coalesce(t.batch_id::text, p.batch_id::text, 'nobody') as id
     from told t full join paid p on p.batch_id = t.batch_id and p.place = t.place
    where t.payments is distinct from p.payments or t.minor is distinct from p.minor`,
);

export const LEDGER_INVARIANTS: readonly LedgerInvariant[] = [
  { id: "I4", says: "every entry sums to zero", broken: ENTRIES.with() },
  { id: "I4", says: "the book sums to zero", broken: BOOK.with() },
  { id: "I4", says: "what resolves names a pending entry, and a void moves no money", broken: RESOLVED.with() },
  { id: "I4", says: "a correction names the entry it corrects and a coded reason", broken: CORRECTIONS.with() },
  { id: "I4", says: "what the book owes a provider is the sum of its unpaid lines", broken: OWED.with() },
  { id: "I4", says: "what the book owes a member is the sum of the reimbursements to be paid", broken: OWED_TO_MEMBERS.with() },
  {
    id: "I4",
    says: "what members owe in the book is what they were paid too often and have not paid back",
    broken: OWED_BY_MEMBERS.with(),
  },
  { id: "I4", says: "money in transit is what was sent and not yet answered", broken: TRANSIT.with() },
  { id: "I4", says: "the book's bank account is what the bank has moved", broken: BANK.with() },
  { id: "I4", says: "unexplained money is what stands in the exceptions queue", broken: SUSPENSE.with() },
  {
    id: "I5",
    says: "every attended treatment that costs the insurer something has exactly one line of the quoted amount, and nothing else has one",
    broken: TREATMENTS.with(),
  },
  { id: "I5", says: "a payment is the sum of its lines, a batch the sum of its payments", broken: SUMS.with() },
  { id: "I5", says: "what left stands in one file of its batch, and a file is the sum of its payments", broken: FILES.with() },
  { id: "I5", says: "a line, or what a member is owed, stands where its payment stands", broken: STATES.with() },
  { id: "I5", says: "a payment is paid when the bank has booked it, by a movement on the account", broken: PAID.with() },
  { id: "I5", says: "corrections of a line never exceed it", broken: EXCEEDED.with() },
  { id: "I5", says: "what has left stands in a document, and a document is the sum of its lines", broken: DOCUMENTED.with() },
  { id: "I5", says: "an account that is paid to is the last one that a second person confirmed", broken: ACCOUNT.with() },
  { id: "I4", says: "nothing is accounted in a month that was closed when it was recorded", broken: CLOSED.with() },
  {
    id: "I4",
    says: "what clinics owe in the book is what was demanded of them, or paid too often, and not paid back",
    broken: RECEIVABLE.with(),
  },
];

const MOST_DETAILS = 10;

/** Every promise of the book that is broken, with up to ten offenders each; empty means proved. Needs a viewer that sees the book. */
export async function checkLedger(tx: Tx): Promise<LedgerFault[]> {
  const answers = await tx.all(LEDGER_INVARIANTS.map(({ broken }) => broken));
  return LEDGER_INVARIANTS.flatMap(({ id, says }, i) => {
    const ids = (answers[i] ?? []).map((row) => row.id);
    return ids.length > 0 ? [{ invariant: id, says, violations: ids.length, details: ids.slice(0, MOST_DETAILS) }] : [];
  });
}
