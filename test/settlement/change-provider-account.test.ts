import { randomUUID } from "node:crypto";
import { appliesAt, confirmationRefusals } from "../../src/features/settlement/accounts/account-change.js";
import { putAccountsInForce } from "../../src/features/settlement/accounts/put-accounts-in-force.js";
import { startApp, type Answer, type Asker, type TestApp } from "../support/app.js";
import type { MadeClinic } from "../support/make.js";
import { expectTold, toldBy } from "../support/told.js";

const CHANGED = "change { id state registrationNumber maskedAccountNumber appliesAt decidedBy reason } errors { code path } replayed";
const CHANGE = `mutation ($input: ChangeProviderAccountInput!) { changeProviderAccount(input: $input) { ${CHANGED} } }`;
const CONFIRM = `mutation ($input: ConfirmAccountChangeInput!) { confirmAccountChange(input: $input) { ${CHANGED} } }`;
const REFUSE = `mutation ($input: RefuseAccountChangeInput!) { refuseAccountChange(input: $input) { ${CHANGED} } }`;
const ACCOUNT = "{ viewer { organisation { account { maskedAccountNumber blockedAt } } } }";
let t: TestApp;
let clinic: MadeClinic;
beforeAll(async () => {
  t = await startApp();
});
beforeEach(async () => {
  clinic = await t.make.clinic({ row: { phone: "+45 86 12 34 56" } });
});
afterAll(async () => t.stop());

const owner = (assurance: "Substantial" | "High" = "High", sub = "owner"): Asker =>
  t.as({ sub, role: "CLINIC_STAFF", cvr: clinic.cvr, assurance });
const manager = (): Asker => t.as({ sub: "manager", role: "NETWORK_MANAGER" });
const state = (assurance: "Substantial" | "High", more: object = {}): Promise<Answer> =>
  owner(assurance)(CHANGE, {
    input: { idempotencyKey: randomUUID(), registrationNumber: "0400", accountNumber: "0001234567", ...more },
  });
const stated = async (): Promise<string> => (await state("High")).data.changeProviderAccount.change.id;
const confirm = (as: Asker, changeId: string, calledNumber: string | null = null) =>
  as(CONFIRM, { input: { idempotencyKey: randomUUID(), changeId, calledNumber } }).then((a) => a.data.confirmAccountChange);
const refuse = (as: Asker, changeId: string) =>
  as(REFUSE, { input: { idempotencyKey: randomUUID(), changeId, reason: "NOT_STATED_BY_CLINIC" } }).then((a) => a.data.refuseAccountChange);
const inForce = async () =>
  (
    await t.rows("select registration_number as r, account_number as n, iban from provider_account where provider_id = $1", [
      clinic.providerId,
    ])
  )[0];
/** The time of waiting is over for what was stated, by moving what the row says of it. */
const waited = () =>
  t.rows(
    "begin; alter table account_change disable trigger account_change_keeps_its_figures; update account_change set applies_at = clock_now() where in_force_at is null; alter table account_change enable trigger account_change_keeps_its_figures; commit",
  );

describe("the account a company is paid to", () => {
  it("is stated by nobody without a login of level High, and the attempt is on record", async () => {
    expect((await state("Substantial")).data.changeProviderAccount).toMatchObject({
      change: null,
      errors: [{ code: "STEP_UP_REQUIRED", path: [] }],
    });
    expect(await t.rows("select outcome, rule from audit_event where operation = 'changeProviderAccount'")).toEqual([
      { outcome: "REFUSED", rule: "STEP_UP_REQUIRED" },
    ]);
  });

  it("stays the old one until a second person has confirmed the new one and its time of waiting is over", async () => {
    const before = await inForce();
    const { change } = (await state("High", { iban: "DK50 0040 0440 1162 43", accountNumber: "000 123 4567" })).data.changeProviderAccount;
    expect(change).toMatchObject({ state: "STATED", registrationNumber: "0400", maskedAccountNumber: "xxxxxx4567" });
    expect(Date.parse(change.appliesAt) - t.app.database.clock.now().getTime()).toBeGreaterThan(71 * 3_600_000);
    await putAccountsInForce(t.fresh.database);
    expect(await inForce()).toEqual(before);
    expect(await confirm(manager(), change.id)).toMatchObject({ errors: [], change: { state: "CONFIRMED", decidedBy: "manager" } });
    await putAccountsInForce(t.fresh.database);
    expect(await inForce()).toEqual(before);
    await waited();
    expect(await Promise.all([putAccountsInForce(t.fresh.database), putAccountsInForce(t.fresh.database)])).toContainEqual({ inForce: 1 });
    expect(await inForce()).toEqual({ r: "0400", n: "0001234567", iban: "DK5000400440116243" });
    expect((await owner()(ACCOUNT)).data.viewer.organisation.account).toEqual({ maskedAccountNumber: "xxxxxx4567", blockedAt: null });
    const topics = await t.rows<{ topic: string }>("select topic from outbox where aggregate_id = $1 order by id", [clinic.providerId]);
    expect(topics.map((r) => r.topic)).toEqual(["provider.account-stated", "provider.account-confirmed", "provider.account-changed"]);
    expect(await toldBy(t, "putAccountsInForce")).toEqual(["provider.account-changed"]);
  });

  it("is confirmed by finance only with a call to a number of the directory, never one that came with the change", async () => {
    const id = await stated();
    expect((await confirm(t.asFinance(), id)).errors).toMatchObject([{ code: "CALL_BACK_MISSING" }]);
    expect((await confirm(t.asFinance(), id, "12 34 56 78")).errors).toMatchObject([{ code: "CALL_BACK_NUMBER_UNKNOWN" }]);
    expect(await confirm(t.asFinance(), id, "86123456")).toMatchObject({ errors: [], change: { state: "CONFIRMED" } });
    expect((await confirm(manager(), id)).errors).toMatchObject([{ code: "ACCOUNT_CHANGE_DECIDED" }]);
  });

  it("is stopped by anybody of the company, also after it was confirmed, and then never comes into force", async () => {
    const before = await inForce();
    const id = await stated();
    await confirm(manager(), id);
    expect(await refuse(owner("Substantial", "colleague"), id)).toMatchObject({ errors: [], change: { state: "REFUSED" } });
    await waited();
    await putAccountsInForce(t.fresh.database);
    expect(await inForce()).toEqual(before);
    expect((await confirm(manager(), id)).errors).toMatchObject([{ code: "ACCOUNT_CHANGE_DECIDED" }]);
  });

  it("has one change at a time: a later statement takes the place of an earlier one, and both stay on record", async () => {
    const first = await stated();
    await confirm(manager(), first);
    const second = await stated();
    expect(
      (await t.rows("select state from account_change where provider_id = $1 order by id", [clinic.providerId])).map((r) => r.state),
    ).toEqual(["REPLACED", "STATED"]);
    expect((await confirm(manager(), first)).errors).toMatchObject([{ code: "ACCOUNT_CHANGE_DECIDED" }]);
    expect(await confirm(manager(), second)).toMatchObject({ errors: [] });
  });

  it("of another company is stated, seen and stopped by nobody", async () => {
    const id = await stated();
    const other = await t.make.clinic();
    const foreign = t.as({ sub: "foreign", role: "CLINIC_STAFF", cvr: other.cvr, assurance: "High" });
    expect((await refuse(foreign, id)).errors).toMatchObject([{ code: "NOT_FOUND" }]);
    expect((await foreign("{ accountChanges(first: 5) { edges { node { id } } } }")).data.accountChanges.edges).toEqual([]);
    for (const as of [t.asFinance(), t.asMember(await t.make.member()), t.as({ sub: "s", role: "CLINIC_SYSTEM", cvr: clinic.cvr })]) {
      const answer = await as(CHANGE, { input: { idempotencyKey: randomUUID(), registrationNumber: "0400", accountNumber: "1234567" } });
      expect(answer.errors).toBeDefined();
    }
  });

  it("cannot be written past the confirmation by the logins of requests, nor a stated one changed by anybody", async () => {
    const id = await stated();
    await expect(
      t.rows("update account_change set account_number = '9999999' where id = (select max(id::text)::uuid from account_change)"),
    ).rejects.toThrow("a stated account keeps its figures");
    await expect(
      t.rows("update account_change set state = 'CONFIRMED', decided_by = stated_by where state = 'STATED' and provider_id = $1", [
        clinic.providerId,
      ]),
    ).rejects.toThrow("account_change_has_four_eyes");
    const [right] = await t.rows<{ may: boolean }>(
      "select has_column_privilege('gateway_app', 'provider_account', 'account_number', 'UPDATE') as may",
    );
    expect([id !== "", right?.may]).toEqual([true, false]);
  });

  it("with wrong check digits is refused with its place", async () => {
    const before = await inForce();
    const { errors } = (await state("High", { registrationNumber: "12" })).data.changeProviderAccount;
    expect(errors).toEqual([{ code: "REGISTRATION_NUMBER_INVALID", path: ["input", "registrationNumber"] }]);
    const [fault] = (await state("High", { iban: "DK5100400440116243" })).errors ?? [];
    expect(fault.extensions).toMatchObject({ code: "BAD_USER_INPUT", inputPath: ["input", "iban"] });
    expect(await inForce()).toEqual(before);
  });
});

describe("the decision on a stated account", () => {
  const change = { state: "STATED", statedBy: "owner", knownNumbers: ["+45 86 12 34 56"] } as const;
  const codes = (by: Parameters<typeof confirmationRefusals>[1]) => confirmationRefusals(change, by).map((r) => r.code);
  it("is by another person, and says every reason at once", () => {
    expect(codes({ subject: "owner", knowsTheCompany: true, calledNumber: null })).toEqual(["FOUR_EYES"]);
    expect(codes({ subject: "owner", knowsTheCompany: false, calledNumber: null })).toEqual(["FOUR_EYES", "CALL_BACK_MISSING"]);
    expect(codes({ subject: "f", knowsTheCompany: false, calledNumber: "0045 8612 3456" })).toEqual([]);
  });
  it("lets the first account of a company wait for nothing but its confirmation", () => {
    const at = new Date("2026-11-25T12:00:00Z");
    expect([appliesAt(at, true, 72), appliesAt(at, false, 72)].map((d) => d.toISOString())).toEqual([
      "2026-11-25T12:00:00.000Z",
      "2026-11-28T12:00:00.000Z",
    ]);
  });
});

it("others are told what these acts did", () =>
  expectTold(t, "provider.account-stated", "provider.account-confirmed", "provider.account-refused", "provider.account-changed"));
