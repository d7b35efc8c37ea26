/**
 * A registered document asked for by its hash instead of its text, as first-party clients do: `documentId` ("sha256:...", the
 * GraphQL over HTTP draft), or `extensions.persistedQuery` as Apollo's clients write it. Nothing is registered this way: the list
 * is schema/persisted-documents.json, made by `npm run documents`.
 */
import { createHash } from "node:crypto";
import { HttpFault } from "./answer.js";

/** The text of the document with this sha256 in hexadecimal; null when none is registered. */
export type DocumentByHash = (sha256: string) => string | null;

const HASH = /^[0-9a-f]{64}$/;
type Body = Readonly<Record<string, unknown>>;

/** The body with the text in the place of the hash; any other body as it is. */
export function withDocument(body: unknown, find: DocumentByHash): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  const hash = hashIn(body as Body);
  if (hash === null) return body;
  const { documentId: _, extensions, ...rest } = body as Body;
  const others = withoutHash(extensions);
  return { ...rest, query: textOf(hash, rest["query"], find), ...(others ? { extensions: others } : {}) };
}

/** The same for the query string of a GET. */
export function withDocumentInSearch(search: string, find: DocumentByHash): string {
  if (!/[?&](documentId|extensions)=/.test(search)) return search;
  const params = new URLSearchParams(search);
  const body = { documentId: params.get("documentId") ?? undefined, extensions: jsonOf(params.get("extensions")) };
  const hash = hashIn(body);
  if (hash === null) return search;
  params.set("query", textOf(hash, params.get("query") ?? undefined, find));
  params.delete("documentId");
  params.delete("extensions");
  return `?${params.toString()}`;
}

function hashIn({ documentId, extensions }: Body): string | null {
  if (documentId !== undefined && documentId !== null)
    return checked(typeof documentId === "string" ? documentId.replace(/^sha256:/, "") : "");
  const asked: unknown = typeof extensions === "object" && extensions !== null ? Reflect.get(extensions, "persistedQuery") : null;
  if (typeof asked !== "object" || asked === null) return null;
  return checked(Reflect.get(asked, "sha256Hash"));
}

function checked(hash: unknown): string {
  if (typeof hash === "string" && HASH.test(hash)) return hash;
  throw new HttpFault(400, "BAD_REQUEST", "A document is asked for by its sha256, 64 hexadecimal digits in small letters.");
}

function textOf(hash: string, given: unknown, find: DocumentByHash): string {
  if (typeof given === "string" && given !== "") {
    // both: the text is what will run, so it must be the one that is named
    if (createHash("sha256").update(given).digest("hex") === hash) return given;
    throw new HttpFault(400, "BAD_REQUEST", "The document is not the one that its hash names.");
  }
  const text = find(hash);
  if (text !== null) return text;
  throw new HttpFault(400, "UNTRUSTED_DOCUMENT", "Only registered documents are run by their hash; this one is not registered.");
}

function withoutHash(extensions: unknown): Body | null {
  if (typeof extensions !== "object" || extensions === null) return null;
  const { persistedQuery: _, ...rest } = extensions as Body;
  return Object.keys(rest).length > 0 ? rest : null;
}

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
