/** Entries of an account by ISO 20022's own meaning: references, parts, directions, charges, accounts and currencies. */
import { readFileSync } from "node:fs";
import { Refused } from "../../src/kernel/refusal.js";
import { readBankFile } from "../../src/features/settlement/bank/index.js";
import { planImport, type KnownPayment } from "../../src/features/settlement/bank/import-plan.js";
import type { KnownMovement } from "../../src/features/settlement/bank/told-before.js";

const PAYER = { iban: "DK5000400440116243" };
const given = (name: string) => {
  try {
    return readBankFile(readFileSync(`test/fixtures/bank/${name}.xml`, "utf8"), PAYER);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.refusals.map((r) => r.code).join();
  }
};
const P1 = "STL-2026-000001-0001";
const P2 = "STL-2026-000001-0002";
const payment = (n: number, more: Partial<KnownPayment> = {}): KnownPayment => ({
  id: `p${n}`,
  payee: { kind: "COMPANY", id: `v${n}` },
  endToEndId: `STL-2026-000001-000${n}`,
  batchReference: "STL-2026-000001",
  amountMinor: 10_000n,
  lines: 1,
  standing: { state: "SENT", booked: false },
  ...more,
});

type Shape = { amount?: string; ccy?: string; dir?: string; extra?: string; details?: string; ref?: string; day?: string };
const entry = ({ amount = "100.00", ccy = "DKK", dir = "DBIT", extra = "", details = "", ref = "", day = "2026-11-30" }: Shape): string =>
  `<Ntry><Amt Ccy="${ccy}">${amount}</Amt><CdtDbtInd>${dir}</CdtDbtInd>${extra}<Sts>BOOK</Sts><BookgDt><Dt>${day}</Dt></BookgDt>${ref && `<AcctSvcrRef>${ref}</AcctSvcrRef>`}<BkTxCd/><NtryDtls>${details}</NtryDtls></Ntry>`;
const account = (entries: string, id = `<IBAN>${PAYER.iban}</IBAN>`, ccy = ""): string =>
  `<Stmt><Id>S1</Id><CreDtTm>2026-12-01T06:00:00</CreDtTm><Acct><Id>${id}</Id>${ccy && `<Ccy>${ccy}</Ccy>`}</Acct>${entries}</Stmt>`;
const file = (...accounts: string[]): string =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-12-01T06:00:00</CreDtTm></GrpHdr>${accounts.join("")}</BkToCstmrStmt></Document>`;
const part = (refs: string, amount = "", more = ""): string =>
  `<TxDtls><Refs>${refs}</Refs>${amount && `<AmtDtls><TxAmt><Amt Ccy="DKK">${amount}</Amt></TxAmt></AmtDtls>`}${more}</TxDtls>`;
const e2e = (id: string): string => `<EndToEndId>${id}</EndToEndId>`;
const read = (...entries: Shape[]) => readBankFile(file(account(entries.map(entry).join(""))), PAYER);
const plan = (entries: Shape[], payments = [payment(1), payment(2)], known: KnownMovement[] = []) =>
  planImport(read(...entries).facts, payments, known);

describe("a file as a bank sent it", () => {
  it.each([
    ["B1-booking-date-infinity", "DAY_INVALID"],
    ["B1c-booking-date-30-february", "DAY_INVALID"],
  ])("%s is refused before anything is written", (name, code) => expect(given(name)).toBe(code));
  it.each<[string, object[]]>([
    ["B1d-booking-instant-utc-evening", [{ kind: "BOOKED", bookedOn: "2026-12-01" }]],
    [
      "B3-batch-with-details-without-id",
      [{ kind: "BOOKED", target: { level: "BATCH", paymentInfoId: "STL-2026-000001-P1" }, amountMinor: 36_586n, count: 1 }],
    ],
    ["B4-balance-point-zero-zero", [{ kind: "BOOKED", target: { endToEndId: P1 } }]],
    ["B5-second-account-in-euro", [{ kind: "BOOKED", target: { endToEndId: P1 } }]],
    [
      "B5b-incoming-euro-transaction-amount",
      [{ kind: "BOOKED" }, { target: { endToEndId: "X" }, amountMinor: 74_600n, movement: { credit: true, amountMinor: 74_600n } }],
    ],
    [
      "B5c-incoming-less-charges",
      [{ kind: "BOOKED" }, { target: { endToEndId: "X" }, amountMinor: 10_000n, movement: { amountMinor: 9_500n, chargesMinor: 500n } }],
    ],
    ["B6-notprovided-but-instruction-id", [{ kind: "BOOKED", target: { level: "PAYMENT", endToEndId: P1 } }]],
    ["B6b-status-notprovided-but-instruction-id", [{ kind: "REJECTED", target: { level: "PAYMENT", endToEndId: P1 } }]],
  ])("%s is read", (name, facts) => expect(given(name)).toMatchObject({ facts }));

  it("lists the account in euro and leaves it alone", () =>
    expect(given("B5-second-account-in-euro")).toMatchObject({
      accounts: [{ leftAlone: null }, { leftAlone: "OTHER_CURRENCY", entries: 1 }],
    }));
});

describe("the account of a report", () => {
  const mine = entry({ details: part(e2e(P1)) });
  it.each([
    ["the payer's IBAN", `<IBAN>${PAYER.iban}</IBAN>`, null],
    ["the payer's IBAN as printed", "<IBAN>DK50 0040 0440 1162 43</IBAN>", null],
    ["the payer's registration and account number", "<Othr><Id>00400440116243</Id></Othr>", null],
    ["the same with a hyphen", "<Othr><Id>0040-0440116243</Id></Othr>", null],
    ["the same without leading zeros of the account", "<Othr><Id>0040440116243</Id></Othr>", null],
    ["a clinic's IBAN", "<IBAN>DK5799900000012345</IBAN>", "OTHER_ACCOUNT"],
    ["another account of the same bank", "<Othr><Id>00400440116244</Id></Othr>", "OTHER_ACCOUNT"],
    ["no number", "<Othr><Id>?</Id></Othr>", "OTHER_ACCOUNT"],
  ])("with %s is the payer's or left alone", (_, id, leftAlone) => {
    const { accounts, facts } = readBankFile(file(account(mine, id)), PAYER);
    expect([accounts.map((a) => a.leftAlone), facts.length]).toEqual([[leftAlone], leftAlone === null ? 1 : 0]);
  });
  it("that is another's stops nothing, however wrong its sums are", () => {
    const wrong = `<TxsSummry><TtlNtries><NbOfNtries>9</NbOfNtries></TtlNtries></TxsSummry>${entry({ amount: "1.00", ccy: "USD" })}`;
    const { facts } = readBankFile(file(account(wrong, "<IBAN>DK5799900000012345</IBAN>"), account(mine)), PAYER);
    expect(facts).toMatchObject([{ kind: "BOOKED", place: "account 2, entry 1" }]);
  });
  it("may hold an entry in another currency, which a person looks at, and the rest is read", () => {
    const { events, misfits } = plan([{ ccy: "EUR", amount: "10.00" }, { details: part(e2e(P1)) }]);
    expect([events.length, misfits.map((m) => m.reason)]).toEqual([1, ["CURRENCY_DIFFERS"]]);
  });
});

describe("a collected entry", () => {
  const both = (one: string, two: string, more = ""): string => part(e2e(P1), one, more) + part(e2e(P2), two);
  it("whose parts make it is its payments", () =>
    expect(plan([{ amount: "200.00", details: both("100.00", "100.00") }]).events).toHaveLength(2));
  it("whose parts do not add up needs a person, and the rest of the file is read", () => {
    const { events, misfits } = plan([{ amount: "200.00", details: both("100.00", "99.00") }, { details: part(e2e(P1)) }]);
    expect([events.length, misfits.map((m) => m.reason)]).toEqual([1, ["AMOUNT_DIFFERS"]]);
  });
  it("whose parts state no amounts is booked if the payments make it, and else needs a person", () => {
    expect(plan([{ amount: "200.00", details: both("", "") }]).events).toHaveLength(2);
    expect(plan([{ amount: "200.01", details: both("", "") }])).toMatchObject({ events: [], misfits: [{ reason: "AMOUNT_DIFFERS" }] });
  });
  it("that names nobody is its batch, with the number of payments it states", () => {
    const batch = (id: string, count: string): string => `<Btch>${id}<NbOfTxs>${count}</NbOfTxs></Btch><TxDtls/><TxDtls/>`;
    const info = "<PmtInfId>STL-2026-000001-P1</PmtInfId>";
    const message = "<MsgId>STL-2026-000001</MsgId>";
    expect(plan([{ amount: "200.00", details: batch(info, "2") }]).events).toHaveLength(2);
    expect(plan([{ amount: "200.00", details: batch(message, "2") }]).events).toHaveLength(2);
    expect(plan([{ amount: "200.00", details: batch(message, "3") }])).toMatchObject({
      events: [],
      misfits: [{ reason: "AMOUNT_DIFFERS" }],
    });
  });
  it("that stands in both directions is signed by its parts", () => {
    const details = `<TxDtls><Refs>${e2e(P1)}</Refs><Amt Ccy="DKK">100.00</Amt><CdtDbtInd>DBIT</CdtDbtInd></TxDtls><TxDtls><Refs>${e2e(P2)}</Refs><Amt Ccy="DKK">30.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></TxDtls>`;
    expect(read({ amount: "70.00", details }).facts).toMatchObject([
      { kind: "BOOKED", movement: { credit: false, amountMinor: 10_000n } },
      { kind: "RETURNED", movement: { credit: true, amountMinor: 3_000n } },
    ]);
  });
  it("less charges is its payments and the charges", () => {
    const charges = `<Chrgs><Amt Ccy="DKK">7.00</Amt></Chrgs>`;
    const details = part(e2e(P1), "100.00", charges);
    const returned = plan([{ amount: "93.00", dir: "CRDT", details }], [payment(1, { standing: { state: "PAID", booked: true } })]);
    expect(returned.events).toMatchObject([{ kind: "RETURNED", fact: { movement: { amountMinor: 9_300n, chargesMinor: 700n } } }]);
    expect(plan([{ amount: "107.00", details }]).events).toMatchObject([{ kind: "BOOKED", fact: { movement: { amountMinor: 10_700n } } }]);
    expect(plan([{ amount: "92.99", dir: "CRDT", details }]).misfits).toMatchObject([{ reason: "AMOUNT_DIFFERS" }]);
  });
});

describe("a reversal", () => {
  it.each(["1", "true"])("(%s) of a debit is a return, and of a credit nothing of ours", (flag) => {
    const extra = `<RvslInd>${flag}</RvslInd>`;
    expect(read({ dir: "CRDT", extra, details: part(e2e(P1)) }).facts).toMatchObject([{ kind: "RETURNED" }]);
    expect(read({ dir: "DBIT", extra, details: part(e2e(P1)) }).facts).toMatchObject([{ kind: null, trouble: "CREDIT_REVERSED" }]);
  });
  it("that is neither true nor false refuses the file", () =>
    expect(() => read({ extra: "<RvslInd>ja</RvslInd>", details: part(e2e(P1)) })).toThrow(Refused));
});

describe("a movement", () => {
  const of = (ref: string, more: Shape = {}): Shape => ({ details: part(e2e(P1)), ref, ...more });
  const known = (more: Partial<KnownMovement> = {}): KnownMovement => ({
    id: "m1",
    reference: P1,
    amountMinor: -10_000n,
    bookedOn: "2026-11-30",
    transactionReference: "",
    entryReference: "R1",
    endToEndIds: [P1],
    stated: false,
    reason: null,
    ...more,
  });
  const paid = [payment(1, { standing: { state: "PAID", booked: true } })];

  it("told again under its reference, or without one, is the same", () => {
    for (const again of [of("R1"), of("")]) expect(plan([again], paid, [known()])).toMatchObject({ events: [], misfits: [], unchanged: 1 });
    expect(plan([of("R1")], paid, [known({ entryReference: "" })])).toMatchObject({ events: [], misfits: [], unchanged: 1 });
  });
  it("with another reference, or of another day, is a second one", () => {
    for (const second of [of("R2"), of("R1", { day: "2026-12-01" }), of("", { day: "2026-12-01" })])
      expect(plan([second], paid, [known()])).toMatchObject({ events: [], misfits: [{ reason: "BOOKED_TWICE" }] });
    const back = [payment(1, { standing: { state: "RETURNED", booked: true } })];
    expect(plan([of("R2", { dir: "CRDT" })], back, [known({ amountMinor: 10_000n })]).misfits).toMatchObject([
      { reason: "RETURNED_TWICE" },
    ]);
  });
  it("told twice in one file is one under one reference, and two under two or under none", () => {
    expect(plan([of("R1"), of("R1")])).toMatchObject({ unchanged: 1, misfits: [] });
    expect(plan([of("R1"), of("R2")]).misfits).toMatchObject([{ reason: "BOOKED_TWICE" }]);
    expect(plan([of(""), of("")]).misfits).toMatchObject([{ reason: "BOOKED_TWICE" }]);
  });
  it("without any reference is as many exceptions as there are lines, and the same ones in the next file", () => {
    const lines = [{ amount: "5.00" }, { amount: "5.00" }];
    expect(plan(lines).misfits).toHaveLength(2);
    const unexplained = (id: string) =>
      known({ id, reference: "", amountMinor: -500n, entryReference: "", endToEndIds: [], reason: "REFERENCE_UNKNOWN" });
    expect(plan(lines, [], [unexplained("m1")]).misfits.filter((m) => !m.listed)).toHaveLength(1);
    expect(plan(lines, [], [unexplained("m1"), unexplained("m2")]).misfits.filter((m) => !m.listed)).toHaveLength(0);
  });
  it("told as a whole and then in parts is one", () => {
    const whole = known({ reference: "STL-2026-000001-P1", amountMinor: -20_000n, endToEndIds: [P1, P2] });
    const both = [1, 2].map((n) => payment(n, { standing: { state: "PAID", booked: true } }));
    const details = part(e2e(P1), "100.00") + part(e2e(P2), "100.00");
    expect(plan([{ amount: "200.00", ref: "R1", details }], both, [whole])).toMatchObject({ misfits: [], unchanged: 2 });
  });
});

it("charges and interest that the bank names as such are entered and ask nobody", () => {
  const code = (sub: string): string =>
    entry({ amount: "12.50" }).replace(
      "<BkTxCd/>",
      `<BkTxCd><Domn><Cd>ACMT</Cd><Fmly><Cd>MDOP</Cd><SubFmlyCd>${sub}</SubFmlyCd></Fmly></Domn></BkTxCd>`,
    );
  const { fees, misfits } = planImport(readBankFile(file(account(code("CHRG") + code("INTR") + code("OTHR"))), PAYER).facts, []);
  expect([fees.map((f) => f.movement.nature), misfits.length]).toEqual([["CHARGES", "INTEREST"], 1]);
});

it("version 04 is read like its neighbours, and a version nobody reads says what to ask the bank for", () => {
  const content = file(account(entry({ details: part(e2e(P1)) })));
  expect(readBankFile(content.replace("camt.053.001.02", "camt.053.001.04"), PAYER)).toMatchObject({
    kind: "camt.053.001.04",
    facts: [{ kind: "BOOKED", target: { endToEndId: P1 } }],
  });
  try {
    readBankFile(content.replace("camt.053.001.02", "camt.053.001.13"), PAYER);
  } catch (error) {
    expect(error instanceof Refused && error.refusals).toMatchObject([
      {
        code: "FILE_KIND_UNKNOWN",
        message: expect.stringContaining("camt.053.001.13"),
        remedy: expect.stringMatching(/pain\.002.*camt\.053/),
      },
    ]);
  }
  expect.assertions(2);
});
