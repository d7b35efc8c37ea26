/**
 * What a transaction of the jobs' login goes on as once its caller's own eyes have seen what they may: for rows that are
 * read as the product and shown without the person.
 */
import { statement } from "./postgres/statement.js";
import type { Tx } from "./postgres/transaction.js";

const ACT_AS_PRODUCT = statement(
  "act-as-product",
  "select set_config('app.role', 'WORKER', true) as as_viewer, set_config('role', 'gateway_worker', true) as as_role",
);

/** From here on the transaction reads as the product; only a login that is granted `gateway_worker` may. */
export async function actAsProduct(tx: Tx): Promise<void> {
  await tx.query(ACT_AS_PRODUCT.with());
}
