/**
 * Who sends this request: a token, checked for everything that jose does not check unless it is asked to (RFC 9068: type,
 * issuer, audience, algorithm, lifetime, form of every claim that is read). A token that names a key needs that key's proof
 * (proof.ts). No token is nobody in particular; a bad token is refused, never downgraded.
 */
import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from "jose";
import { endOfDay, localDateOf } from "../../kernel/danish-clock.js";
import { NoProof, type CheckProof, type Possession } from "./proof.js";
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
  /** Thumbprint of the key that has to prove itself with each request; null: whoever has the token is believed. */
  readonly boundTo: string | null;
};

/** What a session says in the place of a token. */
type SessionClaims = Omit<Claims, "purpose" | "boundTo">;

/** How long tokens may live, in seconds from `iat` to `exp`. */
type Lifetimes = { readonly persons: number; readonly machines: number };

export type IdentifyOptions = {
  readonly keys: JWTVerifyGetKey;
  readonly issuer: string;
  readonly audience: string;
  /** Turns checked claims into a viewer; null when the subject is not known here. */
  readonly resolveViewer: (claims: Claims) => Promise<Viewer | null> | Viewer | null;
  /** Asked for every request, also when the token was checked a moment ago. */
  readonly revoked?: (claims: Claims) => Promise<boolean> | boolean;
  readonly lifetimes?: Lifetimes;
  /** Checks proofs of possession; without it a token that is bound to a key opens nothing. */
  readonly checkProof?: CheckProof;
  /** Whom the desk's cookie stands for; left out, there are no sessions. */
  readonly sessions?: (cookie: string) => Promise<SessionClaims | null>;
  /** Roles whose tokens must be bound to a key. */
  readonly boundRoles?: ReadonlySet<Role>;
  /** How long a resolved viewer is reused. */
  readonly rememberMs?: number;
  /** Milliseconds since 1970 on the machine's clock, on which tokens are issued. */
  readonly now?: () => number;
  /** What days are counted by; the machine's clock unless given. */
  readonly clock?: () => Date;
};

export type Identified = { readonly viewer: Viewer; /** Null without a token. */ readonly claims: Claims | null };
/**
 * PROVEN: for what goes on over a connection on which the key was proven when it was opened. `beforeProof` is told whose token it is before
 * the proof is looked at, which costs a signature and a transaction: what it throws is the answer.
 */
export type Identify = (
  authorization: string | undefined,
  purpose?: string,
  possession?: Possession | "PROVEN",
  beforeProof?: (viewer: Viewer) => Promise<void>,
) => Promise<Identified>;

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
const LEVELS: ReadonlyMap<unknown, Assurance> = new Map([
  [`${NSIS}Low`, "LOW"],
  [`${NSIS}Substantial`, "SUBSTANTIAL"],
  [`${NSIS}High`, "HIGH"],
]);
const LIFETIMES: Lifetimes = { persons: 3_600, machines: 43_200 };
/** Between the clocks of issuer and gateway. */
const TOLERANCE_SECONDS = 5;
/** No blanks, no control characters and none that are not seen: what stands in the access log must mean one person. */
const NAME = /^[^\p{C}\p{Z}]{1,200}$/u;
/** Machines have no NSIS level; their keys are registered by hand. */
const MACHINES = new Set<Role>(["CLINIC_SYSTEM", "INTEGRATION", "BANK_CHANNEL"]);

export function isMachine(role: Role): boolean {
  return MACHINES.has(role);
}

const PERSONS_AND_MACHINES = new Set<string>(ROLES.filter((role) => role !== "ANONYMOUS" && role !== "WORKER"));

type Remembered = Identified & { readonly claims: Claims; readonly until: number; readonly signedUntil: number };

export function makeIdentify(options: IdentifyOptions): Identify {
  const remembered = new Map<string, Remembered>();
  const now = options.now ?? Date.now;
  const clock = options.clock ?? (() => new Date(now()));
  const rememberMs = options.rememberMs ?? 10_000;
  const signatureMs = rememberMs === 0 ? 0 : SIGNATURE_MS;

  const checked = async (token: string, purpose: string | null): Promise<Claims> => {
    const cookie = cookieIn(token);
    if (cookie === null) return claimsOf(await verified(token, options, now()), purpose, options, now());
    const session = await options.sessions?.(cookie);
    if (!session || session.expiresAt * 1_000 <= now()) throw new Unauthenticated("no such session");
    return { ...session, purpose, boundTo: null };
  };
  const check = async (token: string, purpose: string | null, before: Remembered | undefined): Promise<Remembered> => {
    const signed = before !== undefined && before.signedUntil > now();
    const claims = signed ? before.claims : await checked(token, purpose);
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

  return async (authorization, purposeHeader, possession, beforeProof) => {
    if (authorization === undefined) return NOBODY;
    const purpose = purposeIn(purposeHeader);
    // no header holds a line break, so no other pair of headers has this key
    const key = purpose === null ? authorization : `${purpose}\n${authorization}`;
    let known = remembered.get(key);
    if (!known || known.until <= now()) {
      known = await check(tokenIn(authorization).token, purpose, known);
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(key, known);
    }
    if (known.claims.boundTo !== null) await beforeProof?.(known.viewer);
    await proven(authorization, known.claims, possession, options);
    if (await options.revoked?.(known.claims)) {
      remembered.delete(key);
      throw new Unauthenticated("the token was revoked");
    }
    return known;
  };
}

/** A session in the place of a token, as the listener passes it on; no header can be this: it holds a line break. */
const SESSION = "Session\n";
export const sessionAuthorization = (cookie: string): string => `${SESSION}${cookie}`;
function cookieIn(authorization: string): string | null {
  return authorization.startsWith(SESSION) ? authorization.slice(SESSION.length) : null;
}

function tokenIn(authorization: string): { readonly scheme: "BEARER" | "DPOP"; readonly token: string } {
  if (cookieIn(authorization) !== null) return { scheme: "BEARER", token: authorization };
  const [, scheme = "", token] = /^(Bearer|DPoP) +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization) ?? [];
  if (!token || token.length > MAX_TOKEN_CHARS) throw new Unauthenticated("not a token");
  return { scheme: scheme.toUpperCase() === "DPOP" ? "DPOP" : "BEARER", token };
}

/** With every request, also when the token was checked a moment ago: a proof is good once. */
async function proven(
  authorization: string,
  { boundTo }: Claims,
  possession: Possession | "PROVEN" | undefined,
  { checkProof }: IdentifyOptions,
): Promise<void> {
  const { scheme, token } = tokenIn(authorization);
  if ((scheme === "DPOP") !== (boundTo !== null)) throw new Unauthenticated("the token is sent by another scheme than it is for");
  if (boundTo === null || possession === "PROVEN") return;
  if (!checkProof || !possession) throw new Unauthenticated("proofs are not taken here");
  try {
    await checkProof(token, boundTo, possession);
  } catch (error) {
    throw error instanceof NoProof ? new Unauthenticated(error.message) : error;
  }
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
      clockTolerance: TOLERANCE_SECONDS,
      currentDate: new Date(atMs),
    });
    return payload;
  } catch (error) {
    // keys that cannot be fetched are our trouble, not a bad token
    if (!(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) throw error;
    throw new Unauthenticated(error.code);
  }
}

/** Only what the token itself says: a claim called like something every object has is none. */
function own(payload: object, name: string): unknown {
  return Object.hasOwn(payload, name) ? Reflect.get(payload, name) : undefined;
}

function claimsOf(payload: JWTPayload, purpose: string | null, options: IdentifyOptions, atMs: number): Claims {
  const role = own(payload, "gateway_role");
  if (typeof role !== "string" || !PERSONS_AND_MACHINES.has(role)) throw new Unauthenticated("no role of this gateway");
  const { issuedAt, expiresAt } = lifeOf(payload, role as Role, options.lifetimes ?? LIFETIMES, atMs);
  const boundTo = keyOf(own(payload, "cnf"));
  if (boundTo === null && options.boundRoles?.has(role as Role)) throw new Unauthenticated("tokens of this role are bound to a key");
  const cvr = own(payload, "cvr");
  if (cvr !== undefined && (typeof cvr !== "string" || !/^\d{8}$/.test(cvr))) throw new Unauthenticated("cvr is eight digits");
  const jti = own(payload, "jti");
  return {
    subject: nameOf(own(payload, "sub"), "sub"),
    role: role as Role,
    cvr: cvr ?? null,
    assurance: assuranceOf(own(payload, "acr"), role as Role),
    purpose,
    tokenId: jti === undefined ? null : nameOf(jti, "jti"),
    issuedAt,
    expiresAt,
    boundTo,
  };
}

function nameOf(value: unknown, claim: string): string {
  if (typeof value === "string" && NAME.test(value)) return value;
  throw new Unauthenticated(`${claim} is no usable name`);
}

/** A token of next year is a password that nobody changes. */
function lifeOf(payload: object, role: Role, lifetimes: Lifetimes, atMs: number): { issuedAt: number; expiresAt: number } {
  const [issuedAt, expiresAt] = [own(payload, "iat"), own(payload, "exp")];
  if (typeof issuedAt !== "number" || typeof expiresAt !== "number") throw new Unauthenticated("no lifetime");
  if (issuedAt > atMs / 1_000 + TOLERANCE_SECONDS) throw new Unauthenticated("issued in the future");
  const most = MACHINES.has(role) ? lifetimes.machines : lifetimes.persons;
  if (expiresAt - issuedAt > most + TOLERANCE_SECONDS) throw new Unauthenticated("it lives too long");
  return { issuedAt, expiresAt };
}

/** A binding that is not understood is none that could be checked, so nobody is let in by it. */
function keyOf(confirmation: unknown): string | null {
  if (confirmation === undefined) return null;
  const jkt = typeof confirmation === "object" && confirmation !== null ? own(confirmation, "jkt") : undefined;
  if (typeof jkt !== "string" || !/^[\w-]{43}$/.test(jkt) || Object.keys(confirmation as object).length !== 1)
    throw new Unauthenticated("bound to something that is not checked here");
  return jkt;
}

function assuranceOf(acr: unknown, role: Role): Assurance {
  if (acr === undefined && MACHINES.has(role)) return "SUBSTANTIAL";
  return LEVELS.get(acr) ?? "LOW";
}
