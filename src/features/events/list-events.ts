import type { GraphQLResolveInfo } from "graphql";
import { Args, ArgsType, Ctx, Field, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { Node } from "../../gateway/api/node.js";
import { nodeOf } from "../../gateway/api/nodes.js";
import { allows, policyOfType, roleOf } from "../../gateway/api/policy.js";
import { connectionOf, type Connection } from "../../gateway/api/paging/connection.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../../gateway/api/paging/page.js";
import { runQuery } from "../../gateway/api/run-operation.js";
import { refusal, Refused } from "../../kernel/refusal.js";
import { sourceOf } from "./cloud-event.js";
import { EventTypeEnum } from "./event-enums.type.js";
import { eventsAfter, type EventRow } from "./event.store.js";
import { EventView, eventView } from "./event.type.js";

const EventConnection = connectionOf("Event", () => EventView);
const LIST = "events";
const DAYS = 30;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

@ArgsType()
export class EventsArgs extends PageArgs {
  @Field(() => [EventTypeEnum], { nullable: true, description: "Only these kinds; all that you are told when left out." })
  types?: string[] | null;
}

/** A place in the feed, and until when everything up to it was seen. */
type Place = { readonly position: bigint; readonly at: Date | null };
const BEGINNING: Place = { position: 0n, at: null };

@Resolver(() => EventView)
export class ListEvents {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "INTEGRATION")
  @Query(() => EventConnection, {
    description:
      "What happened, oldest first and none left out, of the last 30 days: a clinic's own, all for the insurer's system. Keep endCursor once you have acted on a page and go on from it, also where the page is empty; one older than 30 days is refused with CURSOR_EXPIRED.",
  })
  async events(@Args(() => EventsArgs) { first, after, types }: EventsArgs, @Ctx() ctx: Context): Promise<Connection<EventView>> {
    const size = pageSize(first);
    const from = placeIn(after);
    const { providerId } = ctx.viewer;
    const audience = ctx.viewer.role === "INTEGRATION" ? "INSURER" : "CLINIC";
    const page = await runQuery(ctx, (tx) =>
      eventsAfter(tx, {
        after: from.position,
        topics: types ?? null,
        most: size === 0 ? 0 : size + 1,
        providerId: audience === "CLINIC" ? providerId : null,
      }),
    );
    if (from.at !== null && page.now.getTime() - from.at.getTime() > DAYS * DAY_MS) throw new Refused([EXPIRED]);
    const more = page.rows.length > size;
    const cursor = ({ position, at }: Place): string => encodeCursor(LIST, [String(position), (at ?? hourOf(page.now)).toISOString()]);
    const source = sourceOf(ctx.services.config);
    const edges = page.rows.slice(0, size).map((row: EventRow) => ({
      cursor: cursor({ position: row.position, at: row.published_at }),
      node: eventView(row, audience, source),
    }));
    // read to its end, the feed was seen up to its horizon: a reader that is told nothing for weeks keeps its place all the same
    const end = more
      ? edges.at(-1)?.cursor
      : size === 0
        ? (after ?? cursor(BEGINNING))
        : cursor({ position: page.horizon, at: hourOf(page.now) });
    return {
      edges,
      pageInfo: { hasNextPage: more, hasPreviousPage: false, startCursor: edges[0]?.cursor ?? null, endCursor: end ?? null },
    };
  }

  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "INTEGRATION")
  @FieldResolver(() => Node, {
    nullable: true,
    description:
      "What it happened to, as it is now; null where that is nothing you may see. Events of one subject come in the order in which they happened.",
  })
  async subject(@Root() { about }: EventView, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return allows(policyOfType(info.schema.getType(about.type)), roleOf(ctx.viewer)) ? nodeOf(ctx, info, about.type, about.uuid) : null;
  }
}

/** Less than it is, so that the same answer is the same text for a while. */
function hourOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS);
}

function placeIn(after: string | null | undefined): Place {
  if (after === null || after === undefined) return BEGINNING;
  const [position, at] = decodeCursor(LIST, ["whole", "instant"], after);
  return { position: BigInt(String(position)), at: new Date(String(at)) };
}

const EXPIRED = refusal("CURSOR_EXPIRED", "The cursor is older than 30 days; events after it are no longer kept.", {
  path: ["after"],
  remedy:
    "Ask for events without a cursor, read anew what you keep (bookings, slots, rates), and go on from the endCursor of the last page.",
});
