/**
 * A registered document asked for by its hash instead of its text, as first-party clients do: `documentId` ("sha256:...", the
 * GraphQL over HTTP draft), or `extensions.persistedQuery` as Apollo's clients write it. Nothing is registered this way: the list
 * is schema/persisted-documents.json, made by `npm run documents`, and the manifests that `npm run manifest` registers.
 */
import { createHash } from "node:crypto";
import { HttpFault } from "./answer.js";

/** The text of the document under this hash of it, in hexadecimal digits; null when none is registered. */
export type DocumentByHash = (id: string) => Promise<string | null> | string | null;

/** MD5, SHA-1 or SHA-256: what clients' tools name documents by. */
const HASH = /^([0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/;
const ALGORITHMS: Readonly<Record<number, string>> = { 32: "md5", 40: "sha1", 64: "sha256" };
type Body = Readonly<Record<string, unknown>>;

/** The body with the text in the place of the hash; any other body as it is. */
export async function withDocument(body: unknown, find: DocumentByHash): Promise<unknown> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  const asked = hashIn(body as Body);
  if (asked === null) return body;
  const { documentId: _, extensions, ...rest } = body as Body;
  const others = withoutHash(extensions);
  return { ...rest, query: await textOf(asked, rest["query"], find), ...(others ? { extensions: others } : {}) };
}

/** The same for the query string of a GET. */
export async function withDocumentInSearch(search: string, find: DocumentByHash): Promise<string> {
  if (!/[?&](documentId|extensions)=/.test(search)) return search;
  const params = new URLSearchParams(search);
  const body = { documentId: params.get("documentId") ?? undefined, extensions: jsonOf(params.get("extensions")) };
  const asked = hashIn(body);
  if (asked === null) return search;
  params.set("query", await textOf(asked, params.get("query") ?? undefined, find));
  params.delete("documentId");
  params.delete("extensions");
  return `?${params.toString()}`;
}

/** `automatic`: asked as Apollo's clients do that would register what is not known (APQ). */
type Asked = { readonly hash: string; readonly automatic: boolean };

function hashIn({ documentId, extensions }: Body): Asked | null {
  if (documentId !== undefined && documentId !== null)
    return { hash: checked(typeof documentId === "string" ? documentId.replace(/^sha256:/, "") : ""), automatic: false };
  const asked: unknown = typeof extensions === "object" && extensions !== null ? Reflect.get(extensions, "persistedQuery") : null;
  if (typeof asked !== "object" || asked === null) return null;
  return { hash: checked(Reflect.get(asked, "sha256Hash")), automatic: true };
}

function checked(hash: unknown): string {
  if (typeof hash === "string" && HASH.test(hash)) return hash;
  throw new HttpFault(
    400,
    "BAD_REQUEST",
    "A document is asked for by its hash: hexadecimal digits in small letters, of SHA-256 as a rule.",
  );
}

async function textOf({ hash, automatic }: Asked, given: unknown, find: DocumentByHash): Promise<string> {
  if (typeof given === "string" && given !== "") {
    // both: the text is what will run, so it must be the one that is named
    if (
      createHash(ALGORITHMS[hash.length] ?? "sha256")
        .update(given)
        .digest("hex") === hash
    )
      return given;
    throw new HttpFault(400, "BAD_REQUEST", "The document is not the one that its hash names.");
  }
  const text = await find(hash);
  if (text !== null) return text;
  // the message and the code that Apollo's clients know: they send the text from then on, and no hash
  if (automatic) throw new HttpFault(400, "PERSISTED_QUERY_NOT_SUPPORTED", "PersistedQueryNotSupported");
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
