/**
 * The schema as one role sees it: without the fields its policies hide, and without what is then out of reach. Documents are
 * validated against it and executed against the whole schema, so it costs nothing per request.
 */
import {
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLUnionType,
  getNamedType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLFieldConfigMap,
  type GraphQLNamedType,
  type GraphQLOutputType,
} from "graphql";
import type { Role } from "../../platform/viewer.js";
import { allows, guardedTypes, isRoot, policyOfField } from "../api/policy.js";

const made = new WeakMap<GraphQLSchema, Map<Role, GraphQLSchema>>();

export function schemaSeenBy(schema: GraphQLSchema, role: Role): GraphQLSchema {
  const byRole = made.get(schema) ?? new Map<Role, GraphQLSchema>();
  made.set(schema, byRole);
  const seen = byRole.get(role) ?? new Narrowing(schema, role).schema();
  byRole.set(role, seen);
  return seen;
}

type Fields = { getFields(): Record<string, GraphQLField<unknown, unknown>> } & GraphQLNamedType;

class Narrowing {
  readonly #hidden = new Set<string>();
  readonly #types = new Map<string, GraphQLNamedType>();

  constructor(
    private readonly whole: GraphQLSchema,
    private readonly role: Role,
  ) {
    // a type of which nothing is left hides the fields that return it, which may leave nothing of another type
    for (let before = -1; before !== this.#hidden.size;) {
      before = this.#hidden.size;
      for (const type of Object.values(whole.getTypeMap())) if (this.#isEmpty(type)) this.#hidden.add(type.name);
    }
  }

  schema(): GraphQLSchema {
    const root = (type: GraphQLObjectType | null | undefined) => type && (this.#swap(type) as GraphQLObjectType);
    const implementing = guardedTypes(this.whole).filter(
      (type) => isObjectType(type) && !this.#hidden.has(type.name) && this.#interfaces(type).length > 0,
    );
    return new GraphQLSchema({
      query: root(this.whole.getQueryType()),
      mutation: root(this.whole.getMutationType()),
      subscription: root(this.whole.getSubscriptionType()),
      types: implementing.map((type) => this.#swap(type)),
      directives: this.whole.getDirectives(),
      // a root type may be left without fields; it stays, or nobody would report the fields asked of it
      assumeValid: true,
    });
  }

  #isEmpty(type: GraphQLNamedType): boolean {
    if (type.name.startsWith("__") || isRoot(this.whole, type)) return false;
    if (isUnionType(type)) return type.getTypes().every((member) => this.#hidden.has(member.name));
    if (isObjectType(type) || isInterfaceType(type)) return this.#fields(type).length === 0;
    return false;
  }

  #fields(type: Fields): GraphQLField<unknown, unknown>[] {
    return Object.values(type.getFields()).filter(
      (field) => allows(policyOfField(this.whole, type, field), this.role) && !this.#hidden.has(getNamedType(field.type).name),
    );
  }

  #interfaces(type: GraphQLObjectType | GraphQLInterfaceType): GraphQLInterfaceType[] {
    return type.getInterfaces().filter((each) => !this.#hidden.has(each.name));
  }

  #swap<T extends GraphQLNamedType>(type: T): GraphQLNamedType {
    const known = this.#types.get(type.name);
    if (known) return known;
    const swapped = this.#narrowed(type);
    this.#types.set(type.name, swapped);
    return swapped;
  }

  #narrowed(type: GraphQLNamedType): GraphQLNamedType {
    // scalars, enums and inputs hold no policies and point at nothing that does
    if (type.name.startsWith("__")) return type;
    if (isObjectType(type)) return new GraphQLObjectType({ ...type.toConfig(), ...this.#shape(type) });
    if (isInterfaceType(type)) return new GraphQLInterfaceType({ ...type.toConfig(), ...this.#shape(type) });
    if (!isUnionType(type)) return type;
    const members = type.getTypes().filter((member) => !this.#hidden.has(member.name));
    return new GraphQLUnionType({ ...type.toConfig(), types: () => members.map((member) => this.#swap(member) as GraphQLObjectType) });
  }

  #shape(type: GraphQLObjectType | GraphQLInterfaceType) {
    return {
      interfaces: () => this.#interfaces(type).map((each) => this.#swap(each) as GraphQLInterfaceType),
      fields: (): GraphQLFieldConfigMap<unknown, unknown> => {
        const whole = type.toConfig().fields;
        return Object.fromEntries(
          this.#fields(type).flatMap(({ name, type: of }) => {
            const config = whole[name];
            return config ? [[name, { ...config, type: this.#wrapped(of) }]] : [];
          }),
        );
      },
    };
  }

  #wrapped(type: GraphQLOutputType): GraphQLOutputType {
    if (isNonNullType(type)) return new GraphQLNonNull(this.#wrapped(type.ofType) as never) as GraphQLOutputType;
    if (isListType(type)) return new GraphQLList(this.#wrapped(type.ofType)) as GraphQLOutputType;
    return this.#swap(type as GraphQLNamedType) as GraphQLOutputType;
  }
}
