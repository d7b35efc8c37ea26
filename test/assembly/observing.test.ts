/** Figures and traces of a gateway at work: what is counted, what hangs together, and that nobody's data is in any of it. */
import "reflect-metadata";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { context, propagation, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { lookAgain } from "../../src/platform/traces.js";
import { runJob } from "../../src/assembly/run-jobs.js";
import { createLog } from "../../src/platform/log.js";
import { personalData } from "../../src/platform/people/personal-data.js";
import { bookSlot } from "../bookings/documents.js";
import { startApp, type TestApp } from "../support/app.js";

const CANARY = "Kanariefugl";
const CALLER = "0af7651916cd43dd8448eb211c80319c";
const exporter = new InMemorySpanExporter();
let t: TestApp;
beforeAll(async () => {
  trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }));
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  lookAgain();
  t = await startApp({ METRICS_PORT: "0" });
});
afterAll(async () => {
  await t.stop();
  for (const each of [trace, context, propagation]) each.disable();
  lookAgain();
});

const scrape = async (): Promise<string> => (await fetch(`http://127.0.0.1:${t.app.metricsPort}/metrics`)).text();
const valueOf = (text: string, series: string): number | undefined => {
  const line = text.split("\n").find((each) => each.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
};

async function booked(headers: Record<string, string> = {}): Promise<void> {
  const clinic = await t.make.clinic();
  const slot = await t.make.slot(clinic);
  const member = await t.make.member({ row: { given_names: CANARY } });
  const claim = await t.make.claim(member);
  const { codes, errors } = await bookSlot(t.as({ sub: member.subject, role: "MEMBER" }, headers), claim, slot);
  expect([codes, errors]).toEqual([[], undefined]);
}

it("counts requests by root field and outcome, statements by name, connections by pool", async () => {
  await booked();
  await t.as(null)("{ nobodyKnowsThisField }");
  await t.as(null)("query Kanariefugl { services { code } }");
  const text = await scrape();
  expect(valueOf(text, 'gateway_request_seconds_count{operation="bookSlot",code="OK"}')).toBe(1);
  expect(valueOf(text, 'gateway_request_seconds_count{operation="services",code="OK"}')).toBe(1);
  // a caller's own words are no labels
  expect(text).not.toContain("nobodyKnowsThisField");
  expect(text).not.toContain(CANARY);
  expect(valueOf(text, 'gateway_statement_seconds_count{statement="write"}')).toBeGreaterThan(0);
  expect(valueOf(text, 'gateway_pool_connections{pool="requests",state="waiting"}')).toBe(0);
  expect(valueOf(text, 'gateway_pool_connections{pool="requests",state="open"}')).toBeGreaterThan(0);
  expect(text).toMatch(/^gateway_nodejs_eventloop_lag_seconds /m);
  expect(text).toMatch(/^gateway_process_resident_memory_bytes /m);
});

it("tells what waits: events, promises, money, jobs", async () => {
  const before = await scrape();
  expect(valueOf(before, "gateway_figures_read")).toBe(1);
  const ctx = { database: t.app.database, log: createLog("silent"), personalData: personalData(KEY, KEY), now: null };
  await runJob({ name: "tried", everySeconds: 60, by: "ONE", run: () => Promise.resolve({ done: 1 }) }, ctx);
  await t.rows("insert into job_run (id, job, started_at) values (gen_random_uuid(), 'tried', now() - interval '100 seconds')");
  await t.rows("update claim set promise_state = 'AT_RISK', guarantee_outcome = 'RUNNING'");
  await t.rows("update outbox set created_at = now() - interval '90 seconds'");
  const { now } = performance;
  performance.now = () => now.call(performance) + 20_000;
  const text = await scrape().finally(() => (performance.now = now));
  expect(valueOf(text, "gateway_events_waiting")).toBeGreaterThan(0);
  expect(valueOf(text, "gateway_oldest_event_seconds")).toBeGreaterThanOrEqual(90);
  expect(valueOf(text, "gateway_promises_at_risk")).toBeGreaterThan(0);
  expect(valueOf(text, "gateway_settlement_lines_waiting")).toBe(0);
  expect(valueOf(text, 'gateway_job_age_seconds{job="tried"}')).toBeGreaterThanOrEqual(100);
  expect(valueOf(text, 'gateway_obstacle{obstacle="WRITES"}')).toBe(0);
});

it("is not on the port of callers", async () => {
  expect((await fetch(`${t.url}/metrics`)).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${t.app.metricsPort}/graphql`)).status).toBe(404);
});

it("hangs listener, execution and transactions under the caller's trace, with names only", async () => {
  exporter.reset();
  await booked({ traceparent: `00-${CALLER}-b7ad6b7169203331-01` });
  const spans = exporter.getFinishedSpans();
  const byName = new Map(spans.map((span) => [span.name, span]));
  const [listener, execution, transaction] = ["listener /graphql", "execution bookSlot", "transaction REQUESTS"].map((name) =>
    byName.get(name),
  );
  expect([listener, execution, transaction].map((span) => span?.spanContext().traceId)).toEqual([CALLER, CALLER, CALLER]);
  expect(listener?.parentSpanContext?.spanId).toBe("b7ad6b7169203331");
  expect(execution?.parentSpanContext?.spanId).toBe(listener?.spanContext().spanId);
  expect(transaction?.parentSpanContext?.spanId).toBe(execution?.spanContext().spanId);
  expect(JSON.stringify(spans.map(({ name, attributes, status, events }) => ({ name, attributes, status, events })))).not.toContain(CANARY);
  // the audit trail and the log bear the same trace
  expect(await t.rows("select distinct trace_id from audit_event where operation = 'bookSlot' and trace_id = $1", [CALLER])).toHaveLength(
    1,
  );
});

it("a job is a trace of its own", async () => {
  exporter.reset();
  const ctx = { database: t.app.database, log: createLog("silent"), personalData: personalData(KEY, KEY), now: null };
  await runJob({ name: "seen", everySeconds: 60, by: "ONE", run: () => Promise.resolve({ done: 1 }) }, ctx);
  expect(exporter.getFinishedSpans().map(({ name }) => name)).toContain("job seen");
});

it("a hook that stands between the sources and a module of Node finds the module, not itself", async () => {
  const dir = mkdtempSync(path.join(tmpdir(), "hook-"));
  // as import-in-the-middle does it: the wrapper imports what it wraps
  writeFileSync(
    path.join(dir, "hook.mjs"),
    `import { registerHooks } from "node:module";
     registerHooks({
       resolve: (specifier, context, next) => specifier === "node:path" && !context.parentURL?.includes("wrapper")
         ? { url: "node:path?wrapper", format: "module", shortCircuit: true } : next(specifier, context),
       load: (url, context, next) => url === "node:path?wrapper"
         ? { format: "module", shortCircuit: true, source: 'import * as real from "node:path"; export const join = real.join; export default real.default; export const { resolve, basename, dirname, sep, extname, relative } = real;' }
         : next(url, context),
     });`,
  );
  const args = ["--no-warnings", "--import", path.join(dir, "hook.mjs"), "--import", "./src/typescript.mjs", "src/main.ts"];
  // settings that cannot be used: the start has loaded enough to say so, and ends there
  const ended = promisify(execFile)(process.execPath, args, { env: { ...process.env, NODE_ENV: "nearly production" } });
  await expect(ended).rejects.toThrow("NODE_ENV must be exactly one of");
  rmSync(dir, { recursive: true });
}, 60_000);

const KEY = Buffer.alloc(32, 1).toString("base64");
