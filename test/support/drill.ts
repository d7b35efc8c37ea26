/** What every drill needs: a network to book in, two gateways as processes of their own, callers who never give up, and the questions at the end. */
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { makeDevIssuer, type DevIssuer } from "../../src/gateway/identity/dev-issuer.js";
import { DEVELOPMENT_ISSUER } from "../../src/assembly/config.js";
import { freePort } from "../../src/platform/embedded/free-port.js";
import { connectDatabase } from "../../src/platform/postgres/database.js";
import { migrateUp } from "../../src/platform/postgres/migrate.js";
import { seedReference } from "../../seeds/load.js";
import { findings, type Findings } from "../crash/checks.js";
import { clients, type Clients } from "../crash/clients.js";
import { makeWorld, MEMBER, type Person, type World } from "../crash/world.js";
import { gatewayProcess, type GatewayProcess } from "./gateway-process.js";

export const say = (line: string): void => void process.stdout.write(`${line}\n`);
export const seconds = (since: number): string => ((performance.now() - since) / 1_000).toFixed(1);

/** Nothing is installed by a drill: who lacks something is told what, and how Debian calls it. */
export function needs(missing: readonly string[]): void {
  if (missing.length === 0) return;
  say(`this drill needs what is not here:\n${missing.map((each) => `- ${each}`).join("\n")}`);
  process.exit(2);
}

export type Drill = {
  readonly world: World;
  readonly gateways: readonly GatewayProcess[];
  readonly crowd: Clients;
  readonly issuer: DevIssuer;
  /** What is lost, doubled or half done, and answers to repeated keys that differ; asked over this address, which sees everything. */
  readonly judge: (ownerUrl: string) => Promise<Findings>;
  readonly stop: () => Promise<void>;
};

export type DrillOptions = {
  /** An administrator's way to a database: row security hides from the owner what has to be counted. */
  readonly ownerUrl: string;
  /** Of the gateways: at least DATABASE_URL, where it is not the owner's. */
  readonly env?: Readonly<Record<string, string>>;
  /** A folder of this drill's own. */
  readonly dir: string;
  readonly bookings: number;
  readonly gateways?: number;
  /** What one of the gateways has besides, by its number from 0: settings, and modules that are loaded before it. */
  readonly each?: (n: number) => { readonly env?: Readonly<Record<string, string>>; readonly before?: readonly string[] };
  /** Makes the tables and loads reference data; left out, it is done here. */
  readonly migrate?: () => Promise<void>;
  /** After that and before a gateway starts. */
  readonly prepared?: () => Promise<void>;
};

/** Share of the acknowledged bookings whose request is sent once more. */
const REPEATED = 0.1;

export async function startDrill({
  ownerUrl,
  env = {},
  dir,
  bookings,
  gateways: count = 2,
  each,
  migrate,
  prepared,
}: DrillOptions): Promise<Drill> {
  if (migrate) await migrate();
  else {
    await migrateUp(ownerUrl);
    await seedReference(ownerUrl);
  }
  const builder = connectDatabase(ownerUrl, { max: 4, statementMs: 60_000, connectMs: 60_000 });
  const world = await makeWorld(builder.pool, bookings);
  await builder.close();
  await prepared?.();
  const gateways: GatewayProcess[] = [];
  for (let n = 0; n < count; n += 1) {
    const own = each?.(n) ?? {};
    const settings = { DATABASE_URL: ownerUrl, DATA_DIR: path.join(dir, "gateway"), ...env, ...own.env };
    gateways.push(gatewayProcess(await freePort(), settings, own.before));
  }
  const stop = async (): Promise<void> => void (await Promise.all(gateways.map((gateway) => gateway.stop())));
  await Promise.all(gateways.map((gateway) => gateway.start())).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const issuer = await makeDevIssuer({
    dir: path.join(dir, "gateway", "secrets"),
    issuer: DEVELOPMENT_ISSUER,
    audience: "provider-network-gateway",
  });
  const crowd = clients({ urls: gateways.map(({ url }) => url), world, tokenOf: tokensOf(issuer), freshKeys: false });
  const judge = async (url: string): Promise<Findings> => {
    const kept = crowd.told.filter(({ bookingId }) => bookingId !== null);
    const again = kept.filter((_, i) => i % Math.round(1 / REPEATED) === 0);
    const answers = await Promise.all(again.map((each) => crowd.replay(each)));
    const database = connectDatabase(url, { max: 2, statementMs: 600_000, connectMs: 60_000 });
    try {
      return {
        ...(await findings(database.pool, crowd.told)),
        answeredOtherwise: answers.filter((id, i) => id !== again[i]?.bookingId).length,
        endedByThemselves: gateways.reduce((sum, gateway) => sum + gateway.selfExits(), 0),
      };
    } finally {
      await database.close();
    }
  };
  return { world, gateways, crowd, issuer, judge, stop };
}

export const nothingIn = (found: Findings): boolean => Object.values(found).every((n) => n === 0);

function tokensOf(issuer: DevIssuer): (person: Person) => Promise<string> {
  const minted = new Map<string, Promise<string>>();
  return ({ member: { subject } }) => {
    const token = minted.get(subject) ?? issuer.mint({ sub: subject, role: MEMBER }, 12 * 3_600);
    minted.set(subject, token);
    return token;
  };
}

/** A command of the gateway's: what it said, and the code it ended with. */
export async function gatewayCommand(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number; readonly said: string }> {
  const flags = ["--no-warnings", "--import", "./src/typescript.mjs"];
  const [first = "", ...rest] = args;
  const program = first === "start" ? "src/main.ts" : "src/commands/main.ts";
  const run = promisify(execFile)(process.execPath, [...flags, program, ...(first === "start" ? rest : args)], {
    env: { ...process.env, ...env },
    maxBuffer: 1e8,
  });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    ({ code, stdout = "", stderr = "" }: { code?: number; stdout?: string; stderr?: string }) => ({
      code: code ?? -1,
      said: stdout + stderr,
    }),
  );
}
