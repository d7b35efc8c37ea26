import { CLAIM_STATES, type ClaimState } from "../../schema/states.js";
import { describe, expect, test } from "@jest/globals";
import { finalStates, reachable } from "../../src/kernel/lifecycle.js";
import {
  CLAIM_MOVES,
  FIRST_CLAIM_STATE,
  hasEnded,
  informationComplete,
  mayMove,
  stateByFacts,
  stateRefusals,
  type ClaimVerb,
  type InformationFacts,
} from "../../src/features/claims/claim.js";

describe("the life of a claim", () => {
  test("reaches every state from the report", () => {
    expect([...reachable<ClaimState, ClaimVerb>(CLAIM_MOVES, FIRST_CLAIM_STATE)].sort()).toEqual([...CLAIM_STATES].sort());
  });

  test("ends in completed, denied or closed, and nowhere else", () => {
    expect([...finalStates<ClaimState, ClaimVerb>(CLAIM_MOVES, CLAIM_STATES)].sort()).toEqual(["CLOSED", "COMPLETED", "DENIED"]);
  });

  test("never leaves a final state, whatever is asked", () => {
    for (const state of CLAIM_STATES.filter((s) => hasEnded({ state: s })))
      for (const verb of Object.keys(CLAIM_MOVES) as ClaimVerb[]) {
        expect(mayMove({ state }, verb)).toBe(false);
        expect(stateRefusals({ state }, verb)).toMatchObject([{ code: "CLAIM_NOT_OPEN" }]);
      }
  });

  test("does not deny a claim that was approved", () => {
    expect(stateRefusals({ state: "APPROVED" }, "deny")).toMatchObject([
      { code: "CLAIM_STATE", remedy: expect.stringContaining("REPORTED") },
    ]);
  });
});

describe("where the facts leave a claim", () => {
  const claim: InformationFacts = {
    state: "REPORTED",
    approved_at: null,
    information_required: false,
    information_received_at: null,
    information_approved_at: null,
  };
  const instant = "2025-04-10T09:00:00Z";

  test.each<[string, InformationFacts, ClaimState]>([
    ["reported stays reported", claim, "REPORTED"],
    ["a question makes it wait", { ...claim, information_required: true }, "AWAITING_INFORMATION"],
    [
      "an answer that is not judged yet leaves it waiting",
      { ...claim, state: "AWAITING_INFORMATION", information_required: true, information_received_at: instant },
      "AWAITING_INFORMATION",
    ],
    ["approval with an open question still waits", { ...claim, approved_at: instant, information_required: true }, "AWAITING_INFORMATION"],
    ["approval without a question is approved", { ...claim, approved_at: instant }, "APPROVED"],
    [
      "the last answer makes an approved claim approved",
      {
        ...claim,
        state: "AWAITING_INFORMATION",
        approved_at: instant,
        information_required: true,
        information_received_at: instant,
        information_approved_at: instant,
      },
      "APPROVED",
    ],
    [
      "a claim in treatment is not sent back by a question",
      { ...claim, state: "IN_TREATMENT", approved_at: instant, information_required: true },
      "IN_TREATMENT",
    ],
    ["an ended claim stays ended", { ...claim, state: "CLOSED", approved_at: instant }, "CLOSED"],
  ])("%s", (_, facts, state) => {
    expect(stateByFacts(facts)).toBe(state);
  });

  test("information is complete when none was needed, or when it was received and approved", () => {
    expect(informationComplete(claim)).toBe(true);
    expect(informationComplete({ ...claim, information_required: true, information_received_at: instant })).toBe(false);
    expect(
      informationComplete({ ...claim, information_required: true, information_received_at: instant, information_approved_at: instant }),
    ).toBe(true);
  });
});
