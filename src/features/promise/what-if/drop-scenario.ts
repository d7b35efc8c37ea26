import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { drop, keptScenarios } from "./kept-scenario.store.js";
import { KeptScenariosPayload, keptPayload } from "./kept-scenario.type.js";

@Resolver()
export class DropScenario {
  @withoutPurpose()
  @visibleTo("NETWORK_MANAGER")
  @Mutation(() => KeptScenariosPayload, { description: "Keeps a scenario no longer." })
  async dropScenario(
    @Arg("name", () => String, { description: "Its name." }) name: string,
    @Ctx() ctx: Context,
  ): Promise<KeptScenariosPayload> {
    const outcome = await runMutation(ctx, {
      operation: "dropScenario",
      keyed: null,
      work: async (tx) => {
        if (!(await drop(tx, ctx, name))) throw new Refused([NOT_KEPT]);
        return keptScenarios(tx);
      },
    });
    return keptPayload(outcome);
  }
}

const NOT_KEPT = refusal("NOT_FOUND", "No scenario of this name is kept.", { path: ["name"], remedy: "See keptScenarios." });
