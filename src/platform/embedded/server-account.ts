/**
 * PostgreSQL refuses to run as root, and containers often have nothing else. As root the server runs under the account that
 * owns its data, else under one that every system has; then that account must also be able to reach the files.
 */
import { existsSync, lstatSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { platform, tmpdir, userInfo } from "node:os";
import path from "node:path";
import { createHash } from "node:crypto";

export type Account = { readonly uid?: number; readonly gid?: number };

export function serverAccount(clusterDir: string): Account {
  if (platform() === "win32" || userInfo().uid !== 0) return {};
  if (existsSync(clusterDir)) {
    const { uid, gid } = statSync(clusterDir);
    if (uid !== 0) return { uid, gid };
  }
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const wanted of ["nobody", "postgres"]) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${wanted}:`))?.split(":") ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error("PostgreSQL does not run as root, and this system has neither a 'nobody' nor a 'postgres' account");
}

/** True when every folder above the path lets other accounts pass; a home folder with mode 0700 does not. */
export function othersCanReach(file: string): boolean {
  const full = path.resolve(file);
  let folder = path.dirname(full);
  for (;;) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    const above = path.dirname(folder);
    if (above === folder) return true;
    folder = above;
  }
}

/** A folder of ours below the temp folder, the same for the same original. Anyone may write there, so what is found must be ours. */
export function standIn(original: string, prefix: string): string {
  const folder = path.join(tmpdir(), `${prefix}-${createHash("sha256").update(path.resolve(original)).digest("hex").slice(0, 16)}`);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== userInfo().uid || (found.mode & 0o022) !== 0) {
    throw new Error(`${folder} was made by somebody else; it is not used`);
  }
  return folder;
}
