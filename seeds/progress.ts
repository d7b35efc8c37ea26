import type { SeedProgress } from "./load.js";

/** One line per phase; in a terminal it counts up in place. A phase that was done before says nothing. */
export function progressPrinter(
  out: { write: (text: string) => unknown; readonly isTTY?: boolean },
  _for: "SEEDED" | "ALL" = "ALL",
): SeedProgress {
  const began = performance.now();
  const held: string[] = [];
  return (phase, done, total) => {
    if (done < total && !out.isTTY) return;
    const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6);
    const line = `${out.isTTY ? "\r\u001b[K" : ""}${seconds} s  ${phase.padEnd(10)} ${done} of ${total}${done < total ? "" : "\n"}`;
    // reference data is refreshed at every start and is worth a line only when more follows
    if (_for === "SEEDED" && phase === "reference") held.push(line);
    else out.write([...held.splice(0), line].join(""));
  };
}
