import { startApp, globalId, type TestApp } from "../support/app.js";
import type { MadeClinic } from "../support/make.js";
import { attend } from "./documents.js";
import { sceneOf } from "./scene.js";

let app: TestApp;
let clinic: MadeClinic;
let scene: ReturnType<typeof sceneOf>;
beforeAll(async () => {
  app = await startApp();
  clinic = await app.make.clinic();
  scene = sceneOf(app, () => clinic);
});
afterAll(() => app.stop());

const LIST = `query ($first: Int!, $after: String, $filter: BookingFilterInput) { bookings(first: $first, after: $after, filter: $filter) { edges { node { id reference state } } pageInfo { hasNextPage endCursor } } }`;
const FOR_CLINIC = `query ($first: Int!, $filter: BookingFilterInput) { bookings(first: $first, filter: $filter) { edges { node { id state payable { amountMinor } patient { name birthYear } } } } }`;
const ONE = `query ($id: ID!) { booking(id: $id) { id state } node(id: $id) { id ... on Booking { reference } } }`;

describe("booking and bookings", () => {
  it("show a member their own, and of others neither the thing nor a difference to what does not exist", async () => {
    const [mine, theirs] = [await scene.booked(), await scene.booked()];
    expect((await mine.asker(ONE, { id: mine.bookingId })).data).toMatchObject({
      booking: { id: mine.bookingId },
      node: { reference: expect.any(String) },
    });
    const foreign = await mine.asker(ONE, { id: theirs.bookingId });
    const unknown = await mine.asker(ONE, { id: globalId("Booking", "01990000-0000-7000-8000-000000000000") });
    expect(foreign.data).toEqual({ booking: null, node: null });
    expect(foreign.data).toEqual(unknown.data);
    const list = await mine.asker(LIST, { first: 10 });
    expect(list.data.bookings.edges.map((e: any) => e.node.id)).toEqual([mine.bookingId]);
  });

  it("page through all of a clinic's bookings without loss, at a constant number of statements", async () => {
    for (let i = 0; i < 12; i += 1) await scene.booked();
    const asker = app.asClinic(clinic);
    await asker(LIST, { first: 1 });
    const small = await asker(LIST, { first: 2 });
    const large = await asker(LIST, { first: 50 });
    expect(large.statements).toBe(small.statements);
    expect(large.statements).toBeLessThanOrEqual(5);
    const all = large.data.bookings.edges.map((e: any) => e.node.id);
    expect(all.length).toBeGreaterThanOrEqual(12);
    const paged: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { bookings }: any = (await asker(LIST, { first: 5, after })).data;
      paged.push(...bookings.edges.map((e: any) => e.node.id));
      ({ endCursor: after, hasNextPage: more } = bookings.pageInfo);
    }
    expect(paged).toEqual(all);
  });

  it("name the patient to the clinic while it is current, and by initials when a month has passed", async () => {
    const b = await scene.booked();
    const asker = app.asClinic(clinic);
    const seen = async () =>
      (
        await asker(FOR_CLINIC, {
          first: 1,
          filter: { reference: (await app.rows("select reference from booking where id = $1", [b.id]))[0].reference },
        })
      ).data.bookings.edges[0].node;
    expect(await seen()).toMatchObject({ payable: { amountMinor: "65000" }, patient: { name: "Bente Test Prøve", birthYear: 1980 } });
    await scene.begun(b.id);
    expect((await attend(asker, b.bookingId, "NO_SHOW")).codes).toEqual([]);
    await app.rows("update booking set starts_at = starts_at - interval '60 days', ends_at = ends_at - interval '60 days' where id = $1", [
      b.id,
    ]);
    expect((await seen()).patient).toEqual({ name: "B. T. P.", birthYear: 1980 });
  });

  it("put on record whose appointments were seen, before the answer leaves", async () => {
    const b = await scene.booked();
    const count = async () =>
      (
        await app.rows("select count(*)::int as n from audit_event where member_id = $1 and operation in ('booking', 'bookings')", [
          b.member.id,
        ])
      )[0].n;
    await app.asHealthTeam()(ONE, { id: b.bookingId });
    expect(await count()).toBe(2);
    await app.asHealthTeam()(LIST, { first: 5, filter: { memberId: globalId("Member", b.member.id) } });
    expect(await count()).toBe(3);
  });

  it("narrow by claim, state and time", async () => {
    const b = await scene.booked();
    const ids = async (filter: object) =>
      (await app.asHealthTeam()(LIST, { first: 100, filter })).data.bookings.edges.map((e: any) => e.node.id);
    expect(await ids({ claimId: globalId("Claim", b.claim.id) })).toEqual([b.bookingId]);
    expect(await ids({ claimId: globalId("Claim", b.claim.id), states: ["NO_SHOW"] })).toEqual([]);
    expect(await ids({ claimId: globalId("Claim", b.claim.id), to: b.slot.startsAt.toISOString() })).toEqual([]);
    expect(await ids({ claimId: globalId("Claim", b.claim.id), from: b.slot.startsAt.toISOString() })).toEqual([b.bookingId]);
  });
});

const QUOTE = `query ($claimId: ID!, $slotId: ID!) { claim(id: $claimId) { quote(slotId: $slotId) { slot { clinic { id } practitioner { id } } clinic { id } practitioner { id name } service { code } bookable standing latestOn sessionNumber treatmentsRemaining notes freeCancellationUntil refusals { code } price { gross { amountMinor } publicPays { amountMinor } insurerPays { amountMinor } memberPays { amountMinor } } } } }`;

describe("quote", () => {
  it("says price, cover and standing of a time, and takes nothing", async () => {
    const { member, claim } = await scene.someone({ row: { portion_authorised: 4 } });
    const slot = await scene.freeSlot();
    const asker = app.asMember(member);
    const { data } = await asker(QUOTE, { claimId: globalId("Claim", claim.id), slotId: globalId("Slot", slot.id) });
    expect(data.claim.quote).toMatchObject({
      bookable: true,
      standing: "ON_TARGET",
      sessionNumber: 1,
      treatmentsRemaining: 4,
      refusals: [],
      price: { gross: { amountMinor: "65000" }, insurerPays: { amountMinor: "65000" }, memberPays: { amountMinor: "0" } },
    });
    const { clinic, practitioner, service, slot: quoted } = data.claim.quote;
    expect(service).toEqual({ code: "PHYSIOTHERAPY" });
    expect(clinic).toEqual(quoted.clinic);
    expect(practitioner).toEqual({ ...quoted.practitioner, name: expect.any(String) });
    expect(await app.rows("select booked from slot where id = $1", [slot.id])).toEqual([{ booked: 0 }]);
    expect(await app.rows("select count(*)::int as n from audit_event where member_id = $1 and operation = 'quote'", [member.id])).toEqual([
      { n: 1 },
    ]);
  });

  it("lists what would refuse the booking, and is null for a claim of somebody else", async () => {
    const { member, claim } = await scene.someone({ consent: false });
    const taken = await scene.booked();
    const ids = { claimId: globalId("Claim", claim.id), slotId: globalId("Slot", taken.slot.id) };
    const { data } = await app.asMember(member)(QUOTE, ids);
    expect(data.claim.quote.bookable).toBe(false);
    expect(data.claim.quote.refusals.map((r: any) => r.code)).toEqual(expect.arrayContaining(["SLOT_TAKEN", "CONSENT_MISSING"]));
    expect((await taken.asker(QUOTE, ids)).data.claim).toBeNull();
  });
});
