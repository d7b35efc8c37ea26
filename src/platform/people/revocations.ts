/**
 * Which tokens were taken back. Every gateway keeps the list of the last day and a half in memory and asks for what is new
 * every two seconds, so a revoked token opens nothing after that, and a request pays nothing for the question.
 */
import { auditRow } from "../trail/audit.js";
import type { Database } from "../postgres/database.js";
import { newId } from "../random.js";
import { statement } from "../postgres/statement.js";
import { transaction } from "../postgres/transaction.js";
import { WORKER } from "../viewer.js";
import { write } from "../postgres/write.js";

type Revocable = { readonly subject: string; readonly tokenId: string | null; /** Seconds since 1970. */ readonly issuedAt: number };

export type Revocations = {
  readonly has: (claims: Revocable) => boolean;
  /** Reads what is new; also runs by itself. */
  readonly refresh: () => Promise<void>;
  readonly stop: () => void;
};

const EVERY_MS = 2_000;
/** Longer than any token lives. */
const KEPT = "36 hours";

const LIST = statement(
  "revocations",
  `select token_id as "tokenId", subject, revoked_at as "revokedAt" from token_revocation
   where revoked_at > now() - interval '${KEPT}'`,
);
const SWEEP = statement(
  "sweep-revocations",
  `delete from token_revocation
   where revoked_at < now() - interval '${KEPT}' returning id`,
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

export type Revoke = { readonly tokenId?: string; readonly subject?: string; readonly by: string; readonly reason: string };

/** Takes back one token, or everything a subject was given until now. */
export async function revoke(database: Database, { tokenId, subject, by, reason }: Revoke): Promise<void> {
  if (tokenId === undefined && subject === undefined) throw new Error("a revocation names a token or a subject");
  const row = { id: newId(), token_id: tokenId ?? null, subject: subject ?? null, revoked_by: by, reason };
  const audited = { operation: "revokeTokens", object: "Token", objectId: row.id, outcome: "ALLOWED", rule: reason } as const;
  const audit_event = [auditRow({ ...WORKER, subject: by }, "revocation", audited)];
  await transaction(database, WORKER, (tx) => write(tx, { token_revocation: [row], audit_event }));
}

/** Revocations older than any token they could be about. */
export async function sweepRevocations(database: Database): Promise<number> {
  return transaction(database, WORKER, async (tx) => (await tx.query(SWEEP.with())).length);
}
