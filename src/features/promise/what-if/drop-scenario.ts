import { Arg, Ctx, Field, InputType, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { drop, keptScenarios } from "./kept-scenario.store.js";
import { KeptScenariosPayload, keptPayload } from "./kept-scenario.type.js";

@InputType({ description: "Which scenario is kept no longer." })
export class DropScenarioInput {
  @Field(() => String, { description: "The name it was kept under." })
  name!: string;
}

@Resolver()
export class DropScenario {
  @withoutPurpose()
  @visibleTo("NETWORK_MANAGER")
  @Mutation(() => KeptScenariosPayload, { description: "Keeps a scenario no longer." })
  async dropScenario(
    @Arg("input", () => DropScenarioInput, { description: "Which scenario." }) input: DropScenarioInput,
    @Ctx() ctx: Context,
  ): Promise<KeptScenariosPayload> {
    const outcome = await runMutation(ctx, {
      operation: "dropScenario",
      keyed: null,
      work: async (tx) => {
        if (!(await drop(tx, ctx, input.name))) throw new Refused([NOT_KEPT]);
        return keptScenarios(tx);
      },
    });
    return keptPayload(outcome);
  }
}

const NOT_KEPT = refusal("NOT_FOUND", "No scenario of this name is kept.", { path: ["input", "name"], remedy: "See keptScenarios." });
