/** A file inside a GraphQL input: its text, or its bytes in base64 where a client would rather not decide on an encoding. */
import { registerEnumType } from "type-graphql";
import { badInput } from "../../gateway/api/bad-input.js";
import type { IntakeInput } from "../intake/source.js";

export const CONTENT_ENCODINGS = { TEXT: "TEXT", BASE64: "BASE64" } as const;
export type ContentEncoding = keyof typeof CONTENT_ENCODINGS;
registerEnumType(CONTENT_ENCODINGS, {
  name: "ContentEncoding",
  description: "How the content of a file is written into the request.",
  valuesConfig: { TEXT: { description: "As text." }, BASE64: { description: "Its bytes in base64; the file itself must be UTF-8." } },
});

export function contentOf(content: string | null | undefined, encoding: ContentEncoding | null | undefined): IntakeInput {
  if (content === null || content === undefined) return null;
  if (encoding !== "BASE64") return content;
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(content)) throw badInput("The content is not base64.", ["input", "content"]);
  return Buffer.from(content, "base64");
}
