import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { connectDatabase, type Database } from "../../src/platform/postgres/database.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { ANONYMOUS, type Viewer } from "../../src/platform/viewer.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";
import { maker } from "../support/make.js";
import { sized } from "../support/size.js";
import { asserted } from "../support/asserted.js";

const REQUESTS = sized(1_000, 10_000);
const KILLS = REQUESTS / 50;
const TENANTS = 50;
const CONNECTIONS = 10;

let fresh: FreshDatabase;
let database: Database;
const viewers: Viewer[] = [];
beforeAll(async () => {
  fresh = await freshDatabase({ reference: true });
  database = connectDatabase(fresh.url, { max: CONNECTIONS, applicationName: "tenants", connectMs: 10_000 });
  const make = maker(fresh.database.pool);
  for (let i = 0; i < TENANTS; i += 1) {
    const { providerId, cvr } = await make.clinic();
    viewers.push({ ...ANONYMOUS, role: "CLINIC_STAFF", subject: `clinic-${i}`, providerId, cvr, assurance: "HIGH" });
  }
}, 60_000);
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

it("shows fifty clinics on ten connections nothing of each other, however often a connection dies under them", async () => {
  const found = { own: 0, foreign: 0, lost: 0, other: [] as unknown[] };
  const one = async (i: number): Promise<void> => {
    const viewer = viewers[(i * 7) % TENANTS] as Viewer;
    try {
      const rows = await transaction(database, viewer, async (tx) => {
        const first = await tx.query(asserted<{ p: string }>("select provider_id as p from agreed_rate", [], "rates"));
        if (i % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 2));
        return [...first, ...(await tx.query(asserted<{ p: string }>("select provider_id as p from provider_account", [], "accounts")))];
      });
      for (const { p } of rows) {
        if (p === viewer.providerId) found.own += 1;
        else found.foreign += 1;
      }
    } catch (error) {
      if (["Unavailable", "UnknownOutcome"].includes((error as Error).name)) found.lost += 1;
      else found.other.push(error);
    }
  };
  let next = 0;
  let kills = 0;
  const workers = Array.from({ length: 30 }, async () => {
    while (next < REQUESTS) await one(next++);
  });
  const killer = (async () => {
    while (next < REQUESTS && kills < KILLS) {
      const { rowCount } = await fresh.database.pool.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tenants' and datname = current_database() and state <> 'idle' order by random() limit 1",
      );
      kills += rowCount ?? 0;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
  await Promise.all([...workers, killer]);
  expect(found.foreign).toBe(0);
  expect(found.other).toEqual([]);
  expect(found.own).toBeGreaterThan(REQUESTS);
  expect(kills).toBeGreaterThan(10);
}, 120_000);

it("lets a clinic find no member it does not treat, among all there are", async () => {
  const make = maker(fresh.database.pool);
  const ids = await Promise.all(Array.from({ length: 200 }, async () => (await make.member()).id));
  const seen = await transaction(database, viewers[0] as Viewer, (tx) =>
    tx.query(asserted("select id from member where id = any ($1) or family_name = 'Prøve'", [ids])),
  );
  expect(seen).toEqual([]);
});

it("answers a clinic that uses another clinic's value as it answers any other", async () => {
  const make = maker(fresh.database.pool);
  const theirs = await make.clinic();
  const slot = await make.slot(theirs);
  const taken = await transaction(database, viewers[0] as Viewer, (tx) =>
    tx.query(asserted("update slot set state = 'WITHDRAWN' where id = $1 returning 1", [slot.id])),
  );
  const nothing = await transaction(database, viewers[0] as Viewer, (tx) =>
    tx.query(asserted("update slot set state = 'WITHDRAWN' where id = $1 returning 1", ["01890a5d-ac96-774b-bcce-b302099a8057"])),
  );
  expect([taken, nothing]).toEqual([[], []]);
});
