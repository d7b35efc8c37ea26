/** One mapping from a service to its public tariff, wherever the region's share is deducted. */
import { randomUUID } from "node:crypto";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { AARHUS, dayIn, type MadeClaim, type MadeClinic, type MadeMember } from "../support/make.js";
import { bookSlot } from "../bookings/documents.js";

const PRICED = `query ($near: NearInput!, $service: ServiceCode!, $claimId: ID) { providers(near: $near, service: $service, claimId: $claimId, first: 5) {
  edges { node { price { publicPays { amountMinor } insurerPays { amountMinor } } } } } }`;
const QUOTE = `query ($claim: ID!, $slot: ID!) { claim(id: $claim) { quote(slotId: $slot) { price { publicPays { amountMinor } insurerPays { amountMinor } reasons { code } } } } }`;
const DECIDE = `mutation ($input: DecideReimbursementInput!) { decideReimbursement(input: $input) {
  reimbursement { reimbursed { amountMinor } memberPays { amountMinor } reasons { code } } errors { code } } }`;
const GROSS = 58_900;

let t: TestApp;
let clinic: MadeClinic;
let share: number;
beforeAll(async () => {
  t = await startApp();
  const of = await t.make.provider({ publiclyAgreed: true });
  clinic = await t.make.clinic({ of, services: ["REHABILITATION"], firstMinor: GROSS });
  const [tariff] = await t.rows<{ share: number }>(
    "select public_share_minor::int as share from public_tariff where service_code = 'PHYSIOTHERAPY' and session = 'FIRST' and valid_from <= $1 and (valid_until is null or valid_until > $1)",
    [dayIn(3)],
  );
  share = tariff?.share ?? 0;
});
afterAll(() => t.stop());

const row = { condition_code: "KNEE_INJURY", flags: { afterCoveredSurgery: true }, referral_type: "SPECIALIST" };
const someone = async (more: object = {}): Promise<{ member: MadeMember; claim: MadeClaim }> => {
  const member = await t.make.member();
  return { member, claim: await t.make.claim(member, { service: "REHABILITATION", row: { ...row, ...more } }) };
};

describe("rehabilitation, prescribed, at a clinic with a public agreement", () => {
  it("costs the insurer the rate less the region's share, in the search, the quote and the booking alike", async () => {
    const { member, claim } = await someone();
    const slot = await t.make.slot(clinic);
    const expected = { publicPays: { amountMinor: String(share) }, insurerPays: { amountMinor: String(GROSS - share) } };
    expect(share).toBeGreaterThan(0);
    const ask = t.asMember(member);
    const near = { location: { latitude: AARHUS.lat, longitude: AARHUS.lon } };
    const { providers } = (await ask(PRICED, { near, service: "REHABILITATION", claimId: globalId("Claim", claim.id) })).data;
    expect(providers.edges[0].node.price).toEqual(expected);
    const { quote } = (await ask(QUOTE, { claim: globalId("Claim", claim.id), slot: globalId("Slot", slot.id) })).data.claim;
    expect(quote.price).toEqual({ ...expected, reasons: [{ code: "PUBLIC_REIMBURSEMENT_DEDUCTED" }] });
    expect((await bookSlot(ask, claim, slot)).codes).toEqual([]);
    const [booked] = await t.rows(
      "select insurer_pays_minor::int as insurer, member_pays_minor::int as member from booking where claim_id = $1",
      [claim.id],
    );
    expect(booked).toEqual({ insurer: GROSS - share, member: 0 });
  });

  it("and GLA:D have one tariff with physiotherapy, and psychotherapy, which has no agreement, has none", async () => {
    const priced = async (service: string, condition_code: string): Promise<string> => {
      const at = await t.make.clinic({ of: await t.make.provider({ publiclyAgreed: true }), services: [service], firstMinor: GROSS });
      const claim = await t.make.claim(await t.make.member(), {
        service,
        row: { condition_code, condition_arose_on: dayIn(-90), flags: { afterCoveredSurgery: true }, referral_type: "SPECIALIST" },
      });
      const slot = await t.make.slot(at);
      const { quote } = (await t.asHealthTeam()(QUOTE, { claim: globalId("Claim", claim.id), slot: globalId("Slot", slot.id) })).data.claim;
      return quote.price.publicPays.amountMinor;
    };
    expect([
      await priced("GLAD", "BACK_PAIN"),
      await priced("PHYSIOTHERAPY", "BACK_PAIN"),
      await priced("REHABILITATION", "KNEE_INJURY"),
    ]).toEqual(Array(3).fill(String(share)));
    expect(await priced("PSYCHOTHERAPIST", "GRIEF")).toBe("0");
  });

  it("costs the whole rate where the clinic has none", async () => {
    const { member, claim } = await someone();
    const private_ = await t.make.clinic({ services: ["REHABILITATION"], firstMinor: GROSS });
    const slot = await t.make.slot(private_);
    const { quote } = (await t.asMember(member)(QUOTE, { claim: globalId("Claim", claim.id), slot: globalId("Slot", slot.id) })).data.claim;
    expect(quote.price).toMatchObject({ publicPays: { amountMinor: "0" }, insurerPays: { amountMinor: String(GROSS) } });
  });

  it("of own choice is reimbursed less the region's share, though the bill says nothing of it", async () => {
    const { claim } = await someone({
      mode: "OWN_CHOICE",
      portion_authorised: 5,
      guarantee_outcome: "NONE",
      guarantee_class: "NONE",
      promise_state: "NONE",
    });
    const bill = {
      reference: "R-1",
      treatedOn: dayIn(0),
      lastTreatmentOn: dayIn(0),
      receivedOn: dayIn(0),
      feeMinor: String(GROSS),
      hasPublicAgreement: true,
    };
    const input = { idempotencyKey: randomUUID(), claimId: globalId("Claim", claim.id), ...bill };
    const { decideReimbursement } = (await t.asHealthTeam()(DECIDE, { input })).data;
    expect(decideReimbursement).toEqual({
      errors: [],
      reimbursement: {
        reimbursed: { amountMinor: String(GROSS - share) },
        memberPays: { amountMinor: "0" },
        reasons: [{ code: "PUBLIC_REIMBURSEMENT_DEDUCTED" }],
      },
    });
  });
});
