/** The commands there are. A new one is a file of its own and a line here. */
import type { CommandList } from "./run.js";

export const COMMANDS: CommandList = {
  bank: async () => (await import("./bank.js")).bank,
  clock: async () => (await import("./clock.js")).clock,
  demo: async () => (await import("./demo.js")).demo,
  dev: async () => (await import("./dev.js")).dev,
  documents: async () => (await import("./documents.js")).documents,
  erasures: async () => (await import("./erasures.js")).erasures,
  "errors-page": async () => (await import("./errors-page.js")).errorsPageCommand,
  golden: async () => (await import("./golden.js")).golden,
  "intake-corpus": async () => (await import("./intake-corpus.js")).intakeCorpus,
  migrate: async () => (await import("./migrate.js")).migrate,
  release: async () => (await import("./release.js")).release,
  replay: async () => (await import("./replay.js")).replay,
  revoke: async () => (await import("./revoke.js")).revokeTokens,
  "rules-page": async () => (await import("./rules-page.js")).rulesPageCommand,
  sdl: async () => (await import("./sdl.js")).sdl,
  sbom: async () => (await import("./sbom.js")).sbom,
  seed: async () => (await import("./seed.js")).seed,
  send: async () => (await import("./send.js")).send,
  simulate: async () => (await import("./simulate.js")).simulate,
  token: async () => (await import("./token.js")).token,
  verify: async () => (await import("./verify.js")).verify,
  worker: async () => (await import("./worker.js")).worker,
};
