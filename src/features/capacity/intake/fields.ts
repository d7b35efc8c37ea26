import { columnKey } from "../../../kernel/spreadsheet.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { AUDIENCES, CHANNELS, FUNDINGS, isOneOf, type SlotLine } from "../slots/slot-line.js";
import { isStorable, type IntakeContext } from "./source.js";
import { readTime } from "./written-time.js";
import type { RefusalCode } from "../../../kernel/refusal-codes.js";

/** The names under which CSV and GraphQL rows carry a slot line, and what each means; docs and header checks use this list. */
const FIELDS = {
  externalId: "the clinic's own key, 1 to 64 characters",
  action: "PUT (default) or WITHDRAW; a withdrawal needs the external id only",
  practitionerId: "our id of the practitioner",
  practitionerRef: "or the practitioner's authorisation id of the health authority",
  services: 'service codes, separated by "|" or a space',
  startsAt: '"2026-11-02T09:30" in Danish time, or with an offset',
  endsAt: "likewise; not included",
  minutes: "length, instead of endsAt",
  channel: "IN_PERSON (default), ONLINE or PHONE",
  audience: "ADULT, CHILD or BOTH (default)",
  languages: 'ISO 639-1 codes, separated by "|" or a space; default "da"',
  funding: "PRIVATE (default) or PUBLIC",
  capacity: "1 (default) to 500",
  cancellationHours: "hours; empty means the clinic's own setting",
  onCall: "true, or SAND as a Danish Excel writes it, for on-call crisis counselling by telephone; default false",
} as const;
export type Field = keyof typeof FIELDS;

const BY_COLUMN_KEY = new Map((Object.keys(FIELDS) as Field[]).map((name) => [columnKey(name), name]));

/** A Danish Excel turns TRUE into SAND by itself. */
const TRUE: ReadonlySet<string> = new Set(["true", "sand", "yes", "ja", "1"]);
const FALSE: ReadonlySet<string> = new Set(["false", "falsk", "no", "nej", "0"]);

/** external_id, External ID and externalId are the same column. */
export function fieldNamed(name: string): Field | null {
  return BY_COLUMN_KEY.get(columnKey(name)) ?? null;
}

/** Every fault of a row at once, or the line it stands for. */
export function readRow(row: Readonly<Partial<Record<Field, unknown>>>, context: IntakeContext): SlotLine | readonly Refusal[] {
  const faults: Refusal[] = [];
  const no = (code: RefusalCode, field: Field, message: string): null => {
    faults.push(refusal(code, message, { path: [field] }));
    return null;
  };
  const text = (field: Field): string | null => {
    const value = row[field];
    if (value === undefined || value === null || value === "") return null;
    if (typeof value !== "string" && typeof value !== "number") return no("FIELD_INVALID", field, `${field} has the wrong type.`);
    const trimmed = String(value).trim();
    if (!isStorable(trimmed)) return no("FIELD_INVALID", field, `${field} holds a character that is none.`);
    return trimmed === "" ? null : trimmed.length > 500 ? no("FIELD_TOO_LONG", field, `${field} is too long.`) : trimmed;
  };
  const list = (field: Field): string[] | null => {
    const value = row[field];
    const parts = Array.isArray(value) ? (value as unknown[]) : (text(field)?.split(/[|,\s]+/) ?? []);
    if (!parts.every((p): p is string => typeof p === "string" && isStorable(p)) || parts.length > 100)
      return no("FIELD_INVALID", field, `${field} is a list of at most 100 codes.`);
    const named = [...new Set(parts.map((p) => p.trim()).filter(Boolean))];
    return named.length > 0 ? named : null;
  };
  const whole = (field: Field): number | null => {
    const written = text(field);
    if (written === null) return null;
    return /^-?\d{1,6}$/.test(written) ? Number(written) : no("NUMBER_INVALID", field, `${field} is a whole number.`);
  };
  const choice = <T extends string>(field: Field, of: readonly T[], fallback: T): T => {
    const written = text(field)?.toUpperCase();
    if (written === undefined) return fallback;
    if (isOneOf(of, written)) return written;
    no("VALUE_UNKNOWN", field, `${field} is one of ${of.join(", ")}.`);
    return fallback;
  };
  const yes = (field: Field): boolean => {
    if (typeof row[field] === "boolean") return row[field];
    const written = text(field)?.toLowerCase() ?? "false";
    if (!TRUE.has(written) && !FALSE.has(written)) no("VALUE_UNKNOWN", field, `${field} is true or false.`);
    return TRUE.has(written);
  };
  const instant = (field: Field): Date | null => {
    const value = row[field];
    if (value instanceof Date && Number.isFinite(value.getTime())) return value;
    const written = text(field);
    if (written === null) return null;
    const read = readTime(written, field);
    if (read instanceof Date) return read;
    faults.push(read);
    return null;
  };

  const action = choice("action", ["PUT", "WITHDRAW"] as const, "PUT");
  const externalId = text("externalId");
  if (externalId === null && faults.every((f) => f.path[0] !== "externalId")) no("FIELD_MISSING", "externalId", "externalId is missing.");
  if (externalId !== null && externalId.length > 64) no("EXTERNAL_ID_LENGTH", "externalId", "The external id must be 1 to 64 characters.");
  if (action === "WITHDRAW") return faults.length > 0 ? faults : { action, externalId: externalId ?? "" };

  const { defaults } = context;
  const practitionerId = text("practitionerId");
  const practitionerRef = text("practitionerRef");
  const named = practitionerId !== null || practitionerRef !== null;
  if (practitionerId !== null && practitionerRef !== null)
    no("PRACTITIONER_MISSING", "practitionerId", "Name the practitioner once, by id or by reference.");
  const who = named
    ? { practitionerId, practitionerRef }
    : { practitionerId: defaults.practitionerId ?? null, practitionerRef: defaults.practitionerRef ?? null };
  if (who.practitionerId === null && who.practitionerRef === null)
    no("PRACTITIONER_MISSING", "practitionerId", "No practitioner is named.");
  const services = list("services") ?? defaults.services ?? [];
  if (services.length === 0 && faults.every((f) => f.path[0] !== "services"))
    no("SERVICE_MISSING", "services", "Name at least one service.");
  const startsAt = instant("startsAt");
  if (startsAt === null && faults.every((f) => f.path[0] !== "startsAt")) no("FIELD_MISSING", "startsAt", "startsAt is missing.");
  const minutes = whole("minutes");
  const endsAt = instant("endsAt") ?? (minutes !== null && startsAt !== null ? new Date(startsAt.getTime() + minutes * 60_000) : null);
  if (endsAt === null && minutes === null && faults.every((f) => f.path[0] !== "endsAt" && f.path[0] !== "minutes"))
    no("FIELD_MISSING", "endsAt", "endsAt, or minutes, is missing.");
  const offer = {
    channel: choice("channel", CHANNELS, defaults.channel ?? "IN_PERSON"),
    audience: choice("audience", AUDIENCES, defaults.audience ?? "BOTH"),
    languages: list("languages")?.map((code) => code.toLowerCase()) ?? defaults.languages ?? ["da"],
    funding: choice("funding", FUNDINGS, defaults.funding ?? "PRIVATE"),
    capacity: whole("capacity") ?? defaults.capacity ?? 1,
    cancellationHours: whole("cancellationHours") ?? defaults.cancellationHours ?? null,
    ...(yes("onCall") ? { onCall: true } : {}),
  };
  if (faults.length > 0 || startsAt === null || endsAt === null) return faults;
  return { action, externalId: externalId ?? "", ...who, services, startsAt, endsAt, ...offer };
}
