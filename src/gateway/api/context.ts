/**
 * What a resolver knows about the request it works for. Apollo copies this object shallowly, so everything that must be
 * shared between fields hangs on `loaders` or `services`, which are references.
 */
import type DataLoader from "dataloader";
import type { Database } from "../../platform/postgres/database.js";
import type { Viewer } from "../../platform/viewer.js";
import type { LongLists } from "./input/long-lists.js";

/** What the assembly hands to every resolver (keys, settings, log). Features add to it by declaration merging. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Services {}

/** A file of an answer, on its way to who fetches it by its address. */
export type Download = { readonly fileName: string; readonly mediaType: string; readonly bytes: Buffer };

/** A file that was put: its bytes, which belong to nobody else, and the SHA-256 of them in base64url. */
export type SentFile = { readonly bytes: Buffer; readonly digest: string };

export type Context<S extends object = Services> = {
  readonly viewer: Viewer;
  /** Names this request in answers, logs and the audit trail. */
  readonly traceId: string;
  /** Aborted when the caller goes away: work nobody waits for should stop. */
  readonly signal: AbortSignal;
  /** Network address of the caller, for limits on those who are nobody in particular; null where unknown. */
  readonly address?: string | null;
  /** Only in a subscription: the context of now, with the viewer as they are now. */
  readonly renew?: () => Promise<Context<S>>;
  /** Where the caller fetches a file: takes it, so that it need not travel in the answer. */
  readonly download?: (file: Download) => void;
  /** Only of a request: told when its document turns out never to have been seen, and when it brings in much. */
  readonly turn?: { isNew?: boolean; isBulk?: boolean };
  /** Lists of thousands of lines in the variables, read apart from the rest. */
  longLists?: LongLists;
  /** Where a file was put: it stands in the place of the operation's `content`, as it came. */
  readonly file?: SentFile;
  readonly database: Database;
  readonly loaders: Loaders;
  readonly services: S;
};

// The value types differ per key, which a Map cannot say; `loader` below is the one place that reads it.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loaders = Map<symbol | string, DataLoader<any, any>>;

/** Who acts, and how the act is named: all that an act needs that jobs do, too. */
export type Acting = Pick<Context, "viewer" | "traceId">;

export type NewContext<S extends object = Services> = Omit<Context<S>, "loaders">;

export function newContext<S extends object>(parts: NewContext<S>): Context<S> {
  return { ...parts, loaders: new Map() };
}

/**
 * The request's loader under this key, made at first use. A loader remembers what it fetched, so it must never outlive one
 * request: another viewer would be answered from this viewer's rows.
 */
export function loader<K, V, S extends object = Services>(
  ctx: Context<S>,
  key: symbol | string,
  make: (ctx: Context<S>) => DataLoader<K, V>,
): DataLoader<K, V> {
  const known = ctx.loaders.get(key);
  if (known) return known as DataLoader<K, V>;
  const made = make(ctx);
  ctx.loaders.set(key, made);
  return made;
}
