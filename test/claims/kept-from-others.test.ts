/** Designations and status reports in the database itself: what a viewer's own row-level security lets them read and write. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { ANONYMOUS, type Viewer } from "../../src/platform/viewer.js";
import { startApp, type TestApp } from "../support/app.js";
import { asserted } from "../support/asserted.js";
import { now } from "../support/clock.js";
import type { MadeClaim, MadeClinic, MadeMember } from "../support/make.js";

describe("what the team decides", () => {
  let t: TestApp;
  let member: MadeMember;
  let other: MadeMember;
  let claim: MadeClaim;
  let clinic: MadeClinic;
  let elsewhere: MadeClinic;
  const report = randomUUID();
  beforeAll(async () => {
    t = await startApp();
    [member, other, clinic, elsewhere] = [await t.make.member(), await t.make.member(), await t.make.clinic(), await t.make.clinic()];
    claim = await t.make.claim(member, { service: "SPECIALIST_EXAMINATION", row: { guarantee_class: "SPECIALIST_10" } });
    await t.make.designation(claim, clinic);
    await t.make.insert("status_report", {
      id: report,
      claim_id: claim.id,
      member_id: member.id,
      provider_id: clinic.providerId,
      booking_id: randomUUID(),
      question: "how is it going?",
      asked_by: "team",
      asked_at: now(),
    });
  });
  afterAll(() => t.stop());

  const viewer = (role: Viewer["role"], more: Partial<Viewer> = {}): Viewer => ({
    ...ANONYMOUS,
    role,
    subject: "who",
    assurance: "HIGH",
    ...more,
  });
  const person = (of: MadeMember): Viewer => viewer("MEMBER", { subject: of.subject, memberIds: [of.id] });
  const staff = (of: MadeClinic): Viewer => viewer("CLINIC_STAFF", { providerId: of.providerId, cvr: of.cvr });
  const as = (who: Viewer, text: string, values: readonly unknown[] = []): Promise<readonly object[]> =>
    transaction(t.app.database, who, (tx) => tx.query(asserted(text, values)));

  test("is read by the team and the member; a report by the clinic it asks, too", async () => {
    const seen = async (who: Viewer) => [
      (await as(who, "select id from designation where claim_id = $1", [claim.id])).length,
      (await as(who, "select id from status_report where claim_id = $1", [claim.id])).length,
    ];
    expect(await seen(viewer("HEALTH_TEAM"))).toEqual([1, 1]);
    expect(await seen(person(member))).toEqual([1, 1]);
    expect(await seen(staff(clinic))).toEqual([0, 1]);
    for (const who of [person(other), staff(elsewhere), viewer("FINANCE"), viewer("NETWORK_MANAGER"), viewer("BANK_CHANNEL")])
      expect(await seen(who)).toEqual([0, 0]);
  });

  test("is written by the team alone, under its own name", async () => {
    const designate = (who: Viewer, by = who.subject) =>
      as(
        who,
        `insert into designation (id, claim_id, member_id, clinic_id, reason, designated_by, ended_at)
         values ($1, $2, $3, $4, 'mine', $5, clock_now())`,
        [randomUUID(), claim.id, member.id, elsewhere.id, by],
      );
    for (const who of [person(member), staff(clinic), viewer("NETWORK_MANAGER"), viewer("INTEGRATION")])
      await expect(designate(who)).rejects.toThrow(/row-level security/);
    await expect(designate(viewer("HEALTH_TEAM"), "a colleague")).rejects.toThrow(/row-level security/);
    await designate(viewer("HEALTH_TEAM"));
    const end = "update designation set ended_at = clock_now() where claim_id = $1 and ended_at is null returning id";
    for (const who of [person(member), staff(clinic)]) expect(await as(who, end, [claim.id])).toEqual([]);
    await expect(as(viewer("HEALTH_TEAM"), "update designation set reason = 'another' where claim_id = $1", [claim.id])).rejects.toThrow(
      /permission denied/,
    );
  });

  test("is answered once, by whom it asks, under their own name", async () => {
    const answer = (who: Viewer, by = who.subject) =>
      as(
        who,
        `update status_report set progress = 'IMPROVED', answered_by = $2, answered_at = clock_now(), written_on = clock_today()
         where id = $1 returning id`,
        [report, by],
      );
    for (const who of [person(member), staff(elsewhere), viewer("FINANCE")]) expect(await answer(who)).toEqual([]);
    await expect(answer(staff(clinic), "somebody else")).rejects.toThrow(/row-level security/);
    expect(await answer(staff(clinic))).toHaveLength(1);
    expect(await answer(staff(clinic))).toEqual([]);
    expect(await answer(viewer("HEALTH_TEAM"))).toEqual([]);
  });
});
