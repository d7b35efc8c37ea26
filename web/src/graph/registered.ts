import { gql, type TypedDocumentNode } from "@urql/core";

/** A document that the gateway knows by its hash: the hash is what is sent, the text is for the cache. */
export function registered<Result, Variables extends object>(hash: string, text: string): TypedDocumentNode<Result, Variables> {
  const document = gql<Result, Variables>(text);
  return Object.assign(document, { documentId: `sha256:${hash}` });
}
