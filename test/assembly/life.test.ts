/** A fictional network has lived for three weeks on its first day: every list that people work from has something on it. */
import "reflect-metadata";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { INVARIANTS } from "../../src/assembly/features.js";
import { JOBS } from "../../src/assembly/jobs.js";
import { startJobs } from "../../src/assembly/run-jobs.js";
import { createLog } from "../../src/platform/log.js";
import { loadConfig } from "../../src/assembly/config.js";
import { notification, readOrder, statusReport } from "../../src/assembly/trial/fictional-bank.js";
import { playLife } from "../../src/assembly/trial/life-player.js";
import { personalData } from "../../src/platform/people/personal-data.js";
import { readStatus } from "../../src/features/settlement/bank/reading/read-status.js";
import { parseBankXml } from "../../src/features/settlement/bank/reading/xml.js";
import { seedNetwork } from "../../seeds/load.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";

const KEY = Buffer.alloc(32, 1).toString("base64");
let fresh: FreshDatabase;
let dir: string;
const rows = async <R extends object = any>(text: string, values: readonly unknown[] = []): Promise<R[]> =>
  (await fresh.database.pool.query(text, [...values])).rows as R[];
const count = async (of: string): Promise<number> => (await rows<{ n: number }>(`select count(*)::int as n from ${of}`))[0]?.n ?? 0;
let ahead: number;

beforeAll(async () => {
  fresh = await freshDatabase();
  dir = await mkdtemp(path.join(tmpdir(), "gateway-life-"));
  const config = loadConfig({ DATA_DIR: dir, RUN_JOBS: "false", LOG_LEVEL: "silent", PROMISE_REFRESH_SECONDS: "0" });
  await seedNetwork(fresh.url, { clinics: 90, slots: 12_000, claims: true, sealer: personalData(config.cprKey, config.cprIndexKey) });
  const clock = async (): Promise<number> =>
    (await rows<{ ms: number }>("select (extract(epoch from clock_now() - now()) * 1000)::float8 as ms"))[0]?.ms ?? 0;
  const before = await clock();
  const { url } = fresh;
  expect(
    await playLife(config, {
      url,
      workerUrl: url,
      retentionUrl: url,
      ownerUrl: url,
      verifyUrl: url,
      embedded: false,
      directUrl: null,
      stop: () => Promise.resolve(),
    }),
  ).toBe(true);
  ahead = (await clock()) - before;
}, 120_000);
afterAll(async () => {
  await fresh?.drop();
  await rm(dir, { recursive: true, force: true });
});

describe("on the first day of a fictional network", () => {
  it.each([
    ["an appointment ahead", "booking where state = 'CONFIRMED' and starts_at > clock_now()"],
    ["one whose attendance waits", "booking where state = 'CONFIRMED' and ends_at < clock_now()"],
    ["one that was missed", "booking where state = 'NO_SHOW'"],
    ["one that its clinic withdrew", "booking where state in ('MOVED', 'CANCELLED_BY_PROVIDER')"],
    ["a disputed treatment", "settlement_line where state = 'DISPUTED'"],
    ["a paid one", "settlement_line where state = 'PAID'"],
    ["a payment that the bank rejected", "settlement_attempt where ended_as = 'REJECTED'"],
    ["a payment that came back", "settlement_attempt where ended_as = 'RETURNED'"],
    ["an entry of the bank's that fits nothing", "bank_exception where resolved_at is null"],
    ["a batch that waits for another pair of eyes", "settlement_batch where approved_by is null"],
    [
      "a batch that is with the bank",
      "payment_file f where exists (select from settlement_payment p where p.batch_id = f.batch_id and p.state = 'SENT')",
    ],
    ["an appointment whose cover is gone", "cover_loss where ended_at is null"],
    ["a document to look at", "submission where state = 'WAITING'"],
    ["a complaint to answer", "complaint where state = 'OPEN'"],
    ["a rate to approve", "agreed_rate where state = 'PROPOSED'"],
  ])("there is %s", async (_, of) => {
    expect(await count(of)).toBeGreaterThan(0);
  });

  it("plan and quotes agree on every opening that the nightly job looks at", async () => {
    const job = JOBS.find(({ name }) => name === "plan-against-quote");
    await rows("delete from job_run where job = 'plan-against-quote'");
    const context = { database: fresh.database, log: createLog("silent"), personalData: personalData(KEY, KEY), now: null };
    const running = startJobs([job!], context);
    const said = "select result from job_run where job = 'plan-against-quote' and finished_at is not null";
    for (let tries = 0; tries < 300 && (await rows(said)).length === 0; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    await running.stop();
    const [{ result } = { result: null }] = await rows<{ result: any }>(said);
    expect(result).toMatchObject({ differences: 0, claims: expect.any(Number), compared: expect.any(Number) });
    expect(result.claims).toBeGreaterThan(20);
    expect(result.compared).toBeGreaterThan(result.claims);
  });

  it("the clock shows today, and every invariant holds", async () => {
    expect(Math.abs(ahead)).toBeLessThan(1_000);
    for (const { id, broken } of INVARIANTS) expect([id, await rows(broken.text, broken.values)]).toEqual([id, []]);
  });
});

describe("the fictional bank", () => {
  const payment = (n: number): string =>
    `<CdtTrfTxInf><PmtId><InstrId>E${n}</InstrId><EndToEndId>E${n}</EndToEndId></PmtId><Amt><InstdAmt Ccy="DKK">${n}.00</InstdAmt></Amt><Cdtr><Nm>Klinik ${n} &amp; Co</Nm></Cdtr></CdtTrfTxInf>`;
  const file = `<Document><CstmrCdtTrfInitn><GrpHdr><MsgId>M1</MsgId></GrpHdr><PmtInf><PmtInfId>P1</PmtInfId><DbtrAcct><Id><IBAN>DK5799900000012345</IBAN></Id></DbtrAcct>${payment(1)}${payment(2)}</PmtInf></CstmrCdtTrfInitn></Document>`;

  it("reads what it is ordered, and answers in the form of banks", () => {
    const order = readOrder(file);
    expect(order).toMatchObject({ messageId: "M1", payments: [{ id: "E1", amount: "1.00", creditor: "Klinik 1 & Co" }, { id: "E2" }] });
    const { facts } = readStatus(parseBankXml(statusReport(order, new Date("2026-11-24T08:00:00Z"), ({ id }) => id === "E2")));
    expect(facts.map(({ kind }) => kind)).toEqual(["ACCEPTED", "REJECTED"]);
    expect(notification(order, new Date("2026-11-24T08:00:00Z"), order.payments.slice(0, 1), true)).toContain(
      "<CdtDbtInd>CRDT</CdtDbtInd>",
    );
  });
});
