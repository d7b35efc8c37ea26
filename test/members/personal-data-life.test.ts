import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { applyRetention } from "../../src/features/members/erasure/apply-retention.js";
import { memberByCivilNumber } from "../../src/features/members/civil-number/civil-number.store.js";
import { eraseMember, erasureJournal, replayErasures } from "../../src/features/members/erasure/erase-member.js";
import { rotateCivilNumbers } from "../../src/features/members/civil-number/rotate-civil-numbers.js";
import { personalData, type PersonalData } from "../../src/platform/people/personal-data.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { sealAudit, verifyAudit } from "../../src/platform/trail/audit-seal.js";
import { ANONYMOUS, WORKER } from "../../src/platform/viewer.js";
import { fromNow, now } from "../support/clock.js";
import { newTestId, type MadeMember } from "../support/make.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { asserted } from "../support/asserted.js";

const key = (id: string): string => `${id}:${randomBytes(32).toString("base64")}`;
const first = { seal: key("s1"), index: key("i1") };
let app: TestApp;
let old: PersonalData;
beforeAll(async () => {
  app = await startApp({ CPR_KEY: first.seal, CPR_INDEX_KEY: first.index });
  old = personalData(first.seal, first.index);
});
afterAll(() => app.stop());

const cprOf = (n: number): string => `01017${String(n).padStart(5, "0")}`;
async function withNumber(member: MadeMember, cpr: string, personal = old): Promise<void> {
  const { keyId, digest } = personal.blindIndex(cpr);
  await app.rows("update member set cpr_encrypted = $2 where id = $1", [
    member.id,
    personal.encrypt(cpr, { table: "member", column: "cpr_encrypted", rowId: member.id }),
  ]);
  await app.rows("insert into member_cpr (blind_index, key_id, member_id) values ($1, $2, $3)", [digest, keyId, member.id]);
}

describe("civil registration numbers", () => {
  it("cannot be read by the role of ordinary requests, whoever it acts for", async () => {
    for (const role of ["MEMBER", "CLINIC_STAFF", "HEALTH_TEAM", "WORKER"] as const) {
      const read = transaction(app.app.database, { ...WORKER, role }, (tx) => tx.query(asserted("select cpr_encrypted from member")));
      await expect(read).rejects.toMatchObject({ code: "42501" });
      const index = transaction(app.app.database, { ...WORKER, role }, (tx) => tx.query(asserted("select * from member_cpr")));
      await expect(index).rejects.toMatchObject({ code: "42501" });
    }
  });

  it("move to new keys while they are looked up, and the old keys open nothing afterwards", async () => {
    const members: MadeMember[] = [];
    for (let i = 0; i < 120; i += 1) {
      const member = await app.make.member();
      await withNumber(member, cprOf(i));
      members.push(member);
    }
    const next = { seal: key("s2"), index: key("i2") };
    const both = personalData(`${next.seal},${first.seal}`, `${next.index},${first.index}`);
    let misses = 0;
    let looks = 0;
    let going = true;
    const load = (async () => {
      while (going) {
        const i = looks++ % members.length;
        if ((await memberByCivilNumber(app.app.database, both, cprOf(i))) !== members[i]?.id) misses += 1;
      }
    })();
    const moved = await Promise.all([rotateCivilNumbers(app.app.database, both), rotateCivilNumbers(app.app.database, both)]);
    going = false;
    await load;
    expect(moved.reduce((sum, each) => sum + each.moved, 0)).toBe(120);
    expect([misses, looks > 0]).toEqual([0, true]);
    expect(await rotateCivilNumbers(app.app.database, both)).toEqual({ moved: 0 });
    const only = personalData(next.seal, next.index);
    expect(await memberByCivilNumber(app.app.database, only, cprOf(3))).toBe(members[3]?.id);
    expect(await memberByCivilNumber(app.app.database, old, cprOf(3))).toBeNull();
    expect(await app.rows("select distinct key_id from member_cpr")).toEqual([{ key_id: "i2" }]);
    const [row] = await app.rows("select cpr_encrypted as sealed from member where id = $1", [members[3]?.id]);
    expect(() => old.decrypt(row.sealed, { table: "member", column: "cpr_encrypted", rowId: members[3]?.id ?? "" })).toThrow();
    await app.rows("update member set cpr_encrypted = null");
    await app.rows("delete from member_cpr");
  }, 30_000);

  it("stand nowhere in the database as they are", async () => {
    const member = await app.make.member();
    await withNumber(member, "0101709999");
    const tables = await app.rows(
      "select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace",
    );
    for (const { name } of tables) {
      const [{ n }] = await app.rows(
        `select count(*)::int as n from ${name} t where t::text like '%0101709999%' or t::text like '%010170-9999%'`,
      );
      expect([name, n]).toEqual([name, 0]);
    }
  });
});

describe("showing a number", () => {
  const Q = "mutation($input: RevealCivilNumberInput!) { revealCivilNumber(input: $input) { civilNumber errors { code path } } }";
  const ask = async (as: ReturnType<TestApp["as"]>, bookingId: string) =>
    (await as(Q, { input: { bookingId: globalId("Booking", bookingId), reason: "identification at reception" } })).data.revealCivilNumber;

  async function booked(startsInDays: number, service = "SPECIALIST_EXAMINATION") {
    const clinic = await app.make.clinic({ services: [service] });
    const member = await app.make.member();
    const cpr = cprOf(500 + Math.floor(Math.random() * 90_000));
    await withNumber(member, cpr);
    const claim = await app.make.claim(member, { service });
    const startsAt = fromNow(startsInDays * 86_400_000);
    const slot = await app.make.slot(clinic, { startsAt });
    const id = await app.make.booking({ clinic, slot, member, claimId: claim.id });
    return { clinic, member, cpr, id };
  }

  it("is for the treating clinic from two days before, and stands on the member's access log", async () => {
    const { clinic, member, cpr, id } = await booked(1);
    expect(await ask(app.asClinic(clinic), id)).toEqual({ civilNumber: cpr, errors: [] });
    const log = await app.asMember(member)(
      "{ viewer { members { accessLog(first: 5) { edges { node { operation role organisation { legalName } fields allowed purpose } } pageInfo { hasNextPage } } } } }",
    );
    expect(log.data.viewer.members[0].accessLog.edges.map((edge: any) => edge.node)).toContainEqual({
      operation: "revealCivilNumber",
      role: "CLINIC_STAFF",
      organisation: { legalName: "Testklinik ApS" },
      fields: ["civilNumber"],
      allowed: true,
      purpose: "IDENTIFICATION",
    });
    expect(log.text).not.toContain("clinic-staff");
  });

  it("is refused with every reason: too early, not needed, or somebody else's patient", async () => {
    const early = await booked(5, "PHYSIOTHERAPY");
    expect((await ask(app.asClinic(early.clinic), early.id)).errors.map((e: any) => e.code)).toEqual([
      "IDENTIFICATION_NOT_NEEDED",
      "TOO_EARLY",
    ]);
    const foreign = await app.make.clinic();
    const { id } = await booked(1);
    const theirs = await ask(app.asClinic(foreign), id);
    const nobody = await ask(app.asClinic(foreign), newTestId());
    expect(theirs).toEqual(nobody);
    expect(theirs.errors).toEqual([{ code: "NOT_FOUND", path: ["input", "bookingId"] }]);
  });

  it("needs a purpose from the health team", async () => {
    const { id, cpr } = await booked(20);
    expect((await ask(app.as({ sub: "ht", role: "HEALTH_TEAM" }), id)).errors).toEqual([{ code: "PURPOSE_MISSING", path: [] }]);
    expect(await ask(app.asHealthTeam(), id)).toEqual({ civilNumber: cpr, errors: [] });
  });

  it("is counted: twenty an hour by one person, and a hundred a day by one clinic with an alert", async () => {
    const { clinic, id } = await booked(1);
    const outcomes = await Promise.all(Array.from({ length: 26 }, () => ask(app.asClinic(clinic, "eager"), id)));
    expect(outcomes.filter((outcome) => outcome.civilNumber !== null)).toHaveLength(20);
    expect(outcomes.filter((outcome) => outcome.errors[0]?.code === "QUOTA_EXCEEDED")).toHaveLength(6);
    for (const name of ["a", "b", "c", "d"]) for (let i = 0; i < 20; i += 1) await ask(app.asClinic(clinic, name), id);
    expect((await ask(app.asClinic(clinic, "one-more"), id)).errors[0].code).toBe("QUOTA_EXCEEDED");
    expect(await app.rows("select kind, subject from alert where kind = 'QUOTA_OVERRUN'")).toEqual([
      { kind: "QUOTA_OVERRUN", subject: clinic.providerId },
    ]);
  }, 30_000);
});

describe("the access log", () => {
  it("is read page by page without losing a row, and only by whom it is about", async () => {
    const member = await app.make.member();
    await app.rows(
      `insert into audit_event (id, at, actor, actor_role, assurance, member_id, purpose, operation, outcome, trace_id)
       select gen_random_uuid(), clock_now() - (n / 3) * interval '1 microsecond', 'employee-47', 'HEALTH_TEAM', 'HIGH', $1, 'CASE_HANDLING', 'op' || n, 'ALLOWED', 't' from generate_series(1, 20) n`,
      [member.id],
    );
    const seen: string[] = [];
    let after: string | null = null;
    const Q =
      "query($after: String) { viewer { members { accessLog(first: 3, after: $after) { edges { node { operation } } pageInfo { hasNextPage endCursor } } } } }";
    do {
      const answer = await app.asMember(member)(Q, { after });
      expect(answer.text).not.toContain("employee-47");
      const { edges, pageInfo } = answer.data.viewer.members[0].accessLog;
      seen.push(...edges.map((edge: any) => edge.node.operation).filter((name: string) => name.startsWith("op")));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen)).toEqual(new Set(Array.from({ length: 20 }, (_, i) => `op${i + 1}`)));
    expect(seen).toHaveLength(20);
    const stranger = await app.make.member();
    const other = await app.asMember(stranger)("query($id: ID!) { member(id: $id) { accessLog(first: 3) { edges { node { at } } } } }", {
      id: globalId("Member", member.id),
    });
    const none = await app.asMember(stranger)("query($id: ID!) { member(id: $id) { accessLog(first: 3) { edges { node { at } } } } }", {
      id: globalId("Member", newTestId()),
    });
    expect([other.data, other.errors]).toEqual([none.data, none.errors]);
    expect(other.data).toEqual({ member: null });
  });
});

describe("erasing a person", () => {
  it("is kept from happening by a legal hold, an open booking or unpaid treatment, and says which", async () => {
    const member = await app.make.member();
    await app.make.insert("legal_hold", {
      id: newTestId(),
      member_id: member.id,
      reason: "dispute",
      placed_by: "legal",
      placed_at: now(),
    });
    expect(await eraseMember(app.app.database, member.id, "dpo")).toEqual({ kind: "KEPT", obstacles: ["LEGAL_HOLD"] });
    expect(await app.rows("select family_name from member where id = $1", [member.id])).toEqual([{ family_name: "Prøve" }]);
  });

  it("leaves nobody, keeps the book, is on the journal, and is done again after a restore", async () => {
    const member = await app.make.member({
      row: {
        given_names: "Kanarie",
        family_name: "Slettesen",
        phone: "+4511223344",
        email: "kanarie@slettesen.example",
        address_line: "Slettevej 99",
      },
    });
    await withNumber(member, "0202709999");
    const claim = await app.make.claim(member, { row: { condition_code: "SLIPPED_DISC", wishes: { note: "Kanarie" } } });
    await app.make.insert("claim_event", {
      id: newTestId(),
      claim_id: claim.id,
      member_id: member.id,
      kind: "OPENED",
      at: now(),
      actor: "x",
      actor_role: "MEMBER",
      data: { text: "Kanarie" },
    });
    const [before] = await app.rows("select to_jsonb(m) as row from member m where id = $1", [member.id]);
    const done = await eraseMember(app.app.database, member.id, "dpo");
    expect(done).toMatchObject({ kind: "ERASED", counts: { claims: 1, events: 1 } });
    expect(await eraseMember(app.app.database, member.id, "dpo")).toEqual({ kind: "UNKNOWN" });
    const tables = await app.rows(
      "select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace",
    );
    for (const { name } of tables) {
      const [{ n }] = await app.rows(
        `select count(*)::int as n from ${name} t where t::text ~ 'Kanarie|Slettesen|11223344|Slettevej|SLIPPED_DISC'`,
      );
      expect([name, n]).toEqual([name, 0]);
    }
    expect(await memberByCivilNumber(app.app.database, old, "0202709999")).toBeNull();
    const journal = await erasureJournal(app.app.database);
    expect(journal.filter((line) => line.member === member.id)).toHaveLength(1);
    // the backup of the day before comes back
    await app.rows("update member set given_names = $2, family_name = $3, erased_at = null where id = $1", [
      member.id,
      before.row.given_names,
      before.row.family_name,
    ]);
    await app.rows("delete from erasure_journal");
    expect(await replayErasures(app.app.database, journal.map((line) => JSON.stringify(line)).join("\n"))).toMatchObject({ erased: 1 });
    expect(await app.rows("select given_names, erased_at is not null as gone from member where id = $1", [member.id])).toEqual([
      { given_names: "", gone: true },
    ]);
  });
});

describe("retention", () => {
  it("removes what its time is over for, and nothing before", async () => {
    const member = await app.make.member();
    const claim = await app.make.claim(member, { row: { state: "CLOSED", condition_code: "OLD_PAIN", created_at: "2020-01-01" } });
    const young = await app.make.claim(member, { row: { state: "CLOSED", condition_code: "NEW_PAIN" } });
    const clinic = await app.make.clinic();
    const slot = await app.make.slot(clinic);
    const hold = (expiresHoursAgo: number) =>
      app.make.hold(
        slot,
        { member, claimId: newTestId() },
        { state: "RELEASED", expires_at: fromNow(-expiresHoursAgo * 3_600_000), created_at: fromNow(-expiresHoursAgo * 3_600_000) },
      );
    await hold(30);
    await hold(2);
    const key = (expires: string) =>
      app.rows(
        "insert into idempotency (principal, operation, key, fingerprint, outcome, expires_at) values ('somebody', 'op', gen_random_uuid(), 'f', '{}', clock_now() + $1::interval)",
        [expires],
      );
    await key("-1 hour");
    await key("1 hour");
    await app.make.consent(member, null, { given_on: "2019-01-01", expires_on: "2020-01-01", purpose: "OLD" });
    for (const last of ["2020-01-01", "2026-01-01"])
      await app.make.insert("authority", {
        id: newTestId(),
        member_id: member.id,
        third_party: "Somebody",
        scopes: ["CLAIMS"],
        valid_from: "2019-01-01",
        valid_through: last,
        text_version: "1",
        assurance: "HIGH",
        granted_by: "team",
      });
    await app.rows("delete from claim_event where claim_id = $1", [claim.id]).catch(() => {});
    const removed = await applyRetention(app.app.database);
    expect(removed).toMatchObject({ holds: 1, idempotencyKeys: 1, consents: 1, authorities: 1, cases: 1, accessLogRows: 0 });
    expect(await app.rows("select condition_code from claim where id = any ($1) order by created_at", [[claim.id, young.id]])).toEqual([
      { condition_code: "REMOVED" },
      { condition_code: "NEW_PAIN" },
    ]);
    expect(await applyRetention(app.app.database)).toMatchObject({ holds: 0, idempotencyKeys: 0, consents: 0, cases: 0 });
  });

  it("shortens the access log by whole seals after five years, and the chain still holds", async () => {
    await app.rows("alter table audit_event disable trigger user");
    await app.rows("update audit_event set at = clock_now() - interval '6 years' where seq <= (select min(seq) + 4 from audit_event)");
    await app.rows("alter table audit_event enable trigger user");
    const [{ through }] = await app.rows("select min(seq) + 4 as through from audit_event");
    await app.rows("delete from audit_seal");
    await sealAudit(app.app.database, 0);
    expect(await applyRetention(app.app.database)).toMatchObject({ accessLogRows: 0 });
    await app.rows("delete from audit_seal");
    await app.rows("alter table audit_event disable trigger user");
    await app.rows("update audit_event set at = clock_now() - interval '6 years' where at > clock_now() - interval '5 years'");
    await app.rows("alter table audit_event enable trigger user");
    await sealAudit(app.app.database, 0);
    const gone = await applyRetention(app.app.database);
    expect(gone["accessLogRows"]).toBeGreaterThan(5);
    expect(await verifyAudit(app.app.database)).toMatchObject({ broken: [], rows: 0 });
    expect(through).toBeDefined();
    expect(ANONYMOUS.role).toBe("ANONYMOUS");
  });
});
