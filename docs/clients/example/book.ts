/** From "who am I" to a booked time, as an app does it. */
import { randomUUID } from "node:crypto";
import type { Gateway, Refusal } from "./gateway.js";
import { BookSlot, FindProviders, MyClaims } from "./graph.js";

export type Outcome = { readonly booked: string } | { readonly refused: readonly Refusal[]; readonly instead: readonly string[] };

/** The first open case of the person, and the nearest time that the cover pays for. */
export async function nearestTime({ ask }: Gateway, postalCode: string): Promise<{ claimId: string; slotId: string; pays: string }> {
  const { claims } = await ask(MyClaims, { first: 10 });
  const claim = claims.edges.map(({ node }) => node).find(({ state }) => state === "APPROVED");
  if (!claim) throw new Error("there is no approved case");
  const near = { postalCode };
  const { providers } = await ask(FindProviders, { near, service: claim.service.code, claimId: claim.id, order: "DISTANCE", first: 5 });
  const [found] = providers.edges.filter(({ node }) => node.nextSlots.length > 0);
  const [time] = found?.node.nextSlots ?? [];
  if (!found || !time) throw new Error(providers.errors[0]?.message ?? "nothing fits");
  return { claimId: claim.id, slotId: time.slot.id, pays: kroner(found.node.price?.memberPays.amountMinor ?? null) };
}

/** One decision of a person, one key: pressed twice, or sent again after a lost answer, it books once. */
export function decision(claimId: string, slotId: string) {
  const idempotencyKey = randomUUID();
  return async ({ ask }: Gateway): Promise<Outcome> => {
    const { bookSlot } = await ask(BookSlot, { input: { idempotencyKey, claimId, slotId } });
    if (bookSlot.booking) return { booked: bookSlot.booking.reference };
    // refusals are answers: each has a code, a sentence, what to do, and often what to take instead
    return { refused: bookSlot.errors, instead: bookSlot.alternatives.map(({ startsAt }) => danishTime(startsAt)) };
  };
}

/** Amounts are whole øre in a text: no client rounds them. */
export function kroner(amountMinor: string | null): string {
  if (amountMinor === null) return "not known yet";
  return new Intl.NumberFormat("da-DK", { style: "currency", currency: "DKK" }).format(Number(BigInt(amountMinor)) / 100);
}

/** Instants come in UTC and are shown by the Danish clock, wherever the phone is. */
export function danishTime(instant: string): string {
  return new Intl.DateTimeFormat("da-DK", { dateStyle: "full", timeStyle: "short", timeZone: "Europe/Copenhagen" }).format(
    new Date(instant),
  );
}
