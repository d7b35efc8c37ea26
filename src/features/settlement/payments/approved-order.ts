/**
 * What an approval is about: to whom, to which account, how much, under which id, from whose account. All of it was frozen when the
 * batch was closed, but for the account of the insurer; its hash stays with the approval, and a file is made only while it is still so.
 */
import { createHash } from "node:crypto";
import type { SentPayment } from "./export.store.js";

/** sha256 of what the bank will get of these payments, in hexadecimal. The order does not matter; the day does not belong to it. */
export function approvedDigest(payments: readonly SentPayment[], payerIban: string | null): string {
  const lines = payments
    .map(({ endToEndId, name, account, nemKonto, payee, amountMinor }) => [
      endToEndId,
      name,
      account?.registrationNumber ?? null,
      account?.accountNumber ?? null,
      account?.iban ?? null,
      nemKonto ?? null,
      payee.kind === "MEMBER" ? payee.id : null,
      String(amountMinor),
    ])
    .sort(([a], [b]) => ((a ?? "") < (b ?? "") ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([payerIban, lines]))
    .digest("hex");
}
