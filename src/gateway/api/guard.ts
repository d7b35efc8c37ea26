/**
 * The guard at the door. A viewer's document is validated against the schema as that role sees it, so a field that is not
 * for this role is refused in the words and with the code of a field that does not exist, before anything runs.
 */
import {
  getOperationAST,
  isInterfaceType,
  isObjectType,
  isUnionType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import type { Role } from "../../platform/viewer.js";
import { allows, guardedTypes, isRoot, needsPurpose, policyOfField, roleOf, visibleTo, withoutPurpose } from "./policy.js";
import { ROLES } from "../../platform/viewer.js";

export { roleOf, visibleTo, withoutPurpose };

/** Throws a list of everything that is not decided: fields without policy, and interfaces that would open a field of a type. */
export function assertEveryFieldHasPolicy(schema: GraphQLSchema): void {
  const open = [...undecided(schema), ...wideInterfaces(schema)];
  if (open.length > 0)
    throw new Error(`the schema has gaps in its access policy (add @visibleTo):\n${open.map((o) => `- ${o}`).join("\n")}`);
}

function undecided(schema: GraphQLSchema): string[] {
  return guardedTypes(schema).flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => policyOfField(schema, type, field) === null)
      .map((field) => `${type.name}.${field.name} has no policy`),
  );
}

/**
 * Asked for through an interface, a field is judged by the interface's policy, so that must not be wider than the type's, nor ask for no
 * purpose where the type does. `id` is exempt: an id says nothing, and `node` looks at the type's policy before it fetches. So is a role that
 * sees nothing of the type: nothing hands it one, unless it is one of several that a field may answer.
 */
function wideInterfaces(schema: GraphQLSchema): string[] {
  const oneOfSeveral = new Set(Object.values(schema.getTypeMap()).flatMap((type) => (isUnionType(type) ? type.getTypes() : [])));
  return guardedTypes(schema).flatMap((type) => {
    if (!isInterfaceType(type)) return [];
    const fields = Object.values(type.getFields()).filter((field) => field.name !== "id");
    return schema.getPossibleTypes(type).flatMap((object) =>
      fields
        .filter((field) => {
          const narrow = object.getFields()[field.name];
          if (!narrow) return false;
          const policy = policyOfField(schema, type, field);
          const seeing = ROLES.filter((role) => allows(policy, role) && (oneOfSeveral.has(object) || seesAnythingOf(schema, object, role)));
          return (
            seeing.some((role) => !allows(policyOfField(schema, object, narrow), role)) ||
            (seeing.includes("HEALTH_TEAM") && needsPurpose(schema, object, narrow) && !needsPurpose(schema, type, field))
          );
        })
        .map((field) => `${type.name}.${field.name} is visible to more than ${object.name}.${field.name}`),
    );
  });
}

function seesAnythingOf(schema: GraphQLSchema, type: GraphQLObjectType, role: Role): boolean {
  return Object.values(type.getFields()).some((field) => allows(policyOfField(schema, type, field), role));
}

/** Coordinates of what the operation asks for and the health team reads for a stated purpose only. */
export function purposefulFields(schema: GraphQLSchema, document: DocumentNode, operationName: string | null): string[] {
  return fieldsOf(schema, document, operationName, (type, field) => needsPurpose(schema, type, field));
}

/** Coordinates ("Booking.patient") of what the operation asks for and this role may not see; of all operations without a name. */
function invisibleFields(schema: GraphQLSchema, document: DocumentNode, operationName: string | null, role: Role): string[] {
  return fieldsOf(schema, document, operationName, (type, field) => !allows(policyOfField(schema, type, field), role));
}

type Field = GraphQLField<unknown, unknown>;

function fieldsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
  which: (type: GraphQLNamedType, field: Field) => boolean,
): string[] {
  const found = new Set<string>();
  const info = new TypeInfo(schema);
  const wanted = getOperationAST(document, operationName);
  visit(
    document,
    visitWithTypeInfo(info, {
      // fragments are always read: one that the operation does not use is refused by validation anyway
      OperationDefinition: (node) => (wanted && node !== wanted ? false : undefined),
      Field: () => {
        const type = info.getParentType();
        const field = info.getFieldDef();
        if (!field || !(isObjectType(type) || isInterfaceType(type)) || field.name.startsWith("__")) return;
        if (which(type, field)) found.add(`${type.name}.${field.name}`);
      },
    }),
  );
  return [...found];
}

/** Whether somebody without a login asks for an entry of the API that a login might open. */
export function asksForLogin(schema: GraphQLSchema, document: DocumentNode, operationName: string | null): boolean {
  return invisibleFields(schema, document, operationName, "ANONYMOUS").some((coordinate) => {
    const type = schema.getType(coordinate.slice(0, coordinate.indexOf(".")));
    return type !== undefined && isRoot(schema, type);
  });
}
