/** Values that a scalar reads, whichever scalars the schema has. */
import type { GraphQLScalarType } from "graphql";

const CANDIDATES: readonly unknown[] = [
  ...["a", "2027-01-04", "2027-01-04T10:00:00Z", "2026-10-25T02:30:00+02:00", "0190f5fe-7c00-7a00-8000-000000000001"],
  ...["12", "PT1H", "https://example.dk/a?b=c", "a@example.dk", "+4512345678", "da", "10:30", "Europe/Copenhagen", "DKK"],
  ...[1, 0, 12.5, true, false, {}],
];

const known = new Map<string, readonly unknown[]>();

export function accepted(scalar: GraphQLScalarType): readonly unknown[] {
  const before = known.get(scalar.name);
  if (before) return before;
  const found = CANDIDATES.filter((value) => {
    try {
      return scalar.parseValue(value) !== undefined;
    } catch {
      return false;
    }
  });
  if (found.length === 0) throw new Error(`no value is known that ${scalar.name} reads; add one here`);
  known.set(scalar.name, found);
  return found;
}
