/** Puts a gateway together: database, schema, server, listener, jobs. main.ts starts one; tests start several. */
import { closingsOf } from "../features/settlement/payments/payment-settings.js";
import { setTimeout as pause } from "node:timers/promises";
import { newContext, type Context, type Services } from "../gateway/api/context.js";
import type { Failure } from "../gateway/admission/admission-plugin.js";
import { addressOf } from "../gateway/http/address.js";
import { FairShare } from "../gateway/http/fair-share.js";
import { makeListener } from "../gateway/http/http.js";
import type { Pages } from "../gateway/http/pages.js";
import { makeApollo } from "../gateway/execution/server.js";
import { makeEventStreams, type EventStreamOptions } from "../gateway/socket/event-stream.js";
import { makeSocketServer } from "../gateway/socket/socket.js";
import type { Config } from "./config.js";
import { withinBudget } from "../platform/postgres/connections/budget.js";
import { FEED_PATH } from "../features/bookings/calendar/calendar-feed.store.js";
import { calendarFeeds } from "../features/bookings/calendar/read-calendar-feed.js";
import { poolerFaults } from "../platform/postgres/connections/pooler.js";
import { connectDatabase, type Database } from "../platform/postgres/database.js";
import { sourceOf } from "../features/events/cloud-event.js";
import { lettersOf } from "../platform/letters/index.js";
import { sendOutside } from "../platform/outside/send-outside.js";
import { outside } from "../platform/outside/fetch-outside.js";
import { erasureJournalAt } from "../platform/trail/erasure-journal.js";
import { endHeavyWork } from "../platform/heavy-work.js";
import type { Log } from "../platform/log.js";
import { personalData } from "../platform/people/personal-data.js";
import { schemaFaults } from "../platform/postgres/migrate.js";
import { printStatements } from "../platform/postgres/sql-log.js";
import { followClock, readClock } from "./start/database-clock.js";
import { isBinding, isLoopbackHost, readDatabaseFacts, unsafeSettings } from "./start/start-guard.js";
import { filesOfMembers, OF_MEMBERS, PUT_MEMBERS } from "../features/members/intake/put-file.js";
import { filesOfNetwork, isOfNetwork, PUT_NETWORK } from "../features/network/intake/put-file.js";
import { CALENDAR_OPERATION, calendarDocuments } from "../features/bookings/calendar/calendar-door.js";
import { doorOf, DOCUMENTS_PATH } from "../gateway/http/download.js";
import { DOWNLOAD_OPERATIONS, settlementDocuments } from "../features/settlement/documents/document-door.js";
import { filesOfClinics, PUT_OPERATIONS } from "../features/capacity/publication/put-file.js";
import { makePromiseService, type PromiseService } from "../features/promise/plan/keep-plan.js";
import { makeDesk } from "./desk.js";
import { makeIdentity, type Identity } from "./identity.js";
import type { JobContext } from "../platform/job.js";
import { JOBS } from "./jobs.js";
import { storedDocument } from "./operations.js";
import { protect } from "./protection.js";
import { observe, type Observed } from "./observe/observe.js";
import { patiently } from "./start/patiently.js";
import { makeReadiness } from "./start/readiness.js";
import { startJobs, type RunningJobs } from "./run-jobs.js";
import { wholeSchema } from "./schema.js";
import "./services.js";

export type AppOptions = {
  readonly config: Config;
  /** The login of requests, and those of jobs and of retention; left out, the first does it all. */
  readonly databaseUrl: string;
  readonly workerUrl?: string;
  readonly retentionUrl?: string;
  /** The first login's way past a pooler; null or left out where there is none. */
  readonly directUrl?: string | null;
  readonly log: Log;
  /** Pages for developers, made once the issuer is known. */
  readonly pages?: (identity: Identity, database: Database) => Promise<Pages>;
};

export type App = {
  readonly url: string;
  readonly port: number;
  /** Where GET /metrics answers; null without. */
  readonly metricsPort: number | null;
  readonly database: Database;
  readonly identity: Identity;
  /** For `drainSeconds` /ready says that it is going while requests are answered; then no more connections are taken. */
  readonly stop: (drainSeconds?: number) => Promise<void>;
};

/** Feeds of openings and files of the bank are larger than an ordinary request. */
const SENDS_FILES = new Set(["CLINIC_STAFF", "CLINIC_SYSTEM", "FINANCE", "BANK_CHANNEL", "INTEGRATION", "NETWORK_MANAGER"]);

const ASIDE = 2;

/** A start that the settings forbid; every reason in one list. */
class UnsafeStart extends Error {
  override readonly name = "UnsafeStart";
  constructor(readonly faults: readonly string[]) {
    super(`the gateway does not start like this:\n${faults.map((fault) => `- ${fault}`).join("\n")}`);
  }
}

export async function startApp(options: AppOptions): Promise<App> {
  const { config, databaseUrl, workerUrl, retentionUrl, directUrl = null } = options;
  const observed = config.metricsPort === null ? null : observe();
  const onStatement = config.sqlLog ? printStatements() : observed?.onStatement;
  const logins = { workerUrl, retentionUrl, directUrl };
  const database = connectDatabase(databaseUrl, {
    ...logins,
    max: config.poolSize,
    directoryUrl: config.directoryDatabaseUrl,
    ...(onStatement ? { onStatement } : {}),
  });
  const aside = connectDatabase(databaseUrl, { ...logins, max: ASIDE, applicationName: "provider-network-limits", orStandby: true });
  // one whose commit is not confirmed keeps its place, and that is the answer
  const committing = connectDatabase(databaseUrl, { ...logins, max: 1, applicationName: "provider-network-ready" });
  try {
    // the schema is made while the database answers
    const [wrongWays] = await Promise.all([patiently(() => poolerFaults(aside)), Promise.resolve().then(wholeSchema)]);
    if (wrongWays.length > 0) throw new UnsafeStart(wrongWays);
    const [facts, drift] = await Promise.all([
      patiently(() => readDatabaseFacts(aside)),
      patiently(() => schemaFaults(aside)),
      patiently(() => readClock(database, aside)),
    ]);
    const faults = [...unsafeSettings(config, facts), ...drift];
    if (faults.length > 0) throw new UnsafeStart(faults);
    return await assemble(options, { database, aside, committing }, observed);
  } catch (error) {
    await Promise.all([database.close(), aside.close(), committing.close()]);
    throw error;
  }
}

type Connections = {
  /** Of requests. */
  readonly database: Database;
  /** Those that wait for no request; where no server takes writes they still read. */
  readonly aside: Database;
  /** One, of the question whether anything can be committed. */
  readonly committing: Database;
};

async function assemble(
  { config, log, pages }: AppOptions,
  { database, aside, committing }: Connections,
  observed: Observed | null,
): Promise<App> {
  const schema = wholeSchema();
  const personal = personalData(config.cprKey, config.cprIndexKey);
  const protection = await protect(config, aside, log);
  const { revocations, admission, events } = protection;
  const followed = isBinding(config)
    ? null
    : patiently(() => followClock(database, events)).catch((error: unknown) =>
        log.warn("the database's clock could not be read", { err: error }),
      );
  const identity = await makeIdentity(config, database, aside, revocations.has);
  const promise = keepPlan(config, database, log, events);
  const erasureJournal = config.erasureJournal === null ? null : erasureJournalAt(config.erasureJournal);
  const services = { config, log, personalData: personal, erasureJournal, events, ...(promise ? { promise } : {}) };
  let running: RunningJobs | null = null;
  const onFailure = ({ traceId, operation, operationHash, error }: Failure): void =>
    log.error("a request failed", { traceId, operation, operationHash, err: error });
  const gateway = makeApollo<Context>({
    schema,
    production: config.production,
    introspection: config.introspection,
    compiled: config.compiled,
    onFailure,
    ...(observed ? { onAnswer: observed.metrics.answered } : {}),
    ...admission,
  });
  const ready = makeReadiness({
    database: committing,
    stuckJobs: () => running?.stuck() ?? [],
    planAgeSeconds: () => promise?.ageSeconds() ?? null,
    journal: config.erasureJournal,
  });
  const { apollo } = gateway;
  await apollo.start();
  // on a developer's machine a page of the web could have its own name point here, and read the tokens of the console
  const hosts = isBinding(config) ? undefined : isLoopbackHost;
  const clinicsDoor = filesOfClinics({
    openings: storedDocument("clinic", PUT_OPERATIONS.openings),
    busy: storedDocument("clinic", PUT_OPERATIONS.busy),
  });
  const networkDoor = filesOfNetwork(storedDocument("network", PUT_NETWORK));
  const membersDoor = filesOfMembers(storedDocument("integration", PUT_MEMBERS));
  const newEventContext = (request: Parameters<EventStreamOptions["context"]>[0]): Context =>
    newContext<Services>({ ...request, database, services });
  const share = new FairShare({ closedFor: protection.closedFor, allowLarge: ({ role }) => SENDS_FILES.has(role) });
  const streams = makeEventStreams({
    share,
    schema,
    gateway,
    identify: identity.identify,
    context: newEventContext,
    revoked: revocations.has,
    onFailure,
    ...admission,
  });
  const listener = makeListener<Context>({
    apollo,
    identify: identity.identify,
    context: (request) => newContext({ ...request, database, services }),
    ready,
    streams,
    around: withinBudget,
    documents: protection.documents.find,
    share,
    feeds: { prefix: FEED_PATH, door: calendarFeeds(database), takeTurn: protection.takeTurn },
    files: (put) => {
      const of = put.search.get("of");
      if (isOfNetwork(of)) return networkDoor(put);
      return of === OF_MEMBERS ? membersDoor(put) : clinicsDoor(put);
    },
    downloads: {
      prefix: DOCUMENTS_PATH,
      door: doorOf([
        calendarDocuments(storedDocument(...CALENDAR_OPERATION)),
        settlementDocuments({
          statement: storedDocument(...DOWNLOAD_OPERATIONS.statement),
          selfBill: storedDocument(...DOWNLOAD_OPERATIONS.selfBill),
          demand: storedDocument(...DOWNLOAD_OPERATIONS.demand),
          month: storedDocument(...DOWNLOAD_OPERATIONS.month),
          paymentFile: storedDocument(...DOWNLOAD_OPERATIONS.paymentFile),
          bookingGuarantee: storedDocument(...DOWNLOAD_OPERATIONS.bookingGuarantee),
          claimGuarantee: storedDocument(...DOWNLOAD_OPERATIONS.claimGuarantee),
        }),
      ]),
    },
    ...(config.desk ? { desk: makeDesk(config, { database, revocations, personal, takeTurn: protection.takeTurn, log }) } : {}),
    origins: config.origins,
    publicUrl: config.publicUrl ?? undefined,
    hosts,
    trustedProxies: config.trustedProxies,
    onFailure: (traceId, error) => log.error("a request failed before it was read", { traceId, err: error }),
    ...(pages ? { pages: await pages(identity, database) } : {}),
  });
  const sockets = makeSocketServer({
    share,
    server: listener.server,
    schema,
    gateway,
    identify: identity.identify,
    context: newEventContext,
    addressOf: (request) => addressOf(request, config.trustedProxies),
    revoked: revocations.has,
    origins: config.origins,
    publicUrl: config.publicUrl ?? undefined,
    hosts,
    onFailure,
    ...admission,
  });
  const { port, url } = await listener.listen(config.port, config.host);
  const fetching = outside(config.calendarHosts);
  const { exchange } = config.payments;
  const closings = closingsOf(config.payments);
  const jobs: JobContext = {
    database,
    log,
    personalData: personal,
    erasureJournal,
    outside: fetching,
    exchange,
    closings,
    ...(config.webhooks ? { sending: sendOutside() } : {}),
    source: sourceOf(config),
    letters: lettersOf(config.letters),
    now: null,
  };
  if (config.runJobs) running = startJobs(JOBS, jobs, observed ? { onJob: observed.metrics.worked } : {});
  const door = await observed?.open(config, database, ready);
  const stop = async (drainSeconds: number): Promise<void> => {
    listener.drain();
    await pause(drainSeconds * 1_000);
    streams.stop();
    await Promise.all([listener.stop(), sockets.stop()]);
    await Promise.all([apollo.stop(), running?.stop(), protection.stop(), promise?.stop(), followed]);
    await Promise.all([database.close(), aside.close(), committing.close(), door?.stop(), endHeavyWork()]);
  };
  let stopped: Promise<void> | undefined;
  return { url, port, metricsPort: door?.port ?? null, database, identity, stop: (drainSeconds = 0) => (stopped ??= stop(drainSeconds)) };
}

/** Bookings are taken without its advice until the first plan stands. */
function keepPlan(
  { promiseRefreshSeconds, promiseHabits }: Config,
  database: Database,
  log: Log,
  events: Services["events"],
): PromiseService | null {
  if (promiseRefreshSeconds === 0) return null;
  const startedAt = performance.now();
  // while everything starts the database may be busy for a moment: the next reading comes soon
  const onFailure = (error: unknown): void =>
    log[performance.now() - startedAt < STARTING_MS ? "info" : "warn"]("the plan of the promises could not be read", { err: error });
  const promise = makePromiseService(database, {
    refreshSeconds: promiseRefreshSeconds,
    habits: promiseHabits,
    onFailure,
    ...(events ? { events } : {}),
  });
  void promise.refresh();
  return promise;
}

const STARTING_MS = 60_000;
