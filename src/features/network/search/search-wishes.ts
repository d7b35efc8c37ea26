/**
 * A claim's wishes in a nearby search. What the caller asks for is asked for; what the claim wishes beside it is held as long as
 * anything is found with it, and then set aside wish by wish, in the order in which a booking sets them aside: the answer says which.
 */
import type { Channel } from "../../../rules/codes.js";
import { present } from "../../../kernel/invariant.js";
import { HELD_WISHES, settingAside, type HeldWish } from "../../../rules/wishes.js";

export type WishStep = {
  readonly channel: Channel | null;
  readonly language: string | null;
  /** Of the practitioner, as the register writes it. */
  readonly gender: string | null;
  readonly held: readonly HeldWish[];
  readonly setAside: readonly HeldWish[];
};

/** Of what a claim wishes. */
type Wished = { readonly gender?: string; readonly language?: string; readonly channel?: Channel };
type Asked = { readonly channel: Channel | null; readonly language: string | null };

/** From all wishes to none. */
export function wishSteps(wishes: Wished, asked: Asked): [WishStep, ...WishStep[]] {
  const said = { ...asked, gender: null };
  const open = HELD_WISHES.filter((wish) => said[wish] === null);
  const [all, ...less] = settingAside(wishes, open).map(({ aside, held }): WishStep => ({
    channel: asked.channel ?? (held.includes("channel") ? (wishes.channel ?? null) : null),
    language: asked.language ?? (held.includes("language") ? (wishes.language ?? null) : null),
    gender: held.includes("gender") ? (wishes.gender ?? null) : null,
    held,
    setAside: aside,
  }));
  return [present(all, "the first step holds all wishes"), ...less];
}
