/** The form in which a value travels to the database: text for everything but bytes. */
export type Parameter = string | Buffer | null;

/** What a parameter of type json takes: its text, or one object. A list has to come as text: by itself it travels as an array. */
export type JsonParameter = string | { readonly [key: string]: unknown };

/** Objects travel as JSON, lists as the literal of a list, instants in UTC. */
export function parameterOf(value: unknown): Parameter {
  if (typeof value === "string") return value;
  if (value === null || value === undefined) return null;
  if (typeof value !== "object") return String(value);
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? listLiteral(value) : JSON.stringify(value);
}

function listLiteral(values: readonly unknown[]): string {
  return `{${values.map(elementOf).join(",")}}`;
}

function elementOf(value: unknown): string {
  if (Array.isArray(value)) return listLiteral(value);
  const text = parameterOf(value);
  if (text === null) return "NULL";
  if (typeof text !== "string") return `"\\\\x${text.toString("hex")}"`;
  return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}
