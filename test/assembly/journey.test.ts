/** The main job end to end, over HTTP, with the documents the clients run, on a small fictional network. */
import "reflect-metadata";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { startApp, type App } from "../../src/assembly/app.js";
import { developersConsole } from "../../src/assembly/trial/console.js";
import { INVARIANTS } from "../../src/assembly/features.js";
import { asker } from "../../src/commands/demo/gateway.js";
import { journey, type JourneyEnd } from "../../src/commands/demo/journey.js";
import { loadConfig } from "../../src/assembly/config.js";
import { createLog } from "../../src/platform/log.js";
import { personalData } from "../../src/platform/people/personal-data.js";
import { seedNetwork } from "../../seeds/load.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";

let fresh: FreshDatabase;
let app: App;
let dir: string;
let end: JourneyEnd;
const printed: string[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  dir = await mkdtemp(path.join(tmpdir(), "gateway-journey-"));
  const config = loadConfig({ DATA_DIR: dir, PORT: "0", RUN_JOBS: "true", LOG_LEVEL: "silent" });
  await seedNetwork(fresh.url, { clinics: 90, slots: 12_000, sealer: personalData(config.cprKey, config.cprIndexKey) });
  app = await startApp({
    config,
    databaseUrl: fresh.url,
    log: createLog("silent"),
    pages: developersConsole,
  });
  const { write } = process.stdout;
  process.stdout.write = (text: string | Uint8Array) => printed.push(String(text)) > 0;
  try {
    end = await journey(await asker(app.url, config, { url: fresh.url }), { startsInSeconds: 6 });
  } finally {
    process.stdout.write = write;
  }
}, 90_000);

afterAll(async () => {
  await app?.stop();
  await fresh?.drop();
  await rm(dir, { recursive: true, force: true });
});

const rows = async <R extends object>(text: string, values: readonly unknown[] = []): Promise<R[]> =>
  (await fresh.database.pool.query(text, [...values])).rows as R[];

it("ends with a payment file that is valid by the ISO 20022 schema and says what was quoted", async () => {
  const schema = XmlDocument.fromString(await readFile("test/fixtures/iso20022/pain.001.001.03.xsd", "utf8"));
  const file = XmlDocument.fromString(end.paymentFile ?? "");
  const validator = XsdValidator.fromDoc(schema);
  try {
    expect(() => validator.validate(file)).not.toThrow();
  } finally {
    validator.dispose();
    file.dispose();
    schema.dispose();
  }
  const [booked] = await rows<{ kroner: string }>(
    "select to_char(insurer_pays_minor / 100.0, 'FM999990.00') as kroner from booking where state = 'ATTENDED'",
  );
  expect(end.paymentFile).toContain(`<CtrlSum>${booked?.kroner}</CtrlSum>`);
  expect(end.paymentFile).not.toMatch(/Berggren|BACK_PAIN|PHYSIO/);
});

it("leaves one treatment paid for, two ahead, and a book that sums to zero", async () => {
  expect(await rows("select state, session_number from booking order by session_number")).toEqual([
    { state: "ATTENDED", session_number: 1 },
    { state: "CONFIRMED", session_number: 2 },
    { state: "CONFIRMED", session_number: 3 },
  ]);
  expect(await rows("select state from settlement_line")).toEqual([{ state: "SENT" }]);
  expect(end.bookSum).toBe(0n);
});

it.each(INVARIANTS.map((i) => [i.id, i.says, i.broken] as const))("keeps %s: %s", async (_, __, { text, values = [] }) => {
  expect(await rows(text, values)).toEqual([]);
});

it("tells each step with what was decided and why", () => {
  const text = printed.join("");
  for (const words of [
    "GUA-NETWORK-10",
    "ON_TARGET",
    "replayed: true",
    "SLOT_TAKEN",
    "FOUR_EYES",
    "the same bytes",
    "ATTENDED",
    "how to meet",
    "called off now",
    "expects",
  ])
    expect(text).toContain(words);
});
