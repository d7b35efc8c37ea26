/** The house has floors, and imports go down only. Read from the files, so that nobody has to remember it. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../../src");
/** Order in which features may use each other's pure parts: never backwards. */
const FEATURES = [
  "members",
  "consent",
  "network",
  "capacity",
  "rates",
  "ledger",
  "claims",
  "bookings",
  "promise",
  "settlement",
  "events",
  "webhooks",
  "notifications",
];

type File = {
  readonly name: string;
  readonly imports: readonly string[];
  /** Imports that are there when the program runs. */ readonly values: readonly string[];
  readonly packages: readonly string[];
  readonly text: string;
};

function files(folder = ROOT): File[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return files(full);
    if (!entry.name.endsWith(".ts")) return [];
    const text = readFileSync(full, "utf8");
    const named = [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((m) => m[1] ?? "");
    const atRunTime = [...text.matchAll(/^(?:import|export)(?! type)[^;]*?from "(\.[^"]+)"/gm)].map((m) => m[1] ?? "");
    const toName = (n: string): string => path.relative(ROOT, path.resolve(folder, n)).replace(/\.js$/, ".ts");
    const local = named.filter((n) => n.startsWith(".")).map(toName);
    return [
      {
        name: path.relative(ROOT, full),
        imports: local,
        values: atRunTime.map(toName),
        packages: named.filter((n) => !n.startsWith(".")),
        text,
      },
    ];
  });
}

/** The feature that a file belongs to, or nothing. */
const featureOf = (name: string): string => /^features\/([a-z-]+)\//.exec(name)?.[1] ?? "";

const isVerb = (base: string): boolean => /^[a-z]+(-[a-z0-9]+)+\.ts$/.test(base);

/** 0 kernel, 1 rules and pure nouns, 2 platform, 3 gateway, 4 stores, 5 verbs and types, 6 assembly and entry points. */
function fixedFloor({ name }: File): number | null {
  const [top = "", ...rest] = name.split(path.sep);
  if (rest.length === 0 || top === "assembly" || top === "commands") return 6;
  const known = { kernel: 0, rules: 1, matching: 1, platform: 2, gateway: 3 }[top];
  if (known !== undefined) return known;
  const base = rest.at(-1) ?? "";
  if (base.endsWith(".type.ts")) return 5;
  return base.endsWith(".store.ts") || base.endsWith(".reads.ts") ? 4 : null;
}

/** The hash of a text is a function of it, and a form may demand one; nothing else of Node is. */
const hashesOnly = (name: string, text: string): boolean =>
  name === "node:crypto" && text.includes('import { createHash } from "node:crypto";') && !/\bimport\(/.test(text);

const all = files();
const byName = new Map(all.map((file) => [file.name, file]));

/** A file of a feature without a suffix stands on the floor of what it uses: pure on 1, with statements on 4, with the API on 5. */
const floors = new Map(all.map((file) => [file.name, fixedFloor(file) ?? (file.packages.includes("type-graphql") ? 5 : 1)]));
const ofFeatures = all.filter((file) => fixedFloor(file) === null);
const floorOf = ({ name }: File): number => floors.get(name) ?? 0;
// each is lifted by what it uses, until nothing is lifted any more: circles among files are no matter
for (let lifted = true; lifted;) {
  lifted = false;
  for (const file of ofFeatures) {
    const below = file.imports.map((name) => floors.get(name) ?? 0).map((floor) => ({ 2: 4, 3: 5 })[floor] ?? floor);
    const floor = Math.max(floorOf(file), ...below);
    lifted ||= floor > floorOf(file);
    floors.set(file.name, floor);
  }
}

describe("the house", () => {
  it("has files, and names of the same kind", () => {
    expect(all.length).toBeGreaterThan(60);
    const odd = all.filter(
      ({ name }) => !name.split(path.sep).every((part) => /^[a-z0-9]+(-[a-z0-9]+)*(\.(type|store|reads))?(\.ts)?$/.test(part)),
    );
    expect(odd.map((f) => f.name)).toEqual([]);
    // "service" is a word of this field: what a clinic offers
    const words = /(^|[-/])(utils?|helpers?|common|misc|managers?|base|impl|types|constants)\.ts$/;
    expect(all.map((f) => f.name).filter((name) => words.test(name))).toEqual([]);
  });

  it("imports downwards only", () => {
    const upwards = all.flatMap((file) =>
      file.imports.flatMap((name) => {
        const target = byName.get(name);
        if (!target || floorOf(target) <= floorOf(file)) return [];
        return [`${file.name} (${floorOf(file)}) -> ${name} (${floorOf(target)})`];
      }),
    );
    expect(upwards).toEqual([]);
  });

  it("keeps the pure parts of features in order", () => {
    const backwards = all
      .filter((file) => floorOf(file) === 1)
      .flatMap((file) => {
        const from = FEATURES.indexOf(featureOf(file.name));
        return file.imports
          .filter((name) => FEATURES.indexOf(featureOf(name)) > from && from >= 0)
          .map((name) => `${file.name} -> ${name}`);
      });
    expect(backwards).toEqual([]);
  });

  it("keeps clock, chance, database and framework out of the pure floors", () => {
    const impure = all
      .filter((file) => floorOf(file) <= 1)
      .filter(
        ({ packages, text }) =>
          packages.some(
            (p) =>
              (p.startsWith("node:") && !hashesOnly(p, text)) ||
              ["pg", "postgres", "type-graphql", "graphql", "@apollo/server"].includes(p) ||
              p.startsWith("drizzle-orm"),
          ) || /\bDate\.now\(|\bMath\.random\(|\bnew Date\(\)/.test(text),
      );
    expect(impure.map((f) => f.name)).toEqual([]);
  });

  it("has no file that needs itself", () => {
    const circles = new Set<string>();
    const seen = new Set<string>();
    const walk = (name: string, above: readonly string[]): void => {
      if (above.includes(name)) circles.add([...above.slice(above.indexOf(name)), name].join(" -> "));
      if (seen.has(name) || above.includes(name)) return;
      for (const next of byName.get(name)?.values ?? []) walk(next, [...above, name]);
      seen.add(name);
    };
    for (const file of all) walk(file.name, []);
    expect([...circles]).toEqual([]);
  });

  it("has no feature that a gateway or platform file knows", () => {
    const knowing = all.filter(
      (f) => /^(gateway|platform|kernel)/.test(f.name) && f.imports.some((i) => featureOf(i) !== "" || i.startsWith("rules")),
    );
    expect(knowing.map((f) => f.name)).toEqual([]);
  });

  it("names verbs imperatively and keeps a mutation to a file", () => {
    const many = all.filter((f) => (f.text.match(/@Mutation\(/g) ?? []).length > 1).map((f) => f.name);
    expect(many).toEqual([]);
    expect(all.filter((f) => f.text.includes("@Mutation(") && !isVerb(f.name.split(path.sep).at(-1) ?? "")).map((f) => f.name)).toEqual([]);
  });
});
