/** Valid documents over a schema, drawn at random: fragments spread again and again, conditions, aliases, merged and nested selections. */
import fc, { type GeneratorValue } from "fast-check";
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  isScalarType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";
import { accepted } from "./scalar-values.js";

export type RandomDocument = { readonly text: string; readonly variables: Record<string, unknown> };

export function randomDocument(schema: GraphQLSchema, g: GeneratorValue, root: "query" | "mutation" = "query"): RandomDocument {
  return new Drawing(schema, g).document(root);
}

class Drawing {
  readonly #fragments: { readonly name: string; readonly on: string; readonly text: string }[] = [];
  readonly #variables = new Map<string, string>();
  readonly #values: Record<string, unknown> = {};
  /** What a name in the answer stands for, so that the same name always asks for the same. */
  readonly #asked = new Map<string, string>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly g: GeneratorValue,
  ) {}

  document(root: "query" | "mutation"): RandomDocument {
    const type = root === "query" ? this.schema.getQueryType() : this.schema.getMutationType();
    if (!type) throw new Error(`the schema has no ${root}`);
    const selections = this.#selections(type, 0);
    const defined = [...this.#variables].map(([name, of]) => `$${name}: ${of}`);
    const head = `${root} Q${defined.length > 0 ? `(${defined.join(", ")})` : ""}`;
    const fragments = this.#fragments.map(({ name, on, text }) => `fragment ${name} on ${on} ${text}`);
    return { text: [`${head} ${selections}`, ...fragments].join("\n"), variables: this.#values };
  }

  #chance(percent: number): boolean {
    return this.g(fc.nat, { max: 99 }) < percent;
  }

  #pick<T>(from: readonly T[]): T {
    const picked = from[this.g(fc.nat, { max: from.length - 1 })];
    if (picked === undefined) throw new Error("nothing to pick from");
    return picked;
  }

  #selections(type: GraphQLCompositeType, depth: number): string {
    const count = 1 + this.g(fc.nat, { max: depth === 0 ? 3 : 2 });
    const parts = Array.from({ length: count }, () => this.#selection(type, depth));
    return `{ ${parts.join(" ")} }`;
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    const kind = this.g(fc.nat, { max: 9 });
    if (kind <= 2 && depth < 6) return `...${this.#fragment(type, depth)}${this.#conditions()}`;
    if (kind === 3 && depth < 6) {
      const narrower = this.#narrower(type);
      const on = this.#chance(50) ? "" : ` on ${narrower.name}`;
      return `...${on}${this.#conditions()} ${this.#selections(on ? narrower : type, depth + 1)}`;
    }
    return this.#field(type, depth);
  }

  /** A type that a fragment here may be on: the type, what it implements, or what implements it. */
  #narrower(type: GraphQLCompositeType): GraphQLCompositeType {
    if (isAbstractType(type)) return this.#pick([type, ...this.schema.getPossibleTypes(type)]);
    return this.#pick([type, type, ...type.getInterfaces()]);
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    const on = this.#narrower(type);
    const made = this.#fragments.filter((f) => f.on === on.name);
    if (made.length > 0 && this.#chance(70)) return this.#pick(made).name;
    const text = this.#selections(on, depth + 1);
    // only now is it known, so that no fragment spreads itself
    const name = `F${this.#fragments.length}`;
    this.#fragments.push({ name, on: on.name, text });
    return name;
  }

  #field(type: GraphQLCompositeType, depth: number): string {
    if (this.#chance(5) || !("getFields" in type)) return `${this.#chance(30) ? "kind: " : ""}__typename${this.#conditions()}`;
    const all = Object.values(type.getFields());
    const leaves = all.filter((f) => !isCompositeType(getNamedType(f.type)));
    const deep = depth >= 7 && leaves.length > 0;
    const field = this.#pick(deep ? leaves : all);
    const named = getNamedType(field.type);
    if (isCompositeType(named) && depth >= 10) return "__typename";
    const asked = this.#arguments(field);
    const what = `${type.name}.${field.name}${asked}`;
    const name = this.#name(field.name, what);
    const below = isCompositeType(named) ? ` ${this.#selections(named, depth + 1)}` : "";
    return `${name === field.name ? "" : `${name}: `}${field.name}${asked}${this.#conditions()}${below}`;
  }

  #name(field: string, what: string): string {
    const wished = this.#chance(20) ? this.#pick(["a", "b", "c_d", `${field}2`, "id", "constructor"]) : field;
    const asks = what.slice(what.indexOf(".") + 1);
    for (let i = 0; ; i += 1) {
      const name = i === 0 ? wished : `${wished}${i}`;
      const known = this.#asked.get(name) ?? asks;
      this.#asked.set(name, known);
      if (known === asks) return name;
    }
  }

  #conditions(): string {
    return ["skip", "include"].map((name) => (this.#chance(12) ? ` @${name}(if: ${this.#boolean()})` : "")).join("");
  }

  #boolean(): string {
    if (this.#chance(40)) return String(this.#chance(50));
    const name = this.#pick(["yes", "no", "maybe"]);
    const otherwise = this.#variables.get(name) ?? (this.#chance(50) ? "Boolean!" : `Boolean = ${this.#chance(50)}`);
    this.#variables.set(name, otherwise);
    if (otherwise === "Boolean!" || this.#chance(50)) this.#values[name] ??= this.#chance(50);
    return `$${name}`;
  }

  #arguments(field: GraphQLField<unknown, unknown>): string {
    const given = field.args.filter((arg) => isRequiredArgument(arg) || this.#chance(35));
    return given.length === 0 ? "" : `(${given.map((arg) => `${arg.name}: ${this.#given(arg)}`).join(", ")})`;
  }

  #given(of: GraphQLArgument | GraphQLInputField): string {
    return this.#chance(35) ? this.#variable(of) : this.#literal(of.type, of.name);
  }

  #variable(of: GraphQLArgument | GraphQLInputField): string {
    const name = `v${this.#variables.size}`;
    const inner = getNullableType(of.type);
    const defaulted = of.defaultValue !== undefined;
    const how = this.g(fc.nat, { max: 3 });
    const required = isNonNullType(of.type);
    const plain = `${String(inner)}${required && !defaulted ? "!" : ""}`;
    const value = this.#value(inner, of.name);
    if (how === 0) {
      this.#variables.set(name, `${required ? String(of.type) : String(inner)} = ${this.#literal(inner, of.name, true)}`);
      if (this.#chance(50)) this.#values[name] = value;
    } else {
      this.#variables.set(name, plain);
      if (how === 1 && !plain.endsWith("!")) {
        if (this.#chance(50)) this.#values[name] = null;
      } else this.#values[name] = value;
    }
    return `$${name}`;
  }

  /** As written in a document. */
  #literal(type: GraphQLInputType, name: string, constant = false): string {
    if (!isNonNullType(type) && !constant && this.#chance(5)) return "null";
    const inner = getNullableType(type);
    if (isListType(inner)) {
      return `[${Array.from({ length: this.g(fc.nat, { max: 2 }) }, () => this.#literal(inner.ofType, name, constant)).join(", ")}]`;
    }
    if (isInputObjectType(inner)) {
      const fields = Object.values(inner.getFields()).filter((field) => isRequiredInputField(field) || this.#chance(25));
      return `{ ${fields.map((f) => `${f.name}: ${constant ? this.#literal(f.type, f.name, true) : this.#given(f)}`).join(", ")} }`;
    }
    if (isEnumType(inner)) return String(this.#value(inner, name));
    return JSON.stringify(this.#value(inner, name));
  }

  /** As JSON sends it. */
  #value(type: GraphQLInputType, name: string): unknown {
    const inner = getNullableType(type);
    if (!isNonNullType(type) && type !== inner && this.#chance(5)) return null;
    if (isListType(inner)) return Array.from({ length: this.g(fc.nat, { max: 2 }) }, () => this.#value(inner.ofType, name));
    if (isInputObjectType(inner)) {
      const fields = Object.values(inner.getFields()).filter((field) => isRequiredInputField(field) || this.#chance(25));
      return Object.fromEntries(fields.map((field) => [field.name, this.#value(field.type, field.name)]));
    }
    if (isEnumType(inner)) return this.#pick(inner.getValues()).name;
    if (name === "first") return this.g(fc.nat, { max: 3 });
    return isScalarType(inner) ? this.#pick(accepted(inner)) : null;
  }
}
