import { refusal, type Refusal } from "../../../kernel/refusal.js";
import type { SlotLine } from "../slots/slot-line.js";
import {
  isStorable,
  nothingUsable,
  openingsOf,
  lossyTextOf,
  NOT_UTF8,
  tooManyLines,
  type IntakeContext,
  type IntakeLine,
  type IntakeSource,
} from "./source.js";
import { readTime } from "./written-time.js";
import type { RefusalCode } from "../../../kernel/refusal-codes.js";

type Json = Readonly<Record<string, unknown>>;

/** FHIR R4 Slot.status. What a busy slot says about its owner's day stays there: here it only stops being on offer. */
const ACTION_OF_STATUS: Readonly<Record<string, SlotLine["action"]>> = {
  free: "PUT",
  busy: "WITHDRAW",
  "busy-tentative": "WITHDRAW",
  "busy-unavailable": "WITHDRAW",
  "entered-in-error": "WITHDRAW",
};
/** Listed beside Slots in a publication; harmless when one file holds them all. */
const PASSED_OVER = new Set(["Location", "Schedule", "Practitioner", "PractitionerRole", "HealthcareService", "Organization"]);
const CAPACITY = "http://fhir-registry.smarthealthit.org/StructureDefinition/slot-capacity";

/**
 * Newline-delimited FHIR R4 Slots after SMART Scheduling Links, 2021 text and 2026 draft. Unlike the text of 2021 its own
 * example has offsets such as "-05": read leniently. A Schedule means something here only through the clinic's set-up.
 */
export const ndjsonSource: IntakeSource = {
  code: "SMART",
  words: ["SMART Scheduling Links", "SMART Scheduling Links", "FHIR Slots as NDJSON, sent or fetched."],
  description: "FHIR R4 Slots as NDJSON after SMART Scheduling Links.",
  mediaTypes: ["application/fhir+ndjson", "application/x-ndjson", "application/ndjson"],
  maxBytes: 8_000_000,
  maxLines: 20_000,
  brings: "OPENINGS",
  upload: ["SMART Scheduling Links", "SMART Scheduling Links", "FHIR R4 Slots as NDJSON: free ones are published, all others withdrawn."],
  parse(input, context) {
    const text = lossyTextOf(input, ndjsonSource);
    if (typeof text !== "string") return nothingUsable([text]);
    const lines: IntakeLine[] = [];
    let [read, lossy] = [0, 0];
    for (const [index, written] of text.split(/\r?\n/).entries()) {
      if (written.trim() === "") continue;
      read += 1;
      if (read > ndjsonSource.maxLines) return nothingUsable([tooManyLines(ndjsonSource)]);
      // what is not UTF-8 (half of a surrogate pair, for one) costs its line and never the good ones
      const isLossy = written.includes("\uFFFD");
      if (isLossy) lossy += 1;
      const found = isLossy ? [refusal("LINE_INVALID", "The line is not UTF-8 text.")] : readLine(written, context);
      if (found === null) continue;
      lines.push("action" in found ? { line: index + 1, ok: true, value: found } : { line: index + 1, ok: false, faults: found });
    }
    if (read > 0 && lossy === read) return nothingUsable([NOT_UTF8]);
    const result = openingsOf(lines, context);
    return { ...result, meta: { ...result.meta, linesRead: read } };
  },
};

function readLine(written: string, context: IntakeContext): SlotLine | readonly Refusal[] | null {
  if (written.length > 20_000) return [refusal("LINE_TOO_LONG", "A line may have at most 20000 characters.")];
  let resource: unknown;
  try {
    resource = JSON.parse(written);
  } catch {
    return [refusal("LINE_NOT_JSON", "The line is not JSON.")];
  }
  if (!isObject(resource)) return [refusal("LINE_INVALID", "The line is not a resource.")];
  if (PASSED_OVER.has(String(resource.resourceType))) return null;
  if (resource.resourceType !== "Slot") return [refusal("RESOURCE_UNKNOWN", "The line is not a FHIR R4 Slot.", { path: ["resourceType"] })];
  return readSlot(resource, context);
}

function readSlot(slot: Json, context: IntakeContext): SlotLine | readonly Refusal[] {
  const faults: Refusal[] = [];
  const no = (code: RefusalCode, field: string, message: string, remedy: string | null = null): void =>
    void faults.push(refusal(code, message, { path: [field], remedy }));
  const id = typeof slot.id === "string" && slot.id.length >= 1 && slot.id.length <= 64 && isStorable(slot.id) ? slot.id : null;
  if (id === null) no("EXTERNAL_ID_LENGTH", "id", "Slot.id must be 1 to 64 characters, each of them one.");
  const action =
    typeof slot.status === "string" && Object.hasOwn(ACTION_OF_STATUS, slot.status) ? ACTION_OF_STATUS[slot.status] : undefined;
  if (!action) no("STATUS_UNKNOWN", "status", `Slot.status is one of ${Object.keys(ACTION_OF_STATUS).join(", ")}.`);
  if (action === "WITHDRAW") return id === null ? faults : { action, externalId: id };

  const reference = isObject(slot.schedule) && typeof slot.schedule.reference === "string" ? slot.schedule.reference : null;
  const terms = reference === null ? undefined : termsOf(reference, context);
  if (!terms)
    no(
      "SCHEDULE_UNKNOWN",
      "schedule",
      "The slot's Schedule is not set up for this clinic.",
      "Map it to a practitioner and services first.",
    );
  const time = (field: "start" | "end"): Date | null => {
    const value = slot[field];
    const found =
      typeof value === "string"
        ? readTime(value, field, "REQUIRED")
        : refusal("FIELD_MISSING", `Slot.${field} is missing.`, { path: [field] });
    if (found instanceof Date) return found;
    faults.push(found);
    return null;
  };
  const startsAt = time("start");
  const endsAt = time("end");
  const capacity = capacityOf(slot.extension);
  if (capacity === "INVALID") no("CAPACITY_INVALID", "extension", "The slot-capacity extension needs a whole number.");
  if (capacity === 0 && id !== null && faults.length === 0) return { action: "WITHDRAW", externalId: id };
  if (faults.length > 0 || id === null || !terms || !startsAt || !endsAt || capacity === "INVALID") return faults;
  return { action: "PUT", externalId: id, ...terms, startsAt, endsAt, capacity: capacity ?? terms.capacity };
}

/** References may be relative, bare, absolute or of one version; what stands behind "Schedule/" says what is meant. */
function termsOf(reference: string, { schedules }: IntakeContext) {
  const id = scheduleId(reference);
  return schedules.get(reference) ?? schedules.get(`Schedule/${id}`) ?? schedules.get(id);
}

function scheduleId(reference: string): string {
  const path = reference.replace(/[?#|].*$/, "").replace(/\/_history(\/.*)?$/, "");
  return path.split("/").at(-1) ?? "";
}

function capacityOf(extensions: unknown): number | null | "INVALID" {
  if (!Array.isArray(extensions)) return null;
  const found = (extensions as unknown[]).find((e) => isObject(e) && e.url === CAPACITY);
  if (!isObject(found)) return null;
  const value = found.valueInteger ?? found.valuePositiveInt ?? found.valueUnsignedInt;
  return typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : "INVALID";
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
