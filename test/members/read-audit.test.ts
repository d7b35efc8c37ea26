/**
 * No answer with a person's data leaves before its line in the trail is committed: while server processes are killed, answers to
 * COMMIT are lost on the wire and a gateway is taken down. FULL=1 reads 10,000 times.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { sealAudit, verifyAudit } from "../../src/platform/trail/audit-seal.js";
import { bulkConnection } from "../../src/platform/postgres/bulk.js";
import { proxyTo, type Proxy } from "../platform/proxy.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";
import type { MadeMember } from "../support/make.js";
import { FULL, sized } from "../support/size.js";

const READS = sized(250, 10_000);
const CALLERS = 8;
const KILL_EVERY_MS = 60;
const NAME = "Kanariefugl";

let fresh: FreshDatabase;
let proxy: Proxy;
let door: TestApp;
let members: MadeMember[];
beforeAll(async () => {
  fresh = await freshDatabase({ reference: true });
  proxy = await proxyTo(fresh.url);
  door = await startApp({}, { ...fresh, url: proxy.url });
  members = await Promise.all(Array.from({ length: 20 }, () => door.make.member({ row: { family_name: NAME } })));
  for (const member of members) await door.make.claim(member);
}, 60_000);
afterAll(async () => {
  await door.stop();
  await proxy.close();
  await fresh.drop();
});

/** What health team and member ask, each answer with the person's name or case in it. */
const QUESTIONS: readonly ((member: MadeMember, traceId: string) => Promise<{ text: string; data: any }>)[] = [
  (member, traceId) =>
    door.asHealthTeam()(
      "query ($id: ID!) { member(id: $id) { name } }",
      { id: globalId("Member", member.id) },
      { "x-request-id": traceId },
    ),
  (member, traceId) => door.asMember(member)("{ viewer { members { name } } }", {}, { "x-request-id": traceId }),
  (member, traceId) =>
    door.asMember(member)("{ claims(first: 5) { edges { node { reference condition { code } } } } }", {}, { "x-request-id": traceId }),
];

test("every answer with a person's data has its line, whatever breaks underneath; the chain is whole", async () => {
  const admin = bulkConnection(process.env["TEST_ADMIN_URL"] ?? "");
  const name = new URL(fresh.url).pathname.slice(1);
  const answered: { readonly traceId: string; readonly memberId: string }[] = [];
  let failed = 0;
  let sent = 0;
  let killing = true;

  const killer = (async () => {
    for (let n = 0; killing; n += 1) {
      await pause(KILL_EVERY_MS);
      if (n % 3 === 2) proxy.cuts += 1;
      else
        await admin.unsafe(
          `select pg_terminate_backend(pid) from (select pid from pg_stat_activity where datname = '${name}' and state <> 'idle' or datname = '${name}' order by random() limit 1) x`,
        );
    }
  })();

  const caller = async (): Promise<void> => {
    while (sent < READS) {
      const n = sent++;
      const member = members[n % members.length];
      const question = QUESTIONS[n % QUESTIONS.length];
      if (!member || !question) return;
      const traceId = randomUUID();
      const answer = await question(member, traceId).catch(() => null);
      if (answer && (answer.text.includes(NAME) || answer.text.includes("BACK_PAIN"))) answered.push({ traceId, memberId: member.id });
      else failed += 1;
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  killing = false;
  await killer;
  proxy.cuts = 0;
  await admin.end();

  const lines = await fresh.database.pool.query<{ n: number }>(
    "select count(*)::int as n from unnest($1::text[], $2::uuid[]) a (trace, member) where exists (select 1 from audit_event e where e.trace_id = a.trace and e.member_id = a.member and e.outcome = 'ALLOWED')",
    [answered.map(({ traceId }) => traceId), answered.map(({ memberId }) => memberId)],
  );
  if (FULL)
    process.stdout.write(
      `${READS} reads, ${answered.length} answered, ${failed} failed, ${answered.length - (lines.rows[0]?.n ?? 0)} without a line\n`,
    );
  expect(lines.rows[0]?.n).toBe(answered.length);
  // so that the line above means something: things did break, and most reads were answered all the same
  expect(failed).toBeGreaterThan(0);
  expect(answered.length).toBeGreaterThan(READS / 2);
  await sealAudit(fresh.database, 0);
  expect((await verifyAudit(fresh.database)).broken).toEqual([]);
});

test("a read whose line cannot be written answers nothing", async () => {
  const [member] = members;
  if (!member) throw new Error("no member");
  await fresh.database.pool.query("revoke insert on audit_event from gateway_app");
  for (const question of QUESTIONS) {
    const answer = await question(member, randomUUID());
    expect(answer.text).not.toMatch(new RegExp(`${NAME}|BACK_PAIN`));
    expect(answer.text).toContain("INTERNAL");
  }
  await fresh.database.pool.query("grant insert on audit_event to gateway_app");
  expect((await QUESTIONS[0]?.(member, randomUUID()))?.text).toContain(NAME);
});
