import { randomUUID } from "node:crypto";
import { replayDecision } from "../../src/rules/decide.js";
import { addDays, addMonths } from "../../src/kernel/calendar.js";
import { globalId, startApp, type Answer, type TestApp } from "../support/app.js";
import { dayIn, type MadeClaim, type MadeMember } from "../support/make.js";
import { expectTold } from "../support/told.js";

const DECIDE = `mutation ($input: DecideReimbursementInput!) { decideReimbursement(input: $input) {
  reimbursement { id reimbursed { amountMinor } memberPays { amountMinor } danmark { amountMinor } reasons { code rule clause message remedy } } errors { code path rule } replayed } }`;
let t: TestApp;
let n = 0;
const day = dayIn(0);

beforeAll(async () => {
  t = await startApp();
});
afterAll(async () => t.stop());

async function ownChoice(
  service = "PHYSIOTHERAPY",
  row: object = {},
  policy: object = {},
): Promise<{ member: MadeMember; claim: MadeClaim }> {
  const member = await t.make.member({ policy: { ...policy } });
  return {
    member,
    claim: await t.make.claim(member, { service, row: { mode: "OWN_CHOICE", guarantee_outcome: "NONE", guarantee_class: "NONE", ...row } }),
  };
}
/** A claim approved so many working days ago, with everything else in time. */
const since = (days: number): object => ({
  received_at: `${dayIn(-days)}T09:00:00Z`,
  approved_at: `${dayIn(-days)}T09:00:00Z`,
  condition_arose_on: dayIn(-days - 5),
});
const decide = (claim: MadeClaim, more: object = {}): Promise<Answer> =>
  t.asHealthTeam()(DECIDE, {
    input: {
      idempotencyKey: randomUUID(),
      claimId: globalId("Claim", claim.id),
      reference: `R-${(n += 1)}`,
      treatedOn: day,
      lastTreatmentOn: day,
      receivedOn: dayIn(0),
      feeMinor: "60000",
      ...more,
    },
  });
/** Treatments on record on as many of the last working days, the newest first. */
const counted = async (claim: MadeClaim, count: number): Promise<string[]> => {
  const days = Array.from({ length: count }, (_, i) => dayIn(-i));
  await t.rows(
    "insert into treatment_usage (id, member_id, policy_id, claim_id, service_code, under, mode, year, treated_on, state) select gen_random_uuid(), member_id, policy_id, id, service_code, under, 'OWN_CHOICE', extract(year from d)::int, d, 'COUNTED' from claim, unnest($2::date[]) d where id = $1",
    [claim.id, days],
  );
  return days;
};
const outcome = async (answer: Promise<Answer>): Promise<any> => (await answer).data.decideReimbursement;

describe("contradicting facts of a bill", () => {
  const codes = async (more: object): Promise<string[]> => {
    const { claim } = await ownChoice("PSYCHOLOGIST", { condition_code: "STRESS" });
    return (await outcome(decide(claim, more))).errors.map((e: any) => `${e.code} ${e.path.at(-1)}`);
  };
  it.each<[string, object, string[]]>([
    ["a public share without a public agreement", { publicMinor: "10000" }, ["PUBLIC_SHARE_IMPOSSIBLE publicMinor"]],
    ["'danmark' above the fee", { danmarkMinor: "60001" }, ["PAID_ABOVE_FEE danmarkMinor"]],
    ["another insurance above the fee", { otherInsuranceMinor: "60001" }, ["PAID_ABOVE_FEE otherInsuranceMinor"]],
    ["parts that are more than the whole", { danmarkMinor: "40000", otherInsuranceMinor: "20001" }, ["PAID_ABOVE_FEE feeMinor"]],
    [
      "every contradiction at once",
      { danmarkMinor: "60001", publicMinor: "60001" },
      ["PUBLIC_SHARE_IMPOSSIBLE publicMinor", "PAID_ABOVE_FEE publicMinor", "PAID_ABOVE_FEE danmarkMinor"],
    ],
    [
      "nothing where all can be true",
      { danmarkMinor: "20000", publicMinor: "20000", otherInsuranceMinor: "20000", hasPublicAgreement: true },
      [],
    ],
  ])("are refused: %s", async (_, more, expected) => {
    expect(await codes(more)).toEqual(expected);
  });
});

describe("a bill of a member's own choice", () => {
  it("is reimbursed up to the cap, with reasons, and kept with the facts it was decided on", async () => {
    const { claim } = await ownChoice("PSYCHOLOGIST", { condition_code: "STRESS" });
    const decided = await outcome(decide(claim, { feeMinor: "130000", danmarkMinor: "20000" }));
    expect(decided).toMatchObject({
      errors: [],
      reimbursement: {
        reimbursed: { amountMinor: "80000" },
        memberPays: { amountMinor: "30000" },
        reasons: [
          { code: "CAPPED_PER_TREATMENT", rule: "PRC-PSYCH-1000", clause: expect.stringContaining("insurance conditions 2025") },
          {
            code: "DANMARK_SET_OFF",
            message: "Tilskuddet fra Sygeforsikringen 'danmark' modregnes i forsikringens betaling.",
            remedy: "Intet går tabt: 'danmark' betaler den del.",
          },
        ],
      },
    });
    const [stored] = await t.rows<any>(
      "select d.kind, d.facts, d.outcome, d.rule_version from decision d join reimbursement r on r.decision_id = d.id where r.claim_id = $1",
      [claim.id],
    );
    expect(replayDecision(stored.kind, stored.facts, {}, stored.rule_version)).toEqual(stored.outcome);
    expect(
      await t.rows("select topic from outbox o join reimbursement r on r.id = o.aggregate_id where r.claim_id = $1", [claim.id]),
    ).toEqual([{ topic: "reimbursement.decided" }]);
    // the insurer's claims system pays: the book does not move
    expect(await t.rows("select from posting")).toEqual([]);
  });

  it("that comes more than three months after the last treatment is decided with nothing", async () => {
    const { claim } = await ownChoice("PSYCHOLOGIST", {
      condition_code: "STRESS",
      received_at: `${addMonths(day, -7)}T09:00:00Z`,
      approved_at: `${addMonths(day, -7)}T09:00:00Z`,
      referral_issued_on: addMonths(day, -7),
      condition_arose_on: addMonths(day, -7),
    });
    const treated = addDays(addMonths(dayIn(0), -3), -2);
    const late = await outcome(decide(claim, { treatedOn: treated, lastTreatmentOn: treated }));
    expect(late).toMatchObject({ errors: [], reimbursement: { reimbursed: { amountMinor: "0" } } });
    // with the day that this bill had, as it was decided
    expect(late.reimbursement.reasons).toEqual([
      expect.objectContaining({ code: "BILL_SUBMITTED_TOO_LATE", remedy: expect.stringMatching(/^Sidste dag for indsendelse var \d{4}-/) }),
    ]);
  });

  it("of a treatment that is not covered is decided with nothing, and says why", async () => {
    const { claim } = await ownChoice("PSYCHOLOGIST", { condition_code: "STRESS" });
    const decided = await outcome(decide(claim, { treatedOn: dayIn(-3) }));
    expect(decided.reimbursement).toMatchObject({ reimbursed: { amountMinor: "0" }, memberPays: { amountMinor: "60000" } });
    expect(decided.reimbursement.reasons).toContainEqual(expect.objectContaining({ code: "NOT_COVERED" }));
    expect(decided.reimbursement.reasons.length).toBeGreaterThan(1);
  });

  it("counts what was paid before against a total", async () => {
    const { claim } = await ownChoice("ADDICTION_TREATMENT", { under: "C", condition_code: "ALCOHOL" }, { optional: ["C"] });
    const days = await counted(claim, 4);
    const bill = (on: string | undefined): Promise<any> => outcome(decide(claim, { treatedOn: on, feeMinor: "7000000" }));
    const [first, second, third] = [await bill(days[0]), await bill(days[1]), await bill(days[2])];
    expect([first, second, third].map((o) => o.reimbursement?.reimbursed.amountMinor)).toEqual(["7000000", "3000000", "0"]);
    expect(second.reimbursement.reasons).toContainEqual(expect.objectContaining({ code: "CAPPED_TOTAL" }));
  });

  it("two at once never take more than what is left of a total", async () => {
    const { claim } = await ownChoice("ADDICTION_TREATMENT", { under: "C", condition_code: "ALCOHOL" }, { optional: ["C"] });
    const days = await counted(claim, 4);
    await Promise.all(days.map((treatedOn) => decide(claim, { treatedOn, feeMinor: "6000000" })));
    expect(await t.rows("select sum(reimbursed_minor)::int as total from reimbursement where claim_id = $1", [claim.id])).toEqual([
      { total: 10_000_000 },
    ]);
  });

  it("is decided once, whatever the key", async () => {
    const { claim } = await ownChoice("PSYCHOLOGIST", { condition_code: "STRESS" });
    expect((await outcome(decide(claim, { reference: "4711" }))).errors).toEqual([]);
    expect((await outcome(decide(claim, { reference: "4711" }))).errors).toMatchObject([
      { code: "BILL_DECIDED", path: ["input", "reference"] },
    ]);
    expect(await t.rows("select count(*)::int as n from reimbursement where claim_id = $1", [claim.id])).toEqual([{ n: 1 }]);
  });

  it("is one bill however its number is spelled", async () => {
    const { claim } = await ownChoice("PSYCHOLOGIST", { condition_code: "STRESS" });
    const [day0 = ""] = await counted(claim, 1);
    await counted(claim, 1);
    expect((await outcome(decide(claim, { treatedOn: day0, reference: "F-77" }))).errors).toEqual([]);
    for (const reference of ["f-77 ", "F - 77", "F-077", "F77", "F/77"])
      expect([reference, (await outcome(decide(claim, { treatedOn: day0, reference }))).errors[0]?.code]).toEqual([
        reference,
        "BILL_DECIDED",
      ]);
    expect((await outcome(decide(claim, { treatedOn: day0, reference: "F-7-7" }))).errors).toEqual([]);
  });

  it("is for one treatment, under whichever claim it is sent, and under another once nothing was counted for it", async () => {
    const member = await t.make.member({ policy: { optional: ["A"] } });
    const acupuncture = (condition_code: string, more: object = {}): Promise<MadeClaim> =>
      t.make.claim(member, {
        service: "ACUPUNCTURE",
        row: {
          ...{ mode: "OWN_CHOICE", under: "A", portion_authorised: 3, guarantee_outcome: "NONE", guarantee_class: "NONE", condition_code },
          ...more,
        },
      });
    const [back, neck] = [await acupuncture("BACK_PAIN"), await acupuncture("NECK_PAIN")];
    const paid = async (claim: MadeClaim, reference: string): Promise<unknown> => {
      const { reimbursement, errors } = await outcome(decide(claim, { reference, feeMinor: "50000" }));
      return reimbursement?.reimbursed.amountMinor ?? errors.map((e: any) => [e.code, e.rule]);
    };
    expect(await paid(back, "F-77")).toBe("50000");
    expect(await paid(neck, "f 077")).toEqual([["BILL_DECIDED", "REI-ONE-BILL"]]);
    expect(await paid(neck, "Hansen F-77")).toBe("50000");
    const spent = await acupuncture("SHOULDER_PAIN", { portion_used: 3 });
    expect([await paid(spent, "F-78"), await paid(await acupuncture("TENNIS_ELBOW"), "F-78")]).toEqual(["0", "50000"]);
  });

  it("is bound to a treatment of its day, so twelve bills never pay for more than a portion of three", async () => {
    const { claim } = await ownChoice("ACUPUNCTURE", { under: "A", portion_authorised: 3, ...since(20) }, { optional: ["A"] });
    const decided = [];
    for (let i = 0; i < 12; i += 1) decided.push(await outcome(decide(claim, { treatedOn: dayIn(-i), feeMinor: "50000" })));
    expect(decided.map((d) => d.reimbursement.reimbursed.amountMinor)).toEqual([...Array(3).fill("50000"), ...Array(9).fill("0")]);
    expect(decided[3].reimbursement.reasons.map((r: { code: string }) => r.code)).toEqual(
      expect.arrayContaining(["NOT_COVERED", "PORTION_EXHAUSTED"]),
    );
    expect(
      await t.rows(
        "select c.portion_used, c.state, (select count(*)::int from treatment_usage u where u.claim_id = c.id and u.state = 'COUNTED') as counted from claim c where c.id = $1",
        [claim.id],
      ),
    ).toEqual([{ portion_used: 3, state: "IN_TREATMENT", counted: 3 }]);
  });

  it("of bills at once, each with a number of its own, pays one for one treatment", async () => {
    const { claim } = await ownChoice("ACUPUNCTURE", { under: "A", portion_authorised: 3 }, { optional: ["A"] });
    const all = await Promise.all([1, 2, 3, 4].map(() => outcome(decide(claim, { feeMinor: "50000" }))));
    expect(all.flatMap((d) => d.errors.map((e: any) => e.code)).sort()).toEqual(Array(3).fill("TREATMENT_BILLED"));
    expect(await t.rows("select count(*)::int as n from reimbursement where claim_id = $1", [claim.id])).toEqual([{ n: 1 }]);
  });

  it("for a second treatment of a day is paid once that treatment is on record", async () => {
    const { claim } = await ownChoice("ACUPUNCTURE", { under: "A", portion_authorised: 3 }, { optional: ["A"] });
    await outcome(decide(claim, { feeMinor: "50000" }));
    await counted(claim, 1);
    // the treatment it counts by itself is part of what happened to the case, once
    expect(await t.rows("select 1 from claim_event where claim_id = $1 and kind = 'OWN_CHOICE_TREATMENT'", [claim.id])).toHaveLength(1);
    expect((await outcome(decide(claim, { feeMinor: "50000" }))).reimbursement.reimbursed.amountMinor).toBe("50000");
    expect((await outcome(decide(claim, { feeMinor: "50000" }))).errors).toMatchObject([
      { code: "TREATMENT_BILLED", rule: "REI-ONE-BILL" },
    ]);
  });

  it("cannot be paid without a treatment, whoever writes it", async () => {
    const { claim } = await ownChoice("PSYCHOLOGIST", { condition_code: "STRESS" });
    await outcome(decide(claim));
    const copy = t.rows(
      "insert into reimbursement select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'bill_key', 'X', 'usage_id', null))).* from reimbursement r where claim_id = $1",
      [claim.id],
    );
    await expect(copy).rejects.toThrow("reimbursement_is_for_a_counted_treatment");
  });

  it("of a claim in the network is refused, with every other reason at once", async () => {
    const claim = await t.make.claim(await t.make.member());
    const refused = await outcome(decide(claim, { feeMinor: "0", danmarkMinor: "-1", treatedOn: addDays(dayIn(0), 2), reference: "=1" }));
    expect(refused.errors.map((e: any) => e.code).sort()).toEqual([
      "AMOUNT_INVALID",
      "AMOUNT_NOT_POSITIVE",
      "DAY_IMPOSSIBLE",
      "DAY_IN_FUTURE",
      "NOT_OWN_CHOICE",
      "REFERENCE_INVALID",
    ]);
  });

  it("is read by its member, with a line in the access log, and by nobody else", async () => {
    const { claim, member } = await ownChoice("PSYCHOLOGIST", { condition_code: "STRESS" });
    const { reimbursement } = await outcome(decide(claim));
    const LIST = "query ($claimId: ID!) { claim(id: $claimId) { reimbursements(first: 5) { edges { node { id } } } } }";
    expect((await t.asMember(member)(LIST, { claimId: globalId("Claim", claim.id) })).data.claim.reimbursements.edges).toHaveLength(1);
    const stranger = await t.make.member();
    expect((await t.asMember(stranger)(LIST, { claimId: globalId("Claim", claim.id) })).data.claim).toBeNull();
    expect((await t.asMember(stranger)("query ($id: ID!) { node(id: $id) { id } }", { id: reimbursement.id })).data.node).toBeNull();
    expect(
      await t.rows("select count(*)::int as n from audit_event where operation = 'reimbursements' and member_id = $1", [member.id]),
    ).toEqual([{ n: 1 }]);
  });
});

it("others are told what these acts did", () => expectTold(t, "reimbursement.decided"));
