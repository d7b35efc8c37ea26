/**
 * Changing the keys of civil registration numbers while everything runs: give the new key first in CPR_KEY or CPR_INDEX_KEY
 * and the old one after it, restart the gateways, let this job finish, then take the old key away.
 */
import type { Database } from "../platform/database.js";
import type { PersonalData } from "../platform/personal-data.js";
import { moveToCurrentKeys } from "./civil-number.store.js";

const ROWS_PER_TRANSACTION = 1_000;
const FIRST = "00000000-0000-0000-0000-000000000000";

/** Moves everything that is under an older key. Killed at any point it goes on where it stood; a second one takes turns with it. */
export async function rotateCivilNumbers(database: Database, personal: PersonalData): Promise<{ readonly moved: number }> {
  let moved = 0;
  for (let after = FIRST; ;) {
    const batch = await moveToCurrentKeys(database, personal, after, ROWS_PER_TRANSACTION);
    if (!batch) return { moved };
    moved += batch.moved;
    after = batch.last;
  }
}
