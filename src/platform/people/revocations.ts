/**
 * Which tokens were taken back. Every gateway keeps the list in memory, until the tokens would have ended by themselves, and
 * asks for what is new every two seconds, so a revoked token opens nothing after that, and a request pays nothing for the question.
 */
import { auditRow } from "../trail/audit.js";
import type { Database } from "../postgres/database.js";
import { newId } from "../random.js";
import { statement } from "../postgres/statement.js";
import { transaction } from "../postgres/transaction.js";
import { RETENTION, WORKER } from "../viewer.js";
import { write } from "../postgres/write.js";

type Revocable = { readonly subject: string; readonly tokenId: string | null; /** Seconds since 1970. */ readonly issuedAt: number };

export type Revocations = {
  readonly has: (claims: Revocable) => boolean;
  /** Reads what is new; also runs by itself. */
  readonly refresh: () => Promise<void>;
  readonly stop: () => void;
};

const EVERY_MS = 2_000;
const LIST = statement(
  "revocations",
  `select token_id as "tokenId", subject, revoked_at as "revokedAt" from token_revocation
   where expires_at > clock_timestamp()`,
);
const SWEEP = statement(
  "sweep-revocations",
  `delete from token_revocation
   where expires_at < clock_timestamp() returning id`,
);

export function watchRevocations(database: Database, onError: (error: unknown) => void = () => {}): Revocations {
  let tokens = new Set<string>();
  let subjects = new Map<string, number>();

  const refresh = async (): Promise<void> => {
    const rows = await transaction(database, WORKER, (tx) => tx.query(LIST.with()), { readOnly: true });
    tokens = new Set(rows.flatMap(({ tokenId }) => tokenId ?? []));
    subjects = new Map(
      rows
        .flatMap(({ subject, revokedAt }) => (subject === null ? [] : [[subject, revokedAt.getTime() / 1_000] as const]))
        .sort((a, b) => a[1] - b[1]),
    );
  };
  const timer = setInterval(() => void refresh().catch(onError), EVERY_MS);
  timer.unref();

  return {
    has: ({ subject, tokenId, issuedAt }) => (tokenId !== null && tokens.has(tokenId)) || issuedAt <= (subjects.get(subject) ?? -1),
    refresh,
    stop: () => clearInterval(timer),
  };
}

export type Revoke = {
  readonly tokenId?: string;
  readonly subject?: string;
  readonly by: string;
  readonly reason: string;
  /** The longest that a token may live: after that the revocation is about nothing. */
  readonly lifetimeSeconds: number;
};

/** Clocks of issuers and gateways differ by less. */
const MARGIN_SECONDS = 60;

/** Takes back one token, or everything a subject was given until now. */
export async function revoke(database: Database, { tokenId, subject, by, reason, lifetimeSeconds }: Revoke): Promise<void> {
  if (tokenId === undefined && subject === undefined) throw new Error("a revocation names a token or a subject");
  const row = {
    id: newId(),
    token_id: tokenId ?? null,
    subject: subject ?? null,
    revoked_by: by,
    reason,
    // on the machine's clock, which tokens live by
    expires_at: new Date(Date.now() + (lifetimeSeconds + MARGIN_SECONDS) * 1_000).toISOString(),
  };
  const audited = { operation: "revokeTokens", object: "Token", objectId: row.id, outcome: "ALLOWED", rule: reason } as const;
  const audit_event = [auditRow({ ...WORKER, subject: by }, "revocation", audited)];
  await transaction(database, WORKER, (tx) => write(tx, { token_revocation: [row], audit_event }));
}

/** Revocations older than any token they could be about. */
export async function sweepRevocations(database: Database): Promise<number> {
  return transaction(database, RETENTION, async (tx) => (await tx.query(SWEEP.with())).length);
}
