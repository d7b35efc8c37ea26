// Money as bars: a clinic's cash flow, an account's postings, the trial balance, the batches.
import { drawn, element, findAll, isConnection, minor, money, nodesOf } from "./text.js";

export function chartView(data) {
  for (const make of [statement, account, balances, batches]) {
    const chart = make(data);
    if (chart && chart.bars.length > 0) return () => draw(chart);
  }
  return null;
}

/** Sums by label, in the order of labels. */
function summed(rows) {
  const by = new Map();
  for (const { label, value, kind } of rows) {
    const bar = by.get(label) ?? { label, one: 0, two: 0 };
    bar[kind] += value;
    by.set(label, bar);
  }
  return [...by.values()].sort((a, b) => (a.label < b.label ? -1 : 1));
}

function statement(data) {
  const [found] = findAll(data, (it) => "paid" in it && "expected" in it && it.lines);
  if (!found) return null;
  const rows = nodesOf(found.lines).map((line) => ({
    label: line.paidOn ?? line.expectedOn ?? "not dated",
    value: minor(line.amount),
    kind: line.paidOn ? "one" : "two",
  }));
  const totals = [
    ["paid", found.paid],
    ["expected", found.expected],
    ["disputed", found.disputed],
  ].filter(([, it]) => it);
  return { title: "Cash flow by bank day", legend: ["paid", "expected"], totals, bars: summed(rows) };
}

function account(data) {
  const [found] = findAll(data, (it) => typeof it.account === "string" && it.postings && isConnection(it.postings));
  if (!found) return null;
  const rows = nodesOf(found.postings).map((posting) => ({
    label: posting.effectiveOn,
    value: minor(posting.amount),
    kind: posting.status === "PENDING" ? "two" : "one",
  }));
  const totals = [
    ["balance", found.balance],
    ["pending", found.pending],
  ].filter(([, it]) => it);
  return { title: `${found.account} by day: debit up, credit down`, legend: ["posted", "pending"], totals, bars: summed(rows) };
}

function balances(data) {
  const found = findAll(data, (it) => typeof it.account === "string" && it.balance && !it.postings);
  const bars = found.map((it) => ({ label: it.account, one: minor(it.balance), two: minor(it.pending) }));
  const sum = found.reduce((total, it) => total + BigInt(it.balance.amountMinor), 0n);
  return { title: "Trial balance", legend: ["posted", "pending"], totals: [["sum of all accounts", { amountMinor: sum }]], bars };
}

function batches(data) {
  const payments = findAll(data, (it) => it.endToEndId && it.amount);
  if (payments.length > 0)
    return {
      title: "Payments of the batch",
      legend: ["paid", "under way"],
      totals: [],
      bars: payments.map((it) => ({
        label: it.providerName ?? it.endToEndId,
        one: it.paidOn ? minor(it.amount) : 0,
        two: it.paidOn ? 0 : minor(it.amount),
      })),
    };
  const found = findAll(data, (it) => it.reference && it.total && it.state);
  return {
    title: "Batches",
    legend: ["sent", "not sent"],
    totals: [],
    bars: found.map((it) => ({
      label: it.reference,
      one: it.state === "SENT" ? minor(it.total) : 0,
      two: it.state === "SENT" ? 0 : minor(it.total),
    })),
  };
}

const [WIDTH, HEIGHT, FOOT, LEFT] = [720, 260, 44, 84];

function draw({ title, legend, totals, bars }) {
  const heights = bars.flatMap((bar) => [bar.one, bar.two]);
  const [top, bottom] = [Math.max(0, ...heights), Math.min(0, ...heights)];
  const scale = (HEIGHT - FOOT - 16) / (top - bottom || 1);
  const yOf = (value) => 8 + (top - value) * scale;
  const step = (WIDTH - LEFT) / bars.length;
  const width = Math.max(2, Math.min(34, step * 0.38));
  const marks = [...new Set([top, 0, bottom])].map((value) => [
    drawn("line", { class: "axis", x1: LEFT, x2: WIDTH, y1: yOf(value), y2: yOf(value) }),
    drawn("text", { class: "mark", x: LEFT - 6, y: yOf(value) + 4, "text-anchor": "end" }, money(value)),
  ]);
  const every = Math.ceil(bars.length / Math.floor((WIDTH - LEFT) / 78));
  const drawnBars = bars.flatMap((bar, n) => {
    const middle = LEFT + step * (n + 0.5);
    const label =
      n % every === 0
        ? drawn(
            "text",
            { class: "mark", x: middle, y: HEIGHT - 22 + (every === 1 && step < 100 && n % 2 ? 14 : 0), "text-anchor": "middle" },
            shortened(bar.label),
          )
        : null;
    return [rect(bar, "one", middle - width, legend[0]), rect(bar, "two", middle, legend[1]), label];
  });
  function rect(bar, kind, left, word) {
    const value = bar[kind];
    if (value === 0) return null;
    const [high, low] = [Math.max(value, 0), Math.min(value, 0)];
    return drawn(
      "rect",
      { class: kind, x: left, y: yOf(high), width: width - 1, height: Math.max(1, (high - low) * scale) },
      drawn("title", {}, `${bar.label}: ${money(value)} ${word}`),
    );
  }
  const svg = drawn(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": `${title}; the table has the same figures` },
    ...marks.flat(),
    ...drawnBars,
  );
  const figures = totals.map(([word, amount]) => element("div", {}, word, element("b", {}, money(amount.amountMinor))));
  return element(
    "div",
    { className: "chart" },
    element("h3", {}, title),
    element("p", { className: "quiet" }, `First bar: ${legend[0]}. Second bar: ${legend[1]}.`),
    figures.length > 0 && element("div", { className: "totals" }, ...figures),
    svg,
  );
}

const shortened = (label) => (label.length > 16 ? `${label.slice(0, 15)}…` : label);
