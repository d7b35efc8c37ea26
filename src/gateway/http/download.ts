/**
 * A file that is fetched by its address, by whoever can fetch one: `curl -O`. It stands for one operation of the API and is that
 * operation, with the caller's token, rights, price, limits and lines of the access log; only the way out is another.
 */
import type { ApolloServer } from "@apollo/server";
import type { ServerResponse } from "node:http";
import type { Context, Download } from "../api/context.js";
import { HttpFault, JSON_TYPE, sendAnswer } from "./answer.js";
import type { PutOperation } from "./put-file.js";

export const DOCUMENTS_PATH = "/documents/";

/** The operation behind an address; null where there is none. The operation hands the file to `download` of its context. */
export type DownloadDoor = (path: string, search: URLSearchParams) => PutOperation | null;

/** The first of these doors that knows an address. */
export function doorOf(doors: readonly DownloadDoor[]): DownloadDoor {
  return (path, search) => {
    for (const door of doors) {
      const operation = door(path, search);
      if (operation) return operation;
    }
    return null;
  };
}

/** 200 with the file; 404 where there is none for this caller; else what the operation was refused with. */
export async function answerDownload<C extends Context>(
  apollo: ApolloServer<C>,
  res: ServerResponse,
  { document, variables }: PutOperation,
  context: C,
): Promise<void> {
  const taken: Download[] = [];
  const contextValue: C = { ...context, download: (file: Download) => void taken.push(file) };
  const { body, http } = await apollo.executeOperation({ query: document, variables }, { contextValue });
  if (body.kind !== "single") throw new Error("incremental delivery is not offered");
  const headers = Object.fromEntries([...http.headers].filter(([name]) => name === "retry-after"));
  const { errors } = body.singleResult;
  if (errors) return sendAnswer(res, http.status ?? 400, JSON_TYPE, JSON.stringify({ errors }), headers);
  const [file] = taken;
  if (!file) throw new HttpFault(404, "NOT_FOUND", "There is nothing here.");
  const name = file.fileName.replace(/[^\w.-]/g, "_");
  sendAnswer(res, 200, file.mediaType, file.bytes, { "content-disposition": `attachment; filename="${name}"` });
}
