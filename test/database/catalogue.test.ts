/** What the database itself says about who may do what. A new table, view or function has to appear here or be closed. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { freshDatabase, type FreshDatabase } from "../support/database.js";

/** Tables without anybody's data: open reference data that everyone may read. */
const OPEN_TABLES = ["postal_code", "service"];
/** Functions that see more than their caller, each with what they answer. */
const DEFINERS: Readonly<Record<string, string>> = {
  parts_follow_credentials: "keeps the periods of a part what its credentials say; answers nothing",
  contact_of_booking: "whom the clinic of a booking by telephone rings: name and number",
  posting_sums_to_zero: "refuses an entry that is out of balance; answers nothing",
  ledger_entry_is_dated: "dates a new entry of the book; answers nothing",
  unconfirmed_accounts: "companies that would be paid to another account than the one confirmed; no account",
  book_opens_on: "the first day that may be accounted on",
  slot_seats_taken: "seat numbers of one slot",
  slot_live_holds: "a count of one slot",
  family_live_holds: "a count of one family",
  slot_held_until: "an instant of one slot",
  slots_release_holds: "ends holds on slots that were withdrawn; answers a count",
  line_is_what_was_quoted: "refuses a settlement line that is not what was quoted; answers nothing",
  patients_of_bookings: "name and year of birth, for the provider that treats them and as long as it may know",
  paid_of_total: "one sum of money for one claim, which the caller has found by its own rights",
  consent_stands: "yes or no about a booking of the clinic's own",
  represented: "ids of the persons who let the caller see one scope today",
  dependants: "name, year of birth and cover of the person's own dependants of 15 to 17, unless they closed it",
  has_civil_number: "yes or no: whether a member can be paid by civil registration number",
  feed_horizon: "a number: where the feed of events ends",
  guardians: "names of the person's own guardians, while the person is under 18",
  member_of_number: "one id for the digests of one civil registration number",
  members_of_subject: "ids of the person behind a login and of the children it acts for; asked before there is a viewer",
  availability_of_clinics: "one word for each clinic: how far its openings can be relied on",
  refresh_listings: "makes rows of the directory true; answers nothing",
};
/** The application's, that of civil registration numbers, that of the nearby search. */
const ROLES = [
  "gateway_app",
  "gateway_directory",
  "gateway_identity",
  "gateway_keys",
  "gateway_retention",
  "gateway_verify",
  "gateway_worker",
];

let fresh: FreshDatabase;
const rows = async (text: string, values: unknown[] = []): Promise<any[]> => (await fresh.database.pool.query(text, values)).rows;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

describe("the catalogue", () => {
  it("has row-level security enabled and forced on every table but open reference data", async () => {
    const open = await rows(
      "select relname as name from pg_class where relkind in ('r','p') and relnamespace = 'public'::regnamespace and not (relrowsecurity and relforcerowsecurity) order by 1",
    );
    expect(open.map(({ name }) => name)).toEqual(OPEN_TABLES);
  });

  it("lets the application only read what is open", async () => {
    const writable = await rows(
      "select table_name || ' ' || privilege_type as grant from information_schema.role_table_grants where table_schema = 'public' and grantee = any ($1) and table_name = any ($2) and privilege_type <> 'SELECT' order by 1",
      [ROLES, OPEN_TABLES],
    );
    expect(writable.filter(({ grant }) => !/ (INSERT|UPDATE)$/.test(grant))).toEqual([]);
  });

  it("gives the application's roles nothing that goes around policies: no ownership, no bypass, no login, no superuser", async () => {
    const roles = await rows(
      "select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolcanlogin from pg_roles where rolname = any ($1) order by 1",
      [ROLES],
    );
    expect(roles).toEqual(
      ROLES.map((rolname) => ({
        rolname,
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        rolcanlogin: false,
      })),
    );
    expect(
      await rows("select relname from pg_class where relowner in (select oid from pg_roles where rolname = any ($1))", [ROLES]),
    ).toEqual([]);
    expect(
      await rows("select proname from pg_proc where proowner in (select oid from pg_roles where rolname = any ($1))", [ROLES]),
    ).toEqual([]);
    const memberships = await rows(
      "select u.rolname || ' is ' || r.rolname as line from pg_auth_members m join pg_roles r on r.oid = m.roleid join pg_roles u on u.oid = m.member where u.rolname = any ($1) order by 1",
      [ROLES],
    );
    // downwards only: what serves requests becomes nothing
    expect(memberships.map(({ line }) => line)).toEqual([
      "gateway_keys is gateway_identity",
      "gateway_keys is gateway_worker",
      "gateway_retention is gateway_worker",
      "gateway_worker is gateway_app",
    ]);
    const ddl = await rows(
      "select table_name, privilege_type from information_schema.role_table_grants where grantee = any ($1) and privilege_type in ('TRUNCATE','TRIGGER','REFERENCES')",
      [ROLES],
    );
    expect(ddl).toEqual([]);
    expect(await rows("select r as role from unnest($1::text[]) r where has_schema_privilege(r, 'public', 'CREATE')", [ROLES])).toEqual([]);
  });

  it("has no view that answers with its owner's eyes, and no materialised one", async () => {
    const views = await rows(
      "select relname, relkind from pg_class where relkind in ('v','m') and relnamespace = 'public'::regnamespace and (relkind = 'm' or not coalesce(reloptions::text ~ 'security_invoker=(true|on)', false))",
    );
    expect(views).toEqual([]);
  });

  it("has no function that sees more than its caller except the listed ones, each with its search path fixed", async () => {
    const definers = await rows(
      "select proname as name, proconfig::text as config from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by 1",
    );
    const unknown = definers.filter(({ name }) => !(name in DEFINERS));
    expect(unknown.map(({ name }) => name)).toEqual([]);
    // pg_temp last: left out, it is looked in first, and whoever may make temporary objects stands before the tables
    expect(definers.filter(({ config }) => !config?.includes("search_path=pg_catalog, public, pg_temp"))).toEqual([]);
  });

  it("opens no function and no place for new objects to everybody", async () => {
    const open = await rows(
      `select proname from pg_proc p where pronamespace = 'public'::regnamespace and has_function_privilege('public', p.oid, 'EXECUTE')
         and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
    );
    expect(open).toEqual([]);
    const places =
      "has_database_privilege('public', current_database(), 'TEMPORARY') as temporary, has_schema_privilege('public', 'public', 'CREATE') as here";
    expect(await rows(`select ${places}`)).toEqual([{ temporary: false, here: false }]);
    await fresh.database.pool.query("create function of_a_later_step() returns int language sql return 1");
    expect(await rows("select has_function_privilege('public', 'of_a_later_step()', 'EXECUTE') as open")).toEqual([{ open: false }]);
  });

  it("opens to nobody whose role is not set: every policy names a role, a person or is a public read", async () => {
    const policies = await rows(
      "select tablename || '.' || policyname as name, cmd, coalesce(qual, '') || ' ' || coalesce(with_check, '') as rule, roles::text[] as roles from pg_policies where schemaname = 'public' order by 1",
    );
    const [{ owner }] = await rows("select relowner::regrole::text as owner from pg_class where oid = 'member'::regclass");
    // the owner's own checks see what they check; the others are what one role may do that no other may
    const forOne = policies.filter(({ roles }) => roles.length !== 1 || roles[0] !== "public");
    const toWhom = (roles: string[]): string => roles.map((role) => (role === owner ? "the owner" : role)).join(", ");
    const lines = forOne.map(({ name, cmd, roles }) => `${name}: ${cmd} to ${toWhom(roles)}`);
    const isVerify = (line: string): boolean => /^(\w+)\.\1_verify: SELECT to gateway_verify$/.test(line);
    expect(lines.filter((line) => !isVerify(line))).toEqual(ROLE_POLICIES);
    const publicReads = policies.filter(
      (policy) => !forOne.includes(policy) && !/app_(role|subject|members|provider)\(\)/.test(policy.rule),
    );
    expect(publicReads.filter(({ cmd, rule }) => cmd !== "SELECT" || rule.trim() !== "true")).toEqual([]);
    expect(publicReads.map(({ name }) => name.split(".")[0]).sort()).toEqual(PUBLIC_READS);
    expect(policies.length).toBeGreaterThan(70);
  });

  it("shows no row of anybody to a session without a viewer", async () => {
    const client = await fresh.database.pool.connect();
    try {
      await client.query("begin; set local role gateway_app");
      for (const { name } of await rows(
        "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relrowsecurity",
      )) {
        if (PUBLIC_READS.includes(name)) continue;
        const seen = await client.query(`savepoint s; select 1 from ${name} limit 1`).then(
          (result: any) => (Array.isArray(result) ? result[1].rowCount : result.rowCount),
          async () => (await client.query("rollback to s"), 0),
        );
        expect([name, seen]).toEqual([name, 0]);
      }
    } finally {
      await client.query("rollback");
      client.release();
    }
  });

  it("keeps civil registration numbers out of reach of the role of ordinary requests", async () => {
    const columns = await rows(
      `select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and (a.attname like '%cpr%' or c.relname = 'member_cpr')
         and (has_column_privilege('gateway_app', c.oid, a.attnum, 'SELECT') or has_column_privilege('gateway_app', c.oid, a.attnum, 'UPDATE') or has_column_privilege('gateway_app', c.oid, a.attnum, 'INSERT'))`,
    );
    expect(columns).toEqual([]);
  });

  it("lets nothing that is history be changed by the application", async () => {
    const changeable = await rows(
      "select table_name from information_schema.role_table_grants where grantee = any ($1) and privilege_type = 'UPDATE' and table_name in ('ledger_entry','posting','audit_event','audit_seal','claim_event','decision','bank_event','payment_file')",
      [ROLES],
    );
    expect(changeable).toEqual([]);
    const triggers = await rows(
      "select tgrelid::regclass::text as name from pg_trigger where not tgisinternal and tgname like '%_is_append_only' order by 1",
    );
    expect(triggers.map(({ name }) => name)).toEqual([
      "audit_event",
      "bank_event",
      "bank_statement",
      "claim_event",
      "decision",
      "denial",
      "ledger_entry",
      "network_change",
      "posting",
      "price_cap",
      "reimbursement",
      "rule_setting",
      "self_bill",
      "self_bill_line",
      "self_billing_agreement",
      "settlement_attempt",
    ]);
  });
});

/** The public directory, and the numbers of the insurance conditions. */
const PUBLIC_READS = [
  ...["clinic", "clinic_service", "practitioner", "practitioner_clinic", "price_cap", "provider", "public_tariff", "rule_setting", "slot"],
];
const ROLE_POLICIES = [
  "audit_event.audit_event_retention: DELETE to gateway_retention",
  "authority.authority_retention: DELETE to gateway_retention",
  "booking.booking_seen_by_owner: SELECT to the owner",
  "calendar_feed.calendar_feed_retention: DELETE to gateway_retention",
  "claim_event.claim_event_retention: DELETE to gateway_retention",
  "complaint.complaint_retention: DELETE to gateway_retention",
  "consent.consent_retention: DELETE to gateway_retention",
  "cover_loss.cover_loss_retention: DELETE to gateway_retention",
  "decision.decision_retention: DELETE to gateway_retention",
  "denial.denial_retention: DELETE to gateway_retention",
  "designation.designation_retention: DELETE to gateway_retention",
  "dispute_answer.dispute_answer_retention: DELETE to gateway_retention",
  "event.event_retention: DELETE to gateway_retention",
  "hold.hold_retention: DELETE to gateway_retention",
  "idempotency.idempotency_sweep: DELETE to gateway_retention",
  "idempotency.idempotency_sweep_read: SELECT to gateway_retention",
  "intake_report.intake_report_retention: DELETE to gateway_worker",
  "listing.listing_read: SELECT to gateway_directory",
  "member.member_read_to_identify: SELECT to gateway_identity",
  "member_cpr.member_cpr_keys: ALL to gateway_keys",
  "notification.notification_retention: DELETE to gateway_retention",
  "notification_choice.notification_choice_retention: DELETE to gateway_retention",
  "outbox.outbox_retention: DELETE to gateway_retention",
  "posting.posting_seen_by_owner: SELECT to the owner",
  "quota_use.quota_use_sweep: DELETE to gateway_retention",
  "rate_bucket.rate_bucket_retention: DELETE to gateway_retention",
  "settlement_line.settlement_line_seen_by_owner: SELECT to the owner",
  "status_report.status_report_retention: DELETE to gateway_retention",
  "submission.submission_retention: DELETE to gateway_retention",
  "token_revocation.token_revocation_retention: DELETE to gateway_retention",
  "used_proof.used_proof_retention: DELETE to gateway_retention",
  "web_session.web_session_retention: DELETE to gateway_retention",
  "webhook_delivery.webhook_delivery_retention: DELETE to gateway_retention",
];

describe("the statements of requests and jobs", () => {
  it("never say ON CONFLICT DO UPDATE, which older servers let read past row-level security", () => {
    const found = sources("src").filter((file) =>
      /on\s+conflict[\s\S]{0,200}?do\s+update|onConflictDoUpdate/i.test(withoutComments(readFileSync(file, "utf8"))),
    );
    expect(found).toEqual([]);
  });

  it("never set a session-wide setting, which would stay for whoever uses the connection next", () => {
    const found = sources("src").filter((file) =>
      /["'`]\s*set\s+(session\s+)?(?!local\b)[a-z_.]+\s*(=|to)\s|set_config\([^)]*,\s*false\)/i.test(
        withoutComments(readFileSync(file, "utf8")),
      ),
    );
    expect(found).toEqual([]);
  });

  it("never build SQL from input: sql.raw and sql.identifier are not used", () => {
    const found = sources("src").filter((file) => /sql\.(raw|identifier)\(/.test(readFileSync(file, "utf8")));
    expect(found).toEqual([]);
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const at = path.join(folder, name);
    return statSync(at).isDirectory() ? sources(at) : name.endsWith(".ts") ? [at] : [];
  });
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}

it("the login that vouches sees every row of what it may read, and may change nothing", async () => {
  const granted = await rows(
    "select table_name as name, string_agg(distinct privilege_type, ',') as what from information_schema.column_privileges where grantee = 'gateway_verify' group by 1 order by 1",
  );
  expect(granted.filter(({ what }) => what !== "SELECT")).toEqual([]);
  const whole = await rows(
    "select tablename as name from pg_policies where 'gateway_verify' = any (roles) and cmd = 'SELECT' and permissive = 'PERMISSIVE' and qual = 'true' order by 1",
  );
  // a table that it is granted without the policy would look empty
  expect(whole).toEqual(granted.map(({ name }) => ({ name })));
});
