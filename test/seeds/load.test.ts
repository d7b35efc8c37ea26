import { randomBytes } from "node:crypto";
import { bulkConnection } from "../../src/platform/postgres/bulk.js";
import { seedNetwork, seedReference } from "../../seeds/load.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";

const SMALL = { clinics: 90, slots: 12_000, members: 45, from: "2026-11-24" };

describe("loading the seed", () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  const ask = async <T extends object>(text: string, url = fresh.url): Promise<T[]> => {
    const sql = bulkConnection(url);
    try {
      return [...(await sql.unsafe<T[]>(text))];
    } finally {
      await sql.end({ timeout: 5 });
    }
  };
  const guards = (): Promise<object[]> =>
    ask(`select conname as name, pg_get_constraintdef(oid) as def, convalidated::text as ok from pg_constraint where connamespace = 'public'::regnamespace
         union all select indexrelid::regclass::text, pg_get_indexdef(indexrelid), indisvalid::text from pg_index where indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
         union all select relname, relforcerowsecurity::text, relrowsecurity::text from pg_class where relnamespace = 'public'::regnamespace order by 1, 2`);

  it("brings reference data alone, as often as wanted", async () => {
    await seedReference(fresh.url);
    await seedReference(fresh.url);
    expect(
      await ask(
        "select (select count(*)::int from postal_code) as codes, (select count(*)::int from service) as services, (select count(*)::int from provider) as providers",
      ),
    ).toEqual([{ codes: 1159, services: 36, providers: 0 }]);
  });

  it("fills an empty database once, and leaves every guard as it was", async () => {
    const before = await guards();
    const phases = new Set<string>();
    const first = await seedNetwork(fresh.url, SMALL, (phase) => phases.add(phase));
    expect(first).toMatchObject({ status: "SEEDED", record: { clinics: 90, slots: 12_000, members: 45 } });
    expect([...phases]).toEqual(["reference", "network", "rates", "slots", "indexes", "members", "statistics"]);
    expect(await guards()).toEqual(before);
    expect(
      await ask(
        "select (select count(*)::int from clinic) as clinics, (select count(*)::int from slot) as slots, (select count(*)::int from member) as members",
      ),
    ).toEqual([{ clinics: 90, slots: 12_000, members: 45 }]);
    expect(await seedNetwork(fresh.url, SMALL)).toMatchObject({ status: "ALREADY" });
    expect(await seedNetwork(fresh.url, { ...SMALL, slots: 13_000 })).toMatchObject({
      status: "OTHER",
      differs: ["slots: 12000 there, 13000 asked for"],
    });
  });

  it("starts anew on --reset, and twice at once seeds once", async () => {
    const again = await seedNetwork(fresh.url, { ...SMALL, seed: 2, reset: true });
    expect(again).toMatchObject({ status: "SEEDED", record: { seed: 2 } });
    const both = await freshDatabase();
    try {
      const results = await Promise.all([seedNetwork(both.url, SMALL), seedNetwork(both.url, SMALL)]);
      expect(results.map((r) => r.status).sort()).toEqual(["ALREADY", "SEEDED"]);
    } finally {
      await both.drop();
    }
  });

  it("works for an owner that is no superuser", async () => {
    const own = await freshDatabase();
    const role = `owner_${randomBytes(4).toString("hex")}`;
    try {
      await ask(`create role ${role} login password 'x' nosuperuser nobypassrls`, own.url);
      await ask(
        `do $$ declare o record; begin for o in select relname, relkind from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v') loop execute format('alter table %I owner to ${role}', o.relname); end loop; end $$`,
        own.url,
      );
      // whoever owns the tables has run the migrations, and so owns their functions, too
      await ask(
        `do $$ declare o record; begin for o in select oid::regprocedure as name from pg_proc where pronamespace = 'public'::regnamespace and not exists (select from pg_depend d where d.objid = pg_proc.oid and d.deptype = 'e') loop execute format('alter function %s owner to ${role}', o.name); end loop; end $$`,
        own.url,
      );
      await ask(`grant create on schema public to ${role}`, own.url);
      // as the migrations grant them to whoever runs them
      await ask(`grant gateway_worker, gateway_retention, gateway_keys, gateway_verify to ${role}`, own.url);
      const url = new URL(own.url);
      url.username = role;
      url.password = "x";
      expect(await seedNetwork(url.href, SMALL)).toMatchObject({ status: "SEEDED" });
      expect(
        await ask("select count(*)::int as n from pg_class where relname in ('slot', 'member') and relforcerowsecurity", own.url),
      ).toEqual([{ n: 2 }]);
    } finally {
      await own.drop();
      await ask(`drop role if exists ${role}`);
    }
  });

  it("refuses production, other people's data and a network too small", async () => {
    process.env["NODE_ENV"] = "production";
    try {
      await expect(seedNetwork(fresh.url, SMALL)).rejects.toThrow("NODE_ENV=production");
    } finally {
      process.env["NODE_ENV"] = "test";
    }
    const other = await freshDatabase();
    try {
      await expect(seedNetwork(other.url, { ...SMALL, clinics: 5 })).rejects.toThrow("at least");
      await ask("insert into provider (id, legal_name, cvr, kind) values (gen_random_uuid(), 'x', '1', 'DIETICIAN')", other.url);
      await expect(seedNetwork(other.url, SMALL)).rejects.toThrow("did not make");
      expect(await ask("select * from installation where key = 'seed'", other.url)).toEqual([]);
    } finally {
      await other.drop();
    }
  });
});
