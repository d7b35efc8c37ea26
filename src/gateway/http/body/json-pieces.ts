/**
 * Reads a large JSON text a piece at a time, with room for others in between. Long lists (json-shape.ts) are taken out of the text, their
 * pieces read one after the other, and put back; it answers and throws what `JSON.parse` does with the whole.
 */
import { randomUUID } from "node:crypto";
import { rest } from "../../../platform/breathe.js";
import type { LongList } from "./json-shape.js";

/** `look` is shown each piece's text and what was read from it. */
type Look = (text: string, value: unknown) => void;

export async function parseInPieces(bytes: Buffer, long: readonly LongList[], look: Look): Promise<unknown> {
  return new Pieces(bytes, look).read(0, bytes.length, long);
}

class Pieces {
  /** Stands where a list was taken out: no text that was sent can say it. */
  readonly #mark = randomUUID();
  readonly #lists: unknown[][] = [];
  #began = performance.now();

  constructor(
    private readonly bytes: Buffer,
    private readonly look: Look,
  ) {}

  async read(from: number, to: number, inside: readonly LongList[]): Promise<unknown> {
    return this.#parse(await this.#textOf(from, to, inside), inside.length > 0);
  }

  async #textOf(from: number, to: number, inside: readonly LongList[]): Promise<string> {
    let text = "";
    let at = from;
    for (const list of inside) {
      const read = await this.#list(list);
      text += `${this.bytes.toString("utf8", at, list.from)}"${this.#mark}${this.#lists.push(read) - 1}"`;
      at = list.to + 1;
    }
    return text + this.bytes.toString("utf8", at, to);
  }

  async #list({ from, to, cuts, inside }: LongList): Promise<unknown[]> {
    const all: unknown[] = [];
    let at = from + 1;
    for (const cut of [...cuts, to]) {
      const begin = at;
      const within = inside.filter((list) => list.from >= begin && list.to < cut);
      const items = this.#parse(`[${await this.#textOf(at, cut, within)}]`, within.length > 0) as unknown[];
      if (items.length === 0) throw new SyntaxError("a comma without a value");
      for (const item of items) all.push(item);
      at = cut + 1;
      await rest(performance.now() - this.#began);
      this.#began = performance.now();
    }
    return all;
  }

  #parse(text: string, holdsLists: boolean): unknown {
    const value: unknown = JSON.parse(text);
    this.look(text, value);
    return holdsLists ? this.#withLists(value) : value;
  }

  #withLists(value: unknown): unknown {
    if (typeof value === "string") return value.startsWith(this.#mark) ? this.#lists[Number(value.slice(this.#mark.length))] : value;
    if (Array.isArray(value)) return value.map((inner) => this.#withLists(inner));
    if (typeof value === "object" && value !== null)
      for (const key of Object.keys(value))
        Object.defineProperty(value, key, { value: this.#withLists(Reflect.get(value, key)), ...AS_READ });
    return value;
  }
}

/** A key may be `__proto__`, which is set by defining it only. */
const AS_READ = { configurable: true, enumerable: true, writable: true };
