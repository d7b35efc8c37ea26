/** Who is connected, and how many at most: by person or system, by clinic, and in all. */
import type { Viewer } from "../../platform/viewer.js";

const PER_SUBJECT = 20;
const PER_PROVIDER = 200;
const IN_ALL = 5_000;

export class SocketRegistry<S extends { readonly viewer: Viewer }> {
  readonly #all = new Set<S>();
  readonly #counts = new Map<string, number>();

  /** False when there is no room. */
  enter(session: S): boolean {
    const keys = keysOf(session.viewer);
    if (this.#all.size >= IN_ALL || keys.some(([key, most]) => (this.#counts.get(key) ?? 0) >= most)) return false;
    this.#all.add(session);
    for (const [key] of keys) this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    return true;
  }

  leave(session: S): void {
    if (!this.#all.delete(session)) return;
    for (const [key] of keysOf(session.viewer)) {
      const left = (this.#counts.get(key) ?? 1) - 1;
      if (left > 0) this.#counts.set(key, left);
      else this.#counts.delete(key);
    }
  }

  all(): Iterable<S> {
    return this.#all;
  }
}

function keysOf({ role, subject, providerId }: Viewer): readonly (readonly [string, number])[] {
  return [[`${role} ${subject}`, PER_SUBJECT], ...(providerId === null ? [] : [[`provider ${providerId}`, PER_PROVIDER] as const])];
}
