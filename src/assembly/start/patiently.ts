import { setTimeout as pause } from "node:timers/promises";
import { sqlState } from "../../platform/postgres/database-errors.js";

const START_TRIES = 10;

/** A database that starts together with its gateway, or answers slowly at first, is waited for; a wrong address is not hidden long. */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      // what the database itself has said it will say again; an ordinary error is no fault of the database
      if (tries >= START_TRIES || sqlState(error) !== null) throw error;
      await pause(300);
    }
  }
}
