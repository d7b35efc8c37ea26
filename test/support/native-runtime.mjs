/**
 * Runs test files as Node runs the product: modules are loaded by Node through src/typescript.mjs, once per worker, instead of
 * anew for each test file in a virtual machine of its own. Everything else (hooks, timeouts, expect, reports, watching) is
 * Jest's own. Test files share the process: what one changes outside its own objects it puts back.
 */
import { createRequire, registerHooks } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const HANDLERS = Symbol.for("EVENT_HANDLERS");
const GLOBALS = new URL("globals.mjs", import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== "@jest/globals") return next(specifier, context);
    // a module of its own for each file: every file has globals of its own
    return { url: `${GLOBALS.href}?for=${encodeURIComponent(context.parentURL)}`, format: "module", shortCircuit: true };
  },
});

export default class NativeRuntime {
  /** Jest's own parts. The part that keeps the list of tests is made anew for each file. */
  requireInternalModule(file) {
    delete globalThis[HANDLERS];
    delete require.cache[file];
    return require(file);
  }

  async unstable_importModule(file) {
    // Node maps stacks to the sources itself
    Error.prepareStackTrace = undefined;
    await import(pathToFileURL(file).href);
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  requireModule(file) {
    return require(file);
  }

  getSourceMaps() {
    return new Map();
  }

  getAllCoverageInfoCopy() {
    return undefined;
  }

  setGlobalsForRuntime() {}
  enterTestCode() {}
  leaveTestCode() {}
  teardown() {}
}
