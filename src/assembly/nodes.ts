/** How the record behind a global id is fetched for this viewer: type name to fetcher. Null is "not there, or not for you". */
import { fetchBooking } from "../bookings/find-booking.js";
import { closureById } from "../capacity/closures/closure.store.js";
import { closureView } from "../capacity/closures/closure.type.js";
import { fetchHold } from "../capacity/holds/list-holds.js";
import { scheduleById } from "../capacity/schedules/schedule.store.js";
import { scheduleView } from "../capacity/schedules/schedule.type.js";
import { slotById } from "../capacity/slots/slot.store.js";
import { slotView } from "../capacity/slots/slot.type.js";
import { rateById } from "../rates/rate.store.js";
import { rateView } from "../rates/rate.type.js";
import { exceptionById } from "../settlement/bank/bank-exception.store.js";
import { exceptionView } from "../settlement/bank/bank-exceptions.js";
import { fetchReimbursement } from "../settlement/reimbursements/list-reimbursements.js";
import { batchById, lineById, paymentById } from "../settlement/settlement.store.js";
import { batchView, lineView, paymentView } from "../settlement/settlement.type.js";
import { clinicBy } from "../network/find-clinics.js";
import { organisationNode, practitionerNode, providerNode } from "../network/network-nodes.js";
import { fetchClaim } from "../claims/find-claim.js";
import { fetchDecision } from "../claims/coverage/list-decisions.js";
import { fetchErasureRequest } from "../members/erasure/list-erasure-requests.js";
import { fetchConsent, fetchMember } from "../members/read-member.js";
import { look } from "../gateway/api/act.js";
import type { NodeFetchers } from "../gateway/api/node.js";

export const NODES: NodeFetchers = {
  Clinic: clinicBy,
  Organisation: organisationNode,
  Practitioner: practitionerNode,
  Provider: providerNode,
  AgreedRate: (id, ctx) => look(ctx, async (tx) => ((found) => found && rateView(found))(await rateById(tx, id))),
  Reimbursement: fetchReimbursement,
  SettlementBatch: (id, ctx) => look(ctx, async (tx) => ((found) => found && batchView(found))(await batchById(tx, id))),
  SettlementLine: (id, ctx) => look(ctx, async (tx) => ((found) => found && lineView(found))(await lineById(tx, id))),
  SettlementPayment: (id, ctx) => look(ctx, async (tx) => ((found) => found && paymentView(found))(await paymentById(tx, id))),
  BankException: (id, ctx) => look(ctx, async (tx) => ((found) => found && exceptionView(found))(await exceptionById(tx, id))),
  Booking: fetchBooking,
  Claim: fetchClaim,
  Consent: fetchConsent,
  Decision: fetchDecision,
  ErasureRequest: fetchErasureRequest,
  Member: fetchMember,
  Hold: fetchHold,
  Closure: (id, ctx) => look(ctx, async (tx) => ((found) => found && closureView(found))(await closureById(tx, id))),
  Schedule: (id, ctx) => look(ctx, async (tx) => ((found) => found && scheduleView(found))(await scheduleById(tx, id))),
  Slot: (id, ctx) => look(ctx, async (tx) => ((found) => (found ? slotView(found) : null))(await slotById(tx, id))),
};
