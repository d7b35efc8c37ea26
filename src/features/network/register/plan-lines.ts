/**
 * What each line does to the register, from facts alone: a new part, a changed one, nothing, or every reason why not. Lines are
 * compared with what stands and with each other; a line that is refused leaves the others as they are.
 */
import type { NetworkPart } from "../../../../schema/states.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import type { RefusalCode } from "../../../kernel/refusal-codes.js";
import { changesBetween } from "./part-changes.js";
import { placed } from "./place-clinic.js";
import type { CredentialDraft, PartLine } from "./part-line.js";

export type Columns = Readonly<Record<string, unknown>>;
export type StandingOffer = {
  readonly id: string;
  readonly service_code: string;
  readonly channels: readonly string[];
  readonly active: boolean;
};
export type StandingCredential = Pick<CredentialDraft, "kind" | "number" | "validFrom" | "validUntil">;

/** A part as it stands. */
export type Standing = {
  readonly row: Columns & { readonly id: string; readonly version: number };
  readonly credentials: readonly StandingCredential[];
  readonly offers: readonly StandingOffer[];
  /** Where a practitioner works. */
  readonly clinics: readonly { readonly clinicId: string; readonly hasOpenings: boolean }[];
};

export type Register = {
  readonly today: string;
  readonly byId: ReadonlyMap<string, Standing>;
  readonly byExternalId: ReadonlyMap<string, Standing>;
  /** By CVR, production unit or authorisation. */
  readonly byNumber: ReadonlyMap<string, Standing>;
  /** What the lines refer to, by id, external id and number: companies of clinics, clinics of practitioners. */
  readonly referred: ReadonlyMap<string, string>;
  readonly postalCode: (code: string) => PostalPlace | undefined;
  readonly bitOf: (service: string) => number | undefined;
  /** Facts that wait for a second person already, as `credentialKey` writes them. */
  readonly waiting: ReadonlySet<string>;
};
type PostalPlace = {
  /** Of one street, of an area, or of a company or post box, where no clinic is. */
  readonly kind: string;
  readonly town: string;
  readonly kommuneCode: string | null;
  readonly regionCode: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
};

export type FieldChange = { readonly field: string; readonly before: string | null; readonly after: string | null };
type Saved = {
  readonly n: number;
  readonly id: string;
  /** The whole row as it will stand. */
  readonly row: Columns;
  readonly changes: readonly FieldChange[];
  /** All offers of a clinic as they will stand; those with an id stand already. */
  readonly offers: readonly (Omit<StandingOffer, "id"> & { readonly id: string | null })[];
  readonly joins: readonly string[];
  readonly leaves: readonly string[];
  readonly credentials: readonly CredentialDraft[];
};
export type PartStep =
  | ({ readonly does: "INSERT" | "CHANGE" | "UNCHANGED" } & Saved)
  | { readonly does: "REFUSE"; readonly n: number; readonly refusals: readonly Refusal[] };

type Numbered = { readonly n: number; readonly line: PartLine; /** Of an act on a part that is known. */ readonly id?: string };

const NUMBER = {
  ORGANISATION: { column: "cvr", field: "cvr" },
  CLINIC: { column: "p_number", field: "pNumber" },
  PRACTITIONER: { column: "authorisation_id", field: "authorisationId" },
} as const satisfies Record<NetworkPart, { column: string; field: string }>;
export const numberColumn = (part: NetworkPart): string => NUMBER[part].column;

const NEEDED: Readonly<Record<NetworkPart, readonly (readonly [column: string, field: string])[]>> = {
  ORGANISATION: [
    ["legal_name", "legalName"],
    ["cvr", "cvr"],
    ["kind", "kind"],
  ],
  CLINIC: [
    ["name", "name"],
    ["p_number", "pNumber"],
    ["address", "street"],
    ["postnr", "postalCode"],
  ],
  PRACTITIONER: [
    ...([
      ["given_names", "givenNames"],
      ["family_name", "familyName"],
      ["gender", "gender"],
    ] as const),
    ...([
      ["authorisation_id", "authorisationId"],
      ["profession", "profession"],
    ] as const),
  ],
};

/** Columns that a new part has where its line says nothing. */
const DEFAULTS: Readonly<Record<NetworkPart, Columns>> = {
  ORGANISATION: {},
  CLINIC: {
    place_precision: "POSTAL_CODE",
    languages: ["da"],
    accessibility: [],
    treats_children: true,
    allows_overlap: false,
    closes_on_bank_days: false,
  },
  PRACTITIONER: { languages: ["da"], treats_children: true },
};

export const credentialKey = (subjectId: string, { kind, number, validFrom, validUntil }: StandingCredential): string =>
  [subjectId, kind, number, validFrom, validUntil].join("|");

export function planLines(lines: readonly Numbered[], register: Register, newId: () => string): PartStep[] {
  const seen = new Map<string, { readonly n: number; readonly text: string }>();
  return lines.map(({ n, line, id }): PartStep => {
    const refusals: Refusal[] = [];
    const no = (field: string, code: RefusalCode, message: string, remedy: string): void =>
      void refusals.push(refusal(code, message, { path: [field], remedy }));
    const text = JSON.stringify(line);
    let isRepeated = false;
    for (const [field, key] of keysOf(line)) {
      const before = seen.get(key);
      if (before?.text === text) isRepeated = true;
      else if (before)
        no(field, "LINE_REPEATED", "Another line of this file is about the same and says something else.", repeatedRemedy(line.part));
      else seen.set(key, { n, text });
    }
    const standing = standingOf(line, id, register, no);
    if (standing?.row["merged_into"] != null)
      no(
        line.externalId === null ? "authorisationId" : "externalId",
        "PRACTITIONER_MERGED",
        "This record was merged into another one of the same person.",
        "Send the line under the key and authorisation of the record that was kept.",
      );
    const made = refusals.length > 0 ? null : partAsItWillBe(line, standing, register, refusals, no);
    if (!made || refusals.length > 0) return { does: "REFUSE", n, refusals };
    const partId = standing?.row.id ?? newId();
    const drafts = draftsOf(line, partId, standing, register, no);
    const changes = standing ? changesBetween(standing, made) : [];
    if (standing && line.onlyNew && changes.length > 0)
      no(
        "externalId",
        "EXTERNAL_ID_TAKEN",
        "Something else stands under this external id.",
        "Take another id, or send the line without the action CREATE.",
      );
    if (refusals.length > 0) return { does: "REFUSE", n, refusals };
    const does = isRepeated ? "UNCHANGED" : !standing ? "INSERT" : changes.length > 0 ? "CHANGE" : "UNCHANGED";
    const row = { ...made.row, id: partId, version: (standing?.row.version ?? 0) + (does === "UNCHANGED" ? 0 : 1) };
    return { does, n, id: partId, ...made, row, changes, credentials: isRepeated ? [] : drafts };
  });
}

function keysOf({ part, externalId, stated }: PartLine): (readonly [field: string, key: string])[] {
  const { column, field } = NUMBER[part];
  const number = stated[column];
  return [
    ...(externalId === null ? [] : [["externalId", `external ${externalId}`] as const]),
    ...(typeof number === "string" ? [[field, `number ${number}`] as const] : []),
  ];
}

const repeatedRemedy = (part: NetworkPart): string =>
  part === "PRACTITIONER" ? "Whoever works at two clinics has one line that names both, separated by |." : "Keep one of the lines.";

type No = (field: string, code: RefusalCode, message: string, remedy: string) => void;

/** What stands already, by id, by external id, or by its number where that was entered by hand. */
function standingOf({ part, externalId, stated }: PartLine, id: string | undefined, register: Register, no: No): Standing | null {
  const { column, field } = NUMBER[part];
  const taken = (message: string, remedy: string): void =>
    no(
      field,
      part === "ORGANISATION" ? "CVR_REGISTERED" : part === "CLINIC" ? "P_NUMBER_REGISTERED" : "PRACTITIONER_REGISTERED",
      message,
      remedy,
    );
  const number = stated[column];
  const named = id !== undefined ? register.byId.get(id) : externalId === null ? undefined : register.byExternalId.get(externalId);
  const numbered = typeof number === "string" ? register.byNumber.get(number) : undefined;
  if (id !== undefined && !named) no("id", "NOT_FOUND", "There is no such part of the network.", "Check the id.");
  if (named && numbered && named.row.id !== numbered.row.id)
    taken("This number is registered for another one.", "Check the number; of two that are the same, merge one into the other.");
  if (named || !numbered) return named ?? null;
  const other = numbered.row["external_id"];
  if (other !== null && externalId !== null && other !== externalId)
    taken("This number is registered under another external id.", "Use the external id it was registered with.");
  return numbered;
}

export type PartAsItWillBe = Pick<Saved, "row" | "offers" | "joins" | "leaves">;
type Made = PartAsItWillBe;

function partAsItWillBe(line: PartLine, standing: Standing | null, register: Register, refusals: Refusal[], no: No): Made | null {
  const { part, stated } = line;
  if (!standing)
    for (const [column, field] of NEEDED[part])
      if (stated[column] === undefined) no(field, "FIELD_MISSING", `${field} is missing.`, "A new one needs it.");
  const row: Record<string, unknown> = { external_id: null, ...DEFAULTS[part], ...standing?.row, ...stated };
  if (line.externalId !== null) row["external_id"] = line.externalId;
  if (part === "CLINIC") return placed(line, standing, row, register, refusals);
  if (part === "PRACTITIONER") return employed(line, standing, row, register, no);
  return { row, offers: [], joins: [], leaves: [] };
}

function employed({ clinics }: PartLine, standing: Standing | null, row: Columns, register: Register, no: No): Made {
  const before = standing?.clinics.map((each) => each.clinicId) ?? [];
  if (clinics === undefined) return { row, offers: [], joins: [], leaves: [] };
  const after = clinics.map((clinic) => register.referred.get(clinic));
  if (after.some((clinic) => clinic === undefined))
    no("clinics", "CLINIC_UNKNOWN", "There is no such clinic.", "Bring the clinic in first; name it by external id or production unit.");
  const leaves = before.filter((clinic) => !after.includes(clinic));
  if (standing?.clinics.some(({ clinicId, hasOpenings }) => hasOpenings && leaves.includes(clinicId)))
    no(
      "clinics",
      "OPENINGS_REMAIN",
      "The practitioner still has openings or appointments there.",
      "Withdraw them first, or end the practitioner in the network.",
    );
  return { row, offers: [], joins: after.filter((clinic): clinic is string => clinic !== undefined && !before.includes(clinic)), leaves };
}

/** Facts that stand or wait already say nothing new; one that meets another of its kind is refused. */
function draftsOf({ credentials }: PartLine, id: string, standing: Standing | null, register: Register, no: No): CredentialDraft[] {
  return credentials.filter((draft) => {
    if (register.waiting.has(credentialKey(id, draft))) return false;
    const ofKind = standing?.credentials.filter(({ kind }) => kind === draft.kind) ?? [];
    if (ofKind.some((each) => credentialKey(id, each) === credentialKey(id, draft))) return false;
    const met = ofKind.find((each) => overlaps(each, draft));
    if (met)
      no(
        FROM_FIELD[draft.kind] ?? "validFrom",
        "CREDENTIAL_OVERLAP",
        `Another one of this kind holds from ${met.validFrom}${met.validUntil ? ` until ${met.validUntil}` : " on"}.`,
        "Begin when that one has ended, or end it first: endCredential.",
      );
    return true;
  });
}

const FROM_FIELD: Readonly<Record<string, string>> = {
  AGREEMENT: "agreementFrom",
  PUBLIC_AGREEMENT: "publicFrom",
  AUTHORISATION: "authorisedFrom",
  RAB_APPROVAL: "rabFrom",
};

type Span = { readonly validFrom: string; readonly validUntil: string | null };
export function overlaps(a: Span, b: Span): boolean {
  return (a.validUntil === null || b.validFrom < a.validUntil) && (b.validUntil === null || a.validFrom < b.validUntil);
}
