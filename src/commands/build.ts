/** npm run build: the gateway as JavaScript in dist/, and the pages of the desk, which is what production runs: no compiler is loaded, and none need be installed. */
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { builtPages, COMPILED_PAGES } from "../assembly/built-pages.js";
import { command } from "./command.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const OUT = path.join(ROOT, "dist");
/** Everything that a gateway reads at some time; sources become JavaScript, the rest is taken along as it is. */
const FOLDERS = ["src", "schema", "seeds", "migrations"];
/** Sources are loaded through it; compiled files need no loader. */
const LOADER = "src/typescript.mjs";
const NO_LOADER = "/** Compiled: Node loads it as it is. */\nexport function doneLoading() {}\n";

export const build = command({
  name: "build",
  summary: "writes the gateway as JavaScript to dist/, for production",
  run: async (_, { say }) => {
    const { transformSync } = await import("@swc/core");
    const settings = { ...(JSON.parse(readFileSync(path.join(ROOT, ".swcrc"), "utf8")) as object), swcrc: false, sourceMaps: false };
    for (const folder of FOLDERS) rmSync(path.join(OUT, folder), { recursive: true, force: true });
    let files = 0;
    for (const file of globSync(
      FOLDERS.map((folder) => `${folder}/**/*`),
      { cwd: ROOT, withFileTypes: true },
    )) {
      if (!file.isFile()) continue;
      const name = path.relative(ROOT, path.join(file.parentPath, file.name));
      if (name.endsWith(".d.ts") || name.endsWith(".d.mts")) continue;
      const to = path.join(OUT, name.replace(/\.ts$/, ".js"));
      mkdirSync(path.dirname(to), { recursive: true });
      if (name === LOADER) writeFileSync(to, NO_LOADER);
      else if (!name.endsWith(".ts")) cpSync(path.join(ROOT, name), to);
      else writeFileSync(to, transformSync(readFileSync(path.join(ROOT, name), "utf8"), { ...settings, filename: name }).code);
      files += 1;
    }
    rmSync(path.join(OUT, COMPILED_PAGES), { recursive: true, force: true });
    cpSync(await builtPages("web"), path.join(OUT, COMPILED_PAGES), { recursive: true });
    writeFileSync(path.join(OUT, "package.json"), packageOf(JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as Package));
    cpSync(path.join(ROOT, "package-lock.json"), path.join(OUT, "package-lock.json"));
    say(`dist/: ${files} files. To run it: npm ci --omit=dev in there, then npm start`);
  },
});

type Package = { readonly scripts: Readonly<Record<string, string>> };

/** The same packages, so that the lock file holds; started without a loader. */
function packageOf(whole: Package): string {
  const compiled = (script = ""): string => script.replace(/ --import \S+/, "").replace(/\.ts\b/, ".js");
  const scripts = { start: compiled(whole.scripts["start"]), gateway: compiled(whole.scripts["gateway"]) };
  return `${JSON.stringify({ ...whole, scripts }, null, 2)}\n`;
}
