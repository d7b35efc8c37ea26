import type { PaymentOrder } from "../payments/payment-order.js";

/**
 * A way for payments to leave. A channel is a value: it turns an order that has passed every check into bytes, the same
 * bytes for the same order, and knows neither database nor clock. What it wrote is read back before it leaves.
 */
export type PaymentChannel = {
  /** UPPER_SNAKE_CASE, stable; stored with every file. */
  readonly code: string;
  readonly description: string;
  readonly descriptionDa: string;
  readonly mediaType: string;
  readonly fileName: (order: PaymentOrder) => string;
  readonly write: (order: PaymentOrder) => string;
};
