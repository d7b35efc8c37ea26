/** Where the issuer's public keys come from: a file that may be replaced while we run, or the issuer's own address. */
import { readFile, stat } from "node:fs/promises";
import { createLocalJWKSet, createRemoteJWKSet, customFetch, errors, type JSONWebKeySet, type JWK, type JWTVerifyGetKey } from "jose";

/** Not more often than this do unknown keys make us look again: anyone can send an unknown key. */
const LOOK_AGAIN_MS = 1_000;
const LEAST_RSA_BITS = 2_048;
/** Of a private key, or of a secret shared with whoever can read this set. */
const SECRET_PARTS = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

/** Why nobody should believe what this key signs; null when there is no reason. */
export function keyFault(jwk: unknown): string | null {
  if (typeof jwk !== "object" || jwk === null) return "a key is an object";
  const key = jwk as JWK;
  if (SECRET_PARTS.some((part) => Object.hasOwn(key, part))) return "a key holds its private part: whoever read it can sign";
  if (key.kty === "oct") return "a key is symmetric: whoever can check can sign";
  if (key.kty === "RSA" && bitsOf(key.n) < LEAST_RSA_BITS) return `an RSA key is shorter than ${LEAST_RSA_BITS} bits`;
  return null;
}

/** Faults of a whole set, as published. */
export function keySetFaults(set: unknown): readonly string[] {
  const keys: unknown = typeof set === "object" && set !== null ? Reflect.get(set, "keys") : null;
  if (!Array.isArray(keys) || keys.length === 0) return ["it holds no keys"];
  return [...new Set(keys.flatMap((key) => keyFault(key) ?? []))];
}

function bitsOf(modulus: unknown): number {
  if (typeof modulus !== "string") return 0;
  const bytes = Buffer.from(modulus, "base64url");
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? 0 : (bytes.length - first) * 8 - Math.clz32(bytes[first] ?? 0) + 24;
}

function trustworthy(set: unknown): JSONWebKeySet {
  const faults = keySetFaults(set);
  if (faults.length > 0) throw new Error(`the issuer's keys are not used: ${faults.join("; ")}`);
  return set as JSONWebKeySet;
}

export function keysFromUrl(url: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(url), {
    cooldownDuration: 5_000,
    timeoutDuration: 3_000,
    [customFetch]: async (address, init) => {
      const answer = await fetch(address, init);
      if (answer.ok) trustworthy(await answer.clone().json());
      return answer;
    },
  });
}

export function keysFromFile(file: string): JWTVerifyGetKey {
  let keys: JWTVerifyGetKey | undefined;
  let changedAt = 0;
  let lookedAt = 0;

  const look = async (): Promise<JWTVerifyGetKey> => {
    if (keys && Date.now() - lookedAt < LOOK_AGAIN_MS) return keys;
    lookedAt = Date.now();
    const { mtimeMs } = await stat(file);
    if (!keys || mtimeMs !== changedAt) {
      keys = createLocalJWKSet(trustworthy(JSON.parse(await readFile(file, "utf8"))));
      changedAt = mtimeMs;
    }
    return keys;
  };

  return async (header, token) => {
    const known = await look();
    try {
      return await known(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      const fresh = await look();
      if (fresh === known) throw error;
      return fresh(header, token);
    }
  };
}
