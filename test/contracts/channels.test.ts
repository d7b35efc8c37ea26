import { readFileSync } from "node:fs";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { CHANNELS } from "../../src/settlement/channels/index.js";
import { orderRefusals, type PaymentOrder } from "../../src/settlement/payments/payment-order.js";
import { differences } from "../../src/settlement/payments/read-back.js";

const ORDER: PaymentOrder = {
  messageId: "STL-2026-000123",
  paymentInfoId: "STL-2026-000123-P1",
  createdAt: "2026-11-23T08:15:00Z",
  executionOn: "2026-11-24",
  count: 3,
  controlSumMinor: 203_151n,
  debtor: { name: "Eksempel Forsikring A/S (fiktiv)", iban: "DK5799900000012345", bic: "XXXXDKKK" },
  codes: { serviceLevel: "NURG", categoryPurpose: "SUPP", charges: "SHAR", batchBooking: false },
  payments: [
    {
      endToEndId: "STL-2026-000123-0001",
      amountMinor: 121_827n,
      currency: "DKK",
      creditorName: "Kiropraktor Prøveø & Søn I/S",
      creditorAccount: { iban: "DK7699920000055555" },
      text: "Afregning STL-2026-000123 bilag SB-00004711",
    },
    {
      endToEndId: "STL-2026-000123-0002",
      amountMinor: 81_323n,
      currency: "DKK",
      creditorName: "Fysioklinik Eksempelby ApS",
      creditorAccount: { bban: "99910000067890" },
      text: "Afregning STL-2026-000123 bilag SB-00004712",
    },
    {
      endToEndId: "STL-2026-000123-0003",
      amountMinor: 1n,
      currency: "DKK",
      creditorName: "Á ä ç đ é",
      creditorAccount: { bban: "00400440116243" },
      text: "Afregning STL-2026-000123 bilag SB-00004713",
    },
  ],
};

const schemaOf = (content: string): string => /tech:xsd:(pain\.001\.001\.\d\d)/.exec(content)?.[1] ?? "";

function validate(content: string): void {
  const xsd = XmlDocument.fromBuffer(readFileSync(`test/fixtures/iso20022/${schemaOf(content)}.xsd`));
  const validator = XsdValidator.fromDoc(xsd);
  const document = XmlDocument.fromString(content);
  try {
    validator.validate(document);
  } finally {
    document.dispose();
    validator.dispose();
    xsd.dispose();
  }
}

/** What libxml2 finds in the file: nothing of the writer's code takes part. */
function found(content: string): Record<string, string[]> {
  const document = XmlDocument.fromString(content);
  const ns = { p: `urn:iso:std:iso:20022:tech:xsd:${schemaOf(content)}` };
  const texts = (path: string): string[] => document.find(path, ns).map((node) => node.content);
  try {
    return {
      messages: texts("//p:GrpHdr/p:MsgId"),
      sums: texts("//p:CtrlSum"),
      counts: texts("//p:NbOfTxs"),
      days: texts("//p:ReqdExctnDt").map((d) => d.trim()),
      banks: texts("//p:DbtrAgt/p:FinInstnId/*"),
      ids: texts("//p:CdtTrfTxInf/p:PmtId/p:EndToEndId"),
      amounts: texts("//p:CdtTrfTxInf/p:Amt/p:InstdAmt[@Ccy='DKK']"),
      names: texts("//p:CdtTrfTxInf/p:Cdtr/p:Nm"),
      accounts: [...texts("//p:CdtTrfTxInf/p:CdtrAcct/p:Id/p:IBAN"), ...texts("//p:CdtTrfTxInf/p:CdtrAcct/p:Id/p:Othr/p:Id")],
      texts: texts("//p:CdtTrfTxInf/p:RmtInf/p:Ustrd"),
    };
  } finally {
    document.dispose();
  }
}

it("no two channels share a code, and each says what it is", () => {
  expect(new Set(CHANNELS.map((c) => c.code)).size).toBe(CHANNELS.length);
  for (const c of CHANNELS) {
    expect(c.code).toMatch(/^[A-Z][A-Z0-9_]+$/);
    expect(c.description.length).toBeGreaterThan(20);
  }
});

it("the example order may leave", () => expect(orderRefusals(ORDER)).toEqual([]));

describe.each(CHANNELS.map((channel) => [channel.code, channel] as const))("%s", (_, channel) => {
  const content = channel.write(ORDER);

  it("writes the same bytes for the same order", () => {
    expect(channel.write(structuredClone(ORDER))).toBe(content);
    expect(channel.fileName(ORDER)).toContain(ORDER.messageId);
  });

  it("is valid by its schema", () => validate(content));

  it("fails its schema when the payment method is wrong, so the test above can fail", () => {
    expect(() => validate(content.replace("<PmtMtd>TRF<", "<PmtMtd>XXX<"))).toThrow();
  });

  it("says what was ordered, read by a parser of somebody else", () => {
    expect(found(content)).toEqual({
      messages: ["STL-2026-000123"],
      sums: ["2031.51", "2031.51"],
      counts: ["3", "3"],
      days: ["2026-11-24"],
      banks: ["XXXXDKKK"],
      ids: ORDER.payments.map((p) => p.endToEndId),
      amounts: ["1218.27", "813.23", "0.01"],
      names: ORDER.payments.map((p) => p.creditorName),
      accounts: ["DK7699920000055555", "99910000067890", "00400440116243"],
      texts: ORDER.payments.map((p) => p.text),
    });
  });

  it("passes the reading back that every export does", () => expect(differences(ORDER, content)).toEqual([]));
});
