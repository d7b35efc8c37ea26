/** What a clinic and its practitioners have arranged: hours, closed time, and the calendars that vouch for them. */
import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from "type-graphql";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo, withoutPurpose } from "../../gateway/api/guard.js";
import { idOf } from "../../gateway/api/node.js";
import { rowsOf } from "../../gateway/api/paging/list-of.js";
import { ClinicType, OrganisationType, PractitionerType } from "../network/clinic.type.js";
import { BusyFeedType, feedView } from "./busy-feeds/busy-feed.type.js";
import {
  closuresOf,
  feedsOf,
  schedulesOfClinics,
  schedulesOfPractitioners,
  type ClosureParent,
  type FeedParent,
} from "./capacity-of.store.js";
import { ClosureType, closureView } from "./closures/closure.type.js";
import { ScheduleType, scheduleView } from "./schedules/schedule.type.js";

@Resolver(() => ClinicType)
export class HoursOfClinic {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
  @FieldResolver(() => [ScheduleType], { description: "Its weekly hours; none where the clinic is another company's." })
  async schedules(
    @Root() clinic: ClinicType,
    @Arg("practitionerId", () => ID, { nullable: true, description: "Only this practitioner's." })
    practitionerId: string | null | undefined,
    @Ctx() ctx: Context,
  ): Promise<ScheduleType[]> {
    const of = practitionerId ? idOf("Practitioner", practitionerId, ["practitionerId"]) : null;
    const rows = await rowsOf(ctx, idOf("Clinic", clinic.id), {
      key: ["schedules", of],
      read: (tx, clinics) => schedulesOfClinics(tx, clinics, of),
    });
    return rows.map(scheduleView);
  }

  @withoutPurpose()
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM")
  @FieldResolver(() => [ClosureType], {
    description:
      "What is closed there and is not over yet, its company's closings among it; up to 1,000, earliest first. None where it is another company's.",
  })
  closures(
    @Root() clinic: ClinicType,
    @Arg("opened", () => Boolean, { nullable: true, description: "True: also what was opened again." }) opened: boolean | null | undefined,
    @Ctx() ctx: Context,
  ): Promise<ClosureType[]> {
    return closures(ctx, "Clinic", clinic.id, opened);
  }

  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
  @FieldResolver(() => [BusyFeedType], {
    description:
      "Its practitioners' own calendars, how fresh they are and what of them was not understood; none where it is another company's.",
  })
  busyFeeds(@Root() clinic: ClinicType, @Ctx() ctx: Context): Promise<BusyFeedType[]> {
    return busyFeeds(ctx, "Clinic", clinic.id);
  }
}

async function closures(ctx: Context, of: ClosureParent, id: string, opened: boolean | null | undefined): Promise<ClosureType[]> {
  const rows = await rowsOf(ctx, idOf(of, id), {
    key: ["closures", of, opened],
    read: (tx, parents) => closuresOf(tx, of, parents, opened ?? false),
  });
  return rows.map(closureView);
}

async function busyFeeds(ctx: Context, of: FeedParent, id: string): Promise<BusyFeedType[]> {
  const rows = await rowsOf(ctx, idOf(of, id), { key: ["busy feeds", of], read: (tx, parents) => feedsOf(tx, of, parents) });
  return rows.map(({ now, clinic_id, practitioner_id, as_of, stale_after_minutes, known_until, busy, unread }) =>
    feedView(
      { asOf: as_of, staleAfterMinutes: stale_after_minutes, busy, knownUntil: known_until, unread },
      { clinicId: clinic_id, practitionerId: practitioner_id, now },
    ),
  );
}

@Resolver(() => OrganisationType)
export class ClosuresOfOrganisation {
  @withoutPurpose()
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM")
  @FieldResolver(() => [ClosureType], {
    description: "What is closed at its clinics and is not over yet; up to 1,000, earliest first. None where it is another company.",
  })
  closures(
    @Root() organisation: OrganisationType,
    @Arg("opened", () => Boolean, { nullable: true, description: "True: also what was opened again." }) opened: boolean | null | undefined,
    @Ctx() ctx: Context,
  ): Promise<ClosureType[]> {
    return closures(ctx, "Organisation", organisation.id, opened);
  }
}

@Resolver(() => PractitionerType)
export class HoursOfPractitioner {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
  @FieldResolver(() => [ScheduleType], { description: "Their weekly hours at the clinics of your company." })
  async schedules(@Root() practitioner: PractitionerType, @Ctx() ctx: Context): Promise<ScheduleType[]> {
    const rows = await rowsOf(ctx, idOf("Practitioner", practitioner.id), { key: ["schedules of"], read: schedulesOfPractitioners });
    return rows.map(scheduleView);
  }

  @withoutPurpose()
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM")
  @FieldResolver(() => [ClosureType], { description: "When they in particular are closed at your company's clinics, earliest first." })
  closures(
    @Root() practitioner: PractitionerType,
    @Arg("opened", () => Boolean, { nullable: true, description: "True: also what was opened again." }) opened: boolean | null | undefined,
    @Ctx() ctx: Context,
  ): Promise<ClosureType[]> {
    return closures(ctx, "Practitioner", practitioner.id, opened);
  }

  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
  @FieldResolver(() => [BusyFeedType], { description: "Their own calendars as your company's clinics know them." })
  busyFeeds(@Root() practitioner: PractitionerType, @Ctx() ctx: Context): Promise<BusyFeedType[]> {
    return busyFeeds(ctx, "Practitioner", practitioner.id);
  }
}
