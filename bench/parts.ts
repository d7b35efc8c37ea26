/** The list of everything that is measured. A new part is a file of its own and a line here. */
import { run as bankStatement } from "./bank-statement.js";
import { run as booking } from "./booking.js";
import { run as calendars } from "./calendars.js";
import type { BenchContext } from "./context.js";
import { run as intake } from "./intake.js";
import { run as matching, NATIONAL } from "./matching.js";
import { run as members } from "./members.js";
import { run as network } from "./network.js";
import { run as promise } from "./promise.js";
import { run as rules } from "./rules.js";
import { run as screens } from "./screens.js";
import { run as search } from "./search.js";
import { run as security } from "./security.js";
import { run as settlement } from "./settlement.js";
import { run as storage } from "./storage.js";
import type { PART_NAMES } from "./part-names.js";
import { atLeast, atMost, type Bar, type PartResult } from "./ratios.js";

export type Part = {
  readonly name: (typeof PART_NAMES)[number];
  /** The scales at which a run of everything includes it: what does not depend on the number of slots is measured at the small one. */
  readonly at: readonly BenchContext["scale"][];
  /** Too long for a short run. */
  readonly long?: boolean;
  readonly run: (ctx: BenchContext) => Promise<readonly PartResult[]>;
};

export const PARTS: readonly Part[] = [
  { name: "search", at: ["small", "full"], run: search },
  { name: "booking", at: ["small"], run: booking },
  { name: "screens", at: ["small"], run: screens },
  {
    name: "rules",
    at: ["small"],
    run: async ({ short }) => {
      const { decisionsPerSecond, cpuRatio, targetPerSecond, perKind, cases } = await rules(short ? 300 : 1_000);
      const bars = [atLeast("decisions per second on one core", targetPerSecond, decisionsPerSecond)];
      return [
        alone("rules", "Decisions of the insurance conditions", { cases, ...lowerKeys(perKind), decisionsPerSecond, cpuRatio }, bars),
      ];
    },
  },
  {
    name: "matching",
    at: ["small"],
    run: async ({ short }) => {
      const { preferCpuRatio = NaN, ...figures } = matching(short ? { ...NATIONAL, changes: 100 } : NATIONAL);
      const of = (name: string): number => figures[name] ?? NaN;
      const bars = [
        atMost("10,000 claims decided, ms", 1_000, of("decidedMs")),
        atMost("a change of the plan, P99 ms", 20, of("changeP99Ms")),
        // what a plan that was only changed is off by; nobody is sent anywhere by it before the best is asked for
        atMost(
          "late after these changes and not in the best plan, of those placed",
          0.1,
          (of("lateChanged") - of("lateBest")) / of("placedAtEnd"),
        ),
        atMost("kilometres after them / of the best plan", 1.25, of("kmChanged") / of("kmBest")),
      ];
      return [
        alone("matching", "The promise at national size", figures, bars),
        alone("matching best", "Of those who have a place, each in the best", { preferMs: of("preferMs"), cpuRatio: preferCpuRatio }, []),
      ];
    },
  },
  { name: "promise", at: ["small"], long: true, run: promise },
  { name: "security", at: ["small"], run: security },
  {
    name: "intake",
    at: ["small"],
    run: async ({ short }) => {
      const {
        ratioToCopy,
        cpuRatio,
        target,
        unchangedRowsWritten,
        copyRowsPerSecond,
        publishRowsPerSecond,
        unchangedLinesPerSecond,
        lines,
        beside,
      } = await intake({
        rounds: short ? 2 : 5,
      });
      const bars = [
        atLeast("rows per second, publishSlots / COPY", target, ratioToCopy),
        atMost("rows written by publishing the same again", 0, unchangedRowsWritten),
      ];
      const figures = { lines, copyRowsPerSecond, publishRowsPerSecond, unchangedLinesPerSecond, ratioToCopy, cpuRatio };
      const { longMs, longCpuMs, endlessMs, neverMs, gatewayCpuMs, entries, bytes } = await calendars(short ? 3 : 9);
      const calendarBars = [
        atMost("a calendar of 20,000 entries, ms of the thread that reads it", 300, longCpuMs),
        atMost("of it in the thread that answers requests, ms", 10, gatewayCpuMs),
        atMost("forty endless series since 1990, ms", 100, endlessMs),
        atMost("for which it comes to no other request while they are put, ms of its processor time", 30, beside.besideHeldMs),
        atMost("P99 of other requests while they are put / beside a process that only uses a processor", 2, beside.p99RatioToBusy),
      ];
      return [
        alone("intake", "Ten thousand openings through publishSlots", figures, bars),
        alone(
          "intake-calendars",
          "Calendars of others",
          { entries, bytes, longCpuMs, longMs, endlessMs, neverMs, gatewayCpuMs, ...beside },
          calendarBars,
        ),
      ];
    },
  },
  {
    name: "members",
    at: ["small"],
    run: async ({ short }) => {
      const figures = await members({ members: short ? 20_000 : 300_000 });
      const bars = [
        atMost("300,000 members with policies, seconds", 300, 300_000 / figures.membersPerSecond),
        atLeast("members per second / COPY", 0.1, figures.ratioToCopy),
      ];
      return [alone("members", "Members with policies in files of 20,000", figures, bars)];
    },
  },
  {
    name: "network",
    at: ["small"],
    run: async ({ short }) => {
      const figures = await network(short ? { clinics: 500, practitioners: 2_000 } : {});
      const bars = [
        atMost("5,000 clinics, seconds", 300, (figures.clinicSeconds / figures.clinics) * 5_000),
        atMost("20,000 practitioners, seconds", 300, (figures.practitionerSeconds / figures.practitioners) * 20_000),
        atLeast("rows per second / COPY", 0.1, figures.ratioToCopy),
      ];
      return [alone("network", "A network of clinics and practitioners in files", { ...figures }, bars)];
    },
  },
  {
    name: "settlement",
    at: ["small"],
    run: async ({ short }) => {
      const { name: _name, passed: _passed, targetMs, ...figures } = await settlement({ lines: short ? 10_000 : 100_000, rounds: 2 });
      const bars = [
        atMost(`${figures.lines.toLocaleString("en")} lines closed, ms`, targetMs, figures.closeMs),
        atMost("that a dispute waited meanwhile at the longest, ms", 1_500, figures.longestWaitMs),
        atMost("that a booking waited for the book meanwhile, ms", 500, figures.longestBookingMs),
        atMost("that the process grew to meanwhile, MB", 150, figures.memoryMb),
      ];
      const statement = await bankStatement(short ? 10_000 : 100_000);
      const statementBars = [
        atMost("of a statement in the thread that answers requests, ms", 250, statement.keptMs),
        atMost("that the process grew to while it was read, MB", 900, statement.readMb),
        atMost("exceptions that a statement of others makes", 2, statement.exceptions),
      ];
      return [
        alone("settlement", "Closing a batch", figures, bars),
        alone("settlement-statement", "An account statement of others' entries", statement, statementBars),
      ];
    },
  },
  { name: "storage", at: ["small", "full"], run: storage },
];

/** A part that has no floor beside it. */
function alone(name: string, title: string, figures: Readonly<Record<string, number>>, bars: readonly Bar[]): PartResult {
  return { name, title, compared: [], bars, figures, notes: [] };
}

function lowerKeys(of: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key.toLowerCase(), value]));
}
