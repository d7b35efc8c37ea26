import type { PaymentOrder } from "../payments/payment-order.js";
import type { OrderAsWritten } from "../payments/read-back.js";

/**
 * A form in which payments leave: ISO 20022, a bank's own CSV, the envelope of a host-to-host connection. A channel is a value.
 * It turns an order that has passed every check into a text, the same for the same order, and can say what such a text orders;
 * it knows neither database nor clock. What it wrote is read back before it leaves.
 */
export type PaymentChannel = {
  /** UPPER_SNAKE_CASE, stable; stored with every file. */
  readonly code: string;
  readonly description: string;
  readonly descriptionDa: string;
  readonly mediaType: string;
  /** Its form has a place for a NemKonto. One without it throws where it is to write one; an export to one through it is refused before. */
  readonly carriesNemKonto: boolean;
  readonly fileName: (order: PaymentOrder) => string;
  readonly write: (order: PaymentOrder) => string;
  /** Reads any text by means of its own, with nothing of the writer, and never throws: what is not there is null or missing. */
  readonly readBack: (content: string) => OrderAsWritten;
};
