/**
 * From an empty database to a paid clinic through the public API alone: a member is brought in with a policy, reports, is approved, booked and
 * treated, and the clinic is paid. The clinic itself stands in the register already.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { INVARIANTS } from "../../src/assembly/features.js";
import { addDays } from "../../src/kernel/calendar.js";
import { approve, close, exportFile, importFile } from "../settlement/acts.js";
import { notification, paymentsIn } from "../settlement/bank.js";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { fromNow, now, today } from "../support/clock.js";
import type { MadeClinic } from "../support/make.js";

let t: TestApp;
let clinic: MadeClinic;
beforeAll(async () => {
  t = await startApp();
  clinic = await t.make.clinic({ rates: false });
});
afterAll(() => t.stop());

const key = () => ({ idempotencyKey: randomUUID() });
/** The answer of a mutation that nobody refuses. */
const act = async (asker: Asker, name: string, fields: string, input: object): Promise<any> => {
  const type = `${name[0]?.toUpperCase() ?? ""}${name.slice(1)}Input`;
  const { data, text } = await asker(`mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} errors { code message } } }`, {
    input,
  });
  if (!data?.[name]) throw new Error(text);
  expect([name, data[name].errors]).toEqual([name, []]);
  return data[name];
};

test("a member is brought in, reports, is approved, booked and treated, and the clinic is paid", async () => {
  const [system, team, staff, manager] = [
    t.as({ sub: "claims-system", role: "INTEGRATION" }),
    t.asHealthTeam(),
    t.asClinic(clinic),
    t.as({ sub: "network-manager-2", role: "NETWORK_MANAGER" }),
  ];
  const clinicId = globalId("Clinic", clinic.id);

  // the clinic agrees rates and publishes a time
  for (const [session, amountMinor] of [
    ["FIRST", "65000"],
    ["FOLLOW_UP", "45000"],
  ]) {
    const { rate } = await act(staff, "proposeRate", "rate { id }", {
      ...key(),
      clinicId,
      service: "PHYSIOTHERAPY",
      session,
      amountMinor,
      validFrom: today(),
    });
    await act(manager, "approveRate", "rate { state }", { ...key(), id: rate.id });
  }
  const startsAt = fromNow(8_000);
  const published = await act(staff, "publishSlots", "lines { slot { id } }", {
    ...key(),
    clinicId,
    lines: [
      {
        externalId: "first",
        practitionerId: globalId("Practitioner", clinic.practitionerId),
        services: ["PHYSIOTHERAPY"],
        startsAt: startsAt.toISOString(),
        minutes: 45,
      },
    ],
  });

  // the policy system brings in a person with a policy
  const saved = await act(system, "saveMembers", "lines { outcome member { id } }", {
    ...key(),
    messages: [
      {
        memberKey: "K-1",
        version: "1",
        givenNames: "Ditte Test",
        familyName: "Ågård",
        birthDate: "1985-04-30",
        subject: "mitid-ditte",
        postalCode: "8000",
        policyKey: "P-1",
        product: "OCCUPATIONAL",
        role: "EMPLOYEE",
        scheme: "MANDATORY",
        coverStart: addDays(today(), -400),
      },
    ],
  });
  const self = t.as({ sub: "mitid-ditte", role: "MEMBER" });

  // the member reports, hands in the referral and consents; the team accepts and approves
  const { claim } = await act(self, "openClaim", "claim { id state }", {
    ...key(),
    memberId: saved.lines[0].member.id,
    service: "PHYSIOTHERAPY",
    condition: { code: "BACK_PAIN", aroseOn: addDays(today(), -10) },
    consentTextVersion: "2025-1",
  });
  const { submission } = await act(self, "submitDocument", "submission { id }", {
    ...key(),
    claimId: claim.id,
    documentReference: "portal-1",
    referral: { type: "GP", issuedOn: addDays(today(), -3) },
  });
  await act(team, "decideSubmission", "submission { state }", { submissionId: submission.id, accept: true });
  expect((await act(team, "approveClaim", "claim { state }", { claimId: claim.id })).claim.state).toBe("APPROVED");

  // booked; the clinic is shown the guarantee
  const { booking } = await act(self, "bookSlot", "booking { id reference }", {
    ...key(),
    claimId: claim.id,
    slotId: published.lines[0].slot.id,
  });
  const shown = (
    await staff("query ($id: ID!) { booking(id: $id) { paymentGuarantee { reference state insurerPays { amountMinor } } } }", {
      id: booking.id,
    })
  ).data.booking.paymentGuarantee;
  expect(shown).toEqual({ reference: `G-${booking.reference}`, state: "VALID", insurerPays: { amountMinor: "65000" } });

  // treated, confirmed, settled by two persons, and paid by the bank
  await pause(Math.max(0, startsAt.getTime() - now().getTime() + 500));
  await act(staff, "recordAttendance", "booking { state }", { ...key(), bookingId: booking.id, attendance: "ATTENDED" });
  await act(self, "confirmAttendance", "booking { confirmedByMember }", { ...key(), bookingId: booking.id });
  const { batch } = (await close(t.asFinance("finance-1"))).data.closeSettlementBatch;
  await approve(t.asFinance("finance-2"), batch.id);
  const { file } = (await exportFile(t.asFinance("finance-1"), batch.id)).data.exportPaymentFile;
  await importFile(t.as({ sub: "bank", role: "BANK_CHANNEL" }), notification(paymentsIn(file.content)));
  const paid = (
    await staff(
      "query ($id: ID!) { booking(id: $id) { state settlementLines(first: 5) { edges { node { state amount { amountMinor } } } } paymentGuarantee { state } } }",
      { id: booking.id },
    )
  ).data.booking;
  expect(paid).toEqual({
    state: "ATTENDED",
    settlementLines: { edges: [{ node: { state: "PAID", amount: { amountMinor: "65000" } } }] },
    paymentGuarantee: { state: "USED" },
  });
  for (const { id, broken } of INVARIANTS) expect([id, await t.rows(broken.text, broken.values ?? [])]).toEqual([id, []]);
}, 60_000);
