/** The alert rules, the dashboard and the runbook speak of figures that a gateway really has. What the rules do promtool tries (npm run test:alerts). */
import { readFileSync } from "node:fs";
import { expect, it } from "@jest/globals";
import { makeMetrics } from "../../src/assembly/observe/metrics.js";

const rules = readFileSync("deploy/observe/alerts.yml", "utf8");
const dashboard = readFileSync("deploy/observe/dashboard.json", "utf8");
const tried = readFileSync("deploy/observe/alerts.test.yml", "utf8");
const runbook = readFileSync("docs/operations/runbook.md", "utf8");
const alerts = [...rules.matchAll(/- alert: (\w+)/g)].map(([, name = ""]) => name);

const NONE = { totalCount: 0, idleCount: 0, waitingCount: 0 };

async function series(): Promise<Set<string>> {
  const metrics = makeMetrics("0.0.0");
  metrics.answered("bookSlot", "OK", 1);
  metrics.tripped("write", 1);
  metrics.worked("seal-audit", 1, null);
  metrics.watchPools({ pools: { REQUESTS: NONE, IDENTITY: NONE, WORKER: NONE, RETENTION: NONE }, directory: NONE } as never);
  metrics.read(() => Promise.resolve(null));
  metrics.ready(() => Promise.resolve([]));
  return new Set([...(await metrics.text()).matchAll(/^# TYPE (\w+)/gm)].map(([, name = ""]) => name));
}

it.each([
  ["alerts", rules],
  ["dashboard", dashboard],
])("%s name only figures that there are", async (_, text) => {
  const known = await series();
  const named = [...text.matchAll(/\bgateway_[a-z0-9_]+/g)].map(([name]) => name.replace(/_(bucket|count|sum)$/, ""));
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});

it("every alert has its page in the runbook and is tried both ways", () => {
  expect(alerts.length).toBeGreaterThan(20);
  const pages = [...runbook.matchAll(/^## (\w+)/gm)].map(([, name = ""]) => name);
  expect(pages.sort()).toEqual([...alerts].sort());
  for (const name of alerts) expect([name, tried.split(`alertname: ${name}\n`).length - 1]).toEqual([name, 2]);
});

it("the dashboard is a dashboard, and every alert says who is woken", () => {
  const { title, panels } = JSON.parse(dashboard) as { title: string; panels: { title: string; targets: { expr: string }[] }[] };
  expect(title).toBe("Provider Network Gateway");
  expect(panels.every((panel) => panel.targets.every(({ expr }) => expr.includes("gateway")))).toBe(true);
  expect(rules.match(/severity: (page|ticket)/g)).toHaveLength(alerts.length);
});
