/**
 * Why variables could not be read, from graphql-js itself rather than from its text: the text repeats the whole value and
 * only then says which field it was. Worked out again, and only when a request failed.
 */
import {
  coerceInputValue,
  isInputType,
  typeFromAST,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { valueFreeReason, withoutSuggestions } from "./wording.js";

/** One fault of a value, without the value. */
export function faultOfVariable(name: string, { message }: Error): string {
  return `Variable "$${name}" has an invalid value: ${withoutSuggestions(valueFreeReason(message))}`;
}

export function variableFaults(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  most = 5,
): GraphQLFormattedError[] {
  const faults: GraphQLFormattedError[] = [];
  const add = (message: string, inputPath: readonly (string | number)[]): void => {
    if (faults.length < most) faults.push({ message, extensions: { code: "BAD_USER_INPUT", inputPath } });
  };
  for (const { variable, type: node, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    const type = typeFromAST(schema, node as never);
    if (!isInputType(type)) continue;
    const value = variables[name];
    const given = Object.hasOwn(variables, name) && value !== undefined;
    const required = node.kind === "NonNullType";
    if (!given && (defaultValue || !required)) continue;
    if (required && (value === null || !given)) add(`Variable "$${name}" is required.`, [name]);
    else {
      coerceInputValue(value, type, (path, _value, error) => {
        add(faultOfVariable(name, error), [name, ...path]);
      });
    }
  }
  return faults;
}
