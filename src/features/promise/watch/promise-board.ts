import { costs } from "../../../gateway/admission/cost.js";
import { Arg, Args, Ctx, Field, FieldResolver, InputType, ObjectType, Query, Resolver, Root } from "type-graphql";
import type { Service } from "../../../rules/codes.js";
import type { PromiseState } from "../../../../schema/states.js";
import { badInput } from "../../../gateway/api/bad-input.js";
import { runQuery } from "../../../gateway/api/run-operation.js";
import { connection, connectionOf, type Connection } from "../../../gateway/api/paging/connection.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../../../gateway/api/paging/page.js";
import { requirePurpose } from "../../../gateway/api/purpose.js";
import { DateTime, LocalDate, NonNegativeInt } from "../../../gateway/api/scalars.js";
import type { Audited } from "../../../platform/trail/audit.js";
import { isSmall, leastCount, shownFrom } from "../small-counts.js";
import { actAsProduct } from "../../../platform/act-as-product.js";
import { boardCounts, boardRows, type BoardFilter, type BoardPlace, type BoardRow } from "./board.store.js";
import { CertificateType, certificateView } from "../feasibility/certificate.type.js";
import { marginWorkingDays, NEXT_ACTIONS, nextAction, type NextAction } from "../plan/standing.js";
import { ServiceCodeEnum } from "../../../vocabulary/rules.type.js";
import { ServiceType, serviceView } from "../../../vocabulary/service.type.js";
import { NextActionEnum, PromiseStateEnum } from "../promise-enums.type.js";
import { RegionEnum } from "../../network/network-enums.type.js";
import { readBecause, wishesSetAside } from "../../bookings/book/because.js";
import { HELD_WISHES } from "../../../rules/wishes.js";
import { WishEnum } from "../../claims/claim-enums.type.js";
import { InLanguage, type Language, wordOf } from "../../../vocabulary/language.type.js";
import { ref, relation, type Ref } from "../../../gateway/api/relation.js";

@InputType({ description: "Narrows the board; everything left out is not asked for." })
export class PromiseFilter {
  @Field(() => [PromiseStateEnum], { nullable: true, description: "Only these states; left out, all that are still open." })
  states?: PromiseState[] | null;
  @Field(() => ServiceCodeEnum, { nullable: true, description: "Only this treatment." })
  service?: Service | null;
  @Field(() => RegionEnum, { nullable: true, description: "Only members of this region." })
  region?: string | null;
  @Field(() => DateTime, { nullable: true, description: "Only deadlines before this instant." })
  dueBefore?: Date | null;
  @Field(() => Boolean, { nullable: true, description: "Only cases on one's own list (takeClaim); of the network manager there are none." })
  mine?: boolean | null;
}

@visibleTo("HEALTH_TEAM", "NETWORK_MANAGER")
@ObjectType("PromiseEntry", { description: "One promise: where it stands and what to do next.", simpleResolvers: true })
export class PromiseEntry {
  @visibleTo("HEALTH_TEAM")
  @relation("Claim", { description: "The claim." })
  claim!: Ref;
  @visibleTo("HEALTH_TEAM")
  @relation("Member", { nullable: true, description: "Who waits; null once they were erased.", mayBeHidden: true })
  member!: Ref | null;
  @Field(() => ServiceType, { description: "The treatment." })
  service!: ServiceType;
  @Field(() => RegionEnum, { nullable: true, description: "Region the member lives in; null where that is not known." })
  region!: string | null;
  @Field(() => PromiseStateEnum, { description: "How the promise stands." })
  state!: PromiseState;
  @Field(() => DateTime, { description: "It is broken if no first appointment has begun before this instant." })
  deadlineAt!: Date;
  @Field(() => LocalDate, { nullable: true, description: "Last day for the first appointment; null for a promise in hours." })
  latestOn!: string | null;
  @Field(() => LocalDate, { nullable: true, description: "Last day on target; null for a promise without targets." })
  targetOn!: string | null;
  @Field(() => NonNegativeInt, { description: "Working days after today until the last day; 0 when it is today or past." })
  marginWorkingDays!: number;
  @Field(() => NextActionEnum, { description: "What to do next." })
  nextAction!: NextAction;
  @Field(() => DateTime, { nullable: true, description: "Start of the first appointment; null while none is booked." })
  firstStartsAt!: Date | null;
  @Field(() => DateTime, { nullable: true, description: "When the state last changed; null where it never did." })
  changedAt!: Date | null;
  @Field(() => DateTime, {
    nullable: true,
    description: "When the promise was broken; null while it was not, or nobody has stamped it yet.",
  })
  breachedAt!: Date | null;
  @Field(() => CertificateType, { nullable: true, description: "Why no unit is left; null where one is." })
  certificate!: CertificateType | null;
  @visibleTo("HEALTH_TEAM")
  @Field(() => [WishEnum], { description: "What the member wishes of who treats, and how." })
  wishes!: readonly string[];
  @visibleTo("HEALTH_TEAM")
  @Field(() => [WishEnum], {
    description: "Of these, what was set aside for the first appointment to be in time, or did not help while there is none.",
  })
  setAsideWishes!: readonly string[];
}

@withoutPurpose()
@visibleTo("HEALTH_TEAM", "NETWORK_MANAGER")
@ObjectType("PromiseCounts", { description: "How many promises stand how.", simpleResolvers: true })
export class PromiseCounts {
  @Field(() => NonNegativeInt, { nullable: true, description: "Broken, and nobody seen yet. Null: too few to be told." })
  breached!: number | null;
  @Field(() => NonNegativeInt, { nullable: true, description: "No unit left. Null: too few to be told." })
  atRisk!: number | null;
  @Field(() => NonNegativeInt, { nullable: true, description: "Few units or days left. Null: too few to be told." })
  tight!: number | null;
  @Field(() => NonNegativeInt, { nullable: true, description: "Booked in time, or with choice. Null: too few to be told." })
  safe!: number | null;
  @Field(() => NonNegativeInt, { nullable: true, description: "Kept, of cases still open. Null: too few to be told." })
  met!: number | null;
}

@Resolver(() => PromiseEntry)
export class PromiseEntryWords {
  @FieldResolver(() => String, { description: "What to do next, in a sentence." })
  nextStep(@Root() { nextAction: action }: PromiseEntry, @InLanguage() language: Language): string {
    return wordOf(NEXT_ACTIONS, action, language);
  }
}

const PromiseConnection = connectionOf("PromiseEntry", () => PromiseEntry);
const LIST = "promises";

@Resolver()
export class PromiseBoard {
  @visibleTo("HEALTH_TEAM", "NETWORK_MANAGER")
  @Query(() => PromiseConnection, {
    description:
      "Running promises by risk: broken, at risk, tight, safe; within each the nearest deadline first. The network manager sees no persons.",
  })
  async promiseBoard(
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
    @Arg("filter", () => PromiseFilter, { nullable: true, description: "Narrows the board." }) filter?: PromiseFilter | null,
  ): Promise<Connection<PromiseEntry>> {
    requirePurpose(ctx);
    const size = pageSize(first);
    const least = leastCount(ctx);
    const rows = await runQuery(
      ctx,
      async (tx) => {
        if (ctx.viewer.role !== "NETWORK_MANAGER") return boardRows(tx, filterOf(ctx, filter), placeOf(after), size + 1);
        await actAsProduct(tx);
        // a narrow question is answered by nobody rather than by a few
        const counts = await boardCounts(tx, filterOf(ctx, filter));
        if (
          isSmall(
            [...counts.values()].reduce((sum, n) => sum + n, 0),
            least,
          )
        )
          return [];
        return boardRows(tx, filterOf(ctx, filter), placeOf(after), size + 1);
      },
      (found) => (ctx.viewer.role === "NETWORK_MANAGER" ? [] : found.slice(0, size).map(seen)),
      rightsOf(ctx),
    );
    return connection(rows, size, cursorOf, (row) => view(row, least));
  }

  @withoutPurpose()
  @costs({ own: 15 })
  @visibleTo("HEALTH_TEAM", "NETWORK_MANAGER")
  @Query(() => PromiseCounts, { description: "How many running promises stand how." })
  async promiseCounts(
    @Ctx() ctx: Context,
    @Arg("filter", () => PromiseFilter, { nullable: true, description: "Narrows the count." }) filter?: PromiseFilter | null,
  ): Promise<PromiseCounts> {
    const counts = await runQuery(
      ctx,
      async (tx) => {
        if (ctx.viewer.role === "NETWORK_MANAGER") await actAsProduct(tx);
        return boardCounts(tx, filterOf(ctx, filter));
      },
      null,
      rightsOf(ctx),
    );
    const shown = shownFrom(leastCount(ctx));
    const of = (state: PromiseState): number | null => shown(counts.get(state) ?? 0);
    return { breached: of("BREACHED"), atRisk: of("AT_RISK"), tight: of("TIGHT"), safe: of("SAFE"), met: of("MET") };
  }
}

function rightsOf({ viewer }: Context): "WORKER" | "REQUESTS" {
  return viewer.role === "NETWORK_MANAGER" ? "WORKER" : "REQUESTS";
}

function filterOf({ viewer }: Context, filter: PromiseFilter | null | undefined): BoardFilter {
  return {
    states: filter?.states ?? null,
    service: filter?.service ?? null,
    region: filter?.region ?? null,
    dueBefore: filter?.dueBefore ?? null,
    handledBy: filter?.mine ? viewer.subject : null,
  };
}

function placeOf(after: string | null | undefined): BoardPlace | null {
  if (after == null) return null;
  const [rank, deadline, id] = decodeCursor(LIST, ["integer", "timestamp", "uuid"], after);
  if (typeof rank !== "number" || typeof deadline !== "string" || typeof id !== "string")
    throw badInput("This cursor belongs to no page of this list.", ["after"]);
  return { rank, deadline, id };
}

const cursorOf = (row: BoardRow): string => encodeCursor(LIST, [row.rank, row.deadline_key, row.id]);

function seen(row: BoardRow): Audited {
  return {
    operation: "promiseBoard",
    memberId: row.member_id,
    object: "Claim",
    objectId: row.id,
    fields: ["promiseState", "service"],
    outcome: "ALLOWED",
  };
}

function view(row: BoardRow, least: number): PromiseEntry {
  const action = nextAction(row.state, row.first_starts_at !== null);
  return {
    claim: ref("Claim", row.id),
    member: ref("Member", row.member_id),
    service: serviceView(row.service),
    region: row.region,
    state: row.state,
    deadlineAt: row.deadline_at,
    latestOn: row.latest_on,
    targetOn: row.target_on,
    marginWorkingDays: row.latest_on === null ? 0 : marginWorkingDays(row.today, row.latest_on),
    nextAction: action,
    firstStartsAt: row.first_starts_at,
    changedAt: row.changed_at,
    breachedAt: row.breached_at,
    certificate: row.certificate && !isSmall(row.certificate.claims, least) ? certificateView(row.certificate) : null,
    wishes: HELD_WISHES.filter((wish) => row.wishes[wish] !== undefined),
    setAsideWishes:
      row.first_starts_at === null
        ? (row.certificate?.setAside ?? [])
        : wishesSetAside(row.chosen_because.flatMap((text) => readBecause(text) ?? [])),
  };
}
