"use strict";
// Text goes into the page as text only: answers hold what others wrote.
const at = (id) => document.getElementById(id);
const [role, run, source, variables, result, facts] = ["role", "run", "document", "variables", "result", "facts"].map(at);
let session = { roles: [], operations: [], links: [] };

function element(name, text, properties = {}) {
  return Object.assign(document.createElement(name), { textContent: text }, properties);
}

function show(text, note, bad) {
  result.textContent = text;
  facts.textContent = note;
  facts.className = bad ? "bad" : "";
}

function choose(operation, button) {
  for (const other of at("operations").querySelectorAll("button")) other.setAttribute("aria-current", String(other === button));
  if (session.roles.some((r) => r.role === operation.role)) role.value = operation.role;
  source.value = operation.document.trim() + "\n";
  // a fresh key each time an operation is chosen; running it twice then shows what repeating a request does
  variables.value = JSON.stringify(operation.variables ?? {}, null, 2).replaceAll("{{uuid}}", () => crypto.randomUUID());
  show("", "", false);
}

function list() {
  for (const { role: name, label } of session.roles) role.append(element("option", label, { value: name }));
  for (const { label, href } of session.links) at("links").append(element("a", label, { href }));
  const groups = new Map();
  for (const operation of session.operations) groups.set(operation.role, [...(groups.get(operation.role) ?? []), operation]);
  for (const [name, group] of groups) {
    at("operations").append(element("h2", session.roles.find((r) => r.role === name)?.label ?? name));
    for (const operation of group) {
      const button = element("button", operation.name, { type: "button" });
      button.addEventListener("click", () => choose(operation, button));
      at("operations").append(button);
    }
  }
  at("operations").querySelector("button")?.click();
}

async function ask() {
  let given;
  try {
    given = JSON.parse(variables.value.trim() || "{}");
  } catch (error) {
    variables.focus();
    return show("", `Variables are no JSON: ${error.message}`, true);
  }
  const token = session.roles.find((r) => r.role === role.value)?.token;
  run.disabled = true;
  const began = performance.now();
  try {
    const response = await fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ query: source.value, variables: given }),
    });
    const answer = await response.json();
    const took = Math.round(performance.now() - began);
    const cost = answer.extensions?.cost?.requested;
    const note = [`HTTP ${response.status}`, `${took} ms`, cost === undefined ? "" : `cost ${cost}`, response.headers.get("x-request-id")];
    show(JSON.stringify(answer, null, 2), note.filter(Boolean).join(" · "), !response.ok || Boolean(answer.errors));
  } catch (error) {
    show("", `No answer: ${error.message}`, true);
  } finally {
    run.disabled = false;
  }
}

run.addEventListener("click", ask);
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    void ask();
  }
});

fetch("/explorer/session.json")
  .then((response) => response.json())
  .then((loaded) => {
    session = loaded;
    list();
  })
  .catch((error) => show("", `The page could not load its operations: ${error.message}`, true));
