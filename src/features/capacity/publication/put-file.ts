/** Files of a clinic as they are put to the endpoint: which mutation each is, by its media type, and what its address says of it. */
import { HttpFault } from "../../../gateway/http/answer.js";
import type { FileDoor, Put, PutOperation } from "../../../gateway/http/put-file.js";
import { newId } from "../../../platform/random.js";
import { INTAKE_SOURCES } from "../intake/index.js";
import { ndjsonSource } from "../intake/ndjson.js";
import type { IntakeSource } from "../intake/source.js";
import { AS_IT_CAME } from "./upload-content.js";

export const PUT_OPERATIONS = { openings: "upload-slots", busy: "save-busy-feed" } as const;

/** The documents of the two mutations, as they are registered. */
export type PutDocuments = Readonly<Record<keyof typeof PUT_OPERATIONS, string>>;

const TERMS = ["practitionerId", "practitionerRef", "services", "channel", "audience", "languages", "funding"];
const FILES = INTAKE_SOURCES.filter(({ brings, upload }) => upload !== undefined || brings === "BUSY");

function parametersOf({ code, brings }: IntakeSource): readonly string[] {
  if (brings === "BUSY") return ["clinicId", "practitionerId", "asOf", "staleAfterMinutes"];
  return ["clinicId", "mode", ...(code === ndjsonSource.code ? ["schedule"] : []), ...TERMS];
}

export function filesOfClinics(documents: PutDocuments): FileDoor {
  return (put) => {
    const source = FILES.find(({ mediaTypes }) => mediaTypes.includes(put.mediaType));
    if (!source) {
      const known = FILES.flatMap(({ mediaTypes }) => mediaTypes).join(", ");
      throw new HttpFault(415, "BAD_REQUEST", `Say in Content-Type what the file is: ${known}.`);
    }
    const known = parametersOf(source);
    const names = [...put.search.keys()];
    // the name is the sender's text and is not repeated
    const wrong = names.findIndex((name, n) => !known.includes(name) || names.indexOf(name) < n);
    if (wrong >= 0)
      throw new HttpFault(400, "BAD_USER_INPUT", `Parameter ${wrong + 1} is not known or given twice; there are ${known.join(", ")}.`);
    return source.brings === "BUSY" ? busy(put, documents.busy) : openings(put, documents.openings, source.code);
  };
}

/** A file put again is the same act and does no harm twice; with a key it is answered as before. */
function common({ search, key }: Put): Readonly<Record<string, unknown>> {
  return { idempotencyKey: key ?? newId(), clinicId: search.get("clinicId") ?? "", content: AS_IT_CAME };
}

function openings(put: Put, document: string, format: string): PutOperation {
  const { search } = put;
  const terms = Object.fromEntries(
    TERMS.flatMap((name) => {
      const value = search.get(name);
      if (value === null) return [];
      return [[name, name === "services" || name === "languages" ? value.split(",") : value]];
    }),
  );
  const schedule = search.get("schedule");
  const input = {
    ...common(put),
    format,
    ...(search.has("mode") ? { mode: search.get("mode") } : {}),
    ...(format === ndjsonSource.code ? { schedules: schedule === null ? [] : [{ reference: schedule, terms }] } : { defaults: terms }),
  };
  return { document, variables: { input } };
}

function busy(put: Put, document: string): PutOperation {
  const { search } = put;
  const stale = search.get("staleAfterMinutes");
  const input = {
    ...common(put),
    practitionerId: search.get("practitionerId") ?? "",
    ...(search.has("asOf") ? { asOf: search.get("asOf") } : {}),
    // what is no number is told by the schema, with its place
    ...(stale === null ? {} : { staleAfterMinutes: /^\d{1,6}$/.test(stale) ? Number(stale) : stale }),
  };
  return { document, variables: { input } };
}
