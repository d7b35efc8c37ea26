/** What the documents say is there: files, commands, settings, and examples that the API would run. */
import "reflect-metadata";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse, validate } from "graphql";
import { JOBS } from "../../src/assembly/jobs.js";
import { makeSchema, sdlOf } from "../../src/assembly/schema.js";
import { beyondLimits } from "../../src/gateway/admission/limits.js";
import { schemaSeenBy } from "../../src/gateway/admission/role-schema.js";
import { exampleText, pageText } from "../../src/commands/generate/settings-page.js";
import { loadConfig } from "../../src/assembly/config.js";
import type { Role } from "../../src/platform/viewer.js";

const PAGES = [
  "README.md",
  "src/README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "seeds/data/README.md",
  ...["docs", "deploy", "bench"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md") && !name.includes("node_modules"))
      .map((name) => path.join(folder, name)),
  ),
];
const textOf = (page: string): string => readFileSync(page, "utf8");
/** Prose and commands; what a program printed is not ours to check. */
const withoutOutput = (text: string): string => text.replace(/```text[^]*?```/g, "");

const scripts = Object.keys((JSON.parse(textOf("package.json")) as { scripts: Record<string, string> }).scripts);

/** Names of headings as an address writes them. */
const anchorsOf = (page: string): string[] =>
  [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\d\s-]/gu, "")
      .trim()
      .replace(/\s/g, "-"),
  );

describe.each(PAGES.map((page) => [page]))("%s", (page) => {
  it("links to files and headings that exist", () => {
    const links = [...withoutOutput(textOf(page)).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, to = ""]) => to)
      .filter((to) => !/^(https?|mailto):/.test(to));
    const broken = links.filter((to) => {
      const [file = "", anchor] = to.split("#");
      const target = file === "" ? page : path.join(path.dirname(page), file);
      return !existsSync(target) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
    });
    expect(broken).toEqual([]);
  });

  it("names files of this repository that exist", () => {
    const named = [...textOf(page).matchAll(/`((?:src|test|schema|seeds|migrations|docs|deploy|bench)\/[\w./-]+)`/g)].map(
      ([, file = ""]) => file,
    );
    expect(named.filter((file) => !existsSync(file) && !existsSync(`${file}.ts`))).toEqual([]);
  });

  it("names commands that exist", () => {
    const named = [...textOf(page).matchAll(/npm run (?:-s )?([a-z][a-z:-]*)/g)].map(([, name = ""]) => name);
    expect([...new Set(named)].filter((name) => !scripts.includes(name))).toEqual([]);
    const jobs = [...textOf(page).matchAll(/--job ([a-z-]+)/g)].map(([, name = ""]) => name);
    expect(jobs.filter((name) => !JOBS.some((job) => job.name === name))).toEqual([]);
  });
});

it("the glossary names what the API has", () => {
  const cells = [...textOf("docs/glossary.md").matchAll(/^\|[^|]*\|[^|]*\|([^|]*)\|/gm)].map(([, cell = ""]) => cell);
  const names = cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name));
  const api = new Set(sdlOf(makeSchema()).match(/\w+/g));
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !api.has(name))).toEqual([]);
});

describe("the settings", () => {
  /** Names that a start asks the environment for. */
  function asked(): ReadonlySet<string> {
    const names = new Set<string>();
    const environment = new Proxy({} as Record<string, string>, {
      get: (_, name) => {
        names.add(String(name));
        return name === "NODE_ENV" ? "production" : undefined;
      },
    });
    expect(() => loadConfig(environment)).toThrow("the settings are not usable");
    return new Set([...names].filter((name) => !name.endsWith("_FILE") || !names.has(name.replace(/_FILE$/, "")) || name === "JWKS_FILE"));
  }

  it("are told on the page and in the example as they are declared, all that a start asks for", () => {
    expect(textOf("docs/operations/settings.md")).toBe(pageText());
    expect(textOf(".env.example")).toBe(exampleText());
    const named = [...exampleText().matchAll(/^#([A-Z_]+)=/gm)].map(([, name = ""]) => name);
    expect([...named].sort()).toEqual([...asked()].sort());
  });

  it("are read from the example as they are without it", () => {
    const given = Object.fromEntries([...exampleText().matchAll(/^#([A-Z_]+)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value]));
    const dir = mkdtempSync(path.join(tmpdir(), "settings-"));
    expect(loadConfig({ ...given, DATA_DIR: dir })).toEqual(loadConfig({ DATA_DIR: dir }));
    rmSync(dir, { recursive: true });
  });

  it("are the only ones in the example of deploy, and the service hands over every secret", () => {
    const known = asked();
    const example = [...textOf("deploy/gateway.env.example").matchAll(/^([A-Z_]+)=/gm)].map(([, name = ""]) => name);
    expect(example.filter((name) => !known.has(name))).toEqual([]);
    const service = textOf("deploy/gateway.service");
    for (const secret of ["DATABASE_URL", "CPR_KEY", "CPR_INDEX_KEY", "SMTP_URL", "SMS_TOKEN"])
      expect(service).toContain(`${secret}_FILE=`);
    const migrating = textOf("deploy/gateway-migrate.service");
    expect(migrating).toContain("MIGRATE_DATABASE_URL_FILE=");
    // the owner's address is not in the hands of what serves requests
    expect(service).not.toContain("MIGRATE_DATABASE_URL");
    for (const [, file = ""] of `${service}${migrating}`.matchAll(/ (?:--import )?((?:\.\/)?src\/\S+)/g))
      expect([file, existsSync(file.replace(/\.js$/, ".ts"))]).toEqual([file, true]);
  });
});

describe("the examples of the README", () => {
  const ROLE_OF: Readonly<Record<string, Role>> = {
    member: "MEMBER",
    clinic: "CLINIC_STAFF",
    "health-team": "HEALTH_TEAM",
    finance: "FINANCE",
    "network-manager": "NETWORK_MANAGER",
  };
  const examples = [...textOf("README.md").matchAll(/`ask ([a-z-]+) '([^']+)'`/g)].map(([, who = "", document = ""]) => ({
    who,
    document: document.replaceAll('\\"', '"'),
  }));
  const schema = makeSchema();

  it("show every viewer once", () => {
    expect(examples.map(({ who }) => who).sort()).toEqual(Object.keys(ROLE_OF).sort());
  });

  it.each(examples.map((example) => [example.who, example.document] as const))("for %s are valid for that role: %s", (who, document) => {
    const role = ROLE_OF[who] ?? "ANONYMOUS";
    const parsed = parse(document);
    expect(validate(schemaSeenBy(schema, role), parsed).map((error) => error.message)).toEqual([]);
    expect(beyondLimits(parsed)).toBeNull();
  });
});
