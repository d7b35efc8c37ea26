import DataLoader from "dataloader";
import { NonNegativeInt } from "../../../gateway/api/scalars.js";
import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { DecisionReasonType, reasonView } from "../../../vocabulary/reason.type.js";
import { runQuery } from "../../../gateway/api/run-operation.js";
import { loader, type Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { Money, money } from "../../../gateway/api/money.js";
import { idOf } from "../../../gateway/api/node.js";
import { BookingType } from "../booking.type.js";
import { journeyOf, type Journey } from "./journey.js";
import { journeysTo } from "./journey.store.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("Transport", {
  description:
    "What of the way to an appointment is covered (insurance conditions 2025, section 5.6.9). A bill states the kilometres driven.",
  simpleResolvers: true,
})
export class TransportType {
  @Field(() => Boolean, {
    description: "True where the place is more than 60 km from home and the treatment specialised medical care (TRN-60KM).",
  })
  overSixtyKm!: boolean;
  @Field(() => Money, {
    description:
      "By own car there and back at the state's lowest rate, over the way in a straight line; 0 while something stands against it.",
  })
  byCar!: unknown;
  @Field(() => Money, {
    nullable: true,
    description: "The state's lowest rate per kilometre on the day (TRN-RATE); null where none is known.",
  })
  perKm!: unknown;
  @Field(() => Boolean, { description: "Recumbent transport is authorised (TRN-RECUMBENT)." })
  recumbent!: boolean;
  @Field(() => Boolean, { description: "One medical escort is covered too (TRN-ESCORT)." })
  escort!: boolean;
  @Field(() => [DecisionReasonType], { description: "What stands against it; the health team authorises with a medical decision." })
  reasons!: readonly DecisionReasonType[];
}

const JOURNEYS = "ways to appointments";

@Resolver(() => BookingType)
export class BookingJourney {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => NonNegativeInt, {
    nullable: true,
    description: "Kilometres from home in a straight line, one way; null where the home is not known, or nobody travels.",
  })
  async distanceKm(@Root() booking: BookingType, @Ctx() ctx: Context): Promise<number | null> {
    return (await journey(booking, ctx))?.km ?? null;
  }

  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => TransportType, { nullable: true, description: "What of the way is covered; null where the way is not known." })
  async transport(@Root() booking: BookingType, @Ctx() ctx: Context): Promise<TransportType | null> {
    const found = await journey(booking, ctx);
    return found?.km == null ? null : transportView(found);
  }
}

function journey(booking: BookingType, ctx: Context): Promise<Journey | null> {
  return loader<string, Journey | null>(ctx, JOURNEYS, journeyLoader).load(idOf("Booking", booking.id));
}

function journeyLoader(ctx: Context): DataLoader<string, Journey | null> {
  return new DataLoader(async (ids) => {
    const found = new Map((await runQuery(ctx, (tx) => journeysTo(tx, ids))).map((row) => [row.id, journeyOf(row)]));
    return ids.map((id) => found.get(id) ?? null);
  });
}

function transportView({ far, ore, ratePerKmOre, recumbent, escort, reasons }: Journey): TransportType {
  return {
    overSixtyKm: far,
    byCar: money(ore),
    perKm: ratePerKmOre === null ? null : money(ratePerKmOre),
    recumbent,
    escort,
    reasons: reasons.map(reasonView),
  };
}
