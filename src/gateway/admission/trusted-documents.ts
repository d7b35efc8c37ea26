/**
 * The documents that first-party clients run, registered by what they say rather than by how they are spelled: clients print
 * them with other blanks and add __typename. In production people and strangers may run these and no others; systems that are
 * bound by contract write their own, inside the limits.
 */
import { Kind, print, visit, type DocumentNode } from "graphql";
import type { Role } from "../../platform/viewer.js";

/** Roles whose software is ours. */
export const FIRST_PARTY: ReadonlySet<Role> = new Set<Role>([
  "ANONYMOUS",
  "MEMBER",
  "CLINIC_STAFF",
  "HEALTH_TEAM",
  "NETWORK_MANAGER",
  "FINANCE",
]);

/** Each operation with the fragments it uses, in one spelling. */
export function canonical(document: DocumentNode): string {
  const bare = visit(document, { Field: (node) => (node.name.value === "__typename" && !node.alias ? null : undefined) });
  const printed = bare.definitions.map((definition) =>
    print({ kind: Kind.DOCUMENT, definitions: [definition] })
      .replace(/\s+/g, " ")
      .trim(),
  );
  return printed.sort().join("\n");
}
