/** Runs one command: reads its arguments, opens what it needs, closes it again, and turns what went wrong into words and an exit code. */
import { Argument as Place, Command as Program, CommanderError, InvalidArgumentError, Option } from "commander";
import { ConfigFaults, loadConfig, type Config } from "../assembly/config.js";
import { loginsOf, openDatabase, type OpenDatabase } from "../assembly/start/open-database.js";
import { codeOf } from "../platform/error-code.js";
import { addressesOf, firstOf } from "../platform/postgres/connections/hosts.js";
import { connectDatabase, VERIFY_ROLE, type Database } from "../platform/postgres/database.js";
import { classify, sqlState } from "../platform/postgres/database-errors.js";
import { statement } from "../platform/postgres/statement.js";
import { transaction } from "../platform/postgres/transaction.js";
import { ANONYMOUS } from "../platform/viewer.js";
import {
  WrongArgument,
  type Argument,
  type Command,
  type DatabaseNeed,
  type DatabaseTools,
  type ExitCode,
  type Options,
  type Tools,
} from "./command.js";

/** By name; each is loaded when it is asked for, so that a small one does not wait for the whole gateway. */
export type CommandList = Readonly<Record<string, () => Promise<Command>>>;

export type RunOptions = Tools;

const FAILED = 2;
const EMBEDDED: Options = { embedded: { says: "the embedded database of this folder, instead of DATABASE_URL" } };

export async function run(argv: readonly string[], list: CommandList, around: RunOptions): Promise<ExitCode> {
  const [name = ""] = argv;
  const known = Object.hasOwn(list, name) ? list[name] : undefined;
  const program = new Program("gateway").description("What operates the gateway. `npm run <command> -- --help` says more about one.");
  settle(program, around);
  let ended: ExitCode = 0;
  const loaded = known ? [await known()] : await Promise.all(Object.values(list).map(forHelp));
  for (const each of loaded.flat()) program.addCommand(programOf(each, around, (code) => (ended = code)));
  try {
    await program.parseAsync([...argv], { from: "user" });
    return ended;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : FAILED;
    around.note(told(error, around.env));
    return FAILED;
  }
}

/** Those that make pages from the source need packages that are not installed in production; they are left out there. */
async function forHelp(load: () => Promise<Command>): Promise<readonly Command[]> {
  return load().then(
    (command) => [command],
    (error: unknown) => {
      if (codeOf(error) === "ERR_MODULE_NOT_FOUND") return [];
      throw error;
    },
  );
}

/** An error instead of an exit, and the given places instead of the terminal; for each command, since they do not inherit it. */
function settle(program: Program, { say, note }: Tools): void {
  const line = (to: (line: string) => void) => (chunk: string) => to(chunk.replace(/\n$/, ""));
  program
    .exitOverride()
    .configureOutput({ writeOut: line(say), writeErr: line(note) })
    .showHelpAfterError();
}

function programOf(command: Command, around: RunOptions, ended: (code: ExitCode) => void): Program {
  const program = new Program(command.name).description(`${command.summary}.`).allowExcessArguments(false);
  settle(program, around);
  const takes = Object.entries(command.arguments ?? {});
  for (const [name, value] of takes) program.addArgument(new Place(`<${name}>`, value.says).argParser(reader(value)));
  const options = { ...command.options, ...(command.database?.which === "NAMED" ? EMBEDDED : {}) };
  for (const [name, option] of Object.entries(options)) program.addOption(optionOf(name, option));
  program.action(async (...given: unknown[]) => {
    const flags = Object.entries(options).filter(([, option]) => !("read" in option));
    const values = {
      ...Object.fromEntries(flags.map(([name]) => [name, false])),
      ...program.opts(),
      ...Object.fromEntries(takes.map(([name], n) => [name, given[n]])),
    };
    ended((await start(command, values, around)) ?? 0);
  });
  return program;
}

function optionOf(name: string, option: Options[string]): Option {
  const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  if (!("read" in option)) return new Option(flag, option.says);
  const made = new Option(`${flag} <${option.value}>`, option.says).argParser(reader(option)).makeOptionMandatory(option.required ?? false);
  return option.otherwise === undefined ? made : made.default(option.otherwise);
}

function reader({ read }: Argument): (value: string) => unknown {
  return (value) => {
    try {
      return read(value);
    } catch (error) {
      throw error instanceof WrongArgument ? new InvalidArgumentError(`It takes ${error.message}.`) : error;
    }
  };
}

async function start(command: Command, given: Readonly<Record<string, unknown>>, around: RunOptions): Promise<ExitCode | void> {
  const { say, note, env } = around;
  // the types of the arguments were checked where the command was written
  if (!command.database) return command.run(given as never, { say, note, env });
  const config = loadConfig(env);
  const { which } = command.database;
  if (which === "NAMED") refuseGuessing(config, given["embedded"] === true);
  const opened = await openDatabase(config, note, { migrate: which === "LIKE_START" ? config.migrate : config.databaseUrl === null });
  try {
    return await connected(command.database, config, opened, around, (tools) => command.run(given as never, tools));
  } finally {
    await opened.stop();
  }
}

async function connected<T>(
  { which, as, connections = 1, statementMs = 60_000 }: DatabaseNeed,
  config: Config,
  opened: OpenDatabase,
  { say, note, env }: Tools,
  work: (tools: DatabaseTools) => T,
): Promise<Awaited<T>> {
  const url = as === "VERIFIER" ? opened.verifyUrl : opened.url;
  const where = nameOf(url, opened.embedded);
  if (which === "NAMED") note(`database: ${where}`);
  const database = connectDatabase(url, {
    ...(as === "VERIFIER" ? { role: VERIFY_ROLE } : loginsOf(opened)),
    max: connections,
    statementMs,
    applicationName: "provider-network-command",
  });
  try {
    if (as === "VERIFIER") await refuseBlindness(database);
    return await work({ say, note, env, config, opened, database, where });
  } finally {
    await database.close();
  }
}

function refuseGuessing({ databaseUrl }: Config, embedded: boolean): void {
  if (databaseUrl === null && !embedded)
    throw new WrongArgument("which database? Set DATABASE_URL, or give --embedded for the one of this folder");
  if (databaseUrl !== null && embedded)
    throw new WrongArgument("DATABASE_URL and --embedded name two databases: unset the one or leave out the other");
}

const SEEING = statement("seeing", `select 1 as seen from booking limit 1`);

/** What may not be seen must not be taken for what is not there. */
async function refuseBlindness(database: Database): Promise<void> {
  await transaction(database, ANONYMOUS, (tx) => tx.query(SEEING.with()), { readOnly: true, retries: 0 }).catch((error: unknown) => {
    if (sqlState(error) !== "42501") throw error;
    throw new WrongArgument(
      "this login does not see what it has to vouch for: set VERIFY_DATABASE_URL to gateway_verifier (deploy/roles.sql)",
    );
  });
}

/** Host, port and name, and who asks; never the password. */
function nameOf(url: string, embedded: boolean): string {
  const hosts = addressesOf(url).map((each) => new URL(each));
  const { pathname, username } = firstOf(url);
  return `${decodeURIComponent(pathname.slice(1))} at ${hosts.map(({ hostname, port }) => `${hostname}:${port || "5432"}`).join(", ")}, as ${username || "the default login"}${embedded ? " (embedded)" : ""}`;
}

/** A sentence for what a user can mend; the stack only for what nobody foresaw. */
function told(error: unknown, { LOG_LEVEL }: RunOptions["env"]): string {
  if (!(error instanceof Error)) return String(error);
  const isBug = [TypeError, RangeError, ReferenceError, SyntaxError].some((bug) => error instanceof bug);
  const whole = LOG_LEVEL === "debug" || (isBug && !(error instanceof ConfigFaults));
  if (whole) return error.stack ?? error.message;
  const state = sqlState(error);
  if (state === "42P01" || state === "42703") return `${error.message}: the schema is older than this program. Run npm run migrate first`;
  if (classify(error).kind === "UNAVAILABLE") return `the database does not answer: ${causeOf(error)}`;
  return error.message;
}

function causeOf({ message, cause }: Error): string {
  return cause instanceof Error && cause.message !== "" ? cause.message : message;
}
