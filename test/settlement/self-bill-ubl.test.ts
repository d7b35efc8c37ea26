/**
 * The self-billing document as UBL. OASIS publishes the schemas of UBL 2.1; with them in a folder (`xsd` of its package, with `maindoc` and `common`)
 * UBL_SCHEMAS=that-folder asks them, too. What is asked here without them is the order of their sequences and what Peppol wants.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { XmlDocument, XmlElement, XsdValidator } from "libxml2-wasm";
import { xmlRegisterFsInputProviders } from "libxml2-wasm/lib/nodejs.mjs";
import { selfBillUbl } from "../../src/features/settlement/documents/self-bills/self-bill-ubl.js";
import type { BillLineRecord, BillRecord } from "../../src/features/settlement/documents/self-bills/self-bill.store.js";

const line = (n: number, minor: bigint, more: Partial<BillLineRecord> = {}): BillLineRecord => ({
  booking_reference: `B-${n}`,
  service_code: "PHYSIOTHERAPY",
  reason: null,
  corrects_number: null,
  delivered_on: "2026-11-20",
  amount_minor: minor,
  vat: "EXEMPT_HEALTH_CARE",
  ...more,
});
const bill = (kind: "INVOICE" | "CREDIT_NOTE", total: bigint): BillRecord => ({
  id: "0",
  number: "SB-00004711",
  kind,
  payment_id: "0",
  provider_id: "0",
  issued_on: "2026-11-24",
  seller_name: "Fys & Søn <ApS>",
  seller_cvr: "10000009",
  seller_address: "Testgade 1, 2. th., 6200 Aabenraa",
  buyer_name: "Eksempel Forsikring A/S",
  buyer_cvr: "00000000",
  buyer_address: "Eksempelvej",
  accepted_on: null,
  total_minor: total,
  line_count: 2,
});
const payment = { end_to_end_id: "STL-2026-000001-0001", expected_on: "2026-11-25", state: "SENT" } as const;
const INVOICE = selfBillUbl(bill("INVOICE", 40_000n), {
  lines: [line(1, 45_000n), line(1, -5_000n, { reason: "PARTLY_ATTENDED" })],
  payment,
});
const NOTE = selfBillUbl(bill("CREDIT_NOTE", -20_001n), {
  lines: [
    line(1, -20_000n, { reason: "PARTLY_ATTENDED", corrects_number: "SB-1" }),
    line(2, -1n, { reason: "WRONG_RATE", vat: "EXEMPT_HOSPITAL" }),
  ],
  payment: null,
});

/** Sequences of UBL 2.1 of which elements are written, in the schema's order. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  Invoice:
    "CustomizationID ProfileID ID IssueDate DueDate InvoiceTypeCode Note DocumentCurrencyCode BuyerReference BillingReference AccountingSupplierParty AccountingCustomerParty PaymentMeans TaxTotal LegalMonetaryTotal InvoiceLine".split(
      " ",
    ),
  CreditNote:
    "CustomizationID ProfileID ID IssueDate CreditNoteTypeCode Note DocumentCurrencyCode BuyerReference BillingReference AccountingSupplierParty AccountingCustomerParty PaymentMeans TaxTotal LegalMonetaryTotal CreditNoteLine".split(
      " ",
    ),
  Party: "EndpointID PartyName PostalAddress PartyTaxScheme PartyLegalEntity".split(" "),
  PostalAddress: "StreetName CityName PostalZone Country".split(" "),
  TaxSubtotal: "TaxableAmount TaxAmount TaxCategory".split(" "),
  TaxCategory: "ID Percent TaxExemptionReason TaxScheme".split(" "),
  LegalMonetaryTotal: "LineExtensionAmount TaxExclusiveAmount TaxInclusiveAmount PayableAmount".split(" "),
  InvoiceLine: "ID Note InvoicedQuantity LineExtensionAmount InvoicePeriod DocumentReference Item Price".split(" "),
  CreditNoteLine: "ID Note CreditedQuantity LineExtensionAmount InvoicePeriod DocumentReference Item Price".split(" "),
};

function read<T>(content: string, of: (document: XmlDocument) => T): T {
  const document = XmlDocument.fromString(content);
  try {
    return of(document);
  } finally {
    document.dispose();
  }
}

function childrenOf(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  for (let child = element.firstChild; child; child = child.next) if (child instanceof XmlElement) found.push(child);
  return found;
}

function outOfOrder(element: XmlElement): string[] {
  const children = childrenOf(element);
  const order = ORDER[element.name];
  const places = children.map((child) => order?.indexOf(child.name) ?? 0);
  const wrong = places.some((place, i) => place < 0 || place < (places[i - 1] ?? 0));
  return [...(wrong ? [`${element.name}: ${children.map((c) => c.name).join(" ")}`] : []), ...children.flatMap(outOfOrder)];
}

const texts = (content: string, name: string): string[] =>
  read(content, (document) => document.find(`//*[local-name() = '${name}']`).map((node) => node.content.trim()));

describe.each([
  ["a bill", INVOICE, "389"],
  ["a credit note", NOTE, "261"],
])("%s", (_, content, type) => {
  it("has its elements in the order of UBL", () => expect(read(content, ({ root }) => outOfOrder(root))).toEqual([]));

  it("is a self-billed document by Peppol's names, of two companies by their CVR numbers, in kroner", () => {
    expect(texts(content, "CustomizationID")).toEqual(["urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:selfbilling:3.0"]);
    expect(content).toContain(`TypeCode>${type}<`);
    expect(texts(content, "RegistrationName")).toEqual(["Fys & Søn <ApS>", "Eksempel Forsikring A/S"]);
    expect(content.match(/EndpointID schemeID="0184">\d{8}/g)).toHaveLength(2);
    expect(new Set(content.match(/currencyID="[A-Z]+"/g))).toEqual(new Set(['currencyID="DKK"']));
    expect(texts(content, "Note")[0]).toBe("Selvfakturering / self-billing");
  });

  it("adds up: its lines are its total, and no total and no price is negative", () => {
    const sum = read(content, (document) =>
      document
        .find("//*[contains(local-name(), 'Line')]/*[local-name() = 'LineExtensionAmount']")
        .reduce((all, n) => all + Number(n.content), 0),
    );
    const totals = ["TaxExclusiveAmount", "TaxInclusiveAmount", "PayableAmount", "TaxableAmount"].flatMap((name) => texts(content, name));
    expect(totals.map(Number)).toEqual(Array(4).fill(Math.round(sum * 100) / 100));
    expect([...totals, ...texts(content, "PriceAmount")].every((text) => Number(text) >= 0)).toBe(true);
  });

  const folder = process.env["UBL_SCHEMAS"] ?? "";
  (folder === "" ? it.skip : it)("is valid by the schemas of OASIS", () => {
    xmlRegisterFsInputProviders();
    const root = read(content, (document) => document.root.name);
    const file = path.join(folder, "maindoc", `UBL-${root}-2.1.xsd`);
    expect(existsSync(file)).toBe(true);
    const xsd = XmlDocument.fromBuffer(readFileSync(file), { url: file });
    const validator = XsdValidator.fromDoc(xsd);
    read(content, (document) => validator.validate(document));
    expect(() =>
      read(content.replace("cbc:ProfileID", "cbc:Nothing").replace("/cbc:ProfileID", "/cbc:Nothing"), (d) => validator.validate(d)),
    ).toThrow();
    [validator, xsd].forEach((each) => each.dispose());
  });
});

it("a correction in a bill is a quantity of minus one; a credit note names what it corrects, and every reason of no VAT once", () => {
  expect(texts(INVOICE, "InvoicedQuantity")).toEqual(["1", "-1"]);
  expect(texts(INVOICE, "PriceAmount")).toEqual(["450.00", "50.00"]);
  expect(texts(NOTE, "PayableAmount")).toEqual(["200.01"]);
  expect(texts(NOTE, "InvoiceDocumentReference")).toEqual(["SB-1"]);
  expect(texts(NOTE, "TaxExemptionReason")).toEqual([
    "Momsfri: sundhedspleje (momsloven § 13, stk. 1, nr. 1); Momsfri: hospitalsbehandling (momsloven § 13, stk. 1, nr. 1)",
  ]);
  expect(texts(INVOICE, "StreetName")).toEqual(["Testgade 1, 2. th.", "Eksempelvej"]);
  expect([texts(INVOICE, "PostalZone"), texts(INVOICE, "CityName")]).toEqual([["6200"], ["Aabenraa"]]);
});
