/** What `verify` vouches for, through the logins that deploy/roles.sql makes. */
import "reflect-metadata";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { INVARIANTS } from "../../src/assembly/features.js";
import { COMMANDS } from "../../src/commands/list.js";
import { run } from "../../src/commands/run.js";
import { migrateUp } from "../../src/platform/postgres/migrate.js";
import { asAdmin, prepare, type Prepared } from "../support/prepared.js";

let made: Prepared;
beforeAll(async () => {
  made = await prepare();
  await migrateUp(made.ownerUrl);
  await asAdmin(made.adminUrl, readFileSync("test/fixtures/small-network.sql", "utf8"), "delete from audit_seal");
}, 60_000);
afterAll(() => made.drop());

type Said = {
  readonly ok: boolean;
  readonly database: string;
  readonly invariants: readonly {
    readonly invariant: string;
    readonly says: string;
    readonly violations: number;
    readonly sample: string[];
  }[];
};
async function asked(command: string, env: Record<string, string>): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const tools = { say: (line: string) => void out.push(line), note: (line: string) => void err.push(line) };
  const code = await run([command], COMMANDS, { ...tools, env: { DATA_DIR: tmpdir(), ...env } });
  return { code, out: out.join("\n"), err: err.join("\n") };
}
const asVerifier = () => ({ DATABASE_URL: made.loginUrl, VERIFY_DATABASE_URL: made.verifierUrl });
async function verdict(): Promise<{ code: number; broken: string[]; said: Said }> {
  const { code, out } = await asked("verify", asVerifier());
  const said = JSON.parse(out) as Said;
  return {
    code,
    said,
    broken: said.invariants.filter(({ violations }) => violations > 0).map(({ says, sample }) => `${says}: ${sample.join()}`),
  };
}

it("asks every invariant as its own login, and says which database it asked", async () => {
  const { code, broken, said } = await verdict();
  expect([code, broken]).toEqual([0, []]);
  expect(said.database).toMatch(new RegExp(`^${made.name} at .*, as verifier_`));
  expect(said.invariants.map(({ says }) => says)).toEqual(expect.arrayContaining(INVARIANTS.map(({ says }) => says)));
});

it("sees the keys of every caller: a booking that was acknowledged and is gone turns it red", async () => {
  await asAdmin(made.adminUrl, "update idempotency set outcome = jsonb_build_object('bookingId', '00000000-0000-7000-8000-0000000000ff')");
  const { code, broken } = await verdict();
  expect([code, broken]).toEqual([1, ["every booking that was acknowledged under a key exists: 00000000-0000-7000-8000-000000000070"]]);
  await asAdmin(made.adminUrl, "update idempotency set outcome = jsonb_build_object('bookingId', '00000000-0000-7000-8000-000000000041')");
});

it("sees that a wall was taken away", async () => {
  await asAdmin(made.adminUrl, "drop index booking_seat_is_taken_once");
  const { code, broken } = await verdict();
  expect([code, broken]).toEqual([1, [expect.stringContaining("missing: unique index booking booking_seat_is_taken_once")]]);
});

it("replay names a decision of the first reading that would now be another, and says nothing of its facts", async () => {
  const id = "00000000-0000-7000-8000-00000000d018";
  const facts = {
    product: "OCCUPATIONAL",
    member: { role: "EMPLOYEE", birthDate: "1985-05-20" },
    cover: { start: "2024-03-01" },
    claim: { reportedOn: "2025-02-28", approvedOn: "2025-03-04" },
    condition: { code: "DIABETES", aroseOn: "2024-08-01", diagnosedOn: "2024-09-30" },
    referral: { type: "GP", issuedOn: "2025-02-20" },
    consent: { givenOn: "2025-05-01" },
    treatment: { serviceType: "SPECIALIST_EXAMINATION", on: "2025-05-01" },
    provider: { mode: "NETWORK" },
  };
  const outcome = { covered: true, reasons: [], notes: [], treatmentsRemaining: null, guaranteeClass: "SPECIALIST_10" };
  const before = await asked("replay", asVerifier());
  await asAdmin(
    made.adminUrl,
    `insert into decision (id, kind, rule_version, settings, facts, outcome, decided_at, actor) values ('${id}', 'COVERAGE',
       'conditions-2025.1', '{}', '${JSON.stringify(facts)}', '${JSON.stringify(outcome)}', '2025-05-01T09:00:00Z', 'test')`,
  );
  const { code, out } = await asked("replay", asVerifier());
  expect([before.out.includes(id), code]).toEqual([false, 1]);
  expect(out).toContain(`COVERAGE ${id}: of conditions-2025.1, would now differ in covered, guaranteeClass, reasons`);
  expect(out).not.toContain("DIABETES");
});

it.each(["verify", "replay"])("%s refuses to vouch through a login that does not see everything", async (command) => {
  const { code, out, err } = await asked(command, { DATABASE_URL: made.loginUrl });
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain("set VERIFY_DATABASE_URL to gateway_verifier");
});

it("its login reads what is asked about and nothing of a person, and changes nothing", async () => {
  const sql = (text: string) => asAdmin(made.verifierUrl, `set role gateway_verify; ${text}`);
  await sql("select count(*) from idempotency");
  for (const text of [
    "select count(*) from member",
    "select count(*) from member_cpr",
    "select count(*) from provider_account",
    "select content from payment_file",
    "update booking set seat = 2",
    "delete from audit_event",
    "insert into outbox (id, topic, aggregate_id, payload) values (gen_random_uuid(), 'x', gen_random_uuid(), '{}')",
  ])
    await expect(sql(text)).rejects.toThrow("permission denied");
});
