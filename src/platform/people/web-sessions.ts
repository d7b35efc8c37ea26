/**
 * Who is signed in at the desk. The browser holds a random value in a cookie that no script reads; here stands its hash with what a
 * token would say. A session ends at its time, or when it is taken back (revocations.ts names it by its hash, as it does a token).
 */
import { createHash, randomBytes } from "node:crypto";
import type { Database } from "../postgres/database.js";
import { statement } from "../postgres/statement.js";
import { transaction } from "../postgres/transaction.js";
import { write } from "../postgres/write.js";
import { RETENTION, WORKER, type Assurance, type Role } from "../viewer.js";

/** Whoever signs in, as the provider of identities says. */
export type SignedIn = {
  readonly subject: string;
  readonly role: Role;
  readonly cvr: string | null;
  readonly assurance: Assurance;
  readonly name: string;
};
/** Times in seconds since 1970; `tokenId` is what a revocation names. */
type Session = SignedIn & { readonly tokenId: string; readonly issuedAt: number; readonly expiresAt: number };

const FIND = statement(
  "web-session",
  `select subject, role, cvr, assurance, name, extract(epoch from signed_in_at)::float8 as issued_at,
     extract(epoch from expires_at)::float8 as expires_at
   from web_session where hash = $1 and expires_at > clock_timestamp()`,
);
const SWEEP = statement("sweep-web-sessions", "delete from web_session where expires_at < clock_timestamp() returning hash");

const hashOf = (cookie: string): string => createHash("sha256").update(cookie).digest("hex");

/** Begins a session and answers the value of its cookie. */
export async function beginSession(
  database: Database,
  { subject, role, cvr, assurance, name }: SignedIn,
  seconds: number,
): Promise<string> {
  const cookie = randomBytes(32).toString("base64url");
  const at = Date.now();
  const instants = { signed_in_at: new Date(at).toISOString(), expires_at: new Date(at + seconds * 1_000).toISOString() };
  const row = { hash: hashOf(cookie), subject, role, cvr, assurance, name, ...instants };
  await transaction(database, WORKER, (tx) => write(tx, { web_session: [row] }));
  return cookie;
}

/** Null where it is not known or has ended by its time. */
export async function findSession(database: Database, cookie: string): Promise<Session | null> {
  const hash = hashOf(cookie);
  const [found] = await transaction(database, WORKER, (tx) => tx.finish(FIND.with(hash)), { readOnly: true });
  if (!found) return null;
  const { issued_at, expires_at, role, assurance, ...rest } = found;
  // as it was written by beginSession
  const known = { role: role as Role, assurance: assurance as Assurance };
  return { ...rest, ...known, tokenId: hash, issuedAt: Math.floor(issued_at), expiresAt: Math.floor(expires_at) };
}

export async function sweepSessions(database: Database): Promise<number> {
  return transaction(database, RETENTION, async (tx) => (await tx.query(SWEEP.with())).length);
}
