/**
 * npm run manifest -- --file FILE --owner WHO --release NAME --role ROLE --until DAY --by WHO: registers what a release of a client
 * runs, so that it needs no release of the gateway. Again with another day it changes the end. Without a file it lists them.
 */
import { readFile } from "node:fs/promises";
import { makeSchema } from "../assembly/schema.js";
import { manifestFaults, readManifest } from "../gateway/admission/client-manifest.js";
import { keepManifest, manifests, type NewManifest } from "../platform/client-manifests.js";
import { ROLES } from "../platform/viewer.js";
import { command, day, oneOf, text, WrongArgument } from "./command.js";

const roleName = oneOf(...ROLES.filter((role) => role !== "WORKER"));

export const manifest = command({
  name: "manifest",
  summary: "registers the documents that a release of a client runs, or lists those that are registered",
  options: {
    file: { value: "file", says: "a manifest of Apollo, Relay or GraphQL Code Generator", read: text },
    owner: { value: "name", says: "whose client it is, e.g. member-app", read: name },
    release: { value: "name", says: "of the client, e.g. 3.2.0", read: name },
    role: { value: "role", says: "as what it runs them", read: roleName },
    until: { value: "day", says: "the last day on which they are run", read: day },
    by: { value: "who", says: "who registers it; goes to the audit trail", read: name },
  },
  database: { which: "NAMED" },
  run: async ({ file, owner, release, role, until, by }, { database, say, note }) => {
    if (file === undefined) {
      for (const each of await manifests(database))
        say(
          `${each.owner} ${each.release}, ${each.role}: ${each.documents} documents, ${each.stands ? "until" : "ended"} ${each.ends_on}, by ${each.registered_by}`,
        );
      return 0;
    }
    if (!owner || !release || !role || !until || !by)
      throw new WrongArgument("--file goes with --owner, --release, --role, --until and --by");
    const { documents, faults } = readManifest(await readFile(file, "utf8"));
    const all = faults.length > 0 ? faults : manifestFaults(makeSchema(), role, documents);
    for (const fault of all) note(fault);
    if (all.length > 0) {
      note(`nothing was registered: ${all.length} faults`);
      return 1;
    }
    const asked: NewManifest = { owner, release, role, endsOn: until, by, documents };
    const kept = await keepManifest(database, asked);
    if (kept === "OTHER_DOCUMENTS") {
      note(`nothing was registered: ${owner} ${release} is registered with other documents; a release that runs others has another name`);
      return 1;
    }
    say(
      kept === "REGISTERED"
        ? `${documents.length} documents are registered until ${until}; every gateway runs them within ten seconds`
        : `they are run until ${until}`,
    );
    return 0;
  },
});

function name(value: string): string {
  if (/^[A-Za-z0-9][\w.+@-]{0,63}$/.test(value)) return value;
  throw new WrongArgument("a name of 1 to 64 letters, digits, dots and hyphens");
}
