import type { EmbeddedPostgres } from "../src/platform/embedded/embedded-postgres.js";
import type { Served } from "./processes.js";
import type { World } from "./world.js";

/** What a part of the bench works with. A part starts what it measures and stops it again. */
export type BenchContext = {
  readonly cluster: EmbeddedPostgres;
  readonly scale: "small" | "full";
  readonly short: boolean;
  /** A check needs the ratios that are committed, and nothing else. */
  readonly ratiosOnly: boolean;
  /** Rounds that are compared pair by pair, and how long each lasts. */
  readonly rounds: number;
  readonly roundMs: number;
  /** A round of requests ends after so many: a short run counts, so that it does the same on a slow machine. */
  readonly roundRequests: number;
  /** Such a round ends after this at the latest. */
  readonly longestMs: number;
  readonly world: (scale: "small" | "full") => Promise<World>;
  /** The product's own gateway over this database, in a process of its own. */
  readonly gateway: (world: World) => Promise<Served>;
  readonly log: (line: string) => void;
};
