/**
 * A file with civil registration numbers is kept as its order, without them and without names: both are filled in when it leaves, by
 * the job that puts it into the outbox, and are kept nowhere. The same order and the same people give the same bytes. Pure.
 */
import { present } from "../../../kernel/invariant.js";
import { bankText } from "../bank/bank-text.js";
import type { OrderPayment, PaymentOrder } from "./payment-order.js";

/** What stands in the places to be filled while the order is checked; no number that was ever issued. */
export const BLANK = { name: "Medlem", civilNumber: "0000000000" } as const;

export type PaidPerson = { readonly name: string; readonly civilNumber: string };

/** The order as it is kept: amounts as text, because JSON knows no big integers. */
export function keptOrder(order: PaymentOrder): string {
  return JSON.stringify(order, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
}

/** The order with the people it pays, by the ids of the payments. */
export function filledOrder(kept: string, people: ReadonlyMap<string, PaidPerson>): PaymentOrder {
  const order = JSON.parse(kept) as Omit<PaymentOrder, "controlSumMinor" | "payments"> & {
    readonly controlSumMinor: string;
    readonly payments: readonly (Omit<OrderPayment, "amountMinor"> & { readonly amountMinor: string })[];
  };
  return {
    ...order,
    controlSumMinor: BigInt(order.controlSumMinor),
    payments: order.payments.map((payment) => {
      const { name, civilNumber } = present(people.get(payment.endToEndId), "everybody who is paid is known");
      return {
        ...payment,
        amountMinor: BigInt(payment.amountMinor),
        creditorName: carried(name),
        creditorAccount: { nemKonto: { kind: "CPR", number: civilNumber } },
      };
    }),
  };
}

/** The account is found by the number; a name that banks cannot carry keeps nobody from being paid. */
function carried(name: string): string {
  const text = bankText(name, 70);
  return "text" in text && text.text.trim() !== "" ? text.text : BLANK.name;
}
