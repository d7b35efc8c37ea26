import type { Context } from "../gateway/context.js";
import "./admission.js";

const NONE: ReadonlyMap<string, number> = new Map();

/** Other promises each of these slots is needed for; nothing where the gateway keeps no plan. */
export async function harmsOf(ctx: Context, claimId: string, slotIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (slotIds.length === 0) return NONE;
  return (await ctx.services.promise?.harms(claimId, slotIds)) ?? NONE;
}
