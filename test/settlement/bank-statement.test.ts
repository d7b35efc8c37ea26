import { readFileSync } from "node:fs";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { Refused } from "../../src/kernel/refusal.js";
import { readBankFile } from "../../src/features/settlement/bank/index.js";
import { startApp, type TestApp } from "../support/app.js";
import { approve, close, exportFile, importFile } from "./acts.js";
import { attend } from "./attended.js";
import { paymentsIn, statement } from "./bank.js";

const VERSIONS = ["02", "08"];
const PAID = { id: "STL-2026-000001-0001", kroner: "100.00" };
const BACK = { ...PAID, credit: true, reason: "AC04" };

function isValid(content: string, version: string): void {
  const xsd = XmlDocument.fromBuffer(readFileSync(`test/fixtures/iso20022/camt.053.001.${version}.xsd`));
  const validator = XsdValidator.fromDoc(xsd);
  const document = XmlDocument.fromString(content);
  validator.validate(document);
  [document, validator, xsd].forEach((d) => d.dispose());
}
const refusedWith = (content: string): string => {
  try {
    readBankFile(content);
    return "READ";
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.refusals.map((r) => `${r.code} ${r.path.slice(2).join(".")}`.trim()).join();
  }
};

describe.each(VERSIONS)("an account statement, camt.053.001.%s,", (version) => {
  const told = (entries: Parameters<typeof statement>[0], more: object = {}): string => statement(entries, { version, ...more });
  const good = told([PAID, { ...PAID, id: "STL-2026-000001-0002", kroner: "20.50" }, BACK]);

  it("is valid by its schema and says what was booked and what came back", () => {
    isValid(good, version);
    expect(readBankFile(good)).toMatchObject({
      kind: `camt.053.001.${version}`,
      facts: [
        { kind: "BOOKED", target: { endToEndId: PAID.id }, amountMinor: 10_000n, bookedOn: "2026-11-25" },
        { kind: "BOOKED", target: { endToEndId: "STL-2026-000001-0002" }, amountMinor: 2_050n },
        { kind: "RETURNED", target: { endToEndId: PAID.id }, amountMinor: 10_000n, reason: "AC04" },
      ],
    });
  });

  const totals = (count: number, sum: string): string =>
    `<TxsSummry><TtlNtries><NbOfNtries>${count}</NbOfNtries><Sum>${sum}</Sum></TtlNtries></TxsSummry>`;
  // valid by the schema, each of them: the schema checks no sum, no currency and no decimals
  it.each([
    ["five decimals", told([PAID, { ...PAID, kroner: "1.00001" }]), "AMOUNT_INVALID entry 2"],
    ["a wrong sum", told([PAID], { totals: totals(1, "100.01") }), "SUM_DIFFERS totals"],
    ["another number of entries", told([PAID], { totals: totals(2, "100.00") }), "COUNT_DIFFERS totals"],
    ["a closing balance that its entries do not lead to", told([PAID], { closing: "999900.01" }), "SUM_DIFFERS balances"],
    ["a lost entry", good.replace(/<Ntry>.*?<\/Ntry>/, ""), "SUM_DIFFERS balances"],
  ])("with %s is refused whole, though its schema allows it", (_, content, expected) => {
    isValid(content, version);
    expect(refusedWith(content)).toBe(expected);
  });

  it.each([
    ["a document type", good.replace("<Document", "<!DOCTYPE Document [<!ENTITY a 'b'>]><Document"), "FILE_HAS_DOCTYPE"],
    ["its last element cut off", good.slice(0, -60), "FILE_NOT_READABLE line 2"],
    ["an entry cut in two", good.slice(0, good.indexOf("20.50") + 3), "FILE_NOT_READABLE line 1"],
  ])("with %s is refused whole", (_, content, expected) => expect(refusedWith(content)).toBe(expected));

  it("whose entries are not booked yet tells nothing", () => {
    const waiting = told([PAID], { closing: "1000000.00" }).replace(version === "02" ? "<Sts>BOOK" : "<Cd>BOOK", (s) =>
      s.replace("BOOK", "PDNG"),
    );
    isValid(waiting, version);
    expect(readBankFile(waiting).facts).toEqual([]);
  });
});

describe("a statement that is imported", () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp();
  });
  afterAll(async () => t.stop());
  const standing = (): Promise<any[]> =>
    t.rows(
      "select p.state, (select array_agg(l.state order by l.id) from settlement_line l where l.clinic_id = c.id) as lines from clinic c left join settlement_payment p on p.provider_id = c.provider_id order by p.end_to_end_id",
    );

  it.each(VERSIONS)(
    "(version %s) books what was paid, gives back what was returned once, and changes nothing when it is broken",
    async (version) => {
      await t.rows(
        "truncate settlement_line, settlement_payment, settlement_batch, settlement_attempt, self_bill, self_bill_line, payment_file, bank_file, bank_statement, bank_movement, bank_event, bank_exception, ledger_entry, posting, booking, slot, practitioner_clinic, practitioner, clinic_service, agreed_rate, clinic, audit_event cascade",
      );
      for (const clinic of [await t.make.clinic(), await t.make.clinic()]) await attend(t, clinic);
      const { batch } = (await close(t.asFinance("a"))).data.closeSettlementBatch;
      await approve(t.asFinance("b"), batch.id);
      const [kept, back] = paymentsIn((await exportFile(t.asFinance("a"), batch.id)).data.exportPaymentFile.file.content) as [any, any];
      const entries = [kept, back, { ...back, credit: true, reason: "AC04" }];
      const before = await standing();
      for (const broken of [statement(entries, { version }).slice(0, -40), statement(entries, { version, closing: "1.00" })]) {
        expect((await importFile(t.asFinance(), broken)).data.importBankFile.errors).toHaveLength(1);
        expect(await standing()).toEqual(before);
      }
      for (let times = 0; times < 3; times += 1) {
        expect(
          (await importFile(t.asFinance(), statement(times % 2 ? [...entries].reverse() : entries, { version }))).data.importBankFile
            .errors,
        ).toEqual([]);
        expect(await standing()).toEqual([
          { state: "PAID", lines: ["PAID"] },
          { state: "RETURNED", lines: ["READY"] },
        ]);
      }
      expect(await t.rows("select coalesce(sum(amount_minor), 0)::int as sum from posting")).toEqual([{ sum: 0 }]);
    },
  );
});
