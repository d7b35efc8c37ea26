/** A request fault: the caller sent something that can never be right. Says where and why, and never repeats the value. */
import { GraphQLError } from "graphql";

export function badInput(message: string, path: readonly (string | number)[] = []): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: "BAD_USER_INPUT", http: { status: 400 }, ...(path.length > 0 ? { inputPath: [...path] } : {}) },
  });
}

/** A request that this door or this moment has no answer for. */
export function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_REQUEST", http: { status: 400 } } });
}
