/**
 * A file that is put to the endpoint as it is, by whoever can send one and writes no GraphQL: `curl -T openings.csv`. It stands for
 * one operation of the API and is that operation, with its rights, price, limits and answer; only the way in is another.
 */
import type { ApolloServer } from "@apollo/server";
import type { IncomingMessage, ServerResponse } from "node:http";
import { HttpFault, JSON_TYPE, sendAnswer } from "./answer.js";
import type { Context } from "../api/context.js";

export type Put = {
  /** Without parameters, in lower case. */
  readonly mediaType: string;
  /** What stands behind the question mark. */
  readonly search: URLSearchParams;
  /** Of the header Idempotency-Key; null where none is given. */
  readonly key: string | null;
};
export type PutOperation = { readonly document: string; readonly variables: Readonly<Record<string, unknown>> };

/**
 * Says what is done with the bytes to come; throws a Fault before they are read. The operation finds them in its context: as a variable
 * they would be written out, copied and read back while everybody waits.
 */
export type FileDoor = (put: Put) => PutOperation;

export function putOf(req: IncomingMessage, search: string): Put {
  const encoding = req.headers["content-encoding"];
  if (encoding !== undefined && encoding !== "identity")
    throw new HttpFault(415, "BAD_REQUEST", "Send the file as it is, without content encoding.");
  const [mediaType = ""] = (req.headers["content-type"] ?? "").split(";");
  const key = req.headers["idempotency-key"];
  return {
    mediaType: mediaType.trim().toLowerCase(),
    search: new URLSearchParams(search),
    // a string in the structure of RFC 8941 stands in quotation marks
    key: typeof key === "string" ? key.trim().replace(/^"|"$/g, "") : null,
  };
}

/** 200 where all of it was done, or every line has its own answer; 422 where it was refused, with every reason. */
export async function answerPut<C extends Context>(
  apollo: ApolloServer<C>,
  res: ServerResponse,
  { document, variables }: PutOperation,
  contextValue: C,
): Promise<void> {
  const { body, http } = await apollo.executeOperation({ query: document, variables }, { contextValue });
  const headers = Object.fromEntries([...http.headers].filter(([name]) => name === "retry-after"));
  if (body.kind !== "single") throw new Error("incremental delivery is not offered");
  const { data, errors } = body.singleResult;
  const [answer] = Object.values(data ?? {}) as { readonly errors?: readonly unknown[] }[];
  if (errors || !answer) return sendAnswer(res, http.status ?? 400, JSON_TYPE, JSON.stringify({ errors }), headers);
  sendAnswer(res, answer.errors?.length ? 422 : 200, JSON_TYPE, JSON.stringify(answer), headers);
}
