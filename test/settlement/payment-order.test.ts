import { danishIban, isIban, unprinted } from "../../src/kernel/iban.js";
import { accountRefusals } from "../../src/features/settlement/payments/account.js";
import { bankText, isBankText } from "../../src/features/settlement/bank/bank-text.js";
import { executionDay, ordersOf, type BatchFacts, type Payee, type Sender } from "../../src/features/settlement/batches/batch-order.js";
import { iso20022v03 } from "../../src/features/settlement/channels/iso20022-v03.js";
import { orderRefusals, type PaymentOrder } from "../../src/features/settlement/payments/payment-order.js";
import { fileDifferences } from "../../src/features/settlement/payments/read-back.js";

const payee = (n: number, more: Partial<Payee> = {}): Payee => ({
  endToEndId: `STL-2026-000001-000${n}`,
  selfBillNumber: `SB-0000000${n}`,
  amountMinor: 10_000n,
  name: "Klinik ApS",
  account: { registrationNumber: "0040", accountNumber: "440116243", iban: null },
  ...more,
});
const sender: Sender = {
  name: "Eksempel Forsikring A/S",
  iban: "DK5799900000012345",
  bic: "XXXXDKKK",
  serviceLevel: "NURG",
  categoryPurpose: "SUPP",
  charges: "SHAR",
  batchBooking: false,
};
const batch = (payees: readonly Payee[], more: Partial<BatchFacts> = {}): BatchFacts => ({
  reference: "STL-2026-000001",
  approvedAt: new Date("2026-11-24T09:00:00.123Z"),
  executionOn: "2026-11-25",
  today: "2026-11-24",
  paymentCount: payees.length,
  totalMinor: payees.reduce((s, p) => s + p.amountMinor, 0n),
  payees,
  ...more,
});
const codes = (of: ReturnType<typeof ordersOf>): string[] =>
  "refusals" in of ? of.refusals.map((r) => `${r.code} ${r.path.join(".")}`) : [];
const order = (more: Partial<BatchFacts> = {}): PaymentOrder => {
  const made = ordersOf(batch([payee(1), payee(2)], more), sender);
  const [only] = "orders" in made ? made.orders : [];
  if (!only) throw new Error(codes(made).join());
  return only;
};

describe("an IBAN", () => {
  it("has check digits over the whole number", () => {
    expect(isIban("DK5000400440116243")).toBe(true);
    expect(isIban("DK5100400440116243")).toBe(false);
    expect(unprinted(" dk50 0040\u00a00440 1162 43")).toBe("DK5000400440116243");
    expect(isIban("DK500040044011624")).toBe(false);
    expect(danishIban("0040", "440116243")).toBe("DK5000400440116243");
  });
});

describe("an account", () => {
  it("keeps its leading zeros and is refused part by part", () => {
    const wrong = accountRefusals({ registrationNumber: "40", accountNumber: "44 01", iban: "DK5100400440116243" }, ["input"]);
    expect(wrong.map((r) => [r.code, r.path[1]])).toEqual([
      ["REGISTRATION_NUMBER_INVALID", "registrationNumber"],
      ["ACCOUNT_NUMBER_INVALID", "accountNumber"],
      ["IBAN_INVALID", "iban"],
    ]);
    expect(accountRefusals({ registrationNumber: "0040", accountNumber: "0440116243", iban: "DK5000400440116243" }, [])).toEqual([]);
  });
});

describe("a text for banks", () => {
  it("spells what can be spelled and refuses the rest with its place", () => {
    expect(bankText("Æblehøj – “Fys; Šved_en”", 70)).toEqual({ text: "Æblehøj - 'Fys, Sved-en'" });
    expect(bankText("Klinik 中", 70)).toEqual({ refusedAt: 7 });
    expect(bankText("a#b", 70)).toEqual({ refusedAt: 1 });
  });
  it("is cut by characters, not bytes", () => {
    expect(bankText("æ".repeat(80), 70)).toEqual({ text: "æ".repeat(70) });
    expect(isBankText("æ".repeat(70))).toBe(true);
  });
});

describe("the day money moves", () => {
  it.each([
    ["the day that was meant", "2026-11-25", "2026-11-24", "2026-11-25"],
    ["today when the file is late", "2026-11-20", "2026-11-24", "2026-11-24"],
    ["the next bank day after a late Saturday", "2026-11-20", "2026-11-28", "2026-11-30"],
    ["after Christmas Eve, on which banks close", "2026-12-24", "2026-12-23", "2026-12-23"],
    ["after the Friday following Ascension Day", "2026-05-10", "2026-05-15", "2026-05-18"],
  ])("is %s", (_, meant, today, expected) => expect(executionDay(meant, today)).toBe(expected));
});

describe("an order", () => {
  it("is the same for the same batch, whenever it is made", () => {
    expect(iso20022v03.write(order())).toBe(iso20022v03.write(order()));
    expect(order().createdAt).toBe("2026-11-24T09:00:00Z");
  });

  it.each<[string, Partial<BatchFacts>, string[]]>([
    ["a wrong sum", { totalMinor: 20_001n }, ["SUM_DIFFERS controlSumMinor"]],
    ["a wrong count", { paymentCount: 3 }, ["COUNT_DIFFERS count"]],
    ["no payments", { payees: [], paymentCount: 0, totalMinor: 0n }, ["NO_PAYMENTS payments"]],
    [
      "an amount of zero",
      { payees: [payee(1), payee(2, { amountMinor: 0n })], totalMinor: 10_000n },
      ["AMOUNT_NOT_POSITIVE payments.1.amountMinor"],
    ],
    ["no account", { payees: [payee(1), payee(2, { account: null })] }, ["ACCOUNT_MISSING payments.1.creditorAccount"]],
    [
      "wrong check digits",
      { payees: [payee(1, { account: { registrationNumber: "0040", accountNumber: "1234", iban: "DK5100400440116243" } }), payee(2)] },
      ["IBAN_INVALID payments.0.creditorAccount.iban"],
    ],
    ["a name banks cannot carry", { payees: [payee(1), payee(2, { name: "診療所" })] }, ["CHARACTER_NOT_CARRIED payments.1.creditorName"]],
    ["one id twice", { payees: [payee(1), payee(1)] }, ["ID_TWICE payments.1.endToEndId"]],
    ["an id of 36 characters", { payees: [payee(1), payee(2, { endToEndId: "X".repeat(36) })] }, ["ID_INVALID payments.1.endToEndId"]],
  ])("with %s is refused with its place", (_, more, expected) =>
    expect(codes(ordersOf(batch([payee(1), payee(2)], more), sender))).toEqual(expected),
  );

  it.each<[string, Partial<PaymentOrder>, string]>([
    ["on a closing day of the banks", { executionOn: "2026-12-24" }, "NOT_A_BANK_DAY"],
    ["from a payer with wrong check digits", { debtor: { name: "A", iban: "DK5799900000012346", bic: "XXXXDKKK" } }, "IBAN_INVALID"],
    ["in another currency", { payments: order().payments.map((p) => ({ ...p, currency: "EUR" })) }, "CURRENCY_INVALID"],
    ["with a person's file text", { payments: order().payments.map((p) => ({ ...p, text: "x".repeat(141) })) }, "TEXT_INVALID"],
  ])("%s is refused", (_, more, code) => expect(orderRefusals({ ...order(), ...more }).map((r) => r.code)).toContain(code));
});

describe("reading back", () => {
  const good = iso20022v03.write(order());
  it.each([
    ["a dropped payment", good.replace(/<CdtTrfTxInf>[^]*?<\/CdtTrfTxInf>/, "")],
    ["a rounded amount", good.replace(">100.00</InstdAmt>", ">100.0</InstdAmt>")],
    ["another currency", good.replace('Ccy="DKK">100', 'Ccy="EUR">100')],
    ["a wrong sum on one level", good.replace("<CtrlSum>200.00", "<CtrlSum>200.01")],
    ["a swapped id", good.replaceAll("000001-0001", "000001-0009")],
    ["nothing", ""],
  ])("finds %s", (_, content) => expect(fileDifferences(order(), iso20022v03.readBack(content))).not.toEqual([]));
  it("finds nothing in a true file", () => expect(fileDifferences(order(), iso20022v03.readBack(good))).toEqual([]));
});
