import { rename, writeFile } from "node:fs/promises";
import path from "node:path";
import type { LetterChannel } from "./letter.js";

/**
 * A folder from which a commercial sender takes what goes to Digital Post. A file appears whole, under the letter's id, and
 * names the person by the id of this gateway: whose number that is, the sender asks the insurer.
 */
export const digitalPost: LetterChannel = {
  code: "DIGITAL_POST",
  rings: false,
  open: ({ digitalPostDir }) => {
    if (digitalPostDir === null) return null;
    return async ({ id, to, subject, text, language, calendar }) => {
      const file = path.join(digitalPostDir, `${id}.json`);
      const content = JSON.stringify({ version: 1, id, recipient: to, language, subject, text, calendar }, null, 1);
      try {
        await writeFile(`${file}.part`, content, { mode: 0o600 });
        await rename(`${file}.part`, file);
        return { kind: "TAKEN" };
      } catch {
        return { kind: "AGAIN" };
      }
    };
  },
};
