import type { Service } from "../../rules/codes.js";
import { Args, ArgsType, Ctx, Field, ID, Query, Resolver, type ClassType } from "type-graphql";
import { look } from "../../gateway/api/act.js";
import { badInput } from "../../gateway/api/bad-input.js";
import { connection, connectionOf, type Connection } from "../../gateway/api/paging/connection.js";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { idOf } from "../../gateway/api/node.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../../gateway/api/paging/page.js";
import { DateTime } from "../../gateway/api/scalars.js";
import { isUuid } from "../../kernel/id.js";
import { LIST_WINDOW_DAYS } from "../capacity-limits.js";
import type { SlotSeen } from "./slot.js";
import { knownClinicAndService, slotsOfClinic } from "./slot.store.js";
import { SlotType, slotView } from "./slot.type.js";
import { ServiceCodeEnum } from "../../vocabulary/rules.type.js";

export const SlotConnection: ClassType<Connection<SlotType>> = connectionOf("Slot", () => SlotType);

@ArgsType()
export class SlotsArgs extends PageArgs {
  @Field(() => ID, { description: "The clinic." })
  clinicId!: string;
  @Field(() => DateTime, { description: "Openings that start at or after this." })
  from!: Date;
  @Field(() => DateTime, { description: "Openings that start before this; at most 31 days after `from`." })
  to!: Date;
  @Field(() => ServiceCodeEnum, { nullable: true, description: "Only openings for this treatment." })
  service?: Service | null;
  @Field(() => Boolean, { defaultValue: true, description: "Only openings with a unit that nobody has booked or holds." })
  freeOnly!: boolean;
}

const ORDER = "slots";

@Resolver()
export class Slots {
  @visibleTo("PUBLIC")
  @Query(() => SlotConnection, { nullable: true, description: "A clinic's openings in order of time; null when there is no such clinic." })
  async slots(@Args(() => SlotsArgs) args: SlotsArgs, @Ctx() ctx: Context): Promise<Connection<SlotType> | null> {
    const clinicId = idOf("Clinic", args.clinicId, ["clinicId"]);
    const first = pageSize(args.first);
    const window = args.to.getTime() - args.from.getTime();
    if (window <= 0) throw badInput("`to` must be after `from`.", ["to"]);
    if (window > LIST_WINDOW_DAYS * 86_400_000) throw badInput(`The window is at most ${LIST_WINDOW_DAYS} days.`, ["to"]);
    const serviceCode = args.service ?? null;
    const query = {
      clinicId,
      from: args.from,
      to: args.to,
      serviceCode,
      freeOnly: args.freeOnly,
      after: placeOf(args.after),
      limit: first + 1,
    };
    const rows = await look(ctx, async (tx) => {
      const found = await slotsOfClinic(tx, query);
      if (found.length > 0) return found;
      const known = await knownClinicAndService(tx, clinicId, serviceCode);
      if (!known.service) throw badInput("There is no such service.", ["service"]);
      return known.clinic ? found : null;
    });
    return rows && connection(rows, first, cursorOf, slotView);
  }
}

function placeOf(after: string | null | undefined): { at: Date; id: string } | null {
  if (!after) return null;
  const [at, id] = decodeCursor(ORDER, ["string", "string"], after).map(String);
  const start = new Date(at ?? "");
  // whoever writes a cursor by hand gets the answer of any other unknown cursor
  if (Number.isNaN(start.getTime()) || !isUuid(id ?? "")) throw badInput("This cursor belongs to no page of this list.", ["after"]);
  return { at: start, id: id ?? "" };
}

function cursorOf(slot: SlotSeen): string {
  return encodeCursor(ORDER, [new Date(slot.startsAt).toISOString(), slot.id]);
}
