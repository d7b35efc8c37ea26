import { randomBytes } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, test } from "@jest/globals";
import { connectDatabase } from "../../src/platform/postgres/database.js";
import { ensureDatabase, startEmbedded, type EmbeddedPostgres } from "../../src/platform/embedded/embedded-postgres.js";
import { freePort } from "../../src/platform/embedded/free-port.js";
import { isPostgres } from "../../src/platform/embedded/postmaster.js";

const home = path.join(tmpdir(), `embedded-${process.pid}-${randomBytes(3).toString("hex")}`);
const dataDir = path.join(home, "db");
const settings = { shared_buffers: "16MB", fsync: "off" };
const start = (): Promise<EmbeddedPostgres> => startEmbedded({ dataDir, settings });

afterAll(async () => {
  await start().then((server) => server.stop());
  await rm(home, { recursive: true, force: true });
});

async function ask(server: EmbeddedPostgres, question: string, database = "postgres"): Promise<unknown> {
  const db = connectDatabase(server.url(database), { max: 1 });
  try {
    return (await db.pool.query<unknown[]>({ text: question, rowMode: "array" })).rows[0]?.[0];
  } finally {
    await db.close();
  }
}

async function killHard(server: EmbeddedPostgres): Promise<void> {
  process.kill(server.pid, "SIGKILL");
  while (await isPostgres(server.pid)) await pause(10);
}

test("of three starts at once on an empty folder one makes the server and two find it", async () => {
  const servers = await Promise.all([start(), start(), start()]);
  expect(servers.map((s) => s.owned).sort()).toEqual([false, false, true]);
  expect(new Set(servers.map((s) => s.port)).size).toBe(1);
  const [first] = servers;
  if (!first) return;
  expect(await ask(first, "show jit")).toBe("off");
  expect(await ask(first, "show timezone")).toBe("UTC");
  expect(await ask(first, "show fsync")).toBe("off");
  const urls = await Promise.all([ensureDatabase(first, "gateway"), ensureDatabase(first, "gateway")]);
  expect(urls[0]).toBe(urls[1]);
  await ask(first, "create table kept as select 7 as n", "gateway");
  for (const server of servers) await server.stop();
  expect(await isPostgres(first.pid)).toBe(false);
});

test("a second start finds the data of the first", async () => {
  const server = await start();
  expect(server.owned).toBe(true);
  expect(await ask(server, "select n from kept", "gateway")).toBe(7);
  await server.stop();
});

test("who only attached does not stop the server", async () => {
  const owner = await start();
  const guest = await start();
  await guest.stop();
  expect(await ask(owner, "select 1")).toBe(1);
  await owner.stop();
});

test("a server killed with kill -9 leaves a pid file behind, and the next start recovers", async () => {
  const server = await start();
  await ask(server, "create table later as select 8 as n", "gateway");
  await killHard(server);
  expect(await readFile(path.join(dataDir, "pg", "postmaster.pid"), "utf8")).toContain(String(server.pid));
  const again = await start();
  expect(again.owned).toBe(true);
  expect(await ask(again, "select n from later", "gateway")).toBe(8);
  await again.stop();
});

test("a pid file that names another living program does not hinder the start", async () => {
  await writeFile(path.join(dataDir, "pg", "postmaster.pid"), `${process.pid}\n${path.resolve(dataDir, "pg")}\n0\n1\n`);
  const server = await start();
  expect(server.owned).toBe(true);
  await server.stop();
});

test("the lock of a process that died is taken over", async () => {
  await writeFile(path.join(dataDir, "starting.lock"), "4194305");
  const server = await start();
  expect(server.owned).toBe(true);
  await server.stop();
});

test("a port that somebody has for a moment is waited for, one that somebody keeps is told", async () => {
  const port = await freePort();
  const occupy = () =>
    new Promise<Server>((resolve) => {
      const other = createServer();
      other.listen(port, "127.0.0.1", () => resolve(other));
    });
  const folder = path.join(home, "port");
  const brief = await occupy();
  const starting = startEmbedded({ dataDir: folder, settings, port });
  await pause(1_500);
  brief.close();
  const server = await starting;
  expect(server.port).toBe(port);
  await server.stop();
  const lasting = await occupy();
  await expect(startEmbedded({ dataDir: folder, settings, port })).rejects.toThrow(/ended early \(1\).*FATAL/);
  lasting.close();
});

const asRoot = userInfo().uid === 0 ? test : test.skip;
asRoot("as root below a closed folder the data goes where the server's account can reach it", async () => {
  const closed = path.join(home, "closed");
  await mkdir(closed, { mode: 0o700 });
  const lines: string[] = [];
  const server = await startEmbedded({ dataDir: path.join(closed, "db"), settings, log: (line) => lines.push(line) });
  const folder = String(await ask(server, "show data_directory"));
  await server.stop();
  expect(folder.startsWith(path.resolve(closed))).toBe(false);
  expect(lines.join()).toContain("cannot reach");
  await rm(path.dirname(folder), { recursive: true, force: true });
});
