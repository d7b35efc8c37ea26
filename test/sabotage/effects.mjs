/**
 * Loaded before the tests (test/sabotage/effects.ts). What an act writes in one statement are its effects: rows it puts into a
 * table, and changes by their name. EFFECTS_TO notes in a file which test file caused which, and how many milliseconds after its first test began;
 * EFFECTS_GONE, a file, says by test file which one is left out of what is sent there, as a forgotten line would be. A file that has turned red is
 * not run to its end then.
 */
import { appendFileSync, readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import pg from "pg";
import NativeEnvironment from "../support/native-environment.mjs";

const { EFFECTS_TO: file, EFFECTS_GONE: left } = process.env;
const gone = left ? JSON.parse(readFileSync(left, "utf8")) : {};
const noted = new Set();
const { query } = pg.Client.prototype;
let [began, red] = [0, false];

NativeEnvironment.prototype.handleTestEvent = ({ name, test }) => {
  if (name === "run_start") [began, red] = [performance.now(), false];
  if (name === "test_done" && test.errors.length > 0) red = true;
  if (name === "test_start" && red && left) test.mode = "skip";
};

pg.Client.prototype.query = function (config, ...more) {
  if (Array.isArray(config?.statements)) for (const statement of config.statements) look(statement);
  return query.call(this, config, ...more);
};

function look(statement) {
  if (!/^with [a-z0-9_]+ as \(/.test(statement.text) || !/ as done$| as [a-z0-9_]+$/.test(statement.text)) return;
  const parts = partsOf(statement.text);
  const operation = operationOf(parts, statement.values ?? []);
  if (operation === null) return;
  for (const part of parts) {
    const effect = `${operation}/${part.name}`;
    if (file) note(effect);
    if (effect === gone[testPath()]) leaveOut(statement, part);
  }
}

/** `name as (body)`, one after the other, from the first to where the last one ends. */
function partsOf(text) {
  const parts = [];
  let at = "with ".length;
  for (;;) {
    const [head, name] = /^([a-z0-9_]+) as \(/.exec(text.slice(at)) ?? [];
    if (head === undefined) return parts;
    const from = at + head.length;
    let [depth, end, quoted] = [1, from, false];
    for (; depth > 0 && end < text.length; end += 1) {
      if (text[end] === "'") quoted = !quoted;
      else if (!quoted) depth += text[end] === "(" ? 1 : text[end] === ")" ? -1 : 0;
    }
    parts.push({ name, from, to: end - 1, body: text.slice(from, end - 1) });
    const between = /^,\s*/.exec(text.slice(end));
    if (!between) return parts;
    at = end + between[0].length;
  }
}

/** The line in the audit trail says what the act is called; without one its key does. */
function operationOf(parts, values) {
  const valueIn = (part, nth) => values[Number([...part.body.matchAll(/\$(\d+)/g)][nth]?.[1]) - 1];
  const audit = parts.find(({ name }) => name === "put_audit_event");
  if (audit) return JSON.parse(String(valueIn(audit, 0)))[0]?.operation ?? null;
  const key = parts.find(({ name }) => name === "keep_outcome");
  return key ? String(values[Number(/operation = \$(\d+)/.exec(key.body)?.[1]) - 1]) : null;
}

function leaveOut(statement, { name, from, to, body }) {
  const must = new RegExp(`when (\\d+) then \\d+ else act_does_not_stand\\('${name}'\\)`).exec(statement.text)?.[1] ?? "1";
  const parameters = [...new Set([...body.matchAll(/\$(\d+)/g)].map(([p]) => p))];
  const used = parameters.map((p) => `${p}::text is not distinct from ${p}::text`).join(" and ") || "true";
  const instead = name.startsWith("put_") ? `${body} where false` : `select 1 from generate_series(1, ${must}) where ${used}`;
  statement.text = statement.text.slice(0, from) + instead + statement.text.slice(to);
  // the name stands for the whole text
  statement.name = undefined;
}

function testPath() {
  return globalThis[Symbol.for("$$jest-matchers-object")]?.state?.testPath;
}

function note(effect) {
  const test = testPath();
  if (test === undefined || noted.has(`${effect} ${test}`)) return;
  noted.add(`${effect} ${test}`);
  appendFileSync(file, `${JSON.stringify([effect, test, Math.round(performance.now() - began)])}\n`);
}
