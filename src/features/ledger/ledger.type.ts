import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../../gateway/api/paging/connection.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { Money, money } from "../../gateway/api/money.js";
import { globalId, Node } from "../../gateway/api/node.js";
import { DateTime, LocalDate, UUID } from "../../gateway/api/scalars.js";
import type { Account } from "./entry.js";
import type { EntryRow } from "./entries-of.store.js";
import type { Balance, LedgerRow } from "./ledger.store.js";
import type { EntryStatus } from "./ledger-words.js";
import { AccountEnum, EntryKindEnum, EntryStatusEnum } from "./ledger-enums.type.js";
import { LedgerReasonType, reasonView } from "./ledger-reason.type.js";
import { refOrNull, relation, type Ref } from "../../gateway/api/relation.js";

@visibleTo("FINANCE")
@ObjectType("LedgerBalance", { description: "What stands on one account.", simpleResolvers: true })
export class LedgerBalanceType {
  @Field(() => AccountEnum, { description: "The account." })
  account!: Account;
  @Field(() => Money, { description: "Sum of posted entries: debit positive, credit negative." })
  balance!: Money;
  @Field(() => Money, { description: "Reserved by bookings that have neither taken place nor ended." })
  pending!: Money;
}

@visibleTo("FINANCE")
@ObjectType("LedgerEntry", {
  description: "One balanced entry of the book. Never changed; a correction is another entry that names this one.",
  implements: Node,
  simpleResolvers: true,
})
export class LedgerEntryType extends Node {
  @Field(() => EntryKindEnum, { description: "What it is about." })
  kind!: string;
  @Field(() => EntryStatusEnum, { description: "How it stands." })
  status!: EntryStatus;
  @relation("Booking", { nullable: true, description: "The booking that caused it; null where something else did." })
  booking!: Ref | null;
  @relation("SettlementPayment", { nullable: true, description: "The payment that caused it; null where something else did." })
  payment!: Ref | null;
  @relation("LedgerEntry", { nullable: true, description: "The pending entry that this one posts or voids; null where it resolves none." })
  resolves!: Ref | null;
  @relation("LedgerEntry", { nullable: true, description: "The entry that this one corrects; null where it corrects none." })
  corrects!: Ref | null;
  @Field(() => LedgerReasonType, {
    nullable: true,
    description: "Why, of a correction, a release, a rejection or what nobody could explain; null for other entries.",
  })
  reason!: LedgerReasonType | null;
  @Field(() => LocalDate, { description: "Day it concerns." })
  effectiveOn!: string;
  @Field(() => LocalDate, {
    description: "Day of accounting: the day it concerns, or the first day of the first month that was open when it was recorded.",
  })
  accountedOn!: string;
  @Field(() => DateTime, { description: "When it was recorded." })
  recordedAt!: Date;
}

@visibleTo("FINANCE")
@ObjectType("LedgerPosting", { description: "One side of a balanced entry.", simpleResolvers: true })
export class LedgerPostingType {
  @Field(() => UUID, { description: "Id of the posting." })
  id!: string;
  @Field(() => LedgerEntryType, { description: "The entry it belongs to; an entry's postings sum to zero." })
  entry!: LedgerEntryType;
  @Field(() => AccountEnum, { description: "The account." })
  account!: string;
  @relation("Organisation", {
    nullable: true,
    description: "Contract party the account belongs to; null for the insurer's own and for a member's.",
  })
  owner!: Ref | null;
  @Field(() => Money, { description: "Debit positive, credit negative." })
  amount!: Money;
}

export const LedgerPostingConnection = connectionOf("LedgerPosting", () => LedgerPostingType);

@visibleTo("FINANCE")
@ObjectType("LedgerAccount", { description: "One account of the book as it stood at an instant." })
export class LedgerAccountType {
  @Field(() => AccountEnum, { description: "The account." })
  account!: Account;
  @relation("Organisation", { nullable: true, description: "Contract party it was narrowed to; null for all." })
  owner!: Ref | null;
  @Field(() => DateTime, {
    description: "Entries recorded by this instant count; the same question about it has the same answer for ever.",
  })
  asOf!: Date;
  @Field(() => LocalDate, { nullable: true, description: "Of these, the entries accounted by this day count; null: all." })
  through!: string | null;
  @Field(() => Money, { description: "Sum of posted entries: debit positive, credit negative." })
  balance!: Money;
  @Field(() => Money, { description: "Reserved by bookings that had neither taken place nor ended." })
  pending!: Money;
}

export function balanceView(of: Balance): LedgerBalanceType {
  return { account: of.account, balance: money(of.balance), pending: money(of.pending) };
}

type EntryOfRow = Omit<EntryRow, "id">;

export function entryView(id: string, row: EntryOfRow): LedgerEntryType {
  return {
    id: globalId("LedgerEntry", id),
    kind: row.kind,
    status: row.status,
    booking: refOrNull("Booking", row.booking_id),
    payment: refOrNull("SettlementPayment", row.payment_id),
    resolves: refOrNull("LedgerEntry", row.resolves_id),
    corrects: refOrNull("LedgerEntry", row.corrects_id),
    reason: reasonView(row.reason),
    effectiveOn: row.effective_on,
    accountedOn: row.accounted_on,
    recordedAt: row.recorded_at,
  };
}

export function postingView(row: LedgerRow): LedgerPostingType {
  return {
    id: row.id,
    entry: entryView(row.entry_id, row),
    account: row.account,
    // a member's account is nobody's whom finance may read
    owner: row.account === "MEMBER_RECEIVABLE" || row.account === "MEMBER_PAYABLE" ? null : refOrNull("Organisation", row.owner_id),
    amount: money(row.amount_minor),
  };
}
