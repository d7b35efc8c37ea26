/**
 * The documents that are run here: those of this release, and those of the manifests that stand. The latter are data, asked for again
 * now and then and whenever a document is met that is not known, at most once a second.
 */
import { createHash } from "node:crypto";
import { parse, type DocumentNode } from "graphql";
import type { Viewer } from "../../platform/viewer.js";
import { canonical, FIRST_PARTY } from "./trusted-documents.js";
import type { ManifestDocument } from "./client-manifest.js";

export type RegisteredDocuments = {
  /** The text under an id, which is a hash of it; null when none is registered. */
  readonly find: (id: string) => Promise<string | null>;
  /** Whether the text with this sha256 is one of them, as it is spelled. */
  readonly has: (hash: string) => boolean;
  /** Whether this viewer's software may run it. */
  readonly trusted: (hash: string, viewer: Viewer, document: DocumentNode) => Promise<boolean>;
  readonly refresh: () => Promise<void>;
  readonly stop: () => void;
};

const EVERY_MS = 10_000;
const SOONEST_MS = 1_000;

export function registeredDocuments(
  own: readonly string[],
  load: () => Promise<readonly ManifestDocument[]>,
  onError: (error: unknown) => void = () => {},
): RegisteredDocuments {
  const byHash = new Map(own.map((text) => [createHash("sha256").update(text).digest("hex"), text]));
  /** Only asked for a text that is no registered one letter by letter, so most gateways of a developer never work it out. */
  let spelled: ReadonlySet<string> | null = null;
  let byId: ReadonlyMap<string, string> = new Map();
  let registered: ReadonlySet<string> = new Set();
  /** Verdicts on documents, until the manifests are read anew. */
  let known = new WeakMap<DocumentNode, boolean>();
  let readAt = 0;
  let reading: Promise<void> | null = null;

  const read = async (): Promise<void> => {
    const documents = await load();
    byId = new Map(documents.map(({ id, body }) => [id, body]));
    registered = new Set([...byId.values()].map((body) => canonical(parse(body))));
    known = new WeakMap();
  };
  const refresh = (): Promise<void> =>
    (reading ??= read().finally(() => {
      readAt = Date.now();
      reading = null;
    }));
  const refreshSoon = async (): Promise<void> => {
    if (Date.now() - readAt >= SOONEST_MS) await refresh().catch(onError);
  };
  const timer = setInterval(() => void refresh().catch(onError), EVERY_MS);
  timer.unref();

  const textOf = (id: string): string | null => byHash.get(id) ?? byId.get(id) ?? null;
  const has = (hash: string): boolean => byHash.has(hash) || byId.has(hash);
  const isKnown = (document: DocumentNode): boolean => {
    const before = known.get(document);
    if (before !== undefined) return before;
    const text = canonical(document);
    spelled ??= new Set(own.map((each) => canonical(parse(each))));
    const verdict = spelled.has(text) || registered.has(text);
    known.set(document, verdict);
    return verdict;
  };
  return {
    find: async (id) => {
      const found = textOf(id);
      if (found !== null) return found;
      await refreshSoon();
      return textOf(id);
    },
    has,
    trusted: async (hash, { role }, document) => {
      if (!FIRST_PARTY.has(role) || has(hash) || isKnown(document)) return true;
      await refreshSoon();
      return isKnown(document);
    },
    refresh,
    stop: () => clearInterval(timer),
  };
}
