/** Addresses of the documents of settlement, and the operation that each is. */
import { DOCUMENTS_PATH, type DownloadDoor } from "../../../gateway/http/download.js";

/** The name of a file in its address. */
type StatementFormat = "csv" | "pdf";

export const documentPath = {
  statement: (clinicId: string, format: StatementFormat, { from, until }: { readonly from: string; readonly until: string }): string =>
    `${DOCUMENTS_PATH}clinics/${clinicId}/statement.${format}?${String(new URLSearchParams({ from, until }))}`,
  selfBill: (paymentId: string): string => `${DOCUMENTS_PATH}payments/${paymentId}/self-bill.pdf`,
  paymentFile: (batchId: string): string => `${DOCUMENTS_PATH}batches/${batchId}/payment-file`,
};

/** Registered documents, as what is fetched runs where nothing else may. */
export const DOWNLOAD_OPERATIONS = {
  statement: ["clinic", "clinic-statement-file"],
  selfBill: ["clinic", "self-bill-file"],
  paymentFile: ["finance", "payment-file"],
} as const;
type DownloadDocuments = Readonly<Record<keyof typeof DOWNLOAD_OPERATIONS, string>>;

export function settlementDocuments(documents: DownloadDocuments): DownloadDoor {
  return (path, search) => {
    const [, of, id, file] = /^(clinics|payments|batches)\/([\w-]+)\/([\w.-]+)$/.exec(path.slice(DOCUMENTS_PATH.length)) ?? [];
    switch (`${of}/${file}`) {
      case "clinics/statement.csv":
      case "clinics/statement.pdf": {
        const format = { csv: file === "statement.csv", pdf: file === "statement.pdf" };
        const period = { from: search.get("from"), until: search.get("until") };
        return { document: documents.statement, variables: { clinicId: id, ...period, ...format } };
      }
      case "payments/self-bill.pdf":
        return { document: documents.selfBill, variables: { paymentId: id } };
      case "batches/payment-file":
        return { document: documents.paymentFile, variables: { batchId: id } };
      default:
        return null;
    }
  };
}
