/**
 * Encryption and look-up of civil registration numbers. A plain hash would be no protection: the whole space of numbers is
 * tried in minutes on one core. So: AES-256-GCM for the value, HMAC-SHA-256 under another key for finding it, both in the
 * application, so that no key ever travels in a statement. Keys carry ids; several may be live while one is rotated out.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";

/** Where a value belongs. It is sealed to this place: copied to another row, column or table it does not open. */
type Place = { readonly table: string; readonly column: string; readonly rowId: string };

type BlindIndex = { readonly keyId: string; readonly digest: Buffer };

export type PersonalData = {
  readonly encrypt: (plain: string, place: Place) => Buffer;
  readonly decrypt: (sealed: Buffer, place: Place) => string;
  /** Keys that write at the moment; what is under another is to be moved to these. */
  readonly current: { readonly sealing: string; readonly indexing: string };
  /** False when the value should be sealed again under the current key. */
  readonly isCurrent: (sealed: Buffer) => boolean;
  /** Under the current key: what is written. */
  readonly blindIndex: (value: string) => BlindIndex;
  /** Under every live key, current first: what is looked for. */
  readonly blindIndexes: (value: string) => readonly BlindIndex[];
};

type Key = { readonly id: string; readonly bytes: Buffer };

const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Fails on every value that was tampered with, moved or sealed under a retired key; never says which. */
export class CannotDecrypt extends Error {
  override readonly name = "CannotDecrypt";
  constructor() {
    super("a sealed value does not open here");
  }
}

export function personalData(cprKey: string, cprIndexKey: string): PersonalData {
  const sealing = liveKeys(cprKey);
  const indexing = liveKeys(cprIndexKey);
  const digest = (key: Key, value: string): BlindIndex => ({
    keyId: key.id,
    digest: createHmac("sha256", key.bytes).update(value).digest(),
  });
  return {
    current: { sealing: sealing[0].id, indexing: indexing[0].id },
    encrypt: (plain, place) => seal(sealing[0], plain, place),
    decrypt: (sealed, place) => unseal(sealing, sealed, place),
    isCurrent: (sealed) => keyIdOf(sealed) === sealing[0].id,
    blindIndex: (value) => digest(indexing[0], value),
    blindIndexes: (value) => indexing.map((key) => digest(key, value)),
  };
}

/** "id:base64,id:base64", current first; one key may come without an id. Every key has 32 bytes. */
export function parseKeys(text: string): { readonly keys: readonly Key[]; readonly fault: string | null } {
  const keys = text.split(",").map((part): Key => {
    const [id = "", encoded] = part.trim().split(":");
    return { id: encoded === undefined ? "k1" : id, bytes: Buffer.from(encoded ?? id, "base64") };
  });
  if (keys.some((key) => !/^[A-Za-z0-9_-]{1,32}$/.test(key.id))) return { keys, fault: "a key id is 1 to 32 letters and digits" };
  if (keys.some((key) => key.bytes.length !== 32)) return { keys, fault: "a key is 32 bytes in base64" };
  if (new Set(keys.map((key) => key.id)).size < keys.length) return { keys, fault: "two keys have the same id" };
  return { keys, fault: null };
}

function liveKeys(text: string): readonly [Key, ...Key[]] {
  const { keys, fault } = parseKeys(text);
  const [current, ...older] = keys;
  if (fault !== null || !current) throw new Error(`unusable key: ${fault}`);
  return [current, ...older];
}

/** format | length of key id | key id | nonce | ciphertext | tag */
function seal(key: Key, plain: string, place: Place): Buffer {
  const id = Buffer.from(key.id);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key.bytes, nonce, { authTagLength: TAG_BYTES }).setAAD(bound(place, key.id));
  return Buffer.concat([Buffer.of(FORMAT, id.length), id, nonce, cipher.update(plain, "utf8"), cipher.final(), cipher.getAuthTag()]);
}

function unseal(keys: readonly Key[], sealed: Buffer, place: Place): string {
  const id = keyIdOf(sealed);
  const key = keys.find((candidate) => candidate.id === id);
  const body = id === null ? Buffer.alloc(0) : sealed.subarray(2 + id.length);
  if (!key || body.length < NONCE_BYTES + TAG_BYTES) throw new CannotDecrypt();
  try {
    const opener = createDecipheriv("aes-256-gcm", key.bytes, body.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    opener.setAAD(bound(place, key.id)).setAuthTag(body.subarray(-TAG_BYTES));
    return Buffer.concat([opener.update(body.subarray(NONCE_BYTES, -TAG_BYTES)), opener.final()]).toString("utf8");
  } catch {
    throw new CannotDecrypt();
  }
}

function keyIdOf(sealed: Buffer): string | null {
  const length = sealed[1] ?? 0;
  if (sealed[0] !== FORMAT || length === 0 || sealed.length < 2 + length) return null;
  return sealed.subarray(2, 2 + length).toString("latin1");
}

function bound({ table, column, rowId }: Place, keyId: string): Buffer {
  for (const part of [table, column, rowId])
    if (part === "" || part.includes("|")) throw new Error("a place has a table, a column and a row");
  return Buffer.from([FORMAT, keyId, table, column, rowId].join("|"));
}

export { maskCpr, normaliseCpr } from "./cpr.js";
