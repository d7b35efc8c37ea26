import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { look } from "../../gateway/api/act.js";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo, withoutPurpose } from "../../gateway/api/guard.js";
import { idOf } from "../../gateway/api/node.js";
import { closuresOf } from "./closure.store.js";
import { ClosureType, closureView } from "./closure.type.js";

@Resolver()
export class Closures {
  @withoutPurpose()
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM")
  @Query(() => [ClosureType], {
    description: "What is closed at one of your clinics and is not over yet, its company's closings among it; up to 1,000, earliest first.",
  })
  async closures(
    @Arg("clinicId", () => ID, { description: "The clinic." }) clinicId: string,
    @Arg("opened", () => Boolean, { nullable: true, description: "True: also what was opened again." }) opened: boolean | null | undefined,
    @Ctx() ctx: Context,
  ): Promise<ClosureType[]> {
    const clinic = idOf("Clinic", clinicId, ["clinicId"]);
    return look(ctx, async (tx) => (await closuresOf(tx, clinic, opened ?? false)).map(closureView));
  }
}
