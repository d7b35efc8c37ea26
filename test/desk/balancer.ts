/**
 * What stands before several gateways: each request goes to the next one, a stream stays where it began, and a gateway that takes no connection is passed
 * over. Nothing is sent twice: a request that was cut off is answered with 502, as a balancer does.
 */
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Balancer = {
  readonly url: string;
  /** How many requests of the graph each gateway answered, by its address. */
  readonly answered: ReadonlyMap<string, number>;
  readonly stop: () => Promise<void>;
};

const isRefused = (error: unknown): boolean => (error as { code?: string }).code === "ECONNREFUSED";

export async function startBalancer(gateways: () => readonly string[]): Promise<Balancer> {
  const answered = new Map<string, number>();
  let turn = 0;
  const pass = (to: string, req: IncomingMessage, body: Buffer, res: ServerResponse): Promise<void> =>
    new Promise((resolve, reject) => {
      const { method = "GET", url = "/", headers } = req;
      const onward = ask(new URL(url, to), { method, headers, agent: false });
      onward.once("response", (answer) => {
        if (url === "/graphql") answered.set(to, (answered.get(to) ?? 0) + 1);
        res.writeHead(answer.statusCode ?? 502, answer.headers);
        // a stream says first that it has begun
        res.flushHeaders();
        answer.pipe(res);
        answer.once("error", () => res.destroy());
        answer.once("close", resolve);
      });
      onward.once("error", reject);
      res.once("close", () => onward.destroy());
      onward.end(body);
    });
  const server = createServer((req, res) => {
    void (async () => {
      const parts: Buffer[] = [];
      for await (const part of req) parts.push(part as Buffer);
      const all = gateways();
      const first = (turn += 1);
      for (let tried = 0; tried < all.length; tried += 1)
        try {
          return await pass(all[(first + tried) % all.length] ?? "", req, Buffer.concat(parts), res);
        } catch (error) {
          if (isRefused(error)) continue;
          break;
        }
      if (res.headersSent) res.destroy();
      else res.writeHead(502).end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answered,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
