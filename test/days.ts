/**
 * npm run test:days -- [2026-12-05T10:00 ...]: the tests that know a day, on days that are not like others, one run after the
 * other. What a test expects of such a day it derives from the calendar, never from a number that was right on a Wednesday.
 */
import { spawnSync } from "node:child_process";

const DAYS = [
  ["2026-11-29T14:00", "a Sunday"],
  ["2026-12-05T10:00", "a Saturday"],
  ["2026-12-23T10:00", "the last working day before Christmas"],
  ["2026-12-31T23:30", "the last evening of a year"],
  ["2027-03-26T10:00", "Good Friday"],
  ["2027-03-27T22:00", "the eve of the change to summer time"],
  ["2027-03-29T10:00", "Easter Monday"],
  ["2027-10-30T22:00", "the eve of the change to winter time"],
  ["2028-02-29T10:00", "29 February"],
] as const;
const ROOMS = "test/(assembly|bookings|capacity|claims|contracts|gateway|ledger|members|network|promise|rates|seeds|settlement)/";
/** Whoever comes first, how many at once and through which crash does not depend on the day. */
const NOT_OF_A_DAY = ["\\.race\\.", "\\.crash\\.", "/interleavings", "/model\\.", "/rotation", "/simulate", "/gateway/http"];

const asked = process.argv.slice(2);
const days = asked.length > 0 ? asked.map((day) => [day, "as asked"] as const) : DAYS;
const failed = days.filter(([day, what]) => {
  process.stdout.write(`\n${day} in Copenhagen, ${what}\n`);
  const jest = [
    "test",
    "--silent",
    "--",
    "--testPathPatterns",
    ROOMS,
    ...NOT_OF_A_DAY.flatMap((path) => ["--testPathIgnorePatterns", path]),
  ];
  return spawnSync("npm", jest, { stdio: "inherit", env: { ...process.env, TEST_CLOCK: day } }).status !== 0;
});
process.stdout.write(
  `\n${days.length - failed.length} of ${days.length} days passed${failed.map(([day]) => `\n  failed: ${day}`).join("")}\n`,
);
process.exitCode = failed.length > 0 ? 1 : 0;
