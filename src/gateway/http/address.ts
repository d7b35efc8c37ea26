/** Where a request comes from, for limits on those who are nobody in particular. */
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/**
 * The address of the caller. Behind balancers it is the entry that the outermost of ours wrote into x-forwarded-for; whatever
 * stands further left came from the caller, who may write there what he likes.
 */
export function addressOf(request: IncomingMessage, trustedProxies = 0): string | null {
  const direct = request.socket.remoteAddress ?? null;
  if (trustedProxies === 0) return direct === null ? null : network(direct);
  const header = request.headers["x-forwarded-for"];
  const hops = (Array.isArray(header) ? header.join(",") : (header ?? "")).split(",").map((hop) => hop.trim());
  const seen = hops.at(-trustedProxies) ?? "";
  return isIP(seen) === 0 ? direct : network(seen);
}

/** One household or machine has a whole /64 of version 6. */
function network(address: string): string {
  const four = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (four) return four;
  if (isIP(address) !== 6) return address;
  const [head = "", tail] = address.split("%")[0]?.split("::") ?? [];
  const front = head.split(":").filter(Boolean);
  const back = (tail ?? "").split(":").filter(Boolean);
  const missing = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  return [...front, ...Array<string>(missing).fill("0"), ...back].slice(0, 4).join(":");
}
