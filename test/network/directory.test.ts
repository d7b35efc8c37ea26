import { startApp, globalId, type TestApp } from "../support/app.js";
import { newTestId, type MadeClinic } from "../support/make.js";

const CLINIC = `query ($id: ID!) { clinic(id: $id) { id name kind address { line postalCode town region location { latitude longitude } } phone languages treatsChildren cancellationHours lastSyncedAt version
  organisation { id legalName cvr kind hasPublicAgreement } practitioners { id name profession gender languages treatsChildren } services { code } } }`;

describe("the directory", () => {
  let t: TestApp;
  let clinic: MadeClinic;
  beforeAll(async () => {
    t = await startApp();
    clinic = await t.make.clinic({ services: ["MASSAGE", "PHYSIOTHERAPY"], row: { name: "Ådals Fysioterapi", cancellation_hours: 12 } });
  });
  afterAll(() => t.stop());

  it("shows a clinic with its company, its people and its services to everyone", async () => {
    const { data } = await t.as(null)(CLINIC, { id: globalId("Clinic", clinic.id) });
    expect(data.clinic).toMatchObject({
      id: globalId("Clinic", clinic.id),
      name: "Ådals Fysioterapi",
      kind: "PHYSIOTHERAPIST",
      address: { line: "Testgade 1", postalCode: "8000", town: "Aarhus C", region: "MIDTJYLLAND", location: { latitude: 56.1535 } },
      cancellationHours: 12,
      lastSyncedAt: null,
      version: 1,
      organisation: {
        id: globalId("Organisation", clinic.providerId),
        legalName: "Testklinik ApS",
        cvr: clinic.cvr,
        kind: "PHYSIOTHERAPIST",
        hasPublicAgreement: false,
      },
      practitioners: [{ id: globalId("Practitioner", clinic.practitionerId), name: "Åse Test Øvelund", profession: "PHYSIOTHERAPIST" }],
      services: [{ code: "PHYSIOTHERAPY" }, { code: "MASSAGE" }],
    });
  });

  it("answers a fragment by its own place, wherever else it stands under a condition", async () => {
    const twice = await t.as(null)("{ ...r @skip(if: true) ...r } fragment r on Query { clinics(first: 1) { edges { node { name } } } }");
    expect(twice.data).toEqual({ clinics: { edges: [{ node: { name: "Ådals Fysioterapi" } }] } });
    const aliases = await t.as(null)(`{ a: clinics(first: 1) { edges { node { id ...f @skip(if: true) } } }
      b: clinics(first: 1) { edges { node { id ...f } } } } fragment f on Clinic { name }`);
    const id = globalId("Clinic", clinic.id);
    expect(aliases.data).toEqual({
      a: { edges: [{ node: { id } }] },
      b: { edges: [{ node: { id, name: "Ådals Fysioterapi" } }] },
    });
  });

  it("answers null for a clinic that is not there, and for an id of something else", async () => {
    for (const id of [globalId("Clinic", newTestId()), globalId("Slot", clinic.id), "x"]) {
      expect((await t.as(null)(CLINIC, { id })).data).toEqual({ clinic: null });
    }
  });

  it("finds the same records behind their ids", async () => {
    const ids = [
      globalId("Clinic", clinic.id),
      globalId("Organisation", clinic.providerId),
      globalId("Practitioner", clinic.practitionerId),
      globalId("Practitioner", clinic.id),
    ];
    const { data } = await t.as(null)("query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }", { ids });
    expect(data.nodes).toEqual([...["Clinic", "Organisation", "Practitioner"].map((__typename, i) => ({ id: ids[i], __typename })), null]);
  });

  it("lists clinics by name, page by page, and narrows the list", async () => {
    for (const name of ["Bro Fys", "Bro Fys", "Åben Dør"]) await t.make.clinic({ row: { name }, services: ["CHIROPRACTIC"] });
    const list = async (more: string) => {
      const { data, errors } = await t.as(null)(
        `{ clinics(${more}) { edges { cursor node { name services { code } } } pageInfo { hasNextPage endCursor } } }`,
      );
      expect(errors).toBeUndefined();
      return data.clinics;
    };
    const whole = await list("first: 100");
    const names = whole.edges.map((edge: any) => edge.node.name);
    const paged: string[] = [];
    for (let after = ""; ;) {
      const { edges, pageInfo } = await list(`first: 1${after && `, after: "${after}"`}`);
      paged.push(...edges.map((edge: any) => edge.node.name));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(paged).toEqual(names);
    expect((await list("first: 9, service: MASSAGE")).edges.map((edge: any) => edge.node.name)).toEqual(["Ådals Fysioterapi"]);
    expect((await list("first: 9, kind: PSYCHOLOGIST")).edges).toEqual([]);
    expect((await list('first: 9, region: MIDTJYLLAND, postalCode: "8000", kind: PHYSIOTHERAPIST')).edges).toHaveLength(4);
  });

  it("reads people and services of a whole page at once", async () => {
    const document = "{ clinics(first: 50) { edges { node { services { code } organisation { cvr } practitioners { name } } } } }";
    await t.as(null)(document);
    expect((await t.as(null)(document)).statements).toBe(4);
  });

  it("lists services and the postal codes a search can start from", async () => {
    const { data } = await t.as(null)(
      '{ services { code name en: name(language: EN) radiusKm firstMinutes followUpMinutes } a: postalCodes(prefix: "800") { code town } b: postalCodes(prefix: "ebel") { code location { latitude } } c: postalCodes(prefix: "09") { code } }',
    );
    expect(data.services[0]).toEqual({
      code: "PHYSIOTHERAPY",
      name: "Fysioterapi",
      en: "Physiotherapy",
      radiusKm: 25,
      firstMinutes: 45,
      followUpMinutes: 30,
    });
    expect(data.a).toEqual([{ code: "8000", town: "Aarhus C" }]);
    expect(data.b).toEqual([{ code: "8400", location: { latitude: expect.any(Number) } }]);
    expect(data.c).toEqual([]);
  });
});

describe("the role that searches", () => {
  it("reads the directory and nothing else, and writes nothing", async () => {
    const t = await startApp();
    try {
      const as = (text: string) => t.fresh.database.directory.query(text);
      for (const table of ["member", "claim", "booking", "hold", "agreed_rate", "audit_event", "policy"]) {
        await expect(as(`select 1 from ${table} limit 1`)).rejects.toThrow("permission denied");
      }
      await expect(as("update slot set booked = 0")).rejects.toThrow(/permission denied|read-only/);
      expect((await as("select current_user as me")).rows).toEqual([{ me: "gateway_directory" }]);
    } finally {
      await t.stop();
    }
  });
});
