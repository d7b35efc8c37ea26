/** One call that publishes openings, whatever form they come in: read them, save them, and store the answer under the call's key. */
import { Refused, refusal } from "../../kernel/refusal.js";
import { act, type Outcome } from "../../gateway/api/act.js";
import type { Context } from "../../gateway/api/context.js";
import { auditRow } from "../../platform/trail/audit.js";
import { outcomeOf, type Keyed } from "../../platform/idempotency.js";
import type { Tx } from "../../platform/postgres/transaction.js";
import { write, type Change } from "../../platform/postgres/write.js";
import { availabilityChanged } from "../slots/availability-event.js";
import { readFile } from "../intake/read-file.js";
import type { IntakeContext, IntakeInput, IntakeLine, IntakeSource } from "../intake/source.js";
import { outcomeLetters, outcomesIn } from "./publication.js";
import { freshness, lockClinicForPublishing, slotIdsUnder, type PublishingClinic } from "./publication.store.js";
import { publishLines, type LineResult } from "./publish-lines.js";
import type { PublishMode } from "../slot-words.js";

export const UNKNOWN_CLINIC = refusal("NOT_FOUND", "There is no such clinic.", { path: ["input", "clinicId"], remedy: "Check the id." });

export type PublishCall = {
  readonly clinicId: string;
  readonly mode: PublishMode;
  readonly keyed: Keyed;
  readonly source: IntakeSource;
  readonly input: IntakeInput;
  /** What the clinic says holds for every line of this call. */
  readonly terms: Pick<IntakeContext, "defaults" | "schedules">;
  readonly pathOf: (line: number, field: string) => readonly string[];
};

/** Outcome of each line in order as one letter, and why the refused and the closed ones were; ids are read again for a repeated call. */
type Stored = { readonly letters: string; readonly refused: Readonly<Record<string, LineResult["refusals"]>> };

export async function publishThrough(ctx: Context, call: PublishCall): Promise<Outcome<LineResult[]>> {
  const { source, input, terms } = call;
  // what a line says does not depend on when it is read: that is judged under the lock, by the database's clock
  const now = new Date(0);
  const read = await readFile(source, input, { now, sourceAsOf: null, staleAfterMinutes: 0, window: { start: now, end: now }, ...terms });
  return act(ctx, {
    operation: call.keyed.operation,
    keyed: call.keyed,
    work: async (tx) => {
      const clinic = await lockClinicForPublishing(tx, call.clinicId);
      if (!clinic) throw new Refused([UNKNOWN_CLINIC]);
      if (read.faults.length > 0) throw new Refused(read.faults.map((r) => ({ ...r, path: call.pathOf(0, "") })));
      const { mode, pathOf } = call;
      const results = await publishLines(tx, clinic, { source: source.code, mode, pathOf, lines: read.lines });
      await record(ctx, tx, {
        clinic,
        keyed: call.keyed,
        asOf: clinic.now,
        changed: changedIn(results),
        outcome: storedOf(results),
      });
      return results;
    },
    replay: (tx, outcome) => replayed(tx, call.clinicId, read.lines, outcome as Stored),
  });
}

export function changedIn(results: readonly LineResult[]): number {
  return results.filter((r) => r.outcome !== "UNCHANGED" && r.outcome !== "REFUSED").length;
}

export type Recorded = {
  readonly clinic: PublishingClinic;
  readonly keyed: Keyed;
  /** As of when the clinic's availability is known; null when this call has not said. */
  readonly asOf: Date | null;
  readonly changed: number;
  readonly outcome: unknown;
  readonly changes?: readonly Change[];
};

/** What every intake leaves beside the slots: freshness, the audit line, the event if anything changed, and the key's outcome. */
export async function record(ctx: Context, tx: Tx, { clinic, keyed, asOf, changed, outcome, changes = [] }: Recorded): Promise<void> {
  const audited = { operation: keyed.operation, object: "Clinic", objectId: clinic.id, outcome: "ALLOWED" } as const;
  await write(
    tx,
    {
      audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)],
      outbox: changed > 0 ? [availabilityChanged(clinic.id, clinic.providerId)] : [],
    },
    [freshness(clinic.id, asOf), ...changes, outcomeOf(ctx.viewer.subject, keyed, outcome)],
  );
}

function storedOf(results: readonly LineResult[]): Stored {
  return {
    letters: outcomeLetters(results.map((r) => r.outcome)),
    refused: Object.fromEntries(results.flatMap((r, n) => (r.refusals.length > 0 ? [[String(n), r.refusals]] : []))),
  };
}

async function replayed(tx: Tx, clinicId: string, lines: readonly IntakeLine[], { letters, refused }: Stored): Promise<LineResult[]> {
  const ids = await slotIdsUnder(
    tx,
    clinicId,
    lines.flatMap((line) => (line.ok ? [line.value.externalId] : [])),
  );
  const outcomes = outcomesIn(letters);
  return lines.map((line, n): LineResult => {
    const externalId = line.ok ? line.value.externalId : null;
    const outcome = outcomes[n] ?? "REFUSED";
    return {
      line: line.line,
      externalId,
      outcome,
      slotId: outcome === "REFUSED" ? null : (ids.get(externalId ?? "") ?? null),
      refusals: refused[String(n)] ?? [],
    };
  });
}
