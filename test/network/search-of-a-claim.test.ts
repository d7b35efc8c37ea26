/** A search for a claim: its wishes are held as long as anything is found with them, and a designated place is the only one. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { wishSteps } from "../../src/features/network/search/search-wishes.js";
import { randomUUID } from "node:crypto";
import { BOOK_SLOT, HOLD_SLOT } from "../support/documents.js";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { at, dayIn, type MadeClaim, type MadeClinic } from "../support/make.js";

const PAGE = `query ($service: ServiceCode!, $claimId: ID, $first: Int! = 10, $after: String, $order: ProviderOrder! = DISTANCE, $language: LanguageTag, $channel: Channel) {
  providers(near: { postalCode: "8000" }, service: $service, claimId: $claimId, first: $first, after: $after, order: $order, language: $language, channel: $channel) {
    edges { node { clinic { id } nextSlots { slot { id } } } } pageInfo { hasNextPage endCursor } heldWishes setAsideWishes errors { code rule remedy } } }`;
const SKAGEN = { postnr: "9990", town: "Skagen", lat: 57.7209, lon: 10.5839, regionCode: "1081", kommuneCode: "0813" };

describe("the wishes of a search", () => {
  test("are set aside one by one: who treats, then the language, then the way of meeting", () => {
    const wishes = { language: "pl", gender: "female", channel: "ONLINE", postnr: "8000" } as const;
    const steps = wishSteps(wishes, { channel: null, language: null });
    expect(steps.map(({ setAside }) => setAside)).toEqual([[], ["gender"], ["gender", "language"], ["gender", "language", "channel"]]);
    expect(steps[0]).toMatchObject({ channel: "ONLINE", language: "pl", gender: "female" });
    expect(steps.at(-1)).toMatchObject({ channel: null, language: null, gender: null, held: [] });
  });

  test("are no wishes where the caller asks for something else", () => {
    expect(wishSteps({ language: "pl", channel: "ONLINE" }, { channel: "IN_PERSON", language: "en" })).toEqual([
      { channel: "IN_PERSON", language: "en", gender: null, held: [], setAside: [] },
    ]);
    expect(wishSteps({}, { channel: null, language: null })).toHaveLength(1);
  });
});

describe("a search for a claim", () => {
  let t: TestApp;
  let man: MadeClinic;
  let woman: MadeClinic;
  let far: MadeClinic;
  beforeAll(async () => {
    t = await startApp();
    const services = ["PHYSIOTHERAPY", "SPECIALIST_EXAMINATION"];
    man = await t.make.clinic({ services });
    woman = await t.make.clinic({ services });
    far = await t.make.clinic({ services, place: SKAGEN });
    await t.rows("update practitioner set gender = 'male' where id = any ($1)", [[man.practitionerId, far.practitionerId]]);
    await t.rows("update practitioner set gender = 'female' where id = $1", [woman.practitionerId]);
    for (const clinic of [man, woman, far]) for (const day of [2, 3]) await t.make.slot(clinic, { startsAt: at(dayIn(day)) });
  });
  afterAll(() => t.stop());

  const claimOf = async (row: Record<string, unknown>, service = "PHYSIOTHERAPY"): Promise<{ ask: Asker; claim: MadeClaim }> => {
    const member = await t.make.member();
    return { ask: t.asMember(member), claim: await t.make.claim(member, { service, row }) };
  };
  const search = async (ask: Asker, claim: MadeClaim, more: object = {}) => {
    const answer = await ask(PAGE, { service: "PHYSIOTHERAPY", claimId: globalId("Claim", claim.id), ...more });
    expect(answer.errors).toBeUndefined();
    const { edges, ...page } = answer.data.providers;
    return { ...page, clinics: edges.map((edge: any) => edge.node.clinic.id) };
  };

  test("holds what the member wishes", async () => {
    const { ask, claim } = await claimOf({ wishes: { gender: "female" } });
    for (const order of ["DISTANCE", "EARLIEST"])
      expect(await search(ask, claim, { order })).toMatchObject({
        clinics: [globalId("Clinic", woman.id)],
        heldWishes: ["GENDER"],
        setAsideWishes: [],
      });
  });

  test("sets aside what nobody meets, says so, and goes on the same way on the next page", async () => {
    const { ask, claim } = await claimOf({ wishes: { gender: "female", language: "pl", channel: "IN_PERSON" } });
    const first = await search(ask, claim, { first: 1 });
    expect(first).toMatchObject({ heldWishes: ["CHANNEL"], setAsideWishes: ["GENDER", "LANGUAGE"], pageInfo: { hasNextPage: true } });
    const second = await search(ask, claim, { first: 1, after: first.pageInfo.endCursor });
    expect(second).toMatchObject({ setAsideWishes: ["GENDER", "LANGUAGE"], pageInfo: { hasNextPage: false } });
    expect(new Set([...first.clinics, ...second.clinics]).size).toBe(2);
  });

  test("asks for what the caller asks for, and sets none of it aside", async () => {
    const { ask, claim } = await claimOf({ wishes: { language: "da" } });
    expect(await search(ask, claim, { language: "pl" })).toMatchObject({ clinics: [], heldWishes: [], setAsideWishes: [] });
  });

  test("for a specialist finds the designated place alone, however far it is", async () => {
    const { ask, claim } = await claimOf({ guarantee_class: "SPECIALIST_10" }, "SPECIALIST_EXAMINATION");
    const service = "SPECIALIST_EXAMINATION";
    expect((await search(ask, claim, { service })).errors).toMatchObject([{ code: "AWAITS_DESIGNATION", rule: "PRV-DESIGNATED" }]);
    expect((await search(t.asHealthTeam(), claim, { service })).clinics).toHaveLength(2);
    await t.make.designation(claim, far);
    for (const order of ["DISTANCE", "EARLIEST"])
      expect((await search(ask, claim, { service, order })).clinics).toEqual([globalId("Clinic", far.id)]);
  });

  test("for a specialist who is named finds, quotes, holds and books that specialist's times alone", async () => {
    const service = "SPECIALIST_EXAMINATION";
    const { ask, claim } = await claimOf({ guarantee_class: "SPECIALIST_10" }, service);
    const ward = await t.make.clinic({ services: [service] });
    const named = await t.make.practitioner(ward.id);
    const colleagues = await t.make.slot(ward, { startsAt: at(dayIn(2)) });
    await t.make.designation(claim, ward, { practitioner_id: named });
    expect((await search(ask, claim, { service })).clinics).toEqual([]);
    const hers = await t.make.slot(ward, { startsAt: at(dayIn(3)), row: { practitioner_id: named } });
    const { data } = await ask(PAGE, { service, claimId: globalId("Claim", claim.id) });
    expect(data.providers.edges.map(({ node }: any) => node.nextSlots.map(({ slot }: any) => slot.id))).toEqual([
      [globalId("Slot", hers.id)],
    ]);
    const input = (slot: { id: string }) => ({
      input: { idempotencyKey: randomUUID(), claimId: globalId("Claim", claim.id), slotId: globalId("Slot", slot.id) },
    });
    const against = async (slot: { id: string }): Promise<string[][]> => {
      const { claimId, slotId } = input(slot).input;
      const quote = "query ($claimId: ID!, $slotId: ID!) { claim(id: $claimId) { quote(slotId: $slotId) { refusals { code } } } }";
      const [quoted, held, booked] = [
        (await ask(quote, { claimId, slotId })).data.claim.quote.refusals,
        (await ask(HOLD_SLOT, input(slot))).data.holdSlot.errors,
        (await ask(BOOK_SLOT, input(slot))).data.bookSlot.errors,
      ];
      return [quoted, held, booked].map((errors) => errors.map((error: { code: string }) => error.code));
    };
    expect(await against(colleagues)).toEqual([["NOT_DESIGNATED"], ["NOT_DESIGNATED"], ["NOT_DESIGNATED"]]);
    expect(await against(hers)).toEqual([[], [], []]);
  });
});
