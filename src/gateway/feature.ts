import type { Invariant } from "../platform/invariant-query.js";
import type { Job } from "../platform/job.js";
import type { NodeFetchers } from "./api/nodes.js";

/** What a feature adds to the gateway: its folder's index.ts exports one, and one line of src/assembly/features.ts lets it in. */
export type Feature = {
  /** Classes of operations, and of fields that are worked out. */
  // eslint-disable-next-line @typescript-eslint/no-unsafe-function-type
  readonly resolvers: readonly Function[];
  /** How the records behind global ids are fetched, by the name of its type. */
  readonly nodes?: NodeFetchers;
  readonly jobs?: readonly Job[];
  readonly invariants?: readonly Invariant[];
  /** Operations of which others are always told: each of their acts leaves an event. */
  readonly announced?: readonly string[];
};
