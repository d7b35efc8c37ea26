/** Whom a payment is to, where the book owes it, and who is told what became of it. Pure. */
import { present } from "../../../kernel/invariant.js";
import type { Account } from "../../ledger/entry.js";
import type { PaymentState } from "./payment-state.js";

/** A company, for treatments in the network, or a member, for a bill of own choice. */
export type PaidTo = { readonly kind: "COMPANY"; readonly id: string } | { readonly kind: "MEMBER"; readonly id: string };

/** The one of the two that a row names; the constraint payment_is_to_a_company_or_a_member says that it is one. */
export function payeeIn({ provider_id, member_id }: { readonly provider_id: string | null; readonly member_id: string | null }): PaidTo {
  if (member_id !== null) return { kind: "MEMBER", id: member_id };
  return { kind: "COMPANY", id: present(provider_id, "a payment is to a company or a member") };
}

/** The account of the book that is settled when it is paid. */
export function payableTo({ kind, id }: PaidTo): { readonly account: Account; readonly ownerId: string } {
  return { account: kind === "MEMBER" ? "MEMBER_PAYABLE" : "CLINIC_PAYABLE", ownerId: id };
}

type Happened = readonly [topic: string, paymentId: string, data: Readonly<Record<string, string>>];

/** The event that tells what became of a payment: a clinic hears of its own, the insurer's systems of both. */
export function paymentEvent({ id, payee }: { readonly id: string; readonly payee: PaidTo }, state: PaymentState): Happened {
  const happened = state.toLowerCase();
  return payee.kind === "MEMBER"
    ? [`payout.${happened}`, id, { paymentId: id }]
    : [`payment.${happened}`, id, { paymentId: id, providerId: payee.id }];
}
