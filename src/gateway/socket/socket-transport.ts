/** One WebSocket as graphql-ws wants it: pinged, limited in what it sends and in what it leaves unread. Nothing is printed. */
import type { WebSocket as Protocol } from "graphql-ws";
import { CloseCode } from "graphql-ws";
import type { RawData, WebSocket } from "ws";

const PING_MS = 12_000;
/** A reader this far behind is not reading. */
const MOST_UNREAD_BYTES = 1_000_000;
const MOST_MESSAGES = 60;
const IN_MS = 10_000;

/** Starts the protocol on a socket; `opened` answers what to call when it has closed. */
export function attach(socket: WebSocket, opened: (transport: Protocol) => (code?: number, reason?: string) => Promise<void>): void {
  const quiet = (): void => {};
  socket.on("error", quiet);
  const stopPings = keepAlive(socket);
  const tooMany = counter();
  const closed = opened({
    protocol: socket.protocol,
    send: (data) => sendTo(socket, data),
    close: (code, reason) => socket.close(code, reason),
    onMessage: (take) => {
      socket.on("message", (data: RawData, binary: boolean) => {
        if (binary || tooMany())
          return socket.close(binary ? CloseCode.BadRequest : 4429, binary ? "Text messages only" : "Too many messages");
        // Buffer, Buffer[] or ArrayBuffer by the socket's binaryType, which we leave at Buffer
        take((data as Buffer).toString("utf8")).catch(() => socket.close(CloseCode.InternalServerError, "Internal server error"));
      });
    },
  });
  socket.once("close", (code, reason) => {
    stopPings();
    closed(code, String(reason)).catch(quiet);
  });
}

function keepAlive(socket: WebSocket): () => void {
  let answered = true;
  socket.on("pong", () => (answered = true));
  const timer = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, PING_MS);
  timer.unref();
  return () => clearInterval(timer);
}

function sendTo(socket: WebSocket, data: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (socket.readyState !== socket.OPEN) return resolve();
    if (socket.bufferedAmount > MOST_UNREAD_BYTES) {
      socket.terminate();
      return resolve();
    }
    socket.send(data, (error) => (error ? reject(error) : resolve()));
  });
}

function counter(): () => boolean {
  let count = 0;
  let until = 0;
  return () => {
    if (Date.now() > until) {
      count = 0;
      until = Date.now() + IN_MS;
    }
    return (count += 1) > MOST_MESSAGES;
  };
}
