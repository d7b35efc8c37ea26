/** When a value cannot be null: because of what let its row through, or because what makes it always answers. */
import type { Catalogue } from "./catalogue.js";
import { isNode, isTrue, node, nodes, number, type Node, type Value } from "./node-tree.js";

/** A statement within the statements around it. */
export type Scope = { readonly query: Node; readonly above: Scope | null };

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
const INNER = "0";

/** A value that a strict comparison of the WHERE clause or of an inner join let through is not null. */
export function isKnown(
  { query, above }: Scope,
  { varno, varlevelsup }: Node["fields"],
  catalogue: Catalogue,
  isOne: (column: Value | undefined) => boolean,
): boolean {
  const isIt = (value: Value | undefined): boolean => {
    if (!isNode(value)) return false;
    if (value.kind === "RELABELTYPE") return isIt(value.fields["arg"]);
    const { fields, kind } = value;
    return kind === "VAR" && fields["varlevelsup"] === varlevelsup && fields["varno"] === varno && isOne(fields["varattno"]);
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
  return above !== null && outer >= 0 && isKnown(above, { varno: varno ?? "", varlevelsup: String(outer) }, catalogue, isOne);
}

function conditions({ kind, fields }: Node): Node[] {
  if (kind === "FROMEXPR") return [...nodes(fields["quals"]), ...nodes(fields["fromlist"]).flatMap(conditions)];
  if (kind !== "JOINEXPR" || fields["jointype"] !== INNER) return [];
  return [...nodes(fields["quals"]), ...[fields["larg"], fields["rarg"]].flatMap((side) => conditions(node(side)))];
}

/** Operators and casts of PostgreSQL answer null for null only; those that look into JSON, and functions not listed, may answer null anyway. */
export function answersAlways(value: Node, catalogue: Catalogue): boolean {
  const routine = catalogue.routines.get(number(value.fields["funcid"] ?? value.fields["opfuncid"]));
  if (!routine || routine.own) return false;
  if (value.kind === "OPEXPR") return routine.strict && !/^json/.test(routine.name);
  return ANSWERS.has(routine.name) || (routine.strict && ["1", "2"].includes(String(value.fields["funcformat"])));
}
