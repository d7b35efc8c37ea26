/** What the thread for heavy work does: reads one file through its source. */
import { invariant } from "../../../kernel/invariant.js";
import { intakeSource } from "./index.js";
import type { IntakeContext, IntakeInput, IntakeResult } from "./source.js";

export type IntakeReading = { readonly source: string; readonly input: IntakeInput; readonly context: IntakeContext };

export function readIntake({ source, input, context }: IntakeReading): IntakeResult {
  const known = intakeSource(source);
  invariant(known !== undefined, "a file is read through a source of the list");
  const read = known.parse(input, context);
  // what nobody keeps need not be carried over: a thread that takes thousands of times out of a message answers nobody meanwhile
  return read.busy?.state === "KNOWN" ? { ...read, busy: { ...read.busy, times: [] } } : read;
}
