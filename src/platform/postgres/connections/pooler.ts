/**
 * Whether the addresses lead where the settings say. A pooler hands one server process to many: what a session was begun with (time
 * limits, the path of names, a role) is gone or somebody else's, and a prepared statement is not there. Found at the start, or it would be
 * found in answers.
 */
import type pg from "pg";
import { SESSION_MARK, type Database } from "../database.js";
import { statement, type RowOf } from "../statement.js";
import { askServer } from "./server.js";

/** `mark` is what this process began its sessions with; a server is known by when it was started. */
const WAY = statement(
  "way",
  `select current_setting('gateway.session', true) as mark, session_user::text as login,
     pg_postmaster_start_time()::text || ' ' || current_database() as server`,
  { neverNull: ["server"] },
);

type Way = RowOf<"way"> | "NOT TAKEN";
const PAST = "set POOLER=transaction, and DIRECT_DATABASE_URL as the way past it";

export async function poolerFaults(database: Pick<Database, "pools" | "directory" | "perTransaction">): Promise<readonly string[]> {
  const { REQUESTS, WORKER, RETENTION } = database.pools;
  const [direct, requests, ...others] = await Promise.all([database.directory, REQUESTS, WORKER, RETENTION].map(wayOf));
  if (direct === undefined || requests === undefined) return [];
  if (database.perTransaction === null) {
    const pooled = [requests, direct, ...others].some((way) => !isKept(way));
    return pooled ? [`a pooler stands between the gateway and its database, which keeps no session: ${PAST}`] : [];
  }
  if (!isKept(direct)) return ["DIRECT_DATABASE_URL leads through a pooler, which keeps no session: it is the way past it"];
  if (direct === "NOT TAKEN" || [requests, ...others].some((way) => way === "NOT TAKEN" || way.server !== direct.server))
    return ["DIRECT_DATABASE_URL leads to another server or database than the pooler"];
  return requests !== "NOT TAKEN" && requests.login !== direct.login ? ["DIRECT_DATABASE_URL is another login than DATABASE_URL"] : [];
}

function isKept(way: Way): boolean {
  return way !== "NOT TAKEN" && way.mark === SESSION_MARK;
}

async function wayOf(pool: pg.Pool): Promise<Way> {
  try {
    const [way] = await askServer(pool, WAY.with());
    return way ?? "NOT TAKEN";
  } catch (error) {
    // PgBouncer's words for what it was not told to pass over in silence
    if (error instanceof Error && error.message.startsWith("unsupported startup parameter")) return "NOT TAKEN";
    throw error;
  }
}
