/**
 * Answers packed for the way (br, gzip). What a compressed answer is long tells of what stands in it together with what its asker put
 * in (BREACH): so nothing is packed that another site could have asked for in somebody's name, nothing that an act answers, for acts
 * tell secrets, and the length of what is packed is blurred.
 */
import { randomBytes, randomInt } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** Below this the headers are most of it. */
const WORTH_BYTES = 2_048;
/** Of the numbers a caller can measure, as many as these are one. */
const BLUR_BYTES = 64;
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } };

const packers = {
  br: (text: string): Promise<Buffer> => promisify(brotliCompress)(text, BROTLI),
  gzip: (text: string): Promise<Buffer> => promisify(gzip)(text, { level: 5 }),
} as const;
type Encoding = keyof typeof packers;

export type Packed = { readonly body: Buffer; readonly headers: Readonly<Record<string, string>> };

/** Null where the answer goes as it is. `cacheControl` of the answer may forbid it: no-transform. */
export async function packed(req: IncomingMessage, text: string, cacheControl: string | undefined): Promise<Packed | null> {
  if (text.length < WORTH_BYTES || cacheControl?.includes("no-transform")) return null;
  if (req.headers.cookie !== undefined || req.headers["sec-fetch-site"] === "cross-site") return null;
  const encoding = acceptedEncoding(req.headers["accept-encoding"]);
  if (encoding === null) return null;
  const body = await packers[encoding](text);
  return { body, headers: { "content-encoding": encoding, "x-blur": randomBytes(randomInt(1, BLUR_BYTES)).toString("base64url") } };
}

/** The better one of ours that is taken; null when neither is (RFC 9110 section 12.5.3). */
export function acceptedEncoding(header: string | string[] | undefined): Encoding | null {
  const taken = new Map<string, number>();
  for (const part of String(header ?? "")
    .toLowerCase()
    .split(",")) {
    const [name = "", ...parameters] = part.split(";").map((each) => each.trim());
    const quality = parameters.find((each) => each.startsWith("q="))?.slice(2);
    if (name !== "") taken.set(name, quality === undefined ? 1 : Number(quality) || 0);
  }
  const qualityOf = (encoding: Encoding): number => taken.get(encoding) ?? taken.get("*") ?? 0;
  const [br, gz] = [qualityOf("br"), qualityOf("gzip")];
  if (br <= 0 && gz <= 0) return null;
  return br >= gz ? "br" : "gzip";
}
