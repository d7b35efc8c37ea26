/**
 * Interfaces of what clients treat alike, laid over the types by their shape: one fragment for every answer of an act, one list row for
 * everything with an amount. A type is under an interface when it has its fields, so a new one is without anybody thinking of it.
 */
import { extendSchema, isInterfaceType, isObjectType, parse, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import { policy } from "../gateway/api/policy.js";

type Shape = {
  readonly name: string;
  readonly sdl: string;
  /** The fields and their types, in any of which the type itself may be stricter about null. */
  readonly fields: Readonly<Record<string, RegExp>>;
  readonly only?: (type: GraphQLObjectType) => boolean;
};

const SHAPES: readonly Shape[] = [
  {
    name: "Payload",
    sdl: `"""What an act answers: what it did, or every reason why not."""
    interface Payload {
      "Every reason why not; empty on success."
      errors: [UserError!]!
    }`,
    fields: { errors: /^\[UserError!\]!$/ },
    only: ({ name }) => name.endsWith("Payload"),
  },
  {
    name: "Reason",
    // the sentence stands on the types alone: most of them take a language for it, which Relay's compiler wants of an interface then
    sdl: `"""The rule that a reason rests on: of a refusal, of a decision, of a choice."""
    interface Reason {
      "Id of the rule; null where it rests on none."
      rule: String
      "Where the rule stands; null where there is none."
      clause: String
    }`,
    fields: { message: /^String!$/, rule: /^String!?$/, clause: /^String!?$/ },
  },
  {
    name: "Priced",
    sdl: `"""Anything that is about one amount of money."""
    interface Priced {
      "The amount."
      amount: Money!
    }`,
    fields: { amount: /^Money!$/ },
  },
  {
    name: "Dated",
    sdl: `"""Anything that holds from a day on, and until another."""
    interface Dated {
      "First day it holds."
      validFrom: LocalDate!
      "First day it no longer holds; null while open."
      validUntil: LocalDate
    }`,
    fields: { validFrom: /^LocalDate!$/, validUntil: /^LocalDate!?$/ },
  },
  {
    name: "Timed",
    sdl: `"""Anything that has its time of a day."""
    interface Timed {
      "Start."
      startsAt: DateTime!
      "End; not included."
      endsAt: DateTime!
    }`,
    fields: { startsAt: /^DateTime!$/, endsAt: /^DateTime!$/ },
  },
];

const hasShape = (type: GraphQLObjectType, { fields, only }: Shape): boolean =>
  Object.entries(fields).every(([name, form]) => form.test(String(type.getFields()[name]?.type ?? ""))) && (only?.(type) ?? true);

export function withInterfaces(schema: GraphQLSchema): GraphQLSchema {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
  const parts = SHAPES.flatMap((shape) => {
    const under = types.filter((type) => hasShape(type, shape)).map(({ name }) => `extend type ${name} implements ${shape.name}`);
    // a schema of one feature may have nothing of the kind
    return under.length === 0 ? [] : [shape.sdl, ...under];
  });
  if (parts.length === 0) return schema;
  const whole = extendSchema(schema, parse(parts.join("\n")));
  for (const { name } of SHAPES) {
    const made = whole.getType(name);
    // asked for through an interface a field needs what the strictest of its types needs: a login, and the health team's purpose
    if (isInterfaceType(made)) made.extensions = policy("SIGNED_IN");
  }
  return whole;
}
