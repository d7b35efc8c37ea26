/** An issuer of tokens for a developer's machine and for tests. Its key lives in a folder; nothing else trusts it. */
import { randomUUID } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from "jose";
import type { Role } from "../../platform/viewer.js";

export type DevClaims = {
  readonly sub: string;
  readonly role: Role;
  readonly cvr?: string;
  readonly assurance?: "Low" | "Substantial" | "High";
  /** Further claims, as they are. */
  readonly more?: Readonly<Record<string, unknown>>;
};

export type DevIssuer = {
  /** Public keys, for keysFromFile. */
  readonly jwksFile: string;
  readonly mint: (claims: DevClaims, ttlSeconds?: number) => Promise<string>;
};

export async function makeDevIssuer({ dir, issuer, audience }: { dir: string; issuer: string; audience: string }): Promise<DevIssuer> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const jwk = await privateKey(path.join(dir, "issuer-key.json"));
  const { d: _secret, ...open } = jwk;
  const jwksFile = path.join(dir, "jwks.json");
  const text = JSON.stringify({ keys: [open] }, null, 2);
  if ((await readFile(jwksFile, "utf8").catch(() => "")) !== text) await writeFile(jwksFile, text);
  const key = await importJWK(jwk, "ES256");

  const mint = ({ sub, role, cvr, assurance = "High", more = {} }: DevClaims, ttlSeconds = 3_600): Promise<string> =>
    new SignJWT({
      gateway_role: role,
      acr: `https://data.gov.dk/concept/core/nsis/${assurance}`,
      ...(cvr === undefined ? {} : { cvr }),
      ...more,
    })
      .setProtectedHeader({ alg: "ES256", typ: "at+jwt", kid: jwk.kid ?? "" })
      .setSubject(sub)
      .setIssuer(issuer)
      .setAudience(audience)
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime(Math.floor(Date.now() / 1_000) + ttlSeconds)
      .sign(key);
  return { jwksFile, mint };
}

/** Made once; of several processes that start together one makes it and the others read it. */
async function privateKey(file: string): Promise<JWK> {
  const existing = await readFile(file, "utf8").catch(() => null);
  if (existing !== null) return JSON.parse(existing) as JWK;
  const { privateKey: made } = await generateKeyPair("ES256", { extractable: true });
  const jwk = await exportJWK(made);
  const named: JWK = { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: "ES256", use: "sig" };
  await writeFile(file, JSON.stringify(named), { flag: "wx", mode: 0o600 }).catch(() => {});
  return JSON.parse(await readFile(file, "utf8")) as JWK;
}
