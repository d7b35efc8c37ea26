/** A file of the network as it is put to the endpoint: `curl -T clinics.csv '…/graphql?of=clinics'`. */
import { HttpFault } from "../../../gateway/http/answer.js";
import type { FileDoor } from "../../../gateway/http/put-file.js";
import { newId } from "../../../platform/random.js";
import { AS_IT_CAME } from "../../capacity/publication/upload-content.js";

/** What the address says of such a file. */
const PARTS = { organisations: "ORGANISATION", clinics: "CLINIC", practitioners: "PRACTITIONER" } as const;
export const PUT_NETWORK = "import-network";
const PARAMETERS: readonly string[] = ["of", "mode", "preview"];
const FORMATS: Readonly<Record<string, string>> = {
  "text/csv": "CSV",
  "application/csv": "CSV",
  "application/vnd.ms-excel": "CSV",
  "application/x-ndjson": "NDJSON",
  "application/ndjson": "NDJSON",
};

export function isOfNetwork(of: string | null): of is keyof typeof PARTS {
  return of !== null && Object.hasOwn(PARTS, of);
}

export function filesOfNetwork(document: string): FileDoor {
  return ({ mediaType, search, key }) => {
    const format = Object.hasOwn(FORMATS, mediaType) ? FORMATS[mediaType] : undefined;
    if (!format) throw new HttpFault(415, "BAD_REQUEST", `Say in Content-Type what the file is: ${Object.keys(FORMATS).join(", ")}.`);
    const names = [...search.keys()];
    // the name is the sender's text and is not repeated
    const wrong = names.findIndex((name, n) => !PARAMETERS.includes(name) || names.indexOf(name) < n);
    if (wrong >= 0)
      throw new HttpFault(400, "BAD_USER_INPUT", `Parameter ${wrong + 1} is not known or given twice; there are ${PARAMETERS.join(", ")}.`);
    const of = search.get("of");
    const mode = search.get("mode");
    return {
      document,
      variables: {
        input: {
          idempotencyKey: key ?? newId(),
          part: isOfNetwork(of) ? PARTS[of] : of,
          format,
          ...(mode === null ? {} : { mode }),
          ...(search.get("preview") === "true" ? { preview: true } : {}),
          content: AS_IT_CAME,
        },
      },
    };
  };
}
