import { INVARIANTS } from "../../src/assembly/features.js";
import { replay } from "../../src/features/claims/coverage/replay.js";
import { replayDecisions } from "../../src/features/claims/coverage/replay.store.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { ANONYMOUS } from "../../src/platform/viewer.js";
import { verifyAudit } from "../../src/platform/trail/audit-seal.js";
import { connectDatabase, type Database } from "../../src/platform/postgres/database.js";
import { bulkConnection } from "../../src/platform/postgres/bulk.js";
import { watchPromises } from "../../src/features/promise/watch/watch-promises.js";
import { seededClaims } from "../../seeds/claims.js";
import { seedNetwork } from "../../seeds/load.js";
import { testMembers } from "../../seeds/members.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";

const TODAY = "2026-11-24";
const made = (today = TODAY, seed = 1, count = 38): any[][] =>
  seededClaims(testMembers({ members: count, from: today }), { seed, today }).map(({ rows }) => [...rows]);

describe("the claims of the fictional network", () => {
  const [claims = [], consents = [], events = [], decisions = [], audits = [], messages = []] = made();

  it("are a few dozen over many services, some of them not decided yet", () => {
    expect(claims.length).toBeGreaterThanOrEqual(40);
    expect(claims.length).toBeLessThanOrEqual(60);
    const services = new Set(claims.map((c) => c.serviceCode));
    for (const service of ["PHYSIOTHERAPY", "CHIROPRACTIC", "PSYCHOLOGIST", "SPECIALIST_EXAMINATION", "CRISIS_COUNSELLING"])
      expect(services).toContain(service);
    expect(new Set(claims.map((c) => c.state))).toEqual(new Set(["APPROVED", "AWAITING_INFORMATION", "REPORTED"]));
    expect(new Set(claims.map((c) => c.reference)).size).toBe(claims.length);
  });

  it("are the same for the same seed and day, and others for another seed", () => {
    expect(made()).toEqual(made());
    expect(made(TODAY, 2)[0]).not.toEqual(claims);
  });

  it.each(["2026-11-24", "2026-12-27", "2027-01-01", "2027-03-29", "2027-05-09"])(
    "made on %s lie in the past and fall due in the future",
    (today) => {
      const [all = [], , told = []] = made(today);
      const began = Date.parse(`${today}T00:00:00Z`);
      expect(all.length).toBeGreaterThan(30);
      for (const c of all) if (c.deadlineAt !== null) expect(Date.parse(c.deadlineAt)).toBeGreaterThan(began + 20 * 3_600_000);
      for (const e of told) expect(Date.parse(e.at)).toBeLessThan(began);
    },
  );

  it("carry one consent each, a decision, an audit row and a delivered message for each act, and a history", () => {
    expect(consents.map((c) => c.claimId).sort()).toEqual(claims.map((c) => c.id).sort());
    const acts = claims.reduce((sum, c) => sum + c.version, 0);
    expect([decisions.length, audits.length, messages.length]).toEqual([acts, acts, acts]);
    expect(messages.every((m) => m.deliveredAt !== null)).toBe(true);
    for (const c of claims) expect(events.filter((e) => e.claimId === c.id).map((e) => e.kind)).toContain("REPORTED");
  });

  it("rest on decisions that come out the same when made again", () => {
    for (const d of decisions)
      expect(
        replay({
          ...d,
          rule_version: d.ruleVersion,
          settings: JSON.parse(d.settings),
          facts: JSON.parse(d.facts),
          outcome: JSON.parse(d.outcome),
        }),
      ).toBeNull();
  });

  it("need members to belong to", () => {
    expect(made(TODAY, 1, 0).every((rows) => rows.length === 0)).toBe(true);
    expect(made(TODAY, 1, 2)[0]?.length).toBeGreaterThan(0);
  });
});

describe("loading them", () => {
  let fresh: FreshDatabase;
  let database: Database;
  beforeAll(async () => {
    fresh = await freshDatabase();
    database = connectDatabase(fresh.url, { max: 3 });
  });
  afterAll(async () => {
    await database.close();
    await fresh.drop();
  });
  const ask = async (text: string): Promise<any[]> => {
    const sql = bulkConnection(fresh.url);
    try {
      return [...(await sql.unsafe(text))];
    } finally {
      await sql.end({ timeout: 5 });
    }
  };

  it("leaves every invariant, every decision and the audit trail in order, and a board with promises", async () => {
    const first = await seedNetwork(fresh.url, { clinics: 90, slots: 12_000, claims: true });
    expect(first).toMatchObject({ status: "SEEDED" });
    expect(first.record.claims).toBeGreaterThanOrEqual(40);
    for (const { id, broken } of INVARIANTS)
      expect([id, await transaction(database, ANONYMOUS, (tx) => tx.query(broken), { role: null })]).toEqual([id, []]);
    const report = await replayDecisions(database);
    expect(report.differing).toEqual([]);
    expect(report.decisions).toBeGreaterThan(80);
    expect((await verifyAudit(database)).broken).toEqual([]);
    expect(await watchPromises(database)).toMatchObject({ breached: 0, watched: expect.any(Number) });
    const board = await ask(
      "select promise_state as state, count(*)::int as n from claim where guarantee_outcome = 'RUNNING' group by 1 order by 1",
    );
    expect(board.map(({ state }) => state)).toEqual(expect.arrayContaining(["AT_RISK", "SAFE", "TIGHT"]));
    // nobody speaks Icelandic there: the wish is set aside, and no certificate says that there are no units
    expect(await ask("select promise_state, certificate from claim where wishes ->> 'language' = 'is'")).toEqual([
      { promise_state: expect.stringMatching(/^(SAFE|TIGHT)$/), certificate: null },
    ]);
    expect(await seedNetwork(fresh.url, { clinics: 90, slots: 12_000, claims: true })).toMatchObject({ status: "ALREADY" });
  });

  it("happens only when asked for", async () => {
    const bare = await freshDatabase();
    try {
      expect((await seedNetwork(bare.url, { clinics: 90, slots: 12_000 })).record.claims).toBe(0);
      expect(await seedNetwork(bare.url, { clinics: 90, slots: 12_000, claims: true })).toMatchObject({
        status: "OTHER",
        differs: ["claims: 0 there, some asked for"],
      });
    } finally {
      await bare.drop();
    }
  });
});
