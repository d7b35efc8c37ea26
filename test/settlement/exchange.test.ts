/** The folders shared with a bank's transport: whole files, once, with receipts that can be checked. */
import { createHash, randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fetchBankFiles } from "../../src/features/settlement/exchange/fetch-bank-files.js";
import { isSigned, type SignedReceipt } from "../../src/platform/outside/file-receipt.js";
import { sendPaymentFiles } from "../../src/features/settlement/exchange/send-payment-files.js";
import { xmlText } from "../../src/features/settlement/exchange/xml-text.js";
import { PAYMENT_SETTINGS, paymentSettings } from "../../src/features/settlement/payments/payment-settings.js";
import { readSettings } from "../../src/platform/settings/setting.js";
import type { FileExchange } from "../../src/platform/outside/file-exchange.js";
import type { JobContext } from "../../src/platform/job.js";
import { startApp, type TestApp } from "../support/app.js";
import { approve, close, exportFile } from "./acts.js";
import { attend } from "./attended.js";
import { notification, paymentsIn, statement } from "./bank.js";

let t: TestApp;
let folder: string;
let exchange: FileExchange & { outbox: string; inbox: string };
beforeAll(async () => {
  t = await startApp();
  folder = await mkdtemp(path.join(tmpdir(), "exchange-"));
  exchange = {
    outbox: path.join(folder, "out"),
    inbox: path.join(folder, "in"),
    receiptKey: randomBytes(32),
    account: { iban: "DK5799900000012345" },
  };
  await mkdir(exchange.inbox);
});
afterAll(async () => {
  await t.stop();
  await rm(folder, { recursive: true });
});

const ctx = (): JobContext => ({ database: t.fresh.database, exchange, now: null }) as unknown as JobContext;
const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
const receipts = async (of: string): Promise<SignedReceipt[]> =>
  Promise.all(
    (await readdir(of).catch(() => []))
      .filter((name) => name.endsWith(".receipt.json"))
      .map(async (name) => JSON.parse(await readFile(path.join(of, name), "utf8")) as SignedReceipt),
  );
const put = async (name: string, content: string | Buffer, ageMs = 120_000): Promise<void> => {
  const file = path.join(exchange.inbox, name);
  await writeFile(file, content);
  const at = new Date(Date.now() - ageMs);
  await utimes(file, at, at);
};

it("an exported file is put into the outbox once, byte for byte, with a receipt that can be checked", async () => {
  await attend(t, await t.make.clinic(), { count: 2 });
  const { batch } = (await close(t.asFinance("a"))).data.closeSettlementBatch;
  await approve(t.asFinance("b"), batch.id);
  const { file } = (await exportFile(t.asFinance("a"), batch.id)).data.exportPaymentFile;
  expect(await sendPaymentFiles(ctx())).toEqual({ sent: 1 });
  const bytes = await readFile(path.join(exchange.outbox, file.fileName));
  expect(bytes.toString("utf8")).toBe(file.content);
  const [receipt] = (await receipts(exchange.outbox)) as [SignedReceipt];
  expect(receipt).toMatchObject({ file: file.fileName, sha256: sha256(bytes), bytes: bytes.length, outcome: "SENT" });
  expect([isSigned(receipt, exchange.receiptKey), isSigned({ ...receipt, bytes: 1 }, exchange.receiptKey)]).toEqual([true, false]);
  // the transport takes it; nothing is sent a second time, and nothing unfinished lies about
  await rm(path.join(exchange.outbox, file.fileName));
  expect(await sendPaymentFiles(ctx())).toEqual({ sent: 0 });
  expect(await readdir(exchange.outbox)).toEqual([`${file.fileName}.receipt.json`]);
  // what the bank answers comes by the other folder
  await put("answer.xml", notification(paymentsIn(file.content)));
  expect(await fetchBankFiles(ctx())).toEqual({ imported: 1, known: 0, refused: 0 });
  expect(await t.rows("select distinct state from settlement_payment")).toEqual([{ state: "PAID" }]);
  const [taken] = (await receipts(path.join(exchange.inbox, "done"))) as [SignedReceipt];
  expect(taken).toMatchObject({ file: "answer.xml", outcome: "IMPORTED", details: { changed: 1, exceptions: 0 } });
  expect(isSigned(taken, exchange.receiptKey)).toBe(true);
});

it("two gateways that look at once, and one that died before it put a file away, take it in once", async () => {
  const content = notification([{ id: "", kroner: "25.00", nature: "CHRG", reference: "F1" }]);
  await put("twice.xml", content);
  await Promise.allSettled([fetchBankFiles(ctx()), fetchBankFiles(ctx())]);
  await put("twice.xml", content);
  expect(await fetchBankFiles(ctx())).toEqual({ imported: 0, known: 1, refused: 0 });
  expect(await t.rows("select count(*)::int as n from bank_movement where meaning = 'CHARGES'")).toEqual([{ n: 1 }]);
  expect((await readdir(path.join(exchange.inbox, "done"))).filter((n) => n.endsWith(".xml"))).toContain("twice.2.xml");
});

it("what is refused is put away with every reason; what may still be on its way, a link and a folder are left alone", async () => {
  const whole = statement([{ id: "", kroner: "1.00", nature: "CHRG", reference: "G1" }]);
  await put("cut.xml", whole.slice(0, -50));
  await put("fresh.xml", whole.slice(0, -60), 0);
  await put(".hidden.xml", whole);
  await put("coming.xml.part", whole);
  await put("day.xml", whole.replace("<BookgDt><Dt>2026", "<BookgDt><Dt>infinity"));
  await mkdir(path.join(exchange.inbox, "sub.xml"));
  await symlink("/etc/passwd", path.join(exchange.inbox, "link.xml"));
  expect(await fetchBankFiles(ctx())).toEqual({ imported: 0, known: 0, refused: 2 });
  const refused = await receipts(path.join(exchange.inbox, "refused"));
  expect(refused.map((r) => [r.file, r.outcome, r.details]).sort()).toEqual([
    ["cut.xml", "REFUSED", [{ code: "FILE_NOT_READABLE", path: "line 2" }]],
    ["day.xml", "REFUSED", [{ code: "DAY_INVALID", path: "entry 1" }]],
  ]);
  expect((await readdir(exchange.inbox)).sort()).toEqual([
    ".hidden.xml",
    "coming.xml.part",
    "done",
    "fresh.xml",
    "link.xml",
    "refused",
    "sub.xml",
  ]);
});

it("without folders the jobs do nothing", async () => {
  const none = { ...ctx(), exchange: null };
  expect([await sendPaymentFiles(none), await fetchBankFiles(none)]).toEqual([{ sent: 0 }, { imported: 0, known: 0, refused: 0 }]);
});

describe("the text of a file", () => {
  const xml = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?><a>Å</a>`;
  it.each([
    ["UTF-8", Buffer.from(xml("UTF-8"), "utf8")],
    ["ISO-8859-1", Buffer.from(xml("ISO-8859-1"), "latin1")],
    ["iso-8859-15", Buffer.from(xml("iso-8859-15"), "latin1")],
  ])("is read by its encoding: %s", (encoding, bytes) => expect(xmlText(bytes)).toBe(xml(encoding)));
  it("is none in an encoding that nobody declared, or bytes that are none of it", () => {
    expect([xmlText(Buffer.from(xml("EBCDIC"))), xmlText(Buffer.from(xml("UTF-8"), "latin1"))]).toEqual([null, null]);
  });
});

describe("the settings of the folders", () => {
  const read = (values: Record<string, string>) => {
    const given = readSettings(PAYMENT_SETTINGS, values, false);
    const faults = [...given.faults];
    const settings = paymentSettings(given.values, false, faults);
    return { faults, exchange: settings.exchange };
  };
  const KEY = randomBytes(32).toString("base64");
  it("are none, or whole", () => {
    expect(read({})).toEqual({ faults: [], exchange: null });
    expect(read({ PAYMENT_INBOX_DIR: "/in", PAYMENT_RECEIPT_KEY: KEY }).exchange).toMatchObject({ inbox: "/in", outbox: null });
    expect(read({ PAYMENT_INBOX_DIR: "/in" }).faults).toEqual([expect.stringContaining("PAYMENT_RECEIPT_KEY")]);
    expect(read({ PAYMENT_INBOX_DIR: "/x", PAYMENT_OUTBOX_DIR: "/x", PAYMENT_RECEIPT_KEY: KEY }).faults).toEqual([
      expect.stringContaining("two folders"),
    ]);
  });
  it("pay members only with the bank's word for a NemKonto, and by the outbox", () => {
    const outbox = { PAYMENT_OUTBOX_DIR: "/out", PAYMENT_RECEIPT_KEY: KEY };
    const fault = [expect.stringContaining("PAYMENT_NEMKONTO_MEMBERS needs PAYMENT_NEMKONTO and PAYMENT_OUTBOX_DIR")];
    expect(read({ PAYMENT_NEMKONTO_MEMBERS: "true", PAYMENT_NEMKONTO: "NKS" }).faults).toEqual(fault);
    expect(read({ PAYMENT_NEMKONTO_MEMBERS: "true", ...outbox }).faults).toEqual(fault);
    expect(read({ PAYMENT_NEMKONTO_MEMBERS: "true", PAYMENT_NEMKONTO: "NKS", ...outbox }).faults).toEqual([]);
  });
});
