/**
 * An account statement of 100,000 entries and 50 MB: read in the thread for heavy work, then written in pieces, with the memory it took and
 * how long the thread that answers requests was kept. Told again in another file it changes nothing.
 */
import "reflect-metadata";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { connectDatabase } from "../src/platform/postgres/database.js";
import { ensureDatabase } from "../src/platform/embedded/embedded-postgres.js";
import { migrateUp } from "../src/platform/postgres/migrate.js";
import { endHeavyWork } from "../src/platform/heavy-work.js";
import { transaction } from "../src/platform/postgres/transaction.js";
import { ANONYMOUS, type Viewer } from "../src/platform/viewer.js";
import { importReport, sha256Of } from "../src/features/settlement/bank/import-report.js";
import { readInThread } from "../src/features/settlement/bank/reading/read-in-thread.js";
import { MOST_IN_A_FOLDER } from "../src/features/settlement/bank/reading/xml.js";
import { bankExceptions } from "../src/features/settlement/bank/exceptions/bank-exception.store.js";
import { startCluster } from "./world.js";

const IBAN = "DK5799900000012345";
const FINANCE: Viewer = { ...ANONYMOUS, role: "FINANCE", subject: "bench" };
const DATABASE = "bench_bank_statement";

export type BankStatementResult = {
  readonly entries: number;
  readonly bytes: number;
  /** Reading, in its own thread, with the way there and back. */
  readonly readMs: number;
  /** The longest that the thread which answers requests was kept meanwhile. */
  readonly keptMs: number;
  /** Resident memory at its highest while it was read, more than before. */
  readonly readMb: number;
  readonly importMs: number;
  /** The same entries in another file. */
  readonly againMs: number;
  readonly exceptions: number;
};

export async function run(entries = 100_000): Promise<BankStatementResult> {
  const cluster = await startCluster();
  const url = await ensureDatabase(cluster, DATABASE);
  await migrateUp(url);
  const database = connectDatabase(url, { max: 2 });
  try {
    const content = statementOf(entries, "ONE");
    const read = await watched(() => readInThread({ content, payer: { iban: IBAN }, mostCharacters: MOST_IN_A_FOLDER }));
    if ("refusals" in read.answer) throw new Error(JSON.stringify(read.answer.refusals));
    const { report } = read.answer;
    const take = async (sha256: string): Promise<number> => {
      const started = performance.now();
      await transaction(database, FINANCE, (tx) => importReport(tx, { viewer: FINANCE, traceId: "bench" }, { report, sha256 }));
      return Math.round(performance.now() - started);
    };
    const importMs = await take(sha256Of(content));
    const againMs = await take(sha256Of("another file"));
    const exceptions = await transaction(database, FINANCE, async (tx) => (await bankExceptions(tx, true, null, 1_000)).length);
    return {
      entries,
      bytes: Buffer.byteLength(content),
      readMs: read.ms,
      keptMs: read.keptMs,
      readMb: read.moreMb,
      importMs,
      againMs,
      exceptions,
    };
  } finally {
    await database.close();
    await endHeavyWork();
    await cluster.stop();
  }
}

async function watched<T>(work: () => Promise<T>): Promise<{ answer: T; ms: number; keptMs: number; moreMb: number }> {
  const before = process.memoryUsage().rss;
  let most = before;
  const looking = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const started = performance.now();
  const answer = await work();
  const ms = Math.round(performance.now() - started);
  delay.disable();
  clearInterval(looking);
  return { answer, ms, keptMs: Math.round(delay.max / 1e6), moreMb: Math.round((most - before) / 1_048_576) };
}

/** Of 500 characters each: premiums that come in, payments of other business that go out, and a charge now and then. */
function statementOf(entries: number, name: string): string {
  let moved = 0;
  const parts = Array.from({ length: entries }, (_, i) => {
    const ore = 10_000 + ((i * 7_919) % 900_000);
    const credit = i % 3 !== 0;
    moved += credit ? ore : -ore;
    const sub = i % 1_000 === 0 ? "CHRG" : "DMCT";
    return `<Ntry><NtryRef>${name}-${i}</NtryRef><Amt Ccy="DKK">${(ore / 100).toFixed(2)}</Amt><CdtDbtInd>${credit ? "CRDT" : "DBIT"}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-25</Dt></BookgDt><ValDt><Dt>2026-11-25</Dt></ValDt><AcctSvcrRef>${String(i).padStart(12, "0")}</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>${sub}</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs>${sub === "CHRG" ? "" : `<EndToEndId>POLICE-${i}</EndToEndId>`}</Refs><RmtInf><Ustrd>Indbetaling ${i} ${"x".repeat(20)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
  });
  const balance = (code: string, ore: number): string =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="DKK">${(ore / 100).toFixed(2)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-25</Dt></Dt></Bal>`;
  const opening = 500_000_000_00;
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>${name}</MsgId><CreDtTm>2026-11-25T18:00:00Z</CreDtTm></GrpHdr><Stmt><Id>S-1</Id><CreDtTm>2026-11-25T18:00:00Z</CreDtTm><Acct><Id><IBAN>${IBAN}</IBAN></Id></Acct>${balance("OPBD", opening)}${balance("CLBD", opening + moved)}${parts.join("")}</Stmt></BkToCstmrStmt></Document>`;
}

if (process.argv[1]?.endsWith("bench/bank-statement.ts")) console.log(JSON.stringify(await run(), null, 2));
