import { randomFillSync } from "node:crypto";
import { uuidv7 } from "../kernel/id.js";

const NEEDED = 10;
/** Randomness is fetched for a few hundred ids at once: asking the system for each costs more than making it. */
const pool = Buffer.alloc(NEEDED * 400);
let used = pool.length;

/** A fresh id for a row; ids made later sort later. */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += NEEDED;
  return uuidv7(Date.now(), pool.subarray(used - NEEDED, used));
}
