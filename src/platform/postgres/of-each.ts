/**
 * A page of what belongs to each of many records, in one statement: the records' ids come as $1, and the page is cut for each of
 * them by itself. `page` is a query about `p.id`, in its order; `columns` are what is answered of it, as `x`, and of what is `joined`.
 */
export function ofEach(columns: string, page: string, order: string, joined = ""): string {
  return `select p.id as parent, ${columns}
from unnest($1::uuid[]) p(id) cross join lateral (${page}) x ${joined}
order by ${order}`;
}

/** The ids come from us and are never null. */
export const PARENT = { neverNull: ["parent"] } as const;
