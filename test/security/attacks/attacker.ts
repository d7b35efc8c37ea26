/**
 * One caller who sends all that its role may, as a process of its own: what it takes to send and to read is not the gateway's time. Told
 * a kind of attack it begins, told `stop` it ends and says what it was answered.
 */
import { randomUUID } from "node:crypto";
import { Agent, request, type ClientRequest } from "node:http";
import { constants, setPriority } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { ATTACKS, type Target } from "./neighbour-attacks.js";

// an attacker's machine is not the gateway's: here they share two processors, of which it gets what nobody else wants
setPriority(constants.priority.PRIORITY_LOW);
const agent = new Agent({ keepAlive: true, maxSockets: 200 });

type Order = Target & { readonly attack: keyof typeof ATTACKS; readonly url: string; readonly token: string; readonly atOnce: number };

let over = true;
/** What is still under way when it is over is waited for by nobody. */
const underWay = new Set<ClientRequest>();
let done: Promise<void> = Promise.resolve();
const statuses = new Map<number, number>();

process.on("message", (order: Order | "stop") => {
  if (order === "stop") {
    over = true;
    for (const request of underWay) request.destroy();
    void done.then(() => {
      process.send?.(Object.fromEntries(statuses));
      statuses.clear();
    });
    return;
  }
  over = false;
  const makeBody = ATTACKS[order.attack](order);
  done = Promise.all(
    Array.from({ length: order.atOnce }, async () => {
      while (!over) {
        const status = await send(order, makeBody(randomUUID()));
        if (over && status === 0) return;
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        // told to wait it asks again at once, but for a moment
        if (status === 429 || status === 0) await pause(20);
      }
    }),
  ).then(() => {});
});

function send({ url, token }: Order, body: string | Buffer): Promise<number> {
  return new Promise((resolve) => {
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      authorization: `Bearer ${token}`,
    };
    const sent = request(`${url}/graphql`, { method: "POST", agent, headers }, (answer) => {
      answer.resume();
      answer.once("close", () => resolve(answer.statusCode ?? 0));
    });
    underWay.add(sent);
    sent.once("close", () => underWay.delete(sent));
    sent.once("error", () => resolve(0));
    sent.end(body);
  });
}
