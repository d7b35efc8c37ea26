/**
 * The smallest thing that behaves like bookings: slots with units, claims with a portion, holds with an end. Commands of
 * fast-check play the same story on it and on the gateway, and compare.
 */
import fc from "fast-check";
import { globalId, type Asker } from "../support/app.js";
import { attend, bookSlot, cancel, key, move, uuidOf } from "./documents.js";
import { HOLD_SLOT } from "../support/documents.js";

type ModelSlot = { readonly id: string; readonly externalId: string; capacity: number; open: boolean };
type ModelBooking = { slot: number; claim: number; state: "CONFIRMED" | "ENDED" | "ATTENDED"; id: string; begun: boolean };

export type Model = {
  readonly slots: ModelSlot[];
  /** Treatments left per claim. */
  readonly left: number[];
  readonly bookings: ModelBooking[];
  /** Live hold per claim, by slot. */
  readonly holds: Map<number, number>;
};

export type Real = {
  readonly asMember: readonly Asker[];
  readonly asClinic: Asker;
  readonly claims: readonly string[];
  readonly clinicId: string;
  readonly rows: (text: string, values?: readonly unknown[]) => Promise<any[]>;
  /** While the next request is being answered, the connections of every gateway die, `afterMs` after it was sent. */
  readonly crashDuringNext: (afterMs: number) => void;
};

const live = (m: Model, slot: number): ModelBooking[] => m.bookings.filter((b) => b.slot === slot && b.state !== "ENDED");
const held = (m: Model, slot: number, notBy: number): number => [...m.holds].filter(([claim, at]) => at === slot && claim !== notBy).length;
const busy = (m: Model, slot: number, claim: number, except?: ModelBooking): boolean =>
  m.bookings.some((b) => b !== except && b.claim === claim && b.slot === slot && b.state === "CONFIRMED" && !b.begun);
const free = (m: Model, slot: number, claim: number): boolean => {
  const s = m.slots[slot];
  return s !== undefined && s.open && live(m, slot).length + held(m, slot, claim) < s.capacity;
};

/** What the model says must come out, against what did. */
function same(what: string, expected: boolean, codes: readonly string[]): void {
  if (expected !== (codes.length === 0))
    throw new Error(`${what}: the model says ${expected ? "yes" : "no"}, the gateway ${codes.join() || "yes"}`);
}

type Command = fc.AsyncCommand<Model, Real>;

class Book implements Command {
  constructor(
    readonly slot: number,
    readonly claim: number,
    readonly twice: boolean,
  ) {}
  check = (): boolean => true;
  async run(m: Model, r: Real): Promise<void> {
    const expected = free(m, this.slot, this.claim) && (m.left[this.claim] ?? 0) > 0 && !busy(m, this.slot, this.claim);
    const more = { idempotencyKey: key() };
    const asker = r.asMember[this.claim] as Asker;
    const ask = () => bookSlot(asker, { id: r.claims[this.claim] ?? "" }, { id: m.slots[this.slot]?.id ?? "" }, more);
    const { data, codes } = await ask();
    same(String(this), expected, codes);
    if (!expected) return;
    if (this.twice && (await ask()).data.booking?.id !== data.booking.id) throw new Error("a repeated key answered otherwise");
    if (m.holds.get(this.claim) === this.slot) m.holds.delete(this.claim);
    m.left[this.claim] = (m.left[this.claim] ?? 0) - 1;
    m.bookings.push({ slot: this.slot, claim: this.claim, state: "CONFIRMED", id: data.booking.id, begun: false });
  }
  toString = (): string => `book(slot ${this.slot}, claim ${this.claim}${this.twice ? ", twice" : ""})`;
}

class Hold implements Command {
  constructor(
    readonly slot: number,
    readonly claim: number,
  ) {}
  check = (m: Readonly<Model>): boolean => !m.holds.has(this.claim);
  async run(m: Model, r: Real): Promise<void> {
    const expected = free(m, this.slot, this.claim) && !busy(m, this.slot, this.claim);
    const input = {
      idempotencyKey: key(),
      claimId: globalId("Claim", r.claims[this.claim] ?? ""),
      slotId: globalId("Slot", m.slots[this.slot]?.id ?? ""),
    };
    const { data, text } = await (r.asMember[this.claim] as Asker)(HOLD_SLOT, { input });
    if (!data?.holdSlot) throw new Error(text.slice(0, 200));
    const codes = data.holdSlot.errors.map((e: { code: string }) => e.code);
    // a hold is for deciding, so it may be refused for more reasons than a booking; never granted for fewer
    if (codes.length === 0 && !free(m, this.slot, this.claim)) throw new Error(`${String(this)}: granted although nothing is free`);
    if (codes.length > 0 && expected && (m.left[this.claim] ?? 0) > 0) throw new Error(`${String(this)}: refused with ${codes.join()}`);
    if (codes.length === 0) m.holds.set(this.claim, this.slot);
  }
  toString = (): string => `hold(slot ${this.slot}, claim ${this.claim})`;
}

/** The clock moves on past every hold. */
class HoldsRunOut implements Command {
  check = (m: Readonly<Model>): boolean => m.holds.size > 0;
  async run(m: Model, r: Real): Promise<void> {
    await r.rows("update hold set expires_at = clock_now() - interval '1 second' where state = 'PENDING'");
    await r.rows("update slot set held_until = clock_now() - interval '1 second' where held_until is not null");
    m.holds.clear();
  }
  toString = (): string => "holds run out";
}

abstract class OnBooking implements Command {
  constructor(readonly nth: number) {}
  check = (m: Readonly<Model>): boolean => m.bookings.length > 0;
  protected of(m: Model): ModelBooking {
    return m.bookings[this.nth % m.bookings.length] as ModelBooking;
  }
  protected ended(m: Model, b: ModelBooking): void {
    b.state = "ENDED";
    m.left[b.claim] = (m.left[b.claim] ?? 0) + 1;
  }
  abstract run(m: Model, r: Real): Promise<void>;
}

class Cancel extends OnBooking {
  constructor(
    nth: number,
    readonly byClinic: boolean,
  ) {
    super(nth);
  }
  async run(m: Model, r: Real): Promise<void> {
    const b = this.of(m);
    const expected = b.state === "CONFIRMED" && (this.byClinic || !b.begun);
    const { codes } = await cancel(this.byClinic ? r.asClinic : (r.asMember[b.claim] as Asker), b.id);
    same(String(this), expected, codes);
    if (!expected) return;
    this.ended(m, b);
    const slot = m.slots[b.slot];
    if (!this.byClinic || !slot) return;
    if (slot.capacity === 1) slot.open = false;
    slot.capacity = Math.max(1, slot.capacity - 1);
  }
  override toString = (): string => `cancel(${this.nth}${this.byClinic ? ", by the clinic" : ""})`;
}

class Move extends OnBooking {
  constructor(
    nth: number,
    readonly to: number,
  ) {
    super(nth);
  }
  async run(m: Model, r: Real): Promise<void> {
    const b = this.of(m);
    const expected =
      b.state === "CONFIRMED" && !b.begun && b.slot !== this.to && free(m, this.to, b.claim) && !busy(m, this.to, b.claim, b);
    const { data, codes } = await move(r.asMember[b.claim] as Asker, b.id, { id: m.slots[this.to]?.id ?? "" });
    same(String(this), expected, codes);
    if (!expected) return;
    if (m.holds.get(b.claim) === this.to) m.holds.delete(b.claim);
    b.state = "ENDED";
    m.bookings.push({ slot: this.to, claim: b.claim, state: "CONFIRMED", id: data.booking.id, begun: false });
  }
  override toString = (): string => `move(${this.nth} to slot ${this.to})`;
}

/** The hour of the appointment comes. */
class Begin extends OnBooking {
  override check = (m: Readonly<Model>): boolean => m.bookings.some((b) => b.state === "CONFIRMED" && !b.begun);
  async run(m: Model, r: Real): Promise<void> {
    const b = this.of(m);
    if (b.state !== "CONFIRMED") return;
    await r.rows(
      "update booking set starts_at = clock_now() - interval '1 hour', ends_at = clock_now() - interval '15 minutes', treated_on = clock_today() where id = $1",
      [uuidOf(b.id)],
    );
    b.begun = true;
  }
  override toString = (): string => `begin(${this.nth})`;
}

class Attend extends OnBooking {
  constructor(
    nth: number,
    readonly came: boolean,
  ) {
    super(nth);
  }
  async run(m: Model, r: Real): Promise<void> {
    const b = this.of(m);
    const expected = b.state === "CONFIRMED" && b.begun;
    const { codes } = await attend(r.asClinic, b.id, this.came ? "ATTENDED" : "NO_SHOW");
    same(String(this), expected, codes);
    if (!expected) return;
    if (!this.came) m.left[b.claim] = (m.left[b.claim] ?? 0) + 1;
    b.state = "ATTENDED"; // the time has been used, whoever came
  }
  override toString = (): string => `attend(${this.nth}, ${this.came ? "came" : "no show"})`;
}

const WITHDRAW = `mutation ($input: WithdrawSlotsInput!) {
  withdrawSlots(input: $input) { withdrawn appointments { booking { id } outcome newBooking { id } } errors { code } } }`;

/** The clinic cannot keep a time: whoever has it is moved to another one that the model, too, calls free, or given back what they had. */
class Withdraw implements Command {
  constructor(readonly slot: number) {}
  check = (m: Readonly<Model>): boolean => m.slots[this.slot]?.open === true;
  async run(m: Model, r: Real): Promise<void> {
    const slot = m.slots[this.slot] as ModelSlot;
    const input = { idempotencyKey: key(), clinicId: r.clinicId, slotIds: [globalId("Slot", slot.id)] };
    const { data, text } = await r.asClinic(WITHDRAW, { input });
    if (!data?.withdrawSlots) throw new Error(text.slice(0, 200));
    const { withdrawn, appointments, errors } = data.withdrawSlots;
    same(
      String(this),
      true,
      errors.map((e: { code: string }) => e.code),
    );
    if (withdrawn !== 1) throw new Error(`${String(this)}: ${withdrawn} closed`);
    const affected = live(m, this.slot).filter((b) => b.state === "CONFIRMED" && !b.begun);
    const told = new Set(appointments.map((a: { booking: { id: string } }) => a.booking.id));
    if (told.size !== affected.length || affected.some((b) => !told.has(b.id))) throw new Error(`${String(this)}: others were told`);
    slot.open = false;
    for (const [claim, at] of m.holds) if (at === this.slot) m.holds.delete(claim);
    for (const { booking: ended, newBooking } of appointments) {
      const b = affected.find((one) => one.id === ended.id) as ModelBooking;
      b.state = "ENDED";
      if (newBooking === null) m.left[b.claim] = (m.left[b.claim] ?? 0) + 1;
      else await this.moved(m, r, b, newBooking.id);
    }
  }
  private async moved(m: Model, r: Real, b: ModelBooking, id: string): Promise<void> {
    const [row] = await r.rows("select slot_id from booking where id = $1", [uuidOf(id)]);
    const to = m.slots.findIndex((s) => s.id === row?.slot_id);
    if (to < 0 || !free(m, to, b.claim) || busy(m, to, b.claim)) throw new Error(`${String(this)}: moved to slot ${to}, which is not free`);
    m.bookings.push({ slot: to, claim: b.claim, state: "CONFIRMED", id, begun: false });
  }
  toString = (): string => `withdraw(slot ${this.slot})`;
}

class Crash implements Command {
  constructor(readonly afterMs: number) {}
  check = (): boolean => true;
  run = (_m: Model, r: Real): Promise<void> => {
    r.crashDuringNext(this.afterMs);
    return Promise.resolve();
  };
  toString = (): string => `crash(${this.afterMs} ms into the next)`;
}

/** Of one story, at most. */
const COMMANDS = 40;

export function commands(slots: number, claims: number): fc.Arbitrary<Iterable<Command>> {
  const slot = fc.nat(slots - 1);
  const claim = fc.nat(claims - 1);
  const nth = fc.nat(20);
  return fc.commands(
    [
      fc.tuple(slot, claim, fc.boolean()).map(([s, c, twice]) => new Book(s, c, twice)),
      fc.tuple(slot, claim).map(([s, c]) => new Hold(s, c)),
      fc.constant(new HoldsRunOut()),
      fc.tuple(nth, fc.boolean()).map(([n, byClinic]) => new Cancel(n, byClinic)),
      fc.tuple(nth, slot).map(([n, s]) => new Move(n, s)),
      nth.map((n) => new Begin(n)),
      fc.tuple(nth, fc.boolean()).map(([n, came]) => new Attend(n, came)),
      slot.map((s) => new Withdraw(s)),
      fc.nat(12).map((ms) => new Crash(ms)),
    ],
    { maxCommands: COMMANDS, size: "max" },
  );
}
