/** Lets others be answered between two pieces of work of which each holds the thread for long. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
