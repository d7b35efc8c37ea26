/** Where the issuer's public keys come from: a file that may be replaced while we run, or the issuer's own address. */
import { readFile, stat } from "node:fs/promises";
import { createLocalJWKSet, createRemoteJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";

/** Not more often than this do unknown keys make us look again: anyone can send an unknown key. */
const LOOK_AGAIN_MS = 1_000;

export function keysFromUrl(url: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(url), { cooldownDuration: 5_000, timeoutDuration: 3_000 });
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
      keys = createLocalJWKSet(JSON.parse(await readFile(file, "utf8")) as JSONWebKeySet);
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
