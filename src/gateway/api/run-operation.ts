/**
 * How every mutation runs: one unit of work, one effect per key, every refusal in the payload. A refused act leaves
 * nothing behind but a line in the audit trail saying that it was tried.
 */
import { refusal, Refused, type Refusal } from "../../kernel/refusal.js";
import { auditRow, type Audited } from "../../platform/trail/audit.js";
import { classify } from "../../platform/postgres/database-errors.js";
import { claimKey, type IdempotencyKey, type KeyedLoad } from "../../platform/idempotency.js";
import type { Rights } from "../../platform/postgres/database.js";
import { transaction, type Tx } from "../../platform/postgres/transaction.js";
import { write, writeAndCommit } from "../../platform/postgres/write.js";
import type { Context } from "./context.js";
import { requirePurpose } from "./purpose.js";

export type MutationOutcome<T> = { readonly result: T | null; readonly errors: readonly Refusal[]; readonly replayed: boolean };

export type MutationWork<T, R = undefined> = {
  readonly operation: string;
  /** Null for acts that are harmless when repeated. */
  readonly keyed: IdempotencyKey | null;
  /** For acts that go on as the product, or remove, once the database has said that the caller may. */
  readonly rights?: Rights;
  /** Locked and read together with the key, for the work. */
  readonly load?: KeyedLoad<R>;
  /** Does the work and stores the outcome (platform/idempotency) with it. */
  readonly work: (tx: Tx, loaded: R | undefined) => Promise<T>;
  /** Reads the result of an earlier request with the same key. */
  readonly replay?: (tx: Tx, outcome: unknown) => Promise<T | null>;
  /** Reads what goes with a refusal, in the transaction that puts it on record. */
  readonly refused?: (tx: Tx, errors: readonly Refusal[]) => Promise<void>;
};

export async function runMutation<T, R = undefined>(ctx: Context, asked: MutationWork<T, R>): Promise<MutationOutcome<T>> {
  const { operation, keyed, rights, load, work, replay, refused } = asked;
  try {
    requirePurpose(ctx);
    return await transaction(
      ctx.database,
      ctx.viewer,
      async (tx) => {
        if (!keyed) return { result: await work(tx, undefined), errors: [], replayed: false };
        const state = await claimKey(tx, ctx.viewer.subject, keyed, load);
        if (state.kind === "REUSED") throw new Refused([REUSED]);
        if (state.kind === "REPLAY") return { result: replay ? await replay(tx, state.outcome) : null, errors: [], replayed: true };
        return { result: await work(tx, state.loaded), errors: [], replayed: false };
      },
      { rights, traceId: ctx.traceId },
    );
  } catch (error) {
    const refusals = error instanceof Refused ? error.refusals : waitedTooLong(error, keyed);
    if (!refusals) throw error;
    await auditRefusal(ctx, operation, refusals, refused);
    return { result: null, errors: refusals, replayed: false };
  } finally {
    // what an earlier act of the same document made a loader remember may be different now
    ctx.loaders.clear();
  }
}

const REUSED = refusal("IDEMPOTENCY_KEY_REUSED", "This idempotency key was used with another input.", {
  path: ["input", "idempotencyKey"],
  remedy: "Use a fresh key for a new request; repeat a request with exactly its first input.",
});

/** A keyed act that meets its own first try still running waits for it; past the lock timeout the caller may ask again. */
function waitedTooLong(error: unknown, keyed: IdempotencyKey | null): readonly Refusal[] | null {
  if (classify(error).kind !== "TIMEOUT" || !keyed) return null;
  return [
    refusal("BUSY", "Others are changing the same thing right now; nothing was changed by this request.", {
      remedy: "Send the same request again with the same idempotency key.",
      retryable: true,
    }),
  ];
}

async function auditRefusal(
  ctx: Context,
  operation: string,
  refusals: readonly Refusal[],
  also: MutationWork<unknown>["refused"],
): Promise<void> {
  const audited: Audited = { operation, outcome: "REFUSED", rule: refusals.map((r) => r.rule ?? r.code).join(" ") };
  await transaction(ctx.database, ctx.viewer, async (tx) => {
    await write(tx, { audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)] });
    await also?.(tx, refusals);
  });
}

/** Reads within one transaction as this viewer; what it saw of members is on record before the answer leaves. */
export async function runQuery<T>(
  ctx: Context,
  work: (tx: Tx) => Promise<T>,
  audited?: ((result: T) => readonly Audited[]) | null,
  rights?: Rights,
): Promise<T> {
  return transaction(
    ctx.database,
    ctx.viewer,
    async (tx) => {
      const result = await work(tx);
      const rows = audited?.(result) ?? [];
      if (rows.length > 0) await writeAndCommit(tx, { audit_event: rows.map((a) => auditRow(ctx.viewer, ctx.traceId, a)) });
      return result;
    },
    { rights },
  );
}
