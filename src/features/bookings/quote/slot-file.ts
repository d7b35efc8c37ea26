/** What a booking needs to know about one opening, as read beside the claim's case file. */
import type { JsonOf } from "../../../../schema/columns-of.js";
import { localDateOf } from "../../../kernel/calendar.js";
import { SETTINGS } from "../../../rules/data/settings.js";
import type { Opening } from "./bookable.js";
import type { RateInForce, TariffInForce } from "../../rates/quote.js";

export type SlotFacts = Omit<
  JsonOf<"slot">,
  "external_id" | "service_mask" | "held_until" | "overlap_allowed" | "source" | "version" | "published_at"
>;

export type SlotFile = {
  readonly slot: SlotFacts;
  readonly serves: boolean;
  /** Bits of all services it serves, as a decimal number. */
  readonly service_mask: string;
  readonly clinic: Pick<JsonOf<"clinic">, "name" | "treats_children" | "cancellation_hours">;
  readonly practitioner: Pick<JsonOf<"practitioner">, "treats_children" | "gender">;
  /** What holds on the day of the treatment. */
  readonly provider: { readonly has_public_agreement: boolean; readonly authorised: boolean; readonly in_network: boolean };
  readonly seats_taken: readonly number[];
  /** Live holds on this slot, not counting this claim's own. */
  readonly other_holds: number;
  readonly own_hold_id: string | null;
  /** The member has another confirmed appointment that overlaps the slot. */
  readonly member_busy: boolean;
  readonly next_reference: string | null;
  /** `used`: it priced a booking before, so it already keeps its figures. */
  readonly rates: readonly (RateInForce & { readonly used: boolean })[];
  readonly tariffs: readonly TariffInForce[];
};

/** The lowest unit nobody has; null when all are taken. */
export function freeSeat({ slot, seats_taken }: Pick<SlotFile, "slot" | "seats_taken">): number | null {
  if (slot.booked >= slot.capacity) return null;
  for (let seat = 1; seat <= slot.capacity; seat += 1) if (!seats_taken.includes(seat)) return seat;
  return null;
}

/** Until when a member cancels free of charge: the limit of the slot, else the clinic's, else the setting (ABS-LATE-CANCEL). */
export function freeCancellationUntil({ slot, clinic }: Pick<SlotFile, "slot" | "clinic">): Date {
  const hours = slot.cancellation_hours ?? clinic.cancellation_hours ?? SETTINGS.lateCancellationHours;
  return new Date(Date.parse(slot.starts_at) - hours * 3_600_000);
}

/** The opening as the rules look at it. */
export function openingOf({
  slot,
  clinic,
  practitioner,
  provider,
}: Pick<SlotFile, "slot" | "clinic" | "practitioner" | "provider">): Opening {
  return {
    startsAt: slot.starts_at,
    channel: slot.channel,
    audience: slot.audience,
    funding: slot.funding,
    onCall: slot.on_call,
    treatsChildren: clinic.treats_children && practitioner.treats_children,
    hasPublicAgreement: provider.has_public_agreement,
    authorised: provider.authorised,
  };
}

/** The Danish day of the treatment: the year a limit is charged to (BOK-YEAR-BY-TREATMENT). */
export function dayOf({ slot }: { readonly slot: Pick<SlotFacts, "starts_at"> }): string {
  return localDateOf(slot.starts_at);
}
