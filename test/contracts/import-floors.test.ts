/** The house has floors, and imports go down only. Read from the files, so that nobody has to remember it. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../../src");
/** Order in which features may use each other's pure parts: never backwards. */
const FEATURES = ["members", "network", "capacity", "rates", "ledger", "claims", "bookings", "promise", "settlement"];

type File = { readonly name: string; readonly imports: readonly string[]; readonly packages: readonly string[]; readonly text: string };

function files(folder = ROOT): File[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return files(full);
    if (!entry.name.endsWith(".ts")) return [];
    const text = readFileSync(full, "utf8");
    const named = [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((m) => m[1] ?? "");
    const local = named.filter((n) => n.startsWith(".")).map((n) => path.relative(ROOT, path.resolve(folder, n)).replace(/\.js$/, ".ts"));
    return [{ name: path.relative(ROOT, full), imports: local, packages: named.filter((n) => !n.startsWith(".")), text }];
  });
}

const isVerb = (base: string): boolean => /^[a-z]+(-[a-z0-9]+)+\.ts$/.test(base);

/** 0 kernel, 1 rules and pure nouns, 2 platform, 3 gateway, 4 stores, 5 verbs and types, 6 assembly and entry points. */
function floorOf(file: File): number {
  const [top = "", ...rest] = file.name.split(path.sep);
  if (rest.length === 0 || top === "assembly") return 6;
  if (top === "kernel") return 0;
  if (top === "rules") return 1;
  if (top === "platform") return 2;
  if (top === "gateway") return 3;
  const base = rest.at(-1) ?? "";
  if (base.endsWith(".type.ts")) return 5;
  if (base.endsWith(".store.ts") || base.endsWith(".reads.ts")) return 4;
  const speaksGraphql = file.packages.includes("type-graphql") || file.imports.some((i) => i.startsWith("gateway"));
  const speaksSql = file.imports.some((i) => i.startsWith("platform"));
  return speaksGraphql ? 5 : speaksSql ? 4 : 1;
}

const all = files();
const byName = new Map(all.map((file) => [file.name, file]));

describe("the house", () => {
  it("has files, and names of the same kind", () => {
    expect(all.length).toBeGreaterThan(60);
    const odd = all.filter(({ name }) => !name.split(path.sep).every((part) => /^[a-z0-9]+(-[a-z0-9]+)*(\.(type|store|reads))?(\.ts)?$/.test(part)));
    expect(odd.map((f) => f.name)).toEqual([]);
    const words = /(^|[-/])(utils?|helpers?|common|misc|services?|managers?|base|impl|types|constants)\.ts$/;
    expect(all.map((f) => f.name).filter((name) => words.test(name) && name !== path.join("assembly", "services.ts"))).toEqual([]);
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
        const from = FEATURES.indexOf(file.name.split(path.sep)[0] ?? "");
        return file.imports.filter((name) => FEATURES.indexOf(name.split(path.sep)[0] ?? "") > from && from >= 0).map((name) => `${file.name} -> ${name}`);
      });
    expect(backwards).toEqual([]);
  });

  it("keeps clock, chance, database and framework out of the pure floors", () => {
    const impure = all
      .filter((file) => floorOf(file) <= 1)
      .filter(
        ({ packages, text }) =>
          packages.some((p) => p.startsWith("node:") || ["pg", "postgres", "type-graphql", "graphql", "@apollo/server"].includes(p) || p.startsWith("drizzle-orm")) ||
          /\bDate\.now\(|\bMath\.random\(|\bnew Date\(\)/.test(text),
      );
    expect(impure.map((f) => f.name)).toEqual([]);
  });

  it("has no feature that a gateway or platform file knows", () => {
    const knowing = all.filter((f) => /^(gateway|platform|kernel)/.test(f.name) && f.imports.some((i) => FEATURES.includes(i.split(path.sep)[0] ?? "") || i.startsWith("rules")));
    expect(knowing.map((f) => f.name)).toEqual([]);
  });

  it("names verbs imperatively and keeps a mutation to a file", () => {
    const many = all.filter((f) => (f.text.match(/@Mutation\(/g) ?? []).length > 1).map((f) => f.name);
    expect(many).toEqual([]);
    expect(all.filter((f) => f.text.includes("@Mutation(") && !isVerb(f.name.split(path.sep).at(-1) ?? "")).map((f) => f.name)).toEqual([]);
  });
});
