import type { Statement } from "./postgres/exchange.js";

/**
 * What must be true of the database at any moment, as a question whose answer is the list of rows that break it (design:
 * security.md, section C, I1-I9). Asked by `npm run verify`, after every crash experiment and by whoever doubts.
 */
export type Invariant = {
  readonly id: "I1" | "I2" | "I3" | "I4" | "I5" | "I6" | "I7" | "I8" | "I9";
  readonly says: string;
  /** A declared statement that answers the offending rows, `id` as text. */
  readonly broken: Statement<{ readonly id: string }>;
};
