/**
 * From the record of a claim to what the matching knows of it: days, place, and the wishes a unit must meet. The dates are
 * those the rules stored with the claim (GUA-*); nothing is computed anew here.
 */
import type { ColumnsOf } from "../../../../schema/columns-of.js";
import { wishesOf } from "../../bookings/book/wishes.js";
import { stillHeld, type HeldWish } from "../../../rules/wishes.js";
import { ageOn, dayNumber } from "../../../kernel/calendar.js";
import { dayWith } from "../../../kernel/day.js";
import type { Service } from "../../../rules/codes.js";
import { channelsOffered } from "./channels.js";
import type { OpenClaim } from "../../../matching/model.js";

/** One open claim as the store reads it. */
export type PromiseRow = Pick<ColumnsOf<"claim">, "id" | "product" | "under" | "wishes" | "target_on"> &
  Pick<ColumnsOf<"service">, "bit" | "radius_km"> &
  Pick<ColumnsOf<"member">, "birth_date"> &
  Pick<ColumnsOf<"postal_code">, "lat" | "lon" | "region_code"> & {
    readonly service: Service;
    /** A consent holds today. */
    readonly consented: boolean;
    readonly wished_not_before: string | null;
    readonly latest_on: string;
    /** When the claim was reported, in milliseconds since 1970. */
    readonly waiting_since_ms: number;
    readonly postnr: string | null;
    /** The clinic designated for the claim (PRV-DESIGNATED): `lat` and `lon` are its place then, however far it is from home. */
    readonly designated_clinic_id: string | null;
    /** The practitioner there, where one is named. */
    readonly designated_practitioner_id: string | null;
  };

/** Under this age a member is a child for a clinic: it needs somebody who treats children (PRV-*, booking's own check). */
const ADULT_AGE = 18;

/** The bit of each language somebody asks for. Languages nobody asks for need none: any will do. */
export type LanguageBits = ReadonlyMap<string, number>;

/** A mask has 31 bits to spare; rarer languages than the first 31 share the last. */
const MOST_LANGUAGES = 31;

export function languageBits(rows: readonly PromiseRow[]): LanguageBits {
  const wished = new Set(rows.flatMap((row) => wishesOf(row.wishes).language ?? []));
  return new Map([...wished].sort().map((language, i) => [language, 1 << Math.min(i, MOST_LANGUAGES - 1)]));
}

export type OpenClaimOptions = {
  readonly pool: string | undefined;
  readonly languages: LanguageBits;
  /** Wishes that its unit need not meet. */
  readonly aside?: readonly HeldWish[];
};

/** `today` is a day number: nobody is seen in the past. A member without a known place can be treated from afar only. */
export function openClaimOf(row: PromiseRow, today: number, { pool, languages, aside = [] }: OpenClaimOptions): OpenClaim {
  const deadlineOn = dayNumber(row.latest_on);
  const wishes = stillHeld(wishesOf(row.wishes), aside);
  // a birthday in between counts from its day on: what holds on both ends holds throughout
  const ages = [ageOn(row.birth_date, dayWith(today)), ageOn(row.birth_date, row.latest_on)] as const;
  const later = new Set(channelsOffered(row, ages[1]));
  const permitted = channelsOffered(row, ages[0]).filter((channel) => later.has(channel));
  const narrowed = permitted.filter((channel) => wishes.channel === null || channel === wishes.channel);
  const known = row.lat !== null && row.lon !== null;
  return {
    id: row.id,
    service: row.service,
    ...(pool === undefined ? {} : { pool }),
    under: row.under,
    channels: (narrowed.length > 0 ? narrowed : permitted).filter((channel) => known || channel !== "IN_PERSON"),
    child: ages[0] < ADULT_AGE,
    languages: wishes.language === null ? 0 : (languages.get(wishes.language) ?? 0),
    ...genderOf(wishes.gender),
    ...(row.designated_clinic_id === null ? {} : { clinicId: row.designated_clinic_id }),
    ...(row.designated_practitioner_id === null ? {} : { practitionerId: row.designated_practitioner_id }),
    lat: row.lat ?? 0,
    lon: row.lon ?? 0,
    postalCode: row.postnr ?? "",
    radiusKm: row.radius_km,
    earliestOn: Math.max(today, ...[row.wished_not_before, wishes.notBefore].map((day) => (day === null ? today : dayNumber(day)))),
    targetOn: row.target_on === null ? deadlineOn : dayNumber(row.target_on),
    deadlineOn,
    waitingSince: row.waiting_since_ms,
  };
}

/** Of the practitioner, as the directory writes it or as the model does. */
export function genderOf(text: string | null): { readonly gender?: "FEMALE" | "MALE" } {
  const gender = text?.toUpperCase();
  return gender === "FEMALE" || gender === "MALE" ? { gender } : {};
}
