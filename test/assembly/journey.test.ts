/** The main job end to end, over HTTP, with the documents the clients run, on a small fictional network. */
import "reflect-metadata";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { readFile } from "node:fs/promises";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { INVARIANTS } from "../../src/assembly/features.js";
import { journey } from "../../src/commands/demo/journey.js";
import { personalData } from "../../src/platform/people/personal-data.js";
import { seedNetwork } from "../../seeds/load.js";
import { played, type Played } from "./played.js";

let world: Played;

beforeAll(async () => {
  world = await played({
    before: async ({ url }, { cprKey, cprIndexKey }) =>
      void (await seedNetwork(url, { clinics: 90, slots: 12_000, sealer: personalData(cprKey, cprIndexKey) })),
    steps: (gateway) => journey(gateway, { startsInSeconds: 6 }),
  });
}, 90_000);
afterAll(() => world?.stop());

it("ends with a payment file that is valid by the ISO 20022 schema and says what was quoted", async () => {
  const schema = XmlDocument.fromString(await readFile("test/fixtures/iso20022/pain.001.001.03.xsd", "utf8"));
  const file = XmlDocument.fromString(world.end.paymentFile ?? "");
  const validator = XsdValidator.fromDoc(schema);
  try {
    expect(() => validator.validate(file)).not.toThrow();
  } finally {
    validator.dispose();
    file.dispose();
    schema.dispose();
  }
  const [booked] = await world.rows<{ kroner: string }>(
    "select to_char(insurer_pays_minor / 100.0, 'FM999990.00') as kroner from booking where state = 'ATTENDED'",
  );
  expect(world.end.paymentFile).toContain(`<CtrlSum>${booked?.kroner}</CtrlSum>`);
  expect(world.end.paymentFile).not.toMatch(/Berggren|BACK_PAIN|PHYSIO/);
});

it("leaves one treatment paid for, two ahead, and a book that sums to zero", async () => {
  expect(await world.rows("select state, session_number from booking order by session_number")).toEqual([
    { state: "ATTENDED", session_number: 1 },
    { state: "CONFIRMED", session_number: 2 },
    { state: "CONFIRMED", session_number: 3 },
  ]);
  expect(await world.rows("select state from settlement_line")).toEqual([{ state: "SENT" }]);
  expect(world.end.bookSum).toBe(0n);
});

it.each(INVARIANTS.map((i) => [i.id, i.says, i.broken] as const))("keeps %s: %s", async (_, __, { text, values = [] }) => {
  expect(await world.rows(text, values)).toEqual([]);
});

it("tells each step with what was decided and why", () => {
  const text = world.printed;
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
