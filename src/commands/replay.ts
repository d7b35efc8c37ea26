/** npm run replay [-- --json]: makes every stored decision again and says which answer another way; ends with 1 if one does. */
import { replayDecisions, type ReplayReport } from "../features/claims/coverage/replay.store.js";
import { ANONYMOUS } from "../platform/viewer.js";
import { command } from "./command.js";

const SHOWN = 20;

export const replay = command({
  name: "replay",
  summary: "makes every stored decision again from its stored facts; ends with 1 if one answers another way",
  options: { json: { says: "the answer as JSON" } },
  database: { which: "NAMED", as: "VERIFIER" },
  run: async ({ json }, { database, say, where }) => {
    const report = await replayDecisions(database, {
      by: ANONYMOUS,
      onProgress: (done) => process.stderr.isTTY && process.stderr.write(`\r${done} decisions`),
    });
    if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
    say(json ? JSON.stringify({ ok: report.differing.length === 0, database: where, ...report }, null, 2) : inWords(report));
    return report.differing.length === 0 ? 0 : 1;
  },
});

function inWords({ decisions, differing }: ReplayReport): string {
  const lines = differing.slice(0, SHOWN).map(({ id, kind, why }) => `${kind} ${id}: ${why}`);
  const more = differing.length > SHOWN ? [`... and ${differing.length - SHOWN} more`] : [];
  return [...lines, ...more, `${decisions} decisions, ${differing.length} differ`].join("\n");
}
