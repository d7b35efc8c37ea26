/**
 * Types whose values already are what the API answers: strings where the schema says String or DateTime, numbers where it says
 * Int. A document that asks for built-in scalars of such types only is compiled without turning each of them into itself once
 * more, which is a third of what a page of a list allocates. Nullability is checked all the same.
 */
import { MapperKind, mapSchema } from "@graphql-tools/utils";
import {
  getNamedType,
  GraphQLID,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
  Kind,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLOutputType,
  type GraphQLScalarType,
  type GraphQLSchema,
} from "graphql";
import { Extensions } from "type-graphql";
import { NonNegativeInt, PositiveInt } from "../api/scalars.js";
import { isIdOnly, isOpen, isRelation, isRelationResolver } from "../api/relation.js";

const KEY = "asAnswered";

/**
 * Marks an object type. Only for one whose values TypeScript or the database holds to the types of its fields, and scalars of
 * our own to the text they are answered as.
 */
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
        // an enumeration kept in other letters than it is answered in has to be serialised
        if (isEnumType(type) && type.getValues().some(({ name, value }) => name !== value)) all = false;
        // an id is text wherever it stands
        const builtIn = type != null && type !== GraphQLID && (isSpecifiedScalarType(type) || isEnumType(type));
        if (builtIn && node.name.value !== "__typename" && !info.getParentType()?.extensions[KEY]) all = false;
      },
    }),
  );
  return all;
}

/** The schema to compile such a document with: where a marked type has a scalar of our own it says what it holds, Int of a count, else String. */
export function schemaAsAnswered(schema: GraphQLSchema): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field, _name, typeName, of) => {
      const type = of.getType(typeName);
      const scalar = getNamedType(field.type);
      if (!isObjectType(type) || !type.extensions[KEY] || !isScalarType(scalar) || isSpecifiedScalarType(scalar)) return undefined;
      return { ...field, type: held(field.type, COUNTS.includes(scalar.name) ? GraphQLInt : GraphQLString) };
    },
  });
}

/** Whether a document asks for related records, and of none of them for more than its id. */
export function isByIdOnly(schema: GraphQLSchema, document: DocumentNode): boolean {
  const fragments = Object.fromEntries(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])),
  );
  let some = false;
  let only = true;
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: ({ selectionSet }) => {
        const field = info.getFieldDef();
        if (!field || !isRelation(field)) return;
        some = true;
        if (!isOpen(field) || !selectionSet || !isIdOnly(selectionSet, fragments)) only = false;
      },
    }),
  );
  return some && only;
}

/** The schema to compile such a document with: a reference holds the id, so it is read like any other value. */
export function schemaByIdOnly(schema: GraphQLSchema): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: ({ resolve, ...field }) => (isRelationResolver(resolve) ? field : undefined),
  });
}

const COUNTS: readonly string[] = [NonNegativeInt.name, PositiveInt.name];

function held(type: GraphQLOutputType, as: GraphQLScalarType): GraphQLOutputType {
  if (isNonNullType(type)) return new GraphQLNonNull(held(type.ofType, as));
  return isListType(type) ? new GraphQLList(held(type.ofType, as)) : as;
}
