/**
 * A setting is declared once: its name in the environment, what it means, how its text is read, and what it is when nobody says so. From that
 * come the values a gateway starts with, every fault of them at once, and the page and the example that operators read.
 */
import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { z } from "zod";

/** How a text is read; `wanted` completes "NAME must be". */
export type Kind<T> = z.ZodType<T, string>;

export type Setting<T = unknown, O extends string | null = string | null> = {
  /** A sentence without its end, in Markdown. */
  readonly says: string;
  readonly kind: Kind<T>;
  /** The text it is read from when nobody gives one; null: there is no value. */
  readonly otherwise: O;
  /** The same in production, where it differs. */
  readonly inProduction?: O;
  /** What the page says instead of a value that is made or found at the start. */
  readonly otherwiseSays?: string;
  /** It may come from a file, NAME_FILE. */
  readonly secret?: true;
};
export type Settings = Readonly<Record<string, Setting>>;
/** What a declaration makes: null where a setting has no value. */
export type ValuesOf<S extends Settings> = {
  readonly [N in keyof S]: S[N] extends Setting<infer T, infer O> ? T | (null extends O ? null : never) : never;
};

type More = Pick<Setting, "otherwiseSays" | "secret">;

/** One that always has a value. */
export function setting<T>(says: string, kind: Kind<T>, otherwise: string, inProduction = otherwise): Setting<T, string> {
  return { says, kind, otherwise, inProduction };
}

/** One that may have none. */
export function optional<T>(says: string, kind: Kind<T>, more: More = {}): Setting<T, null> {
  return { says, kind, otherwise: null, ...more };
}

/** A value of which `read` makes something, or undefined where the text is not what is wanted. */
export function kind<T>(wanted: string, read: (text: string) => T | undefined): Kind<T> {
  return z.string().transform((text, context) => {
    const value = read(text);
    if (value !== undefined) return value;
    // never the text itself: it may be a secret in the wrong place
    context.issues.push({ code: "custom", message: wanted, input: "" });
    return z.NEVER;
  });
}

export const anyText = kind("must be a text", (text) => text);

export function whole(least: number, most: number): Kind<number> {
  return kind(`must be a whole number from ${least} to ${most}`, (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    return value >= least && value <= most ? value : undefined;
  });
}

export function oneOf<const T extends string>(...values: readonly T[]): Kind<T> {
  return kind(`must be one of ${values.join(", ")}`, (text) => values.find((value) => value === text));
}

export const flag: Kind<boolean> = kind("must be one of true, false", (text) => ({ true: true, false: false })[text]);

export const host = kind("must be an address or a host name", (text) =>
  isIP(text) !== 0 || /^[A-Za-z0-9.-]+$/.test(text) ? text : undefined,
);

export function matching(shape: RegExp, wanted: string): Kind<string> {
  return kind(wanted, (text) => (shape.test(text) ? text : undefined));
}

/** Parts between commas; empty ones are passed over. */
export function list<T>(wanted: string, readPart: (part: string) => T | undefined): Kind<readonly T[]> {
  return kind(wanted, (text) => {
    const values: T[] = [];
    for (const part of text.split(",").map((each) => each.trim())) {
      if (part === "") continue;
      const value = readPart(part);
      if (value === undefined) return undefined;
      values.push(value);
    }
    return values;
  });
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The values, and every fault as a sentence that begins with the name; a value with a fault is the one that there is otherwise. */
export function readSettings<S extends Settings>(
  settings: S,
  env: Environment,
  production: boolean,
): { readonly values: ValuesOf<S>; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, declared] of Object.entries(settings)) {
    const given = declared.secret ? secretOf(name, env, faults) : textOf(name, env);
    const otherwise = otherwiseOf(declared, production);
    const read = given === null ? null : declared.kind.safeParse(given);
    if (read && !read.success) faults.push(...read.error.issues.map(({ message }) => `${name} ${message}`));
    values[name] = read?.success ? read.data : otherwise === null ? null : declared.kind.parse(otherwise);
  }
  return { values: values as ValuesOf<S>, faults };
}

export function otherwiseOf({ otherwise, inProduction }: Setting, production: boolean): string | null {
  return production && inProduction !== undefined ? inProduction : otherwise;
}

function textOf(name: string, env: Environment): string | null {
  return env[name]?.trim() || null;
}

/** A value, or the content of the file that NAME_FILE points at (how containers and systemd hand over secrets). */
function secretOf(name: string, env: Environment, faults: string[]): string | null {
  const direct = textOf(name, env);
  const file = textOf(`${name}_FILE`, env);
  if (direct !== null && file !== null) faults.push(`${name} and ${name}_FILE exclude each other`);
  if (direct !== null || file === null) return direct;
  try {
    const content = readFileSync(file, "utf8").trim();
    if (content !== "") return content;
    faults.push(`${name}_FILE points at an empty file`);
  } catch {
    faults.push(`${name}_FILE points at a file that cannot be read`);
  }
  return null;
}
