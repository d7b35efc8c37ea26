/**
 * What a confirmed booking writes, all of it: the unit of capacity, the appointment, the reserved treatment, the pending
 * ledger entry, the decisions with their facts and the history.
 */
import { rowOf } from "../../platform/postgres/record.js";
import { booking as bookingTable } from "../../../schema/tables/booking.js";
import type { NewRow } from "../../../schema/columns-of.js";
import type { Booking } from "../../../schema/rows.js";
import { present } from "../../kernel/invariant.js";
import type { CaseFile } from "../claims/case-file/case-file.js";
import { isDesignated } from "../claims/designation/designation.js";
import { pendingForBooking } from "../ledger/entry.js";
import { RULE_VERSION } from "../../rules/data/settings.js";
import { statement } from "../../platform/postgres/statement.js";
import { change, type Change, type NewRows } from "../../platform/postgres/write.js";
import { isFirst } from "./quote/bookable.js";
import type { BookingDecision } from "./booking.js";
import type { SlotFile } from "./quote/slot-file.js";
import { type ChoiceReason, choiceReasonText } from "./book/because.js";
import type { ClaimEventKind } from "../claims/claim-words.js";

export type BookingActor = { readonly subject: string; readonly role: string; readonly onBehalfOf: string | null };

export type BookingPlan = {
  readonly file: CaseFile;
  readonly at: SlotFile;
  readonly decision: BookingDecision;
  readonly bookingId: string;
  readonly actor: BookingActor;
  readonly reference: string;
  readonly overrideReason: string | null;
  readonly chosenBecause: readonly ChoiceReason[];
  /** Ids of the other rows: the pure floor makes none itself. */
  readonly newId: () => string;
};

/** Services of which a member gets one programme: taking part is recorded with the first booking (COV-GLAD-ONE, COV-ANXIETY-ONE, ...). */
const PROGRAMMES = new Set([
  "GLAD",
  "COOL_KIDS",
  "CHILLED",
  "HEALTH_PROGRAMME",
  "CHRONIC_PSYCH_SUPPORT",
  "SHOCKWAVE",
  "PSYCHIATRIC_ASSESSMENT",
]);
const GLAD_REGION: Readonly<Record<string, string>> = {
  KNEE_OSTEOARTHRITIS: "KNEE",
  HIP_OSTEOARTHRITIS: "HIP",
  LONG_TERM_BACK_PAIN: "BACK",
};

/** The appointment as it will stand in the table: written, and answered without being read again. */
export function newBooking({ file, at, decision, bookingId, actor, reference, overrideReason, chosenBecause }: BookingPlan): Booking {
  const { claim } = file;
  const { slot } = at;
  const quote = present(decision.quote, "a booking without refusals has a quote");
  const { rateId, grossMinor, publicPaysMinor, insurerPaysMinor, memberPaysMinor, danmarkToInsurerMinor, reasons } = quote;
  return {
    id: bookingId,
    reference,
    slotId: slot.id,
    seat: present(decision.seat, "a booking without refusals has a seat"),
    clinicId: slot.clinic_id,
    providerId: slot.provider_id,
    practitionerId: slot.practitioner_id,
    claimId: claim.id,
    memberId: claim.member_id,
    serviceCode: claim.service_code,
    under: claim.under,
    sessionNumber: decision.sessionNumber,
    startsAt: new Date(slot.starts_at),
    endsAt: new Date(slot.ends_at),
    treatedOn: decision.treatedOn,
    channel: slot.channel,
    state: "CONFIRMED",
    standing: decision.standing,
    latestOn: decision.latestOn,
    quote: { grossMinor, publicPaysMinor, insurerPaysMinor, memberPaysMinor, danmarkToInsurerMinor, reasons },
    rateId,
    insurerPaysMinor: BigInt(insurerPaysMinor),
    memberPaysMinor: BigInt(memberPaysMinor),
    freeCancellationUntil: decision.freeCancellationUntil,
    decisionId: decisionId(bookingId),
    contactedAt: null,
    actor: actor.subject,
    actorRole: actor.role,
    onBehalfOf: actor.onBehalfOf,
    overrideReason,
    chosenBecause: chosenBecause.map(choiceReasonText),
    movedTo: null,
    bookedAt: new Date(file.now),
    endedAt: null,
    endReason: null,
    confirmedByMember: null,
    version: 1,
  };
}

/** The coverage decision a booking rests on carries the booking's own id, as its ledger entry does. */
function decisionId(bookingId: string): string {
  return bookingId;
}

export function bookingRows(plan: BookingPlan, booking: Booking): NewRows {
  const { file, actor, newId } = plan;
  return {
    booking: [rowOf(bookingTable, booking)],
    treatment_usage: [usageRow(plan)],
    ...designationRows(plan),
    ...pendingForBooking(
      { bookingId: booking.id, providerId: booking.providerId, insurerPaysMinor: booking.insurerPaysMinor, treatedOn: booking.treatedOn },
      { actor: actor.subject, recordedAt: file.now, newId },
    ),
    decision: decisionRows(plan),
    claim_event: [eventRow(file, actor, newId(), "BOOKED", { bookingId: booking.id })],
  };
}

/** Where the team books first is where it sends the member (PRV-DESIGNATED). */
function designationRows({ file, at, actor, newId }: BookingPlan): NewRows {
  const { claim, designated, now } = file;
  if (actor.role !== "HEALTH_TEAM" || designated !== null || !isDesignated(claim)) return {};
  const { clinic_id, practitioner_id } = at.slot;
  const made = { reason: DESIGNATED_BY_BOOKING, designated_by: actor.subject, designated_at: now };
  return { designation: [{ id: newId(), claim_id: claim.id, member_id: claim.member_id, clinic_id, practitioner_id, ...made }] };
}
const DESIGNATED_BY_BOOKING = "Bestilt af sundhedsteamet.";

function usageRow({ file: { claim }, decision, bookingId, newId }: BookingPlan): NewRow<"treatment_usage"> {
  return {
    id: newId(),
    member_id: claim.member_id,
    policy_id: claim.policy_id,
    claim_id: claim.id,
    booking_id: bookingId,
    service_code: claim.service_code,
    under: claim.under,
    mode: "NETWORK",
    year: Number(decision.treatedOn.slice(0, 4)),
    treated_on: decision.treatedOn,
    state: "RESERVED",
  };
}

function decisionRows({ file, decision, bookingId, actor, newId }: BookingPlan): NewRow<"decision">[] {
  const { claim, now } = file;
  const quote = present(decision.quote, "a booking without refusals has a quote");
  const of = {
    claim_id: claim.id,
    member_id: claim.member_id,
    booking_id: bookingId,
    rule_version: RULE_VERSION,
    settings: {},
    actor: actor.subject,
    decided_at: now,
  };
  return [
    { id: decisionId(bookingId), kind: "COVERAGE", ...of, facts: decision.coverage.facts, outcome: decision.coverage.decision },
    { id: newId(), kind: "GUARANTEE", ...of, facts: decision.guarantee.facts, outcome: decision.guarantee.decision },
    { id: newId(), kind: "PRICE", ...of, facts: quote.facts, outcome: quote.decision },
  ];
}

/** One line of a claim's history. */
export function eventRow(
  file: { readonly claim: { readonly id: string; readonly member_id: string }; readonly now: string },
  actor: Pick<BookingActor, "subject" | "role">,
  id: string,
  kind: ClaimEventKind,
  data: Readonly<Record<string, unknown>>,
): NewRow<"claim_event"> {
  return {
    id,
    claim_id: file.claim.id,
    member_id: file.claim.member_id,
    kind,
    at: file.now,
    actor: actor.subject,
    actor_role: actor.role,
    data,
  };
}

const TAKE_UNIT = statement("take_unit", "update slot set booked = booked + 1 where id = $1 and state = 'OPEN' and booked < capacity");
const USE_RATE = statement("use_rate", "update agreed_rate set used_at = clock_now() where id = $1 and used_at is null");
const CONFIRM_HOLD = statement("confirm_hold", "update hold set state = 'CONFIRMED' where id = $1 and state = 'PENDING'");

/** The conditional updates of a booking besides the claim's; each must touch the stated number of rows or the whole act is undone. */
export function bookingChanges({ file, at, decision, newId }: BookingPlan): Change[] {
  const changes = [change(TAKE_UNIT.with(at.slot.id), 1)];
  const rateId = decision.quote?.rateId;
  // most bookings find their rate used: a write that changes nothing would still wake what watches rates
  if (rateId && at.rates.some((rate) => rate.id === rateId && !rate.used)) changes.push(change(USE_RATE.with(rateId)));
  if (at.own_hold_id) changes.push(change(CONFIRM_HOLD.with(at.own_hold_id)));
  if (PROGRAMMES.has(file.claim.service_code) && decision.sessionNumber === 1) changes.push(programme(file, newId()));
  return changes;
}

const CLAIM_BOOKED = statement(
  "claim_booked",
  `update claim set portion_used = portion_used + case when portion_authorised is null then 0 else 1 end,
     first_booking_id = coalesce(first_booking_id, $2::uuid),
     state = case when state = 'ESCALATED' then 'APPROVED' else state end,
     promise_state = case when $3::boolean and breached_at is null then 'SAFE' else promise_state end,
     promise_changed_at = case when $3::boolean and breached_at is null and promise_state <> 'SAFE' then clock_now()
       else promise_changed_at end,
     version = version + 1
   where id = $1`,
);

/** The claim after the booking: one treatment of its portion reserved, its promise in the hands of this appointment. */
export function claimBooked({ file, decision, bookingId }: BookingPlan): Change {
  const inTime = isFirst(file) && (decision.standing === "ON_TARGET" || decision.standing === "WITHIN_LIMIT");
  return change(CLAIM_BOOKED.with(file.claim.id, bookingId, inTime), 1);
}

const BEGIN_PROGRAMME = statement(
  "begin_programme",
  `insert into programme_usage (id, member_id, claim_id, service_code, subject, recorded_at)
   values ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6::timestamptz) on conflict (claim_id, service_code) do nothing`,
);

/** A first appointment that was cancelled and booked again starts the same programme, not a second one. */
function programme({ claim, now }: CaseFile, id: string): Change {
  const subject =
    claim.service_code === "GLAD"
      ? (GLAD_REGION[claim.condition_code] ?? null)
      : claim.service_code === "PSYCHIATRIC_ASSESSMENT"
        ? null
        : claim.condition_code;
  return change(BEGIN_PROGRAMME.with(id, claim.member_id, claim.id, claim.service_code, subject, now));
}
