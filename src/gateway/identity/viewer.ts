/**
 * Who sends this request: a bearer token, checked for everything that jose does not check unless it is asked to (RFC 9068:
 * type, issuer, audience, algorithm, expiry). No token is nobody in particular; a bad token is refused, never downgraded.
 */
import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from "jose";
import { endOfDay, localDateOf } from "../../kernel/danish-clock.js";
import { ANONYMOUS, ROLES, type Assurance, type Role, type Viewer } from "../../platform/viewer.js";

export type Claims = {
  readonly subject: string;
  readonly role: Role;
  /** CVR number of the clinic or company the subject acts for. */
  readonly cvr: string | null;
  readonly assurance: Assurance;
  /** Purpose stated in the x-purpose header. */
  readonly purpose: string | null;
  readonly tokenId: string | null;
  readonly issuedAt: number;
  readonly expiresAt: number;
};

export type IdentifyOptions = {
  readonly keys: JWTVerifyGetKey;
  readonly issuer: string;
  readonly audience: string;
  /** Turns checked claims into a viewer; null when the subject is not known here. */
  readonly resolveViewer: (claims: Claims) => Promise<Viewer | null> | Viewer | null;
  /** Asked for every request, also when the token was checked a moment ago. */
  readonly revoked?: (claims: Claims) => Promise<boolean> | boolean;
  /** How long a resolved viewer is reused. */
  readonly rememberMs?: number;
  /** Milliseconds since 1970 on the machine's clock, on which tokens are issued. */
  readonly now?: () => number;
  /** What days are counted by; the machine's clock unless given. */
  readonly clock?: () => Date;
};

export type Identified = { readonly viewer: Viewer; /** Null without a token. */ readonly claims: Claims | null };
export type Identify = (authorization: string | undefined, purpose?: string) => Promise<Identified>;

/** The caller has to do something about it: 401. */
export class Unauthenticated extends Error {
  override readonly name = "Unauthenticated";
}

const NOBODY: Identified = { viewer: ANONYMOUS, claims: null };
const ALGORITHMS = ["ES256", "RS256", "EdDSA"];
const MAX_TOKEN_CHARS = 4_096;
const MOST_REMEMBERED = 10_000;
/** A signature that was good stays good; what is bounded is how long a key that was withdrawn in a hurry still opens. */
const SIGNATURE_MS = 60_000;
const NSIS = "https://data.gov.dk/concept/core/nsis/";
const LEVELS: Readonly<Record<string, Assurance>> = { Low: "LOW", Substantial: "SUBSTANTIAL", High: "HIGH" };
/** Machines have no NSIS level; their keys are registered by hand. */
const MACHINES = new Set<Role>(["CLINIC_SYSTEM", "INTEGRATION", "BANK_CHANNEL"]);
const PERSONS_AND_MACHINES = new Set<string>(ROLES.filter((role) => role !== "ANONYMOUS" && role !== "WORKER"));

type Remembered = Identified & { readonly claims: Claims; readonly until: number; readonly signedUntil: number };

export function makeIdentify(options: IdentifyOptions): Identify {
  const remembered = new Map<string, Remembered>();
  const now = options.now ?? Date.now;
  const clock = options.clock ?? (() => new Date(now()));
  const rememberMs = options.rememberMs ?? 10_000;
  const signatureMs = rememberMs === 0 ? 0 : SIGNATURE_MS;

  const check = async (token: string, purpose: string | null, before: Remembered | undefined): Promise<Remembered> => {
    const signed = before !== undefined && before.signedUntil > now();
    const claims = signed ? before.claims : claimsOf(await verified(token, options, now()), purpose);
    const viewer = await options.resolveViewer(claims);
    if (!viewer) throw new Unauthenticated("the subject is not known here");
    // whom a person acts for changes on birthdays, at midnight in Copenhagen and not some seconds after
    const at = clock();
    const toMidnightMs = endOfDay(localDateOf(at)).getTime() - at.getTime();
    const until = Math.min(now() + Math.min(rememberMs, toMidnightMs), claims.expiresAt * 1_000);
    // a login of level Low opens the public directory, nothing of the person it belongs to
    const signedUntil = signed ? before.signedUntil : Math.min(now() + signatureMs, claims.expiresAt * 1_000);
    return { viewer: viewer.assurance === "LOW" ? ANONYMOUS : viewer, claims, until, signedUntil };
  };

  return async (authorization, purposeHeader) => {
    if (authorization === undefined) return NOBODY;
    const purpose = purposeIn(purposeHeader);
    // no header holds a line break, so no other pair of headers has this key
    const key = purpose === null ? authorization : `${purpose}\n${authorization}`;
    let known = remembered.get(key);
    if (!known || known.until <= now()) {
      known = await check(tokenIn(authorization), purpose, known);
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(key, known);
    }
    if (await options.revoked?.(known.claims)) {
      remembered.delete(key);
      throw new Unauthenticated("the token was revoked");
    }
    return known;
  };
}

function tokenIn(authorization: string): string {
  const [, token] = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization) ?? [];
  if (!token || token.length > MAX_TOKEN_CHARS) throw new Unauthenticated("not a bearer token");
  return token;
}

function purposeIn(header: string | undefined): string | null {
  if (header === undefined || header === "") return null;
  if (!/^[A-Za-z0-9_.:-]{1,64}$/.test(header)) throw new Unauthenticated("x-purpose is no purpose code");
  return header;
}

async function verified(token: string, { keys, issuer, audience }: IdentifyOptions, atMs: number): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ALGORITHMS,
      issuer,
      audience,
      typ: "at+jwt",
      requiredClaims: ["exp", "iat", "sub"],
      clockTolerance: 5,
      currentDate: new Date(atMs),
    });
    return payload;
  } catch (error) {
    // keys that cannot be fetched are our trouble, not a bad token
    if (!(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) throw error;
    throw new Unauthenticated(error.code);
  }
}

function claimsOf(payload: JWTPayload, purpose: string | null): Claims {
  const role = payload["gateway_role"];
  if (typeof role !== "string" || !PERSONS_AND_MACHINES.has(role)) throw new Unauthenticated("no role of this gateway");
  const { sub = "", iat = 0, exp = 0 } = payload;
  if (sub === "" || sub.length > 200) throw new Unauthenticated("no usable subject");
  return {
    subject: sub,
    role: role as Role,
    cvr: textOf(payload["cvr"]),
    assurance: assuranceOf(payload["acr"], role as Role),
    purpose,
    tokenId: textOf(payload.jti),
    issuedAt: iat,
    expiresAt: exp,
  };
}

function assuranceOf(acr: unknown, role: Role): Assurance {
  if (acr === undefined && MACHINES.has(role)) return "SUBSTANTIAL";
  return (typeof acr === "string" && acr.startsWith(NSIS) && LEVELS[acr.slice(NSIS.length)]) || "LOW";
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
