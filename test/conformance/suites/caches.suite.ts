/**
 * Two normalised caches that nobody here wrote. After an act they show what is so without asking again: a payload returns what the
 * act changed, each thing with its id, and what hangs on it can be asked for with it.
 */
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { buildSchema, getIntrospectionQuery, graphqlSync, isObjectType, isAbstractType } from "graphql";
import { readFileSync } from "node:fs";
import { globalId, startApp, type TestApp } from "../../support/app.js";
import { at, dayIn, newTestId } from "../../support/make.js";
import { attend } from "../../settlement/attended.js";

const need = createRequire(import.meta.url);
const { ApolloClient, InMemoryCache, HttpLink, gql } = need("@apollo/client") as typeof import("@apollo/client");
const urql = need("@urql/core") as any;
const { cacheExchange } = need("@urql/exchange-graphcache") as any;

const schema = buildSchema(readFileSync("schema/gateway.graphql", "utf8"));
const introspection = graphqlSync({ schema, source: getIntrospectionQuery() }).data as any;
/** Values, which belong to what they stand in: what has no id of its own. */
const keys = Object.fromEntries(
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith("__") && !type.getFields()["id"])
    .map(({ name }) => [name, () => null]),
);
const possibleTypes = Object.fromEntries(
  Object.values(schema.getTypeMap()).flatMap((type) =>
    isAbstractType(type) ? [[type.name, schema.getPossibleTypes(type).map(({ name }) => name)] as const] : [],
  ),
);

type Client = {
  readonly ask: (document: string, variables: object) => Promise<any>;
  /** What the cache holds; null where it would have to ask. */
  readonly cached: (document: string, variables: object) => Promise<any>;
  readonly act: (document: string, variables: object) => Promise<any>;
};

const clients: Record<string, (url: string, headers: Record<string, string>) => Client> = {
  "Apollo Client": (uri, headers) => {
    const client = new ApolloClient({ link: new HttpLink({ uri, headers }), cache: new InMemoryCache({ possibleTypes }) });
    return {
      ask: async (text, variables) =>
        (await client.query({ query: gql(text), variables: variables as never, fetchPolicy: "network-only" })).data,
      cached: (text, variables) => Promise.resolve(client.readQuery({ query: gql(text), variables: variables as never })),
      act: async (text, variables) => (await client.mutate({ mutation: gql(text), variables: variables as never })).data,
    };
  },
  "urql with Graphcache": (url, headers) => {
    const client = new urql.Client({
      url,
      exchanges: [cacheExchange({ schema: introspection, keys }), urql.fetchExchange],
      preferGetMethod: false,
      fetchOptions: { headers },
    });
    const ask = (text: string, variables: object, requestPolicy: string) => client.query(text, variables, { requestPolicy }).toPromise();
    return {
      ask: async (text, variables) => (await ask(text, variables, "network-only")).data,
      cached: async (text, variables) => (await ask(text, variables, "cache-only")).data ?? null,
      act: async (text, variables) => (await client.mutation(text, variables).toPromise()).data,
    };
  },
};

const BOOKING = "id state version endReason slot { id freeUnits }";
const OF_MEMBER = `${BOOKING} claim { id state version firstBooking { id } portion { used remaining } guarantee { promiseState outcome } }`;
/** What the screens show of the things that acts change. */
const SHOWN = `query Shown($claim: ID!, $slot: ID!, $next: ID!) {
  claim(id: $claim) { id state version firstBooking { id } portion { used remaining } guarantee { promiseState outcome } }
  slot: node(id: $slot) { id ... on Slot { freeUnits state } } next: node(id: $next) { id ... on Slot { freeUnits state } } }`;
const ONE = `query One($id: ID!) { booking(id: $id) { ${BOOKING} } }`;

describe.each(Object.keys(clients))("%s", (name) => {
  let app: TestApp;
  const warnings: unknown[] = [];
  const warn = console.warn;
  beforeAll(async () => {
    app = await startApp();
    console.warn = (...said: unknown[]) => void warnings.push(said);
  });
  afterAll(async () => {
    console.warn = warn;
    await app.stop();
  });

  const clientOf = async (claims: object, more: Record<string, string> = {}): Promise<Client> => {
    const token = await app.app.identity.issuer?.mint(claims as never);
    const make = clients[name];
    if (!make) throw new Error("no such client");
    return make(`${app.url}/graphql`, { authorization: `Bearer ${token}`, ...more });
  };

  it("is right after each act of a booking's life, without asking again", async () => {
    const [clinic, member] = [await app.make.clinic(), await app.make.member()];
    const made = await app.make.claim(member, { row: { portion_authorised: 5 } });
    const slots = [await app.make.slot(clinic, { startsAt: at(dayIn(3)) }), await app.make.slot(clinic, { startsAt: at(dayIn(4)) })];
    const [claim, slot, next] = [globalId("Claim", made.id), globalId("Slot", slots[0]!.id), globalId("Slot", slots[1]!.id)];
    const client = await clientOf({ sub: member.subject, role: "MEMBER" });
    const shown = { claim, slot, next };
    await client.ask(SHOWN, shown);
    const right = async (): Promise<void> => {
      const held = await client.cached(SHOWN, shown);
      // another client of the same viewer has nothing in its cache
      const fresh = await (await clientOf({ sub: member.subject, role: "MEMBER" })).ask(SHOWN, shown);
      expect(JSON.parse(JSON.stringify(held))).toEqual(JSON.parse(JSON.stringify(fresh)));
    };
    const act = async (mutation: string, input: object, payload: string, type: string): Promise<any> => {
      const document = `mutation Act($input: ${type}!) { ${mutation}(input: $input) { ${payload} errors { code } } }`;
      const answer = (await client.act(document, { input: { idempotencyKey: newTestId(), ...input } }))[mutation];
      expect(answer.errors).toEqual([]);
      await right();
      return answer;
    };
    const hold = (
      await act("holdSlot", { claimId: claim, slotId: slot }, "hold { id state expiresAt slot { id freeUnits } }", "HoldSlotInput")
    ).hold;
    await act("releaseHold", { holdId: hold.id }, "hold { id state slot { id freeUnits } }", "ReleaseHoldInput");
    const { booking } = await act("bookSlot", { claimId: claim, slotId: slot }, `booking { ${OF_MEMBER} }`, "BookSlotInput");
    await client.ask(ONE, { id: booking.id });
    const moved = await act(
      "rescheduleBooking",
      { bookingId: booking.id, slotId: next },
      `booking { ${OF_MEMBER} movedFrom { ${BOOKING} } }`,
      "RescheduleBookingInput",
    );
    expect((await client.cached(ONE, { id: booking.id })).booking).toMatchObject({ state: "MOVED" });
    await act("cancelBooking", { bookingId: moved.booking.id, reason: "ill" }, `booking { ${OF_MEMBER} }`, "CancelBookingInput");
  });

  it("is right after acts of the health team, the clinic and on consents", async () => {
    const [clinic, member] = [await app.make.clinic(), await app.make.member()];
    const made = await app.make.claim(member, { row: { state: "REPORTED", approved_at: null, guarantee_outcome: "PENDING" } });
    const team = await clientOf({ sub: "nurse", role: "HEALTH_TEAM" }, { "x-purpose": "CASE_HANDLING:C-1" });
    const again = () => clientOf({ sub: "nurse", role: "HEALTH_TEAM" }, { "x-purpose": "CASE_HANDLING:C-1" });
    const CASE = `query Case($id: ID!) { claim(id: $id) { id state version portion { authorised used remaining } consents { id state withdrawnOn }
      guarantee { outcome latestOn deadlineAt } information { required needs } } }`;
    const inside = /\{ claim\(id: \$id\) \{(.*)\} \}$/s.exec(CASE)?.[1] ?? "";
    const id = globalId("Claim", made.id);
    await team.ask(CASE, { id });
    const act = async (mutation: string, input: object, payload: string, type: string): Promise<void> => {
      const document = `mutation Act($input: ${type}!) { ${mutation}(input: $input) { ${payload} errors { code } } }`;
      const answer = (await team.act(document, { input }))[mutation];
      expect(answer.errors).toEqual([]);
      const held = await team.cached(CASE, { id });
      expect(JSON.parse(JSON.stringify(held))).toEqual(JSON.parse(JSON.stringify(await (await again()).ask(CASE, { id }))));
    };
    await act("recordInformation", { claimId: id, required: true }, `claim { ${inside} }`, "RecordInformationInput");
    await act("recordInformation", { claimId: id, required: false }, `claim { ${inside} }`, "RecordInformationInput");
    await act("approveClaim", { claimId: id }, `claim { ${inside} }`, "ApproveClaimInput");
    await act("withdrawConsent", { claimId: id }, `consent { id state withdrawnOn claim { ${inside} } }`, "WithdrawConsentInput");
    await act("closeClaim", { claimId: id, reason: "not wanted any more" }, `claim { ${inside} }`, "CloseClaimInput");
    expect(clinic.id).toBeTruthy();
    expect(warnings).toEqual([]);
  });

  it("is right after acts that take away, and after what a second person approves", async () => {
    const clinic = await app.make.clinic({ followUpMinor: 55_000 });
    const id = globalId("Clinic", clinic.id);
    const right = async (client: Client, again: () => Promise<Client>, document: string, variables: object): Promise<void> => {
      const fresh = await (await again()).ask(document, variables);
      expect(JSON.parse(JSON.stringify(await client.cached(document, variables)))).toEqual(JSON.parse(JSON.stringify(fresh)));
    };
    const act = async (client: Client, mutation: string, type: string, payload: string, input: object): Promise<any> => {
      const document = `mutation Act($input: ${type}!) { ${mutation}(input: $input) { ${payload} errors { code } } }`;
      const answer = (await client.act(document, { input: { idempotencyKey: newTestId(), ...input } }))[mutation];
      expect(answer.errors).toEqual([]);
      return answer;
    };
    const HOURS = "id schedules { id version } busyFeeds { state busyPeriods practitioner { id } }";
    const asClinic = () => clientOf({ sub: "reception", role: "CLINIC_STAFF", cvr: clinic.cvr });
    const [staff, practitionerId] = [await asClinic(), globalId("Practitioner", clinic.practitionerId)];
    const shown = [staff, asClinic, `query Hours($id: ID!) { clinic(id: $id) { ${HOURS} } }`, { id }] as const;
    await staff.ask(shown[2], { id });
    const opening = { startTime: "09:00", endTime: "11:00", slotMinutes: 60, services: ["PHYSIOTHERAPY"] };
    const hours = { validFrom: dayIn(0), rules: [{ rrule: "FREQ=WEEKLY;BYDAY=TU", opening }] };
    const { schedule } = await act(staff, "saveSchedule", "SaveScheduleInput", `schedule { id version clinic { ${HOURS} } }`, {
      clinicId: id,
      practitionerId,
      ...hours,
    });
    await right(...shown);
    const calendar = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:test", "END:VCALENDAR"].join("\r\n");
    await act(staff, "saveBusyFeed", "SaveBusyFeedInput", `feed { clinic { ${HOURS} } }`, {
      clinicId: id,
      practitionerId,
      content: calendar,
    });
    await right(...shown);
    await act(staff, "removeSchedule", "RemoveScheduleInput", `clinic { ${HOURS} }`, {
      scheduleId: schedule.id,
      expectedVersion: schedule.version,
    });
    await right(...shown);
    expect((await staff.cached(shown[2], { id })).clinic.schedules).toEqual([]);
    await act(staff, "removeBusyFeed", "RemoveBusyFeedInput", `clinic { ${HOURS} }`, { clinicId: id, practitionerId });
    await right(...shown);
    expect((await staff.cached(shown[2], { id })).clinic.busyFeeds).toEqual([]);

    const RECORD = "id credentials { id kind validFrom number }";
    const manager = (sub: string) => clientOf({ sub, role: "NETWORK_MANAGER" });
    const [one, two] = [await manager("one"), await manager("two")];
    const record = [
      two,
      () => manager("two"),
      `query Record($id: ID!) { node(id: $id) { id ... on Practitioner { ${RECORD} } } }`,
      { id: practitionerId },
    ] as const;
    await two.ask(record[2], record[3]);
    const { proposal } = await act(one, "proposeCredential", "ProposeCredentialInput", "proposal { id }", {
      subjectId: practitionerId,
      kind: "RAB_APPROVAL",
      number: "4711",
      validFrom: dayIn(-30),
      source: "the register",
    });
    const approved = await act(two, "approveProposal", "DecideProposalInput", `proposal { id state practitioners { ${RECORD} } }`, {
      id: proposal.id,
    });
    expect(approved.proposal).toMatchObject({ state: "APPROVED", practitioners: [{ id: practitionerId }] });
    await right(...record);

    const [line] = await attend(app, clinic);
    const lineId = globalId("SettlementLine", line!.lineId);
    const rate = {
      clinicId: id,
      service: "PHYSIOTHERAPY",
      session: "FOLLOW_UP",
      amountMinor: "60000",
      validFrom: dayIn(-5),
      retroactive: true,
    };
    const proposed = await act(one, "proposeRate", "ProposeRateInput", "rate { id }", rate);
    await act(two, "approveRate", "ApproveRateInput", "rate { id state }", { id: proposed.rate.id });
    const asFinance = () => clientOf({ sub: "finance", role: "FINANCE" });
    const finance = await asFinance();
    const LINE = "id rateAgreedSince { id } corrections(first: 5) { edges { node { id amount { amountMinor } } } }";
    const money = [
      finance,
      asFinance,
      `query Line($id: ID!) { node(id: $id) { id ... on SettlementLine { ${LINE} } } }`,
      { id: lineId },
    ] as const;
    await finance.ask(money[2], money[3]);
    const period = { clinicId: id, from: dayIn(-10), until: dayIn(1) };
    const PREVIEW =
      "query Preview($clinicId: ID!, $from: LocalDate!, $until: LocalDate!) { rateCorrections(clinicId: $clinicId, from: $from, until: $until) { digest } }";
    const { rateCorrections } = await finance.ask(PREVIEW, period);
    await act(finance, "correctToRates", "CorrectToRatesInput", `lines { ${LINE} }`, { ...period, preview: rateCorrections.digest });
    await right(...money);
    expect((await finance.cached(money[2], money[3])).node.corrections.edges).toHaveLength(1);
    expect(warnings).toEqual([]);
  });
});
