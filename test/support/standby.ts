/** A streaming replica of a whole embedded cluster, made as PostgreSQL's low-level backup describes it. */
import { chmod, cp, readdir, readFile, writeFile } from "node:fs/promises";
import { chownSync, mkdirSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { startEmbedded, type EmbeddedPostgres } from "../../src/platform/embedded/embedded-postgres.js";
import { serverAccount } from "../../src/platform/embedded/server-account.js";

/** Not part of a base backup. */
const LEFT_OUT = new Set(["postmaster.pid", "postmaster.opts"]);

export async function startStandby(primary: EmbeddedPostgres, primaryDir: string, dir: string): Promise<EmbeddedPostgres> {
  const [from, to] = [path.join(primaryDir, "pg"), path.join(dir, "pg")];
  mkdirSync(dir, { recursive: true });
  const client = new pg.Client({ connectionString: primary.url("postgres") });
  await client.connect();
  await client.query("select pg_backup_start('standby', true)");
  await cp(from, to, { recursive: true, preserveTimestamps: true, filter: (file) => !LEFT_OUT.has(path.basename(file)) });
  const { rows } = await client.query<{ labelfile: string }>("select labelfile from pg_backup_stop(false)");
  await client.end();
  await writeFile(path.join(to, "backup_label"), rows[0]?.labelfile ?? "");
  await writeFile(path.join(to, "standby.signal"), "");
  await cp(path.join(primaryDir, "password"), path.join(dir, "password"));
  await chmod(to, 0o700);
  await giveTo(to, serverAccount(from));
  const password = (await readFile(path.join(dir, "password"), "utf8")).trim();
  const primary_conninfo = `host=127.0.0.1 port=${primary.port} user=postgres password=${password}`;
  return startEmbedded({ dataDir: dir, settings: { primary_conninfo, hot_standby: "on" } });
}

/** Node copies files as whoever runs it; the server wants its own. */
async function giveTo(folder: string, { uid, gid }: { readonly uid?: number; readonly gid?: number }): Promise<void> {
  if (uid === undefined || gid === undefined) return;
  chownSync(folder, uid, gid);
  for (const each of await readdir(folder, { recursive: true, withFileTypes: true })) {
    chownSync(path.join(each.parentPath, each.name), uid, gid);
  }
}
