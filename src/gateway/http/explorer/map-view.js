// Providers on a map of Denmark that is made of its postal codes: no tiles, no other host.
import { drawn, element, findAll, isConnection, minor, money, nodesOf, now, when, words } from "./text.js";

const MIDDLE = 56;
const KM_PER_DEGREE = 111.32;
/** Land reaches around a place as far as its neighbours are away: far in the country, not far on an island's shore. */
const [LEAST_LAND_KM, MOST_LAND_KM] = [4, 11];
const LABELLED = ["9000", "8000", "5000", "6700", "7100", "7400", "4000", "4700", "3700", "2100"];
/** Kilometres around the pins, so that one alone still shows where in the country it is. */
const MARGIN_KM = 9;

const x = (lon) => lon * KM_PER_DEGREE * Math.cos((MIDDLE * Math.PI) / 180);
const y = (lat) => -lat * KM_PER_DEGREE;

const placeOf = (node) => [node, node.clinic].find((it) => it && typeof it.lat === "number" && typeof it.lon === "number");

export function mapView(data, { places, variables }) {
  const nodes = findAll(data, isConnection).flatMap(nodesOf).filter(placeOf);
  if (nodes.length === 0) return null;
  const here = places.find(({ postnr }) => postnr === variables?.near?.postalCode);
  return () => draw(nodes, places, here);
}

function draw(nodes, places, here) {
  const pinsAt = nodes.map((node) => ({ node, x: x(placeOf(node).lon), y: y(placeOf(node).lat), ...standing(node) }));
  const near = boxOf([...pinsAt, ...(here ? [{ x: x(here.lon), y: y(here.lat) }] : [])], MARGIN_KM);
  const ground = groundOf(places);
  const country = boxOf(ground, MOST_LAND_KM);
  const svg = drawn("svg", { role: "group", "aria-label": "Map of the providers found", preserveAspectRatio: "xMidYMid meet" });
  const list = element("ol", { className: "found" });
  const choose = (n) => {
    for (const each of [...svg.querySelectorAll(".pin"), ...list.children]) each.classList.toggle("chosen", each.dataset.n === String(n));
    list.children[n]?.scrollIntoView({ block: "nearest" });
  };
  pinsAt.forEach((pin, n) => list.append(card(pin, n, choose)));
  const zoom = element("button", { type: "button" });
  const show = (whole) => {
    const box = whole ? country : near;
    svg.setAttribute("viewBox", `${box.x} ${box.y} ${box.width} ${box.height}`);
    svg.replaceChildren(...land(ground, box, whole), ...(here ? [mark(here, box)] : []), ...pins(pinsAt, box, choose));
    zoom.textContent = whole ? "Show the results" : "Show the country";
    zoom.onclick = () => show(!whole);
  };
  show(false);
  const foot = element("div", { className: "foot" }, ...legend(pinsAt), zoom);
  return element("div", { className: "map" }, element("div", { className: "sheet" }, svg, foot), element("div", {}, list));
}

function boxOf(points, margin) {
  const xs = points.map((p) => p.x);
  const ys = points.map((p) => p.y);
  const [left, top] = [Math.min(...xs) - margin, Math.min(...ys) - margin];
  return { x: left, y: top, width: Math.max(...xs) + margin - left, height: Math.max(...ys) + margin - top };
}

const unitOf = (box) => Math.max(box.width, box.height) / 100;

let measured = null;
/** Measured once: six hundred places are far apart or near whatever was searched for. */
function groundOf(places) {
  if (measured) return measured;
  const all = places.map((p) => ({ ...p, x: x(p.lon), y: y(p.lat) }));
  measured = all.map((p) => {
    const fourth = all.map((q) => Math.hypot(p.x - q.x, p.y - q.y)).sort((a, b) => a - b)[4] ?? MOST_LAND_KM;
    return { ...p, r: Math.min(MOST_LAND_KM, Math.max(LEAST_LAND_KM, fourth * 0.75)) };
  });
  return measured;
}

function land(ground, box, whole) {
  const unit = unitOf(box);
  const circles = (className, radius) => ground.map((p) => drawn("circle", { class: className, cx: p.x, cy: p.y, r: radius(p) }));
  const named = ground.filter((p) => (whole ? LABELLED.includes(p.postnr) : inside(p, box)));
  const shown = whole ? named : spread(named, unit * 13);
  const labels = shown.map((p) => drawn("text", { class: "town", x: p.x, y: p.y + unit * 2.8, "font-size": unit * 2.2 }, p.town));
  return [
    ...circles("coast", ({ r }) => r + unit * 0.5),
    ...circles("land", ({ r }) => r),
    ...circles("place", () => unit * 0.4),
    ...labels,
  ];
}

const inside = (p, box) => p.x > box.x && p.x < box.x + box.width && p.y > box.y && p.y < box.y + box.height;

/** As many towns as have room for their names. */
function spread(places, apart) {
  const kept = [];
  for (const p of places) if (kept.every((k) => Math.hypot(k.x - p.x, (k.y - p.y) * 3) > apart)) kept.push(p);
  return kept;
}

function mark(here, box) {
  const unit = unitOf(box);
  const title = drawn("title", {}, `Search from ${here.postnr} ${here.town}`);
  return drawn("circle", { class: "here", cx: x(here.lon), cy: y(here.lat), r: unit * 1.6, "stroke-width": unit * 0.5 }, title);
}

function pins(all, box, choose) {
  const u = unitOf(box) * 1.5;
  // the first of the list lies on top
  return all
    .map((pin, n) => {
      const attributes = { class: `pin ${pin.tone}`, role: "img", transform: `translate(${pin.x} ${pin.y}) scale(${u})`, "data-n": n };
      const shape = drawn("path", { d: "M0 0C-.4-.9-1.25-1.5-1.25-2.5a1.25 1.25 0 0 1 2.5 0C1.25-1.5.4-.9 0 0z", "stroke-width": 0.12 });
      const made = drawn(
        "g",
        { ...attributes, "aria-label": `${n + 1}. ${told(pin.node).join(", ")}` },
        drawn("title", {}, told(pin.node).join("\n")),
        shape,
        drawn("text", { y: -2.1, "font-size": 1.2 }, String(n + 1)),
      );
      for (const event of ["click", "mouseenter"]) made.addEventListener(event, () => choose(n));
      return made;
    })
    .reverse();
}

/** By the margin to the deadline where a promise runs, else by how soon the first opening is. */
function standing({ marginWorkingDays: margin, earliestAt }) {
  if (typeof margin === "number") {
    if (margin < 0) return { tone: "bad", says: "after the deadline" };
    return margin < 3
      ? { tone: "warn", says: "fewer than 3 working days to spare" }
      : { tone: "good", says: "3 working days or more to spare" };
  }
  if (!earliestAt) return { tone: "quiet", says: "no opening known" };
  const days = (Date.parse(earliestAt) - now()) / 86_400_000;
  return days < 3 ? { tone: "good", says: "within 3 days" } : { tone: "warn", says: "later" };
}

function legend(all) {
  const tones = new Map(all.map(({ tone, says }) => [says, tone]));
  return [...tones].map(([says, tone]) => element("span", { className: `key ${tone}` }, says));
}

function told(node) {
  const { name, town } = node.clinic ?? node;
  const price = node.price?.memberPays ? `${money(minor(node.price.memberPays))} for the member` : "";
  const first = node.earliestAt ? `first ${when(node.earliestAt)}` : "";
  return [name, town, typeof node.distanceKm === "number" ? `${node.distanceKm.toFixed(1)} km` : "", first, price].filter(Boolean);
}

function card({ node, tone }, n, choose) {
  const clinic = node.clinic ?? node;
  const margin = typeof node.marginWorkingDays === "number" ? `${node.marginWorkingDays} working days to spare` : "";
  const distance = typeof node.distanceKm === "number" ? `${node.distanceKm.toFixed(1)} km` : "";
  const slots = (node.nextSlots ?? []).map(
    (slot) => `${when(slot.startsAt)}${slot.channel && slot.channel !== "IN_PERSON" ? ` (${words(slot.channel)})` : ""}`,
  );
  const { price } = node;
  const paid = price
    ? [
        ["agreed", price.gross],
        ["region pays", price.publicPays],
        ["insurer pays", price.insurerPays],
        ["member pays", price.memberPays],
      ]
        .filter(([, it]) => it)
        .map(([word, it]) => `${word} ${money(minor(it))}`)
    : [];
  // the keyboard walks the list, in its order, and the map follows
  const made = element(
    "li",
    { tabIndex: 0 },
    element("b", {}, `${n + 1}. ${clinic.name ?? "Clinic"}`),
    element("p", { className: "quiet" }, [clinic.address, clinic.town, distance].filter(Boolean).join(" · ")),
    margin && element("p", { className: tone }, margin),
    slots.length > 0 && element("p", {}, slots.join("  |  ")),
    paid.length > 0 && element("p", { className: "quiet" }, paid.join(" · ")),
  );
  made.dataset.n = String(n);
  for (const event of ["click", "focus", "mouseenter"]) made.addEventListener(event, () => choose(n));
  return made;
}
