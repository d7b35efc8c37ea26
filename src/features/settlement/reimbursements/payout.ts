/** What a member is owed for a decided bill, where it is paid from here: a row to be gathered, and its entry in the book. Pure. */
import { entryRows, type BookActor, type BookRows, type Posting } from "../../ledger/entry.js";
import type { PriceDecision } from "../../../rules/price/price.js";

type Decided = {
  readonly reimbursementId: string;
  readonly memberId: string;
  /** Danish day of the decision. */
  readonly decidedOn: string;
  readonly decision: Pick<PriceDecision, "insurerReimbursesMemberOre" | "danmarkToInsurerOre">;
};

/** Nothing for a bill of which nothing is reimbursed. What 'danmark' pays back lowers the expense, at most to nothing (PRC-DANMARK). */
export function payoutRows({ reimbursementId, memberId, decidedOn, decision }: Decided, by: BookActor): BookRows {
  const owed = BigInt(decision.insurerReimbursesMemberOre);
  if (owed <= 0n) return {};
  const asked = BigInt(decision.danmarkToInsurerOre);
  const danmark = asked > owed ? owed : asked;
  const sides: Posting[] = [
    { account: "INSURER_EXPENSE", ownerId: null, amountMinor: owed },
    { account: "MEMBER_PAYABLE", ownerId: memberId, amountMinor: -owed },
    { account: "DANMARK_RECEIVABLE", ownerId: null, amountMinor: danmark },
    { account: "INSURER_EXPENSE", ownerId: null, amountMinor: -danmark },
  ];
  // the entry carries the reimbursement's id, so that a later one can name it unread
  return {
    payout: [
      { id: by.newId(), reimbursement_id: reimbursementId, member_id: memberId, amount_minor: owed, decided_on: decidedOn, state: "READY" },
    ],
    ...entryRows({ id: reimbursementId, kind: "REIMBURSEMENT", status: "POSTED", effectiveOn: decidedOn }, sides, by),
  };
}
