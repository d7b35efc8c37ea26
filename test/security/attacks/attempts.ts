/** What somebody tries who can send any statement as one of the gateway's logins: through an injection, or with a stolen password. */

export type Attempt = { readonly name: string; readonly statements: readonly string[] };

/** What a path of requests, of jobs and of removal works as; `none` is the login itself. */
const ROLES = [
  "none",
  "gateway_app",
  "gateway_identity",
  "gateway_directory",
  "gateway_worker",
  "gateway_retention",
  "gateway_keys",
  "gateway_verify",
];

const as = (role: string, settings: Readonly<Record<string, string>> = {}): string[] => [
  ...Object.entries(settings).map(([name, value]) => `select set_config('${name}', '${value}', true)`),
  `select set_config('role', '${role}', true)`,
];
const one = (name: string, ...statements: string[]): Attempt => ({ name, statements });

/** Tables with rows of persons, money or the product itself; the answer is how many rows are seen. */
const TABLES = [
  "member",
  "member_cpr",
  "claim",
  "decision",
  "booking",
  "settlement_payment",
  "audit_event",
  "token_revocation",
  "used_proof",
  "outbox",
  "job_run",
];

/** Tables that anything may be removed from at all, each only once it is old enough or its person is nobody any more. */
export const KEPT = [
  ...["hold", "consent", "claim_event", "decision", "audit_event", "idempotency", "outbox", "event", "webhook_delivery"],
  ...["notification", "notification_choice", "quota_use", "rate_bucket", "token_revocation", "used_proof", "web_session"],
  ...["intake_report", "calendar_feed", "designation", "status_report", "cover_loss", "submission", "denial", "complaint", "authority"],
  "dispute_answer",
];

/** Tables of what holds now, where a row that no longer does is taken out. */
export const REPLACED = ["practitioner_clinic", "schedule", "busy_feed", "followed_source", "member_cpr"];

const becoming = (owner: string, others: readonly string[]): Attempt[] => [
  ...ROLES.filter((role) => role !== "none").map((role) => one(`becomes ${role}`, `set role ${role}`)),
  ...[owner, ...others, "postgres", "pg_read_all_data", "pg_execute_server_program", "pg_read_server_files", "pg_signal_backend"].map(
    (role) => one(`becomes ${role}`, `set role ${role}`),
  ),
  one("becomes a worker inside a block", "do $$ begin execute 'set local role gateway_worker'; end $$"),
  one("says that it is another session", "set session authorization postgres"),
  one("gives itself a role", "grant gateway_worker to current_user"),
  one("makes itself a superuser", "alter role current_user superuser"),
  one("makes itself one who makes roles", "alter role current_user createrole"),
  one("makes its next sessions say that they are the product", "alter role current_user set app.role = 'WORKER'"),
  one("makes its next sessions look elsewhere first", "alter role current_user set search_path = 'pg_temp, public'"),
  one("makes the sessions of all logins look elsewhere first", "alter role all set search_path = pg_temp"),
  one("changes its own password", `alter role ${others[0]} password 'x'`),
  one("makes a role", "create role attacker"),
  one("turns row security off and reads", ...as("gateway_app"), "set local row_security = off", "select count(*) from member"),
];

/** The word of the product, and of retention, without and with a role that it may take on. */
const forging = (): Attempt[] =>
  ROLES.flatMap((role) => [
    ...["WORKER", ""].flatMap((word) =>
      TABLES.map((table) =>
        one(`as ${role} who says "${word}" reads ${table}`, ...as(role, { "app.role": word }), `select count(*) from ${table}`),
      ),
    ),
    ...[...KEPT, ...REPLACED].map((table) =>
      one(
        `as ${role} who says RETENTION removes from ${table}`,
        ...as(role, { "app.role": "WORKER", "app.purpose": "RETENTION" }),
        `delete from ${table}`,
      ),
    ),
    one(
      `as ${role} who says whose it is makes an act that was done new again`,
      ...as(role, { "app.role": "WORKER", "app.purpose": "RETENTION", "app.subject": "subject-1" }),
      "delete from idempotency",
    ),
    one(
      `as ${role} who says WORKER writes a revocation`,
      ...as(role, { "app.role": "WORKER" }),
      "insert into token_revocation (id, subject, revoked_by, reason) values (gen_random_uuid(), 'x', 'x', 'x')",
    ),
    one(
      `as ${role} who says WORKER makes a used proof good again`,
      ...as(role, { "app.role": "WORKER" }),
      "update used_proof set expires_at = clock_timestamp(), hash = hash || 'x'",
    ),
    one(`as ${role} who says WORKER changes the book`, ...as(role, { "app.role": "WORKER" }), "update posting set amount_minor = 0"),
    one(`as ${role} who says WORKER changes the access log`, ...as(role, { "app.role": "WORKER" }), "update audit_event set actor = 'x'"),
    one(
      `as ${role} who says WORKER reads sealed numbers`,
      ...as(role, { "app.role": "WORKER" }),
      "select count(cpr_encrypted) from member",
    ),
  ]);

/** An object that stands before the one a statement means. */
const shadowing = (): Attempt[] =>
  ["none", "gateway_app", "gateway_worker"].flatMap((role) => {
    const my = (name: string, ...statements: string[]): Attempt => one(`as ${role} ${name}`, ...as(role), ...statements);
    return [
      my("makes a temporary table", "create temporary table hold (slot_id uuid)"),
      my("makes a temporary view", "create temporary view hold as select 1"),
      my(
        "makes a temporary function",
        "create function pg_temp.clock_now() returns timestamptz language sql as 'select null::timestamptz'",
      ),
      my("makes a table", "create table public.shadow (n int)"),
      my("makes a function", "create function public.app_role() returns text language sql as $$ select 'WORKER' $$"),
      my(
        "replaces a function",
        "create or replace function public.clock_now() returns timestamptz language sql stable as 'select null::timestamptz'",
      ),
      my("makes a schema of its own name", "create schema authorization current_user"),
      my("makes a type", "create type public.shadow as (n int)"),
      my("looks in pg_temp first", "set local search_path = pg_temp, public", "select family_live_holds(gen_random_uuid())"),
    ];
  });

const changing = (): Attempt[] =>
  ["gateway_app", "gateway_worker", "gateway_retention"].flatMap((role) => {
    const my = (name: string, statement: string): Attempt => one(`as ${role} ${name}`, ...as(role, { "app.role": "WORKER" }), statement);
    return [
      my("drops a policy", "drop policy member_read on member"),
      my("makes a policy", "create policy open on member using (true)"),
      my("takes row security off", "alter table member disable row level security"),
      my("takes a trigger off", "alter table posting disable trigger user"),
      my("empties a table", "truncate posting"),
      my("drops a table", "drop table posting cascade"),
      my("adds a column", "alter table member add column x int"),
      my("makes an index", "create index on member (family_name)"),
      my("locks everybody out of a table", "lock table member in access exclusive mode"),
      my("stops triggers for itself", "set local session_replication_role = 'replica'"),
      my("makes the log hold what is sent", "set local log_statement = 'all'"),
    ];
  });

const leaving = (): Attempt[] =>
  ["none", "gateway_app", "gateway_worker"].flatMap((role) => {
    const my = (name: string, ...statements: string[]): Attempt => one(`as ${role} ${name}`, ...as(role), ...statements);
    return [
      my("runs a program of the server", "copy (select 1) to program 'cat'"),
      my("writes a file of the server", "copy (select 1) to '/tmp/attack'"),
      my("reads a file of the server", "copy rate_bucket (key) from '/etc/passwd'"),
      my("reads a file by a function", "select length(pg_read_file('/etc/passwd'))"),
      my("lists a folder of the server", "select count(*) from pg_ls_dir('/')"),
      my("loads a library", "load '/tmp/attack.so'"),
      my("makes an extension that reaches out", "create extension postgres_fdw"),
      my("imports a file as a large object", "select lo_import('/etc/passwd')"),
      my("makes a large object", "select lo_create(0) > 0"),
      my("makes a publication", "create publication attack for all tables"),
      my("makes a slot of replication", "select pg_create_physical_replication_slot('attack')"),
      my("ends the sessions of others", "select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = 'postgres'"),
      my("reloads the server", "select pg_reload_conf()"),
    ];
  });

/** Catalogues that hold values, or what opens something. */
const catalogues = (): Attempt[] =>
  ["none", "gateway_app", "gateway_identity", "gateway_worker"].flatMap((role) => {
    const my = (name: string, ...statements: string[]): Attempt => one(`as ${role} ${name}`, ...as(role), ...statements);
    return [
      my("reads passwords", "select count(*) from pg_authid"),
      my("reads passwords by the view", "select count(*) from pg_shadow"),
      my(
        "reads frequent values of persons",
        "select count(*) from pg_stats where tablename in ('member', 'claim', 'booking', 'member_cpr')",
      ),
      my("reads statistics as they are", "select count(*) from pg_statistic"),
      my(
        "reads what other sessions send",
        "select count(*) from pg_stat_activity where query <> '<insufficient privilege>' and usename <> session_user",
      ),
      my("reads where the server keeps its data", "select length(current_setting('data_directory'))"),
      my("reads who may come in", "select count(*) from pg_hba_file_rules"),
      my("learns of rows by an error of its own condition", "select count(*) from member where given_names::int > 0"),
      my("learns of rows by a division", "select count(*) from claim where 1 / (length(condition_code) - length(condition_code)) > 0"),
    ];
  });

export function attempts(owner: string, others: readonly string[]): readonly Attempt[] {
  return [...becoming(owner, others), ...forging(), ...shadowing(), ...changing(), ...leaving(), ...catalogues()];
}
