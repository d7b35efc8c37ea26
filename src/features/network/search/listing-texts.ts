/**
 * What the search carries as text, because that costs the server a third less than JSON does: the next openings of a listing,
 * and its agreed rates as the triggers wrote them. How they are written and how they are read stands here, side by side.
 */
import type { JsonOf } from "../../../../schema/columns-of.js";
import { present } from "../../../kernel/invariant.js";
import { CHANNELS, type Channel } from "../../../rules/codes.js";

/** One free opening; instants as the API answers them. */
export type Opening<Named> = {
  readonly slot: Named;
  readonly practitioner: Named;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly channel: Channel;
  readonly freeUnits: number;
};

/**
 * Openings `x` in a row, in SQL: id, start, end (seconds since 1970), channel, practitioner and free units of each. No part can
 * hold a separator. Null where there is none.
 */
export const openingsText = (freeUnits: string): string =>
  `string_agg(concat_ws('|', x.id, date_part('epoch', x.starts_at), date_part('epoch', x.ends_at), x.channel,
      x.practitioner_id, ${freeUnits}), '|')`;

const PARTS = 6;
const CHANNEL_OF: ReadonlyMap<string, Channel> = new Map(CHANNELS.map((channel) => [channel, channel]));

/** What `openingsText` wrote; "" is none. `name` makes of a type and an id what the API calls it. */
export function openingsIn<Named>(text: string, name: (type: "Slot" | "Practitioner", id: string) => Named): Opening<Named>[] {
  if (text === "") return [];
  const parts = text.split("|");
  const openings: Opening<Named>[] = [];
  for (let at = 0; at + PARTS <= parts.length; at += PARTS) {
    openings.push({
      slot: name("Slot", parts[at] ?? ""),
      practitioner: name("Practitioner", parts[at + 4] ?? ""),
      startsAt: instant(Number(parts[at + 1])),
      endsAt: instant(Number(parts[at + 2])),
      channel: present(CHANNEL_OF.get(parts[at + 3] ?? ""), "a slot has a channel of the list"),
      freeUnits: Number(parts[at + 5]),
    });
  }
  return openings;
}

/** A month of openings starts and ends at some thousand instants, which every page names again. */
const MOST = 20_000;
const instants = new Map<number, string>();

function instant(seconds: number): string {
  const known = instants.get(seconds);
  if (known !== undefined) return known;
  const made = new Date(seconds * 1_000).toISOString();
  if (instants.size >= MOST) instants.clear();
  instants.set(seconds, made);
  return made;
}

/** An approved rate; the amount in øre, until the first day after. */
type Rate = Pick<JsonOf<"agreed_rate">, "id" | "session" | "channel" | "amount_minor" | "valid_from" | "valid_until">;
/** The same as `listed_rates` of the database writes it. */
type ListedRate = readonly [
  id: Rate["id"],
  amount: Rate["amount_minor"],
  channel: Rate["channel"],
  from: Rate["valid_from"],
  until: Rate["valid_until"],
];

/** The rates of one session that `listed_rates` wrote. */
export function ratesIn(text: string, session: Rate["session"]): Rate[] {
  const listed: readonly ListedRate[] = JSON.parse(text);
  return listed.map(([id, amount, channel, from, until]) => ({
    id,
    session,
    channel,
    amount_minor: amount,
    valid_from: from,
    valid_until: until,
  }));
}

/** From a day, until the first day after; null while open. */
export type Period = readonly [from: string | null, until: string | null];

/** What `listed_periods` of the database wrote. */
export function periodsIn(text: string): readonly Period[] {
  return JSON.parse(text) as readonly Period[];
}

export function holdsOn(periods: readonly Period[], day: string): boolean {
  return periods.some(([from, until]) => (from === null || from <= day) && (until === null || day < until));
}
