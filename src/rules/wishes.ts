/**
 * What becomes of a member's wishes (docs/decisions/0061-one-reading-of-what-may-be-booked.md): gender, language and the way of meeting
 * are held as long as the promise can be kept with them; then they are set aside, one after the other in this order, and whoever sets
 * one aside says so. The one list that search, booking, plan, watch and withdrawal read.
 */
export const HELD_WISHES = ["gender", "language", "channel"] as const;
export type HeldWish = (typeof HELD_WISHES)[number];

type Wished = { readonly [W in HeldWish]?: string | null };

/** Of these wishes those that are held, from holding all of them to holding none: the steps by which they are set aside. */
export function settingAside<W extends HeldWish = HeldWish>(
  wishes: Wished,
  of: readonly W[] = HELD_WISHES as readonly HeldWish[] as readonly W[],
): readonly { readonly aside: readonly W[]; readonly held: readonly W[] }[] {
  const held = of.filter((wish) => (wishes[wish] ?? null) !== null);
  return Array.from({ length: held.length + 1 }, (_, n) => ({ aside: held.slice(0, n), held: held.slice(n) }));
}

/** What is still wished once these are set aside. */
export function stillHeld<W extends Wished>(wishes: W, aside: readonly HeldWish[]): W {
  return { ...wishes, ...Object.fromEntries(aside.map((wish) => [wish, null])) };
}
