/** Whose tokens are believed: those of the issuer in the settings, or, on a developer's machine, of a local one. */
import path from "node:path";
import { makeDevIssuer, type DevIssuer } from "../gateway/identity/dev-issuer.js";
import { keysFromFile, keysFromUrl } from "../gateway/identity/keys.js";
import { proofChecker } from "../gateway/identity/proof.js";
import { makeIdentify, type Claims, type Identify } from "../gateway/identity/viewer.js";
import { resolveViewer } from "../features/members/resolve-viewer.js";
import { findSession } from "../platform/people/web-sessions.js";
import type { Config } from "./config.js";
import { useProofOnce } from "../platform/people/used-proofs.js";
import type { Database } from "../platform/postgres/database.js";

export type Identity = {
  readonly identify: Identify;
  /** Null where real keys are configured. */
  readonly issuer: DevIssuer | null;
};

/** `aside` are connections that wait for no request: who searches is known although nothing can be booked. */
export async function makeIdentity(
  config: Config,
  database: Database,
  aside: Database,
  revoked: (claims: Claims) => boolean,
): Promise<Identity> {
  const { issuer, audience, jwksFile, jwksUrl } = config;
  const local = jwksFile || jwksUrl ? null : await developmentIssuer(config);
  const keys = jwksUrl ? keysFromUrl(jwksUrl) : keysFromFile(jwksFile ?? local?.jwksFile ?? "");
  return {
    issuer: local,
    identify: makeIdentify({
      keys,
      issuer,
      audience,
      revoked,
      lifetimes: { persons: config.personTokenSeconds, machines: config.machineTokenSeconds },
      boundRoles: new Set(config.boundRoles),
      sessions: (cookie) => findSession(aside, cookie),
      checkProof: proofChecker(useProofOnce(database)),
      resolveViewer: (claims) => resolveViewer(database, claims),
      clock: () => database.clock.now(),
    }),
  };
}

export function developmentIssuer({ dataDir, issuer, audience }: Config): Promise<DevIssuer> {
  return makeDevIssuer({ dir: path.join(dataDir, "secrets"), issuer, audience });
}
