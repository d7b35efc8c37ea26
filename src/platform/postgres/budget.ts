/** What one request may ask of the database, whatever its document was priced at: the price is an estimate, this is a count. */
import { OverBudget } from "./database-errors.js";
import type { Database } from "./database.js";

export type Budget = { readonly transactions: number; readonly roundTrips: number };

/** Three times what the dearest registered document takes, and far below what a pool would notice. */
export const REQUEST_BUDGET: Budget = { transactions: 300, roundTrips: 1_500 };

/** The same database, as one request sees it. */
export function withBudget(database: Database, { transactions, roundTrips }: Budget = REQUEST_BUDGET): Database {
  let [openings, trips] = [0, 0];
  return Object.create(database, {
    // counted where everybody's are
    statements: { get: () => database.statements, set: (count: number) => (database.statements = count) },
    spend: {
      value: (what: "TRANSACTION" | "ROUND_TRIP") => {
        if (what === "TRANSACTION" ? (openings += 1) > transactions : (trips += 1) > roundTrips) throw new OverBudget();
      },
    },
  }) as Database;
}
