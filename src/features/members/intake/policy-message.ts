/**
 * One message of the policy system: what a person is and what one of their policies says, whole, as of a version. What a message
 * leaves out is not so. Of two messages the one with the higher version holds, in whatever order they come. Pure.
 */
import { isLocalDate, type LocalDate } from "../../../kernel/calendar.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import type { RefusalCode } from "../../../kernel/refusal-codes.js";
import { columnKey } from "../../../kernel/spreadsheet.js";
import { OPTIONS, PRODUCTS, ROLES, SCHEMES, type Option, type Product, type Role, type Scheme } from "../../../rules/codes.js";
import { GENDERS } from "../member-words.js";

export type PersonSaid = {
  readonly externalKey: string;
  readonly givenNames: string;
  readonly familyName: string;
  readonly birthDate: LocalDate;
  readonly gender: string;
  /** Ten digits. */
  readonly civilNumber: string | null;
  readonly identitySubject: string | null;
  /** Persons with the same key are one family. */
  readonly familyKey: string | null;
  readonly addressLine: string | null;
  readonly postnr: string | null;
  readonly protectedAddress: boolean;
  readonly phone: string | null;
  readonly email: string | null;
  readonly residence: string;
};

export type PolicySaid = {
  readonly externalKey: string;
  readonly product: Product;
  readonly role: Role;
  readonly scheme: Scheme;
  readonly coverStart: LocalDate;
  readonly coverEnd: LocalDate | null;
  readonly seniorityFrom: LocalDate | null;
  readonly optional: readonly Option[];
  readonly paidThrough: LocalDate | null;
  readonly groupChildAge: number;
  readonly suspended: boolean;
  readonly danmarkMember: boolean;
};

export type PolicyMessage = { readonly version: bigint; readonly person: PersonSaid; readonly policy: PolicySaid | null };

/** The names under which a message carries a fact, in files and in the API, and what each means; the documentation has this list. */
export const MESSAGE_FIELDS = {
  memberKey: "the person's key in the policy system, 1 to 64 characters",
  version: "a whole number that grows with each change there, e.g. its sequence number or the milliseconds of the change",
  givenNames: "given names, 1 to 120 characters",
  familyName: "family name, 1 to 120 characters",
  birthDate: "birth date, YYYY-MM-DD",
  gender: "FEMALE, MALE, OTHER or UNKNOWN (default)",
  civilNumber: "civil registration number, ten digits with or without a hyphen",
  subject: "subject of the person's login at the identity broker",
  familyKey: "persons with the same key are one family",
  addressLine: "street and number, up to 200 characters",
  postalCode: "postal code, four digits in Denmark",
  protectedAddress: "true where the address is protected; default false",
  phone: "telephone, e.g. +45 20 12 34 56; eight digits are Danish",
  email: "e-mail",
  residence: "country of residence, ISO 3166-1; default DK",
  policyKey: "the policy's key in the policy system, 1 to 64 characters; without it the message is about the person alone",
  product: "OCCUPATIONAL or FLEX",
  role: "EMPLOYEE, POLICYHOLDER, SPOUSE, CHILD or GROUP_CHILD",
  scheme: "MANDATORY, VOLUNTARY or PRIVATE",
  coverStart: "first day of cover, YYYY-MM-DD",
  coverEnd: "last day of cover; empty while open. What was approved in time runs off for three months by itself (MEM-RUNOFF-3M)",
  seniorityFrom: "earlier start carried over by direct transfer (MEM-WAIT-SENIORITY)",
  options: 'optional covers, separated by "|" or a space',
  paidThrough: "last day the premium is paid for, of a co-insured child (MEM-CHILD-PAID-PERIOD)",
  groupChildAge: "age at which group child cover ends, 18 to 30; default 24",
  suspended: "true while the right is lost because the premium is not paid (MEM-UNPAID); default false",
  danmarkMember: "true for a member of Sygeforsikringen 'danmark'; default false",
} as const;
export type MessageField = keyof typeof MESSAGE_FIELDS;

const BY_COLUMN_KEY = new Map((Object.keys(MESSAGE_FIELDS) as MessageField[]).map((name) => [columnKey(name), name]));

/** member_key, Member Key and memberKey are the same field. */
export function messageFieldNamed(name: string): MessageField | null {
  return BY_COLUMN_KEY.get(columnKey(name)) ?? null;
}

const OF_POLICY: readonly MessageField[] = [
  "product",
  "role",
  "scheme",
  "coverStart",
  "coverEnd",
  "seniorityFrom",
  "options",
  "paidThrough",
  "groupChildAge",
  "suspended",
  "danmarkMember",
];

export type MessageRow = Readonly<Partial<Record<MessageField, unknown>>>;

/** Every fault of a row at once, or the message it is. Faults repeat nothing of what was sent: it is about a person. */
export function readMessage(row: MessageRow, isCivilNumber: (text: string) => string | null): PolicyMessage | readonly Refusal[] {
  const read = reader(row);
  const version = read.version();
  const person = personIn(read, isCivilNumber);
  const policy = policyIn(read);
  if (policy !== null && read.text("memberKey", 64) === null) read.orphan();
  if (policy !== null && policy.coverEnd !== null && policy.coverEnd < policy.coverStart)
    read.no("DAY_IMPOSSIBLE", "coverEnd", "The last day of cover lies before the first.");
  return read.faults.length > 0 ? read.faults : { version, person, policy };
}

type Reader = ReturnType<typeof reader>;

function personIn(read: Reader, isCivilNumber: (text: string) => string | null): PersonSaid {
  const residence = read.text("residence", 2)?.toUpperCase() ?? "DK";
  if (!/^[A-Z]{2}$/.test(residence)) read.no("VALUE_UNKNOWN", "residence", "residence is a country of two letters.");
  const postnr = read.text("postalCode", 12);
  if (postnr !== null && residence === "DK" && !/^\d{4}$/.test(postnr))
    read.no("VALUE_UNKNOWN", "postalCode", "A Danish postal code has four digits.");
  const written = read.text("civilNumber", 11);
  const civilNumber = written === null ? null : isCivilNumber(written);
  if (written !== null && civilNumber === null) read.no("CIVIL_NUMBER_INVALID", "civilNumber", "This is no civil registration number.");
  return {
    externalKey: read.needed("memberKey", 64),
    givenNames: read.needed("givenNames", 120),
    familyName: read.needed("familyName", 120),
    birthDate: read.day("birthDate") ?? read.missing("birthDate"),
    gender: GENDERS[read.choice("gender", Object.keys(GENDERS) as (keyof typeof GENDERS)[], "UNKNOWN")],
    civilNumber,
    identitySubject: read.text("subject", 128),
    familyKey: read.text("familyKey", 64),
    addressLine: read.text("addressLine", 200),
    postnr,
    protectedAddress: read.yes("protectedAddress"),
    phone: phoneIn(read),
    email: emailIn(read),
    residence,
  };
}

function policyIn(read: Reader): PolicySaid | null {
  const externalKey = read.text("policyKey", 64);
  if (externalKey === null) {
    const said = OF_POLICY.filter((field) => read.text(field, 200) !== null);
    for (const field of said.slice(0, 1)) read.no("FIELD_MISSING", "policyKey", `${field} is of a policy, and no policyKey is given.`);
    return null;
  }
  const age = read.whole("groupChildAge") ?? 24;
  if (age < 18 || age > 30) read.no("NUMBER_INVALID", "groupChildAge", "groupChildAge is 18 to 30.");
  return {
    externalKey,
    product: read.choice("product", PRODUCTS, null),
    role: read.choice("role", ROLES, null),
    scheme: read.choice("scheme", SCHEMES, null),
    coverStart: read.day("coverStart") ?? read.missing("coverStart"),
    coverEnd: read.day("coverEnd"),
    seniorityFrom: read.day("seniorityFrom"),
    optional: read.choices("options", OPTIONS),
    paidThrough: read.day("paidThrough"),
    groupChildAge: age,
    suspended: read.yes("suspended"),
    danmarkMember: read.yes("danmarkMember"),
  };
}

/** As E.164 writes it: +4520123456. */
export function e164(written: string): string | null {
  const digits = written.replace(/[\s().-]/g, "").replace(/^00/, "+");
  if (/^\d{8}$/.test(digits)) return `+45${digits}`;
  return /^\+\d{6,15}$/.test(digits) ? digits : null;
}

function phoneIn(read: Reader): string | null {
  const written = read.text("phone", 40);
  if (written === null) return null;
  return e164(written) ?? read.no("VALUE_UNKNOWN", "phone", "phone is a telephone number such as +45 20 12 34 56.");
}

function emailIn(read: Reader): string | null {
  const written = read.text("email", 254);
  if (written === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(written)) return written;
  return read.no("VALUE_UNKNOWN", "email", "email is an address such as name@example.dk.");
}

/** NUL and half surrogates: no such text can be stored, and none was meant. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

function reader(row: MessageRow) {
  const faults: Refusal[] = [];
  const no = (code: RefusalCode, field: MessageField, message: string): null => {
    if (!faults.some(({ path }) => path[0] === field))
      faults.push(refusal(code, message, { path: [field], remedy: MESSAGE_FIELDS[field] }));
    return null;
  };
  const text = (field: MessageField, most: number): string | null => {
    const value = row[field];
    if (value === undefined || value === null || value === "") return null;
    if (Array.isArray(value)) return value.length === 0 ? null : value.join("|");
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean")
      return no("FIELD_INVALID", field, `${field} has the wrong type.`);
    const trimmed = String(value).trim();
    if (UNSTORABLE.test(trimmed)) return no("FIELD_INVALID", field, `${field} holds a character that is none.`);
    if (trimmed.length > most) return no("FIELD_TOO_LONG", field, `${field} has at most ${most} characters.`);
    return trimmed === "" ? null : trimmed;
  };
  const missing = (field: MessageField): string => no("FIELD_MISSING", field, `${field} is missing.`) ?? "";
  const isOf = <T extends string>(of: readonly T[], written: string): written is T => of.some((each) => each === written);
  return {
    faults,
    no,
    text,
    missing,
    /** Instead of a field that is missing: what is missing is the person. */
    orphan(): void {
      faults.splice(0, faults.length, ...faults.filter(({ path }) => path[0] !== "memberKey"));
      faults.push(
        refusal("POLICY_WITHOUT_MEMBER", "A policy needs the person it covers.", {
          path: ["memberKey"],
          remedy: "Send the policy together with the person's key, name and birth date.",
        }),
      );
    },
    needed: (field: MessageField, most: number): string => text(field, most) ?? missing(field),
    version(): bigint {
      const written = text("version", 40);
      if (written === null) missing("version");
      else if (!/^\d{1,15}$/.test(written)) no("NUMBER_INVALID", "version", "version is a whole number of at most 15 digits.");
      else return BigInt(written);
      return 0n;
    },
    day(field: MessageField): LocalDate | null {
      const written = text(field, 10);
      if (written === null || isLocalDate(written)) return written;
      return no("DAY_INVALID", field, `${field} is a day such as 2026-03-01.`);
    },
    whole(field: MessageField): number | null {
      const written = text(field, 10);
      if (written === null) return null;
      return /^\d{1,6}$/.test(written) ? Number(written) : no("NUMBER_INVALID", field, `${field} is a whole number.`);
    },
    yes(field: MessageField): boolean {
      const written = text(field, 5)?.toLowerCase() ?? "false";
      if (written !== "true" && written !== "false") no("VALUE_UNKNOWN", field, `${field} is true or false.`);
      return written === "true";
    },
    /** Without a fallback the field is needed. */
    choice<T extends string>(field: MessageField, of: readonly T[], fallback: T | null): T {
      const written = text(field, 40)?.toUpperCase();
      if (written !== undefined && isOf(of, written)) return written;
      if (written !== undefined) no("VALUE_UNKNOWN", field, `${field} is one of ${of.join(", ")}.`);
      else if (fallback === null) missing(field);
      return fallback ?? (of[0] as T);
    },
    choices<T extends string>(field: MessageField, of: readonly T[]): T[] {
      const written = (text(field, 200) ?? "")
        .toUpperCase()
        .split(/[|,\s]+/)
        .filter(Boolean);
      if (!written.every((each) => isOf(of, each))) no("VALUE_UNKNOWN", field, `${field} are of ${of.join(", ")}.`);
      return of.filter((each) => written.includes(each));
    },
  };
}
