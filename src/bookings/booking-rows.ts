/**
 * What a confirmed booking writes, all of it: the unit of capacity, the appointment, the reserved treatment, the pending
 * ledger entry, the decisions with their facts, the history, the audit line, the event and the key's outcome.
 */
import { present } from "../kernel/invariant.js";
import type { CaseFile } from "../claims/case-file.js";
import { RULE_VERSION } from "../rules/settings.js";
import type { Change, NewRows } from "../platform/write.js";
import type { BookingDecision, SlotFile } from "./booking.js";

export type BookingIds = {
  readonly booking: string;
  readonly usage: string;
  readonly entry: string;
  readonly debit: string;
  readonly credit: string;
  readonly coverage: string;
  readonly guarantee: string;
  readonly price: string;
  readonly event: string;
  readonly programme: string;
};

export type BookingActor = { readonly subject: string; readonly role: string; readonly onBehalfOf: string | null };

export type BookingPlan = {
  readonly file: CaseFile;
  readonly at: SlotFile;
  readonly decision: BookingDecision;
  readonly ids: BookingIds;
  readonly actor: BookingActor;
  readonly reference: string;
  readonly overrideReason: string | null;
  readonly chosenBecause: readonly string[];
};

/** Services of which a member gets one programme: taking part is recorded with the first booking (COV-GLAD-ONE, COV-ANXIETY-ONE, ...). */
const PROGRAMMES = new Set(["GLAD", "COOL_KIDS", "CHILLED", "HEALTH_PROGRAMME", "CHRONIC_PSYCH_SUPPORT", "SHOCKWAVE", "PSYCHIATRIC_ASSESSMENT"]);
const GLAD_REGION: Readonly<Record<string, string>> = { KNEE_OSTEOARTHRITIS: "KNEE", HIP_OSTEOARTHRITIS: "HIP", LONG_TERM_BACK_PAIN: "BACK" };

export function bookingRows({ file, at, decision, ids, actor, reference, overrideReason, chosenBecause }: BookingPlan): NewRows {
  const { claim } = file;
  const { slot } = at;
  const quote = present(decision.quote, "a booking without refusals has a quote");
  const seat = present(decision.seat, "a booking without refusals has a seat");
  const decided = { claim_id: claim.id, member_id: claim.member_id, booking_id: ids.booking, rule_version: RULE_VERSION, settings: {}, actor: actor.subject };
  return {
    booking: [
      {
        id: ids.booking,
        reference,
        slot_id: slot.id,
        seat,
        clinic_id: slot.clinic_id,
        provider_id: slot.provider_id,
        practitioner_id: slot.practitioner_id,
        claim_id: claim.id,
        member_id: claim.member_id,
        service_code: claim.service_code,
        under: claim.under,
        session_number: decision.sessionNumber,
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        treated_on: decision.treatedOn,
        channel: slot.channel,
        state: "CONFIRMED",
        standing: decision.standing,
        latest_on: decision.latestOn,
        quote: {
          grossMinor: quote.grossMinor,
          publicPaysMinor: quote.publicPaysMinor,
          insurerPaysMinor: quote.insurerPaysMinor,
          memberPaysMinor: quote.memberPaysMinor,
          danmarkToInsurerMinor: quote.danmarkToInsurerMinor,
          reasons: quote.reasons,
        },
        rate_id: quote.rateId,
        insurer_pays_minor: quote.insurerPaysMinor,
        member_pays_minor: quote.memberPaysMinor,
        free_cancellation_until: decision.freeCancellationUntil.toISOString(),
        decision_id: ids.coverage,
        actor: actor.subject,
        actor_role: actor.role,
        on_behalf_of: actor.onBehalfOf,
        override_reason: overrideReason,
        chosen_because: chosenBecause,
        booked_at: file.now,
        version: 1,
      },
    ],
    treatment_usage: [
      {
        id: ids.usage,
        member_id: claim.member_id,
        policy_id: claim.policy_id,
        claim_id: claim.id,
        booking_id: ids.booking,
        service_code: claim.service_code,
        under: claim.under,
        mode: "NETWORK",
        year: Number(decision.treatedOn.slice(0, 4)),
        treated_on: decision.treatedOn,
        state: "RESERVED",
      },
    ],
    programme_usage: PROGRAMMES.has(claim.service_code) && decision.sessionNumber === 1 ? [programmeRow(file, ids.programme)] : [],
    ledger_entry: [
      { id: ids.entry, kind: "BOOKING", status: "PENDING", booking_id: ids.booking, effective_on: decision.treatedOn, actor: actor.subject, recorded_at: file.now },
    ],
    posting: [
      { id: ids.debit, entry_id: ids.entry, account: "INSURER_EXPENSE", owner_id: null, amount_minor: quote.insurerPaysMinor, currency: "DKK" },
      { id: ids.credit, entry_id: ids.entry, account: "CLINIC_PAYABLE", owner_id: slot.provider_id, amount_minor: -quote.insurerPaysMinor, currency: "DKK" },
    ],
    decision: [
      { id: ids.coverage, kind: "COVERAGE", ...decided, facts: decision.coverage.facts, outcome: decision.coverage.decision, decided_at: file.now },
      { id: ids.guarantee, kind: "GUARANTEE", ...decided, facts: decision.guarantee.facts, outcome: decision.guarantee.decision, decided_at: file.now },
      { id: ids.price, kind: "PRICE", ...decided, facts: quote.facts, outcome: quote.decision, decided_at: file.now },
    ],
    claim_event: [
      { id: ids.event, claim_id: claim.id, member_id: claim.member_id, kind: "BOOKED", at: file.now, actor: actor.subject, actor_role: actor.role, data: { bookingId: ids.booking } },
    ],
  };
}

function programmeRow(file: CaseFile, id: string): Record<string, unknown> {
  const { claim } = file;
  const subject = claim.service_code === "GLAD" ? (GLAD_REGION[claim.condition_code] ?? null) : claim.service_code === "PSYCHIATRIC_ASSESSMENT" ? null : claim.condition_code;
  return { id, member_id: claim.member_id, claim_id: claim.id, service_code: claim.service_code, subject, recorded_at: file.now };
}

/** The conditional updates of a booking; each must touch the stated number of rows or the whole act is undone. */
export function bookingChanges({ file, at, decision, ids }: BookingPlan): Change[] {
  const first = file.claim.first_booking_id === null;
  const changes: Change[] = [
    { name: "take_unit", sql: "update slot set booked = booked + 1 where id = $1 and state = 'OPEN' and booked < capacity", values: [at.slot.id] },
    {
      name: "move_claim",
      sql: `update claim set portion_used = portion_used + case when portion_authorised is null then 0 else 1 end,
              first_booking_id = coalesce(first_booking_id, $2::uuid), promise_state = case when $3::boolean and guarantee_outcome = 'RUNNING' then 'SAFE' else promise_state end, version = version + 1
            where id = $1`,
      values: [file.claim.id, ids.booking, first],
    },
    { name: "use_rate", sql: "update agreed_rate set used_at = now() where id = $1 and used_at is null", values: [decision.quote?.rateId ?? null] },
  ];
  if (at.own_hold_id) changes.push({ name: "confirm_hold", sql: "update hold set state = 'CONFIRMED' where id = $1 and state = 'PENDING'", values: [at.own_hold_id] });
  return changes;
}
