/** Small forms that facts are held against. A form answers null, or the first field that is wrong and what is wrong with it. */
import { isLocalDate } from "../../kernel/calendar.js";

export type Problem = { readonly path: string; readonly says: string };
export type Form = (value: unknown) => Problem | null;

const wrong = (says: string): Problem => ({ path: "", says });

export const flag: Form = (value) => (typeof value === "boolean" ? null : wrong("must be true or false"));

export const oneOf = (codes: readonly string[]): Form => {
  const known: ReadonlySet<unknown> = new Set(codes);
  return (value) => (known.has(value) ? null : wrong(`must be one of ${codes.length > 12 ? "the listed codes" : codes.join(", ")}`));
};

export const day: Form = (value) => {
  if (typeof value !== "string" || value.length !== 10) return wrong("must be a day, YYYY-MM-DD");
  return isLocalDate(value) ? null : wrong("is a day that does not exist");
};

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

export const instant: Form = (value) => {
  const found = typeof value === "string" ? INSTANT.exec(value) : null;
  if (!found) return wrong("must be an instant, RFC 3339 with an offset");
  return isLocalDate(found[1] ?? "") ? null : wrong("is an instant on a day that does not exist");
};

export const whole =
  (from: number, to: number = Number.MAX_SAFE_INTEGER): Form =>
  (value) =>
    Number.isSafeInteger(value) && Number(value) >= from && Number(value) <= to
      ? null
      : wrong(`must be a whole number of at least ${from}`);

/** ISO 3166-1 alpha-2 in its form; the rules name the few that matter. */
export const country: Form = (value) =>
  typeof value === "string" && /^[A-Z]{2}$/.test(value) ? null : wrong("must be a country code of two capital letters");

export const orNull =
  (form: Form): Form =>
  (value) =>
    value === null ? null : form(value);

export const listOf =
  (form: Form): Form =>
  (value) => {
    if (!Array.isArray(value)) return wrong("must be a list");
    for (let i = 0; i < value.length; i += 1) {
      const problem = form(value[i]);
      if (problem) return { path: `[${i}]${dotted(problem.path)}`, says: problem.says };
    }
    return null;
  };

/** An object with these fields, the optional ones perhaps absent; any other field is refused unless the form is open. */
export function record(
  required: Readonly<Record<string, Form>>,
  optional: Readonly<Record<string, Form>> = {},
  others: "REFUSED" | "IGNORED" = "REFUSED",
): Form {
  const needed = Object.keys(required);
  const known: ReadonlyMap<string, Form> = new Map(Object.entries({ ...required, ...optional }));
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
