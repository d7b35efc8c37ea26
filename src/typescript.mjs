/**
 * Lets Node run the TypeScript of this repository: types and decorators are compiled away when a file is first loaded, and
 * the result is kept, so that only the first start pays for it. In the loading thread itself: a thread of its own for hooks
 * costs 150 MB, and a message to it for every import() of a running gateway.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire, registerHooks } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const KEPT = path.join(ROOT, "node_modules", ".cache", "typescript");
const SETTINGS = readFileSync(path.join(ROOT, ".swcrc"), "utf8");
const require = createRequire(import.meta.url);

process.setSourceMapsEnabled(process.env.NODE_ENV !== "production");

registerHooks({
  resolve(specifier, context, next) {
    // sources name each other by what they compile to
    if (specifier.endsWith(".js") && /^(\.|file:)/.test(specifier) && !context.parentURL?.includes("/node_modules/")) {
      const url = new URL(`${specifier.slice(0, -3)}.ts`, context.parentURL);
      if (existsSync(url)) return { url: url.href, format: "module", shortCircuit: true };
    }
    return next(specifier, context);
  },
  load(url, context, next) {
    if (!url.startsWith("file:") || !url.endsWith(".ts") || url.includes("/node_modules/")) return next(url, context);
    return { format: "module", source: compiled(fileURLToPath(url)), shortCircuit: true };
  },
});

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
