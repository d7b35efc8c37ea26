import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { workingDaysAfter } from "../support/working-days.js";
import { at, dayIn, ESBJERG, openings, patient } from "./world.js";

const ASK = `query ($scenarios: [PromiseScenarioInput!]!) { promiseScenarios(scenarios: $scenarios) {
  today { claims units waiting } scenarios { name claims units waiting affected { region service { code } lose gain } } } }`;

describe("promiseScenarios", () => {
  let t: TestApp;
  let manager: Asker;
  let ids: string[];

  beforeAll(async () => {
    // every count may be told here: what too few are is the board's test
    t = await startApp({ SMALL_COUNTS: "1" });
    manager = t.as({ sub: "manager", role: "NETWORK_MANAGER" });
    const services = ["PSYCHOLOGIST"];
    const [near, other] = [await t.make.clinic({ place: ESBJERG, services }), await t.make.clinic({ place: ESBJERG, services })];
    await openings(t.make, near, dayIn(2), 6);
    await openings(t.make, other, dayIn(3), 4);
    ids = [near.id, other.id].map((id) => globalId("Clinic", id));
    const kept = { latest_on: dayIn(9), target_on: dayIn(4), deadline_at: at(dayIn(10), "00:00"), wishes: { channel: "IN_PERSON" } };
    for (let i = 0; i < 10; i++) await patient(t.make, { place: ESBJERG, service: "PSYCHOLOGIST", claim: kept });
  });
  afterAll(() => t.stop());

  it("says beside today who would wait if a clinic left, more were reported or openings closed, and what more units would do", async () => {
    const [near = "", other = ""] = ids;
    const more = { clinicId: near, service: "PSYCHOLOGIST", unitsPerWeek: 7 };
    const { data } = await manager(ASK, {
      scenarios: [
        { name: "one leaves", withoutClinicIds: [other] },
        { name: "a fifth more", demandPercent: 20 },
        { name: "half closed", closed: { from: dayIn(0), through: dayIn(5), percent: 50 } },
        { name: "one leaves, the other opens more", withoutClinicIds: [other], added: [more] },
      ],
    });
    const { today, scenarios } = data.promiseScenarios;
    expect(today).toEqual({ claims: 10, units: 10, waiting: 0 });
    const lose = (n: number) => [{ region: "SYDDANMARK", service: { code: "PSYCHOLOGIST" }, lose: n, gain: 0 }];
    expect(scenarios.slice(0, 3)).toEqual([
      { name: "one leaves", claims: 10, units: 6, waiting: 4, affected: lose(4) },
      { name: "a fifth more", claims: 12, units: 10, waiting: 2, affected: lose(2) },
      { name: "half closed", claims: 10, units: 5, waiting: 5, affected: lose(5) },
    ]);
    expect(workingDaysAfter(dayIn(0), dayIn(9))).toBeGreaterThan(4);
    expect(scenarios[3]).toMatchObject({ waiting: 0, affected: [] });
  });

  it("refuses what is no comparison, with the place of the fault", async () => {
    const code = async (scenarios: object[]): Promise<unknown> => (await manager(ASK, { scenarios })).errors?.[0]?.extensions?.code;
    expect(await code([])).toBe("BAD_USER_INPUT");
    expect(await code([{ name: "a" }, { name: "a" }])).toBe("BAD_USER_INPUT");
    expect(await code([{ name: "a", closed: { from: dayIn(3), through: dayIn(1), percent: 50 } }])).toBe("BAD_USER_INPUT");
    expect(await code([{ name: "a", closed: { from: dayIn(1), through: dayIn(3), percent: 300 } }])).toBe("BAD_USER_INPUT");
    expect((await t.asMember({ subject: "x" })(ASK, { scenarios: [{ name: "a" }] })).errors).toBeDefined();
  });

  it("keeps scenarios by name, to be compared again with the facts of that day, until they are dropped", async () => {
    const KEEP = "mutation ($input: PromiseScenarioInput!) { keepScenario(input: $input) { kept { name } errors { code } } }";
    const DROP = "mutation ($input: DropScenarioInput!) { dropScenario(input: $input) { kept { name } errors { code path } } }";
    const KEPT =
      "{ keptScenarios { name demandPercent withoutClinics { id } added { clinic { id } service { code } unitsPerWeek } keptBy } }";
    const AGAIN = ASK.replace("$scenarios: [PromiseScenarioInput!]!", "$kept: [String!]").replace("scenarios: $scenarios", "kept: $kept");
    const [near = "", other = ""] = ids;
    const leaves = { name: "one leaves", withoutClinicIds: [other], added: [{ clinicId: near, service: "PSYCHOLOGIST", unitsPerWeek: 2 }] };
    expect((await manager(KEEP, { input: { ...leaves, demandPercent: 50 } })).data.keepScenario.errors).toEqual([]);
    expect((await manager(KEEP, { input: { name: "a fifth more", demandPercent: 20 } })).data.keepScenario.errors).toEqual([]);
    // the same name again: the one before is replaced
    const { data } = await manager(KEEP, { input: leaves });
    expect(data.keepScenario).toEqual({ kept: [{ name: "a fifth more" }, { name: "one leaves" }], errors: [] });
    expect((await manager(KEPT, {})).data.keptScenarios).toMatchObject([
      { name: "a fifth more", demandPercent: 20, withoutClinics: [], added: [], keptBy: "manager" },
      {
        ...{ name: "one leaves", demandPercent: 0, withoutClinics: [{ id: other }] },
        added: [{ clinic: { id: near }, service: { code: "PSYCHOLOGIST" }, unitsPerWeek: 2 }],
      },
    ]);
    const compared = (await manager(AGAIN, { kept: ["one leaves", "a fifth more"] })).data.promiseScenarios;
    expect(compared.scenarios.map((s: { name: string }) => s.name)).toEqual(["one leaves", "a fifth more"]);
    expect(compared.scenarios[1]).toMatchObject({ claims: 12, waiting: 2 });
    expect((await manager(AGAIN, { kept: ["nobody's"] })).errors?.[0]?.extensions?.code).toBe("BAD_USER_INPUT");
    expect((await manager(DROP, { input: { name: "one leaves" } })).data.dropScenario).toEqual({
      kept: [{ name: "a fifth more" }],
      errors: [],
    });
    const again = (await manager(DROP, { input: { name: "one leaves" } })).data.dropScenario;
    expect(again).toEqual({ kept: null, errors: [{ code: "NOT_FOUND", path: ["input", "name"] }] });
    expect((await t.asHealthTeam()(KEEP, { input: leaves })).errors).toBeDefined();
    const acts =
      "select operation, outcome, count(*)::int as n from audit_event where operation like '%Scenario' group by 1, 2 order by 1, 2";
    expect(await t.rows(acts)).toMatchObject([
      { operation: "dropScenario", outcome: "ALLOWED", n: 1 },
      { operation: "dropScenario", outcome: "REFUSED", n: 1 },
      { operation: "keepScenario", outcome: "ALLOWED", n: 3 },
    ]);
  });
});
