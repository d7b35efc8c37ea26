/**
 * Who was erased, in a file outside the database and its backups, because a restore brings people back. A line is on disk before
 * the erasure is committed and a second one before it is acknowledged, so that no crash leaves an erasure that nobody knows of.
 * Ids and instants only.
 */
import { open, readFile } from "node:fs/promises";
import path from "node:path";
import { isUuid } from "../../kernel/id.js";
import { codeOf } from "../error-code.js";

export type JournalLine = {
  /** BEGUN: about to be committed. DONE: committed. UNDONE: was begun and is not in the database. */
  readonly kind: "BEGUN" | "DONE" | "UNDONE";
  readonly erasure: string;
  readonly member: string;
  readonly at: string;
};

export type ErasureJournal = {
  /** Returns when the lines are on disk. */
  readonly append: (lines: readonly JournalLine[]) => Promise<void>;
  readonly read: () => Promise<string>;
};

export function erasureJournalAt(file: string): ErasureJournal {
  return {
    append: async (lines) => {
      if (lines.length === 0) return;
      // a line break in front as well: a line torn by a crash must not swallow the next one
      const text = lines.map((line) => `\n${JSON.stringify(line)}\n`).join("");
      await synced(file, "a", (handle) => handle.appendFile(text));
      // the name of a file that was just made is in its folder
      await synced(path.dirname(file), "r", async () => {});
    },
    read: () =>
      readFile(file, "utf8").catch((error: unknown) => {
        if (codeOf(error) === "ENOENT") return "";
        throw error;
      }),
  };
}

async function synced(file: string, flags: string, work: (handle: Awaited<ReturnType<typeof open>>) => Promise<void>): Promise<void> {
  const handle = await open(file, flags, 0o600);
  try {
    await work(handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export type JournalReading = {
  /** By the erasure's id; also where the same is told twice. */
  readonly done: ReadonlyMap<string, JournalLine>;
  /** Begun, and nobody wrote down how it ended. */
  readonly open: ReadonlyMap<string, JournalLine>;
  /** Lines that are none of ours, or torn. */
  readonly unreadable: number;
};

/** What one journal says, or several one after the other: order does not matter. */
export function readJournal(text: string): JournalReading {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const read = lines.map(lineOf).filter((line) => line !== null);
  const of = (kind: JournalLine["kind"]) => new Map(read.filter((line) => line.kind === kind).map((line) => [line.erasure, line] as const));
  const done = of("DONE");
  const undone = of("UNDONE");
  const open = new Map([...of("BEGUN")].filter(([id]) => !done.has(id) && !undone.has(id)));
  return { done, open, unreadable: lines.length - read.length };
}

function lineOf(text: string): JournalLine | null {
  try {
    const line = JSON.parse(text) as Partial<JournalLine> | null;
    const { kind, erasure, member, at } = line ?? {};
    if (kind !== "BEGUN" && kind !== "DONE" && kind !== "UNDONE") return null;
    return erasure && member && at && isUuid(erasure) && isUuid(member) ? { kind, erasure, member, at } : null;
  } catch {
    return null;
  }
}
