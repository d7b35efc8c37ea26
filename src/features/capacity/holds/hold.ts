/** Ten minutes on one unit of an opening: who may have them, decided from facts read under the locks of family and slot. */
import type { Claim, Hold, Slot } from "../../../../schema/rows.js";
import type { HoldState } from "../../../../schema/states.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { HOLD_MINUTES, HOLD_RENEWALS, HOLDS_PER_FAMILY, HOLDS_PER_MEMBER } from "../capacity-limits.js";

export type HoldFile = {
  readonly claim: Readonly<Pick<Claim, "id" | "memberId" | "serviceCode">> & { readonly familyId: string };
  readonly slot: Readonly<Pick<Slot, "id" | "clinicId" | "practitionerId" | "providerId">>;
  /** A live hold of this claim for its service, if there is one. */
  readonly holdsAlready: boolean;
  readonly memberHolds: number;
  readonly familyHolds: number;
  /** The database's clock. */
  readonly now: Date;
};

/** `state` is as stored: a hold past its time is PENDING here and worth nothing all the same. */
export type HoldSeen = Readonly<
  Pick<Hold, "id" | "slotId" | "claimId" | "memberId" | "serviceCode" | "state" | "expiresAt" | "renewals"> &
    Pick<Slot, "clinicId" | "practitionerId" | "providerId">
> & { readonly now: Date };

/** What stands against one more hold; whether the claim may book the opening at all is said as for a booking (bookings/booking.ts). */
export function holdRefusals({ holdsAlready, memberHolds, familyHolds }: HoldFile): Refusal[] {
  const found: Refusal[] = [];
  const remedy = "Release a hold, book it, or wait until it expires.";
  if (holdsAlready) found.push(refusal("HOLD_EXISTS", "This claim already holds a time.", { path: ["input", "claimId"], remedy }));
  if (memberHolds >= HOLDS_PER_MEMBER)
    found.push(
      refusal("TOO_MANY_HOLDS", `A member holds at most ${HOLDS_PER_MEMBER} times at once.`, {
        path: ["input", "claimId"],
        remedy,
        retryable: true,
      }),
    );
  if (familyHolds >= HOLDS_PER_FAMILY)
    found.push(
      refusal("TOO_MANY_HOLDS_IN_FAMILY", `A family holds at most ${HOLDS_PER_FAMILY} times at once.`, {
        path: ["input", "claimId"],
        remedy,
        retryable: true,
      }),
    );
  return found;
}

export function expiryFrom(now: Date): Date {
  return new Date(now.getTime() + HOLD_MINUTES * 60_000);
}

export function isLive(hold: Pick<HoldSeen, "state" | "expiresAt" | "now">): boolean {
  return hold.state === "PENDING" && hold.expiresAt.getTime() > hold.now.getTime();
}

/** The state as everyone must see it: expired at the moment it expires, with nobody sweeping. */
export function stateOf(hold: Pick<HoldSeen, "state" | "expiresAt" | "now">): HoldState {
  return hold.state === "PENDING" && !isLive(hold) ? "EXPIRED" : hold.state;
}

export function renewalRefusals(hold: HoldSeen): Refusal[] {
  const path = ["input", "holdId"];
  if (hold.state === "CONFIRMED") return [refusal("HOLD_BOOKED", "The time is booked; it needs no hold any more.", { path })];
  if (!isLive(hold)) return [refusal("HOLD_EXPIRED", "The hold has ended.", { path, remedy: "Hold the time again if it is still free." })];
  if (hold.renewals >= HOLD_RENEWALS)
    return [refusal("HOLD_ALREADY_RENEWED", "A hold is renewed once.", { path, remedy: "Book the time, or let it go." })];
  return [];
}

export function releaseRefusals(hold: HoldSeen): Refusal[] {
  if (hold.state !== "CONFIRMED") return [];
  return [refusal("HOLD_BOOKED", "The time is booked.", { path: ["input", "holdId"], remedy: "Cancel the booking instead." })];
}
