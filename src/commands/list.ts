/** The commands there are. A new one is a file of its own and a line here. */
import type { CommandList } from "./run.js";

export const COMMANDS: CommandList = {
  clock: async () => (await import("./clock.js")).clock,
  demo: async () => (await import("./demo.js")).demo,
  erasures: async () => (await import("./erasures.js")).erasures,
  "errors-page": async () => (await import("./errors-page.js")).errorsPageCommand,
  golden: async () => (await import("./golden.js")).golden,
  migrate: async () => (await import("./migrate.js")).migrate,
  replay: async () => (await import("./replay.js")).replay,
  revoke: async () => (await import("./revoke.js")).revokeTokens,
  "rules-page": async () => (await import("./rules-page.js")).rulesPageCommand,
  sdl: async () => (await import("./sdl.js")).sdl,
  seed: async () => (await import("./seed.js")).seed,
  simulate: async () => (await import("./simulate.js")).simulate,
  token: async () => (await import("./token.js")).token,
  verify: async () => (await import("./verify.js")).verify,
  worker: async () => (await import("./worker.js")).worker,
};
