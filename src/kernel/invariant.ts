/** Thrown when something that cannot be, is: a fault of ours, never of the caller. The message says what was believed. */
class BrokenInvariant extends Error {
  override readonly name = "BrokenInvariant";
}

export function invariant(condition: unknown, believed: string): asserts condition {
  if (!condition) throw new BrokenInvariant(believed);
}

/** The value, or a BrokenInvariant naming what was believed to be there. */
export function present<T>(value: T | null | undefined, believed: string): T {
  invariant(value !== null && value !== undefined, believed);
  return value;
}
