/**
 * Lengths and ranges of inputs, by the decorators of class-validator. type-graphql's own call imports that library anew for
 * every argument of every request, and asks it about classes that have no decorator at all.
 */
import { getMetadataStorage, validateOrReject, type ValidationError } from "class-validator";
import { ArgumentValidationError } from "type-graphql";

const SETTINGS = { forbidUnknownValues: false, skipMissingProperties: true };
const decorated = new WeakMap<object, boolean>();

export async function validateInput(value: unknown): Promise<void> {
  const items = (Array.isArray(value) ? value : [value]).filter(isDecorated);
  if (items.length === 0) return;
  try {
    await Promise.all(items.map((item) => validateOrReject(item, SETTINGS)));
  } catch (errors) {
    throw new ArgumentValidationError(errors as ValidationError[]);
  }
}

function isDecorated(value: unknown): value is object {
  if (value === null || typeof value !== "object") return false;
  const type = value.constructor;
  const known = decorated.get(type);
  if (known !== undefined) return known;
  const found = getMetadataStorage().getTargetValidationMetadatas(type, "", true, false).length > 0;
  decorated.set(type, found);
  return found;
}
