import type { BankExceptionRecord } from "./bank-exception.store.js";
import type { OpenException } from "./resolution.js";

/** The record of an exception as the decision reads it. */
export function openException({ id, reason, details, amount_minor }: BankExceptionRecord): OpenException {
  return { id, reason, kind: details.kind, amountMinor: amount_minor };
}
