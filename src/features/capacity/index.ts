/** What this feature adds to the gateway; src/assembly/features.ts joins the lists. */
import { nodesBy } from "../../gateway/api/nodes.js";
import type { Feature } from "../../gateway/feature.js";
import { statement } from "../../platform/postgres/statement.js";
import { RemoveBusyFeed } from "./busy-feeds/remove-busy-feed.js";
import { SaveBusyFeed } from "./busy-feeds/save-busy-feed.js";
import { CloseTime } from "./closures/close-time.js";
import { closuresById, schedulesById, slotsById } from "./capacity-of.store.js";
import { ClosuresOfOrganisation, HoursOfClinic, HoursOfPractitioner } from "./clinic-hours.js";
import { closureView } from "./closures/closure.type.js";
import { OpenTime } from "./closures/open-time.js";
import { CapacitySources, ClinicAvailability } from "./following/capacity-sources.js";
import { runFetchSources } from "./following/fetch-sources.js";
import { FollowSource } from "./following/follow-source.js";
import { UnfollowSource } from "./following/unfollow-source.js";
import { HoldSlot } from "./holds/hold-slot.js";
import { HoldsOfClaim, HoldsOfMember, HoldsOfSlot, fetchHolds } from "./holds/holds-of.js";
import { ReleaseHold } from "./holds/release-hold.js";
import { RenewHold } from "./holds/renew-hold.js";
import { PublishSlots } from "./publication/publish-slots.js";
import { UploadSlots } from "./publication/upload-slots.js";
import { runExpandSchedules, runWithdrawSilentFeeds } from "./schedules/expand-schedules.js";
import { RemoveSchedule } from "./schedules/remove-schedule.js";
import { SaveSchedule } from "./schedules/save-schedule.js";
import { scheduleView } from "./schedules/schedule.type.js";
import { AvailabilityChanged } from "./slots/availability-changed.js";
import { SlotsOfClinic, SlotsOfPractitioner, SlotsOfProvider } from "./slots/slots-of.js";
import { slotView } from "./slots/slot.type.js";
import { WithdrawSlots } from "./withdrawals/withdraw-slots.js";

export const capacity: Feature = {
  resolvers: [
    AvailabilityChanged,
    CapacitySources,
    ClinicAvailability,
    CloseTime,
    ClosuresOfOrganisation,
    FollowSource,
    HoldSlot,
    HoldsOfClaim,
    HoldsOfMember,
    HoldsOfSlot,
    HoursOfClinic,
    HoursOfPractitioner,
    OpenTime,
    PublishSlots,
    ReleaseHold,
    RemoveBusyFeed,
    RemoveSchedule,
    RenewHold,
    SaveBusyFeed,
    SaveSchedule,
    SlotsOfClinic,
    SlotsOfPractitioner,
    SlotsOfProvider,
    UnfollowSource,
    UploadSlots,
    WithdrawSlots,
  ],
  nodes: {
    Closure: nodesBy(closuresById, closureView),
    Hold: fetchHolds,
    Schedule: nodesBy(schedulesById, scheduleView),
    Slot: nodesBy(slotsById, slotView),
  },
  jobs: [
    { name: "fetch-sources", everySeconds: 60, by: "ONE", run: runFetchSources },
    {
      name: "expand-schedules",
      // the first of them soon after a day has begun: the horizon is counted in days
      dailyAt: ["00:10", "06:10", "12:10", "18:10"],
      by: "ONE",
      run: ({ database, now }) => runExpandSchedules(database, { now }),
    },
    { name: "withdraw-silent-feeds", everySeconds: 60, by: "ONE", run: ({ database, now }) => runWithdrawSilentFeeds(database, { now }) },
  ],
  invariants: [
    {
      id: "I1",
      says: "a practitioner has no two open or booked slots at once unless the clinic allows it",
      // the longest end so far, per practitioner in the order of starts: one sort instead of a join with itself
      broken: statement(
        "overlapping-openings",
        `select id::text as id from (
           select id, starts_at, max(ends_at) over (partition by practitioner_id order by starts_at, id
             rows between unbounded preceding and 1 preceding) as taken_until
             from slot where (state = 'OPEN' or booked > 0) and not overlap_allowed) s
          where starts_at < taken_until`,
      ).with(),
    },
    {
      id: "I1",
      says: "no free opening to come lies in closed time",
      broken: statement(
        "openings-in-closed-time",
        `select s.id::text as id from closure c join slot s on s.provider_id = c.provider_id
           and s.starts_at < c.ends_at and s.ends_at > c.starts_at
           and (c.clinic_id is null or s.clinic_id = c.clinic_id)
           and (c.practitioner_id is null or s.practitioner_id = c.practitioner_id)
          where c.opened_at is null and s.state = 'OPEN' and s.booked = 0 and s.starts_at > clock_now()`,
      ).with(),
    },
  ],
  announced: ["holdSlot", "renewHold"],
};
