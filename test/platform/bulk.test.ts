/** The way of migrations and reference data to a database that has several hosts, and a certificate for an address. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import net from "node:net";
import tls from "node:tls";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { bulkToPrimary } from "../../src/platform/postgres/bulk.js";
import { freePort } from "../../src/platform/embedded/free-port.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";

const CERTIFICATE = "test/fixtures/tls/server.crt";
let fresh: FreshDatabase;
let secured: net.Server;
let port: number;

/** TLS as PostgreSQL begins it, for 127.0.0.1 and no name, before the test's server, which has none. */
beforeAll(async () => {
  fresh = await freshDatabase({ empty: true });
  const server = new URL(fresh.url);
  const [key, cert] = [readFileSync("test/fixtures/tls/server.key"), readFileSync(CERTIFICATE)];
  secured = net.createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.once("data", () => {
      socket.write("S");
      const client = new tls.TLSSocket(socket, { isServer: true, key, cert });
      const upstream = net.connect(Number(server.port), server.hostname);
      for (const each of [client, upstream]) each.on("error", () => [client, upstream].forEach((one) => one.destroy()));
      client.pipe(upstream).pipe(client);
    });
  });
  secured.listen(0, "127.0.0.1");
  await once(secured, "listening");
  port = (secured.address() as net.AddressInfo).port;
});
afterAll(async () => {
  secured.close();
  await fresh.drop();
});

const address = (hosts: string, ...parameters: readonly string[]): string => {
  const { username, password, pathname } = new URL(fresh.url);
  return `postgres://${username}:${password}@${hosts}${pathname}?${parameters.join("&")}`;
};
const CHECKED = ["sslmode=verify-full", `sslrootcert=${CERTIFICATE}`];
const SEVERAL = "target_session_attrs=read-write";

async function one(url: string): Promise<unknown> {
  const sql = await bulkToPrimary(url);
  try {
    return (await sql`select 1 as n`)[0]?.["n"];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

test("the certificate of an address is asked for that address, and one for another is refused", async () => {
  expect(await one(address(`127.0.0.1:${port}`, ...CHECKED))).toBe(1);
  await expect(one(address(`localhost:${port}`, ...CHECKED))).rejects.toThrow(/altnames|does not match/);
});

test("of several hosts that one is found which takes writes", async () => {
  const gone = await freePort();
  expect(await one(address(`127.0.0.1:${gone},127.0.0.1:${port}`, SEVERAL, ...CHECKED))).toBe(1);
});

test("where none of several answers, or none can be trusted, it is said instead of tried for ever", async () => {
  const [gone, away] = [await freePort(), await freePort()];
  await expect(one(address(`127.0.0.1:${gone},127.0.0.1:${away}`, SEVERAL, ...CHECKED))).rejects.toThrow(/ECONNREFUSED/);
  await expect(one(address(`localhost:${port},localhost:${port}`, SEVERAL, ...CHECKED))).rejects.toThrow(/altnames|does not match/);
});
