/** A file inside a GraphQL input: its text, or its bytes in base64 where a client would rather not decide on an encoding; or put as it is. */
import { badInput } from "../../../gateway/api/bad-input.js";
import type { Context } from "../../../gateway/api/context.js";
import type { ContentEncoding } from "../slot-words.js";

type WithFile = { readonly content?: string | null; readonly encoding?: ContentEncoding | null };

/** In the place of the content of a file that was put. */
export const AS_IT_CAME = "";

/** Null where the input says that there is none. */
export function contentOf({ file }: Pick<Context, "file">, { content, encoding }: WithFile): Uint8Array | string | null {
  if (file) return file.bytes;
  if (content === null || content === undefined) return null;
  if (encoding !== "BASE64") return content;
  const bytes = Buffer.from(content, "base64");
  // whatever is no letter of it is passed over and makes fewer bytes: only then is it looked for
  const full = content.length % 4 === 0 && bytes.length === (content.length / 4) * 3 - (/={0,2}$/.exec(content.slice(-2))?.[0].length ?? 0);
  if (!full && !/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(content)) throw badInput("The content is not base64.", ["input", "content"]);
  return bytes;
}

/** What the key of the act stands for: all of the input, and of a file that was put its hash, which was worked out while it came. */
export function keyedInput<I extends WithFile>({ file }: Pick<Context, "file">, input: I): I {
  return file ? { ...input, content: file.digest } : input;
}
