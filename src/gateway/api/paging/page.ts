/**
 * Keyset paging. A cursor is the sort key of a row, so a page starts after that row even when rows came or went since.
 * It is opaque to clients; an unknown one is refused rather than ignored, because ignoring it would restart the list unseen.
 */
import { ArgsType, Field, Int } from "type-graphql";
import { isLocalDate } from "../../../kernel/day.js";
import { isUuid } from "../../../kernel/id.js";
import { badInput } from "../bad-input.js";
import { base64url } from "../input/base64url.js";

export const MAX_PAGE = 100;
const MAX_CURSOR_CHARS = 512;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { description: "How many, 1 to 100; 0 answers an empty page." })
  first!: number;
  @Field(() => String, { nullable: true, description: "The endCursor of the page before; leave out for the first page." })
  after?: string | null;
}

export type CursorKey = readonly (string | number | boolean | null)[];

/** What a part of a key must be before it may meet a column: whoever writes a cursor by hand gets no further than here. */
const KINDS = {
  string: (part) => typeof part === "string",
  number: (part) => typeof part === "number",
  boolean: (part) => typeof part === "boolean",
  /** Of 32 bits, as the database counts ranks. */
  integer: (part) => typeof part === "number" && Number.isInteger(part) && Math.abs(part) < 2 ** 31,
  /** A count of 64 bits, written as text because JSON has none. */
  whole: (part) => typeof part === "string" && /^(0|[1-9]\d{0,17})$/.test(part),
  uuid: (part) => typeof part === "string" && isUuid(part),
  day: (part) => typeof part === "string" && isLocalDate(part),
  /** As JavaScript writes it. */
  instant: (part) => typeof part === "string" && /^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z$/.test(part) && !Number.isNaN(Date.parse(part)),
  /** As the database writes it, with its offset. */
  timestamp: (part) =>
    typeof part === "string" &&
    /^\d{4}-\d\d-\d\d [\d:]{8}(\.\d{1,6})?[+-]\d\d(:\d\d)?$/.test(part) &&
    !Number.isNaN(Date.parse(part.replace(/[+-]\d\d$/, "$&:00"))),
} as const satisfies Record<string, (part: unknown) => boolean>;
type Kind = keyof typeof KINDS;

/** How each part of a list's sort key looks; a trailing "?" allows null. */
export type CursorShape = readonly (Kind | `${Kind}?`)[];

/** `list` names the ordering, so that a cursor of one list is no cursor of another. */
export function encodeCursor(list: string, key: CursorKey): string {
  return base64url(JSON.stringify([list, ...key]));
}

export function decodeCursor(list: string, shape: CursorShape, cursor: string, path: readonly string[] = ["after"]): CursorKey {
  const parts = cursor.length <= MAX_CURSOR_CHARS ? parse(cursor) : null;
  if (!parts || parts[0] !== list || parts.length !== shape.length + 1) throw unknown(path);
  const key = parts.slice(1);
  if (!key.every((part, i) => fits(part, shape[i] ?? "string"))) throw unknown(path);
  return key as CursorKey;
}

function parse(cursor: string): readonly unknown[] | null {
  if (!/^[\w-]+$/.test(cursor)) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function fits(part: unknown, kind: string): boolean {
  return (part === null && kind.endsWith("?")) || KINDS[kind.replace("?", "") as Kind](part);
}

function unknown(path: readonly string[]): Error {
  return badInput("This cursor belongs to no page of this list; take endCursor of the page before.", path);
}

/** The page size, or a refusal. `limit` for the query is one more than this: the extra row tells whether there is a next page. */
export function pageSize(first: number, path: readonly string[] = ["first"]): number {
  if (!Number.isInteger(first) || first < 0 || first > MAX_PAGE) throw badInput(`first must be from 0 to ${MAX_PAGE}.`, path);
  return first;
}
