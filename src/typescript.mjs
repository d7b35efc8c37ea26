/**
 * Lets Node run the TypeScript of this repository: types and decorators are compiled away when a file is first loaded, and
 * the result is kept, so that only the first start pays for it; V8's compiled code is kept beside it. In the loading thread
 * itself: a thread of its own for hooks costs 150 MB, and a message to it for every import().
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire, enableCompileCache, registerHooks } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const CACHE = path.join(ROOT, "node_modules", ".cache");
const KEPT = path.join(CACHE, "typescript");
const SETTINGS = readFileSync(path.join(ROOT, ".swcrc"), "utf8");
const PACKAGES = "/node_modules/";
const packages = new Map();
const types = new Map();
const require = createRequire(import.meta.url);

enableCompileCache(path.join(CACHE, "v8"));
process.setSourceMapsEnabled(process.env.NODE_ENV !== "production");

const hooks = registerHooks({
  resolve(specifier, context, next) {
    const relative = /^(\.|file:)/.test(specifier);
    if (relative && specifier.endsWith(".js")) {
      const js = new URL(specifier, context.parentURL);
      if (context.parentURL?.includes(PACKAGES)) {
        if (typeOf(js) === "module" && existsSync(js)) return { url: js.href, format: "module", shortCircuit: true };
        return next(specifier, context);
      }
      // sources name each other by what they compile to
      const ts = new URL(`${js.href.slice(0, -3)}.ts`);
      if (existsSync(ts)) return { url: ts.href, format: "module", shortCircuit: true };
    }
    // all sources find the same package; whoever stands between them and it, as hooks of observers do, finds what it stands before
    if (relative || !isSource(context.parentURL)) return next(specifier, context);
    const wanted = `${specifier} ${context.conditions}`;
    const known = packages.get(wanted) ?? { ...next(specifier, context), shortCircuit: true };
    packages.set(wanted, known);
    return known;
  },
  load(url, context, next) {
    if (!url.startsWith("file:") || !url.endsWith(".ts") || url.includes(PACKAGES)) return next(url, context);
    return { format: "module", source: compiled(fileURLToPath(url)), shortCircuit: true };
  },
});

/** A file of this repository, and not what a hook made of one. */
function isSource(url) {
  return url !== undefined && url.startsWith("file:") && !url.includes("?") && !url.includes(PACKAGES);
}

/** For a process that has loaded everything it will ever load: a require() in a running request no longer passes through here. */
export function doneLoading() {
  hooks.deregister();
}

/** What the nearest package.json says a .js file is. Node would read all that the package exports to know it, for each file anew. */
function typeOf(file) {
  const folder = new URL(".", file).href;
  if (folder.endsWith(PACKAGES)) return "none";
  let type = types.get(folder);
  if (type === undefined) {
    const own = new URL("package.json", folder);
    type = existsSync(own) ? (JSON.parse(readFileSync(own, "utf8")).type ?? "none") : typeOf(new URL("..", folder));
    types.set(folder, type);
  }
  return type;
}

function compiled(file) {
  const source = readFileSync(file, "utf8");
  const name = createHash("sha256").update(process.version).update(SETTINGS).update(file).update("\0").update(source).digest("hex");
  const kept = path.join(KEPT, `${name}.mjs`);
  try {
    return readFileSync(kept, "utf8");
  } catch {
    // not compiled before
  }
  const { code } = require("@swc/core").transformSync(source, {
    ...JSON.parse(SETTINGS),
    filename: file,
    sourceFileName: pathToFileURL(file).href,
    swcrc: false,
  });
  try {
    mkdirSync(KEPT, { recursive: true });
    // several processes may start together: whole or not at all
    writeFileSync(`${kept}.${process.pid}`, code);
    renameSync(`${kept}.${process.pid}`, kept);
  } catch {
    // a read-only installation compiles at every start
  }
  return code;
}
