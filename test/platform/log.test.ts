import { expect, test } from "@jest/globals";
import { DrizzleQueryError } from "drizzle-orm/errors";
import { invariant } from "../../src/kernel/invariant.js";
import { createLog, strikeOut, type LogFields } from "../../src/platform/log.js";

function lines(level = "info"): { log: ReturnType<typeof createLog>; out: string[] } {
  const out: string[] = [];
  return { log: createLog(level, (line) => void out.push(line)), out };
}

test("a line holds the listed fields and nothing else", () => {
  const { log, out } = lines();
  const fields = { traceId: "t1", durationMs: 12, cpr: "0101701234", name: "Ida" } as LogFields;
  log.info("answered", fields);
  const line: Record<string, unknown> = JSON.parse(out[0] ?? "");
  expect(Object.keys(line).sort()).toEqual(["durationMs", "level", "msg", "time", "traceId"]);
});

test("an error of the database tells its state and constraint, not the values", () => {
  const { log, out } = lines();
  const cause = Object.assign(new Error("duplicate key value (Ida Holm)"), {
    code: "23505",
    constraint: "member_is_known_once",
    detail: "Key (cpr)=(0101701234)",
  });
  log.error("failed", { err: new DrizzleQueryError("insert into member values ($1)", ["0101701234", "Ida Holm"], cause) });
  expect(out[0]).toContain("23505");
  expect(out[0]).toContain("member_is_known_once");
  expect(out[0]).not.toMatch(/Ida|010170|insert into/);
});

test("our own errors keep their message", () => {
  const { log, out } = lines();
  try {
    invariant(false, "a slot has a capacity");
  } catch (err) {
    log.error("failed", { err });
  }
  expect(out[0]).toContain("a slot has a capacity");
});

test("whatever looks like a civil registration number is struck out of the finished line", () => {
  const { log, out } = lines();
  log.warn("rejected 010170-1234", { note: "and 0101701234" });
  expect(out[0]).not.toMatch(/1234/);
  expect(strikeOut('"01890a5d-ac96-774b-bcce-b302099a8057" 1732456789012')).toBe('"01890a5d-ac96-774b-bcce-b302099a8057" 1732456789012');
});

test("a silent log says nothing", () => {
  const { log, out } = lines("silent");
  log.error("x");
  expect(out).toEqual([]);
});
