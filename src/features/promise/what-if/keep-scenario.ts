import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import { keep, keptScenarios } from "./kept-scenario.store.js";
import { KeptScenariosPayload, keptPayload } from "./kept-scenario.type.js";
import { PromiseScenarioInput, scenarioOf } from "./promise-scenarios.js";

@Resolver()
export class KeepScenario {
  @withoutPurpose()
  @visibleTo("NETWORK_MANAGER")
  @Mutation(() => KeptScenariosPayload, {
    description: "Keeps a scenario under its name; another of that name is replaced, and a repeated request changes nothing.",
  })
  async keepScenario(
    @Arg("input", () => PromiseScenarioInput, { description: "The change beside today." }) input: PromiseScenarioInput,
    @Ctx() ctx: Context,
  ): Promise<KeptScenariosPayload> {
    const scenario = scenarioOf(input, ["input"]);
    const outcome = await runMutation(ctx, {
      operation: "keepScenario",
      keyed: null,
      work: async (tx) => {
        await keep(tx, ctx, input.name, scenario);
        return keptScenarios(tx);
      },
    });
    return keptPayload(outcome);
  }
}
