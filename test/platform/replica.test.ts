/** The directory read from a real streaming replica: used while it keeps up, left alone as soon as it does not. */
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { connectDatabase, type Database } from "../../src/platform/postgres/database.js";
import { readDirectory } from "../../src/platform/postgres/directory.js";
import { ensureDatabase, startEmbedded, type EmbeddedPostgres } from "../../src/platform/embedded/embedded-postgres.js";
import { migrateUp } from "../../src/platform/postgres/migrate.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { WORKER } from "../../src/platform/viewer.js";
import { startStandby } from "../support/standby.js";
import { asserted } from "../support/asserted.js";

const WHERE = "select pg_is_in_recovery() as replica, (select count(*)::int from postal_code) as places";
type Where = { readonly replica: boolean; readonly places: number };

describe("the directory on a replica", () => {
  let home: string;
  let primary: EmbeddedPostgres;
  let standby: EmbeddedPostgres;
  let owner: pg.Client;
  let database: Database;
  const ends: (() => Promise<unknown>)[] = [];
  const asked = async (): Promise<Where | undefined> => (await readDirectory(database, asserted<Where>(WHERE, [], "where")))[0];

  /** Asks again until it is so, or for five seconds. */
  async function until(wanted: (where: Where | undefined) => boolean): Promise<Where | undefined> {
    const giveUpAt = performance.now() + 5_000;
    for (;;) {
      const where = await asked();
      if (wanted(where) || performance.now() > giveUpAt) return where;
      await pause(50);
    }
  }
  const onStandby = async (text: string): Promise<void> => {
    const client = new pg.Client({ connectionString: standby.url("gateway") });
    await client.connect();
    await client.query(text);
    await client.end();
  };

  beforeAll(async () => {
    home = await mkdtemp(path.join(tmpdir(), "gateway-replica-"));
    // the server's account must pass through
    await chmod(home, 0o711);
    primary = await startEmbedded({ dataDir: path.join(home, "primary"), settings: { shared_buffers: "32MB", fsync: "off" } });
    ends.push(() => primary.stop());
    const url = await ensureDatabase(primary, "gateway");
    await migrateUp(url);
    standby = await startStandby(primary, path.join(home, "primary"), path.join(home, "standby"));
    ends.push(() => standby.stop());
    owner = new pg.Client({ connectionString: url });
    await owner.connect();
    ends.push(() => owner.end());
    database = connectDatabase(url, { max: 4, directoryUrl: standby.url("gateway") });
    ends.push(() => database.close());
  }, 60_000);

  afterAll(async () => {
    for (const end of ends.reverse()) await end();
    await rm(home, { recursive: true, force: true });
  });

  it("is read there, and shows within two seconds what the primary took", async () => {
    expect(await until((where) => where?.replica === true)).toMatchObject({ replica: true, places: 0 });
    await owner.query("insert into postal_code (postnr, town, kind) values ('8000', 'Aarhus C', 'TOWN')");
    const began = performance.now();
    expect(await until((where) => where?.places === 1)).toEqual({ replica: true, places: 1 });
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it("does not change where what decides is read and written", async () => {
    const [where] = await transaction(database, WORKER, (tx) => tx.query(asserted<Where>(WHERE, [])));
    expect(where?.replica).toBe(false);
  });

  it("is read from the primary when the replica falls more than two seconds behind, and there again when it has caught up", async () => {
    await onStandby("select pg_wal_replay_pause()");
    await owner.query("insert into postal_code (postnr, town, kind) values ('8200', 'Aarhus N', 'TOWN')");
    expect(await asked()).toEqual({ replica: true, places: 1 });
    expect(await until((where) => where?.replica === false)).toEqual({ replica: false, places: 2 });
    await onStandby("select pg_wal_replay_resume()");
    expect(await until((where) => where?.replica === true)).toEqual({ replica: true, places: 2 });
  });

  it("is read from the primary when the replica has left, without an answer lost", async () => {
    await standby.stop();
    for (let n = 0; n < 20; n += 1) expect(await asked()).toEqual({ replica: false, places: 2 });
  });

  it("is not read from a server that follows nobody: it could show the past for ever", async () => {
    const alone = connectDatabase(primary.url("gateway"), { max: 2, directoryUrl: primary.url("gateway") });
    await pause(700);
    expect(alone.replica?.isFresh()).toBe(false);
    await alone.close();
  });
});
