/**
 * npm run test:failover: three PostgreSQL servers under Patroni with etcd and HAProxy, as deploy/ha/ says, on this machine; two gateways, and
 * callers who book at a steady rate and ask again with the same key until they are told. Then the primary is killed, the primary is changed as planned,
 * one standby is lost, both are, and come back. Printed: what was acknowledged, what was lost, and for how long nothing was.
 *
 * Needs root (the servers run as `postgres`) and what Debian has: postgresql patroni python3-etcd etcd-server etcd-client haproxy openssl.
 * --rate bookings a second (10), --keep leaves the folder with the logs.
 */
import "reflect-metadata";
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { chmodSync, closeSync, existsSync, globSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../src/platform/embedded/free-port.js";
import { connectDatabase } from "../src/platform/postgres/database.js";
import { gatewayCommand, needs, nothingIn, say, seconds, startDrill, type Drill } from "./support/drill.js";

const { values } = parseArgs({ options: { rate: { type: "string", default: "10" }, keep: { type: "boolean", default: false } } });
const RATE = Number(values.rate);
const CALLERS = 12;
const NAMES = ["one", "two", "three"] as const;
type Name = (typeof NAMES)[number];
/** What is aimed at: seconds without an acknowledgement. */
const MOST_SECONDS = { unplanned: 15, planned: 5, standby: 15, refilled: 15 };
/** How long both standbys are away. */
const ALONE_MS = 45_000;

const BIN = process.env["PG_BIN"] ?? globSync("/usr/lib/postgresql/*/bin").sort().at(-1) ?? "";
const has = (program: string): boolean => ["/usr/bin", "/usr/sbin", "/bin"].some((folder) => existsSync(path.join(folder, program)));
const PROGRAMS: readonly (readonly [string, string])[] = [
  ["patroni", "patroni python3-etcd"],
  ["etcd", "etcd-server"],
  ["haproxy", "haproxy"],
  ["openssl", "openssl"],
];
needs([
  ...(process.getuid?.() === 0 ? [] : ["root: the servers run as postgres, who must be another"]),
  ...(existsSync(path.join(BIN, "pg_rewind")) ? [] : ["PostgreSQL's server programs: apt-get install postgresql, or PG_BIN"]),
  ...PROGRAMS.flatMap(([program, packages]) => (has(program) ? [] : [`${program}: apt-get install ${packages}`])),
]);

const home = mkdtempSync(path.join(tmpdir(), "failover-"));
const at = (...names: string[]): string => path.join(home, ...names);
const ROOT = path.resolve(import.meta.dirname, "..");
const [uid, gid] = ["-u", "-g"].map((flag) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" })));
const mine = { uid: uid ?? 0, gid: gid ?? 0 };
const PASSWORD = "only-on-loopback";
/** Of the servers: to 127.0.0.1 Patroni would go as "localhost", and a certificate is for what the recipe's machines have, an address. */
const HOST = "127.0.0.2";

type Node = { readonly name: Name; readonly port: number; readonly rest: number; process: ChildProcess | null };
type Ports = { readonly nodes: readonly Node[]; readonly etcd: number; readonly http: number; readonly db: number };

/** A process that outlives nothing: its log in the folder of the drill. */
function start(name: string, command: string, args: readonly string[], env: Readonly<Record<string, string>>, root = false): ChildProcess {
  const log = openSync(at(`${name}.log`), "a");
  const child = spawn(command, args, {
    cwd: home,
    env: { PATH: `${BIN}:${process.env["PATH"] ?? ""}`, HOME: home, LANG: "C.UTF-8", ...env },
    stdio: ["ignore", log, log],
    detached: true,
    ...(root ? {} : mine),
  });
  closeSync(log);
  return child;
}

/** With its whole group: a machine that loses its power. */
function kill(child: ChildProcess | null, signal: NodeJS.Signals = "SIGKILL"): void {
  if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // it ended a moment ago
  }
}

/** The server of a node is in no group of ours: its postmaster, by the file it keeps. */
function postmasterOf({ name }: Node): number | null {
  const file = at(name, "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : null;
}

function loseMachine(node: Node): void {
  const pid = postmasterOf(node);
  kill(node.process);
  if (pid !== null) {
    // its children end when they see that it is gone; at once, as theirs is the same machine
    const children = execFileSync("ps", ["--ppid", String(pid), "-o", "pid="], { encoding: "utf8" })
      .split("\n")
      .map(Number)
      .filter(Boolean);
    for (const each of [pid, ...children]) {
      try {
        process.kill(each, "SIGKILL");
      } catch {
        // ended by itself
      }
    }
  }
  node.process = null;
}

function certificates(): void {
  mkdirSync(at("tls"));
  const openssl = (...args: string[]): void => void execFileSync("openssl", args, { cwd: at("tls"), stdio: "ignore" });
  openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", "ca.key", "-out", "ca.crt", "-subj", "/CN=drill");
  openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "server.key", "-out", "server.csr", "-subj", "/CN=one");
  // a machine is known by its address, as the recipe has it: nothing is trusted for being called localhost
  writeFileSync(at("tls", "names"), `subjectAltName=IP:${HOST}\n`);
  openssl(
    "x509",
    "-req",
    "-in",
    "server.csr",
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
    "server.crt",
  );
  execFileSync("chown", ["-R", `${mine.uid}:${mine.gid}`, at("tls")]);
  chmodSync(at("tls", "server.key"), 0o600);
}

const nodeEnv = (node: Node, { etcd }: Ports): Record<string, string> => {
  const login = (which: string, username: string): Record<string, string> => ({
    [`PATRONI_${which}_USERNAME`]: username,
    [`PATRONI_${which}_PASSWORD`]: PASSWORD,
    [`PATRONI_${which}_SSLMODE`]: "verify-full",
    [`PATRONI_${which}_SSLROOTCERT`]: at("tls", "ca.crt"),
  });
  return {
    PATRONI_NAME: node.name,
    PATRONI_ETCD3_HOSTS: `127.0.0.1:${etcd}`,
    PATRONI_RESTAPI_LISTEN: `${HOST}:${node.rest}`,
    PATRONI_RESTAPI_CONNECT_ADDRESS: `${HOST}:${node.rest}`,
    PATRONI_RESTAPI_USERNAME: "patroni",
    PATRONI_RESTAPI_PASSWORD: PASSWORD,
    PATRONI_POSTGRESQL_LISTEN: `${HOST}:${node.port}`,
    PATRONI_POSTGRESQL_CONNECT_ADDRESS: `${HOST}:${node.port}`,
    PATRONI_POSTGRESQL_DATA_DIR: at(node.name),
    PATRONI_POSTGRESQL_BIN_DIR: BIN,
    PATRONI_POSTGRESQL_PGPASS: at(`${node.name}.pgpass`),
    ...login("SUPERUSER", "postgres"),
    ...login("REPLICATION", "replicator"),
    ...login("REWIND", "rewinder"),
  };
};

/** deploy/ha/patroni.yml, with the certificates and sockets of this drill. */
function configuration(): string {
  const text = readFileSync(path.join(ROOT, "deploy/ha/patroni.yml"), "utf8")
    .replaceAll("/etc/postgresql/tls", at("tls"))
    .replace(/( +)(ssl: "on")/, `$1$2\n$1unix_socket_directories: ${home}`);
  writeFileSync(at("patroni.yml"), text);
  return at("patroni.yml");
}

type Member = { readonly Member: string; readonly Role: string; readonly State: string; readonly "Lag in MB"?: number };

function membersOf(ports: Ports): readonly Member[] {
  const [node] = ports.nodes;
  if (!node) return [];
  try {
    const told = execFileSync("patronictl", ["-c", at("patroni.yml"), "list", "--format", "json"], {
      encoding: "utf8",
      env: { ...process.env, ...nodeEnv(node, ports) },
      stdio: ["ignore", "pipe", "ignore"],
      timeout: 10_000,
    });
    return JSON.parse(told) as Member[];
  } catch {
    return [];
  }
}

const running = ({ State }: Member): boolean => State === "running" || State === "streaming";

async function until<T>(what: string, ask: () => T | null | undefined | false, most = 120): Promise<T> {
  for (const since = performance.now(); ;) {
    const answer = ask();
    if (answer) return answer;
    if (performance.now() - since > most * 1_000) throw new Error(`${what}: not within ${most} s`);
    await pause(250);
  }
}

const startNode = (node: Node, ports: Ports): void => {
  node.process = start(`patroni-${node.name}`, "/usr/bin/patroni", [at("patroni.yml")], nodeEnv(node, ports));
};

/** Three members, one of them the leader and one standby in step with it. */
const whole = (ports: Ports): Promise<Name> =>
  until("three servers in step", () => {
    const members = membersOf(ports);
    const leader = members.find(({ Role }) => Role === "Leader");
    const inStep = members.some(({ Role, State }) => Role === "Sync Standby" && running({ State } as Member));
    return leader && inStep && members.filter(running).length === NAMES.length && (leader.Member as Name);
  });

/** When something was acknowledged, and whether searches were, sampled all the time. */
function watch(drill: Drill, token: string) {
  const acknowledgedAt: number[] = [performance.now()];
  const searches = { asked: 0, answered: 0 };
  let seen = 0;
  let over = false;
  const sampling = (async () => {
    while (!over) {
      const now = drill.crowd.acknowledged();
      if (now > seen) acknowledgedAt.push(performance.now());
      seen = now;
      await pause(20);
    }
  })();
  const searching = (async () => {
    for (let n = 0; !over; n += 1) {
      const gateway = drill.gateways[n % drill.gateways.length];
      searches.asked += 1;
      const ok = await fetch(`${gateway?.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({
          query: '{ providers(near: {postalCode: "8000"}, service: PHYSIOTHERAPY, first: 3) { edges { node { clinic { name } } } } }',
        }),
        signal: AbortSignal.timeout(10_000),
      }).then(
        async (response) =>
          ((await response.json()) as { data?: { providers?: { edges: unknown[] } } }).data?.providers?.edges.length !== undefined,
        () => false,
      );
      if (ok) searches.answered += 1;
      await pause(200);
    }
  })();
  return {
    searches,
    /** The longest time without an acknowledgement since then. */
    longestGap: (since: number): number => {
      const times = [since, ...acknowledgedAt.filter((time) => time >= since), performance.now()];
      return Math.max(...times.slice(1).map((time, i) => time - (times[i] ?? time))) / 1_000;
    },
    stop: async () => {
      over = true;
      await Promise.all([sampling, searching]);
    },
  };
}

async function main(): Promise<boolean> {
  chmodSync(home, 0o755);
  const nodes: Node[] = [];
  for (const name of NAMES) nodes.push({ name, port: await freePort(), rest: await freePort(), process: null });
  const ports: Ports = { nodes, etcd: await freePort(), http: await freePort(), db: await freePort() };
  const etcdPeer = await freePort();
  const others: ChildProcess[] = [];
  const faults: string[] = [];
  const expect = (holds: boolean, what: string): void => {
    say(`${holds ? "yes" : "NO "}  ${what}`);
    if (!holds) faults.push(what);
  };
  let drill: Drill | null = null;
  try {
    for (const name of NAMES) {
      mkdirSync(at(name), { mode: 0o700 });
      execFileSync("chown", ["postgres:", at(name)]);
    }
    mkdirSync(at("etcd"), { mode: 0o700 });
    execFileSync("chown", ["postgres:", at("etcd"), home]);
    certificates();
    configuration();
    const [client, peer] = [`http://127.0.0.1:${ports.etcd}`, `http://127.0.0.1:${etcdPeer}`];
    // one member on one machine; deploy/ha/README.md says why three
    others.push(
      start("etcd", "/usr/bin/etcd", [], {
        ETCD_NAME: "one",
        ETCD_DATA_DIR: at("etcd"),
        ETCD_LISTEN_CLIENT_URLS: client,
        ETCD_ADVERTISE_CLIENT_URLS: client,
        ETCD_LISTEN_PEER_URLS: peer,
        ETCD_INITIAL_ADVERTISE_PEER_URLS: peer,
        ETCD_INITIAL_CLUSTER: `one=${peer}`,
      }),
    );
    const began = performance.now();
    await pause(2_000);
    for (const node of nodes) startNode(node, ports);
    await whole(ports);
    say(`three servers in step after ${seconds(began)} s`);

    const hosts = nodes.map(({ port }) => `${HOST}:${port}`).join(",");
    const url = (login: string, name = "gateway"): string =>
      `postgres://${login}:${PASSWORD}@${hosts}/${name}?sslmode=verify-full&sslrootcert=${at("tls", "ca.crt")}&target_session_attrs=read-write`;
    const leaderPort = (): number =>
      nodes.find(({ name }) => name === membersOf(ports).find(({ Role }) => Role === "Leader")?.Member)?.port ?? 0;
    const passwords = ["owner", "login", "jobs", "removal", "verifier"].flatMap((each) => ["-v", `${each}_password=${PASSWORD}`]);
    execFileSync("psql", ["-q", "-v", "ON_ERROR_STOP=1", ...passwords, "-f", "deploy/roles.sql"], {
      cwd: ROOT,
      env: {
        ...process.env,
        PGHOST: HOST,
        PGPORT: String(leaderPort()),
        PGUSER: "postgres",
        PGPASSWORD: PASSWORD,
        PGDATABASE: "postgres",
        PGSSLMODE: "verify-full",
        PGSSLROOTCERT: at("tls", "ca.crt"),
      },
      stdio: ["ignore", "inherit", "inherit"],
    });
    const env = {
      DATABASE_URL: url("gateway_login"),
      JOBS_DATABASE_URL: url("gateway_jobs"),
      RETENTION_DATABASE_URL: url("gateway_removal"),
    };
    drill = await startDrill({
      ownerUrl: url("postgres"),
      dir: home,
      bookings: RATE * 600,
      env: { ...env, RUN_JOBS: "true", PROMISE_REFRESH_SECONDS: "10" },
      migrate: async () => {
        const { code, said } = await gatewayCommand(["migrate"], {
          ...env,
          MIGRATE_DATABASE_URL: url("gateway_owner"),
          SEED: "reference",
          DATA_DIR: at("gateway"),
        });
        if (code !== 0) throw new Error(said);
      },
    });
    others.push(
      start(
        "haproxy",
        "/usr/sbin/haproxy",
        ["-db", "-f", path.join(ROOT, "deploy/ha/haproxy.cfg")],
        {
          HAPROXY_SOCKET: at("haproxy.sock"),
          LISTEN_HTTP: `127.0.0.1:${ports.http}`,
          LISTEN_DB: `127.0.0.1:${ports.db}`,
          GATEWAY_1: new URL(drill.gateways[0]?.url ?? "").host,
          GATEWAY_2: new URL(drill.gateways[1]?.url ?? "").host,
          ...Object.fromEntries(
            nodes.flatMap(({ port, rest }, n) => [
              [`DB_${n + 1}`, `${HOST}:${port}`],
              [`DB_${n + 1}_REST`, String(rest)],
            ]),
          ),
        },
        true,
      ),
    );
    await pause(3_000);
    const before = await fetch(`http://127.0.0.1:${ports.http}/ready`).then(
      ({ status }) => status,
      () => 0,
    );
    expect(before === 200, "HAProxy leads to a gateway that is ready");

    const eyes = connectDatabase(url("postgres"), { max: 1, role: null, connectMs: 2_000, statementMs: 5_000 });
    const most: Record<string, number> = {};
    let counting = true;
    const counted = (async () => {
      while (counting) {
        const rows = await eyes.pool
          .query<{ login: string; n: number }>(
            "select usename as login, count(*)::int as n from pg_stat_activity where backend_type = 'client backend' and usename like 'gateway%' group by 1",
          )
          .then(
            (answer) => answer.rows,
            () => [],
          );
        for (const { login, n } of rows) most[login] = Math.max(most[login] ?? 0, n);
        await pause(1_000);
      }
    })();

    const searcher = await drill.issuer.mint({ sub: drill.world.people[0]?.member.subject ?? "", role: "MEMBER" }, 7_200);
    const watched = watch(drill, searcher);
    const pacedFrom = performance.now();
    let finished = false;
    const { crowd } = drill;
    const booking = crowd.run(
      CALLERS,
      () => (finished ? 0 : Infinity),
      () => ((performance.now() - pacedFrom) / 1_000) * RATE,
    );
    const find = (name: string): Node => {
      const node = nodes.find((each) => each.name === name);
      if (!node) throw new Error(`no node is called ${name}`);
      return node;
    };
    const role = (which: string): Node[] =>
      membersOf(ports)
        .filter(({ Role }) => Role === which)
        .map(({ Member }) => find(Member));
    const stage = async (what: string, act: () => Promise<void> | void, watchMs: number): Promise<number> => {
      const [acknowledged, since] = [crowd.acknowledged(), performance.now()];
      await act();
      await pause(watchMs);
      const gap = watched.longestGap(since);
      say(
        `${what}: ${gap.toFixed(1)} s without an acknowledgement; ${crowd.acknowledged() - acknowledged} acknowledged meanwhile and after`,
      );
      return gap;
    };
    await pause(10_000);
    say(`${crowd.acknowledged()} acknowledged in the first 10 s, ${RATE} a second asked for`);

    const first = find(await whole(ports));
    const unplanned = await stage(`the primary (${first.name}) loses its power`, () => loseMachine(first), 35_000);
    expect(unplanned <= MOST_SECONDS.unplanned, `bookings are acknowledged again within ${MOST_SECONDS.unplanned} s`);
    startNode(first, ports);
    const rejoinedAt = performance.now();
    await whole(ports);
    say(`${first.name} is back in step after ${seconds(rejoinedAt)} s`);
    await pause(5_000);

    const leader = await whole(ports);
    const [candidate] = role("Sync Standby");
    const planned = await stage(
      `the primary is changed as planned, ${leader} to ${candidate?.name}`,
      () => {
        execFileSync(
          "patronictl",
          ["-c", at("patroni.yml"), "switchover", "gateway", "--leader", leader, "--candidate", candidate?.name ?? "", "--force"],
          {
            env: { ...process.env, ...nodeEnv(first, ports) },
            stdio: "ignore",
          },
        );
      },
      25_000,
    );
    expect(planned <= MOST_SECONDS.planned, `bookings are acknowledged again within ${MOST_SECONDS.planned} s`);
    await whole(ports);

    const [inStep] = role("Sync Standby");
    if (!inStep) throw new Error("no standby is in step");
    const one = await stage(`the standby in step (${inStep.name}) is lost`, () => loseMachine(inStep), 25_000);
    expect(one <= MOST_SECONDS.standby, `bookings are acknowledged again within ${MOST_SECONDS.standby} s: another is in step`);

    const leading = await until("a leader", () => role("Leader")[0]);
    const [last] = nodes.filter((node) => node !== inStep && node !== leading);
    if (!last) throw new Error("no standby is left");
    const asked = { ...watched.searches };
    loseMachine(last);
    await pause(3_000);
    const [kept, alone] = [crowd.acknowledged(), performance.now()];
    await pause(ALONE_MS);
    expect(
      crowd.acknowledged() - kept === 0,
      `without any standby nothing is acknowledged: ${crowd.acknowledged() - kept} in ${seconds(alone)} s`,
    );
    const [searched, answered] = [watched.searches.asked - asked.asked, watched.searches.answered - asked.answered];
    expect(answered >= searched * 0.98, `${answered} of ${searched} searches are answered meanwhile`);
    say(`most connections so far: ${JSON.stringify(most)}`);
    const refilling = await stage(
      "both standbys come back",
      () => {
        startNode(inStep, ports);
        startNode(last, ports);
      },
      30_000,
    );
    expect(refilling <= MOST_SECONDS.refilled, `bookings are acknowledged again within ${MOST_SECONDS.refilled} s`);
    await whole(ports);
    expect(
      (most["gateway_login"] ?? 0) < 80 && (most["gateway_jobs"] ?? 0) < 55,
      `no crowd of abandoned commits: ${JSON.stringify(most)} connections at most, by login`,
    );

    finished = true;
    await booking;
    counting = false;
    await counted;
    await watched.stop();
    await eyes.close();
    const found = await drill.judge(url("postgres"));
    say(
      `${crowd.acknowledged()} acknowledged, ${crowd.told.length - crowd.acknowledged()} refused, ${crowd.told.filter(({ tries }) => tries > 1).length} asked more than once: ${JSON.stringify(found)}`,
    );
    expect(nothingIn(found), "none was lost, doubled, half done or answered otherwise");
    const verified = await gatewayCommand(["verify"], { ...env, VERIFY_DATABASE_URL: url("gateway_verifier"), DATA_DIR: at("gateway") });
    expect(verified.code === 0, "`gateway verify` vouches for the database");
    if (verified.code !== 0) say(verified.said);
    return faults.length === 0;
  } finally {
    await drill?.stop();
    for (const node of nodes) loseMachine(node);
    for (const child of others) kill(child);
  }
}

main().then(
  (passed) => {
    if (!values.keep) rmSync(home, { recursive: true, force: true });
    else say(`logs: ${home}`);
    say(passed ? "0 lost" : "FAILED");
    process.exit(passed ? 0 : 1);
  },
  (error: unknown) => {
    say(`FAILED: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\nlogs: ${home}`);
    process.exit(1);
  },
);
