/** Versions below which a known hole is open, read from the lock file: no registry is asked. */ import { expect, it } from "@jest/globals";

import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** Per package the lowest release that is safe, per major where two are maintained. */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  "@apollo/server": ["5.5.0"],
  graphql: ["16.15.0"],
  ws: ["8.21.1"],
  "drizzle-orm": ["0.45.2"],
  jose: ["6.0.0"],
  "path-to-regexp": ["8.4.0", "0.1.13"],
  qs: ["6.14.2"],
  node: ["22.0.0"],
};

type Lock = {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly dev?: boolean; readonly hasInstallScript?: boolean }>>;
};
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;
const installed = Object.entries(lock.packages).map(([at, { version = "0", hasInstallScript = false }]) => ({
  name: at.slice(at.lastIndexOf("node_modules/") + 13),
  version,
  hasInstallScript,
}));

const numbers = (version: string): number[] => version.split(/[.-]/).slice(0, 3).map(Number);
function isBelow(version: string, floors: readonly string[]): boolean {
  const own = numbers(version);
  // an old line is measured by the floor of its own major, an unknown one by the newest
  const floor = numbers(floors.find((each) => numbers(each)[0] === own[0]) ?? floors[0] ?? "0");
  for (let i = 0; i < 3; i += 1) if (own[i] !== floor[i]) return (own[i] ?? 0) < (floor[i] ?? 0);
  return false;
}

it("no package is below the release in which its hole was closed", () => {
  expect(
    installed
      .filter(({ name, version }) => name in FLOORS && isBelow(version, FLOORS[name] ?? []))
      .map(({ name, version }) => `${name} ${version}`),
  ).toEqual([]);
  for (const name of ["@apollo/server", "graphql", "ws", "drizzle-orm", "jose"]) expect(installed.map((each) => each.name)).toContain(name);
});

it("every version is exact, and every package that wants to run something at install was decided on", () => {
  const own = JSON.parse(readFileSync("package.json", "utf8")) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
    allowScripts: Record<string, boolean>;
  };
  expect(Object.entries({ ...own.dependencies, ...own.devDependencies }).filter(([, version]) => !/^\d/.test(version))).toEqual([]);
  const undecided = installed.filter(({ name, hasInstallScript }) => hasInstallScript && !(name in own.allowScripts));
  expect(undecided.map(({ name }) => name)).toEqual([]);
});

it("requests do not run on postgres.js, whose transactions can commit another's", () => {
  const files = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) =>
      statSync(path.join(folder, name)).isDirectory() ? files(path.join(folder, name)) : [path.join(folder, name)],
    );
  const users = files("src").filter((file) => /from "(postgres|drizzle-orm\/postgres-js[^"]*)"/.test(readFileSync(file, "utf8")));
  expect(users.sort()).toEqual(["src/platform/postgres/bulk.ts", "src/platform/postgres/migrate.ts"]);
});
