/** Reads the text in which PostgreSQL shows an analysed statement (pg_node_tree): `{VAR :varno 1 :varattno 2 ...}`. */

export type Value = string | Node | readonly Value[];
export type Node = { readonly kind: string; readonly fields: Readonly<Record<string, Value>> };

const TOKEN = /[(){}]|"(?:\\.|[^"\\])*"|(?:\\.|[^\s(){}"\\])+/g;

export function readTree(text: string): Value {
  const tokens = text.match(TOKEN) ?? [];
  let at = 0;
  const value = (): Value => {
    const token = tokens[at++] ?? "";
    if (token === "{") return node();
    if (token !== "(") return token.startsWith('"') ? token.slice(1, -1).replaceAll(/\\(.)/g, "$1") : token.replaceAll(/\\(.)/g, "$1");
    const list: Value[] = [];
    while (tokens[at] !== ")") list.push(value());
    at += 1;
    return list;
  };
  const node = (): Node => {
    const kind = tokens[at++] ?? "";
    const fields: Record<string, Value> = {};
    while (tokens[at] !== "}") {
      const name = (tokens[at++] ?? "").slice(1);
      const values: Value[] = [];
      while (tokens[at] !== "}" && !tokens[at]?.startsWith(":")) values.push(value());
      fields[name] = values.length === 1 && values[0] !== undefined ? values[0] : values;
    }
    at += 1;
    return { kind, fields };
  };
  return value();
}

export function isNode(value: Value | undefined): value is Node {
  return typeof value === "object" && !Array.isArray(value);
}

/** The nodes of a list; none where there is no list. */
export function nodes(value: Value | undefined): Node[] {
  return Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [];
}

export function node(value: Value | undefined): Node {
  if (!isNode(value)) throw new Error("a node was expected in the tree of a statement");
  return value;
}

export const number = (value: Value | undefined): number => Number(value);
export const isTrue = (value: Value | undefined): boolean => value === "true";

/** The bytes of a constant, written as `4 [ 16 0 0 0 ]`. */
export function bytes(value: Value | undefined): Buffer {
  const parts = Array.isArray(value) ? (value as readonly Value[]) : [];
  return Buffer.from(parts.slice(2, -1).map((b) => Number(b) & 255));
}
