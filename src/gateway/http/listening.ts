/** Node's server as this gateway runs it: its times, and how it begins and ends. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** `headersMs` is how long a connection may take to say what it wants. */
export function serverFor(handle: (req: IncomingMessage, res: ServerResponse) => Promise<void>, headersMs: number): Server {
  return createServer(
    // Node looks for connections past their time once in thirty seconds unless told otherwise
    {
      requestTimeout: 30_000,
      headersTimeout: headersMs,
      connectionsCheckingInterval: Math.min(1_000, headersMs),
      keepAliveTimeout: 65_000,
    },
    (req, res) => void handle(req, res),
  );
}

export function listen(server: Server, port: number, host: string): Promise<{ port: number; url: string }> {
  return new Promise((resolve, reject) => {
    // stays: with a WebSocket server attached, a port in use would otherwise go unheard
    server.once("error", reject);
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo;
      resolve({ port: taken, url: `http://${host.includes(":") ? `[${host}]` : host}:${taken}` });
    });
  });
}

/** Takes nothing new and answers what has begun; what takes longer than `graceMs` is cut off. */
export async function closeServer(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(cut);
}
