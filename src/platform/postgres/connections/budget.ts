/** What one request may ask of the database, whatever its document was priced at: the price is an estimate, this is a count. */
import { AsyncLocalStorage } from "node:async_hooks";
import { OverBudget } from "../database-errors.js";

export type Budget = { readonly transactions: number; readonly roundTrips: number };

/** Three times what the dearest registered document takes, and far below what a pool would notice. */
const REQUEST_BUDGET: Budget = { transactions: 300, roundTrips: 1_500 };

type Purse = { transactions: number; roundTrips: number };
const purses = new AsyncLocalStorage<Purse>();

/** Runs the work of one request. What jobs and commands do is nobody's request, and has no budget. */
export function withinBudget<T>(work: () => T, budget: Budget = REQUEST_BUDGET): T {
  return purses.run({ ...budget }, work);
}

/** Told of everything that is begun on a database. */
export function spend(what: keyof Purse): void {
  const purse = purses.getStore();
  if (purse && (purse[what] -= 1) < 0) throw new OverBudget();
}
