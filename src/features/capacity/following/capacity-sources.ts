/** What speaks for a clinic's capacity, how far it can be relied on, and what of it was refused. */
import DataLoader from "dataloader";
import { Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import { costs } from "../../../gateway/admission/cost.js";
import { runQuery } from "../../../gateway/api/run-operation.js";
import { loader, type Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { globalId } from "../../../gateway/api/node.js";
import { ref, relation, type Ref } from "../../../gateway/api/relation.js";
import { DateTime, NonNegativeInt } from "../../../gateway/api/scalars.js";
import { isRefusalCode, REFUSALS } from "../../../kernel/refusal-codes.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { ClinicType, type ClinicCard } from "../../network/clinic.type.js";
import { ErrorCodeEnum, UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import { UnreadEntriesType } from "../busy-feeds/busy-feed.type.js";
import { AvailabilityEnum, IntakeCodeEnum, SourceStateEnum } from "../slot-enums.type.js";
import type { Availability, SourceState } from "../slot-words.js";
import { fetchFault } from "./fetch-fault.js";
import {
  availabilityOf,
  sourcesOf,
  type CalendarKnown,
  type PublicationKnown,
  type ReportKnown,
  type SourcesKnown,
} from "./capacity-source.store.js";

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType({ description: "How the gateway fetches a calendar or publication by itself.", simpleResolvers: true })
export class Following {
  @Field(() => ID, { description: "For unfollowSource." })
  id!: string;
  @Field(() => String, { description: "The host it is fetched from; its address is shown to nobody." })
  host!: string;
  @Field(() => DateTime, { nullable: true, description: "When it was last asked for; null before the first time." })
  checkedAt!: Date | null;
  @Field(() => DateTime, { description: "When it is asked for again; later after each failure." })
  nextAt!: Date;
}

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType("RefusedLines", {
  description: "Lines of a file, a call or a publication that were refused for one reason.",
  simpleResolvers: true,
})
export class RefusedLinesType {
  @Field(() => ErrorCodeEnum, { description: "Why; values may be added." })
  code!: string;
  @Field(() => NonNegativeInt, { description: "How many." })
  entries!: number;
  @Field(() => String, { description: "The reason in words." })
  message!: string;
}

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType({ description: "What speaks for a clinic's capacity: a calendar, a publication, files or calls.", simpleResolvers: true })
export class CapacitySource {
  @Field(() => IntakeCodeEnum, { description: "How it reaches us." })
  code!: string;
  @relation("Practitioner", { nullable: true, description: "A calendar's practitioner; null for what speaks for the whole clinic." })
  practitioner!: Ref | null;
  @relation("Clinic", { description: "The clinic it speaks for." })
  clinic!: Ref;
  @Field(() => Following, { nullable: true, description: "How it is fetched; null where it is sent." })
  following!: Following | null;
  @Field(() => SourceStateEnum, { description: "How far it can be relied on." })
  state!: SourceState;
  @Field(() => UserError, { nullable: true, description: "Why it is not current; null while it is." })
  reason!: UserError | null;
  @Field(() => DateTime, { nullable: true, description: "As of when it speaks; null when nothing readable ever came." })
  asOf!: Date | null;
  @Field(() => DateTime, {
    nullable: true,
    description: "From when on it says nothing any more; null where it says what holds until it is changed.",
  })
  staleAt!: Date | null;
  @Field(() => NonNegativeInt, { nullable: true, description: "Lines of the last file, call or publication; null for a calendar." })
  lines!: number | null;
  @Field(() => [RefusedLinesType], {
    description: "Lines that were refused, by code, most first; empty for a calendar. Nothing of their text.",
  })
  refused!: readonly RefusedLinesType[];
  @Field(() => [UnreadEntriesType], {
    description: "Entries of a calendar that were not understood and count as busy, by code; empty otherwise.",
  })
  unread!: readonly UnreadEntriesType[];
}

const SOURCES = Symbol("what speaks for the capacity of clinics");

@Resolver(() => ClinicType)
export class CapacitySources {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
  @costs({ own: 5 })
  @FieldResolver(() => [CapacitySource], {
    nullable: true,
    description: "What speaks for its capacity, how fresh it is and what of it was refused; null when the clinic is not yours.",
  })
  capacitySources(@Root() { clinicId }: ClinicCard, @Ctx() ctx: Context): Promise<CapacitySource[] | null> {
    return sourcesOfClinic(ctx, clinicId);
  }
}

export function sourcesOfClinic(ctx: Context, clinicId: string): Promise<CapacitySource[] | null> {
  const known = loader(ctx, SOURCES, (of) => {
    return new DataLoader(async (ids: readonly string[]) => {
      const found = await runQuery(of, (tx) => sourcesOf(tx, ids));
      return found.map((each, at) => each && viewsOf(each, ids[at] ?? ""));
    });
  });
  return known.load(clinicId);
}

function viewsOf({ calendars, publications, reports }: SourcesKnown, clinicId: string): CapacitySource[] {
  const clinic = ref("Clinic", clinicId);
  const published = reports.find(({ source }) => source === "SMART");
  const sent = publications.length === 0 ? reports : reports.filter((report) => report !== published);
  return [...calendars.map(calendarView), ...publications.map((each) => publicationView(each, published)), ...sent.map(reportView)].map(
    (source) => ({ ...source, clinic }),
  );
}

type View = Omit<CapacitySource, "clinic">;

const NONE = { practitioner: null, following: null, reason: null, staleAt: null, lines: null, refused: [], unread: [] };

function calendarView(row: CalendarKnown): View {
  const staleAt = row.asOf && row.feedMinutes !== null ? new Date(row.asOf.getTime() + row.feedMinutes * 60_000) : null;
  const isSilent = row.isUnread !== false || staleAt === null || staleAt.getTime() <= row.now.getTime();
  const state = row.state === "WAITING" ? "WAITING" : isSilent ? "UNKNOWN" : row.state === "FAILED" ? "FAILING" : "CURRENT";
  const why = row.fault !== null ? fetchFault(row.fault) : state === "UNKNOWN" ? silent(row) : null;
  return {
    ...NONE,
    code: "ICALENDAR",
    practitioner: ref("Practitioner", row.practitionerId),
    following: followingOf(row),
    state,
    reason: why && (userErrors([why])[0] ?? null),
    asOf: row.asOf,
    staleAt,
    unread: row.unread ?? [],
  };
}

function followingOf({ followedId, host, checkedAt, nextAt }: CalendarKnown | PublicationKnown): Following | null {
  return followedId && host !== null && nextAt ? { id: globalId("FollowedSource", followedId), host, checkedAt, nextAt } : null;
}

function silent({ isUnread }: CalendarKnown): Refusal {
  return isUnread === false
    ? refusal("FEED_STALE", "The calendar is too old, so nothing of it is offered.", { retryable: true })
    : refusal("FEED_UNREADABLE", "The calendar could not be read, so nothing of it is offered.", { retryable: true });
}

function publicationView(row: PublicationKnown, report: ReportKnown | undefined): View {
  const staleAt = row.readAt && new Date(row.readAt.getTime() + row.staleAfterMinutes * 60_000);
  const isOld = staleAt !== null && staleAt.getTime() <= row.now.getTime();
  const why = row.fault === null ? null : fetchFault(row.fault);
  return {
    ...NONE,
    code: "SMART",
    following: followingOf(row),
    state: row.state === "WAITING" ? "WAITING" : isOld ? "UNKNOWN" : row.state === "FAILED" ? "FAILING" : "CURRENT",
    reason: why && (userErrors([why])[0] ?? null),
    asOf: row.readAt,
    staleAt,
    lines: report?.lines ?? null,
    refused: refusedIn(report),
  };
}

function reportView(report: ReportKnown): View {
  const { source, lines, readAt } = report;
  return { ...NONE, code: source, state: "CURRENT", asOf: readAt, lines, refused: refusedIn(report) };
}

function refusedIn(report: ReportKnown | undefined): RefusedLinesType[] {
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
