/**
 * Long work lets others be answered between its pieces. Where it is one caller's and others are there (`besideOthers`), it also rests after each
 * piece: another's question takes several turns of the thread, and would meet a piece in each of them.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as pause } from "node:timers/promises";

/** How many times as long as a piece took. */
const REST = 3;
/** Milliseconds after which a piece ends: a few of them nobody notices, and to stop more often costs more than it gives. */
export const PIECE_MS = 4;
/** A pause in which the database was busy and not this thread is not worth more. */
const LONGEST_REST_MS = 250;

const manners = new AsyncLocalStorage<() => boolean>();

/** Runs one caller's work; `areThere` says whether others are there at the moment. */
export function besideOthers<T>(areThere: () => boolean, work: () => Promise<T>): Promise<T> {
  return manners.run(areThere, work);
}

/** Lets others in. Twice round: what is asked for while requests are read comes before any more are read, and would let in nobody. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}

/** After work that took so long. */
export async function rest(busyMs: number): Promise<void> {
  if (manners.getStore()?.()) await pause(Math.min(Math.max(1, REST * busyMs), LONGEST_REST_MS));
  else await breathe();
}

/** Works through a long list a few hundred at a time; a list of one portion holds nobody up and is done at once. */
export async function inPieces<T, R>(
  list: readonly T[],
  work: (portion: readonly T[], from: number) => readonly R[],
  portion = 200,
): Promise<R[]> {
  const done: R[] = [];
  let began = performance.now();
  for (let from = 0; from < list.length; from += portion) {
    for (const each of work(list.slice(from, from + portion), from)) done.push(each);
    const busyMs = performance.now() - began;
    if (busyMs < PIECE_MS || from + portion >= list.length) continue;
    await rest(busyMs);
    began = performance.now();
  }
  return done;
}
