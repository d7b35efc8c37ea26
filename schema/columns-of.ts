/**
 * The columns of the tables under their names in the database, derived from `schema/tables`: as the driver answers them, as they
 * stand in JSON (`to_json`), and as a row is written. A column added to a table is in all of them at once.
 */
import type { PgTable } from "drizzle-orm/pg-core";
import type * as accounting from "./tables/accounting.js";
import type * as bookings from "./tables/booking.js";
import type * as cases from "./tables/case.js";
import type * as calendars from "./tables/calendar.js";
import type * as clientDocuments from "./tables/client-document.js";
import type * as claims from "./tables/claim.js";
import type * as clinics from "./tables/clinic.js";
import type * as events from "./tables/event.js";
import type * as members from "./tables/member.js";
import type * as network from "./tables/network.js";
import type * as notifications from "./tables/notification.js";
import type * as platform from "./tables/platform.js";
import type * as rates from "./tables/rate.js";
import type * as reference from "./tables/reference.js";
import type * as scenarios from "./tables/scenario.js";
import type * as security from "./tables/security.js";
import type * as settlement from "./tables/settlement.js";
import type * as slots from "./tables/slot.js";
import type * as webhooks from "./tables/webhook.js";

type Modules = typeof accounting &
  typeof bookings &
  typeof cases &
  typeof calendars &
  typeof clientDocuments &
  typeof claims &
  typeof clinics &
  typeof events &
  typeof members &
  typeof network &
  typeof notifications &
  typeof platform &
  typeof rates &
  typeof reference &
  typeof scenarios &
  typeof security &
  typeof settlement &
  typeof slots &
  typeof webhooks;
type TableIn<Export> = Export extends PgTable ? Export : never;
type Tables = { [K in keyof Modules as TableIn<Modules[K]>["_"]["name"]]: TableIn<Modules[K]>["_"]["columns"] };
export type TableName = keyof Tables;

/** Drizzle's description of each column, by the column's name. */
type Described<T extends TableName> = { [K in keyof Tables[T] as NameOf<Tables[T][K]>]: About<Tables[T][K]> };
type About<Column> = Column extends { readonly _: infer A } ? A : never;
type NameOf<Column> = About<Column> extends { readonly name: infer N extends string } ? N : never;

type OrNull<A, Value> = A extends { notNull: true } ? Value : Value | null;
type Data<A> = A extends { data: infer D } ? (D extends readonly (infer E)[] ? readonly E[] : D) : never;
type InJson<A> = A extends { dataType: "custom" | "date" } ? string : A extends { dataType: "bigint" } ? number : Data<A>;
/** JSON knows neither instants nor big integers: the database reads both from text. */
type Written<A> = InJson<A> | Data<A>;

/** A row as the driver answers it: an instant is a Date, a bigint a bigint, a day 'YYYY-MM-DD'. */
export type ColumnsOf<T extends TableName> = { readonly [C in keyof Described<T>]: OrNull<Described<T>[C], Data<Described<T>[C]>> };

/** A row as `to_json` answers it: an instant is an RFC 3339 text, a bigint a number. */
export type JsonOf<T extends TableName> = { readonly [C in keyof Described<T>]: OrNull<Described<T>[C], InJson<Described<T>[C]>> };

type Needed<T extends TableName> = {
  [C in keyof Described<T>]: Described<T>[C] extends { notNull: true; hasDefault: false } ? C : never;
}[keyof Described<T>];

/** A row to be written: what has no default and may not be null has to be there, and no column that the table does not have. */
export type NewRow<T extends TableName> = { readonly [C in Needed<T>]: Written<Described<T>[C]> } & {
  readonly [C in Exclude<keyof Described<T>, Needed<T>>]?: OrNull<Described<T>[C], Written<Described<T>[C]>>;
};

/** Rows by table name. Every row of a table carries the same columns. */
export type NewRows = { readonly [T in TableName]?: readonly NewRow<T>[] };

/** The values of one column, without null: for the generated types of statements. */
export type Column<T extends TableName, C extends keyof ColumnsOf<T>> = Present<ColumnsOf<T>[C]>;
export type JsonColumn<T extends TableName, C extends keyof JsonOf<T>> = Present<JsonOf<T>[C]>;
/** What stands under a key of a JSON column. */
export type Field<Whole, Key extends keyof Whole> = Present<Whole[Key]>;
type Present<Value> = unknown extends Value ? unknown : NonNullable<Value>;
