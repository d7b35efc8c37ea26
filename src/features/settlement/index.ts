/** What this feature adds to the gateway; src/assembly/features.ts joins the lists. */
import { nodesBy, personalNodesBy } from "../../gateway/api/nodes.js";
import type { Feature } from "../../gateway/feature.js";
import { accountChangesById } from "./accounts/account-change.store.js";
import { accountChangeView } from "./accounts/account-change.type.js";
import { ChangeProviderAccount } from "./accounts/change-provider-account.js";
import { ConfirmAccountChange } from "./accounts/confirm-account-change.js";
import { RefuseAccountChange } from "./accounts/refuse-account-change.js";
import { AccountOfOrganisation, ListAccountChanges } from "./accounts/list-account-changes.js";
import { putAccountsInForce } from "./accounts/put-accounts-in-force.js";
import { BankAnswerWords, PaymentAtBank } from "./bank/bank-answers.js";
import { bankExceptionsById } from "./bank/exceptions/bank-exception.store.js";
import { ListBankExceptions, exceptionView } from "./bank/exceptions/bank-exceptions.js";
import { ConfirmBankException } from "./bank/exceptions/confirm-bank-exception.js";
import { ResolveBankException } from "./bank/exceptions/resolve-bank-exception.js";
import { ImportBankFile } from "./bank/import-bank-file.js";
import { ListBankImports } from "./bank/list-bank-imports.js";
import { ListBankStatements } from "./bank/statements/list-bank-statements.js";
import { ApproveSettlementBatch } from "./batches/approve-settlement-batch.js";
import { closeByCalendar } from "./batches/closing/close-by-calendar.js";
import { CloseSettlementBatch } from "./batches/closing/close-settlement-batch.js";
import { PreviewClosing } from "./batches/closing/preview-closing.js";
import { ListBatches, ListDisputes } from "./batches/list-batches.js";
import { ListTasks } from "./batches/list-tasks.js";
import { RejectSettlementBatch } from "./batches/reject-settlement-batch.js";
import { ReopenSettlementBatch } from "./batches/reopen-settlement-batch.js";
import { WithdrawPayment } from "./batches/withdraw-payment.js";
import { ListCompanyCharges } from "./company-charges/list-company-charges.js";
import { AnswerDispute } from "./corrections/answer-dispute.js";
import { CorrectSettlement } from "./corrections/correct-settlement.js";
import { CorrectToRates } from "./corrections/correct-to-rates.js";
import { SettleDispute } from "./corrections/settle-dispute.js";
import { GuaranteeOfBooking, GuaranteeOfClaim, GuaranteePaper } from "./documents/payment-guarantee.type.js";
import { StatementFields, StatementOfClinic } from "./documents/clinic-statement.js";
import { AcceptSelfBilling, AgreementOfOrganisation, WordsOfAgreement } from "./documents/self-bills/accept-self-billing.js";
import { selfBillsById } from "./documents/self-bills/self-bill.store.js";
import { SelfBillFiles, SelfBillsOfPayment, selfBillView } from "./documents/self-bills/self-bill.type.js";
import { FindPayment } from "./payments/find-payment.js";
import { fetchBankFiles } from "./exchange/fetch-bank-files.js";
import { sendPaymentFiles } from "./exchange/send-payment-files.js";
import { ExportPaymentFile } from "./payments/export-payment-file.js";
import { AgreeInstalments } from "./receivables/agree-instalments.js";
import { RecordRepayment } from "./receivables/record-repayment.js";
import { TransferReceivable } from "./receivables/transfer-receivable.js";
import { DemandRepayment } from "./receivables/demand-repayment.js";
import { ListReceivables, ReceivablesOfOrganisation } from "./receivables/list-receivables.js";
import { receivablesById } from "./receivables/receivable.store.js";
import { receivableView } from "./receivables/receivable.type.js";
import { DecideReimbursement } from "./reimbursements/decide-reimbursement.js";
import { PaymentFileFields } from "./payments/payment-file.type.js";
import { reimbursementView } from "./reimbursements/reimbursement.type.js";
import { CloseReimbursementBatch } from "./reimbursements/close-reimbursement-batch.js";
import { ResolvePayout } from "./reimbursements/resolve-payout.js";
import { PayoutOfReimbursement, ReimbursementsOfClaim, ReimbursementsOfMember } from "./reimbursements/reimbursements-of.js";
import { reimbursementsById } from "./reimbursements/reimbursements-of.store.js";
import {
  AnswersOfLine,
  BatchFields,
  LineFields,
  LinesOfBooking,
  MoneyOfClinic,
  PaymentFields,
  PaymentOfException,
  PaymentsOfOrganisation,
} from "./settlement-of.js";
import { batchesById, linesById, paymentsById } from "./settlement-of.store.js";
import { batchView, lineView, paymentView } from "./settlement.type.js";

export const settlement: Feature = {
  resolvers: [
    AcceptSelfBilling,
    AgreementOfOrganisation,
    AnswerDispute,
    AnswersOfLine,
    AccountOfOrganisation,
    ApproveSettlementBatch,
    BatchFields,
    ChangeProviderAccount,
    AgreeInstalments,
    RecordRepayment,
    TransferReceivable,
    CloseReimbursementBatch,
    CloseSettlementBatch,
    ConfirmBankException,
    CorrectSettlement,
    CorrectToRates,
    ConfirmAccountChange,
    RefuseAccountChange,
    DecideReimbursement,
    DemandRepayment,
    ExportPaymentFile,
    GuaranteeOfBooking,
    GuaranteeOfClaim,
    GuaranteePaper,
    FindPayment,
    ImportBankFile,
    LineFields,
    LinesOfBooking,
    MoneyOfClinic,
    BankAnswerWords,
    PaymentAtBank,
    ListAccountChanges,
    ListBankExceptions,
    ListBankImports,
    ListBankStatements,
    ListBatches,
    PreviewClosing,
    ListCompanyCharges,
    ListDisputes,
    ListReceivables,
    ListTasks,
    PaymentFields,
    PaymentFileFields,
    PaymentOfException,
    PaymentsOfOrganisation,
    ReceivablesOfOrganisation,
    PayoutOfReimbursement,
    ReimbursementsOfClaim,
    ReimbursementsOfMember,
    RejectSettlementBatch,
    ReopenSettlementBatch,
    WithdrawPayment,
    ResolveBankException,
    ResolvePayout,
    SelfBillFiles,
    SelfBillsOfPayment,
    SettleDispute,
    StatementFields,
    StatementOfClinic,
    WordsOfAgreement,
  ],
  jobs: [
    { name: "put-accounts-in-force", everySeconds: 10, by: "ONE", run: ({ database }) => putAccountsInForce(database) },
    { name: "close-by-calendar", everySeconds: 30, by: "ONE", run: closeByCalendar },
    { name: "send-payment-files", everySeconds: 30, by: "ONE", run: sendPaymentFiles },
    { name: "fetch-bank-files", everySeconds: 30, by: "ONE", run: fetchBankFiles },
  ],
  nodes: {
    ProviderAccountChange: nodesBy(accountChangesById, accountChangeView),
    Receivable: nodesBy(receivablesById, receivableView),
    SelfBill: nodesBy(selfBillsById, selfBillView),
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
    "acceptSelfBilling",
    "agreeInstalments",
    "answerDispute",
    "changeProviderAccount",
    "closeReimbursementBatch",
    "closeSettlementBatch",
    "correctSettlement",
    "decideReimbursement",
    "settleDispute",
  ],
};
