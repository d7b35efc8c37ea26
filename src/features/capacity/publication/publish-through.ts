/** One call that publishes openings, whatever form they come in: read them, save them, and store the answer under the call's key. */
import type { NewRow } from "../../../../schema/columns-of.js";
import { Refused, refusal, type Refusal } from "../../../kernel/refusal.js";
import { runMutation, type MutationOutcome } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { fingerprintOf, outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { breathe } from "../../../platform/breathe.js";
import { statement } from "../../../platform/postgres/statement.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write, type Change } from "../../../platform/postgres/write.js";
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
  readonly keyed: IdempotencyKey & { readonly input: object };
  readonly source: IntakeSource;
  readonly input: IntakeInput;
  /** What the clinic says holds for every line of this call. */
  readonly terms: Pick<IntakeContext, "defaults" | "schedules">;
  readonly pathOf: (line: number, field: string) => readonly string[];
};

/** Outcome of each line in order as one letter, and why the refused and the closed ones were; ids are read again for a repeated call. */
type Stored = { readonly letters: string; readonly refused: Readonly<Record<string, LineResult["refusals"]>> };

export async function publishThrough(ctx: Context, call: PublishCall): Promise<MutationOutcome<LineResult[]>> {
  const { source, input, terms } = call;
  // what a line says does not depend on when it is read: that is judged under the lock, by the database's clock
  const now = new Date(0);
  await breathe();
  const fingerprint = await fingerprintOf(call.keyed.input);
  const read = await readFile(source, input, { now, sourceAsOf: null, staleAfterMinutes: 0, window: { start: now, end: now }, ...terms });
  await breathe();
  return runMutation(ctx, {
    operation: call.keyed.operation,
    keyed: { ...call.keyed, fingerprint },
    work: async (tx) => {
      const clinic = await lockClinicForPublishing(tx, call.clinicId);
      if (!clinic) throw new Refused([UNKNOWN_CLINIC]);
      if (read.faults.length > 0) throw new Refused(read.faults.map((r) => ({ ...r, path: call.pathOf(0, "") })));
      const { mode, pathOf } = call;
      const results = await publishLines(tx, clinic, { source: source.code, mode, pathOf, lines: read.lines });
      await recordPublication(ctx, tx, {
        clinic,
        keyed: call.keyed,
        asOf: clinic.now,
        changed: changedIn(results),
        outcome: storedOf(results),
        report: reportRow(clinic, source.code, results.length, refusalsOf(results)),
      });
      return results;
    },
    // what is refused as a whole is read by nobody but the program that sent it
    refused: async (tx, errors) => {
      const refused = JSON.stringify(countsByCode(errors));
      await tx.query(REPORT_REFUSED.with(newId(), call.clinicId, source.code, read.lines.length, refused));
    },
    replay: (tx, outcome) => replayed(tx, call.clinicId, read.lines, outcome as Stored),
  });
}

export function changedIn(results: readonly LineResult[]): number {
  return results.filter((r) => r.outcome !== "UNCHANGED" && r.outcome !== "REFUSED").length;
}

export type PublicationRecord = {
  readonly clinic: PublishingClinic;
  readonly keyed: IdempotencyKey;
  /** As of when the clinic's availability is known; null when this call has not said. */
  readonly asOf: Date | null;
  readonly changed: number;
  readonly outcome: unknown;
  readonly changes?: readonly Change[];
  readonly report?: NewRow<"intake_report">;
};

const REPORT_REFUSED = statement(
  "report-refused-intake",
  `insert into intake_report (id, clinic_id, provider_id, source, lines, refused)
   select $1, k.id, k.provider_id, $3, $4, $5::jsonb from clinic k where k.id = $2 and k.provider_id = app_provider()`,
);

/** What of it was refused, for the clinic to see: codes and numbers, nothing of what was sent. */
export function reportRow(
  clinic: Pick<PublishingClinic, "id" | "providerId">,
  source: string,
  lines: number,
  refusals: readonly Refusal[],
): NewRow<"intake_report"> {
  return { id: newId(), clinic_id: clinic.id, provider_id: clinic.providerId, source, lines, refused: countsByCode(refusals) };
}

export function refusalsOf(results: readonly LineResult[]): Refusal[] {
  return results.flatMap((result) => (result.outcome === "REFUSED" ? result.refusals : []));
}

function countsByCode(refusals: readonly Refusal[]): { code: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { code } of refusals) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count);
}

/** What every intake leaves beside the slots: freshness, the audit line, the event if anything changed, and the key's outcome. */
export async function recordPublication(
  ctx: Context,
  tx: Tx,
  { clinic, keyed, asOf, changed, outcome, changes = [], report }: PublicationRecord,
): Promise<void> {
  const audited = { operation: keyed.operation, object: "Clinic", objectId: clinic.id, outcome: "ALLOWED" } as const;
  await write(
    tx,
    {
      audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)],
      outbox: changed > 0 ? [availabilityChanged(clinic.id, clinic.providerId)] : [],
      intake_report: report ? [report] : [],
    },
    [...freshness(clinic.id, asOf), ...changes, outcomeOf(ctx.viewer.subject, keyed, outcome)],
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
