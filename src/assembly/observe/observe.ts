/** What is counted of one gateway, and where it can be asked for. */
import { readFileSync } from "node:fs";
import type { Config } from "../config.js";
import { connectDatabase, type Database, type StatementListener } from "../../platform/postgres/database.js";
import { readFigures } from "./figures.js";
import { openMetricsDoor, type MetricsDoor } from "./metrics-door.js";
import { makeMetrics, type Metrics } from "./metrics.js";

export type Observed = {
  readonly metrics: Metrics;
  readonly onStatement: StatementListener;
  readonly open: (config: Config, database: Database, ready: () => Promise<readonly string[]>) => Promise<MetricsDoor | undefined>;
};

const PACKAGE = new URL("../../../package.json", import.meta.url);
/** Longer than that and the figures would hold up the scrape. */
const FIGURES_MS = 5_000;

export function observe(): Observed {
  const { version } = JSON.parse(readFileSync(PACKAGE, "utf8")) as { version: string };
  const metrics = makeMetrics(version);
  return {
    metrics,
    onStatement: (_, name) => {
      const began = performance.now();
      return () => metrics.tripped(name, (performance.now() - began) / 1_000);
    },
    open: async ({ metricsPort, metricsHost }, database, ready) => {
      if (metricsPort === null) return;
      // a connection of its own: who looks at a full house waits for none of its guests
      const own = connectDatabase(database.logins.url, {
        ...database.logins,
        max: 1,
        statementMs: FIGURES_MS,
        role: database.role,
        applicationName: "provider-network-metrics",
      });
      metrics.watchPools(database);
      metrics.ready(ready);
      metrics.read(() => readFigures(own));
      const door = await openMetricsDoor(metrics, metricsPort, metricsHost);
      return { port: door.port, stop: async () => void (await Promise.all([door.stop(), own.close()])) };
    },
  };
}
