import { Temporal } from "temporal-polyfill";
import { addDays, clockChanges, readHolidays } from "../../seeds/copenhagen.js";
import { generateNetwork } from "../../seeds/network.js";
import { slots, type SlotRow } from "../../seeds/slots.js";
import { services } from "../../seeds/reference.js";
import { sized } from "../support/size.js";
import { groupBy } from "./group-by.js";

const OPTIONS = { seed: 1, clinics: sized(90, 420), from: "2026-11-24", slots: sized(12_000, 60_000) };
const network = generateNetwork(OPTIONS);
const made = [...slots(network, OPTIONS)];
const clinic = new Map(network.clinics.map((c) => [c.id, c]));
const ordinary = made.filter((s) => !s.onCall);
/** Of each instant once: thousands of slots begin together. */
const known = new Map<number, Temporal.ZonedDateTime>();
function local(at: Date): Temporal.ZonedDateTime {
  const instant = at.getTime();
  const there = known.get(instant) ?? Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO("Europe/Copenhagen");
  known.set(instant, there);
  return there;
}
const dayOf = (s: SlotRow): string => local(s.startsAt).toPlainDate().toString();

describe("slots", () => {
  it("are as many as asked for, the same each time, under keys that do not repeat", () => {
    expect(made).toHaveLength(OPTIONS.slots);
    expect([...slots(network, OPTIONS)].at(-1)).toEqual(made.at(-1));
    expect(new Set(made.map((s) => s.id)).size).toBe(made.length);
    expect(new Set(made.map((s) => `${s.clinicId} ${s.externalId}`)).size).toBe(made.length);
  });

  it("never overlap for one practitioner, wherever they work", () => {
    for (const own of groupBy(made, (s) => s.practitionerId).values()) {
      own.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
      own.slice(1).forEach((s, i) => {
        if ((own[i]?.endsAt.getTime() ?? 0) > s.startsAt.getTime()) throw new Error(`${s.practitionerId} ${s.startsAt.toISOString()}`);
      });
    }
  });

  it("lie within opening hours on working days, unless someone is on call", () => {
    const { publicHolidays, bankDays } = readHolidays();
    for (const s of ordinary) {
      const [start, end] = [local(s.startsAt), local(s.endsAt)];
      const day = start.toPlainDate().toString();
      const minutes = end.hour * 60 + end.minute;
      const open =
        start.hour >= 8 &&
        minutes <= (start.dayOfWeek === 5 ? 15 : 17) * 60 &&
        start.dayOfWeek <= 5 &&
        day === end.toPlainDate().toString();
      const closed = publicHolidays.has(day) || (clinic.get(s.clinicId)?.closesOnBankDays && bankDays.has(day));
      if (!open || closed) throw new Error(`${s.clinicId} ${start.toString()}`);
    }
  });

  it("keep to local time across the clock change", () => {
    const options = { ...OPTIONS, from: "2027-03-15" };
    const inMarch = [...slots(generateNetwork(options), options)].filter((s) => !s.onCall);
    expect(new Set(inMarch.map((s) => s.startsAt.getUTCHours()))).toContain(6);
    expect(inMarch.every((s) => local(s.startsAt).hour >= 8 && local(s.endsAt).hour <= 17)).toBe(true);
  });

  it("cover every hour on call, the days the clock changes and New Year's Eve among them", () => {
    const perDay = groupBy(
      made.filter((s) => s.onCall),
      dayOf,
    );
    const clinics = network.planted.get("ON_CALL")?.length ?? 0;
    const [spring, autumn] = clockChanges(2027);
    expect(perDay.get(spring)).toHaveLength(23 * clinics);
    expect(perDay.get(autumn)).toHaveLength(25 * clinics);
    expect(perDay.get("2026-12-31")).toHaveLength(24 * clinics);
    expect(perDay.get("2027-01-01")).toHaveLength(24 * clinics);
    expect(perDay.get(addDays("2026-11-24", 55))).toHaveLength(24 * clinics);
  });

  it("go on after the agreement that ends", () => {
    const ending = network.planted.get("AGREEMENT_ENDS")?.[0]?.id;
    expect(made.some((s) => s.clinicId === ending && dayOf(s) > "2026-12-22")).toBe(true);
  });

  it("are for what the clinic offers, through a channel the service allows", () => {
    const offered = groupBy(network.clinicServices, (s) => s.clinicId);
    const all = services();
    for (const s of made) {
      const mine = all.filter((service) => (s.serviceMask >> BigInt(service.bit)) & 1n);
      const known = offered.get(s.clinicId)?.map((o) => o.serviceCode) ?? [];
      if (mine.length === 0 || mine.some((m) => !known.includes(m.code) || !m.channels.some((c) => c === s.channel)))
        throw new Error(`${s.id} ${s.channel}`);
    }
  });

  it("hold groups of 8 to 12, and one person otherwise; most are privately funded", () => {
    const groupBits = services()
      .filter((s) => s.code === "GROUP_TRAINING" || s.code === "GLAD")
      .reduce((mask, s) => mask | (1n << BigInt(s.bit)), 0n);
    expect(made.every((s) => ((s.serviceMask & groupBits) !== 0n ? s.capacity >= 8 && s.capacity <= 12 : s.capacity === 1))).toBe(true);
    const publicShare = made.filter((s) => s.funding === "PUBLIC").length / made.length;
    expect(publicShare).toBeGreaterThan(0.01);
    expect(publicShare).toBeLessThan(0.1);
  });
});
