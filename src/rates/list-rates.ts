import type { Service } from "../rules/codes.js";
import { Arg, Args, ArgsType, Ctx, Field, ID, Query, Resolver } from "type-graphql";
import type { AgreedRate } from "../../schema/rows.js";
import { look } from "../gateway/api/act.js";
import { connection, connectionOf, type Connection } from "../gateway/api/paging/connection.js";
import type { Context } from "../gateway/api/context.js";
import { visibleTo, withoutPurpose } from "../gateway/api/guard.js";
import { idOf } from "../gateway/api/node.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../gateway/api/paging/page.js";
import { LocalDate } from "../gateway/api/scalars.js";
import { ratesOf, tariffsOf } from "./rate.store.js";
import { AgreedRateType, rateView } from "./rate.type.js";
import { tariffView, TariffType } from "./tariff.type.js";
import { ServiceCodeEnum } from "../vocabulary/rules.type.js";
import { RateStateEnum } from "./rate-enums.type.js";

const AgreedRateConnection = connectionOf("AgreedRate", () => AgreedRateType);
const LIST = "rates";

@ArgsType()
export class RatesArgs extends PageArgs {
  @Field(() => ID, { description: "The clinic; one's own for a clinic." })
  clinicId!: string;
  @Field(() => ServiceCodeEnum, { nullable: true, description: "Only this treatment." })
  service?: Service | null;
  @Field(() => RateStateEnum, { nullable: true, description: "Only those that stand so." })
  state?: string | null;
  @Field(() => LocalDate, { nullable: true, description: "Only rates that apply on this day." })
  on?: string | null;
}

@Resolver()
export class ListRates {
  @withoutPurpose()
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "NETWORK_MANAGER", "FINANCE", "HEALTH_TEAM")
  @Query(() => AgreedRateConnection, { description: "Agreed rates of one clinic, the latest period first. A clinic sees its own only." })
  rates(@Args(() => RatesArgs) args: RatesArgs, @Ctx() ctx: Context): Promise<Connection<AgreedRateType>> {
    const first = pageSize(args.first);
    const after = args.after ? decodeCursor(LIST, ["day", "uuid"], args.after) : null;
    const filter = {
      clinicId: idOf("Clinic", args.clinicId, ["clinicId"]),
      service: args.service ?? null,
      state: args.state ?? null,
      on: args.on ?? null,
      after: after ? { validFrom: String(after[0]), id: String(after[1]) } : null,
      limit: first + 1,
    };
    const cursor = (rate: AgreedRate): string => encodeCursor(LIST, [rate.validFrom, rate.id]);
    return look(ctx, async (tx) => connection(await ratesOf(tx, filter), first, cursor, rateView));
  }

  @withoutPurpose()
  @visibleTo("MEMBER", "CLINIC_STAFF", "CLINIC_SYSTEM", "NETWORK_MANAGER", "FINANCE", "HEALTH_TEAM")
  @Query(() => [TariffType], { description: "Public tariffs by service, session and period." })
  tariffs(
    @Arg("service", () => ServiceCodeEnum, { nullable: true, description: "Only this treatment." }) service: Service | null,
    @Arg("on", () => LocalDate, { nullable: true, description: "Only tariffs that apply on this day." }) on: string | null,
    @Ctx() ctx: Context,
  ): Promise<TariffType[]> {
    return look(ctx, async (tx) => (await tariffsOf(tx, service, on)).map(tariffView));
  }
}
