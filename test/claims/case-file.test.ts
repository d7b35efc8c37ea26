import type { CasePolicy, CaseUsage } from "../../src/features/claims/case-file/case-file.js";
import type { ExtraDay } from "../../src/kernel/calendar.js";
import { describe, expect, test } from "@jest/globals";
import { coverageFacts, guaranteeFacts } from "../../src/features/claims/case-file/case-file.js";
import { decideCoverage } from "../../src/rules/coverage/coverage.js";
import { decideGuarantee } from "../../src/rules/guarantee/guarantee.js";
import { caseFile } from "./case-files.js";

const treatment = { on: "2025-04-20", channel: "IN_PERSON", country: "DK" } as const;
const provider = { mode: "NETWORK", hasPublicAgreement: false, authorised: true, related: false, treatsChildren: true } as const;
const facts = (...of: Parameters<typeof caseFile>) => coverageFacts(caseFile(...of), treatment, provider, "2025-04-11");

describe("the facts of a coverage decision", () => {
  test("a plain approved claim is covered", () => {
    expect(decideCoverage(facts())).toMatchObject({ covered: true, reasons: [], guaranteeClass: "NETWORK_10" });
  });

  test("turn instants into Danish days: what came in late in the evening is approved the next day", () => {
    expect(facts().claim).toMatchObject({ reportedOn: "2025-04-10", approvedOn: "2025-04-11" });
  });

  test("carry every fact of the policy by its own name", () => {
    const policy: CasePolicy = {
      ...caseFile().policy,
      cover_end: "2026-01-31",
      seniority_from: "2020-02-01",
      paid_through: "2026-03-31",
      group_child_age: 21,
      suspended: true,
      optional: ["F", "CANCER_CARE"],
    };
    expect(facts({}, { policy }).cover).toEqual({
      start: "2024-01-01",
      end: "2026-01-31",
      scheme: "MANDATORY",
      seniorityFrom: "2020-02-01",
      optional: ["F", "CANCER_CARE"],
      paidThrough: "2026-03-31",
      groupChildAge: 21,
      suspended: true,
    });
  });

  test("take over the flags the rules know, and none that they do not", () => {
    const flags = { freePhysioScheme: true, previousInsurerClaim: true, lastTreatmentOn: "2025-01-01", colour: "blue" };
    const of = facts({ flags }).claim;
    expect(of).toMatchObject({ freePhysioScheme: true, previousInsurerClaim: true, lastTreatmentOn: "2025-01-01" });
    expect(of).not.toHaveProperty("colour");
  });

  test("have complete information when what was needed was received", () => {
    expect(facts().claim).toMatchObject({ informationComplete: true });
    expect(facts({ information_required: true }).claim).toMatchObject({ informationComplete: false });
    expect(facts({ information_required: true, information_received_at: "2025-04-10T10:00:00Z" }).claim).toMatchObject({
      informationComplete: true,
    });
  });

  test("know the condition and the last day of treatments counted, of this claim and of others", () => {
    const own = { service: "PSYCHOLOGIST", under: "BASE", mode: "OWN_CHOICE", year: 2025, count: 1, attended: 1 } as const;
    const usage: CaseUsage[] = [
      { ...own, same_claim: true, condition: "GRIEF", last_on: "2025-04-01" },
      { ...own, same_claim: false, condition: null, last_on: null },
    ];
    expect(facts({}, { usage }).usage).toEqual([
      { ...own, sameClaim: true, condition: "GRIEF", lastOn: "2025-04-01" },
      { ...own, sameClaim: false },
    ]);
  });

  test("have a portion only where one was allocated", () => {
    expect(facts().portion).toBeNull();
    expect(facts({ portion_authorised: 6, portion_used: 6 }).portion).toEqual({ authorised: 6, used: 6 });
    expect(decideCoverage(facts({ portion_authorised: 6, portion_used: 6 })).reasons).toEqual(["PORTION_EXHAUSTED"]);
  });

  test("report a crisis when the claim was received, unless the event says otherwise", () => {
    const crisis = { event: "VIOLENCE", occurredAt: "2025-04-10T20:00:00Z" } as const;
    expect(facts({ crisis }).crisis).toEqual({ event: "VIOLENCE", occurredAt: "2025-04-10T20:00:00Z", reportedAt: "2025-04-10T21:30:00Z" });
    expect(facts({ crisis: { ...crisis, reportedAt: "2025-04-10T20:30:00Z" } }).crisis).toMatchObject({
      reportedAt: "2025-04-10T20:30:00Z",
    });
  });

  test("have no referral when only half of one is on record", () => {
    expect(facts({ referral_issued_on: null }).referral).toBeNull();
  });
});

describe("the facts of a guarantee", () => {
  test("stop the clock at day 0 in Danish time", () => {
    expect(decideGuarantee(guaranteeFacts(caseFile(), null))).toMatchObject({ outcome: "RUNNING", clockStart: "2025-04-11" });
  });

  test("take the exceptions the rules know, with a sector for each declined offer", () => {
    const exceptions = { declinedOffers: [{ appointmentOn: "2025-04-15", bookingId: "x" }], extensionWorkingDays: 2, note: "x" };
    expect(guaranteeFacts(caseFile({ exceptions }), null).exceptions).toEqual({
      declinedOffers: [{ appointmentOn: "2025-04-15", sector: "PRIVATE" }],
      extensionWorkingDays: 2,
    });
  });

  test("leave out the days that the setting in force takes away", () => {
    const latest = (extra: readonly ExtraDay[]) =>
      decideGuarantee(guaranteeFacts(caseFile({ approved_at: "2025-12-16T10:00:00Z" }, { extra_non_working_days: extra }), null))
        .latestDate;
    expect(latest([])).toBe("2026-01-02");
    expect(latest(["CHRISTMAS_EVE", "NEW_YEARS_EVE"])).toBe("2026-01-06");
  });
});
