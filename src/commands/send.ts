/**
 * npm run send -- members members.ndjson https://gateway.example/graphql: a file of any size, in parts that the gateway takes. Each part
 * has a key of its own content: a run that broke off is begun again, and what was done is not done twice.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { command, text, whole, WrongArgument } from "./command.js";

/** What may be sent, and under which parameter of the address. */
const OF = ["members"] as const;
const TYPES: Readonly<Record<string, string>> = { ".csv": "text/csv", ".ndjson": "application/x-ndjson", ".jsonl": "application/x-ndjson" };
/** A part stays inside what the gateway takes at once. */
const MOST_BYTES = 8_000_000;
const PAUSE_MS = 2_000;
const MOST_TRIES = 10;

export const send = command({
  name: "send",
  summary: "sends a file of any size in parts: a line to standard output for each line that was refused, progress to standard error",
  arguments: {
    of: {
      says: OF.join(", "),
      read: (value: string) => {
        if (!OF.some((each) => each === value)) throw new WrongArgument(`one of ${OF.join(", ")}`);
        return value;
      },
    },
    file: { says: "a file of lines: .csv with a header, no line break inside of a cell, or .ndjson", read: text },
    to: { says: "address of the gateway's endpoint; the token stands in GATEWAY_TOKEN", read: text },
  },
  options: {
    lines: { value: "n", says: "lines of a part, up to 20,000; 10,000 unless given", read: whole(1, 20_000), otherwise: 10_000 },
    stop: { says: "a part with a refused line is refused whole, and the rest is not sent" },
  },
  run: async ({ of, file, to, lines: most, stop }, { say, note }) => {
    const type = TYPES[path.extname(file).toLowerCase()];
    if (type === undefined) throw new WrongArgument(`a file that ends in ${Object.keys(TYPES).join(", ")}`);
    const token = process.env["GATEWAY_TOKEN"];
    if (!token) throw new Error("GATEWAY_TOKEN is not set");
    const size = (await stat(file)).size;
    const total: Record<string, number> = {};
    const began = performance.now();
    let sent = 0;
    let refused = 0;
    for await (const part of partsOf(file, type === "text/csv", most)) {
      const answer = await put({ to, of, type, token, stop }, part.content);
      for (const [outcome, n] of Object.entries(answer.counts ?? {})) total[outcome] = (total[outcome] ?? 0) + n;
      for (const fault of answer.faults) {
        refused += 1;
        say(JSON.stringify({ ...fault, line: fault.line === null ? null : part.lineOf(fault.line) }));
      }
      sent += part.bytes;
      const seconds = Math.round((performance.now() - began) / 1_000);
      const counts = Object.entries(total)
        .map(([outcome, n]) => `${n} ${outcome}`)
        .join(", ");
      note(`${Math.round((sent / Math.max(size, 1)) * 100)} % after ${seconds} s: ${counts || "nothing yet"}`);
      if (stop && answer.counts === null) return 1;
    }
    return refused > 0 ? 1 : 0;
  },
});

type FilePart = {
  readonly content: string;
  readonly bytes: number;
  /** The line of the file that a line of the part is. */
  readonly lineOf: (line: number) => number;
};

/** Whole lines, each part under the header where there is one. */
async function* partsOf(file: string, hasHeader: boolean, most: number): AsyncGenerator<FilePart> {
  let header: string | null = null;
  let lines: string[] = [];
  let bytes = 0;
  let before = hasHeader ? 1 : 0;
  const part = (): FilePart => {
    const first = before;
    before += lines.length;
    const offset = hasHeader ? first - 1 : first;
    return { content: `${header === null ? "" : `${header}\n`}${lines.join("\n")}\n`, bytes, lineOf: (line) => line + offset };
  };
  for await (const line of createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Infinity })) {
    if (hasHeader && header === null) {
      header = line;
      continue;
    }
    const length = Buffer.byteLength(line) + 1;
    if (lines.length > 0 && (lines.length >= most || bytes + length > MOST_BYTES)) {
      yield part();
      [lines, bytes] = [[], 0];
    }
    lines.push(line);
    bytes += length;
  }
  if (lines.length > 0) yield part();
}

type Fault = { readonly line: number | null; readonly errors: readonly unknown[] };
type PartAnswer = { readonly counts: Readonly<Record<string, number>> | null; readonly faults: readonly Fault[] };
type Sending = { readonly to: string; readonly of: string; readonly type: string; readonly token: string; readonly stop: boolean };

/** Tried again while the gateway asks for it; the key makes a try that was cut off harmless. */
async function put({ to, of, type, token, stop }: Sending, content: string): Promise<PartAnswer> {
  const address = new URL(to);
  address.searchParams.set("of", of);
  address.searchParams.set("mode", stop ? "ATOMIC" : "CONTINUE");
  const headers = { "content-type": type, authorization: `Bearer ${token}`, "idempotency-key": `"${keyOf(content)}"` };
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(address, { method: "PUT", headers, body: content }).catch(() => null);
    const body = response ? ((await response.json().catch(() => null)) as AnswerBody | null) : null;
    const busy =
      response === null || response.status === 429 || response.status >= 500 || body?.errors?.some(({ retryable }) => retryable) === true;
    if (!busy && body) return answerOf(response.status, body);
    if (attempt === MOST_TRIES) throw new Error(`the gateway took no part after ${MOST_TRIES} tries`);
    await new Promise((resolve) => setTimeout(resolve, Number(response?.headers.get("retry-after") ?? 0) * 1_000 || PAUSE_MS));
  }
}

type AnswerBody = {
  readonly counts?: Readonly<Record<string, number>> | null;
  readonly lines?: readonly { readonly line: number; readonly outcome: string; readonly errors: readonly unknown[] }[];
  readonly errors?: readonly { readonly retryable?: boolean }[];
};

function answerOf(status: number, { counts = null, lines = [], errors = [] }: AnswerBody): PartAnswer {
  if (status !== 200 && status !== 422) throw new Error(`the gateway answered ${status}: ${JSON.stringify(errors).slice(0, 500)}`);
  const faults = lines.flatMap(({ line, outcome, errors: why }) => (outcome === "REFUSED" ? [{ line, errors: why }] : []));
  return { counts, faults: errors.length > 0 ? [{ line: null, errors }, ...faults] : faults };
}

/** A UUID of the content: the same part is the same act, whenever it is sent (RFC 9562, version 8). */
function keyOf(content: string): string {
  const h = createHash("sha256").update(content).digest("hex");
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20, 32)}`;
}
