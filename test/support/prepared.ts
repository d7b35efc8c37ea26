import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { escapeLiteral } from "pg";
import { bulkConnection } from "../../src/platform/postgres/bulk.js";

/** Roles of a whole server: the template of this run has made them already. */
export const SHARED_ROLES = ["gateway_app", "gateway_identity", "gateway_directory"];

export type Prepared = {
  readonly name: string;
  readonly owner: string;
  readonly login: string;
  /** The administrator's, the owner's and the gateway's way in. */
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly loginUrl: string;
  readonly left: readonly string[];
  readonly drop: () => Promise<void>;
};

/** deploy/roles.sql as an administrator runs it with psql, under names of this test's own. */
export async function prepare(): Promise<Prepared> {
  const admin = process.env["TEST_ADMIN_URL"] ?? "";
  const mark = randomBytes(6).toString("hex");
  const [name, owner, login] = [`m_${mark}`, `owner_${mark}`, `login_${mark}`];
  const passwords: Record<string, string> = { owner_password: `o'${mark}`, login_password: `l'${mark}` };
  const statements = readFileSync("deploy/roles.sql", "utf8")
    .replace(/^--.*$/gm, "")
    .replace(/:'(\w+)'/g, (_, variable: string) => escapeLiteral(passwords[variable] ?? `no ${variable}`))
    .replace(/\bgateway_owner\b/g, owner)
    .replace(/\bgateway_login\b/g, login)
    .replace(/\bDATABASE gateway\b/, `DATABASE ${name}`)
    .split(";")
    .map((statement) => statement.trim())
    .filter(Boolean);
  const left = statements.filter((s) => SHARED_ROLES.some((role) => s.startsWith(`CREATE ROLE ${role} `)));
  await asAdmin(admin, ...statements.filter((s) => !left.includes(s)));
  const url = (user: string | null, password = ""): string => {
    const made = new URL(admin);
    made.pathname = `/${name}`;
    if (user) [made.username, made.password] = [user, encodeURIComponent(password)];
    return made.href;
  };
  return {
    name,
    owner,
    login,
    left,
    adminUrl: url(null),
    ownerUrl: url(owner, passwords["owner_password"]),
    loginUrl: url(login, passwords["login_password"]),
    drop: () =>
      asAdmin(
        admin,
        `drop database if exists ${name} with (force)`,
        `revoke set on parameter "app.role" from ${owner}`,
        `drop owned by ${owner}, ${login}`,
        `drop role ${owner}, ${login}`,
      ),
  };
}

export async function asAdmin(url: string, ...statements: readonly string[]): Promise<void> {
  const sql = bulkConnection(url);
  try {
    for (const statement of statements) await sql.unsafe(statement);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
