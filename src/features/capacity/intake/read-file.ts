/** A file of somebody else's, read where it keeps nobody waiting. */
import { MessageChannel } from "node:worker_threads";
import { refusal } from "../../../kernel/refusal.js";
import { inPieces } from "../../../platform/breathe.js";
import { heavyWork, TooHeavy, toldThrough } from "../../../platform/heavy-work.js";
import type { IntakeReading } from "./reading.js";
import {
  nothingUsable,
  openingsOf,
  type IntakeContext,
  type IntakeInput,
  type IntakeLine,
  type IntakeResult,
  type IntakeSource,
} from "./source.js";

/** Called by its name in another thread: the compiler holds the name to what the file exports. */
const READ_INTAKE: keyof typeof import("./reading.js") = "readIntake";

/** A calendar of twenty thousand entries takes a fraction of a second; what takes longer than this is made to. */
const LIMIT_MS = 10_000;
/** So much of a spreadsheet is read faster than it is carried to another thread. Calendars always go: their rules cost more than their size. */
const SMALL = 16_000;

/** Bytes are handed over to the thread that reads them, and may be gone here afterwards. */
export async function readFile(source: IntakeSource, input: IntakeInput, context: IntakeContext): Promise<IntakeResult> {
  if (isList(input)) return readRows(source, input, context);
  if (input === null || (source.brings === "OPENINGS" && input.length <= SMALL)) return source.parse(input, context);
  const { port1: told, port2: lines } = new MessageChannel();
  try {
    const reading: IntakeReading = { source: source.code, input, context, lines };
    const read = await heavyWork<IntakeResult>(
      new URL("./reading.js", import.meta.url),
      READ_INTAKE,
      reading,
      LIMIT_MS,
      bytesIn(input),
      lines,
    );
    return { ...read, lines: await toldThrough<IntakeLine>(told) };
  } catch (error) {
    if (!(error instanceof TooHeavy)) throw error;
    const reason = refusal("INPUT_TOO_HEAVY", "Reading the file took too long and was stopped.", {
      remedy: "Send it in parts, or without rules that repeat without end.",
      retryable: true,
    });
    return source.brings === "BUSY" ? { ...nothingUsable([reason]), busy: { state: "UNKNOWN", reason } } : nothingUsable([reason]);
  } finally {
    told.close();
  }
}

/** Lines as GraphQL hands them over are read faster than they are carried to another thread and back. */
async function readRows(source: IntakeSource, rows: readonly unknown[], context: IntakeContext): Promise<IntakeResult> {
  // more than it takes it refuses unread
  if (rows.length > source.maxLines) return source.parse(rows, context);
  const read = (portion: readonly unknown[], from: number): IntakeLine[] =>
    source.parse(portion, context).lines.map((each) => ({ ...each, line: from + each.line }));
  return openingsOf(await inPieces(rows, read), context);
}

function isList(input: IntakeInput): input is readonly unknown[] {
  return Array.isArray(input);
}

function bytesIn(input: IntakeInput): Uint8Array | null {
  return input instanceof Uint8Array ? input : null;
}
