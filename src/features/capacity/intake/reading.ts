/** What the thread for heavy work does: reads one file through its source. */
import { invariant } from "../../../kernel/invariant.js";
import { intakeSource } from "./index.js";
import type { IntakeContext, IntakeInput, IntakeLine, IntakeResult } from "./source.js";

export type IntakeReading = {
  readonly source: string;
  readonly input: IntakeInput;
  readonly context: IntakeContext;
  /**
   * Where the lines go, a portion at a time: to take ten thousand out of one message holds the thread that answers for 50 ms. Left out,
   * they are in the answer.
   */
  readonly lines?: { readonly postMessage: (portion: readonly IntakeLine[]) => void };
};

const PORTION = 500;

export function readIntake({ source, input, context, lines }: IntakeReading): IntakeResult {
  const known = intakeSource(source);
  invariant(known !== undefined, "a file is read through a source of the list");
  const read = known.parse(input, context);
  // what nobody keeps need not be carried over: a thread that takes thousands of times out of a message answers nobody meanwhile
  const busy = read.busy?.state === "KNOWN" ? { ...read.busy, times: [] } : read.busy;
  if (!lines) return { ...read, busy };
  for (let from = 0; from < read.lines.length; from += PORTION) lines.postMessage(read.lines.slice(from, from + PORTION));
  return { ...read, busy, lines: [] };
}
