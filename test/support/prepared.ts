import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { escapeLiteral } from "pg";
import { bulkConnection } from "../../src/platform/postgres/bulk.js";

/** Roles of a whole server: the template of this run has made them already. */
export const SHARED_ROLES = [
  "gateway_app",
  "gateway_identity",
  "gateway_directory",
  "gateway_worker",
  "gateway_retention",
  "gateway_keys",
  "gateway_verify",
];

export type Prepared = {
  readonly name: string;
  readonly owner: string;
  readonly login: string;
  /** The administrator's, the owner's and the gateway's way in. */
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly loginUrl: string;
  /** The logins of jobs and of retention. */
  readonly jobsUrl: string;
  readonly removalUrl: string;
  readonly verifierUrl: string;
  readonly jobs: string;
  readonly removal: string;
  readonly verifier: string;
  readonly left: readonly string[];
  readonly drop: () => Promise<void>;
};

/** deploy/roles.sql as an administrator runs it with psql, under names of this test's own. */
export async function prepare(): Promise<Prepared> {
  const admin = process.env["TEST_ADMIN_URL"] ?? "";
  const mark = randomBytes(6).toString("hex");
  const [name, owner, login, jobs, removal, verifier] = [
    `m_${mark}`,
    `owner_${mark}`,
    `login_${mark}`,
    `jobs_${mark}`,
    `removal_${mark}`,
    `verifier_${mark}`,
  ];
  const passwords: Record<string, string> = {
    owner_password: `o'${mark}`,
    login_password: `l'${mark}`,
    jobs_password: `j'${mark}`,
    removal_password: `r'${mark}`,
    verifier_password: `v'${mark}`,
  };
  const statements = readFileSync("deploy/roles.sql", "utf8")
    .replace(/^--.*$/gm, "")
    .replace(/:'(\w+)'/g, (_, variable: string) => escapeLiteral(passwords[variable] ?? `no ${variable}`))
    .replace(/\bgateway_owner\b/g, owner)
    .replace(/\bgateway_login\b/g, login)
    .replace(/\bgateway_jobs\b/g, jobs)
    .replace(/\bgateway_removal\b/g, removal)
    .replace(/\bgateway_verifier\b/g, verifier)
    .replace(/\bDATABASE gateway\b/g, `DATABASE ${name}`)
    .split(";")
    .map((statement) => statement.trim())
    .filter(Boolean);
  const isShared = (role: string): boolean => SHARED_ROLES.includes(role);
  const left = statements.filter((s) => isShared(/^CREATE ROLE (\w+) NOLOGIN/.exec(s)?.[1] ?? ""));
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
    jobsUrl: url(jobs, passwords["jobs_password"]),
    removalUrl: url(removal, passwords["removal_password"]),
    verifierUrl: url(verifier, passwords["verifier_password"]),
    jobs,
    removal,
    verifier,
    drop: () =>
      asAdmin(
        admin,
        `drop database if exists ${name} with (force)`,
        `revoke set on parameter "app.role" from ${owner}`,
        `drop owned by ${owner}, ${login}, ${jobs}, ${removal}, ${verifier}`,
        `drop role ${owner}, ${login}, ${jobs}, ${removal}, ${verifier}`,
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
