/** GET /metrics on a port of its own: figures are for the operator's network, not for that of callers. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Metrics } from "./metrics.js";

export type MetricsDoor = { readonly port: number; readonly stop: () => Promise<void> };

export async function openMetricsDoor(metrics: Metrics, port: number, host: string): Promise<MetricsDoor> {
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000 }, (req, res) => {
    if (req.method !== "GET" || req.url !== "/metrics") return void res.writeHead(404).end();
    metrics.text().then(
      (text) => res.writeHead(200, { "content-type": metrics.type, "cache-control": "no-store" }).end(text),
      () => res.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
