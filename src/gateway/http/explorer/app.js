// The page: choose a role and an operation, run it, see the answer in the way that suits it.
import { ask } from "./ask.js";
import { boardView } from "./board-view.js";
import { chartView } from "./chart-view.js";
import { listen } from "./live.js";
import { mapView } from "./map-view.js";
import { reasonsIn, tableView } from "./table-view.js";
import { at, element, setClock } from "./text.js";

const VIEWS = { Map: mapView, Board: boardView, Chart: chartView, Table: tableView };
const KEPT_RUNS = 30;
const [role, run, source, variables, result, facts, tabs, panel] = [
  "role",
  "run",
  "document",
  "variables",
  "result",
  "facts",
  "tabs",
  "events",
].map(at);
let session = { roles: [], operations: [], links: [] };
let places = [];
let current = null;
let wantsJson = false;
let stopListening = null;

const viewer = () => session.roles.find((each) => each.role === role.value);
const loaded = (name) => fetch(`/explorer/${name}.json`).then((response) => response.json());

function say(text, bad) {
  facts.textContent = text;
  facts.className = bad ? "bad" : "";
}

/** A fresh key each time an operation is chosen; running it twice then shows what repeating a request does. */
function filledIn(given) {
  return JSON.stringify(given ?? {}, null, 2).replaceAll("{{uuid}}", () => crypto.randomUUID());
}

function choose(operation) {
  current = operation;
  for (const button of at("operations").querySelectorAll("button"))
    button.setAttribute("aria-current", String(button.dataset.key === keyOf(operation)));
  if (session.roles.some((each) => each.role === operation.role)) role.value = operation.role;
  source.value = operation.document.trim() + "\n";
  variables.value = filledIn(operation.variables);
  tabs.replaceChildren();
  result.replaceChildren();
  say("", false);
}

const keyOf = ({ role: who, name }) => `${who} ${name}`;

function list(wanted = "") {
  const groups = Map.groupBy(
    session.operations.filter(({ name }) => name.includes(wanted.trim().toLowerCase().replaceAll(" ", "-"))),
    (each) => each.role,
  );
  at("operations").replaceChildren();
  for (const { role: name, label } of session.roles) {
    const group = groups.get(name) ?? [];
    if (group.length > 0) at("operations").append(element("h2", {}, label));
    for (const operation of group) {
      const button = element("button", { type: "button", onclick: () => choose(operation) }, operation.name);
      button.dataset.key = keyOf(operation);
      button.setAttribute("aria-current", String(current !== null && keyOf(current) === keyOf(operation)));
      at("operations").append(button);
    }
  }
}

function show({ answer, failed, facts: line, variables: given }) {
  say(line, failed);
  const json = () => element("pre", { tabIndex: 0 }, JSON.stringify(answer, null, 2));
  const ways = Object.entries(VIEWS).flatMap(([name, view]) => {
    const draw = answer.data ? view(answer.data, { places, variables: given }) : null;
    return draw ? [[name, draw]] : [];
  });
  const all = [...ways, ["JSON", json]];
  const open = (name) => {
    const reasons = name === "JSON" ? null : reasonsIn(answer);
    result.replaceChildren(...(reasons ? [reasons] : []), all.find(([each]) => each === name)[1]());
    for (const tab of tabs.children) {
      tab.setAttribute("aria-selected", String(tab.textContent === name));
      tab.tabIndex = tab.textContent === name ? 0 : -1;
    }
  };
  tabs.replaceChildren(
    ...all.map(([name]) => {
      const tab = element("button", { type: "button", role: "tab", onclick: () => ((wantsJson = name === "JSON"), open(name)) }, name);
      tab.setAttribute("aria-controls", "result");
      return tab;
    }),
  );
  open(wantsJson || ways.length === 0 ? "JSON" : ways[0][0]);
}

tabs.addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const all = [...tabs.children];
  const next = all.at((all.indexOf(document.activeElement) + step) % all.length);
  next.click();
  next.focus();
});

function remember(ran) {
  const { name, who, asked, line, failed } = ran;
  const button = element(
    "button",
    { type: "button" },
    name,
    element("small", { className: failed ? "bad" : "" }, `${ran.at}, ${who}, ${ran.ms} ms`),
  );
  button.addEventListener("click", () => {
    [role.value, source.value, variables.value] = [ran.role, asked.document, asked.variables];
    show({ ...ran, facts: line });
  });
  const history = at("history");
  history.prepend(element("li", {}, button));
  while (history.children.length > KEPT_RUNS) history.lastChild.remove();
}

async function go() {
  let given;
  try {
    given = JSON.parse(variables.value.trim() || "{}");
  } catch (error) {
    variables.focus();
    return say(`Variables are no JSON: ${error.message}`, true);
  }
  const asked = { document: source.value, variables: variables.value };
  run.disabled = true;
  try {
    const got = await ask(viewer(), asked.document, given);
    show({ ...got, variables: given });
    const name = /(?:query|mutation)\s+(\w+)/.exec(asked.document)?.[1] ?? "operation";
    const about = {
      name,
      role: role.value,
      who: viewer()?.label ?? role.value,
      at: new Date().toLocaleTimeString("en-GB"),
      asked,
      line: got.facts,
    };
    remember({ ...got, ...about, variables: given });
    // what a mutation made is what the next operations are about
    if (/^\s*mutation\b/m.test(asked.document)) await refresh();
  } catch (error) {
    say(`No answer: ${error.message}`, true);
  } finally {
    run.disabled = false;
  }
}

/** Fresh tokens, and examples that know what is in the database by now. */
async function refresh() {
  session = await loaded("session");
  setClock(session.now);
  list(at("find").value);
}

function toggleLive() {
  const on = stopListening === null;
  panel.hidden = !on;
  at("live").setAttribute("aria-expanded", String(on));
  if (on) stopListening = listen(viewer(), panel);
  else {
    stopListening();
    stopListening = null;
  }
}

run.addEventListener("click", go);
at("live").addEventListener("click", toggleLive);
at("find").addEventListener("input", (event) => list(event.target.value));
role.addEventListener("change", () => {
  if (stopListening === null) return;
  stopListening();
  stopListening = listen(viewer(), panel);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    void go();
  }
});

try {
  [session, places] = await Promise.all([loaded("session"), loaded("places")]);
  setClock(session.now);
  for (const { role: name, label } of session.roles) role.append(element("option", { value: name }, label));
  for (const { label, href } of session.links) at("links").append(element("a", { href }, label));
  list();
  const first = session.operations.find(({ role: who, name }) => who === "member" && name === "find-providers") ?? session.operations[0];
  if (first) choose(first);
} catch (error) {
  say(`The page could not load its operations: ${error.message}`, true);
}
