/**
 * Cells of a line, whatever it came in (a spreadsheet, NDJSON, an input of the API), read one by one: a cell that is not there is
 * undefined and leaves what is known as it is, an empty one is null and takes it away. Every fault of a line is collected, with its
 * field and without its text.
 */
import type { RefusalCode } from "../../../kernel/refusal-codes.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { isLocalDate } from "../../../kernel/day.js";

export type Row = Readonly<Record<string, unknown>>;
/** Not said; said to be nothing; or a value. */
export type Cell<T> = T | null | undefined;

export type Form = { readonly most?: number; readonly form?: RegExp; readonly wants?: string };

/** Puts a fault of a line on record, at its field. */
export function fault(
  of: { readonly faults: Refusal[] },
  field: string,
  code: RefusalCode,
  message: string,
  remedy: string | null = null,
): undefined {
  of.faults.push(refusal(code, message, { path: [field], remedy }));
  return undefined;
}

export class RowReader {
  readonly faults: Refusal[] = [];
  constructor(private readonly row: Row) {}

  text(field: string, { most = 200, form, wants = "" }: Form = {}): Cell<string> {
    const value = this.row[field];
    if (value === undefined) return undefined;
    if (value === null || value === "") return null;
    if (typeof value !== "string" && typeof value !== "number") return fault(this, field, "FIELD_INVALID", `${field} has the wrong type.`);
    // an apostrophe keeps a spreadsheet from carrying out a cell
    const text = String(value)
      .trim()
      .replace(/^'(?=[=+\-@])/, "");
    if (text === "") return null;
    // NUL, half surrogates and signs that steer a terminal or a page: no such text was meant
    if (/[\p{Cc}\p{Surrogate}\u2028\u2029]/u.test(text))
      return fault(this, field, "FIELD_INVALID", `${field} holds a character that is none.`);
    if (text.length > most) return fault(this, field, "FIELD_TOO_LONG", `${field} has at most ${most} characters.`, "Shorten it.");
    if (form && !form.test(text))
      return fault(this, field, "FIELD_INVALID", `${field} is not written as it should be.`, `Write it as ${wants}.`);
    return text;
  }

  day(field: string): Cell<string> {
    const text = this.text(field, { most: 10 });
    if (text === null || text === undefined || isLocalDate(text)) return text;
    return fault(this, field, "DAY_INVALID", `${field} is no day of the calendar.`, "Give it as YYYY-MM-DD.");
  }

  yes(field: string): Cell<boolean> {
    const value = this.row[field];
    if (typeof value === "boolean") return value;
    const text = this.text(field);
    if (text === null || text === undefined) return text;
    const word = text.toLowerCase();
    if (word === "true" || word === "false") return word === "true";
    return fault(this, field, "VALUE_UNKNOWN", `${field} is true or false.`, "Write true or false.");
  }

  number(field: string, least: number, most: number, whole = false): Cell<number> {
    const text = this.text(field, { most: 30 });
    if (text === null || text === undefined) return text;
    // a Danish spreadsheet writes 56,15
    const number = Number(text.replace(",", "."));
    if (Number.isFinite(number) && number >= least && number <= most && (!whole || Number.isInteger(number))) return number;
    return fault(this, field, "NUMBER_INVALID", `${field} is a number from ${least} to ${most}.`, "Correct the number.");
  }

  choice<T extends string>(field: string, of: readonly T[]): Cell<T> {
    const text = this.text(field);
    if (text === null || text === undefined) return text;
    const found = of.find((value) => value.toLowerCase() === text.toLowerCase());
    return found ?? fault(this, field, "VALUE_UNKNOWN", `${field} is one of ${of.join(", ")}.`, "Use one of these values.");
  }

  /** Separated by "|", or a list; 100 at most, each once. */
  list(field: string): Cell<string[]> {
    const value = this.row[field];
    if (!Array.isArray(value)) {
      const text = this.text(field, { most: 4_000 });
      return text === null || text === undefined ? text : unique(text.split("|"));
    }
    const parts = value as unknown[];
    if (
      parts.length > 100 ||
      !parts.every((part) => typeof part === "string" && part.length <= 200 && !/[\p{Cc}\p{Surrogate}]/u.test(part))
    )
      return fault(this, field, "FIELD_INVALID", `${field} is a list of at most 100 texts.`);
    return unique(parts as string[]);
  }

  choices<T extends string>(field: string, of: readonly T[]): Cell<T[]> {
    const parts = this.list(field);
    if (parts === null || parts === undefined) return parts;
    const found = parts.map((part) => of.find((value) => value.toLowerCase() === part.toLowerCase()));
    if (found.every((value) => value !== undefined)) return found;
    return fault(this, field, "VALUE_UNKNOWN", `${field} takes ${of.join(", ")}.`, "Use these values.");
  }
}

function unique(parts: readonly string[]): string[] {
  return [...new Set(parts.map((part) => part.trim()).filter(Boolean))];
}
