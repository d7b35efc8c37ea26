/** Erasing people: two persons, every obstacle at once, a journal outside the database, and a restore that brings nobody back. */
import { execFile } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { memberByCivilNumber } from "../../src/features/members/civil-number/civil-number.store.js";
import { settleJournal } from "../../src/features/members/erasure/erase-member.js";
import { sealAudit, verifyAudit } from "../../src/platform/trail/audit-seal.js";
import { bulkConnection } from "../../src/platform/postgres/bulk.js";
import { erasureJournalAt, readJournal, type JournalLine } from "../../src/platform/trail/erasure-journal.js";
import { personalData } from "../../src/platform/people/personal-data.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { WORKER } from "../../src/platform/viewer.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { fromNow, now } from "../support/clock.js";
import { freshDatabase } from "../support/database.js";
import { newTestId, type MadeMember } from "../support/make.js";
import { asserted } from "../support/asserted.js";
import { BOOK_SLOT } from "../support/documents.js";
import { expectOnRecord, expectTold } from "../support/told.js";

const ERRORS = "errors { code path }";
const REQUEST = `mutation ($input: RequestErasureInput!) { requestErasure(input: $input) { request { id member { id } ground state } ${ERRORS} } }`;
const APPROVE = `mutation ($input: ApproveErasureInput!) { approveErasure(input: $input) { request { id state approvedAt } ${ERRORS} } }`;
const MEMBER = "query ($id: ID!) { member(id: $id) { name } }";
const folder = mkdtempSync(path.join(tmpdir(), "gateway-erasure-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const request = async (t: TestApp, member: MadeMember, by = "asker", ground = "CONSENT_WITHDRAWN") =>
  (await t.asHealthTeam(by)(REQUEST, { input: { memberId: globalId("Member", member.id), ground } })).data.requestErasure;
const approve = async (t: TestApp, requestId: string, by = "approver") =>
  (await t.asHealthTeam(by)(APPROVE, { input: { requestId } })).data?.approveErasure;
const codes = (answer: any): string[] => answer.errors.map((error: any) => error.code);
const nameOf = async (t: TestApp, member: MadeMember): Promise<string> =>
  (await t.rows("select family_name as name from member where id = $1", [member.id]))[0].name;

describe("an erasure", () => {
  let t: TestApp;
  const file = path.join(folder, "erasures.ndjson");
  const lines = (): JournalLine[] =>
    readFileSync(file, "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as JournalLine);
  beforeAll(async () => {
    t = await startApp({ ERASURE_JOURNAL: file });
  });
  afterAll(() => t.stop());

  test("is asked for by one person and carried out by another; it is on both journals and on record, without a name", async () => {
    const member = await t.make.member();
    const asked = await request(t, member);
    expect(asked).toMatchObject({ request: { state: "REQUESTED", ground: "CONSENT_WITHDRAWN" }, errors: [] });
    expect((await request(t, member, "somebody-else")).request.id).toBe(asked.request.id);
    const waiting = await t.asHealthTeam()("{ erasureRequests(first: 5) { edges { node { id state } } } }");
    expect(waiting.data.erasureRequests.edges).toEqual([{ node: { id: asked.request.id, state: "REQUESTED" } }]);
    await expectOnRecord(t, "erasureRequests");
    expect(codes(await approve(t, asked.request.id, "asker"))).toEqual(["FOUR_EYES"]);
    expect(await nameOf(t, member)).toBe("Prøve");
    const done = await approve(t, asked.request.id);
    expect(done).toMatchObject({ request: { state: "CARRIED_OUT" }, errors: [] });
    expect(await nameOf(t, member)).toBe("");
    expect(await approve(t, asked.request.id, "asker")).toEqual(done);
    expect(codes(await request(t, member))).toEqual(["NOT_FOUND"]);
    expect(lines().map(({ kind, member: id }) => [kind, id])).toEqual([
      ["BEGUN", member.id],
      ["DONE", member.id],
    ]);
    expect(readFileSync(file, "utf8")).not.toMatch(/Bente|Prøve|asker|approver/);
    expect(await t.rows("select member_id, requested_by from erasure_journal where member_id = $1", [member.id])).toEqual([
      { member_id: member.id, requested_by: "asker" },
    ]);
    const trail = await t.rows(
      "select operation, actor, outcome, purpose from audit_event where object = 'ErasureRequest' and operation like '%rasure' and outcome = 'ALLOWED' order by seq",
    );
    expect(trail).toEqual([
      { operation: "requestErasure", actor: "asker", outcome: "ALLOWED", purpose: "CASE_HANDLING:C-1004" },
      { operation: "approveErasure", actor: "approver", outcome: "ALLOWED", purpose: "CASE_HANDLING:C-1004" },
    ]);
  });

  test("is refused with everything that stands in the way at once, when it is asked for and when it is approved", async () => {
    const member = await t.make.member();
    const asked = await request(t, member);
    await obstacles(t, member);
    const all = ["LEGAL_HOLD", "OPEN_BOOKING", "OPEN_SETTLEMENT"];
    expect(codes(await request(t, await obstacles(t, await t.make.member())))).toEqual(all);
    expect(codes(await approve(t, asked.request.id))).toEqual(all);
    expect(codes(await approve(t, asked.request.id, "asker"))).toEqual(["FOUR_EYES", ...all]);
    expect(await nameOf(t, member)).toBe("Prøve");
    expect(lines().filter((line) => line.member === member.id)).toEqual([]);
    await t.rows("update legal_hold set lifted_at = clock_now()");
    expect(codes(await approve(t, asked.request.id))).toEqual(all.slice(1));
  });

  test("approved five times at once from two gateways happens once", async () => {
    const member = await t.make.member();
    const { id } = (await request(t, member)).request;
    const other = await t.another();
    const answers = await Promise.all([t, other, t, other, t].map((door, n) => approve(door, id, `approver-${n}`)));
    await other.stop();
    expect(answers.map((answer) => [answer.request.state, answer.errors])).toEqual(answers.map(() => ["CARRIED_OUT", []]));
    expect(
      lines()
        .filter((line) => line.member === member.id)
        .map(({ kind }) => kind),
    ).toEqual(["BEGUN", "DONE"]);
    const rows = await t.rows("select 1 from audit_event where member_id = $1 and operation = 'eraseMember'", [member.id]);
    expect(rows).toHaveLength(1);
  });

  test("does not happen where the journal cannot be written, or is not kept", async () => {
    const member = await t.make.member();
    const { id } = (await request(t, member)).request;
    const broken = await startApp({ ERASURE_JOURNAL: path.join(folder, "no-such-folder", "erasures.ndjson") }, t.fresh);
    const answer = await broken.asHealthTeam("approver")(APPROVE, { input: { requestId: id } });
    await broken.stop();
    expect(answer.errors?.[0].extensions.code).toBe("INTERNAL");
    expect([await nameOf(t, member), (await t.rows("select 1 from erasure_journal where member_id = $1", [member.id])).length]).toEqual([
      "Prøve",
      0,
    ]);
    expect((await approve(t, id)).errors).toEqual([]);
  });

  test("is settled in the journal after a crash, whichever way it ended", async () => {
    const own = path.join(folder, "crashed.ndjson");
    const at = fromNow(-3_600_000).toISOString();
    const line = (kind: JournalLine["kind"], erasure: string, member: string): JournalLine => ({ kind, erasure, member, at });
    const committed = (await t.rows("select id, member_id as member from erasure_journal limit 1"))[0];
    const [lost, young] = [newTestId(), newTestId()];
    const journal = erasureJournalAt(own);
    await journal.append([line("BEGUN", committed.id, committed.member), line("BEGUN", lost, newTestId())]);
    writeFileSync(own, `{"kind":"BEGUN","erasu`, { flag: "a" });
    await journal.append([{ ...line("BEGUN", young, newTestId()), at: now().toISOString() }]);
    const known = (await t.rows("select count(*)::int as n from erasure_journal"))[0].n;
    expect(await settleJournal(t.app.database, journal)).toEqual({ done: known, undone: 1 });
    const { done, open, unreadable } = readJournal(await journal.read());
    expect([done.has(committed.id), done.has(lost), [...open.keys()], unreadable]).toEqual([true, false, [young], 1]);
    expect(await settleJournal(t.app.database, journal)).toEqual({ done: 0, undone: 0 });
  });

  test("is nothing that a session of the health team could do past the request", async () => {
    const member = await t.make.member();
    expect((await request(t, member)).errors).toEqual([]);
    const viewer = { ...WORKER, role: "HEALTH_TEAM", subject: "asker" } as const;
    const sql = (text: string) => transaction(t.app.database, viewer, (tx) => tx.query(asserted(text, [member.id])));
    await expect(
      sql("update erasure_request set state = 'CARRIED_OUT', approved_by = 'approver' where member_id = $1"),
    ).rejects.toMatchObject({ code: "42501" });
    await expect(sql("update erasure_request set state = 'CARRIED_OUT', approved_by = 'asker' where member_id = $1")).rejects.toMatchObject(
      { code: "23514" },
    );
    await expect(sql("update erasure_request set requested_by = 'approver' where member_id = $1")).rejects.toMatchObject({ code: "42501" });
    await expect(
      sql("insert into erasure_journal (id, member_id, requested_by, counts) values (gen_random_uuid(), $1, 'x', '{}')"),
    ).rejects.toMatchObject({ code: "42501" });
  });

  test("is told to others, who keep copies", () => expectTold(t, "member.erased"));
});

/** A hold, an appointment ahead and a treatment that is not paid. */
async function obstacles(t: TestApp, member: MadeMember): Promise<MadeMember> {
  await t.make.insert("legal_hold", {
    id: newTestId(),
    member_id: member.id,
    reason: "dispute",
    placed_by: "legal",
    placed_at: now(),
  });
  const clinic = await t.make.clinic();
  const claim = await t.make.claim(member);
  const slot = await t.make.slot(clinic);
  const booking = await t.make.booking({ clinic, slot, member, claimId: claim.id });
  await t.rows(
    `begin; set local session_replication_role = replica;
     insert into settlement_line (id, booking_id, provider_id, clinic_id, kind, amount_minor, treated_on, state, ready_at, attempt)
     values ('${newTestId()}', '${booking}', '${clinic.providerId}', '${clinic.id}', 'TREATMENT', 1, '2026-01-01', 'READY', clock_now(), 1); commit`,
  );
  return member;
}

describe("a restore from backup", () => {
  const key = (id: string): string => `${id}:${randomBytes(32).toString("base64")}`;
  const keys = { CPR_KEY: key("s1"), CPR_INDEX_KEY: key("i1") };
  const ERASED = 50;

  /** Copies a database as a dump would hold it: nobody is connected to it meanwhile. */
  async function copyDatabase(from: string, to: string): Promise<void> {
    const sql = bulkConnection(process.env["TEST_ADMIN_URL"] ?? "");
    await sql.unsafe(`drop database if exists ${to} with (force)`);
    await sql.unsafe(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${from}'`);
    await sql.unsafe(`create database ${to} template ${from}`);
    await sql.end();
  }

  const replay = (url: string, journal: string): Promise<Record<string, unknown>> =>
    new Promise((resolve, reject) => {
      const env = { ...process.env, ...keys, DATABASE_URL: url, DATA_DIR: folder, NODE_OPTIONS: "" };
      const args = ["--no-warnings", "--import", "./src/typescript.mjs", "src/commands/main.ts", "erasures", "replay"];
      const child = execFile(process.execPath, args, { env }, (error, stdout) =>
        stdout === "" ? reject(error) : resolve({ ...JSON.parse(stdout), code: error?.code ?? 0 }),
      );
      child.stdin?.end(journal);
    });

  async function canaries(t: TestApp, word: string): Promise<string[]> {
    const tables = await t.rows("select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace");
    const counts = tables.map(({ name }) => `select '${name}' as name, count(*)::int as n from ${name} t where t::text ~ '${word}'`);
    return (await t.rows(`select name from (${counts.join(" union all ")}) x where n > 0`)).map(({ name }) => name);
  }

  test("brings back nobody who was erased since, keeps the chain whole and the book at zero", async () => {
    const fresh = await freshDatabase({ reference: true });
    const source = new URL(fresh.url).pathname.slice(1);
    const backup = `${source}_backup`;
    const file = path.join(folder, "restored.ndjson");
    const env = { ...keys, ERASURE_JOURNAL: file };
    const personal = personalData(keys.CPR_KEY, keys.CPR_INDEX_KEY);

    const before = await startApp(env, fresh);
    const people: { member: MadeMember; cpr: string }[] = [];
    for (let n = 0; n < ERASED + 10; n += 1) {
      const word = n < ERASED ? "Kanariefugl" : "Blivende";
      const member = await before.make.member({
        row: { given_names: `${word}${n}`, family_name: word, email: `${word}${n}@medlem.example`, address_line: `${word}vej` },
      });
      const cpr = `01017${String(n).padStart(5, "0")}`;
      const { keyId, digest } = personal.blindIndex(cpr);
      const sealed = personal.encrypt(cpr, { table: "member", column: "cpr_encrypted", rowId: member.id });
      await before.rows("update member set cpr_encrypted = $2 where id = $1", [member.id, sealed]);
      await before.rows("insert into member_cpr (blind_index, key_id, member_id) values ($1, $2, $3)", [digest, keyId, member.id]);
      people.push({ member, cpr });
      if (n % 10 === 0) await bookAndCancel(before, member);
      else await before.make.claim(member, { row: { wishes: { note: word } } });
      await before.asMember(member)("{ viewer { members { name } } }");
    }
    await sealAudit(before.app.database, 0);
    await before.stop();
    await copyDatabase(source, backup);

    const day = await startApp(env, fresh);
    const gone = people.slice(0, ERASED);
    for (const { member } of gone) expect((await approve(day, (await request(day, member)).request.id)).errors).toEqual([]);
    expect(await canaries(day, "Kanariefugl")).toEqual([]);
    await day.stop();

    await copyDatabase(backup, source);
    const restored = await startApp(env, fresh);
    const readable = async (): Promise<number> => {
      let found = 0;
      for (const { member, cpr } of gone) {
        const seen = await restored.asHealthTeam()(MEMBER, { id: globalId("Member", member.id) });
        if (seen.data.member !== null || (await memberByCivilNumber(restored.app.database, personal, cpr)) !== null) found += 1;
      }
      return found;
    };
    // so that the zero below means something
    expect(await readable()).toBe(ERASED);
    const postings = "select count(*)::int as n, coalesce(sum(amount_minor), 0)::int as sum from posting";
    const [book] = await restored.rows(postings);
    expect(await replay(fresh.url, readFileSync(file, "utf8"))).toEqual({
      erased: ERASED,
      already: 0,
      unknown: [],
      undecided: [],
      unreadable: 0,
      code: 0,
    });
    expect(await readable()).toBe(0);
    expect(await canaries(restored, "Kanariefugl")).toEqual([]);
    for (const { member } of people.slice(ERASED)) {
      const seen = await restored.asHealthTeam()(MEMBER, { id: globalId("Member", member.id) });
      expect(seen.data.member.name).toMatch(/^Blivende/);
    }
    expect(book.n).toBeGreaterThan(0);
    expect((await restored.rows(postings))[0]).toEqual({ n: book.n, sum: 0 });
    await sealAudit(restored.app.database, 0);
    const proof = await verifyAudit(restored.app.database);
    expect([proof.broken, proof.seals > 1]).toEqual([[], true]);
    expect(await replay(fresh.url, readFileSync(file, "utf8"))).toMatchObject({ erased: 0, already: ERASED, unknown: [] });
    // a journal over another database than the one that was restored is no success
    const line = { kind: "DONE", erasure: randomUUID(), member: randomUUID(), at: "2026-01-01T00:00:00Z" };
    expect(await replay(fresh.url, JSON.stringify(line))).toMatchObject({ erased: 0, already: 0, unknown: [line.member], code: 1 });
    await restored.stop();
    await fresh.drop();
    const sql = bulkConnection(process.env["TEST_ADMIN_URL"] ?? "");
    await sql.unsafe(`drop database if exists ${backup} with (force)`);
    await sql.end();
  }, 120_000);
});

async function bookAndCancel(t: TestApp, member: MadeMember): Promise<void> {
  const clinic = await t.make.clinic();
  const slot = await t.make.slot(clinic);
  const claim = await t.make.claim(member);
  const ask = t.asMember(member);
  const key = (): string => randomUUID().replace(/^(.{14})./, "$17");
  const booked = await ask(BOOK_SLOT, {
    input: { idempotencyKey: key(), claimId: globalId("Claim", claim.id), slotId: globalId("Slot", slot.id) },
  });
  expect(booked.data.bookSlot.errors).toEqual([]);
  const cancelled = await ask("mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { errors { code } } }", {
    input: { idempotencyKey: key(), bookingId: booked.data.bookSlot.booking.id, reason: "ill" },
  });
  expect(cancelled.data.cancelBooking.errors).toEqual([]);
}
