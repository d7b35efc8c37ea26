/** The job that makes a confirmed account the one that is paid to, once its time of waiting is over. */
import type { Database } from "../../../platform/postgres/database.js";
import { statement } from "../../../platform/postgres/statement.js";
import { transaction } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { WORKER } from "../../../platform/viewer.js";
import { lockSettlement } from "../batches/closing/gather.store.js";

const APPLY = statement(
  "accounts-apply",
  `with due as (
     update account_change set state = 'IN_FORCE', in_force_at = clock_now()
      where state = 'CONFIRMED' and applies_at <= clock_now()
      returning provider_id, id, registration_number, account_number, iban),
   changed as (
     update provider_account a set registration_number = d.registration_number, account_number = d.account_number,
       iban = d.iban, changed_at = clock_now(), blocked_at = null, blocked_reason = null
      from due d where a.provider_id = d.provider_id returning a.provider_id),
   added as (
     insert into provider_account (provider_id, registration_number, account_number, iban, changed_at)
     select d.provider_id, d.registration_number, d.account_number, d.iban, clock_now() from due d
      where not exists (select from provider_account a where a.provider_id = d.provider_id) returning provider_id)
   select d.provider_id, d.id from due d`,
);

/** Not while a batch is closed: a payment is frozen with one account or the other. */
export function putAccountsInForce(database: Database): Promise<{ readonly inForce: number }> {
  return transaction(database, WORKER, async (tx) => {
    await lockSettlement(tx);
    const applied = await tx.query(APPLY.with());
    await write(tx, {
      audit_event: applied.map(({ id }) =>
        auditRow(WORKER, "job", { operation: "putAccountsInForce", object: "ProviderAccountChange", objectId: id, outcome: "ALLOWED" }),
      ),
      outbox: applied.map(({ provider_id: providerId, id }) =>
        outboxRow("provider.account-changed", providerId, { providerId, changeId: id }),
      ),
    });
    return { inForce: applied.length };
  });
}
