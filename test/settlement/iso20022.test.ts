/** The files of ISO 20022 by the standard's own schemas, read by a parser of somebody else. */
import { readFileSync } from "node:fs";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { iso20022v03 } from "../../src/features/settlement/channels/iso20022-v03.js";
import { iso20022v09 } from "../../src/features/settlement/channels/iso20022-v09.js";
import { ORDER } from "./payment-orders.js";

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

describe.each([iso20022v03, iso20022v09].map((channel) => [channel.code, channel] as const))("%s", (_, channel) => {
  const content = channel.write(ORDER);

  it("is valid by its schema", () => validate(content));

  it("fails its schema when the payment method is wrong, so the test above can fail", () => {
    expect(() => validate(content.replace("<PmtMtd>TRF<", "<PmtMtd>XXX<"))).toThrow();
  });

  it("says what was ordered", () => {
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
});
