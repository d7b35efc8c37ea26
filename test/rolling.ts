/**
 * npm run test:rolling: what is changed while people book. A step of the schema after the released ones is taken under load, then the gateways are changed
 * one after the other. Then the keys of tokens, the keys of civil registration numbers, the server's certificate and the password of a login
 * are changed, as docs/operations/rotation.md says it. Two gateways, and callers who ask again until they are told; at the end nothing is lost,
 * doubled or answered otherwise, and the longest time without an acknowledgement is printed for each change. Needs openssl.
 */
import "reflect-metadata";
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { ensureDatabase, startEmbedded } from "../src/platform/embedded/embedded-postgres.js";
import { loginOf, makeLogins, type LoginName } from "../src/platform/postgres/connections/logins.js";
import { migrateUp } from "../src/platform/postgres/migrate.js";
import { personalData } from "../src/platform/people/personal-data.js";
import { gatewayProcess, type GatewayProcess } from "./support/gateway-process.js";
import { gatewayCommand, needs, nothingIn, say, startDrill } from "./support/drill.js";

needs(
  ["/usr/bin/openssl", "/usr/local/bin/openssl", "/bin/openssl"].some((file) => existsSync(file))
    ? []
    : ["openssl: apt-get install openssl"],
);

const RATE = 5;
const CALLERS = 8;
/** The next one begins once callers have stood on the one before for a while. */
const BETWEEN_MS = 6_000;
/** A change that is felt for longer is one that people notice. */
const MOST_SECONDS = 5;
const LOGINS: readonly LoginName[] = ["gateway_login", "gateway_jobs", "gateway_removal", "gateway_verifier"];

/** A later step, as a release brings one: it only adds, and fills what it adds. */
const LATER_STEP = `alter table clinic add column drilled_on date;
--> statement-breakpoint
alter table booking add column drilled boolean not null default false;
--> statement-breakpoint
create index booking_drilled on booking (id) where drilled;`;

function laterFolder(dir: string): string {
  const folder = path.join(dir, "migrations");
  cpSync("migrations", folder, { recursive: true });
  const file = path.join(folder, "meta", "_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8")) as { entries: { idx: number; when: number; tag: string }[] };
  const last = journal.entries.at(-1);
  if (!last) throw new Error("no migrations");
  const tag = `${String(last.idx + 1).padStart(4, "0")}_drill`;
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag });
  writeFileSync(file, JSON.stringify(journal));
  writeFileSync(path.join(folder, `${tag}.sql`), LATER_STEP);
  return folder;
}

/** Of the authority of this drill; answers its number. */
function certificate(tls: string, owner: { readonly uid: number; readonly gid: number }): string {
  const openssl = (...args: string[]): string =>
    execFileSync("openssl", args, { cwd: tls, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const ec = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  if (!existsSync(path.join(tls, "ca.crt")))
    openssl("req", "-x509", ...ec, "-days", "2", "-keyout", "ca.key", "-out", "ca.crt", "-subj", "/CN=drill");
  openssl("req", ...ec, "-keyout", "next.key", "-out", "next.csr", "-subj", "/CN=localhost");
  writeFileSync(path.join(tls, "names"), "subjectAltName=IP:127.0.0.1\n");
  openssl(
    "x509",
    "-req",
    "-in",
    "next.csr",
    "-CA",
    "ca.crt",
    "-CAkey",
    "ca.key",
    "-CAcreateserial",
    "-days",
    "2",
    "-extfile",
    "names",
    "-out",
    "next.crt",
  );
  for (const kind of ["key", "crt"]) {
    copyFileSync(path.join(tls, `next.${kind}`), path.join(tls, `server.${kind}`));
    chownSync(path.join(tls, `server.${kind}`), owner.uid, owner.gid);
  }
  chmodSync(path.join(tls, "server.key"), 0o600);
  return openssl("x509", "-in", "server.crt", "-noout", "-serial").trim();
}

const key = (id: string): string => `${id}:${randomBytes(32).toString("base64")}`;

async function main(): Promise<boolean> {
  const dir = mkdtempSync(path.join(tmpdir(), "rolling-"));
  chmodSync(dir, 0o711);
  const faults: string[] = [];
  const expect = (holds: boolean, what: string): void => {
    say(`${holds ? "yes" : "NO "}  ${what}`);
    if (!holds) faults.push(what);
  };
  const ends: (() => Promise<unknown> | void)[] = [() => rmSync(dir, { recursive: true, force: true })];
  try {
    const server = await startEmbedded({ dataDir: path.join(dir, "postgres"), settings: { shared_buffers: "128MB" } });
    ends.push(() => server.stop());
    const ownerUrl = await ensureDatabase(server, "gateway");
    const administrator = new pg.Client({ connectionString: ownerUrl });
    await administrator.connect();
    ends.push(() => administrator.end());

    const tls = path.join(dir, "tls");
    mkdirSync(tls, { mode: 0o755 });
    const account = statSync(path.join(dir, "postgres", "pg"));
    const firstSerial = certificate(tls, account);
    for (const [name, value] of Object.entries({
      ssl_cert_file: path.join(tls, "server.crt"),
      ssl_key_file: path.join(tls, "server.key"),
      ssl: "on",
    }))
      await administrator.query(`alter system set ${name} = '${value}'`);
    await administrator.query("select pg_reload_conf()");
    await pause(500);

    const secured = (url: string): string => {
      const way = new URL(url);
      way.searchParams.set("sslmode", "verify-full");
      way.searchParams.set("sslrootcert", path.join(tls, "ca.crt"));
      return way.href;
    };
    const urlOf = (name: LoginName): string => secured(loginOf(ownerUrl, name));
    const [sealing, indexing] = [key("k1"), key("i1")];
    const settings = {
      DATABASE_URL: urlOf("gateway_login"),
      JOBS_DATABASE_URL: urlOf("gateway_jobs"),
      RETENTION_DATABASE_URL: urlOf("gateway_removal"),
      DATA_DIR: path.join(dir, "gateway"),
      CPR_KEY: sealing,
      CPR_INDEX_KEY: indexing,
      RUN_JOBS: "true",
      PROMISE_REFRESH_SECONDS: "10",
      DRAIN_SECONDS: "1",
    };
    let now: Record<string, string> = { ...settings };
    const drill = await startDrill({
      ownerUrl,
      dir,
      bookings: RATE * 400,
      env: settings,
      prepared: () =>
        makeLogins(
          ownerUrl,
          LOGINS.map((name) => loginOf(ownerUrl, name)),
        ),
    });
    const gateways: GatewayProcess[] = [...drill.gateways];
    ends.push(() => Promise.all(gateways.map((each) => each.stop())));
    const { crowd } = drill;

    const numbers = ["drill-1", "drill-2", "drill-3"];
    const members = drill.world.people.slice(0, numbers.length).map(({ member }) => member.id);
    const before = personalData(sealing, indexing);
    for (const [n, id] of members.entries()) {
      const sealed = before.encrypt(numbers[n] ?? "", { table: "member", column: "cpr_encrypted", rowId: id });
      await administrator.query("update member set cpr_encrypted = $2 where id = $1", [id, sealed]);
    }

    let [acknowledged, lastAt, longest] = [0, performance.now(), 0];
    const [began, watch] = [
      performance.now(),
      setInterval(() => {
        const at = performance.now();
        longest = Math.max(longest, at - lastAt);
        if (crowd.acknowledged() > acknowledged) lastAt = at;
        acknowledged = crowd.acknowledged();
      }, 20),
    ];
    let finished = false;
    const booking = crowd.run(
      CALLERS,
      () => (finished ? 0 : Infinity),
      () => ((performance.now() - began) / 1_000) * RATE,
    );
    const change = async (what: string, act: () => Promise<void>): Promise<void> => {
      await pause(BETWEEN_MS);
      const [from, told] = [performance.now(), crowd.acknowledged()];
      [longest, lastAt] = [0, performance.now()];
      await act();
      await pause(1_000);
      const took = (performance.now() - from) / 1_000;
      expect(
        longest / 1_000 <= MOST_SECONDS,
        `${what}: ${took.toFixed(1)} s, ${crowd.acknowledged() - told} acknowledged meanwhile, never ${(longest / 1_000).toFixed(1)} s without`,
      );
    };
    /** One after the other: the second goes when the first is back. */
    const roll = async (env: Readonly<Record<string, string>>): Promise<void> => {
      now = { ...now, ...env };
      for (const [n, old] of gateways.entries()) {
        const code = await old.terminate();
        if (code !== 0) faults.push(`a gateway ended with ${code}`);
        const next = gatewayProcess(Number(new URL(old.url).port), now);
        await next.start();
        gateways[n] = next;
      }
    };

    await change("a later step of the schema, under the gateways that do not know it", async () => {
      const taken = await migrateUp(secured(ownerUrl), laterFolder(dir));
      expect(taken === 1, "one step was taken");
    });
    await change("the gateways one after the other, on the schema that is newer than they are", () => roll({}));

    await change("keys of tokens: a new one beside the old, then alone", async () => {
      const file = path.join(dir, "gateway", "secrets", "jwks.json");
      const old = JSON.parse(readFileSync(file, "utf8")) as { keys: object[] };
      const { makeDevIssuer } = await import("../src/gateway/identity/dev-issuer.js");
      const { DEVELOPMENT_ISSUER } = await import("../src/assembly/config.js");
      const next = await makeDevIssuer({
        dir: path.join(dir, "next-issuer"),
        issuer: DEVELOPMENT_ISSUER,
        audience: "provider-network-gateway",
      });
      const { keys } = JSON.parse(readFileSync(next.jwksFile, "utf8")) as { keys: object[] };
      writeFileSync(file, JSON.stringify({ keys: [...old.keys, ...keys] }));
      await pause(1_500);
      // one that was seen before is believed for up to a minute without asking its key again
      const mint = (): Promise<string> => next.mint({ sub: drill.world.people[0]?.member.subject ?? "", role: "MEMBER" }, 600);
      const ask = async (token: string): Promise<number> =>
        fetch(`${gateways[0]?.url}/graphql`, {
          method: "POST",
          headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
          body: JSON.stringify({ query: "{ viewer { role } }" }),
        }).then(async (response) => (((await response.json()) as { data?: { viewer?: object } }).data?.viewer ? 200 : response.status));
      const believed = async (): Promise<boolean> => {
        for (let tries = 0; tries < 10; tries += 1) {
          if ((await ask(await mint())) === 200) return true;
          await pause(500);
        }
        return false;
      };
      expect(await believed(), "a token by the new key is believed, without a restart");
      writeFileSync(file, JSON.stringify(old));
      await pause(1_500);
      expect((await ask(await mint())) !== 200, "and no longer once the key is gone");
    });

    const [nextSealing, nextIndexing] = [key("k2"), key("i2")];
    await change("keys of numbers: all can read the new one", () =>
      roll({ CPR_KEY: `${sealing},${nextSealing}`, CPR_INDEX_KEY: `${indexing},${nextIndexing}` }),
    );
    await change("keys of numbers: the new one is written, and what is there is moved", async () => {
      await roll({ CPR_KEY: `${nextSealing},${sealing}`, CPR_INDEX_KEY: `${nextIndexing},${indexing}` });
      for (let tries = 0; tries < 10; tries += 1) {
        const { code, said } = await gatewayCommand(["worker", "--once", "--job", "rotate-civil-numbers"], { ...now, LOG_LEVEL: "info" });
        if (code === 0 && /moved\D+0\b/.test(said)) break;
        if (code !== 0 && tries === 9) throw new Error(said);
      }
    });
    await change("keys of numbers: the new one alone", () => roll({ CPR_KEY: nextSealing, CPR_INDEX_KEY: nextIndexing }));
    const after = personalData(nextSealing, nextIndexing);
    const { rows } = await administrator.query<{ id: string; sealed: Buffer }>(
      "select id, cpr_encrypted as sealed from member where id = any($1)",
      [members],
    );
    const read = rows.map(({ id, sealed }) => after.decrypt(sealed, { table: "member", column: "cpr_encrypted", rowId: id }));
    expect(read.sort().join() === [...numbers].sort().join(), "every number is read with the new key alone");

    await change("the server's certificate", async () => {
      const serial = certificate(tls, account);
      await administrator.query("select pg_reload_conf()");
      await pause(1_000);
      const shown = execFileSync(
        "sh",
        ["-c", `echo | openssl s_client -starttls postgres -connect 127.0.0.1:${server.port} 2>/dev/null | openssl x509 -noout -serial`],
        { encoding: "utf8" },
      ).trim();
      expect(shown === serial && serial !== firstSerial, "who connects now is shown the new one");
    });

    await change("the password of a login: a second login takes its place", async () => {
      const password = randomBytes(18).toString("hex");
      await administrator.query(`create role gateway_login_next login noinherit nosuperuser nobypassrls password '${password}'`);
      await administrator.query("grant gateway_app, gateway_identity, gateway_directory to gateway_login_next");
      const way = new URL(urlOf("gateway_login"));
      way.username = "gateway_login_next";
      way.password = password;
      await roll({ DATABASE_URL: way.href });
      await administrator.query("alter role gateway_login nologin");
      const { rows: left } = await administrator.query<{ n: number }>(
        "select count(*)::int as n from pg_stat_activity where usename = 'gateway_login'",
      );
      expect(left[0]?.n === 0, "nobody uses the old login any more, and it is closed");
    });
    await pause(BETWEEN_MS);
    finished = true;
    await booking;
    clearInterval(watch);
    const found = await drill.judge(ownerUrl);
    const tries = crowd.told.filter((each) => each.tries > 1).length;
    say(`${crowd.acknowledged()} acknowledged, ${tries} asked more than once: ${JSON.stringify(found)}`);
    expect(
      nothingIn({ ...found, endedByThemselves: gateways.reduce((sum, each) => sum + each.selfExits(), 0) }),
      "none was lost, doubled, half done or answered otherwise",
    );
    return faults.length === 0;
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

main().then(
  (passed) => {
    say(passed ? "all of it while people booked" : "FAILED");
    process.exit(passed ? 0 : 1);
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
