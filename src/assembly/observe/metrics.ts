/**
 * What a gateway counts, for Prometheus. Labels come from closed lists (fields of the schema, codes, names of statements and jobs),
 * so that their number is bounded and nobody's data can be in them.
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Database } from "../../platform/postgres/database.js";
import type { OnJob } from "../run-jobs.js";
import type { Figures } from "./figures.js";

export type Metrics = {
  /** `operation` is the root field; `code` OK, or the first error's code. */
  readonly answered: (operation: string, code: string, seconds: number) => void;
  readonly tripped: (statement: string, seconds: number) => void;
  readonly worked: OnJob;
  readonly watchPools: (database: Database) => void;
  /** Asked at most every fifteen seconds; null when the database does not answer. */
  readonly read: (figures: () => Promise<Figures | null>) => void;
  readonly ready: (obstacles: () => Promise<readonly string[]>) => void;
  readonly text: () => Promise<string>;
  readonly type: string;
};

/** The borders of the service levels (docs/operations/service-levels.md) are among them. */
const REQUEST_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const STATEMENT_SECONDS = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5];
const JOB_SECONDS = [0.01, 0.1, 1, 10, 60, 600];
const FIGURES_MS = 15_000;
const OBSTACLES = ["WRITES", "JOBS", "PLAN", "DISK"];

export function makeMetrics(version: string): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register, prefix: "gateway_" });
  new Gauge({ name: "gateway_build", help: "1, with the version that runs.", labelNames: ["version"], registers }).set({ version }, 1);
  const requests = new Histogram({
    name: "gateway_request_seconds",
    help: "Time from a request's arrival at the API to its answer, by the operation's root field and OK or the first error's code.",
    labelNames: ["operation", "code"],
    buckets: REQUEST_SECONDS,
    registers,
  });
  const statements = new Histogram({
    name: "gateway_statement_seconds",
    help: "Time of a round trip to the database, by the name of its last statement.",
    labelNames: ["statement"],
    buckets: STATEMENT_SECONDS,
    registers,
  });
  const jobs = new Histogram({
    name: "gateway_job_seconds",
    help: "Time of a run of a job.",
    labelNames: ["job"],
    buckets: JOB_SECONDS,
    registers,
  });
  const failures = new Counter({ name: "gateway_job_failures_total", help: "Runs of a job that failed.", labelNames: ["job"], registers });
  return {
    answered: (operation, code, seconds) => requests.observe({ operation, code }, seconds),
    tripped: (statement, seconds) => statements.observe({ statement }, seconds),
    worked: (job, seconds, figures) => {
      jobs.observe({ job }, seconds);
      if (figures === null) failures.inc({ job });
    },
    watchPools: (database) => poolGauges(database, registers),
    read: (figures) => figureGauges(figures, registers),
    ready: (obstacles) => readyGauge(obstacles, registers),
    text: () => register.metrics(),
    type: register.contentType,
  };
}

function poolGauges({ pools, directory }: Database, registers: Registry[]): void {
  const all = { requests: pools.REQUESTS, identity: pools.IDENTITY, jobs: pools.WORKER, removal: pools.RETENTION, searches: directory };
  const gauge = new Gauge({
    name: "gateway_pool_connections",
    help: "Connections to the database by pool: open ones, idle ones, and requests that wait for one.",
    labelNames: ["pool", "state"],
    registers,
    collect: () => {
      for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries(all)) {
        gauge.set({ pool, state: "open" }, totalCount);
        gauge.set({ pool, state: "idle" }, idleCount);
        gauge.set({ pool, state: "waiting" }, waitingCount);
      }
    },
  });
}

function readyGauge(obstacles: () => Promise<readonly string[]>, registers: Registry[]): void {
  const gauge = new Gauge({
    name: "gateway_obstacle",
    help: "1 for what makes /ready red: nothing can be committed, a job stands still, the plan of the promises is old, no room on the disk.",
    labelNames: ["obstacle"],
    registers,
    collect: async () => {
      const found = await obstacles();
      for (const obstacle of OBSTACLES) gauge.set({ obstacle }, found.includes(obstacle) ? 1 : 0);
    },
  });
}

/** What each figure is called and means; `null` is "there is none". */
const FIGURES: Readonly<Record<Exclude<keyof Figures, "jobs">, readonly [name: string, help: string]>> = {
  eventsWaiting: ["gateway_events_waiting", "Events in the outbox that have not been delivered."],
  oldestEventSeconds: ["gateway_oldest_event_seconds", "Age of the oldest event that has not been delivered."],
  eventsDead: ["gateway_events_dead", "Events that were given up without being delivered."],
  promisesRunning: ["gateway_promises_running", "Claims whose guarantee runs."],
  promisesAtRisk: ["gateway_promises_at_risk", "Of these, claims whose promise is at risk."],
  promisesBreached: ["gateway_promises_breached", "Claims whose promise was broken in the last thirty days."],
  oldestUnmetSeconds: [
    "gateway_oldest_unmet_promise_seconds",
    "Time since the oldest deadline that passed without a met promise or a stamped breach.",
  ],
  linesWaiting: ["gateway_settlement_lines_waiting", "Settlement lines that are not part of a payment yet."],
  waitingOre: ["gateway_settlement_waiting_ore", "Their sum in øre."],
  oldestLineSeconds: ["gateway_oldest_waiting_line_seconds", "Time since the oldest of them became payable."],
  paymentsOverdue: ["gateway_payments_overdue", "Payments that the bank has not booked two days after their day."],
  bankExceptions: ["gateway_bank_exceptions", "Lines of files of the bank that fit nothing and wait for a person."],
  alertsOpen: ["gateway_alerts_open", "Alerts that nobody has resolved."],
  unsealedSeconds: ["gateway_audit_unsealed_seconds", "Age of the oldest line of the audit trail that is not sealed."],
};

function figureGauges(read: () => Promise<Figures | null>, registers: Registry[]): void {
  let asked: { readonly at: number; readonly figures: Promise<Figures | null> } | null = null;
  const fresh = (): Promise<Figures | null> => {
    if (asked === null || performance.now() - asked.at > FIGURES_MS) asked = { at: performance.now(), figures: read() };
    return asked.figures;
  };
  for (const [key, [name, help]] of Object.entries(FIGURES)) {
    const gauge = new Gauge({
      name,
      help,
      registers,
      collect: async () => {
        const figures = await fresh();
        gauge.reset();
        if (figures) gauge.set(figures[key as keyof typeof FIGURES]);
        else gauge.remove();
      },
    });
  }
  const age = new Gauge({
    name: "gateway_job_age_seconds",
    help: "Time since a job ended last at any gateway, or since it began and has not ended.",
    labelNames: ["job"],
    registers,
    collect: async () => {
      age.reset();
      for (const [job, seconds] of Object.entries((await fresh())?.jobs ?? {})) age.set({ job }, seconds);
    },
  });
  const up: Gauge = new Gauge({
    name: "gateway_figures_read",
    help: "1 when the figures of the network could be read from the database.",
    registers,
    collect: async (): Promise<void> => {
      up.set((await fresh()) === null ? 0 : 1);
    },
  });
}
