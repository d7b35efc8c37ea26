/** Runs in the thread for heavy work: reads a file, and says what processor time of the thread it took. A busy machine cannot stretch that. */
import { read, type Reading } from "../src/capacity/intake/reading.js";

export type Timed = { readonly cpuMs: number; readonly known: boolean };

export function readTimed(reading: Reading): Timed {
  const before = process.threadCpuUsage();
  const { busy } = read(reading);
  const { user, system } = process.threadCpuUsage(before);
  return { cpuMs: (user + system) / 1_000, known: busy?.state === "KNOWN" };
}
