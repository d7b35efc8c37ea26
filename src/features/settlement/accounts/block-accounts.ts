/** The bank says that an account is none: nothing more is sent there until the company has stated another. */
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { REASONS_ABOUT_THE_ACCOUNT } from "../payments/bank-reason-words.js";
import { outboxRow } from "../../../platform/trail/outbox.js";

function isAboutTheAccount(reason: string | null): boolean {
  return reason !== null && REASONS_ABOUT_THE_ACCOUNT.includes(reason);
}

// only where the account is still the one that was paid to: a new one has done nothing wrong
const BLOCK = statement(
  "accounts-block",
  `update provider_account a set blocked_at = clock_now(), blocked_reason = m.reason
     from jsonb_to_recordset($1::jsonb) as m(id uuid, reason text) join settlement_payment p on p.id = m.id
    where a.provider_id = p.provider_id and a.blocked_at is null
      and (a.registration_number, a.account_number) = (p.registration_number, p.account_number)
      and a.iban is not distinct from p.iban
    returning a.provider_id`,
);

type SentBack = { readonly paymentId: string; readonly reason: string | null };

/** Blocks the accounts of payments that came back because of them; whoever is concerned hears of it. */
export async function blockAccounts(tx: Tx, payments: readonly SentBack[]): Promise<void> {
  const bad = payments.flatMap(({ paymentId: id, reason }) => (isAboutTheAccount(reason) ? [{ id, reason }] : []));
  if (bad.length === 0) return;
  const blocked = await tx.query(BLOCK.with(JSON.stringify(bad)));
  await write(tx, {
    outbox: blocked.map(({ provider_id: providerId }) => outboxRow("provider.account-blocked", providerId, { providerId })),
  });
}
