/**
 * Parsed documents by hash, so that a client's usual operations are parsed, validated and priced once. Bounded, oldest use
 * first out: anyone may send documents, nobody may fill the memory with them.
 */
import type { DocumentNode } from "graphql";

export class Documents {
  readonly #kept = new Map<string, DocumentNode>();

  constructor(private readonly most = 1_000) {}

  async get(key: string): Promise<DocumentNode | undefined> {
    const document = this.#kept.get(key);
    if (document === undefined) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, document);
    return document;
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    this.#kept.set(key, document);
    if (this.#kept.size > this.most) for (const oldest of this.#kept.keys()) return void this.#kept.delete(oldest);
  }

  async delete(key: string): Promise<boolean> {
    return this.#kept.delete(key);
  }
}
