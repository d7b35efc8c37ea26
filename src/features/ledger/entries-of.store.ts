/** Entries of the book by their ids, their postings, and what bookings and payments brought forth. */
import { statement, type RowOf } from "../../platform/postgres/statement.js";
import type { Tx } from "../../platform/postgres/transaction.js";

const ENTRY = `e.id, e.kind, e.status, e.booking_id, e.payment_id, e.resolves_id, e.corrects_id, e.reason,
  e.effective_on, e.accounted_on, e.recorded_at`;
const ENTRIES_BY_ID = statement("entries-by-id", `select ${ENTRY} from ledger_entry e where e.id = any ($1::uuid[])`);
export type EntryRow = RowOf<"entries-by-id">;

export function entriesById(tx: Tx, ids: readonly string[]): Promise<EntryRow[]> {
  return tx.query(ENTRIES_BY_ID.with(ids));
}

const ENTRIES_OF = {
  Booking: statement(
    "entries-of-bookings",
    `select e.booking_id as parent, ${ENTRY}
     from ledger_entry e where e.booking_id = any ($1::uuid[]) order by e.recorded_at, e.id`,
  ),
  SettlementPayment: statement(
    "entries-of-payments",
    `select e.payment_id as parent, ${ENTRY}
     from ledger_entry e where e.payment_id = any ($1::uuid[]) order by e.recorded_at, e.id`,
  ),
};
export type EntryParent = keyof typeof ENTRIES_OF;
export type EntryOf = EntryRow & { readonly parent: string };

/** In the order in which they were recorded. */
export function entriesOf(tx: Tx, of: EntryParent, parents: readonly string[]): Promise<readonly EntryOf[]> {
  return of === "Booking" ? tx.query(ENTRIES_OF.Booking.with(parents)) : tx.query(ENTRIES_OF.SettlementPayment.with(parents));
}

const FOLLOWING = {
  Resolving: statement(
    "entries-resolving",
    `select e.resolves_id as parent, ${ENTRY} from ledger_entry e where e.resolves_id = any ($1::uuid[])`,
  ),
  Correcting: statement(
    "entries-correcting",
    `select e.corrects_id as parent, ${ENTRY}
     from ledger_entry e where e.corrects_id = any ($1::uuid[]) order by e.recorded_at, e.id`,
  ),
};

/** The entries that post or void pending ones. */
export function entriesResolving(tx: Tx, ids: readonly string[]) {
  return tx.query(FOLLOWING.Resolving.with(ids));
}

export function entriesCorrecting(tx: Tx, ids: readonly string[]) {
  return tx.query(FOLLOWING.Correcting.with(ids));
}

const POSTINGS_OF_ENTRIES = statement(
  "postings-of-entries",
  `select p.entry_id as parent, p.id, p.entry_id, e.kind, e.status, p.account, p.owner_id, p.amount_minor,
     e.booking_id, e.payment_id, e.resolves_id, e.corrects_id, e.reason, e.effective_on, e.accounted_on, e.recorded_at
   from posting p join ledger_entry e on e.id = p.entry_id where p.entry_id = any ($1::uuid[]) order by p.id`,
);

/** An entry's postings sum to zero. */
export function postingsOfEntries(tx: Tx, entryIds: readonly string[]) {
  return tx.query(POSTINGS_OF_ENTRIES.with(entryIds));
}
