/** What a value is, in the words of TypeScript: as the driver answers it and as it stands inside JSON. */
import { is } from "drizzle-orm";
import { PgArray } from "drizzle-orm/pg-core";
import type { Catalogue, TableColumn } from "./catalogue.js";

export type Shape = { readonly driver: string; readonly json: string; readonly nullable: boolean };

/** By PostgreSQL's name of the type; what is not here is answered as text. */
const FORMS: Readonly<Record<string, readonly [driver: string, json: string, parameter: string]>> = {
  bool: ["boolean", "boolean", "boolean"],
  int2: ["number", "number", "number"],
  int4: ["number", "number", "number"],
  float4: ["number", "number", "number"],
  float8: ["number", "number", "number"],
  int8: ["bigint", "number", "bigint | number | string"],
  numeric: ["string", "number", "string | number"],
  bytea: ["Buffer", "string", "Buffer"],
  timestamptz: ["Date", "string", "Date | string"],
  json: ["unknown", "unknown", "JsonParameter"],
  jsonb: ["unknown", "unknown", "JsonParameter"],
  interval: ["unknown", "string", "string"],
  point: ["{ readonly x: number; readonly y: number }", "string", "string"],
};
const TEXT: readonly [string, string, string] = ["string", "string", "string"];

export function shapeOfType(catalogue: Catalogue, oid: number, nullable: boolean): Shape {
  const element = arrayElement(catalogue, oid);
  if (element === null) {
    const [driver, json] = FORMS[catalogue.types.get(oid)?.name ?? ""] ?? TEXT;
    return { driver, json, nullable };
  }
  return { ...listOf(shapeOfType(catalogue, element, false)), nullable };
}

export function parameterType(catalogue: Catalogue, oid: number): string {
  const element = arrayElement(catalogue, oid);
  if (element === null) return (FORMS[catalogue.types.get(oid)?.name ?? ""] ?? TEXT)[2];
  return `readonly ${grouped(`${parameterType(catalogue, element)} | null`)}[]`;
}

function arrayElement({ types }: Catalogue, oid: number): number | null {
  const type = types.get(oid);
  return type?.name.startsWith("_") && type.element > 0 ? type.element : null;
}

/** A closed set and what a JSON column holds are known to `schema/tables` alone. */
export function shapeOfColumn(catalogue: Catalogue, { table, name, type, notNull, described }: TableColumn): Shape {
  const values = is(described, PgArray) ? described.baseColumn.enumValues : described?.enumValues;
  const own = values !== undefined || described?.dataType === "json";
  if (!own) return shapeOfType(catalogue, type, !notNull);
  return { driver: `Column<"${table}", "${name}">`, json: `JsonColumn<"${table}", "${name}">`, nullable: !notNull };
}

export function listOf(element: Shape): Shape {
  return {
    driver: `readonly ${grouped(orNull(element, "driver"))}[]`,
    json: `readonly ${grouped(orNull(element, "json"))}[]`,
    nullable: false,
  };
}

export function orNull(shape: Shape, form: "driver" | "json"): string {
  return shape.nullable && shape[form] !== "unknown" ? either([shape[form], "null"]) : shape[form];
}

/** One of several shapes; a list that may be empty is the list. */
export function oneOf(shapes: readonly Shape[], nullable: boolean): Shape {
  const form = (which: "driver" | "json"): string => either(shapes.map((shape) => shape[which]));
  return { driver: form("driver"), json: form("json"), nullable };
}

function either(types: readonly string[]): string {
  const known = [...new Set(types.filter((type) => type !== "never"))];
  if (known.includes("unknown")) return "unknown";
  const lists = known.filter((type) => type !== "readonly never[]" && type.endsWith("[]"));
  const kept = known.filter((type) => (type === "readonly never[]" ? lists.length === 0 : true));
  const wide = (literal: string): boolean => /^"/.test(literal) && kept.includes("string");
  return kept.filter((type) => !wide(type)).join(" | ") || "never";
}

function grouped(type: string): string {
  return / \| |^readonly /.test(type) && !type.startsWith("{") ? `(${type})` : type;
}

export function objectOf(fields: readonly (readonly [name: string, shape: Shape])[], form: "driver" | "json"): string {
  return `{ ${fields.map(([name, shape]) => field(name, shape, form)).join("; ")} }`;
}

export function field(name: string, shape: Shape, form: "driver" | "json"): string {
  return `readonly ${/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name)}: ${orNull(shape, form)}`;
}
