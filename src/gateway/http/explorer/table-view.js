// Any answer as tables: each list gets one, and what is left over one of names and values.
import { element, findAll, isConnection, isInstant, isMoney, isObject, minor, money, nodesOf, when } from "./text.js";

export function tableView(data) {
  if (!isObject(data)) return null;
  return () => element("div", { className: "tables" }, ...tables(data).map((table) => element("div", { className: "wide" }, table)));
}

function tables(data) {
  const made = [];
  for (const [name, value] of Object.entries(data)) {
    if (isObject(value) && !isConnection(value) && !isMoney(value)) made.push(...ofObject(name, value));
    else if (isObject(value) && isConnection(value)) made.push(ofRows(name, nodesOf(value), value.pageInfo?.hasNextPage));
    else if (Array.isArray(value) && value.some(isObject)) made.push(ofRows(name, value.filter(isObject)));
    else made.push(ofPairs(name, [["", value]]));
  }
  return made;
}

function ofObject(name, value) {
  const flat = flattened(value);
  const pairs = flat.filter(([, it]) => !isList(it));
  const lists = flat.filter(([, it]) => isList(it));
  return [
    ...(pairs.length > 0 ? [ofPairs(name, pairs)] : []),
    ...lists.map(([path, it]) => (Array.isArray(it) ? ofRows(path, it) : ofRows(path, nodesOf(it), it.pageInfo?.hasNextPage))),
  ];
}

const isList = (value) => (Array.isArray(value) && value.some(isObject)) || (isObject(value) && isConnection(value));

/** Nested objects by their path, lists and amounts as they are. */
function flattened(value, path = "") {
  return Object.entries(value).flatMap(([key, it]) => {
    const here = path === "" ? key : `${path}.${key}`;
    return isObject(it) && !isMoney(it) && !isConnection(it) ? flattened(it, here) : [[here, it]];
  });
}

function ofPairs(name, pairs) {
  const rows = pairs.map(([key, value]) => element("tr", {}, element("th", { scope: "row" }, key), cell(key, value)));
  return element("table", {}, element("caption", {}, name), element("tbody", {}, ...rows));
}

function ofRows(name, rows, more = false) {
  const flat = rows.map((row) => new Map(flattened(row)));
  const columns = [...new Set(flat.flatMap((row) => [...row.keys()]))];
  const head = element("tr", {}, ...columns.map((column) => element("th", { scope: "col" }, column)));
  const body = flat.map((row) => element("tr", {}, ...columns.map((column) => cell(column, row.get(column)))));
  const count = `${name}: ${rows.length === 0 ? "none" : `${rows.length}${more ? ", and there are more" : ""}`}`;
  return element("table", {}, element("caption", {}, count), element("thead", {}, head), element("tbody", {}, ...body));
}

function cell(column, value) {
  if (isMoney(value)) return element("td", { className: "number" }, money(minor(value)));
  if (typeof value === "number") return element("td", { className: "number" }, String(value));
  if (isInstant(value)) return element("td", { title: value }, when(value));
  if (typeof value === "string" && /(^|\.)(id|\w+Id|cursor)$/.test(column)) return element("td", { className: "id", title: value }, value);
  if (Array.isArray(value)) return element("td", {}, value.every((it) => !isObject(it)) ? value.join(", ") : inShort(value));
  if (isObject(value)) return element("td", {}, inShort(nodesOf(value)));
  return element("td", { className: value === null ? "quiet" : "" }, value === null || value === undefined ? "–" : String(value));
}

const inShort = (rows) =>
  rows
    .map((row) =>
      flattened(row)
        .filter(([key, it]) => !/id$/i.test(key) && it !== null && !isList(it))
        .map(([, it]) => (isMoney(it) ? money(minor(it)) : isInstant(it) ? when(it) : String(it)))
        .join(", "),
    )
    .join("  |  ");

/** Why something was refused: all reasons, with where they stand and what would help. */
export function reasonsIn(answer) {
  const refused = findAll(answer.data ?? {}, (it) => Array.isArray(it.errors)).flatMap((it) => it.errors);
  const all = [...(answer.errors ?? []).map((it) => ({ ...it.extensions, message: it.message })), ...refused].filter((it) => it?.message);
  if (all.length === 0) return null;
  const rows = all.map(({ code, message, rule, clause, remedy }) =>
    element(
      "li",
      {},
      code ? element("b", {}, `${code}: `) : "",
      message,
      element("small", {}, [remedy, [rule, clause].filter(Boolean).join(", ")].filter(Boolean).join(" ")),
    ),
  );
  return element("ul", { className: "reasons" }, ...rows);
}
