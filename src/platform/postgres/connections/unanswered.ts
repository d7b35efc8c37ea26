/**
 * A commit that the server has not answered goes on there: it waits for a standby. Were its place in the pool given to another, each caller
 * who was told "unknown" would leave a server process behind, and after a minute no connection would be left for anybody. So the place
 * is kept until the server has answered or is known to be gone.
 */
import { connect } from "node:net";
import type { PoolClient } from "pg";

const LOOK_MS = 1_000;
const REACH_MS = 1_500;
/** Whoever is silent for as long has been forgotten by what lies between: the system's own signs of life end such a connection by then. */
const LONGEST_MS = 600_000;

/** Gives the connection, which nobody uses again, back to its pool when the server has said how it ended, or cannot any more. */
export function releaseOnceAnswered(client: PoolClient, error: Error): void {
  const since = performance.now();
  let looking = false;
  const over = (): void => {
    clearInterval(look);
    client.removeListener("drain", over);
    client.removeListener("end", over);
    client.release(error);
  };
  const look = setInterval(() => {
    if (performance.now() - since > LONGEST_MS) return over();
    if (looking) return;
    looking = true;
    void isReachable(client.host, client.port).then((there) => {
      looking = false;
      if (!there) over();
    });
  }, LOOK_MS);
  look.unref();
  client.once("drain", over);
  client.once("end", over);
}

/** A machine that lost its power closes nothing. */
function isReachable(host: string, port: number): Promise<boolean> {
  // a folder is a socket of this machine, which ends with its server
  if (host.startsWith("/")) return Promise.resolve(true);
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: REACH_MS });
    const end = (there: boolean) => (): void => {
      socket.destroy();
      resolve(there);
    };
    socket.once("connect", end(true)).once("error", end(false)).once("timeout", end(false));
  });
}
