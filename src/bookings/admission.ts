/** What the promise says about taking a slot. A gateway without a plan in memory books without it. */
export type Admission = {
  /** Other open promises that could not be kept any more if this claim took the slot, by slot id; slots left out harm nobody. */
  readonly harms: (claimId: string, slotIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;
};

declare module "../gateway/context.js" {
  interface Services {
    readonly promise?: Admission;
  }
}
