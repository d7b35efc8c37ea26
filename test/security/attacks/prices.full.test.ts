/**
 * Whether what a query is charged is what it costs the database: every registered query, on a network of some size, the least of
 * several measurements. `UPDATE_COSTS=1` writes docs/cost.md; each run measures anew and holds the dearest against the median.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { format } from "prettier";
import { parse, getOperationAST } from "graphql";
import request from "supertest";
import { startApp, type App } from "../../../src/assembly/app.js";
import { loadConfig } from "../../../src/assembly/config.js";
import { makeSchema } from "../../../src/assembly/schema.js";
import { costOf, objectsIn } from "../../../src/gateway/admission/cost.js";
import { developersConsole } from "../../../src/assembly/trial/console.js";
import { createLog } from "../../../src/platform/log.js";
import { personalData } from "../../../src/platform/people/personal-data.js";
import { seedNetwork } from "../../../seeds/load.js";
import { freshDatabase, type FreshDatabase } from "../../support/database.js";
import { sized } from "../../support/size.js";

const schema = makeSchema();
const PAGE = "docs/cost.md";
/** No query may cost the database more per point than this many times the median; a quick run shares its processors with others. */
const MOST = sized(25, 5);
/** Below this a query is a round trip and little else, whose price is its place on a connection. */
const ROUND_TRIP_MS = 0.4;

let fresh: FreshDatabase;
let dir: string;
let app: App;
beforeAll(async () => {
  fresh = await freshDatabase();
  dir = await mkdtemp(path.join(tmpdir(), "gateway-cost-"));
  // without limits: a caller who has sent his share would be left out of the page
  const config = loadConfig({
    DATA_DIR: dir,
    PORT: "0",
    RUN_JOBS: "false",
    LOG_LEVEL: "silent",
    PROMISE_REFRESH_SECONDS: "0",
    RATE_LIMITS: "false",
  });
  await seedNetwork(fresh.url, { clinics: 90, slots: 12_000, claims: true, sealer: personalData(config.cprKey, config.cprIndexKey) });
  app = await startApp({
    config,
    databaseUrl: fresh.url,
    log: createLog("silent"),
    pages: developersConsole,
  });
}, 180_000);
afterAll(async () => {
  await app?.stop();
  await fresh?.drop();
  await rm(dir, { recursive: true, force: true });
});

type Measured = { readonly name: string; readonly role: string; readonly cost: number; readonly ms: number };
type Session = {
  readonly roles: readonly { readonly role: string; readonly token: string | null; readonly purpose?: string }[];
  readonly operations: readonly { readonly role: string; readonly name: string; readonly document: string; readonly variables: object }[];
};

it("is within five times the median for every registered query", async () => {
  const { body: session } = (await request(app.url).get("/console/session.json")) as unknown as { body: Session };
  let databaseMs = 0;
  let running = 0;
  let began = 0;
  Object.assign(app.database, {
    // statements side by side wait for each other's processor: the time in which any of them runs counts once
    onStatement: () => {
      running += 1;
      if (running === 1) began = performance.now();
      return () => {
        running -= 1;
        if (running === 0) databaseMs += performance.now() - began;
      };
    },
  });
  const measured: Measured[] = [];
  for (const { role, name, document, variables } of session.operations) {
    if (getOperationAST(parse(document))?.operation !== "query") continue;
    const { token = null, purpose } = session.roles.find((each) => each.role === role) ?? {};
    let least = Infinity;
    let cost = 0;
    for (let i = 0; i < sized(8, 25); i += 1) {
      databaseMs = 0;
      const asked = request(app.url).post("/graphql").set("content-type", "application/json");
      if (token) asked.set("authorization", `Bearer ${token}`);
      if (purpose) asked.set("x-purpose", purpose);
      const { body } = await asked.send({ query: document, variables });
      if (body.errors) break;
      cost = chargedFor(document, body.extensions.cost.requested as number, body.data);
      least = Math.min(least, databaseMs);
    }
    if (cost > 0) measured.push({ name, role, cost, ms: least });
  }
  expect(measured.length).toBeGreaterThan(20);
  const perPoint = ({ ms, cost }: Measured): number => Math.max(ms, ROUND_TRIP_MS) / Math.max(1, cost);
  const sorted = [...measured].sort((a, b) => perPoint(b) - perPoint(a));
  const median = perPoint(sorted[Math.floor(sorted.length / 2)] as Measured);
  if (process.env["UPDATE_COSTS"] === "1") await write(sorted, median, perPoint);
  const dear = sorted.filter((each) => perPoint(each) > MOST * median);
  expect(dear.map((each) => `${each.name}: ${(perPoint(each) / median).toFixed(1)} times the median`)).toEqual([]);
  // a new document has its line
  const page = readFileSync(PAGE, "utf8");
  expect(measured.filter(({ name }) => !page.includes(`\`${name}\``)).map(({ name }) => name)).toEqual([]);
}, 180_000);

/** What is left when the answer is known: what it does not hold is given back (admission-plugin.ts). */
function chargedFor(document: string, requested: number, data: unknown): number {
  const parsed = parse(document);
  const { fixed = false, floor = 0, places } = costOf(schema, parsed, getOperationAST(parsed)!);
  return fixed || requested < 20 ? requested : Math.min(requested, Math.max(1, floor + objectsIn(data, requested, places)));
}

async function write(sorted: readonly Measured[], median: number, perPoint: (of: Measured) => number): Promise<void> {
  const rows = sorted.map((each) => {
    const per = perPoint(each);
    return `| \`${each.name}\` | ${each.role} | ${each.cost} | ${each.ms.toFixed(1)} | ${(per * 1_000).toFixed(0)} | ${(per / median).toFixed(1)} |`;
  });
  const text = `# What queries cost

What is charged for the answer (\`src/gateway/admission/cost.ts\`) beside what the database is busy with, for every registered query that its example
variables let run: made by \`UPDATE_COSTS=1 npm test -- test/security/attacks/prices.full.test.ts\` on 90 clinics with 12,000 openings, the least
of several measurements, round trips included, what runs side by side counted once. A query counts for at least ${ROUND_TRIP_MS} ms. Each run of the tests measures anew and
fails when the dearest query costs the database far more per point than the median: five times in a full run, which has the machine to itself.

| Query | Who | Points | Database, ms | Microseconds a point | Times the median |
| ----- | --- | ------ | ------------ | -------------------- | ---------------- |
${rows.join("\n")}
`;
  writeFileSync(PAGE, await format(text, { parser: "markdown", printWidth: 140 }));
}
