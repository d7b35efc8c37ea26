import type { Slot } from "../../../../schema/rows.js";

/** Of an opening, all that tells the plan which of its units it is one of. */
export type OpeningKey = {
  readonly id: string;
  readonly clinicId: string;
  readonly startsAt: string;
  readonly channel: Slot["channel"];
  readonly audience: Slot["audience"];
  /** Bits of the services it serves, as a decimal number. */
  readonly serviceMask: string;
  readonly languages: readonly string[];
  readonly funding: Slot["funding"];
  readonly onCall: boolean;
  /** Clinic and practitioner do; what the opening is kept for is its audience. */
  readonly treatsChildren: boolean;
  readonly practitionerId: string;
  readonly practitionerGender: string;
};

/** A certificate, as it is kept with the claim. */
export type Proof = { readonly text: string };

/** What the promise says about taking a slot. A gateway without a plan in memory books without it. */
export type Admission = {
  /** The same number for an opening that was read already: answered from memory alone, in the middle of a booking. */
  readonly harm: (claimId: string, opening: OpeningKey) => number;
  /** Other open promises that could not be kept any more if this claim took the slot, by slot id; slots left out harm nobody. */
  readonly harms: (claimId: string, slotIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** Why a search from this day on has just found nothing for the claim; null where the plan does not know the claim. */
  readonly proof: (claimId: string, notBefore: string | null) => Promise<Proof | null>;
};

declare module "../../../gateway/api/context.js" {
  interface Services {
    readonly promise?: Admission;
  }
}
