/** The developers' console: everything it offers runs, for the role it is offered to, and nothing comes from elsewhere. */
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import request from "supertest";
import { startApp as start, type App } from "../../src/assembly/app.js";
import { developersConsole } from "../../src/assembly/trial/console.js";
import { loadConfig } from "../../src/assembly/config.js";
import { createLog } from "../../src/platform/log.js";
import { watchPromises } from "../../src/features/promise/watch/watch-promises.js";
import { seedNetwork } from "../../seeds/load.js";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { startBrowser, violations } from "../desk/browser.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";

type Role = { role: string; label: string; token: string | null; purpose?: string };
type Operation = { role: string; name: string; document: string; variables: Record<string, unknown> };
type Session = { roles: Role[]; operations: Operation[] };

describe("the console", () => {
  let fresh: FreshDatabase;
  let app: App;
  let dir: string;
  beforeAll(async () => {
    fresh = await freshDatabase();
    await seedNetwork(fresh.url, { clinics: 90, slots: 12_000, claims: true });
    dir = await mkdtemp(path.join(tmpdir(), "console-test-"));
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
      pages: developersConsole,
    });
    await watchPromises(app.database);
  });
  afterAll(async () => {
    await app.stop();
    await rm(dir, { recursive: true, force: true });
    await fresh.drop();
  });

  const session = async (): Promise<Session> => (await request(app.url).get("/console/session.json")).body as Session;
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

  it("finds something to look at: providers near a member, promises on the board", async () => {
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

  it("says which roles there are, and gives no page to a name that is not this machine's", async () => {
    const { roles } = await session();
    expect(roles.map(({ role }) => role)).toEqual(
      expect.arrayContaining(["member", "clinic", "health-team", "finance", "network-manager"]),
    );
    for (const at of ["/console", "/console/session.json"])
      expect([at, (await request(app.url).get(at).set("host", "evil.example")).status]).toEqual([at, 403]);
    expect((await request(app.url).post("/console")).status).toBe(405);
    expect((await request(app.url).get("/console/assets/../../package.json")).status).toBe(404);
  });

  it("in a browser: another role has other operations, and one opens in a tab and runs, is kept in the history and copied as cURL", async () => {
    const browser = await startBrowser();
    try {
      const { page, complaints, context } = await browser.visit(app, "DESK");
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.goto("/console");
      await page.getByRole("combobox", { name: /^As/ }).selectOption("health-team");
      await page.getByLabel("Find").fill("promise-board");
      await page.getByRole("button", { name: /^promise-board/ }).click();
      await page.getByLabel("Query Editor").getByText("promiseBoard").first().waitFor();
      await page.getByRole("button", { name: /Execute query/ }).click();
      await page.locator(".result-window", { hasText: '"promiseBoard"' }).waitFor();
      // the library's tabs, and its editor that scrolls: the keyboard reaches both
      const ours = (await violations(page)).filter(
        (each) => !/^(nested-interactive|scrollable-region-focusable): .*graphiql-tab|CodeMirror/.test(each),
      );
      expect(ours).toEqual([]);
      await page.getByRole("button", { name: "Copy as cURL" }).click();
      await page.getByRole("button", { name: "Copied" }).waitFor();
      const copied = (await page.evaluate("navigator.clipboard.readText()")) as string;
      const answer = await promisify(execFile)("sh", ["-c", copied]);
      expect(JSON.parse(answer.stdout).data.promiseBoard.edges.length).toBeGreaterThan(0);
      await page.getByRole("button", { name: /Show History/ }).click();
      await page
        .getByRole("button", { name: /PromiseBoard/ })
        .first()
        .waitFor();
      await page.getByRole("button", { name: /Show Documentation Explorer/ }).click();
      await page.getByRole("link", { name: "Query", exact: true }).click();
      await page.getByRole("link", { name: "promiseBoard", exact: true }).waitFor();
      // another role has other operations
      await page.getByRole("combobox", { name: /^As/ }).selectOption("finance");
      await page.getByRole("button", { name: /Show Operations/ }).click();
      await page.getByLabel("Find").fill("");
      await page.getByRole("button", { name: /^settlement-batches/ }).waitFor();
      expect(await page.getByRole("button", { name: /^promise-board/ }).count()).toBe(0);
      expect(await page.evaluate("JSON.stringify({ ...localStorage, ...sessionStorage })")).not.toContain("eyJ");
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
    }
  }, 120_000);
});
