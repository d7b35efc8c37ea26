/**
 * What stands beside the callers of a gateway, as a process of its own: `calendars` puts a long one each second; `busy` only uses a processor, to tell what two processes on these processors cost each other in any case.
 */
import { fork, type ChildProcess } from "node:child_process";
import { constants, setPriority } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { longCalendar } from "./calendars.js";

/** Far more often than any practice sends its whole calendar, and than its share of requests allows. */
const EVERY_MS = 1_000;

export type Putting = {
  readonly kind: "calendars" | "busy";
  readonly url: string;
  readonly token: string;
  /** Global ids. */
  readonly clinicId: string;
  readonly practitionerIds: readonly string[];
};

/** Begins, and answers how it is ended: with how many were put. */
export async function startPutting(putting: Putting): Promise<() => Promise<number>> {
  const child = fork(fileURLToPath(import.meta.url), [JSON.stringify(putting)], { execArgv: process.execArgv });
  await told(child, "ready");
  return async () => {
    child.send("stop");
    const { put = 0 } = await told(child, "put");
    child.disconnect();
    return put;
  };
}

function told(child: ChildProcess, key: string): Promise<Record<string, number>> {
  return new Promise((resolve, reject) => {
    const listen = (message: Record<string, number>): void => {
      if (!(key in message)) return;
      child.off("message", listen);
      resolve(message);
    };
    child.on("message", listen);
    child.once("exit", () => reject(new Error("what puts calendars ended early")));
  });
}

async function main({ kind, url, token, clinicId, practitionerIds }: Putting): Promise<void> {
  // a practice's system has a machine of its own; here it gives way to the gateway and its database
  setPriority(constants.priority.PRIORITY_LOW);
  let on = true;
  process.on("message", () => (on = false));
  const calendar = longCalendar(Date.now());
  const putOne = async (n: number): Promise<void> => {
    const search = new URLSearchParams({ clinicId, practitionerId: practitionerIds[n % practitionerIds.length] ?? "" });
    const response = await fetch(`${url}/graphql?${String(search)}`, {
      method: "PUT",
      headers: { "content-type": "text/calendar", authorization: `Bearer ${token}` },
      body: calendar as Uint8Array<ArrayBuffer>,
    });
    const text = await response.text();
    if (response.status !== 200 || !text.includes('"KNOWN"')) throw new Error(`putting a calendar went wrong: ${text.slice(0, 500)}`);
  };
  if (kind === "calendars") await putOne(0);
  process.send?.({ ready: 1 });
  let put = 0;
  for (; on; put += 1) {
    if (kind === "calendars") await Promise.all([putOne(put), pause(EVERY_MS)]);
    else await spin();
  }
  process.send?.({ put });
}

/** As long as a calendar is read, and then a look whether to go on. */
async function spin(): Promise<void> {
  for (const until = performance.now() + 200; performance.now() < until;);
  await new Promise((resolve) => setImmediate(resolve));
}

const [, program, given] = process.argv;
if (program === fileURLToPath(import.meta.url) && given) await main(JSON.parse(given) as Putting);
