/** Cursors of lists that are ordered by id alone: ids are made in the order of time, so newest first is highest first. */
import { isUuid } from "../../../kernel/id.js";
import { badInput } from "../bad-input.js";
import { decodeCursor, encodeCursor } from "./page.js";

export function idCursor(list: string, id: string): string {
  return encodeCursor(list, [id]);
}

/** The id after which a page starts; null for the first page. */
export function idAfter(list: string, cursor: string | null | undefined, path: readonly string[] = ["after"]): string | null {
  if (cursor === null || cursor === undefined) return null;
  const [id] = decodeCursor(list, ["uuid"], cursor, path);
  if (typeof id === "string" && isUuid(id)) return id;
  throw badInput("This cursor belongs to no page of this list; take endCursor of the page before.", path);
}
