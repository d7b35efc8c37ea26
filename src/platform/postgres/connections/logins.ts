/** The logins of the embedded database: whoever starts it owns it, and gives its gateways no more than they need. */
import { createHmac } from "node:crypto";
import { codeOf } from "../../error-code.js";
import { bulkConnection } from "../bulk.js";

/** The logins that deploy/roles.sql makes, each with what it may become: a developer's gateway stands behind the same walls. */
const LOGINS = {
  gateway_login: ["gateway_app", "gateway_identity", "gateway_directory"],
  gateway_jobs: ["gateway_worker", "gateway_keys", "gateway_directory", "pg_read_all_stats"],
  gateway_removal: ["gateway_retention", "gateway_keys"],
  gateway_verifier: ["gateway_verify"],
} as const;

export type LoginName = keyof typeof LOGINS;

/** Its password follows from the owner's, which lies in this folder: nothing more to keep, and no way back to the owner's. */
export function loginOf(ownerUrl: string, name: LoginName): string {
  const url = new URL(ownerUrl);
  url.password = createHmac("sha256", decodeURIComponent(url.password)).update(name).digest("base64url");
  url.username = name;
  return url.href;
}

export async function makeLogins(ownerUrl: string, urls: readonly string[]): Promise<void> {
  const sql = bulkConnection(ownerUrl);
  try {
    for (const each of urls) {
      const { username, password } = new URL(each);
      const [known] = await sql`select from pg_roles where rolname = ${username}`;
      // names are our own and the password is base64url: nothing in them ends a literal
      const make = `create role ${username} login noinherit nosuperuser nobypassrls password '${password}'`;
      // another process that starts at this moment may be faster
      if (!known) await sql.unsafe(make).catch((error: unknown) => passIf(error, "42710", "23505"));
      await sql.unsafe(`grant ${LOGINS[username as LoginName].join(", ")} to ${username}`);
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function passIf(error: unknown, ...states: readonly string[]): void {
  if (!states.includes(codeOf(error) ?? "")) throw error;
}
