/** An opening as anyone may see it. Instants come as dates from a row and as text from JSON. */
export type SlotSeen = {
  readonly id: string;
  readonly clinicId: string;
  readonly practitionerId: string;
  readonly startsAt: Date | string;
  readonly endsAt: Date | string;
  readonly channel: string;
  readonly audience: string;
  readonly languages: readonly string[];
  readonly funding: string;
  readonly capacity: number;
  /** Units nobody has booked or holds at the time of reading; computed, never stored. */
  readonly freeUnits: number;
  readonly services: readonly string[];
  readonly cancellationHours: number | null;
  readonly state: string;
  readonly onCall: boolean;
  /** The clinic's own key; null for staff of any other. */
  readonly externalId: string | null;
};
