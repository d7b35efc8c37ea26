/** Where built pages are. A compiled gateway has the desk's beside it; else they are built first where their sources are newer. */
import { execFile } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
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
  await promisify(execFile)(process.execPath, [vite, "build", "--logLevel", "error"], {
    cwd: sources,
    env: { ...process.env, NODE_ENV: "production" },
  });
  return into;
}

function newestIn(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.parentPath.includes("node_modules"),
  );
  return Math.max(...entries.map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs));
}
