import { describe, expect, test } from "@jest/globals";
import { deadlineOf, flagsOf, guaranteeOf } from "../../src/features/claims/guarantee/guarantee-clock.js";
import { deriveGuarantee } from "../../src/features/claims/guarantee/derivation.js";
import { caseFile } from "./case-files.js";

const RUNNING = { guarantee_outcome: "RUNNING", deadline_at: "2025-04-10T22:00:00Z", promise_state: "SAFE" } as const;

describe("the columns of a guarantee", () => {
  test("hold the dates of the rules and the end of the last day in Denmark", () => {
    expect(guaranteeOf(caseFile()).columns).toEqual({
      guarantee_outcome: "RUNNING",
      guarantee_class: "NETWORK_10",
      clock_start_on: "2025-04-11",
      first_target_on: "2025-04-22",
      target_on: "2025-04-23",
      latest_on: "2025-04-30",
      deadline_at: "2025-04-30T22:00:00.000Z",
      promise_state: "TIGHT",
      breached_at: null,
    });
  });

  test("are a plain no where nothing is promised", () => {
    expect(guaranteeOf(caseFile({ mode: "OWN_CHOICE" })).columns).toMatchObject({
      guarantee_outcome: "NONE",
      latest_on: null,
      deadline_at: null,
      promise_state: "NONE",
    });
  });

  test("keep what the watch has said while the promise runs", () => {
    for (const state of ["SAFE", "TIGHT", "AT_RISK"] as const)
      expect(guaranteeOf(caseFile({ promise_state: state })).columns.promise_state).toBe(state);
  });

  test("are at risk at once when the day was over before the claim was reported here", () => {
    expect(guaranteeOf(caseFile({ received_at: "2025-01-02T10:00:00Z", approved_at: "2025-01-02T10:00:00Z" })).columns.promise_state).toBe(
      "AT_RISK",
    );
  });

  test("end with the case, unless the promise was kept or broken", () => {
    expect(guaranteeOf(caseFile({ state: "CLOSED" })).columns).toMatchObject({ guarantee_outcome: "NONE", promise_state: "NONE" });
    expect(guaranteeOf(caseFile({ state: "COMPLETED", promise_state: "MET" })).columns).toMatchObject({
      guarantee_outcome: "RUNNING",
      promise_state: "MET",
    });
  });

  test("stamp a breach before anything recorded late can move the deadline", () => {
    const late = caseFile({ ...RUNNING, exceptions: { extensionWorkingDays: 20 } });
    expect(guaranteeOf(late).columns).toMatchObject({ promise_state: "BREACHED", breached_at: RUNNING.deadline_at });
    expect(guaranteeOf(caseFile({ ...RUNNING, state: "CLOSED" })).columns).toMatchObject({
      promise_state: "BREACHED",
      breached_at: RUNNING.deadline_at,
    });
  });

  test("stamp none where the first appointment is booked, or the deadline lies ahead", () => {
    expect(guaranteeOf(caseFile({ ...RUNNING, first_booking_id: "0197f3a1-6c1e-7cc3-98c4-000000000009" })).columns).toMatchObject({
      promise_state: "SAFE",
      breached_at: null,
    });
    expect(guaranteeOf(caseFile({ ...RUNNING, deadline_at: "2025-04-11T22:00:00Z" })).columns.breached_at).toBeNull();
  });

  test("never take a breach back", () => {
    const breached = caseFile({ promise_state: "BREACHED", breached_at: "2025-04-02T00:00:00Z" });
    expect(guaranteeOf(breached).columns).toMatchObject({ promise_state: "BREACHED", breached_at: "2025-04-02T00:00:00Z" });
  });
});

test("a crisis is due at an instant, everything else at the end of a day", () => {
  expect(deadlineOf({ latestInstant: "2025-04-10T14:00:00+02:00", latestDate: "2025-04-10" })?.toISOString()).toBe(
    "2025-04-10T12:00:00.000Z",
  );
  expect(deadlineOf({ latestInstant: null, latestDate: "2025-10-26" })?.toISOString()).toBe("2025-10-26T23:00:00.000Z");
  expect(deadlineOf({ latestInstant: null, latestDate: null })).toBeNull();
});

test("a public date inside the guarantee is a fact of the coverage as well, and ceases to be one with the date", () => {
  const offered = caseFile({ service_code: "SPECIALIST_EXAMINATION", exceptions: { publicOfferOn: "2025-04-20" } });
  expect(flagsOf(offered, guaranteeOf(offered).decision)).toEqual({ publicOfferWithinGuarantee: true });
  const later = caseFile({ service_code: "SPECIALIST_EXAMINATION", exceptions: { publicOfferOn: "2025-08-20" } });
  expect(flagsOf(later, guaranteeOf(later).decision)).toEqual({ publicOfferWithinGuarantee: false });
});

describe("the derivation", () => {
  const derive = (...of: Parameters<typeof caseFile>) => {
    const file = caseFile(...of);
    return deriveGuarantee(file.claim, guaranteeOf(file).decision);
  };

  test("names each event, says which one set day 0, and cites a clause for every step", () => {
    const steps = derive();
    expect(steps.map(({ kind, on, sets }) => [kind, on, sets])).toEqual([
      ["CLAIM_RECEIVED", "2025-04-10", false],
      ["CLAIM_APPROVED", "2025-04-11", true],
      ["DAY_ZERO", "2025-04-11", false],
      ["FIRST_TARGET", "2025-04-22", false],
      ["TARGET", "2025-04-23", false],
      ["LATEST", "2025-04-30", false],
    ]);
    expect(steps.every(({ clause }) => clause.length > 0)).toBe(true);
  });

  test("shows what is still awaited while the guarantee is pending", () => {
    const steps = derive({ information_required: true });
    expect(steps.map(({ kind, at }) => [kind, at === null])).toEqual([
      ["CLAIM_RECEIVED", false],
      ["CLAIM_APPROVED", false],
      ["INFORMATION_RECEIVED", true],
      ["INFORMATION_APPROVED", true],
    ]);
    expect(steps.some(({ sets }) => sets)).toBe(false);
  });

  test("says how an extension moved the last day", () => {
    const latest = derive({ exceptions: { extensionWorkingDays: 3 } }).at(-1);
    expect(latest).toMatchObject({
      kind: "LATEST",
      on: "2025-05-05",
      rule: "GUA-EXC-EXTENSION",
      says: { en: expect.stringContaining("3 more"), da: expect.stringContaining("3 mere") },
    });
  });

  test("of a crisis is acceptance and an instant", () => {
    const crisis = { event: "VIOLENCE", occurredAt: "2025-04-10T20:00:00Z" } as const;
    expect(derive({ service_code: "CRISIS_COUNSELLING", crisis }).map(({ kind }) => kind)).toEqual(["CLAIM_APPROVED", "CONTACT_BY"]);
  });

  test("is empty where nothing is promised", () => {
    expect(derive({ mode: "OWN_CHOICE" })).toEqual([]);
  });
});
