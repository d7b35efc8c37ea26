/**
 * npm run test:pooler [-- --bookings 150]: two gateways behind PgBouncer in transaction mode, with fewer server connections than callers.
 * Every booking is counted, an event comes, the search answers, and a gateway that is told nothing of the pooler, or the wrong way past
 * it, does not start. Needs PgBouncer (Debian: apt-get install pgbouncer; PGBOUNCER names another), and as root an account for it (nobody).
 */
import "reflect-metadata";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { globalId } from "../src/gateway/api/global-id.js";
import { ensureDatabase, startEmbedded } from "../src/platform/embedded/embedded-postgres.js";
import { loginOf, makeLogins } from "../src/platform/postgres/connections/logins.js";
import { gatewayCommand, needs, nothingIn, say, seconds, startDrill } from "./support/drill.js";
import { PGBOUNCER, POOLED, startPooler } from "./support/pooler.js";
import { openSocket } from "./support/subscribe.js";

const { values } = parseArgs({ options: { bookings: { type: "string", default: "150" } } });
const BOOKINGS = Number(values.bookings);
const CALLERS = 24;
/** Of each login: fewer than callers, so that server processes go from hand to hand. */
const SERVER_CONNECTIONS = 3;
needs(PGBOUNCER === "" ? ["PgBouncer: apt-get install pgbouncer"] : []);

async function main(): Promise<boolean> {
  const dir = mkdtempSync(path.join(tmpdir(), "pooler-"));
  // other accounts pass through: the server's and the pooler's
  chmodSync(dir, 0o711);
  const ends: (() => Promise<void> | void)[] = [() => rmSync(dir, { recursive: true, force: true })];
  const faults: string[] = [];
  const expect = (holds: boolean, what: string): void => {
    say(`${holds ? "yes" : "NO "}  ${what}`);
    if (!holds) faults.push(what);
  };
  try {
    const server = await startEmbedded({ dataDir: path.join(dir, "postgres"), settings: { fsync: "off" } });
    ends.push(() => server.stop());
    const ownerUrl = await ensureDatabase(server, "gateway");
    const shared = { dir, ownerUrl, connections: SERVER_CONNECTIONS };
    const pooler = await startPooler(shared);
    const ignored = "options,statement_timeout,lock_timeout,idle_in_transaction_session_timeout";
    const silent = await startPooler({ ...shared, ignored });
    ends.push(pooler.stop, silent.stop);
    const { way } = pooler;
    const settings = {
      POOLER: "transaction",
      DATABASE_URL: way("gateway_login"),
      JOBS_DATABASE_URL: way("gateway_jobs"),
      RETENTION_DATABASE_URL: way("gateway_removal"),
      DIRECT_DATABASE_URL: loginOf(ownerUrl, "gateway_login"),
    };
    const drill = await startDrill({
      ownerUrl,
      dir,
      bookings: BOOKINGS,
      env: { ...settings, RUN_JOBS: "true", PROMISE_REFRESH_SECONDS: "10" },
      prepared: () =>
        makeLogins(
          ownerUrl,
          [...POOLED, "gateway_verifier" as const].map((name) => loginOf(ownerUrl, name)),
        ),
    });
    ends.push(drill.stop);
    const [first] = drill.gateways;
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    ends.push(() => owner.end());
    const { rows: clinics } = await owner.query<{ id: string }>("select clinic_id as id from slot limit 1");
    const member = await drill.issuer.mint({ sub: drill.world.people[0]?.member.subject ?? "", role: "MEMBER" }, 3_600);
    const socket = openSocket(first?.url ?? "", { authorization: `Bearer ${member}` });
    const clinic = globalId("Clinic", clinics[0]?.id ?? "");
    const listening = socket.listen("subscription ($id: ID!) { availabilityChanged(clinicId: $id) { __typename } }", { id: clinic });
    await pause(1_000);
    const began = performance.now();
    await drill.crowd.run(CALLERS, BOOKINGS, () => BOOKINGS);
    say(
      `${drill.crowd.acknowledged()} bookings acknowledged in ${seconds(began)} s by ${CALLERS} callers over ${SERVER_CONNECTIONS} connections of a login`,
    );
    const found = await drill.judge(ownerUrl);
    say(JSON.stringify(found));
    expect(
      drill.crowd.acknowledged() >= BOOKINGS && nothingIn(found),
      "every booking is kept, once, with all its parts, and told the same when asked again",
    );
    const { rows } = await owner.query<{ n: number }>(
      "select count(*)::int as n from pg_stat_activity where usename = 'gateway_login' and application_name = 'provider-network-gateway' and query not like '%directory%'",
    );
    say(`${rows[0]?.n ?? 0} server connections of requests and searches at the end`);
    expect(
      (await listening.next(1, 20_000)).length > 0,
      `an event comes by LISTEN past the pooler${listening.errors.length > 0 ? ` ${JSON.stringify(listening.errors)}` : ""}`,
    );
    await socket.stop();
    const search = await fetch(`${first?.url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${member}`,
      },
      body: JSON.stringify({
        query: '{ providers(near: {postalCode: "8000"}, service: PHYSIOTHERAPY, first: 3) { edges { node { clinic { name } } } } }',
      }),
    });
    const answer = (await search.json()) as { data?: { providers?: { edges: unknown[] } } };
    expect((answer.data?.providers?.edges.length ?? 0) > 0, "the search answers, past the pooler");

    const start = async (env: Readonly<Record<string, string>>): Promise<string> => {
      const base = { PORT: "0", SEED: "none", DATA_DIR: path.join(dir, "gateway"), LOG_LEVEL: "silent", RUN_JOBS: "false" };
      const { code, said } = await gatewayCommand(["start"], { ...base, ...env });
      return code === 0 ? "it started" : said;
    };
    const refused = "a pooler stands between the gateway and its database";
    expect(
      (await start({ DATABASE_URL: way("gateway_login") })).includes(refused),
      "a gateway that is told of no pooler does not start behind one",
    );
    expect(
      (await start({ DATABASE_URL: silent.way("gateway_login") })).includes(refused),
      "nor behind one that passes over in silence what a session is begun with",
    );
    expect(
      (await start({ ...settings, DIRECT_DATABASE_URL: silent.way("gateway_login") })).includes("leads through a pooler"),
      "nor where the way past it leads through one",
    );
    expect(
      (await start({ DATABASE_URL: way("gateway_login"), POOLER: "transaction" })).includes("go together"),
      "nor without a way past it",
    );
    return faults.length === 0;
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

main().then(
  (passed) => {
    say(passed ? "nothing lost behind the pooler" : "FAILED");
    process.exit(passed ? 0 : 1);
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
