/**
 * Fetches what an address given by others holds, so that it cannot be used to reach into the insurer's own network: https and
 * hosts of a list only, each address the name resolves to is checked, and the connection goes to an address that was checked,
 * whatever the name says a moment later. No redirect is followed; time and size have limits.
 */
import { Resolver } from "node:dns/promises";
import { request as httpsRequest, type RequestOptions } from "node:https";
import type { ClientRequest, IncomingMessage } from "node:http";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import type { RefusalCode } from "../../kernel/refusal-codes.js";

/** What went wrong, as a code that a person can be shown. */
export type FetchFault = Extract<
  RefusalCode,
  | "FETCH_FORBIDDEN"
  | "FETCH_ADDRESS_FORBIDDEN"
  | "FETCH_UNREACHABLE"
  | "FETCH_REDIRECTED"
  | "FETCH_REFUSED"
  | "FETCH_TOO_LARGE"
  | "FETCH_TOO_SLOW"
>;

/** What the answer said of its version (RFC 9110); sent back, so that the same is not carried twice. */
export type Validators = { readonly etag: string | null; readonly lastModified: string | null };
export type Fetched =
  | { readonly kind: "CONTENT"; readonly bytes: Buffer; readonly validators: Validators }
  | { readonly kind: "UNCHANGED" }
  | { readonly kind: "FAILED"; readonly fault: FetchFault; readonly retryAfterSeconds: number | null };

export type Wanted = {
  readonly accept: string;
  readonly maxBytes: number;
  readonly limitMs: number;
  readonly validators?: Validators | null;
};
export type Outside = {
  /** Whether an address may be fetched at all, as far as it can be told without asking anybody. */
  readonly allows: (url: string) => boolean;
  readonly fetch: (url: string, wanted: Wanted) => Promise<Fetched>;
};

/** What a test of this file puts in the place of the network. */
export type Network = {
  readonly resolve: (host: string) => Promise<readonly string[]>;
  readonly isPublic: (address: string) => boolean;
  readonly request: (options: RequestOptions, answered: (response: IncomingMessage) => void) => ClientRequest;
};

/**
 * Whether an address is one of the open internet: not of the own machine, a private or link-local network, a group, or a form
 * that carries another address inside (mapped, translated or tunnelled IPv4).
 */
export function isPublicAddress(address: string): boolean {
  try {
    const known = ipaddr.process(address);
    // of IPv6 only what is given out at all: the rest holds forms of old that carry IPv4
    return known.range() === "unicast" && (known.kind() === "ipv4" || inGlobalIpv6(known.toByteArray()));
  } catch {
    return false;
  }
}

/** 2000::/3. */
function inGlobalIpv6([first = 0]: readonly number[]): boolean {
  return first >= 0x20 && first < 0x40;
}

/** Of one question to one server of names; the second try takes twice as long. */
const NAME_MS = 2_000;

/**
 * Asks the servers of names itself: the system's own way of asking holds one of the few threads that files and keys share for as long
 * as the other side's server of names likes. `servers` instead of the machine's.
 */
export function resolving(servers?: readonly string[]): Network["resolve"] {
  return async (host) => {
    const resolver = new Resolver({ timeout: NAME_MS, tries: 2 });
    if (servers) resolver.setServers(servers);
    const found = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    return found.flatMap((each) => (each.status === "fulfilled" ? each.value : []));
  };
}

export const INTERNET: Network = {
  resolve: resolving(),
  isPublic: isPublicAddress,
  request: httpsRequest,
};

/** A name, or `*.name` for all names under it. */
export function isHostPattern(text: string): boolean {
  return /^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])$/.test(text);
}

/** `hosts` is the list of the deployment; with an empty one nothing is ever fetched. */
export function outside(hosts: readonly string[], network: Network = INTERNET): Outside {
  const allowed = (url: string): URL | null => {
    const read = URL.canParse(url) ? new URL(url) : null;
    if (!read || read.protocol !== "https:" || read.port !== "" || read.username !== "" || read.password !== "") return null;
    // an address in figures, however it is written, is none of a list of names
    const name = read.hostname.toLowerCase();
    if (isIP(name) !== 0 || name.startsWith("[")) return null;
    return hosts.some((host) => (host.startsWith("*.") ? name.endsWith(host.slice(1)) : name === host)) ? read : null;
  };
  return {
    allows: (url) => allowed(url) !== null,
    fetch: async (url, wanted) => {
      const read = allowed(url);
      if (!read) return failed("FETCH_FORBIDDEN");
      const deadline = AbortSignal.timeout(wanted.limitMs);
      try {
        const addresses = await network.resolve(read.hostname);
        if (addresses.length === 0) return failed("FETCH_UNREACHABLE");
        // one that leads inside condemns the name: whoever has set it up may as well answer with it alone next time
        if (!addresses.every((address) => network.isPublic(address))) return failed("FETCH_ADDRESS_FORBIDDEN");
        return await ask(read, addresses, wanted, deadline, network);
      } catch (error) {
        return failed(deadline.aborted ? "FETCH_TOO_SLOW" : error instanceof TooLarge ? "FETCH_TOO_LARGE" : "FETCH_UNREACHABLE");
      }
    },
  };
}

function failed(fault: FetchFault, retryAfterSeconds: number | null = null): Fetched {
  return { kind: "FAILED", fault, retryAfterSeconds };
}

class TooLarge extends Error {}

async function ask(url: URL, addresses: readonly string[], wanted: Wanted, signal: AbortSignal, network: Network): Promise<Fetched> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = network.request(
      {
        host: url.hostname,
        servername: url.hostname,
        path: `${url.pathname}${url.search}`,
        // a connection of its own: none that another address was checked for
        agent: false,
        lookup: pinnedTo(addresses),
        signal,
        headers: headersOf(wanted),
      },
      resolve,
    );
    request.on("error", reject);
    request.end();
  });
  try {
    return await answerOf(response, wanted);
  } finally {
    response.destroy();
  }
}

function headersOf({ accept, validators }: Wanted): Record<string, string> {
  return {
    accept,
    "accept-encoding": "identity",
    "user-agent": "provider-network-gateway",
    ...(validators?.etag ? { "if-none-match": validators.etag } : {}),
    ...(validators?.lastModified ? { "if-modified-since": validators.lastModified } : {}),
  };
}

/** Answers with the addresses that were checked, and asks nobody. */
export function pinnedTo(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_, options, callback) => {
    if (options.all) return callback(null, found);
    callback(null, found[0]?.address ?? "", found[0]?.family);
  };
}

async function answerOf(response: IncomingMessage, { maxBytes }: Wanted): Promise<Fetched> {
  const { statusCode = 0, headers } = response;
  if (statusCode === 304) return { kind: "UNCHANGED" };
  if (statusCode >= 300 && statusCode < 400) return failed("FETCH_REDIRECTED");
  if (statusCode !== 200) return failed("FETCH_REFUSED", secondsOf(headers["retry-after"]));
  // what is packed may unpack to anything; it was not asked for
  if ((headers["content-encoding"] ?? "identity") !== "identity") return failed("FETCH_REFUSED");
  if (Number(headers["content-length"] ?? 0) > maxBytes) throw new TooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    if ((size += chunk.length) > maxBytes) throw new TooLarge();
    chunks.push(chunk);
  }
  return {
    kind: "CONTENT",
    bytes: Buffer.concat(chunks),
    validators: { etag: kept(headers.etag), lastModified: kept(headers["last-modified"]) },
  };
}

/** Somebody else's text that goes back to them: short, and nothing but what a header may hold. */
function kept(header: string | undefined): string | null {
  return header !== undefined && /^[\x20-\x7e]{1,200}$/.test(header) ? header : null;
}

export function secondsOf(retryAfter: string | undefined): number | null {
  return retryAfter !== undefined && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : null;
}
