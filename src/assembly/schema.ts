/** The list of everything the API offers. A new operation is a file of its own and a line here. */
import "reflect-metadata";
import { createPubSub } from "@graphql-yoga/subscription";
import { getNamedType, lexicographicSortSchema, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import { printSchema } from "graphql";
import { buildSchemaSync, type NonEmptyArray } from "type-graphql";
import { BookSlot } from "../bookings/book/book-slot.js";
import { BookFirstAppointment } from "../bookings/book/book-first-appointment.js";
import { RescheduleBooking } from "../bookings/end/reschedule-booking.js";
import { CancelBooking } from "../bookings/end/cancel-booking.js";
import { DeclineOffer } from "../bookings/end/decline-offer.js";
import { RecordAttendance } from "../bookings/attendance/record-attendance.js";
import { ConfirmAttendance } from "../bookings/attendance/confirm-attendance.js";
import { DisputeAttendance } from "../bookings/attendance/dispute-attendance.js";
import { FindBooking } from "../bookings/find-booking.js";
import { FindBookings } from "../bookings/find-bookings.js";
import { QuoteSlot } from "../bookings/quote-slot.js";
import { Slots } from "../capacity/slots/list-slots.js";
import { HoldSlot } from "../capacity/holds/hold-slot.js";
import { Schedules } from "../capacity/schedules/list-schedules.js";
import { SaveBusyFeed } from "../capacity/busy-feeds/save-busy-feed.js";
import { SaveSchedule } from "../capacity/schedules/save-schedule.js";
import { UploadSlots } from "../capacity/publication/upload-slots.js";
import { Holds } from "../capacity/holds/list-holds.js";
import { RemoveBusyFeed } from "../capacity/busy-feeds/remove-busy-feed.js";
import { PublishSlots } from "../capacity/publication/publish-slots.js";
import { AvailabilityChanged } from "../capacity/slots/availability-changed.js";
import { BookingChanged } from "../bookings/booking-changed.js";
import { ForecastBreaches } from "../promise/forecast/forecast-breaches.js";
import { FindFeasibility } from "../promise/feasibility/network-feasibility.js";
import { PromiseBoard } from "../promise/watch/promise-board.js";
import { PromiseAtRisk } from "../promise/watch/promise-at-risk.js";
import { WithdrawSlots } from "../capacity/withdrawals/withdraw-slots.js";
import { AccessLog } from "../members/access-log.js";
import { RevealCivilNumber } from "../members/civil-number/reveal-civil-number.js";
import { ReleaseHold } from "../capacity/holds/release-hold.js";
import { RenewHold } from "../capacity/holds/renew-hold.js";
import { ApproveRate } from "../rates/approve-rate.js";
import { ListRates } from "../rates/list-rates.js";
import { ProposeRate } from "../rates/propose-rate.js";
import { RejectRate } from "../rates/reject-rate.js";
import { ReadLedger } from "../ledger/read-ledger.js";
import { ApproveSettlementBatch } from "../settlement/batches/approve-settlement-batch.js";
import { ListBankExceptions } from "../settlement/bank/bank-exceptions.js";
import { ReadClinicStatement, SelfBillField } from "../settlement/documents/clinic-statement.js";
import { ChangeProviderAccount } from "../settlement/payments/change-provider-account.js";
import { CloseSettlementBatch } from "../settlement/batches/close-settlement-batch.js";
import { CorrectSettlement } from "../settlement/corrections/correct-settlement.js";
import { DecideReimbursement } from "../settlement/reimbursements/decide-reimbursement.js";
import { ListReimbursements } from "../settlement/reimbursements/list-reimbursements.js";
import { ExportPaymentFile } from "../settlement/payments/export-payment-file.js";
import { ImportBankFile } from "../settlement/bank/import-bank-file.js";
import { ListBatches, ListDisputes, PaymentFields } from "../settlement/batches/list-batches.js";
import { SettleDispute } from "../settlement/corrections/settle-dispute.js";
import { ResolveBankException } from "../settlement/bank/resolve-bank-exception.js";
import { ClinicFields } from "../network/clinic-fields.js";
import { Clinics } from "../network/find-clinics.js";
import { Providers } from "../network/search/find-providers.js";
import { ReferenceLists } from "../network/list-services.js";
import { AllocateTreatments } from "../claims/course/allocate-treatments.js";
import { ApproveClaim } from "../claims/course/approve-claim.js";
import { ChangeWorkingDays } from "../claims/guarantee/change-working-days.js";
import { ListWorkingDays } from "../claims/guarantee/list-working-days.js";
import { CheckCoverage } from "../claims/coverage/check-coverage.js";
import { ClaimFields } from "../claims/claim-fields.js";
import { CloseClaim } from "../claims/course/close-claim.js";
import { CompleteClaim } from "../claims/course/complete-claim.js";
import { DenyClaim } from "../claims/course/deny-claim.js";
import { DeriveGuarantee } from "../claims/guarantee/derive-guarantee.js";
import { FindClaim } from "../claims/find-claim.js";
import { FindClaims } from "../claims/find-claims.js";
import { ListDecisions } from "../claims/coverage/list-decisions.js";
import { OpenClaim } from "../claims/course/open-claim.js";
import { RecordException } from "../claims/information/record-exception.js";
import { RecordMedicalDecision } from "../claims/information/record-medical-decision.js";
import { RecordInformation } from "../claims/information/record-information.js";
import { RecordOwnChoiceTreatment } from "../claims/information/record-own-choice-treatment.js";
import { GiveConsent } from "../consent/give-consent.js";
import { ChangeGuardianAccess } from "../members/custody/change-guardian-access.js";
import { ApproveErasure } from "../members/erasure/approve-erasure.js";
import { ListErasureRequests } from "../members/erasure/list-erasure-requests.js";
import { RequestErasure } from "../members/erasure/request-erasure.js";
import { ReadCustody } from "../members/custody/read-custody.js";
import { RecordCustody } from "../members/custody/record-custody.js";
import { ReadMember } from "../members/read-member.js";
import { ReadViewer } from "../members/read-viewer.js";
import { WithdrawConsent } from "../consent/withdraw-consent.js";
import { nodeResolver } from "../gateway/api/node.js";
import { validateInput } from "../gateway/api/validate-input.js";
import { NODES } from "./nodes.js";
import "./services.js";

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type
export const RESOLVERS: NonEmptyArray<Function> = [
  nodeResolver(NODES),
  AllocateTreatments,
  ApproveClaim,
  ChangeWorkingDays,
  CheckCoverage,
  ClaimFields,
  CloseClaim,
  CompleteClaim,
  DenyClaim,
  DeriveGuarantee,
  FindClaim,
  FindClaims,
  ListDecisions,
  ListWorkingDays,
  OpenClaim,
  RecordException,
  RecordMedicalDecision,
  RecordInformation,
  RecordOwnChoiceTreatment,
  GiveConsent,
  ReadMember,
  ReadCustody,
  ChangeGuardianAccess,
  RecordCustody,
  RequestErasure,
  ApproveErasure,
  ListErasureRequests,
  ReadViewer,
  WithdrawConsent,
  Providers,
  Clinics,
  ClinicFields,
  ReferenceLists,
  PublishSlots,
  Slots,
  HoldSlot,
  UploadSlots,
  SaveSchedule,
  SaveBusyFeed,
  Schedules,
  RemoveBusyFeed,
  Holds,
  RenewHold,
  ReleaseHold,
  BookSlot,
  BookFirstAppointment,
  RescheduleBooking,
  CancelBooking,
  DeclineOffer,
  RecordAttendance,
  ConfirmAttendance,
  DisputeAttendance,
  FindBooking,
  FindBookings,
  QuoteSlot,
  AccessLog,
  RevealCivilNumber,
  AvailabilityChanged,
  BookingChanged,
  PromiseAtRisk,
  WithdrawSlots,
  PromiseBoard,
  FindFeasibility,
  ForecastBreaches,
  ProposeRate,
  ApproveRate,
  RejectRate,
  ListRates,
  ReadLedger,
  CloseSettlementBatch,
  ApproveSettlementBatch,
  ExportPaymentFile,
  ImportBankFile,
  CorrectSettlement,
  ListBatches,
  PaymentFields,
  ListDisputes,
  SettleDispute,
  ReadClinicStatement,
  DecideReimbursement,
  ListReimbursements,
  SelfBillField,
  ListBankExceptions,
  ResolveBankException,
  ChangeProviderAccount,
];

export function makeSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: RESOLVERS,
    // unknown properties are refused by GraphQL itself; class-validator adds lengths and ranges
    validateFn: validateInput,
    pubSub: createPubSub(),
    // Apollo checks it once more at every start, and the contract tests did
    skipCheck: true,
  });
  describe(schema.getQueryType(), "Everything that can be read.");
  describe(schema.getMutationType(), "Everything that can be done. Each takes one input and answers its result or every reason why not.");
  describe(schema.getSubscriptionType(), "What can be listened to, over WebSocket.");
  return schema;
}

/** What the library leaves without words: a root, and the one input of a mutation, whose type says what it is. */
function describe(root: GraphQLObjectType | null | undefined, description: string): void {
  if (!root) return;
  root.description ??= description;
  for (const field of Object.values(root.getFields())) {
    for (const arg of field.args) arg.description ??= getNamedType(arg.type).description;
  }
}

/** The API as published: sorted, so that a difference is a change and not a shuffle. */
export function sdlOf(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
