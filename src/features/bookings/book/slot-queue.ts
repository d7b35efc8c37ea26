/**
 * A rush for one slot must not take the connections that everyone else needs. Its callers wait here, in memory, and only a
 * few are in the database at a time. Nothing is decided here: which caller wins is decided by the lock on the slot.
 */
import type { SlotSeen } from "../../capacity/slots/slot.js";
import type { Database } from "../../../platform/postgres/database.js";

/** One opens, reads and claims its key while the other holds the lock; more would only wait for that lock with a connection each. */
const AT_ONCE = 2;
/** Those who are only told that it is taken wait for nobody; still fewer than a pool has connections. */
const TOLD_AT_ONCE = 8;

export type SlotQueue = {
  /** Set when one of these callers found the slot taken: those behind need only be told. */
  taken: boolean;
  /** What the last of them was offered instead. */
  offered: Offer | null;
};

/** Free times for a service, and when they were looked up, by the clock of `performance`. */
export type Offer = { readonly service: string; readonly slots: readonly SlotSeen[]; readonly at: number };

type Queue = SlotQueue & { inside: number; readonly waiting: (() => void)[] };

/** Per database, because two gateways in one process are two gateways. */
const queues = new WeakMap<Database, Map<string, Queue>>();

export async function inTurn<T>(database: Database, slotId: string, work: (queue: SlotQueue) => Promise<T>): Promise<T> {
  const all = queues.get(database) ?? new Map<string, Queue>();
  queues.set(database, all);
  const queue = all.get(slotId) ?? { taken: false, offered: null, inside: 0, waiting: [] };
  all.set(slotId, queue);
  // whoever leaves hands the place over at once, so nobody who comes later slips in between
  if (queue.inside < mostOf(queue)) queue.inside += 1;
  else await new Promise<void>((enter) => queue.waiting.push(enter));
  try {
    return await work(queue);
  } finally {
    queue.inside -= 1;
    for (; queue.inside < mostOf(queue); queue.inside += 1) {
      const enter = queue.waiting.shift();
      if (!enter) break;
      enter();
    }
    if (queue.inside === 0) all.delete(slotId);
  }
}

function mostOf(queue: Queue): number {
  return queue.taken ? TOLD_AT_ONCE : AT_ONCE;
}
