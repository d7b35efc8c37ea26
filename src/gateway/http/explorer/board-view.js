// The promises as a board: one column for each way they can stand.
import { element, findAll, isConnection, nodesOf, when, words } from "./text.js";

const COLUMNS = ["SAFE", "TIGHT", "AT_RISK", "BREACHED"];
const COUNT_OF = { SAFE: "safe", TIGHT: "tight", AT_RISK: "atRisk", BREACHED: "breached" };

export function boardView(data) {
  const isPromise = (node) => COLUMNS.concat("MET").includes(node.state) && "deadlineAt" in node;
  const board = findAll(data, isConnection).find((connection) => nodesOf(connection).some(isPromise));
  const [counts] = findAll(data, (it) => "atRisk" in it && "breached" in it);
  if (!board && !counts) return null;
  return () => draw(board ? nodesOf(board) : [], counts);
}

function draw(entries, counts) {
  const columns = COLUMNS.map((state) => {
    const own = entries.filter((entry) => entry.state === state);
    const all = counts?.[COUNT_OF[state]];
    const rest =
      typeof all === "number" && all > own.length ? element("p", { className: "quiet" }, `${all - own.length} more, not on this page`) : "";
    const head = element("h3", {}, element("span", {}, words(state).toUpperCase()), element("span", {}, String(all ?? own.length)));
    return element("section", { className: words(state).replace(" ", "-") }, head, ...own.map(card), rest);
  });
  return element("div", { className: "board" }, ...columns);
}

function card(entry) {
  const margin =
    typeof entry.marginWorkingDays === "number"
      ? `${entry.marginWorkingDays} working day${entry.marginWorkingDays === 1 ? "" : "s"} left`
      : "";
  return element(
    "article",
    {},
    element("b", {}, [entry.claim?.reference, entry.service?.name ?? words(entry.service?.code)].filter(Boolean).join(" · ")),
    element("p", { className: "quiet" }, [`until ${entry.latestOn ?? when(entry.deadlineAt)}`, margin].filter(Boolean).join(", ")),
    entry.firstStartsAt ? element("p", {}, `booked ${when(entry.firstStartsAt)}`) : "",
    entry.nextAction && entry.nextAction !== "NONE" ? element("p", {}, entry.nextStep ?? words(entry.nextAction)) : "",
    entry.certificate ? element("p", { className: "proof" }, entry.certificate.text) : "",
  );
}
