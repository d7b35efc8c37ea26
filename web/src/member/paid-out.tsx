import type { BillsScreenQuery } from "../graph/member-app";
import { date } from "../shared/format";
import { useLanguage, useOwn } from "../words";
import { memberWords } from "./words";

type Reimbursed = BillsScreenQuery["viewer"]["members"][number]["reimbursements"]["edges"][number]["node"];
type Payout = NonNullable<Reimbursed["payout"]>;

/** How far a reimbursement is paid, in a sentence. */
export function PaidOut({ of: { state, expectedOn, paidOn } }: { readonly of: Payout }) {
  const own = useOwn(memberWords);
  const { language } = useLanguage();
  if (state === "STOPPED") return own.payoutStopped;
  if (state === "PAID_ELSEWHERE") return own.payoutElsewhere;
  if (state === "PAID" && paidOn) return own.payoutPaid(date(language, paidOn));
  return expectedOn ? own.payoutExpected(date(language, expectedOn)) : own.payoutWaits;
}
