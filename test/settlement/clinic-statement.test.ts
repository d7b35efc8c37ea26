import { parse } from "csv-parse/sync";
import { inflateSync } from "node:zlib";
import { addDays, nextBankDay } from "../../src/kernel/calendar.js";
import { cashFlow, expectedOn, type StatementRow } from "../../src/features/settlement/documents/statement.js";
import { csv, statementCsv } from "../../src/features/settlement/documents/statement-csv.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { fromNow } from "../support/clock.js";
import { dayIn, type MadeClinic } from "../support/make.js";
import { approve, close, correct, exportFile, importFile } from "./acts.js";
import { attend } from "./attended.js";
import { notification, paymentsIn } from "./bank.js";

let t: TestApp;
let clinic: MadeClinic;
let other: MadeClinic;
const from = addDays(dayIn(0), -30);
const until = addDays(dayIn(0), 1);
const FILE = "{ fileName mediaType base64 }";
const STATEMENT = `query ($clinicId: ID!, $from: LocalDate!, $until: LocalDate!) { clinic(id: $clinicId) { statement(from: $from, until: $until) {
  organisation { id } paid { amountMinor } expected { amountMinor } disputed { amountMinor }
  lines(first: 50) { edges { node { kind state amount { amountMinor } gross { amountMinor } publicShare { amountMinor } expectedOn paidOn line { booking { id } } booking { id reference } payment { id selfBillNumber } reasons { code } correctionReason } } } } } }`;
const DOCUMENTS = `query ($clinicId: ID!, $from: LocalDate!, $until: LocalDate!) { clinic(id: $clinicId) { statement(from: $from, until: $until) { csv ${FILE} pdf ${FILE} } } }`;

beforeAll(async () => {
  t = await startApp();
  clinic = await t.make.clinic();
  other = await t.make.clinic();
  const [paid] = await attend(t, clinic, { count: 2 });
  await correct(t.asFinance(), globalId("SettlementLine", paid!.lineId), -5_000n, "PARTLY_ATTENDED");
  await attend(t, other, { count: 3 });
  const { batch } = (await close(t.asFinance("a"))).data.closeSettlementBatch;
  await approve(t.asFinance("b"), batch.id);
  const file = (await exportFile(t.asFinance("a"), batch.id)).data.exportPaymentFile.file;
  await importFile(t.asFinance(), notification(paymentsIn(file.content)));
  await attend(t, clinic, { readyAt: fromNow(86_400_000) });
});
afterAll(async () => t.stop());

const variables = (of: MadeClinic) => ({ clinicId: globalId("Clinic", of.id), from, until });
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

describe("a clinic's statement", () => {
  it("says per treatment what is owed, why, when it is expected and what was paid", async () => {
    const { statement: s } = (await t.asClinic(clinic)(STATEMENT, variables(clinic))).data.clinic;
    expect(s).toMatchObject({ paid: { amountMinor: "85000" }, expected: { amountMinor: "45000" }, disputed: { amountMinor: "0" } });
    expect(s.organisation).toEqual({ id: globalId("Organisation", clinic.providerId) });
    const lines = s.lines.edges.map((e: any) => e.node);
    for (const { booking, line } of lines) expect(booking).toEqual({ ...line.booking, reference: expect.stringMatching(/^B-/) });
    expect(lines).toHaveLength(4);
    expect(lines.filter((l: any) => l.state === "PAID")).toHaveLength(3);
    expect(lines.find((l: any) => l.kind === "CORRECTION")).toMatchObject({
      amount: { amountMinor: "-5000" },
      reasons: [],
      correctionReason: "PARTLY_ATTENDED",
      state: "PAID",
      paidOn: "2026-11-25",
    });
    expect(lines.find((l: any) => l.state === "READY")).toMatchObject({
      gross: { amountMinor: "55000" },
      publicShare: { amountMinor: "10000" },
      paidOn: null,
      payment: null,
      expectedOn: nextBankDay(addDays(dayIn(0), 1)),
    });
  });

  it("leads a clinic to its self-bills and to nobody else's", async () => {
    const { statement: s } = (await t.asClinic(clinic)(STATEMENT, variables(clinic))).data.clinic;
    const id = s.lines.edges.map((e: any) => e.node.payment?.id).find(Boolean);
    const BILL =
      "query ($id: ID!) { node(id: $id) { ... on SettlementPayment { selfBillNumber state lines(first: 9) { edges { node { amount { amountMinor } } } } selfBills { number pdf { fileName } } } } }";
    const own = (await t.asClinic(clinic)(BILL, { id })).data.node;
    expect(own).toMatchObject({
      state: "PAID",
      selfBills: [{ number: own.selfBillNumber, pdf: { fileName: `${own.selfBillNumber}.pdf` } }],
    });
    expect(own.lines.edges).toHaveLength(3);
    expect((await t.asClinic(other)(BILL, { id })).data.node).toBeNull();
  });

  it("of another clinic is null, and its numbers say nothing of others", async () => {
    expect((await t.asClinic(other)(STATEMENT, variables(clinic))).data.clinic.statement).toBeNull();
    expect((await t.asFinance()(STATEMENT, variables(clinic))).data.clinic.statement.paid).toEqual({ amountMinor: "85000" });
  });

  it("is a spreadsheet and a document with a picture", async () => {
    const { csv: sheet, pdf } = (await t.asClinic(clinic)(DOCUMENTS, variables(clinic))).data.clinic.statement;
    const rows = parse(Buffer.from(sheet.base64, "base64"), { bom: true, delimiter: ";", columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(4);
    expect(rows.map((r) => r["Amount DKK"])).toContain("-50,00");
    expect(pdf).toMatchObject({ mediaType: "application/pdf" });
    const bytes = Buffer.from(pdf.base64, "base64");
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(textOf(bytes)).toContain("Cash flow by bank day");
  });

  it("comes with the self-billing document of each payment, with all contents of an invoice", async () => {
    const { settlementBatches } = (
      await t.asFinance()(
        `{ settlementBatches(first: 1) { edges { node { payments(first: 2) { edges { node { selfBillNumber selfBills { pdf(language: EN) ${FILE} } lines(first: 5) { edges { node { kind } } } } } } } } } }`,
      )
    ).data;
    const payments = settlementBatches.edges[0].node.payments.edges.map((e: any) => e.node);
    expect(payments.map((p: any) => p.selfBillNumber)).toEqual(["SB-00000001", "SB-00000002"]);
    for (const p of payments) {
      const text = textOf(Buffer.from(p.selfBills[0].pdf.base64, "base64"));
      for (const content of [
        "Selvfakturering",
        p.selfBillNumber,
        "Seller: Testklinik ApS, CVR",
        "Buyer, who issues this document: Eksempel Forsikring",
        "1 x Physiotherapy",
        "Exempt from VAT: health care",
        "page 1 of 1",
        "Total exempt from VAT",
        "Testgade 1",
      ])
        expect(text).toContain(content);
      expect(text).not.toMatch(/Bente|Prøve/);
    }
  });

  it("refuses a period that ends before it begins", async () => {
    expect((await t.asClinic(clinic)(STATEMENT, { ...variables(clinic), until: from })).errors?.[0].extensions.code).toBe("BAD_USER_INPUT");
  });
});

describe("the expected day", () => {
  const at = (day: string, time = "10:00"): Date => new Date(`${day}T${time}:00+01:00`);
  const whenever = { calendar: { weekdays: [], at: "06:00" }, waitsFor: null };
  it.each([
    ["is the payment's", { state: "SENT", readyAt: at("2026-11-20"), paymentOn: "2026-11-25" }, "2026-11-25"],
    ["is the bank day after the dispute window", { state: "READY", readyAt: at("2026-11-27"), paymentOn: null }, "2026-11-30"],
    ["is never in the past", { state: "READY", readyAt: at("2026-10-01"), paymentOn: null }, "2026-11-25"],
    ["is unknown while the treatment is disputed", { state: "DISPUTED", readyAt: at("2026-11-27"), paymentOn: null }, null],
    ["is unknown where it was settled against a correction", { state: "NETTED", readyAt: at("2026-11-20"), paymentOn: "2026-11-25" }, null],
  ] as const)("%s", (_, line, expected) => expect(expectedOn(line, at("2026-11-24"), whenever)).toBe(expected));
  it("follows the days and the time at which batches are closed, and their bank days", () => {
    const line = { state: "READY", readyAt: at("2026-11-20"), paymentOn: null } as const;
    // 24 November 2026 is a Tuesday; Maundy Thursday of 2027 is 25 March
    const on = (weekdays: readonly number[], today: string, time = "05:00") =>
      expectedOn(line, at(today, time), { calendar: { weekdays, at: "06:00" }, waitsFor: null });
    expect(on([1, 4], "2026-11-24")).toBe("2026-11-27");
    expect(on([2], "2026-11-24")).toBe("2026-11-25");
    // the closing of the day has been, so the next one takes it
    expect(on([2], "2026-11-24", "07:00")).toBe("2026-12-02");
    const late = { ...line, readyAt: at("2026-11-24", "06:30") };
    expect(expectedOn(late, at("2026-11-23"), { calendar: { weekdays: [2, 4], at: "06:00" }, waitsFor: null })).toBe("2026-11-27");
    expect(on([5], "2026-11-24")).toBe("2026-11-30");
    expect(on([4], "2027-03-24")).toBe("2027-04-02");
    expect(expectedOn(line, at("2026-11-24"), { ...whenever, waitsFor: "ACCOUNT_BLOCKED" })).toBeNull();
  });
});

describe("a spreadsheet", () => {
  const PAYLOADS = [
    "=1+1",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u00a0=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠A1",
    "|cmd",
    "%0A=1",
    "=cmd|'/c calc'!A0",
    "-2+3+cmd|'/c calc'!A0",
    '=HYPERLINK("http://x")',
  ];
  it.each(PAYLOADS)("holds %j as text", (payload) => {
    const [row] = parse(Buffer.from(csv(["A", "B"], [[payload, "-15,00"]])), { bom: true, delimiter: ";", columns: true }) as Record<
      string,
      string
    >[];
    expect(row?.["A"]).toBe(`'${payload}`);
    expect(row?.["B"]).toBe("-15,00");
  });
  it("quotes what would break a line", () => {
    const rows = parse(Buffer.from(csv(["A"], [['a;"b"\nc']])), { bom: true, delimiter: ";", columns: true });
    expect(rows).toEqual([{ A: 'a;"b"\nc' }]);
  });
  it("sums money by bank day for its picture", () => {
    const row = (more: Partial<StatementRow>): StatementRow => ({
      bookingId: "b",
      lineId: "l",
      bookingReference: "B-1",
      treatedOn: "2026-11-01",
      service: "PHYSIOTHERAPY",
      sessionNumber: 1,
      kind: "TREATMENT",
      grossMinor: 0n,
      publicMinor: 0n,
      amountMinor: 100n,
      state: "PAID",
      reason: null,
      because: [],
      readyOn: "2026-11-02",
      expectedOn: "2026-11-03",
      paidOn: null,
      paymentId: null,
      endToEndId: null,
      selfBillNumber: null,
      ...more,
    });
    const rows = [row({}), row({ state: "SENT" }), row({ paidOn: "2026-11-04" }), row({ state: "DISPUTED", expectedOn: null })];
    expect(cashFlow(rows)).toEqual([
      { day: "2026-11-03", paidMinor: 100n, expectedMinor: 100n },
      { day: "2026-11-04", paidMinor: 100n, expectedMinor: 0n },
    ]);
    expect(
      statementCsv({
        clinicId: "",
        clinicName: "",
        clinicAddress: "",
        providerId: "p",
        providerName: "",
        providerCvr: "",
        from: "",
        until: "",
        today: "",
        waitsFor: null,
        rows,
      }).split("\r\n"),
    ).toHaveLength(6);
  });
});

describe("what a clinic finds of its money", () => {
  it("is, from the id on its bank's statement, the payment and its treatments, and nobody else's", async () => {
    const [row] = await t.rows<{ id: string }>("select end_to_end_id as id from settlement_payment where provider_id = $1", [
      clinic.providerId,
    ]);
    const FIND =
      "query ($id: String!) { payment(endToEndId: $id) { state reasonInWords lines(first: 9) { edges { node { booking { reference } } } } } }";
    const { payment } = (await t.asClinic(clinic)(FIND, { id: ` ${row!.id.toLowerCase()}` })).data;
    expect(payment).toMatchObject({ state: "PAID", reasonInWords: null });
    expect(payment.lines.edges).toHaveLength(3);
    expect((await t.asClinic(other)(FIND, { id: row!.id })).data.payment).toBeNull();
    await t.rows("update settlement_payment set state = 'RETURNED', state_reason = 'AC04' where end_to_end_id = $1", [row!.id]);
    expect(
      (await t.asClinic(clinic)(FIND.replace("reasonInWords", "reasonInWords(language: EN)"), { id: row!.id })).data.payment.reasonInWords,
    ).toBe("The account is closed. State another account.");
  });

  it("has no expected day while its account is blocked, and says why", async () => {
    await t.rows("update provider_account set blocked_at = clock_now(), blocked_reason = 'AC04' where provider_id = $1", [
      clinic.providerId,
    ]);
    const asked = STATEMENT.replace("organisation { id }", "organisation { id } waitsFor");
    const { statement: s } = (await t.asClinic(clinic)(asked, variables(clinic))).data.clinic;
    expect(s.waitsFor).toBe("ACCOUNT_BLOCKED");
    expect(s.lines.edges.map((e: any) => e.node).find((l: any) => l.state === "READY").expectedOn).toBeNull();
  });
});
