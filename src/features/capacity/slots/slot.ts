import type { Slot } from "../../../../schema/rows.js";

/** An opening as anyone may see it. Instants come as dates from a row and as text from JSON. */
export type SlotSeen = Readonly<
  Pick<Slot, "id" | "clinicId" | "practitionerId" | "channel" | "audience" | "funding" | "capacity" | "state" | "onCall">
> & {
  readonly startsAt: Date | string;
  readonly endsAt: Date | string;
  readonly languages: readonly string[];
  /** Units nobody has booked or holds at the time of reading; computed, never stored. */
  readonly freeUnits: number;
  readonly services: readonly string[];
  readonly cancellationHours: number | null;
  /** The clinic's own key; null for staff of any other. */
  readonly externalId: string | null;
};
