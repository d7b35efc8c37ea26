/** Addresses of the documents of settlement, and the operation that each is. */
import type { DownloadDoor } from "../../../gateway/http/download.js";

export const DOCUMENTS_PATH = "/documents/";

/** The name of a file in its address. */
type StatementFormat = "csv" | "pdf";

export const documentPath = {
  statement: (clinicId: string, format: StatementFormat, { from, until }: { readonly from: string; readonly until: string }): string =>
    `${DOCUMENTS_PATH}clinics/${clinicId}/statement.${format}?${String(new URLSearchParams({ from, until }))}`,
  selfBill: (paymentId: string): string => `${DOCUMENTS_PATH}payments/${paymentId}/self-bill.pdf`,
  paymentFile: (batchId: string): string => `${DOCUMENTS_PATH}batches/${batchId}/payment-file`,
  guarantee: (of: "bookings" | "claims", id: string, language: "DA" | "EN"): string =>
    `${DOCUMENTS_PATH}${of}/${id}/payment-guarantee-${language.toLowerCase()}.pdf`,
};

/** Registered documents, as what is fetched runs where nothing else may. */
export const DOWNLOAD_OPERATIONS = {
  statement: ["clinic", "clinic-statement-file"],
  selfBill: ["clinic", "self-bill-file"],
  paymentFile: ["finance", "payment-file"],
  bookingGuarantee: ["clinic", "payment-guarantee-file"],
  claimGuarantee: ["member-app", "claim-payment-guarantee-file"],
} as const;
type DownloadDocuments = Readonly<Record<keyof typeof DOWNLOAD_OPERATIONS, string>>;

export function settlementDocuments(documents: DownloadDocuments): DownloadDoor {
  return (path, search) => {
    const [, of, id, file] =
      /^(clinics|payments|batches|bookings|claims)\/([\w-]+)\/([\w.-]+)$/.exec(path.slice(DOCUMENTS_PATH.length)) ?? [];
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
      case "bookings/payment-guarantee-da.pdf":
      case "bookings/payment-guarantee-en.pdf":
        return { document: documents.bookingGuarantee, variables: { bookingId: id, language: languageOf(file) } };
      case "claims/payment-guarantee-da.pdf":
      case "claims/payment-guarantee-en.pdf":
        return { document: documents.claimGuarantee, variables: { claimId: id, language: languageOf(file) } };
      default:
        return null;
    }
  };
}

function languageOf(file = ""): string {
  return file.endsWith("-en.pdf") ? "EN" : "DA";
}
