import { createServer, request as httpRequest, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { createSocket, type Socket } from "node:dgram";
import { stat } from "node:fs/promises";
import { isHostPattern, isPublicAddress, outside, resolving, type Network } from "../../src/platform/outside/fetch-outside.js";

describe("an address of the open internet", () => {
  test.each([
    ["93.184.215.14", true],
    ["2606:2800:21f:cb07:6820:80da:af6b:8b2c", true],
    ["127.0.0.1", false],
    ["127.9.9.9", false],
    ["0.0.0.0", false],
    ["10.1.2.3", false],
    ["172.16.0.1", false],
    ["172.31.255.255", false],
    ["192.168.1.1", false],
    ["169.254.169.254", false],
    ["100.64.0.1", false],
    ["198.18.0.1", false],
    ["192.0.2.1", false],
    ["224.0.0.1", false],
    ["255.255.255.255", false],
    ["240.0.0.1", false],
    ["::1", false],
    ["::", false],
    ["fe80::1", false],
    ["fc00::1", false],
    ["fd12:3456::1", false],
    ["ff02::1", false],
    ["::ffff:10.0.0.1", false],
    ["::ffff:169.254.169.254", false],
    ["::ffff:7f00:1", false],
    ["64:ff9b::a00:1", false],
    ["2002:a00:1::", false],
    ["2001:0:a00:1::", false],
    ["::a00:1", false],
    ["not an address", false],
    ["", false],
  ])("%s: %s", (address, is) => {
    expect(isPublicAddress(address)).toBe(is);
  });
});

test.each([
  ["calendar.google.com", true],
  ["*.icloud.com", true],
  ["*", false],
  ["*.com", false],
  ["localhost", false],
  ["10.0.0.1", false],
  ["https://calendar.google.com", false],
  ["calendar.google.com:8443", false],
  ["", false],
])("as a host of the list %j: %s", (text, is) => {
  expect(isHostPattern(text)).toBe(is);
});

describe("what a name means", () => {
  const addresses: Readonly<Record<number, Buffer>> = { 1: Buffer.from([93, 184, 215, 14]), 28: Buffer.alloc(16, 0x26) };
  /** A server of names that answers every question with one address of the kind that was asked for, or keeps silent. */
  const serverOfNames = async (answers: boolean): Promise<Socket> => {
    const socket = createSocket("udp4");
    socket.on("message", (asked, from) => {
      if (!answers) return;
      const end = asked.indexOf(0, 12) + 5;
      const kind = asked.readUInt16BE(end - 4);
      const address = addresses[kind] ?? Buffer.alloc(0);
      const head = Buffer.from([...asked.subarray(0, 2), 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0]);
      const answer = Buffer.from([0xc0, 0x0c, 0, kind, 0, 1, 0, 0, 0, 60, 0, address.length]);
      socket.send(Buffer.concat([head, asked.subarray(12, end), answer, address]), from.port, from.address);
    });
    await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
    return socket;
  };

  test("is asked of the servers of names, in both kinds of addresses", async () => {
    const socket = await serverOfNames(true);
    expect(await resolving([`127.0.0.1:${socket.address().port}`])("hooks.example.org")).toEqual([
      "93.184.215.14",
      "2626:2626:2626:2626:2626:2626:2626:2626",
    ]);
    socket.close();
  });

  test("holds up nothing else of this process while nobody answers", async () => {
    const socket = await serverOfNames(false);
    const resolve = resolving([`127.0.0.1:${socket.address().port}`]);
    let answered = 0;
    const asking = Array.from({ length: 16 }, async (_, n) => resolve(`h${n}.example.org`).then(() => (answered += 1)));
    // as many as there are threads, and more
    await Promise.all(Array.from({ length: 16 }, () => stat(".")));
    expect(answered).toBe(0);
    socket.close();
    await Promise.all(asking);
  }, 30_000);
});

/** Who would be reached, had a connection been made. */
let server: Server;
let seen: IncomingMessage[] = [];
let answer: (req: IncomingMessage, res: ServerResponse) => void;
beforeAll(async () => {
  server = createServer((req, res) => {
    seen.push(req);
    answer(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  seen = [];
  answer = (_, res) => res.end("BEGIN:VCALENDAR");
});

const WANTED = { accept: "text/calendar", maxBytes: 1_000, limitMs: 500 };
/** The network as it is, but for TLS and the port; `resolve` says what names mean, and the check of addresses is the real one unless told. */
const over = (resolve: (host: string) => readonly string[], isPublic: (address: string) => boolean = isPublicAddress): Network => ({
  resolve: (host) => Promise.resolve(resolve(host)),
  isPublic,
  request: (options, answered) => httpRequest({ ...options, port: (server.address() as AddressInfo).port }, answered),
});
const HOSTS = ["calendar.example.org", "*.icloud.example.org"];
const URL_OF = "https://calendar.example.org/secret/basic.ics";
/** A world in which the loopback is the internet: everything else about fetching is the product's. */
const reachable = outside(
  HOSTS,
  over(
    () => ["127.0.0.1"],
    () => true,
  ),
);

describe("what is fetched from outside", () => {
  test("comes from a host of the list, by a name, over https and its port, without a password; nothing is asked for otherwise", async () => {
    const asked: string[] = [];
    const fetcher = outside(
      HOSTS,
      over(
        (host) => {
          asked.push(host);
          return ["127.0.0.1"];
        },
        () => true,
      ),
    );
    for (const url of [
      "http://calendar.example.org/x",
      "https://calendar.example.org:8443/x",
      "https://user:word@calendar.example.org/x",
      "https://calendar.example.org.evil.example/x",
      "https://evil.example/?calendar.example.org",
      "https://icloud.example.org/x",
      "https://127.0.0.1/x",
      "https://0x7f.1/x",
      "https://2130706433/x",
      "https://[::1]/x",
      "https://[::ffff:10.0.0.1]/x",
      "file:///etc/passwd",
      "ftp://calendar.example.org/x",
      "nonsense",
      "",
    ]) {
      expect([url, fetcher.allows(url)]).toEqual([url, false]);
      expect(await fetcher.fetch(url, WANTED)).toEqual({ kind: "FAILED", fault: "FETCH_FORBIDDEN", retryAfterSeconds: null });
    }
    expect([asked, seen]).toEqual([[], []]);
    expect(await fetcher.fetch("https://p12.icloud.example.org/x", WANTED)).toMatchObject({ kind: "CONTENT" });
    expect(
      await outside(
        [],
        over(
          () => ["127.0.0.1"],
          () => true,
        ),
      ).fetch(URL_OF, WANTED),
    ).toMatchObject({ fault: "FETCH_FORBIDDEN" });
  });

  test.each([
    [["127.0.0.1"]],
    [["169.254.169.254"]],
    [["::1"]],
    [["::ffff:127.0.0.1"]],
    // one that leads inside condemns the name
    [["93.184.215.14", "10.0.0.1"]],
  ])("is asked of nobody when its name means %s", async (addresses) => {
    expect(
      await outside(
        HOSTS,
        over(() => addresses),
      ).fetch(URL_OF, WANTED),
    ).toMatchObject({ fault: "FETCH_ADDRESS_FORBIDDEN" });
    expect(seen).toEqual([]);
  });

  test("goes to the address that was checked, though the name means another a moment later", async () => {
    const told: string[] = [];
    let questions = 0;
    const fetcher = outside(HOSTS, {
      ...over(() => (questions++ === 0 ? ["93.184.215.14"] : ["127.0.0.1"])),
      request: (options, answered) => {
        // what Node itself would ask for an address
        options.lookup?.("calendar.example.org", { all: true }, (_, found) =>
          told.push(...(Array.isArray(found) ? found : []).map((f) => f.address)),
        );
        options.lookup?.("calendar.example.org", {}, (_, found) => told.push(String(found)));
        return httpRequest({ ...options, host: "127.0.0.1", lookup: undefined, port: (server.address() as AddressInfo).port }, answered);
      },
    });
    await fetcher.fetch(URL_OF, WANTED);
    expect([told, questions]).toEqual([["93.184.215.14", "93.184.215.14"], 1]);
  });

  test("is not followed elsewhere", async () => {
    answer = (_, res) => res.writeHead(302, { location: "http://169.254.169.254/" }).end();
    expect(await reachable.fetch(URL_OF, WANTED)).toMatchObject({ fault: "FETCH_REDIRECTED" });
    expect(seen).toHaveLength(1);
  });

  test("has a size, announced or not, and a time, however slowly it drips", async () => {
    answer = (_, res) => res.writeHead(200, { "content-length": "2000" }).end("x".repeat(2_000));
    expect(await reachable.fetch(URL_OF, WANTED)).toMatchObject({ fault: "FETCH_TOO_LARGE" });
    answer = (_, res) => {
      res.writeHead(200);
      for (let n = 0; n < 20; n += 1) res.write("x".repeat(100));
      res.end();
    };
    expect(await reachable.fetch(URL_OF, WANTED)).toMatchObject({ fault: "FETCH_TOO_LARGE" });
    answer = (_, res) => {
      const drip = setInterval(() => res.write("x"), 50);
      res.on("close", () => clearInterval(drip));
    };
    expect(await reachable.fetch(URL_OF, WANTED)).toMatchObject({ fault: "FETCH_TOO_SLOW" });
    answer = () => {};
    expect(await reachable.fetch(URL_OF, WANTED)).toMatchObject({ fault: "FETCH_TOO_SLOW" });
  });

  test("is told by its version, which is sent back; what is packed, refused or cut off is a failure with its wait", async () => {
    answer = (_, res) => res.writeHead(200, { etag: '"a1"', "last-modified": "Tue, 01 Dec 2026 10:00:00 GMT" }).end("one");
    const first = await reachable.fetch(URL_OF, WANTED);
    expect(first).toEqual({
      kind: "CONTENT",
      bytes: Buffer.from("one"),
      validators: { etag: '"a1"', lastModified: "Tue, 01 Dec 2026 10:00:00 GMT" },
    });
    answer = (_, res) => res.writeHead(304).end();
    const validators = { etag: '"a1"', lastModified: null };
    expect(await reachable.fetch(URL_OF, { ...WANTED, validators })).toEqual({ kind: "UNCHANGED" });
    expect(seen[1]?.headers).toMatchObject({
      "if-none-match": '"a1"',
      host: expect.stringMatching(/^calendar\.example\.org(:|$)/),
      "accept-encoding": "identity",
    });
    expect(seen[1]?.headers).not.toHaveProperty("authorization");
    answer = (_, res) => res.writeHead(200, { "content-encoding": "gzip" }).end("x");
    expect(await reachable.fetch(URL_OF, WANTED)).toMatchObject({ fault: "FETCH_REFUSED" });
    answer = (_, res) => res.writeHead(429, { "retry-after": "600" }).end();
    expect(await reachable.fetch(URL_OF, WANTED)).toMatchObject({ fault: "FETCH_REFUSED", retryAfterSeconds: 600 });
    answer = (_, res) => void res.destroy();
    expect(await reachable.fetch(URL_OF, WANTED)).toMatchObject({ fault: "FETCH_UNREACHABLE" });
    answer = (_, res) => {
      res.writeHead(200, { "content-length": "500" });
      res.write("x");
      setTimeout(() => res.destroy(), 50);
    };
    expect(await reachable.fetch(URL_OF, WANTED)).toMatchObject({ fault: "FETCH_UNREACHABLE" });
  });

  test("cannot be reached where the name is none", async () => {
    const lost = outside(HOSTS, { ...over(() => []), resolve: () => Promise.reject(new Error("ENOTFOUND")) });
    expect(await lost.fetch(URL_OF, WANTED)).toMatchObject({ fault: "FETCH_UNREACHABLE" });
  });
});
