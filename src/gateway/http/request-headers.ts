/**
 * The headers of a request as Apollo reads them: one at a time, from what Node has read already. Most requests are asked for
 * four of their headers, so a map of all of them is made only for whoever walks through it.
 */
import { HeaderMap } from "@apollo/server";
import type { IncomingHttpHeaders } from "node:http";

export class RequestHeaders extends HeaderMap {
  readonly #given: IncomingHttpHeaders;

  constructor(given: IncomingHttpHeaders) {
    super();
    this.#given = given;
  }

  override get(name: string): string | undefined {
    const value = this.#given[name.toLowerCase()];
    if (typeof value === "string") return value;
    return Array.isArray(value) ? value.join(", ") : undefined;
  }

  override has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  override get size(): number {
    return this.#all().size;
  }

  override entries(): MapIterator<[string, string]> {
    return this.#all().entries();
  }

  override keys(): MapIterator<string> {
    return this.#all().keys();
  }

  override values(): MapIterator<string> {
    return this.#all().values();
  }

  override [Symbol.iterator](): MapIterator<[string, string]> {
    return this.entries();
  }

  override forEach(each: (value: string, name: string, map: Map<string, string>) => void): void {
    this.#all().forEach(each);
  }

  #all(): Map<string, string> {
    return new Map(
      Object.keys(this.#given).flatMap((name) => {
        const value = this.get(name);
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
  }
}

/** The header as it was sent first, where it was sent more than once. */
export function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
