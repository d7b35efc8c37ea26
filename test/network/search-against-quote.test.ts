/**
 * A search for a claim, its quotes and its bookings never contradict each other: over a network of openings of every kind, each
 * clinic shows exactly the first openings whose quote says that they can be booked, at the price and with the margin of that quote.
 */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { addDays, addMonths, isWorkingDay, localDateOf } from "../../src/kernel/calendar.js";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { bookSlot } from "../bookings/documents.js";
import { fromNow, today } from "../support/clock.js";
import { at, dayIn, newTestId, type MadeClaim, type MadeClinic, type MadeMember, type MadeSlot } from "../support/make.js";
import { comparePlanWithQuotes } from "../../src/features/promise/plan/compare-with-quotes.js";
import { crisisUnits } from "../../src/features/promise/watch/watch.store.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { WORKER } from "../../src/platform/viewer.js";
import { cases, sized } from "../support/size.js";
import { workingDaysAfter } from "../support/working-days.js";

const SERVICES = ["PHYSIOTHERAPY", "PSYCHOLOGIST", "SPECIALIST_EXAMINATION"] as const;
type Service = (typeof SERVICES)[number];
const CRISIS = "CRISIS_COUNSELLING";
const PRICE =
  "price { gross { amountMinor } publicPays { amountMinor } insurerPays { amountMinor } memberPays { amountMinor } reasons { code } }";
const SEARCH = `query ($service: ServiceCode!, $claim: ID!, $order: ProviderOrder!, $radiusKm: Int, $from: DateTime, $by: DateTime) {
  providers(near: { postalCode: "8000" }, service: $service, claimId: $claim, first: 50, order: $order, radiusKm: $radiusKm, from: $from, earliestBy: $by) {
    edges { node { clinic { id } latestOn marginWorkingDays ${PRICE} nextSlots { slot { id } } } }
    pageInfo { hasNextPage } heldWishes setAsideWishes errors { code } } }`;
const QUOTE = `fragment q on SlotQuote { bookable refusals { code } standing latestOn ${PRICE} }`;
const PER_REQUEST = 15;
/** A first appointment is promised within so many working days at most (GUA-NETWORK-10). */
const LATEST_WORKING_DAY = 10;
/** Openings that a search shows of each clinic. */
const SHOWN = 3;
/** Who else needs a unit changes by the second: a booking asks it, a search does not. */
const OF_THE_MOMENT = "HARMS_OTHER_PROMISE";

const SKAGEN = { postnr: "9990", town: "Skagen", lat: 57.7209, lon: 10.5839, regionCode: "1081", kommuneCode: "0813" };

/** An opening on one of the days that matter: near the deadline, at the end of a cover, an agreement or a rate, and beyond them. */
const anyOpening = fc.record({
  clinic: fc.nat(),
  day: fc.constantFrom(0, 1, 1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15),
  channel: fc.constantFrom("IN_PERSON", "IN_PERSON", "ONLINE", "PHONE"),
  audience: fc.constantFrom("BOTH", "BOTH", "BOTH", "ADULT", "CHILD"),
  funding: fc.constantFrom("PRIVATE", "PRIVATE", "PRIVATE", "PUBLIC"),
  onCall: fc.constantFrom(false, false, false, false, true),
  languages: fc.constantFrom(["da"], ["da"], ["da", "pl"]),
  services: fc.constantFrom<Service[]>([...SERVICES], [...SERVICES], ["PHYSIOTHERAPY"], ["PSYCHOLOGIST"]),
  use: fc.constantFrom("FREE", "FREE", "FREE", "FREE", "FREE", "TAKEN", "WITHDRAWN", "HELD", "HELD_BEFORE"),
});

type Place = { readonly clinic: MadeClinic; readonly far: boolean };
type Offer = { readonly slot: MadeSlot; readonly place: Place; readonly languages: readonly string[]; readonly channel: string };
type Asked = {
  readonly radiusKm?: number;
  readonly from?: string;
  readonly by?: string;
};
type Case = {
  readonly ask: Asker;
  readonly claim: MadeClaim;
  readonly service: Service;
  readonly wishes?: { readonly gender?: string; readonly language?: string; readonly channel?: string };
  readonly asked?: Asked;
};

describe("what a search shows for a claim", () => {
  let t: TestApp;
  const places: Place[] = [];
  const offers: Offer[] = [];
  const genders = new Map<string, string>();

  beforeAll(async () => {
    t = await startApp();
    await makePlaces();
    const openings = fc.sample(anyOpening, { seed: 20261202, numRuns: cases(100, 400) });
    for (const opening of openings) await offer(opening);
  });
  afterAll(() => t.stop());

  async function makePlaces(): Promise<void> {
    const { clinic, provider, rate } = t.make;
    const of = { services: [...SERVICES, CRISIS] };
    const add = async (made: MadeClinic, far = false): Promise<MadeClinic> => (places.push({ clinic: made, far }), made);
    await add(await clinic(of));
    await add(await clinic({ ...of, of: await provider({ publiclyAgreed: true }) }));
    await add(await clinic({ ...of, practitioner: { authorised: null } }));
    await add(await clinic({ ...of, of: await provider({ agreed: { valid_until: dayIn(5) } }) }));
    await add(await clinic({ ...of, row: { treats_children: false } }));
    const adults = await add(await clinic(of));
    await t.rows("update practitioner set treats_children = false where id = $1", [adults.practitionerId]);
    // one rate ends before the next begins, and a follow-up is agreed for calls alone
    const gap = await add(await clinic({ ...of, rates: false }));
    for (const service of SERVICES) {
      const { id: clinicId, providerId } = gap;
      await rate({ clinicId, providerId, service, session: "FIRST", amountMinor: 70_000, until: dayIn(1) });
      await rate({ clinicId, providerId, service, session: "FIRST", amountMinor: 71_500, from: dayIn(4) });
      await rate({ clinicId, providerId, service, session: "FOLLOW_UP", amountMinor: 30_000, row: { channel: "PHONE" } });
    }
    await add(await clinic({ ...of, place: SKAGEN }), true);
    // the region's share changes within the window
    const TARIFF = "service_code = 'PHYSIOTHERAPY' and session = 'FIRST'";
    const [old] = await t.rows(
      `update public_tariff set valid_until = $1 where ${TARIFF} and valid_from <= $1 and coalesce(valid_until > $1, true) returning *`,
      [dayIn(1)],
    );
    await t.rows(
      `insert into public_tariff (id, service_code, session, full_fee_minor, public_share_minor, patient_share_minor, valid_from, evidence)
       values ($1, 'PHYSIOTHERAPY', 'FIRST', $2, $3, $4, $5, 'test')`,
      [newTestId(), old.full_fee_minor, Number(old.public_share_minor) + 100, Number(old.patient_share_minor) - 100, dayIn(1)],
    );
    for (const [i, { clinic: made }] of places.entries()) {
      const gender = i % 3 === 1 ? "female" : "male";
      await t.rows("update practitioner set gender = $2 where id = $1", [made.practitionerId, gender]);
      genders.set(made.id, gender);
    }
  }

  /** How many openings of a clinic begin on a day so far. */
  const begun = new Map<string, number>();
  /** Each at an hour of its own, so that "the first three" of a clinic has one right answer; half-hours of a practitioner never overlap. */
  async function offer(o: typeof anyOpening extends fc.Arbitrary<infer T> ? T : never): Promise<void> {
    const index = o.clinic % places.length;
    const place = places[index]!;
    const nth = begun.get(`${index} ${o.day}`) ?? 0;
    begun.set(`${index} ${o.day}`, nth + 1);
    // spread over the day, and none at the same moment as another clinic's
    const startsAt = new Date(at(dayIn(o.day), "00:05").getTime() + ((nth * 7) % 44) * 1_920_000 + index * 5_000);
    const row = { channel: o.channel, audience: o.audience, funding: o.funding, on_call: o.onCall, languages: o.languages };
    const taken = o.use === "TAKEN" ? { booked: 1 } : {};
    const state = o.use === "WITHDRAWN" ? { state: "WITHDRAWN" } : {};
    const slot = await t.make.slot(place.clinic, { startsAt, minutes: 30, services: o.services, row: { ...row, ...taken, ...state } });
    if (o.use === "HELD" || o.use === "HELD_BEFORE") {
      const expires = fromNow(o.use === "HELD" ? 3_600_000 : -60_000);
      const member = await t.make.member();
      await t.make.hold(slot, { member, claimId: (await t.make.claim(member)).id }, { expires_at: expires });
      await t.rows("update slot set held_until = $2 where id = $1", [slot.id, expires]);
    }
    offers.push({ slot, place, languages: o.languages, channel: o.channel });
  }

  type Quoted = { readonly offer: Offer; readonly free: boolean; readonly quote: any };
  async function quotesOf({ ask, claim }: Case): Promise<Quoted[]> {
    const quoted: Quoted[] = [];
    for (let at = 0; at < offers.length; at += PER_REQUEST) {
      const some = offers.slice(at, at + PER_REQUEST);
      const fields = some.map(({ slot }, i) => `q${i}: quote(slotId: "${globalId("Slot", slot.id)}") { ...q }`);
      const answer = await ask(`query ($claim: ID!) { claim(id: $claim) { ${fields.join(" ")} } } ${QUOTE}`, {
        claim: globalId("Claim", claim.id),
      });
      if (!answer.data?.claim || answer.errors) throw new Error(answer.text.slice(0, 500));
      for (const [i, offer] of some.entries()) {
        const quote = answer.data.claim[`q${i}`];
        const against = quote.refusals.map((r: { code: string }) => r.code);
        if (quote.bookable !== (against.length === 0)) throw new Error("bookable is not what its refusals say");
        quoted.push({ offer, free: against.every((code: string) => code === OF_THE_MOMENT), quote });
      }
    }
    return quoted.sort((a, b) => a.offer.slot.startsAt.getTime() - b.offer.slot.startsAt.getTime());
  }

  /** Working days after the day of the opening up to the last day, or below zero as many as it is late. */
  function marginOf(startsAt: Date, latestOn: string): number {
    const day = localDateOf(startsAt.toISOString());
    const [from, to, sign] = day <= latestOn ? [day, latestOn, 1] : [latestOn, day, -1];
    let days = 0;
    for (let d = addDays(from, 1); d <= to; d = addDays(d, 1)) if (isWorkingDay(d)) days += 1;
    return days * sign;
  }

  const WISHES = { GENDER: "gender", LANGUAGE: "language", CHANNEL: "channel" } as const;
  const meets = ({ place, languages, channel }: Offer, wishes: NonNullable<Case["wishes"]>): boolean =>
    (wishes.gender === undefined || genders.get(place.clinic.id) === wishes.gender) &&
    (wishes.language === undefined || languages.includes(wishes.language)) &&
    (wishes.channel === undefined || channel === wishes.channel);

  /** What the quotes say that a search has to show. */
  function expectedOf({ wishes = {}, asked = {} }: Case, quotes: readonly Quoted[], first: boolean, anywhere: boolean) {
    const { radiusKm = 25, from, by } = asked;
    const near = quotes.filter(({ free, offer: { slot, place } }) => {
      const inTime = (from === undefined || slot.startsAt >= new Date(from)) && (by === undefined || slot.startsAt < new Date(by));
      return free && inTime && (!place.far || radiusKm >= 250 || anywhere);
    });
    const named = Object.entries(WISHES).filter(([, key]) => wishes[key] !== undefined);
    const steps = named.map((_, i) => i).concat(named.length);
    const step = steps.find((n) =>
      near.some(({ offer: o }) => meets(o, Object.fromEntries(named.slice(n).map(([, k]) => [k, wishes[k]])))),
    );
    const held = Object.fromEntries(named.slice(step ?? named.length).map(([, key]) => [key, wishes[key]]));
    const shown: Record<string, unknown> = {};
    for (const { clinic } of places) {
      const of = near.filter(({ offer: o }) => o.place.clinic.id === clinic.id && meets(o, held)).slice(0, SHOWN);
      const [head] = of;
      if (!head) continue;
      const { latestOn, standing, price } = head.quote;
      const promised = first && standing !== null;
      shown[globalId("Clinic", clinic.id)] = {
        slots: of.map(({ offer: o }) => globalId("Slot", o.slot.id)),
        price,
        latestOn: promised ? latestOn : null,
        margin: promised ? marginOf(head.offer.slot.startsAt, latestOn) : null,
      };
    }
    return { shown, setAside: step === undefined ? null : named.slice(0, step).map(([code]) => code), near };
  }

  /** Search, in both orders, against the quotes of every opening; answers what can be booked. */
  async function compare(one: Case, { first = true, anywhere = false } = {}): Promise<Quoted[]> {
    const quotes = await quotesOf(one);
    const expected = expectedOf(one, quotes, first, anywhere);
    for (const order of ["DISTANCE", "EARLIEST"]) {
      const { ask, claim, service, asked } = one;
      const answer = await ask(SEARCH, { service, claim: globalId("Claim", claim.id), order, ...asked });
      const page = answer.data?.providers;
      if (!page) throw new Error(answer.text.slice(0, 500));
      const shown = Object.fromEntries(
        page.edges.map(({ node }: any) => [
          node.clinic.id,
          {
            slots: node.nextSlots.map((n: any) => n.slot.id),
            price: node.price,
            latestOn: node.latestOn,
            margin: node.marginWorkingDays,
          },
        ]),
      );
      expect(shown).toEqual(expected.shown);
      expect(page.pageInfo.hasNextPage).toBe(false);
      if (expected.setAside !== null) expect(page).toMatchObject({ errors: [], setAsideWishes: expected.setAside });
    }
    return expected.near;
  }

  const psychologist = { service: "PSYCHOLOGIST", row: { condition_code: "STRESS" } } as const;
  const physio = { service: "PHYSIOTHERAPY" } as const;
  const asMember = async (
    made: { service: Service; row?: Record<string, unknown> },
    who: Parameters<TestApp["make"]["member"]>[0] = {},
    more: Partial<Case> = {},
  ): Promise<Case> => {
    const member = await t.make.member(who);
    return { ask: t.asMember(member), claim: await t.make.claim(member, made), service: made.service, ...more };
  };
  const born = (years: number): string => addMonths(today(), -12 * years - 2);

  const CASES: Readonly<Record<string, () => Promise<Case>>> = {
    "an adult": () => asMember(physio),
    "an adult who asks for a narrower window": () =>
      asMember(physio, {}, { asked: { from: at(dayIn(2)).toISOString(), by: at(dayIn(8)).toISOString() } }),
    "an adult who would travel far": () => asMember(physio, {}, { asked: { radiusKm: 300 } }),
    "a child of eleven": async () => {
      const child = await t.make.member({ row: { birth_date: born(11) }, policy: { role: "CHILD" } });
      return { ask: t.asHealthTeam(), claim: await t.make.claim(child, psychologist), service: "PSYCHOLOGIST" };
    },
    "a Flex psychologist": () =>
      asMember({ ...psychologist, row: { ...psychologist.row, product: "FLEX" } }, { policy: { product: "FLEX", scheme: "PRIVATE" } }),
    "somebody without a promise": () =>
      asMember({
        ...physio,
        row: { exceptions: { medicallyPostponed: true }, guarantee_outcome: "NONE", latest_on: null, deadline_at: null, target_on: null },
      }),
    "a member who wishes for a woman who speaks Polish": () => {
      const wishes = { gender: "female", language: "pl" };
      return asMember({ ...physio, row: { wishes } }, {}, { wishes });
    },
    "a member whose wishes nobody meets": () => {
      const wishes = { gender: "other", language: "fo", channel: "ONLINE" };
      return asMember({ ...physio, row: { wishes } }, {}, { wishes });
    },
    "a member who wishes to wait": () => asMember({ ...physio, row: { exceptions: { wishedNotBefore: dayIn(4) } } }),
    "a claim near its deadline": () => {
      // received so that three of the days that are looked at are left, whatever holidays lie between
      const before = [...Array(40).keys()].find((days) => workingDaysAfter(dayIn(-days), dayIn(3)) >= LATEST_WORKING_DAY)!;
      const received = at(dayIn(-before), "09:00");
      const kept = { latest_on: dayIn(3), target_on: dayIn(0), deadline_at: at(addDays(dayIn(3), 1), "00:00") };
      return asMember({
        ...physio,
        row: { received_at: received, approved_at: received, condition_arose_on: dayIn(-before - 4), ...kept },
      });
    },
    "a cover that ends soon": () => asMember(physio, { policy: { cover_end: dayIn(4) } }),
    "a member with another appointment": async () => {
      const one = await asMember(physio);
      const [free] = (await quotesOf(one)).filter((q) => q.free);
      const other = await t.make.claim({ id: one.claim.memberId } as MadeMember & { policyId: string }, {
        row: { policy_id: (await t.rows("select policy_id from claim where id = $1", [one.claim.id]))[0].policy_id },
      });
      const clinic = await t.make.clinic({ place: SKAGEN });
      const slot = await t.make.slot(clinic, { startsAt: free!.offer.slot.startsAt, row: { booked: 1 } });
      await t.make.booking({ clinic, slot, member: { id: one.claim.memberId }, claimId: other.id });
      return one;
    },
    "a claim that holds a unit": async () => {
      const member = await t.make.member();
      const claim = await t.make.claim(member, physio);
      const one: Case = { ask: t.asMember(member), claim, service: "PHYSIOTHERAPY" };
      const [free] = (await quotesOf(one)).filter((q) => q.free);
      await t.make.hold(free!.offer.slot, { member, claimId: claim.id });
      await t.rows("update slot set held_until = clock_now() + interval '10 minutes' where id = $1", [free!.offer.slot.id]);
      return one;
    },
  };

  test.each(Object.keys(CASES))("is what the quotes say: %s", async (name) => {
    const near = await compare(await CASES[name]!());
    expect(near.length).toBeGreaterThan(0);
  });

  test("is what the quotes say: a designated place, however far", async () => {
    const row = { guarantee_class: "SPECIALIST_10" };
    const one = await asMember({ service: "SPECIALIST_EXAMINATION", row });
    await t.make.designation(one.claim, places.find(({ far }) => far)!.clinic);
    expect((await compare(one, { anywhere: true })).length).toBeGreaterThan(0);
  });

  test("is booked as it was shown, and what follows is shown as it is quoted then", async () => {
    let booked = 0;
    for (const name of ["an adult", "a child of eleven", "a Flex psychologist"]) {
      const one = await CASES[name]!();
      const near = await compare(one);
      for (const {
        offer: { slot },
        quote,
      } of [near[0]!, near.at(-1)!]) {
        const again = slot === near[0]!.offer.slot ? one : await CASES[name]!();
        const { data, codes } = await bookSlot(again.ask, again.claim, slot);
        if (codes.includes(OF_THE_MOMENT)) continue;
        expect({ name, codes }).toEqual({ name, codes: [] });
        const { insurerPays } = quote.price;
        expect(data.booking).toMatchObject({ quote: { insurerPays }, standing: quote.standing, latestOn: quote.latestOn });
        booked += 1;
      }
      await compare(one, { first: false });
    }
    expect(booked).toBeGreaterThan(3);
  });

  test("is what the quotes say: a crisis, whose first contact is by telephone with somebody on call", async () => {
    const row = {
      condition_code: "STRESS",
      crisis: { event: "DANGER_INCIDENT", occurredAt: fromNow(-3_600_000).toISOString() },
      received_at: fromNow(-600_000),
      approved_at: fromNow(0),
      guarantee_class: "CRISIS_3H",
      deadline_at: fromNow(3 * 3_600_000),
      latest_on: today(),
      target_on: today(),
    };
    const member = await t.make.member();
    const claim = await t.make.claim(member, { service: CRISIS, row });
    const clinic = places[0]!.clinic;
    const hours = (n: number): Date => new Date(fromNow(n * 3_600_000));
    for (const [i, kind] of [
      { on_call: true, channel: "PHONE" },
      { on_call: true, channel: "PHONE" },
      { on_call: true, channel: "IN_PERSON" },
      { on_call: true, channel: "PHONE", funding: "PUBLIC" },
      { on_call: false, channel: "PHONE" },
      { on_call: false, channel: "IN_PERSON" },
    ].entries()) {
      for (const at of [1, 2, 30]) {
        const startsAt = new Date(hours(at).getTime() + i * 60_000);
        const slot = await t.make.slot(clinic, { services: [CRISIS], startsAt, minutes: 1, row: kind });
        offers.push({ slot, place: places[0]!, languages: ["da"], channel: kind.channel });
      }
    }
    const near = await compare({ ask: t.asHealthTeam(), claim, service: CRISIS as Service });
    expect(near.map(({ offer }) => offer.channel)).toContain("PHONE");
    expect(near.every(({ offer }) => offer.channel === "PHONE")).toBe(true);
    // what the watch counts for it is what can be booked for it in time
    const units = await transaction(t.fresh.database, WORKER, (tx) => crisisUnits(tx, [claim.id], new Date(fromNow(0))));
    const inTime = near.filter(({ offer: { slot } }) => slot.startsAt.getTime() <= row.deadline_at.getTime());
    expect(units.get(claim.id)).toBe(inTime.length);
  });

  test("is what the quotes say: a crisis reported too late, for which nobody is on call", async () => {
    const received = fromNow(-600_000);
    const row = {
      condition_code: "STRESS",
      crisis: { event: "DANGER_INCIDENT", occurredAt: fromNow(-60 * 3_600_000).toISOString() },
      received_at: received,
      approved_at: received,
      guarantee_class: "NETWORK_10",
    };
    const near = await compare({ ...(await asMember({ service: CRISIS as Service, row })), ask: t.asHealthTeam() });
    const rows = await t.rows("select id from slot where on_call and id = any ($1)", [near.map(({ offer }) => offer.slot.id)]);
    expect(near.length).toBeGreaterThan(0);
    expect(rows).toEqual([]);
  });

  test("is what the plan takes for an edge, opening by opening", async () => {
    const { claims, compared, differences } = await comparePlanWithQuotes(t.fresh.database, { openings: sized(60, 300) });
    expect(differences).toEqual([]);
    expect(claims).toBeGreaterThan(10);
    expect(compared).toBeGreaterThan(claims * 10);
  });
});
