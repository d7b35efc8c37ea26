/** The compose file holds together: what it names is there, what it sets is a setting, and a gateway would start with it. No container is started here. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "@jest/globals";
import { parse } from "yaml";
import { loadConfig } from "../../src/assembly/config.js";
import { GATEWAY_SETTINGS } from "../../src/assembly/settings/gateway-settings.js";
import { unsafeConfig } from "../../src/assembly/start/start-guard.js";

const FOLDER = "deploy/compose";
type Service = {
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly ports?: readonly string[];
};
type Compose = {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const compose = parse(readFileSync(`${FOLDER}/compose.yml`, "utf8"), { merge: true }) as Compose;
const services = Object.entries(compose.services);
const gateways = services.filter(([name]) => name.startsWith("gateway-"));
const dir = mkdtempSync(path.join(tmpdir(), "compose-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

it("has two gateways, their database, a pooler, Prometheus and Grafana, and one that migrates", () => {
  expect(services.map(([name]) => name).sort()).toEqual([
    "database",
    "gateway-1",
    "gateway-2",
    "grafana",
    "migrate",
    "pooler",
    "prometheus",
  ]);
});

it("names services, volumes, secrets and files that are there, and opens no port to other machines", () => {
  for (const [name, { secrets = [], volumes = [], depends_on = {}, ports = [] }] of services) {
    for (const secret of secrets) expect([name, secret, Object.hasOwn(compose.secrets, secret)]).toEqual([name, secret, true]);
    for (const other of Object.keys(depends_on)) expect(Object.keys(compose.services)).toContain(other);
    for (const [from = ""] of volumes.map((each) => each.split(":")))
      expect([from, from.startsWith(".") ? existsSync(path.join(FOLDER, from)) : Object.hasOwn(compose.volumes, from)]).toEqual([
        from,
        true,
      ]);
    expect(ports.filter((port) => !port.startsWith("127.0.0.1:"))).toEqual([]);
  }
  const asked = [...readFileSync(`${FOLDER}/prometheus.yml`, "utf8").matchAll(/"([a-z0-9-]+):9464"/g)].map(([, host]) => host);
  expect(asked).toEqual(gateways.map(([name]) => name));
});

it("gives a gateway nothing to write to but its journal, and no power", () => {
  for (const [, { read_only, cap_drop, volumes = [], secrets = [] }] of gateways) {
    expect([read_only, cap_drop, volumes.length, secrets.includes("migrate-database-url")]).toEqual([true, ["ALL"], 1, false]);
  }
});

it("sets what are settings, with which a gateway in production would start", () => {
  // a copy: the secrets of this checkout, if it has any, are left alone
  cpSync(FOLDER, dir, { recursive: true, filter: (file) => !file.includes("secrets/") });
  execFileSync(path.join(dir, "secrets.sh"), { stdio: "ignore" });
  const before = readFileSync(path.join(dir, "secrets", "cpr-key"), "utf8");
  execFileSync(path.join(dir, "secrets.sh"), { stdio: "ignore" });
  expect(readFileSync(path.join(dir, "secrets", "cpr-key"), "utf8")).toBe(before);
  for (const { file } of Object.values(compose.secrets)) expect([file, existsSync(path.join(dir, file))]).toEqual([file, true]);
  const given = { ISSUER: "https://id.example", JWKS_URL: "https://id.example/jwks", PUBLIC_URL: "https://api.example" };
  for (const [, { environment = {} }] of [...gateways, ["migrate", compose.services["migrate"]] as const].flatMap(([name, each]) =>
    each ? [[name, each] as const] : [],
  )) {
    const names = Object.keys(environment).map((name) => name.replace(/_FILE$/, ""));
    expect(names.filter((name) => !Object.hasOwn(GATEWAY_SETTINGS, name))).toEqual([]);
    const settings = Object.entries(environment).map(([name, value]) => [
      name,
      value.replace(/^\$\{(\w+):.*$/, (_, asked: keyof typeof given) => given[asked]).replace("/run/secrets", path.join(dir, "handed")),
    ]);
    cpSync(path.join(dir, "secrets"), path.join(dir, "handed"), { recursive: true });
    const config = loadConfig({ ...Object.fromEntries(settings), NODE_ENV: "production", HOST: "0.0.0.0" });
    expect(unsafeConfig(config)).toEqual([]);
  }
});
