/** The page to try the API from: everything it offers runs, for the role it is offered to, and nothing comes from elsewhere. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import request from "supertest";
import { startApp as start, type App } from "../../src/assembly/app.js";
import { explorer } from "../../src/assembly/trial/explorer.js";
import { loadConfig } from "../../src/assembly/config.js";
import { createLog } from "../../src/platform/log.js";
import { watchPromises } from "../../src/features/promise/watch/watch-promises.js";
import { seedNetwork } from "../../seeds/load.js";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { freshDatabase, type FreshDatabase } from "../support/database.js";

type Role = { role: string; label: string; token: string | null; purpose?: string };
type Operation = { role: string; name: string; document: string; variables: Record<string, unknown> };
type Session = { roles: Role[]; operations: Operation[] };

const FOLDER = path.resolve(import.meta.dirname, "../../src/gateway/http/explorer");

describe("the explorer", () => {
  let fresh: FreshDatabase;
  let app: App;
  let dir: string;
  beforeAll(async () => {
    fresh = await freshDatabase();
    await seedNetwork(fresh.url, { clinics: 90, slots: 12_000, claims: true });
    dir = await mkdtemp(path.join(tmpdir(), "explorer-test-"));
    const config = loadConfig({
      DATA_DIR: dir,
      PORT: "0",
      RUN_JOBS: "false",
      PROMISE_REFRESH_SECONDS: "0",
      SEED: "none",
      LOG_LEVEL: "silent",
      RATE_LIMITS: "false",
    });
    app = await start({
      config,
      databaseUrl: fresh.url,
      log: createLog(config.logLevel),
      pages: (identity, db) => explorer(config, identity, db),
    });
    await watchPromises(app.database);
  });
  afterAll(async () => {
    await app.stop();
    await rm(dir, { recursive: true, force: true });
    await fresh.drop();
  });

  const session = async (): Promise<Session> => (await request(app.url).get("/explorer/session.json")).body as Session;
  const run = async ({ roles }: Session, { role, document, variables }: Operation) => {
    const viewer = roles.find((each) => each.role === role);
    const asked = request(app.url).post("/graphql").set("content-type", "application/json");
    if (viewer?.token) asked.set("authorization", `Bearer ${viewer.token}`);
    if (viewer?.purpose) asked.set("x-purpose", viewer.purpose);
    return asked.send({ query: document, variables });
  };
  const isQuery = ({ document }: Operation): boolean => /^\s*query\b/m.test(document);

  it("runs every stored query as it is, for its role", async () => {
    const ready = await session();
    const queries = ready.operations.filter(isQuery);
    expect(queries.length).toBeGreaterThan(25);
    const faults: unknown[] = [];
    for (const operation of queries) {
      const { status, body } = await run(ready, operation);
      if (status !== 200 || body.errors) faults.push([operation.role, operation.name, status, body.errors]);
    }
    expect(faults).toEqual([]);
  });

  it("fills every example variable, but for the keys that are made in the page", async () => {
    const { operations } = await session();
    const open = operations.flatMap(({ role, name, variables }) =>
      [...JSON.stringify(variables).matchAll(/\{\{([^}]*)\}\}/g)]
        .map(([, each]) => [role, name, each])
        .filter(([, , each]) => each !== "uuid"),
    );
    expect(open).toEqual([]);
  });

  it("finds what the pictures are drawn from: providers on the map, promises on the board", async () => {
    const ready = await session();
    const ask = async (role: string, name: string): Promise<any> => {
      const operation = ready.operations.find((each) => each.role === role && each.name === name);
      return (await run(ready, operation!)).body.data;
    };
    for (const role of ["member", "health-team"]) {
      const { providers } = await ask(role, "find-providers");
      expect(providers.edges.length).toBeGreaterThan(0);
      const [{ node }] = providers.edges;
      expect(node).toMatchObject({
        clinic: { address: { location: { latitude: expect.any(Number), longitude: expect.any(Number) } } },
        price: { memberPays: { amountMinor: expect.anything() } },
      });
      expect(typeof node.marginWorkingDays).toBe("number");
    }
    const { promiseBoard, promiseCounts } = await ask("health-team", "promise-board");
    expect(promiseBoard.edges.length).toBeGreaterThan(30);
    expect(promiseCounts.safe + promiseCounts.tight + promiseCounts.atRisk).toBe(promiseBoard.edges.length);
    expect((await ask("health-team", "quote")).claim.quote).toBeTruthy();
  });

  it("knows in the next example what was just booked", async () => {
    const before = await session();
    const booked = before.operations.find((each) => each.role === "member" && each.name === "book-slot")!;
    const variables = { input: { ...(booked.variables["input"] as object), idempotencyKey: crypto.randomUUID() } };
    const { body } = await run(before, { ...booked, variables });
    expect(body.data.bookSlot.errors).toEqual([]);
    const after = await session();
    const cancel = after.operations.find((each) => each.role === "member" && each.name === "cancel-booking")!;
    expect((cancel.variables["input"] as { bookingId: string }).bookingId).toBe(body.data.bookSlot.booking.id);
  });

  it("serves every file of its folder, each under a policy that allows nothing from elsewhere", async () => {
    const names = readdirSync(FOLDER).map((name) => (name === "page.html" ? "/explorer" : `/explorer/${name}`));
    for (const at of [...names, "/explorer/session.json", "/explorer/places.json"]) {
      const { status, headers } = await request(app.url).get(at);
      expect([at, status]).toEqual([at, 200]);
      expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'/);
    }
    const places = (await request(app.url).get("/explorer/places.json")).body as object[];
    expect(places.length).toBeGreaterThan(500);
    expect(places[0]).toEqual({ postnr: expect.any(String), town: expect.any(String), lat: expect.any(Number), lon: expect.any(Number) });
  });

  it("holds no markup from answers, no inline script or style, and no address of another host", () => {
    for (const name of readdirSync(FOLDER)) {
      const text = readFileSync(path.join(FOLDER, name), "utf8").replaceAll("http://www.w3.org/2000/svg", "");
      expect([name, text.match(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|https?:\/\/|\sstyle=|\son\w+="/g)]).toEqual([
        name,
        null,
      ]);
      expect([name, /<script(?![^>]*src=)/.test(text)]).toEqual([name, false]);
    }
  });
});
