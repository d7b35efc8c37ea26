import { servicesWithTotal } from "../../src/rules/data/caps.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { dayIn, newTestId, type MadeClaim, type MadeClinic, type MadeMember, type MadeSlot } from "../support/make.js";
import { correct } from "../settlement/acts.js";
import { attend, bookSlot, cancel, key, move, uuidOf } from "./documents.js";
import { sceneOf } from "./scene.js";

/** DKK 100,000 for the whole insurance period (PRC-ADDICTION-100000), and what a stay costs here. */
const TOTAL = 10_000_000;
const FIRST = 7_000_000;
const LATER = 6_000_000;
const QUOTE = `query ($claim: ID!, $slot: ID!) { claim(id: $claim) { quote(slotId: $slot) { bookable refusals { code } price {
  gross { amountMinor } insurerPays { amountMinor } memberPays { amountMinor } reasons { code } } } } }`;
const SEARCH = `query ($claim: ID!) { providers(near: { postalCode: "8000" }, service: ADDICTION_TREATMENT, claimId: $claim, first: 5) { edges { node { price { insurerPays { amountMinor } memberPays { amountMinor } reasons { code } } } } } }`;

const DECIDE = `mutation ($input: DecideReimbursementInput!) { decideReimbursement(input: $input) { reimbursement { reimbursed { amountMinor } reasons { code } } errors { code } } }`;

let t: TestApp;
let second: TestApp;
let clinic: MadeClinic;
let scene: ReturnType<typeof sceneOf>;
beforeAll(async () => {
  t = await startApp();
  second = await t.another();
  clinic = await t.make.clinic({ services: ["ADDICTION_TREATMENT"], firstMinor: FIRST, followUpMinor: LATER });
  scene = sceneOf(t, () => clinic);
});
afterAll(async () => {
  await second.stop();
  await t.stop();
});

const treated = async (member: MadeMember, more: object = {}): Promise<MadeClaim> => {
  const claim = await t.make.claim(member, {
    service: "ADDICTION_TREATMENT",
    row: {
      under: "C",
      condition_code: "ALCOHOL_ADDICTION",
      guarantee_outcome: "NONE",
      guarantee_class: "NONE",
      portion_authorised: 20,
      promise_state: "NONE",
      ...more,
    },
  });
  await t.make.designation(claim, clinic);
  return claim;
};
const someone = (): Promise<MadeMember> => t.make.member({ policy: { optional: ["C"] } });
const priceOf = async (member: MadeMember, claim: MadeClaim, slot: MadeSlot): Promise<any> =>
  (await t.asMember(member)(QUOTE, { claim: globalId("Claim", claim.id), slot: globalId("Slot", slot.id) })).data.claim.quote;
const shares = (member: MadeMember): Promise<any[]> =>
  t.rows(
    `select b.insurer_pays_minor::int as insurer, b.member_pays_minor::int as member, (select sum(p.amount_minor)::int from posting p where p.entry_id = b.id and p.account = 'INSURER_EXPENSE') as book
     from booking b where b.member_id = $1 and b.state in ('CONFIRMED','ATTENDED') order by b.booked_at, b.id`,
    [member.id],
  );
const reimbursed = (member: MadeMember, claim: MadeClaim, minor: number): Promise<unknown> =>
  t.rows(
    `with d as (insert into decision (id, kind, claim_id, member_id, rule_version, settings, facts, outcome, actor) values ($1, 'PRICE', $2, $3, 'test', '{}', '{}', '{}', 'test') returning id),
     u as (insert into treatment_usage (id, member_id, policy_id, claim_id, service_code, under, mode, year, treated_on, state) values (gen_random_uuid(), $3, $4, gen_random_uuid(), 'ADDICTION_TREATMENT', 'C', 'OWN_CHOICE', 2024, $6, 'COUNTED') returning id)
     insert into reimbursement (id, claim_id, member_id, policy_id, service_code, under, treated_on, bill_received_on, bill_reference, bill_key, usage_id, fee_minor, reimbursed_minor, member_pays_minor, danmark_minor, reasons, decision_id, decided_by)
     select gen_random_uuid(), $2, $3, $4, 'ADDICTION_TREATMENT', 'C', $6, $6, $1, $1, u.id, $5, $5, 0, 0, '[]', d.id, 'test' from d, u`,
    [newTestId(), claim.id, member.id, member.policyId, minor, dayIn(-2)],
  );

describe("a service with a total", () => {
  it("is paid up to it; the member pays the rest, in quote, search and booking alike", async () => {
    const member = await someone();
    const claim = await treated(member);
    const [one, two, three] = [await scene.freeSlot(), await scene.freeSlot(), await scene.freeSlot()];
    expect((await bookSlot(t.asMember(member), claim, one)).codes).toEqual([]);
    const price = {
      gross: { amountMinor: String(LATER) },
      insurerPays: { amountMinor: String(TOTAL - FIRST) },
      memberPays: { amountMinor: String(LATER - (TOTAL - FIRST)) },
      reasons: [{ code: "CAPPED_TOTAL" }],
    };
    expect(await priceOf(member, claim, two)).toEqual({ bookable: true, refusals: [], price });
    const { gross: _, ...shown } = price;
    const found = (await t.asMember(member)(SEARCH, { claim: globalId("Claim", claim.id) })).data.providers.edges;
    expect(found.map((e: any) => e.node.price)).toEqual([shown]);
    const booked = await bookSlot(t.asMember(member), claim, two);
    expect(booked.codes).toEqual([]);
    expect((await bookSlot(t.asHealthTeam(), claim, three)).codes).toEqual([]);
    expect(await shares(member)).toEqual([
      { insurer: FIRST, member: 0, book: FIRST },
      { insurer: TOTAL - FIRST, member: LATER - (TOTAL - FIRST), book: TOTAL - FIRST },
      { insurer: 0, member: LATER, book: null },
    ]);
  });

  it("keeps one total for two gateways, several claims and every caller at once", async () => {
    const member = await someone();
    const claims = [await treated(member), await treated(member)] as const;
    const slots = await Promise.all(Array.from({ length: 6 }, () => scene.freeSlot()));
    const askers = [t.asMember(member), second.asMember(member), t.asHealthTeam()];
    const answers = await Promise.all(
      slots.map((slot, i) => bookSlot(askers[i % 3] ?? t.asHealthTeam(), i % 2 ? claims[1] : claims[0], slot)),
    );
    expect(answers.flatMap((a) => a.codes)).toEqual([]);
    expect((await shares(member)).reduce((sum, s) => sum + s.insurer, 0)).toBe(TOTAL);
  });

  it("counts reimbursements, and gives back what was cancelled, moved or corrected", async () => {
    const member = await someone();
    const claim = await treated(member);
    await reimbursed(member, claim, 5_000_000);
    const booked = await bookSlot(t.asMember(member), claim, await scene.freeSlot());
    expect(await shares(member)).toMatchObject([{ insurer: 5_000_000, member: FIRST - 5_000_000 }]);
    const moved = await move(t.asMember(member), booked.data.booking.id, await scene.freeSlot());
    expect(moved.codes).toEqual([]);
    expect(await shares(member)).toMatchObject([{ insurer: 5_000_000, member: FIRST - 5_000_000 }]);
    const next = await scene.freeSlot();
    expect((await priceOf(member, claim, next)).price).toMatchObject({ insurerPays: { amountMinor: "0" } });
    await cancel(t.asMember(member), moved.data.booking.id);
    expect((await priceOf(member, claim, next)).price).toMatchObject({ insurerPays: { amountMinor: "5000000" } });

    const again = await bookSlot(t.asMember(member), claim, await scene.freeSlot());
    const id = uuidOf(again.data.booking.id);
    await scene.begun(id);
    expect((await attend(t.asClinic(clinic), again.data.booking.id)).codes).toEqual([]);
    expect((await priceOf(member, claim, next)).price).toMatchObject({ insurerPays: { amountMinor: "0" } });
    const [line] = await t.rows<{ id: string }>("select id from settlement_line where booking_id = $1", [id]);
    await correct(t.asFinance(), globalId("SettlementLine", line?.id ?? ""), -2_000_000n, "PARTLY_ATTENDED");
    for (const asker of [t.asMember(member), t.asHealthTeam()]) {
      const quoted = (await asker(QUOTE, { claim: globalId("Claim", claim.id), slot: globalId("Slot", next.id) })).data.claim.quote;
      expect(quoted.price).toMatchObject({ insurerPays: { amountMinor: "2000000" }, reasons: [{ code: "CAPPED_TOTAL" }] });
    }
  });

  it("is one for network and own choice: a bill gets what the bookings leave", async () => {
    const member = await someone();
    expect((await bookSlot(t.asMember(member), await treated(member), await scene.freeSlot())).codes).toEqual([]);
    const claim = await treated(member, { mode: "OWN_CHOICE" });
    await t.rows(
      "insert into treatment_usage (id, member_id, policy_id, claim_id, service_code, under, mode, year, treated_on, state) select gen_random_uuid(), member_id, policy_id, id, service_code, under, mode, 2026, $2, 'COUNTED' from claim where id = $1",
      [claim.id, dayIn(0)],
    );
    const bill = { reference: "R-1", treatedOn: dayIn(0), lastTreatmentOn: dayIn(0), receivedOn: dayIn(0), feeMinor: "5000000" };
    const { data } = await t.asHealthTeam()(DECIDE, { input: { idempotencyKey: key(), claimId: globalId("Claim", claim.id), ...bill } });
    expect(data.decideReimbursement).toMatchObject({
      errors: [],
      reimbursement: { reimbursed: { amountMinor: String(TOTAL - FIRST) }, reasons: [{ code: "CAPPED_TOTAL" }] },
    });
  });

  it("is the member's own, and where it is per claim, the claim's own", async () => {
    const [member, other] = [await someone(), await someone()];
    const [a, b, elsewhere] = [await treated(member), await treated(member), await treated(other)];
    await reimbursed(member, a, 100);
    const used = async (claim: MadeClaim, perClaim: boolean): Promise<unknown> =>
      (await t.rows("select paid_of_total($1, $2)::int as used", [claim.id, perClaim]))[0]?.["used"];
    expect([await used(a, false), await used(b, false), await used(elsewhere, false)]).toEqual([100, 100, 0]);
    expect([await used(a, true), await used(b, true)]).toEqual([100, 0]);
    expect([servicesWithTotal("INSURANCE_PERIOD"), servicesWithTotal("CLAIM")]).toEqual([
      ["ADDICTION_TREATMENT", "CONVALESCENT_CARE", "HOSPICE"],
      ["DENTAL"],
    ]);
  });
});
