/** The list of everything the API offers. A new operation is a file of its own and a line here. */
import "reflect-metadata";
import { createPubSub } from "@graphql-yoga/subscription";
import { getNamedType, lexicographicSortSchema, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import { printSchema } from "graphql";
import { buildSchemaSync, type NonEmptyArray } from "type-graphql";
import { BookSlot } from "../bookings/book-slot.js";
import { BookFirstAppointment } from "../bookings/book-first-appointment.js";
import { RescheduleBooking } from "../bookings/reschedule-booking.js";
import { CancelBooking } from "../bookings/cancel-booking.js";
import { DeclineOffer } from "../bookings/decline-offer.js";
import { RecordAttendance } from "../bookings/record-attendance.js";
import { ConfirmAttendance } from "../bookings/confirm-attendance.js";
import { DisputeAttendance } from "../bookings/dispute-attendance.js";
import { FindBooking } from "../bookings/find-booking.js";
import { FindBookings } from "../bookings/find-bookings.js";
import { QuoteSlot } from "../bookings/quote-slot.js";
import { Slots } from "../capacity/list-slots.js";
import { HoldSlot } from "../capacity/hold-slot.js";
import { Schedules } from "../capacity/list-schedules.js";
import { SaveBusyFeed } from "../capacity/save-busy-feed.js";
import { SaveSchedule } from "../capacity/save-schedule.js";
import { UploadSlots } from "../capacity/upload-slots.js";
import { Holds } from "../capacity/list-holds.js";
import { RemoveBusyFeed } from "../capacity/remove-busy-feed.js";
import { PublishSlots } from "../capacity/publish-slots.js";
import { AvailabilityChanged } from "../capacity/availability-changed.js";
import { BookingChanged } from "../bookings/booking-changed.js";
import { ForecastBreaches } from "../promise/forecast-breaches.js";
import { FindFeasibility } from "../promise/network-feasibility.js";
import { PromiseBoard } from "../promise/promise-board.js";
import { PromiseAtRisk } from "../promise/promise-at-risk.js";
import { WithdrawSlots } from "../promise/withdraw-slots.js";
import { AccessLog } from "../members/access-log.js";
import { RevealCivilNumber } from "../members/reveal-civil-number.js";
import { ReleaseHold } from "../capacity/release-hold.js";
import { RenewHold } from "../capacity/renew-hold.js";
import { ApproveRate } from "../rates/approve-rate.js";
import { ListRates } from "../rates/list-rates.js";
import { ProposeRate } from "../rates/propose-rate.js";
import { RejectRate } from "../rates/reject-rate.js";
import { ReadLedger } from "../ledger/read-ledger.js";
import { ApproveSettlementBatch } from "../settlement/approve-settlement-batch.js";
import { ListBankExceptions } from "../settlement/bank-exceptions.js";
import { ReadClinicStatement, SelfBillField } from "../settlement/clinic-statement.js";
import { ChangeProviderAccount } from "../settlement/change-provider-account.js";
import { CloseSettlementBatch } from "../settlement/close-settlement-batch.js";
import { CorrectSettlement } from "../settlement/correct-settlement.js";
import { DecideReimbursement } from "../settlement/decide-reimbursement.js";
import { ListReimbursements } from "../settlement/list-reimbursements.js";
import { ExportPaymentFile } from "../settlement/export-payment-file.js";
import { ImportBankFile } from "../settlement/import-bank-file.js";
import { ListBatches, ListDisputes, PaymentFields } from "../settlement/list-batches.js";
import { SettleDispute } from "../settlement/settle-dispute.js";
import { ResolveBankException } from "../settlement/resolve-bank-exception.js";
import { ClinicFields } from "../network/clinic-fields.js";
import { Clinics } from "../network/find-clinics.js";
import { Providers } from "../network/find-providers.js";
import { ReferenceLists } from "../network/list-services.js";
import { AllocateTreatments } from "../claims/allocate-treatments.js";
import { ApproveClaim } from "../claims/approve-claim.js";
import { ChangeWorkingDays } from "../claims/change-working-days.js";
import { ListWorkingDays } from "../claims/list-working-days.js";
import { CheckCoverage } from "../claims/check-coverage.js";
import { ClaimFields } from "../claims/claim-fields.js";
import { CloseClaim } from "../claims/close-claim.js";
import { CompleteClaim } from "../claims/complete-claim.js";
import { DenyClaim } from "../claims/deny-claim.js";
import { DeriveGuarantee } from "../claims/derive-guarantee.js";
import { FindClaim } from "../claims/find-claim.js";
import { FindClaims } from "../claims/find-claims.js";
import { ListDecisions } from "../claims/list-decisions.js";
import { OpenClaim } from "../claims/open-claim.js";
import { RecordException } from "../claims/record-exception.js";
import { RecordInformation } from "../claims/record-information.js";
import { RecordOwnChoiceTreatment } from "../claims/record-own-choice-treatment.js";
import { GiveConsent } from "../members/give-consent.js";
import { ChangeGuardianAccess } from "../members/change-guardian-access.js";
import { ApproveErasure } from "../members/approve-erasure.js";
import { ListErasureRequests } from "../members/list-erasure-requests.js";
import { RequestErasure } from "../members/request-erasure.js";
import { ReadCustody } from "../members/read-custody.js";
import { RecordCustody } from "../members/record-custody.js";
import { ReadMember } from "../members/read-member.js";
import { ReadViewer } from "../members/read-viewer.js";
import { WithdrawConsent } from "../members/withdraw-consent.js";
import { nodeResolver } from "../gateway/node.js";
import { validateInput } from "../gateway/validate-input.js";
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
