import { refusal } from "../../../kernel/refusal.js";
import { fieldNamed, readRow, type Field } from "./fields.js";
import { nothingUsable, openingsOf, textOf, tooManyLines, type IntakeLine, type IntakeSource } from "./source.js";

/** The lines of `publishSlots`: objects as GraphQL hands them over, or the same as a JSON array. */
export const graphqlSource: IntakeSource = {
  code: "API",
  words: ["Call", "Kald", "Lines of publishSlots."],
  description: "Structured lines of the GraphQL call publishSlots.",
  mediaTypes: ["application/json"],
  maxBytes: 8_000_000,
  maxLines: 10_000,
  brings: "OPENINGS",
  parse(input, context) {
    let rows: unknown = input;
    if (!Array.isArray(input)) {
      const text = textOf(input, graphqlSource);
      if (typeof text !== "string") return nothingUsable([text]);
      try {
        rows = JSON.parse(text);
      } catch {
        return nothingUsable([refusal("INPUT_NOT_JSON", "The input is not JSON.")]);
      }
    }
    if (!Array.isArray(rows)) return nothingUsable([refusal("INPUT_NOT_A_LIST", "The input is not a list of lines.")]);
    if (rows.length > graphqlSource.maxLines) return nothingUsable([tooManyLines(graphqlSource)]);
    const lines = (rows as unknown[]).map((row, index): IntakeLine => {
      const line = index + 1;
      if (typeof row !== "object" || row === null || Array.isArray(row))
        return { line, ok: false, faults: [refusal("LINE_INVALID", "The line is not an object.")] };
      const known: Partial<Record<Field, unknown>> = {};
      for (const [name, value] of Object.entries(row)) {
        const field = fieldNamed(name);
        if (field) known[field] = value;
      }
      const read = readRow(known, context);
      return "action" in read ? { line, ok: true, value: read } : { line, ok: false, faults: read };
    });
    return openingsOf(lines, context);
  },
};
