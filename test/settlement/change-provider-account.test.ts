import { randomUUID } from "node:crypto";
import { startApp, type Answer, type TestApp } from "../support/app.js";
import type { MadeClinic } from "../support/make.js";
import { expectTold } from "../support/told.js";

const CHANGE = `mutation ($input: ChangeProviderAccountInput!) { changeProviderAccount(input: $input) { account { registrationNumber maskedAccountNumber } errors { code path } } }`;
let t: TestApp;
let clinic: MadeClinic;
beforeAll(async () => {
  t = await startApp();
  clinic = await t.make.clinic();
});
afterAll(async () => t.stop());

const change = (assurance: "Substantial" | "High", more: object = {}): Promise<Answer> =>
  t.as({ sub: "owner", role: "CLINIC_STAFF", cvr: clinic.cvr, assurance })(CHANGE, {
    input: { idempotencyKey: randomUUID(), registrationNumber: "0400", accountNumber: "0001234567", ...more },
  });
const stored = () =>
  t.rows("select registration_number, account_number, iban from provider_account where provider_id = $1", [clinic.providerId]);

describe("the account a clinic is paid to", () => {
  it("is changed by nobody without a login of level High, and the attempt is on record", async () => {
    const before = await stored();
    expect((await change("Substantial")).data.changeProviderAccount).toEqual({
      account: null,
      errors: [{ code: "STEP_UP_REQUIRED", path: [] }],
    });
    expect(await stored()).toEqual(before);
    expect(await t.rows("select outcome, rule from audit_event where operation = 'changeProviderAccount'")).toEqual([
      { outcome: "REFUSED", rule: "STEP_UP_REQUIRED" },
    ]);
  });

  it("keeps its leading zeros, shows four digits, and is on record", async () => {
    const { account, errors } = (await change("High", { iban: "DK50 0040 0440 1162 43", accountNumber: "000 123 4567" })).data
      .changeProviderAccount;
    expect(errors).toEqual([]);
    expect(account).toEqual({ registrationNumber: "0400", maskedAccountNumber: "xxxxxx4567" });
    expect(await stored()).toEqual([{ registration_number: "0400", account_number: "0001234567", iban: "DK5000400440116243" }]);
    expect(
      await t.rows("select fields, assurance from audit_event where operation = 'changeProviderAccount' and outcome = 'ALLOWED'"),
    ).toEqual([{ fields: ["registrationNumber", "accountNumber", "iban"], assurance: "HIGH" }]);
  });

  it("with wrong check digits is refused with its place", async () => {
    const before = await stored();
    const { errors } = (await change("High", { registrationNumber: "12" })).data.changeProviderAccount;
    expect(errors).toEqual([{ code: "REGISTRATION_NUMBER_INVALID", path: ["input", "registrationNumber"] }]);
    const [fault] = (await change("High", { iban: "DK5100400440116243" })).errors ?? [];
    expect(fault.extensions).toMatchObject({ code: "BAD_USER_INPUT", inputPath: ["input", "iban"] });
    expect(await stored()).toEqual(before);
  });

  it("is not for members or finance to change", async () => {
    for (const as of [t.asFinance(), t.asMember(await t.make.member())]) {
      const answer = await as(CHANGE, { input: { idempotencyKey: randomUUID(), registrationNumber: "0400", accountNumber: "1234567" } });
      expect(answer.errors).toBeDefined();
    }
  });
});

it("others are told what these acts did", () => expectTold(t, "provider.account-changed"));
