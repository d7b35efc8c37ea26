/** The search's rows travel as texts: what PostgreSQL writes and what the gateway reads are tried against each other. */
import pg from "pg";
import { declaredStatements } from "../../src/platform/postgres/statement.js";
import { FOUND_COLUMNS, listingsById, listingTexts, searchStatement } from "../../src/features/network/search/find-providers.store.js";
import { openingsIn, ratesIn } from "../../src/features/network/search/listing-texts.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";
import { at, dayIn, maker, type Make } from "../support/make.js";

const named = (type: string, id: string): string => `${type} ${id}`;

describe("the texts of a listing", () => {
  let fresh: FreshDatabase;
  let make: Make;
  beforeAll(async () => {
    fresh = await freshDatabase({ reference: true });
    make = maker(fresh.database.pool);
  });
  afterAll(() => fresh.drop());

  it("say of each opening what its slot says, in order of start", async () => {
    const clinic = await make.clinic();
    const late = await make.slot(clinic, { startsAt: at(dayIn(4), "13:30"), capacity: 8, row: { booked: 3 } });
    const early = await make.slot(clinic, { startsAt: at(dayIn(3), "08:00"), row: { channel: "PHONE" } });
    const { rows } = await fresh.database.pool.query<{ id: string }>("select id from listing where clinic_id = $1", [clinic.id]);
    const [found] = await listingsById(fresh.database, [rows[0]?.id ?? ""]);
    const { rows: slots } = await fresh.database.pool.query<{ id: string; starts_at: Date; ends_at: Date; practitioner_id: string }>(
      "select id, starts_at, ends_at, practitioner_id from slot where id = any ($1) order by starts_at",
      [[late.id, early.id]],
    );
    const said = slots.map(({ id, starts_at, ends_at, practitioner_id }) => ({
      slot: named("Slot", id),
      practitioner: named("Practitioner", practitioner_id),
      startsAt: starts_at.toISOString(),
      endsAt: ends_at.toISOString(),
    }));
    expect(openingsIn(found?.slots ?? "", named)).toEqual([
      { ...said[0], channel: "PHONE", freeUnits: 1 },
      { ...said[1], channel: "IN_PERSON", freeUnits: 5 },
    ]);
  });

  it("say nothing of a clinic without an opening, and no other channel than those of the list", async () => {
    const clinic = await make.clinic();
    const { rows } = await fresh.database.pool.query<{ id: string }>("select id from listing where clinic_id = $1", [clinic.id]);
    const [found] = await listingsById(fresh.database, [rows[0]?.id ?? ""]);
    expect([found?.slots, openingsIn(found?.slots ?? "-", named)]).toEqual(["", []]);
    expect(() => openingsIn("a|0|60|LETTER|b|1", named)).toThrow();
  });

  it("say of the rates what was approved", async () => {
    const clinic = await make.clinic({ firstMinor: 65_000 });
    const { rows } = await fresh.database.pool.query<{ id: string }>("select id from listing where clinic_id = $1", [clinic.id]);
    const [texts] = await listingTexts(fresh.database, [rows[0]?.id ?? ""]);
    const { rows: rates } = await fresh.database.pool.query(
      `select id, session, channel, amount_minor::int, valid_from::text, valid_until::text from agreed_rate
       where clinic_id = $1 and service_code = 'PHYSIOTHERAPY' and session = 'FIRST' and state = 'APPROVED'`,
      [clinic.id],
    );
    expect(rates).toHaveLength(1);
    expect(ratesIn(texts?.firstRates ?? "[]", "FIRST")).toEqual(rates);
  });

  it("come in rows whose columns stand in the order in which they are read", async () => {
    const asked = { x: 0, y: 0, radiusKm: 1, serviceBit: 0, from: null, to: new Date(0), channel: null, forChild: false };
    const searches = (["DISTANCE", "EARLIEST"] as const).flatMap((order) =>
      [null, "da"].map((language) =>
        searchStatement({ ...asked, language, privateOnly: false, claim: null, order, after: null, limit: 1 }),
      ),
    );
    const one = declaredStatements().find(({ name }) => name === "providers-by-id");
    const client = new pg.Client(fresh.url);
    await client.connect();
    for (const { text, values = [] } of [...searches, { text: one?.text ?? "", values: [null] }]) {
      const { fields } = await client.query(text, [...values]);
      expect(fields.map(({ name }) => name)).toEqual(FOUND_COLUMNS);
    }
    await client.end();
  });
});
