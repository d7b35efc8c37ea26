/**
 * The promise as a bipartite flow: open claims with a running guarantee on one side, free units of capacity on the other.
 * Days are whole numbers since 1970-01-01 in the clinic's calendar, so that a deadline is one comparison. The calendar
 * rules (GUA-*, CAL-*) have been applied before a claim comes here: what remains is which unit may serve which claim.
 *
 * A unit may serve a claim when service, cover, channel, age, language, gender and a designated clinic or practitioner fit, the day is
 * no earlier than the member wishes and no later than the deadline, and the clinic lies within the radius. A remote channel knows no
 * radius.
 *
 * An opening often serves several services and can be used once. Services joined by such openings form a pool: claims and
 * units of one pool compete, and name it; what may serve what is still asked service by service.
 */
export type Channel = "IN_PERSON" | "ONLINE" | "PHONE";

export type OpenClaim = {
  readonly id: string;
  readonly service: string;
  /** Services that share units in this instance; absent when units of this service serve no other. */
  readonly pool?: string;
  /** The cover the claim is made under, e.g. "BASE". */
  readonly under: string;
  readonly channels: readonly Channel[];
  readonly child: boolean;
  /** One bit per language the member can be treated in; 0 when any will do. */
  readonly languages: number;
  readonly gender?: "FEMALE" | "MALE";
  /** The one clinic that may see the claim, where one is designated; absent when any may. */
  readonly clinicId?: string;
  /** The one practitioner there, where one is designated. */
  readonly practitionerId?: string;
  /** Where the radius is drawn: the member's place, or the designated clinic's. */
  readonly lat: number;
  readonly lon: number;
  readonly postalCode: string;
  readonly radiusKm: number;
  readonly earliestOn: number;
  readonly targetOn: number;
  readonly deadlineOn: number;
  /** When the claim was reported, in milliseconds since 1970: of two with the same last day, who has waited longer has the place. */
  readonly waitingSince: number;
  /** Whom a withdrawal places first whatever the days, lowest first; 0 when absent. */
  readonly precedence?: number;
};

export type UnitBucket = {
  readonly id: string;
  readonly clinicId: string;
  readonly service: string;
  /** All services a unit can be used for, where there are several. */
  readonly serves?: readonly string[];
  readonly pool?: string;
  readonly dayOn: number;
  readonly channel: Channel;
  readonly treatsChildren: boolean;
  /** False for units kept for children; absent when adults may use them. */
  readonly adults?: boolean;
  readonly languages: number;
  readonly gender?: "FEMALE" | "MALE";
  /** Whose units they are, where somebody waits for that practitioner alone. */
  readonly practitionerId?: string;
  /** The covers these units are open to; absent when open to every cover. */
  readonly covers?: readonly string[];
  readonly lat: number;
  readonly lon: number;
  readonly units: number;
};

export type Assignment = { readonly claimId: string; readonly bucketId: string };

/** The witness: where every placed claim could be seen in time. A plan, not a booking. Sorted by claim. */
export type Plan = { readonly assignments: readonly Assignment[]; readonly unplaced: readonly string[] };

/** Hall's theorem: these claims can reach no units but these, and there are fewer units than claims. */
export type Certificate = {
  readonly service: string;
  readonly claims: readonly string[];
  readonly buckets: readonly string[];
  readonly units: number;
  /** Claims minus units: how many of them no plan can place. */
  readonly deficiency: number;
};
