/**
 * `npm run intake-corpus -- DIR`: reads every foreign file under DIR as the gateway would and says what became of it: read, partly
 * read, or refused, and why. Nothing of a file's text is printed. Ends with the figures; 0 even where files were refused.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { csvSource } from "../../features/capacity/intake/csv.js";
import { icalendarSource } from "../../features/capacity/intake/icalendar/icalendar.js";
import { ndjsonSource } from "../../features/capacity/intake/ndjson.js";
import type { IntakeContext, IntakeResult, IntakeSource, OfferTerms } from "../../features/capacity/intake/source.js";
import { command, text } from "../command.js";

const SOURCES: Readonly<Record<string, IntakeSource>> = {
  ".ics": icalendarSource,
  ".ical": icalendarSource,
  ".csv": csvSource,
  ".ndjson": ndjsonSource,
};
const WINDOW_DAYS = 56;

export const intakeCorpus = command({
  name: "intake-corpus",
  summary: "reads a folder of foreign calendars and files (.ics, .csv, .ndjson) and says what was read, partly read and refused",
  arguments: { dir: { says: "a directory, searched with all folders in it", read: text } },
  options: {
    from: { value: "day", says: "first day of the eight weeks that calendars are read for; today when left out", read: text },
  },
  run: ({ dir, from }, { say }) => {
    readCorpus(dir, from ? new Date(`${from}T00:00:00Z`) : new Date(), say);
  },
});

export type Verdict = { readonly file: string; readonly verdict: "read" | "partly" | "refused"; readonly why: readonly string[] };

export function readCorpus(dir: string, now: Date, print: (line: string) => void): Verdict[] {
  const files = readdirSync(dir, { recursive: true, encoding: "utf8" }).sort();
  const verdicts = files.flatMap((file) => {
    const source = SOURCES[path.extname(file).toLowerCase()];
    if (!source) return [];
    const began = performance.now();
    const verdict = verdictOf(file, source.parse(readFileSync(path.join(dir, file)), contextAt(now)));
    const ms = Math.round(performance.now() - began);
    print(`${verdict.verdict.padEnd(8)} ${file}${ms > 100 ? `, ${ms} ms` : ""}${verdict.why.map((why) => `\n         ${why}`).join("")}`);
    return [verdict];
  });
  const count = (verdict: Verdict["verdict"]): number => verdicts.filter((one) => one.verdict === verdict).length;
  print(`${verdicts.length} files: ${count("read")} read, ${count("partly")} partly read, ${count("refused")} refused`);
  return verdicts;
}

function verdictOf(file: string, { busy, faults, lines }: IntakeResult): Verdict {
  if (faults.length > 0) return { file, verdict: "refused", why: faults.map(({ code, message }) => `${code}: ${message}`) };
  const unread = busy?.state === "KNOWN" ? busy.unread.map(({ code, message }) => `${code}: ${message}`) : [];
  const bad = lines.flatMap((line) => (line.ok ? [] : [`line ${line.line}: ${line.faults.map(({ code }) => code).join(", ")}`]));
  const more = bad.length > 10 ? [`and ${bad.length - 10} more lines`] : [];
  const why = [...unread, ...bad.slice(0, 10), ...more];
  if (why.length === 0) return { file, verdict: "read", why };
  return { file, verdict: bad.length > 0 && bad.length === lines.length ? "refused" : "partly", why };
}

/** Whatever a file leaves to its clinic is filled in, so that only the file itself is judged. */
const ANY_TERMS: OfferTerms = {
  practitionerId: "anybody",
  practitionerRef: null,
  services: ["PHYSIOTHERAPY"],
  channel: "IN_PERSON",
  audience: "BOTH",
  languages: ["da"],
  funding: "PRIVATE",
  capacity: 1,
  cancellationHours: null,
};

function contextAt(now: Date): IntakeContext {
  const window = { start: now, end: new Date(now.getTime() + WINDOW_DAYS * 86_400_000) };
  // every Schedule stands for something
  const schedules = Object.assign(new Map<string, OfferTerms>(), { get: () => ANY_TERMS });
  return { now, sourceAsOf: null, staleAfterMinutes: 0, window, schedules, defaults: ANY_TERMS };
}
