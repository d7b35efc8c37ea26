import { randomBytes } from "node:crypto";
import { bulkConnection } from "../../src/platform/postgres/bulk.js";
import { codeOf } from "../../src/platform/error-code.js";
import { connectDatabase, type Database, type DatabaseOptions } from "../../src/platform/postgres/database.js";
import { aheadMs } from "./clock.js";
import { noteTold } from "./told.js";
import { leftBehind } from "./whole-acts.js";

export type FreshDatabase = {
  readonly database: Database;
  /** Logs in as the owner; transaction() takes on the application's role from there. */
  readonly url: string;
  /** Where a gateway on it should have other logins for jobs and for removing. */
  readonly workerUrl?: string;
  readonly retentionUrl?: string;
  readonly drop: () => Promise<void>;
};

/** A server that all test files share may take longer to admit a connection than a gateway waits for its own. */
const CONNECT_MS = 10_000;

/** A database of this test file's own, cloned from the migrated template. `empty` gives one without any table,
 * `reference` one with postal codes, services and tariffs. */
export async function freshDatabase(
  options: DatabaseOptions & { readonly empty?: boolean; readonly reference?: boolean } = {},
): Promise<FreshDatabase> {
  const admin = process.env["TEST_ADMIN_URL"];
  const template = options.empty ? "template0" : process.env[options.reference ? "TEST_TEMPLATE_REFERENCE" : "TEST_TEMPLATE"];
  if (!admin || !template) throw new Error("the global setup did not run");
  const name = `t_${randomBytes(8).toString("hex")}`;
  await onServer(
    admin,
    // as files, with the caches that connections find there: page by page through the log costs three times as much
    `create database ${name} template ${template} strategy file_copy`,
    // a clone has the privileges of a new database, not those that the migrations left to its template
    `revoke temporary on database ${name} from public`,
  );
  const url = new URL(admin);
  url.pathname = `/${name}`;
  const database = connectDatabase(url.href, { max: 5, applicationName: "test", connectMs: CONNECT_MS, ...options });
  if (!options.empty) database.clock.aheadMs = aheadMs();
  return {
    database,
    url: url.href,
    drop: async () => {
      const { halfDone, told } = options.empty ? { halfDone: [], told: [] } : await leftBehind(database.pool);
      noteTold(told);
      await database.close();
      await onServer(admin, `drop database if exists ${name} with (force)`);
      if (halfDone.length > 0) throw new Error(`acts of this test are half done:\n${halfDone.join("\n")}`);
    },
  };
}

async function onServer(url: string, ...statements: readonly string[]): Promise<void> {
  const sql = bulkConnection(url);
  try {
    for (const statement of statements) await patiently(() => sql.unsafe(statement));
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Two test files may clone at the same moment; the template allows one at a time. */
async function patiently(act: () => Promise<unknown>): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await act();
      return;
    } catch (error) {
      if (codeOf(error) !== "55006" || attempt >= 40) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
