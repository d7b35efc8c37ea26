/**
 * Proof of possession (DPoP, RFC 9449): a token that names a key opens nothing without a signature of that key over this very
 * request. A token that leaks from a log, a cache or another service's hands is then worth nothing.
 */
import { createHash } from "node:crypto";
import { calculateJwkThumbprint, EmbeddedJWK, errors, jwtVerify, type JWK } from "jose";
import { keyFault } from "./keys.js";

/** What the caller sends, and what the proof must be about. */
export type Possession = {
  /** The DPoP header as sent. */
  readonly proof: string | undefined;
  readonly method: string;
  /** The address that the caller used, without query and fragment. */
  readonly url: string;
};

/** Why a proof is none; never told to the caller in more than one sentence. */
export class NoProof extends Error {
  override readonly name = "NoProof";
}

export type CheckProof = (token: string, thumbprint: string, possession: Possession) => Promise<void>;

const ALGORITHMS = ["ES256", "RS256", "EdDSA"];
const MAX_CHARS = 4_096;
/** How old a proof may be, and how far ahead its maker's clock. */
const OLDEST_SECONDS = 60;
const AHEAD_SECONDS = 5;
const MOST_REMEMBERED = 100_000;
const JTI = /^[\x21-\x7e]{8,128}$/;

/** False where the proof of this hash was used at any gateway before; it need not be remembered beyond `until`. */
export type UseOnce = (hash: string, until: Date) => Promise<boolean>;

/**
 * A gateway remembers the proofs it has seen for as long as they could be sent again, and asks what all gateways share: a proof
 * that was seen on its way opens nothing at another one.
 */
export function proofChecker(useOnce: UseOnce, now: () => number = Date.now): CheckProof {
  const seen = new Map<string, number>();

  const remember = (id: string, untilMs: number): void => {
    for (const [old, until] of seen) {
      if (until > now()) break;
      seen.delete(old);
    }
    if (seen.has(id)) throw new NoProof("the proof was used before");
    // a flood of proofs is refused rather than one of them forgotten while it could be used again
    if (seen.size >= MOST_REMEMBERED) throw new NoProof("too many proofs at once");
    seen.set(id, untilMs);
  };

  return async (token, thumbprint, { proof, method, url }) => {
    if (proof === undefined || proof.length > MAX_CHARS || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(proof)) throw new NoProof("no proof was sent");
    const { payload, protectedHeader } = await verified(proof, now());
    const jwk = protectedHeader.jwk as JWK;
    const fault = keyFault(jwk);
    if (fault !== null) throw new NoProof(fault);
    const { jti, iat, htm, htu, ath } = payload;
    if (typeof jti !== "string" || !JTI.test(jti)) throw new NoProof("jti is not 8 to 128 plain characters");
    if (typeof iat !== "number" || !isRecent(iat, now())) throw new NoProof("it was made too long ago, or in the future");
    if (htm !== method || typeof htu !== "string" || !isSame(htu, url)) throw new NoProof("it is about another request");
    if (ath !== createHash("sha256").update(token).digest("base64url")) throw new NoProof("it is about another token");
    if ((await calculateJwkThumbprint(jwk)) !== thumbprint) throw new NoProof("it is by another key");
    const until = (iat + OLDEST_SECONDS + AHEAD_SECONDS) * 1_000;
    const id = createHash("sha256").update(`${thumbprint} ${jti}`).digest("hex");
    remember(id, until);
    if (!(await useOnce(id, new Date(until)))) throw new NoProof("the proof was used at another gateway");
  };
}

async function verified(proof: string, atMs: number) {
  try {
    return await jwtVerify(proof, EmbeddedJWK, { algorithms: ALGORITHMS, typ: "dpop+jwt", currentDate: new Date(atMs) });
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) throw new NoProof("the signature is none");
    throw error;
  }
}

function isRecent(iat: number, atMs: number): boolean {
  const age = atMs / 1_000 - iat;
  return age <= OLDEST_SECONDS && age >= -AHEAD_SECONDS;
}

/** Scheme and host in any case, default ports left out; query and fragment do not count (RFC 9449, 4.3). */
function isSame(claimed: string, url: string): boolean {
  if (!URL.canParse(claimed)) return false;
  const [a, b] = [new URL(claimed), new URL(url)];
  return a.origin === b.origin && a.pathname === b.pathname;
}
