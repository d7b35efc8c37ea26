/** npm start: brings the gateway up, says where it is, and takes it down again when told to. */
import "reflect-metadata";
import type { App } from "./assembly/app.js";
import type { OpenDatabase } from "./assembly/start/open-database.js";
import { ConfigFaults, loadConfig } from "./assembly/config.js";
import { unsafeConfig } from "./assembly/start/start-guard.js";
import { doneLoading } from "./typescript.mjs";

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function start(): Promise<void> {
  const config = loadConfig(process.env);
  const unsafe = unsafeConfig(config);
  if (unsafe.length > 0) throw new ConfigFaults(unsafe);
  // the rest is loaded for settings that can be used: whoever wrote others is told at once
  const { startApp } = await import("./assembly/app.js");
  const { developersConsole, welcome } = await import("./assembly/trial/console.js");
  const { openDatabase } = await import("./assembly/start/open-database.js");
  const { prepare } = await import("./assembly/start/prepare.js");
  const { createLog } = await import("./platform/log.js");
  const log = createLog(config.logLevel);
  // graphql-js lets go of what is under way in a list when another item of it fails at once: what fails later is nobody's, and one caller's document
  // must not end the process of all
  process.on("unhandledRejection", (error) => log.error("something failed that nobody waited for", { err: error }));
  let database: OpenDatabase | undefined;
  let app: App | undefined;
  let stopping: Promise<void> | undefined;
  const stop = async (drainSeconds = 0): Promise<void> => {
    await app?.stop(drainSeconds);
    await database?.stop();
  };
  // before the database is started: a Ctrl-C in the middle must not leave a server behind
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      // a person at the keyboard waits for no balancer
      stopping ??= stop(signal === "SIGTERM" ? config.drainSeconds : 0).then(
        () => process.exit(0),
        (error: unknown) => {
          log.error("the gateway did not stop cleanly", { err: error });
          process.exit(1);
        },
      );
    });
  }
  try {
    database = await openDatabase(config, say);
    await prepare(config, database, say);
    app = await startApp({
      config,
      databaseUrl: database.url,
      workerUrl: database.workerUrl,
      retentionUrl: database.retentionUrl,
      directUrl: database.directUrl,
      log,
      ...(config.production ? {} : { pages: developersConsole }),
    });
    doneLoading();
    for (const line of welcome(config, app.url)) say(line);
  } catch (error) {
    await stop();
    throw error;
  }
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
