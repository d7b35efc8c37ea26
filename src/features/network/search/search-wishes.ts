/**
 * A claim's wishes in a nearby search. What the caller asks for is asked for; what the claim wishes beside it is held as long as
 * anything is found with it, and then set aside wish by wish, in the order in which a booking sets them aside: the answer says which.
 */
import type { Channel } from "../../../rules/codes.js";

const SET_ASIDE_IN_ORDER = ["gender", "language", "channel"] as const;
type SearchWish = (typeof SET_ASIDE_IN_ORDER)[number];

export type WishStep = {
  readonly channel: Channel | null;
  readonly language: string | null;
  /** Of the practitioner, as the register writes it. */
  readonly gender: string | null;
  readonly held: readonly SearchWish[];
  readonly setAside: readonly SearchWish[];
};

/** Of what a claim wishes. */
type Wished = { readonly gender?: string; readonly language?: string; readonly channel?: Channel };
type Asked = { readonly channel: Channel | null; readonly language: string | null };

/** From all wishes to none. */
export function wishSteps(wishes: Wished, asked: Asked): [WishStep, ...WishStep[]] {
  const said = { ...asked, gender: null };
  const wished = SET_ASIDE_IN_ORDER.filter((wish) => wishes[wish] !== undefined && said[wish] === null);
  const without = (aside: number): WishStep => {
    const held = wished.slice(aside);
    return {
      channel: asked.channel ?? (held.includes("channel") ? (wishes.channel ?? null) : null),
      language: asked.language ?? (held.includes("language") ? (wishes.language ?? null) : null),
      gender: held.includes("gender") ? (wishes.gender ?? null) : null,
      held,
      setAside: wished.slice(0, aside),
    };
  };
  return [without(0), ...wished.map((_, at) => without(at + 1))];
}
