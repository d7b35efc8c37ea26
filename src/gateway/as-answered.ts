/**
 * Types whose values already are what the API answers: strings where the schema says String, numbers where it says Int. A
 * document that asks for built-in scalars of such types only is compiled without turning each of them into itself once more,
 * which is a third of what a page of a list allocates. Nullability is checked all the same, and our own scalars still serialise.
 */
import {
  getNamedType,
  isEnumType,
  isSpecifiedScalarType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from "graphql";
import { Extensions } from "type-graphql";

const KEY = "asAnswered";

/** Marks an object type. Only for one whose values TypeScript or the database holds to the types of its fields. */
export function asAnswered(): ClassDecorator {
  return Extensions({ [KEY]: true }) as ClassDecorator;
}

export function isAsAnswered(schema: GraphQLSchema, document: DocumentNode): boolean {
  let all = true;
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: (node) => {
        const type = getNamedType(info.getType());
        const builtIn = type != null && (isSpecifiedScalarType(type) || isEnumType(type));
        if (builtIn && node.name.value !== "__typename" && !info.getParentType()?.extensions[KEY]) all = false;
      },
    }),
  );
  return all;
}
