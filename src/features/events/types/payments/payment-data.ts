import { id } from "../../event-type.js";

/** What every event of a payment says. */
export const PAYMENT = {
  paymentId: id("SettlementPayment"),
  providerId: id("Organisation"),
} as const;
