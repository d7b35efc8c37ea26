/**
 * Small forms that facts are held against. A form answers null, or the first field that is wrong and what is wrong with it; what
 * it lets through is its type.
 */
import { isLocalDate, type LocalDate } from "../../kernel/calendar.js";

export type FieldProblem = { readonly path: string; readonly says: string };
/** Only the compiler sees it: what a value is that the form lets through. */
declare const FACTS: unique symbol;
export type FieldForm<Facts> = { (value: unknown): FieldProblem | null; readonly [FACTS]?: Facts };
export type FactsOf<F> = F extends FieldForm<infer Facts> ? Facts : never;
/** RFC 3339 with an offset. */
export type Instant = string;

const wrong = (says: string): FieldProblem => ({ path: "", says });

export const flag: FieldForm<boolean> = (value) => (typeof value === "boolean" ? null : wrong("must be true or false"));

export const oneOf = <Code extends string>(codes: readonly Code[]): FieldForm<Code> => {
  const known: ReadonlySet<unknown> = new Set(codes);
  return (value) => (known.has(value) ? null : wrong(`must be one of ${codes.length > 12 ? "the listed codes" : codes.join(", ")}`));
};

export const day: FieldForm<LocalDate> = (value) => {
  if (typeof value !== "string" || value.length !== 10) return wrong("must be a day, YYYY-MM-DD");
  return isLocalDate(value) ? null : wrong("is a day that does not exist");
};

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

export const instant: FieldForm<Instant> = (value) => {
  const found = typeof value === "string" ? INSTANT.exec(value) : null;
  if (!found) return wrong("must be an instant, RFC 3339 with an offset");
  return isLocalDate(found[1] ?? "") ? null : wrong("is an instant on a day that does not exist");
};

export const whole =
  (from: number, to: number = Number.MAX_SAFE_INTEGER): FieldForm<number> =>
  (value) =>
    Number.isSafeInteger(value) && Number(value) >= from && Number(value) <= to
      ? null
      : wrong(`must be a whole number of at least ${from}`);

/** ISO 3166-1 alpha-2 in its form; the rules name the few that matter. */
export const country: FieldForm<string> = (value) =>
  typeof value === "string" && /^[A-Z]{2}$/.test(value) ? null : wrong("must be a country code of two capital letters");

export const orNull =
  <Facts>(form: FieldForm<Facts>): FieldForm<Facts | null> =>
  (value) =>
    value === null ? null : form(value);

export const listOf =
  <Facts>(form: FieldForm<Facts>): FieldForm<readonly Facts[]> =>
  (value) => {
    if (!Array.isArray(value)) return wrong("must be a list");
    for (let i = 0; i < value.length; i += 1) {
      const problem = form(value[i]);
      if (problem) return { path: `[${i}]${dotted(problem.path)}`, says: problem.says };
    }
    return null;
  };

type Fields = Readonly<Record<string, FieldForm<unknown>>>;
type Flat<T> = { readonly [K in keyof T]: T[K] };

/** An object with these fields, the optional ones perhaps absent; any other field is refused unless the form is open. */
export function record<Required extends Fields, Optional extends Fields = Record<never, never>>(
  required: Required,
  optional?: Optional,
  others: "REFUSED" | "IGNORED" = "REFUSED",
): FieldForm<Flat<{ readonly [K in keyof Required]: FactsOf<Required[K]> } & { readonly [K in keyof Optional]?: FactsOf<Optional[K]> }>> {
  const needed = Object.keys(required);
  const known: ReadonlyMap<string, FieldForm<unknown>> = new Map(Object.entries({ ...required, ...optional }));
  return (value) => {
    if (!isObject(value)) return wrong("must be an object");
    for (const name of needed) if (value[name] === undefined) return { path: name, says: "is required" };
    for (const name in value) {
      const form = known.get(name);
      if (!form && others === "REFUSED") return { path: name, says: "is not a field of these facts" };
      const field = value[name];
      const problem = field === undefined || !form ? null : form(field);
      if (problem) return { path: name + dotted(problem.path), says: problem.says };
    }
    return null;
  };
}

function dotted(path: string): string {
  return path === "" || path.startsWith("[") ? path : `.${path}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
