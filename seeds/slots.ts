/**
 * Openings in the clinics' calendars, one at a time: five million need no more memory than five. The number asked for is
 * met exactly by drawing from all possible openings in order (Knuth's selection sampling), so a day has gaps as a real one has.
 */
import { uuidv7 } from "../src/kernel/id.js";
import type { slot } from "../schema/tables/slot.js";
import { addDays, clockChanges, closesAt, openDays, OPENS, readHolidays, utcOf, weekday, type Day } from "./copenhagen.js";
import type { Network, Workplace } from "./network.js";
import { CHILD_SERVICES, GROUP_SERVICES } from "./offers.js";
import { Random } from "./random.js";
import type { Channel } from "./reference.js";

export type SlotRow = Omit<
  typeof slot.$inferSelect,
  "booked" | "heldUntil" | "cancellationHours" | "overlapAllowed" | "state" | "offered" | "source" | "version" | "publishedAt"
>;
export type SlotOptions = { readonly seed: number; readonly from: Day; readonly slots: number };

const WEEKS = 8;
const GROUP_DAYS: readonly number[] = [2, 4];
const GROUP_MINUTES = 60;
const MINUTE_MS = 60_000;
const FIRST_ID_AT = Date.UTC(2026, 0, 1);

/** A stretch of time on offer: on the grid (drawn by chance) or fixed (always published). */
type Opening = { readonly startMs: number; readonly minutes: number; readonly what: "GRID" | "GROUP" | "ON_CALL" };

export function* slots(network: Network, options: SlotOptions): Generator<SlotRow> {
  const calendar = calendarOf(options.from);
  let possible = 0;
  let wanted = options.slots;
  for (const place of network.workplaces) {
    const { grid, fixed } = count(place, calendar);
    possible += grid;
    wanted -= fixed;
  }
  const random = new Random(options.seed, "slots");
  let n = 0;
  for (const place of network.workplaces) {
    const masks = masksOf(place);
    for (const opening of openings(place, calendar)) {
      if (opening.what === "GRID") {
        const chosen = random.next() * possible < wanted;
        possible -= 1;
        if (!chosen) continue;
        wanted -= 1;
      }
      yield slotRow(place, masks, opening, random, uuidv7(FIRST_ID_AT + n++, random.bytes(10)));
    }
  }
}

type Calendar = {
  readonly days: (closesOnBankDays: boolean) => readonly Day[];
  readonly everyDay: readonly Day[];
  readonly later: readonly Day[];
};

function calendarOf(from: Day): Calendar {
  const closing = readHolidays();
  const plain = openDays(from, WEEKS, closing, false);
  const shorter = openDays(from, WEEKS, closing, true);
  const everyDay = Array.from({ length: WEEKS * 7 }, (_, i) => addDays(from, i));
  const year = Number(from.slice(0, 4));
  const special = [year, year + 1].flatMap((y) => [...clockChanges(y), `${y}-12-31`, addDays(`${y}-12-31`, 1)]);
  const inAYear = addDays(from, 365);
  const later = special.filter((day) => day > (everyDay.at(-1) ?? from) && day < inAYear);
  return { days: (closes) => (closes ? shorter : plain), everyDay, later: later.sort() };
}

/** How many openings `openings` will give, without making them. */
function count(place: Workplace, calendar: Calendar): { grid: number; fixed: number } {
  let grid = 0;
  let fixed = 0;
  if (place.onCall) {
    for (const _ of openings(place, calendar)) fixed += 1;
    return { grid, fixed };
  }
  for (const day of calendar.days(place.clinic.closesOnBankDays)) {
    const on = weekday(day);
    if (!place.weekdays.includes(on)) continue;
    const group = place.leadsGroups && GROUP_DAYS.includes(on);
    grid += Math.floor((closesAt(day) - OPENS - (group ? GROUP_MINUTES : 0)) / place.slotMinutes);
    if (group) fixed += 1;
  }
  return { grid, fixed };
}

function* openings(place: Workplace, calendar: Calendar): Generator<Opening> {
  if (place.onCall) {
    const [from, to] = place.onCall;
    for (const day of place.clockCase ? [...calendar.everyDay, ...calendar.later] : calendar.everyDay) {
      // by elapsed hours, not by the clock: the spring night is one slot shorter, the autumn night one longer
      const end = utcOf(day, to * 60);
      for (let at = utcOf(day, from * 60); at < end; at += 60 * MINUTE_MS) yield { startMs: at, minutes: 60, what: "ON_CALL" };
    }
    return;
  }
  for (const day of calendar.days(place.clinic.closesOnBankDays)) {
    const on = weekday(day);
    if (!place.weekdays.includes(on)) continue;
    const group = place.leadsGroups && GROUP_DAYS.includes(on);
    const last = closesAt(day) - (group ? GROUP_MINUTES : 0);
    const opensAt = utcOf(day, OPENS);
    for (let at = OPENS; at + place.slotMinutes <= last; at += place.slotMinutes)
      yield { startMs: opensAt + (at - OPENS) * MINUTE_MS, minutes: place.slotMinutes, what: "GRID" };
    if (group) yield { startMs: opensAt + (last - OPENS) * MINUTE_MS, minutes: GROUP_MINUTES, what: "GROUP" };
  }
}

type Masks = { readonly group: bigint; readonly all: bigint; readonly one: (channel: Channel, child: boolean) => bigint };

/** Which services an opening can be used for, by channel and by whether children may come. */
function masksOf(place: Workplace): Masks {
  const bits = (keep: (code: string, channels: readonly Channel[]) => boolean): bigint =>
    place.offered.reduce((mask, s) => (keep(s.code, s.channels) ? mask | (1n << BigInt(s.bit)) : mask), 0n);
  const known = new Map<string, bigint>();
  return {
    group: bits((code) => GROUP_SERVICES.has(code)),
    all: bits(() => true),
    one: (channel, child) => {
      const key = `${channel}${child}`;
      let mask = known.get(key);
      if (mask === undefined) {
        mask = bits((code, channels) => channels.includes(channel) && !GROUP_SERVICES.has(code) && (child || !CHILD_SERVICES.has(code)));
        known.set(key, mask);
      }
      return mask;
    },
  };
}

function slotRow(place: Workplace, masks: Masks, opening: Opening, random: Random, id: string): SlotRow {
  const { clinic, practitioner } = place;
  const child = practitioner.treatsChildren;
  const start = new Date(opening.startMs);
  const base = {
    id,
    clinicId: clinic.id,
    providerId: clinic.providerId,
    practitionerId: practitioner.id,
    externalId: `p${place.number}-${start.toISOString().slice(0, 16).replace(/[-:]/g, "")}Z`,
    startsAt: start,
    endsAt: new Date(opening.startMs + opening.minutes * MINUTE_MS),
    languages: practitioner.languages,
    onCall: opening.what === "ON_CALL",
  };
  if (opening.what === "ON_CALL")
    return { ...base, serviceMask: masks.all, channel: "PHONE", audience: "BOTH", funding: "PRIVATE", capacity: 1 };
  if (opening.what === "GROUP")
    return { ...base, serviceMask: masks.group, channel: "IN_PERSON", audience: "ADULT", funding: "PRIVATE", capacity: random.int(8, 12) };
  const drawn = drawChannel(place, random);
  const channel = masks.one(drawn, child) === 0n ? "IN_PERSON" : drawn;
  const forChildrenOnly = child && place.offered.some((s) => CHILD_SERVICES.has(s.code)) && random.chance(0.15);
  const isPublic = place.publicAgreement && random.chance(0.08);
  return {
    ...base,
    serviceMask: masks.one(channel, child),
    channel,
    audience: forChildrenOnly ? "CHILD" : child ? "BOTH" : "ADULT",
    funding: isPublic ? "PUBLIC" : "PRIVATE",
    capacity: 1,
  };
}

function drawChannel(place: Workplace, random: Random): Channel {
  let rest = random.next();
  for (const [channel, share] of place.channels) if ((rest -= share) < 0) return channel;
  return "IN_PERSON";
}
