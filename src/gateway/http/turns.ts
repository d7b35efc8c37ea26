/**
 * One caller's requests take turns: a few run at once, the rest wait for their own, so that whoever sends a hundred at a time is
 * behind himself and everybody else is behind a few of his. Answers are worked out on one thread, which has no other order.
 */
import { HttpFault } from "./answer.js";

type Caller = { inside: number; readonly waiting: (() => void)[] };

export class Turns {
  readonly #callers = new Map<string, Caller>();

  constructor(
    private readonly atOnce = 3,
    private readonly mostWaiting = 2_000,
  ) {}

  /** Answers how the turn is given back. */
  async enter(who: string): Promise<() => void> {
    const caller = this.#callers.get(who) ?? { inside: 0, waiting: [] };
    this.#callers.set(who, caller);
    if (caller.inside < this.atOnce) caller.inside += 1;
    else if (caller.waiting.length >= this.mostWaiting) throw tooMany();
    else await new Promise<void>((resolve) => caller.waiting.push(resolve));
    return () => {
      // whose turn it is takes the place over
      const next = caller.waiting.shift();
      if (next) return next();
      caller.inside -= 1;
      if (caller.inside === 0) this.#callers.delete(who);
    };
  }
}

function tooMany(): HttpFault {
  const more = { retryable: true, retryAfterSeconds: 2 };
  return new HttpFault(503, "OVERLOADED", "Too many requests of yours wait already; nothing was changed.", { "retry-after": "2" }, more);
}
