import { randomUUID } from "node:crypto";
import { addDays } from "../../src/kernel/calendar.js";
import { fitAmong, proposalRefusals } from "../../src/features/rates/rate.js";
import { globalId, startApp, type Answer, type Asker, type TestApp } from "../support/app.js";
import { dayIn, type MadeClinic } from "../support/make.js";
import { expectTold } from "../support/told.js";

const RATE = "rate { id state validFrom validUntil amount { amountMinor } version } errors { code path message } replayed";
const PROPOSE = `mutation ($input: ProposeRateInput!) { proposeRate(input: $input) { ${RATE} } }`;
const APPROVE = `mutation ($input: ApproveRateInput!) { approveRate(input: $input) { ${RATE} } }`;
const REJECT = `mutation ($input: RejectRateInput!) { rejectRate(input: $input) { ${RATE} } }`;
const LIST =
  "query ($clinicId: ID!, $on: LocalDate) { clinic(id: $clinicId) { rates(first: 20, on: $on) { edges { node { id session state validFrom validUntil amount { amountMinor } } } } } }";

let t: TestApp;
let clinic: MadeClinic;
let other: MadeClinic;
const today = dayIn(0);
const later = addDays(today, 40);

beforeAll(async () => {
  t = await startApp();
  clinic = await t.make.clinic();
  other = await t.make.clinic();
});
afterAll(async () => t.stop());

const manager = (sub: string): Asker => t.as({ sub, role: "NETWORK_MANAGER" });
const propose = (as: Asker, more: object = {}): Promise<Answer> =>
  as(PROPOSE, {
    input: {
      idempotencyKey: randomUUID(),
      clinicId: globalId("Clinic", clinic.id),
      service: "PHYSIOTHERAPY",
      session: "FOLLOW_UP",
      amountMinor: "47000",
      validFrom: later,
      ...more,
    },
  });
const decide = (document: string, as: Asker, id: string, more: object = {}): Promise<Answer> =>
  as(document, { input: { idempotencyKey: randomUUID(), id, ...more } });
const codes = (of: { errors: { code: string }[] }): string[] => of.errors.map((e) => e.code);

describe("a rate", () => {
  it("is proposed by a clinic, means nothing until another person approves it, and then ends the open one before it", async () => {
    const proposed = (await propose(t.asClinic(clinic))).data.proposeRate;
    expect(proposed).toMatchObject({ errors: [], rate: { state: "PROPOSED", validFrom: later, amount: { amountMinor: "47000" } } });
    const applies = async () =>
      (await t.asClinic(clinic)(LIST, { clinicId: globalId("Clinic", clinic.id), on: addDays(later, 1) })).data.clinic.rates.edges
        .map((e: any) => e.node)
        .filter((r: any) => r.session === "FOLLOW_UP" && r.state === "APPROVED");
    expect(await applies()).toMatchObject([{ amount: { amountMinor: "45000" }, validUntil: null }]);
    expect((await decide(APPROVE, manager("m1"), proposed.rate.id)).data.approveRate).toMatchObject({
      errors: [],
      rate: { state: "APPROVED" },
    });
    expect(await applies()).toMatchObject([{ amount: { amountMinor: "47000" }, validFrom: later }]);
    expect(
      await t.rows("select valid_until from agreed_rate where clinic_id = $1 and session = 'FOLLOW_UP' and amount_minor = 45000", [
        clinic.id,
      ]),
    ).toEqual([{ valid_until: later }]);
  });

  it("is not decided by the person who proposed it, nor twice", async () => {
    const { rate } = (await propose(manager("m1"), { session: "FIRST", validFrom: addDays(later, 5) })).data.proposeRate;
    expect(codes((await decide(APPROVE, manager("m1"), rate.id)).data.approveRate)).toEqual(["FOUR_EYES"]);
    expect(codes((await decide(REJECT, manager("m1"), rate.id)).data.rejectRate)).toEqual(["FOUR_EYES"]);
    expect(codes((await decide(APPROVE, manager("m2"), rate.id, { expectedVersion: 7 })).data.approveRate)).toEqual(["VERSION_CHANGED"]);
    expect((await decide(REJECT, manager("m2"), rate.id)).data.rejectRate).toMatchObject({ errors: [], rate: { state: "REJECTED" } });
    expect(codes((await decide(APPROVE, manager("m2"), rate.id)).data.approveRate)).toEqual(["RATE_DECIDED"]);
  });

  it("that overlaps an approved one is refused with the period it meets", async () => {
    const { rate } = (await propose(manager("m1"), { validFrom: addDays(later, -3), validUntil: addDays(later, 3) })).data.proposeRate;
    const refused = (await decide(APPROVE, manager("m2"), rate.id)).data.approveRate;
    expect(codes(refused)).toEqual(["RATE_OVERLAP"]);
    expect(refused.errors[0].message).toContain(later);
  });

  it("of two approved at the same moment for one period, one stands", async () => {
    const made = await Promise.all(
      [1, 2].map((n) =>
        propose(manager("m1"), { session: "FIRST", channel: "ONLINE", amountMinor: `${n}0000`, validFrom: addDays(later, 100) }),
      ),
    );
    const answers = await Promise.all(made.map((m) => decide(APPROVE, manager("m2"), m.data.proposeRate.rate.id)));
    const outcomes = answers.map((a) => codes(a.data.approveRate).join()).sort();
    expect(outcomes).toEqual(["", "RATE_OVERLAP"]);
  });

  it("is refused with every reason at once", async () => {
    const wrong = (
      await propose(t.asClinic(clinic), {
        amountMinor: "0",
        validFrom: addDays(today, -1),
        validUntil: addDays(today, -1),
      })
    ).data.proposeRate;
    expect(codes(wrong).sort()).toEqual(["AMOUNT_NOT_POSITIVE", "PERIOD_EMPTY", "RATE_IN_PAST"]);
    expect(wrong.errors.find((e: any) => e.code === "AMOUNT_NOT_POSITIVE").path).toEqual(["input", "amountMinor"]);
  });

  it("is for no session, channel or service that is none: each is named", async () => {
    const { data, errors } = await propose(t.asClinic(clinic), { session: "THIRD", channel: "FAX", service: "ASTROLOGY" });
    expect(data).toBeUndefined();
    expect(errors?.map(({ extensions }) => [extensions.code, extensions["inputPath"].join(".")]).sort()).toEqual([
      ["BAD_USER_INPUT", "input.channel"],
      ["BAD_USER_INPUT", "input.service"],
      ["BAD_USER_INPUT", "input.session"],
    ]);
  });

  it("that priced a booking is never edited, only followed", async () => {
    const id = await t.make.rate({
      clinicId: clinic.id,
      providerId: clinic.providerId,
      service: "PHYSIOTHERAPY",
      session: "FIRST",
      amountMinor: 1,
      from: "2001-01-01",
      until: "2002-01-01",
    });
    await t.rows("update agreed_rate set used_at = clock_now() where id = $1", [id]);
    await expect(t.rows("update agreed_rate set amount_minor = 2 where id = $1", [id])).rejects.toThrow(/keeps its figures/);
    await expect(t.rows("update agreed_rate set valid_until = null where id = $1", [id])).rejects.toThrow(/keeps its figures/);
    await expect(t.rows("delete from agreed_rate where id = $1", [id])).rejects.toThrow(/never removed/);
    await t.rows("update agreed_rate set valid_until = '2001-06-01' where id = $1", [id]);
  });

  it("of another clinic looks like one that does not exist", async () => {
    expect(codes((await propose(t.asClinic(other))).data.proposeRate)).toEqual(["NOT_FOUND"]);
    expect((await t.asClinic(other)(LIST, { clinicId: globalId("Clinic", clinic.id) })).data.clinic.rates.edges).toEqual([]);
    const [{ id }] = (await t.rows<{ id: string }>("select id from agreed_rate where clinic_id = $1 limit 1", [clinic.id])) as [
      { id: string },
    ];
    expect((await t.asClinic(other)("query ($id: ID!) { node(id: $id) { id } }", { id: globalId("AgreedRate", id) })).data.node).toBeNull();
  });

  it("is approved by no clinic", async () => {
    const answer = await decide(APPROVE, t.asClinic(clinic), globalId("AgreedRate", randomUUID()));
    expect(answer.errors).toBeDefined();
    expect(answer.data?.approveRate).toBeUndefined();
  });

  it("has one effect per key", async () => {
    const input = { idempotencyKey: randomUUID(), validFrom: addDays(later, 200), channel: "PHONE" };
    const [a, b] = [await propose(t.asClinic(clinic), input), await propose(t.asClinic(clinic), input)];
    expect(b.data.proposeRate).toEqual({ ...a.data.proposeRate, replayed: true });
    expect(codes((await propose(t.asClinic(clinic), { ...input, amountMinor: "1" })).data.proposeRate)).toEqual(["IDEMPOTENCY_KEY_REUSED"]);
  });
});

describe("periods", () => {
  const open = { id: "a", validFrom: "2026-01-01", validUntil: null };
  const closed = { id: "b", validFrom: "2027-01-01", validUntil: "2027-07-01" };
  it.each([
    ["free beside one that ends on its first day", [closed], "2027-07-01", null, { kind: "FREE" }],
    ["closing the open one before it", [open], "2026-06-01", null, { kind: "CLOSES", predecessorId: "a" }],
    ["overlapping one that begins on the same day", [open], "2026-01-01", null, { kind: "OVERLAPS", period: open }],
    ["overlapping a later one it would run into", [open, closed], "2026-06-01", null, { kind: "OVERLAPS", period: closed }],
    [
      "closing the open one when it ends before the later one",
      [{ ...open, validUntil: null }],
      "2026-06-01",
      "2027-01-01",
      { kind: "CLOSES", predecessorId: "a" },
    ],
  ])("are %s", (_, others, from, until, expected) => expect(fitAmong(others, from, until)).toEqual(expected));

  const proposal = { session: "FIRST", channel: "ANY", amountMinor: 1n, validFrom: today, validUntil: null, retroactive: false } as const;
  it("may begin today, and on a day that has passed if they say so", () => {
    const codes = (more: object) => proposalRefusals({ ...proposal, ...more }, "2026-11-25").map((r) => r.code);
    expect(proposalRefusals(proposal, today)).toEqual([]);
    expect(codes({ validFrom: "2026-11-24" })).toEqual(["RATE_IN_PAST"]);
    expect(codes({ validFrom: "2026-11-24", retroactive: true })).toEqual([]);
    expect(codes({ validFrom: "2025-11-23", retroactive: true })).toEqual(["RATE_TOO_FAR_BACK"]);
  });
});

it("tariffs of a service on a day are public to whoever has a login", async () => {
  const { tariffs } = (
    await t.asClinic(clinic)(
      `{ tariffs(service: PHYSIOTHERAPY, on: "${today}") { session fullFee { amountMinor } publicShare { amountMinor } patientShare { amountMinor } } }`,
    )
  ).data;
  expect(tariffs.length).toBeGreaterThan(0);
  for (const r of tariffs)
    expect(BigInt(r.fullFee.amountMinor)).toBe(BigInt(r.publicShare.amountMinor) + BigInt(r.patientShare.amountMinor));
});

it("others are told what these acts did", () => expectTold(t, "rate.proposed", "rate.approved", "rate.rejected"));
