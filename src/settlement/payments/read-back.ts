/**
 * Reads a payment file again before it leaves, by plain text search and none of the writer's code. A writer that drops,
 * repeats or rounds a payment is stopped here, whatever the reason.
 */
import { kroner } from "../../kernel/money.js";
import type { PaymentOrder } from "./payment-order.js";

/** What is wrong with the written file, in words; empty when it says what was ordered. */
export function differences(order: PaymentOrder, content: string): string[] {
  const found: string[] = [];
  if (!content.startsWith("<?xml")) found.push("it does not begin as XML");
  const ids = values(content, "EndToEndId");
  const expected = order.payments.map((p) => p.endToEndId);
  if (ids.length !== expected.length || ids.some((id, i) => id !== expected[i])) found.push("its payments are not the ordered ones");
  const amounts = [...content.matchAll(/<InstdAmt Ccy="([A-Z]{3})">([^<]*)<\/InstdAmt>/g)].map(
    ([, currency, amount]) => `${currency} ${amount}`,
  );
  if (amounts.length !== expected.length || amounts.some((a, i) => a !== `DKK ${kroner(order.payments[i]?.amountMinor ?? 0n)}`))
    found.push("its amounts are not the ordered ones");
  for (const [tag, value] of [
    ["MsgId", order.messageId],
    ["PmtInfId", order.paymentInfoId],
  ] as const) {
    if (values(content, tag).join() !== value) found.push(`its ${tag} is not the ordered one`);
  }
  for (const [tag, value] of [
    ["NbOfTxs", String(order.count)],
    ["CtrlSum", kroner(order.controlSumMinor)],
  ] as const) {
    const stated = values(content, tag);
    if (stated.length !== 2 || stated.some((s) => s !== value)) found.push(`its ${tag} is not the ordered one on both levels`);
  }
  return found;
}

function values(content: string, tag: string): string[] {
  return [...content.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, "g"))].map(([, value]) => value ?? "");
}
