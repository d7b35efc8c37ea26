/** What a guardian may see of a young person, at both midnights, and who decides about it. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { addDays, addMonths } from "../../src/kernel/calendar.js";
import { WORKER } from "../../src/platform/viewer.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { today } from "../support/clock.js";
import { dayIn, type MadeMember } from "../support/make.js";
import { asserted } from "../support/asserted.js";

const DEPENDANTS = "{ viewer { dependants { id name birthYear covers { product role coverStart coverEnd } } } }";
const GUARDIANS = "{ viewer { guardians { id name access } } }";
const CHANGE =
  "mutation ($input: ChangeGuardianAccessInput!) { changeGuardianAccess(input: $input) { guardian { id access } errors { code path } } }";
const RECORD =
  "mutation ($input: RecordCustodyInput!) { recordCustody(input: $input) { custody { member { id } guardian { id } checkedOn standsThrough } errors { code path } } }";

let t: TestApp;
/** Turns so many years old today, and so many days later. */
const born = (years: number, daysLater = 0): string => addDays(addMonths(today(), -12 * years), daysLater);

beforeAll(async () => {
  t = await startApp();
});
afterAll(() => t.stop());

async function family(birthDate: string, row: object = {}): Promise<{ guardian: MadeMember; child: MadeMember }> {
  const guardian = await t.make.member();
  const child = await t.make.member({
    familyId: guardian.familyId,
    row: { given_names: "Unge", family_name: "Prøve", birth_date: birthDate, phone: "+4599887766", ...row },
    policy: { role: "GROUP_CHILD" },
  });
  await t.make.guardianship(guardian, child);
  return { guardian, child };
}
const dependantsOf = async (guardian: MadeMember): Promise<any[]> => (await t.asMember(guardian)(DEPENDANTS)).data.viewer.dependants;
const change = async (child: MadeMember, guardian: MadeMember, access: string) =>
  (await t.asMember(child)(CHANGE, { input: { guardianId: globalId("Member", guardian.id), access } })).data.changeGuardianAccess;

test("the health team finds child and guardian on each other, on record, and an adult has neither", async () => {
  const { guardian, child } = await family(born(8));
  const grown = await family(born(18));
  const asked =
    "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Member { guardians { guardian { id } standsThrough } dependants { member { name } } } } }";
  const ids = [guardian, child, grown.guardian, grown.child].map(({ id }) => globalId("Member", id));
  const { data } = await t.asHealthTeam()(asked, { ids });
  const standsThrough = addDays(dayIn(-5), 30);
  expect(data.nodes).toEqual([
    { guardians: [], dependants: [{ member: { name: "Unge Prøve" } }] },
    { guardians: [{ guardian: { id: ids[0] }, standsThrough }], dependants: [] },
    { guardians: [], dependants: [] },
    { guardians: [], dependants: [] },
  ]);
  const seen = (operation: string) =>
    t.rows("select distinct member_id from audit_event where operation = $1 and actor = 'health-team'", [operation]);
  expect(await seen("guardians")).toContainEqual({ member_id: child.id });
  expect(await seen("dependants")).toContainEqual({ member_id: guardian.id });
  expect((await t.asMember(guardian)(asked, { ids })).errors).toBeDefined();
});

test("everybody is told what the role may do, and no more", async () => {
  const may = async (asker: ReturnType<typeof t.as>) =>
    (await asker("{ viewer { mayDo { kind name needsPurpose } } }")).data.viewer.mayDo as any[];
  const { guardian } = await family(born(8));
  const own = await may(t.asMember(guardian));
  expect(own).toContainEqual({ kind: "MUTATION", name: "bookSlot", needsPurpose: false });
  expect(own.map(({ name }) => name)).not.toContain("closeSettlementBatch");
  const team = await may(t.asHealthTeam());
  expect(team).toContainEqual({ kind: "QUERY", name: "promiseBoard", needsPurpose: true });
  expect(team).toContainEqual({ kind: "QUERY", name: "clinics", needsPurpose: false });
});

describe("from the 15th birthday", () => {
  test("a guardian keeps name, year of birth and cover, and reads it as the young person's log tells", async () => {
    const { guardian, child } = await family(born(16));
    expect(await dependantsOf(guardian)).toEqual([
      {
        id: globalId("Dependant", child.id),
        name: "Unge Prøve",
        birthYear: Number(born(16).slice(0, 4)),
        covers: [{ product: "OCCUPATIONAL", role: "GROUP_CHILD", coverStart: "2024-01-01", coverEnd: null }],
      },
    ]);
    const log = await t.asMember(child)(
      "{ viewer { members { accessLog(first: 5) { edges { node { operation purpose role fields } } } } } }",
    );
    expect(log.data.viewer.members[0].accessLog.edges.map((edge: any) => edge.node)).toContainEqual({
      operation: "dependants",
      purpose: "CUSTODY",
      role: "MEMBER",
      fields: ["name", "birthYear", "covers"],
    });
  });

  test("a guardian reads no claim, booking, consent, log, contact or row of the young person's, by any id", async () => {
    const { guardian, child } = await family(born(15));
    const claim = await t.make.claim(child, { service: "PSYCHOLOGIST" });
    const [{ consent }] = await t.rows("select id as consent from consent where claim_id = $1", [claim.id]);
    const ask = t.asMember(guardian);
    for (const id of [
      globalId("Member", child.id),
      globalId("Claim", claim.id),
      globalId("Consent", consent),
      globalId("Dependant", child.id),
    ])
      expect((await ask("query ($id: ID!) { node(id: $id) { id } }", { id })).data).toEqual({ node: null });
    expect((await ask("{ claims(first: 10) { edges { node { id } } } }")).data.claims.edges).toEqual([]);
    expect((await ask("{ bookings(first: 10) { edges { node { id } } } }")).data.bookings.edges).toEqual([]);
    const log = await ask("query ($id: ID!) { member(id: $id) { accessLog(first: 1) { edges { node { at } } } } }", {
      id: globalId("Member", child.id),
    });
    expect(log.data).toEqual({ member: null });
    expect((await ask("{ viewer { members { id } } }")).data.viewer.members).toEqual([{ id: globalId("Member", guardian.id) }]);
    expect(JSON.stringify(await dependantsOf(guardian))).not.toContain("99887766");
    const viewer = { ...WORKER, role: "MEMBER", subject: guardian.subject, memberIds: [guardian.id] } as const;
    for (const [table, column] of [
      ["member", "id"],
      ["policy", "member_id"],
      ["claim", "member_id"],
      ["consent", "member_id"],
      ["audit_event", "member_id"],
    ])
      expect([
        table,
        await transaction(t.app.database, viewer, (tx) => tx.query(asserted(`select 1 from ${table} where ${column} = $1`, [child.id]))),
      ]).toEqual([table, []]);
  });

  test("the day before, a guardian still acts and has no cover view; a stranger has neither", async () => {
    const { guardian, child } = await family(born(15, 1));
    expect(await dependantsOf(guardian)).toEqual([]);
    const { data } = await t.asMember(guardian)("{ viewer { members { id } } }");
    expect(data.viewer.members.map((m: any) => m.id)).toEqual([globalId("Member", guardian.id), globalId("Member", child.id)]);
    expect(await dependantsOf(await t.make.member({ familyId: guardian.familyId }))).toEqual([]);
  });

  test("a young person closes the cover to one guardian and gives it back, and the other guardian is not concerned", async () => {
    const { guardian, child } = await family(born(17));
    const other = await t.make.member();
    await t.make.guardianship(other, child);
    expect(await change(child, guardian, "NONE")).toEqual({
      guardian: { id: globalId("Member", guardian.id), access: "NONE" },
      errors: [],
    });
    expect([(await dependantsOf(guardian)).length, (await dependantsOf(other)).length]).toEqual([0, 1]);
    const seen = (await t.asMember(child)(GUARDIANS)).data.viewer.guardians;
    expect(Object.fromEntries(seen.map((each: any) => [each.id, each.access]))).toEqual({
      [globalId("Member", guardian.id)]: "NONE",
      [globalId("Member", other.id)]: "COVER",
    });
    const viewer = { ...WORKER, role: "MEMBER", subject: guardian.subject, memberIds: [guardian.id] } as const;
    expect(
      await transaction(t.app.database, viewer, (tx) => tx.query(asserted("select 1 from guardianship where child_id = $1", [child.id]))),
    ).toEqual([]);
    expect(await change(child, guardian, "COVER")).toMatchObject({ guardian: { access: "COVER" }, errors: [] });
    expect(await dependantsOf(guardian)).toHaveLength(1);
    const rows = await t.rows("select fields from audit_event where member_id = $1 and operation = 'changeGuardianAccess' order by seq", [
      child.id,
    ]);
    expect(rows).toEqual([{ fields: ["NONE"] }, { fields: ["COVER"] }]);
  });

  test("only the young person itself decides: not a guardian, not a child of 14, not about a stranger", async () => {
    const { guardian, child } = await family(born(15, 1));
    expect((await change(child, guardian, "NONE")).errors.map((e: any) => e.code)).toEqual(["GUARDIAN_STILL_ACTS"]);
    expect((await change(guardian, guardian, "COVER")).errors.map((e: any) => e.code)).toEqual(["NOT_FOUND"]);
    expect((await change(child, await t.make.member(), "NONE")).errors).toEqual([{ code: "NOT_FOUND", path: ["input", "guardianId"] }]);
    const viewer = { ...WORKER, role: "MEMBER", subject: guardian.subject, memberIds: [guardian.id, child.id] } as const;
    const own = transaction(t.app.database, viewer, (tx) =>
      tx.query(
        asserted("update guardianship set restricted_at = null, checked_on = clock_now() where child_id = $1 returning 1", [child.id]),
      ),
    );
    expect(await own).toEqual([]);
    expect(
      (await t.asMember(child)(CHANGE, { input: { guardianId: globalId("Member", guardian.id), access: "CONTENT" } })).data,
    ).toBeFalsy();
  });
});

describe("from the 18th birthday", () => {
  test("a guardian sees nothing, and the adult has no guardians", async () => {
    const { guardian, child } = await family(born(18));
    expect(await dependantsOf(guardian)).toEqual([]);
    expect((await t.asMember(child)(GUARDIANS)).data.viewer.guardians).toEqual([]);
    expect((await change(child, guardian, "COVER")).errors.map((e: any) => e.code)).toEqual(["NOT_FOUND"]);
    expect(await dependantsOf((await family(born(18, 1))).guardian)).toHaveLength(1);
  });
});

test("both days begin at midnight in Copenhagen, in summer and in winter, also for somebody born on 29 February", async () => {
  const at = async (birthDate: string, instant: string): Promise<number> => {
    const { guardian } = await family(birthDate);
    await t.rows("update guardianship set checked_on = $2::date where guardian_id = $1", [guardian.id, instant.slice(0, 10)]);
    return (await t.rows("select 1 from dependants_at($1, $2)", [guardian.id, instant])).length;
  };
  const seen = async (birthDate: string, ...instants: string[]): Promise<number[]> => Promise.all(instants.map((i) => at(birthDate, i)));
  expect(await seen("2011-06-15", "2026-06-14T21:59:59.999Z", "2026-06-14T22:00:00Z")).toEqual([0, 1]);
  expect(await seen("2011-06-15", "2029-06-14T21:59:59.999Z", "2029-06-14T22:00:00Z")).toEqual([1, 0]);
  expect(await seen("2011-12-15", "2026-12-14T22:59:59.999Z", "2026-12-14T23:00:00Z")).toEqual([0, 1]);
  expect(await seen("2011-12-15", "2029-12-14T22:59:59.999Z", "2029-12-14T23:00:00Z")).toEqual([1, 0]);
  expect(await seen("2012-02-29", "2027-02-27T22:59:59Z", "2027-02-27T23:00:00Z")).toEqual([0, 1]);
  expect(await seen("2012-02-29", "2030-02-27T22:59:59Z", "2030-02-27T23:00:00Z")).toEqual([1, 0]);
});

describe("custody", () => {
  const record = async (child: MadeMember, guardian: MadeMember, custody: string, as = t.asHealthTeam()) =>
    (await as(RECORD, { input: { memberId: globalId("Member", child.id), guardianId: globalId("Member", guardian.id), custody } })).data
      .recordCustody;
  const membersOf = async (guardian: MadeMember): Promise<number> =>
    // a purpose of its own: a viewer is remembered for ten seconds
    (
      await t.as(
        { sub: guardian.subject, role: "MEMBER" },
        { "x-purpose": `P${Math.random().toString(36).slice(2)}` },
      )("{ viewer { members { id } } }")
    ).data.viewer.members.length;

  test("that was not confirmed for 30 days opens nothing, neither under 15 nor over", async () => {
    const small = await family(born(9));
    const young = await family(born(16));
    const aged = (days: number) =>
      t.rows("update guardianship set checked_on = $2::date where child_id = any ($1)", [
        [small.child.id, young.child.id],
        addDays(today(), -days),
      ]);
    await aged(30);
    expect([await membersOf(small.guardian), (await dependantsOf(young.guardian)).length]).toEqual([2, 1]);
    await aged(31);
    expect([await membersOf(small.guardian), (await dependantsOf(young.guardian)).length]).toEqual([1, 0]);
    expect(await record(small.child, small.guardian, "HELD")).toEqual({
      custody: {
        member: { id: globalId("Member", small.child.id) },
        guardian: { id: globalId("Member", small.guardian.id) },
        checkedOn: today(),
        standsThrough: addDays(today(), 30),
      },
      errors: [],
    });
    expect(await membersOf(small.guardian)).toBe(2);
  });

  test("ends on the day on which the register says so, and begins with the first answer; the claims system may tell", async () => {
    const { guardian, child } = await family(born(9));
    const system = t.as({ sub: "civil-register", role: "INTEGRATION" });
    expect(await record(child, guardian, "ENDED", system)).toMatchObject({ custody: { standsThrough: null }, errors: [] });
    expect(await membersOf(guardian)).toBe(1);
    const other = await t.make.member();
    expect((await record(child, other, "ENDED")).errors.map((e: any) => e.code)).toEqual(["NOT_FOUND"]);
    expect((await record(child, other, "HELD", system)).errors).toEqual([]);
    expect(await membersOf(other)).toBe(2);
  });

  test("is held of no adult, by nobody of oneself, and is not for members to record", async () => {
    const { guardian, child } = await family(born(18));
    expect((await record(child, guardian, "HELD")).errors.map((e: any) => e.code)).toEqual(["MEMBER_OF_AGE"]);
    expect((await record(child, child, "HELD")).errors.map((e: any) => e.code)).toEqual(["CUSTODY_OF_ONESELF", "MEMBER_OF_AGE"]);
    const refused = await t.asMember(guardian)(RECORD, { input: {} });
    expect(refused.errors?.[0].extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  test("never shows a protected address through the child", async () => {
    const { guardian, child } = await family(born(9), { protected_address: true, address_line: "Hemmelig 1", postnr: "8000" });
    const Q = "query ($id: ID!) { member(id: $id) { name address { line postalCode } protectedAddress } }";
    const seen = await t.asMember(guardian)(Q, { id: globalId("Member", child.id) });
    expect(seen.data.member).toEqual({ name: "Unge Prøve", address: null, protectedAddress: true });
    expect((await t.asMember(child)(Q, { id: globalId("Member", child.id) })).data.member.address).toEqual({
      line: "Hemmelig 1",
      postalCode: "8000",
    });
  });
});
