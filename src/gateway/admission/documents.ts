/**
 * Parsed documents by hash, so that a client's usual operations are parsed, validated and priced once. Bounded by what they say in all,
 * oldest use first out: anyone may send documents, nobody may fill the memory with them.
 */
import type { DocumentNode } from "graphql";

/** A parsed document takes some ninety bytes of memory for each of its characters. */
const MOST_CHARACTERS = 700_000;

/** To read, validate and compile what was never seen holds the thread as long as a point of other work for so many characters. */
const CHARACTERS_A_POINT = 5;

/** What is charged for a document that was not seen before, whatever it then asks for and whether or not it is one. */
export function readingCost(document: string): number {
  return Math.ceil(document.length / CHARACTERS_A_POINT);
}

export class Documents {
  readonly #kept = new Map<string, DocumentNode>();
  #characters = 0;

  constructor(private readonly most = MOST_CHARACTERS) {}

  async get(key: string): Promise<DocumentNode | undefined> {
    const document = this.#kept.get(key);
    if (document === undefined) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, document);
    return document;
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    await this.delete(key);
    this.#kept.set(key, document);
    this.#characters += lengthOf(document);
    for (const oldest of this.#kept.keys()) {
      if (this.#characters <= this.most) return;
      await this.delete(oldest);
    }
  }

  async delete(key: string): Promise<boolean> {
    const document = this.#kept.get(key);
    if (document) this.#characters -= lengthOf(document);
    return this.#kept.delete(key);
  }
}

function lengthOf({ loc }: DocumentNode): number {
  return loc?.source.body.length ?? 0;
}
