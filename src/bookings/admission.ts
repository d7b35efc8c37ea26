/**
 * What the promise says about taking a slot. A gateway without a plan in memory books without it: the promise is then kept
 * by the watch alone.
 */
import type { Context } from "../gateway/context.js";

export type Admission = {
  /** Other open promises that could not be kept any more if this claim took the slot, by slot id; slots left out harm nobody. */
  readonly harms: (claimId: string, slotIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;
};

declare module "../gateway/context.js" {
  interface Services {
    readonly promise?: Admission;
  }
}

const NONE: ReadonlyMap<string, number> = new Map();

export async function harmsOf(ctx: Context, claimId: string, slotIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  return (await ctx.services.promise?.harms(claimId, slotIds)) ?? NONE;
}
