/**
 * Who may use a type or a field, as data on the schema. Deny by default: what has no policy is visible to nobody, and the
 * gateway does not start with such a field (guard.ts). Nothing of this runs per field of an answer.
 */
import { isInterfaceType, isObjectType, type GraphQLField, type GraphQLNamedType, type GraphQLSchema } from "graphql";
import { Extensions } from "type-graphql";
import type { Role, Viewer } from "../platform/viewer.js";

export type Audience = Role | "PUBLIC" | "SIGNED_IN";
export type Policy = readonly Audience[];

const KEY = "visibleTo";

/**
 * On a type: who sees its fields, unless a field says otherwise. On a field, query, mutation or subscription: who may ask
 * for it. Root fields need their own.
 */
export function visibleTo(...audiences: [Audience, ...Audience[]]): MethodDecorator & PropertyDecorator & ClassDecorator {
  return Extensions({ [KEY]: audiences }) as MethodDecorator & PropertyDecorator & ClassDecorator;
}

export function policyOfType(type: GraphQLNamedType | undefined | null): Policy | null {
  return (type?.extensions[KEY] as Policy | undefined) ?? null;
}

export function policyOfField(schema: GraphQLSchema, type: GraphQLNamedType, field: GraphQLField<unknown, unknown>): Policy | null {
  const own = field.extensions[KEY] as Policy | undefined;
  return own ?? (isRoot(schema, type) ? null : policyOfType(type));
}

export function isRoot(schema: GraphQLSchema, type: GraphQLNamedType): boolean {
  return type === schema.getQueryType() || type === schema.getMutationType() || type === schema.getSubscriptionType();
}

export function allows(policy: Policy | null, role: Role): boolean {
  if (policy === null) return false;
  return policy.includes("PUBLIC") || (role !== "ANONYMOUS" && policy.includes("SIGNED_IN")) || policy.includes(role);
}

/** A login of NSIS level Low opens what is open to everyone, and no more. */
export function roleOf(viewer: Viewer): Role {
  return viewer.assurance === "LOW" ? "ANONYMOUS" : viewer.role;
}

/** Types with fields of our own: introspection is governed by a switch, not by policies. */
export function guardedTypes(schema: GraphQLSchema) {
  return Object.values(schema.getTypeMap()).filter(
    (type) => (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith("__"),
  ) as Extract<GraphQLNamedType, { getFields(): Record<string, GraphQLField<unknown, unknown>> }>[];
}
