/** What this feature adds to the gateway; src/assembly/features.ts joins the lists. */
import type { Feature } from "../../gateway/feature.js";
import { HOUR } from "../../platform/job.js";
import { sweepEvents } from "./event.store.js";
import { ListEvents } from "./list-events.js";

export const events: Feature = {
  resolvers: [ListEvents],
  jobs: [
    {
      name: "sweep-events",
      everySeconds: HOUR,
      by: "ONE",
      run: async ({ database }) => ({ events: await sweepEvents(database) }),
    },
  ],
};
