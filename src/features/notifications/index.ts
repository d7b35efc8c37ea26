/** What this feature adds to the gateway; src/assembly/features.ts joins the lists. */
import type { Feature } from "../../gateway/feature.js";
import { HOUR } from "../../platform/job.js";
import { ChooseNotifications } from "./choose-notifications.js";
import { sweepNotifications } from "./notification.store.js";
import { planNotifications } from "./plan-notifications.js";
import { sendNotifications } from "./send-notifications.js";

export const notifications: Feature = {
  resolvers: [ChooseNotifications],
  jobs: [
    { name: "plan-notifications", everySeconds: 1, by: "ALL", run: planNotifications },
    { name: "send-notifications", everySeconds: 1, by: "ALL", run: sendNotifications },
    {
      name: "sweep-notifications",
      everySeconds: HOUR,
      by: "ONE",
      run: async ({ database }) => ({ notifications: await sweepNotifications(database) }),
    },
  ],
};
