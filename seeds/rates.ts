/** What insurer and clinic agreed for each service: last year, this year, and from 1 January on. */
import type { agreedRate } from "../schema/tables/rate.js";
import { idMaker, type Network } from "./network.js";
import { PRICES } from "./prices.js";
import { Random } from "./random.js";

export type RateRow = Omit<typeof agreedRate.$inferSelect, "usedAt" | "version">;

const SESSIONS = ["FIRST", "FOLLOW_UP"] as const;
/** Against this year's price. */
const YEARLY = [0.975, 1, 1.03];

export function* agreedRates(network: Network, options: { readonly seed: number; readonly from: string }): Generator<RateRow> {
  const random = new Random(options.seed, "rates");
  const nextId = idMaker(new Random(options.seed, "rate ids"));
  const year = Number(options.from.slice(0, 4));
  const newYear = (offset: number): string => `${year + offset}-01-01`;
  for (const offer of network.clinicServices) {
    const price = PRICES[offer.serviceCode];
    if (!price) throw new Error(`no price for ${offer.serviceCode}`);
    // one draw per service, so that a dear clinic is dear for first and later treatments alike
    const level = random.next();
    for (const [i, session] of SESSIONS.entries()) {
      const [low, high] = i === 0 ? [price[0], price[1]] : [price[2], price[3]];
      const kroner = Math.round(low + level * (high - low));
      for (const [n, factor] of YEARLY.entries()) {
        const settledAt = new Date(`${year + n - 2}-11-15T09:00:00Z`);
        yield {
          id: nextId(),
          clinicId: offer.clinicId,
          providerId: offer.providerId,
          serviceCode: offer.serviceCode,
          session,
          channel: "ANY",
          retroactive: false,
          amountMinor: BigInt(Math.round(kroner * factor)) * 100n,
          validFrom: newYear(n - 1),
          validUntil: n === YEARLY.length - 1 ? null : newYear(n),
          state: "APPROVED",
          proposedBy: "seed-network-manager",
          proposedAt: settledAt,
          approvedBy: "seed-approver",
          approvedAt: settledAt,
        };
      }
    }
  }
}
