// Events as they happen, over the gateway's WebSocket (sub-protocol graphql-transport-ws).
import { credentials } from "./ask.js";
import { element, when, words } from "./text.js";

const BOOKINGS = "subscription { bookingChanged { change booking { reference state startsAt } } }";
const PROMISES = "subscription { promiseAtRisk { claim { reference } state service { name } deadlineAt } }";
/** Who may hear what. */
const HEARS = {
  member: [BOOKINGS],
  clinic: [BOOKINGS],
  "clinic-system": [BOOKINGS],
  "health-team": [BOOKINGS, PROMISES],
};
const KEPT = 50;

/** Listens as this viewer and writes each event into the panel; answers how to stop. */
export function listen(viewer, panel) {
  const tell = (text, bad = false) => {
    panel.prepend(element("p", { className: bad ? "bad" : "" }, `${new Date().toLocaleTimeString("en-GB")}  ${text}`));
    while (panel.children.length > KEPT) panel.lastChild.remove();
  };
  const documents = HEARS[viewer?.role] ?? [];
  panel.replaceChildren();
  if (documents.length === 0) {
    tell("This role has no events to hear. Take a member, a clinic or the health team.");
    return () => {};
  }
  const socket = new WebSocket(`${location.protocol.replace("http", "ws")}//${location.host}/graphql`, "graphql-transport-ws");
  const send = (message) => socket.send(JSON.stringify(message));
  socket.onopen = () => send({ type: "connection_init", payload: credentials(viewer) });
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    if (message.type === "connection_ack") {
      tell(`Listening as ${viewer.label}. Book or cancel something in another window, or with the operations here.`);
      documents.forEach((query, n) => send({ id: String(n + 1), type: "subscribe", payload: { query } }));
    }
    if (message.type === "ping") send({ type: "pong" });
    if (message.type === "next") tell(told(message.payload));
    if (message.type === "error") tell(message.payload.map((error) => error.message).join("; "), true);
  };
  socket.onclose = ({ code, reason }) => tell(`The line is closed (${code}${reason ? ` ${reason}` : ""}).`, code !== 1000);
  return () => socket.close(1000);
}

function told({ data, errors }) {
  if (errors) return errors.map((error) => error.message).join("; ");
  const { bookingChanged: b, promiseAtRisk: p } = data;
  if (b) return `${b.change}: ${b.booking.reference}, ${words(b.booking.state)}, ${when(b.booking.startsAt)}`;
  return `promise ${words(p.state)}: ${p.claim.reference}, ${p.service.name}, until ${p.deadlineAt ? when(p.deadlineAt) : "?"}`;
}
