/** A file of somebody else's, read where it keeps nobody waiting. */
import { refusal } from "../../../kernel/refusal.js";
import { heavyWork, TooHeavy } from "../../../platform/heavy-work.js";
import type { IntakeReading } from "./reading.js";
import { nothingUsable, type IntakeContext, type IntakeInput, type IntakeResult, type IntakeSource } from "./source.js";

/** Called by its name in another thread: the compiler holds the name to what the file exports. */
const READ_INTAKE: keyof typeof import("./reading.js") = "readIntake";

/** A calendar of twenty thousand entries takes a fraction of a second; what takes longer than this is made to. */
const LIMIT_MS = 10_000;
/** So much of a spreadsheet is read faster than it is carried to another thread. Calendars always go: their rules cost more than their size. */
const SMALL = 64_000;
const FEW_LINES = 1_000;

/** Bytes are handed over to the thread that reads them, and may be gone here afterwards. */
export async function readFile(source: IntakeSource, input: IntakeInput, context: IntakeContext): Promise<IntakeResult> {
  if (input === null || (source.brings === "OPENINGS" && input.length <= (Array.isArray(input) ? FEW_LINES : SMALL)))
    return source.parse(input, context);
  try {
    const reading: IntakeReading = { source: source.code, input, context };
    return await heavyWork<IntakeResult>(new URL("./reading.js", import.meta.url), READ_INTAKE, reading, LIMIT_MS, bytesIn(input));
  } catch (error) {
    if (!(error instanceof TooHeavy)) throw error;
    const reason = refusal("INPUT_TOO_HEAVY", "Reading the file took too long and was stopped.", {
      remedy: "Send it in parts, or without rules that repeat without end.",
      retryable: true,
    });
    return source.brings === "BUSY" ? { ...nothingUsable([reason]), busy: { state: "UNKNOWN", reason } } : nothingUsable([reason]);
  }
}

function bytesIn(input: IntakeInput): Uint8Array | null {
  return input instanceof Uint8Array ? input : null;
}
