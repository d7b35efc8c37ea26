/**
 * Work that would keep others waiting (files of strangers: calendars, spreadsheets, bank statements) is done in a thread of its
 * own, under limits of time and memory. The thread is there when first asked for and gone after a while without work, so that
 * a gateway that reads no files pays nothing for it.
 */
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { receiveMessageOnPort, type MessagePort } from "node:worker_threads";
import { Piscina } from "piscina";
import { rest } from "./breathe.js";

/** The work took longer than it may; it was stopped, and nothing of it is left. */
export class TooHeavy extends Error {
  override readonly name = "TooHeavy";
}

const FROM_SOURCES = import.meta.url.endsWith(".ts");
const IDLE_MS = 30_000;
/** A tenth of the weight of the thread that answers. */
const NICE = 10;
/** Files that wait for the thread; whoever comes after so many is told to come again. */
const MOST_WAITING = 64;

let pool: Piscina | undefined;

function threads(): Piscina {
  pool ??= new Piscina({
    minThreads: 0,
    maxThreads: Math.max(1, Math.min(2, availableParallelism() - 1)),
    idleTimeout: IDLE_MS,
    maxQueue: MOST_WAITING,
    // where processors are short, whoever waits for an answer comes first; elsewhere than on Linux this would slow all of the process
    niceIncrement: process.platform === "linux" ? NICE : 0,
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 },
    // sources run through the loader, in this thread as in the first; what is compiled needs none
    execArgv: FROM_SOURCES ? ["--no-warnings", "--import", new URL("../typescript.mjs", import.meta.url).href] : [],
  });
  return pool;
}

/**
 * Calls a function that a module exports, the module given by its address as `new URL("./x.js", import.meta.url)`, with one
 * argument in a thread of its own. Argument and answer are copied between threads, so they are data; `moved` is handed over instead
 * of copied, and is empty here afterwards, and so is a `port` in the argument. Throws TooHeavy past the limit, and when the queue is full.
 */
export async function heavyWork<Answer>(
  module: URL,
  name: string,
  argument: unknown,
  limitMs: number,
  moved?: Uint8Array | string | null,
  port?: MessagePort,
): Promise<Answer> {
  const filename = fileURLToPath(module);
  try {
    return (await threads().run(argument, {
      name,
      filename: FROM_SOURCES ? filename.replace(/\.js$/, ".ts") : filename,
      signal: AbortSignal.timeout(limitMs),
      // the port's type is of a thread's own module, and Piscina's of the browser's
      transferList: [...(moved instanceof Uint8Array ? ownMemory(moved) : []), ...((port ? [port] : []) as unknown as ArrayBuffer[])],
    })) as Answer;
  } catch (error) {
    if (isLimit(error)) throw new TooHeavy("the work was stopped at its limit", { cause: error });
    throw error;
  }
}

/** Small buffers share theirs with others. */
function ownMemory({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}

/** What heavy work that is over sent as lists through the other end of this port, one list after the other, with room for others in between. */
export async function toldThrough<T>(port: MessagePort): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const began = performance.now();
    const told = receiveMessageOnPort(port) as { readonly message: readonly T[] } | undefined;
    if (!told) return all;
    for (const each of told.message) all.push(each);
    await rest(performance.now() - began);
  }
}

const LIMITS = new Set(["AbortError", "TimeoutError"]);

function isLimit(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : null;
  return LIMITS.has(error.name) || code === "ERR_WORKER_OUT_OF_MEMORY" || /queue is at limit|queue size/i.test(error.message);
}

/** Ends the threads, when the process that asked them ends. */
export async function endHeavyWork(): Promise<void> {
  const ending = pool;
  pool = undefined;
  await ending?.destroy();
}
