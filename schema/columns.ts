import { sql, type Column, type SQL } from "drizzle-orm";
import { bigint, customType, date, timestamp, uuid } from "drizzle-orm/pg-core";

/** UUIDv7 made by the caller, so that a retry of the same request names the same row. */
export const id = () => uuid("id").primaryKey();
/** An instant; UTC in the database, never without a zone. */
export const instant = <N extends string>(name: N) => timestamp(name, { withTimezone: true, mode: "date", precision: 6 });
/** A calendar day in Denmark, as 'YYYY-MM-DD'. */
export const day = <N extends string>(name: N) => date(name, { mode: "string" });
/** Whole øre. */
export const ore = <N extends string>(name: N) => bigint(name, { mode: "bigint" });
const transactionNumber = customType<{ data: string }>({ dataType: () => "xid8" });
/** The transaction that wrote the row: all that one act writes bears one number, in whatever table it stands. */
export const writtenIn = () =>
  transactionNumber("written_in")
    .notNull()
    .default(sql`pg_current_xact_id()`);
export const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });
/** Kilometres on a transverse Mercator plane (see src/kernel/place.ts): nearest-first needs no extension. */
export const planePoint = customType<{ data: { x: number; y: number }; driverData: string }>({
  dataType: () => "point",
  toDriver: ({ x, y }) => `(${x},${y})`,
  fromDriver: (value) => (typeof value === "string" ? parsePoint(value) : value),
});

/** Days in Denmark on which something holds, as PostgreSQL writes a multirange: `{[2026-01-01,2027-01-01)}`; the end is not included. */
export const dayPeriods = customType<{ data: string }>({ dataType: () => "datemultirange" });
/** Instants at which something holds. */
export const instantPeriods = customType<{ data: string }>({ dataType: () => "tstzmultirange" });

/** For a check: the column holds one of the values of a list in the code. */
export function isOneOf(column: Column, values: readonly string[]): SQL {
  // eslint-disable-next-line no-restricted-syntax -- the values stand in the code; a check in a migration takes no parameters
  return sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(","))})`;
}

function parsePoint(text: string): { x: number; y: number } {
  const [x = "0", y = "0"] = text.replace(/[()]/g, "").split(",");
  return { x: Number(x), y: Number(y) };
}
