/**
 * Loaded before a gateway by test/soak.ts: notes in the file of PROBE_TO, every ten seconds, what this process holds. The heap is that after a
 * collection: what is garbage is nobody's leak.
 */
import { appendFileSync } from "node:fs";
import { setInterval } from "node:timers";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import pg from "pg";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");
const EVERY_MS = 10_000;

/** Names of prepared statements, by connection. */
const named = new Map();
/** Names ever seen: those that the program has are met sooner or later, and one that is made up would be a new one each time. */
const ever = new Set();
const { parse } = pg.Connection.prototype;
pg.Connection.prototype.parse = function (query, more) {
  if (query.name) {
    if (!named.has(this)) {
      named.set(this, new Set());
      this.once("end", () => named.delete(this));
    }
    named.get(this).add(query.name);
    ever.add(query.name);
  }
  return parse.call(this, query, more);
};

setInterval(() => {
  collect();
  const { rss, heapUsed, external } = process.memoryUsage();
  const note = {
    rssMb: rss / 2 ** 20,
    heapMb: (heapUsed + external) / 2 ** 20,
    handles: process.getActiveResourcesInfo().filter((kind) => kind !== "Timeout" && kind !== "Immediate").length,
    timers: process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length,
    statementNames: ever.size,
    preparedOfOne: Math.max(0, ...[...named.values()].map((names) => names.size)),
    prepared: [...named.values()].reduce((sum, names) => sum + names.size, 0),
  };
  appendFileSync(process.env.PROBE_TO, `${JSON.stringify(note)}\n`);
}, EVERY_MS).unref();
