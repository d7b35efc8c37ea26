/**
 * Every way in which openings reach the calendar ends here: call, upload, schedule and busy feed. Locks in the order clinic,
 * its slots by id, practitioners; a booking waits for one slot at most and for none of the others.
 */
import { present } from "../../../kernel/invariant.js";
import { Refused, refusal, type Refusal } from "../../../kernel/refusal.js";
import { inPieces, rest } from "../../../platform/breathe.js";
import { classify } from "../../../platform/postgres/database-errors.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import type { IntakeLine } from "../intake/source.js";
import { checkLines, lineToSave, timeOf, type CheckedLines } from "./judge-lines.js";
import type { LineToSave } from "./line-codec.js";
import {
  clashesAmong,
  SLOTS_OVERLAP,
  outcomeOfStep,
  planSteps,
  takenRefusal,
  withoutClashes,
  type LineOutcome,
  type PublicationStep,
  type StandingOpening,
} from "./publication.js";
import {
  changeSlots,
  closeSlots,
  insertedAll,
  lockPractitioners,
  lockStanding,
  standingUnder,
  takenTime,
  type Publisher,
  type PublishingClinic,
} from "./publication.store.js";
import type { PublishMode } from "../slot-words.js";

export type Publication = {
  readonly source: string;
  readonly mode: PublishMode;
  readonly lines: readonly IntakeLine[];
  /** Where in the caller's input a field of a line stands. */
  readonly pathOf: (line: number, field: string) => readonly string[];
};

export type LineResult = {
  readonly line: number;
  readonly externalId: string | null;
  readonly outcome: LineOutcome;
  /** Null where no opening stands under the external id. */
  readonly slotId: string | null;
  /** Why the line was refused, or why its opening is kept closed. */
  readonly refusals: readonly Refusal[];
};

/** Rows per statement: it stays well inside its time limit, and keeps a processor of the database for some thirty milliseconds. */
const WRITTEN_AT_ONCE = 500;
const READ_AT_ONCE = 2_000;

/** Saves what may be saved and answers line by line; ATOMIC throws every refusal and saves nothing. */
export async function publishLines(tx: Tx, clinic: PublishingClinic, publication: Publication): Promise<LineResult[]> {
  const { lines, pathOf } = publication;
  if (lines.length === 0) return [];
  const checked = await checkLines(clinic, lines);
  const toSave = new Map(
    await inPieces(checked, (portion, from) =>
      portion.flatMap((c, n) => (c.ok ? [[from + n, lineToSave(clinic, c, from + n)] as const] : [])),
    ),
  );
  const steps = await decideSteps(tx, clinic, checked, toSave);
  refuseWholly(publication, steps, pathOf);
  const ids = await save(tx, { ...clinic, source: publication.source }, steps, toSave);
  const saved = steps.map((step) => (ids.late.has(step.n) ? { does: "REFUSE" as const, n: step.n, refusals: [SLOTS_OVERLAP] } : step));
  if (ids.late.size > 0) refuseWholly(publication, saved, pathOf);
  return inPieces(saved, (portion) => portion.map((step) => resultOf(step, lines, checked, ids.inserted, pathOf)));
}

async function decideSteps(
  tx: Tx,
  clinic: PublishingClinic,
  checked: readonly CheckedLines[],
  toSave: ReadonlyMap<number, LineToSave>,
): Promise<PublicationStep[]> {
  const good = checked.flatMap((c, n) => (c.ok ? [{ n, line: c.line, why: c.why }] : []));
  const standing: StandingOpening[] = [];
  await eachChunk([...toSave.values()], READ_AT_ONCE, async (chunk) => void standing.push(...(await standingUnder(tx, clinic.id, chunk))));
  const steps = new Map(planSteps(good, standing).map((step) => [step.n, step]));
  const locked = await lockStanding(
    tx,
    [...steps.values()].flatMap((s) => (s.does === "CHANGE" || s.does === "WITHDRAW" ? [s.id] : [])),
  );
  const all = checked.map((c, n): PublicationStep => {
    if (!c.ok) return { does: "REFUSE", n, refusals: c.refusals };
    const step = present(steps.get(n), "every good line has a step");
    const taken =
      step.does === "CHANGE" || step.does === "WITHDRAW" ? takenRefusal(locked.get(step.id) ?? { booked: 0, held: false }) : null;
    return taken ? { does: "REFUSE", n, refusals: [taken] } : step;
  });
  if (clinic.allowsOverlap) return all;
  const taking = all.flatMap((s) =>
    (s.does === "INSERT" && s.why === null) || (s.does === "CHANGE" && s.takes) ? timeOf(s.n, checked[s.n]) : [],
  );
  if (taking.length === 0) return all;
  await lockPractitioners(
    tx,
    taking.map((line) => line.practitionerId),
  );
  return withoutClashes(all, clashesAmong(taking, await takenTime(tx, taking)));
}

function refuseWholly({ mode, lines }: Publication, steps: readonly PublicationStep[], pathOf: Publication["pathOf"]): void {
  const refusals = steps.flatMap((step) => (step.does === "REFUSE" ? placed(step.refusals, lines, step.n, pathOf) : []));
  if (mode === "ATOMIC" && refusals.length > 0) throw new Refused(refusals);
}

function placed(refusals: readonly Refusal[], lines: readonly IntakeLine[], n: number, pathOf: Publication["pathOf"]): Refusal[] {
  const line = lines[n]?.line ?? n + 1;
  return refusals.map((r) => ({ ...r, path: pathOf(line, r.path[0] ?? "") }));
}

type Saved = { readonly inserted: ReadonlyMap<number, string>; readonly late: ReadonlySet<number> };

async function save(tx: Tx, by: Publisher, steps: readonly PublicationStep[], good: ReadonlyMap<number, LineToSave>): Promise<Saved> {
  const line = (n: number, id: string): LineToSave => ({ ...present(good.get(n), "a good line is saved"), id });
  const leaving = steps.flatMap((s) => (s.does === "WITHDRAW" || (s.does === "CHANGE" && s.takes) ? [s] : []));
  const changing = await inPieces(steps, (portion) => portion.flatMap((s) => (s.does === "CHANGE" ? [line(s.n, s.id)] : [])));
  const inserting = await inPieces(steps, (portion) => portion.flatMap((s) => (s.does === "INSERT" ? [line(s.n, newId())] : [])));
  await eachChunk(leaving, WRITTEN_AT_ONCE, (chunk) => {
    const idsOf = (does: "WITHDRAW" | "CHANGE"): string[] => chunk.flatMap((step) => (step.does === does ? [step.id] : []));
    return closeSlots(tx, idsOf("WITHDRAW"), idsOf("CHANGE"), by.source);
  });
  await eachChunk(changing, WRITTEN_AT_ONCE, (chunk) => changeOrRefuse(tx, by, chunk));
  const late = inserting.length > 0 ? await insertOrSplit(tx, by, inserting) : [];
  return { inserted: new Map(inserting.map(({ line: n, id }) => [n, present(id, "an inserted line has an id")])), late: new Set(late) };
}

/** One statement after the other, and room for others' in between. */
async function eachChunk<T>(list: readonly T[], size: number, send: (chunk: readonly T[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < list.length; from += size) {
    const began = performance.now();
    await send(list.slice(from, from + size));
    if (from + size < list.length) await rest(performance.now() - began);
  }
}

async function changeOrRefuse(tx: Tx, by: Publisher, chunk: readonly LineToSave[]): Promise<void> {
  try {
    await changeSlots(tx, by, chunk);
  } catch (error) {
    if (classify(error).kind !== "EXCLUSION") throw error;
    throw new Refused([
      refusal("CALENDAR_CHANGED", "Another calendar of the same practitioner changed at the same moment; nothing was saved.", {
        remedy: "Send the same call again.",
        retryable: true,
      }),
    ]);
  }
}

/**
 * Answers the lines that the overlap constraint refused. It speaks only against writers who take no practitioner lock, so
 * halving until the line is found is rare enough to be simple.
 */
async function insertOrSplit(tx: Tx, by: Publisher, lines: readonly LineToSave[]): Promise<number[]> {
  if (await insertedAll(tx, (insert) => eachChunk(lines, WRITTEN_AT_ONCE, (chunk) => insert(by, chunk)))) return [];
  if (lines.length === 1) return lines.map(({ line }) => line);
  const half = lines.length >> 1;
  return [...(await insertOrSplit(tx, by, lines.slice(0, half))), ...(await insertOrSplit(tx, by, lines.slice(half)))];
}

function resultOf(
  step: PublicationStep,
  lines: readonly IntakeLine[],
  checked: readonly CheckedLines[],
  inserted: ReadonlyMap<number, string>,
  pathOf: Publication["pathOf"],
): LineResult {
  const line = present(lines[step.n], "a step belongs to a line");
  const good = checked[step.n];
  const slotId = step.does === "INSERT" ? (inserted.get(step.n) ?? null) : "id" in step ? step.id : null;
  return {
    line: line.line,
    externalId: good?.ok ? good.line.externalId : line.ok ? line.value.externalId : null,
    outcome: outcomeOfStep(step),
    slotId,
    refusals: placed(reasonsOf(step), lines, step.n, pathOf),
  };
}

function reasonsOf(step: PublicationStep): readonly Refusal[] {
  if (step.does === "REFUSE") return step.refusals;
  return "why" in step && step.why !== null ? [step.why] : [];
}
