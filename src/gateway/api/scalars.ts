/**
 * The scalars of the API: those of graphql-scalars behind our wrapper, narrowed to what this product can keep. Where one of
 * theirs is not used, its reason stands beside ours (decision 0050).
 */
import { GraphQLInt } from "graphql";
import {
  GraphQLCountryCode,
  GraphQLCurrency,
  GraphQLDateTime,
  GraphQLEmailAddress,
  GraphQLHexadecimal,
  GraphQLIBAN,
  GraphQLLatitude,
  GraphQLLocalDate,
  GraphQLLocale,
  GraphQLLocalEndTime,
  GraphQLLocalTime,
  GraphQLLongitude,
  GraphQLNonNegativeInt,
  GraphQLPhoneNumber,
  GraphQLPositiveInt,
  GraphQLPostalCode,
  GraphQLUUID,
} from "graphql-scalars";
import { refusingScalar } from "./refusing.js";

const isText = (value: unknown): boolean => typeof value === "string";
const isNumber = (value: unknown): boolean => typeof value === "number";

const WHOLE = /^-?\d{1,19}$/;
/** Ten thousand million kroner in øre: beyond every amount of a health insurer, and sums of many still fit into 64 bits. */
const MOST_TAKEN = 10n ** 12n;

/** Ours: theirs answers a number up to 2^53 and a string above, so that one field has two types, and reads beyond 64 bits. */
export const BigIntScalar = refusingScalar<bigint, string>(null, {
  name: "BigInt",
  description:
    'A whole number of up to 64 bits, always written as a decimal string, e.g. "89500", so that no client rounds it. As an input from -1000000000000 to 1000000000000.',
  wants: "a whole number written as a string, at most 1000000000000 either way",
  specifiedBy: "https://www.rfc-editor.org/rfc/rfc8259#section-6",
  read: (value: unknown) => {
    const text = Number.isSafeInteger(value) ? String(value) : value;
    if (typeof text !== "string" || !WHOLE.test(text)) return null;
    const number = BigInt(text);
    return number >= -MOST_TAKEN && number <= MOST_TAKEN ? number : null;
  },
  write: (value) => {
    if (typeof value === "bigint") return value.toString();
    if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
    if (typeof value === "string" && WHOLE.test(value)) return value;
    throw new TypeError("BigInt got something that is no whole number");
  },
});

/** Wide of every birth and every contract, and inside what the database and the calendar can count with. */
const inRange = (day: string): boolean => day >= "1900-01-01" && day <= "2199-12-31";

/** As it is answered: what a store has already written this way is not read and written again. */
const READY = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

export const DateTime = refusingScalar<Date, string>(GraphQLDateTime, {
  name: "DateTime",
  description: 'An instant (RFC 3339) with its offset, e.g. "2026-03-02T08:30:00+01:00", from 1900 to 2199; answered in UTC.',
  wants: "an instant with its offset, like 2026-03-02T08:30:00+01:00, from 1900 to 2199",
  specifiedBy: "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
  // the day as written and the day in UTC: an offset may lead over the edge
  takes: (value) => typeof value === "string" && value.length <= 40 && inRange(value.slice(0, 10)),
  read: (date: Date) => (inRange(date.toISOString().slice(0, 10)) ? date : null),
  write: (value) => {
    if (typeof value === "string" && READY.test(value)) return value;
    // rows that came through JSON in the database carry their instants as text, "+00:00" instead of "Z"
    const date = value instanceof Date ? value : typeof value === "string" ? new Date(value) : null;
    if (date === null || Number.isNaN(date.getTime())) throw new TypeError("DateTime got something that is no instant");
    return date.toISOString();
  },
});

export const LocalDate = refusingScalar<string>(GraphQLLocalDate, {
  name: "LocalDate",
  description: 'A calendar day in Europe/Copenhagen, e.g. "2026-03-02", from 1900 to 2199. It has no time and no zone.',
  wants: "a day of the calendar, like 2026-03-02, from 1900 to 2199",
  specifiedBy: "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
  read: (day: string) => (inRange(day) ? day : null),
});

/** Theirs, to the minute: our schedules know no seconds. */
const MINUTE = /^\d\d:\d\d$/;
const toTheMinute = (value: unknown): boolean => typeof value === "string" && MINUTE.test(value);

export const LocalTime = refusingScalar<string>(GraphQLLocalTime, {
  name: "LocalTime",
  description: 'A time of the Danish clock to the minute, e.g. "08:30".',
  wants: "a time of the day to the minute, like 08:30",
  specifiedBy: "https://the-guild.dev/graphql/scalars/docs/scalars/local-time",
  takes: toTheMinute,
});

export const LocalEndTime = refusingScalar<string>(GraphQLLocalEndTime, {
  name: "LocalEndTime",
  description: 'A time of the Danish clock to the minute that ends something; "24:00" is the midnight that ends the day.',
  wants: "a time of the day to the minute, like 16:00, or 24:00",
  specifiedBy: "https://the-guild.dev/graphql/scalars/docs/scalars/local-end-time",
  takes: toTheMinute,
});

export const UUID = refusingScalar<string>(GraphQLUUID, {
  name: "UUID",
  description: 'A UUID, e.g. "0197f3a1-6c1e-7cc3-98c4-dc0c0c07398f". Choose a random one.',
  wants: "a UUID",
  specifiedBy: "https://www.rfc-editor.org/rfc/rfc9562",
  // theirs takes braces, with or without an end
  takes: (value) => typeof value === "string" && value.length === 36,
  read: (id: string) => id.toLowerCase(),
});

/** The database counts in 32 bits; theirs take text, cut 1.5 to 1, and go up to 2^53. */
const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) < 2 ** 31;

/** As Int answers, and a count that has gone below what its field promises is a fault of ours, not an answer. */
const countFrom =
  (least: number) =>
  (value: unknown): number => {
    const count = GraphQLInt.serialize(value);
    if (count < least) throw new TypeError(`a count below ${least}`);
    return count;
  };

export const PositiveInt = refusingScalar<number>(GraphQLPositiveInt, {
  name: "PositiveInt",
  description: "A whole number of 32 bits, 1 or more.",
  wants: "a whole number, 1 or more",
  specifiedBy: "https://the-guild.dev/graphql/scalars/docs/scalars/positive-int",
  takes: isCount,
  write: countFrom(1),
});

export const NonNegativeInt = refusingScalar<number>(GraphQLNonNegativeInt, {
  name: "NonNegativeInt",
  description: "A whole number of 32 bits, 0 or more.",
  wants: "a whole number, 0 or more",
  specifiedBy: "https://the-guild.dev/graphql/scalars/docs/scalars/non-negative-int",
  takes: isCount,
  write: countFrom(0),
});

export const Latitude = refusingScalar<number>(GraphQLLatitude, {
  name: "Latitude",
  description: "Latitude in decimal degrees (WGS 84), north positive, e.g. 56.1572.",
  wants: "degrees from -90 to 90",
  specifiedBy: "https://the-guild.dev/graphql/scalars/docs/scalars/latitude",
  takes: isNumber,
});

export const Longitude = refusingScalar<number>(GraphQLLongitude, {
  name: "Longitude",
  description: "Longitude in decimal degrees (WGS 84), east positive, e.g. 10.2107.",
  wants: "degrees from -180 to 180",
  specifiedBy: "https://the-guild.dev/graphql/scalars/docs/scalars/longitude",
  takes: isNumber,
});

/** Theirs knows twenty countries, and a clinic of ours is in one. */
export const PostalCode = refusingScalar<string>(GraphQLPostalCode, {
  name: "PostalCode",
  description: 'A Danish postal code, four digits, e.g. "8000".',
  wants: "four digits",
  specifiedBy: "https://en.wikipedia.org/wiki/Postal_codes_in_Denmark",
  takes: (value) => typeof value === "string" && /^\d{4}$/.test(value),
});

/** Their Locale, narrowed: openings and wishes are matched by these two letters, and "da-DK" would meet no "da". */
export const LanguageTag = refusingScalar<string>(GraphQLLocale, {
  name: "LanguageTag",
  description: 'A language by its two letters of ISO 639-1, the shortest tag of BCP 47, e.g. "da".',
  wants: "two lower-case letters of ISO 639-1, like da",
  specifiedBy: "https://www.rfc-editor.org/rfc/rfc5646",
  takes: (value) => typeof value === "string" && /^[a-z]{2}$/.test(value),
});

export const CountryCode = refusingScalar<string>(GraphQLCountryCode, {
  name: "CountryCode",
  description: 'A country by ISO 3166-1 alpha-2, e.g. "DK".',
  wants: "two capital letters of ISO 3166-1, like DK",
  specifiedBy: "https://www.iso.org/iso-3166-country-codes.html",
  // the rules compare it as written
  takes: (value) => typeof value === "string" && /^[A-Z]{2}$/.test(value),
});

export const Currency = refusingScalar<string>(GraphQLCurrency, {
  name: "Currency",
  description: "A currency by ISO 4217; here always DKK.",
  wants: "three letters of ISO 4217, like DKK",
  specifiedBy: "https://www.iso.org/iso-4217-currency-codes.html",
});

export const EmailAddress = refusingScalar<string>(GraphQLEmailAddress, {
  name: "EmailAddress",
  description: "An e-mail address.",
  wants: "an e-mail address",
  specifiedBy: "https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address",
  takes: isText,
});

export const PhoneNumber = refusingScalar<string>(GraphQLPhoneNumber, {
  name: "PhoneNumber",
  description: 'A telephone number with its country code, e.g. "+45 70 00 00 00".',
  wants: "a telephone number, like +45 70 00 00 00",
  specifiedBy: "https://www.itu.int/rec/T-REC-E.164",
});

export const IBAN = refusingScalar<string>(GraphQLIBAN, {
  name: "IBAN",
  description: "An international bank account number (ISO 13616), spaces allowed; its check digits are tested.",
  wants: "an IBAN whose check digits are right",
  specifiedBy: "https://www.swift.com/standards/data-standards/iban-international-bank-account-number",
  takes: isText,
});

export const Hexadecimal = refusingScalar<string>(GraphQLHexadecimal, {
  name: "Hexadecimal",
  description: "Bytes, written in hexadecimal digits.",
  wants: "hexadecimal digits",
  specifiedBy: "https://www.rfc-editor.org/rfc/rfc4648#section-8",
  takes: isText,
});
