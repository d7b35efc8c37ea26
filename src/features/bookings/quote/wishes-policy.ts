/**
 * What becomes of a member's wishes (docs/decisions/0061-one-reading-of-what-may-be-booked.md). A date binds. Gender, language and the way of meeting are held
 * as long as the promise can be kept with them; then they are set aside, one after the other in this order, and whoever sets one
 * aside says so. Part of the day only decides among equals, and the wished place is where a search starts.
 */
import type { CaseClaim } from "../../claims/case-file/case-file.js";
import type { Wishes } from "../book/wishes.js";

/** Wishes that are held as long as the promise can be kept with them, in the order in which they are set aside. */
const HELD_WISHES = ["gender", "language", "channel"] as const;
export type HeldWish = (typeof HELD_WISHES)[number];

/** Of these wishes those that are held, from holding all of them to holding none: the steps by which they are set aside. */
export function settingAside(wishes: Pick<Wishes, HeldWish>, of: readonly HeldWish[] = HELD_WISHES): readonly (readonly HeldWish[])[] {
  const held = of.filter((wish) => wishes[wish] !== null);
  return Array.from({ length: held.length + 1 }, (_, aside) => held.slice(0, aside));
}

/** What is still wished once these are set aside. */
export function stillHeld<W extends Pick<Wishes, HeldWish>>(wishes: W, aside: readonly HeldWish[]): W {
  return { ...wishes, ...Object.fromEntries(aside.map((wish) => [wish, null])) };
}

/** The first day on which the member can be seen, as recorded; null where any day will do. */
export function boundDay({ exceptions }: Pick<CaseClaim, "exceptions">): string | null {
  return exceptions.wishedNotBefore ?? null;
}
