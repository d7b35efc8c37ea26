/** Two families and two clinics, alike in everything but whose they are; the other one's private words are canaries. */
import { randomUUID } from "node:crypto";
import { readId } from "../../../src/gateway/api/global-id.js";
import type { TestApp } from "../../support/app.js";
import { now } from "../../support/clock.js";
import { at, dayIn, newTestId, type MadeClinic, type MadeMember } from "../../support/make.js";
import { accountsAndMonths, CANARY, CANARY_MINOR, demanded, money, reimbursed } from "./money.js";

export { CANARY, CANARY_MINOR };

export type House = {
  readonly member: MadeMember;
  readonly clinic: MadeClinic;
  /** UUIDs by the name of their type. */
  readonly ids: Readonly<Record<string, string>>;
};

export async function makeHouse(
  app: TestApp,
  of: { readonly clinic: MadeClinic; readonly member: MadeMember },
  canary: boolean,
): Promise<House> {
  const { make, rows } = app;
  const { clinic, member } = of;
  const calendar = calendars.get(app) ?? { days: 3, minute: 0 };
  calendars.set(app, calendar);
  const later = (day: number): Date => laterOn(calendar, day);
  const word = canary ? CANARY : "EGEN";
  const day = (calendar.days = 3 + ((calendar.days + 1) % 5));
  const slot = await make.slot(clinic, { startsAt: later(day) });
  const free = await make.slot(clinic, { startsAt: later(day) });
  const held = await make.slot(clinic, { startsAt: later(day) });
  const claim = await make.claim(member, { row: { reference: `C-${word}-${newTestId()}` } });
  const holding = await make.claim(member);
  const id = Object.fromEntries(
    [
      "Booking",
      "Hold",
      "Schedule",
      "Closure",
      "FollowedSource",
      "CalendarFeed",
      "Decision",
      "SettlementLine",
      "SettlementBatch",
      "SettlementPayment",
      "BankException",
      "bankFile",
      "StatusReport",
      "Authority",
      "CoverLoss",
      "Submission",
      "Denial",
      "Complaint",
      "Receivable",
      "SelfBill",
      "LedgerEntry",
      "AccountingMonthChange",
      "ProviderAccountChange",
      "Reimbursement",
      "NetworkIntake",
    ].map((name) => [name, newTestId()]),
  ) as Record<string, string>;
  const rate = await make.rate({
    clinicId: clinic.id,
    providerId: clinic.providerId,
    service: "PHYSIOTHERAPY",
    session: "FIRST",
    amountMinor: canary ? CANARY_MINOR : 70_000,
    from: "2035-01-01",
    row: { state: "PROPOSED", proposed_by: "somebody-else", approved_by: null, approved_at: null },
  });
  const decision = (uuid: string) =>
    make.insert("decision", {
      id: uuid,
      kind: "COVERAGE",
      claim_id: claim.id,
      member_id: member.id,
      booking_id: id["Booking"],
      rule_version: "2025-1",
      settings: {},
      facts: {
        product: "OCCUPATIONAL",
        member: { role: "EMPLOYEE", birthDate: "1980-01-01" },
        cover: { start: "2025-01-01" },
        claim: { reportedOn: "2026-01-01" },
        condition: { code: "BACK_PAIN", aroseOn: "2025-12-01" },
        treatment: { serviceType: "PHYSIOTHERAPY", on: "2026-01-10" },
        provider: { mode: "NETWORK" },
      },
      outcome: { covered: true, reasons: [], notes: [], treatmentsRemaining: null, guaranteeClass: "NETWORK_10" },
      decided_at: now(),
      actor: "x",
    });
  await decision(id["Decision"] ?? "");
  await make.booking(
    { clinic, slot, member, claimId: claim.id },
    {
      id: id["Booking"],
      reference: `B-${word}-${newTestId()}`,
      standing: "ON_TARGET",
      quote: {
        grossMinor: 65_000,
        publicPaysMinor: 0,
        insurerPaysMinor: 65_000,
        memberPaysMinor: 0,
        danmarkToInsurerMinor: 0,
        reasons: [],
      },
      rate_id: rate,
      insurer_pays_minor: 65_000,
      decision_id: id["Decision"],
      actor: member.subject,
    },
  );
  await rows("update slot set booked = 1 where id = $1", [slot.id]);
  await make.usage({ memberId: member.id, policyId: member.policyId, claimId: claim.id }, slot.startsAt.toISOString().slice(0, 10), {
    booking_id: id["Booking"],
    state: "RESERVED",
  });
  await make.insert("cover_loss", {
    id: id["CoverLoss"],
    claim_id: claim.id,
    member_id: member.id,
    policy_id: member.policyId,
    booking_id: id["Booking"],
    reason: "COVER_ENDED",
    found_at: now(),
  });
  await make.insert("submission", {
    id: id["Submission"],
    claim_id: claim.id,
    member_id: member.id,
    kind: "REFERRAL",
    document_reference: `${word}-referral`,
    referral_type: "GP",
    issued_on: dayIn(-1),
    state: "WAITING",
    submitted_by: member.subject,
    submitted_at: now(),
  });
  const denied = await make.claim(member, { row: { state: "DENIED", approved_at: null } });
  await make.insert("denial", {
    id: id["Denial"],
    claim_id: denied.id,
    member_id: member.id,
    reasons: [{ code: "NOT_REASONABLE", rule: "CLM-REASONABLE", clause: "section 4.1", remedy: null }],
    note: word,
    decided_by: "somebody-else",
    decided_at: now(),
    complaint_until: dayIn(100),
  });
  await make.insert("complaint", {
    id: id["Complaint"],
    denial_id: id["Denial"],
    claim_id: denied.id,
    member_id: member.id,
    document_reference: word,
    received_at: now(),
    due_on: dayIn(7),
    state: "OPEN",
    recorded_by: member.subject,
    denied_by: "somebody-else",
  });
  await make.hold(held, { member, claimId: holding.id }, { id: id["Hold"], actor: member.subject });
  await make.insert("schedule", {
    id: id["Schedule"],
    clinic_id: clinic.id,
    provider_id: clinic.providerId,
    practitioner_id: clinic.practitionerId,
    definition: SCHEDULE,
    version: 1,
    saved_at: now(),
  });
  await make.insert("closure", {
    id: id["Closure"],
    clinic_id: clinic.id,
    provider_id: clinic.providerId,
    starts_at: later(20),
    ends_at: later(21),
    closed_at: now(),
  });
  await make.designation(claim, clinic, { reason: word });
  await make.insert("status_report", {
    id: id["StatusReport"],
    claim_id: claim.id,
    member_id: member.id,
    provider_id: clinic.providerId,
    booking_id: id["Booking"],
    question: word,
    asked_by: "team",
    asked_at: now(),
  });
  await make.insert("authority", {
    id: id["Authority"],
    member_id: member.id,
    third_party: word,
    scopes: ["CLAIMS", "APPOINTMENTS"],
    valid_from: dayIn(-1),
    valid_through: dayIn(20),
    text_version: "2025-1",
    assurance: "HIGH",
    granted_by: "team",
    granted_at: now(),
  });
  await make.insert("calendar_feed", {
    id: id["CalendarFeed"],
    kind: "MEMBER",
    member_id: member.id,
    secret_hash: Buffer.from(id["CalendarFeed"] ?? "")
      .toString("hex")
      .replace(/^/, "\\x"),
    created_at: now(),
    created_by: member.subject,
  });
  await money(make, rows, id, { clinic, word });
  await demanded(make, id, { clinic, word });
  await accountsAndMonths(make, rows, id, { clinic, word });
  await reimbursed(make, id, { claim, member, word });
  // one of its own for each house: what is kept per practitioner must not be taken away by another role's turn
  const practitioner = await make.practitioner(clinic.id);
  await rows(
    "insert into busy_feed (id, clinic_id, provider_id, practitioner_id, as_of, stale_after_minutes, busy) values ($1, $2, $3, $4, clock_now(), 60, '[]')",
    [newTestId(), clinic.id, clinic.providerId, practitioner],
  );
  await make.insert("followed_source", {
    id: id["FollowedSource"],
    clinic_id: clinic.id,
    provider_id: clinic.providerId,
    kind: "ICALENDAR",
    practitioner_id: practitioner,
    url: Buffer.from(word).toString("hex").replace(/^/, "\\x"),
    host: "calendar.example.org",
    stale_after_minutes: 60,
    schedules: {},
    state: "WAITING",
    failures: 0,
    next_at: now(),
    saved_at: now(),
  });
  const reached = await told(app, clinic, id["Booking"] ?? "");
  const [{ credential }] = await rows("select id as credential from credential where practitioner_id = $1", [practitioner]);
  const proposal = newTestId();
  await make.insert("proposal", {
    id: proposal,
    kind: "CREDENTIALS",
    content: { credentials: [] },
    says: "nothing",
    changes: [],
    source: "test",
    state: "PROPOSED",
    proposed_by: "somebody-else",
    proposed_at: now(),
    version: 1,
  });
  await make.insert("network_intake", { id: id["NetworkIntake"], part: "CLINIC", lines: 1, proposal_id: proposal, actor: "x" });
  const [{ consent }] = await rows("select id as consent from consent where claim_id = $1", [claim.id]);
  await dependant({ make, rows }, member, word);
  return {
    member,
    clinic,
    ids: {
      ...id,
      ...reached,
      ErasureRequest: await erasureRequest(rows, member),
      Claim: claim.id,
      Consent: consent,
      Slot: free.id,
      Clinic: clinic.id,
      Member: member.id,
      Practitioner: practitioner,
      Organisation: clinic.providerId,
      AgreedRate: rate,
      Credential: credential,
      Proposal: proposal,
      Policy: member.policyId,
      Provider: await offering(rows, clinic),
    },
  };
}

/** A young person of 16 in the member's custody: its name is one more word that nobody else may read. */
async function dependant({ make, rows }: Pick<TestApp, "make" | "rows">, of: MadeMember, word: string): Promise<void> {
  if ((await rows("select 1 from guardianship where guardian_id = $1", [of.id])).length > 0) return;
  const row = { given_names: `${word} Ung`, family_name: word, birth_date: `${Number(dayIn(0).slice(0, 4)) - 17}-12-31` };
  await make.guardianship(of, await make.member({ familyId: of.familyId, row, policy: { role: "GROUP_CHILD" } }));
}

/** An event about the house's booking, and an endpoint that waits for it. */
async function told(app: TestApp, clinic: MadeClinic, booking: string): Promise<{ Webhook: string; WebhookDelivery: string }> {
  // a company has ten at most, however many houses are its own; several are made side by side, so the newest stay and all go in one order
  await app.rows(
    `update webhook_endpoint set state = 'DISABLED' where id in
     (select id from webhook_endpoint where provider_id = $1 and id not in
       (select id from webhook_endpoint where provider_id = $1 order by id desc limit 2) order by id for update)`,
    [clinic.providerId],
  );
  const { data } = await app.asClinic(clinic)(
    "mutation ($input: RegisterWebhookInput!) { registerWebhook(input: $input) { webhook { id } errors { code } } }",
    { input: { idempotencyKey: randomUUID(), url: "https://hooks.example.org/", types: ["BOOKING_CONFIRMED"] } },
  );
  const id = readId(data.registerWebhook.webhook?.id ?? "")?.uuid ?? newTestId();
  const [event, delivery] = [newTestId(), newTestId()];
  const [{ position }] = await app.rows(
    `insert into event (id, topic, subject_id, payload, at, provider_id)
     values ($1, 'booking.confirmed', $2::uuid, jsonb_build_object('bookingId', $2::uuid, 'clinicId', $3::uuid, 'providerId', $4::uuid), clock_now(), $4)
     returning position`,
    [event, booking, clinic.id, clinic.providerId],
  );
  await app.rows(
    `insert into webhook_delivery (id, endpoint_id, provider_id, position, event_id, topic, subject_id)
     select $1, id, provider_id, $3, $4, 'booking.confirmed', $5 from webhook_endpoint where id = $2`,
    [delivery, id, position, event, booking],
  );
  return { Webhook: id, WebhookDelivery: delivery };
}

/** A person is asked to be erased once, however many houses are theirs. */
async function erasureRequest(rows: TestApp["rows"], member: MadeMember): Promise<string> {
  const text =
    "insert into erasure_request (id, member_id, ground, requested_by) values ($1, $2, 'OBJECTED', 'somebody-else') on conflict do nothing";
  await rows(text, [newTestId(), member.id]);
  const [row] = await rows("select id from erasure_request where member_id = $1", [member.id]);
  return row.id;
}

async function offering(rows: TestApp["rows"], clinic: MadeClinic): Promise<string> {
  const [row] = await rows("select id from clinic_service where clinic_id = $1 limit 1", [clinic.id]);
  return row.id;
}

type Calendar = { days: number; minute: number };
/** Each database begins with an empty one. */
const calendars = new WeakMap<TestApp, Calendar>();
/** Free for this practitioner: no two openings of a house overlap. */
function laterOn(calendar: Calendar, day: number): Date {
  const minute = (calendar.minute += 50);
  return new Date(at(dayIn(day), "06:00").getTime() + (minute % 800) * 60_000 + Math.floor(minute / 800) * 14 * 86_400_000);
}

const SCHEDULE = { rules: [], exceptions: [], validFrom: "2026-01-01", validUntil: null, closedOnPublicHolidays: true };
