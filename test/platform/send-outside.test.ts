import { createServer, request as httpRequest, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { isPublicAddress, type Network } from "../../src/platform/outside/fetch-outside.js";
import { sendableAddress, sendOutside } from "../../src/platform/outside/send-outside.js";

let server: Server;
let seen: { req: IncomingMessage; body: string }[];
let answer: (req: IncomingMessage, res: ServerResponse) => void;
beforeAll(async () => {
  server = createServer((req, res) => {
    let body = "";
    req.on("data", (chunk) => (body += String(chunk)));
    req.on("end", () => {
      seen.push({ req, body });
      answer(req, res);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  seen = [];
  answer = (_, res) => res.writeHead(204).end();
});

const MESSAGE = { headers: { "content-type": "application/json", "webhook-id": "1" }, body: '{"æ":1}', limitMs: 400 };
const URL_OF = "https://hooks.example.org/a?key=1";
const over = (resolve: (host: string) => readonly string[], isPublic: (address: string) => boolean = isPublicAddress): Network => ({
  resolve: (host) => Promise.resolve(resolve(host)),
  isPublic,
  request: (options, answered) => httpRequest({ ...options, port: (server.address() as AddressInfo).port }, answered),
});
const reachable = sendOutside(
  over(
    () => ["127.0.0.1"],
    () => true,
  ),
);

test("an address is https at a name of the open internet, and nothing else", () => {
  for (const url of [URL_OF, "https://hooks.example.org", "https://HOOKS.example.org/x", "https://xn--8ca.example/"])
    expect([url, sendableAddress(url)?.protocol]).toEqual([url, "https:"]);
  for (const url of [
    "http://hooks.example.org/",
    "https://hooks.example.org:444/",
    "https://a:b@hooks.example.org/",
    "https://hooks.example.org/#x",
    "https://127.0.0.1/",
    "https://0x7f.0.0.1/",
    "https://2130706433/",
    "https://[::1]/",
    "https://localhost/",
    "https://a.localhost/",
    "https://a.localhost./",
    "https://server.local/",
    "https://metadata.google.internal/",
    "https://intranet/",
    "file:///etc/passwd",
    "",
    `https://hooks.example.org/${"x".repeat(2_000)}`,
  ])
    expect([url.slice(0, 40), sendableAddress(url)]).toEqual([url.slice(0, 40), null]);
});

describe("a message to the outside", () => {
  test("is posted whole, and only the status of the answer is read", async () => {
    answer = (_, res) => res.writeHead(202, { "retry-after": "7" }).end("x".repeat(1_000_000));
    expect(await reachable(URL_OF, MESSAGE)).toEqual({ kind: "ANSWERED", status: 202, retryAfterSeconds: 7 });
    expect(seen).toMatchObject([{ body: MESSAGE.body, req: { method: "POST", url: "/a?key=1", headers: { "webhook-id": "1" } } }]);
    for (const status of [400, 410, 429, 500]) {
      answer = (_, res) => res.writeHead(status).end();
      expect(await reachable(URL_OF, MESSAGE)).toMatchObject({ kind: "ANSWERED", status });
    }
  });

  test.each([["http://169.254.169.254/latest/meta-data"], ["http://localhost/"], ["https://hooks.example.org/b"]])(
    "is not sent on to %s",
    async (location) => {
      answer = (_, res) => res.writeHead(307, { location }).end();
      expect(await reachable(URL_OF, MESSAGE)).toEqual({ kind: "FAILED", fault: "FETCH_REDIRECTED" });
      expect(seen).toHaveLength(1);
    },
  );

  test.each([[["127.0.0.1"]], [["169.254.169.254"]], [["10.0.0.1"]], [["::1"]], [["::ffff:127.0.0.1"]], [["93.184.215.14", "10.0.0.1"]]])(
    "goes nowhere when its name means %s",
    async (addresses) => {
      expect(await sendOutside(over(() => addresses))(URL_OF, MESSAGE)).toEqual({ kind: "FAILED", fault: "FETCH_ADDRESS_FORBIDDEN" });
      expect(seen).toEqual([]);
    },
  );

  test("goes to the address that was checked, though the name means another a moment later", async () => {
    const told: string[] = [];
    let questions = 0;
    const sender = sendOutside({
      ...over(() => (questions++ === 0 ? ["93.184.215.14"] : ["127.0.0.1"])),
      request: (options, answered) => {
        options.lookup?.("hooks.example.org", {}, (_, found) => told.push(String(found)));
        return httpRequest({ ...options, host: "127.0.0.1", lookup: undefined, port: (server.address() as AddressInfo).port }, answered);
      },
    });
    await sender(URL_OF, MESSAGE);
    expect([told, questions]).toEqual([["93.184.215.14"], 1]);
  });

  test("is not waited for longer than its time, be it the name, the answer or a line that drops", async () => {
    answer = () => {};
    expect(await reachable(URL_OF, MESSAGE)).toEqual({ kind: "FAILED", fault: "FETCH_TOO_SLOW" });
    const lost = sendOutside({ ...over(() => []), resolve: () => new Promise(() => {}) });
    expect(await lost(URL_OF, MESSAGE)).toEqual({ kind: "FAILED", fault: "FETCH_TOO_SLOW" });
    answer = (_, res) => void res.destroy();
    expect(await reachable(URL_OF, MESSAGE)).toEqual({ kind: "FAILED", fault: "FETCH_UNREACHABLE" });
    const unknown = sendOutside({ ...over(() => []), resolve: () => Promise.reject(new Error("ENOTFOUND")) });
    expect(await unknown(URL_OF, MESSAGE)).toEqual({ kind: "FAILED", fault: "FETCH_UNREACHABLE" });
  });
});
