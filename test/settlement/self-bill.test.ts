/** Self-billing documents: issued once, frozen, and credited by a note that names what it takes back. */
import { randomUUID } from "node:crypto";
import { inflateSync } from "node:zlib";
import { globalId, startApp, type TestApp } from "../support/app.js";
import type { MadeClinic } from "../support/make.js";
import { expectTold } from "../support/told.js";
import { approve, close, correct, exportFile, importFile } from "./acts.js";
import { attend } from "./attended.js";
import { notification, paymentsIn, statusReport } from "./bank.js";

let t: TestApp;
let clinic: MadeClinic;
beforeAll(async () => {
  t = await startApp();
});
beforeEach(async () => {
  clinic = await t.make.clinic();
  await t.rows("truncate settlement_line cascade");
});
afterAll(async () => t.stop());

async function sent() {
  const { batch, errors } = (await close(t.asFinance("a"))).data.closeSettlementBatch;
  expect(errors).toEqual([]);
  await approve(t.asFinance("b"), batch.id);
  const exported = (await exportFile(t.asFinance("a"), batch.id)).data.exportPaymentFile;
  expect(exported.errors).toEqual([]);
  return { batch, payments: exported.file ? paymentsIn(exported.file.content) : [] };
}
const bills = () =>
  t.rows<{ id: string; number: string; kind: string; total: number; lines: number }>(
    "select id, number, kind, total_minor::int as total, line_count as lines from self_bill where provider_id = $1 order by number",
    [clinic.providerId],
  );
const read = async (id: string, language = "DA") => {
  const { node } = (
    await t.asClinic(clinic)(
      "query ($id: ID!, $l: Language!) { node(id: $id) { ... on SelfBill { number acceptedOn pdf(language: $l) { base64 } remittance { base64 } } } }",
      {
        id: globalId("SelfBill", id),
        l: language,
      },
    )
  ).data;
  return {
    ...node,
    text: textOf(Buffer.from(node.pdf.base64, "base64")),
    json: JSON.parse(Buffer.from(node.remittance.base64, "base64").toString()),
  };
};
const textOf = (pdf: Buffer): string =>
  [...pdf.toString("latin1").matchAll(/stream\n([^]*?)\nendstream/g)]
    .map(([, s]) => {
      try {
        return inflateSync(Buffer.from(s ?? "", "latin1")).toString("latin1");
      } catch {
        return "";
      }
    })
    .join("")
    .replace(/\[([^\]]*)\] TJ/g, (_, parts: string) =>
      [...parts.matchAll(/<([0-9a-f]+)>/g)].map(([, hex]) => Buffer.from(hex ?? "", "hex").toString("latin1")).join(""),
    );

it("a payment that the bank refuses makes no second bill: the next one pays the first document", async () => {
  await attend(t, clinic, { count: 2 });
  const first = await sent();
  const before = await bills();
  expect(before).toMatchObject([{ kind: "INVOICE", total: 90_000, lines: 2 }]);
  await importFile(t.asFinance(), statusReport(first.batch.reference, [{ ...first.payments[0]!, status: "RJCT", reason: "MS03" }]));
  await attend(t, clinic, { minor: () => 10_000 });
  const second = await sent();
  const after = await bills();
  expect(after).toHaveLength(2);
  expect(after[1]).toMatchObject({ kind: "INVOICE", total: 10_000, lines: 1 });
  expect(second.payments[0]).toMatchObject({ kroner: "1000.00", text: expect.stringContaining(after[1]!.number) });
  await importFile(t.asFinance(), statusReport(second.batch.reference, [{ ...second.payments[0]!, status: "RJCT", reason: "MS03" }]));
  const third = await sent();
  expect(await bills()).toEqual(after);
  expect(third.payments[0]!.text).toContain(before[0]!.number);
  await importFile(t.asFinance(), notification(third.payments));
  expect(await t.rows("select distinct state from settlement_line where provider_id = $1", [clinic.providerId])).toEqual([
    { state: "PAID" },
  ]);
});

it("what takes back something billed is a credit note that names the document", async () => {
  const [line] = await attend(t, clinic, { count: 2 });
  await importFile(t.asFinance(), notification((await sent()).payments));
  const [invoice] = await bills();
  await correct(t.asFinance(), globalId("SettlementLine", line!.lineId), -20_000n, "PARTLY_ATTENDED");
  await attend(t, clinic, { minor: () => 30_000 });
  expect((await sent()).payments.map((p) => p.kroner)).toEqual(["100.00"]);
  const [, second, note] = await bills();
  expect([second, note]).toMatchObject([
    { kind: "INVOICE", total: 30_000, lines: 1 },
    { kind: "CREDIT_NOTE", total: -20_000, lines: 1 },
  ]);
  const { text, json } = await read(note!.id, "EN");
  for (const content of [
    "Self-billing credit note",
    invoice!.number,
    "Only a part took place",
    "To be deducted: DKK 200.00",
    "page 1 of 1",
  ])
    expect(text).toContain(content);
  expect(json).toMatchObject({
    kind: "CREDIT_NOTE",
    totalMinor: -20_000,
    lines: [{ corrects: invoice!.number, amountMinor: -20_000, reason: "PARTLY_ATTENDED" }],
  });
});

it("a correction of what was never billed lowers the bill itself", async () => {
  const [line] = await attend(t, clinic);
  await correct(t.asFinance(), globalId("SettlementLine", line!.lineId), -5_000n, "PARTLY_ATTENDED");
  await sent();
  expect(await bills()).toMatchObject([{ kind: "INVOICE", total: 40_000, lines: 2 }]);
});

it("is frozen: names, addresses and agreements of later days do not change it, and nobody changes its row", async () => {
  await attend(t, clinic);
  await sent();
  const [bill] = await bills();
  const before = await read(bill!.id);
  expect(before.text).toContain("Der er ikke registreret en aftale om selvfakturering");
  const accept =
    "mutation ($input: AcceptSelfBillingInput!) { acceptSelfBilling(input: $input) { agreement { acceptedVersion acceptedOn text(language: EN) } errors { code } } }";
  const as = t.asClinic(clinic);
  expect((await as(accept, { input: { idempotencyKey: randomUUID(), textVersion: "0" } })).data.acceptSelfBilling.errors).toMatchObject([
    { code: "TEXT_VERSION_OLD" },
  ]);
  expect((await as(accept, { input: { idempotencyKey: randomUUID(), textVersion: "1" } })).data.acceptSelfBilling).toMatchObject({
    agreement: { acceptedVersion: "1", text: expect.stringContaining("self-billing") },
    errors: [],
  });
  await t.rows("update provider set legal_name = 'Andet Navn ApS', address = 'Nygade 2, 8000 Aarhus C' where id = $1", [clinic.providerId]);
  expect(await read(bill!.id)).toEqual(before);
  await expect(t.rows("update self_bill set seller_name = 'x'")).rejects.toThrow("never changed");
  await expect(t.rows("update self_bill_line set amount_minor = 1")).rejects.toThrow("never changed");
  await attend(t, clinic);
  await sent();
  const next = await read((await bills())[1]!.id);
  for (const content of [
    "Andet Navn ApS",
    "Nygade 2",
    "Sælger har accepteret selvfakturering",
    "side 1 af 1",
    "Momsfri: sundhedspleje",
    "Selvfakturering",
  ])
    expect(next.text).toContain(content);
});

it("has the company's own address as it was told on that day, and its first clinic's where it has told none: on paper, as data, as UBL", async () => {
  const seller = "query ($id: ID!) { node(id: $id) { ... on SelfBill { seller { name cvr address } ubl { base64 } } } }";
  const asked = async (id: string) => {
    const { node } = (await t.asClinic(clinic)(seller, { id: globalId("SelfBill", id) })).data;
    return { seller: node.seller, ubl: Buffer.from(node.ubl.base64, "base64").toString("utf8") };
  };
  await attend(t, clinic);
  await sent();
  const [first] = await bills();
  const [at] = await t.rows<{ place: string; street: string; postnr: string; town: string }>(
    "select address || ', ' || postnr || ' ' || town as place, address as street, postnr, town from clinic where id = $1",
    [clinic.id],
  );
  const [company] = await t.rows<{ name: string }>("select legal_name as name from provider where id = $1", [clinic.providerId]);
  const unstated = await asked(first!.id);
  expect(unstated.seller).toEqual({ name: company!.name, cvr: clinic.cvr, address: at!.place });
  expect([(await read(first!.id)).text, (await read(first!.id)).json.seller.address]).toEqual([
    expect.stringContaining(at!.place),
    at!.place,
  ]);
  expect(unstated.ubl).toMatch(
    new RegExp(
      `<cbc:StreetName>${at!.street}</cbc:StreetName>[^]*<cbc:CityName>${at!.town}</cbc:CityName>[^]*<cbc:PostalZone>${at!.postnr}</cbc:PostalZone>`,
    ),
  );
  // what the company tells holds from the next document on
  await t.rows("update provider set address = 'Hovedkontoret 9, 2. th., 2100 København Ø' where id = $1", [clinic.providerId]);
  await attend(t, clinic);
  await sent();
  const [, second] = await bills();
  const stated = await asked(second!.id);
  expect(stated.seller.address).toBe("Hovedkontoret 9, 2. th., 2100 København Ø");
  const { text, json } = await read(second!.id);
  expect(text).toContain("Hovedkontoret 9, 2. th.");
  expect(json.seller.address).toBe(stated.seller.address);
  expect(stated.ubl).toMatch(
    /<cbc:StreetName>Hovedkontoret 9, 2. th.<\/cbc:StreetName>[^]*<cbc:CityName>København Ø<\/cbc:CityName>[^]*<cbc:PostalZone>2100<\/cbc:PostalZone>/,
  );
  expect((await asked(first!.id)).seller).toEqual(unstated.seller);
  // the buyer's is the payer's of the settings
  expect(json.buyer.address).toBe("Eksempelvej 1, 0800 Høje Taastrup");
});

it("is told to its own company and to nobody else's", async () => {
  await attend(t, clinic);
  await sent();
  const [bill] = await bills();
  const other = await t.make.clinic();
  expect(
    (await t.asClinic(other)("query ($id: ID!) { node(id: $id) { id } }", { id: globalId("SelfBill", bill!.id) })).data.node,
  ).toBeNull();
});

it("others are told what these acts did", () => expectTold(t, "provider.self-billing-accepted"));
