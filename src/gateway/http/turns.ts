/**
 * One caller's requests take turns, so that whoever sends a hundred at a time is behind himself and nobody else is behind a hundred:
 * answers are worked out on one thread, which has no other order. Alone, a caller has a few at once. Beside others he has one, and
 * after it, where more of his wait, a rest of three times as long as the thread was busy with it and some milliseconds at least: he has a quarter of the thread at most, and
 * another's request, which is short, meets one of his. Some work is followed by a longer rest, whether or not more of his wait.
 */
import { performance } from "node:perf_hooks";
import { HttpFault } from "./answer.js";

type Caller = { inside: number; resting: boolean; readonly waiting: (() => void)[] };
/** What follows a turn. */
export type Rest = {
  /** At least so long, whoever else is there. */
  readonly leastMs?: number;
  /** So many times as long as the thread was busy, beside others. */
  readonly times?: number;
};
/** Gives a turn back. */
type Leave = (rest?: Rest) => void;

const ALONE = 3;
const BESIDE_OTHERS = 1;
const MOST_WAITING = 2_000;
/** Who asked so long ago counts as being there. */
const PRESENT_MS = 1_000;
/** How many times as long as the thread was busy. */
const REST = 3;
/** What a question costs before and after its turn (reading, saying who asks, sending) is not seen here. */
const LEAST_REST_MS = 4;
const LONGEST_REST_MS = 2_000;

/** Who came lately, to whatever turns: somebody is beside others however different what they ask. */
export class Presence {
  /** The last who came, and the last who came before and is somebody else. */
  #latest = { who: "", at: -Infinity };
  #other = { who: "", at: -Infinity };

  constructor(private readonly now: () => number = () => performance.now()) {}

  note(who: string): void {
    if (this.#latest.who !== who) this.#other = this.#latest;
    this.#latest = { who, at: this.now() };
  }

  isAlone(who: string): boolean {
    const { at } = this.#latest.who === who ? this.#other : this.#latest;
    return this.now() - at > PRESENT_MS;
  }
}

export class Turns {
  readonly #callers = new Map<string, Caller>();

  constructor(private readonly presence: Presence = new Presence()) {}

  /** Answers how the turn is given back. */
  async enter(who: string): Promise<Leave> {
    this.presence.note(who);
    const caller = this.#callers.get(who) ?? { inside: 0, resting: false, waiting: [] };
    this.#callers.set(who, caller);
    if (caller.waiting.length >= MOST_WAITING) throw tooMany();
    if (caller.resting || caller.waiting.length > 0 || caller.inside >= this.#atOnce(who))
      await new Promise<void>((resolve) => caller.waiting.push(resolve));
    else caller.inside += 1;
    const before = performance.eventLoopUtilization();
    return ({ leastMs = 0, times }: Rest = {}) => {
      caller.inside -= 1;
      const owes = leastMs > 0 || times !== undefined;
      if (caller.waiting.length === 0 && !owes) return this.#forget(who, caller);
      const beside = !this.presence.isAlone(who);
      const busyMs = beside ? Math.max((times ?? REST) * performance.eventLoopUtilization(before).active, LEAST_REST_MS) : 0;
      this.#rest(who, caller, Math.min(Math.max(busyMs, leastMs), LONGEST_REST_MS));
    };
  }

  /** Even the shortest rest lets those be read who have sent something meanwhile. */
  #rest(who: string, caller: Caller, ms: number): void {
    if (caller.resting) return;
    caller.resting = true;
    const goOn = (): void => {
      caller.resting = false;
      while (caller.waiting.length > 0 && caller.inside < this.#atOnce(who)) {
        caller.inside += 1;
        caller.waiting.shift()?.();
      }
      this.#forget(who, caller);
    };
    if (ms < 1) setImmediate(goOn);
    else setTimeout(goOn, ms);
  }

  #forget(who: string, { inside, resting, waiting }: Caller): void {
    if (inside === 0 && !resting && waiting.length === 0) this.#callers.delete(who);
  }

  #atOnce(who: string): number {
    return this.presence.isAlone(who) ? ALONE : BESIDE_OTHERS;
  }
}

function tooMany(): HttpFault {
  const more = { retryable: true, retryAfterSeconds: 2 };
  return new HttpFault(503, "OVERLOADED", "Too many requests of yours wait already; nothing was changed.", { "retry-after": "2" }, more);
}
