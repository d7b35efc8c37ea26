/** Persons and policies come in through the API: one by one and in files, late and twice, and somebody is told whose cover is gone. */
import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { addDays, addMonths } from "../../src/kernel/calendar.js";
import { personalData } from "../../src/platform/people/personal-data.js";
import { sceneOf } from "../bookings/scene.js";
import { startApp, type Asker, type TestApp } from "../support/app.js";
import { today } from "../support/clock.js";
import type { MadeClinic, MadeMember } from "../support/make.js";

const LINES =
  "lines { line memberKey policyKey outcome member { id } policy { id } errors { code path } } counts { inserted changed unchanged late refused } errors { code path } replayed";
const SAVE = `mutation ($input: SaveMembersInput!) { saveMembers(input: $input) { ${LINES} } }`;

const [CPR_KEY, CPR_INDEX_KEY] = [randomBytes(32).toString("base64"), randomBytes(32).toString("base64")];
let t: TestApp;
let system: Asker;
let clinic: MadeClinic;
let scene: ReturnType<typeof sceneOf>;
beforeAll(async () => {
  t = await startApp({ CPR_KEY, CPR_INDEX_KEY });
  system = t.as({ sub: "claims-system", role: "INTEGRATION" });
  clinic = await t.make.clinic();
  scene = sceneOf(t, () => clinic);
});
afterAll(() => t.stop());

let number = 0;
const key = (): string => `k${(number += 1)}`;
const message = (memberKey: string, version: number, more: object = {}): Record<string, unknown> => ({
  memberKey,
  version: String(version),
  givenNames: "Åse Test",
  familyName: "Østergård",
  birthDate: "1980-05-17",
  policyKey: `p-${memberKey}`,
  product: "OCCUPATIONAL",
  role: "EMPLOYEE",
  scheme: "MANDATORY",
  coverStart: "2024-01-01",
  ...more,
});
const save = async (messages: readonly object[], more: object = {}): Promise<any> => {
  const answer = await system(SAVE, { input: { idempotencyKey: randomUUID(), messages, ...more } });
  if (!answer.data?.saveMembers) throw new Error(answer.text);
  return answer.data.saveMembers;
};
const put = async (type: string, body: string | Buffer, search: Record<string, string> = {}, headers: Record<string, string> = {}) => {
  const token = await t.app.identity.issuer?.mint({ sub: "claims-system", role: "INTEGRATION" });
  const response = await fetch(`${t.url}/graphql?${String(new URLSearchParams({ of: "members", ...search }))}`, {
    method: "PUT",
    headers: { "content-type": type, authorization: `Bearer ${token ?? ""}`, ...headers },
    body: typeof body === "string" ? body : new Uint8Array(body),
  });
  return { status: response.status, body: (await response.json()) as any };
};
const stored = (memberKey: string) =>
  t.rows(
    `select m.family_name, m.phone, m.source_version::int as version, p.cover_end, p.suspended, p.optional
     from member m left join policy p on p.member_id = m.id where m.external_key = $1`,
    [memberKey],
  );

describe("messages of the policy system", () => {
  test("make a person and a policy, change them, and are late or repeated without harm", async () => {
    const k = key();
    expect(await save([message(k, 5, { options: ["B", "A"], phone: "20 12 34 56" })])).toMatchObject({
      counts: { inserted: 1 },
      lines: [
        { outcome: "INSERTED", memberKey: k, policyKey: `p-${k}`, member: { id: expect.any(String) }, policy: { id: expect.any(String) } },
      ],
    });
    expect(await stored(k)).toEqual([
      { family_name: "Østergård", phone: "+4520123456", version: 5, cover_end: null, suspended: false, optional: ["A", "B"] },
    ]);
    expect((await save([message(k, 3, { familyName: "For sent" })])).lines[0].outcome).toBe("LATE");
    expect((await save([message(k, 5, { options: ["A", "B"], phone: "+45 20123456" })])).lines[0].outcome).toBe("UNCHANGED");
    expect(await save([message(k, 5, { familyName: "Noget andet" })])).toMatchObject({
      errors: [{ code: "VERSION_REUSED" }, {}],
      lines: [],
    });
    expect((await save([message(k, 6, { coverEnd: "2025-12-31", suspended: true })])).lines[0].outcome).toBe("CHANGED");
    expect(await stored(k)).toEqual([
      { family_name: "Østergård", phone: null, version: 6, cover_end: "2025-12-31", suspended: true, optional: [] },
    ]);
  });

  test("a repeated call is answered as before, and one refused line refuses an atomic call", async () => {
    const [a, b] = [key(), key()];
    const input = {
      idempotencyKey: randomUUID(),
      mode: "CONTINUE",
      messages: [message(a, 1), message(b, 1, { coverStart: "2025-02-30" })],
    };
    const first = (await system(SAVE, { input })).data.saveMembers;
    expect(first).toMatchObject({
      counts: { inserted: 1, refused: 1 },
      lines: [{}, { errors: [{ code: "DAY_INVALID", path: ["input", "messages", "1", "coverStart"] }] }],
    });
    expect((await system(SAVE, { input })).data.saveMembers).toEqual({ ...first, replayed: true });
    const c = key();
    expect(await save([message(c, 1), message(b, 1, { coverEnd: "2023-01-01" })])).toMatchObject({
      lines: [],
      errors: [{ code: "DAY_IMPOSSIBLE" }],
    });
    expect(await stored(c)).toEqual([]);
  });

  test("a number is sealed, found by its keyed hash, and taken once; nothing of it is answered", async () => {
    const [a, b] = [key(), key()];
    const answer = await system(SAVE, {
      input: { idempotencyKey: randomUUID(), messages: [message(a, 1, { civilNumber: "170580-4321" })] },
    });
    expect(answer.text).not.toContain("4321");
    const [row] = await t.rows(
      "select m.id, m.cpr_encrypted as sealed, c.blind_index as digest from member m join member_cpr c on c.member_id = m.id where m.external_key = $1",
      [a],
    );
    const keys = personalData(CPR_KEY, CPR_INDEX_KEY);
    expect(keys.decrypt(row.sealed, { table: "member", column: "cpr_encrypted", rowId: row.id })).toBe("1705804321");
    expect(keys.blindIndex("1705804321").digest).toEqual(row.digest);
    expect(await save([message(b, 1, { civilNumber: "1705804321" })])).toMatchObject({ errors: [{ code: "CIVIL_NUMBER_TAKEN" }] });
    await save([message(a, 2)]);
    expect(await t.rows("select count(*)::int as n from member_cpr where member_id = $1", [row.id])).toEqual([{ n: 0 }]);
    expect((await save([message(b, 1, { civilNumber: "1705804321" })])).lines[0].outcome).toBe("INSERTED");
  });

  test("only the policy system may bring anybody in", async () => {
    for (const asker of [t.asHealthTeam(), t.asClinic(clinic), t.asFinance(), t.as({ sub: "n", role: "NETWORK_MANAGER" })]) {
      const { errors, data } = await asker(SAVE, { input: { idempotencyKey: randomUUID(), messages: [message(key(), 1)] } });
      expect([data, errors?.length]).toEqual([undefined, expect.any(Number)]);
    }
  });
});

describe("a file of persons and policies", () => {
  const ndjson = (...rows: object[]): string => rows.map((row) => JSON.stringify(row)).join("\n");

  test("is put as NDJSON or CSV, with a result per line", async () => {
    const [a, b, c] = [key(), key(), key()];
    const sent = await put("application/x-ndjson", ndjson(message(a, 1), { ...message(b, 1), birthDate: "x" }, message(c, 1)), {
      mode: "CONTINUE",
    });
    expect(sent).toMatchObject({
      status: 200,
      body: {
        counts: { inserted: 2, refused: 1 },
        lines: [{}, { line: 2, outcome: "REFUSED", errors: [{ code: "DAY_INVALID", path: ["input", "content", "2", "birthDate"] }] }, {}],
      },
    });
    const header = "member_key;version;given_names;family_name;birth_date;policy_key;product;role;scheme;cover_start";
    const csv = Buffer.from(`${header}\r\n${b};1;Søren Ærø;Ågård;1990-01-01;p-${b};FLEX;POLICYHOLDER;PRIVATE;2025-01-01\r\n`, "latin1");
    expect(await put("text/csv", csv)).toMatchObject({ status: 200, body: { counts: { inserted: 1 } } });
    expect(await stored(b)).toMatchObject([{ family_name: "Ågård" }]);
    expect((await put("text/plain", "x")).status).toBe(415);
    expect((await put("text/csv", csv, { clinicId: "x" })).status).toBe(400);
  });

  test("of some thousands is read in another thread, in few statements, and two at once end in one state", async () => {
    const people = Array.from({ length: 3_000 }, () => key());
    const file = ndjson(...people.map((k) => message(k, 1)));
    const newer = ndjson(...people.map((k) => message(k, 2, { coverEnd: "2026-06-30" })));
    const before = t.app.database.statements;
    expect(await put("application/x-ndjson", file)).toMatchObject({ status: 200, body: { counts: { inserted: 3_000 } } });
    expect(t.app.database.statements - before).toBeLessThan(30);
    const [one, two] = await Promise.all([put("application/x-ndjson", newer), put("application/x-ndjson", file)]);
    expect([one.status, two.status]).toEqual([200, 200]);
    const [{ n }] = await t.rows("select count(*)::int as n from policy where external_key = any ($1) and cover_end = '2026-06-30'", [
      people.map((k) => `p-${k}`),
    ]);
    expect(n).toBe(3_000);
  });
});

describe("a change that takes the ground from an appointment", () => {
  const losses = (member: MadeMember) =>
    t.rows("select booking_id is not null as booked, reason, ended_as from cover_loss where member_id = $1 order by found_at, booked", [
      member.id,
    ]);
  /** A member of the policy system with an appointment ahead. */
  const booked = async () => {
    const made = await scene.booked();
    const k = key();
    await t.rows("update member set external_key = $2 where id = $1", [made.member.id, k]);
    await t.rows("update policy set external_key = $2 where id = $1", [made.member.policyId, `p-${k}`]);
    return { ...made, k };
  };

  test("is listed once, and leaves the list when the cover comes back", async () => {
    const { member, k } = await booked();
    await save([message(k, 1, { coverEnd: addMonths(today(), -4) })]);
    expect(await losses(member)).toEqual(
      [{ booked: true, reason: "CLAIM_REPORTED_OUTSIDE_COVER", ended_as: null }].map((l) => ({ ...l, reason: expect.any(String) })),
    );
    await save([message(k, 2, { coverEnd: addMonths(today(), -4), phone: "20123456" })]);
    expect(await losses(member)).toHaveLength(1);
    await save([message(k, 3)]);
    expect(await losses(member)).toMatchObject([{ ended_as: "RESTORED" }]);
    await save([message(k, 4, { suspended: true })]);
    expect(await losses(member)).toMatchObject([{ ended_as: "RESTORED" }, { reason: "COVER_SUSPENDED", ended_as: null }]);
  });

  test("is not listed where the treatment runs off", async () => {
    const { member, k } = await booked();
    await save([message(k, 1, { coverEnd: addDays(today(), 1) })]);
    expect(await losses(member)).toEqual([]);
  });
});
