import type { StatementListener } from "./database.js";

const LONGEST = 2_000;

/** Prints every round trip with its milliseconds: the texts of its statements, never their values. `write` replaces stderr, for tests. */
export function printStatements(write: (line: string) => void = (line) => void process.stderr.write(line)): StatementListener {
  return (text) => {
    const began = performance.now();
    return () => write(`${(performance.now() - began).toFixed(1).padStart(8)} ms  ${text.replace(/\s+/g, " ").slice(0, LONGEST)}\n`);
  };
}
