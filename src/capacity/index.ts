/** What this feature adds to the gateway; src/assembly/features.ts joins the lists. */
import { nodeBy } from "../gateway/api/node.js";
import type { Feature } from "../gateway/feature.js";
import { HOUR } from "../platform/job.js";
import { RemoveBusyFeed } from "./busy-feeds/remove-busy-feed.js";
import { SaveBusyFeed } from "./busy-feeds/save-busy-feed.js";
import { HoldSlot } from "./holds/hold-slot.js";
import { Holds, fetchHold } from "./holds/list-holds.js";
import { ReleaseHold } from "./holds/release-hold.js";
import { RenewHold } from "./holds/renew-hold.js";
import { PublishSlots } from "./publication/publish-slots.js";
import { UploadSlots } from "./publication/upload-slots.js";
import { runExpandSchedules, runWithdrawSilentFeeds } from "./schedules/expand-schedules.js";
import { Schedules } from "./schedules/list-schedules.js";
import { SaveSchedule } from "./schedules/save-schedule.js";
import { scheduleById } from "./schedules/schedule.store.js";
import { scheduleView } from "./schedules/schedule.type.js";
import { AvailabilityChanged } from "./slots/availability-changed.js";
import { Slots } from "./slots/list-slots.js";
import { slotById } from "./slots/slot.store.js";
import { slotView } from "./slots/slot.type.js";
import { WithdrawSlots } from "./withdrawals/withdraw-slots.js";

export const capacity: Feature = {
  resolvers: [
    AvailabilityChanged,
    HoldSlot,
    Holds,
    PublishSlots,
    ReleaseHold,
    RemoveBusyFeed,
    RenewHold,
    SaveBusyFeed,
    SaveSchedule,
    Schedules,
    Slots,
    UploadSlots,
    WithdrawSlots,
  ],
  nodes: {
    Hold: fetchHold,
    Schedule: nodeBy(scheduleById, scheduleView),
    Slot: nodeBy(slotById, slotView),
  },
  jobs: [
    { name: "expand-schedules", everySeconds: 6 * HOUR, by: "ONE", run: ({ database, now }) => runExpandSchedules(database, { now }) },
    { name: "withdraw-silent-feeds", everySeconds: 60, by: "ONE", run: ({ database, now }) => runWithdrawSilentFeeds(database, { now }) },
  ],
  invariants: [
    {
      id: "I1",
      says: "a practitioner has no two open slots at once unless the clinic allows it",
      // the longest end so far, per practitioner in the order of starts: one sort instead of a join with itself
      sql: `select id::text as id from (
        select id, starts_at, max(ends_at) over (partition by practitioner_id order by starts_at, id rows between unbounded preceding and 1 preceding) as taken_until
        from slot where state = 'OPEN' and not overlap_allowed) s
      where starts_at < taken_until`,
    },
  ],
};
