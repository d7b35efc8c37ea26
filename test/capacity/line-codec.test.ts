import pg from "pg";
import { encodedLines, linesFrom, type LineToSave } from "../../src/features/capacity/publication/line-codec.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";

const ID = "0198b2f0-0000-7000-8000-000000000001";
const WHO = "0198b2f0-0000-7000-8000-000000000002";
const PUT: LineToSave = {
  line: 0,
  id: ID,
  externalId: 'a "quoted", key',
  practitionerId: WHO,
  startsAt: "2026-12-02T09:00:00.000Z",
  endsAt: "2026-12-02T09:30:00.000Z",
  serviceMask: "4611686018427387905",
  channel: "ONLINE",
  audience: "CHILD",
  languages: ["da", "en"],
  funding: "PUBLIC",
  capacity: 3,
  cancellationHours: 24,
  onCall: true,
  state: "WITHDRAWN",
};
const WITHDRAW: LineToSave = {
  line: 1,
  id: null,
  externalId: "b",
  practitionerId: null,
  startsAt: null,
  endsAt: null,
  serviceMask: null,
  channel: null,
  audience: null,
  languages: null,
  funding: null,
  capacity: null,
  cancellationHours: null,
  onCall: false,
  state: null,
};

describe("lines on their way to the database", () => {
  let db: FreshDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    db = await freshDatabase();
    client = new pg.Client(db.url);
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await db.drop();
  });

  it("arrive under the names of a slot's columns, each value as it was", async () => {
    const { rows } = await client.query<{ text: string }>(`select to_json(l)::text as text from ${linesFrom("$1")} l order by line`, [
      await encodedLines([PUT, WITHDRAW]),
    ]);
    const [put, withdraw] = rows.map((row) => JSON.parse(row.text.replace(/"service_mask":(\d+)/, '"service_mask":"$1"')) as unknown);
    const { startsAt, endsAt } = PUT;
    expect(put).toEqual({
      line: 0,
      id: ID,
      external_id: PUT.externalId,
      practitioner_id: WHO,
      starts_at: expect.any(String) as string,
      ends_at: expect.any(String) as string,
      service_mask: PUT.serviceMask,
      channel: "ONLINE",
      audience: "CHILD",
      languages: ["da", "en"],
      funding: "PUBLIC",
      capacity: 3,
      cancellation_hours: 24,
      on_call: true,
      state: "WITHDRAWN",
    });
    const { starts_at: start, ends_at: end } = put as { starts_at: string; ends_at: string };
    expect([start, end].map((at) => new Date(at).toISOString())).toEqual([startsAt, endsAt]);
    const said = Object.entries(withdraw as object).filter(([, value]) => value !== null);
    expect(Object.fromEntries(said)).toEqual({ line: 1, external_id: "b", on_call: false });
  });
});
