/** What a bank may ask of a file: ids of parties, runs by number and amount, lines of text, a structured reference; each by the standard's own schemas. */
import { readFileSync } from "node:fs";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { creditorReference } from "../../src/kernel/iban.js";
import { ordersOf, type BatchFacts, type Payee, type Sender } from "../../src/features/settlement/batches/batch-order.js";
import { CHANNELS } from "../../src/features/settlement/channels/index.js";
import { remittanceLines } from "../../src/features/settlement/documents/self-bills/numbering.js";
import { orderRefusals, type PaymentOrder } from "../../src/features/settlement/payments/payment-order.js";
import { PAYMENT_SETTINGS, paymentSettings } from "../../src/features/settlement/payments/payment-settings.js";
import { readSettings } from "../../src/platform/settings/setting.js";
import { fileDifferences } from "../../src/features/settlement/payments/read-back.js";

const treatment = (n: number) => ({ reference: `B-${1_000 + n}`, treatedOn: "2026-11-20", amountMinor: 36_586n });
const payee = (n: number, more: Partial<Payee> = {}): Payee => ({
  endToEndId: `STL-2026-000001-${String(n).padStart(4, "0")}`,
  selfBillNumber: `SB-${String(n).padStart(8, "0")}`,
  amountMinor: 10_000n * BigInt(n),
  name: "Klinik ApS",
  account: { registrationNumber: "0040", accountNumber: "440116243", iban: null },
  treatments: [treatment(n), treatment(n + 1), treatment(n + 2)],
  ...more,
});
const SENDER: Sender = {
  name: "Eksempel Forsikring A/S",
  iban: "DK5799900000012345",
  bic: "XXXXDKKK",
  serviceLevel: "NURG",
  categoryPurpose: "SUPP",
  charges: "SHAR",
  batchBooking: false,
};
function orders(payees: readonly Payee[], more: Partial<Sender>): readonly PaymentOrder[] {
  const facts: BatchFacts = {
    reference: "STL-2026-000001",
    approvedAt: new Date("2026-11-24T09:00:00Z"),
    executionOn: "2026-11-25",
    today: "2026-11-24",
    paymentCount: payees.length,
    totalMinor: payees.reduce((s, p) => s + p.amountMinor, 0n),
    payees,
  };
  const made = ordersOf(facts, { ...SENDER, ...more });
  if ("refusals" in made) throw new Error(JSON.stringify(made.refusals));
  return made.orders;
}
function order(payees: readonly Payee[], more: Partial<Sender>): PaymentOrder {
  const [only, ...others] = orders(payees, more);
  if (!only || others.length > 0) throw new Error("not one file");
  return only;
}

/** One of the official test persons. */
const CIVIL = { nemKonto: { kind: "CPR", number: "2512489996" } } as const;

/** What libxml2 finds in a file that is valid by its schema. */
function found(content: string, path: string): string[] {
  const name = /tech:xsd:(pain\.001\.001\.\d\d)/.exec(content)?.[1] ?? "";
  const xsd = XmlDocument.fromBuffer(readFileSync(`test/fixtures/iso20022/${name}.xsd`));
  const validator = XsdValidator.fromDoc(xsd);
  const document = XmlDocument.fromString(content);
  try {
    validator.validate(document);
    return document.find(path, { p: `urn:iso:std:iso:20022:tech:xsd:${name}` }).map((node) => node.content.replace(/\s+/g, " ").trim());
  } finally {
    [document, validator, xsd].forEach((d) => d.dispose());
  }
}

describe.each(CHANNELS.map((channel) => [channel.code, channel] as const))("%s", (_, channel) => {
  const written = (of: PaymentOrder): string => {
    const content = channel.write(of);
    expect(fileDifferences(of, channel.readBack(content))).toEqual([]);
    return content;
  };

  it("names its parties by the numbers that the bank knows them by", () => {
    const content = written(
      order([payee(1)], { initiatingPartyId: { code: "CUST", id: "1234567890" }, partyId: { code: "BANK", id: "AGR-7" } }),
    );
    expect(found(content, "//p:InitgPty/p:Id/p:OrgId/p:Othr/p:Id")).toEqual(["1234567890"]);
    expect(found(content, "//p:Dbtr/p:Id/p:OrgId/p:Othr/p:SchmeNm/p:Cd")).toEqual(["BANK"]);
  });

  it("is split into runs by number, each with its own id, count and sum", () => {
    const content = written(
      order(
        [1, 2, 3, 4, 5].map((n) => payee(n)),
        { mostPerRun: 2 },
      ),
    );
    expect(found(content, "//p:PmtInf/p:PmtInfId")).toEqual([1, 2, 3].map((n) => `STL-2026-000001-P${n}`));
    expect(found(content, "//p:NbOfTxs")).toEqual(["5", "2", "2", "1"]);
    expect(found(content, "//p:CtrlSum")).toEqual(["1500.00", "300.00", "700.00", "500.00"]);
  });

  it("is split into runs by amount; one that is too large is alone", () => {
    const content = written(
      order(
        [1, 2, 9, 3].map((n) => payee(n)),
        { mostMinorPerRun: 30_000n },
      ),
    );
    expect(found(content, "//p:PmtInf/p:CtrlSum")).toEqual(["300.00", "900.00", "300.00"]);
  });

  it("is split into files by number and by amount, each a message of its own whose runs count on", () => {
    const many = Array.from({ length: 2_500 }, (_, i) => payee(i + 1, { amountMinor: 100n, treatments: [] }));
    // Nordea took 1,200 payments in a file
    const files = orders(many, { mostPerFile: 1_200, mostPerRun: 1_000 });
    expect(files.map((file) => [file.messageId, file.paymentInfoId, file.count, file.controlSumMinor])).toEqual([
      ["STL-2026-000001", "STL-2026-000001-P1", 1_200, 120_000n],
      ["STL-2026-000001-F2", "STL-2026-000001-P3", 1_200, 120_000n],
      ["STL-2026-000001-F3", "STL-2026-000001-P5", 100, 10_000n],
    ]);
    const [, second] = files.map(written);
    expect(found(second ?? "", "//p:PmtInf/p:PmtInfId")).toEqual(["STL-2026-000001-P3", "STL-2026-000001-P4"]);
    expect(found(second ?? "", "//p:NbOfTxs")).toEqual(["1200", "1000", "200"]);
    const byAmount = orders(
      [1, 2, 9, 3].map((n) => payee(n)),
      { mostMinorPerFile: 30_000n },
    );
    expect(byAmount.map((file) => file.controlSumMinor)).toEqual([30_000n, 90_000n, 30_000n]);
    expect(new Set(files.map((file) => channel.fileName(file))).size).toBe(3);
  });

  it("pays a company without an account to the NemKonto of its number, where the bank has a word for that", () => {
    const content = written(order([payee(1, { account: null, nemKonto: "10000009" })], { nemKonto: "NKS" }));
    expect(found(content, "//p:CdtrAcct/p:Id/p:Othr/p:Id")).toEqual(["10000009"]);
    expect(found(content, "//p:CdtrAcct/p:Id/p:Othr/p:SchmeNm/p:Prtry")).toEqual(["NKS"]);
    expect(found(content, "//p:Cdtr/p:Id/p:OrgId/p:Othr/p:Id")).toEqual(["10000009"]);
    const other = order([payee(1, { account: null, nemKonto: "10000017" })], { nemKonto: "NKS" });
    expect(fileDifferences(other, channel.readBack(content))).toEqual(["a receiver's account is not what was ordered"]);
    expect(() => order([payee(1, { account: null, nemKonto: "10000009" })], {})).toThrow("ACCOUNT_INVALID");
  });

  it("pays a person to the NemKonto of a civil number", () => {
    const company = order([payee(1)], { nemKonto: "NKS" });
    const person = { ...company, payments: company.payments.map((p) => ({ ...p, creditorAccount: CIVIL })) };
    expect(orderRefusals(person)).toEqual([]);
    const content = written(person);
    expect(found(content, "//p:Cdtr/p:Id/p:PrvtId/p:Othr/p:SchmeNm/p:Cd")).toEqual(["SOSE"]);
    expect(found(content, "//p:CdtrAcct/p:Id/p:Othr/p:Id")).toEqual([CIVIL.nemKonto.number]);
  });

  it("says what is paid, a line for each treatment, and how many more the document names", () => {
    const content = written(order([payee(1)], { treatmentLines: 2 }));
    expect(found(content, "//p:RmtInf/p:Ustrd")).toEqual([
      "Afregning STL-2026-000001 bilag SB-00000001",
      "B-1001 2026-11-20 365.86",
      "og 2 flere, se bilaget",
    ]);
  });

  it("names the document and a reference whose check digits a bank can check", () => {
    const content = written(order([payee(1)], { structuredRemittance: true }));
    expect(found(content, "//p:Strd/p:RfrdDocInf/p:Nb")).toEqual(["SB-00000001"]);
    expect(found(content, "//p:Strd/p:CdtrRefInf/p:Tp/p:CdOrPrtry/p:Cd")).toEqual(["SCOR"]);
    expect(found(content, "//p:Strd/p:CdtrRefInf/p:Ref")).toEqual([creditorReference("SB00000001")]);
  });

  it("does not leave when a run, a line or a sum of a run is not what was ordered", () => {
    const ordered = order(
      [1, 2, 3].map((n) => payee(n)),
      { mostPerRun: 2, treatmentLines: 3 },
    );
    const content = channel.write(ordered);
    const spoilt = [
      content.replace("<NbOfTxs>2</NbOfTxs>", "<NbOfTxs>1</NbOfTxs>"),
      content.replace(/<CtrlSum>300.00<\/CtrlSum>/, "<CtrlSum>300.01</CtrlSum>"),
      content.replace("B-1002 2026-11-20", "B-1002 2026-11-21"),
      content.replace(/ *<PmtInf>\s*<PmtInfId>STL-2026-000001-P2[^]*?<\/PmtInf>/, ""),
    ];
    for (const text of spoilt) {
      expect(text).not.toBe(content);
      expect(fileDifferences(ordered, channel.readBack(text))).not.toEqual([]);
    }
  });
});

it("a creditor reference is the one of the standard's example", () => expect(creditorReference("539007547034")).toBe("RF18539007547034"));

it("lines of treatments name numbers and days alone", () => {
  expect(remittanceLines([treatment(1)], 5)).toEqual(["B-1001 2026-11-20 365.86"]);
  expect(remittanceLines([1, 2, 3].map(treatment), 1)).toEqual(["og 3 flere, se bilaget"]);
  expect(remittanceLines([1, 2, 3].map(treatment), 3)).toHaveLength(3);
});

it("a line with a sign that banks do not carry keeps the file", () => {
  const of = order([payee(1)], { treatmentLines: 3 });
  const [first] = of.payments;
  expect(orderRefusals({ ...of, payments: [{ ...first!, lines: ["a#b"] }] })).toMatchObject([
    { code: "TEXT_INVALID", path: ["payments", "0", "lines"] },
  ]);
});

it("the settings say it, or say what is wrong with them", () => {
  const read = (values: Record<string, string>) => {
    const given = readSettings(PAYMENT_SETTINGS, values, false);
    const faults = [...given.faults];
    const settings = paymentSettings(given.values, false, faults);
    return { faults, settings };
  };
  expect(read({}).settings).toMatchObject({ initiatingPartyId: null, mostPerRun: null, mostMinorPerRun: null, treatmentLines: 0 });
  expect(
    read({ PAYMENT_INITIATING_PARTY: "CUST:42", PAYMENT_MOST_PER_RUN: "1200", PAYMENT_MOST_KRONER_PER_RUN: "5" }).settings,
  ).toMatchObject({
    initiatingPartyId: { code: "CUST", id: "42" },
    mostPerRun: 1_200,
    mostMinorPerRun: 500n,
  });
  expect(read({ PAYMENT_DEBTOR: "42" }).faults).toEqual([expect.stringContaining("PAYMENT_DEBTOR")]);
});
