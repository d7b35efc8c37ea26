/**
 * npm run erasures -- export > journal.ndjson: who was erased, as ids, for a file outside the database and its backups.
 * npm run erasures -- replay < journal.ndjson: after a restore, before the gateway is opened to anyone;
 * of several gateways the journals one after the other.
 */
import { text as contentOf } from "node:stream/consumers";
import { erasureJournal, replayErasures } from "../features/members/erasure/erase-member.js";
import { command, oneOf } from "./command.js";

const act = oneOf("export", "replay");

export const erasures = command({
  name: "erasures",
  summary: "the journal of erased persons: written out (export), or carried out again after a restore (replay)",
  arguments: {
    act: { says: "export writes the journal to standard output, replay reads it from standard input", read: act },
  },
  database: { which: "NAMED" },
  // 1: a person has to look at somebody: unknown here, undecided, or a line that cannot be read
  run: async ({ act }, { database, say }) => {
    if (act === "export") for (const line of await erasureJournal(database)) say(JSON.stringify(line));
    else {
      const replayed = await replayErasures(database, await contentOf(process.stdin));
      say(JSON.stringify(replayed));
      return replayed.unknown.length + replayed.undecided.length + replayed.unreadable === 0 ? 0 : 1;
    }
    return 0;
  },
});
