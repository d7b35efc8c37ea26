/** How records are fetched by their ids: many at a time, each once per request, each as this viewer may see it. */
import DataLoader from "dataloader";
import type { GraphQLResolveInfo, GraphQLSchema } from "graphql";
import type { Tx } from "../../platform/postgres/transaction.js";
import type { Audited } from "../../platform/trail/audit.js";
import { runQuery } from "./run-operation.js";
import { loader, type Context } from "./context.js";
import { requirePurpose } from "./purpose.js";

/** The records of these ids as their GraphQL type shows them; whatever the viewer may not see is left out. */
type Fetch<V extends object> = (uuids: readonly string[], ctx: Context) => Promise<ReadonlyMap<string, V>>;
type FetchNodes = Fetch<object>;
/** By the name of the type. */
export type NodeFetchers = Readonly<Record<string, FetchNodes>>;

/** The request's loader of one type. Acts empty it, because what it remembers may have changed. */
function nodeLoader(fetchers: NodeFetchers, type: string): (ctx: Context) => DataLoader<string, object | null> {
  return (ctx) =>
    loader(ctx, `node ${type}`, () => {
      const fetch = fetchers[type];
      return new DataLoader<string, object | null>(async (uuids) => {
        const found = await fetch?.(uuids, ctx);
        return uuids.map((uuid) => found?.get(uuid) ?? null);
      });
    });
}

export function loadNode(fetchers: NodeFetchers, type: string, uuid: string, ctx: Context): Promise<object | null> {
  return nodeLoader(fetchers, type)(ctx).load(uuid);
}

const KEY = "nodes";

/** Keeps the fetchers with the schema, for fields that are worked out from other records. */
export function keepFetchers(schema: GraphQLSchema, fetchers: NodeFetchers): void {
  schema.extensions = { ...schema.extensions, [KEY]: fetchers };
}

/** Another record as this viewer may see it, or null: for a field that is worked out from it. */
export function nodeOf(ctx: Context, { schema }: GraphQLResolveInfo, type: string, uuid: string): Promise<object | null> {
  return loadNode(schema.extensions[KEY] as NodeFetchers, type, uuid, ctx);
}

/** Rows under their ids. */
export function byId<R extends { readonly id: string }, V>(rows: readonly R[], view: (row: R) => V): ReadonlyMap<string, V> {
  return new Map(rows.map((row) => [row.id, view(row)]));
}

/** Of records that are read by their ids alone and shown by `view`; row security says whose they are. */
export function nodesBy<Row extends { readonly id: string }, V extends object>(
  load: (tx: Tx, ids: readonly string[]) => Promise<readonly Row[]>,
  view: (row: Row) => V,
): Fetch<V> {
  return async (ids, ctx) => byId(await runQuery(ctx, (tx) => load(tx, ids)), view);
}

/** The same of records about a person: for a purpose, and with a line in the audit trail. */
export function personalNodesBy<Row extends { readonly id: string }, V extends object>(
  load: (tx: Tx, ids: readonly string[]) => Promise<readonly Row[]>,
  view: (row: Row, ctx: Context) => V,
  seen: (rows: readonly Row[]) => readonly Audited[],
): Fetch<V> {
  return async (ids, ctx) => {
    requirePurpose(ctx);
    return byId(await runQuery(ctx, (tx) => load(tx, ids), seen), (row) => view(row, ctx));
  };
}
