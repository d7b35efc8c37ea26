import { execFileSync } from "node:child_process";import { expect, test } from "@jest/globals";


/** Setting TZ inside a test would not reach the engine; in a process of its own it does, and the offsets prove it. */
const SCRIPT = `
import { localDateOf, resolveLocal, startOfDay, workday, addMonths, localText } from "./src/kernel/calendar.ts";
for (const zone of ["UTC", "Europe/Copenhagen", "America/Los_Angeles", "Pacific/Apia"]) {
  process.env.TZ = zone;
  const days = [];
  for (const at of ["2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z", "2026-10-25T00:59:59Z", "2026-10-25T01:00:00Z", "2026-12-31T23:00:00Z", "2028-02-28T23:00:00Z"])
    days.push(localDateOf(at), localText(new Date(at)));
  const said = JSON.stringify([days, resolveLocal("2026-10-25", "02:30"), resolveLocal("2026-03-29", "02:30"), startOfDay("2027-03-28"), workday("2026-12-18", 10), addMonths("2027-08-31", 6)]);
  console.log(new Date("2026-07-01T00:00:00Z").getTimezoneOffset() + "\\t" + said);
}
`;

test("the calendar says the same in every time zone of the process", () => {
  const lines = execFileSync(process.execPath, ["--no-warnings", "--import", "./src/typescript.mjs", "--input-type=module", "-e", SCRIPT], {
    env: { ...process.env, NODE_OPTIONS: "" },
    encoding: "utf8",
  })
    .trim()
    .split("\n")
    .map((line) => line.split("\t"));
  expect(lines.map(([offset]) => offset)).toEqual(["0", "-120", "420", "-780"]);
  expect(new Set(lines.map(([, said]) => said)).size).toBe(1);
  expect(lines[0]?.[1]).toContain('"2026-03-29T01:59:59+01:00"');
});
