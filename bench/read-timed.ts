/** Runs in the thread for heavy work: reads a file, and says what processor time of the thread it took. A busy machine cannot stretch that. */
import { readIntake, type IntakeReading } from "../src/features/capacity/intake/reading.js";

export type Timed = { readonly cpuMs: number; readonly known: boolean };

export function readTimed(reading: IntakeReading): Timed {
  const before = process.threadCpuUsage();
  const { busy } = readIntake(reading);
  const { user, system } = process.threadCpuUsage(before);
  return { cpuMs: (user + system) / 1_000, known: busy?.state === "KNOWN" };
}
