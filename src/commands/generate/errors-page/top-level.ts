import { CODES } from "../../../gateway/execution/mask.js";

export type TopLevelCode = (typeof CODES)[number];

/** The codes of `errors[].extensions.code`: when one is met, and what a client does then. A code without its words does not compile. */
export const TOP_LEVEL: Readonly<Record<TopLevelCode, { readonly says: string; readonly remedy: string }>> = {
  BAD_REQUEST: {
    says: "The request is no GraphQL request: not JSON, not POST, too large, or a subscription over plain HTTP.",
    remedy:
      "Send a POST of `application/json` with `query` and `variables`; subscriptions go over WebSocket, or with `accept: text/event-stream`.",
  },
  BAD_USER_INPUT: {
    says: "A variable or an argument does not fit its type; `inputPath` or `invalid` says which one, never its value.",
    remedy: "Correct that field.",
  },
  FORBIDDEN: {
    says: "Reserved. The gateway does not give it: what a caller may not see does not exist for it.",
    remedy: "Treat it like NOT_FOUND.",
  },
  GRAPHQL_PARSE_FAILED: { says: "The document is no GraphQL.", remedy: "Correct the document at `locations`." },
  GRAPHQL_VALIDATION_FAILED: {
    says: "The document asks for what the schema does not have, or does not have for this role: both answer alike.",
    remedy: "Compare it with the schema as this role sees it; the console shows that.",
  },
  INTERNAL: { says: "A fault of ours.", remedy: "Quote `traceId`; the log has the story under it." },
  NOT_FOUND: { says: "There is no such address on this server.", remedy: "The API is at /graphql." },
  OPERATION_RESOLUTION_FAILURE: {
    says: "The document has several operations, or none of the name asked for.",
    remedy: "Send `operationName`.",
  },
  OUTCOME_UNKNOWN: {
    says: "The answer of the database was lost: the change is in force or it is not.",
    remedy: "Send the same request with the same `idempotencyKey`; it answers what happened.",
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    says: "A hash was sent that no registered document has, in the way that would register it: nothing is registered by asking.",
    remedy: "Send the document itself, or have the client's manifest registered (`npm run manifest`).",
  },
  QUERY_TOO_COMPLEX: {
    says: "The document is deeper, longer or dearer than is allowed; `requested` and `maximum` say by how much.",
    remedy: "Ask for fewer items a page, or in several requests. `extensions.cost` tells the price of an answer.",
  },
  RATE_LIMITED: {
    says: "More was asked for than this caller's share.",
    remedy: "Wait `retryAfterSeconds`, which is also in the header Retry-After.",
  },
  REFUSED: {
    says: "A query was refused; `extensions.refusals` has every reason, with the codes below. A mutation has them in its payload.",
    remedy: "Decide on the codes in `refusals`.",
  },
  UNAUTHENTICATED: {
    says: "No token, or one that is expired, revoked or not for this gateway.",
    remedy: "Sign in and send `authorization: Bearer`.",
  },
  OVERLOADED: {
    says: "More is asked of the service than it can do in time, or this took longer than it may; nothing was changed.",
    remedy: "Repeat it after `retryAfterSeconds`, also in the header Retry-After; ask for less if it took too long.",
  },
  UNAVAILABLE: {
    says: "The database does not answer at the moment; nothing was changed.",
    remedy: "Repeat it later; with a key, at once.",
  },
  UNTRUSTED_DOCUMENT: {
    says: "Only registered documents are run here, and this is none.",
    remedy: "Use a document of schema/operations or of a manifest, word by word; register new ones with `npm run manifest`.",
  },
};
