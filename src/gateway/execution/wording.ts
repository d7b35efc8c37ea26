/** graphql-js messages, without the values and names that a client did not earn. */

/** "Did you mean ..." rebuilds the schema word by word for whoever guesses. */
export function withoutSuggestions(message: string): string {
  return message.replace(/ ?Did you mean [^]*$/, "").replace(/ ?Perhaps you meant [^]*$/, "");
}

/** The value is always last, or named by its kind; cut from there. */
export function withoutValues(message: string, code: string): string {
  if (code === "GRAPHQL_PARSE_FAILED") return message.replace(/(String|BlockString|Int|Float) "[^]*"/, "$1");
  if (code === "OPERATION_RESOLUTION_FAILURE")
    return message.replace(/^Unknown operation named "[^]*"/, "The document has no operation of this name");
  if (code !== "GRAPHQL_VALIDATION_FAILED" && code !== "BAD_USER_INPUT") return message;
  const variable = /^Variable "\$\w+" got invalid value/.exec(message);
  if (variable) return `${variable[0].replace(" got", " got an")}.`;
  return valueFreeReason(message);
}

/** A sentence about one value, without the value. */
export function valueFreeReason(message: string): string {
  return message
    .replace(/, found [^]*$/, ".")
    .replace(/: (?:"|\{|\[|-?\d|true|false|null|\$)[^]*$/, ".")
    .replace(/^Value "[^]*" does not exist in/, "The value does not exist in")
    .replace(/^(Argument "\w+") has invalid value [^]*$/, "$1 has an invalid value.")
    .replace(/(represent a? ?non.?\w+ (?:string )?value|represent (?:a )?non-\w+ value)[^]*$/, "$1.");
}
