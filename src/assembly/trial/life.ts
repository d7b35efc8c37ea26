/**
 * The three weeks before the first day of a fictional network, played through the API as everybody would: every list of a fresh
 * installation has something on it. The clock of the database is moved from day to day; nothing is written but by the product's own acts.
 */
import { randomUUID } from "node:crypto";
import { addDays, isWorkingDay, localDateOf, resolveLocal, workday, type LocalDate } from "../../kernel/calendar.js";
import { present } from "../../kernel/invariant.js";
import { notification, readOrder, statusReport, stray, type OrderedFile } from "./fictional-bank.js";
import type { Player, PlayedClinic } from "./life-player.js";

const PERSONS = ["Alma", "Bjørn", "Cecilie", "Ditte", "Emil", "Freja", "Gorm", "Hjalte", "Ingrid", "Jeppe"] as const;
const key = (): string => randomUUID();

/** So many working days before (negative) or after today. */
function dayFrom(today: LocalDate, days: number): LocalDate {
  if (days >= 0) return days === 0 ? today : workday(today, days);
  let day = today;
  for (let left = -days; left > 0;) {
    day = addDays(day, -1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

function instant(day: LocalDate, time: string): Date {
  const local = resolveLocal(day, time);
  return local.kind === "GAP" ? new Date(`${day}T12:00:00Z`) : local.kind === "ONE" ? local.at : local.earlier;
}

type Case = { readonly subject: string; readonly memberId: string; readonly claimId: string };

export async function liveThrough(player: Player, clinics: readonly PlayedClinic[], now: Date): Promise<void> {
  const [home, other, third, leaving] = clinics;
  if (!home || !other || !third || !leaving) return;
  const today = localDateOf(now);
  const on = (days: number, time: string): Date => instant(dayFrom(today, days), time);
  const clinicOf = (clinic: PlayedClinic) => player.as({ sub: "clinic-staff-1", role: "CLINIC_STAFF", cvr: clinic.cvr });
  const team = player.as({ sub: "health-team-1", role: "HEALTH_TEAM" });
  const system = player.as({ sub: "claims-system", role: "INTEGRATION" });
  const [finance, colleague] = [player.as({ sub: "finance-1", role: "FINANCE" }), player.as({ sub: "finance-2", role: "FINANCE" })];
  const selfOf = (subject: string) => player.as({ sub: subject, role: "MEMBER" });

  const slots = new Map<string, string>();
  const publish = async (clinic: PlayedClinic, ...starts: readonly Date[]): Promise<void> => {
    const lines = starts.map((startsAt) => ({
      externalId: `life-${startsAt.getTime()}`,
      practitionerId: clinic.practitionerId,
      services: ["PHYSIOTHERAPY"],
      startsAt: startsAt.toISOString(),
      minutes: 45,
    }));
    const published = await clinicOf(clinic)("clinic/publish-slots", { idempotencyKey: key(), clinicId: clinic.id, lines });
    for (const [n, startsAt] of starts.entries()) slots.set(`${clinic.id} ${startsAt.getTime()}`, published["lines"][n].slot.id as string);
  };
  const book = async ({ claimId }: Case, clinic: PlayedClinic, startsAt: Date): Promise<string> => {
    const slotId = slots.get(`${clinic.id} ${startsAt.getTime()}`);
    return (await team("health-team/book-slot", { idempotencyKey: key(), claimId, slotId }, { language: "DA" }))["booking"].id as string;
  };
  const attend = (clinic: PlayedClinic, bookingId: string, attendance = "ATTENDED") =>
    clinicOf(clinic)("clinic/record-attendance", { idempotencyKey: key(), bookingId, attendance });
  const confirm = ({ subject }: Case, bookingId: string) =>
    selfOf(subject)("member-app/confirm-attendance", { idempotencyKey: key(), bookingId });

  // everybody comes in, reports, and is approved
  await player.at(on(-15, "09:00"));
  const message = (name: string, version: number, more: object = {}) => ({
    memberKey: `life-${name}`,
    version: String(version),
    givenNames: `${name} Test`,
    familyName: "Livlig",
    birthDate: `19${70 + PERSONS.indexOf(name as (typeof PERSONS)[number])}-03-0${1 + (PERSONS.indexOf(name as (typeof PERSONS)[number]) % 9)}`,
    subject: `life-${name}`,
    postalCode: home.postalCode,
    phone: `+45 00 00 91 ${10 + PERSONS.indexOf(name as (typeof PERSONS)[number])}`,
    policyKey: `life-policy-${name}`,
    product: "OCCUPATIONAL",
    role: "EMPLOYEE",
    scheme: "MANDATORY",
    coverStart: addDays(today, -500),
    ...more,
  });
  const { lines } = await system("integration/save-members", { idempotencyKey: key(), messages: PERSONS.map((name) => message(name, 1)) });
  const memberIds = (lines as { member: { id: string } }[]).map(({ member }) => member.id);
  /** Reported and approved so many working days ago, by the clock that shows it. */
  const reported = async (n: number, days: number): Promise<Case> => {
    const subject = `life-${present(PERSONS[n], "one of the persons")}`;
    const memberId = memberIds[n] ?? "";
    const report = {
      idempotencyKey: key(),
      memberId,
      service: "PHYSIOTHERAPY",
      condition: { code: "BACK_PAIN", aroseOn: addDays(dayFrom(today, days), -12) },
      consentTextVersion: "2025-1",
    };
    const { claim } = await selfOf(subject)("member-app/open-claim", report);
    const claimId = claim.id as string;
    const at = on(days, "09:00").toISOString();
    const referral = { type: "GP", issuedOn: addDays(dayFrom(today, days), -4) };
    await team("health-team/record-information", { claimId, referral, receivedAt: at, approvedAt: at });
    await team("health-team/approve-claim", { claimId });
    return { subject, memberId, claimId };
  };
  const evenings = [on(2, "20:00"), on(3, "20:00")];
  // nobody waits for anybody else at the same hour: what is done then is done side by side
  const [paid, rejected, returned, disputing, missing] = await Promise.all([
    reported(0, -15),
    reported(1, -15),
    reported(2, -15),
    reported(3, -15),
    reported(4, -15),
    publish(home, on(-10, "09:00"), on(-10, "10:00"), on(-10, "11:00"), on(-5, "09:00"), on(-2, "09:00"), on(-2, "10:00"), ...evenings),
    publish(other, on(-10, "09:00")),
    publish(third, on(-10, "09:00")),
    publish(leaving, on(3, "20:00")),
  ]);
  const [first, second, came, disputed, missed] = await Promise.all([
    book(paid, home, on(-10, "09:00")),
    book(rejected, other, on(-10, "09:00")),
    book(returned, third, on(-10, "09:00")),
    book(disputing, home, on(-10, "10:00")),
    book(missing, home, on(-10, "11:00")),
  ]);
  // what took place, what did not, and what the member remembers otherwise
  await player.at(on(-10, "14:00"));
  await Promise.all([
    attend(home, first),
    attend(other, second),
    attend(third, came),
    attend(home, disputed),
    attend(home, missed, "NO_SHOW"),
  ]);
  await Promise.all([
    confirm(paid, first),
    confirm(rejected, second),
    confirm(returned, came),
    selfOf(disputing.subject)("member-app/dispute-attendance", { idempotencyKey: key(), bookingId: disputed }),
  ]);

  // the first batch: paid, rejected by the bank, returned by the bank, and an entry that fits nothing
  const closed = async (through: LocalDate): Promise<string | null> =>
    (await finance("finance/close-settlement-batch", { idempotencyKey: key(), through }))["batch"]?.id ?? null;
  const sent = async (batchId: string): Promise<OrderedFile> => {
    await colleague("finance/approve-settlement-batch", { idempotencyKey: key(), batchId });
    const { files } = await finance("finance/export-payment-file", { idempotencyKey: key(), batchId });
    return readOrder(String(files[0].content));
  };
  const bank = (content: string) => finance("finance/import-bank-file", { idempotencyKey: key(), content });
  const to = (clinic: PlayedClinic) => (payment: { readonly creditor: string }) => payment.creditor.startsWith(clinic.company.slice(0, 12));
  await player.at(on(-9, "10:00"));
  const firstBatch = await closed(addDays(dayFrom(today, -9), 1));
  if (firstBatch !== null) {
    const order = await sent(firstBatch);
    await player.at(on(-8, "08:00"));
    await bank(statusReport(order, on(-8, "08:00"), to(other)));
    const booked = order.payments.filter((payment) => !to(other)(payment));
    await bank(notification(order, on(-8, "18:00"), [...booked, stray("1234.00")]));
    await player.at(on(-6, "08:00"));
    await bank(notification(order, on(-6, "07:00"), order.payments.filter(to(third)), true));
  }

  // others report meanwhile: the promise of ten working days still runs for them
  await player.at(on(-6, "09:30"));
  const [waiting, batched, ahead, moved] = await Promise.all([reported(5, -6), reported(6, -6), reported(7, -6), reported(8, -6)]);
  const [early, again] = await Promise.all([
    book(batched, home, on(-5, "09:00")),
    book(paid, home, on(-2, "09:00")),
    book(waiting, home, on(-2, "10:00")),
  ]);

  // the second is with the bank, the third waits for another pair of eyes
  await player.at(on(-5, "14:00"));
  await attend(home, early);
  await confirm(batched, early);
  await player.at(on(-4, "10:00"));
  const secondBatch = await closed(addDays(dayFrom(today, -4), 1));
  if (secondBatch !== null) await sent(secondBatch);
  await player.at(on(-2, "14:00"));
  await attend(home, again);
  await confirm(paid, again);
  await player.at(on(-1, "10:00"));
  await closed(addDays(dayFrom(today, -1), 1));

  // appointments ahead: one as it should be, one whose cover is gone, one whose clinic withdraws
  await Promise.all([book(paid, home, on(2, "20:00")), book(ahead, home, on(3, "20:00")), book(moved, leaving, on(3, "20:00"))]);
  await system("integration/save-members", { idempotencyKey: key(), messages: [message("Hjalte", 2, { suspended: true })] });
  const withdrawal = { clinicId: leaving.id, from: on(3, "19:45").toISOString(), to: on(3, "21:00").toISOString(), preview: false };
  await clinicOf(leaving)("clinic/withdraw-slots", { idempotencyKey: key(), ...withdrawal, reason: "Klinikken flytter." });

  // and what waits on a desk: a document, a complaint, a rate
  const self = selfOf("life-Jeppe");
  const opened = await self("member-app/open-claim", {
    idempotencyKey: key(),
    memberId: memberIds[9] ?? "",
    service: "PHYSIOTHERAPY",
    condition: { code: "NECK_PAIN", aroseOn: addDays(today, -9) },
    consentTextVersion: "2025-1",
  });
  // it is the last working day still, which may be five days ago
  const referral = { type: "GP", issuedOn: addDays(dayFrom(today, -1), -3) };
  await self("member-app/submit-document", {
    idempotencyKey: key(),
    claimId: opened["claim"].id,
    documentReference: "portal-2001",
    referral,
  });
  const turned = await self("member-app/open-claim", {
    idempotencyKey: key(),
    memberId: memberIds[9] ?? "",
    service: "PSYCHOLOGIST",
    condition: { code: "STRESS", aroseOn: addDays(today, -9) },
    consentTextVersion: "2025-1",
  });
  await team("health-team/deny-claim", {
    claimId: turned["claim"].id,
    reasons: ["NOT_REASONABLE"],
    note: "Ring til os, hvis noget er uklart.",
  });
  await self("member-app/record-complaint", { idempotencyKey: key(), claimId: turned["claim"].id, documentReference: "portal-2002" });
  const proposal = { clinicId: home.id, service: "PHYSIOTHERAPY", session: "FIRST", amountMinor: "68000", validFrom: dayFrom(today, 20) };
  await clinicOf(home)("clinic/propose-rate", { idempotencyKey: key(), ...proposal });
}
