/**
 * Lets others be answered between two pieces of work of which each holds the thread for long. Twice round: what is asked for while
 * requests are read comes before any more are read, and would let in nobody.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}
