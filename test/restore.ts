/**
 * npm run test:restore: a server is lost with everything on its disk, and comes back from a base backup and the archived log. Two
 * gateways book before and after the backup; deploy/backup.sh, archive-wal.sh and restore.sh do what they do in operation; then every
 * acknowledged booking is there, every key answers as before, and `verify` and `replay` vouch for it. Needs root (the server runs as `postgres`)
 * and PostgreSQL's server programs (Debian: apt-get install postgresql; PG_BIN names another folder).
 */
import "reflect-metadata";
import { execFileSync, type ExecFileSyncOptionsWithStringEncoding } from "node:child_process";
import { chmodSync, existsSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { DEVELOPMENT_ISSUER } from "../src/assembly/config.js";
import { makeDevIssuer } from "../src/gateway/identity/dev-issuer.js";
import { freePort } from "../src/platform/embedded/free-port.js";
import { connectDatabase } from "../src/platform/postgres/database.js";
import { migrateUp } from "../src/platform/postgres/migrate.js";
import { sealAudit } from "../src/platform/trail/audit-seal.js";
import { seedReference } from "../seeds/load.js";
import { findings } from "./crash/checks.js";
import { clients } from "./crash/clients.js";
import { makeWorld, MEMBER } from "./crash/world.js";
import { gatewayProcess } from "./support/gateway-process.js";
import { sized } from "./support/size.js";

const BOOKINGS = sized(400, 4_000);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const bin = process.env["PG_BIN"] ?? globSync("/usr/lib/postgresql/*/bin").sort().at(-1) ?? "";
if (process.getuid?.() !== 0 || !existsSync(path.join(bin, "pg_basebackup"))) {
  say("this drill needs root and PostgreSQL's server programs: apt-get install postgresql, or PG_BIN");
  process.exit(2);
}

const home = mkdtempSync(path.join(tmpdir(), "restore-"));
const at = (...names: string[]): string => path.join(home, ...names);
const ROOT = path.resolve(import.meta.dirname, "..");

function asServer(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const options: ExecFileSyncOptionsWithStringEncoding = {
    encoding: "utf8",
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, PATH: `${bin}:${process.env["PATH"] ?? ""}`, HOME: home, ...env },
  };
  return execFileSync("runuser", ["-u", "postgres", "--", command, ...args], options).trim();
}
const seconds = (since: number): string => ((performance.now() - since) / 1_000).toFixed(1);

async function main(): Promise<boolean> {
  chmodSync(home, 0o711);
  for (const folder of ["server", "restored", "backups", "wal", "operator"]) {
    mkdirSync(at(folder));
    execFileSync("chown", ["postgres", at(folder)]);
  }
  const [port, restoredPort] = [await freePort(), await freePort()];
  asServer("initdb", ["--pgdata", at("server"), "--auth", "trust", "--username", "postgres", "--data-checksums", "--encoding", "UTF8"]);
  writeFileSync(
    at("server", "postgresql.auto.conf"),
    `archive_mode = on\narchive_command = '${ROOT}/deploy/archive-wal.sh "%p" "%f" ${at("wal")}'\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\n`,
  );
  const start = (folder: string, on: number): string =>
    asServer("pg_ctl", ["--pgdata", at(folder), "--wait", "--log", at(folder, "log"), "-o", `-p ${on}`, "start"]);
  start("server", port);
  const urlOn = (on: number, name = "gateway"): string => `postgres://postgres@127.0.0.1:${on}/${name}`;
  asServer("createdb", ["--host", "127.0.0.1", "--port", String(port), "--username", "postgres", "gateway"]);
  const url = urlOn(port);
  await migrateUp(url);
  await seedReference(url);
  const builder = connectDatabase(url, { max: 4, statementMs: 60_000, connectMs: 60_000 });
  const world = await makeWorld(builder.pool, BOOKINGS);

  const ports = [await freePort(), await freePort()];
  const before = ports.map((each) => gatewayProcess(each, { DATABASE_URL: url, DATA_DIR: at("gateway") }));
  await Promise.all(before.map((gateway) => gateway.start()));
  const issuer = await makeDevIssuer({ dir: at("gateway", "secrets"), issuer: DEVELOPMENT_ISSUER, audience: "provider-network-gateway" });
  const crowd = clients({
    urls: before.map((gateway) => gateway.url),
    world,
    tokenOf: ({ member }) => issuer.mint({ sub: member.subject, role: MEMBER }, 3_600),
    freshKeys: false,
  });
  await crowd.run(12, BOOKINGS / 2, () => BOOKINGS);
  const backedUpAt = performance.now();
  const backup =
    asServer("deploy/backup.sh", [at("backups")], { BACKUP_URL: urlOn(port, "postgres") })
      .split("\n")
      .at(-1) ?? "";
  say(`backup in ${seconds(backedUpAt)} s`);
  await crowd.run(12, BOOKINGS, () => BOOKINGS);
  const { throughSeq, hash } = await sealAudit(builder, 0);
  // what archive_timeout does within a minute: a loss costs what was not archived yet
  const { rows } = await builder.pool.query<{ file: string }>("select pg_walfile_name(pg_switch_wal()) as file");
  while (!existsSync(at("wal", rows[0]?.file ?? ""))) await pause(50);
  await builder.close();
  await Promise.all(before.map((gateway) => gateway.stop()));
  asServer("pg_ctl", ["--pgdata", at("server"), "--mode", "immediate", "stop"]);
  rmSync(at("server"), { recursive: true });
  say(`${crowd.acknowledged()} bookings acknowledged; the server and its disk are gone`);

  const lostAt = performance.now();
  const restored = urlOn(restoredPort);
  asServer("deploy/restore.sh", [backup, at("wal"), at("restored")], {
    DATABASE_URL: restored,
    PGPORT: String(restoredPort),
    AUDIT_HEAD: `${throughSeq}:${hash}`,
    DATA_DIR: at("operator"),
    GATEWAY: `${process.execPath} --no-warnings --import ./src/typescript.mjs src/commands/main.ts`,
  });
  const restoredIn = seconds(lostAt);
  try {
    const after = ports.map((each) => gatewayProcess(each, { DATABASE_URL: restored, DATA_DIR: at("gateway") }));
    await Promise.all(after.map((gateway) => gateway.start()));
    const servedIn = seconds(lostAt);
    const kept = crowd.told.filter(({ bookingId }) => bookingId !== null);
    const again = kept.filter((_, i) => i % 10 === 0);
    const answers = await Promise.all(again.map((each) => crowd.replay(each)));
    const checker = connectDatabase(restored, { max: 2, statementMs: 600_000, connectMs: 60_000 });
    const found = {
      ...(await findings(checker.pool, crowd.told)),
      answeredOtherwise: answers.filter((id, i) => id !== again[i]?.bookingId).length,
    };
    await checker.close();
    await Promise.all(after.map((gateway) => gateway.stop()));
    say(`restored and vouched for in ${restoredIn} s, served in ${servedIn} s: ${JSON.stringify(found)}, ${again.length} keys repeated`);
    return Object.values(found).every((n) => n === 0);
  } finally {
    asServer("pg_ctl", ["--pgdata", at("restored"), "--mode", "immediate", "stop"]);
  }
}

main().then(
  (passed) => {
    rmSync(home, { recursive: true, force: true });
    say(passed ? "nothing lost, nothing answered otherwise" : "FAILED");
    process.exit(passed ? 0 : 1);
  },
  (error: unknown) => {
    say(`FAILED: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  },
);
