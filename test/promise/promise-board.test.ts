import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { checkPromise } from "../../src/matching/checker.js";
import { certificatesOf } from "../../src/matching/certificate.js";
import { loadPromises } from "../../src/features/promise/plan/promise.store.js";
import { feasibilityOf } from "../../src/features/promise/feasibility/feasibility.js";
import { solvePlan } from "../../src/matching/matching.js";
import { watchPromises } from "../../src/features/promise/watch/watch-promises.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { WORKER } from "../../src/platform/viewer.js";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { at, dayIn, ESBJERG, openings, patient } from "./world.js";
import { bookFirst } from "../bookings/documents.js";
import { fromNow } from "../support/clock.js";
import { statementsOf } from "../graph/counted.js";

let t: TestApp;
let manager: Asker;

beforeAll(async () => {
  t = await startApp();
  manager = t.as({ sub: "manager", role: "NETWORK_MANAGER" });
});
afterAll(() => t.stop());
beforeEach(async () => {
  await t.fresh.database.pool.query(
    "truncate booking, hold, slot, claim, consent, clinic_service, agreed_rate, outbox, audit_event cascade",
  );
});

const BOARD = `query ($first: Int!, $after: String, $filter: PromiseFilter) { promiseBoard(first: $first, after: $after, filter: $filter) {
  edges { node { claim { id reference } service { code } state deadlineAt latestOn marginWorkingDays nextAction nextStep certificate { text short waits waitingClaims { id } setOfClaims { id } without { bound } busyUnits } } } pageInfo { hasNextPage endCursor } } }`;
const COUNTS = `query ($filter: PromiseFilter) { promiseCounts(filter: $filter) { breached atRisk tight safe met } }`;

describe("promiseBoard", () => {
  it("lists by risk and then by deadline, with the next step, page by page, and on the members' access logs", async () => {
    await openings(t.make, await t.make.clinic(), dayIn(2), 8);
    const safe = await patient(t.make);
    const lost = await patient(t.make, { place: ESBJERG });
    const broken = await patient(t.make, { claim: { latest_on: dayIn(-1), deadline_at: at(dayIn(0), "00:00") } });
    await watchPromises(t.fresh.database);
    const team = t.asHealthTeam();
    const { data } = await team(BOARD, { first: 2 });
    const [first, second] = data.promiseBoard.edges.map((edge: any) => edge.node);
    expect(first).toMatchObject({
      claim: { id: globalId("Claim", broken.claimId) },
      state: "BREACHED",
      nextAction: "BOOK_AT_ONCE",
      marginWorkingDays: 0,
    });
    expect(second).toMatchObject({
      claim: { id: globalId("Claim", lost.claimId) },
      state: "AT_RISK",
      nextAction: "FIND_CAPACITY",
      certificate: {
        short: 1,
        text: expect.stringContaining("ingen tid er inden for rækkevidde"),
        waits: "NO_UNIT",
        waitingClaims: [{ id: globalId("Claim", lost.claimId) }],
        setOfClaims: [{ id: globalId("Claim", lost.claimId) }],
        without: null,
        busyUnits: null,
      },
    });
    expect(data.promiseBoard.pageInfo.hasNextPage).toBe(true);
    const rest = await team(BOARD, { first: 2, after: data.promiseBoard.pageInfo.endCursor });
    expect(rest.data.promiseBoard.edges.map((edge: any) => edge.node)).toMatchObject([
      { claim: { id: globalId("Claim", safe.claimId) }, state: "SAFE", nextAction: "OFFER_APPOINTMENT", certificate: null },
    ]);
    expect(rest.data.promiseBoard.pageInfo.hasNextPage).toBe(false);
    expect((await team(COUNTS)).data.promiseCounts).toEqual({ breached: 1, atRisk: 1, tight: 0, safe: 1, met: 0 });
    expect((await t.rows("select member_id from audit_event where operation = 'promiseBoard'")).map((r) => r.member_id).sort()).toEqual(
      [safe.id, lost.id, broken.id].sort(),
    );
  });

  it("calls a deadline that has just passed a breach although no watch has stamped it", async () => {
    await patient(t.make, { claim: { deadline_at: fromNow(-1_000), promise_state: "TIGHT" } });
    const { data } = await t.asHealthTeam()(BOARD, { first: 5, filter: { states: ["BREACHED"] } });
    expect(data.promiseBoard.edges).toHaveLength(1);
  });

  it("is filtered by state, service, region and deadline", async () => {
    await patient(t.make);
    await patient(t.make, { place: ESBJERG, service: "CHIROPRACTIC" });
    const count = async (filter: object): Promise<number> =>
      (await t.asHealthTeam()(BOARD, { first: 10, filter })).data.promiseBoard.edges.length;
    expect(await count({})).toBe(2);
    expect(await count({ service: "CHIROPRACTIC" })).toBe(1);
    expect(await count({ region: "MIDTJYLLAND" })).toBe(1);
    expect(await count({ states: ["AT_RISK"] })).toBe(0);
    expect(await count({ dueBefore: at(dayIn(2)).toISOString() })).toBe(0);
  });

  it("shows beside each promise where it could be kept next, with one search for all of them, as the claim's own search finds it", async () => {
    const [near, far] = [await t.make.clinic(), await t.make.clinic()];
    for (const clinic of [near, far]) await openings(t.make, clinic, dayIn(2), 2);
    const waiting = [await patient(t.make), await patient(t.make), await patient(t.make, { place: ESBJERG })];
    const shown = "id distanceKm earliestAt latestOn marginWorkingDays nextSlots { slot { id } } price { memberPays { amountMinor } }";
    const board = `query ($first: Int!) { promiseBoard(first: $first) { edges { node { claim { id } alternatives { ${shown} } } } } }`;
    const team = t.asHealthTeam();
    await team(board, { first: 3 });
    const { answer, statements } = await statementsOf(t, () => team(board, { first: 3 }));
    expect(statements).toHaveLength(3);
    expect((await statementsOf(t, () => team(board, { first: 1 }))).statements).toHaveLength(3);
    const entries = answer.data.promiseBoard.edges.map((edge: any) => edge.node);
    for (const { claim, alternatives } of entries) {
      const own = `query ($id: ID!) { claim(id: $id) { providers(near: { home: true }, first: 2) { edges { node { ${shown} } } } } }`;
      const found = await team(own, { id: claim.id });
      expect(alternatives).toEqual(found.data.claim.providers.edges.map((edge: any) => edge.node));
    }
    expect(entries.map(({ alternatives }: any) => alternatives.length).sort()).toEqual([0, 2, 2]);
    const seen = await t.rows("select distinct member_id from audit_event where operation = 'alternatives'");
    expect(seen.map((row) => row["member_id"]).sort()).toEqual(waiting.map(({ id }) => id).sort());
  });

  it("says what the member wishes, and what of it the first appointment set aside", async () => {
    const clinic = await t.make.clinic();
    await openings(t.make, clinic, dayIn(2), 1);
    const member = await patient(t.make, { claim: { wishes: { language: "pl", channel: "ONLINE" } } });
    const wishes = `{ promiseBoard(first: 5, filter: { states: [SAFE, TIGHT, MET] }) { edges { node { wishes setAsideWishes } } } }`;
    const shown = async () => (await t.asHealthTeam()(wishes)).data.promiseBoard.edges.map((edge: any) => edge.node);
    expect(await shown()).toEqual([{ wishes: ["LANGUAGE", "CHANNEL"], setAsideWishes: [] }]);
    const { data } = await bookFirst(t.asMember(member), { id: member.claimId });
    expect(data.booking).toMatchObject({
      chosenBecause: expect.arrayContaining([{ code: "WITHOUT_LANGUAGE" }, { code: "WITHOUT_CHANNEL" }]),
    });
    expect(await shown()).toEqual([{ wishes: ["LANGUAGE", "CHANNEL"], setAsideWishes: ["LANGUAGE", "CHANNEL"] }]);
  });

  it("says in the certificate which wishes are set aside already where nothing is free without them either", async () => {
    await openings(t.make, await t.make.clinic(), dayIn(2), 1);
    const wishing = await patient(t.make, { place: ESBJERG, claim: { wishes: { language: "pl", gender: "female" } } });
    await patient(t.make, { place: ESBJERG, service: "PSYCHOLOGIST", claim: { condition_code: "STRESS" } });
    await watchPromises(t.fresh.database);
    const ASIDE = `{ promiseBoard(first: 5, filter: { states: [AT_RISK] }) { edges { node { claim { id } wishes setAsideWishes
      certificate { setAsideWishes text english: text(language: EN) } } } } }`;
    const shown = (await t.asHealthTeam()(ASIDE)).data.promiseBoard.edges.map((edge: any) => edge.node);
    const [entry, other] = [...shown].sort((a) => (a.claim.id === globalId("Claim", wishing.claimId) ? -1 : 1));
    expect(entry).toMatchObject({ wishes: ["GENDER", "LANGUAGE"], setAsideWishes: ["GENDER", "LANGUAGE"] });
    expect(entry.certificate.setAsideWishes).toEqual(["GENDER", "LANGUAGE"]);
    expect(entry.certificate.text).toContain("dens ønsker er fraveget: behandlerens køn, behandlingens sprog");
    expect(entry.certificate.english).toContain("its wishes are set aside: gender of the practitioner, language of the treatment");
    expect([other.setAsideWishes, other.certificate.setAsideWishes, other.certificate.english]).toEqual([
      [],
      [],
      expect.not.stringContaining("wishes"),
    ]);
  });

  it("shows the network manager where, and not whose", async () => {
    await patient(t.make);
    // neither the claim of an entry nor those of a certificate
    expect((await manager(BOARD, { first: 5 })).errors).toHaveLength(3);
    const { data, text } = await manager(`{ promiseBoard(first: 5) { edges { node { service { code } region state } } } }`);
    expect(data.promiseBoard.edges).toEqual([{ node: { service: { code: "PHYSIOTHERAPY" }, region: "MIDTJYLLAND", state: "SAFE" } }]);
    expect(text).not.toContain("C-");
    expect((await manager(COUNTS)).data.promiseCounts.safe).toBe(1);
  });

  it("needs a purpose of the health team and is nobody else's", async () => {
    expect((await t.as({ sub: "h", role: "HEALTH_TEAM" })(BOARD, { first: 5 })).data?.promiseBoard ?? null).toBeNull();
    const clinic = await t.make.clinic();
    expect((await t.asClinic(clinic)(COUNTS)).errors?.[0]?.extensions?.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });
});

describe("networkFeasibility", () => {
  const ASK = `query ($from: LocalDate!, $through: LocalDate!, $region: Region, $service: ServiceCode) { networkFeasibility(from: $from, through: $through, region: $region, service: $service) {
    openClaims units unplaced certificates { text english: text(language: EN) claims units short latestOn place postalCodes } additions { clinic { id } clinicName town services { code } channel languages gender forChildren forAdults days { on units } units removes costPerPromiseKept { amountMinor } alternatives { units removes } } } }`;

  async function shortOfFive(): Promise<string> {
    const clinic = await t.make.clinic({ place: ESBJERG, services: ["PSYCHOLOGIST"] });
    await openings(t.make, clinic, dayIn(2), 9);
    const latest = dayIn(4);
    for (let i = 0; i < 14; i++) {
      const place = { ...ESBJERG, postnr: ["6700", "6705", "6710", "6715", "6720", "6731"][i % 6]!, lat: ESBJERG.lat + (i % 6) / 200 };
      await patient(t.make, {
        place,
        service: "PSYCHOLOGIST",
        claim: { latest_on: latest, target_on: latest, deadline_at: at(dayIn(5), "00:00"), wishes: { channel: "IN_PERSON" } },
      });
    }
    return clinic.id;
  }

  it("says in one sentence what is missing, and what would remove it", async () => {
    const clinicId = await shortOfFive();
    const { data } = await manager(ASK, { from: dayIn(0), through: dayIn(6), service: "PSYCHOLOGIST" });
    const { openClaims, units, unplaced, certificates, additions } = data.networkFeasibility;
    expect({ openClaims, units, unplaced }).toEqual({ openClaims: 14, units: 9, unplaced: 5 });
    expect(certificates).toMatchObject([{ claims: 14, units: 9, short: 5, latestOn: dayIn(4), postalCodes: 6 }]);
    expect(certificates[0].english).toMatch(
      /^14 psychologist claims from 6 postal codes around Esbjerg.* until \w+day .*, 9 units: 5 short$/,
    );
    expect(certificates[0].text).toMatch(
      /^14 skader \(psykolog\) fra 6 postnumre omkring Esbjerg.* til og med [\d-]{10}, 9 tider: 5 mangler$/,
    );
    expect(additions).toMatchObject([
      {
        clinic: { id: globalId("Clinic", clinicId) },
        town: "Esbjerg",
        services: [{ code: "PSYCHOLOGIST" }],
        channel: "IN_PERSON",
        units: 5,
        removes: 5,
      },
    ]);
  });

  it("proposes additions that reduce the shortage by exactly the number stated, as the model and the checker confirm", async () => {
    await shortOfFive();
    await patient(t.make, {
      place: { ...ESBJERG, lat: 57.72, lon: 10.58 },
      claim: { latest_on: dayIn(4), deadline_at: at(dayIn(5), "00:00") },
    });
    // two wait for clinics that have no time: for them a time elsewhere is none
    const services = ["SPECIALIST_EXAMINATION"];
    const full = [await t.make.clinic({ services }), await t.make.clinic({ services })];
    for (const there of full) {
      const who = await patient(t.make, { service: "SPECIALIST_EXAMINATION" });
      await t.make.designation({ id: who.claimId, reference: "", memberId: who.id }, there);
    }
    const instance = await transaction(t.fresh.database, WORKER, (tx) => loadPromises(tx));
    const day = instance.today;
    const question = { from: day, to: day + 20, region: null, service: null };
    const { unplaced, additions } = await feasibilityOf(instance, question, {
      names: { services: new Map(), towns: new Map() },
      regionOfClinic: () => null,
      isOpenDay: () => true,
    });
    expect(unplaced).toBe(8);
    let buckets = [...instance.buckets];
    let short = unplaced;
    for (const addition of additions) {
      for (const other of addition.alternatives)
        expect(solvePlan(instance.claims, [...buckets, ...other.buckets]).plan.unplaced).toHaveLength(short - other.removes);
      buckets = [...buckets, ...addition.buckets];
      const { plan, graph } = solvePlan(instance.claims, buckets);
      expect(plan.unplaced).toHaveLength(short - addition.removes);
      expect(checkPromise(instance.claims, buckets, plan, certificatesOf(graph))).toEqual([]);
      short = plan.unplaced.length;
    }
    expect(short).toBe(0);
    expect(additions.some((addition) => addition.clinicId === null)).toBe(true);
    expect(additions.map((addition) => addition.clinicId)).toEqual(expect.arrayContaining(full.map(({ id }) => id)));
  });

  it("concerns the region and service asked about, and nobody outside the period", async () => {
    await shortOfFive();
    const ask = async (more: object): Promise<any> =>
      (await manager(ASK, { from: dayIn(0), through: dayIn(6), ...more })).data.networkFeasibility;
    expect(await ask({ region: "MIDTJYLLAND" })).toMatchObject({ openClaims: 0, unplaced: 0, certificates: [] });
    expect(await ask({ region: "SYDDANMARK" })).toMatchObject({ openClaims: 14, unplaced: 5 });
    expect(await ask({ service: "PHYSIOTHERAPY" })).toMatchObject({ openClaims: 0 });
    expect(await ask({ through: dayIn(2) })).toMatchObject({ openClaims: 0 });
    expect((await manager(ASK, { from: dayIn(0), through: dayIn(60) })).errors?.[0]?.extensions?.code).toBe("BAD_USER_INPUT");
  });
});
