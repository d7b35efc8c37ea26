import { Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { runQuery } from "../../../gateway/api/run-operation.js";
import { keptScenarios } from "./kept-scenario.store.js";
import { KeptScenario, keptView } from "./kept-scenario.type.js";

@Resolver()
export class ListKeptScenarios {
  @withoutPurpose()
  @visibleTo("NETWORK_MANAGER", "HEALTH_TEAM")
  @Query(() => [KeptScenario], {
    description: "The scenarios that are kept, by name. promiseScenarios compares them with the plan of the day on which it is asked.",
  })
  async keptScenarios(@Ctx() ctx: Context): Promise<KeptScenario[]> {
    return (await runQuery(ctx, (tx) => keptScenarios(tx))).map(keptView);
  }
}
