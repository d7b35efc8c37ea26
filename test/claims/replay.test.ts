import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import path from "node:path";
import { replay } from "../../src/features/claims/coverage/replay.js";
import { replayDecisions } from "../../src/features/claims/coverage/replay.store.js";
import { decideCoverage } from "../../src/rules/coverage/coverage.js";
import type { CoverageFacts } from "../../src/rules/facts/facts.js";
import { RULE_VERSION } from "../../src/rules/data/settings.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { APPROVE, complaint, key, OPEN, send } from "./claims-api.js";
import { now } from "../support/clock.js";
import { BOOK_SLOT } from "../support/documents.js";

type Case = { readonly id: string; readonly facts: CoverageFacts };
const cases = (JSON.parse(readFileSync(path.resolve("test/fixtures/golden/coverage.json"), "utf8")) as { cases: Case[] }).cases;
const stored = (facts: CoverageFacts, outcome: object) => ({
  id: "x",
  kind: "COVERAGE",
  rule_version: RULE_VERSION,
  settings: {},
  facts,
  outcome,
});

describe("a stored decision", () => {
  test("answers the same again, whatever order the database gives its fields and reasons", () => {
    for (const { id, facts } of cases) {
      const { reasons, ...rest } = decideCoverage(facts);
      const shuffled = Object.fromEntries(Object.entries({ ...rest, reasons: [...reasons].reverse() }).reverse());
      expect([id, replay(stored(facts, shuffled))]).toEqual([id, null]);
    }
  });

  test("that answers another way is named by its fields, without their values", () => {
    const facts = cases[0]?.facts as CoverageFacts;
    const why = replay(stored(facts, { ...decideCoverage(facts), covered: "SECRET", treatmentsRemaining: 99 }));
    expect(why).toBe("differs in covered, treatmentsRemaining");
  });

  test("of an earlier version is named where it would now answer another way, and with its version", () => {
    const facts = {
      ...(cases[0]?.facts as CoverageFacts),
      condition: { code: "KNEE_OSTEOARTHRITIS", aroseOn: "2024-04-01", diagnosedOn: "2024-05-01" },
    } as CoverageFacts;
    const then = { covered: true, reasons: [], notes: [], treatmentsRemaining: null, guaranteeClass: "NETWORK_10" };
    const old = { ...stored(facts, then), rule_version: "conditions-2025.1" };
    expect(replay(old)).toBe("of conditions-2025.1, would now differ in covered, guaranteeClass, reasons");
    expect(replay({ ...old, outcome: decideCoverage(facts) })).toBeNull();
  });

  test("of the version before is named where a condition that nobody has looked at was covered", () => {
    const facts = { ...(cases[0]?.facts as CoverageFacts), condition: { code: "OTHER", aroseOn: "2025-01-10" } } as CoverageFacts;
    const then = { ...decideCoverage(cases[0]?.facts as CoverageFacts) };
    expect(then.covered).toBe(true);
    const old = { ...stored(facts, then), rule_version: "conditions-2025.2" };
    expect(replay(old)).toBe("of conditions-2025.2, would now differ in covered, guaranteeClass, reasons");
    expect(replay({ ...old, facts: { ...facts, condition: { ...facts.condition, accepted: true } } })).toBeNull();
  });

  test("of an unknown version, an unknown kind or with broken facts is told apart", () => {
    const facts = cases[0]?.facts as CoverageFacts;
    expect(replay({ ...stored(facts, {}), rule_version: "conditions-1999.1" })).toContain("conditions-1999.1");
    expect(replay({ ...stored(facts, {}), kind: "FORTUNE" })).toContain("no kind");
    expect(replay(stored({} as CoverageFacts, {}))).toContain("not usable");
  });
});

describe("all decisions of a database", () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp();
  });
  afterAll(() => t.stop());

  test("answer the same after reports, approvals and bookings; one that was tampered with is found", async () => {
    const member = await t.make.member();
    const { claim } = await send(t.asMember(member), OPEN, complaint(globalId("Member", member.id)));
    await send(t.asHealthTeam(), APPROVE, { claimId: claim.id });
    const { id } = await t.make.claim(member);
    const slot = await t.make.slot(await t.make.clinic());
    await t.asMember(member)(BOOK_SLOT, {
      input: { idempotencyKey: key(), claimId: globalId("Claim", id), slotId: globalId("Slot", slot.id) },
    });
    const kinds = await t.rows("select kind, count(*)::int as n from decision group by 1 order by 1");
    expect(kinds.map((k: { kind: string }) => k.kind)).toEqual(["COVERAGE", "GUARANTEE", "PRICE"]);
    const report = await replayDecisions(t.app.database);
    expect(report).toEqual({ decisions: kinds.reduce((sum: number, k: { n: number }) => sum + k.n, 0), differing: [] });

    await t.make.insert("decision", {
      id: key(),
      kind: "GUARANTEE",
      rule_version: RULE_VERSION,
      settings: {},
      facts: { product: "OCCUPATIONAL", serviceType: "CHIROPRACTIC", claim: { receivedAt: "2025-04-10T09:00:00Z" } },
      outcome: { outcome: "RUNNING" },
      decided_at: now(),
      actor: "x",
    });
    const found = await replayDecisions(t.app.database);
    expect(found.differing).toMatchObject([{ kind: "GUARANTEE", why: expect.stringContaining("outcome") }]);
  });
});
