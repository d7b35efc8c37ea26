/** Large files, and acts that come while another is at work. */
import { sha256Of } from "../../src/features/settlement/bank/import-report.js";
import { setTimeout as pause } from "node:timers/promises";
import { checkLedger } from "../../src/features/ledger/check-ledger.js";
import { lockSettlement } from "../../src/features/settlement/batches/closing/gather.store.js";
import { readBankFile } from "../../src/features/settlement/bank/index.js";
import { MOST_IN_A_FOLDER } from "../../src/features/settlement/bank/reading/xml.js";
import { Refused } from "../../src/kernel/refusal.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { WORKER } from "../../src/platform/viewer.js";
import { startApp, type TestApp } from "../support/app.js";
import { importFile } from "./acts.js";
import { notification, statement, type Entry } from "./bank.js";

let t: TestApp;
beforeAll(async () => {
  t = await startApp();
});
afterAll(async () => t.stop());

const others = (count: number): Entry[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `POLICE-${i}`,
    kroner: (100 + (i % 900)).toFixed(2),
    credit: i % 3 !== 0,
    reference: `O-${i}`,
  }));

it("three thousand entries of others are two exceptions, read in another thread, and known again in the next file", async () => {
  const entries = others(3_000);
  const content = statement(entries);
  expect(content.length).toBeGreaterThan(1_000_000);
  const imported = await importFile(t.asFinance(), content);
  expect(imported.data.importBankFile).toMatchObject({ errors: [], file: { lineCount: 3_000, unchanged: 0 } });
  expect(imported.statements).toBeLessThanOrEqual(24);
  const [said] = (await t.asFinance()("{ bankImports { sha256 phase done total } }")).data.bankImports;
  expect(said).toEqual({ sha256: sha256Of(content), phase: "DONE", done: 3_000, total: 3_000 });
  const listed = await t.rows<{ reason: string; entries: number; sign: number }>(
    "select reason, (details ->> 'entries')::int as entries, sign(amount_minor)::int as sign from bank_exception order by 3",
  );
  expect(listed).toEqual([
    { reason: "OTHERS_ENTRIES", entries: 1_000, sign: -1 },
    { reason: "OTHERS_ENTRIES", entries: 2_000, sign: 1 },
  ]);
  expect((await importFile(t.asFinance(), notification([...entries].reverse().slice(0, 500)))).data.importBankFile.errors).toEqual([]);
  expect(await t.rows("select count(*)::int as n from bank_movement")).toEqual([{ n: 3_000 }]);
  expect(await t.rows("select count(*)::int as n from bank_exception")).toEqual([{ n: 2 }]);
  expect(await transaction(t.fresh.database, WORKER, checkLedger)).toEqual([]);
}, 60_000);

it("an act that comes while another is at work waits for it, longer than any single statement may", async () => {
  const holding = transaction(t.fresh.database, WORKER, async (tx) => {
    await lockSettlement(tx);
    await pause(3_000);
  });
  await pause(200);
  const [one, two] = await Promise.all(
    ["W1", "W2"].map((reference) => importFile(t.asFinance(), notification([{ id: "", kroner: "5.00", nature: "CHRG", reference }]))),
  );
  await holding;
  expect([one?.data.importBankFile.errors, two?.data.importBankFile.errors]).toEqual([[], []]);
}, 30_000);

it("a fault in one of a hundred thousand entries is found with its line, and nothing of the file is read as a tree", () => {
  const content = statement(others(2_000)).replaceAll("<Ntry>", "\n<Ntry>");
  const broken = content
    .replace("<EndToEndId>POLICE-1500<", "<EndToEndId>POLICE-1500&bad;<")
    .replace("POLICE-1700</EndToEndId>", "POLICE-1700");
  const refusedWith = (text: string): string => {
    try {
      readBankFile(text, null, MOST_IN_A_FOLDER);
      return "READ";
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return error.refusals.map((r) => `${r.code} ${r.path.slice(2).join(".")}`).join();
    }
  };
  // line 1 is the declaration, the document begins on line 2, each entry on its own
  expect(refusedWith(content)).toBe("READ");
  expect(refusedWith(broken)).toMatch(/^FILE_NOT_READABLE line (1503|1703)$/);
  expect(refusedWith(`<!-- <Ntry> -->${content}`)).toMatch(/^FILE_/);
  expect(refusedWith("x".repeat(MOST_IN_A_FOLDER + 1))).toMatch(/^FILE_TOO_LARGE/);
});
