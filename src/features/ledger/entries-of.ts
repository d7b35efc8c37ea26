/** Entries of the book found on what caused them, and the postings of an entry. */
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { BookingType } from "../bookings/booking.type.js";
import { costs } from "../../gateway/admission/cost.js";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { idOf } from "../../gateway/api/node.js";
import { rowsOf } from "../../gateway/api/paging/list-of.js";
import { SettlementPaymentType } from "../settlement/settlement.type.js";
import { entriesCorrecting, entriesOf, entriesResolving, postingsOfEntries, type EntryParent } from "./entries-of.store.js";
import { entryView, LedgerEntryType, LedgerPostingType, postingView } from "./ledger.type.js";

async function entries(ctx: Context, of: EntryParent, id: string): Promise<LedgerEntryType[]> {
  const rows = await rowsOf(ctx, idOf(of, id), { key: ["entries", of], read: (tx, parents) => entriesOf(tx, of, parents) });
  return rows.map((row) => entryView(row.id, row));
}

@Resolver(() => BookingType)
export class EntriesOfBooking {
  @visibleTo("FINANCE")
  @FieldResolver(() => [LedgerEntryType], { description: "What it brought forth in the book, in the order of recording." })
  ledgerEntries(@Root() booking: BookingType, @Ctx() ctx: Context): Promise<LedgerEntryType[]> {
    return entries(ctx, "Booking", booking.id);
  }
}

@Resolver(() => SettlementPaymentType)
export class EntriesOfPayment {
  @visibleTo("FINANCE")
  @FieldResolver(() => [LedgerEntryType], { description: "What it brought forth in the book, in the order of recording." })
  ledgerEntries(@Root() payment: SettlementPaymentType, @Ctx() ctx: Context): Promise<LedgerEntryType[]> {
    return entries(ctx, "SettlementPayment", payment.id);
  }
}

@Resolver(() => LedgerEntryType)
export class PostingsOfEntry {
  @visibleTo("FINANCE")
  @costs({ size: 3 })
  @FieldResolver(() => [LedgerPostingType], { description: "Its sides; they sum to zero." })
  async postings(@Root() entry: LedgerEntryType, @Ctx() ctx: Context): Promise<LedgerPostingType[]> {
    const rows = await rowsOf(ctx, idOf("LedgerEntry", entry.id), { key: ["postings"], read: postingsOfEntries });
    return rows.map(postingView);
  }

  @visibleTo("FINANCE")
  @FieldResolver(() => LedgerEntryType, {
    nullable: true,
    description: "The entry that posted or voided this pending one; null where none has.",
  })
  async resolvedBy(@Root() entry: LedgerEntryType, @Ctx() ctx: Context): Promise<LedgerEntryType | null> {
    const [row] = await rowsOf(ctx, idOf("LedgerEntry", entry.id), { key: ["resolving"], read: entriesResolving });
    return row ? entryView(row.id, row) : null;
  }

  @visibleTo("FINANCE")
  @FieldResolver(() => [LedgerEntryType], { description: "The entries that correct it." })
  async correctedBy(@Root() entry: LedgerEntryType, @Ctx() ctx: Context): Promise<LedgerEntryType[]> {
    const rows = await rowsOf(ctx, idOf("LedgerEntry", entry.id), { key: ["correcting"], read: entriesCorrecting });
    return rows.map((row) => entryView(row.id, row));
  }
}
