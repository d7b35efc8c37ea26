/** The desk as this gateway serves it: the built pages, sessions in the database, and on a developer's machine the fictional people. */
import { execFile } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { deskDoor, type DeskDoor } from "../gateway/desk/door.js";
import { readDeskFiles, type DeskFile } from "../gateway/desk/files.js";
import { beginSession, findSession } from "../platform/people/web-sessions.js";
import { revoke, type Revocations } from "../platform/people/revocations.js";
import type { Database } from "../platform/postgres/database.js";
import { isMachine } from "../gateway/identity/viewer.js";
import type { Config } from "./config.js";
import { readyViewers } from "./trial/ready-viewers.js";

const ROOT = path.resolve(import.meta.dirname, "../..");
const WEB = path.join(ROOT, "web");
const BUILT = path.join(ROOT, "node_modules/.cache/desk");

/** A working day at most: one signs in again in the morning. */
const SESSION_SECONDS = 8 * 3_600;

export function makeDesk(config: Config, database: Database, revocations: Revocations): DeskDoor {
  const secure = config.production;
  const people = async () => (await readyViewers(database)).filter(({ claims }) => !isMachine(claims.role));
  let files: Promise<ReadonlyMap<string, DeskFile>> | undefined;
  return deskDoor({
    secure,
    now: () => database.clock.now(),
    files: () => (files ??= build().then(readDeskFiles)),
    personOf: async (cookie) => {
      const found = await findSession(database, cookie);
      if (!found || revocations.has(found)) return null;
      return { key: found.tokenId, name: found.name, role: found.role, organisation: found.cvr };
    },
    endSession: async (cookie) => {
      const found = await findSession(database, cookie);
      if (!found) return;
      await revoke(database, { tokenId: found.tokenId, by: found.subject, reason: "signed out", lifetimeSeconds: SESSION_SECONDS });
      await revocations.refresh();
    },
    ...(config.production
      ? {}
      : {
          people: {
            list: async () => (await people()).map(({ key, label, claims }) => ({ key, name: label, role: claims.role })),
            signIn: async (key) => {
              const chosen = (await people()).find((person) => person.key === key);
              if (!chosen) return null;
              const { sub: subject, role, cvr = null } = chosen.claims;
              const cookie = await beginSession(database, { subject, role, cvr, assurance: "HIGH", name: chosen.label }, SESSION_SECONDS);
              return { cookie, seconds: SESSION_SECONDS };
            },
          },
        }),
  });
}

/** Where the pages are; built first where their sources are newer, which a production image has done. */
async function build(): Promise<string> {
  const built = path.join(BUILT, "index.html");
  if (!existsSync(WEB) || (existsSync(built) && statSync(built).mtimeMs > newestIn(WEB))) return BUILT;
  const vite = path.join(path.dirname(createRequire(path.join(WEB, "package.json")).resolve("vite/package.json")), "bin/vite.js");
  await promisify(execFile)(process.execPath, [vite, "build", "--logLevel", "error"], {
    cwd: WEB,
    env: { ...process.env, NODE_ENV: "production" },
  });
  return BUILT;
}

function newestIn(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.parentPath.includes("node_modules"),
  );
  return Math.max(...entries.map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs));
}
