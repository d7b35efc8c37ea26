/**
 * Who is signed in at the desk. The browser holds a random value in a cookie that no script reads; here stands its hash with what a
 * token would say. A session ends at its time, or when it is taken back (revocations.ts names it by its hash, as it does a token).
 */
import { createHash, randomBytes } from "node:crypto";
import type { Database } from "../postgres/database.js";
import { newId } from "../random.js";
import { auditRow } from "../trail/audit.js";
import { statement } from "../postgres/statement.js";
import { transaction } from "../postgres/transaction.js";
import { write } from "../postgres/write.js";
import { RETENTION, WORKER, type Acting, type Assurance, type Role } from "../viewer.js";

/** Whoever signs in, as the provider of identities says. */
export type SignedIn = Acting & {
  readonly subject: string;
  readonly assurance: Assurance;
  readonly name: string;
  /** What else the login may be; left out, nothing. */
  readonly mayBe?: readonly Acting[];
};
/** Times in seconds since 1970; `tokenId` is what a revocation names. */
export type Session = SignedIn & {
  readonly mayBe: readonly Acting[];
  readonly tokenId: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
};

const FIND = statement(
  "web-session",
  `select subject, role, cvr, assurance, name, may_be as "mayBe", extract(epoch from signed_in_at)::float8 as issued_at,
     extract(epoch from expires_at)::float8 as expires_at
   from web_session where hash = $1 and expires_at > clock_timestamp()`,
);
const SWEEP = statement("sweep-web-sessions", "delete from web_session where expires_at < clock_timestamp() returning hash");

export const hashOf = (cookie: string): string => createHash("sha256").update(cookie).digest("hex");

/** Begins a session and answers the value of its cookie. `why` stands in the trail: how the person came to be this. */
export async function beginSession(database: Database, who: SignedIn, seconds: number, why = "sign-in"): Promise<string> {
  const { cookie, rows } = newSession(who, Date.now() + seconds * 1_000, why);
  await transaction(database, WORKER, (tx) => write(tx, rows));
  return cookie;
}

/** The same person as something else that the login may be, until the same time; the session before is over. */
export async function switchSession(database: Database, before: Session, to: Acting): Promise<string> {
  const { cookie, rows } = newSession({ ...before, ...to }, before.expiresAt * 1_000, "switched");
  const over = {
    id: newId(),
    token_id: before.tokenId,
    subject: null,
    revoked_by: before.subject,
    reason: "switched",
    expires_at: new Date(before.expiresAt * 1_000 + 60_000).toISOString(),
  };
  await transaction(database, WORKER, (tx) => write(tx, { ...rows, token_revocation: [over] }));
  return cookie;
}

function newSession({ subject, role, cvr, assurance, name, mayBe = [] }: SignedIn, untilMs: number, why: string) {
  const cookie = randomBytes(32).toString("base64url");
  const instants = { signed_in_at: new Date().toISOString(), expires_at: new Date(untilMs).toISOString() };
  const row = { hash: hashOf(cookie), subject, role, cvr, assurance, name, may_be: mayBe, ...instants };
  const audited = { operation: "signIn", object: "Session", outcome: "ALLOWED", rule: why } as const;
  const audit_event = [auditRow({ ...WORKER, subject, role, cvr, assurance }, "desk", { ...audited, purpose: "OPERATION" })];
  return { cookie, rows: { web_session: [row], audit_event } };
}

/** Null where it is not known or has ended by its time. */
export async function findSession(database: Database, cookie: string): Promise<Session | null> {
  const hash = hashOf(cookie);
  const [found] = await transaction(database, WORKER, (tx) => tx.finish(FIND.with(hash)), { readOnly: true });
  if (!found) return null;
  const { issued_at, expires_at, role, assurance, mayBe, ...rest } = found;
  // as it was written by newSession
  const known = { role: role as Role, assurance: assurance as Assurance, mayBe: mayBe as readonly Acting[] };
  // to the fraction: who has just signed out everywhere signs in again within the second
  return { ...rest, ...known, tokenId: hash, issuedAt: issued_at, expiresAt: Math.floor(expires_at) };
}

export async function sweepSessions(database: Database): Promise<number> {
  return transaction(database, RETENTION, async (tx) => (await tx.query(SWEEP.with())).length);
}
