/** npm run release -- 0.2.0: tags a version. npm writes it into package.json, commits and tags, and refuses a checkout with changes. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { command, WrongArgument } from "./command.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export const release = command({
  name: "release",
  summary: "tags a version that CHANGELOG.md names: writes it into package.json, commits and tags",
  arguments: { version: { says: "three numbers, larger than the last, like 0.2.0", read: version } },
  run: ({ version }, { say }) => {
    const last = (JSON.parse(readFileSync(`${ROOT}package.json`, "utf8")) as { version: string }).version;
    if (!isLater(version, last)) throw new WrongArgument(`${version} is not later than ${last}, the last version`);
    const changes = readFileSync(`${ROOT}CHANGELOG.md`, "utf8");
    if (!changes.split("\n").includes(`## ${version}`))
      throw new WrongArgument(`CHANGELOG.md has no heading "## ${version}": say what a client, an operator or a developer notices`);
    execFileSync("npm", ["version", version, "--message", "Version %s"], { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
    say(`tagged v${version}; publish it with git push --follow-tags`);
  },
});

function version(text: string): string {
  if (/^\d+\.\d+\.\d+$/.test(text)) return text;
  throw new WrongArgument("three numbers, like 0.2.0");
}

function isLater(version: string, last: string): boolean {
  const [a, b] = [version, last].map((each) => each.split(".").map(Number));
  const place = (a ?? []).findIndex((n, i) => n !== b?.[i]);
  return place >= 0 && (a?.[place] ?? 0) > (b?.[place] ?? 0);
}
