// Everything an answer holds was written by others: it goes into the page as text, never as markup.

export const at = (id) => document.getElementById(id);

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return made;
}

let ahead = 0;
/** Milliseconds since 1970 on the clock of the gateway, which may have been moved in development. */
export const now = () => Date.now() + ahead;
export const setClock = (instant) => (ahead = Date.parse(instant) - Date.now());

const SVG = "http://www.w3.org/2000/svg";
export function drawn(name, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

const kroner = new Intl.NumberFormat("en-DK", { style: "currency", currency: "DKK" });
const instants = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Copenhagen",
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});

export const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
export const isMoney = (value) => isObject(value) && "amountMinor" in value;
/** Øre as a number: exact up to 90 thousand billion kroner. */
export const minor = (money) => Number(money?.amountMinor ?? 0);
export const money = (amountMinor) => kroner.format(Number(amountMinor) / 100);

export const isInstant = (value) => typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value);
/** Danish clock, whatever the reader's own is. */
export const when = (instant) => instants.format(new Date(instant));

export const words = (code) => String(code).toLowerCase().replaceAll("_", " ");

/** Every object in the answer that the test holds for, outermost first. */
export function findAll(value, holds, found = []) {
  if (value === null || typeof value !== "object") return found;
  if (!Array.isArray(value) && holds(value)) found.push(value);
  for (const each of Object.values(value)) findAll(each, holds, found);
  return found;
}

export const isConnection = (value) => Array.isArray(value.edges);
export const nodesOf = (connection) => connection.edges.map((edge) => edge?.node).filter(isObject);
