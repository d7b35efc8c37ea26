import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root, type ClassType } from "type-graphql";
import { badInput } from "../../../gateway/api/bad-input.js";
import { connection, connectionOf, type Connection } from "../../../gateway/api/paging/connection.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../../../gateway/api/paging/page.js";
import { DateTime } from "../../../gateway/api/scalars.js";
import { isUuid } from "../../../kernel/id.js";
import { LIST_WINDOW_DAYS } from "../capacity-limits.js";
import type { SlotSeen } from "./slot.js";
import { slotsOf, type SlotParent } from "../capacity-of.store.js";
import { ClinicType, PractitionerType } from "../../network/clinic.type.js";
import { ProviderType } from "../../network/search/provider.type.js";
import { rowsOf } from "../../../gateway/api/paging/list-of.js";
import { SlotType, slotView } from "./slot.type.js";
import { ServiceCodeEnum } from "../../../vocabulary/rules.type.js";

const SlotConnection: ClassType<Connection<SlotType>> = connectionOf("Slot", () => SlotType);

@ArgsType()
export class SlotsArgs extends PageArgs {
  @Field(() => DateTime, { description: "Openings that start at or after this." })
  from!: Date;
  @Field(() => DateTime, { description: "Openings that start before this; at most 31 days after `from`." })
  to!: Date;
  @Field(() => ServiceCodeEnum, { nullable: true, description: "Only openings for this treatment." })
  service?: string | null;
  @Field(() => Boolean, { defaultValue: true, description: "Only openings with a unit that nobody has booked or holds." })
  freeOnly!: boolean;
}

const ORDER = "slots";

async function pageOf(ctx: Context, of: SlotParent, id: string, args: SlotsArgs): Promise<Connection<SlotType>> {
  const first = pageSize(args.first);
  const window = args.to.getTime() - args.from.getTime();
  if (window <= 0) throw badInput("`to` must be after `from`.", ["to"]);
  if (window > LIST_WINDOW_DAYS * 86_400_000) throw badInput(`The window is at most ${LIST_WINDOW_DAYS} days.`, ["to"]);
  const { from, to, service = null, freeOnly, after = null } = args;
  const page = { from, to, service, freeOnly, after: placeOf(after), limit: first + 1 };
  const rows = await rowsOf(ctx, id, {
    key: ["slots", of, from, to, service, freeOnly, after, first],
    read: (tx, parents) => slotsOf(tx, of, parents, page),
  });
  return connection(rows, first, cursorOf, slotView);
}

@Resolver(() => ClinicType)
export class SlotsOfClinic {
  @visibleTo("PUBLIC")
  @FieldResolver(() => SlotConnection, { description: "Its openings in order of time." })
  slots(@Root() clinic: ClinicType, @Args(() => SlotsArgs) args: SlotsArgs, @Ctx() ctx: Context): Promise<Connection<SlotType>> {
    return pageOf(ctx, "Clinic", idOf("Clinic", clinic.id), args);
  }
}

@Resolver(() => PractitionerType)
export class SlotsOfPractitioner {
  @visibleTo("PUBLIC")
  @FieldResolver(() => SlotConnection, { description: "Openings with them in order of time, at every clinic they work at." })
  slots(
    @Root() practitioner: PractitionerType,
    @Args(() => SlotsArgs) args: SlotsArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<SlotType>> {
    return pageOf(ctx, "Practitioner", idOf("Practitioner", practitioner.id), args);
  }
}

@Resolver(() => ProviderType)
export class SlotsOfProvider {
  @visibleTo("PUBLIC")
  @FieldResolver(() => SlotConnection, { description: "Openings of the clinic for the treatment it is seen for, in order of time." })
  slots(
    @Root() { clinic, service }: ProviderType,
    @Args(() => SlotsArgs) args: SlotsArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<SlotType>> {
    return pageOf(
      ctx,
      "Clinic",
      idOf("Clinic", clinic.id),
      Object.assign(new SlotsArgs(), args, { service: args.service ?? service.code }),
    );
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
