/**
 * The manifests that clients' tools write (Apollo's, Relay's and the client preset of GraphQL Code Generator), read and checked: a
 * document that its role may not run is found when it is registered, not when a member meets it.
 */
import { createHash } from "node:crypto";
import {
  getOperationAST,
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from "graphql";
import type { Role } from "../../platform/viewer.js";
import { beyondLimits, LIMITS } from "./limits.js";
import { schemaSeenBy } from "./role-schema.js";

export type ManifestDocument = { readonly id: string; readonly body: string };
export type ReadManifest = { readonly documents: readonly ManifestDocument[]; readonly faults: readonly string[] };

const MOST_DOCUMENTS = 2_000;
/** By how long the id is. */
const HASHES: Readonly<Record<number, string>> = { 32: "md5", 40: "sha1", 64: "sha256" };

/** What a manifest holds, and everything that is wrong with its form; texts of it are not repeated. */
export function readManifest(text: string): ReadManifest {
  const documents = documentsIn(text);
  if (!documents) return { documents: [], faults: ["this is no manifest: neither Apollo's form nor an object of hashes and documents"] };
  if (documents.length === 0) return { documents, faults: ["the manifest is empty"] };
  if (documents.length > MOST_DOCUMENTS) return { documents, faults: [`a manifest holds at most ${MOST_DOCUMENTS} documents`] };
  const faults = documents.flatMap(({ id, body }, n) => {
    const hash = /^[0-9a-f]+$/.test(id) ? HASHES[id.length] : undefined;
    if (hash === undefined) return [`document ${n + 1}: its id is no MD5, SHA-1 or SHA-256 in hexadecimal digits`];
    return createHash(hash).update(body).digest("hex") === id
      ? []
      : [`document ${n + 1} (${id.slice(0, 12)}): its id is not the hash of its text`];
  });
  return { documents, faults };
}

function documentsIn(text: string): ManifestDocument[] | null {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof read !== "object" || read === null || Array.isArray(read)) return null;
  if (Reflect.get(read, "format") === "apollo-persisted-query-manifest") {
    const operations: unknown = Reflect.get(read, "operations");
    if (!Array.isArray(operations)) return null;
    const found = operations.map((operation: unknown) => {
      const [id, body] =
        typeof operation === "object" && operation !== null ? [Reflect.get(operation, "id"), Reflect.get(operation, "body")] : [];
      return typeof id === "string" && typeof body === "string" ? { id, body } : null;
    });
    return found.every((each) => each !== null) ? found : null;
  }
  const entries = Object.entries(read);
  return entries.every(([, body]) => typeof body === "string") ? entries.map(([id, body]) => ({ id, body: String(body) })) : null;
}

/** Everything that keeps these documents from being run as this role. */
export function manifestFaults(schema: GraphQLSchema, role: Role, documents: readonly ManifestDocument[]): string[] {
  const seen = schemaSeenBy(schema, role);
  return documents.flatMap(({ id, body }) => {
    const document = parsed(body);
    const name = (document && getOperationAST(document)?.name?.value) ?? id.slice(0, 12);
    const say = (what: string): string => `${name}: ${what}`;
    if (!document) return [say("it is no GraphQL, or too long")];
    if (!document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION)) return [say("it holds no operation")];
    const size = beyondLimits(document, LIMITS);
    if (size) return [say(size.message)];
    return validate(seen, document, [...specifiedRules, NoSchemaIntrospectionCustomRule], { maxErrors: 3 }).map(({ message }) =>
      say(message),
    );
  });
}

function parsed(body: string): DocumentNode | null {
  try {
    return parse(body, { maxTokens: LIMITS.tokens });
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}
