import { readFileSync } from "node:fs";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { Refused } from "../../src/kernel/refusal.js";
import { readBankFile } from "../../src/features/settlement/bank/index.js";
import { planImport, type KnownPayment } from "../../src/features/settlement/bank/import-plan.js";
import { effectOf, PAYMENT_STATES } from "../../src/features/settlement/payments/payment-state.js";
import { FACT_KINDS } from "../../src/features/settlement/bank/fact.js";
import { notification, statusReport } from "./bank.js";

const sample = (name: string): string => readFileSync(`test/fixtures/iso20022/samples/${name}`, "utf8");
const refusedWith = (content: string): string => {
  try {
    readBankFile(content);
    return "READ";
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.refusals.map((r) => `${r.code} ${r.path.slice(2).join(".")}`.trim()).join();
  }
};
const good = notification([
  { id: "STL-2026-000001-0001", kroner: "100.00" },
  { id: "STL-2026-000001-0002", kroner: "20.50" },
]);
const standing = (state: KnownPayment["standing"]["state"], booked = false) => ({ state, booked });
const payment = (n: number, more: Partial<KnownPayment> = {}): KnownPayment => ({
  id: `p${n}`,
  payee: { kind: "COMPANY", id: `v${n}` },
  endToEndId: `STL-2026-000001-000${n}`,
  batchReference: "STL-2026-000001",
  amountMinor: 10_000n,
  lines: 1,
  standing: standing("SENT"),
  ...more,
});

describe("the banks' samples", () => {
  it("give a booking and a return out of a notification", () => {
    const { facts, kind } = readBankFile(sample("camt.054.001.02.debit-and-return.fictional.xml"));
    expect(kind).toBe("camt.054.001.02");
    expect(facts).toMatchObject([
      { kind: "BOOKED", target: { endToEndId: "STL-2026-000123-02" }, amountMinor: 81_323n, bookedOn: "2026-11-24" },
      { kind: "RETURNED", target: { endToEndId: "STL-2026-000123-02" }, reason: "AC04", bookedOn: "2026-11-26" },
    ]);
  });
  it("give a rejection and an acceptance out of a partly rejected file", () => {
    expect(readBankFile(sample("pain.002.001.03.partial-reject.fictional.xml")).facts).toMatchObject([
      { kind: "REJECTED", target: { endToEndId: "STL-2026-000123-01" }, reason: "AC01" },
      { kind: "ACCEPTED", target: { endToEndId: "STL-2026-000123-02" } },
    ]);
  });
});

test("an account printed in groups is the same account", () => {
  expect(refusedWith(notification([{ id: "A", kroner: "1.00" }], { iban: "dk57 9990 0000\u00a00123 45" }))).toBe("READ");
  expect(refusedWith(notification([{ id: "A", kroner: "1.00" }], { iban: "DK57 9990 0000 0123 46" }))).toBe("IBAN_INVALID account");
});

describe("the bank of these tests", () => {
  it.each([
    ["pain.002.001.03", statusReport("STL-1", [{ id: "A", kroner: "1.00", status: "RJCT", reason: "AC01" }], "03")],
    ["pain.002.001.10", statusReport("STL-1", [{ id: "A", kroner: "1.00" }], "10")],
    ["camt.054.001.02", notification([{ id: "A", kroner: "1.00", credit: true, reason: "AC04" }], { version: "02" })],
    ["camt.054.001.08", notification([{ id: "A", kroner: "1.00" }], { version: "08" })],
  ])("writes valid %s, which is read", (name, content) => {
    const xsd = XmlDocument.fromBuffer(readFileSync(`test/fixtures/iso20022/${name}.xsd`));
    const validator = XsdValidator.fromDoc(xsd);
    const document = XmlDocument.fromString(content);
    validator.validate(document);
    [document, validator, xsd].forEach((d) => d.dispose());
    expect(readBankFile(content)).toMatchObject({ kind: name, facts: [{ target: { endToEndId: "A" } }] });
  });
});

describe("a bad file is refused whole, with place and reason:", () => {
  it.each([
    ["a document type", good.replace("<Document", "<!DOCTYPE Document [<!ENTITY a 'b'>]><Document"), "FILE_HAS_DOCTYPE"],
    [
      "a document type in lower case",
      good.replace("<Document", "<!doctype Document SYSTEM 'file:///etc/passwd'><Document"),
      "FILE_HAS_DOCTYPE",
    ],
    ["many nested entities", `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><l>&b;</l>`, "FILE_HAS_DOCTYPE"],
    ["a truncated file", good.slice(0, -80), "FILE_NOT_READABLE line 2"],
    ["a file cut inside an entry", good.slice(0, good.indexOf("20.50") + 2), "FILE_NOT_READABLE line 1"],
    ["an element called __proto__", good.replace("<AcctSvcrRef>", "<__proto__>x</__proto__><AcctSvcrRef>"), "FILE_NOT_READABLE"],
    ["a file that is too large", good.replace("</Ntfctn>", `${" ".repeat(8_000_001)}</Ntfctn>`), "FILE_TOO_LARGE"],
    ["a message nobody knows", good.replaceAll("camt.054.001.02", "camt.052.001.02"), "FILE_KIND_UNKNOWN Document"],
    ["no ISO 20022 message", "<a/>", "FILE_KIND_UNKNOWN Document"],
    ["a currency that is none", notification([{ id: "A", kroner: "1.00", currency: "kr" }]), "CURRENCY_INVALID entry 1"],
    [
      "five decimals",
      notification([
        { id: "A", kroner: "1.00" },
        { id: "B", kroner: "1.00001" },
      ]),
      "AMOUNT_INVALID entry 2",
    ],
    ["a negative amount", notification([{ id: "A", kroner: "-1.00" }]), "AMOUNT_INVALID entry 1"],
    [
      "an account with wrong check digits",
      notification([{ id: "A", kroner: "1.00" }], { iban: "DK5799900000012346" }),
      "IBAN_INVALID account",
    ],
    [
      "a wrong sum",
      notification([{ id: "A", kroner: "1.00" }], {
        totals: "<TxsSummry><TtlNtries><NbOfNtries>1</NbOfNtries><Sum>1.01</Sum></TtlNtries></TxsSummry>",
      }),
      "SUM_DIFFERS totals",
    ],
    [
      "a missing entry",
      notification([{ id: "A", kroner: "1.00" }], { totals: "<TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries></TtlNtries></TxsSummry>" }),
      "COUNT_DIFFERS totals",
    ],
    ["a status report about nothing", statusReport("", []), "FILE_INCOMPLETE GrpHdr"],
  ])("%s", (_, content, expected) => expect(refusedWith(content)).toBe(expected));

  it("and a good one is read", () => expect(refusedWith(good)).toBe("READ"));
});

describe("a payment", () => {
  it("never moves from the same fact twice, from any state", () => {
    for (const state of PAYMENT_STATES) {
      for (const booked of [false, true]) {
        for (const fact of FACT_KINDS) {
          const once = effectOf(fact, { state, booked });
          if (once.kind === "CHANGES") expect(effectOf(fact, once.to)).toEqual({ kind: "NOTHING" });
        }
      }
    }
  });
  it("that was booked is not rejected, and one that was rejected is not booked: a person looks", () => {
    expect(effectOf("REJECTED", standing("PAID", true))).toMatchObject({ kind: "CONTRADICTS" });
    expect(effectOf("BOOKED", standing("REJECTED"))).toMatchObject({ kind: "CONTRADICTS" });
    expect(effectOf("BOOKED", standing("BATCHED"))).toEqual({ kind: "CONTRADICTS", reason: "NOT_SENT" });
  });
  it("that was accepted is not rejected, and one that was rejected is not accepted, by the bank's word alone", () => {
    expect(effectOf("REJECTED", standing("ACCEPTED"))).toEqual({ kind: "CONTRADICTS", reason: "REJECTED_AFTER_ACCEPTANCE" });
    expect(effectOf("ACCEPTED", standing("REJECTED"))).toEqual({ kind: "CONTRADICTS", reason: "ACCEPTED_AFTER_REJECTION" });
  });
});

describe("an import", () => {
  const group = (status: string, batch = ""): string =>
    statusReport("STL-2026-000001", [], "03", status).replace(
      "<OrgnlPmtInfAndSts><OrgnlPmtInfId>STL-2026-000001-P1</OrgnlPmtInfId></OrgnlPmtInfAndSts>",
      batch,
    );

  it("takes a whole rejected file for every payment in it", () => {
    const plan = planImport(readBankFile(group("RJCT")).facts, [payment(1), payment(2), payment(3, { standing: standing("REJECTED") })]);
    expect(plan.events.map((e) => [e.payment.id, e.kind])).toEqual([
      ["p1", "REJECTED"],
      ["p2", "REJECTED"],
    ]);
  });
  it("lets the lowest statement speak: an accepted file with one rejected payment", () => {
    const report = statusReport(
      "STL-2026-000001",
      [{ id: payment(2).endToEndId, kroner: "100.00", status: "RJCT", reason: "AC01" }],
      "03",
      "ACCP",
    );
    expect(planImport(readBankFile(report).facts, [payment(1), payment(2)]).moved.map((m) => [m.payment.id, m.to.state])).toEqual([
      ["p1", "ACCEPTED"],
      ["p2", "REJECTED"],
    ]);
  });
  it("books a batch that was booked as one amount, if it is the right one", () => {
    const asOne = (kroner: string): string =>
      notification([{ id: "X", kroner }]).replace(
        /<NtryDtls>[^]*<\/NtryDtls>/,
        "<NtryDtls><Btch><PmtInfId>STL-2026-000001-P1</PmtInfId></Btch></NtryDtls>",
      );
    expect(planImport(readBankFile(asOne("200.00")).facts, [payment(1), payment(2)]).events).toHaveLength(2);
    expect(planImport(readBankFile(asOne("200.01")).facts, [payment(1), payment(2)]).misfits).toMatchObject([{ reason: "AMOUNT_DIFFERS" }]);
  });
  it("does not book another amount than was sent", () => {
    expect(planImport(readBankFile(notification([{ id: payment(1).endToEndId, kroner: "99.99" }])).facts, [payment(1)])).toMatchObject({
      events: [],
      misfits: [{ reason: "AMOUNT_DIFFERS" }],
    });
  });
  it("ends in the same place in whatever order the lines stand", () => {
    const lines = [
      { id: payment(1).endToEndId, kroner: "100.00" },
      { id: payment(2).endToEndId, kroner: "100.00" },
      { id: payment(1).endToEndId, kroner: "100.00", credit: true, reason: "AC04" },
    ];
    const ends = [lines, [...lines].reverse()].map((l) =>
      planImport(readBankFile(notification(l)).facts, [payment(1), payment(2)]).moved.map((m) => [m.payment.id, m.to]),
    );
    expect(ends[0]).toEqual(ends[1]);
    expect(ends[0]).toEqual([
      ["p1", { state: "RETURNED", booked: true }],
      ["p2", { state: "PAID", booked: true }],
    ]);
  });
  it("reads a status it does not know as one for a person", () => {
    const report = statusReport("STL-2026-000001", [{ id: payment(1).endToEndId, kroner: "1.00", status: "ZZZZ" }]);
    expect(planImport(readBankFile(report).facts, [payment(1)])).toMatchObject({ events: [], misfits: [{ reason: "STATUS_UNKNOWN" }] });
  });
});
