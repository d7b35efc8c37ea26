/** A file inside a GraphQL input: its text, or its bytes in base64 where a client would rather not decide on an encoding. */
import { badInput } from "../../../gateway/api/bad-input.js";
import type { IntakeInput } from "../intake/source.js";
import type { ContentEncoding } from "../slot-words.js";

export function contentOf(content: string | null | undefined, encoding: ContentEncoding | null | undefined): IntakeInput {
  if (content === null || content === undefined) return null;
  if (encoding !== "BASE64") return content;
  const bytes = Buffer.from(content, "base64");
  // whatever is no letter of it is passed over and makes fewer bytes: only then is it looked for
  const full = content.length % 4 === 0 && bytes.length === (content.length / 4) * 3 - (/={0,2}$/.exec(content.slice(-2))?.[0].length ?? 0);
  if (!full && !/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(content)) throw badInput("The content is not base64.", ["input", "content"]);
  return bytes;
}
