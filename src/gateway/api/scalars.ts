/**
 * The scalars of the API. Each refuses with a reason and without the value: what was sent may be somebody's health.
 * Those of graphql-scalars are not used: they repeat the value, and their BigInt is a number up to 2^53 and a string above.
 */
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { isUuid } from "../../kernel/id.js";

type Scalar<I> = {
  name: string;
  description: string;
  wants: string;
  parse: (value: unknown) => I | null;
  serialize: (value: unknown) => string;
};

function scalar<I>({ name, description, wants, parse, serialize }: Scalar<I>): GraphQLScalarType<I, string> {
  const read = (value: unknown): I => {
    const parsed = parse(value);
    if (parsed === null) throw new GraphQLError(`${name} must be ${wants}.`, { extensions: { code: "BAD_USER_INPUT" } });
    return parsed;
  };
  return new GraphQLScalarType<I, string>({ name, description, serialize, parseValue: read, parseLiteral: (node) => read(literal(node)) });
}

function literal(node: ValueNode): unknown {
  return node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : null;
}

const WHOLE = /^-?\d{1,19}$/;
const MAX = 2n ** 63n;

export const BigIntScalar = scalar<bigint>({
  name: "BigInt",
  description: 'A whole number of up to 64 bits, always written as a decimal string, e.g. "89500", so that no client rounds it.',
  wants: "a whole number written as a string",
  parse: (value) => {
    const text = typeof value === "number" && Number.isSafeInteger(value) ? String(value) : value;
    if (typeof text !== "string" || !WHOLE.test(text)) return null;
    const number = BigInt(text);
    return number >= -MAX && number < MAX ? number : null;
  },
  serialize: (value) => {
    if (typeof value === "bigint") return value.toString();
    if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
    if (typeof value === "string" && WHOLE.test(value)) return value;
    throw new TypeError("BigInt got something that is no whole number");
  },
});

/** Wide of every birth and every contract, and inside what the database and the calendar can count with. */
const inRange = (day: string): boolean => day >= "1900-01-01" && day <= "2199-12-31";

/** As it is answered: what a store has already written this way is not read and written again. */
const READY = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?([Zz]|[+-](\d{2}):(\d{2}))$/;

export const DateTime = scalar<Date>({
  name: "DateTime",
  description: 'An instant (RFC 3339) with its offset, e.g. "2026-03-02T08:30:00+01:00", from 1900 to 2199; answered in UTC.',
  wants: "an instant with its offset, like 2026-03-02T08:30:00+01:00, from 1900 to 2199",
  parse: (value) => (typeof value === "string" ? instant(value) : null),
  serialize: (value) => {
    if (typeof value === "string" && READY.test(value)) return value;
    // rows that came through JSON in the database carry their instants as text, "+00:00" instead of "Z"
    const date = value instanceof Date ? value : typeof value === "string" ? new Date(value) : null;
    if (date === null || Number.isNaN(date.getTime())) throw new TypeError("DateTime got something that is no instant");
    return date.toISOString();
  },
});

function instant(text: string): Date | null {
  const [, day, hour, minute, second, , , offsetHour = "0", offsetMinute = "0"] = INSTANT.exec(text) ?? [];
  if (day === undefined || !isDay(day)) return null;
  // `new Date` accepts 24:00:00, which RFC 3339 does not
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59 || Number(offsetHour) > 23 || Number(offsetMinute) > 59) return null;
  const date = new Date(text.toUpperCase());
  // in UTC as well: an offset may lead over the edge
  return Number.isNaN(date.getTime()) || !inRange(day) || !inRange(date.toISOString().slice(0, 10)) ? null : date;
}

export const LocalDate = scalar<string>({
  name: "LocalDate",
  description: 'A calendar day in Europe/Copenhagen, e.g. "2026-03-02", from 1900 to 2199. It has no time and no zone.',
  wants: "a day of the calendar, like 2026-03-02, from 1900 to 2199",
  parse: (value) => (typeof value === "string" && isDay(value) && inRange(value) ? value : null),
  serialize: (value) => {
    if (typeof value === "string" && isDay(value)) return value;
    throw new TypeError("LocalDate got something that is no day");
  },
});

/** The product deals with some hundred days around today; a page names the same one twenty times. */
const MOST_DAYS = 2_000;
const days = new Set<string>();

function isDay(text: string): boolean {
  if (days.has(text)) return true;
  if (!isInCalendar(text)) return false;
  if (days.size >= MOST_DAYS) days.clear();
  days.add(text);
  return true;
}

function isInCalendar(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  // 31 February rolls over into March, or is refused, depending on the day
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export const UUID = scalar<string>({
  name: "UUID",
  description: 'A UUID, e.g. "0197f3a1-6c1e-7cc3-98c4-dc0c0c07398f". Choose a random one.',
  wants: "a UUID",
  parse: (value) => {
    const text = typeof value === "string" ? value.toLowerCase() : "";
    return isUuid(text) ? text : null;
  },
  serialize: String,
});
