/** Global object identification: base64url of "Type:uuid". Opaque to clients, unique across types. */
import { isUuid } from "../../kernel/id.js";
import { badInput } from "./bad-input.js";
import { plainBase64url } from "./input/base64url.js";

export type DecodedId = { readonly type: string; readonly uuid: string };

export function globalId(type: string, uuid: string): string {
  return plainBase64url(`${type}:${uuid}`);
}

/** Null when it is no id of ours. */
export function readId(id: string): DecodedId | null {
  // the longest: a type name of 60 characters and a UUID
  if (id.length > 130 || !/^[\w-]+$/.test(id)) return null;
  const [, type, uuid] = /^([A-Z]\w{0,59}):(.{36})$/.exec(Buffer.from(id, "base64url").toString("latin1")) ?? [];
  // two spellings of one id would be two entries in a client's cache
  return type && uuid && isUuid(uuid) && globalId(type, uuid) === id ? { type, uuid } : null;
}

/** The type and UUID in an id; refused when it is none, or one of another type. */
export function decodeId(id: string, expected?: string, path: readonly string[] = []): DecodedId {
  const decoded = readId(id);
  if (!decoded || (expected !== undefined && decoded.type !== expected)) {
    throw badInput(expected === undefined ? "This is no id of this API." : `This is no id of a ${expected}.`, path);
  }
  return decoded;
}

/** The UUID in an argument that must be an id of this type. */
export function idOf(type: string, id: string, path: readonly string[] = []): string {
  return decodeId(id, type, path).uuid;
}
