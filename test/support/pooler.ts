/** PgBouncer in transaction mode before a server of a drill. */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../../src/platform/embedded/free-port.js";
import { loginOf, type LoginName } from "../../src/platform/postgres/connections/logins.js";

export const PGBOUNCER = process.env["PGBOUNCER"] ?? ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer"].find((file) => existsSync(file)) ?? "";
export const POOLED: readonly LoginName[] = ["gateway_login", "gateway_jobs", "gateway_removal"];

export type Pooler = {
  /** A login's address through it. */
  readonly way: (name: LoginName) => string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
};

export type PoolerOptions = {
  readonly dir: string;
  readonly ownerUrl: string;
  /** Server connections of each login. */
  readonly connections: number;
  /** What it passes over in silence instead of refusing. */
  readonly ignored?: string;
};

export async function startPooler({ dir, ownerUrl, connections, ignored = "extra_float_digits" }: PoolerOptions): Promise<Pooler> {
  // it does not run as root
  const [uid, gid] = ["-u", "-g"].map((flag) =>
    process.getuid?.() === 0 ? Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" })) : undefined,
  );
  const account = uid === undefined || gid === undefined ? null : { uid, gid };
  const port = await freePort();
  const { hostname, port: serverPort } = new URL(ownerUrl);
  const folder = mkdtempSync(path.join(dir, "pooler-"));
  const users = POOLED.map((name) => `"${name}" "${decodeURIComponent(new URL(loginOf(ownerUrl, name)).password)}"`);
  writeFileSync(path.join(folder, "users.txt"), `${users.join("\n")}\n`);
  writeFileSync(
    path.join(folder, "pgbouncer.ini"),
    `[databases]
gateway = host=${hostname} port=${serverPort} dbname=gateway
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${path.join(folder, "users.txt")}
pool_mode = transaction
default_pool_size = ${connections}
max_client_conn = 500
ignore_startup_parameters = ${ignored}
`,
  );
  for (const file of [folder, path.join(folder, "users.txt"), path.join(folder, "pgbouncer.ini")])
    if (account) chownSync(file, account.uid, account.gid);
  const child: ChildProcess = spawn(PGBOUNCER, ["-q", path.join(folder, "pgbouncer.ini")], { stdio: "ignore", ...account });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await pause(500);
  if (child.exitCode !== null) throw new Error(`PgBouncer ended with ${child.exitCode}`);
  return {
    pid: child.pid ?? 0,
    way: (name) => {
      const way = new URL(loginOf(ownerUrl, name));
      way.port = String(port);
      return way.href;
    },
    stop: async () => {
      child.kill("SIGTERM");
      await gone;
    },
  };
}
