import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readCaseFile } from "../../src/features/claims/case-file/case-file.store.js";
import type { CaseFile } from "../../src/features/claims/case-file/case-file.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { WORKER } from "../../src/platform/viewer.js";
import { now } from "../support/clock.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";
import { dayIn, maker, newTestId, type Make, type MadeMember } from "../support/make.js";

let fresh: FreshDatabase;
let make: Make;
beforeAll(async () => {
  fresh = await freshDatabase({ reference: true });
  make = maker(fresh.database.pool);
});
afterAll(() => fresh.drop());

const read = async (claimId: string): Promise<CaseFile> => {
  const before = fresh.database.statements;
  const file = await transaction(fresh.database, WORKER, (tx) => readCaseFile(tx, claimId));
  // the file, commit: whatever the member has used
  expect(fresh.database.statements - before).toBe(2);
  if (!file) throw new Error("no such claim");
  return file;
};
const programme = async (member: MadeMember, service: string, subject: string | null, row: object = {}): Promise<string> => {
  const { id } = await make.claim(member, { service, row: { ...row } });
  await make.insert("programme_usage", {
    id: newTestId(),
    member_id: member.id,
    claim_id: id,
    service_code: service,
    subject,
    recorded_at: now(),
  });
  return id;
};
const use = (member: MadeMember, claimId: string, state: string, on = dayIn(-1)): Promise<void> =>
  make.usage({ memberId: member.id, policyId: member.policyId, claimId }, on, { service_code: "GLAD", state });
const secondPolicy = async (member: MadeMember): Promise<string> => {
  const id = newTestId();
  await make.insert("policy", {
    id,
    member_id: member.id,
    product: "FLEX",
    role: "POLICYHOLDER",
    scheme: "PRIVATE",
    cover_start: "2024-01-01",
    cover_end: null,
    optional: [],
    group_child_age: 24,
    suspended: false,
    danmark_member: false,
  });
  return id;
};

describe("programmes used before", () => {
  test("are those of the same policy; the assessment of option H counts for life", async () => {
    const member = await make.member();
    const other = await secondPolicy(member);
    await programme(member, "GLAD", "KNEE");
    await programme(member, "GLAD", "HIP", { policy_id: other });
    await programme(member, "PSYCHIATRIC_ASSESSMENT", null, { policy_id: other });
    const { id } = await make.claim(member);
    const { programmes } = await read(id);
    expect([...programmes].sort((a, b) => a.service.localeCompare(b.service))).toEqual([
      { service: "GLAD", subject: "KNEE", attended: false },
      { service: "PSYCHIATRIC_ASSESSMENT", subject: null, attended: false },
    ]);
  });

  test("leave out the claim's own, which is on record instead", async () => {
    const member = await make.member();
    const own = await programme(member, "GLAD", "KNEE");
    expect(await read(own)).toMatchObject({ programmes: [], programme_recorded: true });
  });

  test("leave out one whose every booking was given back, and keep one of which a single treatment stands", async () => {
    const member = await make.member();
    const begun = await programme(member, "GLAD", "KNEE");
    await use(member, begun, "RELEASED");
    const { id } = await make.claim(member);
    expect((await read(id)).programmes).toEqual([]);
    await use(member, begun, "RESERVED");
    expect((await read(id)).programmes).toEqual([{ service: "GLAD", subject: "KNEE", attended: false }]);
    await use(member, begun, "COUNTED");
    expect((await read(id)).programmes).toEqual([{ service: "GLAD", subject: "KNEE", attended: true }]);
  });
});

describe("treatments used", () => {
  test("count those that took place and those booked, by year and claim, and no others", async () => {
    const member = await make.member();
    const { id } = await make.claim(member, { service: "GLAD" });
    const { id: other } = await make.claim(member, { service: "GLAD" });
    await use(member, id, "COUNTED", "2025-12-30");
    await use(member, id, "RESERVED", "2026-01-05");
    await use(member, id, "RELEASED", "2026-01-06");
    await use(member, other, "COUNTED", "2026-01-07");
    const file = await read(id);
    const entry = { service: "GLAD", under: "BASE", mode: "NETWORK", condition: "BACK_PAIN", count: 1 };
    expect([...file.usage].sort((a, b) => a.year - b.year || Number(b.same_claim) - Number(a.same_claim))).toEqual([
      { ...entry, year: 2025, same_claim: true, last_on: "2025-12-30", attended: 1 },
      { ...entry, year: 2026, same_claim: true, last_on: "2026-01-05", attended: 0 },
      { ...entry, year: 2026, same_claim: false, last_on: "2026-01-07", attended: 1 },
    ]);
    expect(file).toMatchObject({ first_treatment_on: "2025-12-30", sessions: 2 });
  });
});

test("the consent that speaks is the live one to treatment, whatever was given or withdrawn beside it", async () => {
  const member = await make.member();
  const { id } = await make.claim(member, { consent: false });
  expect((await read(id)).consent).toBeNull();
  await make.consent(member, id, { purpose: "INFORMATION" });
  expect((await read(id)).consent).toBeNull();
  await make.consent(member, id, { given_on: dayIn(-4), withdrawn_on: dayIn(-3) });
  expect((await read(id)).consent).toEqual({ given_on: dayIn(-4), withdrawn_on: dayIn(-3) });
  await make.consent(member, id, { given_on: dayIn(-3) });
  expect((await read(id)).consent).toEqual({ given_on: dayIn(-3), withdrawn_on: null });
});
