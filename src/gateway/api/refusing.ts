/**
 * One wrapper around any scalar of graphql-scalars. Theirs repeat the value they refuse, which may be somebody's health, and read
 * a literal in a document by other rules than the same value in a variable. Wrapped, a scalar has one rule for both, refuses with
 * the code and what it wants, and says nothing of what was sent.
 */
import { GraphQLError, GraphQLScalarType, valueFromASTUntyped } from "graphql";

export type ScalarRules<I, O> = {
  readonly name: string;
  readonly description: string;
  /** How it goes on after "must be". */
  readonly wants: string;
  /** The document that says what it is (@specifiedBy). */
  readonly specifiedBy: string;
  /** False for what the library takes and we do not; asked before it is. */
  readonly takes?: (value: unknown) => boolean;
  /** What a resolver gets, made of what the library read; null refuses. The value as read when left out. */
  readonly read?: (value: never) => I | null;
  /** What is answered. As it stands when left out: the database and the code already hold it to the type. */
  readonly write?: (value: unknown) => O;
};

export function refusingScalar<I, O = I>(
  theirs: Pick<GraphQLScalarType, "parseValue"> | null,
  wanted: ScalarRules<I, O>,
): GraphQLScalarType<I, O> {
  const { name, description, specifiedBy: specifiedByURL, takes, read, write = (value) => value as O } = wanted;
  const parse = (value: unknown): I => {
    const known = takes?.(value) === false ? null : libraryRead(theirs, value);
    const mine = known === null ? null : read ? read(known as never) : (known as I);
    if (mine !== null) return mine;
    throw new GraphQLError(`${name} must be ${wanted.wants}.`, { extensions: { code: "BAD_USER_INPUT" } });
  };
  return new GraphQLScalarType<I, O>({
    name,
    description,
    specifiedByURL,
    serialize: write,
    parseValue: parse,
    parseLiteral: (node, variables) => parse(valueFromASTUntyped(node, variables)),
  });
}

function libraryRead(theirs: Pick<GraphQLScalarType, "parseValue"> | null, value: unknown): unknown {
  if (theirs === null) return value;
  try {
    return theirs.parseValue(value) ?? null;
  } catch {
    return null;
  }
}
