/**
 * npm run sbom: what of others is in this product. dist/sbom.cdx.json is a bill of materials (CycloneDX, by npm itself, from the lock
 * file), dist/third-party-notices.txt the licences that the packages ask to be passed on. Both go with a release; made anew they are
 * the same.
 */
import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { command } from "../command.js";

const ROOT = path.resolve(import.meta.dirname, "../../..");
/** Licences that ask for nothing but to be passed on; another one is decided by a person, and joins here. */
const KNOWN = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  // of a font: it is passed on with its licence
  "OFL-1.1",
  "PostgreSQL",
  "Python-2.0",
  "Unlicense",
]);

/** Packages that say nothing in the lock file, with what the licence in them says. */
const READ: Readonly<Record<string, string>> = { "png-js": "MIT" };

type Licence = { readonly license?: { readonly id?: string; readonly name?: string }; readonly expression?: string };
export type Component = { readonly name: string; readonly version: string; readonly licenses?: readonly Licence[] };
export type Bill = { readonly components: readonly Component[]; readonly [part: string]: unknown };

export const sbom = command({
  name: "sbom",
  summary: "writes what of others is in this product to dist: bill of materials and licences",
  options: { check: { says: "writes nothing, and ends with 1 when a package comes without a licence that is known" } },
  run: async ({ check }, { say, note }) => {
    const bill = await billOfMaterials();
    const unknown = bill.components.filter((component) => !isKnown(component) && !KNOWN.has(READ[component.name] ?? ""));
    for (const { name, version, ...of } of unknown)
      note(`${name} ${version} comes under ${told(of) || "no licence"}: decide, and say so in src/commands/sbom.ts`);
    if (!check) {
      await mkdir(path.join(ROOT, "dist"), { recursive: true });
      await writeFile(path.join(ROOT, "dist/sbom.cdx.json"), `${JSON.stringify(bill, null, 1)}\n`);
      await writeFile(path.join(ROOT, "dist/third-party-notices.txt"), await notices(bill));
      say(`dist/sbom.cdx.json, dist/third-party-notices.txt: ${bill.components.length} packages`);
    }
    return unknown.length > 0 ? 1 : 0;
  },
});

/** Of what a production install brings; without what differs each time it is made. */
export async function billOfMaterials(): Promise<Bill> {
  const args = ["sbom", "--sbom-format", "cyclonedx", "--omit", "dev", "--package-lock-only"];
  const { stdout } = await promisify(execFile)("npm", args, { cwd: ROOT, maxBuffer: 64_000_000, shell: process.platform === "win32" });
  const { serialNumber: _, metadata, ...bill } = JSON.parse(stdout) as Bill & { metadata: { component: object } & Record<string, unknown> };
  const { name, workspaces } = JSON.parse(await readFile(path.join(ROOT, "package.json"), "utf8")) as {
    name: string;
    workspaces: string[];
  };
  const { timestamp: __, ...made } = metadata;
  // npm names the product after its folder
  const components = bill.components.filter((component) => !workspaces.includes(component.name));
  return { ...bill, components, metadata: { ...made, component: { ...metadata.component, name } } };
}

function told({ licenses = [] }: Pick<Component, "licenses">): string {
  return licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? "").join(" and ");
}

/** "(MIT OR CC0-1.0)" may be taken as either, "(MIT AND ISC)" is both. */
export function isKnown({ licenses = [] }: Pick<Component, "licenses">): boolean {
  const texts = licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? "");
  const one = (text: string): boolean => KNOWN.has(text.trim());
  return (
    texts.length > 0 &&
    texts.every((text) =>
      text
        .replace(/[()]/g, "")
        .split(" AND ")
        .every((part) => part.split(" OR ").some(one)),
    )
  );
}

async function notices({ components }: Bill): Promise<string> {
  const parts = await Promise.all(
    [...components]
      .sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1))
      .map(
        async (component) =>
          `${component.name} ${component.version}\n${told(component) || (READ[component.name] ?? "")}\n\n${await licenceText(component.name)}`,
      ),
  );
  return ["The Provider Network Gateway contains software of others.", ...parts].join(`\n\n${"-".repeat(80)}\n`) + "\n";
}

/** Empty for a package of another platform, which is not here. */
async function licenceText(name: string): Promise<string> {
  const folder = path.join(ROOT, "node_modules", name);
  const files = await readdir(folder).catch((): string[] => []);
  const file = files.sort().find((each) => /^(licen[cs]e|copying)/i.test(each));
  return file === undefined ? "" : (await readFile(path.join(folder, file), "utf8").catch(() => "")).trim();
}
