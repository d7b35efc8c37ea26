/** From an empty database, with nothing but postal codes and services, to a paid clinic: through the public API alone, over HTTP. */
import "reflect-metadata";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startApp, type App } from "../../src/assembly/app.js";
import { developersConsole } from "../../src/assembly/trial/console.js";
import { INVARIANTS } from "../../src/assembly/features.js";
import { EMPTY_VIEWERS, fromEmpty } from "../../src/commands/demo/empty.js";
import { asker } from "../../src/commands/demo/gateway.js";
import { journey, type JourneyEnd } from "../../src/commands/demo/journey.js";
import { loadConfig } from "../../src/assembly/config.js";
import { createLog } from "../../src/platform/log.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";

let fresh: FreshDatabase;
let app: App;
let dir: string;
let end: JourneyEnd;
let before: object[];
const printed: string[] = [];
const rows = async <R extends object>(text: string, values: readonly unknown[] = []): Promise<R[]> =>
  (await fresh.database.pool.query(text, [...values])).rows as R[];

beforeAll(async () => {
  fresh = await freshDatabase({ reference: true });
  dir = await mkdtemp(path.join(tmpdir(), "gateway-empty-"));
  before = await rows("select (select count(*)::int from provider) as providers, (select count(*)::int from member) as members");
  const config = loadConfig({ DATA_DIR: dir, PORT: "0", RUN_JOBS: "true", LOG_LEVEL: "silent", SEED: "reference" });
  app = await startApp({
    config,
    databaseUrl: fresh.url,
    log: createLog("silent"),
    pages: developersConsole,
  });
  const { write } = process.stdout;
  process.stdout.write = (text: string | Uint8Array) => printed.push(String(text)) > 0;
  try {
    const gateway = await asker(app.url, config, { url: fresh.url }, EMPTY_VIEWERS);
    await fromEmpty(gateway);
    end = await journey(gateway, { startsInSeconds: 6 });
  } finally {
    process.stdout.write = write;
  }
}, 90_000);

afterAll(async () => {
  await app?.stop();
  await fresh?.drop();
  await rm(dir, { recursive: true, force: true });
});

it("begins with nobody and ends with a clinic that is paid what was agreed", async () => {
  expect(before).toEqual([{ providers: 0, members: 0 }]);
  expect(end.paymentFile).toContain("<CtrlSum>620.00</CtrlSum>");
  expect(await rows("select state from settlement_line")).toEqual([{ state: "SENT" }]);
  expect(end.bookSum).toBe(0n);
});

it("pays to an account that one person stated and another confirmed", async () => {
  expect(await rows("select state, stated_by, decided_by, iban from account_change")).toEqual([
    { state: "IN_FORCE", stated_by: "demo-clinic-staff", decided_by: "network-manager-1", iban: null },
  ]);
  expect(end.paymentFile).toContain("99900001000007");
});

it("has two people behind each agreement, authorisation and rate, and the history of every part", async () => {
  expect(await rows("select kind, recorded_by as one, approved_by as two from credential order by kind")).toEqual([
    { kind: "AGREEMENT", one: "network-manager-1", two: "network-manager-2" },
    { kind: "AUTHORISATION", one: "network-manager-1", two: "network-manager-2" },
  ]);
  expect(await rows("select part, operation from network_change order by id")).toEqual([
    { part: "ORGANISATION", operation: "saveOrganisation" },
    { part: "CLINIC", operation: "saveClinic" },
    { part: "PRACTITIONER", operation: "savePractitioner" },
  ]);
  expect(printed.join("")).toContain("FOUR_EYES");
});

it.each(INVARIANTS.map((i) => [i.id, i.says, i.broken] as const))("keeps %s: %s", async (_, __, { text, values = [] }) => {
  expect(await rows(text, values)).toEqual([]);
});
