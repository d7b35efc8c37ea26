/**
 * Who gets a connection. Nobody has more than half of them at once, so that one caller with much to ask is in his own way and
 * in nobody else's; and where what waits already would take longer than a caller may wait, a new one is told so at once,
 * which costs nothing, instead of being told the same after a while.
 */
import type pg from "pg";
import { Overloaded } from "../database-errors.js";

/** Below the pool's own limit for a connection: who waits longer would be turned away anyway. */
const MOST_MS = 1_000;
/** Behind one's own: a single answer may need dozens of places, one after the other. */
const OWN_MOST_MS = 5_000;
const LEAST_SHARE = 3;
/** How much the last stay counts for the mean. */
const WEIGHT = 0.05;

type Caller = { inside: number; readonly waiting: (() => void)[] };

export class Places {
  readonly #callers = new Map<string, Caller>();
  readonly #share: number;
  #meanMs = 1;

  constructor(
    private readonly pool: pg.Pool,
    private readonly max: number,
  ) {
    this.#share = Math.max(LEAST_SHARE, Math.ceil(max / 2));
  }

  /**
   * A place for this caller, or Overloaded; null is the product itself. Answers how it is given back: with how long a connection
   * was held, which does not count the wait for it, or a full house would be a reason to think it fuller.
   */
  async enter(who: string | null): Promise<(heldMs?: number) => void> {
    if ((this.pool.waitingCount * this.#meanMs) / this.max > MOST_MS) throw new Overloaded();
    const leaveShare = who === null ? null : await this.#enterShare(who);
    return (heldMs) => {
      if (heldMs !== undefined) this.#meanMs += WEIGHT * (heldMs - this.#meanMs);
      leaveShare?.();
    };
  }

  async #enterShare(who: string): Promise<() => void> {
    const caller = this.#callers.get(who) ?? { inside: 0, waiting: [] };
    this.#callers.set(who, caller);
    if (caller.inside >= this.#share) await this.#turn(caller);
    else caller.inside += 1;
    return () => {
      // whose turn it is takes the place over
      const next = caller.waiting.shift();
      if (next) return next();
      caller.inside -= 1;
      if (caller.inside === 0) this.#callers.delete(who);
    };
  }

  #turn(caller: Caller): Promise<void> {
    return new Promise((resolve, reject) => {
      const mine = (): void => {
        clearTimeout(over);
        resolve();
      };
      const over = setTimeout(() => {
        caller.waiting.splice(caller.waiting.indexOf(mine), 1);
        reject(new Overloaded());
      }, OWN_MOST_MS);
      caller.waiting.push(mine);
    });
  }
}
