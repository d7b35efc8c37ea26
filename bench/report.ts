/** The bench's results as a table for people, JSON for machines and a picture for the page that explains them. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import os from "node:os";
import type { Ratios } from "./check.js";
import type { Compared, PartResult, Spread } from "./ratios.js";

export type Report = {
  readonly at: string;
  readonly scale: string;
  readonly machine: { readonly cpus: number; readonly node: string; readonly loadBefore: number };
  readonly parts: readonly PartResult[];
};

const number = (n: number): string => (n >= 100 ? Math.round(n).toLocaleString("en") : n >= 10 ? n.toFixed(1) : n.toFixed(2));
const between = ({ median, low, high }: Spread): string => `${median.toFixed(2)} (${low.toFixed(2)}-${high.toFixed(2)})`;

export function table(parts: readonly PartResult[]): string {
  return parts
    .map((part) => [`\n${part.title}`, ...comparedLines(part.compared), ...figureLines(part), ...barLines(part), ...part.notes].join("\n"))
    .join("\n");
}

const COLUMNS = ["candidate", "req/s", "median ms", "P99 ms", "CPU us server", "CPU us database", "throughput / floor", "floor CPU / CPU"];

function comparedLines(compared: readonly Compared[]): string[] {
  if (compared.length === 0) return [];
  const rows = compared.map((c) => [
    c.candidate,
    number(c.perSecond),
    number(c.medianMs),
    number(c.p99Ms),
    number(c.serverCpu),
    number(c.databaseCpu),
    between(c.throughputRatio),
    between(c.cpuRatio),
  ]);
  const widths = COLUMNS.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `  ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  ")}`;
  return [line(COLUMNS), ...rows.map(line)];
}

function figureLines({ figures }: PartResult): string[] {
  const all = Object.entries(figures).map(([name, value]) => `${name} ${number(value)}`);
  return all.length === 0 ? [] : [`  ${all.join(" · ")}`];
}

function barLines({ bars }: PartResult): string[] {
  return bars.map(({ what, wanted, got, kept }) => `  ${kept ? "kept  " : "MISSED"} ${what}: ${number(got)}, wanted ${wanted}`);
}

export function reportOf(scale: string, loadBefore: number, parts: readonly PartResult[]): Report {
  return { at: new Date().toISOString(), scale, machine: { cpus: os.availableParallelism(), node: process.version, loadBefore }, parts };
}

export async function save(folder: string, name: string, report: Report): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, `${name}.json`), `${JSON.stringify(report, null, 2)}\n`);
  await writeFile(path.join(folder, `${name}.svg`), picture(report));
}

/** Whose CPU ratio must not fall; the others are floors and rivals. */
const OURS = ["gateway", "booking through the gateway"];
const FIGURE = "cpuRatio";

/** The ratios that must not fall, by part and candidate. */
export function ratiosOf(parts: readonly PartResult[]): Record<string, number> {
  const entries = parts.flatMap(({ name, compared, figures }) => [
    ...compared
      .filter(({ candidate }) => OURS.includes(candidate))
      .map((c) => [`${name}: floor CPU / CPU`, round(c.cpuRatio.median)] as const),
    ...(FIGURE in figures ? [[`${name}: floor CPU / CPU`, round(figures[FIGURE] ?? NaN)] as const] : []),
  ]);
  return Object.fromEntries(entries);
}

const round = (n: number): number => Math.round(n * 1000) / 1000;

export async function readBaseline(file: string): Promise<Ratios> {
  const baseline: Ratios = JSON.parse(await readFile(file, "utf8"));
  return baseline;
}

const BAR_HEIGHT = 22;
const LEFT = 230;
const SCALE = 330;

/** Bars of the CPU ratio, the steadier of the two, with the spread over the rounds as a line. */
function picture({ parts, scale, at }: Report): string {
  const rows = parts.flatMap(({ title, compared }) =>
    compared.length === 0 ? [] : [{ title, c: null }, ...compared.map((c) => ({ title, c }))],
  );
  const height = 70 + rows.length * BAR_HEIGHT;
  const lines = rows.map(({ title, c }, i) => (c === null ? heading(title, 58 + i * BAR_HEIGHT) : bar(c, 58 + i * BAR_HEIGHT)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 ${height}" font-family="system-ui, sans-serif" font-size="12">`,
    `<rect width="720" height="${height}" fill="#fff"/>`,
    `<text x="12" y="22" font-size="15" font-weight="600">Work done per unit of processor time, floor = 1</text>`,
    `<text x="12" y="40" fill="#555">Gateway and database together; ${scale} scale, ${at.slice(0, 10)}. Line: lowest and highest round.</text>`,
    ...lines,
    "</svg>\n",
  ].join("\n");
}

const heading = (title: string, y: number): string => `<text x="12" y="${y + 15}" font-weight="600">${escape(title)}</text>`;

function bar({ candidate, cpuRatio: { median, low, high } }: Compared, y: number): string {
  const width = Math.min(median, 1.3) * SCALE;
  const fill = candidate === "gateway" ? "#0a7d55" : "#9db4c0";
  const at = (ratio: number): number => LEFT + Math.min(ratio, 1.3) * SCALE;
  return [
    `<text x="${LEFT - 8}" y="${y + 15}" text-anchor="end">${escape(candidate)}</text>`,
    `<rect x="${LEFT}" y="${y + 3}" width="${width.toFixed(1)}" height="15" fill="${fill}"/>`,
    `<line x1="${at(low).toFixed(1)}" x2="${at(high).toFixed(1)}" y1="${y + 10}" y2="${y + 10}" stroke="#222"/>`,
    `<text x="${(at(Math.max(median, high)) + 6).toFixed(1)}" y="${y + 15}">${median.toFixed(2)}</text>`,
  ].join("");
}

function escape(text: string): string {
  return text.replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c] ?? c);
}
