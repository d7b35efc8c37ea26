/** What speaks for a clinic's capacity, how far it can be relied on, and what of it was refused. */
import DataLoader from "dataloader";
import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import { look } from "../../gateway/api/act.js";
import { loader, type Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { globalId, idOf } from "../../gateway/api/node.js";
import { ref, relation, type Ref } from "../../gateway/api/relation.js";
import { DateTime } from "../../gateway/api/scalars.js";
import { isRefusalCode, REFUSALS } from "../../kernel/refusal-codes.js";
import { refusal, type Refusal } from "../../kernel/refusal.js";
import { ClinicType, type ClinicCard } from "../../network/clinic.type.js";
import { UserError, userErrors } from "../../vocabulary/user-error.type.js";
import { UnreadEntriesType } from "../busy-feeds/busy-feed.type.js";
import { AvailabilityEnum, IntakeCodeEnum, SourceStateEnum } from "../slot-enums.type.js";
import type { Availability, IntakeCode, SourceState } from "../slot-words.js";
import { fetchFault } from "./fetch-fault.js";
import { availabilityOf, sourcesOf, type CalendarKnown, type PublicationKnown, type ReportKnown } from "./capacity-source.store.js";

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType({ description: "What speaks for a clinic's capacity: a calendar, a publication, files or calls.", simpleResolvers: true })
export class CapacitySource {
  @Field(() => IntakeCodeEnum, { description: "How it reaches us." })
  code!: IntakeCode;
  @relation("Practitioner", { nullable: true, description: "A calendar's practitioner; null for what speaks for the whole clinic." })
  practitioner!: Ref | null;
  @Field(() => ID, { nullable: true, description: "Set where the gateway fetches it: for unfollowSource." })
  followed!: string | null;
  @Field(() => String, { nullable: true, description: "The host it is fetched from; its address is shown to nobody." })
  host!: string | null;
  @Field(() => SourceStateEnum, { description: "How far it can be relied on." })
  state!: SourceState;
  @Field(() => UserError, { nullable: true, description: "Why it is not current." })
  reason!: UserError | null;
  @Field(() => DateTime, { nullable: true, description: "As of when it speaks; null when nothing readable ever came." })
  asOf!: Date | null;
  @Field(() => DateTime, {
    nullable: true,
    description: "From when on it says nothing any more; null where it says what holds until it is changed.",
  })
  staleAt!: Date | null;
  @Field(() => DateTime, { nullable: true, description: "When it was last asked for; null where it is sent." })
  checkedAt!: Date | null;
  @Field(() => DateTime, { nullable: true, description: "When it is asked for again; later after each failure." })
  nextAt!: Date | null;
  @Field(() => Int, { nullable: true, description: "Lines of the last file, call or publication; null for a calendar." })
  lines!: number | null;
  @Field(() => [UnreadEntriesType], {
    description: "What of it was refused or not understood, by code, most first; a calendar's count as busy. Nothing of their text.",
  })
  refused!: readonly UnreadEntriesType[];
}

@Resolver()
export class CapacitySources {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
  @Query(() => [CapacitySource], {
    nullable: true,
    description:
      "What speaks for the capacity of one of your clinics, how fresh it is and what of it was refused; null when it is not yours.",
  })
  async capacitySources(
    @Arg("clinicId", () => ID, { description: "The clinic." }) clinicId: string,
    @Ctx() ctx: Context,
  ): Promise<CapacitySource[] | null> {
    const id = idOf("Clinic", clinicId, ["clinicId"]);
    const known = await look(ctx, (tx) => sourcesOf(tx, id));
    if (!known) return null;
    const [publication] = known.publications;
    const reports = known.reports.filter(({ source }) => source !== "SMART" || !publication);
    return [
      ...known.calendars.map(calendarView),
      ...known.publications.map((each) =>
        publicationView(
          each,
          known.reports.find(({ source }) => source === "SMART"),
        ),
      ),
      ...reports.map(reportView),
    ];
  }
}

const NONE = {
  practitioner: null,
  followed: null,
  host: null,
  reason: null,
  staleAt: null,
  checkedAt: null,
  nextAt: null,
  lines: null,
};

function calendarView(row: CalendarKnown): CapacitySource {
  const staleAt = row.asOf && row.feedMinutes !== null ? new Date(row.asOf.getTime() + row.feedMinutes * 60_000) : null;
  const isSilent = row.isUnread !== false || staleAt === null || staleAt.getTime() <= row.now.getTime();
  const state = row.state === "WAITING" ? "WAITING" : isSilent ? "UNKNOWN" : row.state === "FAILED" ? "FAILING" : "CURRENT";
  const why = row.fault !== null ? fetchFault(row.fault) : state === "UNKNOWN" ? silent(row) : null;
  return {
    ...NONE,
    code: "ICALENDAR",
    practitioner: ref("Practitioner", row.practitionerId),
    followed: row.followedId && globalId("FollowedSource", row.followedId),
    host: row.host,
    state,
    reason: why && (userErrors([why])[0] ?? null),
    asOf: row.asOf,
    staleAt,
    checkedAt: row.checkedAt,
    nextAt: row.nextAt,
    refused: row.unread ?? [],
  };
}

function silent({ isUnread }: CalendarKnown): Refusal {
  return isUnread === false
    ? refusal("FEED_STALE", "The calendar is too old, so nothing of it is offered.", { retryable: true })
    : refusal("FEED_UNREADABLE", "The calendar could not be read, so nothing of it is offered.", { retryable: true });
}

function publicationView(row: PublicationKnown, report: ReportKnown | undefined): CapacitySource {
  const staleAt = row.readAt && new Date(row.readAt.getTime() + row.staleAfterMinutes * 60_000);
  const isOld = staleAt !== null && staleAt.getTime() <= row.now.getTime();
  const why = row.fault === null ? null : fetchFault(row.fault);
  return {
    ...NONE,
    code: "SMART",
    followed: globalId("FollowedSource", row.followedId),
    host: row.host,
    state: row.state === "WAITING" ? "WAITING" : isOld ? "UNKNOWN" : row.state === "FAILED" ? "FAILING" : "CURRENT",
    reason: why && (userErrors([why])[0] ?? null),
    asOf: row.readAt,
    staleAt,
    checkedAt: row.checkedAt,
    nextAt: row.nextAt,
    lines: report?.lines ?? null,
    refused: refusedIn(report),
  };
}

function reportView(report: ReportKnown): CapacitySource {
  const { source, lines, readAt } = report;
  return { ...NONE, code: source as IntakeCode, state: "CURRENT", asOf: readAt, lines, refused: refusedIn(report) };
}

function refusedIn(report: ReportKnown | undefined): UnreadEntriesType[] {
  return (report?.refused ?? []).map(({ code, count }) => ({
    code,
    entries: count,
    message: isRefusalCode(code) ? REFUSALS[code][0] : "The rules of the insurance stand against it.",
  }));
}

const AVAILABILITY = Symbol("availability of clinics");

@Resolver(() => ClinicType)
export class ClinicAvailability {
  @visibleTo("PUBLIC")
  @FieldResolver(() => AvailabilityEnum, {
    description: "How far its openings can be relied on: no openings and UNKNOWN means that nobody knows, not that it is full.",
  })
  availability(@Root() { clinicId }: ClinicCard, @Ctx() ctx: Context): Promise<Availability> {
    const known = loader(ctx, AVAILABILITY, ({ database }) => {
      return new DataLoader((ids: readonly string[]) => availabilityOf(database, ids));
    });
    return known.load(clinicId);
  }
}
