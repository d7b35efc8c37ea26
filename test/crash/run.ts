/**
 * npm run test:crash -- [--bookings 1000] [--kills 10] [--sabotage async-commit|fresh-keys|key]; FULL=1: 10,000 and 50
 *
 * Two gateways and a database under load, killed in turn; acknowledgements cut off after COMMIT. At the end nothing that was
 * acknowledged is lost, nothing is sold twice, every key answers as before. A sabotage takes one control away: then this run must fail.
 */
import "reflect-metadata";
import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import path from "node:path";
import { parseArgs, promisify } from "node:util";
import { setTimeout as pause } from "node:timers/promises";
import { makeDevIssuer } from "../../src/gateway/identity/dev-issuer.js";
import { DEVELOPMENT_ISSUER } from "../../src/assembly/config.js";
import { connectDatabase } from "../../src/platform/postgres/database.js";
import { freePort } from "../../src/platform/embedded/free-port.js";
import { migrateUp } from "../../src/platform/postgres/migrate.js";
import { seedReference } from "../../seeds/load.js";
import { proxyTo, type Proxy } from "../platform/proxy.js";
import { takeAway } from "../sabotage/database.js";
import { gatewayProcess, type GatewayProcess } from "../support/gateway-process.js";
import { sized } from "../support/size.js";
import { findings } from "./checks.js";
import { clients, type Clients } from "./clients.js";
import { startCluster, type Cluster } from "./cluster.js";
import { makeWorld, MEMBER, type Person } from "./world.js";

const CALLERS = 24;
/** Share of the acknowledged bookings whose request is sent once more at the end. */
const REPLAYED = 0.05;

const { values: asked } = parseArgs({
  options: {
    bookings: { type: "string", default: String(sized(1_000, 10_000)) },
    kills: { type: "string", default: String(sized(10, 50)) },
    sabotage: { type: "string", default: "" },
  },
});
const bookings = Number(asked.bookings);
const kills = Number(asked.kills);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Stage = {
  readonly cluster: Cluster;
  readonly gateways: readonly GatewayProcess[];
  readonly proxies: readonly Proxy[];
  readonly crowd: Clients;
};

async function main(): Promise<boolean> {
  const dir = path.resolve(".data", `crash-${process.pid}`);
  const cluster = await startCluster(path.join(dir, "postgres"), asked.sabotage === "async-commit" ? "off" : "on");
  const gateways: GatewayProcess[] = [];
  const proxies: Proxy[] = [];
  try {
    await migrateUp(cluster.url);
    await seedReference(cluster.url);
    const builder = connectDatabase(cluster.url, { max: 8, statementMs: 60_000, connectMs: 60_000 });
    const world = await makeWorld(builder.pool, bookings);
    await takeAway(builder.pool, [asked.sabotage]);
    await builder.close();
    for (let i = 0; i < 2; i += 1) {
      const proxy = await proxyTo(cluster.url);
      proxies.push(proxy);
      gateways.push(gatewayProcess(await freePort(), { DATABASE_URL: proxy.url, DATA_DIR: dir }));
    }
    await Promise.all(gateways.map((g) => g.start()));
    const crowd = clients({
      urls: gateways.map((g) => g.url),
      world,
      tokenOf: await tokens(dir),
      freshKeys: asked.sabotage === "fresh-keys",
    });
    return await attack({ cluster, gateways, proxies, crowd });
  } finally {
    await Promise.all([...gateways.map((g) => g.stop()), ...proxies.map((p) => p.close())]);
    await cluster.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

async function tokens(dir: string): Promise<(person: Person) => Promise<string>> {
  const issuer = await makeDevIssuer({ dir: path.join(dir, "secrets"), issuer: DEVELOPMENT_ISSUER, audience: "provider-network-gateway" });
  const minted = new Map<string, Promise<string>>();
  return ({ member: { subject } }) => {
    const token = minted.get(subject) ?? issuer.mint({ sub: subject, role: MEMBER }, 12 * 3_600);
    minted.set(subject, token);
    return token;
  };
}

async function attack(stage: Stage): Promise<boolean> {
  const began = performance.now();
  const progress = { kills: 0 };
  // while one kill is being recovered from, callers go on until the next is due
  const asking = stage.crowd.run(CALLERS, bookings, () => (progress.kills < kills ? dueAt(progress.kills + 1) : bookings));
  // a gateway that does not come back ends the run, and what was started is stopped
  const [cuts] = await Promise.all([killInTurn(stage, progress), asking]);
  const seconds = (performance.now() - began) / 1_000;
  const { told } = stage.crowd;
  const retried = told.filter((t) => t.tries > 1).length;
  say(
    `${stage.crowd.acknowledged()} bookings acknowledged in ${seconds.toFixed(1)} s, ${told.length - stage.crowd.acknowledged()} refused, ${retried} asked more than once; ${progress.kills} kills, ${cuts} acknowledgements cut`,
  );
  return judge(stage);
}

/** Evenly spaced counts of acknowledged bookings. */
const dueAt = (kill: number): number => ((kill + 1) * bookings) / (kills + 1);

/** A database, a gateway, a database, the other gateway ...; answers how many acknowledgements were cut. */
async function killInTurn({ cluster, gateways, proxies, crowd }: Stage, progress: { kills: number }): Promise<number> {
  let cuts = 0;
  for (; progress.kills < kills; progress.kills += 1) {
    const { kills: done } = progress;
    while (crowd.acknowledged() < dueAt(done)) await pause(10);
    for (const proxy of proxies) proxy.cuts += 2;
    cuts += 2 * proxies.length;
    if (done % 2 === 0) {
      await cluster.kill();
      await pause(50 + Math.random() * 200);
      await cluster.restart();
    } else {
      const gateway = gateways[(done >> 1) % gateways.length];
      gateway?.kill();
      await pause(50 + Math.random() * 200);
      await gateway?.start();
    }
  }
  return cuts - proxies.reduce((left, p) => left + p.cuts, 0);
}

async function judge({ cluster, gateways, crowd }: Stage): Promise<boolean> {
  const acknowledged = crowd.told.filter((t) => t.bookingId !== null);
  const again = acknowledged.filter(() => Math.random() < REPLAYED);
  const answers = await Promise.all(again.map((t) => crowd.replay(t)));
  const database = connectDatabase(cluster.url, { max: 2, statementMs: 600_000, connectMs: 60_000 });
  const found = {
    ...(await findings(database.pool, crowd.told)),
    answeredOtherwise: answers.filter((id, i) => id !== again[i]?.bookingId).length,
  };
  await database.close();
  const selfExits = gateways.reduce((sum, g) => sum + g.selfExits(), 0);
  const verified = await verify(cluster.url);
  say(JSON.stringify({ ...found, replayed: again.length, selfExits, verify: verified ? "clean" : "broken" }, null, 2));
  const faults = [...Object.values(found), selfExits].reduce((a, b) => a + b, 0);
  if (faults > 0) for (const gateway of gateways) say(gateway.stderr().slice(-2_000));
  return faults === 0 && verified;
}

async function verify(url: string): Promise<boolean> {
  const run = promisify(execFile)(process.execPath, ["--no-warnings", "--import", "./src/typescript.mjs", "src/commands/main.ts", "verify"], {
    env: { ...process.env, DATABASE_URL: url },
  });
  return run.then(
    () => true,
    (error: { stdout?: string; stderr?: string }) => {
      say(`${error.stdout ?? ""}${error.stderr ?? ""}`);
      return false;
    },
  );
}

main().then(
  (passed) => {
    say(passed ? "nothing lost, nothing sold twice" : "FAILED");
    process.exit(passed ? 0 : 1);
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
