/** Parts of the network written as the intake reads them. Pure; what is written is read again to the same. */
import type { NetworkPart } from "../../../../schema/states.js";
import { FIELDS_OF } from "../register/part-line.js";

type Line = Readonly<Record<string, unknown>>;

const fieldsOf = (part: NetworkPart): string[] => FIELDS_OF[part].filter((field) => field !== "action");

export function writeCsv(part: NetworkPart, lines: readonly Line[]): string {
  const fields = fieldsOf(part);
  const header = fields.map((field) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  return [header.join(","), ...lines.map((line) => fields.map((field) => cellOf(line[field])).join(","))].join("\r\n") + "\r\n";
}

export function writeNdjson(part: NetworkPart, lines: readonly Line[]): string {
  return lines
    .map((line) => `${JSON.stringify(Object.fromEntries(fieldsOf(part).map((field) => [field, line[field] ?? null])))}\n`)
    .join("");
}

/** A cell that a spreadsheet would carry out as a formula begins with an apostrophe, which the intake takes off again. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  const plain = Array.isArray(value) ? value.join("|") : typeof value === "string" ? value : JSON.stringify(value);
  const text = /^[=+\-@\t]/.test(plain) ? `'${plain}` : plain;
  return /[",\r\n|;]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
