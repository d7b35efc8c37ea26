/** npm run verify: asks the database every invariant and prints the answers as JSON; ends with 1 if one is broken. */
import { MACHINE_CLOCK } from "../assembly/start/database-clock.js";
import { INVARIANTS } from "../assembly/features.js";
import { readDatabaseFacts } from "../assembly/start/start-guard.js";
import { verifyAudit, type SealHead } from "../platform/trail/audit-seal.js";
import type { Database } from "../platform/postgres/database.js";
import { transaction } from "../platform/postgres/transaction.js";
import { schemaDrift } from "../platform/verify/schema-drift.js";
import { ANONYMOUS } from "../platform/viewer.js";
import { command, WrongArgument } from "./command.js";

const SAMPLE = 5;

function sealHead(text: string): SealHead {
  const [, seq = "", hash = ""] = /^(\d{1,18}):([\da-f]{64})$/.exec(text) ?? [];
  if (hash === "") throw new WrongArgument("seq:hash, as the log says it");
  return { throughSeq: BigInt(seq), hash };
}

type Verdict = { readonly invariant: string; readonly says: string; readonly violations: number; readonly sample: readonly string[] };

export const verify = command({
  name: "verify",
  summary: "asks the database every invariant and prints the answers as JSON; ends with 1 if one is broken",
  options: {
    head: { value: "seq:hash", says: "a head of the audit trail that the log announced: it must still be in the chain", read: sealHead },
  },
  database: { which: "NAMED", as: "VERIFIER", statementMs: 600_000 },
  run: async ({ head }, { config, database, where, say }) => {
    const clock = config.production ? [await clockVerdict(database)] : [];
    const verdicts = [...(await ask(database)), await auditVerdict(database, head ? [head] : []), await schemaVerdict(database), ...clock];
    const ok = verdicts.every((verdict) => verdict.violations === 0);
    say(JSON.stringify({ ok, database: where, invariants: verdicts }, null, 2));
    return ok ? 0 : 1;
  },
});

async function ask(database: Database): Promise<readonly Verdict[]> {
  return transaction(
    database,
    ANONYMOUS,
    async (tx) => {
      const answers = await tx.all(INVARIANTS.map(({ broken }) => broken));
      return INVARIANTS.map(({ id, says }, i) => {
        const rows = answers[i] ?? [];
        return { invariant: id, says, violations: rows.length, sample: rows.slice(0, SAMPLE).map((row) => row.id) };
      });
    },
    // one snapshot: what is checked against each other was true at one moment
    { readOnly: true, isolation: "REPEATABLE READ" },
  );
}

/** I8 again: nothing was taken out of the audit trail or changed in it since it was sealed. */
async function auditVerdict(database: Database, expected: readonly SealHead[]): Promise<Verdict> {
  const { broken, rows, seals } = await verifyAudit(database, { by: ANONYMOUS, expected });
  const says = `the audit trail is as it was sealed: ${rows} rows in ${seals} seals`;
  return {
    invariant: "I8",
    says,
    violations: broken.length,
    sample: broken.slice(0, SAMPLE).map((b) => `through ${b.throughSeq}: ${b.why}`),
  };
}

/** Every wall stands: a constraint, a policy or a grant that somebody took away by hand leaves no row behind. */
async function schemaVerdict(database: Database): Promise<Verdict> {
  const drift = await transaction(database, ANONYMOUS, schemaDrift, { readOnly: true });
  const says = "tables, constraints, policies, functions, triggers and grants are as the migrations made them";
  return { invariant: "SCHEMA", says, violations: drift.length, sample: drift.slice(0, SAMPLE) };
}

/** Where real people are served nobody moved the clock. */
async function clockVerdict(database: Database): Promise<Verdict> {
  const { clock } = await readDatabaseFacts(database);
  const moved = clock === MACHINE_CLOCK ? [] : [clock?.trim() ?? "none"];
  return { invariant: "CLOCK", says: "the database's clock is the machine's", violations: moved.length, sample: moved };
}
