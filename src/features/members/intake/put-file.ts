/** A file of persons and policies as the policy system puts it to the endpoint: `curl -T members.ndjson`. */
import { HttpFault } from "../../../gateway/http/answer.js";
import type { FileDoor } from "../../../gateway/http/put-file.js";
import { newId } from "../../../platform/random.js";
import { AS_IT_CAME } from "../../capacity/publication/upload-content.js";
import { MESSAGE_FORMATS, type MessageFormat } from "./read-messages.js";

/** What the address says of such a file: `?of=members`. */
export const OF_MEMBERS = "members";
export const PUT_MEMBERS = "upload-members";
const PARAMETERS: readonly string[] = ["of", "mode"];

export function filesOfMembers(document: string): FileDoor {
  return ({ mediaType, search, key }) => {
    const format = (Object.keys(MESSAGE_FORMATS) as MessageFormat[]).find((each) =>
      MESSAGE_FORMATS[each].some((known) => known === mediaType),
    );
    if (!format) {
      const known = Object.values(MESSAGE_FORMATS).flat().join(", ");
      throw new HttpFault(415, "BAD_REQUEST", `Say in Content-Type what the file is: ${known}.`);
    }
    const names = [...search.keys()];
    const wrong = names.findIndex((name, n) => !PARAMETERS.includes(name) || names.indexOf(name) < n);
    if (wrong >= 0)
      throw new HttpFault(400, "BAD_USER_INPUT", `Parameter ${wrong + 1} is not known or given twice; there are ${PARAMETERS.join(", ")}.`);
    const mode = search.get("mode");
    return {
      document,
      variables: {
        input: {
          idempotencyKey: key ?? newId(),
          format,
          ...(mode === null ? {} : { mode }),
          content: AS_IT_CAME,
        },
      },
    };
  };
}
