/**
 * Who may use a type or a field, as data on the schema. Deny by default: what has no policy is visible to nobody, and the
 * gateway does not start with such a field (guard.ts). Nothing of this runs per field of an answer.
 */
import { isInterfaceType, isObjectType, type GraphQLField, type GraphQLNamedType, type GraphQLSchema } from "graphql";
import { Extensions } from "type-graphql";
import type { Role, Viewer } from "../../platform/viewer.js";

export type Audience = Role | "PUBLIC" | "SIGNED_IN";
export type Policy = readonly Audience[];

const KEY = "visibleTo";
const WITHOUT = "withoutPurpose";

/**
 * On a type: who sees its fields, unless a field says otherwise. On a field, query, mutation or subscription: who may ask
 * for it. Root fields need their own.
 */
export function visibleTo(...audiences: [Audience, ...Audience[]]): MethodDecorator & PropertyDecorator & ClassDecorator {
  const decorate = (target: object, ...place: []): void => {
    // type-graphql hands the extensions of a base class down, and lets the base class win: the open policy of `Node` would
    // open every type that extends it. The depth of the class says whose policy it is.
    const own = Extensions({ [`${KEY}@${depthOf(target)}`]: audiences }) as (of: object, ...place: []) => void;
    own(target, ...place);
  };
  return decorate as MethodDecorator & PropertyDecorator & ClassDecorator;
}

/** The same as extensions, for a type that no class stands for. */
export function policy(...audiences: [Audience, ...Audience[]]): Readonly<Record<string, Policy>> {
  return { [`${KEY}@0`]: audiences };
}

/**
 * On a type or field that the health team sees and that says nothing about a person: it is read without a stated purpose.
 * Whatever else the health team sees, and not everybody, needs one; who forgets to decide has decided for that.
 */
export function withoutPurpose(): MethodDecorator & PropertyDecorator & ClassDecorator {
  const decorate = (target: object, ...place: []): void => {
    const own = Extensions({ [`${WITHOUT}@${depthOf(target)}`]: true }) as (of: object, ...place: []) => void;
    own(target, ...place);
  };
  return decorate as MethodDecorator & PropertyDecorator & ClassDecorator;
}

/** Whether the health team has to say what it reads this for, and in which case. Acts ask for it themselves (act.ts). */
export function needsPurpose(schema: GraphQLSchema, type: GraphQLNamedType, field: GraphQLField<unknown, unknown>): boolean {
  if (type === schema.getMutationType()) return false;
  const policy = policyOfField(schema, type, field);
  if (policy === null || !allows(policy, "HEALTH_TEAM") || policy.includes("PUBLIC")) return false;
  const decided = nearest(field.extensions) === null ? type.extensions : field.extensions;
  return !isWithoutPurpose(decided) && !isWithoutPurpose(field.extensions);
}

/** Of the same class as the policy: what a base class says of itself is not said of those that extend it. */
function isWithoutPurpose(extensions: Readonly<Record<string, unknown>>): boolean {
  const depths = Object.keys(extensions).flatMap((key) => (key.startsWith(`${KEY}@`) ? [Number(key.slice(KEY.length + 1))] : []));
  const depth = depths.length > 0 ? Math.max(...depths) : null;
  return Object.keys(extensions).some(
    (key) => key.startsWith(`${WITHOUT}@`) && (depth === null || Number(key.slice(WITHOUT.length + 1)) >= depth),
  );
}

function depthOf(target: object): number {
  const above: unknown = Object.getPrototypeOf(target);
  return typeof above === "object" || typeof above === "function" ? (above === null ? 0 : 1 + depthOf(above)) : 0;
}

/** Of the policies that came together on one type or field, that of the class furthest down. */
function nearest(extensions: Readonly<Record<string, unknown>>): Policy | null {
  let found: { depth: number; policy: Policy } | null = null;
  for (const key in extensions) {
    if (!key.startsWith(`${KEY}@`)) continue;
    const depth = Number(key.slice(KEY.length + 1));
    if (found === null || depth > found.depth) found = { depth, policy: extensions[key] as Policy };
  }
  return found?.policy ?? null;
}

/** Null also for a type that has a policy only because its interface has one: it has to decide for itself. */
export function policyOfType(type: GraphQLNamedType | undefined | null): Policy | null {
  const own = type ? nearest(type.extensions) : null;
  if (own === null || !isObjectType(type)) return own;
  return type.getInterfaces().some((above) => nearest(above.extensions) === own) ? null : own;
}

export function policyOfField(schema: GraphQLSchema, type: GraphQLNamedType, field: GraphQLField<unknown, unknown>): Policy | null {
  return nearest(field.extensions) ?? (isRoot(schema, type) ? null : policyOfType(type));
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
