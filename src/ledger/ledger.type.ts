import { Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "../gateway/api/paging/connection.js";
import { visibleTo } from "../gateway/api/guard.js";
import { Money, money } from "../gateway/api/money.js";
import { globalId } from "../gateway/api/node.js";
import { DateTime, LocalDate, UUID } from "../gateway/api/scalars.js";
import type { Account } from "./entry.js";
import type { Balance, LedgerRow } from "./ledger.store.js";
import type { EntryStatus } from "./ledger-words.js";
import { AccountEnum, EntryKindEnum, EntryStatusEnum } from "./ledger-enums.type.js";

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
@ObjectType("LedgerPosting", {
  description: "One side of a balanced entry. Never changed; a correction is another entry that names this one.",
  simpleResolvers: true,
})
export class LedgerPostingType {
  @Field(() => UUID, { description: "Id of the posting." })
  id!: string;
  @Field(() => UUID, { description: "The entry it belongs to; an entry's postings sum to zero." })
  entryId!: string;
  @Field(() => EntryKindEnum, { description: "What the entry is about." })
  kind!: string;
  @Field(() => EntryStatusEnum, { description: "How the entry stands." })
  status!: EntryStatus;
  @Field(() => UUID, { nullable: true, description: "Contract party the account belongs to; null for the insurer's own." })
  ownerId!: string | null;
  @Field(() => Money, { description: "Debit positive, credit negative." })
  amount!: Money;
  @Field(() => ID, { nullable: true, description: "The booking behind it." })
  bookingId!: string | null;
  @Field(() => ID, { nullable: true, description: "The payment behind it." })
  paymentId!: string | null;
  @Field(() => UUID, { nullable: true, description: "The pending entry that this one posts or voids." })
  resolvesId!: string | null;
  @Field(() => UUID, { nullable: true, description: "The entry that this one corrects." })
  correctsId!: string | null;
  @Field(() => String, { nullable: true, description: "Coded reason of a correction, a release or a rejection." })
  reason!: string | null;
  @Field(() => LocalDate, { description: "Day it concerns." })
  effectiveOn!: string;
  @Field(() => DateTime, { description: "When it was recorded." })
  recordedAt!: Date;
}

export const LedgerPostingConnection = connectionOf("LedgerPosting", () => LedgerPostingType);

@visibleTo("FINANCE")
@ObjectType("LedgerAccount", { description: "One account of the book as it stood at an instant." })
export class LedgerAccountType {
  @Field(() => AccountEnum, { description: "The account." })
  account!: Account;
  @Field(() => UUID, { nullable: true, description: "Contract party it was narrowed to." })
  ownerId!: string | null;
  @Field(() => DateTime, { description: "Entries recorded by this instant count." })
  asOf!: Date;
  @Field(() => Money, { description: "Sum of posted entries: debit positive, credit negative." })
  balance!: Money;
  @Field(() => Money, { description: "Reserved by bookings that had neither taken place nor ended." })
  pending!: Money;
}

export function balanceView(of: Balance): LedgerBalanceType {
  return { account: of.account, balance: money(of.balance), pending: money(of.pending) };
}

export function postingView(row: LedgerRow): LedgerPostingType {
  return {
    id: row.id,
    entryId: row.entry_id,
    kind: row.kind,
    status: row.status,
    ownerId: row.owner_id,
    amount: money(row.amount_minor),
    bookingId: row.booking_id && globalId("Booking", row.booking_id),
    paymentId: row.payment_id && globalId("SettlementPayment", row.payment_id),
    resolvesId: row.resolves_id,
    correctsId: row.corrects_id,
    reason: row.reason,
    effectiveOn: row.effective_on,
    recordedAt: row.recorded_at,
  };
}
