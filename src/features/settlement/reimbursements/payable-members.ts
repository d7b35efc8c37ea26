/** Whether members are paid from here, and whether everybody in a batch can be. */
import { refusal, Refused } from "../../../kernel/refusal.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { withoutNumber } from "../payments/export.store.js";
import type { PaymentSettings } from "../payments/payment-settings.js";

/** A number that was known when the batch was closed may be gone: then its payment is taken out, and the others leave. */
export async function checkMembers(tx: Tx, batchId: string, { nemKontoOfMembers }: PaymentSettings): Promise<void> {
  if (!nemKontoOfMembers) throw new Refused([MEMBERS_NOT_PAID]);
  const missing = await withoutNumber(tx, batchId);
  if (missing.length === 0) return;
  throw new Refused(
    missing.map((id) =>
      refusal("CIVIL_NUMBER_MISSING", `No civil registration number is known of whom payment ${id} goes to.`, {
        path: ["input", "batchId"],
        remedy: "Take the payment out with withdrawPayment.",
      }),
    ),
  );
}

export const MEMBERS_NOT_PAID = refusal(
  "MEMBERS_NOT_PAID",
  "Members are not paid from here: the claims system pays their reimbursements.",
  {
    path: ["input"],
    remedy: "PAYMENT_NEMKONTO_MEMBERS switches it on, once the bank has agreed to it.",
  },
);
