/**
 * A line about a company, a clinic or a practitioner, as it came in and as far as it can be judged by itself. What it must be
 * compared with (the register, the other lines) is judged in plan-lines.ts.
 */
import type { CredentialKind, NetworkPart } from "../../../../schema/states.js";
import { ACCESSIBILITY_CODES } from "../../../../schema/states.js";
import { isCvr, isGln, passesVerhoeff } from "../../../kernel/check-digits.js";
import type { Refusal } from "../../../kernel/refusal.js";
import { CHANNELS, SERVICES, type Channel, type Service } from "../../../rules/codes.js";
import { PROFESSIONS, PROVIDER_KIND_CODES } from "../kinds/index.js";
import { fault, RowReader, type Cell, type Row } from "./row-reader.js";

/** A dated fact that a line states; it counts once a second person has agreed. */
export type CredentialDraft = {
  readonly kind: CredentialKind;
  readonly number: string | null;
  readonly validFrom: string;
  /** First day it no longer holds; null while open. */
  readonly validUntil: string | null;
  readonly source: string;
};
type Offer = { readonly service: Service; readonly channels: readonly Channel[] };

/** Columns of the table as the line states them: those it leaves out are not there. */
type Stated = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

export type PartLine = {
  readonly part: NetworkPart;
  readonly externalId: string | null;
  /** Refused where something stands under the external id that is not as the line says. */
  readonly onlyNew: boolean;
  readonly stated: Stated;
  readonly credentials: readonly CredentialDraft[];
  /** Of a clinic: the company, by our id, its external id or its CVR. */
  readonly organisation?: string;
  /** Of a clinic: all treatments it offers; undefined leaves them. */
  readonly offers?: readonly Offer[];
  /** Of a practitioner: where they work, by our id, external id or production unit; undefined leaves it. */
  readonly clinics?: readonly string[];
};

export type ReadLine = PartLine | readonly Refusal[];

/** Every name that a column or an input of a part may have; the documentation names them, and a header with another is refused. */
export const FIELDS_OF: Readonly<Record<NetworkPart, readonly string[]>> = {
  ORGANISATION: [
    ...["externalId", "action", "legalName", "cvr", "kind", "agreementFrom", "agreementUntil", "agreementSource"],
    ...["providerNumber", "publicFrom", "publicUntil", "publicSource"],
  ],
  CLINIC: [
    ...["externalId", "action", "organisation", "name", "pNumber", "sorId", "gln", "street", "postalCode", "latitude", "longitude"],
    ...["phone", "email", "videoUrl", "wayIn", "accessibility", "languages", "treatsChildren", "cancellationHours", "allowsOverlap"],
    ...["closesOnBankDays", "practiceSystem", "services"],
  ],
  PRACTITIONER: [
    ...["externalId", "action", "givenNames", "familyName", "gender", "authorisationId", "profession", "languages", "treatsChildren"],
    ...["videoUrl", "clinics", "authorisedFrom", "authorisedUntil", "authorisationSource", "rabNumber", "rabFrom", "rabUntil", "rabSource"],
  ],
};

const GENDERS = ["female", "male"] as const;
const LANGUAGE = /^[a-z]{2}$/;

export function readPart(part: NetworkPart, row: Row): ReadLine {
  const read = new RowReader(row);
  const externalId = read.text("externalId", { most: 64 }) ?? null;
  const onlyNew = read.choice("action", ["PUT", "CREATE"] as const) === "CREATE";
  const line = { ORGANISATION: organisation, CLINIC: clinic, PRACTITIONER: practitioner }[part](read);
  return read.faults.length > 0 ? read.faults : { part, externalId, onlyNew, ...line };
}

type Rest = Omit<PartLine, "part" | "externalId" | "onlyNew">;

function organisation(read: RowReader): Rest {
  const cvr = read.text("cvr", { most: 8, form: /^\d{8}$/, wants: "eight digits" });
  if (cvr && !isCvr(cvr))
    fault(read, "cvr", "CVR_INVALID", "The check digit of the CVR number does not fit.", "Look it up in the CVR register.");
  return {
    stated: given({
      legal_name: must(read, "legalName", read.text("legalName")),
      cvr: must(read, "cvr", cvr),
      kind: must(read, "kind", read.choice("kind", PROVIDER_KIND_CODES)),
      address: read.text("address", { most: 200 }),
    }),
    credentials: [
      ...credential(read, "AGREEMENT", "agreement", undefined),
      ...credential(
        read,
        "PUBLIC_AGREEMENT",
        "public",
        read.text("providerNumber", { most: 6, form: /^\d{4,6}$/, wants: "4 to 6 digits" }),
      ),
    ],
  };
}

function clinic(read: RowReader): Rest {
  const gln = read.text("gln", { most: 13 });
  if (gln && !isGln(gln)) fault(read, "gln", "FIELD_INVALID", "The check digit of the GLN does not fit.", "Copy the number again.");
  const sorId = read.text("sorId", { most: 18 });
  if (sorId && !passesVerhoeff(sorId))
    fault(read, "sorId", "FIELD_INVALID", "The check digit of the SOR id does not fit.", "Copy the number again.");
  const lat = read.number("latitude", 54.4, 57.9);
  const lon = read.number("longitude", 7.9, 15.3);
  if ((lat == null) !== (lon == null)) fault(read, "latitude", "COORDINATES_HALF", "One coordinate says nothing.", "Give both, or none.");
  const offers = readOffers(read);
  const of = read.text("organisation", { most: 64 });
  return {
    stated: given({
      name: must(read, "name", read.text("name")),
      p_number: must(read, "pNumber", read.text("pNumber", { most: 10, form: /^\d{10}$/, wants: "ten digits" })),
      sor_id: sorId,
      gln,
      address: must(read, "street", read.text("street")),
      postnr: must(read, "postalCode", read.text("postalCode", { most: 4, form: /^\d{4}$/, wants: "four digits" })),
      lat,
      lon,
      ...contact(read),
      allows_overlap: read.yes("allowsOverlap") ?? undefined,
      closes_on_bank_days: read.yes("closesOnBankDays") ?? undefined,
      practice_system: read.text("practiceSystem"),
    }),
    credentials: [],
    ...(of ? { organisation: of } : {}),
    ...(offers ? { offers } : {}),
  };
}

function contact(read: RowReader) {
  const languages = read.list("languages");
  if (languages?.some((each) => !LANGUAGE.test(each)))
    fault(read, "languages", "LANGUAGE_UNKNOWN", "A language has two letters.", "Use ISO 639-1.");
  return {
    phone: read.text("phone", { most: 20, form: /^\+[1-9]\d{6,14}$|^\+45( ?\d\d){4}$/, wants: "+ and the country code, like +4533445566" }),
    email: read.text("email", { form: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, wants: "an e-mail address" }),
    video_url: video(read),
    way_in: read.text("wayIn", { most: 300 }),
    accessibility: read.choices("accessibility", ACCESSIBILITY_CODES) ?? undefined,
    languages: languages ?? undefined,
    treats_children: read.yes("treatsChildren") ?? undefined,
    cancellation_hours: read.number("cancellationHours", 0, 168, true),
  };
}

const video = (read: RowReader): Cell<string> =>
  read.text("videoUrl", { most: 500, form: /^https:\/\/[^\s/?#@]+\.[^\s]+$/, wants: "an address that begins with https://" });

/** "PHYSIOTHERAPY:IN_PERSON+ONLINE|MASSAGE", or objects of service and channels; in person where nothing else is said. */
function readOffers(read: RowReader): Offer[] | undefined {
  const written = read.list("services");
  if (!written) return undefined;
  return written.flatMap((each): Offer[] => {
    const [code = "", ways = "IN_PERSON"] = each.toUpperCase().split(":");
    const service = SERVICES.find((known) => known === code.trim());
    const channels = ways.split("+").map((way) => CHANNELS.find((known) => known === way.trim()));
    if (!service)
      return [fault(read, "services", "SERVICE_UNKNOWN", "There is no such service.", "Use the codes of the list of services.")].flatMap(
        () => [],
      );
    if (channels.some((way) => way === undefined))
      return [fault(read, "services", "CHANNEL_UNKNOWN", `A way of meeting is one of ${CHANNELS.join(", ")}.`)].flatMap(() => []);
    return [{ service, channels: [...new Set(channels.filter((way) => way !== undefined))] }];
  });
}

function practitioner(read: RowReader): Rest {
  const languages = read.list("languages");
  if (languages?.some((each) => !LANGUAGE.test(each)))
    fault(read, "languages", "LANGUAGE_UNKNOWN", "A language has two letters.", "Use ISO 639-1.");
  const number = must(read, "authorisationId", read.text("authorisationId", { most: 20, form: /^[\w-]+$/, wants: "letters and digits" }));
  const clinics = read.list("clinics");
  return {
    stated: given({
      given_names: must(read, "givenNames", read.text("givenNames", { most: 100 })),
      family_name: must(read, "familyName", read.text("familyName", { most: 100 })),
      gender: must(read, "gender", read.choice("gender", GENDERS)),
      authorisation_id: number,
      profession: must(read, "profession", read.choice("profession", PROFESSIONS)),
      languages: languages ?? undefined,
      treats_children: read.yes("treatsChildren") ?? undefined,
      video_url: video(read),
    }),
    credentials: [
      ...credential(read, "AUTHORISATION", "authorised", number, "authorisationSource"),
      ...credential(read, "RAB_APPROVAL", "rab", read.text("rabNumber", { most: 20 })),
    ],
    ...(clinics ? { clinics } : {}),
  };
}

/** The dated fact of a line: a first day, perhaps a first day after, and where it is known from. */
function credential(
  read: RowReader,
  kind: CredentialKind,
  prefix: string,
  number: Cell<string>,
  sourceField = `${prefix}Source`,
): CredentialDraft[] {
  const [from, until, source] = [read.day(`${prefix}From`), read.day(`${prefix}Until`), read.text(sourceField, { most: 300 })];
  if (from == null) {
    if (until != null || (kind !== "AUTHORISATION" && kind !== "AGREEMENT" && number != null))
      fault(read, `${prefix}From`, "FIELD_MISSING", "A dated fact has its first day.", `Give ${prefix}From.`);
    return [];
  }
  if (until != null && until <= from)
    fault(read, `${prefix}Until`, "PERIOD_EMPTY", "It would end before it begins.", `Give a day after ${prefix}From, or none.`);
  if (source == null)
    fault(
      read,
      sourceField,
      "SOURCE_MISSING",
      "Say where this is known from.",
      "Name the contract or the register and the day it was asked.",
    );
  if (kind === "PUBLIC_AGREEMENT" && number == null)
    fault(read, "providerNumber", "FIELD_MISSING", "A public agreement has its provider number.", "Give the number that the region gave.");
  return [{ kind, number: number ?? null, validFrom: from, validUntil: until ?? null, source: source ?? "" }];
}

/** A column that cannot be empty; that it is missing altogether matters only where the part is new. */
function must<T>(read: RowReader, field: string, cell: Cell<T>): T | undefined {
  if (cell === null) fault(read, field, "FIELD_MISSING", `${field} cannot be empty.`, "Fill it in, or leave the column out.");
  return cell ?? undefined;
}

type Value = Stated[string];
function given(columns: Readonly<Record<string, Cell<Value>>>): Stated {
  return Object.fromEntries(Object.entries(columns).filter((entry): entry is [string, Value] => entry[1] !== undefined));
}
