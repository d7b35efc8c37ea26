/** Advisory locks have one list, so that no two acts take the same number for different things. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const LIST = "src/platform/postgres/locks.ts";
const files = ["src", "seeds"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => path.join(folder, name)),
);
const textOf = (file: string): string => readFileSync(file, "utf8");

it("every advisory lock takes its key from the list", () => {
  const uses = files.flatMap((file) =>
    [...textOf(file).matchAll(/\bpg_(?:try_)?advisory\w*\((.{12})/g)].map(([, key = ""]) => [file, key] as const),
  );
  expect(uses.length).toBeGreaterThan(9);
  expect(uses.filter(([, key]) => !/^\$\{lockKey(Of)?\(/.test(key))).toEqual([]);
});

it("no number of the list stands anywhere else, and none is given twice", () => {
  const list = textOf(LIST);
  const [, product = ""] = /const PRODUCT = ([\d_]+);/.exec(list) ?? [];
  const digits = product.replaceAll("_", "");
  const spelt = new RegExp(`\\b${digits.slice(0, 1)}_?${digits.slice(1)}`);
  expect(files.filter((file) => file !== LIST && spelt.test(textOf(file)))).toEqual([]);
  const numbers = [...list.matchAll(/^ {2}\w+: (\d+),$/gm)].map(([, n]) => n);
  expect(numbers.length).toBeGreaterThan(8);
  expect(new Set(numbers).size).toBe(numbers.length);
});
