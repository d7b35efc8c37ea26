/** Every command of the list: its help, its arguments, and the database it asks. */
import "reflect-metadata";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { day, instant, oneOf, whole, type Command } from "../../src/commands/command.js";
import { COMMANDS } from "../../src/commands/list.js";
import { run } from "../../src/commands/run.js";

const folder = mkdtempSync(path.join(tmpdir(), "commands-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function ran(
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const surroundings = {
    say: (line: string) => void out.push(line),
    note: (line: string) => void err.push(line),
    env: { DATA_DIR: folder, ...env },
  };
  return { code: await run(argv, COMMANDS, surroundings), out: out.join("\n"), err: err.join("\n") };
}

const scripts = (JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> }).scripts;
const names = Object.keys(COMMANDS);
const commands: ReadonlyMap<string, Command> = new Map(
  await Promise.all(Object.entries(COMMANDS).map(async ([name, load]) => [name, await load()] as const)),
);

/** What some of them cannot do without. */
const GIVEN: Readonly<Record<string, readonly string[]>> = {
  config: ["check"],
  erasures: ["replay"],
  revoke: ["--token", "jti", "--by", "operator", "--reason", "lost"],
  worker: ["--once"],
};

describe.each(names.map((name) => [name]))("gateway %s", (name) => {
  const command = commands.get(name);

  it("is called what the list calls it, and npm run the same", () => {
    expect(command?.name).toBe(name);
    expect(scripts[name]).toMatch(new RegExp(`src/commands/main\\.ts ${name}$`));
  });

  it("has help that says what it does and what it takes", async () => {
    const { code, out } = await ran([name, "--help"]);
    expect([code, out]).toEqual([0, expect.stringContaining(`Usage: gateway ${name}`)]);
    const words = out.replace(/\s+/g, " ");
    expect(words).toContain(command?.summary);
    for (const { says } of [...Object.values(command?.options ?? {}), ...Object.values(command?.arguments ?? {})])
      expect(words).toContain(says);
  });

  it("refuses an option it does not have", async () => {
    const { code, out, err } = await ran([name, ...(GIVEN[name] ?? []), "--colour", "red"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("unknown option '--colour'");
  });
});

it("all commands are listed by --help, and an unknown one is refused", async () => {
  const { code, out } = await ran(["--help"]);
  expect(code).toBe(0);
  for (const name of names) expect(out).toContain(`  ${name}`);
  const unknown = await ran(["verfy"]);
  expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining("Did you mean verify?")]);
});

describe("the database of a command that destroys or vouches", () => {
  const NAMED = ["erasures", "manifest", "migrate", "replay", "revoke", "verify", "worker"];
  const NOWHERE = { DATABASE_URL: "postgres://gateway:secret@127.0.0.1:1/nowhere" };

  it("has to be named by exactly these", () => {
    expect(names.filter((name) => commands.get(name)?.database?.which === "NAMED")).toEqual(NAMED);
  });

  it.each(NAMED)("is never guessed by %s", async (name) => {
    const { code, out, err } = await ran([name, ...(GIVEN[name] ?? [])]);
    expect([code, out, err]).toEqual([2, "", expect.stringMatching(/^which database\? Set DATABASE_URL, or give --embedded/)]);
  });

  it("is not both", async () => {
    const { code, err } = await ran(["verify", "--embedded"], NOWHERE);
    expect([code, err]).toEqual([2, expect.stringContaining("name two databases")]);
  });

  it("is said, without its password, and a sentence tells when it does not answer", async () => {
    const { code, err } = await ran(["verify"], NOWHERE);
    expect([code, err.split("\n")]).toEqual([
      2,
      ["database: nowhere at 127.0.0.1:1, as gateway", expect.stringContaining("the database does not answer: ")],
    ]);
  });

  it("settings that are not usable are told all at once, without a stack", async () => {
    const { code, err } = await ran(["verify"], { DATABASE_URL: "mysql://x", PORT: "many" });
    expect([code, err]).toEqual([2, expect.stringMatching(/PORT must be[^]*DATABASE_URL must be/)]);
    expect(err).not.toContain("    at ");
  });
});

describe("the settings", () => {
  it("are told all their faults at once, without a value, and the answer is no", async () => {
    const { code, out } = await ran(["config", "check"], { NODE_ENV: "production", PORT: "many", DATABASE_URL: "mysql://secret@x" });
    expect([code, out]).toEqual([
      1,
      expect.stringMatching(/PORT must be[^]*DATABASE_URL must be[^]*CPR_KEY or CPR_KEY_FILE is required[^]*faults$/),
    ]);
    expect(out).not.toContain("secret");
  });

  it("that would be unsafe where others reach the gateway are faults, too", async () => {
    const { code, out } = await ran(["config", "check"], { HOST: "0.0.0.0" });
    expect([code, out]).toEqual([1, expect.stringContaining("listens on a public address without NODE_ENV=production")]);
  });

  it("that are usable are said to be so, and by which rules", async () => {
    const { code, out } = await ran(["config", "check"]);
    expect([code, out]).toEqual([0, expect.stringContaining("no rule of production")]);
  });
});

describe("arguments", () => {
  it.each([
    [["seed", "--slots", "many"], "a whole number from 0 to 5000000"],
    [["seed", "--clinics", "-1"], "a whole number from 0 to 20000"],
    [["seed", "--from", "2026-02-30"], "a day, YYYY-MM-DD"],
    [["simulate", "--days", "401"], "a whole number from 1 to 400"],
    [["worker", "--embedded", "--now", "yesterday"], "an instant with its offset"],
    [["worker", "--embedded", "--job", "sweep"], "one of apply-retention"],
    [["release", "two"], "three numbers"],
    [["erasures", "undo"], "one of export, replay"],
  ])("%j are refused with what is taken: %s", async (argv, takes) => {
    const { code, err } = await ran(argv);
    expect([code, err]).toEqual([2, expect.stringContaining(`It takes ${takes}`)]);
  });

  it("are read as what they are", () => {
    expect([whole(0, 9)("7"), oneOf("a", "b")("b"), day("2028-02-29"), instant("2026-11-24T13:00:00+01:00").toISOString()]).toEqual([
      7,
      "b",
      "2028-02-29",
      "2026-11-24T12:00:00.000Z",
    ]);
  });

  it("of a release that is not later than the last, or that the changelog does not name, are refused", async () => {
    expect((await ran(["release", "0.0.1"])).err).toContain("0.0.1 is not later than");
    expect((await ran(["release", "999.0.0"])).err).toContain('CHANGELOG.md has no heading "## 999.0.0"');
  });

  it("that are missing are named", async () => {
    expect((await ran(["golden"])).err).toContain("missing required argument 'dir'");
    expect((await ran(["revoke", "--token", "x"])).err).toContain("required option '--by <who>' not specified");
  });
});
