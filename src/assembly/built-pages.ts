/** Where built pages are. A compiled gateway has the desk's beside it; else they are built first where their sources are newer. */
import { execFile } from "node:child_process";
import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";

const ROOT = path.resolve(import.meta.dirname, "../..");
/** Sources by folder, and what they are built into. */
const BUILT = { web: "node_modules/.cache/desk", "web/console": "node_modules/.cache/console" } as const;

/** Where a compiled gateway has the desk's. */
export const COMPILED_PAGES = "desk";

export async function builtPages(of: keyof typeof BUILT): Promise<string> {
  const [sources, into] = [path.join(ROOT, of), path.join(ROOT, BUILT[of])];
  if (!existsSync(sources)) return path.join(ROOT, COMPILED_PAGES);
  const built = path.join(into, "index.html");
  if (existsSync(built) && statSync(built).mtimeMs > newestIn(sources)) return into;
  const vite = path.join(path.dirname(createRequire(path.join(ROOT, "web/package.json")).resolve("vite/package.json")), "bin/vite.js");
  // several may find at once that the pages are old: each builds beside them and puts its own there whole
  const fresh = `${into}.${process.pid}`;
  await promisify(execFile)(process.execPath, [vite, "build", "--logLevel", "error", "--outDir", fresh, "--emptyOutDir"], {
    cwd: sources,
    env: { ...process.env, NODE_ENV: "production" },
  });
  put(fresh, into);
  return into;
}

/** In the place of what is there; another process that is faster has built the same. */
function put(fresh: string, into: string): void {
  const before = `${fresh}.before`;
  for (const [from, to] of [
    [into, before],
    [fresh, into],
  ] as const)
    try {
      renameSync(from, to);
    } catch (error) {
      if (!["ENOENT", "ENOTEMPTY", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    }
  for (const left of [before, fresh]) rmSync(left, { recursive: true, force: true });
}

function newestIn(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.parentPath.includes("node_modules"),
  );
  return Math.max(...entries.map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs));
}
