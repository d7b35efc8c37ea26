/**
 * A list that hangs on a record. What one document asks of many records is read in one statement, a page of each, and shares one
 * place in the request's loaders.
 */
import DataLoader from "dataloader";
import type { Tx } from "../../../platform/postgres/transaction.js";
import type { Audited } from "../../../platform/trail/audit.js";
import { runQuery } from "../run-operation.js";
import { loader, type Context } from "../context.js";
import { requirePurpose } from "../purpose.js";

/** A row with the id of the record it hangs on. */
export type Hanging = { readonly parent: string };

export type ListOf<R extends Hanging> = {
  /** Names the list and everything that tells one page of it from another. */
  readonly key: readonly unknown[];
  /** The rows of all parents, each parent's in order. */
  readonly read: (tx: Tx, parents: readonly string[], ctx: Context) => Promise<readonly R[]>;
  /** How many rows of each parent are shown; the one too many only says that there are more. */
  readonly shown?: number;
  /** Lines of the audit trail for what was shown; left out where the list shows nobody's data. */
  readonly seen?: (rows: readonly R[]) => readonly Audited[];
};

export async function rowsOf<R extends Hanging>(
  ctx: Context,
  parent: string,
  { key, read, shown, seen }: ListOf<R>,
): Promise<readonly R[]> {
  if (seen) requirePurpose(ctx);
  const lists = loader<string, readonly R[]>(ctx, JSON.stringify(key), () => {
    return new DataLoader(async (parents) => {
      return runQuery(
        ctx,
        async (tx) => byParent(parents, await read(tx, parents, ctx)),
        seen && ((found) => seen(found.flatMap((rows) => rows.slice(0, shown)))),
      );
    });
  });
  return lists.load(parent);
}

/** Rows by what they hang on, in the order of the parents. */
export function byParent<R extends Hanging>(parents: readonly string[], rows: readonly R[]): R[][] {
  const by = new Map<string, R[]>(parents.map((id) => [id, []]));
  for (const row of rows) by.get(row.parent)?.push(row);
  return parents.map((id) => by.get(id) ?? []);
}
