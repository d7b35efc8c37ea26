/**
 * What each column of an analysed statement is and whether it can be null, from the database's own analysis: where a value
 * comes from, which outer joins stand in between, what a JSON object is built of. Where it cannot be known the answer is the
 * cautious one: nullable, and `unknown` for JSON.
 */
import type { Catalogue } from "./catalogue.js";
import { bytes, isNode, isTrue, node, nodes, number, type Node, type Value } from "./node-tree.js";
import { listOf, objectOf, oneOf, orNull, shapeOfColumn, shapeOfType, type Shape } from "./shape.js";

export type Column = { readonly name: string; readonly shape: Shape };
type Scope = { readonly query: Node; readonly above: Scope | null };
type Read = (expression: Value | undefined, scope: Scope) => Shape;

/** Functions of PostgreSQL that answer something whenever they are given something. */
const ANSWERS = new Set(
  `now clock_timestamp transaction_timestamp statement_timestamp timezone date_trunc date_part extract to_char age make_interval
   floor ceil ceiling round trunc abs mod power sqrt length octet_length char_length cardinality left right substr upper lower concat
   concat_ws btrim ltrim rtrim replace repeat lpad rpad md5 sha256 encode decode convert_to convert_from hashtext hashtextextended
   gen_random_uuid nextval set_config string_to_array array_to_string array_append array_cat array_remove tstzrange point
   pg_try_advisory_xact_lock txid_current pg_current_xact_id to_json to_jsonb row_to_json array_to_json greatest least starts_with`.split(
    /\s+/,
  ),
);
const OBJECT = /^jsonb?_build_object$/;
const ARRAY = /^jsonb?_build_array$/;
const AS_JSON = /^(to_jsonb?|row_to_json|array_to_json)$/;
const INNER = "0";
const UNKNOWN_TYPE = 705;
const TEXTS = [25, 1043, UNKNOWN_TYPE];
const JSON_TYPE = 114;
const JSONB_TYPE = 3802;

export function columnsOf(query: Node, catalogue: Catalogue, above: Scope | null = null): Column[] {
  const scope: Scope = { query, above };
  const { commandType, targetList, returningList, setOperations } = query.fields;
  const listed = nodes(commandType === "1" ? targetList : returningList).filter(({ fields }) => !isTrue(fields["resjunk"]));
  const read: Read = (expression, from) => shapeOf(expression, from, catalogue);
  return listed.map(({ fields }, i) => {
    const name = String(fields["resname"]);
    if (!isNode(setOperations)) return { name, shape: read(fields["expr"], scope) };
    const branches = branchesOf(setOperations).map((rte) => columnsOfEntry(entry(scope, rte), scope, catalogue)[i]?.shape);
    const shapes = branches.filter((shape) => shape !== undefined);
    return {
      name,
      shape: oneOf(
        shapes,
        shapes.some((shape) => shape.nullable),
      ),
    };
  });
}

/** The range table entries that a union is made of. */
function branchesOf({ kind, fields }: Node): number[] {
  if (kind === "RANGETBLREF") return [number(fields["rtindex"])];
  return [...branchesOf(node(fields["larg"])), ...branchesOf(node(fields["rarg"]))];
}

function entry({ query }: Scope, index: number): Node {
  return node(nodes(query.fields["rtable"])[index - 1]);
}

function scopeAt(scope: Scope, levels: number): Scope {
  return levels === 0 || !scope.above ? scope : scopeAt(scope.above, levels - 1);
}

/** Columns of a subquery, a CTE or what functions answer; of a table they are looked up one by one. */
function columnsOfEntry({ fields }: Node, scope: Scope, catalogue: Catalogue): Column[] {
  switch (fields["rtekind"]) {
    case "0":
      return [...(catalogue.columns.get(number(fields["relid"])) ?? [])]
        .filter(([at]) => at > 0)
        .sort(([a], [b]) => a - b)
        .map(([, column]) => ({ name: column.name, shape: shapeOfColumn(catalogue, column) }));
    case "1":
      return columnsOf(node(fields["subquery"]), catalogue, scope);
    case "3":
      return columnsOfFunctions(fields, scope, catalogue);
    case "6": {
      // the columns of a recursive query are those it begins with
      if (isTrue(fields["self_reference"])) return [];
      const home = scopeAt(scope, number(fields["ctelevelsup"]));
      const cte = nodes(home.query.fields["cteList"]).find((each) => each.fields["ctename"] === fields["ctename"]);
      return cte ? columnsOf(node(cte.fields["ctequery"]), catalogue, home) : [];
    }
    default:
      return [];
  }
}

function columnsOfFunctions(fields: Node["fields"], scope: Scope, catalogue: Catalogue): Column[] {
  const names = Array.isArray(node(fields["eref"]).fields["colnames"])
    ? (node(fields["eref"]).fields["colnames"] as readonly string[])
    : [];
  const shapes = nodes(fields["functions"]).flatMap(({ fields: one }): Shape[] => {
    const call = node(one["funcexpr"]);
    const given = Array.isArray(one["funccoltypes"]) ? (one["funccoltypes"] as readonly string[]).slice(1).map(Number) : [];
    if (given.length > 0) return given.map((type) => shapeOfType(catalogue, type, true));
    const body = catalogue.bodies.get(number(call.fields["funcid"]));
    if (body) return columnsOf(body, catalogue).map((column) => column.shape);
    const outs = catalogue.routines.get(number(call.fields["funcid"]))?.outs ?? [];
    if (outs.length > 0) return outs.map((type) => shapeOfType(catalogue, type, true));
    const relation = catalogue.types.get(typeOf(call))?.relation ?? 0;
    const columns = [...(catalogue.columns.get(relation) ?? [])].filter(([at]) => at > 0).sort(([a], [b]) => a - b);
    if (columns.length > 0) return columns.map(([, column]) => ({ ...shapeOfColumn(catalogue, column), nullable: true }));
    return [{ ...shapeOf(call, scope, catalogue), nullable: routineOf(call, catalogue) !== "generate_series" }];
  });
  if (isTrue(fields["funcordinality"])) shapes.push(shapeOfType(catalogue, 20, false));
  return shapes.map((shape, i) => ({ name: names[i] ?? "", shape }));
}

function typeOf({ fields }: Node): number {
  const named = "vartype consttype paramtype funcresulttype opresulttype coalescetype casetype aggtype wintype resulttype array_typeid";
  const key = [...named.split(" "), "minmaxtype", "refrestype", "type"].find((each) => fields[each] !== undefined);
  return key ? number(fields[key]) : 0;
}

function routineOf({ fields }: Node, { routines }: Catalogue): string {
  return routines.get(number(fields["funcid"] ?? fields["opfuncid"] ?? fields["aggfnoid"] ?? fields["winfnoid"]))?.name ?? "";
}

function shapeOf(value: Value | undefined, scope: Scope, catalogue: Catalogue): Shape {
  if (!isNode(value)) return { driver: "never", json: "never", nullable: true };
  const { kind, fields } = value;
  const read = (expression: Value | undefined): Shape => shapeOf(expression, scope, catalogue);
  const plain = (nullable: boolean): Shape => shapeOfType(catalogue, typeOf(value), nullable);
  const anyNull = (list: Value | undefined): boolean => nodes(list).some((each) => read(each).nullable);
  switch (kind) {
    case "VAR":
      return variable(fields, scope, catalogue) ?? plain(true);
    case "CONST":
      return constant(value, plain);
    case "FUNCEXPR":
      return call(value, scope, catalogue);
    case "OPEXPR":
      if (/^jsonb?_object_field$/.test(routineOf(value, catalogue))) return fieldOf(value, scope, catalogue);
      return plain(anyNull(fields["args"]) || !(answersAlways(value, catalogue) || isWholeText(value, catalogue)));
    case "SCALARARRAYOPEXPR":
    case "BOOLEXPR":
      return { driver: "boolean", json: "boolean", nullable: anyNull(fields["args"]) };
    case "NULLTEST":
    case "BOOLEANTEST":
    case "DISTINCTEXPR":
      return { driver: "boolean", json: "boolean", nullable: false };
    case "ROWCOMPAREEXPR":
      return { driver: "boolean", json: "boolean", nullable: true };
    case "SQLVALUEFUNCTION":
    case "MERGEACTION":
      return plain(false);
    case "COALESCEEXPR":
    case "MINMAXEXPR": {
      const shapes = nodes(fields["args"]).map(read);
      return oneOf(
        shapes,
        shapes.every((shape) => shape.nullable),
      );
    }
    case "NULLIFEXPR":
      return { ...read(nodes(fields["args"])[0]), nullable: true };
    case "CASEEXPR": {
      const shapes = [...nodes(fields["args"]).map((when) => read(when.fields["result"])), read(fields["defresult"])];
      return oneOf(
        shapes,
        shapes.some((shape) => shape.nullable),
      );
    }
    case "SUBLINK":
      return sublink(fields, scope, catalogue);
    case "AGGREF":
    case "WINDOWFUNC":
      return aggregate(value, scope, catalogue);
    case "RELABELTYPE":
      return read(fields["arg"]);
    case "COERCEVIAIO": {
      const arg = read(fields["arg"]);
      const isJson = [JSON_TYPE, JSONB_TYPE].includes(typeOf(value)) && [JSON_TYPE, JSONB_TYPE].includes(typeOf(node(fields["arg"])));
      return isJson ? arg : plain(arg.nullable);
    }
    case "ARRAYCOERCEEXPR":
      return plain(read(fields["arg"]).nullable);
    case "ARRAYEXPR":
    case "ARRAY":
      return isNode(nodes(fields["elements"])[0])
        ? listOf(oneOf(nodes(fields["elements"]).map(read), anyNull(fields["elements"])))
        : plain(false);
    default:
      return typeOf(value) > 0 ? plain(true) : { driver: "unknown", json: "unknown", nullable: true };
  }
}

function constant(value: Node, plain: (nullable: boolean) => Shape): Shape {
  const { constisnull, constvalue } = value.fields;
  if (isTrue(constisnull)) return { driver: "never", json: "never", nullable: true };
  const type = typeOf(value);
  const body = bytes(constvalue).subarray(4);
  const isEmptyList = type === JSON_TYPE ? /^\s*\[\s*\]\s*$/.test(body.toString()) : type === JSONB_TYPE && body.equals(EMPTY_JSONB_LIST);
  if (isEmptyList) return { driver: "readonly never[]", json: "readonly never[]", nullable: false };
  if (!TEXTS.includes(type)) return plain(false);
  const literal = JSON.stringify(textOf(value));
  return { driver: literal, json: literal, nullable: false };
}

/** A text, with its length before it; of a type still unknown, with a zero behind it. */
function textOf(value: Node): string {
  const body = bytes(value.fields["constvalue"]);
  return (typeOf(value) === UNKNOWN_TYPE ? body.subarray(0, -1) : body.subarray(4)).toString();
}

/** The header of a jsonb array without elements. */
const EMPTY_JSONB_LIST = Buffer.from([0, 0, 0, 0x40]);

function variable(fields: Node["fields"], scope: Scope, catalogue: Catalogue): Shape | null {
  const home = scopeAt(scope, number(fields["varlevelsup"]));
  const from = entry(home, number(fields["varno"]));
  const at = number(fields["varattno"]);
  const isOptional = Array.isArray(fields["varnullingrels"]) && fields["varnullingrels"].length > 1;
  const found = source(from, at, home, catalogue);
  if (!found) return null;
  return { ...found, nullable: (found.nullable || isOptional) && !isKnown(scope, fields, catalogue) };
}

function source(from: Node, at: number, home: Scope, catalogue: Catalogue): Shape | null {
  const { fields } = from;
  if (at === 0) return wholeRow(from, home, catalogue);
  switch (fields["rtekind"]) {
    case "0": {
      const column = catalogue.columns.get(number(fields["relid"]))?.get(at);
      return column ? shapeOfColumn(catalogue, column) : null;
    }
    case "2":
      return shapeOf(nodes(fields["joinaliasvars"])[at - 1], home, catalogue);
    case "5": {
      const rows = (fields["values_lists"] as readonly Value[]).map((row) => shapeOf(nodes(row)[at - 1], home, catalogue));
      return oneOf(
        rows,
        rows.some((row) => row.nullable),
      );
    }
    case "9": {
      const shape = shapeOf(nodes(fields["groupexprs"])[at - 1], home, catalogue);
      return { ...shape, nullable: shape.nullable || isNode(nodes(home.query.fields["groupingSets"])[0]) };
    }
    default:
      return columnsOfEntry(from, home, catalogue)[at - 1]?.shape ?? null;
  }
}

function wholeRow(from: Node, home: Scope, catalogue: Catalogue): Shape | null {
  const { fields } = from;
  const columns = fields["rtekind"] === "0" ? catalogue.columns.get(number(fields["relid"])) : undefined;
  const first = columns?.get(1);
  if (first?.described) return { driver: "string", json: `JsonOf<"${first.table}">`, nullable: false };
  const listed = columnsOfEntry(from, home, catalogue).map(({ name, shape }) => [name, shape] as const);
  return listed.length > 0 ? { driver: "string", json: objectOf(listed, "json"), nullable: false } : null;
}

/** A value that a strict comparison of the WHERE clause or of an inner join let through is not null. */
function isKnown({ query, above }: Scope, { varno, varattno, varlevelsup }: Node["fields"], catalogue: Catalogue): boolean {
  const isIt = (value: Value | undefined): boolean => {
    if (!isNode(value)) return false;
    if (value.kind === "RELABELTYPE") return isIt(value.fields["arg"]);
    const { fields, kind } = value;
    return kind === "VAR" && fields["varlevelsup"] === varlevelsup && fields["varno"] === varno && fields["varattno"] === varattno;
  };
  const proves = (condition: Node): boolean => {
    const { kind, fields } = condition;
    if (kind === "BOOLEXPR") return fields["boolop"] === "and" && nodes(fields["args"]).some(proves);
    if (kind === "NULLTEST") return fields["nulltesttype"] === "1" && isIt(fields["arg"]);
    if (kind === "SCALARARRAYOPEXPR") return isTrue(fields["useOr"]) && isIt(nodes(fields["args"])[0]);
    return kind === "OPEXPR" && answersAlways(condition, catalogue) && nodes(fields["args"]).some(isIt);
  };
  if (conditions(node(query.fields["jointree"])).some(proves)) return true;
  const outer = number(varlevelsup) - 1;
  return above !== null && outer >= 0 && isKnown(above, { varno, varattno, varlevelsup: String(outer) } as Node["fields"], catalogue);
}

function conditions({ kind, fields }: Node): Node[] {
  if (kind === "FROMEXPR") return [...nodes(fields["quals"]), ...nodes(fields["fromlist"]).flatMap(conditions)];
  if (kind !== "JOINEXPR" || fields["jointype"] !== INNER) return [];
  return [...nodes(fields["quals"]), ...[fields["larg"], fields["rarg"]].flatMap((side) => conditions(node(side)))];
}

/** Operators and casts of PostgreSQL answer null for null only; those that look into JSON, and functions not listed, may answer null anyway. */
function answersAlways(value: Node, catalogue: Catalogue): boolean {
  const routine = catalogue.routines.get(number(value.fields["funcid"] ?? value.fields["opfuncid"]));
  if (!routine || routine.own) return false;
  if (value.kind === "OPEXPR") return routine.strict && !/^json/.test(routine.name);
  return ANSWERS.has(routine.name) || (routine.strict && ["1", "2"].includes(String(value.fields["funcformat"])));
}

/** `settings -> 'key'`, where `schema/tables` says what the column holds. */
function fieldOf(value: Node, scope: Scope, catalogue: Catalogue): Shape {
  const [whole, key] = nodes(value.fields["args"]);
  const { json } = shapeOf(whole, scope, catalogue);
  const isKnown = json !== "unknown" && key?.kind === "CONST";
  const type = isKnown ? `Field<${json}, ${JSON.stringify(textOf(key))}>` : "unknown";
  return { driver: type, json: type, nullable: true };
}

/** `to_json(now()) #>> '{}'`: the instant as JSON writes it. */
function isWholeText(value: Node, catalogue: Catalogue): boolean {
  const [what, path] = nodes(value.fields["args"]);
  if (!/_extract_path_text$/.test(routineOf(value, catalogue)) || what?.kind !== "FUNCEXPR" || path?.kind !== "CONST") return false;
  // an array of no dimensions
  return AS_JSON.test(routineOf(what, catalogue)) && bytes(path.fields["constvalue"]).readInt32LE(4) === 0;
}

function call(value: Node, scope: Scope, catalogue: Catalogue): Shape {
  const name = routineOf(value, catalogue);
  const args = nodes(value.fields["args"]);
  const shapes = args.map((arg) => shapeOf(arg, scope, catalogue));
  const [first] = shapes;
  const json = (text: string, nullable = false): Shape => ({ driver: text, json: text, nullable });
  if (OBJECT.test(name)) {
    const keys = args.map((arg) => (arg.kind === "CONST" ? textOf(arg) : null));
    if (keys.some((key, i) => i % 2 === 0 && key === null)) return json("unknown");
    return json(
      objectOf(
        shapes.flatMap((shape, i) => (i % 2 === 1 ? [[keys[i - 1] ?? "", shape] as const] : [])),
        "json",
      ),
    );
  }
  if (ARRAY.test(name)) return json(`readonly [${shapes.map((shape) => orNull(shape, "json")).join(", ")}]`);
  if (AS_JSON.test(name) && first) return json(first.json, first.nullable);
  const body = catalogue.bodies.get(number(value.fields["funcid"]));
  const answer = body && columnsOf(body, catalogue)[0]?.shape;
  if (answer) return { ...answer, nullable: answer.nullable || !answersOneRow(body) };
  return shapeOfType(catalogue, typeOf(value), !answersAlways(value, catalogue) || shapes.some((shape) => shape.nullable));
}

function sublink({ subLinkType, subselect, testexpr }: Node["fields"], scope: Scope, catalogue: Catalogue): Shape {
  const inner = node(subselect);
  const [first] = columnsOf(inner, catalogue, scope);
  if (subLinkType === "4" && first) return { ...first.shape, nullable: first.shape.nullable || !answersOneRow(inner) };
  if (subLinkType === "6" && first) return listOf(first.shape);
  const nullable = subLinkType !== "0" && (shapeOf(testexpr, scope, catalogue).nullable || (first?.shape.nullable ?? true));
  return { driver: "boolean", json: "boolean", nullable };
}

/** An aggregate over everything, or a list without FROM. */
function answersOneRow({ fields }: Node): boolean {
  const { fromlist, quals } = node(fields["jointree"]).fields;
  if (isNode(nodes(fields["limitOffset"])[0]) || isNode(fields["havingQual"]) || isNode(fields["setOperations"])) return false;
  if (isTrue(fields["hasAggs"])) return nodes(fields["groupClause"]).length === 0;
  return nodes(fromlist).length === 0 && !isNode(quals) && !isTrue(fields["hasTargetSRFs"]);
}

function aggregate(value: Node, scope: Scope, catalogue: Catalogue): Shape {
  const { args, aggfilter } = value.fields;
  const name = routineOf(value, catalogue);
  const shapes = nodes(args).map((arg) => shapeOf(arg.kind === "TARGETENTRY" ? arg.fields["expr"] : arg, scope, catalogue));
  const [first, second] = shapes;
  const isGrouped = value.kind === "AGGREF" && nodes(scope.query.fields["groupClause"]).length > 0 && !isNode(aggfilter);
  const nullable = !isGrouped || shapes.some((shape) => shape.nullable);
  const json = (text: string): Shape => ({ driver: text, json: text, nullable: !isGrouped });
  if (/^(count|row_number|rank|dense_rank)$/.test(name)) return shapeOfType(catalogue, typeOf(value), false);
  if (/^jsonb?_agg$/.test(name) && first) return json(listOf(first).json);
  if (/^jsonb?_object_agg$/.test(name) && second) return json(`{ readonly [key: string]: ${orNull(second, "json")} }`);
  if (name === "array_agg" && first) return { ...listOf(first), nullable: !isGrouped };
  if (/^(min|max|any_value|first_value|last_value|lag|lead)$/.test(name) && first) return { ...first, nullable };
  return shapeOfType(catalogue, typeOf(value), nullable);
}
