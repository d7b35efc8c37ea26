import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Service } from "../../rules/codes.js";
import { runQuery } from "../../gateway/api/run-operation.js";
import { connection, connectionOf, type Connection } from "../../gateway/api/paging/connection.js";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo, withoutPurpose } from "../../gateway/api/guard.js";
import { idOf } from "../../gateway/api/node.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../../gateway/api/paging/page.js";
import { idAfter, idCursor } from "../../gateway/api/paging/id-cursor.js";
import { LocalDate } from "../../gateway/api/scalars.js";
import { rowsOf } from "../../gateway/api/paging/list-of.js";
import { ClinicType } from "../network/clinic.type.js";
import { tariffsOf } from "./rate.store.js";
import { proposedRates, ratesInForceBeside, ratesOfClinics } from "./rates-of.store.js";
import { AgreedRateType, rateView } from "./rate.type.js";
import { tariffView, TariffType } from "./tariff.type.js";
import { costs } from "../../gateway/admission/cost.js";
import { ServiceType } from "../../vocabulary/service.type.js";
import { ServiceCodeEnum } from "../../vocabulary/rules.type.js";
import { RateStateEnum } from "./rate-enums.type.js";

const AgreedRateConnection = connectionOf("AgreedRate", () => AgreedRateType);
const LIST = "rates";

@ArgsType()
export class RatesArgs extends PageArgs {
  @Field(() => ServiceCodeEnum, { nullable: true, description: "Only this treatment." })
  service?: Service | null;
  @Field(() => RateStateEnum, { nullable: true, description: "Only those that stand so." })
  state?: string | null;
  @Field(() => LocalDate, { nullable: true, description: "Only rates that apply on this day." })
  on?: string | null;
}

@Resolver(() => ClinicType)
export class RatesOfClinic {
  @withoutPurpose()
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "NETWORK_MANAGER", "FINANCE", "HEALTH_TEAM")
  @FieldResolver(() => AgreedRateConnection, {
    description: "Its agreed rates, the latest period first. A clinic sees its own company's only.",
  })
  async rates(
    @Root() clinic: ClinicType,
    @Args(() => RatesArgs) args: RatesArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<AgreedRateType>> {
    const { service = null, state = null, on = null, after = null } = args;
    const first = pageSize(args.first);
    const [validFrom, id] = after === null ? [] : decodeCursor(LIST, ["day", "uuid"], after).map(String);
    const place = validFrom === undefined || id === undefined ? null : { validFrom, id };
    const rows = await rowsOf(ctx, idOf("Clinic", clinic.id), {
      key: [LIST, service, state, on, after, first],
      read: (tx, clinics) => ratesOfClinics(tx, clinics, { service, state, on, after: place, limit: first + 1 }),
    });
    return connection(rows, first, (rate) => encodeCursor(LIST, [rate.validFrom, rate.id]), rateView);
  }
}

const PROPOSED = "proposed rates";

@Resolver()
export class ProposedRates {
  @withoutPurpose()
  @visibleTo("NETWORK_MANAGER")
  @Query(() => AgreedRateConnection, { description: "Rates of all clinics that wait for a second person, what waits longest first." })
  async proposedRates(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: Context): Promise<Connection<AgreedRateType>> {
    const first = pageSize(page.first);
    const after = idAfter(PROPOSED, page.after);
    const rows = await runQuery(ctx, (tx) => proposedRates(tx, after, first + 1));
    return connection(rows, first, ({ id }) => idCursor(PROPOSED, id), rateView);
  }
}

@Resolver(() => AgreedRateType)
export class RateBeside {
  @withoutPurpose()
  @visibleTo("NETWORK_MANAGER", "FINANCE")
  @FieldResolver(() => AgreedRateType, {
    nullable: true,
    description: "What applies today to the same treatment, session and way of meeting at the clinic; null where nothing does.",
  })
  async inForce(@Root() rate: AgreedRateType, @Ctx() ctx: Context): Promise<AgreedRateType | null> {
    const [row] = await rowsOf(ctx, idOf("AgreedRate", rate.id), { key: ["rate in force"], read: ratesInForceBeside });
    return row ? rateView(row) : null;
  }
}

@Resolver()
export class Tariffs {
  @withoutPurpose()
  @visibleTo("MEMBER", "CLINIC_STAFF", "CLINIC_SYSTEM", "NETWORK_MANAGER", "FINANCE", "HEALTH_TEAM")
  @Query(() => [TariffType], { description: "Public tariffs by service, session and period." })
  tariffs(
    @Arg("service", () => ServiceCodeEnum, { nullable: true, description: "Only this treatment." }) service: Service | null,
    @Arg("on", () => LocalDate, { nullable: true, description: "Only tariffs that apply on this day." }) on: string | null,
    @Ctx() ctx: Context,
  ): Promise<TariffType[]> {
    return runQuery(ctx, async (tx) => (await tariffsOf(tx, service, on)).map(tariffView));
  }
}

@Resolver(() => ServiceType)
export class TariffsOfService {
  @withoutPurpose()
  @visibleTo("MEMBER", "CLINIC_STAFF", "CLINIC_SYSTEM", "NETWORK_MANAGER", "FINANCE", "HEALTH_TEAM")
  @costs({ size: 6 })
  @FieldResolver(() => [TariffType], {
    description: "What it costs under the public agreement, by session and period; empty where it is no part of one.",
  })
  async tariffs(@Root() { code }: ServiceType, @Ctx() ctx: Context): Promise<TariffType[]> {
    const rows = await rowsOf(ctx, code, {
      key: ["tariffs"],
      read: async (tx) => (await tariffsOf(tx, null, null)).map((tariff) => ({ ...tariff, parent: tariff.serviceCode })),
    });
    return rows.map(tariffView);
  }
}
