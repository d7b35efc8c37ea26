/** The gateway that the demonstration talks to: the one that runs already, or one of its own. Over HTTP in either case. */
import { randomUUID } from "node:crypto";
import { startApp } from "../../assembly/app.js";
import { readClock } from "../../assembly/start/database-clock.js";
import { developmentIssuer } from "../../assembly/identity.js";
import { loginsOf, type OpenDatabase } from "../../assembly/start/open-database.js";
import { storedOperations } from "../../assembly/operations.js";
import { prepare } from "../../assembly/start/prepare.js";
import { developersConsole } from "../../assembly/trial/console.js";
import { readyViewers, type ReadyViewer } from "../../assembly/trial/ready-viewers.js";
import type { Config } from "../../assembly/config.js";
import { MAILBOX_PATH } from "../../features/notifications/mailbox.js";
import type { Clock } from "../../platform/clock.js";
import { connectDatabase, type Logins } from "../../platform/postgres/database.js";
import { createLog } from "../../platform/log.js";

/** Whatever the document asked for. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Answer = Readonly<Record<string, any>>;
/** Runs a stored document as one of the ready viewers and answers its only field. */
export type Ask = (viewer: string, operation: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answer>;
/** Who asks, and what the gateway that is asked takes for now. */
export type Asker = {
  readonly ask: Ask;
  readonly clock: Clock;
  /** The mailbox of development as it stands now, in HTML; empty where the gateway has none. */
  readonly mailbox: () => Promise<string>;
};
export type DemoGateway = Asker & { readonly url: string; readonly stop: () => Promise<void> };

export const newKey = (): string => randomUUID();

/** What the gateway answered instead of what was expected; the demonstration ends here, with the reasons. */
class Unexpected extends Error {
  override readonly name = "Unexpected";
}

type Opening = {
  /** Who is there beside the insurer's staff, where nobody was loaded. */
  readonly viewers?: readonly ReadyViewer[];
  /** A gateway of its own even if one runs here: that one has another database. */
  readonly alone?: boolean;
};

export async function openGateway(
  config: Config,
  database: OpenDatabase,
  say: (line: string) => void,
  { viewers = [], alone = false }: Opening = {},
): Promise<DemoGateway> {
  await prepare(config, database, say);
  const running = `http://${config.host}:${config.port}`;
  const app =
    !alone && (await isUp(running))
      ? null
      : await startApp({
          config: { ...config, port: 0 },
          databaseUrl: database.url,
          ...loginsOf(database),
          log: createLog("error"),
          pages: developersConsole,
        });
  const url = app?.url ?? running;
  say(app ? `started a gateway of its own at ${url}` : `talking to the gateway at ${url}`);
  return {
    url,
    ...(await asker(url, config, loginsOf(database), viewers)),
    stop: async () => app?.stop(),
  };
}

async function isUp(url: string): Promise<boolean> {
  return fetch(`${url}/ready`).then(
    (r) => r.ok,
    () => false,
  );
}

/** Asks over HTTP as the ready viewers of a development issuer. */
export async function asker(url: string, config: Config, logins: Logins, others: readonly ReadyViewer[] = []): Promise<Asker> {
  const issuer = await developmentIssuer(config);
  const database = connectDatabase(logins.url, { ...logins, max: 1 });
  const viewers = await readClock(database)
    .then(async () => [...others, ...(await readyViewers(database))])
    .finally(() => database.close());
  const documents = new Map(storedOperations().map((o) => [`${o.client}/${o.name}`, o.document]));
  const ask: Ask = async (key, operation, variables = {}) => {
    const query = documents.get(operation);
    const viewer = viewers.find((each) => each.key === key);
    if (!query || (!viewer && key !== "anonymous")) throw new Unexpected(`there is no ${operation} for ${key}`);
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(viewer ? { authorization: `Bearer ${await issuer.mint(viewer.claims)}` } : {}),
        ...(viewer?.claims.role === "HEALTH_TEAM" ? { "x-purpose": "CASE_HANDLING:DEMO" } : {}),
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { data?: Record<string, Answer>; errors?: unknown };
    if (body.errors || !body.data) throw new Unexpected(`${operation} was answered with ${JSON.stringify(body.errors)}`);
    const [answer] = Object.values(body.data);
    if (!answer) throw new Unexpected(`${operation} found nothing`);
    return answer;
  };
  const mailbox = (): Promise<string> => fetch(`${url}${MAILBOX_PATH}`).then((r) => (r.ok ? r.text() : ""));
  return { ask, clock: database.clock, mailbox };
}

/** The payload of a mutation that must have worked. */
export function succeeded(payload: Answer, what: string): Answer {
  if (payload["errors"]?.length > 0) {
    const reasons = payload["errors"].map((e: Answer) => `  ${e["code"]} ${e["path"].join(".")}: ${e["message"]} ${e["remedy"] ?? ""}`);
    throw new Unexpected([`${what} was refused:`, ...reasons].join("\n"));
  }
  return payload;
}
