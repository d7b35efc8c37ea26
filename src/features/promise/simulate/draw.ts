/** The half year as a picture: broken promises week by week, and what became of all of them. Plain SVG, readable without a viewer of its own. */
import type { SimulationOutcome } from "./outcome.js";

export type SimulationPicture = {
  readonly title: string;
  readonly weeks: readonly { readonly label: string; readonly firstCome: number; readonly gateway: number }[];
  readonly events: readonly { readonly week: number; readonly text: string }[];
  readonly bars: readonly { readonly label: string; readonly outcome: SimulationOutcome }[];
  readonly optimum: number;
};

const WIDTH = 960;
const CHART = { left: 60, right: 930, top: 70, bottom: 300 };
const BARS = { left: 200, right: 930, top: 420, height: 34, gap: 22 };
const COLOUR = {
  firstCome: "#b8543b",
  gateway: "#1f6f78",
  onTarget: "#1f6f78",
  withinLimit: "#7fb3b8",
  certified: "#d9a441",
  ownChoice: "#9a9a9a",
  silent: "#b8543b",
};

const text = (x: number, y: number, content: string, more = ""): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${escape(content)}</text>`;
const escape = (content: string): string => content.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const percent = (part: number, of: number): string => `${((100 * part) / Math.max(1, of)).toFixed(1)} %`;

export function drawSimulation(picture: SimulationPicture): string {
  const height = BARS.top + picture.bars.length * (BARS.height + BARS.gap) + 80;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="13" role="img">`,
    `<title>${escape(picture.title)}</title><rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    text(CHART.left, 32, picture.title, 'font-size="18" font-weight="600"'),
    ...weeks(picture),
    ...bars(picture),
    "</svg>",
    "",
  ].join("\n");
}

function weeks({ weeks: list, events }: SimulationPicture): string[] {
  const most = Math.max(1, ...list.flatMap((week) => [week.firstCome, week.gateway]));
  const x = (i: number): number => CHART.left + ((i + 0.5) * (CHART.right - CHART.left)) / list.length;
  const y = (n: number): number => CHART.bottom - (n * (CHART.bottom - CHART.top)) / most;
  const line = (of: "firstCome" | "gateway"): string =>
    `<polyline fill="none" stroke="${COLOUR[of]}" stroke-width="2.5" points="${list.map((week, i) => `${x(i).toFixed(1)},${y(week[of]).toFixed(1)}`).join(" ")}"/>`;
  const grid = [0, 0.5, 1].map((share) => {
    const at = y(most * share);
    return `<line x1="${CHART.left}" x2="${CHART.right}" y1="${at.toFixed(1)}" y2="${at.toFixed(1)}" stroke="#ddd"/>${text(CHART.left - 8, at + 4, String(Math.round(most * share)), 'text-anchor="end" fill="#555"')}`;
  });
  const marks = events.map(({ week, text: what }, i) => {
    const at = x(week);
    return `<line x1="${at.toFixed(1)}" x2="${at.toFixed(1)}" y1="${CHART.top - 6}" y2="${CHART.bottom}" stroke="#999" stroke-dasharray="3 4"/>${text(at + 4, CHART.top + 8 + (i % 2) * 16, what, 'font-size="11" fill="#555"')}`;
  });
  const labels = list.flatMap(({ label }, i) =>
    i % 4 === 0 ? [text(x(i), CHART.bottom + 18, label, 'text-anchor="middle" fill="#555" font-size="11"')] : [],
  );
  return [
    text(CHART.left, 54, "Broken promises by the week of their last day", 'fill="#333"'),
    ...grid,
    ...marks,
    line("firstCome"),
    line("gateway"),
    ...labels,
    legend(CHART.left, CHART.bottom + 44, [
      ["first come, first served", COLOUR.firstCome],
      ["with the plan", COLOUR.gateway],
    ]),
  ];
}

function bars({ bars: list, optimum }: SimulationPicture): string[] {
  const claims = Math.max(1, ...list.map((bar) => bar.outcome.claims));
  const scale = (BARS.right - BARS.left) / claims;
  const rows = list.flatMap(({ label, outcome }, i) => {
    const y = BARS.top + i * (BARS.height + BARS.gap);
    let x = BARS.left;
    const parts = (["onTarget", "withinLimit", "certified", "ownChoice", "silent"] as const).map((part) => {
      const width = outcome[part] * scale;
      const rect = `<rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${BARS.height}" fill="${COLOUR[part]}"/>`;
      x += width;
      return rect;
    });
    const kept = outcome.onTarget + outcome.withinLimit;
    return [
      text(BARS.left - 12, y + 22, label, 'text-anchor="end"'),
      ...parts,
      text(BARS.left + 8, y + 22, `${percent(kept, outcome.claims)} kept`, 'fill="#fff" font-weight="600"'),
    ];
  });
  const best = BARS.left + optimum * scale;
  const bottom = BARS.top + list.length * (BARS.height + BARS.gap) - BARS.gap + 8;
  return [
    text(BARS.left, BARS.top - 18, "What became of all promises", 'fill="#333"'),
    ...rows,
    `<line x1="${best.toFixed(1)}" x2="${best.toFixed(1)}" y1="${BARS.top - 8}" y2="${bottom}" stroke="#000" stroke-width="1.5"/>`,
    text(best - 6, bottom + 16, `offline optimum ${percent(optimum, claims)}`, 'text-anchor="end" font-size="12"'),
    legend(BARS.left, bottom + 44, [
      ["on target", COLOUR.onTarget],
      ["within the limit", COLOUR.withinLimit],
      ["broken, certified before", COLOUR.certified],
      ["let go by the member", COLOUR.ownChoice],
      ["broken, silently", COLOUR.silent],
    ]),
  ];
}

function legend(x: number, y: number, entries: readonly (readonly [string, string])[]): string {
  return entries
    .map(
      ([label, colour], i) =>
        `<rect x="${x + i * 175}" y="${y - 10}" width="14" height="10" fill="${colour}"/>${text(x + i * 175 + 20, y, label)}`,
    )
    .join("");
}
