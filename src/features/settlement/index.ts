/** What this feature adds to the gateway; src/assembly/features.ts joins the lists. */
import { nodesBy, personalNodesBy } from "../../gateway/api/nodes.js";
import type { Feature } from "../../gateway/feature.js";
import { bankExceptionsById } from "./bank/exceptions/bank-exception.store.js";
import { ListBankExceptions, exceptionView } from "./bank/exceptions/bank-exceptions.js";
import { ConfirmBankException } from "./bank/exceptions/confirm-bank-exception.js";
import { ResolveBankException } from "./bank/exceptions/resolve-bank-exception.js";
import { ImportBankFile } from "./bank/import-bank-file.js";
import { ListBankStatements } from "./bank/statements/list-bank-statements.js";
import { ApproveSettlementBatch } from "./batches/approve-settlement-batch.js";
import { CloseSettlementBatch } from "./batches/close-settlement-batch.js";
import { ListBatches, ListDisputes } from "./batches/list-batches.js";
import { ListCompanyCharges } from "./company-charges/list-company-charges.js";
import { ListUncoveredAppointments } from "./company-charges/list-uncovered-appointments.js";
import { CorrectSettlement } from "./corrections/correct-settlement.js";
import { SettleDispute } from "./corrections/settle-dispute.js";
import { SelfBillField, StatementFields, StatementOfClinic } from "./documents/clinic-statement.js";
import { fetchBankFiles } from "./exchange/fetch-bank-files.js";
import { sendPaymentFiles } from "./exchange/send-payment-files.js";
import { ChangeProviderAccount } from "./payments/change-provider-account.js";
import { ExportPaymentFile } from "./payments/export-payment-file.js";
import { DecideReimbursement } from "./reimbursements/decide-reimbursement.js";
import { PaymentFileFields } from "./payments/payment-file.type.js";
import { reimbursementView } from "./reimbursements/reimbursement.type.js";
import {
  BatchFields,
  LineFields,
  LinesOfBooking,
  LinesOfClinic,
  PaymentFields,
  PaymentOfException,
  PaymentsOfOrganisation,
  ReimbursementsOfClaim,
  ReimbursementsOfMember,
} from "./settlement-of.js";
import { batchesById, linesById, paymentsById, reimbursementsById } from "./settlement-of.store.js";
import { batchView, lineView, paymentView } from "./settlement.type.js";

export const settlement: Feature = {
  resolvers: [
    ApproveSettlementBatch,
    BatchFields,
    ChangeProviderAccount,
    CloseSettlementBatch,
    ConfirmBankException,
    CorrectSettlement,
    DecideReimbursement,
    ExportPaymentFile,
    ImportBankFile,
    LineFields,
    LinesOfBooking,
    LinesOfClinic,
    ListBankExceptions,
    ListBankStatements,
    ListBatches,
    ListCompanyCharges,
    ListDisputes,
    ListUncoveredAppointments,
    PaymentFields,
    PaymentFileFields,
    PaymentOfException,
    PaymentsOfOrganisation,
    ReimbursementsOfClaim,
    ReimbursementsOfMember,
    ResolveBankException,
    SelfBillField,
    SettleDispute,
    StatementFields,
    StatementOfClinic,
  ],
  jobs: [
    { name: "send-payment-files", everySeconds: 30, by: "ONE", run: sendPaymentFiles },
    { name: "fetch-bank-files", everySeconds: 30, by: "ONE", run: fetchBankFiles },
  ],
  nodes: {
    BankException: nodesBy(bankExceptionsById, exceptionView),
    Reimbursement: personalNodesBy(reimbursementsById, reimbursementView, (found) =>
      found.map(({ id, memberId }) => ({
        operation: "reimbursement",
        memberId,
        object: "Reimbursement",
        objectId: id,
        fields: ["reimbursement"],
        outcome: "ALLOWED",
      })),
    ),
    SettlementBatch: nodesBy(batchesById, batchView),
    SettlementLine: nodesBy(linesById, lineView),
    SettlementPayment: nodesBy(paymentsById, paymentView),
  },
  announced: [
    "approveSettlementBatch",
    "changeProviderAccount",
    "closeSettlementBatch",
    "correctSettlement",
    "decideReimbursement",
    "settleDispute",
  ],
};
