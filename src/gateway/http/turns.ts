/**
 * One caller's requests take turns, so that whoever sends a hundred at a time is behind himself and nobody else is behind a hundred:
 * answers are worked out on one thread, which has no other order. Alone, a caller has a few at once. Beside others he has one, and
 * after it, where more of his wait, a rest of three times as long as the thread was busy with it: he has a quarter of the thread at most, and
 * another's request, which is short, meets one of his.
 */
import { performance } from "node:perf_hooks";
import { HttpFault } from "./answer.js";

type Caller = { inside: number; resting: boolean; readonly waiting: (() => void)[] };
/** Gives a turn back; `leastRestMs` is how long the next of the same caller waits at least. */
type Leave = (leastRestMs?: number) => void;

const ALONE = 3;
const BESIDE_OTHERS = 1;
const MOST_WAITING = 2_000;
/** Who asked so long ago counts as being there. */
const PRESENT_MS = 1_000;
/** How many times as long as the thread was busy. */
const REST = 3;
const LONGEST_REST_MS = 2_000;

export class Turns {
  readonly #callers = new Map<string, Caller>();
  /** The last who came, and the last who came before and is somebody else. */
  #latest = { who: "", at: -Infinity };
  #other = { who: "", at: -Infinity };

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Answers how the turn is given back. */
  async enter(who: string): Promise<Leave> {
    if (this.#latest.who !== who) this.#other = this.#latest;
    this.#latest = { who, at: this.now() };
    const caller = this.#callers.get(who) ?? { inside: 0, resting: false, waiting: [] };
    this.#callers.set(who, caller);
    if (caller.waiting.length >= MOST_WAITING) throw tooMany();
    if (caller.resting || caller.waiting.length > 0 || caller.inside >= this.#atOnce(who))
      await new Promise<void>((resolve) => caller.waiting.push(resolve));
    else caller.inside += 1;
    const before = performance.eventLoopUtilization();
    return (leastRestMs = 0) => {
      caller.inside -= 1;
      if (caller.waiting.length === 0) {
        if (caller.inside === 0 && !caller.resting) this.#callers.delete(who);
        return;
      }
      const busyMs = this.#isAlone(who) ? 0 : REST * performance.eventLoopUtilization(before).active;
      this.#rest(who, caller, Math.min(Math.max(busyMs, leastRestMs), LONGEST_REST_MS));
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
    };
    if (ms < 1) setImmediate(goOn);
    else setTimeout(goOn, ms);
  }

  #atOnce(who: string): number {
    return this.#isAlone(who) ? ALONE : BESIDE_OTHERS;
  }

  #isAlone(who: string): boolean {
    const { at } = this.#latest.who === who ? this.#other : this.#latest;
    return this.now() - at > PRESENT_MS;
  }
}

function tooMany(): HttpFault {
  const more = { retryable: true, retryAfterSeconds: 2 };
  return new HttpFault(503, "OVERLOADED", "Too many requests of yours wait already; nothing was changed.", { "retry-after": "2" }, more);
}
