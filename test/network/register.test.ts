/** The network comes in through the public API: by hand and in files, refused line by line, with history and a second person. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { cvrFrom } from "../../src/kernel/check-digits.js";
import request from "supertest";
import { globalId, startApp, type Answer, type Asker, type TestApp } from "../support/app.js";
import { dayIn } from "../support/make.js";
import { uuidOf } from "../bookings/documents.js";

const document = (name: string): string => readFileSync(`schema/operations/network/${name}.graphql`, "utf8");
const HISTORY = document("clinic-history");

let t: TestApp;
let anna: Asker;
let bo: Asker;
beforeAll(async () => {
  t = await startApp();
  anna = t.as({ sub: "anna", role: "NETWORK_MANAGER" });
  bo = t.as({ sub: "bo", role: "NETWORK_MANAGER" });
});
afterAll(() => t.stop());

let next = 300_000;
const newCvr = (): string => {
  for (;;) {
    const cvr = cvrFrom(`2${String((next += 1)).padStart(6, "0")}`);
    if (cvr !== null) return cvr;
  }
};
const newNumber = (): string => `8${String((next += 1)).padStart(9, "0")}`;
const act = async (as: Asker, name: string, input: object): Promise<any> => {
  const answer = await as(document(name), { input: { idempotencyKey: randomUUID(), ...input } });
  return Object.values((answer as Answer).data ?? { fault: answer.errors })[0];
};
const codes = (of: any): string[] => of.errors.map((e: any) => e.code);
const load = (part: string, content: string, more: object = {}): Promise<any> =>
  act(anna, "import-network", { part, format: "CSV", mode: "CONTINUE", content, ...more });
const csv = (header: string, ...lines: readonly string[]): string => [header, ...lines].join("\n");

async function company(more: object = {}): Promise<any> {
  return act(anna, "save-organisation", {
    legalName: "Nyklinik ApS (fiktiv)",
    cvr: newCvr(),
    kind: "PHYSIOTHERAPIST",
    agreementFrom: "2026-01-01",
    agreementSource: "contract 1",
    ...more,
  });
}
const clinicOf = (organisationId: string, more: object = {}): Promise<any> =>
  act(anna, "save-clinic", {
    organisationId,
    name: "Nyklinikken",
    pNumber: newNumber(),
    street: "Testgade 1",
    postalCode: "8000",
    services: [{ service: "PHYSIOTHERAPY", channels: ["IN_PERSON"] }],
    ...more,
  });

describe("a company", () => {
  it("is registered at once, and its agreement counts once another person has agreed", async () => {
    const made = await company({ providerNumber: "012345", publicFrom: "2026-01-01", publicSource: "register" });
    expect(made).toMatchObject({
      errors: [],
      organisation: { legalName: "Nyklinik ApS (fiktiv)", version: 1 },
      proposal: { state: "PROPOSED" },
    });
    const id = made.organisation.id;
    const agreed = () => t.rows("select agreed::text, publicly_agreed::text from provider where cvr = $1", [made.organisation.cvr]);
    expect(await agreed()).toEqual([{ agreed: "{}", publicly_agreed: "{}" }]);
    expect(codes(await act(anna, "approve-proposal", { id: made.proposal.id }))).toEqual(["FOUR_EYES"]);
    expect(await act(bo, "approve-proposal", { id: made.proposal.id })).toMatchObject({
      errors: [],
      proposal: { state: "APPROVED", decided: { by: "bo" } },
    });
    expect(await agreed()).toEqual([{ agreed: "{[2026-01-01,)}", publicly_agreed: "{[2026-01-01,)}" }]);
    expect(codes(await act(bo, "approve-proposal", { id: made.proposal.id }))).toEqual(["PROPOSAL_DECIDED"]);
    expect(
      codes(await act(anna, "propose-credential", { subjectId: id, kind: "AGREEMENT", validFrom: "2027-01-01", source: "contract 2" })),
    ).toEqual(["CREDENTIAL_OVERLAP"]);
  });

  it("with a wrong check digit, no kind and an end before its beginning is refused with every reason", async () => {
    const wrong = await company({ cvr: "10150818", kind: null, agreementUntil: "2025-12-31", agreementSource: null });
    expect(codes(wrong).sort()).toEqual(["CVR_INVALID", "FIELD_MISSING", "PERIOD_EMPTY", "SOURCE_MISSING"]);
    expect(wrong.errors.every((e: any) => e.remedy && e.path[0] === "input")).toBe(true);
  });

  it("is changed in the version that was looked at, and its number is nobody else's", async () => {
    const made = await company();
    const { id, cvr } = made.organisation;
    expect(codes(await act(anna, "save-organisation", { id, expectedVersion: 9, legalName: "X" }))).toEqual(["VERSION_CHANGED"]);
    expect(await act(anna, "save-organisation", { id, expectedVersion: 1, legalName: "Ny ApS" })).toMatchObject({
      errors: [],
      organisation: { legalName: "Ny ApS", cvr, version: 2 },
    });
    expect(codes(await company({ cvr }))).toEqual(["CVR_REGISTERED"]);
  });
});

describe("a clinic", () => {
  it("lies in the middle of its postal code until somebody says where, and keeps a history of what changed", async () => {
    const { organisation } = await company();
    const made = await clinicOf(organisation.id, { wayIn: "Gården" });
    expect(made).toMatchObject({
      errors: [],
      clinic: {
        address: { town: "Aarhus C", region: "MIDTJYLLAND", precision: "POSTAL_CODE" },
        services: [{ code: "PHYSIOTHERAPY" }],
        wayIn: "Gården",
      },
    });
    const { id } = made.clinic;
    const moved = await act(bo, "save-clinic", {
      id,
      latitude: 56.15,
      longitude: 10.21,
      wayIn: null,
      services: [{ service: "MASSAGE", channels: ["IN_PERSON"] }],
    });
    expect(moved).toMatchObject({
      errors: [],
      clinic: {
        version: 2,
        wayIn: null,
        address: { location: { latitude: 56.15, longitude: 10.21 }, precision: "GIVEN" },
        services: [{ code: "MASSAGE" }],
      },
    });
    const { changes } = (await anna(HISTORY, { clinicId: id, first: 5 })).data.clinic;
    expect(changes.edges.map((e: any) => e.node.act.by)).toEqual(["bo", "anna"]);
    expect(changes.edges[0].node.changes).toEqual(
      expect.arrayContaining([
        { field: "way_in", before: "Gården", after: null },
        { field: "services", before: "PHYSIOTHERAPY:IN_PERSON", after: "MASSAGE:IN_PERSON" },
      ]),
    );
  });

  it("lies in its street where the postal code is of one street, and nowhere in a post box unless somebody says where", async () => {
    const { organisation } = await company();
    const street = await clinicOf(organisation.id, { street: "Gothersgade 1", postalCode: "1123" });
    expect(street).toMatchObject({ errors: [], clinic: { address: { precision: "STREET" } } });
    // what is sent again is what it was; another address without coordinates is looked up anew
    const { latitude, longitude } = street.clinic.address.location;
    const again = await act(anna, "save-clinic", { id: street.clinic.id, latitude, longitude });
    expect(again).toMatchObject({ errors: [], clinic: { version: 1, address: { precision: "STREET" } } });
    const given = await act(anna, "save-clinic", { id: street.clinic.id, latitude: 55.7, longitude: 12.5 });
    expect(given.clinic.address.precision).toBe("GIVEN");
    const moved = await act(anna, "save-clinic", { id: street.clinic.id, street: "Testgade 2", postalCode: "8000" });
    expect(moved.clinic.address).toMatchObject({ precision: "POSTAL_CODE", location: { latitude: 56.1535 } });
    expect(codes(await clinicOf(organisation.id, { postalCode: "0800" }))).toEqual(["POSTAL_CODE_WITHOUT_PLACE"]);
    expect(codes(await clinicOf(organisation.id, { postalCode: "0800", latitude: 55.65, longitude: 12.27 }))).toEqual([]);
  });

  it("is changed by its own staff in what is theirs, and by nobody else's", async () => {
    const own = await t.make.clinic();
    const other = await t.make.clinic();
    const update = readFileSync("schema/operations/clinic/update-clinic.graphql", "utf8");
    const say = async (clinicId: string) =>
      (
        await t.asClinic(own)(update, {
          input: { idempotencyKey: randomUUID(), clinicId: globalId("Clinic", clinicId), languages: ["da", "en"], wayIn: "Ring på" },
        })
      ).data.updateClinic;
    expect(await say(own.id)).toMatchObject({ errors: [], clinic: { languages: ["da", "en"], wayIn: "Ring på" } });
    expect(await t.rows("select languages from clinic_service where clinic_id = $1", [own.id])).toEqual([{ languages: ["da", "en"] }]);
    expect(codes(await say(other.id))).toEqual(["NOT_FOUND"]);
  });
});

describe("a practitioner", () => {
  it("is registered once under a key, counts once another person has agreed, and is changed, each on record", async () => {
    const { organisation } = await company();
    const { clinic } = await clinicOf(organisation.id);
    const input = {
      idempotencyKey: randomUUID(),
      givenNames: "Åse Test",
      familyName: "Øvelund",
      gender: "FEMALE",
      authorisationId: "ZZ901",
      profession: "PHYSIOTHERAPIST",
      clinicIds: [clinic.id],
      authorisedFrom: "2015-01-01",
      authorisationSource: "register",
    };
    const made = await act(anna, "save-practitioner", input);
    expect(made).toMatchObject({ errors: [], replayed: false, practitioner: { version: 1 }, proposal: { state: "PROPOSED" } });
    const { id } = made.practitioner;
    expect(await act(anna, "save-practitioner", input)).toMatchObject({ replayed: true, practitioner: { id } });
    expect(await act(bo, "save-practitioner", { id, expectedVersion: 1, familyName: "Øvelund Ny" })).toMatchObject({
      errors: [],
      practitioner: { name: "Åse Test Øvelund Ny", version: 2 },
    });
    const lines = await t.rows(
      "select actor, fields from audit_event where operation = 'savePractitioner' and object = 'Practitioner' and object_id = $1 and outcome = 'ALLOWED' order by seq",
      [uuidOf(id)],
    );
    expect(lines).toMatchObject([{ actor: "anna" }, { actor: "bo", fields: ["family_name"] }]);
  });
});

describe("a file", () => {
  it("brings in companies, clinics and practitioners, changes nothing the second time, and is written as it is read", async () => {
    const [cvr, p, ref] = [newCvr(), newNumber(), `F${newNumber()}`];
    const companies = csv(
      "external_id;legal_name;cvr;kind;agreement_from;agreement_source",
      `o-${cvr};Filklinik ApS;${cvr};psychologist;2026-01-01;contract 7`,
    );
    const clinics = csv(
      "external_id,organisation,name,p_number,street,postal_code,services",
      `c-${p},o-${cvr},Filklinikken,${p},Testgade 2,8000,"PSYCHOLOGIST:IN_PERSON+ONLINE|PSYCHOTHERAPIST"`,
    );
    const people = csv(
      "external_id,given_names,family_name,gender,authorisation_id,profession,clinics,authorised_from,authorisation_source",
      `${ref},Åse Test,Ørsted,female,${ref},PSYCHOLOGIST,c-${p},2015-01-01,register`,
    );
    const first = [await load("ORGANISATION", companies), await load("CLINIC", clinics), await load("PRACTITIONER", people)];
    for (const each of first)
      expect(each).toMatchObject({
        errors: [],
        inserted: 1,
        refused: 0,
        lines: [{ line: 2, outcome: "INSERTED", errors: [] }],
        intake: { state: "DONE", lines: 1, done: 1 },
      });
    const again = [await load("ORGANISATION", companies), await load("CLINIC", clinics), await load("PRACTITIONER", people)];
    for (const each of again) expect(each).toMatchObject({ errors: [], unchanged: 1, inserted: 0, changed: 0, proposal: null });
    for (const each of [first[0], first[2]]) await act(bo, "approve-proposal", { id: each.proposal.id });
    expect(await load("ORGANISATION", companies)).toMatchObject({ unchanged: 1, proposal: null });
    const written = await anna(document("export-network"), { part: "PRACTITIONER", format: "CSV", lines: 5000 });
    expect(written.errors).toBeUndefined();
    const [header, ...lines] = written.data.exportNetwork.content.trim().split("\r\n");
    const mine = lines.find((line: string) => line.startsWith(ref));
    expect(mine).toContain("Ørsted");
    expect(await load("PRACTITIONER", csv(header, mine))).toMatchObject({ unchanged: 1, refused: 0 });
  });

  it("is refused line by line, and the rest goes on or stops, as asked", async () => {
    const [a, b, c] = [newCvr(), newCvr(), newCvr()];
    const content = csv(
      "external_id,legal_name,cvr,kind,agreement_from,agreement_until,agreement_source",
      `x-${a},Første,${a},PHYSIOTHERAPIST,,,`,
      `x-${b},Anden,12345678,ASTROLOGER,,,`,
      `x-${a},Noget andet,${a},PHYSIOTHERAPIST,,,`,
      `x-${c},Tredje,${c},PHYSIOTHERAPIST,2026-05-01,2026-04-01,contract`,
      `x-${b}2,"Fjerde,${b},PHYSIOTHERAPIST,,,"`,
    );
    const none = await load("ORGANISATION", content, { mode: "ATOMIC" });
    expect(codes(none)).toEqual(expect.arrayContaining(["CVR_INVALID", "VALUE_UNKNOWN", "LINE_REPEATED", "PERIOD_EMPTY", "FIELD_MISSING"]));
    expect(none.errors.find((e: any) => e.code === "CVR_INVALID").path).toEqual(["input", "content", "3", "cvr"]);
    expect(await t.rows("select count(*)::int as n from provider where external_id like $1", [`x-${a}%`])).toEqual([{ n: 0 }]);
    const some = await load("ORGANISATION", content);
    expect(some).toMatchObject({ errors: [], inserted: 1, refused: 4 });
    expect(
      some.lines.map((l: any) => [
        l.line,
        l.outcome,
        l.errors
          .map((e: any) => e.code)
          .sort()
          .join(),
      ]),
    ).toEqual([
      [2, "INSERTED", ""],
      [3, "REFUSED", "CVR_INVALID,VALUE_UNKNOWN"],
      [4, "REFUSED", "LINE_REPEATED,LINE_REPEATED"],
      [5, "REFUSED", "PERIOD_EMPTY"],
      [6, "REFUSED", "FIELD_MISSING,FIELD_MISSING"],
    ]);
    expect(
      codes({
        errors: (await load("ORGANISATION", csv("external_id,legal_name,cvr,kind,action", `x-${a},Nyt navn,${a},PHYSIOTHERAPIST,CREATE`)))
          .lines[0].errors,
      }),
    ).toEqual(["EXTERNAL_ID_TAKEN"]);
  });

  it("whose agreement meets one that holds is refused at its first day, with what to do", async () => {
    const cvr = newCvr();
    const header = "external_id,legal_name,cvr,kind,agreement_from,agreement_until,agreement_source";
    const line = (from: string, until: string): string => csv(header, `v-${cvr},Aftale ApS,${cvr},DIETICIAN,${from},${until},contract`);
    const first = await load("ORGANISATION", line("2026-01-01", "2026-12-31"));
    expect(codes(await act(bo, "approve-proposal", { id: first.proposal.id }))).toEqual([]);
    const met = await load("ORGANISATION", line("2026-06-01", ""));
    expect(met.lines[0]).toMatchObject({
      outcome: "REFUSED",
      errors: [
        { code: "CREDENTIAL_OVERLAP", path: ["input", "content", "2", "agreementFrom"], remedy: expect.stringContaining("endCredential") },
      ],
    });
    expect(await load("ORGANISATION", line("2026-12-31", ""))).toMatchObject({ refused: 0, proposal: { state: "PROPOSED" } });
  });

  it("names whoever works at two clinics once, with both", async () => {
    const { organisation } = await company();
    const [one, two] = [(await clinicOf(organisation.id)).clinic, (await clinicOf(organisation.id)).clinic];
    const numbers = (
      await t.rows<{ p: string }>(
        "select p_number as p from clinic where provider_id = (select id from provider where cvr = $1) order by p",
        [organisation.cvr],
      )
    ).map((r) => r.p);
    expect(one.id).not.toBe(two.id);
    const ref = `T${newNumber()}`;
    const line = (id: string, clinics: string): string => `${id},Åse Test,Ørsted,female,${ref},PHYSIOTHERAPIST,${clinics}`;
    const header = "external_id,given_names,family_name,gender,authorisation_id,profession,clinics";
    const twice = await load("PRACTITIONER", csv(header, line("p1", numbers[0] ?? ""), line("p2", numbers[1] ?? "")));
    expect(twice.lines.map((l: any) => [l.outcome, l.errors[0]?.code])).toEqual([
      ["INSERTED", undefined],
      ["REFUSED", "LINE_REPEATED"],
    ]);
    expect(twice.lines[1].errors[0].remedy).toContain("names both");
    expect((await load("PRACTITIONER", csv(header, line("p2", numbers[1] ?? "")))).lines[0].errors.map((e: any) => e.code)).toEqual([
      "PRACTITIONER_REGISTERED",
    ]);
    expect(await load("PRACTITIONER", csv(header, line("p1", numbers.join("|"))))).toMatchObject({ changed: 1, refused: 0 });
    expect((await load("PRACTITIONER", csv(header, line("p1", "no-such")))).lines[0].errors.map((e: any) => e.code)).toEqual([
      "CLINIC_UNKNOWN",
    ]);
  });

  it.each([
    ["a column that nobody knows", "external_id,cpr", "COLUMN_UNKNOWN"],
    ["no key", "legal_name", "HEADER_MISSING"],
    ["nothing", "", "HEADER_MISSING"],
    ["an open quotation mark", 'external_id,cvr\n"x', "INPUT_NOT_CSV"],
  ])("with %s is refused as a whole", async (_, content, code) => {
    expect(codes(await load("ORGANISATION", content))).toEqual([code]);
  });

  it("as NDJSON is taken line by line", async () => {
    const cvr = newCvr();
    const lines = [
      JSON.stringify({ external_id: `n-${cvr}`, legalName: "N", cvr, kind: "DIETICIAN" }),
      "[]",
      "{",
      JSON.stringify({ externalId: "q", colour: 1 }),
    ];
    const read = await load("ORGANISATION", lines.join("\n"), { format: "NDJSON" });
    expect(read.lines.map((l: any) => [l.outcome, l.errors[0]?.code])).toEqual([
      ["INSERTED", undefined],
      ["REFUSED", "LINE_INVALID"],
      ["REFUSED", "LINE_NOT_JSON"],
      ["REFUSED", "COLUMN_UNKNOWN"],
    ]);
  });

  it("is put to the endpoint as it is, by a network manager alone", async () => {
    const cvr = newCvr();
    const body = csv("external_id,legal_name,cvr,kind", `put-${cvr},P,${cvr},DIETICIAN`);
    const putAs = async (role: "NETWORK_MANAGER" | "FINANCE", query: string) =>
      request(t.url)
        .put(`/graphql?${query}`)
        .set("content-type", "text/csv")
        .set("authorization", `Bearer ${await t.app.identity.issuer!.mint({ sub: "put", role })}`)
        .send(body);
    expect((await putAs("NETWORK_MANAGER", "of=organisations&preview=true")).body).toMatchObject({ inserted: 1, intake: null });
    const foreign = await putAs("FINANCE", "of=organisations");
    // in the schema of others there is no such operation
    expect([foreign.status, foreign.body.errors[0].extensions.code]).toEqual([400, "GRAPHQL_VALIDATION_FAILED"]);
    expect((await putAs("NETWORK_MANAGER", "of=organisations&colour=1")).status).toBe(400);
    expect((await putAs("NETWORK_MANAGER", "of=organisations&mode=CONTINUE")).body).toMatchObject({
      inserted: 1,
      intake: { state: "DONE" },
    });
    expect(await t.rows("select count(*)::int as n from provider where cvr = $1", [cvr])).toEqual([{ n: 1 }]);
  });

  it("that is sent again under its key is answered as before", async () => {
    const cvr = newCvr();
    const content = csv("external_id,legal_name,cvr,kind", `r-${cvr},R,${cvr},DIETICIAN`, `r2-${cvr},R,1,DIETICIAN`);
    const idempotencyKey = randomUUID();
    const first = await load("ORGANISATION", content, { idempotencyKey });
    const again = await load("ORGANISATION", content, { idempotencyKey });
    expect(again).toEqual({ ...first, replayed: true });
  });
});

describe("a part that stops", () => {
  const scene = async () => {
    const clinic = await t.make.clinic();
    const target = await t.make.clinic();
    const slot = await t.make.slot(clinic, { startsAt: new Date(`${dayIn(3)}T08:00:00Z`) });
    const rescue = await t.make.slot(target, { startsAt: new Date(`${dayIn(2)}T08:00:00Z`) });
    const member = await t.make.member();
    const claim = await t.make.claim(member);
    const book = readFileSync("schema/operations/health-team+member-app/book-slot.graphql", "utf8");
    const booked = await t.asMember(member)(book, {
      input: { idempotencyKey: randomUUID(), claimId: globalId("Claim", claim.id), slotId: globalId("Slot", slot.id) },
    });
    expect(booked.data.bookSlot.errors).toEqual([]);
    return { clinic, target, slot, rescue, member, claim };
  };

  it("shows first what hangs on it, then moves its appointments as a withdrawal does, and cannot be booked any more", async () => {
    const { clinic, slot, claim } = await scene();
    const input = { subjectId: globalId("Clinic", clinic.id), kind: "SUSPENSION", from: dayIn(0), until: dayIn(9), reason: "Vandskade" };
    const seen = await act(anna, "end-in-network", { ...input, preview: true });
    expect(seen).toMatchObject({
      errors: [],
      credential: null,
      clinics: 1,
      openings: 1,
      promises: 1,
      appointments: [{ outcome: "MOVED" }],
    });
    expect(await t.rows("select state from slot where id = $1", [slot.id])).toEqual([{ state: "OPEN" }]);
    const done = await act(anna, "end-in-network", input);
    expect(done).toMatchObject({ errors: [], openings: 1, appointments: [{ outcome: "MOVED" }] });
    expect(await t.rows("select state from booking where claim_id = $1 order by booked_at", [claim.id])).toEqual([
      { state: "MOVED" },
      { state: "CONFIRMED" },
    ]);
    expect(await t.rows("select suspended::text from clinic where id = $1", [clinic.id])).toEqual([
      { suspended: `{[${dayIn(0)},${dayIn(9)})}` },
    ]);
    const late = await t.make.slot(clinic, { startsAt: new Date(`${dayIn(4)}T12:00:00Z`) });
    const other = await t.make.member();
    const second = await t.make.claim(other);
    const book = readFileSync("schema/operations/health-team+member-app/book-slot.graphql", "utf8");
    const no = await t.asMember(other)(book, {
      input: { idempotencyKey: randomUUID(), claimId: globalId("Claim", second.id), slotId: globalId("Slot", late.id) },
    });
    expect(codes(no.data.bookSlot)).toContain("AGREEMENT_NOT_IN_FORCE");
    // lifted by another person than the one who made it
    expect(codes(await act(anna, "end-credential", { id: done.credential.id, until: dayIn(1) }))).toEqual(["FOUR_EYES"]);
    expect(await act(bo, "end-credential", { id: done.credential.id, until: dayIn(1) })).toMatchObject({
      errors: [],
      credential: { validUntil: dayIn(1) },
    });
    expect(await t.rows("select actor from network_change where operation = 'endCredential'")).toEqual([{ actor: "bo" }]);
  });

  it("keeps its agreement while openings rest on it, and goes over to another company with what is to come", async () => {
    const { clinic, target } = await scene();
    const [{ id: agreement }] = (await t.rows<{ id: string }>("select id from credential where provider_id = $1", [clinic.providerId])) as [
      { id: string },
    ];
    expect(codes(await act(anna, "end-credential", { id: globalId("Credential", agreement), until: dayIn(1) }))).toEqual([
      "OPENINGS_REMAIN",
    ]);
    const move = {
      clinicIds: [globalId("Clinic", clinic.id)],
      organisationId: globalId("Organisation", target.providerId),
      endsPredecessor: true,
      source: "sale",
    };
    const proposed = await act(anna, "move-clinics", move);
    expect(proposed.errors).toEqual([]);
    expect(codes(await act(anna, "approve-proposal", { id: proposed.proposal.id }))).toEqual(["FOUR_EYES"]);
    expect((await act(bo, "approve-proposal", { id: proposed.proposal.id })).errors).toEqual([]);
    for (const table of ["clinic", "clinic_service", "slot", "booking", "agreed_rate"])
      expect([
        table,
        await t.rows(`select distinct provider_id as p from ${table} where ${table === "clinic" ? "id" : "clinic_id"} = $1`, [clinic.id]),
      ]).toEqual([table, [{ p: target.providerId }]]);
    expect(
      await t.rows("select successor_id as s, agreed @> clock_today() as agreed from provider where id = $1", [clinic.providerId]),
    ).toEqual([{ s: target.providerId, agreed: false }]);
    expect(codes(await act(anna, "move-clinics", move))).toEqual(["SAME_ORGANISATION"]);
  });
});

describe("what entitles", () => {
  it("is read on the day of the treatment: an authorisation that ends before it, and a RAB approval where one is asked for", async () => {
    const book = readFileSync("schema/operations/health-team+member-app/book-slot.graphql", "utf8");
    const tryAt = async (practitioner: Record<string, any>, service = "PHYSIOTHERAPY", under = {}): Promise<string[]> => {
      const clinic = await t.make.clinic({ services: [service], practitioner });
      const slot = await t.make.slot(clinic, { startsAt: new Date(`${dayIn(3)}T08:00:00Z`) });
      const member = await t.make.member({ policy: { optional: ["A"] } });
      const claim = await t.make.claim(member, { service, row: { portion_authorised: 3, ...under } });
      const answer = await t.asMember(member)(book, {
        input: { idempotencyKey: randomUUID(), claimId: globalId("Claim", claim.id), slotId: globalId("Slot", slot.id) },
      });
      return codes(answer.data.bookSlot);
    };
    expect(await tryAt({ authorised: { valid_until: dayIn(4) } })).toEqual([]);
    expect(await tryAt({ authorised: { valid_until: dayIn(3) } })).toEqual(["PROVIDER_NOT_AUTHORISED"]);
    const option = { under: "A", guarantee_outcome: "NONE", guarantee_class: "NONE", promise_state: "NONE" };
    expect(await tryAt({}, "ACUPUNCTURE", option)).toContain("PROVIDER_NOT_AUTHORISED");
    expect(await tryAt({ authorised: null, rabApproved: {} }, "ACUPUNCTURE", option)).not.toContain("PROVIDER_NOT_AUTHORISED");
  });
});
