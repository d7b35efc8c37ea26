/** A PostgreSQL server for a machine that has none: development, demonstration and tests only (start-guard.ts refuses it elsewhere). */
import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, openSync } from "node:fs";
import { chown, mkdir, readFile, rename, rm, writeFile, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { bulkConnection } from "../postgres/bulk.js";
import { embeddedBinaries, type Binaries } from "./embedded-binaries.js";
import { codeOf } from "../error-code.js";
import { freePort } from "./free-port.js";
import { withFileLock, isPostgres, runningOn, type RunningServer } from "./postmaster.js";
import { othersCanReach, serverAccount, standIn, type Account } from "./server-account.js";

export type EmbeddedOptions = {
  /** Folder for the cluster, its password and its log; made on first start. */
  readonly dataDir: string;
  /** 0 takes a free one. */
  readonly port?: number;
  readonly settings?: Readonly<Record<string, string>>;
  /** Folder of an installed package of server programs, instead of the one that comes with this product. */
  readonly package?: string;
  readonly log?: (line: string) => void;
};

export type EmbeddedPostgres = {
  readonly url: (database: string) => string;
  readonly port: number;
  readonly pid: number;
  /** False when another process started it; then stop() leaves it alone. */
  readonly owned: boolean;
  readonly startedInMs: number;
  readonly stop: () => Promise<void>;
};

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "256MB",
  max_wal_size: "2GB",
  random_page_cost: "1.1",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  lc_messages: "C",
  logging_collector: "off",
  // the server's log must not hold what a statement was about: neither its parameters nor the key of a violated constraint
  log_parameter_max_length_on_error: "0",
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
};

const PATIENCE_MS = 60_000;
const run = promisify(execFile);

export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const began = performance.now();
  const log = options.log ?? (() => {});
  const home = homeOf(options.dataDir, log);
  const cluster = path.join(home, "pg");
  await mkdir(home, { recursive: true });
  const found = await withFileLock(path.join(home, "starting.lock"), async () => {
    const account = serverAccount(cluster);
    const binaries = await embeddedBinaries(account, options.package);
    if (!existsSync(cluster)) await makeCluster(home, cluster, binaries, account);
    const live = await runningOn(cluster);
    if (live) return { ...(await untilReady(cluster, live.pid, () => null)), owned: false };
    return { ...(await launch(home, cluster, binaries, account, options)), owned: true };
  });
  const password = (await readFile(path.join(home, "password"), "utf8")).trim();
  log(`postgres ${found.owned ? "started" : "found running"}: pid ${found.pid}, port ${found.port}`);
  return {
    port: found.port,
    pid: found.pid,
    owned: found.owned,
    startedInMs: Math.round(performance.now() - began),
    url: (database) => `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${found.port}/${encodeURIComponent(database)}`,
    stop: () => (found.owned ? stop(found.pid) : Promise.resolve()),
  };
}

function homeOf(dataDir: string, log: (line: string) => void): string {
  const wanted = path.resolve(dataDir);
  if (serverAccount(path.join(wanted, "pg")).uid === undefined || othersCanReach(path.join(wanted, "pg"))) return wanted;
  const home = standIn(wanted, "gateway-postgres");
  log(`the server's account cannot reach ${wanted}; its data is in ${home}`);
  return home;
}

/** Made beside its place and moved there whole: a cluster with the final name is a complete one. */
async function makeCluster(home: string, cluster: string, binaries: Binaries, account: Account): Promise<void> {
  const making = path.join(home, `pg.${process.pid}.new`);
  const forInitdb = path.join(tmpdir(), `initdb-${randomBytes(9).toString("hex")}`);
  const password = randomBytes(24).toString("base64url");
  await rm(making, { recursive: true, force: true });
  try {
    await mkdir(making, { mode: 0o700 });
    await writeFile(forInitdb, `${password}\n`, { mode: 0o600, flag: "wx" });
    if (account.uid !== undefined && account.gid !== undefined) {
      await chown(making, account.uid, account.gid);
      await chown(forInitdb, account.uid, account.gid);
    }
    const how = ["--username=postgres", "--auth=scram-sha-256", `--pwfile=${forInitdb}`, "--encoding=UTF8", "--data-checksums"];
    const { stdout: version } = await run(binaries.initdb, ["--version"]);
    // built in from 17 on
    const isModern = Number(/(\d+)\.\d+/.exec(version)?.[1]) >= 17;
    const locale = [...(isModern ? ["--locale-provider=builtin", "--locale=C.UTF-8"] : ["--locale=C"]), "--no-instructions"];
    await run(binaries.initdb, [`--pgdata=${making}`, ...how, ...locale], { ...account, cwd: tmpdir(), env: environment() });
    await writeFile(path.join(home, "password"), `${password}\n`, { mode: 0o600 });
    await rename(making, cluster);
  } finally {
    await rm(forInitdb, { force: true });
    await rm(making, { recursive: true, force: true });
  }
}

const LAUNCHES = 10;
/** Server processes of a killed predecessor take a moment to notice, and a port may be somebody's for a moment. */
const PASSES = /still in use|Address already in use/;

async function launch(
  home: string,
  cluster: string,
  binaries: Binaries,
  account: Account,
  options: EmbeddedOptions,
): Promise<RunningServer> {
  const logFile = path.join(home, "postgres.log");
  for (let tries = 1; ; tries += 1) {
    const written = (await stat(logFile).catch(() => null))?.size ?? 0;
    try {
      return await launchOnce(logFile, cluster, binaries, account, options);
    } catch (error) {
      const said = (await readFile(logFile, "latin1").catch(() => "")).slice(written);
      if (tries === LAUNCHES || !PASSES.test(said)) throw new Error(`${messageOf(error)}: ${lastOf(said)}`, { cause: error });
      await pause(300);
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function lastOf(said: string): string {
  const lines = said.trim().split("\n");
  return lines.findLast((line) => line.includes("FATAL")) ?? lines.at(-1) ?? "";
}

async function launchOnce(
  logFile: string,
  cluster: string,
  binaries: Binaries,
  account: Account,
  options: EmbeddedOptions,
): Promise<RunningServer> {
  const port = options.port || (await freePort());
  const settings = { ...SETTINGS, port: String(port), ...options.settings };
  const out = openSync(logFile, "a", 0o600);
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(binaries.postgres, ["-D", cluster, ...flags], {
    ...account,
    cwd: tmpdir(),
    env: environment(),
    stdio: ["ignore", out, out],
    // a group of its own: Ctrl-C in the terminal reaches Node alone, which drains HTTP and then stops the database
    detached: true,
  });
  closeSync(out);
  let ended: Error | null = null;
  server.once("error", (error) => (ended = error));
  server.once("exit", (code, signal) => (ended ??= new Error(`postgres ended early (${code ?? signal}); see ${logFile}`)));
  const live = await untilReady(cluster, server.pid ?? 0, () => ended);
  server.unref();
  return live;
}

async function untilReady(cluster: string, pid: number, ended: () => Error | null): Promise<RunningServer> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (;;) {
    const failure = ended();
    if (failure) throw failure;
    const live = await runningOn(cluster);
    if (live?.ready && live.pid === pid) return live;
    if (Date.now() > giveUpAt) throw new Error(`postgres in ${cluster} is not ready after ${PATIENCE_MS / 1000} s`);
    await pause(15);
  }
}

/** Fast shutdown: open transactions roll back, a checkpoint is written. Only if that hangs, the hard way. */
async function stop(pid: number): Promise<void> {
  if (!(await isPostgres(pid))) return;
  process.kill(pid, "SIGINT");
  const giveUpAt = Date.now() + 20_000;
  while ((await isPostgres(pid)) && Date.now() < giveUpAt) await pause(15);
  if (await isPostgres(pid)) process.kill(pid, "SIGQUIT");
}

/** The connection settings of whoever starts us (PGDATA, PGPORT, ...) are not meant for this server. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("PG"));
  return { ...Object.fromEntries(kept), LC_ALL: "C" };
}

/** Makes the database if it is missing and answers its URL. */
export async function ensureDatabase(server: Pick<EmbeddedPostgres, "url">, name: string): Promise<string> {
  const sql = bulkConnection(server.url("postgres"));
  try {
    const [row] = await sql`select 1 as yes from pg_database where datname = ${name}`;
    if (!row) {
      await sql`create database ${sql(name)}`.catch((error: unknown) => {
        // another instance was faster
        if (!["42P04", "23505"].includes(codeOf(error) ?? "")) throw error;
      });
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
  return server.url(name);
}
