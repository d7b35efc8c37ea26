/**
 * Changing the keys of civil registration numbers while everything runs. In CPR_KEY or CPR_INDEX_KEY the new key is given second
 * first, so that every gateway can read it before one writes it; then first, and this job moves what is under the old one; then
 * alone. The gateways restart in turn each time.
 */
import type { Database } from "../../../platform/postgres/database.js";
import type { PersonalData } from "../../../platform/people/personal-data.js";
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
