/**
 * Sends to an address given by others, with the walls of fetch-outside.ts: https on its own port, a name and no figures, each
 * address the name resolves to is checked, the connection goes to one that was checked, and no redirect is followed. What the other
 * side says beside its status is not read.
 */
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { INTERNET, pinnedTo, secondsOf, type FetchFault, type Network } from "./fetch-outside.js";

export type Answered =
  | { readonly kind: "ANSWERED"; readonly status: number; readonly retryAfterSeconds: number | null }
  | { readonly kind: "FAILED"; readonly fault: FetchFault };

export type Message = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly limitMs: number;
};
export type SendOutside = (url: string, message: Message) => Promise<Answered>;

/** Names that mean something inside of a network only (RFC 6761, RFC 6762, ICANN's `internal`). */
const INSIDE = /(^|\.)(localhost|local|internal|intranet|home|lan|corp|arpa)$/;

/** The address, where it may be sent to at all as far as it can be told without asking anybody. */
export function sendableAddress(text: string): URL | null {
  const url = text.length <= 2_000 && URL.canParse(text) ? new URL(text) : null;
  if (!url || url.protocol !== "https:" || url.port !== "" || url.username !== "" || url.password !== "" || url.hash !== "") return null;
  const name = url.hostname.toLowerCase().replace(/\.$/, "");
  if (isIP(name) !== 0 || name.startsWith("[") || !name.includes(".") || INSIDE.test(name)) return null;
  return url;
}

export function sendOutside(network: Network = INTERNET): SendOutside {
  return async (text, message) => {
    const url = sendableAddress(text);
    if (!url) return failed("FETCH_FORBIDDEN");
    const deadline = AbortSignal.timeout(message.limitMs);
    try {
      const addresses = await Promise.race([network.resolve(url.hostname), aborted(deadline)]);
      if (addresses.length === 0) return failed("FETCH_UNREACHABLE");
      // one that leads inside condemns the name: whoever has set it up may as well answer with it alone next time
      if (!addresses.every((address) => network.isPublic(address))) return failed("FETCH_ADDRESS_FORBIDDEN");
      return answerOf(await post(url, addresses, message, deadline, network));
    } catch {
      return failed(deadline.aborted ? "FETCH_TOO_SLOW" : "FETCH_UNREACHABLE");
    }
  };
}

function failed(fault: FetchFault): Answered {
  return { kind: "FAILED", fault };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("too slow")), { once: true }));
}

function post(
  url: URL,
  addresses: readonly string[],
  { headers, body }: Message,
  signal: AbortSignal,
  network: Network,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = network.request(
      {
        method: "POST",
        host: url.hostname,
        servername: url.hostname,
        path: `${url.pathname}${url.search}`,
        // a connection of its own: none that another address was checked for
        agent: false,
        lookup: pinnedTo(addresses),
        signal,
        headers: {
          ...headers,
          "content-length": String(Buffer.byteLength(body)),
          "accept-encoding": "identity",
          "user-agent": "provider-network-gateway",
        },
      },
      (response) => {
        // whatever else it says is not waited for
        response.on("error", () => {});
        response.destroy();
        resolve(response);
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}

function answerOf({ statusCode = 0, headers }: IncomingMessage): Answered {
  if (statusCode >= 300 && statusCode < 400) return failed("FETCH_REDIRECTED");
  return { kind: "ANSWERED", status: statusCode, retryAfterSeconds: secondsOf(headers["retry-after"]) };
}
