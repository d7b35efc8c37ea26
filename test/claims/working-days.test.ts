/** The calendar of guarantees: proposed by one, agreed to by another, kept by version, and read as of the day a claim came in. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { now } from "../support/clock.js";
import { at } from "../support/make.js";

let t: TestApp;
let anna: Asker;
let bo: Asker;
beforeAll(async () => {
  t = await startApp();
  anna = t.as({ sub: "anna", role: "NETWORK_MANAGER" });
  bo = t.as({ sub: "bo", role: "NETWORK_MANAGER" });
});
afterAll(() => t.stop());

const document = (name: string): string => readFileSync(`schema/operations/network/${name}.graphql`, "utf8");
const act = async (as: Asker, name: string, input: object): Promise<any> => {
  const answer = await as(document(name), { input: { idempotencyKey: randomUUID(), ...input } });
  return Object.values(answer.data ?? { fault: answer.errors })[0];
};
const codes = (of: any): string[] => of.errors.map((e: any) => e.code);
const GUARANTEE = "query ($claimId: ID!) { claim(id: $claimId) { derivation { latestOn } } }";

test("a claim keeps the calendar that was in force when it was received, whatever is set afterwards", async () => {
  const member = await t.make.member();
  const received = (day: string) => ({ row: { received_at: at(day), approved_at: at(day) } });
  const before = await t.make.claim(member, received("2025-12-15"));
  const after = await t.make.claim(member, received("2025-12-17"));
  await t.make.insert("rule_setting", {
    id: before.id,
    version: 1,
    valid_from: at("2025-12-16", "00:00"),
    settings: { extraNonWorkingDays: ["CHRISTMAS_EVE", "NEW_YEARS_EVE"] },
    source: "clinics are closed",
    proposed_by: "x",
    approved_by: "y",
    recorded_at: now(),
  });
  const latest = async (id: string) =>
    (await t.asMember(member)(GUARANTEE, { claimId: globalId("Claim", id) })).data.claim.derivation.latestOn;
  // working day 10 with and without 24 and 31 December
  expect(await latest(before.id)).toBe("2025-12-31");
  expect(await latest(after.id)).toBe("2026-01-07");
});

test("a setting counts once another person has agreed, with a version of its own, and is never edited", async () => {
  const input = {
    extraNonWorkingDays: ["GRUNDLOVSDAG", "GRUNDLOVSDAG"],
    validFrom: "2031-01-01T00:00:00+01:00",
    source: "agreed with the clinics",
  };
  const { proposal, errors } = await act(anna, "propose-working-days", input);
  expect(errors).toEqual([]);
  expect(proposal).toMatchObject({
    kind: "WORKING_DAYS",
    state: "PROPOSED",
    changes: [{ field: "extraNonWorkingDays", before: "CHRISTMAS_EVE, NEW_YEARS_EVE", after: "GRUNDLOVSDAG" }],
  });
  const settings = async () => (await anna(document("working-days"), {})).data.workingDaySettings;
  expect(await settings()).toHaveLength(1);
  expect(codes(await act(anna, "approve-proposal", { id: proposal.id }))).toEqual(["FOUR_EYES"]);
  expect(codes(await act(bo, "approve-proposal", { id: proposal.id }))).toEqual([]);
  expect((await settings())[0]).toEqual({
    version: 2,
    validFrom: "2030-12-31T23:00:00.000Z",
    extraNonWorkingDays: ["GRUNDLOVSDAG"],
    source: input.source,
    proposedBy: "anna",
    approvedBy: "bo",
  });
  const again = await act(anna, "propose-working-days", input);
  expect(again.errors).toMatchObject([{ code: "SETTING_EXISTS", path: ["input", "validFrom"] }]);
  await expect(t.rows("update rule_setting set source = 'other'")).rejects.toThrow(/never changed/);
});

test("a setting without an instant begins when it is agreed to, and none begins in the past", async () => {
  expect(
    codes(await act(anna, "propose-working-days", { extraNonWorkingDays: [], validFrom: "2020-01-01T00:00:00Z", source: "late" })),
  ).toEqual(["FACT_IMPOSSIBLE"]);
  const { proposal } = await act(anna, "propose-working-days", { extraNonWorkingDays: [], source: "from now on" });
  expect(codes(await act(bo, "approve-proposal", { id: proposal.id }))).toEqual([]);
  const [row] = await t.rows<{ version: number; late: boolean }>(
    "select version, valid_from > clock_now() - interval '1 minute' as late from rule_setting order by version desc limit 1",
  );
  expect(row).toEqual({ version: 3, late: true });
});

test("what was proposed too late is refused when it is to be carried out", async () => {
  const soon = new Date(now().getTime() + 400).toISOString();
  const { proposal, errors } = await act(anna, "propose-working-days", { extraNonWorkingDays: [], validFrom: soon, source: "soon" });
  expect(errors).toEqual([]);
  await new Promise((done) => setTimeout(done, 500));
  expect(await act(bo, "approve-proposal", { id: proposal.id })).toMatchObject({
    errors: [{ code: "FACT_IMPOSSIBLE", path: ["input", "id"] }],
  });
});

test("whoever works on claims, or is a member, does not set the calendar", async () => {
  const member = await t.make.member();
  const input = { idempotencyKey: randomUUID(), extraNonWorkingDays: [], source: "more time" };
  for (const as of [t.asMember(member), t.asHealthTeam()])
    expect((await as(document("propose-working-days"), { input })).errors?.[0].extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
});
