/**
 * What changed since the last release of the schema. A client keeps working for ninety days after something was marked as going:
 * a breaking change is let through only where the release already said, with its day, that the thing is deprecated.
 */
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLSchema } from "graphql";
import { addDays } from "../../kernel/calendar.js";

const DEPRECATED_DAYS = 90;
/** The reason of a deprecation begins with the day it was published: "2027-01-15: use `address`". */
export const DATED = /^(\d{4}-\d{2}-\d{2}): \S/;

export type Difference = {
  readonly breaking: readonly string[];
  /** Removed after their time as deprecated. */
  readonly expected: readonly string[];
  /** Everything a client need not look at. */
  readonly harmless: readonly string[];
};

/** `today` as YYYY-MM-DD. */
export async function sdlDifference(released: string, current: string, today: string): Promise<Difference> {
  const [before, after] = [buildSchema(released), buildSchema(current)];
  const changes = await diff(before, after);
  const breaking = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking);
  const isExpected = (path: string | undefined): boolean => {
    const since = path === undefined ? null : deprecatedSince(before, path);
    return since !== null && addDays(since, DEPRECATED_DAYS) <= today;
  };
  return {
    breaking: breaking.filter(({ path }) => !isExpected(path)).map(({ message }) => message),
    expected: breaking.filter(({ path }) => isExpected(path)).map(({ message }) => message),
    harmless: changes.filter((change) => !breaking.includes(change)).map(({ message }) => message),
  };
}

/** Day since which the field, argument or value at this path is deprecated; null when it is not. */
function deprecatedSince(schema: GraphQLSchema, path: string): string | null {
  const [typeName = "", name = "", arg] = path.split(".");
  const type = schema.getType(typeName);
  if (isEnumType(type)) return dayIn(type.getValue(name)?.deprecationReason);
  if (isInputObjectType(type)) return dayIn(type.getFields()[name]?.deprecationReason);
  if (!isObjectType(type) && !isInterfaceType(type)) return null;
  const field = type.getFields()[name];
  return dayIn(field?.args.find((each) => each.name === arg)?.deprecationReason) ?? dayIn(field?.deprecationReason);
}

function dayIn(reason: string | null | undefined): string | null {
  return DATED.exec(reason ?? "")?.[1] ?? null;
}
