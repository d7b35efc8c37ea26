/** What this feature adds to the gateway; src/assembly/features.ts joins the lists. */
import { nodeBy } from "../gateway/api/node.js";
import type { Feature } from "../gateway/feature.js";
import { exceptionById } from "./bank/bank-exception.store.js";
import { ListBankExceptions, exceptionView } from "./bank/bank-exceptions.js";
import { ImportBankFile } from "./bank/import-bank-file.js";
import { ResolveBankException } from "./bank/resolve-bank-exception.js";
import { ApproveSettlementBatch } from "./batches/approve-settlement-batch.js";
import { CloseSettlementBatch } from "./batches/close-settlement-batch.js";
import { ListBatches, ListDisputes, PaymentFields } from "./batches/list-batches.js";
import { ListCompanyCharges } from "./company-charges/list-company-charges.js";
import { CorrectSettlement } from "./corrections/correct-settlement.js";
import { SettleDispute } from "./corrections/settle-dispute.js";
import { ReadClinicStatement, SelfBillField } from "./documents/clinic-statement.js";
import { ChangeProviderAccount } from "./payments/change-provider-account.js";
import { ExportPaymentFile } from "./payments/export-payment-file.js";
import { DecideReimbursement } from "./reimbursements/decide-reimbursement.js";
import { ListReimbursements, fetchReimbursement } from "./reimbursements/list-reimbursements.js";
import { batchById, lineById, paymentById } from "./settlement.store.js";
import { batchView, lineView, paymentView } from "./settlement.type.js";

export const settlement: Feature = {
  resolvers: [
    ApproveSettlementBatch,
    ChangeProviderAccount,
    CloseSettlementBatch,
    CorrectSettlement,
    DecideReimbursement,
    ExportPaymentFile,
    ImportBankFile,
    ListBankExceptions,
    ListBatches,
    ListCompanyCharges,
    ListDisputes,
    ListReimbursements,
    PaymentFields,
    ReadClinicStatement,
    ResolveBankException,
    SelfBillField,
    SettleDispute,
  ],
  nodes: {
    BankException: nodeBy(exceptionById, exceptionView),
    Reimbursement: fetchReimbursement,
    SettlementBatch: nodeBy(batchById, batchView),
    SettlementLine: nodeBy(lineById, lineView),
    SettlementPayment: nodeBy(paymentById, paymentView),
  },
};
