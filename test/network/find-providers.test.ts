import crypto from "node:crypto";
import { startApp, globalId, type TestApp } from "../support/app.js";
import { fromNow } from "../support/clock.js";
import { at, dayIn, type MadeClinic, type MadeMember, type MadeSlot } from "../support/make.js";
import { workingDaysAfter } from "../support/working-days.js";

const PAGE = `query ($near: NearInput!, $service: ServiceCode!, $first: Int!, $after: String, $order: ProviderOrder!, $claimId: ID, $radiusKm: Int, $from: DateTime,
    $earliestBy: DateTime, $channel: Channel, $language: LanguageTag, $forChild: Boolean) {
  providers(near: $near, service: $service, first: $first, after: $after, order: $order, claimId: $claimId, radiusKm: $radiusKm, from: $from, earliestBy: $earliestBy,
    channel: $channel, language: $language, forChild: $forChild) {
    edges { cursor node { id service { code } distanceKm earliestAt hasPublicAgreement clinic { id name address { town } phone lastSyncedAt kind } nextSlots { slot { id } startsAt endsAt channel freeUnits practitioner { id } } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } errors { code path remedy } } }`;
const PRICED = `query ($near: NearInput!, $service: ServiceCode!, $claimId: ID, $first: Int! = 10) {
  providers(near: $near, service: $service, first: $first, claimId: $claimId) {
    edges { node { clinic { id } rate { amountMinor currency } price { gross { amountMinor } publicPays { amountMinor } insurerPays { amountMinor } memberPays { amountMinor } } latestOn marginWorkingDays } }
    errors { code path } } }`;
const AARHUS = { postalCode: "8000" };
const asked = (more: object = {}) => ({ near: AARHUS, service: "PHYSIOTHERAPY", first: 10, order: "DISTANCE", ...more });
/** Degrees of latitude: 0.01 is about 1.1 km. */
const north = (degrees: number) => ({
  postnr: "8000",
  town: "Aarhus C",
  lat: 56.1535 + degrees,
  lon: 10.2034,
  regionCode: "1082",
  kommuneCode: "0751",
});

describe("the nearby search", () => {
  let t: TestApp;
  let near: MadeClinic;
  let far: MadeClinic;
  let member: MadeMember;
  const made: Record<string, MadeSlot> = {};

  beforeAll(async () => {
    t = await startApp();
    near = await t.make.clinic({ place: north(0.01), firstMinor: 65_000 });
    far = await t.make.clinic({ place: north(0.1), firstMinor: 60_000, of: await t.make.provider({ publiclyAgreed: true }) });
    for (const day of [3, 4, 5, 6]) made[`near${day}`] = await t.make.slot(near, { startsAt: at(dayIn(day)) });
    made["far2"] = await t.make.slot(far, { startsAt: at(dayIn(2)) });
    made["group"] = await t.make.slot(far, { startsAt: at(dayIn(7)), capacity: 8 });
    // nothing of this clinic is free
    const full = await t.make.clinic({ place: north(0.02) });
    await t.make.slot(full, { row: { booked: 1 } });
    await t.make.slot(full, { row: { state: "WITHDRAWN" }, startsAt: at(dayIn(4)) });
    await t.make.slot(full, { row: { on_call: true }, startsAt: at(dayIn(5)) });
    member = await t.make.member();
  });
  afterAll(() => t.stop());

  const search = async (more: object = {}, ask = t.as(null)) => {
    const answer = await ask(PAGE, asked(more));
    expect(answer.errors).toBeUndefined();
    return { ...answer, ...answer.data.providers, nodes: answer.data.providers.edges.map((edge: any) => edge.node) };
  };
  const clinics = (nodes: any[]) => nodes.map((node) => node.clinic.id);
  const ids = (...of: MadeClinic[]) => of.map(({ id }) => globalId("Clinic", id));

  it("finds the nearest clinics with something free, each with its next three openings", async () => {
    const { nodes, errors, pageInfo } = await search();
    expect(errors).toEqual([]);
    expect(clinics(nodes)).toEqual(ids(near, far));
    expect(pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    expect(nodes[0]).toMatchObject({
      service: { code: "PHYSIOTHERAPY" },
      hasPublicAgreement: false,
      earliestAt: made["near3"]!.startsAt.toISOString(),
    });
    expect(nodes[0].distanceKm).toBeCloseTo(1.11, 1);
    expect(nodes[1].distanceKm).toBeCloseTo(11.1, 0);
    expect(nodes[0].nextSlots.map((s: any) => s.slot.id)).toEqual([3, 4, 5].map((day) => globalId("Slot", made[`near${day}`]!.id)));
    expect(nodes[1].nextSlots.map((s: any) => s.freeUnits)).toEqual([1, 8]);
    expect(nodes[0].nextSlots[0]).toMatchObject({
      endsAt: made["near3"]!.endsAt.toISOString(),
      channel: "IN_PERSON",
      practitioner: { id: globalId("Practitioner", near.practitionerId) },
    });
  });

  it("puts the earliest opening first when that is asked for", async () => {
    const { nodes } = await search({ order: "EARLIEST" });
    expect(clinics(nodes)).toEqual(ids(far, near));
  });

  it("costs one statement, whatever the page holds", async () => {
    await search();
    expect((await search()).statements).toBe(1);
    expect((await search({ order: "EARLIEST", first: 1 })).statements).toBe(1);
  });

  it("fetches what changed of a clinic with one statement more, and only then", async () => {
    await search();
    await t.rows("update clinic set phone = '70 10 20 30' where id = $1", [near.id]);
    const { nodes, statements } = await search();
    expect(statements).toBe(2);
    expect(nodes[0].clinic.phone).toBe("70 10 20 30");
    expect((await search()).statements).toBe(1);
  });

  it("looks within the radius: that of the service, or the one asked for", async () => {
    expect(clinics((await search({ radiusKm: 5 })).nodes)).toEqual(ids(near));
    expect(clinics((await search({ near: { location: { latitude: 57.72, longitude: 10.58 } } })).nodes)).toEqual([]);
    expect(clinics((await search({ near: { location: { latitude: 57.72, longitude: 10.58 } }, radiusKm: 300 })).nodes)).toEqual(
      ids(far, near),
    );
  });

  it("narrows by window", async () => {
    expect(clinics((await search({ earliestBy: at(dayIn(3), "09:00").toISOString() })).nodes)).toEqual(ids(far));
    const later = await search({ from: at(dayIn(4), "00:00").toISOString() });
    expect(later.nodes[0].nextSlots[0].slot.id).toBe(globalId("Slot", made["near4"]!.id));
  });

  it("narrows by channel, language and child, down to the opening", async () => {
    const place = { near: { location: { latitude: 55.0, longitude: 9.4 } } };
    const odd = await t.make.clinic({ place: { ...north(0), lat: 55.0, lon: 9.4 } });
    await t.rows("update clinic_service set languages = '{da,en}' where clinic_id = $1", [odd.id]);
    const online = await t.make.slot(odd, { startsAt: at(dayIn(5)), row: { channel: "ONLINE" } });
    const english = await t.make.slot(odd, { startsAt: at(dayIn(6)), row: { languages: ["da", "en"] } });
    const child = await t.make.slot(odd, { startsAt: at(dayIn(7)), row: { audience: "CHILD" } });
    const adult = await t.make.slot(odd, { startsAt: at(dayIn(2)), row: { audience: "ADULT" } });
    const slots = async (more: object, order = "DISTANCE") =>
      (await search({ ...place, ...more, order })).nodes.flatMap((n: any) => n.nextSlots.map((s: any) => s.slot.id));
    const slotIds = (...of: MadeSlot[]) => of.map(({ id }) => globalId("Slot", id));
    for (const order of ["DISTANCE", "EARLIEST"]) {
      expect(await slots({}, order)).toEqual(slotIds(adult, online, english));
      expect(await slots({ channel: "ONLINE" }, order)).toEqual(slotIds(online));
      expect(await slots({ language: "en" }, order)).toEqual(slotIds(english));
      expect(await slots({ language: "de" }, order)).toEqual([]);
      expect(await slots({ forChild: true }, order)).toEqual(slotIds(online, english, child));
    }
    expect(await slots({ service: "MASSAGE" })).toEqual([]);
  });

  it("passes over a held opening until the hold has run out, by the database's clock", async () => {
    const place = { near: { location: { latitude: 55.5, longitude: 8.5 } } };
    const clinic = await t.make.clinic({ place: { ...north(0), lat: 55.5, lon: 8.5 } });
    const slot = await t.make.slot(clinic);
    const claim = await t.make.claim(member);
    await t.make.hold(slot, { member, claimId: claim.id }, { expires_at: fromNow(60_000) });
    await t.rows("update slot set held_until = clock_now() + interval '1 minute' where id = $1", [slot.id]);
    expect((await search(place)).nodes).toEqual([]);
    await t.rows("update hold set expires_at = clock_now() - interval '1 second' where id = $1", [slot.id]);
    await t.rows("update slot set held_until = clock_now() - interval '1 second' where id = $1", [slot.id]);
    expect(clinics((await search(place)).nodes)).toEqual(ids(clinic));
    await t.rows("delete from hold where id = $1", [slot.id]);
  });

  it("follows what changes: a new opening, a booked one, another name, an agreement that ends, a service taken off", async () => {
    const place = { near: { location: { latitude: 55.2, longitude: 14.8 } }, order: "EARLIEST" };
    const clinic = await t.make.clinic({ place: { ...north(0), lat: 55.2, lon: 14.8 } });
    expect((await search(place)).nodes).toEqual([]);
    const first = await t.make.slot(clinic, { startsAt: at(dayIn(2)) });
    const second = await t.make.slot(clinic, { startsAt: at(dayIn(6)) });
    expect((await search(place)).nodes[0].nextSlots).toHaveLength(2);
    await t.rows("update slot set booked = 1 where id = $1", [first.id]);
    expect((await search(place)).nodes[0].earliestAt).toBe(second.startsAt.toISOString());
    await t.rows("update clinic set name = 'Nyt navn', last_synced_at = '2026-01-02T03:04:05Z' where id = $1", [clinic.id]);
    expect((await search(place)).nodes[0].clinic).toMatchObject({ name: "Nyt navn", lastSyncedAt: "2026-01-02T03:04:05.000Z" });
    await t.rows("update credential set valid_until = $2 where provider_id = $1", [clinic.providerId, dayIn(6)]);
    expect((await search(place)).nodes).toEqual([]);
    await t.rows("update credential set valid_until = null where provider_id = $1", [clinic.providerId]);
    await t.rows("update clinic_service set active = false where clinic_id = $1", [clinic.id]);
    expect((await search(place)).nodes).toEqual([]);
    await t.rows("update clinic_service set active = true where clinic_id = $1", [clinic.id]);
    expect((await search(place)).nodes).toHaveLength(1);
  });

  describe("with a claim", () => {
    it("says what the treatment costs, who pays it and how many working days are left", async () => {
      const claim = await t.make.claim(member);
      const variables = { near: { home: true }, service: "PHYSIOTHERAPY", claimId: globalId("Claim", claim.id) };
      const ask = t.asMember(member);
      const { data } = await ask(PRICED, variables);
      const [first, second] = data.providers.edges.map((edge: any) => edge.node);
      const [{ latest_on: latestOn }] = await t.rows("select latest_on::text from claim where id = $1", [claim.id]);
      expect(first).toMatchObject({
        rate: { amountMinor: "65000", currency: "DKK" },
        price: { gross: { amountMinor: "65000" }, insurerPays: { amountMinor: "65000" }, memberPays: { amountMinor: "0" } },
        latestOn,
      });
      expect(second.rate.amountMinor).toBe("60000");
      expect(first.marginWorkingDays).toBe(workingDaysAfter(dayIn(3), latestOn));
      expect(second.marginWorkingDays).toBe(workingDaysAfter(dayIn(2), latestOn));
      // the claim, then the page
      expect((await ask(PRICED, variables)).statements).toBe(2);
    });

    it("deducts what the region pays at a clinic with a public agreement", async () => {
      const claim = await t.make.claim(member);
      const { data } = await t.asMember(member)(PRICED, { near: AARHUS, service: "PHYSIOTHERAPY", claimId: globalId("Claim", claim.id) });
      const price = data.providers.edges[1].node.price;
      expect(Number(price.publicPays.amountMinor)).toBeGreaterThan(0);
      expect(Number(price.insurerPays.amountMinor) + Number(price.publicPays.amountMinor)).toBe(60_000);
    });

    it("offers private capacity only while the promise has a deadline", async () => {
      const place = { location: { latitude: 54.9, longitude: 11.9 } };
      const clinic = await t.make.clinic({ place: { ...north(0), lat: 54.9, lon: 11.9 } });
      await t.make.slot(clinic, { row: { funding: "PUBLIC" } });
      const claim = await t.make.claim(member);
      const free = await t.make.claim(member, {
        row: { exceptions: { medicallyPostponed: true }, guarantee_outcome: "NONE", latest_on: null, deadline_at: null, target_on: null },
      });
      const found = async (id: string) =>
        (await t.asMember(member)(PRICED, { near: place, service: "PHYSIOTHERAPY", claimId: globalId("Claim", id) })).data.providers.edges;
      expect(await found(claim.id)).toHaveLength(0);
      expect(await found(free.id)).toHaveLength(1);
      expect((await found(free.id))[0].node).toMatchObject({ latestOn: null, marginWorkingDays: null });
    });

    it("looks for a child's openings when the claim is a child's", async () => {
      const place = { location: { latitude: 56.9, longitude: 8.4 } };
      const clinic = await t.make.clinic({ place: { ...north(0), lat: 56.9, lon: 8.4 } });
      await t.make.slot(clinic, { row: { audience: "ADULT" } });
      const child = await t.make.member({ familyId: member.familyId, row: { birth_date: "2015-03-01" }, policy: { role: "CHILD" } });
      const claim = await t.make.claim(child);
      const variables = { near: place, service: "PHYSIOTHERAPY", claimId: globalId("Claim", claim.id) };
      expect((await t.asHealthTeam()(PRICED, variables)).data.providers).toEqual({ edges: [], errors: [] });
      await t.make.slot(clinic, { startsAt: at(dayIn(4)), row: { audience: "CHILD" } });
      expect((await t.asHealthTeam()(PRICED, variables)).data.providers.edges).toHaveLength(1);
    });

    describe("shows only what the claim may book", () => {
      const place = { location: { latitude: 57.4, longitude: 10.5 } };
      const SHOWN = `query ($near: NearInput!, $service: ServiceCode!, $claimId: ID!, $order: ProviderOrder!, $language: LanguageTag) {
        providers(near: $near, service: $service, first: 10, claimId: $claimId, order: $order, language: $language) {
          edges { node { price { memberPays { amountMinor } } marginWorkingDays nextSlots { slot { id } } } } errors { code path } setAside: setAsideWishes } }`;
      let clinic: MadeClinic;
      let child: MadeMember;
      const slot: Record<string, MadeSlot> = {};
      beforeAll(async () => {
        const services = ["PHYSIOTHERAPY", "PSYCHOLOGIST"];
        clinic = await t.make.clinic({ services, place: { ...north(0), lat: 57.4, lon: 10.5 } });
        const kinds = {
          inPerson: {},
          online: { channel: "ONLINE" },
          english: { languages: ["da", "en"] },
          children: { audience: "CHILD" },
          publicly: { funding: "PUBLIC" },
        };
        let day = 2;
        for (const [name, row] of Object.entries(kinds))
          slot[name] = await t.make.slot(clinic, { services, startsAt: at(dayIn(day++)), row });
        child = await t.make.member({ row: { birth_date: "2015-06-01" }, policy: { role: "CHILD" } });
      });
      const shown = async (who: MadeMember, claim: { id: string }, more: object = {}, order = "DISTANCE") => {
        const variables = { near: place, service: "PHYSIOTHERAPY", claimId: globalId("Claim", claim.id), order, ...more };
        const answer = await t.asMember(who)(SHOWN, variables);
        expect(answer.errors).toBeUndefined();
        const { edges, errors, setAside } = answer.data.providers;
        const names = new Map(Object.entries(slot).map(([name, { id }]) => [globalId("Slot", id), name]));
        return {
          slots: edges.flatMap((e: any) => e.node.nextSlots.map((s: any) => names.get(s.slot.id))),
          codes: errors.map((e: any) => e.code),
          setAside,
        };
      };

      it.each(["DISTANCE", "EARLIEST"])(
        "in order of %s: no in-person opening for a Flex psychologist, no online one for a child of eleven",
        async (order) => {
          const flex = await t.make.member({ policy: { product: "FLEX", scheme: "PRIVATE" } });
          const psychologist = await t.make.claim(flex, {
            service: "PSYCHOLOGIST",
            row: { product: "FLEX", condition_code: "STRESS" },
          });
          expect(await shown(flex, psychologist, { service: "PSYCHOLOGIST" }, order)).toEqual({
            slots: ["online"],
            codes: [],
            setAside: [],
          });
          const physio = await t.make.claim(child);
          expect((await shown(child, physio, {}, order)).slots).toEqual(["inPerson", "english", "children"]);
          const adult = await t.make.claim(member);
          expect((await shown(member, adult, {}, order)).slots).toEqual(["inPerson", "online", "english"]);
        },
      );

      it("nobody who is not authorised, nobody who has no rate on the day, nobody who treats no children", async () => {
        const claim = await t.make.claim(member);
        await t.rows("update credential set valid_until = $2 where practitioner_id = $1", [clinic.practitionerId, dayIn(-9)]);
        expect((await shown(member, claim)).slots).toEqual([]);
        await t.rows("update credential set valid_until = null where practitioner_id = $1", [clinic.practitionerId]);
        await t.rows("update agreed_rate set valid_until = $2 where clinic_id = $1", [clinic.id, dayIn(3)]);
        expect((await shown(member, claim)).slots).toEqual(["inPerson"]);
        await t.rows("update agreed_rate set valid_until = null where clinic_id = $1", [clinic.id]);
        await t.rows("update practitioner set treats_children = false where id = $1", [clinic.practitionerId]);
        expect((await shown(child, await t.make.claim(child))).slots).toEqual([]);
        await t.rows("update practitioner set treats_children = true where id = $1", [clinic.practitionerId]);
      });

      it("no time before a recorded date, none at which the member is busy, and the one it holds itself", async () => {
        const late = await t.make.claim(member, { row: { exceptions: { wishedNotBefore: dayIn(3) } } });
        expect((await shown(member, late)).slots).toEqual(["online", "english"]);
        const busy = await t.make.member();
        const claim = await t.make.claim(busy);
        const other = await t.make.claim(busy);
        const { data } = await t.asMember(busy)(
          `mutation ($input: BookSlotInput!) { bookSlot(input: $input) { errors { code } booking { id } } }`,
          {
            input: {
              idempotencyKey: crypto.randomUUID(),
              claimId: globalId("Claim", other.id),
              slotId: globalId(
                "Slot",
                (
                  await t.make.slot(await t.make.clinic({ place: { ...north(0), lat: 54.7, lon: 11.4 } }), {
                    startsAt: slot["online"]!.startsAt,
                  })
                ).id,
              ),
            },
          },
        );
        expect(data.bookSlot.errors).toEqual([]);
        const hold = await t.asMember(busy)(`mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { errors { code } } }`, {
          input: {
            idempotencyKey: crypto.randomUUID(),
            claimId: globalId("Claim", claim.id),
            slotId: globalId("Slot", slot["english"]!.id),
          },
        });
        expect(hold.data.holdSlot.errors).toEqual([]);
        expect((await shown(busy, claim)).slots).toEqual(["inPerson", "english"]);
        const somebody = await t.make.claim(member);
        expect((await shown(member, somebody)).slots).toEqual(["inPerson", "online"]);
        await t.rows("delete from hold where claim_id = $1", [claim.id]);
      });

      it("with the member's wishes, which are set aside only where nothing meets them, and then it says so", async () => {
        const wishing = async (wishes: object) => shown(member, await t.make.claim(member, { row: { wishes } }));
        expect(await wishing({ language: "en" })).toEqual({ slots: ["english"], codes: [], setAside: [] });
        expect(await wishing({ channel: "ONLINE" })).toEqual({ slots: ["online"], codes: [], setAside: [] });
        expect(await wishing({ language: "is" })).toEqual({ slots: ["inPerson", "online", "english"], codes: [], setAside: ["LANGUAGE"] });
        expect(await wishing({ language: "en", gender: "male" })).toEqual({ slots: ["english"], codes: [], setAside: ["GENDER"] });
        const icelandic = await t.make.claim(member, { row: { wishes: { language: "is" } } });
        // asked for by the search itself it is no wish: it stays
        expect(await shown(member, icelandic, { language: "is" })).toEqual({ slots: [], codes: [], setAside: [] });
      });

      it("nothing for a claim that can book nothing, and why", async () => {
        const claim = await t.make.claim(member);
        await t.rows("update claim set state = 'CLOSED' where id = $1", [claim.id]);
        expect(await shown(member, claim)).toEqual({ slots: [], codes: ["CLAIM_NOT_OPEN"], setAside: [] });
      });
    });

    it("knows no claim of somebody else, in the same words as one that is not there", async () => {
      const claim = await t.make.claim(member);
      const stranger = await t.make.member();
      const ask = async (who: MadeMember, id: string) =>
        (await t.asMember(who)(PRICED, { near: AARHUS, service: "PHYSIOTHERAPY", claimId: globalId("Claim", id) })).data.providers;
      const other = await ask(stranger, claim.id);
      expect(other).toEqual({ edges: [], errors: [{ code: "NOT_FOUND", path: ["claimId"] }] });
      expect(await ask(stranger, member.id)).toEqual(other);
      expect((await t.asClinic(near)(PAGE, asked({ claimId: globalId("Claim", claim.id) }))).data.providers.errors[0].code).toBe(
        "NOT_FOUND",
      );
    });

    it("records what the health team read, and nothing of the member's own search", async () => {
      const claim = await t.make.claim(member);
      const variables = { near: AARHUS, service: "PHYSIOTHERAPY", claimId: globalId("Claim", claim.id) };
      const count = async () =>
        (await t.rows("select actor_role from audit_event where operation = 'providers' and object_id = $1", [claim.id])).map(
          (row: any) => row.actor_role,
        );
      await t.asMember(member)(PRICED, variables);
      expect(await count()).toEqual([]);
      await t.asHealthTeam()(PRICED, variables);
      expect(await count()).toEqual(["HEALTH_TEAM"]);
    });
  });

  it("shows rates to those who pay or are quoted, never to a clinic or a stranger", async () => {
    const rates = `{ providers(near: { postalCode: "8000" }, service: PHYSIOTHERAPY, first: 1) { edges { node { rate { amountMinor } } } } }`;
    for (const ask of [t.asFinance(), t.asHealthTeam(), t.asMember(member)]) {
      expect((await ask(rates)).data.providers.edges[0].node.rate).toEqual({ amountMinor: "65000" });
    }
    for (const ask of [t.as(null), t.asClinic(near)]) {
      const answer = await ask(rates);
      expect(answer.data).toBeFalsy();
      expect(answer.text).not.toContain("65000");
    }
    // what the fields hide, the database role of requests cannot read either
    await expect(t.rows("set role gateway_app").then(() => t.rows("select first_rates from listing"))).rejects.toThrow("permission denied");
  });

  it.each([
    ["an unknown postal code", { near: { postalCode: "0001" } }, "POSTAL_CODE_UNKNOWN", ["near", "postalCode"]],
    ["a post box", { near: { postalCode: "0900" } }, "POSTAL_CODE_WITHOUT_PLACE", ["near", "postalCode"]],
    ["no place", { near: {} }, "NEAR_UNCLEAR", ["near"]],
    ["two places", { near: { postalCode: "8000", location: { latitude: 56, longitude: 10 } } }, "NEAR_UNCLEAR", ["near"]],
    ["a point abroad", { near: { location: { latitude: 48.8, longitude: 2.3 } } }, "PLACE_OUTSIDE_DENMARK", ["near", "location"]],
    ["a home without a claim", { near: { home: true } }, "CLAIM_NEEDED", ["claimId"]],
    ["a radius of nothing", { radiusKm: 0 }, "RADIUS_OUT_OF_RANGE", ["radiusKm"]],
    ["a window of 32 days", { earliestBy: fromNow(32 * 86_400_000).toISOString() }, "WINDOW_TOO_LONG", ["earliestBy"]],
    ["a window in the past", { earliestBy: "2020-01-01T00:00:00Z" }, "WINDOW_EMPTY", ["earliestBy"]],
  ])("refuses %s, with the field and a remedy", async (_, more, code, path) => {
    const { errors, edges } = await search(more);
    expect(edges).toEqual([]);
    expect(errors).toEqual([{ code, path, remedy: expect.stringMatching(/\.$/) }]);
  });

  it("gives every reason at once", async () => {
    const { errors } = await search({ near: { postalCode: "0900" }, radiusKm: 0, earliestBy: "2020-01-01T00:00:00Z" });
    expect(errors.map((e: any) => e.code).sort()).toEqual(["POSTAL_CODE_WITHOUT_PLACE", "RADIUS_OUT_OF_RANGE", "WINDOW_EMPTY"]);
  });

  it("lets in no service, channel or language that is none: each is named, nothing is looked up", async () => {
    const { data, errors, statements } = await t.as(null)(PAGE, asked({ service: "ALCHEMY", channel: "PIGEON", language: "Danish" }));
    expect(data).toBeUndefined();
    expect(errors?.map(({ extensions }) => [extensions.code, extensions["inputPath"]])).toEqual([
      ["BAD_USER_INPUT", ["service"]],
      ["BAD_USER_INPUT", ["channel"]],
      ["BAD_USER_INPUT", ["language"]],
    ]);
    expect(statements).toBe(0);
  });

  it("finds the same provider behind its id", async () => {
    const { nodes } = await search();
    const { data } = await t.as(null)(
      "query ($id: ID!) { node(id: $id) { id __typename ... on Provider { service { code } distanceKm clinic { id } nextSlots { slot { id } } } } }",
      { id: nodes[0].id },
    );
    expect(data.node).toEqual({
      id: nodes[0].id,
      __typename: "Provider",
      service: { code: "PHYSIOTHERAPY" },
      distanceKm: null,
      clinic: { id: nodes[0].clinic.id },
      nextSlots: nodes[0].nextSlots.map(({ slot }: any) => ({ slot })),
    });
  });

  it("refuses a cursor of the other order, and one made by hand", async () => {
    const { pageInfo } = await search({ first: 1 });
    for (const after of [pageInfo.endCursor, "bm9uc2Vuc2U"]) {
      const answer = await t.as(null)(PAGE, asked({ order: "EARLIEST", after }));
      expect(answer.errors?.[0].extensions.code).toBe("BAD_USER_INPUT");
    }
  });
});
