import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { now } from "../support/clock.js";
import { at } from "../support/make.js";

let t: TestApp;
beforeAll(async () => {
  t = await startApp();
});
afterAll(() => t.stop());

const CHANGE = `mutation ($input: ChangeWorkingDaysInput!) { changeWorkingDays(input: $input) { setting { validFrom extraNonWorkingDays reason } errors { code path } } }`;
const LIST = "{ workingDaySettings { validFrom extraNonWorkingDays } }";
const GUARANTEE = "query ($claimId: ID!) { claim(id: $claimId) { derivation { latestOn } } }";

test("a claim keeps the calendar that was in force when it was received, whatever is set afterwards", async () => {
  const member = await t.make.member();
  const received = (day: string) => ({ row: { received_at: at(day), approved_at: at(day) } });
  const before = await t.make.claim(member, received("2025-12-15"));
  const after = await t.make.claim(member, received("2025-12-17"));
  await t.make.insert("rule_setting", {
    id: before.id,
    valid_from: at("2025-12-16", "00:00"),
    settings: { extraNonWorkingDays: ["CHRISTMAS_EVE", "NEW_YEARS_EVE"] },
    reason: "clinics are closed",
    actor: "x",
    created_at: now(),
  });
  const latest = async (id: string) =>
    (await t.asMember(member)(GUARANTEE, { claimId: globalId("Claim", id) })).data.claim.derivation.latestOn;
  // working day 10 with and without 24 and 31 December
  expect(await latest(before.id)).toBe("2025-12-31");
  expect(await latest(after.id)).toBe("2026-01-07");
});

test("a setting begins now or later, is listed, and is never edited", async () => {
  const team = t.asHealthTeam();
  const input = {
    extraNonWorkingDays: ["GRUNDLOVSDAG", "GRUNDLOVSDAG"],
    validFrom: "2031-01-01T00:00:00+01:00",
    reason: "agreed with the clinics",
  };
  const { data } = await team(CHANGE, { input });
  expect(data.changeWorkingDays).toEqual({
    setting: { validFrom: "2030-12-31T23:00:00.000Z", extraNonWorkingDays: ["GRUNDLOVSDAG"], reason: input.reason },
    errors: [],
  });
  expect((await team(CHANGE, { input })).data.changeWorkingDays).toEqual({
    setting: null,
    errors: [{ code: "SETTING_EXISTS", path: ["input", "validFrom"] }],
  });
  expect((await team(CHANGE, { input: { ...input, validFrom: "2020-01-01T00:00:00Z" } })).data.changeWorkingDays.errors).toMatchObject([
    { code: "FACT_IMPOSSIBLE" },
  ]);
  expect((await team(CHANGE, { input: { ...input, extraNonWorkingDays: ["CHRISTMAS_DAY"] } })).errors?.[0].extensions.code).toBe(
    "BAD_USER_INPUT",
  );
  expect((await team(LIST)).data.workingDaySettings[0]).toEqual({
    validFrom: "2030-12-31T23:00:00.000Z",
    extraNonWorkingDays: ["GRUNDLOVSDAG"],
  });
  await expect(t.rows("update rule_setting set reason = 'other'")).rejects.toThrow(/never changed/);
});

test("a member cannot change the calendar", async () => {
  const member = await t.make.member();
  const answer = await t.asMember(member)(CHANGE, { input: { extraNonWorkingDays: [], reason: "more time" } });
  expect(answer.errors?.[0].extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
});
