/** npm run verify: asks the database every invariant and prints the answers as JSON; ends with 1 if one is broken. */
import "reflect-metadata";
import { INVARIANTS } from "../assembly/invariants.js";
import { openDatabase } from "../assembly/open-database.js";
import { verifyAudit } from "../platform/trail/audit-seal.js";
import { loadConfig } from "../assembly/config.js";
import { connectDatabase, type Database } from "../platform/postgres/database.js";
import { transaction } from "../platform/postgres/transaction.js";
import { WORKER } from "../platform/viewer.js";

const SAMPLE = 5;

type Verdict = { readonly invariant: string; readonly says: string; readonly violations: number; readonly sample: readonly string[] };

async function verify(database: Database): Promise<readonly Verdict[]> {
  return transaction(
    database,
    WORKER,
    async (tx) => {
      const verdicts: Verdict[] = [];
      for (const { id, says, sql } of INVARIANTS) {
        const rows = await tx.query<{ id: string }>(sql);
        verdicts.push({ invariant: id, says, violations: rows.length, sample: rows.slice(0, SAMPLE).map((row) => row.id) });
      }
      return verdicts;
    },
    // one snapshot: what is checked against each other was true at one moment
    { readOnly: true, isolation: "REPEATABLE READ" },
  );
}

/** I8 again: nothing was taken out of the audit trail or changed in it since it was sealed. */
async function auditVerdict(database: Database): Promise<Verdict> {
  const { broken, rows, seals } = await verifyAudit(database);
  const says = `the audit trail is as it was sealed: ${rows} rows in ${seals} seals`;
  return {
    invariant: "I8",
    says,
    violations: broken.length,
    sample: broken.slice(0, SAMPLE).map((b) => `through ${b.throughSeq}: ${b.why}`),
  };
}

async function main(): Promise<number> {
  const config = loadConfig(process.env);
  const server = await openDatabase(config, () => {});
  const database = connectDatabase(server.url, { max: 1, statementMs: 600_000, applicationName: "provider-network-verify" });
  try {
    const verdicts = [...(await verify(database)), await auditVerdict(database)];
    const broken = verdicts.filter((v) => v.violations > 0);
    process.stdout.write(`${JSON.stringify({ ok: broken.length === 0, invariants: verdicts }, null, 2)}\n`);
    return broken.length === 0 ? 0 : 1;
  } finally {
    await database.close();
    await server.stop();
  }
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  },
);
