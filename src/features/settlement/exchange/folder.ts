/** A folder that somebody else writes to or reads from at any time: what is there is whole, and nothing is half there. */
import { randomUUID } from "node:crypto";
import { lstat, mkdir, open, readdir, rename } from "node:fs/promises";
import path from "node:path";
import { codeOf } from "../../../platform/error-code.js";

/** What a transport writes first and renames last; so do we. */
const UNFINISHED = /^\.|\.(tmp|part|filepart|partial|writing)$/i;

/** Under its name the file is whole: written beside it, brought to the disk, renamed. One that is there already is written over. */
export async function putWhole(folder: string, name: string, content: string | Buffer): Promise<void> {
  await mkdir(folder, { recursive: true });
  const unfinished = path.join(folder, `.${plain(name)}.${randomUUID()}.tmp`);
  const file = await open(unfinished, "wx", 0o640);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path.join(folder, plain(name)));
  await toDisk(folder);
}

export type WholeFile = {
  readonly name: string;
  /** When it was last written to, by the clock of the machine: milliseconds since 1970. */
  readonly writtenMs: number;
};

/** The oldest first; links, folders and what is still being written are none. */
export async function wholeFiles(folder: string): Promise<WholeFile[]> {
  const names = (await namesIn(folder)).filter((name) => !UNFINISHED.test(name));
  const found = await Promise.all(
    names.map(async (name) => {
      const entry = await lstat(path.join(folder, name)).catch(() => null);
      return entry?.isFile() ? [{ name, writtenMs: entry.mtimeMs }] : [];
    }),
  );
  return found.flat().sort((a, b) => a.writtenMs - b.writtenMs || (a.name < b.name ? -1 : 1));
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
}

/** Into another folder beside; one of the same name there stays, and the moved one gets a number. */
export async function moveTo(folder: string, name: string, into: string): Promise<void> {
  const target = path.join(folder, into);
  await mkdir(target, { recursive: true });
  const there = new Set(await readdir(target));
  const { name: stem, ext } = path.parse(plain(name));
  let free = plain(name);
  for (let n = 2; there.has(free); n += 1) free = `${stem}.${n}${ext}`;
  await rename(path.join(folder, plain(name)), path.join(target, free));
  await toDisk(target);
}

/** A name and nothing that leads elsewhere. */
function plain(name: string): string {
  return path.basename(name).replace(/[^\w.æøåÆØÅ ()-]/g, "_");
}

async function toDisk(folder: string): Promise<void> {
  const directory = await open(folder, "r");
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
